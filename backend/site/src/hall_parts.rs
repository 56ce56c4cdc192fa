//! What stands on the page behind a hall link: what is asked and by whom, how to check it, and the way in.

use invitations::{Door, Guest, HallLook, HandState, RaisedHand};
use issues::{Issue, IssueKind, Visibility};
use kernel::{FieldFault, IssueRole};
use maud::{Markup, html};
use web::i18n::Locales;

use crate::invitation_parts::{Reader, readers, sought};
use crate::invitation_steps::{Steps, Typed};
use crate::links;
use crate::reach::{calling, mailing};
use crate::say::Say;

pub struct HallParts<'a> {
    pub say: Say<'a>,
    pub token: &'a str,
    pub look: &'a HallLook,
    pub reader: Option<&'a Reader>,
    /// The perspective that was chosen before.
    pub chosen: &'a str,
}

/// What was typed, and has not been sent yet.
pub struct Asked {
    pub motivation: String,
    /// The session ended meanwhile.
    pub signed_out: bool,
}

impl HallParts<'_> {
    /// The whole page, with what is wrong on top.
    pub fn page(&self, wrong: Option<&str>, asked: Option<&Asked>) -> Markup {
        let door = self.look.door;
        html! {
            @if let Some(sentence) = wrong {
                div.wrong role="alert" id="wrong" { p { (sentence) } }
            }
            @if door.shows() { (self.asked()) }
            @match &self.look.guest {
                Guest::Inside => (self.inside()),
                // The answer is read here, also when the link leads nowhere any more.
                Guest::Waits(hand) => (self.waits(hand)),
                Guest::Refused(hand) => (self.no(hand, asked)),
                Guest::Visitor | Guest::Invited | Guest::MayJoin | Guest::MayAsk => {
                    @if door == Door::Open { (self.way_in(asked)) } @else { (self.shut(asked)) }
                }
            }
            (self.genuine())
        }
    }

    pub fn second_step(&self, typed: &Typed, faults: &[FieldFault]) -> Markup {
        match self.reader {
            Some(reader) => self.steps().second_step(reader, typed, faults),
            None => self.page(None, None),
        }
    }

    /// As the second step, for whoever is not signed in any more.
    pub fn signed_out_step(&self, typed: &Typed) -> Markup {
        let nobody = Reader {
            name: String::new(),
            memberships: Vec::new(),
            inside: false,
        };
        html! {
            (self.signed_out())
            (self.steps().second_step(&nobody, typed, &[]))
        }
    }

    fn signed_out(&self) -> Markup {
        html! {
            div.wrong role="alert" { p { (self.say.text("site-hall-signed-out")) } }
            p { a target="_blank" href=(links::sign_in(Some(&self.here()))) { (self.say.text("sign-in")) } }
        }
    }

    /// A sentence, with what the sentences of a hall speak of.
    fn sentence(&self, key: &str) -> String {
        let (look, link) = (self.look, &self.look.link);
        let name = self.reader.map(|reader| reader.name.clone());
        let args = [
            ("asker", look.asker.clone().unwrap_or_default().into()),
            ("organisation", look.tenant.name.clone().into()),
            ("place", look.place.clone().unwrap_or_default().into()),
            ("phone", look.tenant.contact_phone.clone().into()),
            ("email", look.tenant.contact_email.clone().into()),
            ("day", self.say.day(link.ends_at).into()),
            ("time", Locales::time(link.ends_at).into()),
            ("name", name.unwrap_or_default().into()),
        ];
        self.say.with(key, &args)
    }

    fn whom_to_ask(&self) -> String {
        self.while_named("site-hall-ask-whom", "site-hall-ask-over")
    }

    /// A link that leads nowhere any more names nobody: its organisation speaks for it.
    fn while_named(&self, named: &str, over: &str) -> String {
        let shows = self.look.door.shows();
        self.sentence(if shows { named } else { over })
    }

    fn steps(&self) -> Steps<'_> {
        Steps {
            say: self.say,
            page: self.here(),
            back: "site-hall-back",
            title: self.look.issue.as_ref().map(|issue| issue.title.as_str()),
            perspectives: &self.look.perspectives,
            role: IssueRole::Participant,
            chosen: self.chosen,
            entrance: self.look.entrance.as_ref(),
        }
    }

    fn here(&self) -> String {
        format!("/zaal/{}", self.token)
    }

    fn asked(&self) -> Markup {
        html! {
            p { (self.sentence(self.intro())) }
            @if let Some(issue) = &self.look.issue {
                h2 dir="auto" { (issue.title) }
                p dir="auto" { (issue.core_question) }
                @if issue.visibility == Visibility::Public && issue.state.is_out() {
                    p { a href=(self.issue(issue)) { (self.say.text("site-invitation-read-first")) } }
                }
                (sought(self.say, issue, &self.look.perspectives, self.look.guest == Guest::MayJoin && self.reader.is_some()))
                h2 { (self.say.text("mail-invitation-expected")) }
                p { (self.say.text("mail-invitation-expected-talking")) }
                p { (self.say.text(readers(issue.regime))) " " (self.say.text("site-hall-outcome")) }
            }
        }
    }

    fn intro(&self) -> &'static str {
        match self.look.issue.as_ref().map(|issue| issue.kind) {
            Some(IssueKind::Network) => "site-hall-intro-network",
            Some(IssueKind::Issue) | None => "site-hall-intro",
        }
    }

    fn issue(&self, issue: &Issue) -> String {
        links::issue(&self.look.tenant.slug, issue.id)
    }

    fn inside(&self) -> Markup {
        html! {
            p role="status" { (self.sentence("site-hall-inside")) }
            @if let Some(issue) = &self.look.issue {
                p { a.button href=(self.issue(issue)) { (self.say.text("site-invitation-to-issue")) } }
            }
        }
    }

    /// The link leads nowhere now: why, and whom to ask; with what was typed while the door shut.
    fn shut(&self, asked: Option<&Asked>) -> Markup {
        let key = match self.look.door {
            Door::Open | Door::Full => "site-hall-full",
            Door::Over => "site-hall-over",
            Door::Ended => "site-hall-ended",
            Door::Paused => "site-hall-paused",
            Door::Concluded => "site-hall-concluded",
            Door::Closed => "site-hall-closed",
        };
        html! {
            p role="status" { strong { (self.sentence(key)) } }
            @match (&self.look.issue, self.look.door) {
                (Some(issue), Door::Concluded) => {
                    p { a.button href=(self.issue(issue)) { (self.say.text("site-hall-to-outcome")) } }
                }
                _ => p { (self.whom_to_ask()) },
            }
            @if let Some(asked) = asked.filter(|asked| !asked.motivation.trim().is_empty()) {
                label for="motivation" { (self.say.text("site-hall-not-sent")) }
                textarea id="motivation" rows="6" readonly dir="auto" { (asked.motivation) }
            }
            @if self.look.guest == Guest::Visitor {
                p {
                    (self.say.text("site-hall-asked-before")) " "
                    a href=(links::sign_in(Some(&self.here()))) { (self.say.text("sign-in")) }
                }
            }
        }
    }

    fn way_in(&self, asked: Option<&Asked>) -> Markup {
        html! {
            h2 id="join" { (self.say.text("site-invitation-join")) }
            @if let Some(asked) = asked.filter(|asked| asked.signed_out) {
                (self.signed_out())
                (self.ask_form(Some(asked)))
            } @else {
                @match (&self.look.guest, self.reader) {
                    (Guest::MayJoin, Some(reader)) => {
                        (self.who(reader))
                        p.hint { (self.say.text("site-hall-untraced")) }
                        (self.steps().begin(reader))
                    }
                    (Guest::MayAsk, Some(reader)) => {
                        (self.who(reader))
                        (self.ask_form(asked))
                    }
                    (Guest::Invited, _) => {
                        p role="status" { (self.say.text("site-hall-invited")) }
                        p { a.button href="/overzicht" { (self.say.text("hand-to-overview")) } }
                    }
                    (_, _) => (self.sign_in()),
                }
            }
        }
    }

    fn waits(&self, hand: &RaisedHand) -> Markup {
        let here = self.here();
        html! {
            h2 id="join" { (self.say.text("site-invitation-join")) }
            p role="status" { strong { (self.say.on("site-hall-waits", hand.answer_by)) } }
            p.hint { (self.say.text("hand-motivation-own")) }
            blockquote { p dir="auto" { (hand.objection.as_ref().unwrap_or(&hand.motivation)) } }
            p { (self.say.text("site-hall-answer-how")) }
            @if hand.state == HandState::Raised {
                form method="post" action=(format!("{here}/toch-niet")) {
                    button.quiet type="submit" { (self.say.text("hand-lower")) }
                    p.hint { (self.say.text("hand-lower-text")) }
                }
            }
        }
    }

    fn no(&self, hand: &RaisedHand, asked: Option<&Asked>) -> Markup {
        let typed = asked.map(|asked| asked.motivation.as_str());
        html! {
            h2 id="join" { (self.say.text("site-invitation-join")) }
            p role="status" { strong { (self.say.text("site-hall-refused")) } }
            @if let Some(reason) = &hand.reason {
                p.hint { (self.say.text("hand-reason")) }
                blockquote { p dir="auto" { (reason) } }
            }
            @if hand.may_object() {
                form id="step" method="post" action=(format!("{}/bezwaar", self.here())) {
                    label for="motivation" { (self.say.text("hand-objection")) }
                    p.hint id="motivation-hint" { (self.say.text("hand-objection-hint")) }
                    textarea id="motivation" name="motivation" rows="6" maxlength="1000" required dir="auto" aria-describedby="motivation-hint" { (typed.unwrap_or_default()) }
                    button type="submit" { (self.say.text("hand-object")) }
                }
            }
            p { (self.whom_to_ask()) }
        }
    }

    fn sign_in(&self) -> Markup {
        html! {
            p { (self.say.text("site-hall-sign-in-why")) }
            @if self.look.link.approval { p { (self.say.text("site-hall-approval")) } }
            p { a.button href=(links::sign_in(Some(&self.here()))) { (self.say.text("site-hall-sign-in")) } }
            p.hint { (self.sentence("site-hall-until")) }
        }
    }

    /// A phone goes from hand to hand in a hall.
    fn who(&self, reader: &Reader) -> Markup {
        html! {
            @if !reader.name.is_empty() {
                p {
                    (self.sentence("site-hall-signed-in-as")) " "
                    a href=(links::sign_in(Some(&self.here()))) { (self.say.text("site-hall-somebody-else")) }
                }
            }
        }
    }

    fn ask_form(&self, asked: Option<&Asked>) -> Markup {
        let typed = asked.map(|asked| asked.motivation.as_str());
        html! {
            @if !self.look.link.approval { p { (self.say.text("site-hall-asks-you")) } }
            form id="step" method="post" action=(format!("{}/vragen", self.here())) {
                label for="motivation" { (self.say.text("hand-motivation")) }
                p.hint id="motivation-hint" { (self.say.text("hand-motivation-hint")) " " (self.say.text("site-hall-who-reads")) }
                textarea id="motivation" name="motivation" rows="6" maxlength="1000" required dir="auto" aria-describedby="motivation-hint" { (typed.unwrap_or_default()) }
                button type="submit" { (self.say.text("hand-send")) }
            }
        }
    }

    /// How a careful reader finds out whether this is real, without this page.
    fn genuine(&self) -> Markup {
        let tenant = &self.look.tenant;
        html! {
            h2 { (self.say.text("site-hall-genuine")) }
            p { (self.while_named("site-hall-genuine-how", "site-hall-genuine-over")) }
            ul {
                @if !tenant.contact_phone.is_empty() { li { (calling(&self.sentence("site-invitation-phone"), &tenant.contact_phone)) } }
                @if !tenant.contact_email.is_empty() { li { (mailing(&self.sentence("site-invitation-email"), &tenant.contact_email)) } }
                li { a href="/controleren" { (self.say.text("site-hall-check")) } }
                li { a href=(format!("/o/{}/pagina/contact", tenant.slug)) { (self.sentence("site-invitation-organisation")) } }
            }
        }
    }
}

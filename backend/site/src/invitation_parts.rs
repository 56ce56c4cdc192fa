//! What stands on the page of an invitation: who asks and for whom, how to check it, and the ways to answer.

use invitations::{InvitationFault, InvitationState, Look, Target};
use issues::{Issue, IssueKind, Need, Perspective, Regime, Visibility};
use kernel::{Coded, IssueRole, Scope};
use maud::{Markup, html};
use platform::tenants::Membership;
use web::i18n::Locales;

use crate::invitation_steps::{Steps, choice};
use crate::links;
use crate::reach::{calling, mailing};
use crate::say::Say;

/// Who looks, when signed in.
pub struct Reader {
    pub name: String,
    pub memberships: Vec<Membership>,
    /// Came in by this invitation before.
    pub inside: bool,
}

pub struct Parts<'a> {
    pub locales: &'a Locales,
    pub scope: &'a Scope,
    pub token: &'a str,
    pub look: &'a Look,
    pub reader: Option<&'a Reader>,
    /// The perspective that was chosen before.
    pub chosen: &'a str,
}

impl Parts<'_> {
    /// The whole page, with what is wrong on top.
    pub fn page(&self, wrong: Option<&str>) -> Markup {
        html! {
            @if let Some(sentence) = wrong {
                div.wrong role="alert" id="wrong" { p { (sentence) } }
            }
            (self.asked())
            (self.ways_in())
            (self.genuine())
        }
    }

    /// A sentence, with what the sentences of an invitation speak of.
    pub fn say(&self, key: &str) -> String {
        let tenant = self.look.asking();
        let args = [
            ("inviter", self.look.inviter.clone().into()),
            ("organisation", tenant.name.clone().into()),
            ("owner", self.look.tenant.name.clone().into()),
            ("phone", tenant.contact_phone.clone().into()),
            ("email", tenant.contact_email.clone().into()),
            ("address", self.look.invitation.address_hint().into()),
            (
                "name",
                self.reader
                    .map(|reader| reader.name.clone())
                    .unwrap_or_default()
                    .into(),
            ),
        ];
        self.locales.text(self.scope.locale, key, &args)
    }

    pub fn steps(&self) -> Steps<'_> {
        Steps {
            say: Say {
                locales: self.locales,
                locale: self.scope.locale,
            },
            page: format!("/uitnodiging/{}", self.token),
            back: "site-invitation-back",
            title: self.look.issue.as_ref().map(|issue| issue.title.as_str()),
            perspectives: self.offered(),
            role: match self.look.invitation.target {
                Target::Issue { role, .. } => role,
                Target::Tenant { .. } => IssueRole::Participant,
            },
            chosen: self.chosen,
            entrance: self.look.entrance.as_ref(),
        }
    }

    /// Who is asked to translate brings no perspective.
    fn offered(&self) -> &[Perspective] {
        match self.look.invitation.target {
            Target::Issue {
                role: IssueRole::Translator,
                ..
            } => &[],
            Target::Issue { .. } | Target::Tenant { .. } => &self.look.perspectives,
        }
    }

    fn asked(&self) -> Markup {
        let kind = self.look.issue.as_ref().map(|issue| issue.kind);
        let issue = if kind == Some(IssueKind::Network) {
            "mail-invitation-intro-network"
        } else {
            "mail-invitation-intro"
        };
        let (intro, expected) = match self.look.invitation.target {
            Target::Issue {
                role: IssueRole::Observer,
                ..
            } => (issue, "mail-invitation-expected-reading".to_owned()),
            Target::Issue {
                role: IssueRole::Translator,
                ..
            } => (issue, "mail-invitation-expected-translating".to_owned()),
            Target::Issue { .. } => (issue, "mail-invitation-expected-talking".to_owned()),
            Target::Tenant { role } => (
                "mail-colleague-intro",
                format!("mail-colleague-expected-{}", role.as_str()),
            ),
        };
        let text = &self.look.invitation.text;
        html! {
            p { (self.say(intro)) }
            @if self.look.asks_for.is_some() { p { (self.say("mail-invitation-joined")) } }
            @if let Some(issue) = &self.look.issue {
                h2 dir="auto" { (issue.title) }
                p dir="auto" { (issue.core_question) }
                @if issue.visibility == Visibility::Public && issue.state.is_out() {
                    p { a href=(format!("/o/{}/opgaven/{}", self.look.tenant.slug, issue.id)) { (self.say("site-invitation-read-first")) } }
                }
            }
            @if !text.is_empty() {
                blockquote {
                    @for line in text.lines().filter(|line| !line.trim().is_empty()) { p dir="auto" { (line) } }
                    p.hint { "– " (self.look.inviter) }
                }
            }
            @if let Some(issue) = &self.look.issue { (sought(self.steps().say, issue, self.offered(), self.chooses())) }
            h2 { (self.say("mail-invitation-expected")) }
            p { (self.say(&expected)) }
            @if let Some(issue) = &self.look.issue { p { (self.say(readers(issue.regime))) } }
            @if let Some(end) = self.look.invitation.target.until() { p { (self.steps().say.on("site-invitation-guest", end)) } }
        }
    }

    /// How a careful reader finds out whether this is real, without this page.
    fn genuine(&self) -> Markup {
        let tenant = self.look.asking();
        html! {
            h2 { (self.say("site-invitation-genuine")) }
            p { (self.say("site-invitation-genuine-how")) }
            ul {
                @if !tenant.contact_phone.is_empty() { li { (calling(&self.say("site-invitation-phone"), &tenant.contact_phone)) } }
                @if !tenant.contact_email.is_empty() { li { (mailing(&self.say("site-invitation-email"), &tenant.contact_email)) } }
                li { a href="/controleren" { (self.say("site-invitation-check")) } }
                li { a href=(format!("/o/{}/pagina/contact", tenant.slug)) { (self.say("site-invitation-organisation")) } }
            }
        }
    }

    /// The reader may choose a perspective on this page.
    fn chooses(&self) -> bool {
        let open = self.look.invitation.can_be_answered(self.scope.now);
        open && self.look.mine && self.reader.is_some_and(|reader| !reader.inside)
    }

    fn ways_in(&self) -> Markup {
        let open = self.look.invitation.can_be_answered(self.scope.now);
        html! {
            @match self.reader {
                Some(reader) if reader.inside => (self.inside()),
                _ if !open => p.wrong { (self.locales.problem(self.scope.locale, InvitationFault::Answered.code())) },
                None => (self.prove()),
                Some(reader) if self.look.mine => (self.yes(reader)),
                Some(_) => (self.somebody_else()),
            }
            @if open { (self.decline()) }
        }
    }

    fn inside(&self) -> Markup {
        let slug = &self.look.tenant.slug;
        let (href, key) = match &self.look.issue {
            Some(issue) => (
                format!("/o/{slug}/opgaven/{}", issue.id),
                "site-invitation-to-issue",
            ),
            None => (format!("/o/{slug}"), "site-invitation-to-organisation"),
        };
        html! {
            p role="status" { (self.say("site-invitation-inside")) }
            p { a.button href=(href) { (self.say(key)) } }
        }
    }

    /// The address is proven before anything else, for whoever holds the mail may not be the one it was sent to.
    fn prove(&self) -> Markup {
        html! {
            h2 { (self.say("site-invitation-join")) }
            @if self.look.invitation.state == InvitationState::Declined { p { (self.say("site-invitation-declined")) } }
            p { (self.say("site-invitation-code-why")) }
            form method="post" action=(format!("/uitnodiging/{}/code", self.token)) {
                button type="submit" { (self.say("site-invitation-code")) }
            }
            p { a href=(links::sign_in(Some(&answering(self.token)))) { (self.say("site-invitation-other-way")) } }
        }
    }

    fn somebody_else(&self) -> Markup {
        html! {
            h2 { (self.say("site-invitation-join")) }
            p { (self.say("site-invitation-somebody-else")) }
            form method="post" action=(format!("/uitnodiging/{}/code", self.token)) {
                button type="submit" { (self.say("site-invitation-code")) }
            }
            p { (self.say("site-invitation-add-address")) " " a href="/profiel" { (self.say("site-invitation-profile")) } }
        }
    }

    fn yes(&self, reader: &Reader) -> Markup {
        html! {
            h2 id="join" { (self.say("site-invitation-join")) }
            p role="status" { (self.say("site-invitation-signed-in")) }
            @if self.look.invitation.state == InvitationState::Declined { p { (self.say("site-invitation-declined")) } }
            (self.steps().begin(reader))
        }
    }

    fn decline(&self) -> Markup {
        html! {
            details {
                summary { (self.say("site-invitation-not")) }
                form method="post" action=(format!("/uitnodiging/{}/afwijzen", self.token)) {
                    fieldset {
                        legend { (self.say("site-invitation-answer")) }
                        (choice("answer", "later", &self.say("site-invitation-later"), true))
                        (choice("answer", "no", &self.say("site-invitation-no"), false))
                        (choice("answer", "never", &self.say("site-invitation-never"), false))
                    }
                    label for="reason" { (self.say("site-invitation-reason")) }
                    p.hint id="reason-hint" { (self.say("site-invitation-reason-hint")) }
                    textarea id="reason" name="reason" rows="3" maxlength="1000" aria-describedby="reason-hint" {}
                    button.quiet type="submit" { (self.say("site-invitation-send")) }
                }
            }
        }
    }
}

/// Where whoever proved the address goes on.
pub fn answering(token: &str) -> String {
    format!("/uitnodiging/{token}#join")
}

/// Who is asked, and what such a person has seen or done, unless it stands with the choice below; why, when it is one
/// group only.
pub fn sought(
    say: Say<'_>,
    issue: &Issue,
    perspectives: &[Perspective],
    stands_below: bool,
) -> Markup {
    html! {
        @if perspectives.len() == 1 && !issue.why_one.is_empty() {
            h2 { (say.text("gap-why-one")) }
            p dir="auto" { (issue.why_one) }
        }
        @if !perspectives.is_empty() && !stands_below {
            h2 { (say.text("gap-title")) }
            ul {
                @for one in perspectives {
                    li dir="auto" {
                        strong { (one.name) }
                        @if !one.experience.is_empty() { ": " (one.experience) }
                        @if one.need == Need::Welcome { " " span.hint { "(" (say.text("gap-welcome")) ")" } }
                    }
                }
            }
        }
    }
}

/// Before one speaks: who will read it.
pub const fn readers(regime: Regime) -> &'static str {
    match regime {
        Regime::Open => "site-invitation-readers-open",
        Regime::Trusted => "site-invitation-readers-trusted",
        Regime::Confidential => "site-invitation-readers-confidential",
        Regime::Authorless => "site-invitation-readers-authorless",
    }
}

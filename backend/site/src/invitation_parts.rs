//! What stands on the page of an invitation: who asks and for whom, how to check it, and the ways to answer.

use invitations::{InvitationState, Look, Target};
use kernel::{Coded, IssueRole, Scope};
use maud::{Markup, html};
use platform::tenants::Membership;
use web::i18n::Locales;

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
}

impl Parts<'_> {
    pub fn page(&self, wrong: Option<&str>) -> Markup {
        html! {
            @if let Some(code) = wrong {
                div.wrong role="alert" id="wrong" { p { (self.locales.problem(self.scope.locale, code)) } }
            }
            (self.asked())
            (self.genuine())
            (self.ways_in())
        }
    }

    /// A sentence, with what the sentences of an invitation speak of.
    fn say(&self, key: &str) -> String {
        let tenant = &self.look.tenant;
        let args = [
            ("inviter", self.look.inviter.clone().into()),
            ("organisation", tenant.name.clone().into()),
            ("phone", tenant.contact_phone.clone().into()),
            ("email", tenant.contact_email.clone().into()),
            ("address", self.look.invitation.address_hint().into()),
        ];
        self.locales.text(self.scope.locale, key, &args)
    }

    fn asked(&self) -> Markup {
        let (intro, expected) = match self.look.invitation.target {
            Target::Issue {
                role: IssueRole::Observer,
                ..
            } => ("mail-invitation-intro", "mail-invitation-expected-reading"),
            Target::Issue { .. } => ("mail-invitation-intro", "mail-invitation-expected-talking"),
            Target::Tenant { .. } => ("mail-colleague-intro", "mail-colleague-expected"),
        };
        let text = &self.look.invitation.text;
        html! {
            p { (self.say(intro)) }
            @if let Some(issue) = &self.look.issue {
                h2 dir="auto" { (issue.title) }
                p dir="auto" { (issue.core_question) }
            }
            @if !text.is_empty() {
                blockquote { @for line in text.lines() { p dir="auto" { (line) } } }
            }
            h2 { (self.say("mail-invitation-expected")) }
            p { (self.say(expected)) }
        }
    }

    /// How a careful reader finds out whether this is real, without this page.
    fn genuine(&self) -> Markup {
        let tenant = &self.look.tenant;
        let check = if tenant.contact_phone.is_empty() {
            "mail-invitation-genuine"
        } else {
            "mail-invitation-genuine-phone"
        };
        html! {
            h2 { (self.say("site-invitation-genuine")) }
            p { (self.say(check)) }
            ul {
                @if !tenant.contact_phone.is_empty() { li { (self.say("site-invitation-phone")) } }
                @if !tenant.contact_email.is_empty() { li { (self.say("site-invitation-email")) } }
                li { a href=(format!("/o/{}/pagina/contact", tenant.slug)) { (self.say("site-invitation-organisation")) } }
            }
        }
    }

    fn ways_in(&self) -> Markup {
        let open = self.look.invitation.can_be_answered(self.scope.now);
        html! {
            @match self.reader {
                Some(reader) if reader.inside => (self.inside()),
                _ if !open => p.wrong { (self.locales.problem(self.scope.locale, invitations::InvitationFault::Answered.code())) },
                None => (self.sign_in()),
                Some(reader) if self.look.mine => (self.accept(reader)),
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

    fn sign_in(&self) -> Markup {
        html! {
            h2 { (self.say("site-invitation-join")) }
            p { (self.say("site-invitation-sign-in-why")) }
            p { a.button href=(format!("/aanmelden?next=/uitnodiging/{}", self.token)) { (self.say("site-invitation-sign-in")) } }
        }
    }

    fn somebody_else(&self) -> Markup {
        html! {
            div.wrong { p { (self.locales.problem(self.scope.locale, invitations::InvitationFault::OtherAddress.code())) } }
            p { (self.say("site-invitation-sign-in-why")) }
            p { a.button href=(format!("/aanmelden?next=/uitnodiging/{}", self.token)) { (self.say("site-invitation-other")) } }
        }
    }

    fn accept(&self, reader: &Reader) -> Markup {
        html! {
            h2 { (self.say("site-invitation-join")) }
            @if self.look.invitation.state == InvitationState::Declined { p { (self.say("site-invitation-declined")) } }
            form method="post" action=(format!("/uitnodiging/{}/aannemen", self.token)) {
                @if self.look.issue.is_some() { (self.perspectives()) (self.capacities(reader)) }
                label for="name" { (self.say("site-invitation-name")) }
                p.hint id="name-hint" { (self.say("site-invitation-name-hint")) }
                input type="text" id="name" name="name" autocomplete="name" maxlength="80" required value=(reader.name) aria-describedby="name-hint";
                button type="submit" { (self.say("site-invitation-accept")) }
            }
        }
    }

    fn perspectives(&self) -> Markup {
        let rather_not = self.say("site-invitation-rather-not");
        html! {
            @if !self.look.perspectives.is_empty() {
                fieldset aria-describedby="perspective-hint" {
                    legend { (self.say("site-invitation-perspective")) }
                    p.hint id="perspective-hint" { (self.say("site-invitation-perspective-hint")) }
                    @for one in &self.look.perspectives {
                        (choice("perspective", &one.id.to_string(), &one.name, false))
                    }
                    (choice("perspective", "", &rather_not, true))
                }
            }
        }
    }

    fn capacities(&self, reader: &Reader) -> Markup {
        html! {
            @if !reader.memberships.is_empty() {
                fieldset {
                    legend { (self.say("site-invitation-capacity")) }
                    (choice("capacity", "personal", &self.say("site-invitation-personal"), true))
                    @for held in &reader.memberships {
                        (choice("capacity", &format!("on-behalf:{}", held.slug), &self.of("site-invitation-on-behalf", held), false))
                        (choice("capacity", &format!("official:{}", held.slug), &self.of("site-invitation-official", held), false))
                    }
                }
            }
        }
    }

    fn of(&self, key: &str, held: &Membership) -> String {
        let args = [("name", held.name.clone().into())];
        self.locales.text(self.scope.locale, key, &args)
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

fn choice(name: &str, value: &str, label: &str, checked: bool) -> Markup {
    let id = format!("{name}-{value}");
    html! {
        div.choice {
            input type="radio" id=(id) name=(name) value=(value) checked[checked];
            label for=(id) { (label) }
        }
    }
}

//! The two steps of saying yes: the perspective that one brings, then in whose name one speaks.

use kernel::FieldFault;
use maud::{Markup, html};
use platform::tenants::Membership;
use serde::Deserialize;

use crate::invitation_parts::{Parts, Reader};

/// What was chosen and typed so far.
#[derive(Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    pub perspective: String,
    #[serde(default)]
    pub capacity: String,
    #[serde(default)]
    pub name: String,
}

impl Parts<'_> {
    pub fn first_step(&self) -> Markup {
        let rather_not = self.say("site-invitation-rather-not");
        html! {
            p.hint { (self.say("site-invitation-step-one-of-two")) }
            form method="post" action=(format!("/uitnodiging/{}/perspectief", self.token)) {
                fieldset aria-describedby="perspective-hint" {
                    legend { (self.say("site-invitation-perspective")) }
                    p.hint id="perspective-hint" { (self.say("site-invitation-perspective-hint")) }
                    @for one in &self.look.perspectives {
                        (choice("perspective", &one.id.to_string(), &one.name, false))
                    }
                    (choice("perspective", "", &rather_not, true))
                }
                button type="submit" { (self.say("site-invitation-next")) }
            }
        }
    }

    pub fn second_step(&self, reader: &Reader, typed: &Typed, faults: &[FieldFault]) -> Markup {
        html! {
            @if let Some(issue) = &self.look.issue { p dir="auto" { (issue.title) } }
            @if !self.look.perspectives.is_empty() { p.hint { (self.say("site-invitation-step-two-of-two")) } }
            (self.form(reader, typed, faults))
            p { a href=(format!("/uitnodiging/{}#join", self.token)) { (self.say("site-invitation-back")) } }
        }
    }

    /// When there is no perspective to choose, one step is enough.
    pub fn last_form(&self, reader: &Reader) -> Markup {
        self.form(reader, &Typed::default(), &[])
    }

    fn form(&self, reader: &Reader, typed: &Typed, faults: &[FieldFault]) -> Markup {
        let wrong = |pointer: &str| {
            faults
                .iter()
                .find(|fault| fault.pointer == pointer)
                .map(|fault| self.locales.problem(self.scope.locale, &fault.code))
        };
        let name = if typed.name.is_empty() {
            &reader.name
        } else {
            &typed.name
        };
        html! {
            form method="post" action=(format!("/uitnodiging/{}/aannemen", self.token)) {
                input type="hidden" name="perspective" value=(typed.perspective);
                @if let Some(sentence) = wrong("/perspective") { div.wrong role="alert" { p { (sentence) } } }
                @if self.look.issue.is_some() {
                    @if let Some(sentence) = wrong("/organisation") { div.wrong role="alert" { p { (sentence) } } }
                    (self.capacities(reader, &typed.capacity))
                }
                label for="name" { (self.say("site-invitation-name")) }
                p.hint id="name-hint" { (self.say("site-invitation-name-hint")) }
                @let fault = wrong("/name");
                @if let Some(sentence) = &fault { div.wrong id="name-wrong" role="alert" { p { (sentence) } } }
                input type="text" id="name" name="name" autocomplete="name" maxlength="80" required value=(name)
                    aria-invalid=[fault.as_ref().map(|_| "true")]
                    aria-describedby=(if fault.is_some() { "name-hint name-wrong" } else { "name-hint" });
                button type="submit" { (self.say("site-invitation-accept")) }
            }
        }
    }

    fn capacities(&self, reader: &Reader, chosen: &str) -> Markup {
        let personal = self.say("site-invitation-personal");
        if reader.memberships.is_empty() {
            return html! { p { (self.say("site-invitation-personal-only")) } };
        }
        let organised = reader.memberships.iter().flat_map(|held| {
            [
                (
                    format!("on-behalf:{}", held.slug),
                    self.of("site-invitation-on-behalf", held),
                ),
                (
                    format!("official:{}", held.slug),
                    self.of("site-invitation-official", held),
                ),
            ]
        });
        html! {
            fieldset aria-describedby="capacity-hint" {
                legend { (self.say("site-invitation-capacity")) }
                p.hint id="capacity-hint" { (self.say("site-invitation-capacity-hint")) }
                (choice("capacity", "personal", &personal, chosen.is_empty() || chosen == "personal"))
                @for (value, label) in organised { (choice("capacity", &value, &label, chosen == value)) }
            }
        }
    }

    fn of(&self, key: &str, held: &Membership) -> String {
        let args = [("name", held.name.clone().into())];
        self.locales.text(self.scope.locale, key, &args)
    }
}

pub fn choice(name: &str, value: &str, label: &str, checked: bool) -> Markup {
    let id = format!("{name}-{}", if value.is_empty() { "none" } else { value });
    html! {
        div.choice {
            input type="radio" id=(id) name=(name) value=(value) checked[checked];
            label for=(id) dir="auto" { (label) }
        }
    }
}

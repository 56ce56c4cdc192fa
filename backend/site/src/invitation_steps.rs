//! The two steps of saying yes, to an invitation or in a hall: the perspective that one brings, then in whose name one
//! speaks.

use actix_web::HttpRequest;
use actix_web::web::Query;
use issues::{Capacity, Need, Perspective};
use kernel::{FieldFault, IssueRole};
use maud::{Markup, PreEscaped, html};
use networks::Entrance;
use platform::tenants::Membership;
use serde::Deserialize;

use crate::invitation_parts::Reader;
use crate::say::Say;

/// What was chosen and typed so far.
#[derive(Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    pub perspective: String,
    #[serde(default)]
    pub capacity: String,
    #[serde(default)]
    pub name: String,
    /// The version of the house rules that was agreed with.
    #[serde(default)]
    pub rules: String,
}

/// The perspective that was chosen, of whoever came back to the first step.
pub fn chosen_in(request: &HttpRequest) -> String {
    let typed = Query::<Typed>::from_query(request.query_string());
    typed
        .map(|typed| typed.into_inner().perspective)
        .unwrap_or_default()
}

/// What is asked of whoever comes in, and where the answers go.
pub struct Steps<'a> {
    pub say: Say<'a>,
    /// The page that the steps belong to.
    pub page: String,
    /// The sentence that leads back to it.
    pub back: &'static str,
    /// The issue's title; none when it is the organisation that one comes into.
    pub title: Option<&'a str>,
    pub perspectives: &'a [Perspective],
    /// In which one comes in.
    pub role: IssueRole,
    /// The perspective that was chosen before.
    pub chosen: &'a str,
    /// Of a network: what one agrees with.
    pub entrance: Option<&'a Entrance>,
}

impl Steps<'_> {
    /// The first of them, or the last when there is nothing to choose.
    pub fn begin(&self, reader: &Reader) -> Markup {
        if self.perspectives.is_empty() {
            self.form(reader, &Typed::default(), &[])
        } else {
            self.first_step()
        }
    }

    fn first_step(&self) -> Markup {
        let rather_not = self.say.text("site-invitation-rather-not");
        let chosen = self.among(self.chosen);
        html! {
            p.hint { (self.say.text("site-invitation-step-one-of-two")) }
            form method="post" action=(format!("{}/perspectief", self.page)) {
                fieldset aria-describedby="perspective-hint" {
                    legend { (self.say.text("site-invitation-perspective")) }
                    p.hint id="perspective-hint" { (self.say.text("site-invitation-perspective-hint")) }
                    @for one in self.perspectives {
                        (self.offered(one, chosen == Some(one)))
                    }
                    (choice("perspective", "", &rather_not, chosen.is_none()))
                }
                button type="submit" { (self.say.text("site-invitation-next")) }
            }
        }
    }

    fn among(&self, chosen: &str) -> Option<&Perspective> {
        let mut all = self.perspectives.iter();
        all.find(|one| one.id.to_string() == chosen)
    }

    /// To the first step, with what was chosen there.
    fn way_back(&self, typed: &Typed) -> String {
        match self.among(&typed.perspective) {
            Some(one) => format!("{}?perspective={}#join", self.page, one.id),
            None => format!("{}#join", self.page),
        }
    }

    /// What is asked stands with it, so that one can choose.
    fn offered(&self, one: &Perspective, is_chosen: bool) -> Markup {
        let id = format!("perspective-{}", one.id);
        let about = format!("{id}-about");
        html! {
            div.choice {
                input type="radio" id=(id) name="perspective" value=(one.id) checked[is_chosen] aria-describedby=(about);
                span {
                    label for=(id) dir="auto" { (one.name) }
                    span.hint id=(about) dir="auto" {
                        @if !one.experience.is_empty() { (one.experience) " " }
                        (self.say.text(match one.need {
                            Need::Needed => "site-perspective-needed",
                            Need::Welcome => "site-perspective-welcome",
                        }))
                    }
                }
            }
        }
    }

    pub fn second_step(&self, reader: &Reader, typed: &Typed, faults: &[FieldFault]) -> Markup {
        html! {
            @if let Some(title) = self.title { p dir="auto" { (title) } }
            @if !self.perspectives.is_empty() { p.hint { (self.say.text("site-invitation-step-two-of-two")) } }
            (self.form(reader, typed, faults))
            p { a href=(self.way_back(typed)) { (self.say.text(self.back)) } }
        }
    }

    fn form(&self, reader: &Reader, typed: &Typed, faults: &[FieldFault]) -> Markup {
        let wrong = |pointer: &str| {
            faults
                .iter()
                .find(|fault| fault.pointer == pointer)
                .map(|fault| self.say.problem(&fault.code))
        };
        let name = if typed.name.is_empty() {
            &reader.name
        } else {
            &typed.name
        };
        html! {
            form id="step" method="post" action=(format!("{}/aannemen", self.page)) {
                input type="hidden" name="perspective" value=(typed.perspective);
                @if let Some(sentence) = wrong("/perspective") { div.wrong role="alert" { p { (sentence) } } }
                @if self.title.is_some() {
                    @if let Some(sentence) = wrong("/organisation").or_else(|| wrong("/capacity")) { div.wrong role="alert" { p { (sentence) } } }
                    (self.capacities(reader, &typed.capacity))
                }
                label for="name" { (self.say.text("site-invitation-name")) }
                p.hint id="name-hint" { (self.say.text("site-invitation-name-hint")) }
                @let fault = wrong("/name");
                @if let Some(sentence) = &fault { div.wrong id="name-wrong" role="alert" { p { (sentence) } } }
                input type="text" id="name" name="name" autocomplete="name" maxlength="80" required value=(name)
                    aria-invalid=[fault.as_ref().map(|_| "true")] autofocus[fault.is_some()]
                    aria-describedby=(if fault.is_some() { "name-hint name-wrong" } else { "name-hint" });
                (self.rules(&typed.rules, wrong("/rules").as_deref()))
                button type="submit" { (self.say.text("site-invitation-accept")) }
            }
        }
    }

    /// Read on the spot, and agreed with by a tick of one's own.
    fn rules(&self, agreed: &str, wrong: Option<&str>) -> Markup {
        let asked = self
            .entrance
            .filter(|door| !door.house_rules_html.is_empty());
        html! {
            @if let Some(door) = asked {
                @let version = door.rules_version.to_string();
                h2 id="house-rules" { (self.say.text("network-house-rules")) }
                div.np-prose dir="auto" { (PreEscaped(&door.house_rules_html)) }
                @if let Some(sentence) = wrong { div.wrong id="rules-wrong" role="alert" { p { (sentence) } } }
                div.choice {
                    input type="checkbox" id="rules" name="rules" value=(version) required checked[agreed == version]
                        aria-invalid=[wrong.map(|_| "true")] autofocus[wrong.is_some()]
                        aria-describedby=(if wrong.is_some() { "house-rules rules-wrong" } else { "house-rules" });
                    label for="rules" { (self.say.text("network-agree")) }
                }
            }
        }
    }

    fn capacities(&self, reader: &Reader, chosen: &str) -> Markup {
        let personal = self.say.text("site-invitation-personal");
        if reader.memberships.is_empty() && chosen.contains(':') {
            // Whoever is not signed in any more: what was chosen goes along.
            return html! { input type="hidden" name="capacity" value=(chosen); };
        }
        if reader.memberships.is_empty() {
            return html! { p { (self.say.text("site-invitation-personal-only")) } };
        }
        let organised = reader.memberships.iter().flat_map(|held| {
            [
                (Capacity::OnBehalf, "site-invitation-on-behalf"),
                (Capacity::Official, "site-invitation-official"),
            ]
            .into_iter()
            .filter(|(capacity, _)| capacity.is_open_to(held.role, self.role))
            .map(|(capacity, key)| {
                let value = format!("{}:{}", capacity.as_str(), held.slug);
                (value, self.of(key, held))
            })
        });
        html! {
            fieldset aria-describedby="capacity-hint" {
                legend { (self.say.text("site-invitation-capacity")) }
                p.hint id="capacity-hint" { (self.say.text("site-invitation-capacity-hint")) }
                (choice("capacity", "personal", &personal, chosen.is_empty() || chosen == "personal"))
                @for (value, label) in organised { (choice("capacity", &value, &label, chosen == value)) }
            }
        }
    }

    fn of(&self, key: &str, held: &Membership) -> String {
        self.say.of(key, &held.name)
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

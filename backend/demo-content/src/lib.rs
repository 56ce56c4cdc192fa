//! The demonstration's content, as it stands in `seed/*.json`.
//!
//! Promise: the files are part of the program, and a test reads them all.
//! Absent: writing it to a database (`app::demo`); what only its writer there takes apart ([`asked`], [`talking`]).
//! Start at: `seed/README.md`.

mod networks;
mod results;

use std::collections::HashMap;

use agreements::Rhythm;
use issues::{Need, Regime};
use notifications::FollowKind;
use platform::looks::{Looker, Sight};
use platform::taxonomy::TermKind;
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use networks::{JointTalk, Network, NetworkContact, Newcomer};
pub use results::{Outcome, PostAt, Product, Statement};

macro_rules! content {
    ($($name:ident: $type:ty = $file:literal;)+) => {$(
        pub fn $name() -> $type {
            read(include_str!(concat!("../seed/", $file)))
        }
    )+};
}

content! {
    tenants: Vec<Tenant> = "tenants.json";
    taxonomy: Taxonomy = "taxonomy.json";
    people: Vec<Person> = "people.json";
    issues: Vec<Issue> = "issues.json";
    networks: Vec<Network> = "networks.json";
    threads: Vec<Thread> = "threads.json";
    outcomes: Vec<Outcome> = "outcomes.json";
    products: Vec<Product> = "products.json";
    follows: Follows = "follows.json";
    invitations: Vec<Invitation> = "invitations.json";
    hands: Vec<Hand> = "hands.json";
    joins: Vec<Joining> = "joins.json";
    waves: Vec<WavePlan> = "waves.json";
    halls: Vec<Hall> = "halls.json";
    looks: Vec<Seen> = "looks.json";
}

/// What waits for an answer.
pub fn asked<T: DeserializeOwned + Default>() -> T {
    read(include_str!("../seed/asked.json"))
}

/// What stands beside posts.
pub fn talking<T: DeserializeOwned + Default>() -> T {
    read(include_str!("../seed/talking.json"))
}

fn read<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| {
        tracing::error!(%error, "the demonstration's content cannot be read");
        T::default()
    })
}

#[derive(Default, Deserialize)]
pub struct Follows {
    pub follows: Vec<Follow>,
}

#[derive(Deserialize)]
pub struct Follow {
    pub person: String,
    pub kind: FollowKind,
    pub key: String,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tenant {
    pub key: String,
    pub slug: String,
    pub name: String,
    pub colours: Colours,
    pub languages: Vec<String>,
    pub about: String,
    pub contact: Contact,
    pub house_rules: Option<String>,
    /// By kind of page, then by language.
    #[serde(default)]
    pub pages: HashMap<String, HashMap<String, String>>,
    #[serde(default)]
    pub own_terms: Vec<OwnTerm>,
}

#[derive(Clone, Deserialize)]
pub struct OwnTerm {
    pub kind: TermKind,
    #[serde(flatten)]
    pub term: Term,
}

#[derive(Clone, Deserialize)]
pub struct Colours {
    pub primary: String,
    pub accent: String,
}

#[derive(Clone, Deserialize)]
pub struct Contact {
    pub mail: String,
    pub phone: String,
}

#[derive(Deserialize, Default)]
pub struct Taxonomy {
    pub themes: Vec<Term>,
    pub expertise: Vec<Term>,
    pub regions: Vec<Term>,
}

#[derive(Clone, Deserialize)]
pub struct Term {
    pub key: String,
    pub nl: String,
    pub en: String,
    #[serde(default)]
    pub synonyms: Vec<String>,
    pub parent: Option<String>,
}

/// Somebody asked for an issue, and what became of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Invitation {
    pub issue: String,
    pub by: String,
    pub person: Option<String>,
    pub email: Option<String>,
    pub text: String,
    pub days_ago: f64,
    pub became: Became,
    pub answered_days_ago: Option<f64>,
    pub reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evaluation {
    pub asked_days_ago: f64,
    pub days_ahead: u64,
    pub answers: Vec<Said>,
}

/// What its people agreed on with each other.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    pub put_days_ago: f64,
    pub days_ahead: u64,
    pub by: String,
    pub expectations: String,
    pub tasks: String,
    pub rhythm: Rhythm,
    pub agreed: Vec<String>,
}

#[derive(Deserialize)]
pub struct Said {
    pub person: String,
    pub says: issues::EvaluationAnswer,
}

/// Somebody who wants to take part, and the "no" that came of it when there is a reason.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hand {
    pub issue: String,
    pub person: String,
    pub days_ago: f64,
    pub text: String,
    /// Who answers.
    pub by: String,
    pub answered_days_ago: Option<f64>,
    pub reason: Option<String>,
    pub objected_days_ago: Option<f64>,
    pub objection: Option<String>,
}

/// An organisation that is asked to pick an issue up together, by its owner, and the "yes" that came of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Joining {
    pub issue: String,
    pub organisation: String,
    pub by: String,
    pub days_ago: f64,
    pub text: String,
    pub accepted_by: Option<String>,
    pub accepted_days_ago: Option<f64>,
}

/// A day on which somebody was seen by who runs things.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seen {
    pub person: String,
    pub tenant: String,
    pub looker: Looker,
    pub sight: Sight,
    pub days_ago: f64,
}

/// People of whom some are asked at a time; the first of them were.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WavePlan {
    pub issue: String,
    pub by: String,
    pub days_ago: f64,
    pub size: i64,
    pub wait_days: i64,
    pub enough: Option<i64>,
    pub invitees: Vec<WaveInvitee>,
}

#[derive(Deserialize)]
pub struct WaveInvitee {
    pub person: Option<String>,
    pub email: Option<String>,
    pub text: String,
}

/// A link for a hall.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hall {
    pub issue: String,
    pub by: String,
    pub days_ago: f64,
    pub place: String,
    pub limit: i64,
    pub days_ahead: u64,
    pub approval: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    Sent,
    Accepted,
    Declined,
    Later,
    Undelivered,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    pub key: String,
    pub name: String,
    pub email: String,
    pub locale: String,
    pub memberships: Vec<Membership>,
    pub facets: Facets,
    /// To whom the rest is shown: `platform`, `tenant` or `none`.
    pub opt_in: String,
    /// A person's story.
    pub bio: String,
    #[serde(default)]
    pub experience: String,
    /// Shown to who may invite.
    #[serde(default)]
    pub languages: Vec<String>,
    pub door: Option<RawDoor>,
}

#[derive(Deserialize)]
pub struct Facets {
    pub expertise: Vec<String>,
    pub interest: Vec<String>,
    pub region: Vec<String>,
}

#[derive(Deserialize)]
pub struct Membership {
    pub tenant: String,
    pub role: String,
    /// What they do there, in their own words.
    #[serde(default)]
    pub says: String,
}

#[derive(Deserialize)]
pub struct RawDoor {
    pub slug: String,
    pub order: i64,
    pub role: HashMap<String, String>,
    #[serde(default)]
    pub text: HashMap<String, String>,
}

/// A door that signs somebody in.
pub struct Door {
    pub slug: String,
    pub role: String,
    pub text: String,
    pub name: String,
    pub email: String,
}

/// Who one can be in the demonstration, told in the language with this tag.
pub fn doors(language: &str) -> Vec<Door> {
    let mut doors: Vec<(i64, Door)> = people()
        .into_iter()
        .filter_map(|person| {
            let mut door = person.door?;
            let (role, text) = (
                door.role.remove(language).unwrap_or_default(),
                door.text.remove(language).unwrap_or_default(),
            );
            Some((
                door.order,
                Door {
                    slug: door.slug,
                    role,
                    text,
                    name: person.name,
                    email: person.email,
                },
            ))
        })
        .collect();
    doors.sort_by_key(|(order, _)| *order);
    doors.into_iter().map(|(_, door)| door).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    pub key: String,
    pub tenant: String,
    pub author: String,
    #[serde(default)]
    pub state: String,
    pub created_days_ago: f64,
    pub title: String,
    pub core_question: String,
    pub why_now: String,
    pub background: String,
    pub themes: Vec<String>,
    pub regions: Vec<String>,
    pub perspectives: Vec<Perspective>,
    pub visibility: String,
    #[serde(default)]
    pub regime: String,
    pub planned_end: Option<f64>,
    #[serde(default)]
    pub briefings: Vec<Briefing>,
    /// What its first circle was asked, and said.
    pub evaluation: Option<Evaluation>,
    pub agreement: Option<Agreement>,
    /// Which positions there are in its debate.
    pub map: Option<maps::MapText>,
    /// The name under which its organisation keeps who is asked.
    pub kept_as: Option<String>,
    #[serde(default)]
    pub history: Vec<Step>,
    pub participants: Vec<Participant>,
}

#[derive(Deserialize)]
pub struct Step {
    pub to: String,
    pub reason: Option<String>,
}

#[derive(Deserialize)]
pub struct Perspective {
    pub key: String,
    pub name: String,
    #[serde(default)]
    pub experience: String,
    #[serde(default)]
    pub need: Need,
    pub wanted: i64,
}

/// A body that should know first, and when it was told.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Briefing {
    pub name: String,
    pub told_days_ago: Option<f64>,
}

#[derive(Deserialize)]
pub struct Participant {
    pub person: String,
    pub role: String,
    pub capacity: String,
    pub organisation: Option<String>,
    pub perspective: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Thread {
    pub key: String,
    pub issue: String,
    pub title: String,
    /// The rules of the room, where they are closer than those of its issue.
    pub regime: Option<Regime>,
    #[serde(default)]
    pub kind: threads::ThreadKind,
    pub posts: Vec<Post>,
    #[serde(default)]
    pub read_up_to: HashMap<String, i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Post {
    pub by: String,
    pub days_ago: f64,
    pub body: String,
    #[serde(default)]
    pub quotes: Vec<usize>,
    #[serde(default)]
    pub files: Vec<Attached>,
}

/// A file in `seed/files`, and how a product or a post shows it.
#[derive(Deserialize)]
pub struct Attached {
    pub file: String,
    pub name: String,
    #[serde(default)]
    pub alt: String,
}

pub fn file(name: &str) -> Option<&'static [u8]> {
    match name {
        "eerste-uur.pdf" => Some(include_bytes!("../seed/files/eerste-uur.pdf")),
        "eerste-uur.png" => Some(include_bytes!("../seed/files/eerste-uur.png")),
        "sluisplein-schets.png" => Some(include_bytes!("../seed/files/sluisplein-schets.png")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_content_can_be_read() {
        assert!(
            tenants().len() >= 3
                && people().len() >= 40
                && issues().len() >= 8
                && threads().len() >= 8
        );
        assert!(!taxonomy().themes.is_empty());
        let products = products();
        assert!(outcomes().len() >= 2 && products.len() >= 5);
        let files: Vec<_> = products.iter().flat_map(|it| &it.files).collect();
        assert!(!files.is_empty() && files.iter().all(|it| file(&it.file).is_some()));
        assert!(invitations().len() >= 10 && hands().len() >= 3 && joins().len() >= 2);
        assert!(!waves().is_empty() && !halls().is_empty() && !looks().is_empty());
    }

    #[test]
    fn doors_are_told_in_each_language() {
        let [dutch, english] = ["nl", "en"].map(doors);
        assert_eq!((dutch.len(), english.len()), (5, 5));
        for (one, other) in dutch.iter().zip(&english) {
            assert!(one.slug == other.slug && !other.role.is_empty());
            assert!(!one.text.is_empty() && !other.text.is_empty() && one.text != other.text);
        }
    }
}

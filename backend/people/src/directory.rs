//! Finding people who want to be found.
//!
//! Promise: only what somebody opted into for this asker is looked at, so that a hit never tells of a
//! facet that is not shown; each hit says why it is one; thirty at most, and no next page.

use std::collections::HashMap;

use db::{Db, DbFault, Sql};
use identity::names;
use kernel::{PersonId, Scope, TermId};
use platform::looks::{self, Look, Looker, Sight};
use platform::taxonomy::{self, Term};
use uuid::Uuid;

use crate::model::FacetKind;
use crate::profile::ShownProfile;
use crate::read::{self, Candidate, Eye, Meaning, Wanted};
use crate::{Limits, PeopleFault, read_profile};

const MOST_HITS: usize = 30;
/// How many are looked at to find the best ones.
const MOST_LOOKED_AT: u64 = 300;
/// More words make no question clearer.
const MOST_WORDS: usize = 6;

/// What is asked of the directory.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// For each word what it may mean: somebody must fit every one of them.
    pub words: Vec<Meaning>,
    /// Terms, each of which must be shown.
    pub terms: Vec<TermId>,
}

impl Question {
    /// Words as they were typed, each looked for as the beginning of a name and within the names of terms.
    pub(crate) async fn of_text(
        sql: &impl Sql,
        text: &str,
        terms: Vec<TermId>,
        known: &[Term],
    ) -> Result<Self, DbFault> {
        let mut words = names::split(text);
        words.truncate(MOST_WORDS);
        let near = identity::read::people_beginning(sql, words.iter().cloned()).await?;
        let meaning = |word: &String| {
            let called = near.iter().filter(|(_, name)| names::begins(name, word));
            Meaning {
                people: called.map(|(person, _)| *person).collect(),
                terms: named(known, word),
            }
        };
        Ok(Self {
            words: words.iter().map(meaning).collect(),
            terms,
        })
    }
}

/// Somebody who is shown, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub person: PersonId,
    pub name: String,
    pub facets: Vec<(Term, FacetKind)>,
    /// The name fits a word.
    pub by_name: bool,
    /// The terms that fit.
    pub matched: Vec<TermId>,
}

/// Those who are shown, and the role in which somebody is shown them.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub looker: Option<Looker>,
    eye: Eye,
}

/// Those who were found, with what else they show. Whoever is shown because of the asker's role finds it among who
/// saw them.
pub(crate) async fn look_up(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    text: Option<&str>,
    terms: Vec<TermId>,
) -> Result<(Vec<Hit>, HashMap<PersonId, ShownProfile>), PeopleFault> {
    limits.ask(scope.person.ok_or(PeopleFault::NotFound)?)?;
    let tenant = scope.tenants.only().ok_or(PeopleFault::NotFound)?;
    let sql = db.read(scope);
    let known = taxonomy::terms_of(&sql).await?;
    let text = text.unwrap_or_default();
    let question = Question::of_text(&sql, text, terms, &known).await?;
    let found = find(&sql, scope, &question, known).await?;
    let people: Vec<PersonId> = found.hits.iter().map(|hit| hit.person).collect();
    let sql = db.read_with_keys(scope, &people);
    let profiles = read_profile::shown_profiles(&sql, found.eye, &people).await?;
    let looks = Look::at(tenant, Sight::Directory, found.looker, people);
    looks::note(db, scope, looks).await?;
    Ok((found.hits, profiles))
}

/// The best hits in the tenant of this scope, for whoever asks in it. The caller has counted the question
/// ([`Limits::ask`]) and notes who is shown ([`looks::note`]).
/// `terms` is the taxonomy of that tenant.
pub async fn find(
    sql: &impl Sql,
    scope: &Scope,
    question: &Question,
    terms: Vec<Term>,
) -> Result<Found, DbFault> {
    if question.words.iter().any(Meaning::is_empty) {
        return Ok(Found::default());
    }
    let wanted = Wanted {
        each: question
            .terms
            .iter()
            .map(|id| with_narrower(&terms, *id))
            .collect(),
        words: question.words.clone(),
    };
    let eye = read::eye_of(sql, scope).await?;
    let found = read::find(sql, eye, &wanted, MOST_LOOKED_AT).await?;
    let ids: Vec<PersonId> = found.iter().map(|candidate| candidate.person).collect();
    let names = identity::read::people_by_ids(sql, &ids).await?;
    let terms: HashMap<TermId, Term> = terms.into_iter().map(|term| (term.id, term)).collect();
    let meant = || wanted.words.iter();
    let matching: Vec<Uuid> = wanted
        .each
        .iter()
        .flatten()
        .chain(meant().flat_map(|word| &word.terms))
        .copied()
        .collect();
    let hits = found.into_iter().filter_map(|candidate| {
        let name = names.get(&candidate.person)?.name.clone();
        let by_name = meant().any(|word| word.people.contains(&candidate.person));
        Some(hit(candidate, name, by_name, &terms, &matching))
    });
    let facilitates = eye.invites.then_some(Looker::Facilitator);
    Ok(Found {
        hits: best(hits.collect()),
        looker: Looker::of(scope).or(facilitates),
        eye,
    })
}

fn hit(
    candidate: Candidate,
    name: String,
    by_name: bool,
    terms: &HashMap<TermId, Term>,
    matching: &[Uuid],
) -> Hit {
    // A term of another organisation is no word of this one.
    let facets: Vec<(Term, FacetKind)> = candidate
        .facets
        .into_iter()
        .filter_map(|(id, kind)| Some((terms.get(&id)?.clone(), kind)))
        .collect();
    let matched = facets
        .iter()
        .map(|(term, _)| term.id)
        .filter(|id| matching.contains(&id.uuid()))
        .collect();
    Hit {
        person: candidate.person,
        name,
        facets,
        by_name,
        matched,
    }
}

/// Most reasons first, then by name; whoever has no name yet cannot be found.
fn best(hits: Vec<Hit>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = hits
        .into_iter()
        .filter(|hit| !hit.name.is_empty() && !hit.facets.is_empty())
        .collect();
    let reasons = |hit: &Hit| hit.matched.len() + usize::from(hit.by_name);
    hits.sort_by(|a, b| {
        reasons(b)
            .cmp(&reasons(a))
            .then_with(|| a.name.to_lowercase().cmp(&b.name.to_lowercase()))
    });
    hits.truncate(MOST_HITS);
    hits
}

/// The term and those directly below it: who is at home in a town is at home in its province.
fn with_narrower(terms: &[Term], id: TermId) -> Vec<Uuid> {
    let below = terms.iter().filter(|term| term.parent == Some(id));
    std::iter::once(id)
        .chain(below.map(|term| term.id))
        .map(TermId::uuid)
        .collect()
}

/// The terms whose name or synonym holds this word, in any language.
fn named(terms: &[Term], word: &str) -> Vec<Uuid> {
    let word = names::folded(word);
    let holds = |name: &str| names::folded(name).contains(&word);
    terms
        .iter()
        .filter(|term| {
            holds(&term.name_nl)
                || holds(&term.name_en)
                || term.synonyms.iter().any(|synonym| holds(synonym))
        })
        .map(|term| term.id.uuid())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;
    use platform::taxonomy::TermKind;

    fn term(name: &str, parent: Option<TermId>) -> Term {
        Term {
            id: TermId::new(Timestamp::from_millis(0)),
            kind: TermKind::Expertise,
            key: name.to_lowercase(),
            name_nl: name.to_owned(),
            name_en: String::new(),
            synonyms: vec!["huisarts".to_owned()],
            parent,
        }
    }

    fn someone(name: &str, by_name: bool, matched: usize) -> Hit {
        let term = term("Zorg", None);
        Hit {
            person: PersonId::new(Timestamp::from_millis(0)),
            name: name.to_owned(),
            matched: vec![term.id; matched],
            facets: vec![(term, FacetKind::Expertise)],
            by_name,
        }
    }

    #[test]
    fn most_reasons_come_first() {
        let order = best(vec![
            someone("Anna", false, 1),
            someone("Zeki", true, 1),
            someone("bram", false, 1),
        ]);
        let names: Vec<&str> = order.iter().map(|hit| hit.name.as_str()).collect();
        assert_eq!(names, ["Zeki", "Anna", "bram"]);
    }

    #[test]
    fn nobody_is_listed_without_a_name() {
        assert!(best(vec![someone("", false, 1)]).is_empty());
    }

    #[test]
    fn thirty_and_no_more() {
        let many = (0..40)
            .map(|n| someone(&format!("P{n}"), false, 0))
            .collect();
        assert_eq!(best(many).len(), 30);
    }

    #[test]
    fn a_synonym_finds_a_term_and_a_province_its_towns() {
        let wide = term("Gezondheid", None);
        let narrow = term("Wijkzorg", Some(wide.id));
        let terms = [wide, narrow];
        assert_eq!(named(&terms, "Huisarts").len(), 2);
        assert_eq!(with_narrower(&terms, terms[0].id).len(), 2);
        assert_eq!(with_narrower(&terms, terms[1].id).len(), 1);
    }
}

//! People who opted in: no index knows them. The directory is asked, with its own condition and its own limit.

use std::collections::{HashMap, HashSet};

use ::people::{Hit, Limits, Meaning, Question};
use db::Sql;
use kernel::{PersonId, Scope, TenantId, TenantRole, TenantSet, TermId};
use platform::looks::{self, Look, Looker, Sight};
use platform::taxonomy::{self, Term};
use platform::tenants::{self, Tenant};

use crate::analysis::{self, Word};
use crate::engine::How;
use crate::find::{Ask, Place, Wanted};
use crate::{SearchFault, Services};

/// While somebody types, the directory is asked from so many letters on: each question counts.
const LEAST_LETTERS: usize = 3;
/// A search looks into so many organisations of the asker.
const MOST_TENANTS: usize = 5;
/// And shows so many people: there is no next page.
const MOST: usize = 30;

#[derive(Debug, Default)]
pub struct FoundPeople {
    pub hits: Vec<FoundPerson>,
    /// The asker looked into the directory too often; later it answers again.
    pub later: bool,
}

/// Somebody who wants to be found, in an organisation in which the asker may find them.
#[derive(Debug)]
pub struct FoundPerson {
    pub hit: Hit,
    pub place: Place,
}

/// Whoever fits every word and every term, for who signed in. A period says nothing of people, so that one finds nobody.
pub async fn find(
    scope: &Scope,
    services: &Services,
    limits: &Limits,
    ask: &Ask,
    tenant: Option<Tenant>,
    words: &[Word],
) -> Result<FoundPeople, SearchFault> {
    let is_asked = match ask.kind {
        Wanted::People => true,
        Wanted::Everything => {
            ask.skip == 0 && words.iter().any(|word| word.letters() >= LEAST_LETTERS)
        }
        Wanted::Only(_) => false,
    };
    let Some(asker) = scope.person.filter(|_| is_asked) else {
        return Ok(FoundPeople::default());
    };
    if ask.from.is_some() || ask.until.is_some() {
        return Ok(FoundPeople::default());
    }
    if limits.ask(asker).is_err() {
        return Ok(FoundPeople {
            hits: Vec::new(),
            later: true,
        });
    }
    let places = places(scope, services, asker, tenant).await?;
    let everywhere = TenantSet::of(places.iter().map(|(place, _)| place.tenant));
    let everywhere = scope.as_person(scope.person, everywhere);
    let meant = Meant::load(&services.db.read(&everywhere), words).await?;
    let mut hits: Vec<FoundPerson> = Vec::new();
    let mut known: HashSet<PersonId> = HashSet::new();
    let mut lookers: HashMap<TenantId, Looker> = HashMap::new();
    for (place, role) in places {
        let inside = Scope {
            role,
            ..scope.as_person(scope.person, TenantSet::one(place.tenant))
        };
        let terms = meant.terms_in(place.tenant);
        let question = Question {
            words: meant.words(&terms),
            terms: ask
                .theme
                .into_iter()
                .chain(ask.region)
                .map(TermId::from)
                .collect(),
        };
        let found = ::people::find(&services.db.read(&inside), &inside, &question, terms).await?;
        lookers.extend(found.looker.map(|looker| (place.tenant, looker)));
        hits.extend(
            found
                .hits
                .into_iter()
                .filter(|hit| known.insert(hit.person))
                .map(|hit| FoundPerson {
                    hit,
                    place: place.clone(),
                }),
        );
    }
    hits.sort_by_key(|found| !found.hit.by_name);
    hits.truncate(MOST);
    let looks = hits.iter().flat_map(|found| {
        let looker = lookers.get(&found.place.tenant).copied();
        let person = [found.hit.person];
        Look::at(found.place.tenant, Sight::Directory, looker, person)
    });
    looks::note(&services.db, &everywhere, looks.collect()).await?;
    Ok(FoundPeople { hits, later: false })
}

/// Where the asker looks: the organisation that was asked for, else the asker's own, else those the asker takes part in.
async fn places(
    scope: &Scope,
    services: &Services,
    asker: PersonId,
    tenant: Option<Tenant>,
) -> Result<Vec<(Place, Option<TenantRole>)>, SearchFault> {
    let sql = services.db.read_with_keys(scope, [asker]);
    let memberships = tenants::memberships_of(&sql, asker).await?;
    let role = |tenant: TenantId| {
        let own = memberships.iter().find(|own| own.tenant == tenant);
        own.map(|own| own.role)
    };
    let guest = match tenant {
        Some(tenant) => vec![tenant],
        None if memberships.is_empty() => {
            let takes_part = platform::grants::tenants_of(&sql, asker).await?;
            let mut active = tenants::active(&sql).await?;
            if !takes_part.is_empty() {
                active.retain(|tenant| takes_part.contains(&tenant.id));
            }
            active
        }
        None => Vec::new(),
    };
    let places: Vec<_> = if guest.is_empty() {
        let own = memberships.iter().map(|own| {
            let place = Place {
                tenant: own.tenant,
                slug: own.slug.clone(),
                name: own.name.clone(),
            };
            (place, Some(own.role))
        });
        own.take(MOST_TENANTS).collect()
    } else {
        let guest = guest.into_iter().map(|tenant| {
            let own = role(tenant.id);
            let place = Place {
                tenant: tenant.id,
                slug: tenant.slug,
                name: tenant.name,
            };
            (place, own)
        });
        guest.take(MOST_TENANTS).collect()
    };
    Ok(places)
}

/// What the words may mean, as forgiving as the rest of search.
struct Meant {
    /// For each word the people whom it may name.
    people: Vec<Vec<PersonId>>,
    /// The terms of all places, each with whose own it is and with which of the words may mean it.
    terms: Vec<(Term, Option<TenantId>, Vec<bool>)>,
}

impl Meant {
    /// Two statements, whatever the number of words and of places.
    async fn load(sql: &impl Sql, words: &[Word]) -> Result<Self, SearchFault> {
        // As it was typed, and what a mistyped one has in common with it.
        let beginnings = |word: &Word| [word.plain.clone(), word.plain.chars().take(3).collect()];
        let beginnings = words.iter().flat_map(beginnings);
        let near = identity::read::people_beginning(sql, beginnings).await?;
        let near: Vec<(PersonId, Vec<Word>)> = near
            .into_iter()
            .map(|(person, name)| (person, analysis::of_person(&name)))
            .collect();
        let named = |word: &Word| {
            let near = near.iter().filter(|(_, name)| is_named(word, name));
            near.map(|(person, _)| *person).collect()
        };
        let meaning = |(term, owner): (Term, Option<TenantId>)| {
            let called = is_called(&term, words);
            (term, owner, called)
        };
        let terms = taxonomy::owned_terms_of(sql).await?;
        Ok(Self {
            people: words.iter().map(named).collect(),
            terms: terms.into_iter().map(meaning).collect(),
        })
    }

    fn terms_in(&self, tenant: TenantId) -> Vec<Term> {
        let terms = self.terms.iter();
        let own = terms.filter(|(_, owner, _)| owner.is_none_or(|owner| owner == tenant));
        own.map(|(term, ..)| term.clone()).collect()
    }

    fn words(&self, terms: &[Term]) -> Vec<Meaning> {
        let here: HashSet<TermId> = terms.iter().map(|term| term.id).collect();
        let meaning = |(number, people): (usize, &Vec<PersonId>)| Meaning {
            people: people.clone(),
            terms: self
                .terms
                .iter()
                .filter(|(term, _, by)| here.contains(&term.id) && by.get(number) == Some(&true))
                .map(|(term, ..)| term.id.uuid())
                .collect(),
        };
        self.people.iter().enumerate().map(meaning).collect()
    }
}

/// A part of a name: so begun, or mistyped.
fn is_named(word: &Word, name: &[Word]) -> bool {
    name.iter()
        .any(|part| word.begins(part) || word.is_mistyped_for(part))
}

/// Which of these words may mean this term.
fn is_called(term: &Term, words: &[Word]) -> Vec<bool> {
    let names = [&term.name_nl, &term.name_en].into_iter();
    let called: Vec<_> = names
        .chain(&term.synonyms)
        .map(|name| analysis::of_name(name))
        .collect();
    let means = |word: &Word| {
        let mut parts = called.iter().flat_map(|name| name.iter());
        parts.any(|part| word.means(part, How::Forgiving))
    };
    words.iter().map(means).collect()
}

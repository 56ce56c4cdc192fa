//! People who opted in: no index knows them. The directory is asked, with its own condition and its own limit.

use std::collections::HashSet;

use ::people::{Hit, Limits, Meaning, Question};
use db::Sql;
use kernel::{PersonId, Scope, TenantId, TenantRole, TenantSet, TermId};
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
    let mut hits: Vec<FoundPerson> = Vec::new();
    let mut known: HashSet<PersonId> = HashSet::new();
    for (place, role) in places(scope, services, asker, tenant).await? {
        let inside = Scope {
            role,
            ..scope.as_person(scope.person, TenantSet::one(place.tenant))
        };
        let sql = services.db.read(&inside);
        let question = Question {
            words: meanings(&sql, words).await?,
            terms: ask
                .theme
                .into_iter()
                .chain(ask.region)
                .map(TermId::from)
                .collect(),
        };
        let found = ::people::find(&sql, &inside, &question).await?;
        hits.extend(
            found
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

/// What each word may mean, as forgiving as the rest of search.
async fn meanings(sql: &impl Sql, words: &[Word]) -> Result<Vec<Meaning>, SearchFault> {
    let terms = taxonomy::terms_of(sql).await?;
    let mut meanings = Vec::new();
    for word in words {
        let beginning: String = word.plain.chars().take(3).collect();
        let near = identity::read::people_beginning(sql, &beginning).await?;
        meanings.push(Meaning {
            people: near
                .into_iter()
                .filter(|(_, name)| is_named(word, name))
                .map(|(person, _)| person)
                .collect(),
            terms: terms
                .iter()
                .filter(|term| is_called(term, word))
                .map(|term| term.id.uuid())
                .collect(),
        });
    }
    Ok(meanings)
}

/// A part of a name: so begun, or mistyped.
fn is_named(word: &Word, name: &str) -> bool {
    let mut parts = analysis::all_asked(name).into_iter();
    parts.any(|part| word.begins(&part) || word.is_mistyped_for(&part))
}

fn is_called(term: &Term, word: &Word) -> bool {
    let means = |name: &String| {
        let mut words = analysis::all_asked(name).into_iter();
        words.any(|other| word.means(&other, How::Forgiving))
    };
    means(&term.name_nl) || means(&term.name_en) || term.synonyms.iter().any(means)
}

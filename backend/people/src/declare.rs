//! Saying what may be known of oneself, and to whom.
//!
//! Promise: what is taken back is gone with the next question; consent is noted with its words and its moment.

use db::{Db, DbFault, Tx, outbox};
use kernel::{Faults, PersonId, Scope, TermId};
use platform::taxonomy;

use crate::model::{Audience, Availability, Facet, FacetKind, Showing, Subject};
use crate::{PeopleEvent, PeopleFault, model, read, store};

/// More than this is no description any more.
const MOST_FACETS: usize = 60;

/// All that a person says; what is left out is taken back.
#[derive(Clone, Debug)]
pub struct Declaration {
    pub facets: Vec<(TermId, Audience)>,
    pub invitations_per_month: i64,
    pub hidden: bool,
}

pub(crate) async fn declare_own(
    scope: &Scope,
    db: &Db,
    version: i64,
    said: Declaration,
) -> Result<(), PeopleFault> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let tx = db.begin(scope).await?;
    if !declare(&tx, person, version, said).await? {
        return Err(PeopleFault::Stale);
    }
    Ok(tx.commit().await?)
}

/// Replaces what this person says of themselves; false when it was changed since `version`.
pub async fn declare(
    tx: &Tx,
    person: PersonId,
    version: i64,
    said: Declaration,
) -> Result<bool, PeopleFault> {
    let before = read::own_facets(tx, person).await?;
    let facets = parse(tx, &said, &before).await?;
    let availability = Availability {
        invitations_per_month: said.invitations_per_month,
        hidden: said.hidden,
        version,
        ..Availability::default()
    };
    if !store::write_availability(tx, person, availability, version).await? {
        return Ok(false);
    }
    let ended = model::ended(&before, &facets);
    let ended = ended
        .iter()
        .map(|facet| (person, Subject::from(*facet), &facet.showing));
    store::keep_consents(tx, ended).await?;
    store::replace_facets(tx, person, &facets).await?;
    announce(tx, person).await?;
    Ok(true)
}

pub(crate) async fn announce(tx: &Tx, person: PersonId) -> Result<(), DbFault> {
    outbox::push(tx, &PeopleEvent::FacetsChanged { person }).await
}

async fn parse(tx: &Tx, said: &Declaration, before: &[Facet]) -> Result<Vec<Facet>, PeopleFault> {
    let terms = taxonomy::terms_of(tx).await?;
    let mut faults = Faults::default();
    let mut facets: Vec<Facet> = Vec::new();
    if said.facets.len() > MOST_FACETS {
        faults.refuse("/facets", "list.too-long");
    }
    if !(0..=Availability::MOST).contains(&said.invitations_per_month) {
        faults.refuse("/invitationsPerMonth", "availability.out-of-range");
    }
    for (place, (id, audience)) in said.facets.iter().enumerate() {
        let known = terms.iter().find(|term| term.id == *id);
        let old = before.iter().find(|facet| facet.term == *id);
        let twice = facets.iter().any(|facet| facet.term == *id);
        // What stands under a word of an organisation that one left stays until it is taken back.
        let kind = known.map(|term| FacetKind::of(term.kind));
        match kind.or(old.map(|facet| facet.kind)) {
            Some(kind) if !twice => {
                let facet = Facet {
                    term: *id,
                    kind,
                    showing: Showing::since(db::Sql::now(tx), *audience)
                        .after(old.map(|facet| &facet.showing)),
                };
                facets.push(facet);
            }
            Some(_) => {}
            None => faults.refuse(format!("/facets/{place}/term"), "term.unknown"),
        }
    }
    faults.finish(Some(facets)).map_err(PeopleFault::Invalid)
}

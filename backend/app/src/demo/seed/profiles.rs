//! What people say of themselves, and to whom.

use kernel::{PersonId, Scope, TenantSet};
use people::{
    Audience, Availability, Declaration, Saying, TextPart, say_languages, say_role, say_text,
};
use platform::taxonomy::TermKind;

use super::{Known, refused};
use crate::demo::content::{self, Person};
use crate::{StartFault, State};

/// Everybody who opted in says what they know, care about and where they are at home, and who they are.
pub(super) async fn write_profiles(state: &State, known: &Known) -> Result<(), StartFault> {
    let tenants = TenantSet::of(known.tenants.values().copied());
    let scope = Scope::worker(tenants, state.clock.now());
    let tx = state.db.begin(&scope).await?;
    for said in content::people() {
        let (Some((person, _)), Some(audience)) =
            (known.people.get(&said.key), audience(&said.opt_in))
        else {
            continue;
        };
        let declaration = declaration(&said, known, audience);
        people::declare(&tx, *person, 0, declaration)
            .await
            .map_err(|fault| refused(&said.key, fault))?;
        tell(&tx, *person, said, audience).await?;
    }
    Ok(tx.commit().await?)
}

fn declaration(said: &Person, known: &Known, audience: Audience) -> Declaration {
    let kinds = [
        (TermKind::Expertise, &said.facets.expertise),
        (TermKind::Theme, &said.facets.interest),
        (TermKind::Region, &said.facets.region),
    ];
    let terms = kinds
        .into_iter()
        .flat_map(|(kind, keys)| keys.iter().map(move |key| (kind, key.clone())))
        .filter_map(|term| known.terms.get(&term).copied());
    Declaration {
        facets: terms.map(|term| (term, audience)).collect(),
        invitations_per_month: Availability::default().invitations_per_month,
        hidden: false,
    }
}

async fn tell(
    tx: &db::Tx,
    person: PersonId,
    said: Person,
    audience: Audience,
) -> Result<(), StartFault> {
    for (part, what) in [
        (TextPart::Story, said.bio),
        (TextPart::Experience, said.experience),
    ] {
        let saying = Saying {
            what,
            audience,
            version: 0,
        };
        let told = say_text(tx, person, part, saying).await;
        told.map_err(|fault| refused(&said.key, fault))?;
    }
    for place in said.memberships {
        if place.says.is_empty() {
            continue;
        }
        let saying = Saying {
            what: place.says,
            audience,
            version: 0,
        };
        let told = say_role(tx, person, &place.tenant, saying).await;
        told.map_err(|fault| refused(&said.key, fault))?;
    }
    let languages = Saying {
        what: said.languages,
        audience: Audience::Facilitators,
        version: 0,
    };
    let told = say_languages(tx, person, languages).await;
    told.map_err(|fault| refused(&said.key, fault))
}

fn audience(opt_in: &str) -> Option<Audience> {
    match opt_in {
        "platform" => Some(Audience::Platform),
        "tenant" => Some(Audience::Tenants),
        _ => None,
    }
}

//! Opening, suspending and setting up a tenant.
//!
//! Promise: only an owner changes a tenant's settings; only the operator's command line opens or suspends one.

use db::{Db, OnUnique, Sql, Tx, Unique, outbox};
use kernel::{Denied, EmailAddress, Faults, Line, Locale, Prose, Scope, TenantId, TenantRole};
use sea_orm::ActiveValue::Set;

use super::model::{ColourFault, parse_host, parse_slug};
use super::{Colour, Tenant, TenantEvent, TenantFault, TenantState, entity, store};

const SLUG: Unique = Unique {
    index: "ux_tenant_slug",
    columns: "tenant.slug",
};

const HOST: Unique = Unique {
    index: "ux_tenant_host",
    columns: "tenant.host",
};

/// What a new tenant begins with.
pub struct NewTenant {
    pub slug: String,
    pub name: String,
    pub about: String,
    pub colour: String,
    pub accent: String,
    pub languages: Vec<Locale>,
    pub contact_email: String,
    pub contact_phone: String,
    pub host: Option<String>,
}

/// Opens a tenant. The first owner is invited by the caller, in the same transaction.
pub async fn open(tx: &Tx, new: NewTenant) -> Result<TenantId, TenantFault> {
    let id = TenantId::new(tx.now());
    take_in(tx, id, new, TenantState::Active).await?;
    outbox::push(tx, &TenantEvent::Opened { tenant: id }).await?;
    Ok(id)
}

/// Writes a tenant that has its id already: one that comes from another installation. The caller announces it.
pub async fn take_in(
    tx: &Tx,
    id: TenantId,
    new: NewTenant,
    state: TenantState,
) -> Result<(), TenantFault> {
    let mut faults = Faults::default();
    let slug = faults.take("/slug", parse_slug(&new.slug));
    let name = faults.take("/name", Line::<120>::parse(&new.name));
    let colour = colour(&mut faults, "/colour", &new.colour);
    let accent = colour_or(&mut faults, "/accent", &new.accent, colour.as_deref());
    let email = faults.take("/contactEmail", EmailAddress::parse(&new.contact_email));
    let host = faults.take("/host", new.host.as_deref().map(parse_host).transpose());
    let parsed = slug.zip(name).zip(colour.zip(accent)).zip(email).zip(host);
    let ((((slug, name), (colour, accent)), email), host) =
        faults.finish(parsed).map_err(TenantFault::Invalid)?;
    let row = entity::ActiveModel {
        id: Set(id.uuid()),
        slug: Set(slug),
        name: Set(name.into_string()),
        about: Set(new.about),
        colour: Set(colour),
        accent: Set(accent),
        languages: Set(new
            .languages
            .iter()
            .map(|locale| locale.tag())
            .collect::<Vec<_>>()
            .join(",")),
        contact_email: Set(email.as_str().to_owned()),
        contact_phone: Set(new.contact_phone),
        host: Set(None),
        state: Set(state.as_str().to_owned()),
        created_at: Set(tx.now().millis()),
        version: Set(1),
    };
    store::insert(tx, row)
        .await
        .on_unique(SLUG, TenantFault::Taken)?;
    if host.is_some() {
        store::set_host(tx, id, host)
            .await
            .on_unique(HOST, TenantFault::Taken)?;
    }
    Ok(())
}

/// Suspends a tenant, or opens it again.
pub async fn set_state(tx: &Tx, slug: &str, state: TenantState) -> Result<(), TenantFault> {
    let tenant = store::any_by_slug(tx, slug)
        .await?
        .ok_or(TenantFault::NotFound)?;
    let (id, version) = (tenant.id, tenant.version);
    let event = match state {
        TenantState::Active => TenantEvent::Opened { tenant: tenant.id },
        TenantState::Suspended => TenantEvent::Suspended { tenant: tenant.id },
    };
    if !store::update(tx, &Tenant { state, ..tenant }, version).await? {
        return Err(TenantFault::Stale);
    }
    store::touch_access(tx, id).await?;
    Ok(outbox::push(tx, &event).await?)
}

/// Gives a tenant a host name of its own, or takes it away; what links to its pages follows.
pub async fn set_host(tx: &Tx, slug: &str, host: Option<&str>) -> Result<(), TenantFault> {
    let tenant = store::any_by_slug(tx, slug)
        .await?
        .ok_or(TenantFault::NotFound)?;
    let mut faults = Faults::default();
    let host = faults.take("/host", host.map(parse_host).transpose());
    let host = faults.finish(host).map_err(TenantFault::Invalid)?;
    store::set_host(tx, tenant.id, host)
        .await
        .on_unique(HOST, TenantFault::Taken)?;
    Ok(outbox::push(tx, &TenantEvent::Changed { tenant: tenant.id }).await?)
}

/// What an owner may change; what is left out stays.
#[derive(Default)]
pub(super) struct Changes {
    pub name: Option<String>,
    pub about: Option<String>,
    pub colour: Option<String>,
    pub accent: Option<String>,
    pub languages: Option<Vec<Locale>>,
    pub contact_email: Option<String>,
    pub contact_phone: Option<String>,
}

pub(super) async fn change(
    scope: &Scope,
    db: &Db,
    slug: &str,
    version: i64,
    changes: Changes,
) -> Result<Tenant, TenantFault> {
    may_set_up(scope)?;
    let tx = db.begin(scope).await?;
    let tenant = store::by_slug(&tx, slug)
        .await?
        .ok_or(TenantFault::NotFound)?;
    let changed = apply(tenant, changes)?;
    if !store::update(&tx, &changed, version).await? {
        return Err(TenantFault::Stale);
    }
    outbox::push(&tx, &TenantEvent::Changed { tenant: changed.id }).await?;
    tx.commit().await?;
    Ok(Tenant {
        version: version + 1,
        ..changed
    })
}

/// Only an owner sets a tenant up.
pub(super) fn may_set_up(scope: &Scope) -> Result<(), Denied> {
    match scope.role {
        Some(TenantRole::Owner) => Ok(()),
        Some(TenantRole::Convener | TenantRole::Publisher | TenantRole::Member) | None => {
            Err(Denied::Forbidden)
        }
    }
}

fn apply(mut tenant: Tenant, changes: Changes) -> Result<Tenant, TenantFault> {
    let mut faults = Faults::default();
    if let Some(name) = changes
        .name
        .and_then(|raw| faults.take("/name", Line::<120>::parse(&raw)))
    {
        tenant.name = name.into_string();
    }
    if let Some(about) = changes
        .about
        .and_then(|raw| faults.take("/about", Prose::<4_000>::parse(&raw)))
    {
        tenant.about = about.into_string();
    }
    if let Some(value) = changes
        .colour
        .and_then(|raw| colour(&mut faults, "/colour", &raw))
    {
        tenant.colour = value;
    }
    if let Some(value) = changes
        .accent
        .and_then(|raw| colour(&mut faults, "/accent", &raw))
    {
        tenant.accent = value;
    }
    if let Some(email) = changes
        .contact_email
        .and_then(|raw| faults.take("/contactEmail", EmailAddress::parse(&raw)))
    {
        email.as_str().clone_into(&mut tenant.contact_email);
    }
    if let Some(phone) = changes
        .contact_phone
        .and_then(|raw| faults.take("/contactPhone", Line::<40>::parse(&raw)))
    {
        tenant.contact_phone = phone.into_string();
    }
    if let Some(languages) = changes.languages {
        if languages.is_empty() {
            faults.refuse("/languages", "field.missing");
        }
        tenant.languages = languages;
    }
    faults.finish(Some(tenant)).map_err(TenantFault::Invalid)
}

fn colour(faults: &mut Faults, pointer: &str, raw: &str) -> Option<String> {
    match Colour::parse(raw) {
        Ok(colour) => Some(colour.into_string()),
        Err(fault) => {
            faults.refuse(pointer, ColourFault::code(fault));
            None
        }
    }
}

fn colour_or(
    faults: &mut Faults,
    pointer: &str,
    raw: &str,
    fallback: Option<&str>,
) -> Option<String> {
    if raw.is_empty() {
        fallback.map(str::to_owned)
    } else {
        colour(faults, pointer, raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{TenantSet, Timestamp};

    fn check(role: Option<TenantRole>, expected: Result<(), Denied>) {
        let scope = Scope {
            role,
            ..Scope::worker(TenantSet::default(), Timestamp::from_millis(0))
        };
        assert_eq!(may_set_up(&scope), expected, "{role:?}");
    }

    #[test]
    fn only_owners_set_a_tenant_up() {
        check(Some(TenantRole::Owner), Ok(()));
        check(Some(TenantRole::Convener), Err(Denied::Forbidden));
        check(None, Err(Denied::Forbidden));
    }
}

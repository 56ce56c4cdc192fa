//! One's own name and language.
//!
//! Promise: what somebody else changed meanwhile (in another tab) is not overwritten.

use db::{Db, outbox};
use kernel::{Faults, Line, Locale, Scope};

use crate::{IdentityEvent, IdentityFault, store};

pub(crate) async fn change_profile(
    scope: &Scope,
    db: &Db,
    version: i64,
    name: Option<&str>,
    locale: Option<Locale>,
) -> Result<(), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let tx = db.begin(scope).await?;
    let row = store::find_person(&tx, person)
        .await?
        .ok_or(IdentityFault::SessionNotFound)?;
    let mut faults = Faults::default();
    let name = match name {
        Some(raw) => faults
            .take("/name", Line::<80>::parse(raw))
            .map(Line::into_string),
        None => Some(row.name),
    };
    let name = faults.finish(name).map_err(IdentityFault::Invalid)?;
    let locale = locale
        .or_else(|| Locale::from_tag(&row.locale))
        .unwrap_or_default();
    if !store::update_person(&tx, person, &name, locale, version).await? {
        return Err(IdentityFault::Stale);
    }
    outbox::push(&tx, &IdentityEvent::ProfileChanged { person }).await?;
    Ok(tx.commit().await?)
}

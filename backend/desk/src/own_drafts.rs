//! Which drafts are kept: of what is written for a room in which nobody learns who wrote what, none. It stays in the browser.

use db::Db;
use kernel::{FieldFault, Scope};
use threads::{Body, ThreadFault, read_voices};
use uuid::Uuid;

pub(crate) async fn keep(
    scope: &Scope,
    db: &Db,
    key: &str,
    body: String,
) -> Result<(), ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    if key.len() > 100 || body.chars().count() > Body::MAX_CHARS {
        return Err(ThreadFault::Invalid(vec![FieldFault::new(
            "/body",
            "text.too-long",
        )]));
    }
    if let Some(id) = named(key)
        && read_voices::hides_writers(&db.read(scope), id).await?
    {
        return Ok(());
    }
    let tx = db.begin(scope).await?;
    drafts::keep(&tx, person, key, body).await?;
    Ok(tx.commit().await?)
}

/// What it is a draft for, when its key ends in an id.
fn named(key: &str) -> Option<Uuid> {
    key.get(key.len().checked_sub(36)?..)?.parse().ok()
}

pub(crate) async fn discard(scope: &Scope, db: &Db, key: &str) -> Result<(), ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    let tx = db.begin(scope).await?;
    drafts::forget(&tx, person, key).await?;
    Ok(tx.commit().await?)
}

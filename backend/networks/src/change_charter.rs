//! Changing what a network says of itself.
//!
//! Promise: who was not the first to save loses nothing; once it is open the house rules stay, and are changed by
//! `rules::put`; so does its kind: see `turn`.

use db::Db;
use issues::IssueState;
use kernel::{IssueId, Scope};

use crate::found::{NetworkText, charter, room};
use crate::{NetworkFault, read, store};

pub(crate) async fn change_charter(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    version: i64,
    text: NetworkText,
) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let before = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let is_draft = before.room.state == IssueState::Draft;
    let after = charter(&text, (!is_draft).then_some(&before.charter))?;
    issues::change(scope, &tx, id, version, room(text)).await?;
    store::update(&tx, id, &after, is_draft).await?;
    Ok(tx.commit().await?)
}

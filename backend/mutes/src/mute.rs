//! Reading less of somebody (dempen), and wanting to hear nothing from them (blokkeren).
//!
//! Promise: it is the reader's own: nobody else learns of it, least of all whom it is about. It holds in one organisation;
//! of an alias in its issue, and leads to nobody. Where nobody is an author, nobody can be muted. Decision 0066.
//! Absent: what a browser does with it (it folds posts up); who is told of what, which is `notifications`.

use db::Db;
use kernel::{
    FieldFault, IssueId, MuteId, PersonId, PostId, Scope, TenantId, TenantSet, Timestamp,
};
use platform::Secrets;
use threads::{Voice, read};

use crate::{MuteFault, store};

/// More than this nobody keeps apart.
pub(crate) const MOST_MUTES: u64 = 500;

/// Somebody of whom the asker reads less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mute {
    pub id: MuteId,
    pub tenant: TenantId,
    pub person: PersonId,
    pub muted: Voice,
    /// Of an alias.
    pub issue: Option<IssueId>,
    pub name: String,
    /// Invites and asks for contact in vain, too.
    pub blocks: bool,
    pub at: Timestamp,
}

/// Whoever wrote this post; a second time says only whether it blocks.
pub(crate) async fn mute(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    post: PostId,
    blocks: bool,
) -> Result<Mute, MuteFault> {
    let person = scope.person.ok_or(MuteFault::PostNotFound)?;
    let tx = db.begin(scope).await?;
    let (room, post, _) = read::find_post(&tx, post)
        .await?
        .ok_or(MuteFault::PostNotFound)?;
    let issue = match post.author {
        Voice::Person(_) => None,
        Voice::Alias(_) => Some(room.issue),
        Voice::Gone(_) | Voice::Nobody => return Err(MuteFault::NobodyToMute),
    };
    if Voice::both(room.regime, room.issue, person, secrets).contains(&post.author) {
        return Err(MuteFault::NobodyToMute);
    }
    // Who wrote under it is not known, so neither is whose invitations these are.
    if blocks && issue.is_some() {
        let fault = FieldFault::new("/blocks", "mute.alias");
        return Err(MuteFault::Invalid(vec![fault]));
    }
    let known = store::about(&tx, person, post.author).await?;
    if known.is_none() && store::count_of(&tx, person).await? >= MOST_MUTES {
        return Err(MuteFault::TooManyMutes);
    }
    let new = Mute {
        id: MuteId::new(scope.now),
        tenant: room.tenant,
        person,
        muted: post.author,
        issue,
        name: post.shown_name,
        blocks,
        at: scope.now,
    };
    let made = store::put(&tx, new).await?;
    tx.commit().await?;
    Ok(made)
}

/// The asker's own, in every organisation, the newest first.
pub(crate) async fn list(scope: &Scope, db: &Db) -> Result<Vec<Mute>, MuteFault> {
    let person = scope.person.ok_or(MuteFault::MuteNotFound)?;
    let sql = db.read_with_keys(scope, [person]);
    Ok(store::of(&sql, person).await?)
}

pub(crate) async fn unmute(scope: &Scope, db: &Db, id: MuteId) -> Result<(), MuteFault> {
    let person = scope.person.ok_or(MuteFault::MuteNotFound)?;
    let sql = db.read_with_keys(scope, [person]);
    let own = store::find(&sql, person, id).await?;
    let own = own.ok_or(MuteFault::MuteNotFound)?;
    let within = scope.as_person(Some(person), TenantSet::of([own.tenant]));
    let tx = db.begin(&within).await?;
    store::delete(&tx, person, id).await?;
    Ok(tx.commit().await?)
}

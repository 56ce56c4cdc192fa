//! What an author writes instead of a post that came back for editing.
//!
//! Promise: it is there again at once, under its number; what stood there before is in none of its older versions.

use db::Db;
use kernel::{DecisionId, Scope};
use threads::{Held, Instead, Room, ThreadFault};

use crate::model::Act;
use crate::subject::{self, Subject};
use crate::views::RewriteForm;
use crate::{ModerationFault, read, store};

pub(crate) async fn rewrite(
    scope: &Scope,
    db: &Db,
    id: DecisionId,
    form: &RewriteForm,
) -> Result<(), ModerationFault> {
    let person = scope.person.ok_or(ModerationFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let decision = read::decision(&tx, id).await?;
    let decision = decision
        .filter(|it| it.author == Some(person) && !it.is_answer())
        .ok_or(ModerationFault::NotFound)?;
    let case = read::case(&tx, decision.case).await?;
    let case = case.ok_or(ModerationFault::NotFound)?;
    let Subject::Said(said) = subject::of(&tx, &case).await? else {
        return Err(ModerationFault::Settled);
    };
    let (room, post) = *said;
    let own = threads::read::find(&tx, room.id).await?;
    may_write(scope, &own.ok_or(ModerationFault::NotFound)?)?;
    let waits = decision.act == Act::Return && post.held == Some(Held::Returned);
    if !waits || !store::rewritten(&tx, id).await? {
        return Err(ModerationFault::Settled);
    }
    let instead = Instead {
        body: &form.body,
        files: form.files.as_deref(),
    };
    threads::bring_back(&tx, &room, post.id, Some(instead)).await?;
    Ok(tx.commit().await?)
}

/// Whoever may not write here, may not write this either; but it was said before the issue closed, and is no new word in it.
fn may_write(scope: &Scope, room: &Room) -> Result<(), ThreadFault> {
    match threads::writer(scope, room) {
        Err(ThreadFault::Closed) if room.issue_state.is_moderated() => Ok(()),
        other => other.map(|_| ()),
    }
}

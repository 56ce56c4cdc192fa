//! What an open access lets two people see: the closed conversations of one issue, or whose one alias is.
//!
//! Promise: which conversation is read stands in the log of the room before the first word of it is shown; whose an alias
//! is, is worked out each time that it is looked at, and kept nowhere.

use crate::read_rooms::{self, ClosedRoom};
use db::{Db, Sql};
use kernel::{EmergencyId, Scope, Seq, ThreadId};
use platform::Secrets;
use threads::{Post, read::Part};

use crate::model::Emergency;
use crate::policy::MayUse;
use crate::{EmergencyFault, policy, read, store};

const PAGE: u64 = 50;

/// An access of the organisation of this operation, for who answers for it.
pub(crate) async fn opened(
    scope: &Scope,
    sql: &impl Sql,
    id: EmergencyId,
) -> Result<(Emergency, MayUse), EmergencyFault> {
    let staff = policy::staff(scope)?;
    let emergency = read::find(sql, id).await?.ok_or(EmergencyFault::NotFound)?;
    let permit = policy::may_use(staff, &emergency, scope.now)?;
    Ok((emergency, permit))
}

/// The conversations that may be read.
pub(crate) async fn rooms(
    sql: &impl Sql,
    emergency: &Emergency,
) -> Result<Vec<ClosedRoom>, EmergencyFault> {
    if emergency.alias.is_some() {
        return Ok(Vec::new());
    }
    Ok(read_rooms::closed_rooms(sql, emergency.issue).await?)
}

/// Whose alias it is; none when that person is in the issue no more.
pub(crate) async fn name_behind(
    sql: &impl Sql,
    emergency: &Emergency,
    secrets: &Secrets,
) -> Result<Option<String>, EmergencyFault> {
    let Some(alias) = emergency.alias.as_ref().and_then(|alias| alias.id) else {
        return Ok(None);
    };
    let person = read_rooms::person_behind(sql, emergency.issue, alias, secrets).await?;
    let Some(person) = person else {
        return Ok(None);
    };
    let mut cards = identity::read::people_by_ids(sql, &[person]).await?;
    Ok(cards.remove(&person).map(|card| card.name))
}

/// Posts after this one, in order; one more than a page tells that there are more.
pub(crate) async fn posts(
    scope: &Scope,
    db: &Db,
    id: EmergencyId,
    thread: ThreadId,
    after: Seq,
) -> Result<(Vec<Post>, Option<Seq>), EmergencyFault> {
    let tx = db.begin(scope).await?;
    let (emergency, permit) = opened(scope, &tx, id).await?;
    let rooms = rooms(&tx, &emergency).await?;
    if !rooms.iter().any(|room| room.id == thread) {
        return Err(EmergencyFault::NotFound);
    }
    store::note_reading(&tx, &permit, (emergency.id, emergency.tenant), thread).await?;
    let mut posts = threads::read::posts(&tx, thread, Part::After(after), PAGE + 1).await?;
    tx.commit().await?;
    let full = u64::try_from(posts.len()).is_ok_and(|count| count > PAGE);
    if full {
        posts.pop();
    }
    let next = posts.last().filter(|_| full).map(|post| post.seq);
    Ok((posts, next))
}

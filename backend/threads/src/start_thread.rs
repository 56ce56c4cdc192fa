//! Opening a thread under an issue, with its first post.
//!
//! Promise: the thread takes over the issue's visibility and regime, for its life.

use db::{Db, Sql, Tx, outbox};
use issues::{Issue, IssueFault};
use kernel::{Faults, IssueId, Line, PostId, Scope, ThreadId};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::model::{Body, Room};
use crate::policy::{MayOpen, MayReply};
use crate::reply::append;
use crate::{Ranges, ThreadEvent, ThreadFault, policy, store, store_hold};

/// What a person sends.
pub struct NewThread<'a> {
    pub issue: IssueId,
    pub title: &'a str,
    pub body: &'a str,
}

pub(crate) async fn start_thread(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<&str>,
    input: NewThread<'_>,
) -> Result<ThreadId, ThreadFault> {
    let first = parse(&input)?;
    let tx = db.begin(scope).await?;
    let id = ThreadId::new(scope.now);
    let issue = issues::read::find(&tx, input.issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_open(scope, &issue)?;
    if store_hold::paused_until(&tx, issue.id, permit.author)
        .await?
        .is_some()
    {
        return Err(ThreadFault::Paused);
    }
    match idempotency::claim(&tx, secrets, key, "start_thread", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(ThreadFault::KeyMisused),
    }
    open(&tx, &permit, id, &issue, first).await?;
    tx.commit().await?;
    Ok(id)
}

/// Opens a thread in a transaction of the caller's: for the demonstration's content and for imports.
pub async fn open_in(
    tx: &Tx,
    scope: &Scope,
    input: &NewThread<'_>,
) -> Result<ThreadId, ThreadFault> {
    let issue = issues::read::find(tx, input.issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_open(scope, &issue)?;
    let id = ThreadId::new(scope.now);
    open(tx, &permit, id, &issue, parse(input)?).await?;
    Ok(id)
}

async fn open(
    tx: &Tx,
    permit: &MayOpen,
    id: ThreadId,
    issue: &Issue,
    First { title, body }: First,
) -> Result<(), ThreadFault> {
    store::insert_thread(tx, permit, id, issue, &title).await?;
    outbox::push(
        tx,
        &ThreadEvent::Opened {
            tenant: issue.tenant,
            issue: issue.id,
            thread: id,
        },
    )
    .await?;
    let (room, reply) = (
        new_room(tx, id, issue, &title),
        MayReply {
            thread: id,
            author: permit.author,
        },
    );
    append(tx, &room, &reply, PostId::new(tx.now()), body, None).await?;
    Ok(())
}

/// What a conversation begins with.
struct First {
    title: String,
    body: Body,
}

/// Both fields are judged, so that every refusal is told at once; before anybody waits for this one's turn to write.
fn parse(input: &NewThread<'_>) -> Result<First, ThreadFault> {
    let mut faults = Faults::default();
    let title = faults.take("/title", Line::<160>::parse(input.title));
    let body = match Body::parse(input.body) {
        Ok(body) => Some(body),
        Err(ThreadFault::Invalid(fields)) => {
            for field in fields {
                faults.refuse(field.pointer, field.code);
            }
            None
        }
        Err(other) => return Err(other),
    };
    let both = title.zip(body);
    let (title, body) = faults.finish(both).map_err(ThreadFault::Invalid)?;
    Ok(First {
        title: title.into_string(),
        body,
    })
}

fn new_room(tx: &Tx, id: ThreadId, issue: &Issue, title: &str) -> Room {
    Room {
        id,
        tenant: issue.tenant,
        issue: issue.id,
        issue_title: issue.title.clone(),
        issue_state: issue.state,
        title: title.to_owned(),
        visibility: issue.visibility,
        regime: issue.regime,
        last_seq: kernel::Seq::ZERO,
        last_change: 0,
        last_post_at: tx.now(),
        voids: Ranges::default(),
        role: issue.role,
        read: Ranges::default(),
        paused_until: None,
    }
}

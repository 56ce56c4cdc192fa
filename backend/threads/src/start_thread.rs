//! Opening a thread under an issue, with its first post.
//!
//! Promise: the thread takes over the issue's visibility and regime, for its life.

use db::{Db, DbFault, Tx, outbox};
use issues::{Issue, IssueFault};
use kernel::{Faults, IssueId, Line, PostId, Scope, ThreadId};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::model::{Body, Room};
use crate::policy::{MayOpen, MayReply};
use crate::reply::{Author, append};
use crate::{Ranges, ThreadEvent, ThreadFault, policy, store};

/// What a person sends.
pub(crate) struct NewThread<'a> {
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
    let (title, body) = parse(&input)?;
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, input.issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_open(scope, &issue)?;
    let id = ThreadId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "start_thread", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.into()),
        Claim::Misused => return Err(ThreadFault::KeyMisused),
    }
    let author = issues::read::participant(&tx, issue.id, permit.author)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    open_with(&tx, &permit, id, &issue, &title, author.into(), body).await?;
    tx.commit().await?;
    Ok(id)
}

fn parse(input: &NewThread<'_>) -> Result<(String, Body), ThreadFault> {
    let mut faults = Faults::default();
    let title = faults.take("/title", Line::<160>::parse(input.title));
    let body = match Body::parse(input.body) {
        Ok(body) => Some(body),
        Err(ThreadFault::Invalid(fields)) => {
            fields
                .into_iter()
                .for_each(|field| faults.refuse(field.pointer, field.code));
            None
        }
        Err(other) => return Err(other),
    };
    let (title, body) = faults
        .finish(title.zip(body))
        .map_err(ThreadFault::Invalid)?;
    Ok((title.into_string(), body))
}

async fn open_with(
    tx: &Tx,
    permit: &MayOpen,
    id: ThreadId,
    issue: &Issue,
    title: &str,
    author: Author,
    body: Body,
) -> Result<Room, DbFault> {
    store::insert_thread(tx, permit, id, issue, title).await?;
    outbox::push(
        tx,
        &ThreadEvent::Opened {
            tenant: issue.tenant,
            issue: issue.id,
            thread: id,
        },
    )
    .await?;
    let room = new_room(tx, id, issue, title);
    let reply = MayReply {
        thread: id,
        author: permit.author,
    };
    append(
        tx,
        &room,
        &reply,
        PostId::new(db::Sql::now(tx)),
        author,
        body,
        None,
    )
    .await?;
    Ok(room)
}

/// Opens a thread as somebody who takes part: for the demonstration's content and for imports.
pub async fn open_in(
    tx: &Tx,
    scope: &Scope,
    issue: &Issue,
    title: &str,
    author: Author,
    body: &str,
) -> Result<Room, ThreadFault> {
    let permit = policy::may_open(scope, issue)?;
    let body = Body::parse(body)?;
    Ok(open_with(
        tx,
        &permit,
        ThreadId::new(scope.now),
        issue,
        title,
        author,
        body,
    )
    .await?)
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
        last_post_at: db::Sql::now(tx),
        voids: Ranges::default(),
        access_version: 0,
        own_end: None,
        role: issue.role,
        read: Ranges::default(),
    }
}

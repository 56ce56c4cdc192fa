//! What is not talked about now, and not forgotten: subjects that whoever runs an issue sets aside, for who takes part to see.
//!
//! Promise: it names nobody; what leads to a post leads only who may read that post there.
//! Absent: who brought it up, which the post tells where it may be told.

use std::collections::HashMap;

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{Issue, IssueFault, Regime};
use kernel::{
    Denied, Faults, IssueId, IssueRole, Line, ParkedId, PersonId, RequestKey, Scope, Seq, ThreadId,
    Timestamp,
};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::Room;

use crate::{FacilitatingFault, ParkedEvent, read_parked, store_parked};

const MOST_TITLE: usize = 200;
/// More than this nobody comes back to.
const MOST_OPEN: u64 = 50;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parked {
    pub id: ParkedId,
    pub title: String,
    /// Where it came up.
    pub post: Option<(ThreadId, Seq)>,
    pub since: Timestamp,
    /// When, and maybe in which conversation, people talked about it after all.
    pub taken_up_at: Option<Timestamp>,
    pub taken_up_in: Option<ThreadId>,
    /// Who took it up; nobody where the issue, or the room it was taken up in, tells no names.
    pub taken_by: Option<PersonId>,
}

/// That people talk about it after all.
pub(crate) struct TakenUp {
    pub into: Option<ThreadId>,
    pub by: Option<PersonId>,
    pub at: Timestamp,
}

/// As somebody types it.
pub struct NewParked {
    pub title: String,
    pub post: Option<(ThreadId, Seq)>,
}

/// The subjects of an issue, for who takes part in it.
pub(crate) async fn list(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<(Issue, Vec<Parked>, HashMap<PersonId, String>), FacilitatingFault> {
    let sql = db.read(scope);
    let found = issues::read::find(&sql, issue).await?;
    let issue = found.ok_or(IssueFault::NotFound)?;
    if issue.role.is_none() {
        return Err(IssueFault::Denied(Denied::Forbidden).into());
    }
    let items = read_parked::of_issue(&sql, issue.id).await?;
    let names = names(&sql, &issue, &items).await?;
    Ok((issue, items, names))
}

pub(crate) fn runs(issue: &Issue) -> bool {
    issue.role == Some(IssueRole::Facilitator) && issue.state.talks()
}

pub(crate) async fn park(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    issue: IssueId,
    new: NewParked,
) -> Result<(), FacilitatingFault> {
    let tx = db.begin(scope).await?;
    let id = ParkedId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "park_subject", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return first.settled(tx).await.map(|_| ()).map_err(Into::into),
        Claim::Misused => return Err(FacilitatingFault::KeyMisused),
    }
    parked_in(&tx, scope, (id, issue), new).await?;
    Ok(tx.commit().await?)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn parked_in(
    tx: &Tx,
    scope: &Scope,
    (id, issue): (ParkedId, IssueId),
    new: NewParked,
) -> Result<(), FacilitatingFault> {
    let issue = may_park(tx, issue).await?;
    issues::one_at_a_time(tx, issue.id).await?;
    if read_parked::open_in(tx, issue.id).await? >= MOST_OPEN {
        return Err(FacilitatingFault::TooManyParked);
    }
    let mut faults = Faults::default();
    let title = faults.take("/title", Line::<MOST_TITLE>::parse(&new.title));
    let mut regime = issue.regime;
    if let Some((thread, seq)) = new.post {
        let room = threads::read::find(tx, thread).await?;
        regime = stricter(regime, room.as_ref());
        if room.is_none_or(|room| room.issue != issue.id || seq > room.last_seq) {
            faults.refuse("/thread", "parked.no-post");
        }
    }
    let title = faults.finish(title).map_err(FacilitatingFault::Invalid)?;
    let parked = Parked {
        id,
        title: title.into_string(),
        post: new.post,
        since: scope.now,
        taken_up_at: None,
        taken_up_in: None,
        taken_by: None,
    };
    store_parked::insert(tx, &issue, &parked).await?;
    Ok(announce(tx, regime, &issue).await?)
}

/// An issue that names people can have a room that does not.
fn stricter(regime: Regime, room: Option<&Room>) -> Regime {
    room.map_or(regime, |room| regime.max(room.regime))
}

/// With who did it only where people have names.
async fn announce(tx: &Tx, regime: Regime, issue: &Issue) -> Result<(), DbFault> {
    if regime.names_people() {
        outbox::push(tx, &changed(issue)).await
    } else {
        outbox::push_unsigned(tx, &changed(issue)).await
    }
}

const fn changed(issue: &Issue) -> ParkedEvent {
    ParkedEvent::Changed {
        tenant: issue.tenant,
        issue: issue.id,
    }
}

/// Who took subjects up, as they are known in the issue.
async fn names(
    sql: &impl Sql,
    issue: &Issue,
    items: &[Parked],
) -> Result<HashMap<PersonId, String>, DbFault> {
    if items.iter().all(|one| one.taken_by.is_none()) {
        return Ok(HashMap::new());
    }
    let circle = issues::read::participants_of(sql, issue.id).await?;
    let names = circle.into_iter().map(|one| (one.person, one.shown_name));
    Ok(names.collect())
}

pub(crate) async fn take_up(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    id: ParkedId,
    thread: Option<ThreadId>,
) -> Result<(), FacilitatingFault> {
    let tx = db.begin(scope).await?;
    let issue = may_park(&tx, issue).await?;
    let mut regime = issue.regime;
    if let Some(thread) = thread {
        let room = threads::read::find(&tx, thread).await?;
        regime = stricter(regime, room.as_ref());
        if room.is_none_or(|room| room.issue != issue.id) {
            let fault = kernel::FieldFault::new("/thread", "parked.no-post");
            return Err(FacilitatingFault::Invalid(vec![fault]));
        }
    }
    let taken = TakenUp {
        into: thread,
        by: scope.person.filter(|_| regime.names_people()),
        // Beside a room without names an exact moment would name who wrote there then.
        at: if regime.names_people() {
            scope.now
        } else {
            threads::moment(Regime::Authorless, scope.now)
        },
    };
    if !store_parked::take_up(&tx, issue.id, id, taken).await? {
        return Err(FacilitatingFault::NotParked);
    }
    announce(&tx, regime, &issue).await?;
    Ok(tx.commit().await?)
}

async fn may_park(tx: &Tx, issue: IssueId) -> Result<Issue, FacilitatingFault> {
    let found = issues::read::find(tx, issue).await?;
    let issue = found.ok_or(IssueFault::NotFound)?;
    if runs(&issue) {
        Ok(issue)
    } else {
        Err(IssueFault::Denied(Denied::Forbidden).into())
    }
}

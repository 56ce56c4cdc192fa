//! What is not talked about now, and not forgotten: subjects that whoever runs an issue sets aside, for who takes part to see.
//!
//! Promise: it names nobody; what leads to a post leads only who may read that post there.
//! Absent: who brought it up, which the post tells where it may be told.

use db::{Db, Tx};
use issues::{Issue, IssueFault};
use kernel::{Denied, Faults, IssueId, IssueRole, Line, ParkedId, Scope, Seq, ThreadId, Timestamp};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::{FacilitatingFault, read_parked, store_parked};

const MOST_TITLE: usize = 200;
/// More than this nobody comes back to.
const MOST_OPEN: usize = 50;

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
) -> Result<(Issue, Vec<Parked>), FacilitatingFault> {
    let sql = db.read(scope);
    let found = issues::read::find(&sql, issue).await?;
    let issue = found.ok_or(IssueFault::NotFound)?;
    if issue.role.is_none() {
        return Err(IssueFault::Denied(Denied::Forbidden).into());
    }
    let items = read_parked::of_issue(&sql, issue.id).await?;
    Ok((issue, items))
}

pub(crate) fn runs(issue: &Issue) -> bool {
    issue.role == Some(IssueRole::Facilitator) && issue.state.talks()
}

pub(crate) async fn park(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<&str>,
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
    let issue = may_park(&tx, issue).await?;
    if read_parked::of_issue(&tx, issue.id).await?.len() >= MOST_OPEN {
        return Err(FacilitatingFault::TooManyParked);
    }
    let mut faults = Faults::default();
    let title = faults.take("/title", Line::<MOST_TITLE>::parse(&new.title));
    if let Some((thread, seq)) = new.post {
        let room = threads::read::find(&tx, thread).await?;
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
    };
    store_parked::insert(&tx, &issue, &parked).await?;
    Ok(tx.commit().await?)
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
    if let Some(thread) = thread {
        let room = threads::read::find(&tx, thread).await?;
        if room.is_none_or(|room| room.issue != issue.id) {
            let fault = kernel::FieldFault::new("/thread", "parked.no-post");
            return Err(FacilitatingFault::Invalid(vec![fault]));
        }
    }
    if !store_parked::take_up(&tx, issue.id, id, thread).await? {
        return Err(FacilitatingFault::NotParked);
    }
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

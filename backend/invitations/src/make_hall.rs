//! Making links for halls, looking how they fare, and ending them; for those who may invite.
//!
//! Promise: a repeated request makes one link; whoever runs the issue may end each, also one that somebody else made.

use db::{Db, Sql, outbox};
use issues::{Issue, IssueFault};
use kernel::{Faults, HallLinkId, IssueId, Line, RequestKey, Scope, Timestamp};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::event::HallEvent;
use crate::hall::{HallLink, may_end, may_make};
use crate::store_halls::NewHallLink;
use crate::{InvitationFault, hall_token, read_halls, store_halls};

/// A link as it is asked for.
#[derive(Clone, Debug)]
pub struct HallWish {
    pub place: String,
    pub limit: i64,
    pub ends_at: Timestamp,
    pub approval: bool,
}

pub async fn make_hall_link(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    issue: IssueId,
    wish: &HallWish,
) -> Result<HallLink, InvitationFault> {
    let new = parse(wish, scope.now)?;
    let tx = db.begin(scope).await?;
    let permit = may_make(scope, &seen(&tx, issue).await?)?;
    let id = HallLinkId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "make_hall_link", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            let made = read_halls::find(&db.read(scope), first.into()).await?;
            return made.ok_or(InvitationFault::NoHallLink);
        }
        Claim::Misused => return Err(InvitationFault::KeyMisused),
    }
    // Two who make one at once: the second waits here for the first, and then counts hers too.
    store_halls::hold_open(&tx, permit.issue).await?;
    if read_halls::open(&tx, permit.issue).await? >= HallLink::MOST_OPEN {
        return Err(InvitationFault::TooManyHallLinks);
    }
    let handle = hall_token::handle(secrets, id);
    let link = store_halls::insert(&tx, &permit, id, handle, new).await?;
    outbox::push(&tx, &HallEvent::Made(link.about())).await?;
    tx.commit().await?;
    Ok(link)
}

fn parse(wish: &HallWish, now: Timestamp) -> Result<NewHallLink, InvitationFault> {
    let mut faults = Faults::default();
    let place = faults.take(
        "/place",
        Line::<{ HallLink::MOST_PLACE }>::parse(&wish.place),
    );
    if !(HallLink::LEAST_PEOPLE..=HallLink::MOST_PEOPLE).contains(&wish.limit) {
        faults.refuse("/limit", "hall-link.limit");
    }
    if wish.ends_at <= now || wish.ends_at > now.plus(HallLink::LONGEST) {
        faults.refuse("/endsAt", "hall-link.end");
    }
    let new = place.map(|place| NewHallLink {
        place: place.into_string(),
        most: wish.limit,
        approval: wish.approval,
        ends_at: wish.ends_at,
    });
    faults.finish(new).map_err(InvitationFault::Invalid)
}

/// The newest first, with those that ended lately.
pub(crate) async fn list(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<HallLink>, InvitationFault> {
    let sql = db.read(scope);
    let permit = may_end(scope, &seen(&sql, issue).await?)?;
    Ok(read_halls::of_issue(&sql, permit.issue).await?)
}

/// At once; one that was ended before stays as it is.
pub(crate) async fn end(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    link: HallLinkId,
) -> Result<HallLink, InvitationFault> {
    let tx = db.begin(scope).await?;
    let permit = may_end(scope, &seen(&tx, issue).await?)?;
    if store_halls::end(&tx, &permit, link).await? {
        let ended = of(&tx, permit.issue, link).await?;
        outbox::push(&tx, &HallEvent::Ended(ended.about())).await?;
        tx.commit().await?;
        return Ok(ended);
    }
    of(&tx, permit.issue, link).await
}

async fn of(sql: &impl Sql, issue: IssueId, link: HallLinkId) -> Result<HallLink, InvitationFault> {
    let found = read_halls::find(sql, link).await?;
    let found = found.filter(|found| found.issue == issue);
    found.ok_or(InvitationFault::NoHallLink)
}

async fn seen(sql: &impl Sql, issue: IssueId) -> Result<Issue, InvitationFault> {
    let found = issues::read::find(sql, issue).await?;
    Ok(found.ok_or(IssueFault::NotFound)?)
}

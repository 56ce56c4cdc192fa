//! Answering who wants to take part: an invitation as everybody gets, or a reason why not.
//!
//! Promise: two who answer at once give one answer; who is late is reminded once, on the day that was promised.

use std::collections::HashMap;

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{Issue, IssueFault, IssueRights};
use kernel::{HandId, IssueId, IssueRole, Scope, Timestamp};
use platform::Secrets;
use platform::looks::{self, Look, Looker, Sight};
use platform::tenants::{self, Tenant};

use crate::event::HandEvent;
use crate::hall::HallLink;
use crate::hand::{HandState, RaisedHand, may_answer};
use crate::invite::{Whom, invite_one};
use crate::raise_hand::{finished, is_invited, parse};
use crate::{InvitationFault, Invited, Limits, policy, read_hands, store_halls, store_hands};

/// Everybody who wants to take part, those who wait first; for who may invite.
pub(crate) async fn list(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<RaisedHand>, InvitationFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue).await?;
    let issue = issue.ok_or(IssueFault::NotFound)?;
    let permit = policy::may_invite(scope, &issue, IssueRole::Participant)?;
    let hands = read_hands::of_issue(&sql, issue.id).await?;
    let looker = Looker::in_issue(scope, issue.role);
    let people = hands.iter().map(|hand| hand.person);
    let looks = Look::at(permit.tenant, Sight::Hands, looker, people);
    looks::note(db, scope, looks).await?;
    Ok(hands)
}

/// An issue in which people wait for an answer of who asks.
pub(crate) struct WaitingHands {
    pub issue: Issue,
    pub count: i64,
    /// By when the first is to be answered.
    pub answer_by: Timestamp,
}

/// Where hands wait for somebody who runs the issue, the first to be answered first.
pub(crate) async fn waiting(
    scope: &Scope,
    db: &Db,
) -> Result<Vec<(WaitingHands, Tenant)>, InvitationFault> {
    let sql = db.read(scope);
    let own = issues::read::own_ids(&sql).await?;
    let hands = read_hands::waiting_in(&sql, own).await?;
    let found = issues::read::find_all(&sql, hands.iter().map(|(issue, ..)| *issue)).await?;
    let mut run: HashMap<IssueId, Issue> = found
        .into_iter()
        .filter(|issue| IssueRights::of(scope, issue).invite)
        .map(|issue| (issue.id, issue))
        .collect();
    let tenants = tenants::by_ids(&sql, run.values().map(|issue| issue.tenant)).await?;
    let mut waiting: Vec<_> = hands
        .into_iter()
        .filter_map(|(issue, count, answer_by)| {
            let issue = run.remove(&issue)?;
            let tenant = tenants.iter().find(|it| it.id == issue.tenant)?.clone();
            let hands = WaitingHands {
                issue,
                count,
                answer_by,
            };
            Some((hands, tenant))
        })
        .collect();
    waiting.sort_by_key(|(hands, _)| hands.answer_by);
    Ok(waiting)
}

/// Asks this person in, with the same mail and the same choices as anybody.
pub(crate) async fn invite(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    (issue, hand): (IssueId, HandId),
    text: Option<&str>,
) -> Result<RaisedHand, InvitationFault> {
    let text = text.filter(|text| !text.trim().is_empty());
    let text = text.map(|text| parse("/text", text)).transpose()?;
    let tx = db.begin(scope).await?;
    let (issue, hand) = found(&tx, issue, hand).await?;
    let permit = may_answer(scope, &issue, &hand)?;
    if !hand.may_invite() {
        return Ok(hand);
    }
    let asking = policy::may_invite(scope, &issue, IssueRole::Participant)?;
    limits.invite(asking.inviter, 1)?;
    store_hands::answer(&tx, &permit, HandState::Invited, None).await?;
    let whom = Whom::volunteer(hand.person, text.unwrap_or_default());
    match invite_one(&tx, secrets, &asking, hand.id.uuid(), scope.locale, &whom).await? {
        Invited::Sent(_) | Invited::AlreadyInvited | Invited::TakesPart => {}
        Invited::NeverAgain => return Err(InvitationFault::NeverAgain),
        Invited::NotAvailable => return Err(InvitationFault::NoHand),
    }
    finished(tx, hand.id).await
}

pub async fn refuse(
    scope: &Scope,
    db: &Db,
    (issue, hand): (IssueId, HandId),
    reason: &str,
) -> Result<RaisedHand, InvitationFault> {
    let reason = parse("/reason", reason)?;
    let tx = db.begin(scope).await?;
    let (issue, hand) = found(&tx, issue, hand).await?;
    let permit = may_answer(scope, &issue, &hand)?;
    // An invitation to the address of this person is an answer too.
    if !hand.state.waits() || is_invited(&tx, issue.id, hand.person).await? {
        return Err(InvitationFault::HandAnswered);
    }
    store_hands::answer(&tx, &permit, HandState::Refused, Some(&reason)).await?;
    outbox::push(&tx, &HandEvent::Refused(hand.about())).await?;
    finished(tx, hand.id).await
}

async fn found(
    tx: &Tx,
    issue: IssueId,
    hand: HandId,
) -> Result<(Issue, RaisedHand), InvitationFault> {
    let issue = issues::read::find(tx, issue).await?;
    let issue = issue.ok_or(IssueFault::NotFound)?;
    let hand = read_hands::find(tx, hand).await?;
    let hand = hand.filter(|hand| hand.issue == issue.id);
    Ok((issue, hand.ok_or(InvitationFault::NoHand)?))
}

/// Tells who runs an issue of hands that were to be answered by now, each once; and forgets what is long past, hall
/// links too.
pub async fn look_after_hands(tx: &Tx) -> Result<(), DbFault> {
    let late = read_hands::late(tx).await?;
    let events: Vec<_> = late
        .iter()
        .map(|hand| HandEvent::Late(hand.about()))
        .collect();
    outbox::push_all(tx, &events).await?;
    store_hands::note_late(tx, late.iter().map(|hand| hand.id)).await?;
    store_halls::forget(tx, tx.now().minus(HallLink::KEPT)).await?;
    store_hands::forget(tx, tx.now().minus(RaisedHand::KEPT)).await
}

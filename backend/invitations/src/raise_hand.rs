//! Wanting to take part: raising a hand, changing one's mind, and objecting to a "no".
//!
//! Promise: one hand for a person and an issue; nobody but who runs the issue hears of it.

use db::{Db, Sql, Tx, outbox};
use issues::{Issue, IssueFault};
use kernel::{Faults, HandId, IssueId, PersonId, Prose, Scope};

use crate::event::{AboutHand, HandEvent};
use crate::hand::{HandState, RaisedHand, may_raise};
use crate::look::proven;
use crate::{InvitationFault, Limits, read, read_hands, store_hands};

type Text = Prose<{ RaisedHand::MOST_TEXT }>;

/// Where somebody who does not take part stands.
pub(crate) struct Standing {
    /// None when it is not up, or not any more.
    pub hand: Option<RaisedHand>,
    /// An invitation waits for an answer, whether or not a hand went before it.
    pub invited: bool,
}

pub(crate) async fn own(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Standing, InvitationFault> {
    let person = scope.person.ok_or(InvitationFault::NotFound)?;
    let sql = db.read(scope);
    if issues::read::find(&sql, issue).await?.is_none() {
        return Err(IssueFault::NotFound.into());
    }
    let hand = read_hands::of_person(&sql, issue, person).await?;
    let invited = is_invited(&sql, issue, person).await?;
    // The invitation came to nothing, or the person left again: it may be raised anew.
    let hand = hand.filter(|hand| hand.state != HandState::Invited);
    Ok(Standing { hand, invited })
}

async fn is_invited(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<bool, InvitationFault> {
    let addresses = proven(sql, person).await?;
    Ok(read::waits_for(sql, issue, person, &addresses).await?)
}

/// Up, with why; whoever's hand is up already says it in other words.
pub async fn raise(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    issue: IssueId,
    motivation: &str,
) -> Result<RaisedHand, InvitationFault> {
    let motivation = parse("/motivation", motivation)?;
    let tx = db.begin(scope).await?;
    let issue = seen(&tx, issue).await?;
    let permit = may_raise(scope, &issue)?;
    if is_invited(&tx, permit.issue, permit.person).await? {
        return Err(InvitationFault::AlreadyInvited);
    }
    let before = read_hands::of_person(&tx, permit.issue, permit.person).await?;
    let hand = match before.map(|hand| (hand.id, hand.state)) {
        Some((hand, HandState::Raised)) => {
            store_hands::reword(&tx, hand, &motivation).await?;
            return finished(tx, hand).await;
        }
        Some((_, HandState::Refused | HandState::Objected)) => {
            return Err(InvitationFault::HandAnswered);
        }
        // The invitation came to nothing: asked anew.
        Some((hand, HandState::Invited)) => {
            limits.raise(permit.person)?;
            store_hands::raise_again(&tx, hand, &motivation).await?;
            hand
        }
        None => {
            limits.raise(permit.person)?;
            let hand = HandId::new(tx.now());
            store_hands::insert(&tx, &permit, hand, &motivation).await?;
            hand
        }
    };
    let about = AboutHand {
        tenant: permit.tenant,
        issue: permit.issue,
        hand,
    };
    outbox::push(&tx, &HandEvent::Raised(about)).await?;
    finished(tx, hand).await
}

/// Down again; what was refused before stays refused.
pub(crate) async fn lower(scope: &Scope, db: &Db, issue: IssueId) -> Result<(), InvitationFault> {
    let tx = db.begin(scope).await?;
    let hand = own_waiting(&tx, scope, issue).await?;
    match hand.reason {
        None => store_hands::delete(&tx, hand.id).await?,
        Some(_) => store_hands::take_objection_back(&tx, hand.id).await?,
    }
    Ok(tx.commit().await?)
}

/// Why the "no" is not right.
pub async fn object(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    text: &str,
) -> Result<RaisedHand, InvitationFault> {
    let text = parse("/text", text)?;
    let tx = db.begin(scope).await?;
    seen(&tx, issue).await?;
    let person = scope.person.ok_or(InvitationFault::NotFound)?;
    let hand = of(&tx, issue, person).await?;
    if !hand.may_object() {
        return Err(InvitationFault::HandAnswered);
    }
    store_hands::object(&tx, hand.id, &text).await?;
    outbox::push(&tx, &HandEvent::Objected(hand.about())).await?;
    finished(tx, hand.id).await
}

pub(crate) fn parse(pointer: &str, text: &str) -> Result<String, InvitationFault> {
    let mut faults = Faults::default();
    let text = faults.take(pointer, Text::parse(text));
    let text = faults.finish(text).map_err(InvitationFault::Invalid)?;
    Ok(text.into_string())
}

async fn seen(tx: &Tx, issue: IssueId) -> Result<Issue, InvitationFault> {
    let found = issues::read::find(tx, issue).await?;
    Ok(found.ok_or(IssueFault::NotFound)?)
}

async fn of(tx: &Tx, issue: IssueId, person: PersonId) -> Result<RaisedHand, InvitationFault> {
    let hand = read_hands::of_person(tx, issue, person).await?;
    hand.ok_or(InvitationFault::NoHand)
}

async fn own_waiting(
    tx: &Tx,
    scope: &Scope,
    issue: IssueId,
) -> Result<RaisedHand, InvitationFault> {
    seen(tx, issue).await?;
    let person = scope.person.ok_or(InvitationFault::NotFound)?;
    let hand = of(tx, issue, person).await?;
    if hand.state.waits() {
        Ok(hand)
    } else {
        Err(InvitationFault::HandAnswered)
    }
}

pub(crate) async fn finished(tx: Tx, id: HandId) -> Result<RaisedHand, InvitationFault> {
    let after = read_hands::find(&tx, id).await?;
    tx.commit().await?;
    after.ok_or(InvitationFault::NoHand)
}

impl RaisedHand {
    pub(crate) const fn about(&self) -> AboutHand {
        AboutHand {
            tenant: self.tenant,
            issue: self.issue,
            hand: self.id,
        }
    }
}

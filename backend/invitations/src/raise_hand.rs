//! Wanting to take part: raising a hand, changing one's mind, and objecting to a "no".
//!
//! Promise: one hand for a person and an issue; nobody but who runs the issue hears of it.

use db::{Db, Sql, Tx, outbox};
use issues::{Issue, IssueFault};
use kernel::{Faults, HallLinkId, HandId, IssueId, PersonId, Prose, Scope};

use crate::event::{AboutHand, HandEvent};
use crate::hand::{HandState, MayRaise, RaisedHand, may_raise};
use crate::look::proven;
use crate::store_hands::Seen;
use crate::{InvitationFault, Limits, read, read_hands, store_halls, store_hands};

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
    let hand = read_hands::of_person(&sql, issue, person).await?;
    if hand.is_none() && issues::read::find(&sql, issue).await?.is_none() {
        return Err(IssueFault::NotFound.into());
    }
    let invited = is_invited(&sql, issue, person).await?;
    // The invitation came to nothing, or the person left again: it may be raised anew.
    let hand = hand.filter(|hand| hand.state != HandState::Invited);
    Ok(Standing { hand, invited })
}

pub(crate) async fn is_invited(
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
    let up = put_up(&tx, limits, &permit, &motivation, None).await?;
    finished(tx, up.hand).await
}

/// A hand that is up.
pub(crate) struct Up {
    pub hand: HandId,
    /// It was not, before.
    pub newly: bool,
}

/// For this permit, whichever way its holder came; from a hall, it says from which.
pub(crate) async fn put_up(
    tx: &Tx,
    limits: &Limits,
    permit: &MayRaise,
    motivation: &str,
    hall: Option<HallLinkId>,
) -> Result<Up, InvitationFault> {
    if is_invited(tx, permit.issue, permit.person).await? {
        return Err(InvitationFault::AlreadyInvited);
    }
    let before = read_hands::of_person(tx, permit.issue, permit.person).await?;
    let hand = match before.as_ref().map(|hand| (Seen::from(hand), hand.state)) {
        Some((seen, HandState::Raised)) => return reworded(tx, seen, motivation).await,
        Some((_, HandState::Refused | HandState::Objected)) => {
            return Err(InvitationFault::HandAnswered);
        }
        // The invitation came to nothing: asked anew.
        Some((seen, HandState::Invited)) => {
            limits.raise(permit.person)?;
            store_hands::raise_again(tx, seen, motivation, hall).await?;
            seen.hand
        }
        None => {
            limits.raise(permit.person)?;
            let hand = HandId::new(tx.now());
            if !store_hands::insert(tx, permit, hand, motivation, hall).await? {
                let other = of(tx, permit.issue, permit.person).await?;
                return reworded(tx, Seen::from(&other), motivation).await;
            }
            hand
        }
    };
    let about = AboutHand {
        tenant: permit.tenant,
        issue: permit.issue,
        hand,
    };
    outbox::push(tx, &HandEvent::Raised(about)).await?;
    Ok(Up { hand, newly: true })
}

/// Somebody whom others put forward, and who said yes.
#[derive(Clone, Copy, Debug)]
pub struct PutForward<'a> {
    /// Who thought of them, as far as those who run the issue may know.
    pub by: Option<PersonId>,
    /// What was said of them; they read it.
    pub motivation: &'a str,
    /// What they say themselves.
    pub own: Option<&'a str>,
}

/// Up, for whoever was put forward: the scope is of that person. A hand that is up says what was said of its owner, too.
pub async fn raise_nominated(
    tx: &Tx,
    scope: &Scope,
    limits: &Limits,
    issue: &Issue,
    put: &PutForward<'_>,
) -> Result<(), InvitationFault> {
    let permit = may_raise(scope, issue)?;
    let before = read_hands::of_person(tx, permit.issue, permit.person).await?;
    let waiting = before.filter(|hand| hand.state == HandState::Raised);
    let hand = if let Some(hand) = waiting {
        hand.id
    } else {
        let own = put.own.unwrap_or_default();
        put_up(tx, limits, &permit, own, None).await?.hand
    };
    Ok(store_hands::note_nomination(tx, hand, put.by, put.motivation).await?)
}

async fn reworded(tx: &Tx, seen: Seen, motivation: &str) -> Result<Up, InvitationFault> {
    store_hands::reword(tx, seen, motivation).await?;
    Ok(Up {
        hand: seen.hand,
        newly: false,
    })
}

/// Down again, as long as nobody answered; also by who may not see the issue any more.
pub async fn lower(scope: &Scope, db: &Db, issue: IssueId) -> Result<(), InvitationFault> {
    let person = scope.person.ok_or(InvitationFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let Some(hand) = read_hands::of_person(&tx, issue, person).await? else {
        seen(&tx, issue).await?;
        return Err(InvitationFault::NoHand);
    };
    if hand.state != HandState::Raised {
        return Err(InvitationFault::HandAnswered);
    }
    store_hands::delete(&tx, Seen::from(&hand)).await?;
    if let Some(link) = hand.hall {
        store_halls::give_back(&tx, link).await?;
    }
    Ok(tx.commit().await?)
}

/// Why the "no" is not right; also of who saw the issue in a hall only.
pub async fn object(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    text: &str,
) -> Result<RaisedHand, InvitationFault> {
    let text = parse("/text", text)?;
    let person = scope.person.ok_or(InvitationFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let Some(hand) = read_hands::of_person(&tx, issue, person).await? else {
        seen(&tx, issue).await?;
        return Err(InvitationFault::NoHand);
    };
    let issue = issues::read::find_invited(&tx, issue).await?;
    may_raise(scope, &issue.ok_or(IssueFault::NotFound)?)?;
    if !hand.may_object() {
        return Err(InvitationFault::HandAnswered);
    }
    store_hands::object(&tx, Seen::from(&hand), &text).await?;
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

//! Answering, going apart, and saying in one's own words what an issue of another is about.
//!
//! Promise: each side hears what the other decided, with the reason; who goes takes back the invitations that asked for
//! it, and nobody who takes part is sent away.

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::IssueEvent;
use kernel::{FieldFault, JoinId, Scope, TermId};
use platform::taxonomy::{self, TermKind};
use uuid::Uuid;

use crate::ask::parse;
use crate::event::About;
use crate::model::{Join, JoinState, Side};
use crate::{JoinEvent, JoinFault, policy, read, store};

const MOST_TERMS: usize = 40;

/// Yes: from now on both names stand there.
pub async fn accept(scope: &Scope, db: &Db, id: JoinId) -> Result<(), JoinFault> {
    let own = policy::decides_for(scope)?;
    let (tx, join) = opened(scope, db, id).await?;
    let permit = policy::may_answer(own, &join)?;
    // Of the issue only whether it still goes on: who answers may not read it.
    let issue = issues::read::find_invited(&tx, join.issue).await?;
    if !issue.is_some_and(|issue| issue.state.invites()) {
        return Err(JoinFault::IssueOver);
    }
    done(store::settle(&tx, &permit, JoinState::Joined, None).await?)?;
    tell(
        &tx,
        &join,
        &[Side::Owner, Side::Joiner],
        JoinEvent::Accepted,
    )
    .await?;
    named_otherwise(&tx, &join).await?;
    Ok(tx.commit().await?)
}

/// No, with a reason that whoever asked reads.
pub(crate) async fn decline(
    scope: &Scope,
    db: &Db,
    id: JoinId,
    reason: &str,
) -> Result<(), JoinFault> {
    let own = policy::decides_for(scope)?;
    let reason = parse("/reason", reason)?;
    let (tx, join) = opened(scope, db, id).await?;
    let permit = policy::may_answer(own, &join)?;
    done(store::settle(&tx, &permit, JoinState::Declined, Some(&reason)).await?)?;
    tell(&tx, &join, &[join.asked_by], JoinEvent::Declined).await?;
    Ok(tx.commit().await?)
}

/// Apart again, or the question taken back.
pub(crate) async fn end(
    scope: &Scope,
    db: &Db,
    id: JoinId,
    reason: Option<&str>,
) -> Result<(), JoinFault> {
    let own = policy::decides_for(scope)?;
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let (tx, join) = opened(scope, db, id).await?;
    let permit = policy::may_end(own, &join)?;
    if join.state == JoinState::Asked {
        done(store::withdraw(&tx, &permit).await?)?;
        return Ok(tx.commit().await?);
    }
    // Who is sent away reads why; who goes may say why.
    let reason = match (permit.by, reason) {
        (Side::Owner, reason) => Some(parse("/reason", reason.unwrap_or_default())?),
        (Side::Joiner, reason) => reason.map(|reason| parse("/reason", reason)).transpose()?,
    };
    done(store::settle(&tx, &permit, JoinState::Ended, reason.as_deref()).await?)?;
    invitations::revoke_asking_for(&tx, join.issue, join.joiner).await?;
    tell(&tx, &join, &[Side::Owner, Side::Joiner], JoinEvent::Ended).await?;
    named_otherwise(&tx, &join).await?;
    Ok(tx.commit().await?)
}

/// Under which themes and regions of its own it stands with the organisation that joined.
pub(crate) async fn place(
    scope: &Scope,
    db: &Db,
    id: JoinId,
    terms: &[TermId],
) -> Result<(), JoinFault> {
    let own = policy::decides_for(scope)?;
    let (tx, join) = opened(scope, db, id).await?;
    let permit = policy::may_place(own, &join)?;
    let mut terms: Vec<_> = terms.iter().map(|term| term.uuid()).collect();
    terms.sort_unstable();
    terms.dedup();
    let usable = taxonomy::owned_terms_of(&tx).await?;
    let fits = |id: &Uuid| {
        usable.iter().any(|(term, owner)| {
            term.id.uuid() == *id
                && matches!(term.kind, TermKind::Theme | TermKind::Region)
                && owner.is_none_or(|owner| owner == own)
        })
    };
    if terms.len() > MOST_TERMS || !terms.iter().all(fits) {
        let fault = FieldFault::new("/terms", "term.unknown");
        return Err(JoinFault::Invalid(vec![fault]));
    }
    done(store::place(&tx, &permit, &terms).await?)?;
    Ok(tx.commit().await?)
}

/// Forgets what came to nothing.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    store::forget(tx, tx.now().minus(Join::KEPT)).await
}

/// Found by an organisation in its own name, changed in the name of both.
async fn opened(scope: &Scope, db: &Db, id: JoinId) -> Result<(Tx, Join), JoinFault> {
    let join = read::find(&db.read(scope), id).await?;
    let within = Scope {
        tenants: join.ok_or(JoinFault::NotFound)?.both(),
        ..scope.clone()
    };
    let tx = db.begin(&within).await?;
    let join = read::find(&tx, id).await?.ok_or(JoinFault::NotFound)?;
    Ok((tx, join))
}

fn done(in_time: bool) -> Result<(), JoinFault> {
    if in_time {
        Ok(())
    } else {
        Err(JoinFault::Answered)
    }
}

async fn tell(
    tx: &Tx,
    join: &Join,
    sides: &[Side],
    event: fn(About) -> JoinEvent,
) -> Result<(), DbFault> {
    let about = |side: &Side| {
        event(About {
            tenant: join.tenant_at(*side),
            issue: join.issue,
            join: join.id,
        })
    };
    let events: Vec<_> = sides.iter().map(about).collect();
    outbox::push_all(tx, &events).await
}

/// Whoever has the issue on screen sees the other names.
async fn named_otherwise(tx: &Tx, join: &Join) -> Result<(), DbFault> {
    let changed = IssueEvent::Changed {
        tenant: join.owner,
        issue: join.issue,
    };
    outbox::push(tx, &changed).await
}

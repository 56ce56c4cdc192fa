//! Coming in by a hall link, or asking to.
//!
//! Promise: the same choices and the same rules as with an invitation; a place counts when somebody comes in or
//! raises a hand, and never twice for pressing twice; with the last place gone, the next hears that it is full.

use db::{Db, Sql, Tx};
use issues::Issue;
use kernel::{Denied, IssueRole, Scope};
use platform::Secrets;

use crate::accept::{Acceptance, Accepted, Seat, take_part};
use crate::hall::{Guest, HallLink, may_enter};
use crate::hand::{RaisedHand, may_raise};
use crate::look::proven;
use crate::look_hall::{issue_of, open, tenant_of};
use crate::raise_hand::{finished, parse, put_up};
use crate::{InvitationFault, Limits, look_hall, read_halls, store_halls};

pub async fn join_by_hall(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    token: &str,
    how: &Acceptance,
) -> Result<Accepted, InvitationFault> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    let (scope, link) = open(scope, db, secrets, token).await?;
    let tx = db.begin_with_keys(&scope, [person]).await?;
    let issue = issue_of(&tx, link.issue).await?;
    let accepted = Accepted {
        tenant: tenant_of(&tx, link.tenant).await?.slug,
        issue: Some(issue.id),
    };
    let guest = look_hall::guest(&tx, &link, &issue).await?;
    if guest == Guest::Inside {
        return Ok(accepted);
    }
    leads_in(&scope, &link, &issue)?;
    let permit = may_enter(&link, &guest, &proven(&tx, person).await?)?;
    let taken = store_halls::take_place(&tx, permit.link).await?;
    // Whoever waited here for another looks again. Who pressed twice at the same moment is in: the second place is not
    // taken. And who was refused meanwhile, or finds the issue paused, is not let in after all.
    let issue = issue_of(&tx, link.issue).await?;
    let guest = look_hall::guest(&tx, &link, &issue).await?;
    if guest == Guest::Inside {
        return Ok(accepted);
    }
    if !taken {
        return Err(no_place(&tx, &link, &issue).await?);
    }
    leads_in(&scope, &link, &issue)?;
    may_enter(&link, &guest, &proven(&tx, person).await?)?;
    let seat = Seat {
        role: IssueRole::Participant,
        until: None,
    };
    take_part(&tx, person, &issue, seat, how).await?;
    limits.enter(person)?;
    tx.commit().await?;
    Ok(accepted)
}

/// A raised hand like any other, that says from which hall it came.
pub async fn ask_by_hall(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    token: &str,
    motivation: &str,
) -> Result<RaisedHand, InvitationFault> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    let motivation = parse("/motivation", motivation)?;
    let (scope, link) = open(scope, db, secrets, token).await?;
    let tx = db.begin_with_keys(&scope, [person]).await?;
    tenant_of(&tx, link.tenant).await?;
    let issue = issue_of(&tx, link.issue).await?;
    leads_in(&scope, &link, &issue)?;
    let permit = may_raise(&scope, &issue)?;
    let up = put_up(&tx, limits, &permit, &motivation, Some(link.id)).await?;
    if up.newly && !store_halls::take_place(&tx, link.id).await? {
        return Err(no_place(&tx, &link, &issue).await?);
    }
    finished(tx, up.hand).await
}

/// Why there was none: one that was closed meanwhile is not full.
async fn no_place(
    tx: &Tx,
    link: &HallLink,
    issue: &Issue,
) -> Result<InvitationFault, InvitationFault> {
    let now = read_halls::find(tx, link.id).await?;
    let fault = match now {
        Some(now) => now.door(issue.state, tx.now()).fault(),
        None => Some(InvitationFault::NoHallLink),
    };
    Ok(fault.unwrap_or(InvitationFault::HallLinkFull))
}

fn leads_in(scope: &Scope, link: &HallLink, issue: &Issue) -> Result<(), InvitationFault> {
    match link.door(issue.state, scope.now).fault() {
        Some(fault) => Err(fault),
        None => Ok(()),
    }
}

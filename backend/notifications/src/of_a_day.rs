//! Who is told that a day has come on which somebody was to do something.

use db::{DbFault, Tx};
use issues::{IssueState, Linger};
use kernel::EventHead;

use crate::decide::{Circles, Fact};
use crate::store::About;
use crate::who;

pub(crate) async fn circles(
    tx: &Tx,
    head: &EventHead,
    (fact, about): (Fact, About),
) -> Result<Circles, DbFault> {
    let mut circles = Circles::default();
    match fact {
        Fact::HoldEndsSoon => circles.owners = who::owners(tx, head).await?,
        Fact::ReviewDue => circles.reviewers = who::reviewers(tx, head, about).await?,
        _ => return of_an_issue(tx, head, (fact, about)).await,
    }
    Ok(circles)
}

/// Nobody when it was answered, or taken further, meanwhile.
async fn of_an_issue(
    tx: &Tx,
    head: &EventHead,
    (fact, about): (Fact, About),
) -> Result<Circles, DbFault> {
    let mut circles = Circles::default();
    let Some(issue) = about.issue else {
        return Ok(circles);
    };
    let Some(state) = issues::read_reminders::state_now(tx, issue).await? else {
        return Ok(circles);
    };
    let waits = state == IssueState::Proposed;
    match fact {
        Fact::ProposalLate if waits => {
            circles.author = issues::read::author_of(tx, issue).await?;
            circles.conveners = who::deciders(tx, head).await?;
        }
        Fact::ProposalOverdue if waits => circles.owners = who::owners(tx, head).await?,
        Fact::IssueLingers if Linger::of(state, None, head.happened_at()).is_some() => {
            circles.facilitators = who::facilitators(tx, issue).await?;
            if circles.facilitators.is_empty() {
                circles.conveners = who::conveners(tx, head).await?;
            }
        }
        _ => {}
    }
    Ok(circles)
}

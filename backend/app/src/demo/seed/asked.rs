//! Who was put forward and does not know what to say yet, a network that was asked, who asks whom for contact, and what a colleague is
//! asked to take over; and what somebody reported.

use contacts::NewContact;
use kernel::{IssueId, Scope};
use moderation::{NewReport, ReportReason};
use nominations::{NewNomination, NewRequest};
use serde::Deserialize;

use super::inviting::{inviting, person_of};
use super::{Known, refused, unknown};
use crate::demo::content;
use crate::{StartFault, State};

#[derive(Default, Deserialize)]
struct Asked {
    nominations: Vec<Nominated>,
    requests: Vec<NetworkAsked>,
    contacts: Vec<ContactAsked>,
    handovers: Vec<Offered>,
    reports: Vec<Reported>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Nominated {
    issue: String,
    by: String,
    days_ago: f64,
    email: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NetworkAsked {
    issue: String,
    network: String,
    by: String,
    days_ago: f64,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ContactAsked {
    /// About this, in its organisation.
    issue: String,
    by: String,
    person: String,
    days_ago: f64,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Offered {
    issue: String,
    by: String,
    to: String,
    days_ago: f64,
    words: String,
}

/// A post that somebody reported, and nobody decided about yet.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reported {
    issue: String,
    by: String,
    /// In the first conversation of the issue.
    post: i64,
    days_ago: f64,
    reason: ReportReason,
    words: String,
}

pub(super) async fn write_asked(state: &State, known: &Known) -> Result<(), StartFault> {
    let asked: Asked = content::asked();
    let (db, secrets) = (&state.db, &state.secrets);
    let limits = nominations::Limits::new(&state.clock);
    let place = |key: &str| known.issues.get(key).copied().ok_or_else(|| unknown(key));
    for one in asked.nominations {
        let (tenant, issue) = place(&one.issue)?;
        let by = person_of(known, &one.by)?;
        let scope = inviting(state, by, tenant, one.days_ago).await?;
        let new = NewNomination {
            person: None,
            email: Some(one.email),
            motivation: one.text,
        };
        nominations::nominate(&scope, db, secrets, &limits, None, (issue, new))
            .await
            .map_err(|fault| refused("asked", fault))?;
    }
    for one in asked.requests {
        let (tenant, issue) = place(&one.issue)?;
        let by = person_of(known, &one.by)?;
        let scope = inviting(state, by, tenant, one.days_ago).await?;
        let new = NewRequest {
            network: place(&one.network)?.1,
            text: one.text,
        };
        nominations::ask_network(&scope, db, secrets, &limits, None, (issue, new))
            .await
            .map_err(|fault| refused("asked", fault))?;
    }
    let limits = contacts::Limits::new(&state.clock);
    for one in asked.contacts {
        let (tenant, issue) = place(&one.issue)?;
        let by = person_of(known, &one.by)?;
        let scope = inviting(state, by, tenant, one.days_ago).await?;
        let new = NewContact {
            person: person_of(known, &one.person)?,
            issue: Some(issue),
            text: one.text,
        };
        contacts::ask(&scope, db, secrets, &limits, None, &new)
            .await
            .map_err(|fault| refused("asked", fault))?;
    }
    for one in asked.handovers {
        let place = place(&one.issue)?;
        let by = person_of(known, &one.by)?;
        let scope = inviting(state, by, place.0, one.days_ago).await?;
        let tx = db.begin(&scope).await?;
        let taker = person_of(known, &one.to)?;
        handovers::offered_in(&tx, place, by, taker, &one.words)
            .await
            .map_err(|fault| refused("asked", fault))?;
        tx.commit().await?;
    }
    for one in asked.reports {
        let (tenant, issue) = place(&one.issue)?;
        let by = person_of(known, &one.by)?;
        let scope = inviting(state, by, tenant, one.days_ago).await?;
        report(state, &scope, issue, one).await?;
    }
    Ok(())
}

async fn report(
    state: &State,
    scope: &Scope,
    issue: IssueId,
    one: Reported,
) -> Result<(), StartFault> {
    let tx = state.db.begin(scope).await?;
    let rooms = threads::read::of_issue(&tx, issue).await?;
    let first = rooms.iter().min_by_key(|room| room.id);
    let first = first.ok_or_else(|| unknown(&one.issue))?;
    let part = threads::read::Part::After((one.post - 1).into());
    let posts = threads::read::posts(&tx, first.id, part, 1).await?;
    let post = posts.first().ok_or_else(|| unknown(&one.issue))?;
    let new = NewReport {
        reason: one.reason,
        words: one.words,
        stated_true: one.reason.is_about_law(),
    };
    moderation::reported_in(&tx, scope, post.id, new)
        .await
        .map_err(|fault| refused("asked", fault))?;
    Ok(tx.commit().await?)
}

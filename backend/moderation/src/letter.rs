//! What mails about moderating say, looked up when they go out; and the page of somebody who reported without an account.
//!
//! Promise: not a word of the post, nor of what was said of it; a token names one report and bears no change.

use db::{DbFault, Sql};
use kernel::{DecisionId, Locale, PersonId, ReportId, Timestamp};
use platform::Secrets;
use platform::tenants::{self, Tenant};
use threads::read_facts;
use uuid::Uuid;

use crate::model::{About, Act, Case, Ground, ReportReason, ReportState};
use crate::{ModerationFault, read};

const PURPOSE: &str = "report";

/// `<id>.<keyed hash>`.
pub fn token_for(secrets: &Secrets, id: ReportId) -> String {
    format!("{id}.{}", secrets.token(PURPOSE, &id.to_string()))
}

pub(crate) fn read_token(secrets: &Secrets, token: &str) -> Option<ReportId> {
    let (id, mac) = token.split_once('.')?;
    secrets.holds(PURPOSE, id, mac).then(|| id.parse().ok())?
}

/// How far a report without an account has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    pub reason: ReportReason,
    pub reported_at: Timestamp,
    pub state: ReportState,
    pub about: About,
    /// What was decided last, and on what it rests.
    pub act: Option<Act>,
    pub rule: String,
    /// Why a post was left as it is.
    pub facts: String,
    /// Who runs the installation looked again.
    pub by_installation: bool,
    pub can_appeal: bool,
    pub appeal_until: Option<Timestamp>,
    /// The title of the conversation, where everybody reads along and the title was not what was reported.
    pub room: Option<String>,
}

/// The same with what a mail needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub id: ReportId,
    pub tenant: Tenant,
    pub token: String,
    pub followed: Followed,
}

pub async fn follow(
    sql: &impl Sql,
    secrets: &Secrets,
    token: &str,
) -> Result<Followed, ModerationFault> {
    let id = read_token(secrets, token).ok_or(ModerationFault::NotFound)?;
    followed(sql, id).await?.ok_or(ModerationFault::NotFound)
}

async fn followed(sql: &impl Sql, id: ReportId) -> Result<Option<Followed>, DbFault> {
    let Some(report) = read::report(sql, id)
        .await?
        .filter(|it| it.reporter.is_none())
    else {
        return Ok(None);
    };
    let case = read::case(sql, report.case).await?;
    let decisions = read::decisions_in(sql, &[report.case]).await?;
    let appeals = read::appeals_in(sql, &[report.case]).await?;
    let own: Vec<_> = appeals.iter().filter(|it| it.report == Some(id)).collect();
    let last = decisions.last();
    let first = decisions.iter().rev().find(|it| !it.is_answer());
    let state = match last {
        _ if own.iter().any(|it| it.answer.is_none()) => ReportState::Appealed,
        Some(_) => ReportState::Decided,
        None => ReportState::Received,
    };
    let objected = |decision: DecisionId| own.iter().any(|it| it.decision == decision);
    let room = match &case {
        Some(case) => room_of(sql, case).await?,
        None => None,
    };
    let can_appeal = first.is_some_and(|it| !objected(it.id) && sql.now() < it.appeal_until());
    Ok(Some(Followed {
        reason: report.reason,
        reported_at: report.reported_at,
        state,
        about: case.as_ref().map_or(About::Post, |it| it.about),
        act: last.map(|it| it.act),
        rule: last.map(|it| it.rule.clone()).unwrap_or_default(),
        facts: last
            .filter(|it| it.act == Act::Leave || own.iter().any(|own| own.answer == Some(it.id)))
            .map(|it| it.facts.clone())
            .unwrap_or_default(),
        by_installation: last.is_some_and(|it| it.from.is_installation()),
        can_appeal,
        appeal_until: first.map(crate::model::Decision::appeal_until),
        room,
    }))
}

async fn room_of(sql: &impl Sql, case: &Case) -> Result<Option<String>, DbFault> {
    let told = case.about == About::Post && !case.closed_room;
    let Some(place) = case.place.filter(|_| told) else {
        return Ok(None);
    };
    let room = read_facts::of(sql, [place.thread]).await?;
    Ok(room.into_values().next().map(|room| room.title))
}

/// When somebody reported what a mail is about, and in which conversation: see [`Followed::room`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    pub at: Timestamp,
    pub room: Option<String>,
}

/// Of the report by this id, or of what this decision is about, as this person reported it.
pub async fn reported_by(
    sql: &impl Sql,
    person: PersonId,
    subject: Uuid,
) -> Result<Option<Reported>, DbFault> {
    let report = match read::report(sql, subject.into()).await? {
        Some(report) => Some(report),
        None => match read::decision(sql, subject.into()).await? {
            Some(decision) => read::report_by(sql, decision.case, person).await?,
            None => None,
        },
    };
    let Some(report) = report.filter(|it| it.reporter == Some(person)) else {
        return Ok(None);
    };
    let room = match read::case(sql, report.case).await? {
        Some(case) => room_of(sql, &case).await?,
        None => None,
    };
    Ok(Some(Reported {
        at: report.reported_at,
        room,
    }))
}

/// The mail to whoever reported without an account, as it would go out now.
pub async fn letter(
    sql: &impl Sql,
    secrets: &Secrets,
    id: ReportId,
) -> Result<Option<Letter>, DbFault> {
    let Some(followed) = followed(sql, id).await? else {
        return Ok(None);
    };
    let Some(report) = read::report(sql, id).await? else {
        return Ok(None);
    };
    let tenant = tenants::by_ids(sql, [report.tenant]).await?.pop();
    Ok(tenant.map(|tenant| Letter {
        id,
        tenant,
        token: token_for(secrets, id),
        followed,
    }))
}

/// Where the mails go of what was reported without an account, with an address: about this report, or about this decision.
pub async fn reporters_outside(
    sql: &impl Sql,
    report: Option<ReportId>,
    decision: Option<DecisionId>,
) -> Result<Vec<(ReportId, String, Locale)>, DbFault> {
    let mut found = Vec::new();
    if let Some(id) = report {
        found.extend(read::report(sql, id).await?);
    }
    if let Some(id) = decision
        && let Some(decision) = read::decision(sql, id).await?
    {
        found.extend(read::reports_of(sql, &[decision.case]).await?);
    }
    let named = |it: crate::model::Report| it.address.map(|address| (it.id, address, it.locale));
    Ok(found.into_iter().filter_map(named).collect())
}

/// What is done to somebody's post, and how to object: for a mail that does not repeat the post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub act: Act,
    pub about: About,
    pub warned: bool,
    pub until: Option<Timestamp>,
    pub paused_until: Option<Timestamp>,
    pub ground: Option<Ground>,
    pub rule: String,
    /// Who runs the installation looked again.
    pub by_installation: bool,
    pub appeal_until: Option<Timestamp>,
}

pub async fn statement(sql: &impl Sql, id: DecisionId) -> Result<Option<Statement>, DbFault> {
    let decision = read::decision(sql, id).await?;
    Ok(decision.map(|it| Statement {
        act: it.act,
        about: it.about,
        warned: it.warned,
        until: it.until,
        paused_until: it.paused_until,
        ground: it.ground,
        by_installation: it.from.is_installation(),
        appeal_until: (!it.is_answer()).then(|| it.appeal_until()),
        rule: it.rule,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_names_its_report_and_bears_no_change() {
        let secrets = Secrets::new([4; 32]);
        let id = ReportId::new(Timestamp::from_millis(1));
        let token = token_for(&secrets, id);
        assert_eq!(read_token(&secrets, &token), Some(id));
        assert_eq!(read_token(&secrets, &format!("{token}x")), None);
        assert_eq!(read_token(&Secrets::new([5; 32]), &token), None);
    }
}

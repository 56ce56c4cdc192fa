//! Whom a report, a decision or an objection concerns: for telling them.

use db::{DbFault, Sql};
use kernel::{AppealId, DecisionId, IssueRole, PersonId, ReportId, TenantRole};
use platform::grants::{self, Container};
use threads::{Voice, read_facts};

use crate::model::{Act, AppealSide, Case, CaseState, Place};
use crate::read;

/// People to tell; each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concerned {
    /// Whose post it is; none when nothing is done to it.
    pub author: Option<PersonId>,
    /// Who reported it, with an account.
    pub reporters: Vec<PersonId>,
    /// Who can decide about it, and is no party.
    pub deciders: Vec<PersonId>,
}

/// Who reported has a receipt; who decides hears of the first report of a case.
pub async fn concerned_by_report(sql: &impl Sql, id: ReportId) -> Result<Concerned, DbFault> {
    let mut found = Concerned::default();
    let Some(report) = read::report(sql, id).await? else {
        return Ok(found);
    };
    found.reporters = report.reporter.into_iter().collect();
    let Some(case) = read::case(sql, report.case).await? else {
        return Ok(found);
    };
    let all = read::reports_of(sql, &[case.id]).await?;
    if all.first().is_some_and(|first| first.id == id) {
        let parties: Vec<PersonId> = all.iter().filter_map(|it| it.reporter).collect();
        found.deciders = deciders(sql, &case, &parties).await?;
    }
    Ok(found)
}

/// The author of what something was done to, and all who reported it.
pub async fn concerned_by_decision(sql: &impl Sql, id: DecisionId) -> Result<Concerned, DbFault> {
    let Some(decision) = read::decision(sql, id).await? else {
        return Ok(Concerned::default());
    };
    let reports = read::reports_of(sql, &[decision.case]).await?;
    let all = read::decisions_in(sql, &[decision.case]).await?;
    let appeals = read::appeals_in(sql, &[decision.case]).await?;
    let answers_author = appeals
        .iter()
        .any(|it| it.answer == Some(id) && it.side == AppealSide::Author);
    let before = all.iter().filter(|it| it.id <= id);
    let touched = answers_author || before.into_iter().any(crate::model::Decision::is_measure);
    let reporters: Vec<PersonId> = reports.into_iter().filter_map(|it| it.reporter).collect();
    // The installation takes nothing in hand: where it opens a case again, whoever can decide has to know.
    let opened = decision.act == Act::Reversed && decision.from.is_installation();
    let case = read::case(sql, decision.case).await?;
    let deciders = match case.filter(|it| opened && it.state == CaseState::Open) {
        Some(case) => deciders(sql, &case, &reporters).await?,
        None => Vec::new(),
    };
    Ok(Concerned {
        author: decision.author.filter(|_| touched),
        reporters,
        deciders,
    })
}

/// Who can look again: neither who decided nor who objects.
pub async fn concerned_by_appeal(sql: &impl Sql, id: AppealId) -> Result<Concerned, DbFault> {
    let Some(appeal) = read::appeal(sql, id).await? else {
        return Ok(Concerned::default());
    };
    let Some(case) = read::case(sql, appeal.case).await? else {
        return Ok(Concerned::default());
    };
    let reports = read::reports_of(sql, &[case.id]).await?;
    let mut parties: Vec<PersonId> = reports.into_iter().filter_map(|it| it.reporter).collect();
    parties.extend(case.decided_by);
    parties.extend(appeal.person);
    Ok(Concerned {
        deciders: deciders(sql, &case, &parties).await?,
        ..Concerned::default()
    })
}

async fn named(sql: &impl Sql, case: &Case) -> Result<bool, DbFault> {
    // Of an issue everybody learns who wrote it.
    let Some(Place { thread, .. }) = case.place else {
        return Ok(true);
    };
    let facts = read_facts::of(sql, [thread]).await?;
    Ok(facts
        .get(&thread)
        .is_none_or(|room| room.regime.names_people()))
}

/// Who runs the room, and for open rooms who decides for the organisation; for closed ones its owners, where nobody who runs
/// it can. Where nobody learns who wrote what the owners are told always: whoever runs the room alone may be who wrote it,
/// and whom that is told to may not depend on it.
async fn deciders(
    sql: &impl Sql,
    case: &Case,
    parties: &[PersonId],
) -> Result<Vec<PersonId>, DbFault> {
    // Nobody is told to decide about what they wrote. Where nobody learns who wrote what, all are told: else who is not told
    // would be the writer, whose own desk shows nothing of it.
    let wrote = |person: PersonId| case.author == Voice::Person(person);
    let apart = |person: &PersonId| !wrote(*person) && !parties.contains(person);
    let runners = grants::holders(sql, Container::Issue(case.issue)).await?;
    let mut found: Vec<PersonId> = runners
        .into_iter()
        .filter(|(_, role)| IssueRole::from_name(role) == Some(IssueRole::Facilitator))
        .map(|(person, _)| person)
        .filter(apart)
        .collect();
    if case.closed_room && !found.is_empty() && named(sql, case).await? {
        return Ok(found);
    }
    let team = grants::holders(sql, Container::Tenant(case.tenant)).await?;
    let decides = |role: &str| {
        let role = TenantRole::from_name(role);
        if case.closed_room {
            role == Some(TenantRole::Owner)
        } else {
            role.is_some_and(TenantRole::convenes)
        }
    };
    let of_team = team
        .into_iter()
        .filter(|(_, role)| decides(role))
        .map(|(person, _)| person);
    found.extend(of_team.filter(apart));
    Ok(found)
}

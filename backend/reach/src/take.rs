//! The report on who takes part in an issue: made at night, read by those who take part and those who run it.
//!
//! Promise: it is made anew when ten people and a quarter have come in since the shown one, and never twice a night; an
//! issue whose report cannot be made holds up no other; the real numbers are kept nowhere.
//! Absent: who they are; what another report said before.

use std::collections::{BTreeMap, BTreeSet};

use db::jobs::{self, Job, Later};
use db::{Across, Db, DbFault, Sql, Tx};
use invitations::read_answers;
use issues::{IssueFault, IssueRights, read_reach as taking_part};
use kernel::{IssueId, PersonId, ReachReportId, Scope, TermId, Timestamp};
use platform::taxonomy::{self, Term};

use crate::numbers::{LEAST, may_replace};
use crate::report::{Counted, Report};
use crate::{read, store};

/// The queue of the reports of a night.
pub const QUEUE: &str = "reach";

/// For how many issues a report is tried in one night: the rest has its turn in the next.
const MOST: usize = 500;
/// How many issues are looked up in one statement.
const AT_ONCE: usize = 500;
/// In milliseconds.
const NIGHT: i64 = 24 * 3_600_000;
/// Of a village, its municipality and its province; more is a circle.
const MOST_ABOVE: usize = 4;

/// The report of an issue, if there is one; who may not read it does not learn whether there is.
pub(crate) async fn report(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Option<Report>, IssueFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue)
        .await?
        .filter(|issue| IssueRights::of(scope, issue).see_reach)
        .ok_or(IssueFault::NotFound)?;
    Ok(read::of_issue(&sql, issue.id).await?)
}

/// Plans the reports that are due: a turn of each night. Each is a job of its own, so that an issue whose rows are at
/// fault holds up no other, and nobody who writes waits for a whole night of counting.
pub async fn plan(tx: &Tx) -> Result<(), DbFault> {
    let planned = |issue: IssueId| Later {
        key: format!("reach {issue} {}", tx.now().millis()),
        payload: issue.to_string(),
        due: tx.now(),
    };
    let tonight = tonight(due(tx).await?, tx.now());
    let jobs: Vec<Later> = tonight.into_iter().map(planned).collect();
    jobs::schedule(tx, QUEUE, &jobs).await
}

/// Each night begins where the one before ended: those that never come to a report hold up no other.
fn tonight(mut due: Vec<IssueId>, now: Timestamp) -> Vec<IssueId> {
    if due.len() > MOST {
        let night = usize::try_from(now.millis() / NIGHT).unwrap_or_default();
        let begin = night.wrapping_mul(MOST) % due.len();
        due.rotate_left(begin);
        due.truncate(MOST);
    }
    due
}

/// The issues whose report is to be made anew.
pub async fn due(sql: &impl Sql) -> Result<Vec<IssueId>, DbFault> {
    let mut found = Vec::new();
    for some in taking_part::came_in(sql, LEAST).await?.chunks(AT_ONCE) {
        let shown = read::shown_after(sql, some.iter().map(|(issue, _)| *issue)).await?;
        let is_due =
            |(issue, came_in): &&(IssueId, i64)| may_replace(shown.get(issue).copied(), *came_in);
        found.extend(some.iter().filter(is_due).map(|(issue, _)| *issue));
    }
    Ok(found)
}

/// Does one job of this queue.
pub async fn work(db: &Db, job: &Job, now: Timestamp) -> Result<(), DbFault> {
    let issue = job.payload.parse::<IssueId>();
    let issue = issue.map_err(|_bad| DbFault::corrupt(job.payload.clone()))?;
    let tx = db.begin_across(Across::Calendar, now).await?;
    take(&tx, issue).await?;
    jobs::finish(&tx, job).await?;
    tx.commit().await
}

/// Makes the report of an issue, if it is still due and there is something to tell: a job that comes twice throws no
/// dice again.
pub async fn take(tx: &Tx, issue: IssueId) -> Result<(), DbFault> {
    let came_in = taking_part::came_into(tx, issue).await?;
    let shown = read::shown_after(tx, [issue]).await?;
    if !may_replace(shown.get(&issue).copied(), came_in) {
        return Ok(());
    }
    let Some(tenant) = issues::read::tenant_of(tx, issue).await? else {
        return Ok(());
    };
    match count(tx, issue).await?.tell(chance(tx)) {
        Some(reach) => store::replace(tx, (tenant, issue), came_in, &reach).await,
        None => Ok(()),
    }
}

/// Zero to four: the end of an id is random.
fn chance(tx: &Tx) -> impl FnMut() -> i64 {
    let now = tx.now();
    move || i64::try_from(ReachReportId::new(now).uuid().as_u128() % 5).unwrap_or_default()
}

async fn count(tx: &Tx, issue: IssueId) -> Result<Counted, DbFault> {
    let composition = taking_part::composition(tx, issue).await?;
    let regions = regions(tx, &composition.people).await?;
    Ok(Counted {
        composition,
        regions,
        invitations: read_answers::answers(tx, issue).await?,
    })
}

/// By province: a municipality beside its province would tell how many live elsewhere in it.
async fn regions(tx: &Tx, people: &[PersonId]) -> Result<Vec<((String, String), i64)>, DbFault> {
    let shown = people::read::regions_shown(tx, people).await?;
    let terms = with_all_above(tx, shown.iter().map(|(_, term)| *term)).await?;
    let mut of: BTreeMap<TermId, BTreeSet<PersonId>> = BTreeMap::new();
    for (person, term) in shown {
        if let Some(widest) = widest(&terms, term) {
            of.entry(widest.id).or_default().insert(person);
        }
    }
    let counted = of.into_iter().filter_map(|(term, people)| {
        let term = terms.get(&term)?;
        let people = i64::try_from(people.len()).ok()?;
        Some(((term.name_nl.clone(), term.name_en.clone()), people))
    });
    Ok(counted.collect())
}

async fn with_all_above(
    tx: &Tx,
    terms: impl Iterator<Item = TermId>,
) -> Result<BTreeMap<TermId, Term>, DbFault> {
    let mut known = BTreeMap::new();
    let mut wanted: BTreeSet<TermId> = terms.collect();
    for _ in 0..MOST_ABOVE {
        if wanted.is_empty() {
            break;
        }
        let ids = wanted.iter().map(|term| term.uuid());
        let found = taxonomy::terms_by_id(tx, ids).await?;
        known.extend(found.into_iter().map(|term| (term.id, term)));
        let above = known.values().filter_map(|term| term.parent);
        wanted = above.filter(|term| !known.contains_key(term)).collect();
    }
    Ok(known)
}

fn widest(terms: &BTreeMap<TermId, Term>, term: TermId) -> Option<&Term> {
    let mut found = terms.get(&term)?;
    for _ in 0..MOST_ABOVE {
        match found.parent.and_then(|above| terms.get(&above)) {
            Some(above) => found = above,
            None => break,
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_never_come_to_a_report_hold_up_no_other() {
        let now = Timestamp::from_millis(0);
        let due: Vec<IssueId> = (0..1_200).map(|_| IssueId::new(now)).collect();
        let mut tried = BTreeSet::new();
        for night in 0..3 {
            let some = tonight(due.clone(), Timestamp::from_millis(night * NIGHT));
            assert_eq!(some.len(), MOST);
            tried.extend(some.into_iter().map(IssueId::uuid));
        }
        assert_eq!(tried.len(), due.len());
        assert_eq!(tonight(due[..7].to_vec(), now), due[..7]);
    }
}

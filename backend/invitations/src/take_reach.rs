//! The report on who takes part in an issue: made at night, read by those who take part and those who run it.
//!
//! Promise: it is made anew when ten people have come in since the shown one, and never twice a night; the real
//! numbers are kept nowhere.
//! Absent: who they are; what another report said before.

use std::collections::{BTreeMap, BTreeSet};

use db::{Db, DbFault, Sql, Tx};
use issues::{IssueFault, IssueRights, read_reach as taking_part};
use kernel::{IssueId, PersonId, ReachReportId, Scope, TermId};
use platform::taxonomy::{self, Term};

use crate::numbers::{LEAST, may_replace};
use crate::reach::{Counted, Report};
use crate::{InvitationFault, read_reach, store_reach};

/// How many reports are made in one night, and issues looked at together: the rest has its turn in the next.
const MOST: usize = 500;
/// Of a village, its municipality and its province; more is a circle.
const MOST_ABOVE: usize = 4;

/// The report of an issue, if there is one; who may not read it does not learn whether there is.
pub(crate) async fn report(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Option<Report>, InvitationFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue)
        .await?
        .filter(|issue| IssueRights::of(scope, issue).see_reach)
        .ok_or(IssueFault::NotFound)?;
    Ok(read_reach::of_issue(&sql, issue.id).await?)
}

/// Makes the reports that are due: a job of each night.
pub async fn take_reach(tx: &Tx) -> Result<(), DbFault> {
    let came_in = taking_part::came_in(tx, LEAST).await?;
    let mut left = MOST;
    for some in came_in.chunks(MOST) {
        let shown = read_reach::shown_after(tx, some.iter().map(|(issue, _)| *issue)).await?;
        for (issue, came_in) in some {
            let due = may_replace(shown.get(issue).copied(), *came_in);
            if due && make(tx, *issue, *came_in).await? {
                left -= 1;
            }
            if left == 0 {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// False when there is nothing to tell: too few are left, or the organisation is suspended.
async fn make(tx: &Tx, issue: IssueId, came_in: i64) -> Result<bool, DbFault> {
    let Some(tenant) = issues::read::tenant_of(tx, issue).await? else {
        return Ok(false);
    };
    let Some(reach) = count(tx, issue).await?.tell(chance(tx)) else {
        return Ok(false);
    };
    store_reach::replace(tx, (tenant, issue), came_in, &reach).await?;
    Ok(true)
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
        invitations: read_reach::answers(tx, issue).await?,
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

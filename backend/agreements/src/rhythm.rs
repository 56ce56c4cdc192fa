//! Looking after agreements at night: who promised to report and did not is reminded, and an end is told of once.

use std::collections::BTreeMap;

use db::{DbFault, Sql, Tx, outbox};
use issues::IssueState;
use kernel::{IssueId, Timestamp};

use crate::read::{self, Due};
use crate::{AgreementEvent, store};

/// More wait for the next night.
const MOST: u64 = 200;

pub async fn look_after_agreements(tx: &Tx) -> Result<(), DbFault> {
    let now = tx.now();
    let due = read::due(tx, MOST).await?;
    let events: Vec<_> = due.iter().filter_map(|one| news(*one, now)).collect();
    outbox::push_all(tx, &events).await?;
    // One statement for each moment to look again: there are as many as rhythms, and ends.
    let mut moments: BTreeMap<Option<Timestamp>, Vec<IssueId>> = BTreeMap::new();
    for one in &due {
        let again = next_look(*one, now);
        moments.entry(again).or_default().push(one.issue);
    }
    for (at, issues) in moments {
        store::look_again(tx, issues, at).await?;
    }
    store::forget_consents_of_gone(tx).await
}

fn has_ended(due: Due, now: Timestamp) -> bool {
    due.ends_at.is_some_and(|end| end <= now)
}

/// What is told, and only while people talk: a pause is not a broken promise. Where nobody is named it is not known who
/// reported, and nobody is reminded: to work it out would tell whose an alias is.
fn news(due: Due, now: Timestamp) -> Option<AgreementEvent> {
    let (tenant, issue) = (due.tenant, due.issue);
    if !due.state.talks() {
        return None;
    }
    if has_ended(due, now) {
        return Some(AgreementEvent::Ended { tenant, issue });
    }
    (!due.reported && due.regime.names_people())
        .then_some(AgreementEvent::ReportDue { tenant, issue })
}

/// What is over is not looked at any more; an issue that was closed may be opened again.
fn next_look(due: Due, now: Timestamp) -> Option<Timestamp> {
    use IssueState::{Closed, Paused};
    let goes_on = due.state.talks() || matches!(due.state, Paused | Closed);
    if has_ended(due, now) || !goes_on {
        return None;
    }
    due.rhythm.next_look(now, due.ends_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rhythm;
    use issues::Regime;
    use kernel::TenantId;

    fn due(state: IssueState, ends_at: Option<i64>, reported: bool) -> Due {
        let now = Timestamp::from_millis(0);
        Due {
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            state,
            regime: Regime::Open,
            rhythm: Rhythm::Weekly,
            ends_at: ends_at.map(Timestamp::from_millis),
            reported,
        }
    }

    #[test]
    fn only_a_promise_that_was_not_kept_is_told_of_and_an_end_once() {
        let now = Timestamp::from_millis(1_000);
        let kind = |due| news(due, now).map(|event| kernel::Event::kind(&event));
        let open = IssueState::Open;
        assert_eq!(
            kind(due(open, None, false)),
            Some(AgreementEvent::REPORT_DUE)
        );
        assert_eq!(kind(due(open, None, true)), None);
        assert_eq!(
            kind(due(open, Some(900), true)),
            Some(AgreementEvent::ENDED)
        );
        assert_eq!(next_look(due(open, Some(900), true), now), None);
        for regime in [Regime::Confidential, Regime::Authorless] {
            let silent = |ends_at| Due {
                regime,
                ..due(open, ends_at, false)
            };
            assert_eq!(kind(silent(None)), None, "{regime:?}");
            assert_eq!(kind(silent(Some(900))), Some(AgreementEvent::ENDED));
        }
        for still in [IssueState::Paused, IssueState::Closed] {
            assert_eq!(kind(due(still, None, false)), None, "{still:?}");
            assert!(next_look(due(still, None, false), now).is_some());
        }
        for over in [IssueState::Archived, IssueState::Withdrawn] {
            assert_eq!(next_look(due(over, None, false), now), None, "{over:?}");
        }
    }
}

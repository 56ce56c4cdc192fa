//! Which lines go together into which mail, and when. Pure.

use std::collections::BTreeMap;
use std::time::Duration;

use kernel::{IssueId, NotificationId, TenantId, Timestamp};

use crate::model::{Kind, Level, Reason, Wishes};
use crate::when::next_overview;

/// How long contributions to one issue are gathered before the mail goes out.
pub const WINDOW: Duration = Duration::from_secs(120);

/// A line that waits for its mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub id: NotificationId,
    pub tenant: TenantId,
    pub issue: Option<IssueId>,
    pub kind: Kind,
    pub reason: Reason,
    /// Of a room that is not named outside the platform.
    pub closed: bool,
    pub created_at: Timestamp,
}

/// What a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Together {
    /// What was said in one issue within the window: in its closed rooms, or in those that a mail names. Beside the name of
    /// the one it would be known of what the others are.
    Talk {
        tenant: TenantId,
        issue: IssueId,
        closed: bool,
    },
    /// One thing that stands by itself.
    News {
        tenant: TenantId,
        line: NotificationId,
    },
    /// The overview of a day or a week.
    Overview,
}

/// Lines that go into one mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub together: Together,
    /// The oldest first.
    pub lines: Vec<NotificationId>,
}

/// What is to be done now for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub mails: Vec<Batch>,
    /// Lines that are not mailed any more.
    pub off: Vec<NotificationId>,
    /// When to look again, for what is not due yet.
    pub next: Option<Timestamp>,
}

/// When a line that is written now goes out, at this level.
pub fn due_of(kind: Kind, level: Level, wishes: &Wishes, written: Timestamp) -> Option<Timestamp> {
    match level {
        Level::Off => None,
        Level::AtOnce if gathers(kind) => Some(written.plus(WINDOW)),
        Level::AtOnce => Some(written),
        Level::Daily | Level::Weekly => Some(next_overview(level, wishes.preference, written)),
    }
}

const fn gathers(kind: Kind) -> bool {
    matches!(kind, Kind::ThreadOpened | Kind::Replied)
}

/// The mails that are due. A group is due when its oldest line is, and takes the younger ones along.
pub fn plan(waiting: &[Waiting], wishes: &Wishes, now: Timestamp) -> Plan {
    let mut plan = Plan::default();
    let mut groups: BTreeMap<(Together, &'static str), (Timestamp, Vec<NotificationId>)> =
        BTreeMap::new();
    let mut ordered: Vec<_> = waiting.iter().collect();
    ordered.sort_by_key(|line| (line.created_at, line.id));
    for line in ordered {
        let level = wishes.level(line.issue, line.kind, line.reason);
        let Some(due) = due_of(line.kind, level, wishes, line.created_at) else {
            plan.off.push(line.id);
            continue;
        };
        let group = groups
            .entry((together(line, level), level.as_str()))
            .or_insert((due, Vec::new()));
        group.1.push(line.id);
    }
    for ((together, _), (due, lines)) in groups {
        if due > now {
            plan.next = Some(plan.next.map_or(due, |next| next.min(due)));
            continue;
        }
        match plan.mails.last_mut() {
            // Who gets a daily and a weekly overview at the same hour gets them as one.
            Some(last) if together == Together::Overview && last.together == together => {
                last.lines.extend(lines);
            }
            _ => plan.mails.push(Batch { together, lines }),
        }
    }
    plan
}

fn together(line: &Waiting, level: Level) -> Together {
    match (level, line.issue) {
        (Level::AtOnce, Some(issue)) if gathers(line.kind) => Together::Talk {
            tenant: line.tenant,
            issue,
            closed: line.closed,
        },
        (Level::AtOnce, _) => Together::News {
            tenant: line.tenant,
            line: line.id,
        },
        (Level::Daily | Level::Weekly | Level::Off, _) => Together::Overview,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Levels, Preference};
    use uuid::Uuid;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(1_790_000_000_000 + seconds * 1_000)
    }

    fn issue(number: u128) -> IssueId {
        IssueId::from(Uuid::from_u128(number))
    }

    fn line(number: u128, about: u128, kind: Kind, seconds: i64) -> Waiting {
        Waiting {
            id: NotificationId::from(Uuid::from_u128(number)),
            tenant: TenantId::from(Uuid::from_u128(1)),
            issue: Some(issue(about)),
            kind,
            reason: Reason::YouTakePart,
            closed: false,
            created_at: at(seconds),
        }
    }

    fn sizes(plan: &Plan) -> Vec<usize> {
        plan.mails.iter().map(|mail| mail.lines.len()).collect()
    }

    #[test]
    fn what_is_said_within_two_minutes_is_one_mail_per_issue() {
        let waiting = [
            line(1, 7, Kind::Replied, 0),
            line(2, 7, Kind::Replied, 60),
            line(3, 8, Kind::Replied, 60),
        ];
        assert_eq!(
            plan(&waiting, &Wishes::default(), at(119)),
            Plan {
                next: Some(at(120)),
                ..Plan::default()
            }
        );
        let due = plan(&waiting, &Wishes::default(), at(120));
        assert_eq!((sizes(&due), due.next), (vec![2], Some(at(180))));
    }

    #[test]
    fn a_closed_room_is_in_no_mail_with_a_room_that_is_named() {
        let closed = |number, seconds| Waiting {
            closed: true,
            ..line(number, 7, Kind::Replied, seconds)
        };
        let waiting = [line(1, 7, Kind::Replied, 0), closed(2, 0), closed(3, 60)];
        assert_eq!(sizes(&plan(&waiting, &Wishes::default(), at(120))), [1, 2]);
    }

    #[test]
    fn news_does_not_wait() {
        let waiting = [
            line(1, 7, Kind::ProposalDeclined, 0),
            line(2, 7, Kind::OutcomePublished, 0),
        ];
        assert_eq!(sizes(&plan(&waiting, &Wishes::default(), at(0))), [1, 1]);
    }

    #[test]
    fn an_overview_holds_everything_and_comes_at_its_hour() {
        let daily = Wishes {
            preference: Preference {
                levels: Levels::all(Level::Daily),
                hour: 8,
                weekday: 1,
            },
            ..Wishes::default()
        };
        let waiting = [
            line(1, 7, Kind::Replied, 0),
            line(2, 8, Kind::OutcomePublished, 60),
        ];
        let before = plan(&waiting, &daily, at(120));
        let due = before.next.unwrap();
        assert!(before.mails.is_empty() && due > at(120) && due <= at(86_400));
        let overview = plan(&waiting, &daily, due);
        assert_eq!(
            (sizes(&overview), overview.mails[0].together),
            (vec![2], Together::Overview)
        );
    }

    #[test]
    fn each_topic_has_a_level_of_its_own_and_an_issue_overrules_it() {
        let mut wishes = Wishes::default();
        wishes.preference.levels.talk = Level::Off;
        wishes.preference.levels.new = Level::Weekly;
        wishes.issues.insert(issue(8), Level::AtOnce);
        let waiting = [
            line(1, 7, Kind::Replied, 0),
            line(2, 8, Kind::Replied, 0),
            line(3, 7, Kind::OutcomePublished, 0),
            line(4, 7, Kind::IssuePublished, 0),
        ];
        let due = plan(&waiting, &wishes, at(120));
        assert_eq!((sizes(&due), due.off), (vec![1, 1], vec![waiting[0].id]));
        assert!(
            due.next.is_some(),
            "the new issue waits for the weekly overview"
        );
    }

    #[test]
    fn what_was_turned_off_meanwhile_is_not_mailed() {
        let quiet = Wishes {
            issues: [(issue(7), Level::Off)].into(),
            ..Wishes::default()
        };
        let waiting = [line(1, 7, Kind::Replied, 0), line(2, 8, Kind::Replied, 0)];
        let due = plan(&waiting, &quiet, at(120));
        assert_eq!((sizes(&due), due.off.len()), (vec![1], 1));
    }
}

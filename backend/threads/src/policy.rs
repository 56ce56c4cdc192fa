//! Who may do what in a thread. Reading is decided in SQL (`read.rs`); what arrives here is visible.

use issues::{Issue, IssueRights};
use kernel::{Denied, IssueRole, PersonId, PostId, Scope, ThreadId};

use crate::ThreadFault;
use crate::model::{Post, Room};

/// Proof that this person may write in this thread.
#[derive(Debug)]
pub struct MayReply {
    pub(crate) thread: ThreadId,
    pub(crate) author: PersonId,
}

pub(crate) fn may_reply(scope: &Scope, room: &Room) -> Result<MayReply, ThreadFault> {
    let author = scope.person.ok_or(Denied::Forbidden)?;
    match room.role {
        Some(IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official)
            if room.paused_until.is_some() =>
        {
            Err(ThreadFault::Paused)
        }
        Some(IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official)
            if room.issue_state.talks() =>
        {
            Ok(MayReply {
                thread: room.id,
                author,
            })
        }
        Some(IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official) => {
            Err(ThreadFault::Closed)
        }
        Some(IssueRole::Observer) | None => Err(Denied::Forbidden.into()),
    }
}

/// Proof that this person may change or take back this post: it is theirs, and people still talk.
#[derive(Debug)]
pub struct MayRevise {
    pub(crate) thread: ThreadId,
    pub(crate) post: PostId,
}

pub(crate) fn may_edit(scope: &Scope, room: &Room, post: &Post) -> Result<MayRevise, ThreadFault> {
    may_reply(scope, room)?;
    own(scope, room, post)
}

/// Taking back one's own words is possible for as long as they can be read.
pub(crate) fn may_withdraw(
    scope: &Scope,
    room: &Room,
    post: &Post,
) -> Result<MayRevise, ThreadFault> {
    own(scope, room, post)
}

fn own(scope: &Scope, room: &Room, post: &Post) -> Result<MayRevise, ThreadFault> {
    if post.withdrawn {
        return Err(ThreadFault::PostNotFound);
    }
    if scope.person == Some(post.author) {
        Ok(MayRevise {
            thread: room.id,
            post: post.id,
        })
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// Proof that this person may open a thread under this issue.
#[derive(Debug)]
pub struct MayOpen {
    pub(crate) author: PersonId,
}

pub(crate) fn may_open(scope: &Scope, issue: &Issue) -> Result<MayOpen, ThreadFault> {
    let author = scope.person.ok_or(Denied::Forbidden)?;
    if !issue.state.talks() {
        return Err(ThreadFault::Closed);
    }
    if IssueRights::of(scope, issue).open_thread {
        Ok(MayOpen { author })
    } else {
        Err(Denied::Forbidden.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ranges;
    use issues::{IssueState, Regime, Visibility};
    use kernel::{Coded, IssueId, Seq, TenantId, TenantSet, Timestamp};

    fn check(role: Option<IssueRole>, state: IssueState, expected: Result<(), &str>) {
        let now = Timestamp::from_millis(0);
        let room = Room {
            id: ThreadId::new(now),
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            issue_title: String::new(),
            issue_state: state,
            title: String::new(),
            visibility: Visibility::Public,
            regime: Regime::Open,
            last_seq: Seq::ZERO,
            last_change: 0,
            last_post_at: now,
            voids: Ranges::default(),
            role,
            read: Ranges::default(),
            paused_until: None,
        };
        let scope = Scope {
            person: Some(PersonId::new(now)),
            ..Scope::worker(TenantSet::default(), now)
        };
        assert_eq!(
            may_reply(&scope, &room)
                .map(|_| ())
                .map_err(|fault| fault.code()),
            expected,
            "{role:?} {state:?}"
        );
    }

    #[test]
    fn participants_write() {
        check(Some(IssueRole::Participant), IssueState::Open, Ok(()));
        check(Some(IssueRole::Official), IssueState::Concluding, Ok(()));
    }

    #[test]
    fn observers_and_passers_by_read_but_do_not_write() {
        check(
            Some(IssueRole::Observer),
            IssueState::Open,
            Err("thread.forbidden"),
        );
        check(None, IssueState::Open, Err("thread.forbidden"));
    }

    #[test]
    fn nobody_writes_when_the_issue_rests() {
        check(
            Some(IssueRole::Facilitator),
            IssueState::Paused,
            Err("thread.closed"),
        );
        check(
            Some(IssueRole::Participant),
            IssueState::Closed,
            Err("thread.closed"),
        );
    }
}

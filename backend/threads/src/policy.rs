//! Who may do what in a thread. Reading is decided in SQL (`read.rs`); what arrives here is visible.

use issues::{Issue, IssueRights, Regime};
use kernel::{Denied, IssueRole, PersonId, PostId, Scope, TenantId, ThreadId, Timestamp};

use crate::model::{Post, Room, ThreadKind};
use crate::{ThreadFault, Voice, pace, voice};

/// Proof that this person may write in this thread.
#[derive(Debug)]
pub struct MayReply {
    pub(crate) thread: ThreadId,
    pub(crate) author: PersonId,
}

pub(crate) fn may_reply(scope: &Scope, room: &Room) -> Result<MayReply, ThreadFault> {
    let permit = takes_part(scope, room)?;
    pace::lets_write(scope, room)?;
    Ok(permit)
}

/// As `may_reply`, whatever the pace of the room is.
fn takes_part(scope: &Scope, room: &Room) -> Result<MayReply, ThreadFault> {
    let author = scope.person.ok_or(Denied::Forbidden)?;
    if room.merged_into.is_some() {
        return Err(ThreadFault::Merged);
    }
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
        Some(IssueRole::Observer | IssueRole::Translator) | None => Err(Denied::Forbidden.into()),
    }
}

/// Proof that this person may put what others say here into another language. It is nobody's turn, so neither a round nor a
/// slower pace holds it back, nor a rest; where the conversation was closed it is closed.
pub(crate) fn may_translate(scope: &Scope, room: &Room) -> Result<MayReply, ThreadFault> {
    let author = scope.person.ok_or(Denied::Forbidden)?;
    if room.role != Some(IssueRole::Translator) {
        return Err(Denied::Forbidden.into());
    }
    if room.merged_into.is_some() {
        return Err(ThreadFault::Merged);
    }
    if room.paused_until.is_some() {
        return Err(ThreadFault::Paused);
    }
    if !room.issue_state.talks() {
        return Err(ThreadFault::Closed);
    }
    if room.pace.closed {
        return Err(ThreadFault::Ended);
    }
    Ok(MayReply {
        thread: room.id,
        author,
    })
}

/// Proof that this person may change or take back this post: it is theirs, and people still talk.
#[derive(Debug)]
pub struct MayRevise {
    pub(crate) thread: ThreadId,
    pub(crate) post: PostId,
    /// The moment that is written down.
    pub(crate) at: Timestamp,
}

pub(crate) fn may_edit(
    scope: &Scope,
    room: &Room,
    post: &Post,
    own: bool,
) -> Result<MayRevise, ThreadFault> {
    match post.translates {
        Some(_) => may_translate(scope, room)?,
        None => may_reply(scope, room)?,
    };
    revise(scope, room, post, own)
}

/// Whoever speaks in the room when it is open, and they may.
pub(crate) fn speaks(room: &Room) -> bool {
    room.role.is_some_and(IssueRole::speaks)
}

/// Whoever speaks there, or translates.
pub(crate) fn writes(room: &Room) -> bool {
    speaks(room) || room.role == Some(IssueRole::Translator)
}

/// What was let through stays as it was looked at: who wants to say it otherwise takes it back.
pub(crate) fn may_rewrite(
    scope: &Scope,
    room: &Room,
    post: &Post,
    own: bool,
) -> Result<MayRevise, ThreadFault> {
    let permit = may_edit(scope, room, post, own)?;
    let runs = room.role == Some(IssueRole::Facilitator) && room.regime.names_people();
    if room.looked_at_first && !runs {
        return Err(ThreadFault::LookedAtFirst);
    }
    Ok(permit)
}

/// Taking back one's own words is possible for as long as they can be read.
pub(crate) fn may_withdraw(
    scope: &Scope,
    room: &Room,
    post: &Post,
    own: bool,
) -> Result<MayRevise, ThreadFault> {
    revise(scope, room, post, own)
}

/// `own` is decided where the room's voices are known (`voice.rs`).
fn revise(scope: &Scope, room: &Room, post: &Post, own: bool) -> Result<MayRevise, ThreadFault> {
    if post.withdrawn {
        return Err(ThreadFault::PostNotFound);
    }
    if own {
        Ok(MayRevise {
            thread: room.id,
            post: post.id,
            at: voice::moment(room.regime, scope.now),
        })
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// Whoever writes here, for slices that stand beside posts.
pub fn writer(scope: &Scope, room: &Room) -> Result<PersonId, ThreadFault> {
    may_reply(scope, room).map(|permit| permit.author)
}

/// Whoever runs the issue says what is on top of its threads, and what goes where.
pub(crate) fn may_facilitate(scope: &Scope, room: &Room) -> Result<(), ThreadFault> {
    facilitator(scope, room).map(|_| ())
}

/// Whoever runs the issue, for slices that stand beside posts.
pub fn facilitator(scope: &Scope, room: &Room) -> Result<PersonId, ThreadFault> {
    let permit = takes_part(scope, room)?;
    if room.role == Some(IssueRole::Facilitator) {
        Ok(permit.author)
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// Proof that this person may set the pace of this room.
#[derive(Debug)]
pub struct MaySetPace {
    pub(crate) tenant: TenantId,
    pub(crate) thread: ThreadId,
}

pub(crate) fn may_set_pace(scope: &Scope, room: &Room) -> Result<MaySetPace, ThreadFault> {
    may_facilitate(scope, room)?;
    Ok(MaySetPace {
        tenant: room.tenant,
        thread: room.id,
    })
}

/// Proof that this person may put something beside this post.
#[derive(Debug)]
pub struct MayMark {
    pub(crate) thread: ThreadId,
    pub(crate) post: PostId,
}

impl MayMark {
    /// What is put beside a post is put beside what somebody said, not beside a translation of it.
    fn on(room: &Room, post: &Post) -> Result<Self, ThreadFault> {
        if post.withdrawn {
            return Err(ThreadFault::PostNotFound);
        }
        if post.translates.is_some() {
            return Err(Denied::Forbidden.into());
        }
        Ok(Self {
            thread: room.id,
            post: post.id,
        })
    }
}

pub(crate) fn may_pin(scope: &Scope, room: &Room, post: &Post) -> Result<MayMark, ThreadFault> {
    may_facilitate(scope, room)?;
    MayMark::on(room, post)
}

/// Whoever asked says what answers the question, and whoever runs the issue.
pub(crate) fn may_accept_in(scope: &Scope, room: &Room) -> Result<(), ThreadFault> {
    may_reply(scope, room)?;
    let asked = scope.person.map(Voice::Person) == Some(room.author);
    if asked || room.role == Some(IssueRole::Facilitator) {
        Ok(())
    } else {
        Err(Denied::Forbidden.into())
    }
}

pub(crate) fn may_accept(scope: &Scope, room: &Room, post: &Post) -> Result<MayMark, ThreadFault> {
    may_accept_in(scope, room)?;
    if room.kind != ThreadKind::Question {
        return Err(ThreadFault::NoQuestion);
    }
    MayMark::on(room, post)
}

/// Whose name stands under it. Under an alias nobody says from where they speak: that would tell who it is.
fn is_named(scope: &Scope, post: &Post) -> bool {
    scope.person.map(Voice::Person) == Some(post.author)
}

/// From where one speaks is said of one's own words only.
pub(crate) fn may_label(scope: &Scope, room: &Room, post: &Post) -> Result<MayMark, ThreadFault> {
    may_edit(scope, room, post, is_named(scope, post))?;
    if room.kind != ThreadKind::Question {
        return Err(ThreadFault::NoQuestion);
    }
    MayMark::on(room, post)
}

/// What kind of view it is says whoever wrote it.
pub(crate) fn may_sort(scope: &Scope, room: &Room, post: &Post) -> Result<MayMark, ThreadFault> {
    may_edit(scope, room, post, is_named(scope, post))?;
    if room.kind != ThreadKind::Dilemma {
        return Err(ThreadFault::NoDilemma);
    }
    MayMark::on(room, post)
}

/// Taking that back is possible for as long as it can be read.
pub(crate) fn may_unlabel(scope: &Scope, room: &Room, post: &Post) -> Result<MayMark, ThreadFault> {
    may_withdraw(scope, room, post, is_named(scope, post))?;
    MayMark::on(room, post)
}

/// Proof that this person has a turn in this round, to take or to let pass.
#[derive(Debug)]
pub struct MayTakeTurn {
    pub(crate) person: PersonId,
}

/// Whoever runs the issue opens and closes rounds, speaks when that is needed, and is not waited for.
pub(crate) fn may_take_turn(scope: &Scope, room: &Room) -> Result<MayTakeTurn, ThreadFault> {
    let permit = may_reply(scope, room)?;
    if room.kind != ThreadKind::Round {
        return Err(ThreadFault::NoRound);
    }
    if !room.role.is_some_and(|role| has_turn(room.regime, role)) {
        return Err(Denied::Forbidden.into());
    }
    Ok(MayTakeTurn {
        person: permit.author,
    })
}

/// Whether a round waits for such people. Under an alias for whoever runs it as well: else who spoke while nobody had to
/// any more would be known for it.
pub(crate) fn has_turn(regime: Regime, role: IssueRole) -> bool {
    match role {
        IssueRole::Participant | IssueRole::Official => true,
        IssueRole::Facilitator => !regime.names_people(),
        IssueRole::Observer | IssueRole::Translator => false,
    }
}

/// Proof that this person may begin the next round.
#[derive(Debug)]
pub struct MayOpenRound {
    pub(crate) thread: ThreadId,
}

pub(crate) fn may_open_round(scope: &Scope, room: &Room) -> Result<MayOpenRound, ThreadFault> {
    may_facilitate(scope, room)?;
    if room.kind == ThreadKind::Round {
        Ok(MayOpenRound { thread: room.id })
    } else {
        Err(ThreadFault::NoRound)
    }
}

/// Proof that posts may go from one thread to another: the same rules hold in both, so that nothing is read by others
/// than it was written for.
#[derive(Debug)]
pub struct MayMove {
    pub(crate) from: ThreadId,
    pub(crate) to: ThreadId,
}

pub(crate) fn may_move(scope: &Scope, from: &Room, to: &Room) -> Result<MayMove, ThreadFault> {
    may_facilitate(scope, from)?;
    may_facilitate(scope, to)?;
    let alike = from.issue == to.issue
        && from.tenant == to.tenant
        && from.visibility == to.visibility
        && from.regime == to.regime
        // Nobody had their turn elsewhere.
        && to.kind != ThreadKind::Round;
    if alike && from.id != to.id {
        Ok(MayMove {
            from: from.id,
            to: to.id,
        })
    } else {
        Err(ThreadFault::OtherRules)
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
    use issues::{IssueState, Visibility};
    use kernel::{Coded, IssueId, Seq, TenantId, TenantSet};

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
            kind: ThreadKind::Talk,
            author: Voice::Person(PersonId::new(now)),
            pins: 0,
            answers: 0,
            merged_into: None,
            round: 0,
            round_from: Seq::ZERO,
            looked_at_first: false,
            paused_until: None,
            pace: crate::Pace::default(),
            follows: None,
            followed_by: None,
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
    fn participants_write_while_there_is_talk_and_others_read() {
        let (forbidden, closed) = (Err("thread.forbidden"), Err("thread.closed"));
        let participant = Some(IssueRole::Participant);
        check(participant, IssueState::Open, Ok(()));
        check(Some(IssueRole::Official), IssueState::Concluding, Ok(()));
        check(Some(IssueRole::Observer), IssueState::Open, forbidden);
        check(None, IssueState::Open, forbidden);
        check(Some(IssueRole::Facilitator), IssueState::Paused, closed);
        check(participant, IssueState::Closed, closed);
    }
}

//! Who may do what with a task. Reading is decided in SQL, by the room of its post; what arrives here is visible.

use issues::Issue;
use kernel::{Denied, IssueId, IssueRole, PersonId, PostId, Scope, TaskId, TenantId};
use threads::{Post, Room, ThreadFault};

use crate::TaskFault;
use crate::model::{Doer, Task};

/// Proof that this person may make a task of this post.
#[derive(Debug)]
pub(crate) struct MayMake {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub post: PostId,
    /// Nobody where the room tells no names.
    pub maker: Option<PersonId>,
}

/// Whoever writes in the room; where it tells no names, whoever runs the issue: what the others do there leaves no trace.
pub(crate) fn may_make(scope: &Scope, room: &Room, post: &Post) -> Result<MayMake, TaskFault> {
    let maker = makes(scope, room)?;
    if post.withdrawn {
        return Err(ThreadFault::PostNotFound.into());
    }
    Ok(MayMake {
        tenant: room.tenant,
        issue: room.issue,
        post: post.id,
        maker,
    })
}

pub(crate) fn makes(scope: &Scope, room: &Room) -> Result<Option<PersonId>, TaskFault> {
    if room.regime.names_people() {
        Ok(Some(threads::writer(scope, room)?))
    } else {
        threads::facilitator(scope, room)?;
        Ok(None)
    }
}

/// Words are words, wherever they are typed: who may not write in the room now, writes none here either.
pub(crate) fn may_say(scope: &Scope, room: &Room) -> Result<(), TaskFault> {
    makes(scope, room).map(|_| ())
}

/// Whether this person makes tasks somewhere in the issue, as far as that can be said of all of it at once.
pub(crate) fn talks(issue: &Issue) -> bool {
    let writes = matches!(
        issue.role,
        Some(IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official)
    );
    writes && issue.state.talks()
}

/// Proof that this person may do this with this task, as it is now.
#[derive(Debug)]
pub(crate) struct MayAct {
    pub task: TaskId,
    pub version: i64,
}

/// Who it is about, and how they stand to it.
struct Side {
    maker: bool,
    doer: bool,
    runs: bool,
    /// They may take it: who takes part, where people have names.
    joins: bool,
}

fn side(scope: &Scope, room: &Room, task: &Task) -> Side {
    let takes_part = matches!(
        room.role,
        Some(IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official)
    );
    let person = scope.person.filter(|_| takes_part);
    Side {
        maker: person.is_some() && task.maker == person,
        doer: person.is_some_and(|person| task.is_of(person)),
        runs: takes_part && room.role == Some(IssueRole::Facilitator),
        joins: takes_part && room.regime.names_people(),
    }
}

/// What is to be done, by whom and when: who made it, and who runs the issue.
pub(crate) fn may_change(scope: &Scope, room: &Room, task: &Task) -> Result<MayAct, TaskFault> {
    let side = side(scope, room, task);
    permit(task, side.maker || side.runs)
}

/// That it is done, or not after all: who does it, and who runs the issue.
pub(crate) fn may_finish(scope: &Scope, room: &Room, task: &Task) -> Result<MayAct, TaskFault> {
    let side = side(scope, room, task);
    let of_nobody = task.doer == Doer::Nobody && side.maker;
    permit(task, side.doer || side.runs || of_nobody)
}

/// Who does not do it after all.
pub(crate) fn may_return(scope: &Scope, room: &Room, task: &Task) -> Result<MayAct, TaskFault> {
    if task.done_at.is_some() {
        return Err(TaskFault::Settled);
    }
    permit(task, side(scope, room, task).doer)
}

/// What nobody does yet, anybody who takes part may take.
pub(crate) fn may_claim(
    scope: &Scope,
    room: &Room,
    task: &Task,
) -> Result<(MayAct, PersonId), TaskFault> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    let permit = permit(task, side(scope, room, task).joins)?;
    if task.done_at.is_some() {
        return Err(TaskFault::Settled);
    }
    match task.doer {
        Doer::Nobody => Ok((permit, person)),
        Doer::Person(_) | Doer::Runners => Err(TaskFault::Taken),
    }
}

fn permit(task: &Task, may: bool) -> Result<MayAct, TaskFault> {
    if may {
        Ok(MayAct {
            task: task.id,
            version: task.version,
        })
    } else {
        Err(Denied::Forbidden.into())
    }
}

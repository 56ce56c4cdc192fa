//! Tasks, as the API tells them.

use std::collections::HashMap;

use issues::Regime;
use kernel::{IssueRole, PersonId, Scope, Seq, TaskId, ThreadId, Timestamp};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use threads::{Post, Room};

use crate::make::{NewTask, TaskForWhom};
use crate::model::{Doer, Task};
use crate::policy;

/// Whose it is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TaskDoer)]
pub(crate) enum DoerKind {
    /// Nobody yet.
    Nobody,
    Person,
    /// Those who run the issue.
    Runners,
}

#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct TaskCan {
    /// What, who and when; and drop it.
    change: bool,
    /// Say that it is done, or not after all.
    finish: bool,
    /// Take on what nobody does.
    claim: bool,
    /// Not do it after all.
    hand_back: bool,
}

/// A task
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskView {
    pub id: TaskId,
    /// Where its post is now.
    thread: ThreadId,
    thread_title: String,
    seq: Seq,
    /// What the room there tells of people.
    regime: Regime,
    what: String,
    doer: DoerKind,
    /// Who does it; none of somebody who does not take part any more.
    #[schema(value_type = Option<String>, format = Uuid)]
    person: Option<PersonRef>,
    name: Option<String>,
    /// It is the reader's.
    mine: bool,
    /// Who made it; none where the room tells no names.
    made_by: Option<String>,
    /// The day, as its noon.
    due_at: Option<Timestamp>,
    done_at: Option<Timestamp>,
    /// How it went.
    done_words: Option<String>,
    version: i64,
    can: TaskCan,
}

/// What a task is read with.
pub(crate) struct Beside<'a> {
    pub scope: &'a Scope,
    pub secrets: &'a Secrets,
    pub names: &'a HashMap<PersonId, String>,
}

impl TaskView {
    pub fn of(beside: &Beside<'_>, room: &Room, post: &Post, task: Task) -> Self {
        let scope = beside.scope;
        let can = TaskCan {
            change: policy::may_change(scope, room, &task).is_ok(),
            finish: policy::may_finish(scope, room, &task).is_ok(),
            claim: policy::may_claim(scope, room, &task).is_ok(),
            hand_back: policy::may_return(scope, room, &task).is_ok(),
        };
        let named = |person: PersonId| beside.names.get(&person).cloned();
        let person = task.doer.person();
        let name = person.and_then(named);
        let runs = task.doer == Doer::Runners && room.role == Some(IssueRole::Facilitator);
        Self {
            id: task.id,
            thread: room.id,
            thread_title: room.title.clone(),
            seq: post.seq,
            regime: room.regime,
            what: task.what,
            doer: match task.doer {
                Doer::Nobody => DoerKind::Nobody,
                Doer::Person(_) => DoerKind::Person,
                Doer::Runners => DoerKind::Runners,
            },
            person: person
                .filter(|_| name.is_some())
                .map(|person| PersonRef::of(person, task.tenant, beside.secrets)),
            name,
            mine: (person.is_some() && person == scope.person) || runs,
            made_by: task.maker.and_then(named),
            due_at: task.due_at,
            done_at: task.done_at,
            done_words: task.done_words,
            version: task.version,
            can,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskList {
    /// The newest first.
    pub items: Vec<TaskView>,
    /// The reader may make tasks here.
    pub can_make: bool,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TaskForm {
    /// What is to be done: one line of at most 200 characters.
    what: String,
    doer: DoerKind,
    /// Who, when it is for a person.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    person: Option<PersonRef>,
    /// By which day, as its noon.
    #[serde(default)]
    due_at: Option<Timestamp>,
}

impl TaskForm {
    pub fn within(self, tenant: kernel::TenantId, secrets: &Secrets) -> NewTask {
        let for_whom = match (self.doer, self.person) {
            (DoerKind::Nobody, _) => TaskForWhom::Nobody,
            (DoerKind::Runners, _) => TaskForWhom::Runners,
            (DoerKind::Person, Some(person)) => TaskForWhom::Person(person.person(tenant, secrets)),
            (DoerKind::Person, None) => TaskForWhom::PersonMissing,
        };
        NewTask {
            what: self.what,
            for_whom,
            due_at: self.due_at,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskDoneForm {
    /// How it went, in at most 500 characters.
    #[serde(default)]
    pub words: Option<String>,
}

/// A task of the reader's
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MyTask {
    pub id: TaskId,
    pub tenant: String,
    pub tenant_name: String,
    pub issue: kernel::IssueId,
    pub issue_title: String,
    pub thread: ThreadId,
    pub seq: Seq,
    pub what: String,
    /// It is for those who run the issue: whoever does it first has done it for all of them.
    pub for_runners: bool,
    pub due_at: Option<Timestamp>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct MyTaskList {
    /// What comes first, first.
    pub items: Vec<MyTask>,
}

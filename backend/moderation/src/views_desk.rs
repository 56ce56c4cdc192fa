//! What waits for a decision, as JSON, for whoever decides.

use kernel::{AppealId, CaseId, DecisionId, IssueId, Seq, ThreadId, Timestamp};
use serde::{Deserialize, Serialize};
use threads::{Held, PostFile};

use crate::answer::NewAnswer;
use crate::decide::NewDecision;
use crate::model::{
    About, Act, Appeal, AppealSide, Case, CaseState, Decision, Ground, Report, ReportReason,
};
use crate::subject::text_of;

/// A post that somebody reported.
#[derive(Clone, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModerationCaseItem {
    pub id: CaseId,
    pub issue: IssueId,
    /// Null where it is about the issue itself.
    pub thread: Option<ThreadId>,
    /// Null where the asker does not come in.
    pub issue_title: Option<String>,
    pub thread_title: Option<String>,
    /// The number of the post in its thread; of a title, of the post that it was opened with.
    pub seq: Option<Seq>,
    pub about: About,
    /// Each once.
    pub reasons: Vec<ReportReason>,
    /// How many people reported it.
    pub reports: usize,
    pub closed_room: bool,
    pub state: CaseState,
    pub opened_at: Timestamp,
    pub changed_at: Timestamp,
    /// Who has it in hand.
    pub claim: Option<ModerationClaim>,
    pub can: ModerationCan,
}

#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
pub struct ModerationClaim {
    /// The asker.
    pub mine: bool,
    pub until: Timestamp,
}

#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
pub struct ModerationCan {
    pub claim: bool,
    pub release: bool,
    pub decide: bool,
    pub answer: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModerationQueue {
    /// What waits: the oldest first; what was decided: the newest first.
    pub items: Vec<ModerationCaseItem>,
    pub next: Option<String>,
    /// How many wait in closed rooms of the organisation, for its owners: those whose people can decide are not listed.
    pub behind_doors: u64,
    /// What whoever runs the installation can answer by now, for owners: null where nothing does.
    pub with_installation: Option<ObjectionsElsewhere>,
}

/// Objections that nobody of an organisation can answer, or answered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ObjectionsElsewhere {
    pub count: u64,
    /// When the oldest was made.
    pub since: Timestamp,
}

/// A case, with all that one decides on.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModerationCaseView {
    #[serde(flatten)]
    pub item: ModerationCaseItem,
    /// Null for an owner who does not come into the room, until they have the case in hand; of a title also then.
    pub post: Option<ReportedPost>,
    /// The title as it is now, where that or its issue was reported, for whoever reads the post too.
    pub title: Option<String>,
    /// The text of an issue as it is now, for the same.
    pub text: Option<String>,
    /// What each of them said, the oldest first.
    pub report_lines: Vec<ReportLine>,
    /// What was decided about the post, the oldest first.
    pub history: Vec<HistoryLine>,
    pub appeals: Vec<AppealLine>,
}

/// The post as it is, with its words, also when they are kept from readers.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportedPost {
    pub name: String,
    /// Safe HTML; empty when its author took the words back.
    pub html: String,
    pub created_at: Timestamp,
    pub edited_at: Option<Timestamp>,
    pub withdrawn: bool,
    pub held: Option<Held>,
    /// What hangs on it.
    pub files: Vec<PostFile>,
    /// What it was before, the oldest first.
    pub before: Vec<EarlierText>,
}

/// An older version of a post, as it was when it may have been reported.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EarlierText {
    /// Safe HTML.
    pub html: String,
    /// What hung on it, also what its author took off since.
    pub files: Vec<PostFile>,
}

/// What somebody says is wrong; not who.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportLine {
    pub reason: ReportReason,
    pub words: String,
    pub reported_at: Timestamp,
    pub with_account: bool,
    pub stated_true: bool,
}

impl From<Report> for ReportLine {
    fn from(report: Report) -> Self {
        Self {
            reason: report.reason,
            words: report.words,
            reported_at: report.reported_at,
            with_account: report.reporter.is_some(),
            stated_true: report.stated_true,
        }
    }
}

/// What was decided before.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HistoryLine {
    pub id: DecisionId,
    pub act: Act,
    pub until: Option<Timestamp>,
    pub warned: bool,
    pub paused_until: Option<Timestamp>,
    pub ground: Option<Ground>,
    pub rule: String,
    pub facts: String,
    pub title_before: Option<String>,
    pub title_after: Option<String>,
    pub text_before: Option<String>,
    pub by_installation: bool,
    pub decided_at: Timestamp,
    pub rewritten_at: Option<Timestamp>,
}

impl From<Decision> for HistoryLine {
    fn from(decision: Decision) -> Self {
        let (title_before, title_after) = decision.titles.unzip();
        Self {
            id: decision.id,
            title_before,
            title_after,
            text_before: decision.words_before.as_ref().map(text_of),
            act: decision.act,
            until: decision.until,
            warned: decision.warned,
            paused_until: decision.paused_until,
            ground: decision.ground,
            rule: decision.rule,
            facts: decision.facts,
            by_installation: decision.from.is_installation(),
            decided_at: decision.decided_at,
            rewritten_at: decision.rewritten_at,
        }
    }
}

/// What somebody says against a decision.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AppealLine {
    pub id: AppealId,
    pub side: AppealSide,
    pub words: String,
    pub appealed_at: Timestamp,
    pub answered: bool,
}

impl From<Appeal> for AppealLine {
    fn from(appeal: Appeal) -> Self {
        Self {
            id: appeal.id,
            side: appeal.side,
            words: appeal.words,
            appealed_at: appeal.appealed_at,
            answered: appeal.answer.is_some(),
        }
    }
}

/// What is decided.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModerationDecisionForm {
    /// Of a post one of `leave`, `hide`, `return` and `remove`; of a title and of an issue `leave` or `retitle`.
    act: Act,
    /// What takes the place of the title; 1 to 160 characters, needed with `retitle`. Of an issue the text below it goes too.
    #[serde(default)]
    title: String,
    /// Until when a post is hidden; a year ahead at most.
    until: Option<Timestamp>,
    /// The author is told that this may not happen again.
    #[serde(default)]
    warn: bool,
    /// Until when the author does not write in the issue; a year ahead at most.
    pause_until: Option<Timestamp>,
    /// Needed where something is done.
    ground: Option<Ground>,
    /// Which rule, or which law; at most 300 characters; needed where something is done.
    #[serde(default)]
    rule: String,
    /// What it rests on; 1 to 4,000 characters.
    facts: String,
}

impl From<ModerationDecisionForm> for NewDecision {
    fn from(form: ModerationDecisionForm) -> Self {
        Self {
            act: form.act,
            title: form.title,
            until: form.until,
            warn: form.warn,
            pause_until: form.pause_until,
            ground: form.ground,
            rule: form.rule,
            facts: form.facts,
        }
    }
}

/// The answer to an objection.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealAnswerForm {
    appeal: AppealId,
    /// Whoever objects is right.
    granted: bool,
    /// Why; 1 to 4,000 characters.
    facts: String,
}

impl From<AppealAnswerForm> for NewAnswer {
    fn from(form: AppealAnswerForm) -> Self {
        Self {
            appeal: form.appeal,
            granted: form.granted,
            facts: form.facts,
        }
    }
}

impl ModerationCaseItem {
    pub(crate) fn of(
        case: &Case,
        reports: &[&Report],
        (thread_title, issue_title): (Option<String>, Option<String>),
        seq: Option<Seq>,
        claim: Option<ModerationClaim>,
        can: ModerationCan,
    ) -> Self {
        let mut reasons: Vec<ReportReason> = Vec::new();
        for report in reports {
            if !reasons.contains(&report.reason) {
                reasons.push(report.reason);
            }
        }
        Self {
            id: case.id,
            issue: case.issue,
            thread: case.place.map(|it| it.thread),
            issue_title,
            thread_title,
            seq,
            about: case.about,
            reasons,
            reports: reports.len(),
            closed_room: case.closed_room,
            state: case.state,
            opened_at: case.opened_at,
            changed_at: case.changed_at,
            claim,
            can,
        }
    }
}

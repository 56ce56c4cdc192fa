//! What somebody reported, what was decided about their posts, and the log of a room, as JSON.

use std::collections::HashMap;

use kernel::{
    AppealId, CaseId, DecisionId, IssueId, PostId, ReportId, Seq, TenantId, ThreadId, Timestamp,
};
use platform::tenants::Tenant;
use serde::{Deserialize, Serialize};
use threads::{HeldText, PostFile, PostFileForm};

use crate::model::{
    About, Act, Appeal, AppealSide, Case, DecidedFrom, Decision, Ground, Report, ReportReason,
    ReportState,
};
use crate::report::NewReport;
use crate::subject::text_of;

/// What is wrong with a post.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportForm {
    reason: ReportReason,
    /// 1 to 2,000 characters.
    words: String,
    /// That the reporter believes it is true and complete; needed where it is said to be against the law.
    #[serde(default)]
    stated_true: bool,
}

impl From<ReportForm> for NewReport {
    fn from(form: ReportForm) -> Self {
        Self {
            reason: form.reason,
            words: form.words,
            stated_true: form.stated_true,
        }
    }
}

/// What the asker reported, and what came of it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnReport {
    pub id: ReportId,
    /// The organisation's slug.
    pub tenant: String,
    pub tenant_name: String,
    pub issue: IssueId,
    /// Null of an issue.
    pub thread: Option<ThreadId>,
    /// The number of the post in its thread.
    pub seq: Option<Seq>,
    pub about: About,
    pub reason: ReportReason,
    pub words: String,
    pub reported_at: Timestamp,
    pub state: ReportState,
    pub outcome: Option<ReportOutcome>,
    /// What the asker said against it.
    pub appeal: Option<OwnAppeal>,
}

/// What was decided about what somebody reported.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportOutcome {
    pub decision: DecisionId,
    pub act: Act,
    pub ground: Option<Ground>,
    pub rule: String,
    /// Why a post was left as it is.
    pub facts: String,
    /// Who runs the installation decided, where nobody of the organisation could.
    pub by_installation: bool,
    pub decided_at: Timestamp,
    pub can_appeal: bool,
    pub appeal_until: Timestamp,
}

/// What somebody said against a decision, and what somebody else thinks of it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnAppeal {
    pub id: AppealId,
    pub words: String,
    pub appealed_at: Timestamp,
    /// Null: nobody answered yet.
    pub granted: Option<bool>,
    pub facts: Option<String>,
    /// Who runs the installation answered, where nobody of the organisation could or did.
    pub by_installation: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct OwnReportList {
    /// The newest first.
    pub items: Vec<OwnReport>,
}

/// What was decided about a post of the asker's, and why.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnDecision {
    pub id: DecisionId,
    /// The organisation's slug.
    pub tenant: String,
    pub tenant_name: String,
    pub issue: IssueId,
    /// Null of an issue, as what follows.
    pub thread: Option<ThreadId>,
    pub post: Option<PostId>,
    pub seq: Option<Seq>,
    pub about: About,
    /// Of a title that was replaced: what it was, as long as one may object; and what it became.
    pub title_before: Option<String>,
    pub title_after: Option<String>,
    /// Of an issue of which the text was taken away: what it was, for as long.
    pub text_before: Option<String>,
    pub act: Act,
    pub until: Option<Timestamp>,
    pub warned: bool,
    pub paused_until: Option<Timestamp>,
    pub ground: Option<Ground>,
    pub rule: String,
    pub facts: String,
    /// Who runs the installation decided, where nobody of the organisation could.
    pub by_installation: bool,
    pub decided_at: Timestamp,
    pub rewritten_at: Option<Timestamp>,
    /// The asker's own words, as long as they are kept from others: Markdown.
    pub body: Option<String>,
    /// What hangs on it, for as long.
    pub files: Vec<PostFile>,
    pub can_rewrite: bool,
    pub can_appeal: bool,
    pub appeal_until: Timestamp,
    pub appeal: Option<OwnAppeal>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct OwnDecisionList {
    /// The newest first.
    pub items: Vec<OwnDecision>,
}

/// What these lists are made with.
pub(crate) struct Known {
    pub tenants: HashMap<TenantId, Tenant>,
    pub cases: HashMap<CaseId, Case>,
    pub decisions: Vec<Decision>,
    pub appeals: Vec<Appeal>,
    pub seqs: HashMap<PostId, Seq>,
    pub held: HashMap<PostId, HeldText>,
    /// Of those whose words are held.
    pub files: HashMap<PostId, Vec<PostFile>>,
    pub now: Timestamp,
}

impl Known {
    fn tenant(&self, id: TenantId) -> (String, String) {
        self.tenants
            .get(&id)
            .map(|tenant| (tenant.slug.clone(), tenant.name.clone()))
            .unwrap_or_default()
    }

    /// The decision of a case that counts: no answer to an appeal.
    fn last_of(&self, case: CaseId) -> Option<&Decision> {
        let of_case = self.decisions.iter().filter(|it| it.case == case);
        of_case.filter(|it| !it.is_answer()).max_by_key(|it| it.id)
    }

    fn own_appeal(&self, appeal: &Appeal) -> OwnAppeal {
        let answer = self
            .decisions
            .iter()
            .find(|it| Some(it.id) == appeal.answer);
        OwnAppeal {
            id: appeal.id,
            words: appeal.words.clone(),
            appealed_at: appeal.appealed_at,
            granted: answer.map(|it| it.act == Act::Reversed),
            facts: answer.map(|it| it.facts.clone()),
            by_installation: answer.is_some_and(|it| it.from.is_installation()),
        }
    }

    /// None once its case is forgotten.
    pub fn report(&self, report: Report) -> Option<OwnReport> {
        let case = self.cases.get(&report.case)?;
        let (tenant, tenant_name) = self.tenant(report.tenant);
        let last = self.last_of(case.id);
        let own = |it: &&Appeal| it.case == case.id && it.person == report.reporter;
        let appeals: Vec<&Appeal> = self.appeals.iter().filter(own).collect();
        let of_last = appeals
            .iter()
            .find(|it| Some(it.decision) == last.map(|it| it.id));
        let state = match (last, of_last) {
            (_, Some(appeal)) if appeal.answer.is_none() => ReportState::Appealed,
            (Some(_), _) => ReportState::Decided,
            (None, _) => ReportState::Received,
        };
        let outcome = last.map(|it| ReportOutcome {
            decision: it.id,
            act: self.standing(it),
            ground: it.ground,
            rule: it.rule.clone(),
            facts: if it.act == Act::Leave {
                it.facts.clone()
            } else {
                String::new()
            },
            by_installation: it.from.is_installation(),
            decided_at: it.decided_at,
            can_appeal: of_last.is_none() && self.now < it.appeal_until(),
            appeal_until: it.appeal_until(),
        });
        Some(OwnReport {
            id: report.id,
            tenant,
            tenant_name,
            issue: case.issue,
            thread: case.place.map(|it| it.thread),
            seq: case.place.and_then(|it| self.seqs.get(&it.post).copied()),
            about: case.about,
            reason: report.reason,
            words: report.words,
            reported_at: report.reported_at,
            state,
            outcome,
            appeal: appeals.last().map(|it| self.own_appeal(it)),
        })
    }

    /// What was decided, or that it does not hold any more because its author was right.
    fn standing(&self, decision: &Decision) -> Act {
        let right = self.appeals.iter().any(|it| {
            it.decision == decision.id
                && it.side == AppealSide::Author
                && self
                    .decisions
                    .iter()
                    .any(|answer| Some(answer.id) == it.answer && answer.act == Act::Reversed)
        });
        if right { Act::Reversed } else { decision.act }
    }

    /// None of what nothing was done, and of answers, which stand at what they answer.
    pub fn decision(&self, decision: &Decision) -> Option<OwnDecision> {
        if decision.is_answer() || !decision.is_measure() {
            return None;
        }
        let (tenant, tenant_name) = self.tenant(decision.tenant);
        let own = |it: &&Appeal| it.decision == decision.id && it.side == AppealSide::Author;
        let appeal = self.appeals.iter().find(own);
        let last = self
            .last_of(decision.case)
            .is_some_and(|it| it.id == decision.id);
        let known = self.cases.contains_key(&decision.case);
        let of_post = last && decision.about == About::Post;
        let post = decision.place.map(|it| it.post);
        let held = post.filter(|_| of_post).and_then(|it| self.held.get(&it));
        let files = post.and_then(|it| self.files.get(&it));
        let (title_before, title_after) = decision.titles.clone().unzip();
        Some(OwnDecision {
            id: decision.id,
            tenant,
            tenant_name,
            issue: decision.issue,
            thread: decision.place.map(|it| it.thread),
            post,
            seq: decision.post_seq,
            about: decision.about,
            title_before,
            title_after,
            text_before: decision.words_before.as_ref().map(text_of),
            act: decision.act,
            until: decision.until,
            warned: decision.warned,
            paused_until: decision.paused_until,
            ground: decision.ground,
            rule: decision.rule.clone(),
            facts: decision.facts.clone(),
            by_installation: decision.from.is_installation(),
            decided_at: decision.decided_at,
            rewritten_at: decision.rewritten_at,
            body: held.map(|it| it.body.clone()),
            files: held.and(files.cloned()).unwrap_or_default(),
            can_rewrite: decision.act == Act::Return && held.is_some(),
            can_appeal: known && last && appeal.is_none() && self.now < decision.appeal_until(),
            appeal_until: decision.appeal_until(),
            appeal: appeal.map(|it| self.own_appeal(it)),
        })
    }
}

/// Why somebody does not agree.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealForm {
    /// 1 to 2,000 characters.
    pub words: String,
}

/// Which objection it is, from now on.
#[derive(Serialize, utoipa::ToSchema)]
pub struct AppealMade {
    pub id: AppealId,
}

/// What an author writes instead.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RewriteForm {
    /// Markdown, 1 to 20,000 characters.
    pub body: String,
    /// All that is to hang on it; what hung there stays when left out. Others are added to the thread before.
    pub files: Option<Vec<PostFileForm>>,
}

/// A line in the log of a room.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModerationLogLine {
    pub id: DecisionId,
    pub decided_at: Timestamp,
    pub about: About,
    pub act: Act,
    /// Null where it is about the issue of the room.
    pub post: Option<PostId>,
    /// The number of the post.
    pub seq: Option<Seq>,
    /// The asker's, by their alias: what was decided is told at the post. In a room without authors only the browser knows.
    pub own: bool,
    /// Who wrote it; only where everybody who reads the issue reads the room.
    pub name: Option<String>,
    pub until: Option<Timestamp>,
    /// Of its writer: told to whoever moderates, and to themselves.
    pub warned: bool,
    /// The same.
    pub paused_until: Option<Timestamp>,
    pub ground: Option<Ground>,
    pub rule: String,
    /// Somebody decided, or read it to decide, who does not run the room. Null in a room with aliases: whoever runs it decides
    /// about no post of their own, so that it would tell which alias is theirs.
    pub from_outside: Option<bool>,
    /// That was who runs the installation, where nobody of the organisation could or did.
    pub by_installation: bool,
}

impl ModerationLogLine {
    pub(crate) fn of(decision: Decision, name: Option<String>, own: bool) -> Self {
        Self {
            id: decision.id,
            decided_at: decision.decided_at,
            about: decision.about,
            act: decision.act,
            post: decision.place.map(|it| it.post),
            seq: decision.post_seq,
            own,
            name,
            until: decision.until,
            warned: decision.warned,
            paused_until: decision.paused_until,
            ground: decision.ground,
            rule: decision.rule,
            from_outside: Some(decision.from != DecidedFrom::Room),
            by_installation: decision.from.is_installation(),
        }
    }

    /// Without whether that was somebody of the room.
    pub(crate) fn by_anybody(self) -> Self {
        Self {
            from_outside: None,
            ..self
        }
    }

    /// What was done to the post, without what was done to its writer.
    pub(crate) fn about_the_post(self) -> Self {
        Self {
            warned: false,
            paused_until: None,
            ..self
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModerationLog {
    /// The newest first.
    pub items: Vec<ModerationLogLine>,
    pub next: Option<String>,
    /// The asker runs the room, or decides for its organisation.
    pub can_moderate: bool,
}

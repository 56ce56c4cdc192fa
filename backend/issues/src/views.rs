//! Issues as JSON.

use std::collections::BTreeSet;

use kernel::{IssueId, IssueRole, Locale, Page, PageSize, PerspectiveId, Scope, TermId, Timestamp};
use platform::tenants::TermView;
use platform::{PersonRef, Secrets, taxonomy};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::lifecycle::Hand;
use crate::model::NewPerspective;
use crate::read_joined::{self, JoinedOrganisation};
use crate::{
    Capacity, GapWord, Issue, IssueKind, IssueRights, IssueState, IssueSummary, IssueText, Need,
    Perspective, Regime, Visibility, policy, read,
};

/// An issue in a list.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IssueItem {
    pub id: IssueId,
    /// The slug of the organisation that owns it.
    pub tenant: String,
    pub kind: IssueKind,
    pub title: String,
    pub core_question: String,
    pub state: IssueState,
    pub visibility: Visibility,
    pub regime: Regime,
    pub terms: Vec<TermView>,
    /// The organisations that pick it up together with its owner.
    pub joined: Vec<JoinedOrganisation>,
    pub created_at: Timestamp,
    pub state_at: Timestamp,
    pub planned_end: Option<Timestamp>,
    /// The asker's own role in it.
    pub role: Option<IssueRole>,
}

impl IssueItem {
    pub fn of(issue: IssueSummary, tenant: String, terms: Vec<TermView>) -> Self {
        Self {
            id: issue.id,
            tenant,
            kind: issue.kind,
            title: issue.title,
            core_question: issue.core_question,
            state: issue.state,
            visibility: issue.visibility,
            regime: issue.regime,
            terms,
            joined: Vec::new(),
            created_at: issue.created_at,
            state_at: issue.state_at,
            planned_end: issue.planned_end,
            role: issue.role,
        }
    }
}

/// A page of issues.
#[derive(Serialize, utoipa::ToSchema)]
pub struct IssueList {
    pub items: Vec<IssueItem>,
    pub next: Option<String>,
}

/// An issue in full.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IssueView {
    #[serde(flatten)]
    pub item: IssueItem,
    pub why_now: String,
    /// Why only one group is asked; empty where several are.
    pub why_one: String,
    /// Markdown, for the editor.
    pub background: String,
    /// Safe HTML, for the reader.
    pub background_html: String,
    /// Why it was declined, paused, withdrawn or opened again.
    pub state_reason: Option<String>,
    /// Who proposed it, for those who decide about it.
    pub proposed_by: Option<String>,
    /// By when whoever proposed it has an answer: for that person, and for those who decide about it.
    pub answer_by: Option<Timestamp>,
    pub perspectives: Vec<PerspectiveView>,
    /// The states that the asker may move it to, from here.
    pub next_states: Vec<NextState>,
    pub can: IssueCan,
    pub version: i64,
}

/// A view that the issue needs, and how far that is: a word, never a number of people.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PerspectiveView {
    pub id: PerspectiveId,
    pub name: String,
    /// What somebody who brings it has seen or done.
    pub experience: String,
    pub need: Need,
    pub wanted: i64,
    pub gap: GapWord,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NextState {
    pub state: IssueState,
    pub reason_needed: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IssueCan {
    pub change: bool,
    pub invite: bool,
    pub raise_hand: bool,
    pub nominate: bool,
    pub open_thread: bool,
    pub write_outcome: bool,
    pub see_participants: bool,
    pub see_reach: bool,
    pub leave: bool,
    pub manage: bool,
}

impl From<IssueRights> for IssueCan {
    fn from(rights: IssueRights) -> Self {
        let IssueRights {
            change,
            invite,
            raise_hand,
            nominate,
            open_thread,
            write_outcome,
            see_participants,
            see_reach,
            leave,
            manage,
        } = rights;
        Self {
            change,
            invite,
            raise_hand,
            nominate,
            open_thread,
            write_outcome,
            see_participants,
            see_reach,
            leave,
            manage,
        }
    }
}

impl IssueView {
    pub fn of(
        scope: &Scope,
        tenant: String,
        issue: Issue,
        terms: Vec<TermView>,
        perspectives: Vec<Perspective>,
    ) -> Self {
        let next_states = next_states(scope, &issue);
        let can = IssueRights::of(scope, &issue).into();
        Self {
            why_now: issue.why_now.clone(),
            why_one: issue.why_one.clone(),
            background: issue.background.clone(),
            background_html: issue.background_html.clone(),
            state_reason: issue.state_reason.clone(),
            proposed_by: None,
            answer_by: policy::answer_by(scope, &issue),
            version: issue.version,
            perspectives: perspectives
                .into_iter()
                .map(PerspectiveView::from)
                .collect(),
            next_states,
            can,
            item: IssueItem::of(issue.into(), tenant, terms),
        }
    }
}

impl From<Perspective> for PerspectiveView {
    fn from(perspective: Perspective) -> Self {
        Self {
            id: perspective.id,
            name: perspective.name,
            experience: perspective.experience,
            need: perspective.need,
            wanted: perspective.wanted,
            gap: perspective.gap,
        }
    }
}

fn next_states(scope: &Scope, issue: &Issue) -> Vec<NextState> {
    IssueState::ALL
        .into_iter()
        .filter(|to| {
            issue
                .paused_from
                .is_none_or(|from| *to == from || *to == IssueState::Withdrawn)
        })
        .filter_map(|state| {
            let step = issue
                .step(state)
                .filter(|step| step.hand != Hand::Outcome)?;
            policy::may_move(scope, issue, step.hand).ok()?;
            Some(NextState {
                state,
                reason_needed: step.reason,
            })
        })
        .collect()
}

/// Somebody who takes part.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParticipantView {
    pub person: PersonRef,
    pub name: String,
    pub role: IssueRole,
    pub capacity: Capacity,
    pub organisation: Option<String>,
    /// Of a guest: when taking part ends by itself.
    pub until: Option<Timestamp>,
}

impl ParticipantView {
    pub fn of(participant: read::Participant, issue: &Issue, secrets: &Secrets) -> Self {
        Self {
            person: PersonRef::of(participant.person, issue.tenant, secrets),
            name: participant.shown_name,
            role: participant.role,
            capacity: participant.capacity,
            organisation: participant.organisation,
            until: participant.until,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct ParticipantList {
    /// By name.
    pub items: Vec<ParticipantView>,
    pub next: Option<String>,
}

/// What a person types about an issue. In a draft everything may still be empty.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IssueForm {
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub core_question: String,
    #[serde(default)]
    pub why_now: String,
    /// Why only one group is asked, to whoever is asked: needed before others see an issue with one perspective.
    #[serde(default)]
    pub why_one: String,
    /// Markdown.
    #[serde(default)]
    pub background: String,
    pub visibility: Visibility,
    pub regime: Regime,
    pub planned_end: Option<Timestamp>,
    /// Themes and regions.
    #[serde(default)]
    pub terms: Vec<TermId>,
    #[serde(default)]
    pub perspectives: Vec<PerspectiveForm>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PerspectiveForm {
    /// Left out for a new one.
    pub id: Option<PerspectiveId>,
    pub name: String,
    /// What somebody who brings it has seen or done.
    #[serde(default)]
    pub experience: String,
    #[serde(default)]
    pub need: Need,
    /// How many people, 1 to 99.
    pub wanted: i64,
}

impl From<PerspectiveForm> for NewPerspective {
    fn from(form: PerspectiveForm) -> Self {
        Self {
            id: form.id,
            name: form.name,
            experience: form.experience,
            need: form.need,
            wanted: form.wanted,
        }
    }
}

impl From<IssueForm> for IssueText {
    fn from(form: IssueForm) -> Self {
        Self {
            kind: IssueKind::Issue,
            title: form.title,
            core_question: form.core_question,
            why_now: form.why_now,
            why_one: form.why_one,
            background: form.background,
            visibility: form.visibility,
            regime: form.regime,
            planned_end: form.planned_end,
            terms: form.terms,
            perspectives: form
                .perspectives
                .into_iter()
                .map(NewPerspective::from)
                .collect(),
        }
    }
}

/// A step along the life cycle.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveForm {
    pub to: IssueState,
    pub reason: Option<String>,
}

/// An issue with all that belongs to it, as the asker sees it.
pub async fn in_full(
    sql: &impl db::Sql,
    scope: &Scope,
    slug: &str,
    issue: Issue,
) -> Result<IssueView, db::DbFault> {
    let terms = terms_of(sql, issue.id, scope.locale).await?;
    let perspectives = read::perspectives_of(sql, issue.id).await?;
    let proposed_by = read::proposer_of(sql, scope, &issue).await?;
    let joined = read_joined::names_of(sql, issue.id).await?;
    let mut view = IssueView::of(scope, slug.to_owned(), issue, terms, perspectives);
    view.proposed_by = proposed_by;
    view.item.joined = joined;
    Ok(view)
}

/// The terms of an issue, in the reader's language.
pub async fn terms_of(
    sql: &impl db::Sql,
    issue: IssueId,
    locale: Locale,
) -> Result<Vec<TermView>, db::DbFault> {
    let links = read::terms_of(sql, [issue]).await?;
    let own: Vec<Uuid> = links.into_values().flatten().collect();
    let terms = Terms::named(sql, own.iter(), locale).await?;
    Ok(terms.among(&own))
}

/// Terms in the reader's language, in the order in which they are shown.
struct Terms(Vec<TermView>);

impl Terms {
    async fn named(
        sql: &impl db::Sql,
        ids: impl Iterator<Item = &Uuid>,
        locale: Locale,
    ) -> Result<Self, db::DbFault> {
        let ids: BTreeSet<Uuid> = ids.copied().collect();
        let terms = taxonomy::terms_by_id(sql, ids).await?;
        let terms = terms.iter().map(|term| TermView::of(term, locale));
        Ok(Self(terms.collect()))
    }

    fn among(&self, ids: &[Uuid]) -> Vec<TermView> {
        let own = self.0.iter();
        let own = own.filter(|term| ids.contains(&term.id.uuid()));
        own.cloned().collect()
    }
}

/// The issues that this person may see, newest first, as they stand in a list.
pub async fn list(
    sql: &impl db::Sql,
    filter: &read::Filter,
    after: Option<IssueId>,
    size: PageSize,
    locale: Locale,
) -> Result<Page<IssueItem>, db::DbFault> {
    let found = list_with::<()>(sql, filter, after, size, locale, None).await?;
    Ok(found.map(|line| line.issue))
}

/// An issue in a list, with what the caller adds to its line.
pub struct Line<T> {
    pub issue: IssueItem,
    pub tenant_name: String,
    pub with: Vec<T>,
}

/// The same list; `with` is a list inside each issue.
pub async fn list_with<T: DeserializeOwned>(
    sql: &impl db::Sql,
    filter: &read::Filter,
    after: Option<IssueId>,
    size: PageSize,
    locale: Locale,
    with: Option<db::Within>,
) -> Result<Page<Line<T>>, db::DbFault> {
    let found = read::list_in_full(sql, filter, after, size, with).await?;
    let ids = found.items.iter().flat_map(|line| &line.terms);
    let terms = Terms::named(sql, ids, locale).await?;
    Ok(found.map(|line| {
        let (slug, tenant_name) = line.tenant;
        Line {
            issue: IssueItem {
                joined: line.joined,
                ..IssueItem::of(line.issue, slug, terms.among(&line.terms))
            },
            tenant_name,
            with: line.with,
        }
    }))
}

//! Lists of issues, for whoever may see them: each issue with what a list tells, and with its terms.

use std::collections::HashMap;

use db::{DbFault, OF, Sql, Within, any_of, packed, packed_with};
use kernel::{Cursor, IssueId, IssueRole, Page, PageSize, Timestamp};
use sea_orm::IdenStatic;
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Order, Query, SelectStatement};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::entity::{issue, issue_term};
use crate::read::{own, state_of, visible};
use crate::read_joined::{self, JoinedOrganisation};
use crate::read_own::own_role;
use crate::{IssueKind, IssueState, IssueSummary, Regime, Visibility};

/// What a list of issues may be narrowed by.
#[derive(Clone, Debug)]
pub struct Filter {
    pub states: Vec<IssueState>,
    pub terms: Vec<Uuid>,
    /// Only those in which the asker takes part.
    pub mine: bool,
    /// None for both.
    pub kind: Option<IssueKind>,
    /// Only those with this in their title, in capitals or not.
    pub named: Option<String>,
}

impl Default for Filter {
    /// A list of issues is one of issues, and not of rooms of networks.
    fn default() -> Self {
        Self {
            states: Vec::new(),
            terms: Vec::new(),
            mine: false,
            kind: Some(IssueKind::Issue),
            named: None,
        }
    }
}

/// The issues that this person may see, newest first.
pub async fn list(
    sql: &impl Sql,
    filter: &Filter,
    after: Option<IssueId>,
    size: PageSize,
) -> Result<Page<IssueSummary>, DbFault> {
    let select = select(sql, filter, after, size);
    let rows: Vec<SummaryRow> = packed(sql, select, &SummaryRow::names()).await?;
    let issues = rows.into_iter().map(IssueSummary::try_from);
    let issues = issues.collect::<Result<Vec<_>, _>>()?;
    Ok(Page::of(issues, size, cursor))
}

/// An issue with what else stands in its line of a list.
pub struct Listed<T> {
    pub issue: IssueSummary,
    /// Slug and name of whose issue it is.
    pub tenant: (String, String),
    pub terms: Vec<Uuid>,
    /// Who picks it up together with its owner.
    pub joined: Vec<JoinedOrganisation>,
    /// What the caller asked for beside it.
    pub with: Vec<T>,
}

/// The same issues in full lines, in one statement; `with` is a list inside each of them.
pub async fn list_in_full<T: DeserializeOwned>(
    sql: &impl Sql,
    filter: &Filter,
    after: Option<IssueId>,
    size: PageSize,
    with: Option<Within>,
) -> Result<Page<Listed<T>>, DbFault> {
    let select = select(sql, filter, after, size);
    let lists = [whose(), terms(), read_joined::within()];
    let lists = lists.into_iter().chain(with);
    let rows: Vec<LineRow<T>> = packed_with(sql, select, &SummaryRow::names(), lists).await?;
    let lines = rows.into_iter().map(LineRow::line);
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    Ok(Page::of(lines, size, |line| cursor(&line.issue)))
}

#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct LineRow<T> {
    issue: SummaryRow,
    tenant: [(String, String); 1],
    terms: Vec<(Uuid,)>,
    joined: Vec<(String, String)>,
    #[serde(default = "Vec::new")]
    with: Vec<T>,
}

impl<T> LineRow<T> {
    fn line(self) -> Result<Listed<T>, DbFault> {
        let [tenant] = self.tenant;
        Ok(Listed {
            issue: self.issue.try_into()?,
            tenant,
            terms: self.terms.into_iter().map(|(id,)| id).collect(),
            joined: self
                .joined
                .into_iter()
                .map(|(slug, name)| JoinedOrganisation { slug, name })
                .collect(),
            with: self.with,
        })
    }
}

fn cursor(last: &IssueSummary) -> Cursor {
    Cursor::new(last.id.to_string())
}

fn select(
    sql: &impl Sql,
    filter: &Filter,
    after: Option<IssueId>,
    size: PageSize,
) -> SelectStatement {
    let column = |column| Expr::col((issue::Entity, column));
    let mut select = Query::select();
    select
        .columns(SummaryRow::COLUMNS.map(|column| (issue::Entity, column)))
        .expr_as(own_role(sql), SummaryRow::ROLE)
        .from(issue::Entity)
        .cond_where(if filter.mine { own(sql) } else { visible(sql) })
        .order_by((issue::Entity, issue::Column::Id), Order::Desc)
        .limit(size.probe());
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| state.as_str());
        select.and_where(column(issue::Column::State).is_in(states));
    }
    for term in &filter.terms {
        let has = Query::select()
            .expr(Expr::val(1_i64))
            .from(issue_term::Entity)
            .and_where(
                Expr::col((issue_term::Entity, issue_term::Column::IssueId))
                    .equals((issue::Entity, issue::Column::Id)),
            )
            .and_where(Expr::col((issue_term::Entity, issue_term::Column::TermId)).eq(*term))
            .to_owned();
        select.and_where(Expr::exists(has));
    }
    if let Some(kind) = filter.kind {
        select.and_where(column(issue::Column::Kind).eq(kind.as_str()));
    }
    if let Some(part) = &filter.named {
        let small = part.trim().to_lowercase();
        let title = || column(issue::Column::Title);
        let lower = Expr::expr(Func::lower(title()));
        // To SQLite É is no capital of é: a title begins with the one, and whoever looks for it types the other.
        let begins = title().like(holding(&capital(&small)));
        select.and_where(lower.like(holding(&small)).or(begins));
    }
    if let Some(after) = after {
        select.and_where(column(issue::Column::Id).lt(after.uuid()));
    }
    select
}

fn capital(small: &str) -> String {
    let mut letters = small.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Anything with these letters in it, as they stand.
fn holding(part: &str) -> LikeExpr {
    let mut letters = String::new();
    for letter in part.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            letters.push('\\');
        }
        letters.push(letter);
    }
    LikeExpr::new(format!("%{letters}%")).escape('\\')
}

fn whose() -> Within {
    let select = Query::select()
        .columns([("tenant", "slug"), ("tenant", "name")])
        .from("tenant")
        .and_where(Expr::col(("tenant", "id")).equals((OF, "tenant_id")))
        .to_owned();
    Within {
        select,
        columns: vec!["slug", "name"],
    }
}

fn terms() -> Within {
    let column = |column| Expr::col((issue_term::Entity, column));
    let select = Query::select()
        .column((issue_term::Entity, issue_term::Column::TermId))
        .from(issue_term::Entity)
        .and_where(column(issue_term::Column::IssueId).equals((OF, "id")))
        .to_owned();
    Within {
        select,
        columns: vec![issue_term::Column::TermId.as_str()],
    }
}

/// Of an issue what a list tells; the fields are the columns, in their order.
#[derive(Deserialize)]
struct SummaryRow {
    id: Uuid,
    tenant_id: Uuid,
    author_id: Uuid,
    kind: String,
    state: String,
    visibility: String,
    regime: String,
    title: String,
    core_question: String,
    planned_end: Option<i64>,
    created_at: i64,
    state_at: i64,
    role: Option<String>,
}

impl SummaryRow {
    const COLUMNS: [issue::Column; 12] = [
        issue::Column::Id,
        issue::Column::TenantId,
        issue::Column::AuthorId,
        issue::Column::Kind,
        issue::Column::State,
        issue::Column::Visibility,
        issue::Column::Regime,
        issue::Column::Title,
        issue::Column::CoreQuestion,
        issue::Column::PlannedEnd,
        issue::Column::CreatedAt,
        issue::Column::StateAt,
    ];
    const ROLE: &str = "role";

    fn names() -> Vec<&'static str> {
        let own = Self::COLUMNS.iter().map(IdenStatic::as_str);
        own.chain([Self::ROLE]).collect()
    }
}

impl TryFrom<SummaryRow> for IssueSummary {
    type Error = DbFault;

    fn try_from(row: SummaryRow) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            author: row.author_id.into(),
            kind: IssueKind::from_name(&row.kind)?,
            state: state_of(&row.state)?,
            visibility: Visibility::from_name(&row.visibility)?,
            regime: Regime::from_name(&row.regime)?,
            title: row.title,
            core_question: row.core_question,
            planned_end: row.planned_end.map(Timestamp::from_millis),
            created_at: Timestamp::from_millis(row.created_at),
            state_at: Timestamp::from_millis(row.state_at),
            role: row.role.as_deref().and_then(IssueRole::from_name),
        })
    }
}

/// The terms of these issues, in one statement.
pub async fn terms_of(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, Vec<Uuid>>, DbFault> {
    let select = Query::select()
        .columns([issue_term::Column::IssueId, issue_term::Column::TermId])
        .from(issue_term::Entity)
        .and_where(any_of(
            issue_term::Column::IssueId,
            issues.into_iter().map(IssueId::uuid),
        ))
        .to_owned();
    let rows: Vec<(IssueId, Uuid)> = packed(sql, select, &["issue_id", "term_id"]).await?;
    let mut terms: HashMap<IssueId, Vec<Uuid>> = HashMap::new();
    for (issue, term) in rows {
        terms.entry(issue).or_default().push(term);
    }
    Ok(terms)
}

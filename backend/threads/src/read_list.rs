//! The rooms of a list of issues: by the rows of that list, so that nothing is asked twice.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of, packed};
use issues::{IssueSummary, Regime, Visibility};
use kernel::{IssueId, PersonId, Timestamp};
use sea_orm::IdenStatic;
use sea_orm::sea_query::{Condition, Order, Query};
use serde::Deserialize;
use uuid::Uuid;

use crate::Ranges;
use crate::entity::{thread, thread_read};
use crate::model::Room;
use crate::read::{MOST_LISTED, is_open_to_readers, read_by};

/// The rooms that this person may read of issues which a list showed to this person just now, in one statement, the
/// liveliest first. The list asked who may see each issue and how this person takes part; the rule of the room itself
/// is left.
pub async fn of_shown(sql: &impl Sql, issues: &[IssueSummary]) -> Result<Vec<Room>, DbFault> {
    let of_issue = |issues: Vec<&IssueSummary>| {
        any_of(
            (thread::Entity, thread::Column::IssueId),
            issues.into_iter().map(|issue| issue.id.uuid()),
        )
    };
    let takes_part = issues.iter().filter(|issue| issue.role.is_some());
    let person = sql.person().map(PersonId::uuid).unwrap_or_default();
    let mut select = Query::select();
    select
        .columns(ShownRow::COLUMNS.map(|column| (thread::Entity, column)))
        .column((thread_read::Entity, thread_read::Column::Ranges))
        .from(thread::Entity)
        .left_join(thread_read::Entity, read_by(person))
        .and_where(of_issue(issues.iter().collect()))
        .and_where(sql.in_tenants((thread::Entity, thread::Column::TenantId)))
        .cond_where(
            Condition::any()
                .add(is_open_to_readers())
                .add(of_issue(takes_part.collect())),
        )
        .order_by((thread::Entity, thread::Column::LastPostAt), Order::Desc)
        .order_by((thread::Entity, thread::Column::Id), Order::Desc)
        .limit(MOST_LISTED);
    let names = ShownRow::COLUMNS.map(|column| column.as_str());
    let rows: Vec<ShownRow> = packed(sql, select, &[&names[..], &["ranges"]].concat()).await?;
    let by_id: HashMap<IssueId, &IssueSummary> =
        issues.iter().map(|issue| (issue.id, issue)).collect();
    rows.into_iter()
        .filter_map(|row| by_id.get(&row.issue_id).map(|issue| row.room_of(issue)))
        .collect()
}

/// Of a thread what its issue does not say; the fields are the columns, in their order.
#[derive(Deserialize)]
struct ShownRow {
    id: Uuid,
    issue_id: IssueId,
    title: String,
    visibility: String,
    regime: String,
    last_seq: i64,
    last_change: i64,
    voids: String,
    last_post_at: i64,
    ranges: Option<String>,
}

impl ShownRow {
    const COLUMNS: [thread::Column; 9] = [
        thread::Column::Id,
        thread::Column::IssueId,
        thread::Column::Title,
        thread::Column::Visibility,
        thread::Column::Regime,
        thread::Column::LastSeq,
        thread::Column::LastChange,
        thread::Column::Voids,
        thread::Column::LastPostAt,
    ];

    fn room_of(self, issue: &IssueSummary) -> Result<Room, DbFault> {
        Ok(Room {
            id: self.id.into(),
            tenant: issue.tenant,
            issue: issue.id,
            issue_title: issue.title.clone(),
            issue_state: issue.state,
            title: self.title,
            visibility: Visibility::from_name(&self.visibility)?,
            regime: Regime::from_name(&self.regime)?,
            last_seq: self.last_seq.into(),
            last_change: self.last_change,
            last_post_at: Timestamp::from_millis(self.last_post_at),
            voids: Ranges::parse(&self.voids),
            role: issue.role,
            read: Ranges::parse(self.ranges.as_deref().unwrap_or_default()),
        })
    }
}

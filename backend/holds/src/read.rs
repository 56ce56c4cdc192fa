//! Holds, and what was done with them. Who may see which, the caller decides.

use std::collections::HashMap;

use db::{DbFault, Sql};
use kernel::{Cursor, HoldId, IssueId, Page, PageSize, PersonId, RoomActId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use crate::HoldNotice;
use crate::entity::{legal_hold, legal_hold_act};
use crate::model::{Act, ActKind, Hold, MOST, OwnAct};

use legal_hold::Column as H;
use legal_hold_act::Column as A;

fn in_tenants(sql: &impl Sql) -> Select<legal_hold::Entity> {
    legal_hold::Entity::find().filter(sql.in_tenants((legal_hold::Entity, H::TenantId)))
}

pub(crate) async fn find(sql: &impl Sql, id: HoldId) -> Result<Option<Hold>, DbFault> {
    let row = in_tenants(sql)
        .filter(H::Id.eq(id.uuid()))
        .one(sql.conn())
        .await?;
    Ok(row.map(Hold::from))
}

/// Of the organisation, the newest first.
pub(crate) async fn list(
    sql: &impl Sql,
    after: Option<HoldId>,
    size: PageSize,
) -> Result<Page<Hold>, DbFault> {
    let mut query = in_tenants(sql).order_by_desc(H::Id).limit(size.probe());
    if let Some(after) = after {
        query = query.filter(H::Id.lt(after.uuid()));
    }
    let rows = query.all(sql.conn()).await?;
    let found = rows.into_iter().map(Hold::from).collect();
    Ok(Page::of(found, size, |hold| {
        Cursor::new(hold.id.to_string())
    }))
}

/// What was done with these, the oldest first.
pub(crate) async fn acts_of(
    sql: &impl Sql,
    holds: impl IntoIterator<Item = HoldId>,
) -> Result<HashMap<HoldId, Vec<OwnAct>>, DbFault> {
    let rows = legal_hold_act::Entity::find()
        .filter(sql.in_tenants((legal_hold_act::Entity, A::TenantId)))
        .filter(A::HoldId.is_in(holds.into_iter().map(HoldId::uuid)))
        .order_by_asc(A::At)
        .order_by_asc(A::Id)
        .all(sql.conn())
        .await?;
    let mut found: HashMap<HoldId, Vec<OwnAct>> = HashMap::new();
    for row in rows {
        let act = OwnAct {
            hold: row.hold_id.into(),
            kind: ActKind::from_name(&row.act)?,
            at: Timestamp::from_millis(row.at),
            until: Timestamp::from_millis(row.until),
            by: row.by_id.map(PersonId::from),
        };
        found.entry(act.hold).or_default().push(act);
    }
    Ok(found)
}

/// What keeps an issue now, for everybody who reads one of its rooms: that which ends last first.
pub async fn notices(sql: &impl Sql, issue: IssueId) -> Result<Vec<HoldNotice>, DbFault> {
    let rows = legal_hold::Entity::find()
        .filter(sql.in_tenants((legal_hold::Entity, H::TenantId)))
        .filter(H::IssueId.eq(issue.uuid()))
        .filter(H::EndedAt.is_null())
        .filter(H::Until.gt(sql.now().millis()))
        .order_by_desc(H::Until)
        .order_by_desc(H::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    let notice = |row: legal_hold::Model| HoldNotice {
        reason: row.reason,
        until: Timestamp::from_millis(row.until),
    };
    Ok(rows.into_iter().map(notice).collect())
}

/// For the log of each of its rooms: the newest first, after a line of any kind.
pub async fn acts_of_issue(
    sql: &impl Sql,
    issue: IssueId,
    after: Option<RoomActId>,
    size: PageSize,
) -> Result<Vec<Act>, DbFault> {
    let act = |column: A| (legal_hold_act::Entity, column);
    let mut select = Query::select()
        .columns([A::Id, A::Act, A::At, A::Until].map(act))
        .column((legal_hold::Entity, H::Reason))
        .from(legal_hold_act::Entity)
        .inner_join(
            legal_hold::Entity,
            Expr::col((legal_hold::Entity, H::Id)).equals(act(A::HoldId)),
        )
        .cond_where(sql.in_tenants(act(A::TenantId)))
        .and_where(Expr::col(act(A::IssueId)).eq(issue.uuid()))
        .order_by(act(A::Id), Order::Desc)
        .limit(size.probe())
        .to_owned();
    if let Some(after) = after {
        select.and_where(Expr::col(act(A::Id)).lt(after.uuid()));
    }
    let rows = sql.conn().query_all(&select).await?;
    let acts = rows.iter().map(|row| {
        let kind: String = row.try_get("", "act")?;
        Ok(Act {
            id: row.try_get::<Uuid>("", "id")?.into(),
            kind: ActKind::from_name(&kind)?,
            at: Timestamp::from_millis(row.try_get("", "at")?),
            until: Timestamp::from_millis(row.try_get("", "until")?),
            reason: row.try_get("", "reason")?,
        })
    });
    acts.collect()
}

/// An organisation that keeps what this person wrote with a name, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeper {
    pub organisation: String,
    pub until: Timestamp,
}

/// For a person who wants to go: wherever they wrote.
pub async fn keepers_of(sql: &impl Sql, author: PersonId) -> Result<Vec<Keeper>, DbFault> {
    let written = Query::select()
        .distinct()
        .column(("thread", "issue_id"))
        .from("post")
        .inner_join(
            "thread",
            Expr::col(("thread", "id")).equals(("post", "thread_id")),
        )
        .and_where(Expr::col(("post", "author_id")).eq(author.uuid()))
        .to_owned();
    let select = Query::select()
        .column(("tenant", "name"))
        .expr_as(Expr::col((legal_hold::Entity, H::Until)).max(), "last")
        .from(legal_hold::Entity)
        .inner_join(
            "tenant",
            Expr::col(("tenant", "id")).equals((legal_hold::Entity, H::TenantId)),
        )
        .and_where(Expr::col((legal_hold::Entity, H::EndedAt)).is_null())
        .and_where(Expr::col((legal_hold::Entity, H::Until)).gt(sql.now().millis()))
        .and_where(Expr::col((legal_hold::Entity, H::IssueId)).in_subquery(written))
        .group_by_col(("tenant", "id"))
        .group_by_col(("tenant", "name"))
        .order_by(("tenant", "name"), Order::Asc)
        .to_owned();
    let rows = sql.conn().query_all(&select).await?;
    let keepers = rows.iter().map(|row| {
        Ok(Keeper {
            organisation: row.try_get("", "name")?,
            until: Timestamp::from_millis(row.try_get("", "last")?),
        })
    });
    keepers.collect()
}

impl From<legal_hold::Model> for Hold {
    fn from(row: legal_hold::Model) -> Self {
        Self {
            id: row.id.into(),
            issue: row.issue_id.into(),
            reason: row.reason,
            reference: row.reference,
            until: Timestamp::from_millis(row.until),
            ended_at: row.ended_at.map(Timestamp::from_millis),
            version: row.version,
        }
    }
}

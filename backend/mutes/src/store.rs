//! Statements about whom somebody reads less of: always for one person's own, but to know whom not to tell.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, MuteId, PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use threads::Voice;
use uuid::Uuid;

use crate::entity::voice_mute::{ActiveModel, Column as C, Entity, Model};
use crate::mute::{MOST_MUTES, Mute};

/// As it stands from now on; the first one keeps its id.
pub(crate) async fn put(tx: &Tx, new: Mute) -> Result<Mute, DbFault> {
    let row = ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        person_id: Set(new.person.uuid()),
        muted_id: Set(new.muted.uuid()),
        issue_id: Set(new.issue.map(IssueId::uuid)),
        shown_name: Set(new.name.clone()),
        blocks: Set(i64::from(new.blocks)),
        muted_at: Set(new.at.millis()),
    };
    let again = OnConflict::columns([C::TenantId, C::PersonId, C::MutedId])
        .update_columns([C::Blocks, C::ShownName])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    let kept = about(tx, new.person, new.muted).await?;
    Ok(kept.unwrap_or(new))
}

/// What this person chose about this voice, in the organisations of this operation.
pub(crate) async fn about(
    sql: &impl Sql,
    person: PersonId,
    voice: Voice,
) -> Result<Option<Mute>, DbFault> {
    let row = Entity::find()
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::MutedId.eq(voice.uuid()))
        .one(sql.conn())
        .await?;
    Ok(row.map(Mute::from))
}

pub(crate) async fn count_of(sql: &impl Sql, person: PersonId) -> Result<u64, DbFault> {
    Ok(Entity::find()
        .filter(C::PersonId.eq(person.uuid()))
        .count(sql.conn())
        .await?)
}

/// In every organisation: the caller holds the person as a key.
pub(crate) async fn of(sql: &impl Sql, person: PersonId) -> Result<Vec<Mute>, DbFault> {
    let rows = Entity::find()
        .filter(C::PersonId.eq(person.uuid()))
        .order_by_desc(C::Id)
        .limit(MOST_MUTES)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(Mute::from).collect())
}

pub(crate) async fn find(
    sql: &impl Sql,
    person: PersonId,
    id: MuteId,
) -> Result<Option<Mute>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(C::PersonId.eq(person.uuid()))
        .one(sql.conn())
        .await?;
    Ok(row.map(Mute::from))
}

pub(crate) async fn delete(tx: &Tx, person: PersonId, id: MuteId) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::Id.eq(id.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Who reads less of this voice, in the organisations of this operation: they are not told of what it says.
pub async fn who_muted(sql: &impl Sql, voice: Voice) -> Result<Vec<PersonId>, DbFault> {
    let people: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::PersonId)
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::MutedId.eq(voice.uuid()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(people.into_iter().map(PersonId::from).collect())
}

/// Whether this person wants to hear nothing from another, in the organisations of this operation. Who is blocked learns it
/// by nothing: the caller does as if nobody answers.
pub async fn blocks(sql: &impl Sql, person: PersonId, other: PersonId) -> Result<bool, DbFault> {
    let found = Entity::find()
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::MutedId.eq(other.uuid()))
        .filter(C::Blocks.eq(1_i64))
        .one(sql.conn())
        .await?;
    Ok(found.is_some())
}

/// Whom this person wants to hear nothing from, where they hold themselves as a key.
pub async fn blocked_by(
    sql: &impl Sql,
    person: PersonId,
) -> Result<Vec<(kernel::TenantId, PersonId)>, DbFault> {
    let rows = of(sql, person).await?;
    let own = |mute: Mute| {
        mute.muted
            .person()
            .filter(|_| mute.blocks)
            .map(|it| (mute.tenant, it))
    };
    Ok(rows.into_iter().filter_map(own).collect())
}

/// Of aliases of these issues that are gone with the last room in which they spoke.
pub async fn forget_aliases(
    tx: &Tx,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<(), DbFault> {
    let of = |column: &'static str| Expr::col(("thread", column));
    let room = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(of("issue_id").equals((Entity, C::IssueId)))
        .and_where(of("regime").eq(issues::Regime::Confidential.as_str()))
        .to_owned();
    Entity::delete_many()
        .filter(C::IssueId.is_in(issues.into_iter().map(IssueId::uuid)))
        .filter(Expr::exists(room).not())
        .exec(tx.conn())
        .await?;
    Ok(())
}

impl From<Model> for Mute {
    fn from(row: Model) -> Self {
        Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            person: row.person_id.into(),
            muted: row.muted_id.into(),
            issue: row.issue_id.map(IssueId::from),
            name: row.shown_name,
            blocks: row.blocks == 1,
            at: Timestamp::from_millis(row.muted_at),
        }
    }
}

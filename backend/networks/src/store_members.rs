//! Statements that write the path of somebody through a network.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, PersonId, TenantId, Timestamp};
use platform::grants::{ContainerKind, still_held};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{alumnus_contact, first_weeks, first_weeks_side, network, network_rest};
use crate::policy::{MayKeepMembers, MayWalk};
use crate::standing::{CONTACT, KEPT, Said, Side, Wish};

pub(crate) async fn put_weeks(
    tx: &Tx,
    permit: &MayKeepMembers,
    weeks: Option<i64>,
) -> Result<(), DbFault> {
    network::Entity::update_many()
        .col_expr(network::Column::FirstWeeks, Expr::val(weeks))
        .filter(network::Column::Id.eq(permit.network.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Whoever calls it let the person in.
pub(crate) async fn begin(
    tx: &Tx,
    (tenant, network): (TenantId, IssueId),
    person: PersonId,
    (ends_at, look_at): (Timestamp, Timestamp),
) -> Result<(), DbFault> {
    let row = first_weeks::ActiveModel {
        network_id: Set(network.uuid()),
        person_id: Set(person.uuid()),
        tenant_id: Set(tenant.uuid()),
        ends_at: Set(ends_at.millis()),
        look_at: Set(Some(look_at.millis())),
    };
    first_weeks::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// When the calendar looks again; never when it is decided.
pub(crate) async fn look_again(
    tx: &Tx,
    network: IssueId,
    person: PersonId,
    at: Option<Timestamp>,
) -> Result<(), DbFault> {
    first_weeks::Entity::update_many()
        .col_expr(
            first_weeks::Column::LookAt,
            Expr::val(at.map(Timestamp::millis)),
        )
        .filter(first_weeks::Column::NetworkId.eq(network.uuid()))
        .filter(first_weeks::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Until the end of this transaction nobody else decides about this orientation: whoever comes second sees what the first
/// one wished.
pub(crate) async fn hold(tx: &Tx, network: IssueId, person: PersonId) -> Result<(), DbFault> {
    use first_weeks::Column as C;
    first_weeks::Entity::update_many()
        .col_expr(C::EndsAt, Expr::col(C::EndsAt))
        .filter(C::NetworkId.eq(network.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What one side says of the orientation of `person`; the last of several who run the network counts.
pub(crate) async fn say(
    tx: &Tx,
    permit: &MayWalk,
    (person, side): (PersonId, Side),
    said: &Said,
) -> Result<(), DbFault> {
    use first_weeks_side::Column::{
        ById, GivenAt, Needs, NetworkId, PersonId, Side as Whose, Well,
    };
    let row = first_weeks_side::ActiveModel {
        network_id: Set(permit.network.uuid()),
        person_id: Set(person.uuid()),
        side: Set(side.as_str().to_owned()),
        tenant_id: Set(permit.tenant.uuid()),
        by_id: Set(permit.person.uuid()),
        well: Set(said.well.clone()),
        needs: Set(said.needs.clone()),
        given_at: Set(tx.now().millis()),
        wish: Set(None),
    };
    let again = OnConflict::columns([NetworkId, PersonId, Whose])
        .update_columns([ById, Well, Needs, GivenAt])
        .to_owned();
    first_weeks_side::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn wish(
    tx: &Tx,
    permit: &MayWalk,
    (person, side): (PersonId, Side),
    wish: Wish,
) -> Result<(), DbFault> {
    first_weeks_side::Entity::update_many()
        .col_expr(first_weeks_side::Column::Wish, Expr::val(wish.as_str()))
        .filter(first_weeks_side::Column::NetworkId.eq(permit.network.uuid()))
        .filter(first_weeks_side::Column::PersonId.eq(person.uuid()))
        .filter(first_weeks_side::Column::Side.eq(side.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn rest(
    tx: &Tx,
    permit: &MayWalk,
    until: Option<Timestamp>,
) -> Result<(), DbFault> {
    use network_rest::Column::{EndsAt, NetworkId, PersonId, Since};
    let row = network_rest::ActiveModel {
        network_id: Set(permit.network.uuid()),
        person_id: Set(permit.person.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        since: Set(tx.now().millis()),
        ends_at: Set(until.map(Timestamp::millis)),
    };
    let again = OnConflict::columns([NetworkId, PersonId])
        .update_columns([Since, EndsAt])
        .to_owned();
    network_rest::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn come_back(tx: &Tx, network: IssueId, person: PersonId) -> Result<(), DbFault> {
    network_rest::Entity::delete_by_id((network.uuid(), person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Whoever goes would like to stay in contact.
pub(crate) async fn offer_contact(tx: &Tx, permit: &MayWalk, name: String) -> Result<(), DbFault> {
    let row = alumnus_contact::ActiveModel {
        network_id: Set(permit.network.uuid()),
        person_id: Set(permit.person.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        name: Set(name),
        left_at: Set(tx.now().millis()),
        ends_at: Set(tx.now().plus(CONTACT).millis()),
        agreed_at: Set(None),
        agreed_by: Set(None),
    };
    alumnus_contact::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The network wishes it too; false when the offer is no more.
pub(crate) async fn keep_contact(
    tx: &Tx,
    permit: &MayKeepMembers,
    person: PersonId,
) -> Result<bool, DbFault> {
    let now = tx.now().millis();
    let done = alumnus_contact::Entity::update_many()
        .col_expr(alumnus_contact::Column::AgreedAt, Expr::val(now))
        .col_expr(
            alumnus_contact::Column::AgreedBy,
            Expr::val(permit.person.uuid()),
        )
        .filter(alumnus_contact::Column::NetworkId.eq(permit.network.uuid()))
        .filter(alumnus_contact::Column::PersonId.eq(person.uuid()))
        .filter(alumnus_contact::Column::EndsAt.gt(now))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// At once, by either side; false when there is none.
pub(crate) async fn end_contact(
    tx: &Tx,
    network: IssueId,
    person: PersonId,
) -> Result<bool, DbFault> {
    let done = alumnus_contact::Entity::delete_by_id((network.uuid(), person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// All that stood about somebody's path, when they go or come in anew.
pub(crate) async fn forget_path(
    tx: &Tx,
    network: IssueId,
    person: PersonId,
) -> Result<(), DbFault> {
    let key = (network.uuid(), person.uuid());
    first_weeks::Entity::delete_by_id(key)
        .exec(tx.conn())
        .await?;
    first_weeks_side::Entity::delete_many()
        .filter(first_weeks_side::Column::NetworkId.eq(network.uuid()))
        .filter(first_weeks_side::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    come_back(tx, network, person).await?;
    end_contact(tx, network, person).await?;
    Ok(())
}

/// Of whoever is not in it any more, or whose day has come.
pub(crate) async fn forget(tx: &Tx) -> Result<(), DbFault> {
    let now = tx.now();
    let gone = |table: &'static str| {
        still_held(
            now,
            ContainerKind::Issue,
            (table, "network_id"),
            (table, "person_id"),
        )
        .not()
    };
    let old = now.minus(KEPT).millis();
    first_weeks::Entity::delete_many()
        .filter(
            gone("first_weeks").or(
                Expr::col((first_weeks::Entity, first_weeks::Column::EndsAt))
                    .lt(old)
                    .and(Expr::col((first_weeks::Entity, first_weeks::Column::LookAt)).is_null()),
            ),
        )
        .exec(tx.conn())
        .await?;
    first_weeks_side::Entity::delete_many()
        .filter(Expr::exists(with_orientation()).not())
        .exec(tx.conn())
        .await?;
    network_rest::Entity::delete_many()
        .filter(gone("network_rest").or(network_rest::Column::EndsAt.lte(now.millis())))
        .exec(tx.conn())
        .await?;
    alumnus_contact::Entity::delete_many()
        .filter(alumnus_contact::Column::EndsAt.lte(now.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The orientation that a side's words are about.
fn with_orientation() -> sea_orm::sea_query::SelectStatement {
    let of = |column| Expr::col((first_weeks::Entity, column));
    sea_orm::sea_query::Query::select()
        .expr(Expr::val(1_i64))
        .from(first_weeks::Entity)
        .and_where(of(first_weeks::Column::NetworkId).equals((
            first_weeks_side::Entity,
            first_weeks_side::Column::NetworkId,
        )))
        .and_where(
            of(first_weeks::Column::PersonId)
                .equals((first_weeks_side::Entity, first_weeks_side::Column::PersonId)),
        )
        .to_owned()
}

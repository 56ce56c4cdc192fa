//! Statements that write facets and availability.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::PersonId;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{availability, person_facet};
use crate::model::{Availability, Facet};

pub async fn replace_facets(tx: &Tx, person: PersonId, facets: &[Facet]) -> Result<(), DbFault> {
    person_facet::Entity::delete_many()
        .filter(person_facet::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    if facets.is_empty() {
        return Ok(());
    }
    let rows = facets.iter().map(|facet| person_facet::ActiveModel {
        person_id: Set(person.uuid()),
        term_id: Set(facet.term.uuid()),
        kind: Set(facet.kind.as_str().to_owned()),
        audience: Set(facet.audience.as_str().to_owned()),
        consent_version: Set(facet.consent_version.clone()),
        consented_at: Set(facet.consented_at.millis()),
    });
    person_facet::Entity::insert_many(rows)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Writes what holds from now on if it is still at `version`; false when somebody was ahead.
pub async fn write_availability(
    tx: &Tx,
    person: PersonId,
    said: Availability,
    version: i64,
) -> Result<bool, DbFault> {
    use availability::Column as C;
    if version == 0 {
        let row = availability::ActiveModel {
            person_id: Set(person.uuid()),
            invitations_per_month: Set(said.invitations_per_month),
            hidden: Set(i64::from(said.hidden)),
            version: Set(1),
            updated_at: Set(tx.now().millis()),
        };
        let done = availability::Entity::insert(row)
            .on_conflict(OnConflict::column(C::PersonId).do_nothing().to_owned())
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(done)? > 0);
    }
    let done = availability::Entity::update_many()
        .col_expr(
            C::InvitationsPerMonth,
            Expr::val(said.invitations_per_month),
        )
        .col_expr(C::Hidden, Expr::val(i64::from(said.hidden)))
        .col_expr(C::UpdatedAt, Expr::val(tx.now().millis()))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

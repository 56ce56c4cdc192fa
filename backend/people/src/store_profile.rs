//! Statements that write what people say in their own words, and their languages.
//!
//! Each writes only if what is there is still at `version`, and says whether it did.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{PersonId, TenantId};
use platform::grants::{self, ContainerKind};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, SimpleExpr};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::entity::{organisation_role, profile_text, spoken_languages};
use crate::model::Showing;
use crate::profile::{Languages, TextPart};

pub(crate) async fn write_text(
    tx: &Tx,
    person: PersonId,
    part: TextPart,
    version: i64,
    said: Option<(String, &Showing)>,
) -> Result<bool, DbFault> {
    use profile_text::{Column as C, Entity};
    let part = part.part().as_str();
    let place = Condition::all()
        .add(C::PersonId.eq(person.uuid()))
        .add(C::Part.eq(part))
        .add(C::Version.eq(version));
    let Some((body, showing)) = said else {
        let gone = Entity::delete_many().filter(place).exec(tx.conn()).await?;
        return Ok(version == 0 || gone.rows_affected > 0);
    };
    if version == 0 {
        let row = profile_text::ActiveModel {
            person_id: Set(person.uuid()),
            part: Set(part.to_owned()),
            body: Set(body),
            audience: Set(showing.audience.as_str().to_owned()),
            consent_version: Set(showing.consent_version.clone()),
            consented_at: Set(showing.consented_at.millis()),
            version: Set(1),
        };
        let first = OnConflict::columns([C::PersonId, C::Part])
            .do_nothing()
            .to_owned();
        let done = Entity::insert(row)
            .on_conflict(first)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(done)? > 0);
    }
    let done = Entity::update_many()
        .col_expr(C::Body, Expr::val(body))
        .col_expr(C::Audience, Expr::val(showing.audience.as_str()))
        .col_expr(
            C::ConsentVersion,
            Expr::val(showing.consent_version.clone()),
        )
        .col_expr(C::ConsentedAt, Expr::val(showing.consented_at.millis()))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(place)
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn write_languages(
    tx: &Tx,
    person: PersonId,
    version: i64,
    said: Option<(Languages, &Showing)>,
) -> Result<bool, DbFault> {
    use spoken_languages::{Column as C, Entity};
    let place = Condition::all()
        .add(C::PersonId.eq(person.uuid()))
        .add(C::Version.eq(version));
    let Some((languages, showing)) = said else {
        let gone = Entity::delete_many().filter(place).exec(tx.conn()).await?;
        return Ok(version == 0 || gone.rows_affected > 0);
    };
    if version == 0 {
        let row = spoken_languages::ActiveModel {
            person_id: Set(person.uuid()),
            codes: Set(languages.to_text()),
            audience: Set(showing.audience.as_str().to_owned()),
            consent_version: Set(showing.consent_version.clone()),
            consented_at: Set(showing.consented_at.millis()),
            version: Set(1),
        };
        let first = OnConflict::column(C::PersonId).do_nothing().to_owned();
        let done = Entity::insert(row)
            .on_conflict(first)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(done)? > 0);
    }
    let done = Entity::update_many()
        .col_expr(C::Codes, Expr::val(languages.to_text()))
        .col_expr(C::Audience, Expr::val(showing.audience.as_str()))
        .col_expr(
            C::ConsentVersion,
            Expr::val(showing.consent_version.clone()),
        )
        .col_expr(C::ConsentedAt, Expr::val(showing.consented_at.millis()))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(place)
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn write_role(
    tx: &Tx,
    person: PersonId,
    organisation: TenantId,
    version: i64,
    said: Option<(String, &Showing)>,
) -> Result<bool, DbFault> {
    use organisation_role::{Column as C, Entity};
    let place = Condition::all()
        .add(C::PersonId.eq(person.uuid()))
        .add(C::OrganisationId.eq(organisation.uuid()))
        .add(C::Version.eq(version));
    let Some((role, showing)) = said else {
        let gone = Entity::delete_many().filter(place).exec(tx.conn()).await?;
        return Ok(version == 0 || gone.rows_affected > 0);
    };
    if version == 0 {
        let row = organisation_role::ActiveModel {
            person_id: Set(person.uuid()),
            organisation_id: Set(organisation.uuid()),
            role: Set(role),
            audience: Set(showing.audience.as_str().to_owned()),
            consent_version: Set(showing.consent_version.clone()),
            consented_at: Set(showing.consented_at.millis()),
            version: Set(1),
        };
        let first = OnConflict::columns([C::PersonId, C::OrganisationId])
            .do_nothing()
            .to_owned();
        let done = Entity::insert(row)
            .on_conflict(first)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(done)? > 0);
    }
    let done = Entity::update_many()
        .col_expr(C::Role, Expr::val(role))
        .col_expr(C::Audience, Expr::val(showing.audience.as_str()))
        .col_expr(
            C::ConsentVersion,
            Expr::val(showing.consent_version.clone()),
        )
        .col_expr(C::ConsentedAt, Expr::val(showing.consented_at.millis()))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(place)
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// "The organisation of this row has the person of this row as a member, now."
pub(crate) fn is_member(sql: &impl Sql) -> SimpleExpr {
    grants::still_held(
        sql.now(),
        ContainerKind::Tenant,
        ("organisation_role", "organisation_id"),
        ("organisation_role", "person_id"),
    )
}

/// Forgets what was said of memberships that ended.
pub(crate) async fn forget_roles_of_gone(tx: &Tx) -> Result<(), DbFault> {
    organisation_role::Entity::delete_many()
        .filter(is_member(tx).not())
        .exec(tx.conn())
        .await?;
    Ok(())
}

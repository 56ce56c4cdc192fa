//! Statements that write facets, consent and availability.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter,
};

use crate::entity::{availability, past_consent, person_facet};
use crate::model::{Availability, Facet, PresenceChoice, Showing, Subject};

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
        audience: Set(facet.showing.audience.as_str().to_owned()),
        consent_version: Set(facet.showing.consent_version.clone()),
        consented_at: Set(facet.showing.consented_at.millis()),
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
            contactable: NotSet,
            shows_presence: NotSet,
            shows_typing: NotSet,
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

/// Hides a person from everybody, or shows them again with all that they said; false when it was so already.
pub async fn hide(tx: &Tx, person: PersonId, hidden: bool) -> Result<bool, DbFault> {
    use availability::{Column as C, Entity};
    let row = availability::ActiveModel {
        person_id: Set(person.uuid()),
        invitations_per_month: Set(Availability::default().invitations_per_month),
        hidden: Set(i64::from(hidden)),
        contactable: NotSet,
        shows_presence: NotSet,
        shows_typing: NotSet,
        version: Set(1),
        updated_at: Set(tx.now().millis()),
    };
    let said = OnConflict::column(C::PersonId)
        .update_columns([C::Hidden, C::UpdatedAt])
        .value(C::Version, Expr::col((Entity, C::Version)).add(1_i64))
        .action_and_where(Expr::col((Entity, C::Hidden)).ne(i64::from(hidden)))
        .to_owned();
    let done = Entity::insert(row)
        .on_conflict(said)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(done)? > 0)
}

/// Whether whoever finds this person may ask for contact; false when it was so already.
pub async fn let_ask(tx: &Tx, person: PersonId, contactable: bool) -> Result<bool, DbFault> {
    use availability::{Column as C, Entity};
    let said = Availability::default();
    let row = availability::ActiveModel {
        person_id: Set(person.uuid()),
        invitations_per_month: Set(said.invitations_per_month),
        hidden: Set(i64::from(said.hidden)),
        contactable: Set(i64::from(contactable)),
        shows_presence: NotSet,
        shows_typing: NotSet,
        version: Set(1),
        updated_at: Set(tx.now().millis()),
    };
    let change = OnConflict::column(C::PersonId)
        .update_columns([C::Contactable, C::UpdatedAt])
        .value(C::Version, Expr::col((Entity, C::Version)).add(1_i64))
        .action_and_where(Expr::col((Entity, C::Contactable)).ne(i64::from(contactable)))
        .to_owned();
    let done = Entity::insert(row)
        .on_conflict(change)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(done)? > 0)
}

/// Who may see that this person is there, and types; false when it was so already. It is no part of what they say of
/// themselves: whoever changes that at the same time is not too late by it.
pub async fn choose_presence(
    tx: &Tx,
    person: PersonId,
    choice: PresenceChoice,
) -> Result<bool, DbFault> {
    use availability::{Column as C, Entity};
    let said = Availability::default();
    let (here, typing) = (i64::from(choice.here), i64::from(choice.typing));
    let row = availability::ActiveModel {
        person_id: Set(person.uuid()),
        invitations_per_month: Set(said.invitations_per_month),
        hidden: Set(i64::from(said.hidden)),
        contactable: NotSet,
        shows_presence: Set(here),
        shows_typing: Set(typing),
        version: Set(1),
        updated_at: Set(tx.now().millis()),
    };
    let differs = Expr::col((Entity, C::ShowsPresence))
        .ne(here)
        .or(Expr::col((Entity, C::ShowsTyping)).ne(typing));
    let change = OnConflict::column(C::PersonId)
        .update_columns([C::ShowsPresence, C::ShowsTyping, C::UpdatedAt])
        .action_and_where(differs)
        .to_owned();
    let done = Entity::insert(row)
        .on_conflict(change)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(done)? > 0)
}

/// Keeps what these people agreed to until now.
pub async fn keep_consents<'a>(
    tx: &Tx,
    ended: impl IntoIterator<Item = (PersonId, Subject, &'a Showing)>,
) -> Result<(), DbFault> {
    use past_consent::Column as C;
    let rows: Vec<past_consent::ActiveModel> = ended
        .into_iter()
        .map(|(person, subject, showing)| {
            let (term, kind) = subject.kept();
            past_consent::ActiveModel {
                person_id: Set(person.uuid()),
                term_id: Set(term),
                kind: Set(kind.to_owned()),
                audience: Set(showing.audience.as_str().to_owned()),
                consent_version: Set(showing.consent_version.clone()),
                consented_at: Set(showing.consented_at.millis()),
                ended_at: Set(tx.now().millis()),
            }
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let once = OnConflict::columns([C::PersonId, C::TermId, C::EndedAt])
        .do_nothing()
        .to_owned();
    let done = past_consent::Entity::insert_many(rows)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    rows_inserted(done).map(drop)
}

/// Forgets what ended before this moment.
pub(crate) async fn forget_consents(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    past_consent::Entity::delete_many()
        .filter(past_consent::Column::EndedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

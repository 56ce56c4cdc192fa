//! Who is told that an invitation waits: its row decides, each time anew.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use issues::IssueState;
use kernel::{InvitationId, PersonId};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, IntoColumnRef, Query};
use sea_orm::{EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{Column as C, Entity};
use crate::look::lets_in;
use crate::model::{Invitation, InvitationState};
use crate::read;

/// Whether the invitation of this id waits for the first answer of this person, who was asked by name or at an address
/// that is theirs: it was not taken back, it has not expired, and there is something to take part in.
pub fn waits_for(sql: &impl Sql, person: PersonId, id: impl IntoColumnRef) -> Expr {
    let proven = Query::select()
        .column(("email_address", "address"))
        .from("email_address")
        .and_where(Expr::col(("email_address", "person_id")).eq(person.uuid()))
        .and_where(Expr::col(("email_address", "verified_at")).is_not_null())
        .to_owned();
    let column = |column: C| Expr::col((Entity, column));
    let open = IssueState::ALL.into_iter().filter(|it| lets_in(*it));
    let there = Query::select()
        .expr(Expr::val(1_i64))
        .from(Entity)
        .left_join(
            "issue",
            Expr::col(("issue", "id")).equals((Entity, C::IssueId)),
        )
        .and_where(column(C::Id).eq(Expr::col(id)))
        .and_where(column(C::State).eq(InvitationState::Sent.as_str()))
        .and_where(column(C::ExpiresAt).gt(sql.now().millis()))
        .cond_where(
            Condition::any()
                .add(column(C::PersonId).eq(person.uuid()))
                .add(column(C::Address).in_subquery(proven)),
        )
        .cond_where(
            Condition::any()
                .add(column(C::IssueId).is_null())
                .add(Expr::col(("issue", "state")).is_in(open.map(IssueState::as_str))),
        )
        .to_owned();
    Expr::exists(there)
}

/// Who was asked by name, or proved the address; nobody who wants to hear nothing from whoever asks, and nobody once it
/// was answered or taken back.
pub async fn invitee(sql: &impl Sql, id: InvitationId) -> Result<Option<PersonId>, DbFault> {
    let found = read::find(sql, id).await?;
    let Some(found) = found.filter(|it| it.state == InvitationState::Sent) else {
        return Ok(None);
    };
    let person = match found.person {
        Some(person) => Some(person),
        None => identity::read::person_of_address(sql, &found.address).await?,
    };
    match person {
        Some(person) if !mutes::blocks(sql, person, found.invited_by).await? => Ok(Some(person)),
        _ => Ok(None),
    }
}

/// Each with the title of what it asks for; none when it asks for the organisation itself. The caller has seen that they
/// wait for the asker.
pub async fn with_titles(
    sql: &impl Sql,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, (Invitation, Option<String>)>, DbFault> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(any_of(C::Id, ids))
        .all(sql.conn())
        .await?;
    let found: Vec<Invitation> = rows
        .into_iter()
        .map(Invitation::try_from)
        .collect::<Result<_, _>>()?;
    let asked = found.iter().filter_map(|it| it.target.issue());
    let issues = issues::read::find_all_invited(sql, asked).await?;
    let titles: HashMap<_, _> = issues.into_iter().map(|it| (it.id, it.title)).collect();
    let titled = |it: Invitation| {
        let title = it.target.issue().and_then(|id| titles.get(&id)).cloned();
        (it.id.uuid(), (it, title))
    };
    Ok(found.into_iter().map(titled).collect())
}

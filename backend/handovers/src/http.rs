//! Handing over, over HTTP.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::{Db, Sql};
use kernel::{HandoverId, PersonId, Scope, TenantRole, TenantSet};
use platform::looks::{self, Look, Looker, Sight};
use platform::{PersonRef, Secrets, tenants};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::model::Handover;
use crate::policy::{InHands, in_hands};
use crate::views::{
    Colleague, HandoverForm, HandoverList, HandoverRefusalForm, HandoverView, WaitingHandover,
    WaitingHandoverList,
};
use crate::{HandoverFault, answer, offer, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_handovers)
        .service(offer_handover)
        .service(accept_handover)
        .service(decline_handover)
        .service(withdraw_handover)
        .service(list_my_handovers);
}

/// What the asker handed over and was offered in an organisation, and what can be passed on to whom
#[utoipa::path(tag = "handovers", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = HandoverList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/handovers")]
async fn list_handovers(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let list = list(&scope, &db, &secrets).await?;
    Ok(HttpResponse::Ok().json(list))
}

async fn list(scope: &Scope, db: &Db, secrets: &Secrets) -> Result<HandoverList, HandoverFault> {
    let own = in_hands(scope)?;
    let items = items(scope, db, &own).await?;
    let passable = read::passable(&db.read(scope), &own).await?;
    let colleagues = if passable.own.is_empty() && !own.owns {
        Vec::new()
    } else {
        colleagues(scope, db, secrets, &own).await?
    };
    Ok(HandoverList::of(items, &passable, own.owns, colleagues))
}

async fn items(scope: &Scope, db: &Db, own: &InHands) -> Result<Vec<HandoverView>, HandoverFault> {
    let sql = db.read(scope);
    let mut found = read::of_person(&sql, own.person).await?;
    // What is offered to the team is not for who is not in it any more.
    found.retain(|it| own.in_team || !it.waits_for(own.person));
    let rooms = read::named(&sql, &found).await?;
    let names = names(&sql, found.iter().flat_map(|it| [it.giver, it.taker])).await?;
    let view = |handover| HandoverView::of(handover, own.person, &rooms, &names);
    Ok(found.into_iter().filter_map(view).collect())
}

async fn colleagues(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    own: &InHands,
) -> Result<Vec<Colleague>, HandoverFault> {
    let team = people::team(&db.read(scope), own.tenant).await?;
    let seen = team.iter().map(|(person, _)| *person);
    let looks = Look::at(own.tenant, Sight::Members, Looker::of(scope), seen);
    looks::note(db, scope, looks).await?;
    let colleague = |(person, name)| Colleague {
        person: PersonRef::of(person, own.tenant, secrets),
        name,
        you: person == own.person,
    };
    Ok(team.into_iter().map(colleague).collect())
}

/// Ask a colleague to take over; an owner who takes on what nobody runs has it at once
#[utoipa::path(tag = "handovers", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = HandoverForm, responses((status = 201, body = HandoverView), Doing))]
#[post("/v1/tenants/{tenant}/handovers")]
async fn offer_handover(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<HandoverForm>,
) -> Result<HttpResponse, Problem> {
    let tenant = scope.tenants.only().ok_or(HandoverFault::NotFound)?;
    let new = form.within(tenant, &secrets);
    let id = offer::offer(&scope, &db, &secrets, key.get(), new).await?;
    view(&scope, &db, id, StatusCode::CREATED).await
}

/// Take over what a colleague offers
#[utoipa::path(tag = "handovers", params(("tenant" = String, Path, description = "The organisation's slug"), ("handover" = HandoverId, Path, description = "What is offered")),
    responses((status = 200, body = HandoverView), Doing))]
#[post("/v1/tenants/{tenant}/handovers/{handover}/_accept")]
async fn accept_handover(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, HandoverId)>,
) -> Result<HttpResponse, Problem> {
    answer::accept(&scope, &db, path.1).await?;
    view(&scope, &db, path.1, StatusCode::OK).await
}

/// Say no to a colleague, with a reason
#[utoipa::path(tag = "handovers", params(("tenant" = String, Path, description = "The organisation's slug"), ("handover" = HandoverId, Path, description = "What is offered")),
    request_body = HandoverRefusalForm, responses((status = 200, body = HandoverView), Doing))]
#[post("/v1/tenants/{tenant}/handovers/{handover}/_decline")]
async fn decline_handover(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, HandoverId)>,
    Json(form): Json<HandoverRefusalForm>,
) -> Result<HttpResponse, Problem> {
    answer::decline(&scope, &db, path.1, &form.reason).await?;
    view(&scope, &db, path.1, StatusCode::OK).await
}

/// Take an offer back before there is an answer
#[utoipa::path(tag = "handovers", params(("tenant" = String, Path, description = "The organisation's slug"), ("handover" = HandoverId, Path, description = "What was offered")),
    responses((status = 200, body = HandoverView), Doing))]
#[post("/v1/tenants/{tenant}/handovers/{handover}/_withdraw")]
async fn withdraw_handover(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, HandoverId)>,
) -> Result<HttpResponse, Problem> {
    answer::withdraw(&scope, &db, path.1).await?;
    view(&scope, &db, path.1, StatusCode::OK).await
}

async fn view(
    scope: &Scope,
    db: &Db,
    id: HandoverId,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let own = in_hands(scope).map_err(HandoverFault::from)?;
    let all = items(scope, db, &own).await?;
    let view = all.into_iter().find(|it| it.id == id);
    Ok(HttpResponse::build(status).json(view.ok_or(HandoverFault::NotFound)?))
}

async fn names(
    sql: &impl Sql,
    people: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, HandoverFault> {
    let people: Vec<PersonId> = people.collect();
    let cards = identity::read::people_by_ids(sql, &people).await?;
    let named = cards.into_iter().map(|(person, card)| (person, card.name));
    Ok(named.collect())
}

/// What colleagues in any organisation offer the asker, and what waits for an answer
#[utoipa::path(tag = "handovers", responses((status = 200, body = WaitingHandoverList), ReadingSignedIn))]
#[get("/v1/me/handovers")]
async fn list_my_handovers(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let items = waiting(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(WaitingHandoverList { items }))
}

async fn waiting(scope: &Scope, db: &Db) -> Result<Vec<WaitingHandover>, HandoverFault> {
    let person = scope.person.ok_or(HandoverFault::NotFound)?;
    let own = tenants::memberships_of(&db.read(scope), person).await?;
    let team = own.iter().filter(|it| it.role > TenantRole::Member);
    let within = TenantSet::of(team.map(|it| it.tenant));
    let sql = db.read(&scope.as_person(Some(person), within));
    let found = read::offered_to(&sql, person).await?;
    let names = names(&sql, found.iter().map(|it| it.giver)).await?;
    let view = |it: Handover| {
        let tenant = own.iter().find(|own| own.tenant == it.tenant)?;
        Some(WaitingHandover {
            id: it.id,
            tenant: tenant.slug.clone(),
            tenant_name: tenant.name.clone(),
            name: names.get(&it.giver).cloned().unwrap_or_default(),
            offered_at: it.offered_at,
        })
    };
    Ok(found.into_iter().filter_map(view).collect())
}

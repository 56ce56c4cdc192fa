//! Networks over HTTP.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, put};
use db::Db;
use issues::IssueKind;
use issues::read::Filter;
use issues::views::IssueItem;
use kernel::{IssueId, Page, Scope};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Editing, Reading, ReadingSignedIn};
use web::{Anyone, IdempotencyKey, IfMatch, Json, PageQuery, Problem, SignedIn, Versioned, paged};

use crate::views::{
    AgreementForm, HouseRulesForm, NetworkForm, NetworkItem, NetworkList, NetworkTurnForm,
    NetworkTurnList, NetworkView,
};
use crate::{NetworkFault, change_charter, found, http_members, policy, read, rules, turn};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_networks)
        .service(found_network)
        .service(get_network)
        .service(change_network)
        .service(put_house_rules)
        .service(agree_with_rules)
        .service(turn_network)
        .service(list_turns);
    http_members::routes(config);
}

/// The networks of an organisation that the asker may see, newest first
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), PageQuery), responses((status = 200, body = NetworkList), Reading))]
#[get("/v1/tenants/{tenant}/networks")]
async fn list_networks(
    Anyone(scope): Anyone,
    db: Data<Db>,
    _slug: Path<String>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let sql = db.read_list(&scope);
    let bad = |fault| NetworkFault::Invalid(vec![fault]);
    let after: Option<IssueId> = page.after().map_err(bad)?;
    let filter = Filter {
        kind: Some(IssueKind::Network),
        ..Filter::default()
    };
    let rooms = issues::views::list(&sql, &filter, after, page.size(), scope.locale)
        .await
        .map_err(NetworkFault::from)?;
    let kinds = read::kinds_of(&sql, rooms.items.iter().map(|room| room.id))
        .await
        .map_err(NetworkFault::from)?;
    // A room without a charter is no network yet.
    let item = |room: IssueItem| {
        let (id, kind) = (room.id, *kinds.get(&room.id)?);
        Some(NetworkItem { id, kind, room })
    };
    let listed = Page {
        items: rooms.items.into_iter().filter_map(item).collect(),
        next: rooms.next,
    };
    Ok(paged(&request, &listed))
}

/// One network: its charter, and its room
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = NetworkView), Reading))]
#[get("/v1/tenants/{tenant}/networks/{network}")]
async fn get_network(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    view(&scope, &db, &path.0, path.1, StatusCode::OK).await
}

/// Found a network: a draft that only its founder sees; it opens as its room does
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = NetworkForm, responses((status = 201, body = NetworkView), Doing))]
#[post("/v1/tenants/{tenant}/networks")]
async fn found_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<NetworkForm>,
) -> Result<HttpResponse, Problem> {
    let id = found::found(&scope, &db, &secrets, key.get(), form.into()).await?;
    view(&scope, &db, &slug, id, StatusCode::CREATED).await
}

/// Change the charter of a network; once it is open, its kind, who reads it and the house rules stay as they are
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("If-Match" = String, Header, description = "The version started from")),
    request_body = NetworkForm, responses((status = 200, body = NetworkView), Editing))]
#[patch("/v1/tenants/{tenant}/networks/{network}")]
async fn change_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    version: IfMatch,
    Json(form): Json<NetworkForm>,
) -> Result<HttpResponse, Problem> {
    change_charter::change_charter(&scope, &db, path.1, version.0, form.into()).await?;
    view(&scope, &db, &path.0, path.1, StatusCode::OK).await
}

/// Put other house rules to everybody who is in a network: they are asked to agree once more
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")),
    request_body = HouseRulesForm, responses((status = 200, body = NetworkView), Doing))]
#[put("/v1/tenants/{tenant}/networks/{network}/house-rules")]
async fn put_house_rules(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<HouseRulesForm>,
) -> Result<HttpResponse, Problem> {
    rules::put(&scope, &db, path.1, form.rules_version, &form.house_rules).await?;
    view(&scope, &db, &path.0, path.1, StatusCode::OK).await
}

/// Agree with the house rules of a network that one is in
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")),
    request_body = AgreementForm, responses((status = 200, body = NetworkView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/_agree")]
async fn agree_with_rules(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<AgreementForm>,
) -> Result<HttpResponse, Problem> {
    rules::agree(&scope, &db, path.1, form.rules_version).await?;
    view(&scope, &db, &path.0, path.1, StatusCode::OK).await
}

/// Turn a network that is open into another kind of network: everybody in it is told, and its history keeps a line
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")),
    request_body = NetworkTurnForm, responses((status = 200, body = NetworkView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/_turn")]
async fn turn_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<NetworkTurnForm>,
) -> Result<HttpResponse, Problem> {
    turn::turn(&scope, &db, path.1, form.kind, &form.reason).await?;
    view(&scope, &db, &path.0, path.1, StatusCode::OK).await
}

/// Which kinds of network it was before, for those who are in it or run it
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = NetworkTurnList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/turns")]
async fn list_turns(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let sql = db.read(&scope);
    let network = read::find(&sql, path.1)
        .await
        .map_err(NetworkFault::from)?
        .filter(|network| policy::knows_history(&scope, network))
        .ok_or(NetworkFault::NotFound)?;
    let turns = read::turns_of(&sql, network.room.id)
        .await
        .map_err(NetworkFault::from)?;
    let items = turns.into_iter().map(Into::into).collect();
    Ok(HttpResponse::Ok().json(NetworkTurnList { items }))
}

async fn view(
    scope: &Scope,
    db: &Db,
    slug: &str,
    id: IssueId,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let sql = db.read(scope);
    let network = read::find(&sql, id)
        .await
        .map_err(NetworkFault::from)?
        .ok_or(NetworkFault::NotFound)?;
    let room = issues::views::in_full(&sql, scope, slug, network.room.clone())
        .await
        .map_err(NetworkFault::from)?;
    let view = NetworkView::of(network, room);
    let mut response = Versioned::json(view.room.version, &view);
    *response.status_mut() = status;
    Ok(response)
}

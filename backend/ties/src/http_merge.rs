//! Going up into another network, over HTTP.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::Db;
use kernel::{IssueId, Scope, TieId};
use platform::tenants;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Reading, ReadingSignedIn};
use web::{Anyone, Json, Problem, SignedIn};

use crate::ask::within;
use crate::come_along::{self, Going};
use crate::http::view;
use crate::views::{
    MergeForm, MergeQuestion, MergeView, OtherNetwork, SuccessorView, TieReasonForm, TieView,
};
use crate::{TieFault, merge};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(propose_merge)
        .service(take_in)
        .service(call_off_merge)
        .service(get_merge)
        .service(come_along_into)
        .service(get_successor);
}

/// Propose to go up into another network that this one is in contact with
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that would go up into the other"), ("tie" = TieId, Path, description = "The contact of the two")),
    request_body = TieReasonForm, responses((status = 200, body = TieView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties/{tie}/_merge")]
async fn propose_merge(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TieId)>,
    Json(form): Json<TieReasonForm>,
) -> Result<HttpResponse, Problem> {
    merge::propose(&scope, &db, path.1, path.2, &form.reason).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// Take the other network in: everybody who is in it is asked whether they come along
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that takes the other in"), ("tie" = TieId, Path, description = "The contact of the two")), responses((status = 200, body = TieView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties/{tie}/_admit")]
async fn take_in(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TieId)>,
) -> Result<HttpResponse, Problem> {
    merge::take_in(&scope, &db, path.1, path.2).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// Refuse to take the other in, or call it off, as either of the two, until the one that goes up has closed
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "One of the two networks"), ("tie" = TieId, Path, description = "The contact of the two")), responses((status = 200, body = TieView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties/{tie}/_cancel")]
async fn call_off_merge(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TieId)>,
) -> Result<HttpResponse, Problem> {
    merge::call_off(&scope, &db, path.1, path.2).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// Whether a network goes up into another, and what one agrees with on coming along; for who is in it
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that one is in")), responses((status = 200, body = MergeView), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/merge")]
async fn get_merge(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let question = question(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(MergeView { question }))
}

async fn question(
    scope: &Scope,
    db: &Db,
    network: IssueId,
) -> Result<Option<MergeQuestion>, TieFault> {
    let going = come_along::going(scope, &db.read(scope), network).await?;
    let Some((tie, side)) = of(&going, network) else {
        return Ok(None);
    };
    let Some((merge, until)) = tie.agreed_merge_of(side) else {
        return Ok(None);
    };
    let sql = db.read(&within(scope, tie.asker.0, tie.asked.0));
    let id = tie.at(side.other()).1;
    let mut named = crate::read::named(&sql, [id]).await?;
    let Some(into) = named.remove(&id) else {
        return Ok(None);
    };
    let door = networks::entrance(&sql, &into.room).await?;
    let own = issues::read::participant(&sql, going.room.id, going.person).await?;
    let (html, version) = door.map_or_else(Default::default, |door| {
        (door.house_rules_html, door.rules_version)
    });
    Ok(Some(MergeQuestion {
        reason: merge.reason.clone(),
        house_rules_html: html,
        rules_version: version,
        until,
        asked: come_along::still_asked(&into.room, until, scope.now),
        came_along: into.room.role.is_some(),
        shown_name: own.map(|own| own.shown_name).unwrap_or_default(),
        into: OtherNetwork::of(&into),
    }))
}

fn of(going: &Going, network: IssueId) -> Option<(&crate::Tie, crate::TieSide)> {
    let tie = going.tie.as_ref()?;
    Some((tie, tie.side_of(network)?))
}

/// Come along into the network that one's own goes up into
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that one is in")),
    request_body = MergeForm, responses((status = 200, body = MergeView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/merge/_join")]
async fn come_along_into(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<MergeForm>,
) -> Result<HttpResponse, Problem> {
    come_along::come_along(&scope, &db, path.1, &form.into()).await?;
    let question = question(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(MergeView { question }))
}

/// Where a network that closed went, for whoever may read both
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that closed")), responses((status = 200, body = SuccessorView), Reading))]
#[get("/v1/tenants/{tenant}/networks/{network}/successor")]
async fn get_successor(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let network = successor(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(SuccessorView { network }))
}

async fn successor(
    scope: &Scope,
    db: &Db,
    network: IssueId,
) -> Result<Option<OtherNetwork>, TieFault> {
    let Some(found) = come_along::successor(scope, db, network).await? else {
        return Ok(None);
    };
    let owners = tenants::by_ids(&db.read(scope), [found.room.tenant]).await?;
    let owner = owners
        .into_iter()
        .find(|owner| owner.state == tenants::TenantState::Active);
    Ok(owner.map(|owner| OtherNetwork::readable(&found, &owner)))
}

//! Contact between networks over HTTP.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::Db;
use issues::read::Filter;
use issues::{IssueKind, IssueState, IssueSummary};
use kernel::{IssueId, Page, Scope, TenantId, TenantSet, TieId};
use platform::Secrets;
use platform::tenants::{self, Tenant};
use serde::Deserialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, PageQuery, Problem, SignedIn, paged};

use crate::model::{Tie, TieState};
use crate::talk::TalkState;
use crate::views::{
    OtherNetwork, TieCandidateList, TieEndForm, TieForm, TieList, TieReasonForm, TieView,
};
use crate::{TieFault, answer, ask, policy, read, read_talks};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_ties)
        .service(list_tie_candidates)
        .service(ask_network)
        .service(accept_tie)
        .service(decline_tie)
        .service(end_tie)
        .configure(crate::http_merge::routes)
        .configure(crate::http_talks::routes);
}

const ALL: [TieState; 4] = [
    TieState::Asked,
    TieState::Tied,
    TieState::Declined,
    TieState::Ended,
];

/// The networks that this one is in contact with, asks and is asked by; who does not run it sees contacts only
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = TieList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/ties")]
async fn list_ties(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let list = ties_of(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(list))
}

async fn ties_of(scope: &Scope, db: &Db, id: IssueId) -> Result<TieList, TieFault> {
    let sql = db.read(scope);
    let network = networks::read::find(&sql, id).await?;
    let room = network.ok_or(TieFault::NoNetwork)?.room;
    let own = policy::decides_for(scope, &room).ok();
    if own.is_none() && room.role.is_none() {
        return Err(TieFault::NoNetwork);
    }
    let states = if own.is_some() {
        &ALL[..]
    } else {
        &[TieState::Tied]
    };
    let ties = read::all_of(&sql, id, states).await?;
    let others = others_of(scope, db, id, &ties).await?;
    let view = |tie: Tie| {
        let other = others.get(&tie.at(tie.side_of(id)?.other()).1)?;
        match own {
            Some(own) => TieView::for_who_runs(tie, own, &room, other),
            None => TieView::for_who_is_in_it(&tie, id, other),
        }
    };
    Ok(TieList {
        items: ties.into_iter().filter_map(view).collect(),
        runs: own.is_some(),
        may_ask: own.is_some() && room.state.invites(),
    })
}

async fn others_of(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    ties: &[Tie],
) -> Result<HashMap<IssueId, read::Named>, TieFault> {
    let others: Vec<(TenantId, IssueId)> = ties
        .iter()
        .filter_map(|tie| Some(tie.at(tie.side_of(network)?.other())))
        .collect();
    let reach = TenantSet::of(others.iter().map(|(tenant, _)| *tenant));
    let sql = db.read(&scope.as_person(scope.person, reach));
    Ok(read::named(&sql, others.into_iter().map(|(_, id)| id)).await?)
}

/// How the networks to ask are narrowed.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct CandidateQuery {
    /// A part of the name, at most 80 characters.
    name: Option<String>,
}

/// The networks of any organisation that who runs this one may read, and may ask for contact; newest first
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that would ask"), CandidateQuery, PageQuery), responses((status = 200, body = TieCandidateList), (status = 403, description = "The asker does not look after the network"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/tie-candidates")]
async fn list_tie_candidates(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    narrow: Query<CandidateQuery>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let bad = |fault| TieFault::Invalid(vec![fault]);
    let after: Option<IssueId> = page.after().map_err(bad)?;
    ask::own(&scope, &db.read(&scope), path.1).await?;
    let name = narrow.name.as_deref().unwrap_or_default();
    let name: String = name.trim().chars().take(80).collect();
    let narrow = Filter {
        kind: Some(IssueKind::Network),
        states: vec![IssueState::Orientation, IssueState::Open],
        named: (!name.is_empty()).then_some(name),
        ..Filter::default()
    };
    let listed = candidates(&scope, &db, path.1, &narrow, after, &page).await?;
    Ok(paged(&request, &listed))
}

async fn candidates(
    scope: &Scope,
    db: &Db,
    own: IssueId,
    filter: &Filter,
    after: Option<IssueId>,
    page: &PageQuery,
) -> Result<Page<OtherNetwork>, TieFault> {
    let everywhere = tenants::active_ids(&db.read_list(scope)).await?;
    let sql = db.read_list(&scope.as_person(scope.person, TenantSet::of(everywhere)));
    let rooms = issues::read::list(&sql, filter, after, page.size()).await?;
    let kinds = networks::read::kinds_of(&sql, rooms.items.iter().map(|room| room.id)).await?;
    let owners = tenants::by_ids(&sql, rooms.items.iter().map(|room| room.tenant)).await?;
    let owners: HashMap<TenantId, Tenant> =
        owners.into_iter().map(|owner| (owner.id, owner)).collect();
    // Where it talks with another one it need not ask.
    let talks = read_talks::all_of(&sql, own, &[TalkState::Open]).await?;
    let is_own = |id| id == own || talks.iter().any(|talk| talk.room == Some(id));
    let other = |room: IssueSummary| {
        let (kind, owner) = (*kinds.get(&room.id)?, owners.get(&room.tenant)?);
        let named = (room.title, room.core_question);
        (!is_own(room.id)).then(|| OtherNetwork::candidate(room.id, named, kind, owner))
    };
    Ok(Page {
        items: rooms.items.into_iter().filter_map(other).collect(),
        next: rooms.next,
    })
}

/// Ask another network for contact
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that asks"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = TieForm, responses((status = 201, body = TieView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties")]
async fn ask_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<TieForm>,
) -> Result<HttpResponse, Problem> {
    let (other, why) = (form.network, form.motivation);
    let key = key.get();
    let id = ask::ask(&scope, &db, &secrets, key, path.1, other, &why).await?;
    view(&scope, &db, path.1, id, StatusCode::CREATED).await
}

/// Say yes to another network, with words for it
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that answers"), ("tie" = TieId, Path, description = "What was asked")),
    request_body = TieReasonForm, responses((status = 200, body = TieView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties/{tie}/_accept")]
async fn accept_tie(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TieId)>,
    Json(form): Json<TieReasonForm>,
) -> Result<HttpResponse, Problem> {
    answer::accept(&scope, &db, path.1, path.2, &form.reason).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// Say no to another network, with a reason that it reads
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that answers"), ("tie" = TieId, Path, description = "What was asked")),
    request_body = TieReasonForm, responses((status = 200, body = TieView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties/{tie}/_decline")]
async fn decline_tie(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TieId)>,
    Json(form): Json<TieReasonForm>,
) -> Result<HttpResponse, Problem> {
    answer::decline(&scope, &db, path.1, path.2, &form.reason).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// End a contact, as either of the two; or take back a question that waits
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that goes"), ("tie" = TieId, Path, description = "What is ended")),
    request_body = TieEndForm, responses((status = 200, body = TieView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties/{tie}/_end")]
async fn end_tie(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TieId)>,
    Json(form): Json<TieEndForm>,
) -> Result<HttpResponse, Problem> {
    answer::end(&scope, &db, path.1, path.2, form.reason.as_deref()).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

pub(crate) async fn view(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let list = ties_of(scope, db, network).await?;
    let view = list.items.into_iter().find(|tie| tie.id == id);
    let view = view.ok_or(TieFault::NotFound)?;
    Ok(HttpResponse::build(status).json(view))
}

//! Nominations over HTTP: of who puts somebody forward, of who asks a network, and of who answers for it.

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::Db;
use issues::{Issue, IssueFault};
use kernel::{IssueId, NominationRequestId, Scope, TenantId};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, DoingUnsigned, Reading, ReadingSignedIn};
use web::{Anyone, IdempotencyKey, Json, Problem, SignedIn};

use crate::model::NominationRequest;
use crate::views::{
    CircleRefusalForm, CircleRequestList, CircleRequestView, NominationForm, NominationList,
    NominationRequestForm, NominationRequestList, NominationRequestView, NominationView,
};
use crate::{Limits, NominationFault, answer, nominate, policy, read, request};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_own_nominations)
        .service(nominate_somebody)
        .service(list_nomination_requests)
        .service(ask_network_to_nominate)
        .service(list_requests_to_network)
        .service(nominate_from_network)
        .service(decline_request_to_network)
        .service(show_never_nominate_again)
        .service(never_nominate_again);
}

fn tenant(scope: &Scope) -> Result<TenantId, NominationFault> {
    scope.tenants.only().ok_or(NominationFault::NotFound)
}

/// Whom the asker put forward for an issue: that they are asked, and nothing of the answer
#[utoipa::path(tag = "nominations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue or network")), responses((status = 200, body = NominationList), (status = 403, description = "The asker does not take part"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/nominations")]
async fn list_own_nominations(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let items = own(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(NominationList { items }))
}

async fn own(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<NominationView>, NominationFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue).await?;
    let permit = policy::may_nominate(scope, &issue.ok_or(IssueFault::NotFound)?)?;
    let made = read::of_nominator(&sql, permit.issue, permit.person).await?;
    Ok(made.into_iter().map(NominationView::from).collect())
}

/// Put somebody forward, who is asked first; the answer is the same whether or not they can be asked
#[utoipa::path(tag = "nominations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue or network"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = NominationForm, responses((status = 201, body = NominationView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/nominations")]
async fn nominate_somebody(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<NominationForm>,
) -> Result<HttpResponse, Problem> {
    let new = form.within(tenant(&scope)?, &secrets);
    let key = key.get();
    let made = nominate(&scope, &db, &secrets, &limits, key, (path.1, new)).await?;
    Ok(HttpResponse::Created().json(NominationView::from(made)))
}

/// The networks that were asked to think of somebody for an issue
#[utoipa::path(tag = "nominations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = NominationRequestList), (status = 403, description = "The asker may not invite"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/nomination-requests")]
async fn list_nomination_requests(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let requests = request::of_issue(&scope, &db, path.1).await?;
    let items = named(&scope, &db, requests).await?;
    Ok(HttpResponse::Ok().json(NominationRequestList { items }))
}

/// Ask those who facilitate a network whom of their circle they think of
#[utoipa::path(tag = "nominations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = NominationRequestForm, responses((status = 201, body = NominationRequestView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/nomination-requests")]
async fn ask_network_to_nominate(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<NominationRequestForm>,
) -> Result<HttpResponse, Problem> {
    let (key, new) = (key.get(), form.into());
    let made = request::ask_network(&scope, &db, &secrets, &limits, key, (path.1, new)).await?;
    let views = named(&scope, &db, vec![made]).await?;
    let view = views.into_iter().next().ok_or(NominationFault::NoRequest)?;
    Ok(HttpResponse::Created().json(view))
}

/// With the names of the networks that the asker may see.
async fn named(
    scope: &Scope,
    db: &Db,
    requests: Vec<NominationRequest>,
) -> Result<Vec<NominationRequestView>, NominationFault> {
    let sql = db.read(scope);
    let rooms = issues::read::find_all(&sql, requests.iter().map(|it| it.network)).await?;
    let view = |request: NominationRequest| {
        let room = rooms.iter().find(|room| room.id == request.network);
        let name = room.map(|room| room.title.clone());
        NominationRequestView::of(request, name)
    };
    Ok(requests.into_iter().map(view).collect())
}

/// What those who facilitate a network were asked
#[utoipa::path(tag = "nominations", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = CircleRequestList), (status = 403, description = "The asker does not look after the network"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/nomination-requests")]
async fn list_requests_to_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let asked = request::of_network(&scope, &db, path.1).await?;
    let items = circle(&scope, &db, asked).await?;
    Ok(HttpResponse::Ok().json(CircleRequestList { items }))
}

async fn circle(
    scope: &Scope,
    db: &Db,
    asked: Vec<(NominationRequest, Issue)>,
) -> Result<Vec<CircleRequestView>, NominationFault> {
    let sql = db.read(scope);
    let people: Vec<_> = asked.iter().map(|(request, _)| request.asked_by).collect();
    let cards = identity::read::people_by_ids(&sql, &people).await?;
    let issues = asked.iter().map(|(_, issue)| issue.id);
    let mut sought = issues::read::perspectives_of_all(&sql, issues).await?;
    let view = |(request, issue): (NominationRequest, Issue)| {
        let name = cards.get(&request.asked_by).map(|card| card.name.clone());
        let perspectives = sought.remove(&issue.id).unwrap_or_default();
        CircleRequestView::of(request, issue, name.unwrap_or_default(), perspectives)
    };
    Ok(asked.into_iter().map(view).collect())
}

/// Put somebody forward for an issue that asked the network; the issue does not learn who is in it
#[utoipa::path(tag = "nominations", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("request" = NominationRequestId, Path, description = "The request"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = NominationForm, responses((status = 201, body = NominationView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/nomination-requests/{request}/nominations")]
async fn nominate_from_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId, NominationRequestId)>,
    key: IdempotencyKey,
    Json(form): Json<NominationForm>,
) -> Result<HttpResponse, Problem> {
    let (_, network, asked) = path.into_inner();
    let new = form.within(tenant(&scope)?, &secrets);
    let (key, what) = (key.get(), (network, asked, new));
    let made = request::answer(&scope, &db, &secrets, &limits, key, what).await?;
    Ok(HttpResponse::Created().json(NominationView::from(made)))
}

/// Say that nobody comes to mind
#[utoipa::path(tag = "nominations", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("request" = NominationRequestId, Path, description = "The request")),
    request_body = CircleRefusalForm, responses((status = 200, body = CircleRequestView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/nomination-requests/{request}/_decline")]
async fn decline_request_to_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, NominationRequestId)>,
    Json(form): Json<CircleRefusalForm>,
) -> Result<HttpResponse, Problem> {
    let (_, network, asked) = path.into_inner();
    let reason = form.reason.as_deref();
    let declined = request::decline(&scope, &db, (network, asked), reason).await?;
    let views = circle(&scope, &db, vec![declined]).await?;
    let view = views.into_iter().next().ok_or(NominationFault::NoRequest)?;
    Ok(HttpResponse::Ok().json(view))
}

/// The page on which whoever was put forward can say never again; opening it changes nothing
#[utoipa::path(tag = "nominations", params(("token" = String, Path, description = "The token of the link")), responses((status = 303, description = "To the page"), Reading))]
#[get("/v1/nominations/{token}/_never")]
async fn show_never_nominate_again(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    // The page says so when it has ended.
    match answer::look(&scope, &db, &secrets, &token).await {
        Ok(_) | Err(NominationFault::Ended) => Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, format!("/voordracht/{token}")))
            .finish()),
        Err(fault) => Err(fault.into()),
    }
}

/// Never ask this address again: one click in a mail program (RFC 8058), without signing in
#[utoipa::path(tag = "nominations", params(("token" = String, Path, description = "The token of the link")), responses((status = 204), (status = 410, description = "It has ended"), DoingUnsigned))]
#[post("/v1/nominations/{token}/_never")]
async fn never_nominate_again(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    answer::never_again(&scope, &db, &secrets, &token).await?;
    Ok(HttpResponse::NoContent().finish())
}

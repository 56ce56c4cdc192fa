//! Picking issues up together, over HTTP. Each organisation asks and answers under its own address.

use std::collections::{HashMap, HashSet};

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, post, put};
use db::{Db, DbFault, Sql};
use issues::IssueKind;
use issues::views::IssueItem;
use kernel::{IssueId, JoinId, Scope, TenantId, TenantSet};
use platform::tenants::{self, TermView};
use platform::{Secrets, taxonomy};
use serde::Deserialize;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use web::answers::{Doing, Reading, ReadingSignedIn};
use web::{Anyone, IdempotencyKey, Json, Problem, SignedIn};

use crate::model::JoinState;
use crate::read::Told;
use crate::views::{
    JoinEndForm, JoinForm, JoinList, JoinRefusalForm, JoinTermsForm, JoinView, JoinedIssueItem,
    JoinedIssueList,
};
use crate::{JoinFault, answer, ask, policy, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_joins)
        .service(ask_to_join)
        .service(accept_join)
        .service(decline_join)
        .service(end_join)
        .service(place_joined_issue)
        .service(list_joined_issues)
        .service(list_my_joins);
}

const ALL: [JoinState; 4] = [
    JoinState::Asked,
    JoinState::Joined,
    JoinState::Declined,
    JoinState::Ended,
];

async fn views(
    sql: &impl Sql,
    db: &Db,
    scope: &Scope,
    found: Vec<(TenantId, Told)>,
) -> Result<Vec<JoinView>, DbFault> {
    let ids = found.iter().flat_map(|(_, told)| told.join.terms.clone());
    let terms = taxonomy::terms_by_id(sql, ids).await?;
    let terms: Vec<_> = terms
        .iter()
        .map(|term| TermView::of(term, scope.locale))
        .collect();
    let readable = readable(db, scope, &found).await?;
    let view = |(own, told): (TenantId, Told)| {
        let read = readable.contains(&told.join.issue);
        JoinView::of(told, own, &terms, read)
    };
    Ok(found.into_iter().filter_map(view).collect())
}

/// Which of the issues the asker may read, in the organisations that own them.
async fn readable(
    db: &Db,
    scope: &Scope,
    found: &[(TenantId, Told)],
) -> Result<HashSet<IssueId>, DbFault> {
    let owners = TenantSet::of(found.iter().map(|(_, told)| told.join.owner));
    let sql = db.read(&scope.as_person(scope.person, owners));
    let asked: Vec<_> = found.iter().map(|(_, told)| told.join.issue).collect();
    let seen = issues::read::find_all(&sql, asked).await?;
    Ok(seen.into_iter().map(|issue| issue.id).collect())
}

/// What an organisation picks up together with others, and what it asks and is asked; for its conveners
#[utoipa::path(tag = "joins", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = JoinList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/joins")]
async fn list_joins(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let own = policy::decides_for(&scope).map_err(JoinFault::from)?;
    let sql = db.read(&scope);
    let found = read::all(&sql, &ALL).await.map_err(JoinFault::from)?;
    let found = found.into_iter().map(|told| (own, told)).collect();
    let items = views(&sql, &db, &scope, found)
        .await
        .map_err(JoinFault::from)?;
    Ok(HttpResponse::Ok().json(JoinList { items }))
}

/// Ask to pick an issue up together: its owner asks another organisation, or that one asks the owner
#[utoipa::path(tag = "joins", params(("tenant" = String, Path, description = "The slug of the organisation that asks"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = JoinForm, responses((status = 201, body = JoinView), Doing))]
#[post("/v1/tenants/{tenant}/joins")]
async fn ask_to_join(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<JoinForm>,
) -> Result<HttpResponse, Problem> {
    let id = ask(&scope, &db, &secrets, key.get(), &form.into()).await?;
    view(&scope, &db, id, StatusCode::CREATED).await
}

/// Say yes: the organisation's name stands with the issue from now on
#[utoipa::path(tag = "joins", params(("tenant" = String, Path, description = "The slug of the organisation that answers"), ("join" = JoinId, Path, description = "What was asked")), responses((status = 200, body = JoinView), Doing))]
#[post("/v1/tenants/{tenant}/joins/{join}/_accept")]
async fn accept_join(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, JoinId)>,
) -> Result<HttpResponse, Problem> {
    answer::accept(&scope, &db, path.1).await?;
    view(&scope, &db, path.1, StatusCode::OK).await
}

/// Say no, with a reason that whoever asked reads
#[utoipa::path(tag = "joins", params(("tenant" = String, Path, description = "The slug of the organisation that answers"), ("join" = JoinId, Path, description = "What was asked")),
    request_body = JoinRefusalForm, responses((status = 200, body = JoinView), Doing))]
#[post("/v1/tenants/{tenant}/joins/{join}/_decline")]
async fn decline_join(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, JoinId)>,
    Json(form): Json<JoinRefusalForm>,
) -> Result<HttpResponse, Problem> {
    answer::decline(&scope, &db, path.1, &form.reason).await?;
    view(&scope, &db, path.1, StatusCode::OK).await
}

/// Go apart, as the owner or as the one that joined; or take back a question that waits
#[utoipa::path(tag = "joins", params(("tenant" = String, Path, description = "The slug of the organisation that goes"), ("join" = JoinId, Path, description = "What is ended")),
    request_body = JoinEndForm, responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/joins/{join}/_end")]
async fn end_join(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, JoinId)>,
    Json(form): Json<JoinEndForm>,
) -> Result<HttpResponse, Problem> {
    answer::end(&scope, &db, path.1, form.reason.as_deref()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Put an issue of another under themes and regions of the organisation that joined
#[utoipa::path(tag = "joins", params(("tenant" = String, Path, description = "The slug of the organisation that joined"), ("join" = JoinId, Path, description = "What was joined")),
    request_body = JoinTermsForm, responses((status = 200, body = JoinView), Doing))]
#[put("/v1/tenants/{tenant}/joins/{join}/terms")]
async fn place_joined_issue(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, JoinId)>,
    Json(form): Json<JoinTermsForm>,
) -> Result<HttpResponse, Problem> {
    answer::place(&scope, &db, path.1, &form.terms).await?;
    view(&scope, &db, path.1, StatusCode::OK).await
}

async fn view(
    scope: &Scope,
    db: &Db,
    id: JoinId,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let own = policy::decides_for(scope).map_err(JoinFault::from)?;
    let sql = db.read(scope);
    let found = read::by_ids(&sql, &[id]).await.map_err(JoinFault::from)?;
    let found = found.into_values().map(|told| (own, told)).collect();
    let found = views(&sql, db, scope, found)
        .await
        .map_err(JoinFault::from)?;
    let view = found.into_iter().next().ok_or(JoinFault::NotFound)?;
    Ok(HttpResponse::build(status).json(view))
}

/// How a list of joined issues is narrowed.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct JoinedQuery {
    theme: Option<Uuid>,
    region: Option<Uuid>,
}

/// The issues of others that an organisation picks up together with them, as far as the asker may see them
#[utoipa::path(tag = "joins", params(("tenant" = String, Path, description = "The organisation's slug"), JoinedQuery), responses((status = 200, body = JoinedIssueList), Reading))]
#[get("/v1/tenants/{tenant}/joined-issues")]
async fn list_joined_issues(
    Anyone(scope): Anyone,
    db: Data<Db>,
    _slug: Path<String>,
    narrow: Query<JoinedQuery>,
) -> Result<HttpResponse, Problem> {
    let items = joined_issues(&scope, &db, &narrow)
        .await
        .map_err(JoinFault::from)?;
    Ok(HttpResponse::Ok().json(JoinedIssueList { items }))
}

async fn joined_issues(
    scope: &Scope,
    db: &Db,
    narrow: &JoinedQuery,
) -> Result<Vec<JoinedIssueItem>, DbFault> {
    let own = scope.tenants.only();
    let sql = db.read(scope);
    let wanted: Vec<Uuid> = narrow.theme.into_iter().chain(narrow.region).collect();
    let mut told = read::all(&sql, &[JoinState::Joined]).await?;
    told.retain(|it| {
        Some(it.join.joiner) == own && wanted.iter().all(|term| it.join.terms.contains(term))
    });
    let ids = told.iter().flat_map(|it| it.join.terms.clone());
    let terms = taxonomy::terms_by_id(&sql, ids).await?;
    // Each through the one condition, in the organisations that own them.
    let owners = TenantSet::of(told.iter().map(|it| it.join.owner));
    let theirs = db.read(&scope.as_person(scope.person, owners));
    let seen = issues::read::find_all(&theirs, told.iter().map(|it| it.join.issue)).await?;
    let mut seen: HashMap<IssueId, _> = seen.into_iter().map(|it| (it.id, it)).collect();
    let item = |it: Told| {
        let issue = seen.remove(&it.join.issue)?;
        let own = terms
            .iter()
            .filter(|term| it.join.terms.contains(&term.id.uuid()));
        let own = own.map(|term| TermView::of(term, scope.locale)).collect();
        let tenant_name = it.owner.name.clone();
        (issue.kind == IssueKind::Issue).then(|| JoinedIssueItem {
            issue: IssueItem::of(issue.into(), it.owner.slug, own),
            tenant_name,
        })
    };
    Ok(told.into_iter().filter_map(item).collect())
}

/// What organisations that the asker decides for are asked, and have not answered
#[utoipa::path(tag = "joins", responses((status = 200, body = JoinList), ReadingSignedIn))]
#[get("/v1/me/joins")]
async fn list_my_joins(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let items = my_joins(&scope, &db).await.map_err(JoinFault::from)?;
    Ok(HttpResponse::Ok().json(JoinList { items }))
}

async fn my_joins(scope: &Scope, db: &Db) -> Result<Vec<JoinView>, DbFault> {
    let Some(person) = scope.person else {
        return Ok(Vec::new());
    };
    let own = tenants::memberships_of(&db.read(scope), person).await?;
    let own = own.into_iter().filter(|it| it.role.convenes());
    let within = TenantSet::of(own.map(|it| it.tenant));
    let within = scope.as_person(Some(person), within);
    let sql = db.read(&within);
    let asked = read::all(&sql, &[JoinState::Asked]).await?;
    let answered_by = |told: Told| (told.join.tenant_at(told.join.asked_by.other()), told);
    let mut waiting: Vec<_> = asked.into_iter().map(answered_by).collect();
    waiting.retain(|(own, _)| within.tenants.contains(*own));
    views(&sql, db, scope, waiting).await
}

//! Legal holds over HTTP.

use std::collections::HashMap;

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use db::{Db, Sql};
use kernel::{Cursor, HoldId, IssueId, PersonId, Scope};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Editing, ReadingSignedIn};
use web::{IdempotencyKey, IfMatch, Json, PageQuery, Problem, SignedIn, Versioned, linked};

use crate::model::Hold;
use crate::views::{HoldEndForm, HoldForm, HoldList, HoldView};
use crate::{HoldFault, end, lengthen, policy, read, set};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_holds)
        .service(set_hold)
        .service(lengthen_hold)
        .service(end_hold);
}

/// What keeps conversations of an organisation from being deleted, and what did: for its owners
#[utoipa::path(tag = "holds", params(("tenant" = String, Path, description = "The organisation's slug"), PageQuery), responses((status = 200, body = HoldList), (status = 403, description = "The asker does not own the organisation"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/holds")]
async fn list_holds(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _slug: Path<String>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let list = list(&scope, &db, &page).await?;
    let next = list.next.as_deref().map(Cursor::new);
    Ok(linked(&request, next.as_ref(), &list))
}

async fn list(scope: &Scope, db: &Db, page: &PageQuery) -> Result<HoldList, HoldFault> {
    policy::may_hold(scope)?;
    let bad = |fault| HoldFault::Invalid(vec![fault]);
    let sql = db.read(scope);
    let found = read::list(&sql, page.after().map_err(bad)?, page.size()).await?;
    Ok(HoldList {
        next: found.next.map(|next| next.as_str().to_owned()),
        items: views(&sql, found.items).await?,
    })
}

/// With the titles of issues that the asker may read.
async fn views(sql: &impl Sql, found: Vec<Hold>) -> Result<Vec<HoldView>, HoldFault> {
    let issues = issues::read::find_all(sql, found.iter().map(|it| it.issue)).await?;
    let titles: HashMap<IssueId, String> = issues.into_iter().map(|it| (it.id, it.title)).collect();
    let mut acts = read::acts_of(sql, found.iter().map(|it| it.id)).await?;
    let people: Vec<PersonId> = acts.values().flatten().filter_map(|act| act.by).collect();
    let cards = identity::read::people_by_ids(sql, &people).await?;
    let names: HashMap<PersonId, String> = cards
        .into_iter()
        .map(|(id, card)| (id, card.name))
        .collect();
    let view = |hold: Hold| {
        let acts = acts.remove(&hold.id).unwrap_or_default();
        let title = titles.get(&hold.issue).cloned();
        HoldView::of(hold, title, acts, &names, sql.now())
    };
    Ok(found.into_iter().map(view).collect())
}

/// From now on nothing of the conversations of an issue is deleted; everybody in its rooms reads why and until when
#[utoipa::path(tag = "holds", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue; its owners need not read it"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = HoldForm, responses((status = 201, body = HoldView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/holds")]
async fn set_hold(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<HoldForm>,
) -> Result<HttpResponse, Problem> {
    let key = (&**secrets, key.get());
    let id = set::set(&scope, &db, key, path.1, form.into()).await?;
    let view = view(&scope, &db, id).await?;
    let tag = format!("\"{}\"", view.version);
    Ok(HttpResponse::build(StatusCode::CREATED)
        .insert_header((header::ETAG, tag))
        .json(view))
}

/// Let a hold last longer
#[utoipa::path(tag = "holds", params(("tenant" = String, Path, description = "The organisation's slug"), ("hold" = HoldId, Path, description = "The hold"), ("If-Match" = String, Header, description = "The version started from")), request_body = HoldEndForm, responses((status = 200, body = HoldView), Editing))]
#[put("/v1/tenants/{tenant}/holds/{hold}")]
async fn lengthen_hold(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, HoldId)>,
    version: IfMatch,
    Json(form): Json<HoldEndForm>,
) -> Result<HttpResponse, Problem> {
    lengthen::lengthen(&scope, &db, path.1, form.until, version.0).await?;
    shown(&scope, &db, path.1).await
}

/// End a hold before its day: what was due goes in the nights after
#[utoipa::path(tag = "holds", params(("tenant" = String, Path, description = "The organisation's slug"), ("hold" = HoldId, Path, description = "The hold")), responses((status = 200, body = HoldView), Doing))]
#[post("/v1/tenants/{tenant}/holds/{hold}/_end")]
async fn end_hold(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, HoldId)>,
) -> Result<HttpResponse, Problem> {
    end::end(&scope, &db, path.1).await?;
    shown(&scope, &db, path.1).await
}

async fn shown(scope: &Scope, db: &Db, id: HoldId) -> Result<HttpResponse, Problem> {
    let view = view(scope, db, id).await?;
    Ok(Versioned::json(view.version, &view))
}

async fn view(scope: &Scope, db: &Db, id: HoldId) -> Result<HoldView, HoldFault> {
    let sql = db.read(scope);
    let found = read::find(&sql, id).await?.ok_or(HoldFault::NotFound)?;
    let views = views(&sql, vec![found]).await?;
    views.into_iter().next().ok_or(HoldFault::NotFound)
}

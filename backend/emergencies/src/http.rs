//! Emergency access over HTTP.

use std::collections::HashMap;

use crate::read_rooms;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, post};
use db::{Db, Sql};
use kernel::{EmergencyId, IssueId, PersonId, Scope, Seq, TenantRole, ThreadId};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::model::Emergency;
use crate::views::{
    EmergencyAfter, EmergencyCan, EmergencyForm, EmergencyList, EmergencyOpened, EmergencyPosts,
    EmergencyReading, EmergencyRoom, EmergencyView,
};
use crate::{EmergencyFault, ask, decide, policy, read, read_along};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_emergencies)
        .service(list_issue_emergencies)
        .service(ask_emergency)
        .service(get_emergency)
        .service(list_emergency_posts)
        .service(open_emergency)
        .service(decline_emergency)
        .service(end_emergency);
}

/// What was asked and opened in an organisation, for its owners and conveners
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = EmergencyList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/emergencies")]
async fn list_emergencies(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let list = of_tenant(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(list))
}

async fn of_tenant(scope: &Scope, db: &Db) -> Result<EmergencyList, EmergencyFault> {
    policy::staff(scope)?;
    let sql = db.read(scope);
    let found = read::list(&sql, None).await?;
    let items = views(scope, &sql, found, HashMap::new()).await?;
    Ok(EmergencyList { items })
}

/// Which emergency access there was to the rooms of an issue: for those who take part
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = EmergencyList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/emergencies")]
async fn list_issue_emergencies(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let list = of_issue(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(list))
}

async fn of_issue(scope: &Scope, db: &Db, id: IssueId) -> Result<EmergencyList, EmergencyFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, id)
        .await?
        .ok_or(EmergencyFault::NotFound)?;
    if issue.role.is_none() {
        policy::staff(scope)?;
    }
    let mut found = read::list(&sql, Some(id)).await?;
    found.retain(Emergency::was_open);
    let titles = match issue.role {
        Some(_) => titles(&sql, id).await?,
        None => HashMap::new(),
    };
    let items = views(scope, &sql, found, titles).await?;
    Ok(EmergencyList { items })
}

async fn titles(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<HashMap<ThreadId, String>, EmergencyFault> {
    let rooms = read_rooms::closed_rooms(sql, issue).await?;
    Ok(rooms
        .into_iter()
        .map(|room| (room.id, room.title))
        .collect())
}

/// With the titles of issues that the asker may read, or has opened.
async fn views(
    scope: &Scope,
    sql: &impl Sql,
    found: Vec<Emergency>,
    titles: HashMap<ThreadId, String>,
) -> Result<Vec<EmergencyView>, EmergencyFault> {
    let staff = policy::staff(scope).ok();
    let mut issues = issues::read::find_all(sql, found.iter().map(|it| it.issue)).await?;
    let own = |it: &&Emergency| it.was_open() && staff.is_some_and(|me| it.is_party(me.person));
    let opened = found.iter().filter(own).map(|it| it.issue);
    issues.extend(issues::read::find_all_invited(sql, opened).await?);
    let issues: HashMap<IssueId, String> = issues.into_iter().map(|it| (it.id, it.title)).collect();
    let people: Vec<PersonId> = found
        .iter()
        .flat_map(|it| [Some(it.asker), it.decided_by])
        .flatten()
        .collect();
    let cards = identity::read::people_by_ids(sql, &people).await?;
    let names: HashMap<PersonId, String> = cards
        .into_iter()
        .map(|(id, card)| (id, card.name))
        .collect();
    let roles = roles(sql, staff).await?;
    let mut readings = read::readings(sql, found.iter().map(|it| it.id)).await?;
    let view = |emergency: Emergency| {
        let title = issues.get(&emergency.issue).cloned();
        let asker = roles.get(&emergency.asker).copied();
        let can = EmergencyCan::of(staff, &emergency, asker, scope.now);
        let read = readings.remove(&emergency.id).unwrap_or_default();
        let read = read.into_iter().map(|(thread, read_at)| EmergencyReading {
            thread,
            title: titles.get(&thread).cloned(),
            read_at,
        });
        let (read, now) = (read.collect(), scope.now);
        EmergencyView::of(emergency, title, &names, read, (can, now))
    };
    Ok(found.into_iter().map(view).collect())
}

/// What those who may ask are in the organisation now.
async fn roles(
    sql: &impl Sql,
    staff: Option<policy::Staff>,
) -> Result<HashMap<PersonId, TenantRole>, EmergencyFault> {
    let Some(staff) = staff else {
        return Ok(HashMap::new());
    };
    let team = read::team(sql, staff.tenant).await?;
    Ok(team.into_iter().collect())
}

/// Ask to read the closed conversations of an issue, or whose the alias of a post is; a second person has to agree
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = EmergencyForm, responses((status = 201, body = EmergencyView), Doing))]
#[post("/v1/tenants/{tenant}/emergencies")]
async fn ask_emergency(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<EmergencyForm>,
) -> Result<HttpResponse, Problem> {
    let key = (&**secrets, key.get());
    let id = ask::ask(&scope, &db, key, form.into()).await?;
    shown(&scope, &db, id, StatusCode::CREATED).await
}

/// Agree, as the second person: from now on both read, and everybody who takes part is told
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug"), ("emergency" = EmergencyId, Path, description = "The access")), responses((status = 200, body = EmergencyView), Doing))]
#[post("/v1/tenants/{tenant}/emergencies/{emergency}/_open")]
async fn open_emergency(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, EmergencyId)>,
) -> Result<HttpResponse, Problem> {
    decide::decide(&scope, &db, path.1, true).await?;
    shown(&scope, &db, path.1, StatusCode::OK).await
}

/// Say no, as the second person
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug"), ("emergency" = EmergencyId, Path, description = "The access")), responses((status = 200, body = EmergencyView), Doing))]
#[post("/v1/tenants/{tenant}/emergencies/{emergency}/_decline")]
async fn decline_emergency(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, EmergencyId)>,
) -> Result<HttpResponse, Problem> {
    decide::decide(&scope, &db, path.1, false).await?;
    shown(&scope, &db, path.1, StatusCode::OK).await
}

/// Take it back while it waits, or end it before its time
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug"), ("emergency" = EmergencyId, Path, description = "The access")), responses((status = 200, body = EmergencyView), Doing))]
#[post("/v1/tenants/{tenant}/emergencies/{emergency}/_end")]
async fn end_emergency(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, EmergencyId)>,
) -> Result<HttpResponse, Problem> {
    decide::end(&scope, &db, path.1).await?;
    shown(&scope, &db, path.1, StatusCode::OK).await
}

async fn shown(
    scope: &Scope,
    db: &Db,
    id: EmergencyId,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let view = view(scope, &db.read(scope), id).await?;
    Ok(HttpResponse::build(status).json(view))
}

async fn view(
    scope: &Scope,
    sql: &impl Sql,
    id: EmergencyId,
) -> Result<EmergencyView, EmergencyFault> {
    let found = read::find(sql, id).await?.ok_or(EmergencyFault::NotFound)?;
    let views = views(scope, sql, vec![found], HashMap::new()).await?;
    views.into_iter().next().ok_or(EmergencyFault::NotFound)
}

/// What an open access lets its two people see
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug"), ("emergency" = EmergencyId, Path, description = "The access")), responses((status = 200, body = EmergencyOpened), (status = 403, description = "The asker is neither of the two who opened it, or it is not open"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/emergencies/{emergency}")]
async fn get_emergency(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, EmergencyId)>,
) -> Result<HttpResponse, Problem> {
    let opened = opened(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(opened))
}

async fn opened(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: EmergencyId,
) -> Result<EmergencyOpened, EmergencyFault> {
    let sql = db.read(scope);
    let (emergency, _) = read_along::opened(scope, &sql, id).await?;
    let rooms = read_along::rooms(&sql, &emergency).await?;
    Ok(EmergencyOpened {
        person: read_along::name_behind(&sql, &emergency, secrets).await?,
        rooms: rooms.into_iter().map(EmergencyRoom::from).collect(),
        access: view(scope, &sql, id).await?,
    })
}

/// The posts of a closed conversation, in order; that it is read stands in the log of the room from then on
#[utoipa::path(tag = "emergencies", params(("tenant" = String, Path, description = "The organisation's slug"), ("emergency" = EmergencyId, Path, description = "The access"), ("thread" = ThreadId, Path, description = "The conversation"), EmergencyAfter), responses((status = 200, body = EmergencyPosts), (status = 403, description = "The asker is neither of the two who opened it, or it is not open"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/emergencies/{emergency}/threads/{thread}/posts")]
async fn list_emergency_posts(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, EmergencyId, ThreadId)>,
    query: Query<EmergencyAfter>,
) -> Result<HttpResponse, Problem> {
    let after = Seq::from(query.after.unwrap_or_default());
    let (posts, next) = read_along::posts(&scope, &db, path.1, path.2, after).await?;
    let items = posts.into_iter().map(Into::into).collect();
    Ok(HttpResponse::Ok().json(EmergencyPosts { items, next }))
}

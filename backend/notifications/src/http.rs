//! Notifications over HTTP: all of it is the asker's own, but the way out of a mail.

use std::collections::HashMap;

use actix_web::http::header;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use db::{Db, DbFault, Sql};
use kernel::{FollowId, IssueId, TenantId};
use platform::Secrets;
use platform::tenants::{self, Tenant};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, DoingUnsigned, Reading, ReadingSignedIn};
use web::{Anyone, Json, PageQuery, Problem, SignedIn, linked};

use crate::model::Level;
use crate::store::Seen;
use crate::unsubscribe::{choose_by_link, preview};
use crate::views::{
    ChosenLevel, ChosenLevelList, FollowForm, FollowList, FollowMade, FollowView, IssueLevelView,
    LevelForm, NotificationList, NotificationView, PreferenceView, SeenForm,
};
use crate::{NotificationFault, centre, follows, read, settings, standing};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_notifications)
        .service(see_notifications)
        .service(get_notification_preferences)
        .service(choose_notification_preferences)
        .service(list_follows)
        .service(follow)
        .service(unfollow)
        .service(list_issue_levels)
        .service(get_issue_level)
        .service(choose_issue_level)
        .service(drop_issue_level)
        .service(show_unsubscribe)
        .service(unsubscribe_by_link);
}

async fn tenants_by_id(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = TenantId>,
) -> Result<HashMap<TenantId, Tenant>, DbFault> {
    let found = tenants::by_ids(sql, ids).await?;
    Ok(found
        .into_iter()
        .map(|tenant| (tenant.id, tenant))
        .collect())
}

/// What the asker was told, the newest first, with the number of lines not seen
#[utoipa::path(tag = "notifications", params(PageQuery), responses((status = 200, body = NotificationList), ReadingSignedIn))]
#[get("/v1/me/notifications")]
async fn list_notifications(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let centre = centre::look(&scope, &db, page.cursor.as_deref(), page.size()).await?;
    let ids = centre.page.items.iter().map(|told| told.line.tenant);
    let tenants = tenants_by_id(&db.read(&scope), ids)
        .await
        .map_err(NotificationFault::from)?;
    let page = centre
        .page
        .map(|told| NotificationView::of(&told, &tenants, scope.locale, &secrets));
    let next = page.next.as_ref().map(|cursor| cursor.as_str().to_owned());
    Ok(linked(
        &request,
        page.next.as_ref(),
        &NotificationList {
            items: page.items,
            next,
            unread: centre.unread,
        },
    ))
}

/// Note that lines were seen
#[utoipa::path(tag = "notifications", request_body = SeenForm, responses((status = 204), Doing))]
#[post("/v1/me/notifications/_seen")]
async fn see_notifications(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    Json(form): Json<SeenForm>,
) -> Result<HttpResponse, Problem> {
    let SeenForm { ids, thread, issue } = form;
    centre::see(&scope, &db, &Seen { ids, thread, issue }).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How the asker wants to hear of things
#[utoipa::path(tag = "notifications", responses((status = 200, body = PreferenceView), ReadingSignedIn))]
#[get("/v1/me/notification-preferences")]
async fn get_notification_preferences(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let wishes = read::wishes(&db.read(&scope), person)
        .await
        .map_err(NotificationFault::from)?;
    Ok(HttpResponse::Ok().json(PreferenceView::from(wishes.preference)))
}

/// Choose how to hear of things
#[utoipa::path(tag = "notifications", request_body = PreferenceView, responses((status = 200, body = PreferenceView), Doing))]
#[put("/v1/me/notification-preferences")]
async fn choose_notification_preferences(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    Json(form): Json<PreferenceView>,
) -> Result<HttpResponse, Problem> {
    let chosen = settings::choose(&scope, &db, form.into()).await?;
    Ok(HttpResponse::Ok().json(PreferenceView::from(chosen)))
}

/// What the asker follows
#[utoipa::path(tag = "notifications", params(PageQuery), responses((status = 200, body = FollowList), ReadingSignedIn))]
#[get("/v1/me/follows")]
async fn list_follows(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let bad = |fault| NotificationFault::Invalid(vec![fault]);
    let after = page.after().map_err(bad)?;
    let own = follows::own(&scope, &db, after, page.size()).await?;
    let tenants = tenants_by_id(
        &db.read(&scope),
        own.items.iter().filter_map(|followed| followed.tenant),
    )
    .await
    .map_err(NotificationFault::from)?;
    let items = own.items.into_iter();
    let list = FollowList {
        items: items
            .map(|followed| FollowView::of(followed, &tenants))
            .collect(),
        next: own.next.as_ref().map(|next| next.as_str().to_owned()),
    };
    Ok(linked(&request, own.next.as_ref(), &list))
}

/// Follow a theme, a region, an issue or an organisation; again changes nothing
#[utoipa::path(tag = "notifications", request_body = FollowForm, responses((status = 201, body = FollowMade), Doing))]
#[post("/v1/me/follows")]
async fn follow(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    Json(form): Json<FollowForm>,
) -> Result<HttpResponse, Problem> {
    let id = follows::follow(&scope, &db, form.kind, form.subject).await?;
    Ok(HttpResponse::Created().json(FollowMade { id }))
}

/// Stop following
#[utoipa::path(tag = "notifications", params(("follow" = FollowId, Path, description = "What is followed")), responses((status = 204), Doing))]
#[delete("/v1/me/follows/{follow}")]
async fn unfollow(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    id: Path<FollowId>,
) -> Result<HttpResponse, Problem> {
    follows::unfollow(&scope, &db, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The issues for which the asker chose a level
#[utoipa::path(tag = "notifications", responses((status = 200, body = ChosenLevelList), ReadingSignedIn))]
#[get("/v1/me/issue-levels")]
async fn list_issue_levels(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let chosen = standing::chosen(&scope, &db).await?;
    let ids = chosen.iter().map(|(issue, _)| issue.tenant);
    let tenants = tenants_by_id(&db.read(&scope), ids)
        .await
        .map_err(NotificationFault::from)?;
    let view = |(issue, level): (issues::Issue, _)| ChosenLevel {
        issue: issue.id,
        title: issue.title,
        tenant: tenants
            .get(&issue.tenant)
            .map(|tenant| tenant.slug.clone())
            .unwrap_or_default(),
        level,
    };
    let items = chosen.into_iter().map(view).collect();
    Ok(HttpResponse::Ok().json(ChosenLevelList { items }))
}

/// Why the asker hears of an issue, and how soon
#[utoipa::path(tag = "notifications", params(("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = IssueLevelView), ReadingSignedIn))]
#[get("/v1/me/issue-levels/{issue}")]
async fn get_issue_level(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    issue: Path<IssueId>,
) -> Result<HttpResponse, Problem> {
    let standing = standing::towards(&scope, &db, *issue).await?;
    Ok(HttpResponse::Ok().json(IssueLevelView::from(standing)))
}

/// Choose another level for one issue
#[utoipa::path(tag = "notifications", params(("issue" = IssueId, Path, description = "The issue")), request_body = LevelForm, responses((status = 204), Doing))]
#[put("/v1/me/issue-levels/{issue}")]
async fn choose_issue_level(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    issue: Path<IssueId>,
    Json(form): Json<LevelForm>,
) -> Result<HttpResponse, Problem> {
    settings::choose_for_issue(&scope, &db, *issue, Some(form.level)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Go back to the general level
#[utoipa::path(tag = "notifications", params(("issue" = IssueId, Path, description = "The issue")), responses((status = 204), Doing))]
#[delete("/v1/me/issue-levels/{issue}")]
async fn drop_issue_level(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    issue: Path<IssueId>,
) -> Result<HttpResponse, Problem> {
    settings::choose_for_issue(&scope, &db, *issue, None).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The page on which a reader can stop these mails; opening it changes nothing
#[utoipa::path(tag = "notifications", params(("token" = String, Path, description = "From the mail")), responses((status = 303, description = "To the page"), Reading))]
#[get("/v1/unsubscribe/{token}")]
async fn show_unsubscribe(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    preview(&scope, &db, &secrets, &token).await?;
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("/afmelden/{token}")))
        .finish())
}

/// Stop these mails with one click (RFC 8058): no session, no cookie, and any body
#[utoipa::path(tag = "notifications", operation_id = "unsubscribe", params(("token" = String, Path, description = "From the mail")), responses((status = 204), DoingUnsigned))]
#[post("/v1/unsubscribe/{token}")]
async fn unsubscribe_by_link(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    choose_by_link(&scope, &db, &secrets, &token, Level::Off).await?;
    Ok(HttpResponse::NoContent().finish())
}

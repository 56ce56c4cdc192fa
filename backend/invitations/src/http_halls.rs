//! Hall links over HTTP: of those who run the issue, and of whoever stands in the hall.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::{Db, Sql};
use identity::read::PersonCard;
use kernel::{HallLinkId, IssueId, PersonId, Scope, Timestamp};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Reading, ReadingSignedIn};
use web::{Anyone, IdempotencyKey, Json, Problem, SignedIn};

use crate::hall::{Door, Guest, HallLink, HallLinkState};
use crate::look_hall::HallLook;
use crate::views::{
    AcceptForm, AcceptedView, AskedIssue, EntranceView, OfferedPerspective, OrganisationView,
};
use crate::{
    Acceptance, HallWish, InvitationFault, Limits, ask_by_hall, hall_token, join_by_hall,
    look_at_hall, make_hall,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_hall_links)
        .service(make_hall_link)
        .service(end_hall_link)
        .service(get_hall_link)
        .service(join_by_hall_link)
        .service(ask_by_hall_link);
}

/// A link for everybody in a hall.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct HallLinkForm {
    /// Where it hangs, and when; at most 120 characters.
    place: String,
    /// For how many people: 10 to 150.
    limit: i64,
    /// At most 31 days from now.
    ends_at: Timestamp,
    /// Who comes gives a reason, and waits for an answer.
    approval: bool,
}

/// A link, for those who run the issue. Who came by it is not kept.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HallLinkView {
    id: HallLinkId,
    /// What stands behind the address: `/zaal/{code}`.
    code: String,
    place: String,
    limit: i64,
    /// How many people came in by it, or raised a hand.
    used: i64,
    approval: bool,
    made_by: String,
    made_at: Timestamp,
    ends_at: Timestamp,
    ended_at: Option<Timestamp>,
    state: HallLinkState,
    can: HallLinkCan,
}

#[derive(Serialize, utoipa::ToSchema)]
struct HallLinkCan {
    end: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
struct HallLinkList {
    items: Vec<HallLinkView>,
}

/// What the link shows to whoever opens it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HallLookView {
    door: Door,
    /// Where the link hangs; none once it leads nowhere.
    place: Option<String>,
    /// Who asks; none once the link leads nowhere.
    asker: Option<String>,
    organisation: OrganisationView,
    /// None when the link is of no use any more and the issue is not everybody's to read.
    issue: Option<AskedIssue>,
    approval: bool,
    ends_at: Timestamp,
    guest: GuestWord,
    can: HallLookCan,
}

/// Where the asker stands.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
enum GuestWord {
    Visitor,
    Inside,
    Waits,
    Refused,
    Invited,
    MayJoin,
    MayAsk,
}

#[derive(Serialize, utoipa::ToSchema)]
struct HallLookCan {
    /// Come in at once.
    join: bool,
    /// Give a reason, and wait for an answer.
    ask: bool,
}

/// Why the asker wants to take part.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct HallAskForm {
    /// At most 1,000 characters.
    motivation: String,
}

/// The hand that is up now.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HallAskView {
    motivation: String,
    /// By when there is an answer.
    answer_by: Timestamp,
}

impl HallLinkView {
    fn of(
        link: HallLink,
        scope: &Scope,
        secrets: &Secrets,
        makers: &HashMap<PersonId, PersonCard>,
    ) -> Self {
        let state = link.state_at(scope.now);
        let maker = makers.get(&link.made_by);
        Self {
            code: hall_token(secrets, &link.handle),
            can: HallLinkCan {
                end: matches!(state, HallLinkState::Open | HallLinkState::Full),
            },
            id: link.id,
            place: link.place,
            limit: link.most,
            used: link.used,
            approval: link.approval,
            made_by: maker.map(|card| card.name.clone()).unwrap_or_default(),
            made_at: link.created_at,
            ends_at: link.ends_at,
            ended_at: link.ended_at,
            state,
        }
    }
}

/// With the names of who made them, in one more statement.
async fn views(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    links: Vec<HallLink>,
) -> Result<Vec<HallLinkView>, InvitationFault> {
    let makers: Vec<PersonId> = links.iter().map(|link| link.made_by).collect();
    let makers = identity::read::people_by_ids(sql, &makers).await?;
    Ok(links
        .into_iter()
        .map(|link| HallLinkView::of(link, scope, secrets, &makers))
        .collect())
}

async fn one(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    status: StatusCode,
    link: HallLink,
) -> Result<HttpResponse, Problem> {
    let views = views(&db.read(scope), scope, secrets, vec![link]).await?;
    let view = views.into_iter().next();
    Ok(HttpResponse::build(status).json(view.ok_or(InvitationFault::NoHallLink)?))
}

/// The links to an issue for halls, with how often each was used, newest first
#[utoipa::path(tag = "hall-links", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = HallLinkList), (status = 403, description = "The asker does not run the issue"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/hall-links")]
async fn list_hall_links(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let links = make_hall::list(&scope, &db, path.1).await?;
    let items = views(&db.read(&scope), &scope, &secrets, links).await?;
    Ok(HttpResponse::Ok().json(HallLinkList { items }))
}

/// Make a link for a hall: for so many people, until a moment, with or without approval
#[utoipa::path(tag = "hall-links", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = HallLinkForm, responses((status = 201, body = HallLinkView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/hall-links")]
async fn make_hall_link(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<HallLinkForm>,
) -> Result<HttpResponse, Problem> {
    let wish = HallWish {
        place: form.place,
        limit: form.limit,
        ends_at: form.ends_at,
        approval: form.approval,
    };
    let made = make_hall::make_hall_link(&scope, &db, &secrets, key.get(), path.1, &wish).await?;
    one(&scope, &db, &secrets, StatusCode::CREATED, made).await
}

/// End a link at once: who opens it hears so
#[utoipa::path(tag = "hall-links", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("link" = HallLinkId, Path, description = "The hall link")), responses((status = 200, body = HallLinkView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/hall-links/{link}/_end")]
async fn end_hall_link(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, HallLinkId)>,
) -> Result<HttpResponse, Problem> {
    let (_, issue, link) = path.into_inner();
    let ended = make_hall::end(&scope, &db, issue, link).await?;
    one(&scope, &db, &secrets, StatusCode::OK, ended).await
}

/// What a hall link asks, by whom and for whom, and where the asker stands; looking changes nothing
#[utoipa::path(tag = "hall-links", params(("code" = String, Path, description = "The code of the link, as it stands on the poster")), responses((status = 200, body = HallLookView), Reading))]
#[get("/v1/hall-links/{code}")]
async fn get_hall_link(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    code: Path<String>,
) -> Result<HttpResponse, Problem> {
    let look = look_at_hall(&scope, &db, &secrets, &code).await?;
    Ok(HttpResponse::Ok().json(HallLookView::from(look)))
}

/// Come in by a hall link that asks for no approval
#[utoipa::path(tag = "hall-links", params(("code" = String, Path, description = "The code of the link, as it stands on the poster")),
    request_body = AcceptForm, responses((status = 200, body = AcceptedView), (status = 410, description = "It has ended"), Doing))]
#[post("/v1/hall-links/{code}/_join")]
async fn join_by_hall_link(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    code: Path<String>,
    Json(form): Json<AcceptForm>,
) -> Result<HttpResponse, Problem> {
    let how = Acceptance::from(form);
    let accepted = join_by_hall(&scope, &db, &secrets, &limits, &code, &how).await?;
    Ok(HttpResponse::Ok().json(AcceptedView::from(accepted)))
}

/// Raise a hand by a hall link: those who run the issue answer within two weeks
#[utoipa::path(tag = "hall-links", params(("code" = String, Path, description = "The code of the link, as it stands on the poster")),
    request_body = HallAskForm, responses((status = 200, body = HallAskView), (status = 410, description = "It has ended"), Doing))]
#[post("/v1/hall-links/{code}/_ask")]
async fn ask_by_hall_link(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    code: Path<String>,
    Json(form): Json<HallAskForm>,
) -> Result<HttpResponse, Problem> {
    let hand = ask_by_hall(&scope, &db, &secrets, &limits, &code, &form.motivation).await?;
    Ok(HttpResponse::Ok().json(HallAskView {
        motivation: hand.motivation,
        answer_by: hand.answer_by,
    }))
}

impl From<HallLook> for HallLookView {
    fn from(look: HallLook) -> Self {
        let open = look.door == Door::Open;
        let perspectives = look.perspectives.into_iter().map(OfferedPerspective::from);
        Self {
            can: HallLookCan {
                join: open && look.guest == Guest::MayJoin,
                ask: open && look.guest == Guest::MayAsk,
            },
            guest: match look.guest {
                Guest::Visitor => GuestWord::Visitor,
                Guest::Inside => GuestWord::Inside,
                Guest::Waits(_) => GuestWord::Waits,
                Guest::Refused(_) => GuestWord::Refused,
                Guest::Invited => GuestWord::Invited,
                Guest::MayJoin => GuestWord::MayJoin,
                Guest::MayAsk => GuestWord::MayAsk,
            },
            issue: look.issue.map(|issue| AskedIssue {
                id: issue.id,
                title: issue.title,
                core_question: issue.core_question,
                why_one: issue.why_one,
                perspectives: perspectives.collect(),
                entrance: look.entrance.map(EntranceView::from),
            }),
            door: look.door,
            place: look.place,
            asker: look.asker,
            organisation: look.tenant.into(),
            approval: look.link.approval,
            ends_at: look.link.ends_at,
        }
    }
}

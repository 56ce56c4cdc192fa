//! Raised hands over HTTP: of who wants to take part, and of who answers.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use db::{Db, Sql};
use kernel::{HallLinkId, HandId, IssueId, PersonId, Scope, Timestamp};
use platform::tenants::Tenant;
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, Problem, SignedIn};

use crate::answer_hand::WaitingHands;
use crate::hand::{HandState, RaisedHand};
use crate::{InvitationFault, Limits, answer_hand, raise_hand, read_halls};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_own_hand)
        .service(raise_own_hand)
        .service(lower_own_hand)
        .service(object_to_refusal)
        .service(list_hands)
        .service(list_waiting_hands)
        .service(invite_hand)
        .service(refuse_hand);
}

/// Why somebody wants to take part.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct HandForm {
    /// At most 1,000 characters.
    motivation: String,
}

/// Why the refusal is not right.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct ObjectionForm {
    text: String,
}

/// What is said along with the invitation.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct HandInvitationForm {
    text: Option<String>,
}

/// Why not.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct RefusalForm {
    reason: String,
}

/// The asker's own hand; none when it is not up.
#[derive(Serialize, utoipa::ToSchema)]
struct OwnHand {
    hand: Option<OwnHandView>,
    /// An invitation waits for an answer.
    invited: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct OwnHandView {
    motivation: String,
    state: HandState,
    /// Why not.
    reason: Option<String>,
    objection: Option<String>,
    raised_at: Timestamp,
    /// By when there is an answer.
    answer_by: Timestamp,
    can: OwnHandCan,
}

#[derive(Serialize, utoipa::ToSchema)]
struct OwnHandCan {
    lower: bool,
    object: bool,
}

impl From<RaisedHand> for OwnHandView {
    fn from(hand: RaisedHand) -> Self {
        Self {
            can: OwnHandCan {
                lower: hand.state == HandState::Raised,
                object: hand.may_object(),
            },
            motivation: hand.motivation,
            state: hand.state,
            reason: hand.reason,
            objection: hand.objection,
            raised_at: hand.created_at,
            answer_by: hand.answer_by,
        }
    }
}

/// Somebody who wants to take part, for who may invite.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HandView {
    id: HandId,
    person: PersonRef,
    name: String,
    motivation: String,
    state: HandState,
    reason: Option<String>,
    objection: Option<String>,
    raised_at: Timestamp,
    answer_by: Timestamp,
    /// The hall by whose link it came, as long as that is known.
    hall: Option<String>,
    /// When somebody else thought of this person first.
    nomination: Option<HandNomination>,
    can: HandCan,
}

/// What was said of somebody, who read it before anybody else.
#[derive(Serialize, utoipa::ToSchema)]
struct HandNomination {
    /// None when it would tell in which network the person is.
    name: Option<String>,
    motivation: String,
}

#[derive(Serialize, utoipa::ToSchema)]
struct HandCan {
    invite: bool,
    refuse: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
struct HandList {
    items: Vec<HandView>,
}

/// An issue that the asker runs, in which people wait for an answer.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct WaitingHandsView {
    /// The organisation's slug.
    tenant: String,
    tenant_name: String,
    issue: IssueId,
    title: String,
    count: i64,
    /// By when the first of them has an answer.
    answer_by: Timestamp,
}

#[derive(Serialize, utoipa::ToSchema)]
struct WaitingHandsList {
    items: Vec<WaitingHandsView>,
}

impl From<(WaitingHands, Tenant)> for WaitingHandsView {
    fn from((hands, tenant): (WaitingHands, Tenant)) -> Self {
        Self {
            tenant: tenant.slug,
            tenant_name: tenant.name,
            issue: hands.issue.id,
            title: hands.issue.title,
            count: hands.count,
            answer_by: hands.answer_by,
        }
    }
}

/// With their names in one more statement, and in another where those came from who came from a hall.
async fn views(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    hands: Vec<RaisedHand>,
) -> Result<Vec<HandView>, InvitationFault> {
    let named = hands.iter().filter_map(|hand| hand.nominated_by);
    let people: Vec<PersonId> = named.chain(hands.iter().map(|hand| hand.person)).collect();
    let cards = identity::read::people_by_ids(sql, &people).await?;
    let halls: Vec<HallLinkId> = hands.iter().filter_map(|hand| hand.hall).collect();
    let places = read_halls::places(sql, &halls).await?;
    let view = |hand: RaisedHand| HandView {
        can: HandCan {
            invite: hand.may_invite() && scope.person != Some(hand.person),
            refuse: hand.state.waits() && scope.person != Some(hand.person),
        },
        nomination: hand.nomination.map(|motivation| HandNomination {
            name: (hand.nominated_by.as_ref())
                .and_then(|by| cards.get(by))
                .map(|card| card.name.clone()),
            motivation,
        }),
        id: hand.id,
        person: PersonRef::of(hand.person, hand.tenant, secrets),
        name: cards
            .get(&hand.person)
            .map(|card| card.name.clone())
            .unwrap_or_default(),
        motivation: hand.motivation,
        state: hand.state,
        reason: hand.reason,
        objection: hand.objection,
        raised_at: hand.created_at,
        answer_by: hand.answer_by,
        hall: hand.hall.and_then(|link| places.get(&link).cloned()),
    };
    Ok(hands.into_iter().map(view).collect())
}

fn own(hand: RaisedHand) -> HttpResponse {
    HttpResponse::Ok().json(OwnHand {
        hand: Some(hand.into()),
        invited: false,
    })
}

async fn answered(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    hand: RaisedHand,
) -> Result<HttpResponse, Problem> {
    let views = views(&db.read(scope), scope, secrets, vec![hand]).await?;
    let view = views.into_iter().next().ok_or(InvitationFault::NoHand)?;
    Ok(HttpResponse::Ok().json(view))
}

/// The asker's own hand for an issue
#[utoipa::path(tag = "hands", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = OwnHand), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/hands/_me")]
async fn get_own_hand(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let standing = raise_hand::own(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(OwnHand {
        hand: standing.hand.map(OwnHandView::from),
        invited: standing.invited,
    }))
}

/// Ask to take part: those who run the issue answer within two weeks. Once more: in other words
#[utoipa::path(tag = "hands", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), request_body = HandForm, responses((status = 200, body = OwnHand), Doing))]
#[put("/v1/tenants/{tenant}/issues/{issue}/hands/_me")]
async fn raise_own_hand(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    limits: Data<Limits>,
    path: Path<(String, IssueId)>,
    Json(form): Json<HandForm>,
) -> Result<HttpResponse, Problem> {
    let hand = raise_hand::raise(&scope, &db, &limits, path.1, &form.motivation).await?;
    Ok(own(hand))
}

/// Not take part after all
#[utoipa::path(tag = "hands", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 204, description = "The hand is down"), Doing))]
#[delete("/v1/tenants/{tenant}/issues/{issue}/hands/_me")]
async fn lower_own_hand(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    raise_hand::lower(&scope, &db, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Object to a refusal, once
#[utoipa::path(tag = "hands", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), request_body = ObjectionForm, responses((status = 200, body = OwnHand), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/hands/_object")]
async fn object_to_refusal(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<ObjectionForm>,
) -> Result<HttpResponse, Problem> {
    let hand = raise_hand::object(&scope, &db, path.1, &form.text).await?;
    Ok(own(hand))
}

/// Who wants to take part in an issue: those who wait first, 200 at most
#[utoipa::path(tag = "hands", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = HandList), (status = 403, description = "The asker may not invite"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/hands")]
async fn list_hands(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let hands = answer_hand::list(&scope, &db, path.1).await?;
    let items = views(&db.read(&scope), &scope, &secrets, hands).await?;
    Ok(HttpResponse::Ok().json(HandList { items }))
}

/// The issues that the asker runs in which people wait for an answer, the first to be answered first
#[utoipa::path(tag = "hands", responses((status = 200, body = WaitingHandsList), ReadingSignedIn))]
#[get("/v1/me/hands")]
async fn list_waiting_hands(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let waiting = answer_hand::waiting(&scope, &db).await?;
    let items = waiting.into_iter().map(WaitingHandsView::from).collect();
    Ok(HttpResponse::Ok().json(WaitingHandsList { items }))
}

/// Invite who raised a hand, also after a refusal
#[utoipa::path(tag = "hands", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("hand" = HandId, Path, description = "The raised hand")), request_body = HandInvitationForm, responses((status = 200, body = HandView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/hands/{hand}/_invite")]
async fn invite_hand(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId, HandId)>,
    Json(form): Json<HandInvitationForm>,
) -> Result<HttpResponse, Problem> {
    let (_, issue, hand) = path.into_inner();
    let text = form.text.as_deref();
    let hand = answer_hand::invite(&scope, &db, &secrets, &limits, (issue, hand), text).await?;
    answered(&scope, &db, &secrets, hand).await
}

/// Refuse who raised a hand, with the reason
#[utoipa::path(tag = "hands", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("hand" = HandId, Path, description = "The raised hand")), request_body = RefusalForm, responses((status = 200, body = HandView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/hands/{hand}/_refuse")]
async fn refuse_hand(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, HandId)>,
    Json(form): Json<RefusalForm>,
) -> Result<HttpResponse, Problem> {
    let (_, issue, hand) = path.into_inner();
    let hand = answer_hand::refuse(&scope, &db, (issue, hand), &form.reason).await?;
    answered(&scope, &db, &secrets, hand).await
}

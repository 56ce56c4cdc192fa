//! Joint conversations of two networks over HTTP.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::{Db, Sql};
use issues::Issue;
use kernel::{IssueId, Scope, TalkId, TenantSet, TieId};
use platform::Secrets;
use platform::tenants;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::policy::Decides;
use crate::talk::{Talk, TalkState};
use crate::views::{MergeForm, TieReasonForm};
use crate::views_talks::{RoomNow, TalkForm, TalkList, TalkView};
use crate::{TieFault, TieSide, answer_talk, join_talk, policy, propose_talk, read, read_talks};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_talks)
        .service(propose_talk_to)
        .service(accept_talk)
        .service(decline_talk)
        .service(withdraw_talk)
        .service(join_talk_of);
}

/// The conversations of this network with others: for who runs it all of them, for who is in it those that one is asked into or is in
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = TalkList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/talks")]
async fn list_talks(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let items = talks_of(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(TalkList { items }))
}

async fn talks_of(scope: &Scope, db: &Db, id: IssueId) -> Result<Vec<TalkView>, TieFault> {
    let sql = db.read(scope);
    let network = networks::read::find(&sql, id).await?;
    let room = network.ok_or(TieFault::NoNetwork)?.room;
    let own = policy::decides_for(scope, &room).ok();
    if own.is_none() && room.role.is_none() {
        return Err(TieFault::NoNetwork);
    }
    let states = if own.is_some() {
        &TalkState::ALL[..]
    } else {
        &[TalkState::Open, TalkState::Ended]
    };
    let talks = read_talks::all_of(&sql, id, states).await?;
    seen(scope, db, &room, own, talks).await
}

/// The talks of the network whose room this is, with what belongs to them in both organisations.
async fn seen(
    scope: &Scope,
    db: &Db,
    network: &Issue,
    own: Option<Decides>,
    talks: Vec<Talk>,
) -> Result<Vec<TalkView>, TieFault> {
    if talks.is_empty() {
        return Ok(Vec::new());
    }
    let reach = TenantSet::of(talks.iter().flat_map(|talk| [talk.asker.0, talk.asked.0]));
    let sql = db.read(&scope.as_person(scope.person, reach));
    let others = talks.iter().filter_map(|talk| {
        let side = talk.side_of(network.id)?;
        Some(talk.at(side.other()).1)
    });
    let others = read::named(&sql, others.collect::<Vec<_>>()).await?;
    let rooms = rooms_of(&sql, &talks).await?;
    let own_name = match scope.person.filter(|_| network.role.is_some()) {
        Some(person) => issues::read::participant(&sql, network.id, person).await?,
        None => None,
    };
    let own_name = own_name.map(|part| part.shown_name);
    let view = |talk: Talk| {
        let side: TieSide = talk.side_of(network.id)?;
        let other = others.get(&talk.at(side.other()).1)?;
        let room = talk.room.and_then(|room| rooms.get(&room));
        TalkView::of(
            talk,
            network.id,
            own,
            other,
            room,
            own_name.as_deref(),
            scope.now,
        )
    };
    Ok(talks.into_iter().filter_map(view).collect())
}

async fn rooms_of(sql: &impl Sql, talks: &[Talk]) -> Result<HashMap<IssueId, RoomNow>, TieFault> {
    let rooms = talks.iter().filter_map(|talk| talk.room);
    let rooms = issues::read::find_all_invited(sql, rooms).await?;
    let owners = tenants::by_ids(sql, rooms.iter().map(|room| room.tenant)).await?;
    // Whoever is in has passed the door.
    let outside = rooms.iter().filter(|room| room.role.is_none());
    let mut doors = networks::read::entrances_of(sql, outside.map(|room| room.id)).await?;
    let now = |room: Issue| {
        let owner = owners.iter().find(|owner| owner.id == room.tenant)?;
        let is_there = owner.state == tenants::TenantState::Active;
        let (id, owner) = (room.id, owner.slug.clone());
        let door = doors.remove(&id);
        is_there.then_some((id, RoomNow { room, owner, door }))
    };
    Ok(rooms.into_iter().filter_map(now).collect())
}

/// Propose a conversation to a network that this one is in contact with
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that proposes it"), ("tie" = TieId, Path, description = "The contact of the two"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = TalkForm, responses((status = 201, body = TalkView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/ties/{tie}/talks")]
async fn propose_talk_to(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, TieId)>,
    key: IdempotencyKey,
    Json(form): Json<TalkForm>,
) -> Result<HttpResponse, Problem> {
    let (at, key) = ((path.1, path.2), key.get());
    let id = propose_talk::propose(&scope, &db, &secrets, key, at, &form.into()).await?;
    view(&scope, &db, path.1, id, StatusCode::CREATED).await
}

/// Say yes to a conversation: its room is there at once, and everybody in both networks is asked whether they come
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that answers"), ("talk" = TalkId, Path, description = "What was proposed")), responses((status = 200, body = TalkView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/talks/{talk}/_accept")]
async fn accept_talk(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, TalkId)>,
) -> Result<HttpResponse, Problem> {
    answer_talk::accept(&scope, &db, &secrets, path.1, path.2).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// Say no to a conversation, with a reason that the other reads
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that answers"), ("talk" = TalkId, Path, description = "What was proposed")),
    request_body = TieReasonForm, responses((status = 200, body = TalkView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/talks/{talk}/_decline")]
async fn decline_talk(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TalkId)>,
    Json(form): Json<TieReasonForm>,
) -> Result<HttpResponse, Problem> {
    propose_talk::decline(&scope, &db, path.1, path.2, &form.reason).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// Take back a proposal that waits
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that proposed it"), ("talk" = TalkId, Path, description = "What was proposed")), responses((status = 200, body = TalkView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/talks/{talk}/_withdraw")]
async fn withdraw_talk(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TalkId)>,
) -> Result<HttpResponse, Problem> {
    propose_talk::withdraw(&scope, &db, path.1, path.2).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

/// Come into the conversation of one's network with another
#[utoipa::path(tag = "ties", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network that one is in"), ("talk" = TalkId, Path, description = "The conversation")),
    request_body = MergeForm, responses((status = 200, body = TalkView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/talks/{talk}/_join")]
async fn join_talk_of(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, TalkId)>,
    Json(form): Json<MergeForm>,
) -> Result<HttpResponse, Problem> {
    join_talk::join(&scope, &db, path.1, path.2, &form.into()).await?;
    view(&scope, &db, path.1, path.2, StatusCode::OK).await
}

async fn view(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TalkId,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let talks = talks_of(scope, db, network).await?;
    let view = talks.into_iter().find(|talk| talk.id == id);
    Ok(HttpResponse::build(status).json(view.ok_or(TieFault::NoTalk)?))
}

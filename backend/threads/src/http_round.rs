//! Rounds over HTTP.

use std::collections::HashSet;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use db::{Db, Sql};
use issues::read::Participant;
use kernel::{PersonId, Scope, ThreadId};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use web::answers::{Doing, Reading};
use web::{Anyone, Json, Problem, SignedIn};

use crate::model::{Room, ThreadKind};
use crate::{ThreadFault, Voice, policy, read, round, store_round};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_round)
        .service(skip_turn)
        .service(unskip_turn)
        .service(begin_next_round);
}

/// Whose turn it is
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct RoundView {
    /// 1 for the first; 0 in a thread that does not go round.
    number: i64,
    /// Who has not spoken, as they are called in the room; told to who takes part, where the room tells who says what.
    open: Vec<String>,
    /// Who lets it pass.
    passed: Vec<String>,
    /// The reader spoke in it.
    spoken: bool,
    /// The reader lets it pass.
    skips: bool,
    /// Everybody spoke or let it pass.
    done: bool,
    can: RoundCan,
}

#[derive(Serialize, utoipa::ToSchema)]
struct RoundCan {
    /// Let it pass, or not after all.
    skip: bool,
    /// Begin the next one.
    next: bool,
}

/// The round that a thread is in: whose turn is open
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = RoundView), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/round")]
async fn get_round(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    shown(&scope, &db, &secrets, path.1).await
}

async fn shown(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    thread: ThreadId,
) -> Result<HttpResponse, Problem> {
    let view = view(scope, &db.read(scope), secrets, thread).await?;
    Ok(HttpResponse::Ok().json(view))
}

async fn view(
    scope: &Scope,
    sql: &impl Sql,
    secrets: &Secrets,
    thread: ThreadId,
) -> Result<RoundView, ThreadFault> {
    let room = read::room(sql, thread).await?;
    let voices: HashSet<Uuid> = store_round::speakers(sql, &room)
        .await?
        .into_iter()
        .collect();
    let skips: HashSet<Uuid> = store_round::skippers(sql, &room)
        .await?
        .into_iter()
        .collect();
    let mut circle = issues::read::participants_of(sql, room.issue).await?;
    let turns = room.kind == ThreadKind::Round;
    circle.retain(|one| turns && policy::has_turn(room.regime, one.role));
    let voice = |person| Voice::of(room.regime, room.issue, person, secrets).uuid();
    let spoke = |person: PersonId| voices.contains(&voice(person));
    let passed = |person: PersonId| skips.contains(&voice(person));
    let waits = |one: &&Participant| !spoke(one.person) && !passed(one.person);
    let passes = |one: &&Participant| !spoke(one.person) && passed(one.person);
    let done = !circle.iter().any(|one| waits(&one));
    let told = room.role.is_some() && room.regime.names_people();
    let names = |which: &dyn Fn(&&Participant) -> bool| -> Vec<String> {
        let some = circle.iter().filter(|one| told && which(one));
        some.map(|one| one.shown_name.clone()).collect()
    };
    let has_spoken = scope.person.is_some_and(spoke);
    let has_passed = scope.person.is_some_and(passed);
    Ok(RoundView {
        number: room.round,
        open: names(&waits),
        passed: names(&passes),
        spoken: has_spoken,
        skips: has_passed && !has_spoken,
        done,
        can: can(scope, &room),
    })
}

fn can(scope: &Scope, room: &Room) -> RoundCan {
    RoundCan {
        skip: policy::may_take_turn(scope, room).is_ok(),
        next: policy::may_open_round(scope, room).is_ok(),
    }
}

/// Let this round pass
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = RoundView), Doing))]
#[put("/v1/tenants/{tenant}/threads/{thread}/round/skip")]
async fn skip_turn(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    round::pass(&scope, &db, &secrets, path.1, true).await?;
    shown(&scope, &db, &secrets, path.1).await
}

/// Do not let this round pass after all
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = RoundView), Doing))]
#[delete("/v1/tenants/{tenant}/threads/{thread}/round/skip")]
async fn unskip_turn(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    round::pass(&scope, &db, &secrets, path.1, false).await?;
    shown(&scope, &db, &secrets, path.1).await
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NextRoundForm {
    /// The round that it comes after.
    after: i64,
}

/// Begin the next round
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), request_body = NextRoundForm, responses((status = 200, body = RoundView), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/round/_next")]
async fn begin_next_round(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    Json(form): Json<NextRoundForm>,
) -> Result<HttpResponse, Problem> {
    round::next(&scope, &db, path.1, form.after).await?;
    shown(&scope, &db, &secrets, path.1).await
}

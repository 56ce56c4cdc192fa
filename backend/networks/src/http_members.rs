//! The path of a member, over HTTP: one's own, and what those who run a network see.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use db::Db;
use kernel::{Denied, IssueId, PersonId, Scope};
use platform::looks::{self, Look, Looker, Sight};
use platform::{PersonRef, References, Secrets};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, Problem, SignedIn};

use crate::views_members::{
    self, FarewellForm, NetworkMemberList, OrientationForm, OrientationView, OrientationWeeksForm,
    OrientationWishForm, OwnAlumnusList, OwnAlumnusView, OwnStandingView, RestForm,
};
use crate::{NetworkFault, orientation, policy, read, read_members, walk};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_standing)
        .service(rest_in_network)
        .service(return_to_network)
        .service(leave_network)
        .service(list_network_members)
        .service(put_orientation_weeks)
        .service(get_orientation)
        .service(answer_orientation)
        .service(decide_orientation)
        .service(keep_alumnus)
        .service(end_alumnus)
        .service(list_my_alumni)
        .service(end_my_alumnus);
}

/// Where the asker stands in a network, and all that those who run it see of them
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = OwnStandingView), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/standing")]
async fn get_standing(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    standing(&scope, &db, &secrets, path.1).await
}

async fn standing(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: IssueId,
) -> Result<HttpResponse, Problem> {
    let (_, permit, own) = walk::own(&db.read(scope), scope, id).await?;
    Ok(HttpResponse::Ok().json(OwnStandingView::of(permit, own, secrets)))
}

/// Rest: not be mailed about a network until a day, or until one comes back
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")),
    request_body = RestForm, responses((status = 200, body = OwnStandingView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/standing/_rest")]
async fn rest_in_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    Json(form): Json<RestForm>,
) -> Result<HttpResponse, Problem> {
    walk::rest(&scope, &db, path.1, form.until).await?;
    standing(&scope, &db, &secrets, path.1).await
}

/// Come back from resting
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = OwnStandingView), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/standing/_return")]
async fn return_to_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    walk::come_back(&scope, &db, path.1).await?;
    standing(&scope, &db, &secrets, path.1).await
}

/// Leave a network with thanks, and offer to stay in contact or not
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")),
    request_body = FarewellForm, responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/standing/_leave")]
async fn leave_network(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<FarewellForm>,
) -> Result<HttpResponse, Problem> {
    walk::leave(&scope, &db, path.1, form.keep_contact).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who is in a network and where they stand, by name, for who runs it
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")), responses((status = 200, body = NetworkMemberList), (status = 403, description = "The asker does not look after the network"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/members")]
async fn list_network_members(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let list = members(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(list))
}

async fn members(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: IssueId,
) -> Result<NetworkMemberList, NetworkFault> {
    let sql = db.read(scope);
    let network = read::find(&sql, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_keep_members(scope, &network)?;
    let found = read_members::members(&sql, (permit.tenant, id), None).await?;
    let alumni = read_members::alumni_of(&sql, id).await?;
    let agreed: Vec<PersonId> = alumni
        .iter()
        .filter(|one| one.agreed)
        .map(|one| one.person)
        .collect();
    let addresses = identity::read::addresses_by_ids(&sql, &agreed).await?;
    let weeks = read_members::weeks(&sql, id).await?;
    let people = found.iter().map(|one| one.person).chain(agreed);
    let looker = Looker::in_issue(scope, network.room.role);
    let looks = Look::at(permit.tenant, Sight::Participants, looker, people);
    looks::note(db, scope, looks).await?;
    let refs = References::within(permit.tenant, secrets);
    Ok(views_members::members(
        &refs, found, alumni, addresses, weeks,
    ))
}

/// Say how long whoever comes into a network from now on is in orientation
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network")),
    request_body = OrientationWeeksForm, responses((status = 204), Doing))]
#[put("/v1/tenants/{tenant}/networks/{network}/orientation")]
async fn put_orientation_weeks(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<OrientationWeeksForm>,
) -> Result<HttpResponse, Problem> {
    orientation::put_weeks(&scope, &db, path.1, form.weeks).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// An orientation, for the newcomer and for who runs the network: each reads the other when both have answered
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("newcomer" = PersonRef, Path, description = "The person, as the organisation refers to them")), responses((status = 200, body = OrientationView), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/orientations/{newcomer}")]
async fn get_orientation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, PersonRef)>,
) -> Result<HttpResponse, Problem> {
    let newcomer = person(&scope, path.2, &secrets)?;
    orientation_of(&scope, &db, path.1, newcomer).await
}

fn person(scope: &Scope, person: PersonRef, secrets: &Secrets) -> Result<PersonId, NetworkFault> {
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    Ok(person.person(tenant, secrets))
}

async fn orientation_of(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    newcomer: PersonId,
) -> Result<HttpResponse, Problem> {
    let seen = orientation::seen(&db.read(scope), scope, id, newcomer).await?;
    Ok(HttpResponse::Ok().json(OrientationView::of(&seen, scope.now)))
}

/// Say how an orientation goes: one's own, or somebody's in a network that one runs
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("newcomer" = PersonRef, Path, description = "The person, as the organisation refers to them")),
    request_body = OrientationForm, responses((status = 200, body = OrientationView), Doing))]
#[put("/v1/tenants/{tenant}/networks/{network}/orientations/{newcomer}/answer")]
async fn answer_orientation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, PersonRef)>,
    Json(form): Json<OrientationForm>,
) -> Result<HttpResponse, Problem> {
    let newcomer = person(&scope, path.2, &secrets)?;
    orientation::answer(&scope, &db, path.1, newcomer, form.into()).await?;
    orientation_of(&scope, &db, path.1, newcomer).await
}

/// Say whether to go on after an orientation; when both sides did, it is decided
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("newcomer" = PersonRef, Path, description = "The person, as the organisation refers to them")),
    request_body = OrientationWishForm, responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/orientations/{newcomer}/_decide")]
async fn decide_orientation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, PersonRef)>,
    Json(form): Json<OrientationWishForm>,
) -> Result<HttpResponse, Problem> {
    let newcomer = person(&scope, path.2, &secrets)?;
    orientation::decide(&scope, &db, path.1, newcomer, form.wish).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Wish to stay in contact with somebody who left, as that person does
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("alumnus" = PersonRef, Path, description = "The person, as the organisation refers to them")), responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/networks/{network}/alumni/{alumnus}/_keep")]
async fn keep_alumnus(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, PersonRef)>,
) -> Result<HttpResponse, Problem> {
    let alumnus = person(&scope, path.2, &secrets)?;
    walk::keep_contact(&scope, &db, path.1, alumnus).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// End the contact with somebody who left, or do not begin it
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), ("alumnus" = PersonRef, Path, description = "The person, as the organisation refers to them")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/networks/{network}/alumni/{alumnus}")]
async fn end_alumnus(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, PersonRef)>,
) -> Result<HttpResponse, Problem> {
    let alumnus = person(&scope, path.2, &secrets)?;
    walk::end_contact(&scope, &db, path.1, alumnus).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The networks that the asker left and stays in contact with, or would like to
#[utoipa::path(tag = "networks",  responses((status = 200, body = OwnAlumnusList), ReadingSignedIn))]
#[get("/v1/me/alumni")]
async fn list_my_alumni(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let held = walk::own_contacts(&scope, &db).await?;
    let items = held.into_iter().map(OwnAlumnusView::from).collect();
    Ok(HttpResponse::Ok().json(OwnAlumnusList { items }))
}

/// End the contact with a network that one left, at once
#[utoipa::path(tag = "networks", params(("network" = IssueId, Path, description = "The network")), responses((status = 204), Doing))]
#[delete("/v1/me/alumni/{network}")]
async fn end_my_alumnus(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    network: Path<IssueId>,
) -> Result<HttpResponse, Problem> {
    walk::end_own_contact(&scope, &db, *network).await?;
    Ok(HttpResponse::NoContent().finish())
}

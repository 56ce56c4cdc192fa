//! The path of a member, over HTTP: one's own, and what those who run a network see.

use std::collections::HashMap;

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use db::{Db, Sql};
use identity::names;
use kernel::{Cursor, Denied, IssueId, NamePlace, Page, PersonId, Scope, TenantId};
use platform::looks::{self, Look, Looker, Sight};
use platform::{PersonRef, References, Secrets};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, PageQuery, Problem, SignedIn, linked};

use crate::standing::Member;
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
#[utoipa::path(tag = "networks", params(("tenant" = String, Path, description = "The organisation's slug"), ("network" = IssueId, Path, description = "The network"), PageQuery), responses((status = 200, body = NetworkMemberList), (status = 403, description = "The asker does not look after the network"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/networks/{network}/members")]
async fn list_network_members(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let list = members(&scope, &db, &secrets, path.1, &page).await?;
    let next = list.next.as_deref().map(Cursor::new);
    Ok(linked(&request, next.as_ref(), &list))
}

async fn members(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: IssueId,
    page: &PageQuery,
) -> Result<NetworkMemberList, NetworkFault> {
    let bad = |fault| NetworkFault::Invalid(vec![fault]);
    let after: Option<NamePlace> = page.after().map_err(bad)?;
    let sql = db.read(scope);
    let network = read::find(&sql, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_keep_members(scope, &network)?;
    let refs = References::within(permit.tenant, secrets);
    let everybody = read_members::names_in(&sql, id).await?;
    let shown = Page::by_name(everybody, after.as_ref(), page.size(), |(person, name)| {
        NamePlace::new(0, names::folded(name), refs.to(*person).uuid())
    });
    let found = standing_of(&sql, (permit.tenant, id), shown).await?;
    let alumni = match after {
        None => read_members::alumni_of(&sql, id).await?,
        Some(_) => Vec::new(),
    };
    let agreed: Vec<PersonId> = alumni
        .iter()
        .filter(|one| one.agreed)
        .map(|one| one.person)
        .collect();
    let addresses = identity::read::addresses_by_ids(&sql, &agreed).await?;
    let weeks = read_members::weeks(&sql, id).await?;
    let people = found.items.iter().map(|one| one.person).chain(agreed);
    let looker = Looker::in_issue(scope, network.room.role);
    let looks = Look::at(permit.tenant, Sight::Participants, looker, people);
    looks::note(db, scope, looks).await?;
    Ok(views_members::members(
        &refs, found, alumni, addresses, weeks,
    ))
}

/// Where those of a page stand, in their order.
async fn standing_of(
    sql: &impl Sql,
    place: (TenantId, IssueId),
    shown: Page<(PersonId, String)>,
) -> Result<Page<Member>, NetworkFault> {
    let people: Vec<PersonId> = shown.items.iter().map(|(person, _)| *person).collect();
    let found = read_members::members(sql, place, &people).await?;
    let mut known: HashMap<PersonId, Member> =
        found.into_iter().map(|one| (one.person, one)).collect();
    Ok(Page {
        // Who went between the two statements is not there any more.
        items: people.iter().filter_map(|it| known.remove(it)).collect(),
        next: shown.next,
    })
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

//! The pages that only the application can show: the server says whether they are there, and what works without scripts.

use actix_web::http::header;
use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, get};
use issues::IssueKind;
use kernel::{CaseId, EmergencyId, IssueId, ProductId, ThreadId};
use web::Problem;

use crate::desk::{Desk, not_found, read};
use crate::invitation::to;
use crate::links;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(own)
        .service(search)
        .service(in_tenant)
        .service(new_issue)
        .service(thread)
        .service(beside_room)
        .service(cockpit)
        .service(open_lists)
        .service(moderation_case)
        .service(emergency)
        .service(of_issue)
        .service(new_network)
        .service(of_network)
        .service(new_product)
        .service(of_product);
}

/// Pages about the reader: whoever is nobody yet signs in first.
#[get(
    "/{page:overzicht|profiel|mijn-gegevens|mijn-gegevens/wissen|meldingen|gemeld|contactverzoeken|instellingen|instellingen/aanmelden}"
)]
async fn own(desk: Desk) -> Result<HttpResponse, Problem> {
    signed_in(&desk, None).await
}

#[get("/zoeken")]
async fn search(desk: Desk) -> Result<HttpResponse, Problem> {
    desk.shell(None).await
}

#[get(
    "/o/{tenant}/{page:mensen|leden|samen|overdragen|noodtoegang|modereren|beheer|beheer/woorden|beheer/bewaren|agenda}"
)]
async fn in_tenant(desk: Desk, at: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    signed_in(&desk, Some(&at.0)).await
}

#[get("/o/{tenant}/opgaven/nieuw")]
async fn new_issue(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    signed_in(&desk, Some(&slug)).await
}

/// Not one post is in it, whoever reads: neither are its title and the issue's.
#[get("/o/{tenant}/gesprekken/{thread}")]
async fn thread(desk: Desk, at: Path<(String, ThreadId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    read(threads::read::find(&desk.sql(), id).await)?.ok_or_else(not_found)?;
    let tenant = desk.tenant(&slug).await?;
    desk.shell(Some(&tenant)).await
}

/// For everybody who reads the room.
#[get("/o/{tenant}/gesprekken/{thread}/{page:logboek|samenvatting}")]
async fn beside_room(
    desk: Desk,
    at: Path<(String, ThreadId, String)>,
) -> Result<HttpResponse, Problem> {
    let (slug, id, _page) = at.into_inner();
    read(threads::read::find(&desk.sql(), id).await)?.ok_or_else(not_found)?;
    let tenant = desk.tenant(&slug).await?;
    desk.shell(Some(&tenant)).await
}

#[get("/o/{tenant}/gesprekken/{thread}/begeleiden")]
async fn cockpit(desk: Desk, at: Path<(String, ThreadId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    read(threads::read::find(&desk.sql(), id).await)?.ok_or_else(not_found)?;
    signed_in(&desk, Some(&slug)).await
}

/// Which words are watched, and which reasons are ready, everybody may know.
#[get("/o/{tenant}/{page:woordenlijst|redenen}")]
async fn open_lists(desk: Desk, at: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let tenant = desk.tenant(&at.0).await?;
    desk.shell(Some(&tenant)).await
}

/// Whether it is open, and for whom, the application asks.
#[get("/o/{tenant}/noodtoegang/{emergency}")]
async fn emergency(desk: Desk, at: Path<(String, EmergencyId)>) -> Result<HttpResponse, Problem> {
    signed_in(&desk, Some(&at.0)).await
}

/// Whether there is such a case, and for whom, the application asks.
#[get("/o/{tenant}/modereren/{case}")]
async fn moderation_case(desk: Desk, at: Path<(String, CaseId)>) -> Result<HttpResponse, Problem> {
    signed_in(&desk, Some(&at.0)).await
}

#[get(
    "/o/{tenant}/opgaven/{issue}/{page:bewerken|uitnodigen|terugkoppeling|bereik|verkenning|afspraak|krachtenveld|noodtoegang|samen|begeleiden|taken}"
)]
async fn of_issue(
    desk: Desk,
    at: Path<(String, IssueId, String)>,
) -> Result<HttpResponse, Problem> {
    let (slug, id, page) = at.into_inner();
    let issue = read(issues::read::find(&desk.sql(), id).await)?.ok_or_else(not_found)?;
    if issue.kind == IssueKind::Network && page == "bewerken" {
        return Ok(to(&format!("{}/bewerken", links::network(&slug, id))));
    }
    signed_in(&desk, Some(&slug)).await
}

#[get("/o/{tenant}/netwerken/nieuw")]
async fn new_network(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    signed_in(&desk, Some(&slug)).await
}

#[get("/o/{tenant}/netwerken/{network}/{page:bewerken|leden|verder}")]
async fn of_network(
    desk: Desk,
    at: Path<(String, IssueId, String)>,
) -> Result<HttpResponse, Problem> {
    let (slug, id, _page) = at.into_inner();
    read(networks::read::find(&desk.sql(), id).await)?.ok_or_else(not_found)?;
    signed_in(&desk, Some(&slug)).await
}

#[get("/o/{tenant}/kennis/nieuw")]
async fn new_product(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    signed_in(&desk, Some(&slug)).await
}

#[get("/o/{tenant}/kennis/{product}/bewerken")]
async fn of_product(desk: Desk, at: Path<(String, ProductId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    read(results::read::products::find(&desk.sql(), id).await)?.ok_or_else(not_found)?;
    signed_in(&desk, Some(&slug)).await
}

async fn signed_in(desk: &Desk, slug: Option<&str>) -> Result<HttpResponse, Problem> {
    let tenant = match slug {
        Some(slug) => Some(desk.tenant(slug).await?),
        None => None,
    };
    match desk.scope.person {
        Some(_) => desk.shell(tenant.as_ref()).await,
        None => Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, links::sign_in(Some(&desk.path))))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .finish()),
    }
}

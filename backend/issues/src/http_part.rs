//! Taking part in an issue, over HTTP: who does, how one does oneself, and leaving.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use db::Db;
use identity::names;
use kernel::{Cursor, IssueId, NamePlace, Page, PerspectiveId, Scope, Timestamp};
use platform::looks::{self, Look, Looker, Sight};
use platform::{PersonRef, References, Secrets, tenants};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, PageQuery, Problem, SignedIn, linked};

use crate::own_part::{self, NewPart};
use crate::participation::OwnPart;
use crate::views::{ParticipantList, ParticipantView};
use crate::{Capacity, IssueFault, end_part, guest, leave, policy, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_participants)
        .service(get_own_part)
        .service(change_own_part)
        .service(leave_issue)
        .service(change_guest_end)
        .service(end_participation);
}

/// How the asker takes part: for nobody else's eyes.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct OwnPartView {
    /// The name by which the others know the asker here.
    name: String,
    capacity: Capacity,
    /// The slug of the organisation behind the capacity, when it is one here.
    organisation: Option<String>,
    organisation_name: Option<String>,
    /// What the asker brings; none when kept to oneself.
    perspective: Option<PerspectiveId>,
}

async fn view(scope: &Scope, db: &Db, part: OwnPart) -> Result<HttpResponse, Problem> {
    let (name, tenant) = part.organisation.unzip();
    let slug = match tenant.flatten() {
        Some(tenant) => tenants::by_ids(&db.read(scope), [tenant])
            .await
            .map_err(IssueFault::from)?
            .pop()
            .map(|tenant| tenant.slug),
        None => None,
    };
    Ok(HttpResponse::Ok().json(OwnPartView {
        name: part.shown_name,
        capacity: part.capacity,
        organisation: slug,
        organisation_name: name,
        perspective: part.perspective,
    }))
}

/// How the asker takes part, the perspective included
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = OwnPartView), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/participants/_me")]
async fn get_own_part(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let part = own_part::own_part(&scope, &db, path.1).await?;
    view(&scope, &db, part).await
}

/// How the asker takes part from now on, all of it: a perspective that is left out is taken back.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnPartForm {
    /// By which the others know the asker here from now on, at most 80 characters; left out, it stays as it is.
    name: Option<String>,
    perspective: Option<PerspectiveId>,
    capacity: Capacity,
    /// The slug of an organisation that the asker is a member of; with the other capacities.
    organisation: Option<String>,
}

/// Choose another name, perspective or capacity, or take the perspective back
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")),
    request_body = OwnPartForm, responses((status = 200, body = OwnPartView), Doing))]
#[put("/v1/tenants/{tenant}/issues/{issue}/participants/_me")]
async fn change_own_part(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<OwnPartForm>,
) -> Result<HttpResponse, Problem> {
    let new = NewPart {
        name: form.name,
        perspective: form.perspective,
        capacity: form.capacity,
        organisation: form.organisation,
    };
    let part = own_part::change_own_part(&scope, &db, path.1, new).await?;
    view(&scope, &db, part).await
}

/// Who takes part, for those who take part themselves: where nobody is named, who runs it and oneself
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), PageQuery), responses((status = 200, body = ParticipantList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/participants")]
async fn list_participants(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let list = participants(&scope, &db, &secrets, path.1, &page).await?;
    let next = list.next.as_deref().map(Cursor::new);
    Ok(linked(&request, next.as_ref(), &list))
}

async fn participants(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: IssueId,
    page: &PageQuery,
) -> Result<ParticipantList, IssueFault> {
    let bad = |fault| IssueFault::Invalid(vec![fault]);
    let after: Option<NamePlace> = page.after().map_err(bad)?;
    let sql = db.read(scope);
    let issue = read::find(&sql, id)
        .await?
        .filter(|issue| issue.role.is_some())
        .ok_or(IssueFault::NotFound)?;
    let mut everybody = read::participants_of(&sql, issue.id).await?;
    everybody.retain(|one| policy::may_see_participant(scope, &issue, one));
    let refs = References::within(issue.tenant, secrets);
    let found = Page::by_name(everybody, after.as_ref(), page.size(), |one| {
        let letters = names::folded(&one.shown_name);
        NamePlace::new(0, letters, refs.to(one.person).uuid())
    });
    let looker = Looker::in_issue(scope, issue.role);
    let people = found.items.iter().map(|participant| participant.person);
    let looks = Look::at(issue.tenant, Sight::Participants, looker, people);
    looks::note(db, scope, looks).await?;
    let items = found
        .items
        .into_iter()
        .map(|participant| ParticipantView::of(participant, &issue, secrets))
        .collect();
    Ok(ParticipantList {
        items,
        next: found.next.map(|next| next.as_str().to_owned()),
    })
}

/// Leave an issue
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/issues/{issue}/participants/_me")]
async fn leave_issue(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    leave::leave(&scope, &db, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Until when a guest takes part.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct GuestEndForm {
    /// At most a year from now.
    until: Timestamp,
}

/// Let a guest take part longer, or shorter; for who facilitates the issue
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("person" = PersonRef, Path, description = "The guest")),
    request_body = GuestEndForm, responses((status = 200, body = ParticipantView), Doing))]
#[put("/v1/tenants/{tenant}/issues/{issue}/participants/{person}/end")]
async fn change_guest_end(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, PersonRef)>,
    Json(form): Json<GuestEndForm>,
) -> Result<HttpResponse, Problem> {
    let tenant = scope.tenants.only().ok_or(IssueFault::NotFound)?;
    let person = path.2.person(tenant, &secrets);
    let (issue, guest) = guest::change_end(&scope, &db, path.1, person, form.until).await?;
    Ok(HttpResponse::Ok().json(ParticipantView::of(guest, &issue, &secrets)))
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct EndPartForm {
    /// For whoever it is to read; at most 500 characters.
    reason: String,
}

/// End somebody's part in an issue; for who facilitates it. They read nothing of it from then on, and hear why
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("person" = PersonRef, Path, description = "Who takes part")),
    request_body = EndPartForm, responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/participants/{person}/_remove")]
async fn end_participation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, PersonRef)>,
    Json(form): Json<EndPartForm>,
) -> Result<HttpResponse, Problem> {
    let tenant = scope.tenants.only().ok_or(IssueFault::NotFound)?;
    let person = path.2.person(tenant, &secrets);
    end_part::end_part(&scope, &db, path.1, person, &form.reason).await?;
    Ok(HttpResponse::NoContent().finish())
}

//! An organisation's members over HTTP.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch};
use db::Db;
use kernel::{Scope, TenantRole, Timestamp};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, PageQuery, Problem, SignedIn, linked};

use crate::PeopleFault;
use crate::members::{self, Member};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_members)
        .service(change_member)
        .service(remove_member);
}

/// Somebody with a role in the organisation.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct MemberView {
    person: PersonRef,
    /// Empty until the person gave one.
    name: String,
    role: TenantRole,
    /// When the role stops by itself.
    ends_at: Option<Timestamp>,
    /// The asker.
    you: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
struct MemberList {
    /// The highest role first, then by name.
    items: Vec<MemberView>,
    next: Option<String>,
}

fn view(scope: &Scope, secrets: &Secrets, member: Member) -> Result<MemberView, PeopleFault> {
    let tenant = scope.tenants.only().ok_or(PeopleFault::NotFound)?;
    Ok(MemberView {
        person: PersonRef::of(member.person, tenant, secrets),
        you: scope.person == Some(member.person),
        name: member.name,
        role: member.role,
        ends_at: member.ends_at,
    })
}

/// The members of an organisation, for its owners
#[utoipa::path(tag = "members", params(("tenant" = String, Path, description = "The organisation's slug"), PageQuery), responses((status = 200, body = MemberList), (status = 403, description = "Only owners see this"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/members")]
async fn list_members(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let bad = |fault| PeopleFault::Invalid(vec![fault]);
    let place = (page.after().map_err(bad)?, page.size());
    let found = members::list(&scope, &db, &secrets, place).await?;
    let items: Result<Vec<MemberView>, PeopleFault> = found
        .items
        .into_iter()
        .map(|member| view(&scope, &secrets, member))
        .collect();
    let list = MemberList {
        items: items?,
        next: found.next.as_ref().map(|next| next.as_str().to_owned()),
    };
    Ok(linked(&request, found.next.as_ref(), &list))
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RoleForm {
    role: TenantRole,
    /// When it stops by itself; never when left out.
    ends_at: Option<Timestamp>,
}

fn person_in(
    scope: &Scope,
    secrets: &Secrets,
    raw: PersonRef,
) -> Result<kernel::PersonId, PeopleFault> {
    let tenant = scope.tenants.only().ok_or(PeopleFault::NotFound)?;
    Ok(raw.person(tenant, secrets))
}

/// Give a member another role, or an end to it
#[utoipa::path(tag = "members", params(("tenant" = String, Path, description = "The organisation's slug"), ("person" = PersonRef, Path, description = "The member")),
    request_body = RoleForm, responses((status = 200, body = MemberView), Doing))]
#[patch("/v1/tenants/{tenant}/members/{person}")]
async fn change_member(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PersonRef)>,
    Json(form): Json<RoleForm>,
) -> Result<HttpResponse, Problem> {
    let person = person_in(&scope, &secrets, path.1)?;
    let member = members::change_role(&scope, &db, person, form.role, form.ends_at).await?;
    Ok(HttpResponse::Ok().json(view(&scope, &secrets, member)?))
}

/// Take a member's role back
#[utoipa::path(tag = "members", params(("tenant" = String, Path, description = "The organisation's slug"), ("person" = PersonRef, Path, description = "The member")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/members/{person}")]
async fn remove_member(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PersonRef)>,
) -> Result<HttpResponse, Problem> {
    let person = person_in(&scope, &secrets, path.1)?;
    members::remove(&scope, &db, person).await?;
    Ok(HttpResponse::NoContent().finish())
}

//! Inviting over HTTP, for those who invite.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::Db;
use issues::{IssueFault, IssueRights};
use kernel::{Denied, InvitationId, IssueId, IssueRole, Scope, TenantRole};
use platform::Secrets;
use platform::looks::{self, Look, Looker, Sight};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::invite::Request;
use crate::model::Invitation;
use crate::views::{
    ColleagueForm, InvitationList, InvitationView, InviteForm, InviteResult, InviteResults,
    SuggestionList, SuggestionView, invitation_views,
};
use crate::{
    InvitationFault, Limits, colleague, http_halls, http_hands, http_sheet, http_token, http_waves,
    invite, policy, read, steer, suggest,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_suggestions)
        .service(list_issue_invitations)
        .service(invite_people)
        .service(invite_colleague)
        .service(list_colleague_invitations)
        .service(resend_invitation)
        .service(revoke_invitation)
        .configure(http_halls::routes)
        .configure(http_hands::routes)
        .configure(http_sheet::routes)
        .configure(http_token::routes)
        .configure(http_waves::routes);
}

/// People who opted in and fit what the issue asks, the best first
#[utoipa::path(tag = "invitations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = SuggestionList), (status = 403, description = "The asker may not invite"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/suggestions")]
async fn list_suggestions(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<people::Limits>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let found = suggest::suggest(&scope, &db, &limits, path.1).await?;
    let items = found
        .into_iter()
        .filter_map(|it| SuggestionView::of(it, &scope, &secrets))
        .collect();
    Ok(HttpResponse::Ok().json(SuggestionList { items }))
}

async fn listed(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    issue: Option<IssueId>,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(InvitationFault::NotFound)?;
    let sql = db.read(scope);
    let sent = read::sent_by(&sql, person, issue)
        .await
        .map_err(InvitationFault::from)?;
    if let Some(tenant) = scope.tenants.only() {
        let people = sent.iter().filter_map(|it| it.person);
        let looks = Look::at(tenant, Sight::Invited, Looker::inviting(scope), people);
        looks::note(db, scope, looks)
            .await
            .map_err(InvitationFault::from)?;
    }
    let items = invitation_views(&sql, scope, secrets, sent)
        .await
        .map_err(InvitationFault::from)?;
    Ok(HttpResponse::Ok().json(InvitationList { items }))
}

/// The invitations that the asker sent for an issue, newest first
#[utoipa::path(tag = "invitations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = InvitationList), (status = 403, description = "The asker does not run the issue"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/invitations")]
async fn list_issue_invitations(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let sql = db.read_with_keys(&scope, scope.person);
    let issue = issues::read::find(&sql, path.1)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    let joined = issues::read_joined::convened_by_asker(&sql, issue.id)
        .await
        .map_err(IssueFault::from)?;
    if !IssueRights::of(&scope, &issue).manage && joined.is_none() {
        return Err(InvitationFault::from(Denied::Forbidden).into());
    }
    listed(&scope, &db, &secrets, Some(issue.id)).await
}

/// Ask people for an issue: each gets a mail, and the asker an answer for each
#[utoipa::path(tag = "invitations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = InviteForm, responses((status = 201, body = InviteResults), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/invitations")]
async fn invite_people(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<InviteForm>,
) -> Result<HttpResponse, Problem> {
    let tenant = scope.tenants.only().ok_or(IssueFault::NotFound)?;
    let asked: Vec<_> = form
        .invitees
        .iter()
        .map(|it| (it.person, it.email.clone()))
        .collect();
    let invitees = form.invitees.into_iter();
    let invitees = invitees.map(|it| it.meant(tenant, &secrets));
    let request = Request {
        issue: path.1,
        role: form.role.unwrap_or(IssueRole::Participant),
        until: form.until,
        locale: form.locale.unwrap_or(scope.locale),
        invitees: invitees.collect(),
    };
    let became =
        invite::invite_to_issue(&scope, &db, &secrets, &limits, key.get(), request).await?;
    let items = asked
        .into_iter()
        .zip(&became)
        .map(|(asked, became)| InviteResult::of(asked, became))
        .collect();
    Ok(HttpResponse::Created().json(InviteResults { items }))
}

async fn view(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    status: StatusCode,
    invitation: Invitation,
) -> Result<HttpResponse, Problem> {
    let views = invitation_views(&db.read(scope), scope, secrets, vec![invitation])
        .await
        .map_err(InvitationFault::from)?;
    let view: InvitationView = views.into_iter().next().ok_or(InvitationFault::NotFound)?;
    Ok(HttpResponse::build(status).json(view))
}

/// Ask a colleague into the organisation, with a role
#[utoipa::path(tag = "members", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ColleagueForm, responses((status = 201, body = InvitationView), Doing))]
#[post("/v1/tenants/{tenant}/members")]
async fn invite_colleague(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    _slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<ColleagueForm>,
) -> Result<HttpResponse, Problem> {
    let request = colleague::Request {
        email: &form.email,
        role: form.role,
        text: form.text.as_deref(),
    };
    let key = key.get();
    let id = colleague::invite_colleague(&scope, &db, &secrets, &limits, key, request).await?;
    let invitation = read::find(&db.read(&scope), id)
        .await
        .map_err(InvitationFault::from)?
        .ok_or(InvitationFault::NotFound)?;
    view(&scope, &db, &secrets, StatusCode::CREATED, invitation).await
}

/// The invitations that the asker sent to colleagues, newest first
#[utoipa::path(tag = "members", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = InvitationList), (status = 403, description = "Only owners invite colleagues"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/invitations")]
async fn list_colleague_invitations(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    policy::may_invite_colleague(&scope, TenantRole::Member).map_err(InvitationFault::from)?;
    listed(&scope, &db, &secrets, None).await
}

/// Send an invitation once more, good for three weeks from now
#[utoipa::path(tag = "invitations", params(("tenant" = String, Path, description = "The organisation's slug"), ("invitation" = InvitationId, Path, description = "The invitation")), responses((status = 200, body = InvitationView), (status = 410, description = "It was revoked"), Doing))]
#[post("/v1/tenants/{tenant}/invitations/{invitation}/_resend")]
async fn resend_invitation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, InvitationId)>,
) -> Result<HttpResponse, Problem> {
    let invitation = steer::resend(&scope, &db, &secrets, &limits, path.1).await?;
    view(&scope, &db, &secrets, StatusCode::OK, invitation).await
}

/// Take an invitation back: its link ends
#[utoipa::path(tag = "invitations", params(("tenant" = String, Path, description = "The organisation's slug"), ("invitation" = InvitationId, Path, description = "The invitation")), responses((status = 200, body = InvitationView), Doing))]
#[post("/v1/tenants/{tenant}/invitations/{invitation}/_revoke")]
async fn revoke_invitation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, InvitationId)>,
) -> Result<HttpResponse, Problem> {
    let invitation = steer::revoke(&scope, &db, path.1).await?;
    view(&scope, &db, &secrets, StatusCode::OK, invitation).await
}

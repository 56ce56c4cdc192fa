//! Working agreements over HTTP.

use std::collections::HashSet;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post, put};
use db::Db;
use kernel::{IssueId, Scope};
use platform::Secrets;
use platform::looks::{self, Look, Looker, Sight};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, Problem, SignedIn};

use crate::views::{AgreementConsentForm, AgreementForm, AgreementStanding, May, standing};
use crate::{AgreementFault, agree, policy, put, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_agreement)
        .service(put_agreement)
        .service(agree_together);
}

/// What the people of an issue agree on with each other
#[utoipa::path(tag = "agreements", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = AgreementStanding), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/agreement")]
async fn get_agreement(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    shown(&scope, &db, &secrets, path.1).await
}

/// Put an agreement to everybody who takes part: they are asked to agree, again when there was one
#[utoipa::path(tag = "agreements", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")),
    request_body = AgreementForm, responses((status = 200, body = AgreementStanding), Doing))]
#[put("/v1/tenants/{tenant}/issues/{issue}/agreement")]
async fn put_agreement(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    Json(form): Json<AgreementForm>,
) -> Result<HttpResponse, Problem> {
    put::put(&scope, &db, path.1, form.version, form.into()).await?;
    shown(&scope, &db, &secrets, path.1).await
}

/// Agree with what was put
#[utoipa::path(tag = "agreements", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")),
    request_body = AgreementConsentForm, responses((status = 200, body = AgreementStanding), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/agreement/_agree")]
async fn agree_together(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    Json(form): Json<AgreementConsentForm>,
) -> Result<HttpResponse, Problem> {
    agree::agree(&scope, &db, path.1, form.version).await?;
    shown(&scope, &db, &secrets, path.1).await
}

async fn shown(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: IssueId,
) -> Result<HttpResponse, Problem> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, id)
        .await
        .map_err(AgreementFault::from)?
        .ok_or(AgreementFault::NotFound)?;
    let permit = policy::may_see(scope, &issue).map_err(AgreementFault::from)?;
    let agreement = read::agreement(&sql, id)
        .await
        .map_err(AgreementFault::from)?;
    let agreed = match &agreement {
        Some(now) => read::who_agreed(&sql, id, now.version)
            .await
            .map_err(AgreementFault::from)?,
        None => HashSet::new(),
    };
    let circle = issues::read::participants_of(&sql, id)
        .await
        .map_err(AgreementFault::from)?;
    let may = May {
        put: policy::may_put(scope, &issue).is_ok(),
        agree: policy::may_agree(scope, &issue).is_ok(),
    };
    if may.put {
        let looker = Looker::in_issue(scope, issue.role);
        let people = circle.iter().map(|one| one.person);
        let looks = Look::at(issue.tenant, Sight::Participants, looker, people);
        looks::note(db, scope, looks)
            .await
            .map_err(AgreementFault::from)?;
    }
    let shown = standing(
        (&issue, secrets),
        permit.person,
        may,
        agreement,
        circle,
        &agreed,
    );
    Ok(HttpResponse::Ok().json(shown))
}

//! An invitation over HTTP, for whoever was asked: by the token of its link.

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::Db;
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, DoingUnsigned, Reading, ReadingSignedIn};
use web::{Anyone, Json, Problem, SignedIn};

use crate::decline::Answer;
use crate::views::{
    AcceptForm, AcceptedView, DeclineAnswer, DeclineForm, LookView, MyInvitation, MyInvitationList,
};
use crate::waiting::waiting;
use crate::{Acceptance, InvitationFault, accept, decline, look, never_again};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_invitation)
        .service(accept_invitation)
        .service(decline_invitation)
        .service(show_never_invite_again)
        .service(never_invite_again)
        .service(list_my_invitations);
}

/// What an invitation asks, by whom and for whom; looking changes nothing
#[utoipa::path(tag = "invitations", params(("token" = String, Path, description = "The token of the link")), responses((status = 200, body = LookView), (status = 410, description = "It has ended"), Reading))]
#[get("/v1/invitations/{token}")]
async fn get_invitation(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    let found = look(&scope, &db, &secrets, &token).await?;
    Ok(HttpResponse::Ok().json(LookView::of(found, scope.now)))
}

/// Accept an invitation, as the person who was asked
#[utoipa::path(tag = "invitations", params(("token" = String, Path, description = "The token of the link")),
    request_body = AcceptForm, responses((status = 200, body = AcceptedView), (status = 410, description = "It has ended"), Doing))]
#[post("/v1/invitations/{token}/_accept")]
async fn accept_invitation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
    Json(form): Json<AcceptForm>,
) -> Result<HttpResponse, Problem> {
    let how = Acceptance::from(form);
    let accepted = accept(&scope, &db, &secrets, &token, &how).await?;
    Ok(HttpResponse::Ok().json(AcceptedView::from(accepted)))
}

/// Say no, or not now, without signing in
#[utoipa::path(tag = "invitations", params(("token" = String, Path, description = "The token of the link")),
    request_body = DeclineForm, responses((status = 204), DoingUnsigned))]
#[post("/v1/invitations/{token}/_decline")]
async fn decline_invitation(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
    Json(form): Json<DeclineForm>,
) -> Result<HttpResponse, Problem> {
    let answer = match form.answer {
        DeclineAnswer::No => Answer::No,
        DeclineAnswer::Later => Answer::Later,
    };
    decline(
        &scope,
        &db,
        &secrets,
        &token,
        answer,
        form.reason.as_deref(),
    )
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The page on which whoever was asked can say never again; opening it changes nothing
#[utoipa::path(tag = "invitations", params(("token" = String, Path, description = "The token of the link")), responses((status = 303, description = "To the page"), Reading))]
#[get("/v1/invitations/{token}/_never")]
async fn show_never_invite_again(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    // The page says so when it has ended.
    match look(&scope, &db, &secrets, &token).await {
        Ok(_) | Err(InvitationFault::Ended) => Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, format!("/uitnodiging/{token}")))
            .finish()),
        Err(fault) => Err(fault.into()),
    }
}

/// Never invite this address again: one click in a mail program (RFC 8058), without signing in
#[utoipa::path(tag = "invitations", params(("token" = String, Path, description = "The token of the link")), responses((status = 204), DoingUnsigned))]
#[post("/v1/invitations/{token}/_never")]
async fn never_invite_again(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    never_again(&scope, &db, &secrets, &token).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The invitations that wait for the asker's answer, newest first
#[utoipa::path(tag = "invitations", responses((status = 200, body = MyInvitationList), ReadingSignedIn))]
#[get("/v1/me/invitations")]
async fn list_my_invitations(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
) -> Result<HttpResponse, Problem> {
    let items = waiting(&scope, &db).await?;
    let items = items
        .into_iter()
        .map(|waiting| MyInvitation::of(waiting, &secrets))
        .collect();
    Ok(HttpResponse::Ok().json(MyInvitationList { items }))
}

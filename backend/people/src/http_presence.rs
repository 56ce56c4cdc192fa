//! Who may see that the asker is in a conversation, over HTTP.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, put};
use db::Db;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, Problem, SignedIn};

use crate::model::PresenceChoice;
use crate::{PeopleFault, presence, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_presence_preferences)
        .service(choose_presence_preferences);
}

/// What the asker lets others see in conversations that tell who is who.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct PresencePreferences {
    /// Whoever takes part sees that the asker has the conversation before them.
    here: bool,
    /// Whoever reads along in a small conversation sees that the asker types.
    typing: bool,
}

impl From<PresenceChoice> for PresencePreferences {
    fn from(PresenceChoice { here, typing }: PresenceChoice) -> Self {
        Self { here, typing }
    }
}

impl From<PresencePreferences> for PresenceChoice {
    fn from(PresencePreferences { here, typing }: PresencePreferences) -> Self {
        Self { here, typing }
    }
}

/// Whether others see that the asker is there, and types; neither until it is chosen
#[utoipa::path(tag = "people", responses((status = 200, body = PresencePreferences), ReadingSignedIn))]
#[get("/v1/me/presence-preferences")]
async fn get_presence_preferences(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let choice = read::presence_choice(&db.read(&scope), person)
        .await
        .map_err(PeopleFault::from)?;
    Ok(HttpResponse::Ok().json(PresencePreferences::from(choice)))
}

/// Choose whether others see that one is there, and types; it holds at once
#[utoipa::path(tag = "people", request_body = PresencePreferences, responses((status = 200, body = PresencePreferences), Doing))]
#[put("/v1/me/presence-preferences")]
async fn choose_presence_preferences(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    Json(form): Json<PresencePreferences>,
) -> Result<HttpResponse, Problem> {
    let choice = PresenceChoice::from(form);
    presence::choose_own(&scope, &db, choice).await?;
    Ok(HttpResponse::Ok().json(PresencePreferences::from(choice)))
}

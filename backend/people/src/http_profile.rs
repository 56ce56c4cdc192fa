//! What one says of oneself in one's own words and which languages one speaks, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, put};
use db::Db;
use kernel::{Scope, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, ReadingSignedIn};
use web::{IfMatch, Json, Problem, SignedIn};

use crate::model::{Audience, Showing};
use crate::profile::{Languages, OwnRole, Said, TextPart};
use crate::say::{self, Saying};
use crate::{PeopleFault, read_profile, say_role};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_my_profile)
        .service(say_my_text)
        .service(say_my_languages)
        .service(say_my_role);
}

/// A part of a profile that is a text.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct ProfileText {
    text: String,
    audience: Audience,
    consented_at: Timestamp,
    /// What an edit of it starts from, in `If-Match`.
    version: i64,
}

impl From<Said<String>> for ProfileText {
    fn from(said: Said<String>) -> Self {
        Self {
            text: said.what,
            audience: said.showing.audience,
            consented_at: said.showing.consented_at,
            version: said.version,
        }
    }
}

/// The languages of a profile.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct ProfileLanguages {
    /// ISO 639 codes.
    languages: Vec<&'static str>,
    audience: Audience,
    consented_at: Timestamp,
    /// What an edit of it starts from, in `If-Match`.
    version: i64,
}

impl From<Said<Languages>> for ProfileLanguages {
    fn from(said: Said<Languages>) -> Self {
        Self {
            languages: said.what.codes().to_vec(),
            audience: said.showing.audience,
            consented_at: said.showing.consented_at,
            version: said.version,
        }
    }
}

/// An organisation that the asker is a member of, and what the asker does there.
#[derive(Serialize, utoipa::ToSchema)]
struct OrganisationRole {
    /// The organisation's slug.
    organisation: String,
    name: String,
    /// What the asker says of it, if anything: at most 120 characters.
    said: Option<ProfileText>,
}

impl From<OwnRole> for OrganisationRole {
    fn from(own: OwnRole) -> Self {
        Self {
            organisation: own.organisation.slug,
            name: own.organisation.name,
            said: own.said.map(ProfileText::from),
        }
    }
}

/// What the asker says of themselves beside the words of organisations. Nobody is found by any of it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct MyProfile {
    /// What the asker has seen and done: at most 600 characters.
    experience: Option<ProfileText>,
    /// Who the asker is: at most 3,000 characters.
    story: Option<ProfileText>,
    languages: Option<ProfileLanguages>,
    /// The organisations that the asker is a member of, by name.
    roles: Vec<OrganisationRole>,
    /// The languages that can be chosen, as ISO 639 codes.
    known_languages: &'static [&'static str],
    /// The version of the words that consent is given to.
    consent_version: &'static str,
}

async fn my_profile(scope: &Scope, db: &Db) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let sql = db.read(scope);
    let own = read_profile::own_profile(&sql, person)
        .await
        .map_err(PeopleFault::from)?;
    let roles = read_profile::own_roles(&sql, person)
        .await
        .map_err(PeopleFault::from)?;
    Ok(HttpResponse::Ok().json(MyProfile {
        experience: own.experience.map(ProfileText::from),
        story: own.story.map(ProfileText::from),
        languages: own.languages.map(ProfileLanguages::from),
        roles: roles.into_iter().map(OrganisationRole::from).collect(),
        known_languages: &Languages::KNOWN,
        consent_version: Showing::CONSENT_VERSION,
    }))
}

/// What the asker says of themselves in their own words, and to whom
#[utoipa::path(tag = "people", responses((status = 200, body = MyProfile), ReadingSignedIn))]
#[get("/v1/me/profile")]
async fn get_my_profile(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    my_profile(&scope, &db).await
}

/// A part of a profile, and who may read it. An empty text takes back what was said.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct ProfileTextForm {
    text: String,
    audience: Audience,
}

/// Say what one has seen and done, or who one is, and to whom; to send it is to consent
#[utoipa::path(tag = "people", params(("part" = inline(TextPart), Path, description = "Which part"),
    ("If-Match" = String, Header, description = "The version of that part; \"0\" when nothing was said before")),
    request_body = ProfileTextForm, responses((status = 200, body = MyProfile), Editing))]
#[put("/v1/me/profile/{part}")]
async fn say_my_text(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    part: Path<TextPart>,
    version: IfMatch,
    Json(form): Json<ProfileTextForm>,
) -> Result<HttpResponse, Problem> {
    let said = Saying {
        what: form.text,
        audience: form.audience,
        version: version.0,
    };
    say::say_own_text(&scope, &db, part.into_inner(), said).await?;
    my_profile(&scope, &db).await
}

/// The languages that somebody speaks, and who may read that. None takes back what was said.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct ProfileLanguagesForm {
    languages: Vec<String>,
    audience: Audience,
}

/// Say which languages one speaks, and to whom; to send it is to consent
#[utoipa::path(tag = "people", params(("If-Match" = String, Header, description = "The version of that part; \"0\" when nothing was said before")),
    request_body = ProfileLanguagesForm, responses((status = 200, body = MyProfile), Editing))]
#[put("/v1/me/languages")]
async fn say_my_languages(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    version: IfMatch,
    Json(form): Json<ProfileLanguagesForm>,
) -> Result<HttpResponse, Problem> {
    let said = Saying {
        what: form.languages,
        audience: form.audience,
        version: version.0,
    };
    say::say_own_languages(&scope, &db, said).await?;
    my_profile(&scope, &db).await
}

/// What one does at an organisation, and who may read that. An empty text takes back what was said.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct OrganisationRoleForm {
    role: String,
    audience: Audience,
}

/// Say what one does at an organisation that one is a member of, and to whom; to send it is to consent
#[utoipa::path(tag = "people", params(("organisation" = String, Path, description = "The organisation's slug"),
    ("If-Match" = String, Header, description = "The version of that part; \"0\" when nothing was said before")),
    request_body = OrganisationRoleForm, responses((status = 200, body = MyProfile), Editing))]
#[put("/v1/me/organisation-roles/{organisation}")]
async fn say_my_role(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    organisation: Path<String>,
    version: IfMatch,
    Json(form): Json<OrganisationRoleForm>,
) -> Result<HttpResponse, Problem> {
    let said = Saying {
        what: form.role,
        audience: form.audience,
        version: version.0,
    };
    say_role::say_own_role(&scope, &db, &organisation, said).await?;
    my_profile(&scope, &db).await
}

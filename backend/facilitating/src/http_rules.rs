//! The words that an organisation watches, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, put};
use db::Db;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, Reading};
use web::{Anyone, IfMatch, Json, Problem, SignedIn, Versioned};

use crate::views_rules::{WordRuleList, WordRulesForm};
use crate::word_rules;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_word_rules).service(write_word_rules);
}

/// Which words whoever facilitates is pointed to, and why
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = WordRuleList), Reading))]
#[get("/v1/tenants/{tenant}/word-rules")]
async fn list_word_rules(
    Anyone(scope): Anyone,
    db: Data<Db>,
    _path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = WordRuleList::of(&scope, word_rules::read_rules(&scope, &db).await?);
    Ok(Versioned::json(view.version, &view))
}

/// Write the whole list
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("If-Match" = String, Header, description = "The version started from; 0 for the first")), request_body = WordRulesForm, responses((status = 200, body = WordRuleList), Editing))]
#[put("/v1/tenants/{tenant}/word-rules")]
async fn write_word_rules(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _path: Path<String>,
    version: IfMatch,
    Json(form): Json<WordRulesForm>,
) -> Result<HttpResponse, Problem> {
    let now = word_rules::write_rules(&scope, &db, form.into_rules(), version.0).await?;
    let view = WordRuleList::of(&scope, now);
    Ok(Versioned::json(view.version, &view))
}

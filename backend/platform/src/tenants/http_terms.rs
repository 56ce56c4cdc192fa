//! The words of an organisation over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, patch, post};
use db::Db;
use kernel::{Locale, TermId};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Reading, ReadingSignedIn};
use web::{Anyone, IdempotencyKey, Json, Problem, SignedIn};

use super::TenantFault;
use super::terms::{self, TermText};
use crate::Secrets;
use crate::taxonomy::{self, Term, TermKind};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_terms)
        .service(list_own_terms)
        .service(add_term)
        .service(rename_term);
}

/// One word of the taxonomy, in the reader's language.
#[derive(Clone, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TermView {
    pub id: TermId,
    pub kind: TermKind,
    pub key: String,
    pub name: String,
    pub parent: Option<TermId>,
}

impl TermView {
    pub fn of(term: &Term, locale: Locale) -> Self {
        Self {
            id: term.id,
            kind: term.kind,
            key: term.key.clone(),
            name: term.name(locale).to_owned(),
            parent: term.parent,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct TermList {
    items: Vec<TermView>,
}

/// The themes, expertise and regions that an organisation uses
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug")),
    responses((status = 200, body = TermList), Reading))]
#[get("/v1/tenants/{tenant}/terms")]
async fn list_terms(
    Anyone(scope): Anyone,
    db: Data<Db>,
    _slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let terms = taxonomy::terms_of(&db.read(&scope))
        .await
        .map_err(TenantFault::from)?;
    Ok(HttpResponse::Ok().json(TermList {
        items: terms
            .iter()
            .map(|term| TermView::of(term, scope.locale))
            .collect(),
    }))
}

/// A word of the organisation's own, in every language, for its owner.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct OwnTermView {
    id: TermId,
    kind: TermKind,
    name_nl: String,
    name_en: String,
    synonyms: Vec<String>,
}

impl From<Term> for OwnTermView {
    fn from(term: Term) -> Self {
        Self {
            id: term.id,
            kind: term.kind,
            name_nl: term.name_nl,
            name_en: term.name_en,
            synonyms: term.synonyms,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct OwnTermList {
    items: Vec<OwnTermView>,
}

/// The words that the organisation added itself, for its owners
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug")),
    responses((status = 200, body = OwnTermList), (status = 403, description = "Only owners see this"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/own-terms")]
async fn list_own_terms(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let terms = terms::own(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(OwnTermList {
        items: terms.into_iter().map(OwnTermView::from).collect(),
    }))
}

/// A word to add.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct NewTermForm {
    kind: TermKind,
    name_nl: String,
    /// The Dutch name when left out.
    name_en: Option<String>,
    /// Other words by which it is found.
    #[serde(default)]
    synonyms: Vec<String>,
}

/// Add a theme, an expertise or a region of the organisation's own
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = NewTermForm, responses((status = 201, body = OwnTermView), Doing))]
#[post("/v1/tenants/{tenant}/own-terms")]
async fn add_term(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<NewTermForm>,
) -> Result<HttpResponse, Problem> {
    let text = TermText {
        name_nl: form.name_nl,
        name_en: form.name_en,
        synonyms: form.synonyms,
    };
    let term = terms::add(&scope, &db, &secrets, key.get(), form.kind, text).await?;
    Ok(HttpResponse::Created().json(OwnTermView::from(term)))
}

/// The words of a term, all of them.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TermForm {
    name_nl: String,
    /// The Dutch name when left out.
    name_en: Option<String>,
    #[serde(default)]
    synonyms: Vec<String>,
}

/// Call a word of the organisation's own something else; what is filed under it stays there
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug"), ("term" = TermId, Path, description = "The word")),
    request_body = TermForm, responses((status = 200, body = OwnTermView), Doing))]
#[patch("/v1/tenants/{tenant}/own-terms/{term}")]
async fn rename_term(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, TermId)>,
    Json(form): Json<TermForm>,
) -> Result<HttpResponse, Problem> {
    let text = TermText {
        name_nl: form.name_nl,
        name_en: form.name_en,
        synonyms: form.synonyms,
    };
    let term = terms::rename(&scope, &db, path.1, text).await?;
    Ok(HttpResponse::Ok().json(OwnTermView::from(term)))
}

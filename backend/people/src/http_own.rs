//! What one sees of oneself, over HTTP: who saw me, what I agreed to, and the switch that hides me.

use std::collections::HashMap;

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::{Db, DbFault, Sql};
use kernel::{FieldFault, LookId, Scope, TenantId, TermId, Timestamp};
use platform::looks::{self, Looker, Seen, Sight};
use platform::taxonomy::{self, Term};
use platform::tenants::{self, Tenant, TermView};
use serde::Serialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{PageQuery, Problem, SignedIn, linked};

use crate::http::{MyFacets, my_facets};
use crate::model::{Audience, Consent, Facet, FacetKind};
use crate::{PeopleFault, hide, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_looks)
        .service(list_consents)
        .service(hide_me)
        .service(show_me)
        .service(let_ask_me)
        .service(ask_me_no_more);
}

/// A day on which the asker was seen by who runs things: as often as that was, it is one.
#[derive(Serialize, utoipa::ToSchema)]
struct SightView {
    /// The day in the Netherlands.
    #[schema(format = Date)]
    day: String,
    organisation: String,
    /// In which role somebody looked; which colleague that was is not kept.
    looker: Looker,
    /// Where the asker was seen.
    sight: Sight,
}

impl SightView {
    fn of(seen: Seen, tenants: &HashMap<TenantId, Tenant>) -> Self {
        let tenant = tenants.get(&seen.tenant);
        Self {
            organisation: tenant.map(|it| it.name.clone()).unwrap_or_default(),
            day: seen.day,
            looker: seen.looker,
            sight: seen.sight,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct SightList {
    items: Vec<SightView>,
    next: Option<String>,
}

/// Who saw the asker, by day and role, the newest first; kept for a year
#[utoipa::path(tag = "people", params(PageQuery), responses((status = 200, body = SightList), ReadingSignedIn))]
#[get("/v1/me/looks")]
async fn list_looks(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let after = page.cursor.as_deref().map(str::parse::<LookId>).transpose();
    let after = after
        .map_err(|_bad| PeopleFault::Invalid(vec![FieldFault::new("/cursor", "cursor.invalid")]))?;
    // Also where the asker never belonged: the directory of any organisation shows who wants to be found by all.
    let sql = db.read_with_keys(&scope, [person]);
    let seen = looks::of_person(&sql, person, after, page.size())
        .await
        .map_err(PeopleFault::from)?;
    let tenants = tenants::by_ids(&sql, seen.items.iter().map(|it| it.tenant))
        .await
        .map_err(PeopleFault::from)?;
    let tenants = tenants.into_iter().map(|it| (it.id, it)).collect();
    let seen = seen.map(|it| SightView::of(it, &tenants));
    let next = seen.next.as_ref().map(|cursor| cursor.as_str().to_owned());
    let list = SightList {
        items: seen.items,
        next,
    };
    Ok(linked(&request, seen.next.as_ref(), &list))
}

/// Something that the asker agreed to.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct ConsentView {
    /// None when it is a word of an organisation that the asker is not in any more.
    term: Option<TermView>,
    kind: FacetKind,
    /// Who was allowed to see it.
    audience: Audience,
    /// The version of the words that were agreed to.
    version: String,
    given_at: Timestamp,
    /// When it was taken back, or gave way to another.
    ended_at: Option<Timestamp>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct ConsentList {
    items: Vec<ConsentView>,
}

/// What holds now, then what was taken back, the last first.
async fn consents(sql: &impl Sql, scope: &Scope) -> Result<Vec<ConsentView>, DbFault> {
    let Some(person) = scope.person else {
        return Ok(Vec::new());
    };
    let own = read::own_facets(sql, person).await?;
    let agreed = |facet: &Facet| facet.audience != Audience::Nobody;
    let mut all: Vec<Consent> = own
        .into_iter()
        .filter(agreed)
        .map(Consent::running)
        .collect();
    all.sort_by_key(|it| (std::cmp::Reverse(it.facet.consented_at), it.facet.term));
    all.extend(read::past_consents(sql, person).await?);
    let terms = taxonomy::terms_by_id(sql, all.iter().map(|it| it.facet.term.uuid())).await?;
    let terms: HashMap<TermId, Term> = terms.into_iter().map(|term| (term.id, term)).collect();
    let view = |it: Consent| ConsentView {
        term: terms
            .get(&it.facet.term)
            .map(|term| TermView::of(term, scope.locale)),
        kind: it.facet.kind,
        audience: it.facet.audience,
        version: it.facet.consent_version,
        given_at: it.facet.consented_at,
        ended_at: it.ended_at,
    };
    Ok(all.into_iter().map(view).collect())
}

/// What the asker agreed to show to others, and what was taken back within the last year
#[utoipa::path(tag = "people", responses((status = 200, body = ConsentList), ReadingSignedIn))]
#[get("/v1/me/consents")]
async fn list_consents(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let items = consents(&db.read(&scope), &scope)
        .await
        .map_err(PeopleFault::from)?;
    Ok(HttpResponse::Ok().json(ConsentList { items }))
}

/// Be found by nobody from now on; all that was said stays as it is
#[utoipa::path(tag = "people", responses((status = 200, body = MyFacets), Doing))]
#[post("/v1/me/facets/_hide")]
async fn hide_me(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    hide::hide_own(&scope, &db, true).await?;
    my_facets(&scope, &db).await
}

/// Be found again by whom one chose before
#[utoipa::path(tag = "people", responses((status = 200, body = MyFacets), Doing))]
#[post("/v1/me/facets/_show")]
async fn show_me(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    hide::hide_own(&scope, &db, false).await?;
    my_facets(&scope, &db).await
}

/// Let whoever finds the asker ask for contact
#[utoipa::path(tag = "people", responses((status = 200, body = MyFacets), Doing))]
#[post("/v1/me/facets/_open")]
async fn let_ask_me(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    hide::let_ask_own(&scope, &db, true).await?;
    my_facets(&scope, &db).await
}

/// Be asked for contact by nobody any more
#[utoipa::path(tag = "people", responses((status = 200, body = MyFacets), Doing))]
#[post("/v1/me/facets/_close")]
async fn ask_me_no_more(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    hide::let_ask_own(&scope, &db, false).await?;
    my_facets(&scope, &db).await
}

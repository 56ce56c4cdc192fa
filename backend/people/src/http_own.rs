//! What one sees of oneself, over HTTP: who saw me, what I agreed to, and the switch that hides me.

use std::cmp::Reverse;
use std::collections::HashMap;

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::{Db, DbFault};
use kernel::{FieldFault, LookId, Scope, TenantId, TermId, Timestamp};
use platform::looks::{self, Looker, Seen, Sight};
use platform::taxonomy::{self, Term};
use platform::tenants::{self, Tenant, TermView};
use serde::Serialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{PageQuery, Problem, SignedIn, linked};

use crate::http::{MyFacets, my_facets};
use crate::model::{Audience, Consent, FacetKind, Subject};
use crate::profile::ProfilePart;
use crate::{PeopleFault, hide, read, read_profile};

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

/// What was shown.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
enum ConsentKind {
    Expertise,
    Interest,
    Region,
    Experience,
    Story,
    Languages,
    OrganisationRole,
}

impl ConsentKind {
    const fn of(subject: Subject) -> Self {
        match subject {
            Subject::Facet(_, FacetKind::Expertise) => Self::Expertise,
            Subject::Facet(_, FacetKind::Interest) => Self::Interest,
            Subject::Facet(_, FacetKind::Region) => Self::Region,
            Subject::Part(ProfilePart::Experience) => Self::Experience,
            Subject::Part(ProfilePart::Story) => Self::Story,
            Subject::Part(ProfilePart::Languages) => Self::Languages,
            Subject::Role(_) => Self::OrganisationRole,
        }
    }
}

/// Something that the asker agreed to.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct ConsentView {
    /// None when it is no word, or one that is gone.
    term: Option<TermView>,
    /// The name of the organisation, of what the asker does at one.
    organisation: Option<String>,
    kind: ConsentKind,
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
async fn consents(db: &Db, scope: &Scope) -> Result<Vec<ConsentView>, DbFault> {
    let Some(person) = scope.person else {
        return Ok(Vec::new());
    };
    let sql = db.read(scope);
    let mut all = read::consents(&sql, person).await?;
    all.extend(read_profile::consents(&sql, person).await?);
    all.sort_by_key(|it| (Reverse(it.showing.consented_at), it.subject));
    all.extend(read::past_consents(&sql, person).await?);
    let ids: Vec<_> = all
        .iter()
        .filter_map(|it| Some(term_of(it)?.uuid()))
        .collect();
    let terms = taxonomy::terms_by_id(&db.read_with_keys(scope, &ids), ids).await?;
    let terms: HashMap<TermId, Term> = terms.into_iter().map(|term| (term.id, term)).collect();
    let organisations = tenants::by_ids(&sql, all.iter().filter_map(organisation_of)).await?;
    let organisations = organisations.into_iter().map(|it| (it.id, it.name));
    let organisations: HashMap<TenantId, String> = organisations.collect();
    let view = |it: Consent| ConsentView {
        term: term_of(&it)
            .and_then(|id| terms.get(&id))
            .map(|term| TermView::of(term, scope.locale)),
        organisation: organisation_of(&it).and_then(|id| organisations.get(&id).cloned()),
        kind: ConsentKind::of(it.subject),
        audience: it.showing.audience,
        version: it.showing.consent_version,
        given_at: it.showing.consented_at,
        ended_at: it.ended_at,
    };
    Ok(all.into_iter().map(view).collect())
}

const fn term_of(consent: &Consent) -> Option<TermId> {
    match consent.subject {
        Subject::Facet(term, _) => Some(term),
        Subject::Part(_) | Subject::Role(_) => None,
    }
}

const fn organisation_of(consent: &Consent) -> Option<TenantId> {
    match consent.subject {
        Subject::Role(organisation) => Some(organisation),
        Subject::Facet(..) | Subject::Part(_) => None,
    }
}

/// What the asker agreed to show to others, and what was taken back within the last year
#[utoipa::path(tag = "people", responses((status = 200, body = ConsentList), ReadingSignedIn))]
#[get("/v1/me/consents")]
async fn list_consents(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let items = consents(&db, &scope).await.map_err(PeopleFault::from)?;
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

//! One's own facets, and the directory, over HTTP.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, put};
use db::Db;
use kernel::{Scope, TermId, Timestamp};
use platform::tenants::TermView;
use platform::{PersonRef, Secrets, taxonomy};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use web::answers::{Editing, ReadingSignedIn};
use web::{IfMatch, Json, Problem, SignedIn, Versioned};

use crate::directory::{self, Hit};
use crate::model::{Audience, Availability, FacetKind, Showing};
use crate::profile::{ShownProfile, ShownRole};
use crate::{
    Declaration, Limits, PeopleFault, declare, http_members, http_own, http_presence, http_profile,
    read,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_my_facets)
        .service(declare_my_facets)
        .service(list_people)
        .configure(http_members::routes)
        .configure(http_own::routes)
        .configure(http_presence::routes)
        .configure(http_profile::routes);
}

/// One thing that the asker says of themselves.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct FacetView {
    term: TermView,
    kind: FacetKind,
    audience: Audience,
    consented_at: Timestamp,
}

/// What the asker says of themselves, and how often they may be asked.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MyFacets {
    items: Vec<FacetView>,
    /// At most so many invitations a month by suggestion; 0 is none.
    invitations_per_month: i64,
    /// Found by nobody, whatever the facets say.
    hidden: bool,
    /// Whoever finds the asker may ask for contact.
    contactable: bool,
    /// The version of the words that consent is given to.
    consent_version: &'static str,
}

pub(crate) async fn my_facets(scope: &Scope, db: &Db) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let sql = db.read(scope);
    let facets = read::own_facets(&sql, person)
        .await
        .map_err(PeopleFault::from)?;
    let ids: Vec<Uuid> = facets.iter().map(|facet| facet.term.uuid()).collect();
    let terms = taxonomy::terms_by_id(&db.read_with_keys(scope, &ids), ids)
        .await
        .map_err(PeopleFault::from)?;
    let said = read::availability_of(&sql, &[person])
        .await
        .map_err(PeopleFault::from)?;
    let said = said.get(&person).copied().unwrap_or_default();
    let items = terms
        .iter()
        .filter_map(|term| {
            let facet = facets.iter().find(|facet| facet.term == term.id)?;
            Some(FacetView {
                term: TermView::of(term, scope.locale),
                kind: facet.kind,
                audience: facet.showing.audience,
                consented_at: facet.showing.consented_at,
            })
        })
        .collect();
    let Availability {
        invitations_per_month,
        hidden,
        contactable,
        version,
    } = said;
    let view = MyFacets {
        items,
        invitations_per_month,
        hidden,
        contactable,
        consent_version: Showing::CONSENT_VERSION,
    };
    Ok(Versioned::json(version, &view))
}

/// What the asker says of themselves, and to whom
#[utoipa::path(tag = "people", responses((status = 200, body = MyFacets), ReadingSignedIn))]
#[get("/v1/me/facets")]
async fn get_my_facets(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    my_facets(&scope, &db).await
}

/// All that the asker says; what is left out is taken back at once.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FacetsForm {
    facets: Vec<FacetForm>,
    invitations_per_month: i64,
    hidden: bool,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct FacetForm {
    #[schema(value_type = String, format = Uuid)]
    term: TermId,
    audience: Audience,
}

/// Say what may be known of oneself, and to whom; to send it is to consent
#[utoipa::path(tag = "people", params(("If-Match" = String, Header, description = "The version started from; \"0\" when nothing was said before")),
    request_body = FacetsForm, responses((status = 200, body = MyFacets), Editing))]
#[put("/v1/me/facets")]
async fn declare_my_facets(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    version: IfMatch,
    Json(form): Json<FacetsForm>,
) -> Result<HttpResponse, Problem> {
    let said = Declaration {
        facets: form
            .facets
            .into_iter()
            .map(|facet| (facet.term, facet.audience))
            .collect(),
        invitations_per_month: form.invitations_per_month,
        hidden: form.hidden,
    };
    declare::declare_own(&scope, &db, version.0, said).await?;
    my_facets(&scope, &db).await
}

/// How the directory is asked.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct PeopleQuery {
    /// Words in a name, or in what somebody knows, cares about or where they are at home.
    q: Option<String>,
    expertise: Option<Uuid>,
    interest: Option<Uuid>,
    region: Option<Uuid>,
}

/// Something that a person shows.
#[derive(Serialize, utoipa::ToSchema)]
struct ShownFacet {
    kind: FacetKind,
    term: TermView,
}

/// Why somebody is a hit.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum HitReason {
    Name,
    Expertise { term: TermView },
    Interest { term: TermView },
    Region { term: TermView },
}

/// Somebody who wants to be found.
#[derive(Serialize, utoipa::ToSchema)]
struct PersonView {
    /// How the person is called in this organisation.
    person: PersonRef,
    name: String,
    facets: Vec<ShownFacet>,
    /// What they have seen and done, in their own words.
    experience: Option<String>,
    /// Who they are, in their own words.
    story: Option<String>,
    /// Which languages they speak, as ISO 639 codes.
    languages: Vec<&'static str>,
    /// What they do at the organisations that they are members of, in their own words.
    roles: Vec<ShownRoleView>,
    reasons: Vec<HitReason>,
    can: PersonCan,
}

/// What somebody does at an organisation.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = ShownOrganisationRole)]
struct ShownRoleView {
    organisation: String,
    role: String,
}

impl From<ShownRole> for ShownRoleView {
    fn from(shown: ShownRole) -> Self {
        Self {
            organisation: shown.organisation,
            role: shown.role,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct PersonCan {
    /// The asker may ask this person for contact.
    contact: bool,
    /// It is somebody else, who can be put forward.
    nominate: bool,
}

/// The best hits, thirty at most.
#[derive(Serialize, utoipa::ToSchema)]
struct PersonList {
    items: Vec<PersonView>,
}

fn person_view(
    scope: &Scope,
    secrets: &Secrets,
    said: Availability,
    profile: ShownProfile,
    hit: Hit,
) -> Option<PersonView> {
    let tenant = scope.tenants.only()?;
    let view = |term: &taxonomy::Term| TermView::of(term, scope.locale);
    let fitting = hit
        .facets
        .iter()
        .filter(|(term, _)| hit.matched.contains(&term.id));
    let reasons = fitting.map(|(term, kind)| match kind {
        FacetKind::Expertise => HitReason::Expertise { term: view(term) },
        FacetKind::Interest => HitReason::Interest { term: view(term) },
        FacetKind::Region => HitReason::Region { term: view(term) },
    });
    Some(PersonView {
        can: PersonCan {
            contact: said.contactable && scope.person != Some(hit.person),
            nominate: scope.person != Some(hit.person),
        },
        person: PersonRef::of(hit.person, tenant, secrets),
        reasons: hit
            .by_name
            .then_some(HitReason::Name)
            .into_iter()
            .chain(reasons)
            .collect(),
        facets: hit
            .facets
            .iter()
            .map(|(term, kind)| ShownFacet {
                kind: *kind,
                term: view(term),
            })
            .collect(),
        experience: profile.experience,
        story: profile.story,
        languages: profile.languages.codes().to_vec(),
        roles: profile.roles.into_iter().map(ShownRoleView::from).collect(),
        name: hit.name,
    })
}

/// The directory: people who opted in, as far as they opted in for the asker
#[utoipa::path(tag = "people", params(("tenant" = String, Path, description = "The organisation's slug"), PeopleQuery), responses((status = 200, body = PersonList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/people")]
async fn list_people(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    _slug: Path<String>,
    query: Query<PeopleQuery>,
) -> Result<HttpResponse, Problem> {
    let asked = query.into_inner();
    let terms = [asked.expertise, asked.interest, asked.region];
    let terms = terms.into_iter().flatten().map(TermId::from).collect();
    let (hits, mut profiles) =
        directory::look_up(&scope, &db, &limits, asked.q.as_deref(), terms).await?;
    let people: Vec<_> = hits.iter().map(|hit| hit.person).collect();
    let said = read::availability_of(&db.read(&scope), &people)
        .await
        .map_err(PeopleFault::from)?;
    let said = |hit: &Hit| said.get(&hit.person).copied().unwrap_or_default();
    let items = hits
        .into_iter()
        .filter_map(|hit| {
            let profile = profiles.remove(&hit.person).unwrap_or_default();
            person_view(&scope, &secrets, said(&hit), profile, hit)
        })
        .collect();
    Ok(HttpResponse::Ok().json(PersonList { items }))
}

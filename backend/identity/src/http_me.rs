//! Who the asker is, over HTTP.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, patch};
use db::{Db, Sql};
use kernel::{Locale, Scope, TenantRole};
use platform::{PersonRef, Secrets, tenants};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, ReadingSignedIn};
use web::{IfMatch, Json, Problem, SignedIn, Versioned};

use crate::http_addresses::AddressView;
use crate::{IdentityFault, profile, read, store, store_passwords};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(get_me).service(change_me);
}

/// The asker.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct Me {
    name: String,
    /// The name is still to be given.
    needs_name: bool,
    locale: Locale,
    addresses: Vec<AddressView>,
    has_password: bool,
    memberships: Vec<MembershipView>,
}

/// A place in an organisation.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct MembershipView {
    tenant: String,
    tenant_name: String,
    role: TenantRole,
    /// How the asker is called in this organisation.
    person: PersonRef,
}

async fn me(scope: &Scope, sql: &impl Sql, secrets: &Secrets) -> Result<(i64, Me), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let row = store::find_person(sql, person)
        .await?
        .ok_or(IdentityFault::SessionNotFound)?;
    let addresses = read::own_addresses(sql, person).await?;
    let memberships = tenants::memberships_of(sql, person).await?;
    let view = Me {
        needs_name: row.name.is_empty(),
        name: row.name,
        locale: Locale::from_tag(&row.locale).unwrap_or_default(),
        addresses: addresses.into_iter().map(AddressView::from).collect(),
        has_password: store_passwords::hash_of(sql, person).await?.is_some(),
        memberships: memberships
            .into_iter()
            .map(|held| MembershipView {
                person: PersonRef::of(person, held.tenant, secrets),
                tenant: held.slug,
                tenant_name: held.name,
                role: held.role,
            })
            .collect(),
    };
    Ok((row.version, view))
}

/// Who the asker is
#[utoipa::path(tag = "identity", responses((status = 200, body = Me), ReadingSignedIn))]
#[get("/v1/me")]
async fn get_me(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
) -> Result<HttpResponse, Problem> {
    let (version, view) = me(&scope, &db.read(&scope), &secrets).await?;
    Ok(Versioned::json(version, &view))
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MeForm {
    name: Option<String>,
    locale: Option<Locale>,
}

/// Change one's name or language
#[utoipa::path(tag = "identity", params(("If-Match" = String, Header, description = "The version started from")), request_body = MeForm, responses((status = 200, body = Me), Editing))]
#[patch("/v1/me")]
async fn change_me(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    version: IfMatch,
    Json(form): Json<MeForm>,
) -> Result<HttpResponse, Problem> {
    profile::change_profile(&scope, &db, version.0, form.name.as_deref(), form.locale).await?;
    let (version, view) = me(&scope, &db.read(&scope), &secrets).await?;
    Ok(Versioned::json(version, &view))
}

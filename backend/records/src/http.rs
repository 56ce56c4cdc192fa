//! The copy, over HTTP: one download.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use db::Db;
use kernel::Timestamp;
use people::{Limits, PeopleFault};
use platform::Secrets;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::ReadingSignedIn;
use web::{Problem, SignedIn};

use super::read;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(get_my_records);
}

/// All that is kept about the asker, by kind.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct MyRecords {
    made_at: Timestamp,
    /// Rows by kind; a moment is RFC 3339, and ids are as elsewhere in the API.
    #[schema(value_type = BTreeMap<String, Vec<Object>>)]
    records: BTreeMap<&'static str, Vec<Map<String, Value>>>,
    /// The kinds of which there are more than come along.
    incomplete: Vec<&'static str>,
}

/// All that is kept about the asker, as one download
#[utoipa::path(tag = "people", responses((status = 200, body = MyRecords), ReadingSignedIn))]
#[get("/v1/me/records")]
async fn get_my_records(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    limits: Data<Limits>,
    secrets: Data<Secrets>,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    limits.copy(person).map_err(PeopleFault::from)?;
    let (records, incomplete) = read::records(&scope, &db, &secrets, person)
        .await
        .map_err(PeopleFault::from)?;
    let all = MyRecords {
        made_at: scope.now,
        records,
        incomplete,
    };
    let name = "attachment; filename=\"mijn-gegevens.json\"";
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_DISPOSITION, name))
        .json(all))
}

//! How long an organisation keeps what was said in its issues, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, put};
use db::Db;
use kernel::{Scope, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, Reading};
use web::{Anyone, IfMatch, Json, Problem, SignedIn, Versioned};

use crate::retention::{self, Retention};
use crate::{IssueFault, policy, read_retention};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(get_retention).service(set_retention);
}

/// For how many years after an issue ended its conversations are kept that tell who is who.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct RetentionView {
    /// What holds now; null as long as the issue is there.
    years: Option<i64>,
    /// What will hold, when it is less.
    next: Option<NextRetention>,
    /// The asker may set it.
    can_set: bool,
}

/// For how many years it will be, and from when.
#[derive(Clone, Copy, Debug, Serialize, utoipa::ToSchema)]
pub struct NextRetention {
    pub years: i64,
    pub from: Timestamp,
}

impl NextRetention {
    pub fn of(rule: Retention, now: Timestamp) -> Option<Self> {
        let (years, from) = rule.next(now)?;
        Some(Self { years, from })
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct RetentionForm {
    /// 1 to 20; null as long as the issue is there.
    years: Option<i64>,
}

fn answer(scope: &Scope, rule: Retention) -> HttpResponse {
    let view = RetentionView {
        years: rule.years(scope.now),
        next: NextRetention::of(rule, scope.now),
        can_set: policy::may_set_retention(scope).is_ok(),
    };
    Versioned::json(rule.version, &view)
}

/// How long conversations are kept after their issue ended
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = RetentionView), Reading))]
#[get("/v1/tenants/{tenant}/retention")]
async fn get_retention(
    Anyone(scope): Anyone,
    db: Data<Db>,
    _path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let tenant = retention::tenant(&scope)?;
    let rule = read_retention::of(&db.read(&scope), tenant)
        .await
        .map_err(IssueFault::from)?;
    Ok(answer(&scope, rule))
}

/// Set how long conversations are kept after their issue ended; what is less holds after thirty days
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("If-Match" = String, Header, description = "The version started from; 0 for the first")), request_body = RetentionForm, responses((status = 200, body = RetentionView), Editing))]
#[put("/v1/tenants/{tenant}/retention")]
async fn set_retention(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _path: Path<String>,
    version: IfMatch,
    Json(form): Json<RetentionForm>,
) -> Result<HttpResponse, Problem> {
    let rule = retention::set(&scope, &db, form.years, version.0).await?;
    Ok(answer(&scope, rule))
}

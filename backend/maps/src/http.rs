//! Maps over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, put};
use db::Db;
use kernel::{IssueId, Scope};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, ReadingSignedIn};
use web::{IfMatch, Json, Problem, SignedIn, Versioned};

use crate::views::{ActorMapForm, ActorMapView};
use crate::{MapFault, policy, read, save};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(get_actor_map).service(save_actor_map);
}

/// Which positions there are in the debate about an issue, what each is after, and where it may go wrong
#[utoipa::path(tag = "maps", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = ActorMapView), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/actor-map")]
async fn get_actor_map(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    shown(&scope, &db, path.1).await
}

/// Write the map of an issue, of groups and organisations only; `If-Match: "0"` begins it
#[utoipa::path(tag = "maps", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("If-Match" = String, Header, description = "The version started from; 0 for the first")),
    request_body = ActorMapForm, responses((status = 200, body = ActorMapView), Editing))]
#[put("/v1/tenants/{tenant}/issues/{issue}/actor-map")]
async fn save_actor_map(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    version: IfMatch,
    Json(form): Json<ActorMapForm>,
) -> Result<HttpResponse, Problem> {
    save::save(&scope, &db, path.1, version.0, (form.text, form.shown)).await?;
    shown(&scope, &db, path.1).await
}

async fn shown(scope: &Scope, db: &Db, id: IssueId) -> Result<HttpResponse, Problem> {
    let view = view(scope, db, id).await?;
    Ok(Versioned::json(view.version, &view))
}

async fn view(scope: &Scope, db: &Db, id: IssueId) -> Result<ActorMapView, MapFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, id)
        .await?
        .ok_or(MapFault::NotFound)?;
    policy::may_see(scope, &issue)?;
    let kept = read::map(&sql, id).await?;
    let kept = kept.filter(|kept| policy::sees(&issue, kept));
    let may_write = policy::may_write(scope, &issue).is_ok();
    Ok(ActorMapView::of(kept, may_write))
}

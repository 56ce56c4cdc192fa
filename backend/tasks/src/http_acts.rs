//! What is done with tasks, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, post, put};
use db::Db;
use kernel::{Scope, TaskId};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Editing};
use web::{IfMatch, Json, Problem, SignedIn};

use crate::http::{one, tenant};
use crate::views::{TaskDoneForm, TaskForm, TaskView};
use crate::{TaskFault, act, make};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(change_task)
        .service(drop_task)
        .service(finish_task)
        .service(reopen_task)
        .service(claim_task)
        .service(hand_task_back);
}

async fn shown(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: TaskId,
) -> Result<HttpResponse, TaskFault> {
    let view = one(scope, db, secrets, id).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Change what is to be done, by whom and by when: who made it, and whoever runs the issue
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("task" = TaskId, Path, description = "The task"), ("If-Match" = String, Header, description = "The version started from")), request_body = TaskForm, responses((status = 200, body = TaskView), Editing))]
#[put("/v1/tenants/{tenant}/tasks/{task}")]
async fn change_task(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, TaskId)>,
    version: IfMatch,
    Json(form): Json<TaskForm>,
) -> Result<HttpResponse, Problem> {
    let new = form.within(tenant(&scope)?, &secrets);
    make::change(&scope, &db, path.1, new, version.0).await?;
    Ok(shown(&scope, &db, &secrets, path.1).await?)
}

/// Drop a task
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("task" = TaskId, Path, description = "The task")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/tasks/{task}")]
async fn drop_task(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, TaskId)>,
) -> Result<HttpResponse, Problem> {
    act::remove(&scope, &db, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say that a task is done, and how it went
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("task" = TaskId, Path, description = "The task")), request_body = TaskDoneForm, responses((status = 200, body = TaskView), Doing))]
#[post("/v1/tenants/{tenant}/tasks/{task}/_finish")]
async fn finish_task(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, TaskId)>,
    Json(form): Json<TaskDoneForm>,
) -> Result<HttpResponse, Problem> {
    act::finish(&scope, &db, path.1, form.words.as_deref()).await?;
    Ok(shown(&scope, &db, &secrets, path.1).await?)
}

/// Say that a task is not done after all
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("task" = TaskId, Path, description = "The task")), responses((status = 200, body = TaskView), Doing))]
#[post("/v1/tenants/{tenant}/tasks/{task}/_open")]
async fn reopen_task(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, TaskId)>,
) -> Result<HttpResponse, Problem> {
    act::reopen(&scope, &db, path.1).await?;
    Ok(shown(&scope, &db, &secrets, path.1).await?)
}

/// Take a task on that nobody does
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("task" = TaskId, Path, description = "The task")), responses((status = 200, body = TaskView), Doing))]
#[post("/v1/tenants/{tenant}/tasks/{task}/_claim")]
async fn claim_task(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, TaskId)>,
) -> Result<HttpResponse, Problem> {
    act::claim(&scope, &db, path.1).await?;
    Ok(shown(&scope, &db, &secrets, path.1).await?)
}

/// Hand a task back: nobody does it any more, and who made it hears so
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("task" = TaskId, Path, description = "The task")), responses((status = 200, body = TaskView), Doing))]
#[post("/v1/tenants/{tenant}/tasks/{task}/_return")]
async fn hand_task_back(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, TaskId)>,
) -> Result<HttpResponse, Problem> {
    act::hand_back(&scope, &db, path.1).await?;
    Ok(shown(&scope, &db, &secrets, path.1).await?)
}

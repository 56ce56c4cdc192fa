//! Tasks over HTTP: making them, and reading those of a conversation, of an issue, and one's own.

use std::collections::HashMap;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::{Db, Sql};
use issues::IssueFault;
use kernel::{Denied, IssueId, PersonId, PostId, Scope, TaskId, TenantId, ThreadId};
use platform::{Secrets, tenants};
use threads::{Post, Room, ThreadFault};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::model::{Doer, Task};
use crate::views::{Beside, MyTask, MyTaskList, TaskForm, TaskList, TaskView};
use crate::{TaskFault, make, policy, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_thread_tasks)
        .service(list_issue_tasks)
        .service(list_my_tasks)
        .service(make_task)
        .configure(crate::http_acts::routes);
}

pub(crate) fn tenant(scope: &Scope) -> Result<TenantId, TaskFault> {
    scope.tenants.only().ok_or(TaskFault::NotFound)
}

/// What is to be done and was done because of what was said in a conversation, for who takes part
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = TaskList), (status = 403, description = "The asker does not take part"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/threads/{thread}/tasks")]
async fn list_thread_tasks(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    let list = in_thread(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(list))
}

async fn in_thread(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    thread: ThreadId,
) -> Result<TaskList, TaskFault> {
    let sql = db.read(scope);
    let room = threads::read::find(&sql, thread).await?;
    let room = room.ok_or(ThreadFault::NotFound)?;
    if room.role.is_none() {
        return Err(Denied::Forbidden.into());
    }
    let can_make = policy::makes(scope, &room).is_ok();
    let tasks = read::of_issue(&sql, room.issue).await?;
    let posts = threads::read::posts_by_id(&sql, tasks.iter().map(|task| task.post)).await?;
    let items = views(&sql, scope, secrets, (&[room], posts), tasks).await?;
    Ok(TaskList { items, can_make })
}

/// All tasks of an issue that the asker may read, for who takes part
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = TaskList), (status = 403, description = "The asker does not take part"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/tasks")]
async fn list_issue_tasks(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let list = in_issue(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(list))
}

async fn in_issue(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    issue: IssueId,
) -> Result<TaskList, TaskFault> {
    let sql = db.read(scope);
    let found = issues::read::find(&sql, issue).await?;
    let issue = found.ok_or(IssueFault::NotFound)?;
    if issue.role.is_none() {
        return Err(Denied::Forbidden.into());
    }
    let tasks = read::of_issue(&sql, issue.id).await?;
    let posts = threads::read::posts_by_id(&sql, tasks.iter().map(|task| task.post)).await?;
    // Also those that went up into another one: what was taken back there stays there.
    let rooms = threads::read::find_all(&sql, posts.iter().map(|post| post.thread)).await?;
    let items = views(&sql, scope, secrets, (&rooms, posts), tasks).await?;
    let can_make = policy::talks(&issue);
    Ok(TaskList { items, can_make })
}

/// Those whose post is in one of these rooms of one issue.
pub(crate) async fn views(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    (rooms, posts): (&[Room], Vec<Post>),
    tasks: Vec<Task>,
) -> Result<Vec<TaskView>, TaskFault> {
    let posts: HashMap<PostId, _> = posts.into_iter().map(|post| (post.id, post)).collect();
    let names = names(sql, rooms, &tasks).await?;
    let beside = Beside {
        scope,
        secrets,
        names: &names,
    };
    let view = |task: Task| {
        let post = posts.get(&task.post)?;
        let room = rooms.iter().find(|room| room.id == post.thread)?;
        Some(TaskView::of(&beside, room, post, task))
    };
    Ok(tasks.into_iter().filter_map(view).collect())
}

/// As they are known in the issue; of who does not take part any more none.
async fn names(
    sql: &impl Sql,
    rooms: &[Room],
    tasks: &[Task],
) -> Result<HashMap<PersonId, String>, TaskFault> {
    let mut named = rooms.iter().filter(|room| room.regime.names_people());
    let people = |task: &Task| task.maker.is_some() || task.doer.person().is_some();
    let Some(room) = named.next().filter(|_| tasks.iter().any(people)) else {
        return Ok(HashMap::new());
    };
    let circle = issues::read::participants_of(sql, room.issue).await?;
    let names = circle.into_iter().map(|one| (one.person, one.shown_name));
    Ok(names.collect())
}

/// Make a task of a post
#[utoipa::path(tag = "tasks", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")), request_body = TaskForm, responses((status = 201, body = TaskView), Doing))]
#[post("/v1/tenants/{tenant}/posts/{post}/tasks")]
async fn make_task(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    key: IdempotencyKey,
    Json(form): Json<TaskForm>,
) -> Result<HttpResponse, Problem> {
    let new = form.within(tenant(&scope)?, &secrets);
    let key = (&**secrets, key.get());
    let id = make::make(&scope, &db, key, path.1, new).await?;
    Ok(HttpResponse::Created().json(one(&scope, &db, &secrets, id).await?))
}

pub(crate) async fn one(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: TaskId,
) -> Result<TaskView, TaskFault> {
    let sql = db.read(scope);
    let (room, task) = read::find(&sql, id).await?;
    let posts = threads::read::posts_by_id(&sql, [task.post]).await?;
    let mut views = views(&sql, scope, secrets, (&[room], posts), vec![task]).await?;
    views.pop().ok_or(TaskFault::NotFound)
}

/// What the asker is to do, in all organisations
#[utoipa::path(tag = "tasks", responses((status = 200, body = MyTaskList), ReadingSignedIn))]
#[get("/v1/me/tasks")]
async fn list_my_tasks(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let items = own(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(MyTaskList { items }))
}

async fn own(scope: &Scope, db: &Db) -> Result<Vec<MyTask>, TaskFault> {
    let person = scope.person.ok_or(TaskFault::NotFound)?;
    let sql = db.read(scope);
    let tasks = read::of_person(&sql, person).await?;
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let posts = threads::read::posts_by_id(&sql, tasks.iter().map(|task| task.post)).await?;
    let rooms = threads::read::find_all(&sql, posts.iter().map(|post| post.thread)).await?;
    let tenants = tenants::by_ids(&sql, tasks.iter().map(|task| task.tenant)).await?;
    let view = |task: Task| {
        let post = posts.iter().find(|post| post.id == task.post)?;
        let room = rooms.iter().find(|room| room.id == post.thread)?;
        // Who reads along and does not take part any more has nothing to do.
        room.role?;
        let tenant = tenants.iter().find(|tenant| tenant.id == task.tenant)?;
        Some(MyTask {
            id: task.id,
            tenant: tenant.slug.as_str().to_owned(),
            tenant_name: tenant.name.clone(),
            issue: room.issue,
            issue_title: room.issue_title.clone(),
            thread: room.id,
            seq: post.seq,
            for_runners: task.doer == Doer::Runners,
            what: task.what,
            due_at: task.due_at,
        })
    };
    Ok(tasks.into_iter().filter_map(view).collect())
}

//! Reporting, following what one reported and what was decided about oneself, and the log of a room, over HTTP.

use std::collections::HashMap;

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::{Db, DbFault, Sql};
use issues::Regime;
use kernel::{CaseId, DecisionId, IssueId, PersonId, PostId, ReportId, Scope, TenantSet, ThreadId};
use platform::{Secrets, tenants};
use threads::ThreadFault;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Reading, ReadingSignedIn};
use web::{Anyone, IdempotencyKey, Json, PageQuery, PostKey, Problem, SignedIn, linked};

use crate::model::{Decision, Report, Target};
use crate::unnamed::Holder;
use crate::views::{
    AppealForm, AppealMade, Known, ModerationLog, ModerationLogLine, OwnDecision, OwnDecisionList,
    OwnReport, OwnReportList, ReportForm, RewriteForm,
};
use crate::{
    Limits, ModerationFault, appeal, http_desk, http_standard, read, read_own, rewrite, unnamed,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(report_post)
        .service(report_title)
        .service(report_issue)
        .service(list_my_reports)
        .service(list_decisions_about_me)
        .service(list_decisions_about_post)
        .service(appeal_decision)
        .service(rewrite_post)
        .service(list_moderation_log)
        .configure(http_standard::routes)
        .configure(http_desk::routes);
}

/// Say that something is wrong with a post
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ReportForm, responses((status = 201, body = OwnReport), Doing))]
#[post("/v1/tenants/{tenant}/posts/{post}/reports")]
async fn report_post(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, PostId)>,
    key: IdempotencyKey,
    Json(form): Json<ReportForm>,
) -> Result<HttpResponse, Problem> {
    let key = key.get();
    let new = (Target::Post(path.1), form.into());
    let id = crate::report(&scope, &db, &secrets, &limits, key, new).await?;
    Ok(HttpResponse::Created().json(made(&db.read(&scope), id).await?))
}

/// Say that something is wrong with the title of a thread
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ReportForm, responses((status = 201, body = OwnReport), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/reports")]
async fn report_title(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, ThreadId)>,
    key: IdempotencyKey,
    Json(form): Json<ReportForm>,
) -> Result<HttpResponse, Problem> {
    let key = key.get();
    let new = (Target::Title(path.1), form.into());
    let id = crate::report(&scope, &db, &secrets, &limits, key, new).await?;
    Ok(HttpResponse::Created().json(made(&db.read(&scope), id).await?))
}

/// Say that something is wrong with the title or the text of an issue
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ReportForm, responses((status = 201, body = OwnReport), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/reports")]
async fn report_issue(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<ReportForm>,
) -> Result<HttpResponse, Problem> {
    let key = key.get();
    let new = (Target::Issue(path.1), form.into());
    let id = crate::report(&scope, &db, &secrets, &limits, key, new).await?;
    Ok(HttpResponse::Created().json(made(&db.read(&scope), id).await?))
}

async fn made(sql: &impl Sql, id: ReportId) -> Result<OwnReport, ModerationFault> {
    let found = read::report(sql, id).await?;
    let mut views = reports(sql, found.into_iter().collect()).await?;
    views.pop().ok_or(ModerationFault::NotFound)
}

/// What the asker reported, in any organisation, and what came of it
#[utoipa::path(tag = "moderation", responses((status = 200, body = OwnReportList), ReadingSignedIn))]
#[get("/v1/me/reports")]
async fn list_my_reports(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let items = my_reports(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(OwnReportList { items }))
}

async fn my_reports(scope: &Scope, db: &Db) -> Result<Vec<OwnReport>, ModerationFault> {
    let (person, within) = concerned(scope, db).await?;
    let sql = db.read(&within);
    let found = read_own::reports_by(&sql, person).await?;
    reports(&sql, found).await
}

async fn reports(sql: &impl Sql, found: Vec<Report>) -> Result<Vec<OwnReport>, ModerationFault> {
    let cases: Vec<CaseId> = found.iter().map(|it| it.case).collect();
    let known = known(sql, &cases, false).await?;
    let views = found.into_iter().filter_map(|it| known.report(it));
    Ok(views.collect())
}

/// What was decided about posts of the asker's, in any organisation, and why
#[utoipa::path(tag = "moderation", responses((status = 200, body = OwnDecisionList), ReadingSignedIn))]
#[get("/v1/me/moderation-decisions")]
async fn list_decisions_about_me(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let items = about_me(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(OwnDecisionList { items }))
}

async fn about_me(scope: &Scope, db: &Db) -> Result<Vec<OwnDecision>, ModerationFault> {
    let (person, within) = concerned(scope, db).await?;
    let sql = db.read(&within);
    let found = read_own::decisions_about(&sql, person).await?;
    let cases: Vec<CaseId> = found.iter().map(|it| it.case).collect();
    let known = known(&sql, &cases, true).await?;
    Ok(found.iter().filter_map(|it| known.decision(it)).collect())
}

/// The asker, within the organisations in which they reported or were decided about.
async fn concerned(scope: &Scope, db: &Db) -> Result<(PersonId, Scope), ModerationFault> {
    let person = scope.person.ok_or(ModerationFault::NotFound)?;
    let tenants = read_own::tenants_of(&db.read_with_keys(scope, [person]), person).await?;
    let within = scope.as_person(Some(person), TenantSet::of(tenants));
    Ok((person, within))
}

pub(crate) async fn known(
    sql: &impl Sql,
    cases: &[CaseId],
    with_words: bool,
) -> Result<Known, DbFault> {
    let decisions = read::decisions_in(sql, cases).await?;
    let appeals = read::appeals_in(sql, cases).await?;
    let cases = read::cases(sql, cases).await?;
    let places = cases.iter().filter_map(|it| it.place);
    let posts: Vec<PostId> = places.map(|place| place.post).collect();
    let held = if with_words {
        threads::held_texts(sql, posts.iter().copied()).await?
    } else {
        HashMap::new()
    };
    let posts = threads::read::posts_by_id(sql, posts).await?;
    let seqs = posts.iter().map(|it| (it.id, it.seq)).collect();
    let hangs = posts.into_iter().filter(|it| held.contains_key(&it.id));
    let tenants = tenants::by_ids(sql, sql.tenants().iter()).await?;
    Ok(Known {
        tenants: tenants.into_iter().map(|it| (it.id, it)).collect(),
        cases: cases.into_iter().map(|it| (it.id, it)).collect(),
        decisions,
        appeals,
        seqs,
        files: hangs.map(|it| (it.id, it.files)).collect(),
        held,
        now: sql.now(),
    })
}

/// What was decided about a post of the asker's, and why; also where nobody knows whose it is
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("Post-Key" = Option<String>, Header, description = "In a room without authors: the key that the post was sent with")), responses((status = 200, body = OwnDecisionList), (status = 403, description = "The post is not the asker's"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/posts/{post}/moderation-decisions")]
async fn list_decisions_about_post(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    key: PostKey,
) -> Result<HttpResponse, Problem> {
    let holder = Holder {
        scope: &scope,
        db: &db,
        secrets: &secrets,
        key: key.0.as_deref(),
    };
    let items = unnamed::decided(holder, path.1).await?;
    Ok(HttpResponse::Ok().json(OwnDecisionList { items }))
}

/// Object to a decision: its author, or whoever reported; somebody else than who decided looks again
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("decision" = DecisionId, Path, description = "What was decided"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request"), ("Post-Key" = Option<String>, Header, description = "In a room without authors: the key that the post was sent with")),
    request_body = AppealForm, responses((status = 201, body = AppealMade), Doing))]
#[post("/v1/tenants/{tenant}/moderation-decisions/{decision}/appeals")]
async fn appeal_decision(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, DecisionId)>,
    (key, post_key): (IdempotencyKey, PostKey),
    Json(form): Json<AppealForm>,
) -> Result<HttpResponse, Problem> {
    let keys = (key.get(), post_key.0.as_deref());
    let id = appeal::appeal(&scope, &db, &secrets, keys, (path.1, &form.words)).await?;
    Ok(HttpResponse::Created().json(AppealMade { id }))
}

/// Write otherwise what came back for editing; then it is there again
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("decision" = DecisionId, Path, description = "What was decided")),
    request_body = RewriteForm, responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/moderation-decisions/{decision}/_rewrite")]
async fn rewrite_post(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, DecisionId)>,
    Json(form): Json<RewriteForm>,
) -> Result<HttpResponse, Problem> {
    rewrite::rewrite(&scope, &db, path.1, &form).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What was decided about posts in a thread, for everybody who reads it
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), PageQuery), responses((status = 200, body = ModerationLog), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/moderation-log")]
async fn list_moderation_log(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let log = log(&scope, &db, &secrets, (path.1, &page)).await?;
    let next = log.next.as_deref().map(kernel::Cursor::new);
    Ok(linked(&request, next.as_ref(), &log))
}

async fn log(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    (thread, page): (ThreadId, &PageQuery),
) -> Result<ModerationLog, ModerationFault> {
    let sql = db.read(scope);
    let room = threads::read::find(&sql, thread).await?;
    let room = room.ok_or(ThreadFault::NotFound)?;
    let after = cursor::<DecisionId>(page)?;
    let found = read::log_of(&sql, (thread, room.issue), after, page.size()).await?;
    let runs = room.role == Some(kernel::IssueRole::Facilitator);
    let convenes = scope.person.is_some() && scope.convenes();
    // To whom something was done is for those who take part or moderate; where not everybody reads along, for nobody.
    let named = match room.regime {
        Regime::Open => room.role.is_some() || convenes,
        Regime::Trusted | Regime::Confidential | Regime::Authorless => false,
    };
    let me = unnamed::own_aliases(&room, scope, secrets);
    let mut posts = HashMap::new();
    if (named || !me.is_empty()) && !found.items.is_empty() {
        let places = found.items.iter().filter_map(|it| it.place);
        let all = threads::read::posts_by_id(&sql, places.map(|place| place.post)).await?;
        posts.extend(all.into_iter().map(|it| (it.id, it)));
    }
    let line = |it: Decision| {
        let post = it.place.and_then(|place| posts.get(&place.post));
        let own = post.is_some_and(|it| me.contains(&it.author));
        let name = post.filter(|_| named).map(|it| it.shown_name.clone());
        let line = ModerationLogLine::of(it, name, own);
        let line = match room.regime {
            Regime::Confidential => line.by_anybody(),
            Regime::Open | Regime::Trusted | Regime::Authorless => line,
        };
        if runs || convenes || own {
            line
        } else {
            line.about_the_post()
        }
    };
    let page = found.map(line);
    Ok(ModerationLog {
        items: page.items,
        next: page.next.map(|cursor| cursor.as_str().to_owned()),
        can_moderate: runs || convenes,
    })
}

pub(crate) fn cursor<I: std::str::FromStr>(page: &PageQuery) -> Result<Option<I>, ModerationFault> {
    let bad = |fault| ModerationFault::Invalid(vec![fault]);
    page.after().map_err(bad)
}

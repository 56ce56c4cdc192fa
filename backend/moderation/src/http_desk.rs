//! What waits for a decision, over HTTP, for whoever decides.

use std::collections::HashMap;

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::{Db, DbFault, Sql};
use issues::IssueWords;
use kernel::{CaseId, IssueId, PostId, Scope, Seq, ThreadId};
use platform::Secrets;
use serde::Deserialize;
use threads::{PostFile, PostVersion};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, PageQuery, Problem, SignedIn, linked};

use crate::http::cursor;
use crate::model::{About, Appeal, Case, Decision, Report};
use crate::policy::{self, Moderator};
use crate::read::Queue;
use crate::subject::{self, Subject, text_of};
use crate::views_desk::{
    AppealAnswerForm, EarlierText, ModerationCan, ModerationCaseItem, ModerationCaseView,
    ModerationClaim, ModerationDecisionForm, ModerationQueue, ReportedPost,
};
use crate::{ModerationFault, answer, claim, decide, installation, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_moderation_cases)
        .service(get_moderation_case)
        .service(claim_moderation_case)
        .service(release_moderation_case)
        .service(decide_moderation_case)
        .service(answer_appeal);
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct QueueQuery {
    /// What was decided instead of what waits.
    decided: Option<bool>,
    /// Only in the rooms of this issue or network.
    issue: Option<IssueId>,
    /// Only in this room, which the asker reads.
    thread: Option<ThreadId>,
}

/// What was reported and the asker may decide about, in an organisation or in one issue
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), QueueQuery, PageQuery), responses((status = 200, body = ModerationQueue), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/moderation-cases")]
async fn list_moderation_cases(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    asked: Query<QueueQuery>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let queue = queue(&scope, &db, &secrets, &asked, &page).await?;
    let next = queue.next.as_deref().map(kernel::Cursor::new);
    Ok(linked(&request, next.as_ref(), &queue))
}

async fn queue(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    asked: &QueueQuery,
    page: &PageQuery,
) -> Result<ModerationQueue, ModerationFault> {
    let sql = db.read(scope);
    // Of a closed room an owner learns that something waits, and not in which one.
    if let Some(thread) = asked.thread
        && threads::read::find(&sql, thread).await?.is_none()
    {
        return Err(ModerationFault::NotFound);
    }
    let moderator = policy::moderator(&sql, scope, secrets).await?;
    let asked = Queue {
        waiting: !asked.decided.unwrap_or_default(),
        issue: asked.issue,
        thread: asked.thread,
        after: cursor(page)?,
    };
    let found = read::queue(&sql, &moderator, &asked, page.size()).await?;
    let desk = Desk::of(&sql, &found.items).await?;
    let items = found.items.iter().map(|case| desk.item(&moderator, case));
    Ok(ModerationQueue {
        items: items.collect(),
        next: found.next.map(|cursor| cursor.as_str().to_owned()),
        behind_doors: read::waiting_behind_doors(&sql, &moderator).await?,
        with_installation: if asked.waiting {
            installation::elsewhere(&sql, &moderator).await?
        } else {
            None
        },
    })
}

/// What belongs to some cases.
struct Desk {
    reports: Vec<Report>,
    appeals: Vec<Appeal>,
    /// Of the rooms into which the asker comes.
    titles: HashMap<ThreadId, (String, String)>,
    /// Of issues that were reported themselves, and that the asker reads.
    issues: HashMap<IssueId, String>,
    seqs: HashMap<PostId, Seq>,
    now: kernel::Timestamp,
}

impl Desk {
    async fn of(sql: &impl Sql, cases: &[Case]) -> Result<Self, DbFault> {
        let ids: Vec<CaseId> = cases.iter().map(|case| case.id).collect();
        let places = || cases.iter().filter_map(|case| case.place);
        let rooms = threads::read::find_all(sql, places().map(|it| it.thread)).await?;
        let posts = threads::read::posts_by_id(sql, places().map(|it| it.post)).await?;
        let issues = cases.iter().filter(|case| case.place.is_none());
        let issues: Vec<IssueId> = issues.map(|case| case.issue).collect();
        let issues = if issues.is_empty() {
            Vec::new()
        } else {
            issues::read::find_all(sql, issues).await?
        };
        Ok(Self {
            reports: read::reports_of(sql, &ids).await?,
            appeals: read::appeals_in(sql, &ids).await?,
            titles: rooms
                .into_iter()
                .map(|room| (room.id, (room.title, room.issue_title)))
                .collect(),
            issues: issues.into_iter().map(|it| (it.id, it.title)).collect(),
            seqs: posts.into_iter().map(|post| (post.id, post.seq)).collect(),
            now: sql.now(),
        })
    }

    fn item(&self, moderator: &Moderator, case: &Case) -> ModerationCaseItem {
        let me = moderator.person;
        let of_case = |it: &&Appeal| it.case == case.id && it.answer.is_none();
        let open: Vec<Appeal> = self.appeals.iter().filter(of_case).cloned().collect();
        let holder = case.holder(self.now);
        let can = ModerationCan {
            claim: holder != Some(me) && policy::may_claim(me, case, &open, self.now).is_ok(),
            release: policy::may_release(me, case, self.now).is_ok(),
            decide: policy::may_decide(me, case, self.now).is_ok(),
            answer: policy::may_answer(me, case, &open, self.now).is_ok(),
        };
        let claim = holder.zip(case.claimed_until);
        let claim = claim.map(|(holder, until)| ModerationClaim {
            mine: holder == me,
            until,
        });
        let reports: Vec<&Report> = self
            .reports
            .iter()
            .filter(|it| it.case == case.id)
            .collect();
        let titles = match case.place {
            Some(place) => self.titles.get(&place.thread).cloned().unzip(),
            None => (None, self.issues.get(&case.issue).cloned()),
        };
        let seq = case.place.and_then(|it| self.seqs.get(&it.post).copied());
        ModerationCaseItem::of(case, &reports, titles, seq, claim, can)
    }
}

/// One post that was reported, with all that one decides on
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("case" = CaseId, Path, description = "The case")), responses((status = 200, body = ModerationCaseView), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/moderation-cases/{case}")]
async fn get_moderation_case(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, CaseId)>,
) -> Result<HttpResponse, Problem> {
    view(&scope, &db, &secrets, path.1).await
}

async fn view(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: CaseId,
) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(case_view(scope, db, secrets, id).await?))
}

async fn case_view(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: CaseId,
) -> Result<ModerationCaseView, ModerationFault> {
    let sql = db.read(scope);
    let moderator = policy::moderator(&sql, scope, secrets).await?;
    let case = read::case_in_reach(&sql, &moderator, id).await?;
    let case = case.ok_or(ModerationFault::NotFound)?;
    let desk = Desk::of(&sql, std::slice::from_ref(&case)).await?;
    let item = desk.item(&moderator, &case);
    // Who comes in reads it anyway; an owner who does not, only what they have in hand, decided or answered.
    let me = Some(moderator.person);
    let history = match case.place {
        Some(place) => read::history_of(&sql, place.post).await?,
        None => read::history_of_issue(&sql, case.issue).await?,
    };
    let answered = |it: &Decision| it.is_answer() && it.case == case.id && it.decided_by == me;
    let comes_in = item.issue_title.is_some();
    let in_hand = case.holder(sql.now()) == me;
    let reads = comes_in || in_hand || case.decided_by == me || history.iter().any(answered);
    let opens = comes_in || in_hand || (case.decided_by == me && case.waits());
    let post = match case.about {
        About::Post if reads => reported(&sql, &case, opens).await?,
        About::Title if comes_in => opening(&sql, &case).await?,
        About::Post | About::Title | About::Issue => None,
    };
    let subject = match case.about {
        About::Title | About::Issue if reads => Some(subject::of(&sql, &case).await?),
        About::Title | About::Issue | About::Post => None,
    };
    let title = subject.as_ref().map(|it| it.title().to_owned());
    let text = match &subject {
        Some(Subject::Issue(issue)) => Some(text_of(&IssueWords::of(issue))),
        Some(Subject::Said(_)) | None => None,
    };
    let history = history
        .into_iter()
        .filter(|it| reads && it.about == case.about);
    Ok(ModerationCaseView {
        item,
        post,
        title,
        text,
        report_lines: words(reads, desk.reports),
        history: history.map(Into::into).collect(),
        appeals: words(reads, desk.appeals),
    })
}

/// What people wrote with it may quote the post: it is read by who may read that.
fn words<T, V: From<T>>(reads: bool, all: Vec<T>) -> Vec<V> {
    all.into_iter().filter(|_| reads).map(V::from).collect()
}

/// As everybody in the room reads it: it is its title that was reported.
async fn opening(sql: &impl Sql, case: &Case) -> Result<Option<ReportedPost>, ModerationFault> {
    let at = case.place.map(|place| place.post);
    let post = threads::read::posts_by_id(sql, at).await?.pop();
    Ok(post.map(|post| ReportedPost {
        name: post.shown_name,
        html: post.html,
        created_at: post.created_at,
        edited_at: post.edited_at,
        withdrawn: post.withdrawn,
        held: post.held,
        files: post.files,
        before: Vec::new(),
    }))
}

/// With what hangs on it for whoever opens that, with its words as they were.
async fn reported(
    sql: &impl Sql,
    case: &Case,
    opens: bool,
) -> Result<Option<ReportedPost>, ModerationFault> {
    let at = case.place.map(|place| place.post);
    let Some(post) = threads::read::posts_by_id(sql, at).await?.pop() else {
        return Ok(None);
    };
    let held = threads::held_texts(sql, [post.id]).await?.remove(&post.id);
    let before = threads::versions_of(sql, post.id).await?;
    let hangs = |files: Vec<PostFile>| if opens { files } else { Vec::new() };
    let earlier = |it: PostVersion| EarlierText {
        html: it.html,
        files: hangs(it.files),
    };
    Ok(Some(ReportedPost {
        name: post.shown_name,
        html: held.map_or(post.html, |held| held.html),
        created_at: post.created_at,
        edited_at: post.edited_at,
        withdrawn: post.withdrawn,
        held: post.held,
        files: hangs(post.files),
        before: before.into_iter().map(earlier).collect(),
    }))
}

/// Take a case in hand, for two hours
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("case" = CaseId, Path, description = "The case")), responses((status = 200, body = ModerationCaseView), Doing))]
#[post("/v1/tenants/{tenant}/moderation-cases/{case}/_claim")]
async fn claim_moderation_case(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, CaseId)>,
) -> Result<HttpResponse, Problem> {
    claim::claim(&scope, &db, &secrets, path.1).await?;
    view(&scope, &db, &secrets, path.1).await
}

/// Give a case back, so that somebody else can take it in hand
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("case" = CaseId, Path, description = "The case")), responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/moderation-cases/{case}/_release")]
async fn release_moderation_case(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, CaseId)>,
) -> Result<HttpResponse, Problem> {
    claim::release(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Decide about a post, with the reasons that its author reads
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("case" = CaseId, Path, description = "The case")),
    request_body = ModerationDecisionForm, responses((status = 200, body = ModerationCaseView), Doing))]
#[post("/v1/tenants/{tenant}/moderation-cases/{case}/_decide")]
async fn decide_moderation_case(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, CaseId)>,
    Json(form): Json<ModerationDecisionForm>,
) -> Result<HttpResponse, Problem> {
    decide::decide(&scope, &db, &secrets, path.1, form.into()).await?;
    view(&scope, &db, &secrets, path.1).await
}

/// Answer an objection; where its author is right the post is there again, where who reported is right one decides anew
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("case" = CaseId, Path, description = "The case")),
    request_body = AppealAnswerForm, responses((status = 200, body = ModerationCaseView), Doing))]
#[post("/v1/tenants/{tenant}/moderation-cases/{case}/_answer")]
async fn answer_appeal(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, CaseId)>,
    Json(form): Json<AppealAnswerForm>,
) -> Result<HttpResponse, Problem> {
    answer::answer(&scope, &db, &secrets, path.1, form.into()).await?;
    view(&scope, &db, &secrets, path.1).await
}

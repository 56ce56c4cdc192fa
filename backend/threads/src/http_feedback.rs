//! What is held on to of a conversation, over HTTP: for who reads a long one.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use db::Db;
use kernel::{Scope, Seq, ThreadId};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::Reading;
use web::{Anyone, PageQuery, Problem, linked};

use crate::views::post_views;
use crate::views_kept::{FeedbackPage, FeedbackPost};
use crate::{ThreadFault, read, store_feedback};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_feedback_in_thread);
}

/// The posts of a thread that are on top, answer its question, or that the published outcome rests on; in order
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), PageQuery), responses((status = 200, body = FeedbackPage), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/feedback")]
async fn list_feedback_in_thread(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let found = feedback(&scope, &db, &secrets, (path.1, &page)).await?;
    let next = found.next.as_deref().map(kernel::Cursor::new);
    Ok(linked(&request, next.as_ref(), &found))
}

async fn feedback(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    (thread, page): (ThreadId, &PageQuery),
) -> Result<FeedbackPage, ThreadFault> {
    let sql = db.read(scope);
    let room = read::room(&sql, thread).await?;
    let bad = |fault| ThreadFault::Invalid(vec![fault]);
    let after = page
        .after::<i64>()
        .map_err(bad)?
        .map_or(Seq::ZERO, Seq::from);
    let found = store_feedback::feedback(&sql, room.id, after, page.size()).await?;
    let next = found.next.map(|cursor| cursor.as_str().to_owned());
    let (posts, cited): (Vec<_>, Vec<bool>) = found.items.into_iter().unzip();
    let views = post_views(&sql, posts, secrets).await?;
    let items = views
        .into_iter()
        .zip(cited)
        .map(|(post, cited)| FeedbackPost { post, cited });
    Ok(FeedbackPage {
        items: items.collect(),
        next,
    })
}

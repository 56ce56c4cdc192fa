//! What happened, and the documents that it touches: each is written as it is now, so that hearing twice changes nothing.

use std::collections::HashSet;

use db::Sql;
use issues::{IssueEvent, PostsForgotten};
use kernel::{EventHead, IssueId, PostId, Seq, TenantId, ThreadId};
use platform::tenants::TenantEvent;
use results::{OutcomeEvent, ProductEvent};
use threads::ThreadEvent;

use crate::keep_up::MARGIN;
use crate::{Key, Kind, SearchFault, Services, rebuild};

/// The kinds of events that change what can be found.
pub const SUBSCRIBES: &[&str] = &[
    IssueEvent::MOVED,
    IssueEvent::CHANGED,
    ThreadEvent::REPLIED,
    ThreadEvent::TRANSLATED,
    ThreadEvent::EDITED,
    ThreadEvent::WITHDRAWN,
    ThreadEvent::RECEIVED,
    PostsForgotten::KIND,
    OutcomeEvent::PUBLISHED,
    OutcomeEvent::REVIEWED,
    ProductEvent::PUBLISHED,
    ProductEvent::CHANGED,
    ProductEvent::RETIRED,
    TenantEvent::TERM_RENAMED,
    TenantEvent::IMPORTED,
];

/// How many documents of an issue are written together.
const BATCH: u64 = 200;

/// How many documents of different things are.
const TOGETHER: usize = 100;

/// Hears what happened in one organisation, before the transaction that ends its jobs: writing documents would hold
/// up everybody who writes rows. While the engine is away nothing waits for it: what happened is heard again when it
/// is back.
pub async fn on_events(
    services: &Services,
    sql: &impl Sql,
    heads: &[&EventHead],
) -> Result<(), SearchFault> {
    if services.is_away() {
        services.has_not_caught_up();
        return Ok(());
    }
    match hear_and_keep(services, sql, heads).await {
        Err(fault) if fault.is_away() => {
            services.lost_touch();
            Ok(())
        }
        done => done,
    }
}

async fn hear_and_keep(
    services: &Services,
    sql: &impl Sql,
    heads: &[&EventHead],
) -> Result<(), SearchFault> {
    hear(services, sql, heads).await?;
    let is_old = |head: &&EventHead| head.happened_at().plus(MARGIN) < sql.now();
    if heads.iter().any(is_old) {
        services.save().await?;
    }
    Ok(())
}

pub(crate) async fn hear(
    services: &Services,
    sql: &impl Sql,
    heads: &[&EventHead],
) -> Result<(), SearchFault> {
    let mut keys = HashSet::new();
    for head in heads {
        let Some(tenant) = head.tenant else {
            continue;
        };
        match head.kind.as_str() {
            IssueEvent::MOVED | IssueEvent::CHANGED => {
                issue_changed(services, sql, tenant, head.subject.into()).await?;
            }
            ThreadEvent::RECEIVED => {
                thread_received(services, sql, tenant, head.subject.into()).await?;
            }
            PostsForgotten::KIND => keys.extend(posts_gone(head, tenant)),
            TenantEvent::TERM_RENAMED => rebuild::of_filed(services, sql, tenant).await?,
            TenantEvent::IMPORTED => rebuild::of_tenant(services, sql, tenant).await?,
            _ => keys.extend(document_of(head, tenant)),
        }
    }
    let keys: Vec<Key> = keys.into_iter().collect();
    for some in keys.chunks(TOGETHER) {
        refresh(services, sql, some).await?;
    }
    Ok(())
}

fn posts_gone(head: &EventHead, tenant: TenantId) -> Vec<Key> {
    let gone = serde_json::from_str::<PostsForgotten>(&head.payload);
    let posts = gone.map(|it| it.posts).unwrap_or_default();
    posts
        .into_iter()
        .map(|post| post_key(tenant, post))
        .collect()
}

/// The one document that an event touches.
fn document_of(head: &EventHead, tenant: TenantId) -> Option<Key> {
    let (kind, id) = match head.kind.as_str() {
        OutcomeEvent::PUBLISHED | OutcomeEvent::REVIEWED => (Kind::Outcome, head.subject),
        ProductEvent::PUBLISHED | ProductEvent::CHANGED | ProductEvent::RETIRED => {
            (Kind::Product, head.subject)
        }
        _ => (Kind::Post, post_of(head)?.uuid()),
    };
    Some(Key { kind, tenant, id })
}

/// Who may find its posts and its outcome depends on the issue.
async fn issue_changed(
    services: &Services,
    sql: &impl Sql,
    tenant: TenantId,
    issue: IssueId,
) -> Result<(), SearchFault> {
    let itself = [Kind::Issue, Kind::Outcome].map(|kind| Key {
        kind,
        tenant,
        id: issue.uuid(),
    });
    refresh(services, sql, &itself).await?;
    let mut after = None;
    loop {
        let posts = threads::read::ids_for_index(sql, Some(issue), after, BATCH).await?;
        let Some(last) = posts.last() else {
            return Ok(());
        };
        after = Some(*last);
        let keys: Vec<Key> = posts.iter().map(|post| post_key(tenant, *post)).collect();
        refresh(services, sql, &keys).await?;
    }
}

/// Posts say in which conversation they are found.
async fn thread_received(
    services: &Services,
    sql: &impl Sql,
    tenant: TenantId,
    thread: ThreadId,
) -> Result<(), SearchFault> {
    let mut after = Seq::ZERO;
    loop {
        let posts = threads::read::ids_of_thread(sql, thread, after, BATCH).await?;
        let Some((_, last)) = posts.last() else {
            return Ok(());
        };
        after = *last;
        let keys = posts.iter().map(|(post, _)| post_key(tenant, *post));
        refresh(services, sql, &keys.collect::<Vec<_>>()).await?;
    }
}

async fn refresh(services: &Services, sql: &impl Sql, keys: &[Key]) -> Result<(), SearchFault> {
    let turn = services.turn().await;
    services.refresh(&turn, sql, keys).await
}

fn post_key(tenant: TenantId, post: PostId) -> Key {
    Key {
        kind: Kind::Post,
        tenant,
        id: post.uuid(),
    }
}

fn post_of(head: &EventHead) -> Option<PostId> {
    match serde_json::from_str(&head.payload).ok()? {
        ThreadEvent::Replied { post, .. }
        | ThreadEvent::Translated { post, .. }
        | ThreadEvent::Edited { post, .. }
        | ThreadEvent::Withdrawn { post, .. } => Some(post),
        ThreadEvent::Opened { .. }
        | ThreadEvent::Marked { .. }
        | ThreadEvent::Accepted { .. }
        | ThreadEvent::Named { .. }
        | ThreadEvent::Left { .. }
        | ThreadEvent::Received { .. } => None,
    }
}

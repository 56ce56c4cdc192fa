//! What whoever facilitates did: the pace of conversations, summaries on top of them, and words that are watched.

use facilitating::WordRule;
use kernel::{Scope, TenantId, TenantSet};
use serde::Deserialize;
use threads::NewPace;

use super::talking::{Place, found};
use super::{Known, ago, refused, unknown};
use crate::demo::content;
use crate::{StartFault, State};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Paced {
    /// The first of the conversation.
    post: Place,
    by: String,
    #[serde(default)]
    slow_minutes: i64,
    #[serde(default)]
    closed: bool,
    why: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summarised {
    /// The first of the conversation.
    post: Place,
    by: String,
    days_ago: f64,
    /// `{4}` stands for the address of the fourth post.
    body: String,
}

#[derive(Deserialize)]
pub struct Watched {
    tenant: String,
    rules: Vec<WordRule>,
}

const WHAT: &str = "facilitated";
/// Words are watched since the organisation came.
const WATCHED_DAYS_AGO: f64 = 30.0;

pub(super) async fn write(
    state: &State,
    known: &Known,
    (paces, summaries, watched): (Vec<Paced>, Vec<Summarised>, Vec<Watched>),
) -> Result<(), StartFault> {
    for one in summaries {
        summarise(state, known, one).await?;
    }
    for one in paces {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let tx = state.db.begin(&scope).await?;
        let posts = threads::read::posts_by_id(&tx, [post]).await?;
        let first = posts.first().ok_or_else(|| unknown(&one.post.1))?;
        let room = threads::read::find(&tx, first.thread).await?;
        let room = room.ok_or_else(|| unknown(&one.post.1))?;
        let new = NewPace {
            slow_minutes: one.slow_minutes,
            rests_until: None,
            looked_at_first: None,
            closed: one.closed,
            why: one.why,
        };
        threads::set_pace(&tx, &scope, &room, new, 0)
            .await
            .map_err(|fault| refused(WHAT, fault))?;
        tx.commit().await?;
    }
    for one in watched {
        let tenant = known.tenants.get(&one.tenant);
        let tenant = *tenant.ok_or_else(|| unknown(&one.tenant))?;
        let scope = Scope::worker(TenantSet::one(tenant), ago(state, WATCHED_DAYS_AGO));
        let tx = state.db.begin(&scope).await?;
        facilitating::order_words_in(&tx, &scope, one.rules, 0)
            .await
            .map_err(|fault| refused(WHAT, fault))?;
        tx.commit().await?;
    }
    Ok(())
}

async fn summarise(state: &State, known: &Known, one: Summarised) -> Result<(), StartFault> {
    let (post, scope) = found(state, known, &one.post, &one.by)?;
    let scope = Scope {
        now: ago(state, one.days_ago),
        ..scope
    };
    let tx = state.db.begin(&scope).await?;
    let posts = threads::read::posts_by_id(&tx, [post]).await?;
    let first = posts.first().ok_or_else(|| unknown(&one.post.1))?;
    let room = threads::read::find(&tx, first.thread).await?;
    let room = room.ok_or_else(|| unknown(&one.post.1))?;
    let slug = slug_of(known, room.tenant).ok_or_else(|| unknown(&one.post.0))?;
    let mut body = one.body;
    for number in 1..=room.last_seq.get() {
        let address = format!("/o/{slug}/gesprekken/{}#{number}", room.id);
        body = body.replace(&format!("{{{number}}}"), &address);
    }
    let version = facilitating::version_of(&tx, room.id).await?;
    facilitating::summarised_in(&tx, &scope, room.id, &body, version)
        .await
        .map_err(|fault| refused(WHAT, fault))?;
    Ok(tx.commit().await?)
}

fn slug_of(known: &Known, tenant: TenantId) -> Option<String> {
    let is_it = |it: &content::Tenant| known.tenants.get(&it.key) == Some(&tenant);
    let found = content::tenants().into_iter().find(is_it);
    found.map(|it| it.slug)
}

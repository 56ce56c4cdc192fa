//! Keeping the words of a post from its readers until they may come back, and somebody from writing for a while: the acts
//! of whoever moderates.
//!
//! Promise: what is held is as gone as what was withdrawn, everywhere, and its number stays; the words wait in one place
//! until they come back or are forgotten. Whoever may not write reads along, and writes again at the second of the end.
//! Absent: who decides this, and why: that is `moderation`.

use std::time::Duration;

use db::jobs::{self, Job, Later};
use db::{Across, Db, DbFault, Sql, Tx};
use files::Attachment;
use kernel::{PersonId, PostId, Scope, TenantSet, ThreadId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::announce::announce;
use crate::model::Body;
use crate::read_facts::RoomFacts;
use crate::store_translations::Place;
use crate::{
    PostFile, PostFileForm, ThreadEvent, ThreadFault, post_files, read, read_facts, store_hold,
    store_waiting,
};

/// The queue of posts whose day to come back has come. The payload is the post's id.
pub const RELEASE: &str = "release-post";

/// How long a post waits that nobody looks at, or that went back to its author.
const WAITS_FOR: Duration = Duration::from_secs(90 * 24 * 3_600);

/// Why the words of a post are not there, when their author did not take them back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// Until a day.
    Hidden,
    /// Until its author wrote it otherwise.
    Returned,
    Removed,
    /// Of a translation: for as long as what it is made of is away.
    Original,
}

impl Held {
    pub const ALL: [Self; 4] = [Self::Hidden, Self::Returned, Self::Removed, Self::Original];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Returned => "returned",
            Self::Removed => "removed",
            Self::Original => "original",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|held| held.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// The words of a post that are kept from readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldText {
    pub body: String,
    pub html: String,
    pub until: Option<Timestamp>,
}

/// Takes the words of a post away, or keeps them longer; false when its author took them back before.
pub async fn hold(
    tx: &Tx,
    room: &RoomFacts,
    post: PostId,
    held: Held,
    until: Option<Timestamp>,
) -> Result<bool, DbFault> {
    let Some((seq, along)) = store_hold::hold(tx, room.id, post, held, until).await? else {
        return Ok(false);
    };
    if let Some(due) = until {
        let payload = post.to_string();
        let key = format!("release-{payload}-{}", due.millis());
        jobs::schedule(tx, RELEASE, &[Later { key, payload, due }]).await?;
    }
    let here = [Place { post, seq }];
    for gone in here.into_iter().chain(along) {
        let event = ThreadEvent::Withdrawn {
            tenant: room.tenant,
            issue: room.issue,
            thread: room.id,
            post: gone.post,
            seq: gone.seq,
        };
        announce(tx, room.regime, &event).await?;
    }
    Ok(true)
}

/// Puts the words back, or those that their author wrote instead; false when none were held.
pub async fn bring_back(
    tx: &Tx,
    room: &RoomFacts,
    post: PostId,
    instead: Option<Instead<'_>>,
) -> Result<bool, ThreadFault> {
    let instead = match instead {
        Some(instead) => Some(rewritten(tx, room, post, instead).await?),
        None => None,
    };
    let instead = instead.as_ref();
    let Some((seq, along)) = store_hold::bring_back(tx, room.id, post, instead).await? else {
        return Ok(false);
    };
    let here = [Place { post, seq }];
    for back in here.into_iter().chain(along) {
        let event = ThreadEvent::Edited {
            tenant: room.tenant,
            issue: room.issue,
            thread: room.id,
            post: back.post,
            seq: back.seq,
        };
        announce(tx, room.regime, &event).await?;
    }
    Ok(true)
}

/// What an author writes instead of what is held.
#[derive(Clone, Copy, Debug)]
pub struct Instead<'a> {
    pub body: &'a str,
    /// All that is to hang on it; what hangs there stays when left out.
    pub files: Option<&'a [PostFileForm]>,
}

async fn rewritten(
    tx: &Tx,
    room: &RoomFacts,
    id: PostId,
    instead: Instead<'_>,
) -> Result<(Body, Vec<PostFile>), ThreadFault> {
    let body = Body::parse(instead.body)?;
    let post = read::posts_by_id(tx, [id]).await?.pop();
    let post = post.ok_or(ThreadFault::PostNotFound)?;
    let files = match (instead.files, post.author.person()) {
        (None, _) => post.files,
        (Some(forms), None) => post_files::none_here(forms)?,
        (Some(forms), Some(author)) => {
            let hangs = (author, Attachment::Post(id));
            post_files::replace(tx, room.regime, hangs, (&post.files, forms)).await?
        }
    };
    Ok((body, files))
}

/// Nobody writes in an issue, under this name, until then; an earlier pause that lasts longer stays.
pub async fn pause(
    tx: &Tx,
    room: &RoomFacts,
    person: PersonId,
    until: Timestamp,
) -> Result<(), DbFault> {
    store_hold::pause(tx, room, person, until).await
}

/// Ends a pause now, unless another one goes on for longer; one that is shorter and still stands goes on.
pub async fn end_pause(
    tx: &Tx,
    room: &RoomFacts,
    person: PersonId,
    (until, stands): (Timestamp, Option<Timestamp>),
) -> Result<(), DbFault> {
    store_hold::end_pause(tx, room.issue, person, until).await?;
    match stands {
        Some(day) => store_hold::pause(tx, room, person, day).await,
        None => Ok(()),
    }
}

/// Puts back a post whose day has come; nothing when it is held otherwise by now.
pub async fn release(db: &Db, job: &Job, now: Timestamp) -> Result<(), DbFault> {
    let Ok(post) = job.payload.parse::<PostId>() else {
        return Err(DbFault::corrupt(job.payload.clone()));
    };
    let every = db.read_across(Across::FindingWork, now);
    let tenant = store_hold::tenant_of(&every, post).await?;
    let scope = Scope::worker(TenantSet::of(tenant), now);
    let tx = db.begin(&scope).await?;
    if let Some(thread) = store_hold::due(&tx, post).await? {
        come_back(&tx, thread, post).await?;
    }
    jobs::finish(&tx, job).await?;
    tx.commit().await
}

async fn come_back(tx: &Tx, thread: ThreadId, post: PostId) -> Result<(), DbFault> {
    let Some(room) = read_facts::of(tx, [thread]).await?.remove(&thread) else {
        return Ok(());
    };
    match bring_back(tx, &room, post, None).await {
        Ok(_) => Ok(()),
        Err(ThreadFault::Store(fault)) => Err(fault),
        Err(other) => Err(DbFault::corrupt(other.to_string())),
    }
}

/// Has put back what no job did: of an organisation that moved here. Forgets pauses that are over, and the words that nobody
/// can object for any more.
pub async fn look_after_holds(tx: &Tx, objected_before: Timestamp) -> Result<(), DbFault> {
    // Ahead of any row, as whoever sets a hold takes it: three who wait for each other would never end.
    holds::before_deleting(tx).await?;
    let late = store_hold::overdue(tx).await?;
    let again = late.into_iter().map(|post| Later {
        key: format!("release-{post}-late-{}", tx.now().millis()),
        payload: post.to_string(),
        due: tx.now(),
    });
    jobs::schedule(tx, RELEASE, &again.collect::<Vec<_>>()).await?;
    store_waiting::forget(tx, tx.now().minus(WAITS_FOR)).await?;
    store_hold::forget(tx, objected_before).await
}

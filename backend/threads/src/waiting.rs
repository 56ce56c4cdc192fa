//! Posts that wait until somebody who moderates let them through: all of a room that was opened so, and those of newcomers
//! with many links.
//!
//! Promise: what waits is no post yet. It has no number, is counted by nothing and found by nobody; its author and those who
//! moderate the room read it, and nobody else. Once it is let through it is a post like every other, of that moment.
//! Decision 0066.
//! Absent: a judgement by a machine. That something went back is in the log of the room, by the day and without a word of it.

use db::{Db, Sql, Tx, outbox};
use files::Attachment;
use issues::{Capacity, Regime};
use kernel::{Denied, Faults, FieldFault, IssueRole, PostId, Prose, Scope, Timestamp};
use platform::Secrets;
use roomlog::RoomAct;
use serde::{Deserialize, Serialize};
use web::limit::TooMany;

use crate::announce::announce;
use crate::model::{Body, Post, Room, ThreadKind, Translation, Words};
use crate::policy::MayReply;
use crate::reply::{Author, quoted};
use crate::voice::Says;
use crate::{
    PostFile, Ranges, ThreadFault, Voice, WaitingEvent, alias, flood, policy, read, read_versions,
    store, store_move, store_translations, store_waiting, translate, voice,
};

/// As many links anybody posts at once.
const LINKS: usize = 2;
/// Characters of what is said with a post that goes back.
const MOST_SAID: usize = 2_000;
/// So many of one voice wait in a room, or came back and were not looked at by their author.
const MOST_WAITING: usize = 10;
/// A thread that went up into another, which went up into another.
const STEPS: usize = 5;

/// Why a post waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WhyWaiting)]
pub enum Why {
    /// Every post in this room does.
    Room,
    /// There are many links in it, and its author is new.
    Links,
}

impl Why {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Links => "links",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, db::DbFault> {
        match raw {
            "room" => Ok(Self::Room),
            "links" => Ok(Self::Links),
            _ => Err(db::DbFault::corrupt(raw)),
        }
    }
}

/// What somebody wrote and nobody reads yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Of the post that it becomes.
    pub id: PostId,
    pub tenant: kernel::TenantId,
    pub issue: kernel::IssueId,
    pub thread: kernel::ThreadId,
    pub author: Voice,
    pub shown_name: String,
    pub(crate) capacity: Capacity,
    pub(crate) organisation: Option<String>,
    pub body: Body,
    pub(crate) quotes: Option<PostId>,
    pub files: Vec<PostFile>,
    pub(crate) translates: Option<Translation>,
    pub(crate) open_room: bool,
    pub why: Why,
    /// What was said when it went back to its author; none while it waits.
    pub said: Option<String>,
    pub written_at: Timestamp,
}

/// Whether all posts of such a room can wait: something goes back to somebody, and nobody's turn hangs on it.
pub(crate) const fn can_wait(kind: ThreadKind, regime: Regime) -> bool {
    matches!(kind, ThreadKind::Talk | ThreadKind::Question) && !matches!(regime, Regime::Authorless)
}

/// Why this one waits; none when it does not. Whoever runs a room says in it what they want, but under an alias, where it
/// would tell who that is.
pub(crate) async fn why(
    sql: &impl Sql,
    scope: &Scope,
    room: &Room,
    voice: Voice,
    body: &Body,
) -> Result<Option<Why>, ThreadFault> {
    let runs = room.role == Some(IssueRole::Facilitator) && room.regime.names_people();
    if runs {
        return Ok(None);
    }
    if room.looked_at_first {
        return Ok(Some(Why::Room));
    }
    Ok(is_full_of_links(sql, scope, room, voice, body)
        .await?
        .then_some(Why::Links))
}

/// Where people have names: an alias says nothing of how long somebody is here.
async fn is_full_of_links(
    sql: &impl Sql,
    scope: &Scope,
    room: &Room,
    voice: Voice,
    body: &Body,
) -> Result<bool, ThreadFault> {
    if !room.regime.names_people() || links(&body.html) <= LINKS {
        return Ok(false);
    }
    Ok(flood::is_new(sql, scope, voice).await?)
}

/// What opens a room or changes a post cannot wait: a newcomer writes it with fewer links.
pub(crate) async fn check_links(
    sql: &impl Sql,
    scope: &Scope,
    room: &Room,
    voice: Voice,
    body: &Body,
) -> Result<(), ThreadFault> {
    let runs = room.role == Some(IssueRole::Facilitator);
    if !runs && is_full_of_links(sql, scope, room, voice, body).await? {
        return Err(full_of_links());
    }
    Ok(())
}

pub(crate) fn full_of_links() -> ThreadFault {
    ThreadFault::Invalid(vec![FieldFault::new("/body", "post.links")])
}

/// Of a text as it reads: Markdown has several ways to write one.
fn links(html: &str) -> usize {
    html.matches("<a ").count()
}

pub(crate) async fn keep(
    tx: &Tx,
    room: &Room,
    (id, author): (PostId, Author),
    words: Words,
    why: Why,
) -> Result<Waiting, ThreadFault> {
    let new = Waiting {
        id,
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
        author: author.voice,
        shown_name: author.shown_name,
        capacity: author.capacity,
        organisation: author.organisation,
        body: words.body,
        quotes: quoted(tx, room, words.quotes).await?,
        files: words.files,
        translates: words.translates,
        open_room: room.is_open(),
        why,
        said: None,
        written_at: tx.now(),
    };
    // What waits is counted by no limit.
    if store_waiting::of_voice(tx, room.id, new.author)
        .await?
        .len()
        >= MOST_WAITING
    {
        let seconds = flood::WINDOW.as_secs();
        return Err(TooMany { seconds }.into());
    }
    // Those who moderate are told once, however many wait.
    let first = !store_waiting::any_in(tx, room.id).await?;
    store_waiting::insert(tx, &new).await?;
    if first {
        let (tenant, issue, post) = (room.tenant, room.issue, id);
        let waits = WaitingEvent::Waits {
            tenant,
            issue,
            post,
        };
        announce(tx, room.regime, &waits).await?;
    }
    Ok(new)
}

/// With the room, for somebody who moderates it: whoever runs it, and where everybody reads along, who decides for the
/// organisation. Nobody their own.
async fn moderated(tx: &Tx, scope: &Scope, id: PostId) -> Result<(Waiting, Room), ThreadFault> {
    let found = store_waiting::find(tx, id).await?;
    let found = found.ok_or(ThreadFault::PostNotFound)?;
    let room = read::find(tx, found.thread).await?;
    let room = room.ok_or(ThreadFault::PostNotFound)?;
    if found.said.is_some() || !moderates(scope, &room) {
        return Err(ThreadFault::PostNotFound);
    }
    if found.author.person().is_some() && found.author.person() == scope.person {
        return Err(Denied::Forbidden.into());
    }
    Ok((found, room))
}

pub(crate) fn moderates(scope: &Scope, room: &Room) -> bool {
    let runs = room.role == Some(IssueRole::Facilitator);
    scope.person.is_some() && (runs || (room.is_open() && scope.convenes()))
}

/// It becomes a post, of this moment.
pub(crate) async fn let_through(scope: &Scope, db: &Db, id: PostId) -> Result<Post, ThreadFault> {
    let tx = db.begin(scope).await?;
    let (mut found, mut room) = moderated(&tx, scope, id).await?;
    take(&tx, id).await?;
    for _ in 0..STEPS {
        let Some(next) = room.merged_into else { break };
        room = read::room(&tx, next).await?;
    }
    if let Some(of) = &mut found.translates {
        room = with_original(&tx, room, of, found.written_at).await?;
    }
    if !room.issue_state.is_moderated() {
        return Err(ThreadFault::Closed);
    }
    let permit = MayReply {
        thread: room.id,
        author: scope.person.ok_or(Denied::Invisible)?,
    };
    let quotes = match quoted(&tx, &room, found.quotes).await {
        Err(ThreadFault::PostNotFound) => None,
        other => other?,
    };
    // An alias is told with its first post.
    let shown_name = match found.author {
        Voice::Alias(own) => alias::take_own(&tx, &room, own).await?.name,
        Voice::Person(_) | Voice::Gone(_) | Voice::Nobody => found.shown_name,
    };
    let author = Author {
        voice: found.author,
        shown_name,
        capacity: found.capacity,
        organisation: found.organisation,
    };
    let words = Words {
        body: found.body,
        quotes,
        files: found.files,
        translates: found.translates,
    };
    let post = store::insert_post(&tx, &permit, (id, tx.now()), author, words).await?;
    files::hand_on(&tx, Attachment::WaitingPost(id), Attachment::Post(id)).await?;
    if let Some(writer) = found.author.person() {
        let own = Ranges::of([(post.seq.get(), post.seq.get())]);
        store::add_read(&tx, &room, writer, &own).await?;
    }
    if let Some(of) = &post.translates {
        store_translations::note(&tx, room.id, &post, of.post).await?;
    }
    // Not by whoever let it through.
    outbox::push_unsigned(&tx, &translate::told(&room, &post)).await?;
    tx.commit().await?;
    Ok(post)
}

/// The room in which the original of a translation stands by now; who moderates sends the translation back when it is gone.
async fn with_original(
    tx: &Tx,
    room: Room,
    of: &mut Translation,
    written_at: Timestamp,
) -> Result<Room, ThreadFault> {
    let stands = read::find_post(tx, of.post).await?;
    let stands = stands.map_or(room, |(there, _, _)| there);
    store_move::hold(tx, &[stands.id]).await?;
    let post = read::posts_by_id(tx, [of.post]).await?.pop();
    let post = post.filter(|post| translate::can_be(&stands, post));
    let post = post.ok_or(ThreadFault::OriginalGone)?;
    of.older = match read_versions::still_says(tx, &post, of.version).await? {
        Some(same) => !same,
        // What it said is gone for good: it went back, and was written otherwise.
        None if post.edited_at > Some(written_at) => return Err(ThreadFault::OriginalGone),
        // It was moved, or was away for a while.
        None => false,
    };
    Ok(stands)
}

/// Of two who decide about it at once the second finds nothing.
async fn take(tx: &Tx, id: PostId) -> Result<(), ThreadFault> {
    if store_waiting::delete(tx, id).await? {
        Ok(())
    } else {
        Err(ThreadFault::PostNotFound)
    }
}

/// To its author, with why.
pub(crate) async fn send_back(
    scope: &Scope,
    db: &Db,
    id: PostId,
    said: &str,
) -> Result<(), ThreadFault> {
    let mut faults = Faults::default();
    let said = faults.take("/words", Prose::<MOST_SAID>::parse(said));
    let said = faults.finish(said).map_err(ThreadFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let (found, room) = moderated(&tx, scope, id).await?;
    if !store_waiting::send_back(&tx, id, said.as_str()).await? {
        return Err(ThreadFault::PostNotFound);
    }
    if found.author.person().is_some() {
        let returned = WaitingEvent::Returned {
            tenant: room.tenant,
            issue: room.issue,
            thread: room.id,
            post: id,
        };
        outbox::push(&tx, &returned).await?;
    }
    // That it happened the room may know; not so exactly that it tells whose it was.
    let day = voice::day(scope.now);
    roomlog::record(&tx, (room.tenant, room.id), day, RoomAct::SentBack).await?;
    Ok(tx.commit().await?)
}

/// By its author, who writes it otherwise or not at all.
pub(crate) async fn take_back(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: PostId,
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let found = store_waiting::find(&tx, id).await?;
    let found = found.ok_or(ThreadFault::PostNotFound)?;
    let room = read::find(&tx, found.thread).await?;
    let room = room.ok_or(ThreadFault::PostNotFound)?;
    if !is_own(scope, &room, &found, secrets) {
        return Err(ThreadFault::PostNotFound);
    }
    take(&tx, id).await?;
    // They go with the text that is written otherwise.
    files::take_off(&tx, found.thread, id).await?;
    Ok(tx.commit().await?)
}

pub(crate) fn is_own(scope: &Scope, room: &Room, found: &Waiting, secrets: &Secrets) -> bool {
    let says = Says::of_post(found.translates.is_some());
    let voice = |person| Voice::saying(says, (room.regime, room.issue), person, secrets);
    scope.person.map(voice) == Some(found.author)
}

/// The author of what went back, for telling them.
pub async fn writer_of_waiting(
    sql: &impl Sql,
    id: PostId,
) -> Result<Option<kernel::PersonId>, db::DbFault> {
    let found = store_waiting::find(sql, id).await?;
    Ok(found.and_then(|it| it.author.person()))
}

/// What waits in a room for the asker to see: their own, and all that waits for whoever moderates.
pub(crate) async fn in_room(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    room: &Room,
) -> Result<Vec<Waiting>, ThreadFault> {
    let Some(person) = scope.person.filter(|_| policy::writes(room)) else {
        return Ok(Vec::new());
    };
    let place = (room.regime, room.issue);
    let voice = Voice::saying(Says::in_room(room), place, person, secrets);
    Ok(store_waiting::of_voice(sql, room.id, voice).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_counted_as_they_read() {
        let body = Body::parse("Zie https://a.example en [b](https://b.example).").unwrap();
        assert!(links(&body.html) <= LINKS);
        assert_eq!(links("<p><a href=\"x\">x</a><a href=\"y\">y</a></p>"), 2);
    }

    #[test]
    fn where_nobody_is_an_author_nothing_goes_back() {
        assert!(can_wait(ThreadKind::Talk, Regime::Confidential));
        assert!(!can_wait(ThreadKind::Talk, Regime::Authorless));
        assert!(!can_wait(ThreadKind::Round, Regime::Open));
    }
}

//! Writing a post.
//!
//! Promise: the same key makes the same post, whatever was lost on the way; the number is dense; one's own post is read.

use db::{Db, DbFault, Sql, Tx};
use files::Attachment;
use issues::{Capacity, Regime, read::Participant};
use kernel::{PersonId, PostId, RequestKey, Scope, ThreadId};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::announce::announce;
use crate::forms::TranslatesForm;
use crate::model::{Body, Post, Room, Words};
use crate::policy::MayReply;
use crate::voice::{Says, hash_of_key};
use crate::waiting::Waiting;
use crate::{
    FloodLimits, PostFileForm, ThreadFault, Voice, alias, flood, pace, post_files, read,
    read_voices, round, store, store_translations, store_voices, store_waiting, translate, voice,
    waiting,
};

/// What a person sends.
pub struct NewReply<'a> {
    pub thread: ThreadId,
    pub body: &'a str,
    pub quotes: Option<PostId>,
    pub files: &'a [PostFileForm],
    /// Of which post it is a translation, and into which language.
    pub translates: Option<&'a TranslatesForm>,
}

/// As whom somebody speaks in this room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    pub voice: Voice,
    pub shown_name: String,
    pub capacity: Capacity,
    pub organisation: Option<String>,
}

impl From<Participant> for Author {
    fn from(participant: Participant) -> Self {
        Self {
            voice: Voice::Person(participant.person),
            shown_name: participant.shown_name,
            capacity: participant.capacity,
            organisation: participant.organisation,
        }
    }
}

impl Author {
    /// By an alias, or by nobody: without a capacity, which would tell who it is.
    fn hidden(voice: Voice, shown_name: String) -> Self {
        Self {
            voice,
            shown_name,
            capacity: Capacity::Personal,
            organisation: None,
        }
    }
}

/// What became of what somebody wrote.
pub enum Said {
    Posted(Post),
    Waits(Waiting),
}

pub async fn reply(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    (limits, key): (&FloodLimits, Option<RequestKey<'_>>),
    input: NewReply<'_>,
) -> Result<Said, ThreadFault> {
    // Before anybody waits for this one's turn to write.
    let body = Body::parse(input.body)?;
    let tx = db.begin(scope).await?;
    let room = read::room(&tx, input.thread).await?;
    let permit = translate::may_write(scope, &room, input.translates)?;
    let id = room.new_post(scope.now);
    match claim(&tx, secrets, &room, key, ("reply_to_thread", id)).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            return again(&db.read(scope), &room, first.into()).await;
        }
        Claim::Misused => return Err(ThreadFault::KeyMisused),
    }
    let translates = translate::parsed(&tx, &room, input.translates).await?;
    let says = Says::of_post(translates.is_some());
    let voice = Voice::saying(says, (room.regime, room.issue), permit.author, secrets);
    flood::check(&tx, scope, limits, &room, voice, &body).await?;
    let why = waiting::why(&tx, scope, &room, voice, &body).await?;
    // What waits takes no turn, and might get one when it is not theirs. A translation never takes one.
    if why.is_some() && translates.is_none() && !room.can_wait() {
        return Err(waiting::full_of_links());
    }
    let to = match why {
        Some(_) => Attachment::WaitingPost(id),
        None => Attachment::Post(id),
    };
    let files = post_files::hang(&tx, &room, (permit.author, to), input.files).await?;
    let words = Words {
        body,
        quotes: input.quotes,
        files,
        translates,
    };
    if let Some(why) = why {
        let author = by(&tx, secrets, &room, (permit.author, says)).await?;
        let kept = waiting::keep(&tx, &room, (id, author), words, why).await?;
        tx.commit().await?;
        return Ok(Said::Waits(kept));
    }
    let post = append(&tx, secrets, &room, &permit, id, words).await?;
    tx.commit().await?;
    Ok(Said::Posted(post))
}

/// As whom somebody speaks, or will: an alias is taken with its first post only.
async fn by(
    tx: &Tx,
    secrets: &Secrets,
    room: &Room,
    who: (PersonId, Says),
) -> Result<Author, ThreadFault> {
    if room.regime != Regime::Confidential {
        return author(tx, secrets, room, who).await;
    }
    let alias = alias::find(tx, room, who, secrets).await?;
    Ok(Author::hidden(Voice::Alias(alias.id), alias.name))
}

/// Writes a post in a transaction of the caller's: for the demonstration's content and for imports.
pub async fn reply_in(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    input: &NewReply<'_>,
) -> Result<Post, ThreadFault> {
    let room = read::room(tx, input.thread).await?;
    let permit = translate::may_write(scope, &room, input.translates)?;
    let translates = translate::parsed(tx, &room, input.translates).await?;
    let (id, body) = (room.new_post(scope.now), Body::parse(input.body)?);
    let to = (permit.author, Attachment::Post(id));
    let files = post_files::hang(tx, &room, to, input.files).await?;
    let words = Words {
        body,
        quotes: input.quotes,
        files,
        translates,
    };
    append(tx, secrets, &room, &permit, id, words).await
}

/// In a room without authors the key is kept for as long as its post, and nothing of whose it was.
pub(crate) async fn claim(
    tx: &Tx,
    secrets: &Secrets,
    room: &Room,
    key: Option<RequestKey<'_>>,
    (operation, post): (&str, PostId),
) -> Result<Claim, DbFault> {
    if room.regime != Regime::Authorless {
        return idempotency::claim(tx, secrets, key, operation, post.uuid()).await;
    }
    let Some(key) = key else {
        return Ok(Claim::First);
    };
    let hash = hash_of_key(secrets, key.key);
    if store_voices::insert_key(tx, room.tenant, &hash, post).await? {
        return Ok(Claim::First);
    }
    let first = read_voices::post_of_key(tx, &hash).await?;
    Ok(first.map_or(Claim::First, |post| Claim::again(post.uuid())))
}

/// Writes the post, marks it read for its author where the room knows one, and announces it.
pub(crate) async fn append(
    tx: &Tx,
    secrets: &Secrets,
    room: &Room,
    permit: &MayReply,
    id: PostId,
    mut words: Words,
) -> Result<Post, ThreadFault> {
    let says = Says::of_post(words.translates.is_some());
    let author = author(tx, secrets, room, (permit.author, says)).await?;
    words.quotes = quoted(tx, room, words.quotes).await?;
    let at = voice::moment(room.regime, tx.now());
    let post = store::insert_post(tx, permit, (id, at), author, words).await?;
    if let Some(of) = &post.translates {
        // It is nobody's turn.
        store_translations::note(tx, room.id, &post, of.post).await?;
    } else {
        round::keep_turns(tx, room, post.author).await?;
        pace::keep(tx, room, post.author).await?;
    }
    // Whoever has read it first would be known for its writer.
    if room.regime.names_people() {
        store::read_own(tx, room, permit.author, post.seq).await?;
    }
    announce(tx, room.regime, &translate::told(room, &post)).await?;
    Ok(post)
}

async fn author(
    tx: &Tx,
    secrets: &Secrets,
    room: &Room,
    (person, says): (PersonId, Says),
) -> Result<Author, ThreadFault> {
    match room.regime {
        Regime::Open | Regime::Trusted => {
            let participant = issues::read::participant(tx, room.issue, person).await?;
            Ok(participant.ok_or(ThreadFault::NotFound)?.into())
        }
        Regime::Confidential => {
            let alias = alias::take(tx, room, (person, says), secrets).await?;
            Ok(Author::hidden(Voice::Alias(alias.id), alias.name))
        }
        Regime::Authorless => Ok(Author::hidden(Voice::Nobody, String::new())),
    }
}

/// A quote points into the same room, or nowhere.
pub(crate) async fn quoted(
    tx: &Tx,
    room: &Room,
    quotes: Option<PostId>,
) -> Result<Option<PostId>, ThreadFault> {
    let Some(id) = quotes else { return Ok(None) };
    let found = read::posts_by_id(tx, [id]).await?;
    match found.first() {
        Some(post) if post.thread == room.id && !post.withdrawn => Ok(Some(id)),
        _ => Err(ThreadFault::PostNotFound),
    }
}

/// What an earlier request made in this room, as the asker may read it now: in a room without authors a key is not its
/// sender's, and what was sent may have been moved since.
async fn again(sql: &impl Sql, room: &Room, first: PostId) -> Result<Said, ThreadFault> {
    if let Some((_, post, _)) = read::find_post(sql, first).await? {
        let is_here = post.thread == room.id || post.came_from == Some(room.id);
        return if is_here {
            Ok(Said::Posted(post))
        } else {
            Err(ThreadFault::KeyMisused)
        };
    }
    let waiting = store_waiting::find(sql, first).await?;
    let here = waiting.filter(|it| it.thread == room.id);
    here.map(Said::Waits).ok_or(ThreadFault::PostNotFound)
}

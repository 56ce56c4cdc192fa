//! Opening a thread under an issue, with its first post.
//!
//! Promise: the thread has the issue's visibility and its regime, or a more closed one, for its life.

use db::{Db, Sql, Tx};
use files::Attachment;
use issues::{Issue, IssueFault, Regime};
use kernel::{Faults, FieldFault, IssueId, Line, PersonId, PostId, RequestKey, Scope, ThreadId};
use platform::Secrets;
use platform::idempotency::Claim;

use crate::announce::announce;
use crate::model::{Body, Room, ThreadKind, Words};
use crate::policy::{MayOpen, MayReply};
use crate::reply::{append, claim};
use crate::{
    FloodLimits, PostFileForm, Ranges, ThreadEvent, ThreadFault, Voice, flood, policy, post_files,
    read, store, store_hold, voice, waiting,
};

/// What a person sends.
pub struct NewThread<'a> {
    pub issue: IssueId,
    pub title: &'a str,
    pub body: &'a str,
    /// The issue's own when left out.
    pub regime: Option<Regime>,
    pub kind: ThreadKind,
    /// Posts wait until somebody who moderates let them through.
    pub looked_at_first: bool,
    /// Of the first post.
    pub files: &'a [PostFileForm],
}

pub(crate) async fn start_thread(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    (limits, key): (&FloodLimits, Option<RequestKey<'_>>),
    input: NewThread<'_>,
) -> Result<ThreadId, ThreadFault> {
    let first = parse(&input)?;
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, input.issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_open(scope, &issue)?;
    if store_hold::paused_until(&tx, issue.id, permit.author)
        .await?
        .is_some()
    {
        return Err(ThreadFault::Paused);
    }
    let room = new_room(&tx, permit.author, &issue, &first)?;
    let post = room.new_post(scope.now);
    match claim(&tx, secrets, &room, key, ("start_thread", post)).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            return thread_of(&db.read(scope), input.issue, first.into()).await;
        }
        Claim::Misused => return Err(ThreadFault::KeyMisused),
    }
    let voice = Voice::of(room.regime, room.issue, permit.author, secrets);
    flood::check(&tx, scope, limits, &room, voice, &first.body).await?;
    waiting::check_links(&tx, scope, &room, voice, &first.body).await?;
    open(
        &tx,
        secrets,
        &permit,
        &room,
        post,
        (first.body, input.files),
    )
    .await?;
    // What was begun before these rules were chosen.
    if !room.regime.names_people() {
        drafts::forget(&tx, permit.author, &format!("thread-{}", room.issue)).await?;
    }
    tx.commit().await?;
    Ok(room.id)
}

/// Opens a thread in a transaction of the caller's: for the demonstration's content and for imports.
pub async fn open_in(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    input: &NewThread<'_>,
) -> Result<ThreadId, ThreadFault> {
    let issue = issues::read::find(tx, input.issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_open(scope, &issue)?;
    let first = parse(input)?;
    let room = new_room(tx, permit.author, &issue, &first)?;
    let post = room.new_post(scope.now);
    open(tx, secrets, &permit, &room, post, (first.body, input.files)).await?;
    Ok(room.id)
}

async fn open(
    tx: &Tx,
    secrets: &Secrets,
    permit: &MayOpen,
    room: &Room,
    post: PostId,
    (body, files): (Body, &[PostFileForm]),
) -> Result<(), ThreadFault> {
    let hangs = (permit.author, Attachment::Post(post));
    let files = post_files::hang(tx, room, hangs, files).await?;
    store::insert_thread(tx, room).await?;
    let opened = ThreadEvent::Opened {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
    };
    announce(tx, room.regime, &opened).await?;
    let reply = MayReply {
        thread: room.id,
        author: permit.author,
    };
    let words = Words {
        translates: None,
        body,
        quotes: None,
        files,
    };
    append(tx, secrets, room, &reply, post, words).await?;
    Ok(())
}

async fn thread_of(sql: &impl Sql, issue: IssueId, first: PostId) -> Result<ThreadId, ThreadFault> {
    let found = read::find_post(sql, first).await?;
    let (room, ..) = found.ok_or(ThreadFault::NotFound)?;
    if room.issue == issue {
        Ok(room.id)
    } else {
        Err(ThreadFault::KeyMisused)
    }
}

/// What a conversation begins with.
struct First {
    title: String,
    body: Body,
    regime: Option<Regime>,
    kind: ThreadKind,
    waits: bool,
}

/// Both fields are judged, so that every refusal is told at once; before anybody waits for this one's turn to write.
fn parse(input: &NewThread<'_>) -> Result<First, ThreadFault> {
    let mut faults = Faults::default();
    let title = faults.take("/title", Line::<160>::parse(input.title));
    let body = match Body::parse(input.body) {
        Ok(body) => Some(body),
        Err(ThreadFault::Invalid(fields)) => {
            for field in fields {
                faults.refuse(field.pointer, field.code);
            }
            None
        }
        Err(other) => return Err(other),
    };
    let both = title.zip(body);
    let (title, body) = faults.finish(both).map_err(ThreadFault::Invalid)?;
    Ok(First {
        title: title.into_string(),
        body,
        regime: input.regime,
        kind: input.kind,
        waits: input.looked_at_first,
    })
}

/// A round asks whose turn it was, a dilemma who heard whom.
const fn knows_enough(kind: ThreadKind, regime: Regime) -> bool {
    match kind {
        ThreadKind::Talk | ThreadKind::Question => true,
        ThreadKind::Round => !matches!(regime, Regime::Authorless),
        ThreadKind::Dilemma => regime.names_people(),
    }
}

/// What was said under an issue stays under its rules or under closer ones, never under wider ones.
fn new_room(tx: &Tx, author: PersonId, issue: &Issue, first: &First) -> Result<Room, ThreadFault> {
    let regime = first.regime.unwrap_or(issue.regime);
    if regime < issue.regime {
        let fault = FieldFault::new("/regime", "regime.too-open");
        return Err(ThreadFault::Invalid(vec![fault]));
    }
    if !knows_enough(first.kind, regime) {
        let fault = FieldFault::new("/kind", "thread.needs-names");
        return Err(ThreadFault::Invalid(vec![fault]));
    }
    if first.waits && !waiting::can_wait(first.kind, regime) {
        let fault = FieldFault::new("/lookedAtFirst", "thread.cannot-wait");
        return Err(ThreadFault::Invalid(vec![fault]));
    }
    let at = voice::moment(regime, tx.now());
    Ok(Room {
        id: ThreadId::new(at),
        tenant: issue.tenant,
        issue: issue.id,
        issue_title: issue.title.clone(),
        issue_state: issue.state,
        title: first.title.clone(),
        visibility: issue.visibility,
        regime,
        last_seq: kernel::Seq::ZERO,
        last_change: 0,
        last_post_at: at,
        voids: Ranges::default(),
        role: issue.role,
        read: Ranges::default(),
        kind: first.kind,
        author: Voice::in_room(regime, author),
        pins: 0,
        answers: 0,
        merged_into: None,
        round: i64::from(first.kind == ThreadKind::Round),
        // What opens a round is no turn in it.
        round_from: kernel::Seq::from(i64::from(first.kind == ThreadKind::Round)),
        looked_at_first: first.waits,
        paused_until: None,
        pace: crate::Pace::default(),
        follows: None,
        followed_by: None,
    })
}

//! Threads and posts as JSON. A post is the same for every reader of its room: nothing in it is about the viewer.

use std::collections::HashMap;

use issues::{Capacity, Regime, Visibility, read::Participant};
use kernel::{IssueId, PostId, Scope, Seq, TenantId, ThreadId, Timestamp};
use platform::{PersonRef, References, Secrets, markdown};
use serde::Serialize;

use crate::alias::Alias;
use crate::hold::Held;
use crate::model::{Post, Room, ThreadKind, ViewKind};
use crate::pace::RoomPace;
use crate::silence::{Silence, silence};
use crate::views_sheet::{Readers, RoomSheet};
use crate::views_translations::{TranslatesView, TranslationView};
use crate::{PostFile, Voice, policy};

/// How long an excerpt of a quoted post is.
const EXCERPT: usize = 160;

/// A contribution.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostView {
    pub id: PostId,
    /// Its number in the thread: dense, and it never changes.
    pub seq: Seq,
    /// The number of the last change that touched it: sockets resume by it.
    pub change: i64,
    /// Who wrote it: a person, or in a confidential room an alias; left out in a room without authors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<PersonRef>,
    /// As whom: a person's name or an alias; empty in a room without authors.
    pub name: String,
    /// In a room of aliases or without authors always `personal`, and shown to nobody.
    pub capacity: Capacity,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Safe HTML; empty when withdrawn.
    pub html: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quotes: Option<QuoteView>,
    pub created_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<Timestamp>,
    pub withdrawn: bool,
    /// Why its words are not there, when its author did not take them back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    pub version: i64,
    /// On top of the room.
    pub pinned: bool,
    /// Answers the question.
    pub accepted: bool,
    /// From where its author says to speak here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perspective: Option<String>,
    /// What its author says that it is, in a dilemma.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<ViewKind>,
    /// What hangs on it; none when withdrawn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<PostFile>,
    /// The post that stood here went there; this is its place only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<MovedPost>,
    /// The thread in which it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub came_from: Option<OtherThread>,
    /// Of a translation: what it is one of.
    pub translates: Option<TranslatesView>,
    /// What it reads like in other languages, by number: those that can be read now.
    pub translations: Vec<TranslationView>,
}

/// Where a post went.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct MovedPost {
    pub thread: ThreadId,
    pub title: String,
    pub seq: Seq,
}

/// A thread beside this one.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct OtherThread {
    pub thread: ThreadId,
    pub title: String,
}

impl OtherThread {
    fn among(rooms: &[Room], id: Option<ThreadId>) -> Option<Self> {
        let room = rooms.iter().find(|room| Some(room.id) == id)?;
        Some(Self {
            thread: room.id,
            title: room.title.clone(),
        })
    }
}

/// The post that a post answers to.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct QuoteView {
    /// The thread that it is in, when that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread: Option<ThreadId>,
    pub seq: Seq,
    pub name: String,
    /// Its first words as plain text; empty when withdrawn, and as its name is when it is in another thread.
    pub excerpt: String,
}

impl PostView {
    fn of(post: Post, beside: &Beside, references: &References) -> Self {
        let quoted = post.quotes.and_then(|id| beside.posts.get(&id));
        Self {
            pinned: post.pinned,
            accepted: post.accepted,
            moved_to: post.moved_to.and_then(|id| beside.place(id)),
            came_from: post.came_from.and_then(|id| beside.thread(id)),
            translates: beside.original(&post),
            translations: beside.translations_of(&post),
            perspective: post.perspective,
            view: post.view,
            files: if post.withdrawn {
                Vec::new()
            } else {
                post.files
            },
            id: post.id,
            seq: post.seq,
            change: post.change,
            author: voice_ref(post.author, references),
            name: post.shown_name,
            capacity: post.capacity,
            organisation: post.organisation,
            html: post.html,
            quotes: quoted.map(|quoted| {
                // Of another conversation this one does not hear when it changes, or goes.
                let here = Some(quoted).filter(|it| it.thread == post.thread);
                QuoteView {
                    thread: here.is_none().then_some(quoted.thread),
                    seq: quoted.seq,
                    name: here.map(|it| it.shown_name.clone()).unwrap_or_default(),
                    excerpt: here
                        .map(|it| markdown::excerpt(&it.html, EXCERPT))
                        .unwrap_or_default(),
                }
            }),
            created_at: post.created_at,
            edited_at: post.edited_at,
            withdrawn: post.withdrawn,
            held: post.held,
            version: post.version,
        }
    }
}

/// An alias is looked at as if it were a person: nobody is called so.
fn voice_ref(voice: Voice, references: &References) -> Option<PersonRef> {
    (voice != Voice::Nobody).then(|| references.to(voice.uuid().into()))
}

/// What posts point at: other posts, and threads beside theirs.
#[derive(Default)]
struct Beside {
    posts: HashMap<PostId, Post>,
    translations: HashMap<PostId, Vec<TranslationView>>,
    titles: HashMap<ThreadId, String>,
}

impl Beside {
    /// In one more statement for what they quote or translate, and others for what came or went and for what is translated:
    /// none where there is nothing of it.
    async fn of(sql: &impl db::Sql, posts: &[Post]) -> Result<Self, db::DbFault> {
        let ids: Vec<PostId> = posts
            .iter()
            .flat_map(|post| {
                let original = post.translates.as_ref().map(|it| it.post);
                [post.quotes, post.moved_to, original]
            })
            .flatten()
            .collect();
        let mut beside = Self::default();
        if !ids.is_empty() {
            let found = crate::read::posts_by_id(sql, ids).await?;
            beside.posts = found.into_iter().map(|post| (post.id, post)).collect();
        }
        let went = posts.iter().filter_map(|post| post.moved_to);
        let there = went.filter_map(|id| beside.posts.get(&id).map(|post| post.thread));
        let came = posts.iter().filter_map(|post| post.came_from);
        let threads: Vec<ThreadId> = there.chain(came).collect();
        if !threads.is_empty() {
            beside.titles = crate::read::titles(sql, threads).await?;
        }
        let translated = posts.iter().filter(|post| post.translated);
        let translated: Vec<PostId> = translated.map(|post| post.id).collect();
        if !translated.is_empty() {
            beside.translations = crate::read_translations::of(sql, translated).await?;
        }
        Ok(beside)
    }

    /// A translation that was taken back before its original went to another thread is not of what stands here.
    fn original(&self, post: &Post) -> Option<TranslatesView> {
        let of = post.translates.as_ref()?;
        let original = self.posts.get(&of.post)?;
        (original.thread == post.thread).then(|| TranslatesView {
            id: original.id,
            seq: original.seq,
            language: of.language.clone(),
            older: of.older,
        })
    }

    fn translations_of(&self, post: &Post) -> Vec<TranslationView> {
        self.translations.get(&post.id).cloned().unwrap_or_default()
    }

    fn place(&self, id: PostId) -> Option<MovedPost> {
        let post = self.posts.get(&id)?;
        let OtherThread { thread, title } = self.thread(post.thread)?;
        Some(MovedPost {
            thread,
            title,
            seq: post.seq,
        })
    }

    fn thread(&self, id: ThreadId) -> Option<OtherThread> {
        let title = self.titles.get(&id)?.clone();
        Some(OtherThread { thread: id, title })
    }
}

/// Posts with what they point at.
pub async fn post_views(
    sql: &impl db::Sql,
    posts: Vec<Post>,
    secrets: &Secrets,
) -> Result<Vec<PostView>, db::DbFault> {
    let beside = Beside::of(sql, &posts).await?;
    let mut references = HashMap::new();
    Ok(posts
        .into_iter()
        .map(|post| {
            let own = references
                .entry(post.tenant)
                .or_insert_with(|| References::within(post.tenant, secrets));
            PostView::of(post, &beside, own)
        })
        .collect())
}

/// Part of a thread.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostPage {
    /// In order of `seq`.
    pub items: Vec<PostView>,
    pub has_before: bool,
    pub has_after: bool,
    pub last_seq: Seq,
    /// Subscribe to the socket from here: nothing is missed between this answer and the first event.
    pub last_change: i64,
}

/// A thread in a list.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ThreadItem {
    pub id: ThreadId,
    pub title: String,
    pub regime: Regime,
    pub visibility: Visibility,
    /// How many posts can be read in it: fewer than its last number when some were taken back, or moved.
    pub posts: i64,
    pub last_seq: Seq,
    pub last_post_at: Timestamp,
    /// Posts that the asker did not read yet; withdrawn ones never count.
    pub unread: i64,
    pub first_unread: Option<Seq>,
    pub kind: ThreadKind,
    /// Of a question: there is an answer.
    pub answered: bool,
}

impl ThreadItem {
    pub fn of(room: &Room, signed_in: bool) -> Self {
        Self {
            id: room.id,
            title: room.title.clone(),
            regime: room.regime,
            visibility: room.visibility,
            posts: room.voids.missing(room.last_seq),
            last_seq: room.last_seq,
            last_post_at: room.last_post_at,
            unread: room.unread(signed_in),
            first_unread: room.first_unread(signed_in),
            kind: room.kind,
            answered: room.answers > 0,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ThreadList {
    pub items: Vec<ThreadItem>,
    /// Until when the asker may not write in the issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<Timestamp>,
}

/// A thread, and how the asker stands to it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ThreadView {
    #[serde(flatten)]
    pub item: ThreadItem,
    pub issue: IssueId,
    pub issue_title: String,
    /// Who reads what is written here.
    pub readers: Readers,
    pub sheet: RoomSheet,
    pub last_change: i64,
    /// What the asker has read: pairs of first and last.
    pub read_ranges: Vec<(i64, i64)>,
    /// As whom the asker speaks here; null for who only reads.
    pub me: Option<MeHere>,
    /// Until when the asker may not write here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<Timestamp>,
    /// What whoever runs the issue set; left out where nothing holds people back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<RoomPace>,
    /// Why the asker does not write here now; left out where they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silence: Option<Silence>,
    pub can: ThreadCan,
    /// What is on top of it.
    pub pinned: Vec<MarkedPost>,
    /// What answers the question.
    pub answers: Vec<MarkedPost>,
    /// The thread that it went up into: nobody writes here any more.
    pub merged_into: Option<ThreadId>,
    /// The thread under other rules that it goes on from, where the asker may read that,
    pub follows: Option<OtherThread>,
    /// and the one in which it goes on.
    pub followed_by: Option<OtherThread>,
}

/// A post that stands out, in a line.
#[derive(Serialize, utoipa::ToSchema)]
pub struct MarkedPost {
    pub id: PostId,
    pub seq: Seq,
    pub name: String,
    /// Its first words as plain text.
    pub excerpt: String,
}

impl From<Post> for MarkedPost {
    fn from(post: Post) -> Self {
        Self {
            id: post.id,
            seq: post.seq,
            name: post.shown_name,
            excerpt: markdown::excerpt(&post.html, EXCERPT),
        }
    }
}

/// What stands out in a thread.
#[derive(Default)]
pub struct Marked {
    pub pinned: Vec<Post>,
    pub accepted: Vec<Post>,
}

/// As whom one speaks: by one's own name, by an alias, or as nobody, with an empty name.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeHere {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonRef>,
    pub name: String,
    pub capacity: Capacity,
    pub organisation: Option<String>,
}

impl MeHere {
    pub(crate) fn named(me: Participant, tenant: TenantId, secrets: &Secrets) -> Self {
        Self {
            person: Some(PersonRef::of(me.person, tenant, secrets)),
            name: me.shown_name,
            capacity: me.capacity,
            organisation: me.organisation,
        }
    }

    pub(crate) fn by_alias(alias: Alias, tenant: TenantId, secrets: &Secrets) -> Self {
        Self {
            person: voice_ref(Voice::Alias(alias.id), &References::within(tenant, secrets)),
            name: alias.name,
            ..Self::nobody()
        }
    }

    pub(crate) const fn nobody() -> Self {
        Self {
            person: None,
            name: String::new(),
            capacity: Capacity::Personal,
            organisation: None,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ThreadCan {
    pub reply: bool,
    /// Put posts on top, and take them to another thread.
    pub facilitate: bool,
    /// Say what answers the question.
    pub accept: bool,
    /// Put what others say into another language.
    pub translate: bool,
}

impl ThreadView {
    pub fn of(
        scope: &Scope,
        room: &Room,
        me: Option<MeHere>,
        sheet: RoomSheet,
        marked: Marked,
        pace: Option<RoomPace>,
        beside: &[Room],
    ) -> Self {
        let readers = match (room.regime, room.visibility) {
            (Regime::Trusted | Regime::Confidential | Regime::Authorless, _)
            | (Regime::Open, Visibility::Invited) => Readers::Participants,
            (Regime::Open, Visibility::Public) => Readers::Everyone,
            (Regime::Open, Visibility::Platform) => Readers::SignedIn,
            (Regime::Open, Visibility::Tenant) => Readers::Tenant,
        };
        Self {
            item: ThreadItem::of(room, scope.person.is_some()),
            issue: room.issue,
            issue_title: room.issue_title.clone(),
            readers,
            sheet,
            last_change: room.last_change,
            read_ranges: room.read.pairs().to_vec(),
            me,
            paused_until: room.paused_until,
            pace,
            silence: silence(scope, room),
            can: ThreadCan {
                reply: policy::may_reply(scope, room).is_ok(),
                facilitate: policy::may_facilitate(scope, room).is_ok(),
                accept: room.kind == ThreadKind::Question
                    && policy::may_accept_in(scope, room).is_ok(),
                translate: policy::may_translate(scope, room).is_ok(),
            },
            pinned: marked.pinned.into_iter().map(MarkedPost::from).collect(),
            answers: marked.accepted.into_iter().map(MarkedPost::from).collect(),
            merged_into: room.merged_into,
            follows: OtherThread::among(beside, room.follows),
            followed_by: OtherThread::among(beside, room.followed_by),
        }
    }
}

/// A post with its source, for its author's editor.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostSource {
    #[serde(flatten)]
    pub post: PostView,
    /// Markdown; empty for everyone but its author.
    pub body: String,
    pub can: PostCan,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostCan {
    pub edit: bool,
    pub withdraw: bool,
}

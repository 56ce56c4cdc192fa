//! Threads and posts as JSON. A post is the same for every reader of its room: nothing in it is about the viewer.

use std::collections::HashMap;

use issues::views::IssueItem;
use issues::{Capacity, Regime, Visibility, read::Participant};
use kernel::{IssueId, PostId, Scope, Seq, ThreadId, Timestamp};
use platform::{PersonRef, References, Secrets, markdown};
use serde::{Deserialize, Serialize};

use crate::hold::Held;
use crate::model::{Post, Room};
use crate::policy;

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
    pub author: PersonRef,
    pub name: String,
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
}

/// The post that a post answers to.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct QuoteView {
    pub seq: Seq,
    pub name: String,
    /// Its first words as plain text; empty when withdrawn.
    pub excerpt: String,
}

impl PostView {
    fn of(post: Post, quoted: Option<&Post>, references: &References) -> Self {
        Self {
            id: post.id,
            seq: post.seq,
            change: post.change,
            author: references.to(post.author),
            name: post.shown_name,
            capacity: post.capacity,
            organisation: post.organisation,
            html: post.html,
            quotes: quoted.map(|quoted| QuoteView {
                seq: quoted.seq,
                name: quoted.shown_name.clone(),
                excerpt: markdown::excerpt(&quoted.html, EXCERPT),
            }),
            created_at: post.created_at,
            edited_at: post.edited_at,
            withdrawn: post.withdrawn,
            held: post.held,
            version: post.version,
        }
    }
}

/// Posts with what they quote, in one more statement.
pub async fn post_views(
    sql: &impl db::Sql,
    posts: Vec<Post>,
    secrets: &Secrets,
) -> Result<Vec<PostView>, db::DbFault> {
    let ids: Vec<PostId> = posts.iter().filter_map(|post| post.quotes).collect();
    let quoted: HashMap<PostId, Post> = if ids.is_empty() {
        HashMap::new()
    } else {
        crate::read::posts_by_id(sql, ids)
            .await?
            .into_iter()
            .map(|post| (post.id, post))
            .collect()
    };
    let mut references = HashMap::new();
    Ok(posts
        .into_iter()
        .map(|post| {
            let quote = post.quotes.and_then(|id| quoted.get(&id));
            let own = references
                .entry(post.tenant)
                .or_insert_with(|| References::within(post.tenant, secrets));
            PostView::of(post, quote, own)
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
    pub last_seq: Seq,
    pub last_post_at: Timestamp,
    /// Posts that the asker did not read yet; withdrawn ones never count.
    pub unread: i64,
    pub first_unread: Option<Seq>,
}

impl ThreadItem {
    pub fn of(room: &Room, signed_in: bool) -> Self {
        Self {
            id: room.id,
            title: room.title.clone(),
            regime: room.regime,
            visibility: room.visibility,
            last_seq: room.last_seq,
            last_post_at: room.last_post_at,
            unread: room.unread(signed_in),
            first_unread: room.first_unread(signed_in),
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct ThreadList {
    pub items: Vec<ThreadItem>,
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
    pub can: ThreadCan,
}

/// What one should know before one speaks here.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoomSheet {
    /// What the conversation is for: the issue's core question.
    pub purpose: String,
    /// Whose issue it is: its rules say how long things are kept.
    pub organisation: String,
    /// Government bodies for which somebody takes part as an official.
    pub government_bodies: Vec<String>,
}

/// The circle of readers, for the line beside the composer.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Readers {
    Everyone,
    SignedIn,
    Tenant,
    Participants,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeHere {
    pub person: PersonRef,
    pub name: String,
    pub capacity: Capacity,
    pub organisation: Option<String>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ThreadCan {
    pub reply: bool,
}

impl ThreadView {
    pub fn of(
        scope: &Scope,
        room: &Room,
        me: Option<Participant>,
        sheet: RoomSheet,
        secrets: &Secrets,
    ) -> Self {
        let readers = match (room.regime, room.visibility) {
            (Regime::Trusted, _) | (Regime::Open, Visibility::Invited) => Readers::Participants,
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
            me: me.map(|me| MeHere {
                person: PersonRef::of(me.person, room.tenant, secrets),
                name: me.shown_name,
                capacity: me.capacity,
                organisation: me.organisation,
            }),
            paused_until: room.paused_until,
            can: ThreadCan {
                reply: policy::may_reply(scope, room).is_ok(),
            },
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

/// An older text of a post.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostVersion {
    pub version: i64,
    pub html: String,
    pub written_at: Timestamp,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct PostVersionList {
    pub items: Vec<PostVersion>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThreadForm {
    pub title: String,
    /// The first post, in Markdown.
    pub body: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyForm {
    /// Markdown, 1 to 20,000 characters.
    pub body: String,
    /// The post that this one answers to, in the same thread.
    pub quotes: Option<PostId>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditForm {
    pub body: String,
}

/// Pairs of first and last number.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadRanges {
    pub ranges: Vec<(i64, i64)>,
}

/// An issue in which the asker takes part, with what waits there.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MyIssue {
    #[serde(flatten)]
    pub issue: IssueItem,
    pub tenant_name: String,
    pub unread: i64,
    pub threads: Vec<ThreadItem>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct MyIssueList {
    pub items: Vec<MyIssue>,
    pub next: Option<String>,
}

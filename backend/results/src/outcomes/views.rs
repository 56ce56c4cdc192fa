//! Outcomes as JSON.

use std::collections::HashMap;

use db::{DbFault, Sql};
use issues::Regime;
use kernel::{IssueId, Locale, PostId, Scope, Seq, ThreadId, Timestamp};
use platform::markdown;
use serde::{Deserialize, Serialize};
use threads::{Post, Room};

use super::model::{
    Edition, Outcome, OutcomeText, Review, Statement, StatementKind, StatementText,
};
use super::policy;
use super::publish_outcome::Publishing;

/// The outcome of an issue: what was published, and for who writes it the draft beside it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeView {
    pub issue: IssueId,
    pub published: Option<EditionView>,
    /// Only for who may write it.
    pub draft: Option<EditionView>,
    /// 0 for as long as nothing was published, then 1, 2, 3 …
    pub published_version: i64,
    pub published_at: Option<Timestamp>,
    /// When somebody last looked again.
    pub reviewed_at: Option<Timestamp>,
    /// What was found then, and before; the newest first.
    pub reviews: Vec<ReviewView>,
    pub can: OutcomeCan,
    /// What an edit starts from; 0 when nothing was written yet.
    pub version: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct OutcomeCan {
    pub write: bool,
    pub publish: bool,
    pub review: bool,
}

/// What was found by who looked again.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// Safe HTML.
    pub html: String,
    pub reviewed_at: Timestamp,
}

impl From<Review> for ReviewView {
    fn from(review: Review) -> Self {
        Self {
            html: review.html,
            reviewed_at: review.at,
        }
    }
}

/// A whole text.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditionView {
    pub title: String,
    /// Markdown, for the editor.
    pub intro: String,
    /// Safe HTML, for the reader.
    pub intro_html: String,
    pub lang: Locale,
    /// When somebody looks again.
    pub review_at: Option<Timestamp>,
    pub statements: Vec<StatementView>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatementView {
    pub kind: StatementKind,
    /// Markdown, for the editor.
    pub text: String,
    /// Safe HTML, for the reader.
    pub html: String,
    /// Why not; for what is not done.
    pub why: Option<String>,
    /// The posts that it rests on and that the asker may read.
    pub sources: Vec<SourceView>,
    /// How many more it rests on, in rooms that are closed to the asker.
    pub closed_sources: usize,
    /// Those posts, so that a writer who cannot read them keeps them; in a draft only.
    pub closed_posts: Vec<PostId>,
}

/// A post that a statement rests on.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    pub post: PostId,
    pub thread: ThreadId,
    pub thread_title: String,
    pub seq: Seq,
    /// The rules of its room: in a trusted one, words are used with consent only.
    pub regime: Regime,
    /// Who said it, by the name that this person chose here.
    pub name: String,
    pub excerpt: String,
}

const EXCERPT_CHARS: usize = 160;

impl OutcomeView {
    pub fn of(
        scope: &Scope,
        issue: &issues::Issue,
        outcome: Option<(&Outcome, Vec<Review>)>,
        published: Option<EditionView>,
        draft: Option<EditionView>,
    ) -> Self {
        let write = policy::may_write(scope, issue).is_ok();
        let (outcome, reviews) = outcome.unzip();
        let reviews = reviews.unwrap_or_default();
        Self {
            issue: issue.id,
            reviews: reviews.into_iter().map(ReviewView::from).collect(),
            published_version: outcome.map_or(0, |outcome| outcome.published_version),
            published_at: outcome.and_then(|outcome| outcome.published_at),
            reviewed_at: outcome.and_then(|outcome| outcome.reviewed_at),
            version: outcome.map_or(0, |outcome| outcome.version),
            can: OutcomeCan {
                write,
                publish: write && draft.is_some(),
                review: write && published.is_some(),
            },
            published,
            draft,
        }
    }
}

/// The posts that statements rest on, as far as this person may read them.
pub struct Sources {
    rooms: HashMap<ThreadId, Room>,
    posts: HashMap<PostId, Post>,
}

impl Sources {
    /// Two statements, whatever the number of posts.
    pub async fn load(
        sql: &impl Sql,
        issue: IssueId,
        editions: &[&Edition],
    ) -> Result<Self, DbFault> {
        let wanted: Vec<PostId> = editions
            .iter()
            .flat_map(|edition| &edition.statements)
            .flat_map(|statement| statement.posts.iter().copied())
            .collect();
        if wanted.is_empty() {
            return Ok(Self {
                rooms: HashMap::new(),
                posts: HashMap::new(),
            });
        }
        let rooms = threads::read::of_issue(sql, issue).await?;
        let posts = threads::read::posts_by_id(sql, wanted).await?;
        Ok(Self {
            rooms: rooms.into_iter().map(|room| (room.id, room)).collect(),
            posts: posts.into_iter().map(|post| (post.id, post)).collect(),
        })
    }

    /// What was published, for its readers.
    pub fn published(&self, edition: Edition) -> EditionView {
        let mut view = self.draft(edition);
        for statement in &mut view.statements {
            statement.closed_posts.clear();
        }
        view
    }

    /// The draft, for who writes it.
    pub fn draft(&self, edition: Edition) -> EditionView {
        EditionView {
            title: edition.title,
            intro: edition.intro,
            intro_html: edition.intro_html,
            lang: edition.lang,
            review_at: edition.review_at,
            statements: edition
                .statements
                .into_iter()
                .map(|statement| self.statement(statement))
                .collect(),
        }
    }

    fn statement(&self, statement: Statement) -> StatementView {
        let closed = |post: &PostId| {
            self.posts
                .get(post)
                .is_some_and(|post| !self.rooms.contains_key(&post.thread))
        };
        let closed_posts: Vec<PostId> = statement.posts.iter().copied().filter(closed).collect();
        StatementView {
            kind: statement.kind,
            text: statement.text,
            html: statement.html,
            why: statement.why,
            closed_sources: closed_posts.len(),
            closed_posts,
            sources: statement
                .posts
                .iter()
                .filter_map(|post| self.source(*post))
                .collect(),
        }
    }

    /// Whether this text rests on words from a room where they are used with consent only.
    /// A room that its writer cannot read is one, whatever it is.
    pub fn asks_consent(&self, edition: &Edition) -> bool {
        let asks = |post: &Post| {
            self.rooms
                .get(&post.thread)
                .is_none_or(|room| asks_consent(room.regime))
        };
        edition
            .statements
            .iter()
            .flat_map(|statement| &statement.posts)
            .filter_map(|post| self.posts.get(post))
            .any(|post| !post.withdrawn && asks(post))
    }

    /// Nothing of a post that was taken back.
    fn source(&self, id: PostId) -> Option<SourceView> {
        let post = self.posts.get(&id).filter(|post| !post.withdrawn)?;
        let room = self.rooms.get(&post.thread)?;
        Some(SourceView {
            post: post.id,
            thread: room.id,
            thread_title: room.title.clone(),
            seq: post.seq,
            regime: room.regime,
            name: attribution(room.regime, post),
            excerpt: markdown::excerpt(&post.html, EXCERPT_CHARS),
        })
    }
}

/// Whether words from such a room are used with the consent of whoever wrote them. In a room without authors nobody can
/// be asked.
const fn asks_consent(regime: Regime) -> bool {
    match regime {
        Regime::Trusted | Regime::Confidential => true,
        Regime::Open | Regime::Authorless => false,
    }
}

/// By whom it is said to be: outside the room an alias is nobody.
fn attribution(regime: Regime, post: &Post) -> String {
    if regime.names_people() {
        post.shown_name.clone()
    } else {
        String::new()
    }
}

/// What a facilitator types. In a draft everything may still be empty.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutcomeForm {
    #[serde(default)]
    pub title: String,
    /// Markdown.
    #[serde(default)]
    pub intro: String,
    #[serde(default)]
    pub lang: Locale,
    pub review_at: Option<Timestamp>,
    #[serde(default)]
    pub statements: Vec<StatementForm>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StatementForm {
    pub kind: StatementKind,
    /// Markdown.
    #[serde(default)]
    pub text: String,
    pub why: Option<String>,
    /// Posts in threads of this issue.
    #[serde(default)]
    pub posts: Vec<PostId>,
}

impl From<OutcomeForm> for OutcomeText {
    fn from(form: OutcomeForm) -> Self {
        Self {
            title: form.title,
            intro: form.intro,
            lang: form.lang,
            review_at: form.review_at,
            statements: form
                .statements
                .into_iter()
                .map(
                    |StatementForm {
                         kind,
                         text,
                         why,
                         posts,
                     }| StatementText {
                        kind,
                        text,
                        why,
                        posts,
                    },
                )
                .collect(),
        }
    }
}

/// What somebody says while publishing.
#[derive(Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishForm {
    /// The version that was seen last; when the draft has moved on since, nothing is published.
    pub version: Option<i64>,
    /// The writers agreed to the use of what they said in a trusted room. Asked only when it is used.
    #[serde(default)]
    pub quoting_agreed: bool,
}

impl From<PublishForm> for Publishing {
    fn from(form: PublishForm) -> Self {
        Self {
            version: form.version,
            quoting_agreed: form.quoting_agreed,
        }
    }
}

/// What somebody found who looked again.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewForm {
    /// Markdown; at most 2,000 characters.
    pub text: String,
    /// The next time; none when this was the last.
    pub review_at: Option<Timestamp>,
}

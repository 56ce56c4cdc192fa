//! What a person sends about threads and posts.

use issues::Regime;
use kernel::PostId;
use serde::{Deserialize, Serialize};

use crate::PostFileForm;
use crate::model::ThreadKind;

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThreadForm {
    pub title: String,
    /// The first post, in Markdown.
    pub body: String,
    /// The rules of this room: those of the issue, or closer ones; the issue's own when left out.
    pub regime: Option<Regime>,
    #[serde(default)]
    pub kind: ThreadKind,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyForm {
    /// Markdown, 1 to 20,000 characters.
    pub body: String,
    /// The post that this one answers to, in the same thread.
    pub quotes: Option<PostId>,
    /// Added to the thread before; six at most.
    #[serde(default)]
    pub files: Vec<PostFileForm>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditForm {
    pub body: String,
    /// Other words beside files of this post.
    #[serde(default)]
    pub files: Vec<PostFileForm>,
}

/// Pairs of first and last number.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadRanges {
    pub ranges: Vec<(i64, i64)>,
}

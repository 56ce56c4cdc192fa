//! What a person sends about threads and posts.

use issues::Regime;
use kernel::PostId;
use serde::{Deserialize, Serialize};

use crate::PostFileForm;
use crate::model::ThreadKind;

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ThreadForm {
    pub title: String,
    /// The first post, in Markdown.
    pub body: String,
    /// The rules of this room: those of the issue, or closer ones; the issue's own when left out.
    pub regime: Option<Regime>,
    #[serde(default)]
    pub kind: ThreadKind,
    /// Nobody reads a post before somebody who moderates let it through; in a conversation or a question, where there are
    /// authors.
    #[serde(default)]
    pub looked_at_first: bool,
    /// Of the first post: added to the issue before; six at most, and none where nobody learns who wrote what.
    #[serde(default)]
    pub files: Vec<PostFileForm>,
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
    /// Who takes part to translate says of which post this is a translation; nobody else does.
    pub translates: Option<TranslatesForm>,
}

/// Of which post it is a translation
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TranslatesForm {
    /// In the same thread; itself no translation.
    pub post_id: PostId,
    /// Of that post, as it was read: of an earlier one the translation says so.
    pub version: i64,
    /// A BCP 47 tag, 35 characters at most.
    pub language: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditForm {
    pub body: String,
    /// All that is to hang on it from now on, what hangs there already too; what hangs there stays when left out.
    pub files: Option<Vec<PostFileForm>>,
}

/// Pairs of first and last number.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadRanges {
    pub ranges: Vec<(i64, i64)>,
}

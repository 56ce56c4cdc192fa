//! What a post says of translations, as JSON.

use kernel::{LanguageTag, PostId, Seq};
use serde::Serialize;

/// What a translation is one of.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct TranslatesView {
    pub id: PostId,
    pub seq: Seq,
    /// The language that it is put into: a BCP 47 tag.
    pub language: LanguageTag,
    /// What it was made of says something else since.
    pub older: bool,
}

/// A translation of a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct TranslationView {
    pub id: PostId,
    pub seq: Seq,
    pub language: LanguageTag,
}

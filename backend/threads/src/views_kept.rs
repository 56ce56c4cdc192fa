//! What a post said before, and what is held on to of a long conversation, as JSON.

use kernel::Timestamp;
use serde::Serialize;

use crate::views::PostView;
use crate::{PostFile, Version};

/// An older text of a post.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostVersion {
    pub version: i64,
    pub html: String,
    pub written_at: Timestamp,
    /// What hung on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<PostFile>,
}

impl From<Version> for PostVersion {
    fn from(it: Version) -> Self {
        Self {
            version: it.version,
            html: it.html,
            written_at: it.written_at,
            files: it.files,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct PostVersionList {
    pub items: Vec<PostVersion>,
}

/// A post that is on top, answers the question, or that the outcome rests on.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FeedbackPost {
    #[serde(flatten)]
    pub post: PostView,
    /// Whether the published outcome rests on it.
    pub cited: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct FeedbackPage {
    /// In the order in which they were said.
    pub items: Vec<FeedbackPost>,
    pub next: Option<String>,
}

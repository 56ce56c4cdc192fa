//! What a post said before, and what is held on to of a long conversation, as JSON.

use serde::Serialize;

use crate::PostVersion;
use crate::views::PostView;

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

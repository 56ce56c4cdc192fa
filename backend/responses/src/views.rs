//! Responses as JSON. They are apart from posts, which read the same to everybody: here stands which are the reader's own.

use kernel::{PersonId, PostId, Seq};
use serde::Serialize;

use crate::model::{Response, ResponseKind};

/// One word, from one person or more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct GivenResponse {
    pub kind: ResponseKind,
    /// Who gave it, as they are called in the room, the first one first.
    pub names: Vec<String>,
    /// The reader did.
    pub mine: bool,
}

/// What was said to a post, in the order of the kinds: never in the order of how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PostResponses {
    pub post: PostId,
    pub seq: Seq,
    pub given: Vec<GivenResponse>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct PostResponsesList {
    /// Posts to which nobody responded are left out.
    pub items: Vec<PostResponses>,
}

/// Responses in the order of their posts.
pub(crate) fn gathered(reader: Option<PersonId>, responses: Vec<Response>) -> Vec<PostResponses> {
    let mut items: Vec<PostResponses> = Vec::new();
    for response in responses {
        if items.last().is_none_or(|last| last.post != response.post) {
            items.push(PostResponses {
                post: response.post,
                seq: response.seq,
                given: Vec::new(),
            });
        }
        if let Some(item) = items.last_mut() {
            item.add(response, reader);
        }
    }
    items
}

impl PostResponses {
    pub(crate) const fn none(post: PostId, seq: Seq) -> Self {
        Self {
            post,
            seq,
            given: Vec::new(),
        }
    }

    fn add(&mut self, response: Response, reader: Option<PersonId>) {
        let mine = reader == Some(response.person);
        if let Some(known) = self.given.iter_mut().find(|it| it.kind == response.kind) {
            known.names.push(response.name);
            known.mine |= mine;
            return;
        }
        self.given.push(GivenResponse {
            kind: response.kind,
            names: vec![response.name],
            mine,
        });
        self.given.sort_by_key(|it| it.kind);
    }
}

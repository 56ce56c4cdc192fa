//! Posts that are gone for good with the conversation that they stood in: for what was made of them elsewhere.

use std::collections::BTreeMap;

use kernel::{Event, PostId, TenantId, ThreadId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// So many posts are told of in one event.
const TOGETHER: usize = 100;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostsForgotten {
    pub tenant: TenantId,
    pub thread: ThreadId,
    pub posts: Vec<PostId>,
}

impl PostsForgotten {
    pub const KIND: &'static str = "posts.forgotten";

    /// Of posts by organisation and conversation.
    pub fn all(posts: impl IntoIterator<Item = (TenantId, ThreadId, PostId)>) -> Vec<Self> {
        let mut by_room: BTreeMap<(TenantId, ThreadId), Vec<PostId>> = BTreeMap::new();
        for (tenant, thread, post) in posts {
            by_room.entry((tenant, thread)).or_default().push(post);
        }
        let mut all = Vec::new();
        for ((tenant, thread), posts) in by_room {
            all.extend(posts.chunks(TOGETHER).map(|some| Self {
                tenant,
                thread,
                posts: some.to_vec(),
            }));
        }
        all
    }
}

impl Event for PostsForgotten {
    fn kind(&self) -> &'static str {
        Self::KIND
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant)
    }
    fn subject(&self) -> Uuid {
        self.thread.uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_posts_of_a_conversation_are_told_of_in_pieces() {
        let id = |number: u128| Uuid::from_u128(number);
        let posts = (0..250).map(|number| {
            let thread = if number < 150 { 1 } else { 2 };
            (id(9).into(), id(thread).into(), id(100 + number).into())
        });
        let sizes: Vec<usize> = PostsForgotten::all(posts)
            .iter()
            .map(|it| it.posts.len())
            .collect();
        assert_eq!(sizes, [100, 50, 100]);
    }
}

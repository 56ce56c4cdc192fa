//! A room and its posts. Pure.

use issues::{Capacity, IssueState, Regime, Visibility};
use kernel::{
    FieldFault, IssueId, IssueRole, PersonId, PostId, Prose, Seq, TenantId, ThreadId, Timestamp,
};
use platform::markdown;

use crate::hold::Held;
use crate::{Ranges, ThreadFault};

/// A thread as one person finds it: what it is, and how that person stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub id: ThreadId,
    pub tenant: TenantId,
    pub issue: IssueId,
    pub issue_title: String,
    pub issue_state: IssueState,
    pub title: String,
    pub visibility: Visibility,
    pub regime: Regime,
    pub last_seq: Seq,
    pub last_change: i64,
    pub last_post_at: Timestamp,
    /// Numbers of posts that were withdrawn: they count as read for everyone.
    pub voids: Ranges,
    /// The asker's role in the issue, now.
    pub role: Option<IssueRole>,
    /// What the asker has read.
    pub read: Ranges,
    /// Until when the asker may not write here.
    pub paused_until: Option<Timestamp>,
}

impl Room {
    /// Posts that are there and that the asker did not read; 0 for a visitor, who has no memory here.
    pub fn unread(&self, signed_in: bool) -> i64 {
        if signed_in {
            self.read.union(&self.voids).missing(self.last_seq)
        } else {
            0
        }
    }

    pub fn first_unread(&self, signed_in: bool) -> Option<Seq> {
        if signed_in {
            self.read.union(&self.voids).first_missing(self.last_seq)
        } else {
            None
        }
    }
}

/// What a person wrote, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub markdown: String,
    pub html: String,
}

impl Body {
    pub const MAX_CHARS: usize = 20_000;

    pub fn parse(raw: &str) -> Result<Self, ThreadFault> {
        let text = Prose::<{ Self::MAX_CHARS }>::parse(raw)
            .map_err(|fault| ThreadFault::Invalid(vec![FieldFault::new("/body", fault.code())]))?;
        let html = markdown::to_html(text.as_str());
        Ok(Self {
            markdown: text.into_string(),
            html,
        })
    }
}

/// A contribution, as every reader of the room sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub id: PostId,
    pub thread: ThreadId,
    pub tenant: TenantId,
    pub seq: Seq,
    /// The number of the last change in the thread that touched it: what sockets resume by.
    pub change: i64,
    pub author: PersonId,
    pub shown_name: String,
    pub capacity: Capacity,
    pub organisation: Option<String>,
    pub html: String,
    pub quotes: Option<PostId>,
    pub created_at: Timestamp,
    pub edited_at: Option<Timestamp>,
    /// Its words are not there: its author took them back, or they are held.
    pub withdrawn: bool,
    pub held: Option<Held>,
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_body_is_refused_at_its_field() {
        assert!(
            matches!(Body::parse("  \n "), Err(ThreadFault::Invalid(fields)) if fields == [FieldFault::new("/body", "text.empty")])
        );
    }

    #[test]
    fn a_body_of_the_longest_length_fits() {
        assert!(Body::parse(&"é".repeat(Body::MAX_CHARS)).is_ok());
        assert!(Body::parse(&"é".repeat(Body::MAX_CHARS + 1)).is_err());
    }
}

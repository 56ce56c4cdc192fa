//! A room and its posts. Pure.

use db::DbFault;
use issues::{Capacity, IssueState, Regime, Visibility};
use kernel::{
    FieldFault, IssueId, IssueRole, LanguageTag, PostId, Prose, Seq, TenantId, ThreadId, Timestamp,
};
use platform::markdown;
use serde::{Deserialize, Serialize};

use crate::PostFile;
use crate::hold::Held;
use crate::pace::Pace;
use crate::{Ranges, ThreadFault, Voice, voice, waiting};

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
    pub kind: ThreadKind,
    /// Who opened it: of a question, who asks.
    pub author: Voice,
    /// How many posts are pinned.
    pub pins: i64,
    /// How many posts answer the question.
    pub answers: i64,
    /// The thread that this one went up into.
    pub merged_into: Option<ThreadId>,
    /// Which round it is in, and the number after which its posts come; 0 in other threads.
    pub round: i64,
    pub round_from: Seq,
    /// Nobody reads a post before somebody who moderates let it through.
    pub looked_at_first: bool,
    /// Until when the asker may not write here.
    pub paused_until: Option<Timestamp>,
    pub pace: Pace,
    /// The thread under other rules that it goes on from,
    pub follows: Option<ThreadId>,
    /// and the one that goes on from it.
    pub followed_by: Option<ThreadId>,
}

impl Room {
    /// An id for a new post, which tells no more of its moment than the post does.
    pub(crate) fn new_post(&self, now: Timestamp) -> PostId {
        PostId::new(voice::moment(self.regime, now))
    }

    /// Everybody who may read the issue reads it.
    pub fn is_open(&self) -> bool {
        self.regime == Regime::Open && self.visibility != Visibility::Invited
    }

    /// Whether somebody can read each post first.
    pub fn can_wait(&self) -> bool {
        waiting::can_wait(self.kind, self.regime)
    }

    /// Whether it is kept who has read what: where nobody is an author, nobody is a reader.
    pub fn remembers(&self) -> bool {
        remembers(self.regime)
    }

    /// Posts that are there and that the asker did not read; 0 for a visitor, who has no memory here.
    pub fn unread(&self, signed_in: bool) -> i64 {
        if signed_in && self.remembers() {
            self.read.union(&self.voids).missing(self.last_seq)
        } else {
            0
        }
    }

    pub fn first_unread(&self, signed_in: bool) -> Option<Seq> {
        if signed_in && self.remembers() {
            self.read.union(&self.voids).first_missing(self.last_seq)
        } else {
            None
        }
    }
}

/// Whether rooms of this regime keep who has read what.
pub fn remembers(regime: Regime) -> bool {
    regime != Regime::Authorless
}

/// What a person wrote, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub markdown: String,
    pub html: String,
}

/// All that makes a new post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub body: Body,
    pub quotes: Option<PostId>,
    pub files: Vec<PostFile>,
    pub translates: Option<Translation>,
}

/// What is put into another language, in the version that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    pub post: PostId,
    pub version: i64,
    pub language: LanguageTag,
    /// It says something else by now.
    pub older: bool,
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
    pub author: Voice,
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
    /// On top of the room.
    pub pinned: bool,
    /// Answers the question.
    pub accepted: bool,
    /// From where its author says to speak here: never part of a profile.
    pub perspective: Option<String>,
    /// What its author says that it is, in a dilemma.
    pub view: Option<ViewKind>,
    pub files: Vec<PostFile>,
    /// Of a place that a post left: which post that was.
    pub moved_to: Option<PostId>,
    /// Of a post that came from elsewhere: the thread it was in.
    pub came_from: Option<ThreadId>,
    pub translates: Option<Translates>,
    /// Somebody put it into another language.
    pub translated: bool,
}

/// What a translation is one of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translates {
    pub post: PostId,
    pub language: LanguageTag,
    /// What it was made of was written otherwise since.
    pub older: bool,
}

/// What is put beside a post, or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Pinned(bool),
    Accepted(bool),
    Perspective(Option<String>),
    View(Option<ViewKind>),
}

/// What a post is in a dilemma: its author says so, nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ViewKind {
    /// What somebody worries about: heard by somebody else first.
    Concern,
    /// What should be done.
    Position,
    /// What is at stake for somebody.
    Interest,
    /// What is held dear.
    Value,
    /// What somebody would rather have.
    Preference,
    /// What is so, and can be looked up.
    Fact,
}

impl ViewKind {
    pub const ALL: [Self; 6] = [
        Self::Concern,
        Self::Position,
        Self::Interest,
        Self::Value,
        Self::Preference,
        Self::Fact,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Concern => "concern",
            Self::Position => "position",
            Self::Interest => "interest",
            Self::Value => "value",
            Self::Preference => "preference",
            Self::Fact => "fact",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// How people talk in a thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ThreadKind {
    #[default]
    Talk,
    /// One or more posts are its answer.
    Question,
    /// Everyone once before anyone twice.
    Round,
    /// Concerns are heard, views are sorted, and whoever facilitates says what is possible.
    Dilemma,
}

impl ThreadKind {
    pub const ALL: [Self; 4] = [Self::Talk, Self::Question, Self::Round, Self::Dilemma];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Question => "question",
            Self::Round => "round",
            Self::Dilemma => "dilemma",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
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

//! A report, the case that it opens, what is decided and what is objected to. Pure.

use std::time::Duration;

use db::DbFault;
use issues::IssueWords;
use kernel::{
    AppealId, CaseId, DecisionId, IssueId, Locale, PersonId, PostId, ReportId, Seq, TenantId,
    ThreadId, Timestamp,
};
use serde::{Deserialize, Serialize};
use threads::Voice;

/// Words that tables and the wire know by the same name.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $word:ident = $text:literal),+ $(,)? })+) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        $(#[$doc])*
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$about])* $word),+ }

        impl $name {
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text),+ }
            }
            pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
                match raw { $($text => Ok(Self::$word),)+ _ => Err(DbFault::corrupt(raw)) }
            }
        }
    )+};
}

words! {
    /// What is wrong with a post.
    ReportReason {
        Unlawful = "unlawful",
        Hate = "hate",
        Threat = "threat",
        /// Somebody's private data.
        PrivateData = "private-data",
        /// Sexual abuse of children: whoever reports that need not say who they are (DSA, article 16, 2c).
        ChildAbuse = "child-abuse",
        HouseRules = "house-rules",
        Spam = "spam",
        Other = "other",
    }

    /// How far a case has come.
    CaseState {
        Open = "open",
        Decided = "decided",
        /// Somebody does not agree with what was decided.
        Appealed = "appealed",
    }

    /// What is done with a post; `upheld` and `reversed` are answers to an appeal.
    #[schema(as = ModerationAct)]
    Act {
        Leave = "leave",
        /// Until a day.
        Hide = "hide",
        /// To its author, who writes it otherwise; then it is there again.
        Return = "return",
        Remove = "remove",
        /// A neutral title takes the place of the one that was reported; of an issue its text is taken away too.
        Retitle = "retitle",
        Upheld = "upheld",
        Reversed = "reversed",
        /// Somebody who does not come into the room read the post, to decide: in the log of the room only.
        Looked = "looked",
    }

    /// What a case, and what is decided in it, is about.
    #[schema(as = ModerationAbout)]
    About {
        Post = "post",
        /// That a conversation was opened with.
        Title = "title",
        /// The title and the text of an issue.
        Issue = "issue",
    }

    /// What a decision rests on.
    #[schema(as = ModerationGround)]
    Ground {
        Law = "law",
        Rules = "rules",
    }

    /// Who does not agree.
    AppealSide {
        Author = "author",
        Reporter = "reporter",
    }
}

/// How far a report has come, for who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReportState {
    Received,
    Decided,
    /// Somebody looks at it again.
    Appealed,
}

impl About {
    pub const fn is_title(self) -> bool {
        match self {
            Self::Post | Self::Issue => false,
            Self::Title => true,
        }
    }
}

impl About {
    /// By which the sentences about it differ, where there is one for each.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Post => "",
            Self::Title => "-title",
            Self::Issue => "-issue",
        }
    }
}

impl Act {
    /// What is said to who objected: nothing is decided by it.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Upheld | Self::Reversed)
    }
}

/// By which word the sentences about it are found.
pub const fn word_of(act: Act, about: About) -> &'static str {
    match (act, about) {
        (Act::Leave, About::Title) => "leave-title",
        (Act::Reversed, About::Title) => "reversed-title",
        (Act::Leave, About::Issue) => "leave-issue",
        (Act::Retitle, About::Issue) => "retitle-issue",
        (Act::Reversed, About::Issue) => "reversed-issue",
        _ => act.as_str(),
    }
}

impl ReportReason {
    pub const ALL: [Self; 8] = [
        Self::Unlawful,
        Self::Hate,
        Self::Threat,
        Self::PrivateData,
        Self::ChildAbuse,
        Self::HouseRules,
        Self::Spam,
        Self::Other,
    ];

    /// It is said to be against the law: who says so states that they believe it.
    pub const fn is_about_law(self) -> bool {
        match self {
            Self::Unlawful | Self::Hate | Self::Threat | Self::PrivateData | Self::ChildAbuse => {
                true
            }
            Self::HouseRules | Self::Spam | Self::Other => false,
        }
    }

    /// Without an account, one says who one is, but for what the law lets people report unnamed.
    pub const fn needs_name(self) -> bool {
        match self {
            Self::ChildAbuse => false,
            Self::Unlawful
            | Self::Hate
            | Self::Threat
            | Self::PrivateData
            | Self::HouseRules
            | Self::Spam
            | Self::Other => true,
        }
    }
}

const DAY: u64 = 24 * 3_600;

/// Within which one may object: six months.
pub const APPEAL_WITHIN: Duration = Duration::from_secs(183 * DAY);
/// After the last decision; nobody can object any more by then.
pub const KEPT: Duration = Duration::from_secs(213 * DAY);
/// How long a case is one moderator's.
pub const CLAIMED_FOR: Duration = Duration::from_secs(2 * 3_600);
/// How long those who run a closed room have, before an owner of the organisation may look.
pub const ROOM_HAS: Duration = Duration::from_secs(7 * DAY);
/// The farthest end of a measure.
pub const MOST_UNTIL: Duration = Duration::from_secs(366 * DAY);

/// Characters.
pub const MOST_WORDS: usize = 2_000;
pub const MOST_RULE: usize = 300;
pub const MOST_FACTS: usize = 4_000;

/// What somebody says of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    pub id: ReportId,
    pub tenant: TenantId,
    pub case: CaseId,
    /// Nobody of ours, without an account.
    pub reporter: Option<PersonId>,
    pub name: Option<String>,
    pub address: Option<String>,
    pub locale: Locale,
    pub reason: ReportReason,
    pub words: String,
    pub stated_true: bool,
    pub reported_at: Timestamp,
}

/// What somebody reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Post(PostId),
    /// The title of this conversation.
    Title(ThreadId),
    /// The title and the text of this issue.
    Issue(IssueId),
}

impl Target {
    pub const fn about(self) -> About {
        match self {
            Self::Post(_) => About::Post,
            Self::Title(_) => About::Title,
            Self::Issue(_) => About::Issue,
        }
    }
}

/// Where a post stands; of a title, the post that its conversation was opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub thread: ThreadId,
    pub post: PostId,
}

impl Place {
    pub fn of(thread: Option<uuid::Uuid>, post: Option<uuid::Uuid>) -> Option<Self> {
        let (thread, post) = thread.zip(post)?;
        Some(Self {
            thread: thread.into(),
            post: post.into(),
        })
    }
}

/// A post, a title or an issue that somebody reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    pub id: CaseId,
    pub tenant: TenantId,
    pub issue: IssueId,
    /// None of an issue.
    pub place: Option<Place>,
    pub about: About,
    pub author: Voice,
    /// Only those who take part come into its room.
    pub closed_room: bool,
    pub state: CaseState,
    pub claimed_by: Option<PersonId>,
    pub claimed_until: Option<Timestamp>,
    pub decided_by: Option<PersonId>,
    pub opened_at: Timestamp,
    pub changed_at: Timestamp,
    pub version: i64,
}

impl Case {
    /// Who has it in hand now.
    pub fn holder(&self, now: Timestamp) -> Option<PersonId> {
        self.claimed_by
            .filter(|_| self.claimed_until.is_some_and(|until| now < until))
    }

    /// Of which one case waits at most.
    pub fn thing(&self) -> uuid::Uuid {
        match (self.about, self.place) {
            (About::Post, Some(place)) => place.post.uuid(),
            (About::Title, Some(place)) => place.thread.uuid(),
            (About::Issue, _) | (_, None) => self.issue.uuid(),
        }
    }

    pub const fn waits(&self) -> bool {
        match self.state {
            CaseState::Open | CaseState::Appealed => true,
            CaseState::Decided => false,
        }
    }
}

/// What was decided, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub id: DecisionId,
    pub tenant: TenantId,
    pub case: CaseId,
    pub issue: IssueId,
    /// None of an issue, as its number.
    pub place: Option<Place>,
    pub post_seq: Option<Seq>,
    pub about: About,
    /// Nobody, once it is forgotten.
    pub author: Option<PersonId>,
    pub act: Act,
    pub warned: bool,
    pub until: Option<Timestamp>,
    pub paused_until: Option<Timestamp>,
    pub ground: Option<Ground>,
    pub rule: String,
    pub facts: String,
    /// Of a title that was replaced: what it was, and what it is.
    pub titles: Option<(String, String)>,
    /// Of an issue that was: what its text was.
    pub words_before: Option<IssueWords>,
    pub from: DecidedFrom,
    /// Nobody, once it is forgotten, and where the installation decided.
    pub decided_by: Option<PersonId>,
    pub decided_at: Timestamp,
    pub rewritten_at: Option<Timestamp>,
}

impl Decision {
    /// It answers an appeal, and is not objected to in turn.
    pub const fn is_answer(&self) -> bool {
        match self.act {
            Act::Upheld | Act::Reversed => true,
            Act::Leave | Act::Hide | Act::Return | Act::Remove | Act::Retitle | Act::Looked => {
                false
            }
        }
    }

    /// Something is done to the post or its author.
    pub const fn is_measure(&self) -> bool {
        let to_post = match self.act {
            Act::Hide | Act::Return | Act::Remove | Act::Retitle => true,
            Act::Leave | Act::Upheld | Act::Reversed | Act::Looked => false,
        };
        to_post || self.warned || self.paused_until.is_some()
    }

    pub fn appeal_until(&self) -> Timestamp {
        self.decided_at.plus(APPEAL_WITHIN)
    }
}

/// From how far somebody decides; as a column holds it, the farther the higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedFrom {
    /// Who runs the room.
    Room,
    /// Somebody of the organisation who does not run the room.
    Organisation,
    /// Who runs the installation, and is no person to us: the last one, where nobody else can or did.
    Installation,
}

impl DecidedFrom {
    pub const fn number(self) -> i64 {
        match self {
            Self::Room => 0,
            Self::Organisation => 1,
            Self::Installation => 2,
        }
    }
    pub(crate) fn from_number(raw: i64) -> Result<Self, DbFault> {
        [Self::Room, Self::Organisation, Self::Installation]
            .into_iter()
            .find(|it| it.number() == raw)
            .ok_or_else(|| DbFault::corrupt(raw.to_string()))
    }
    pub const fn is_installation(self) -> bool {
        matches!(self, Self::Installation)
    }
}

/// Somebody does not agree with a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Appeal {
    pub id: AppealId,
    pub tenant: TenantId,
    pub case: CaseId,
    pub decision: DecisionId,
    pub person: Option<PersonId>,
    pub report: Option<ReportId>,
    pub side: AppealSide,
    pub words: String,
    pub appealed_at: Timestamp,
    /// The decision that answers it.
    pub answer: Option<DecisionId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_law_lets_unnamed_is_reported_unnamed() {
        let unnamed: Vec<_> = ReportReason::ALL
            .iter()
            .filter(|reason| !reason.needs_name())
            .collect();
        assert_eq!(unnamed, [&ReportReason::ChildAbuse]);
        assert!(ReportReason::ChildAbuse.is_about_law());
    }
}

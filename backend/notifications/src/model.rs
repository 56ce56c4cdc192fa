//! A line in somebody's notifications, and the words that describe it. Pure.

use std::collections::{HashMap, HashSet};

use db::DbFault;
use kernel::{IssueId, NotificationId, PersonId, TenantId, ThreadId, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Words that tables, the wire and the catalogue know by the same name.
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
    /// What happened.
    #[schema(as = NotificationKind)]
    Kind {
        ThreadOpened = "thread-opened",
        Replied = "replied",
        IssueMoved = "issue-moved",
        ProposalReceived = "proposal-received",
        ProposalAccepted = "proposal-accepted",
        ProposalDeclined = "proposal-declined",
        /// A new issue, for who follows its theme or region.
        IssuePublished = "issue-published",
        OutcomePublished = "outcome-published",
        /// The day has come on which somebody promised to look again.
        OutcomeReviewDue = "outcome-review-due",
        /// Somebody looked again, and says what they found.
        OutcomeReviewed = "outcome-reviewed",
        ProductPublished = "product-published",
        /// Somebody asks one to take part.
        InvitationReceived = "invitation-received",
        InvitationAccepted = "invitation-accepted",
        InvitationDeclined = "invitation-declined",
        /// Somebody who was not asked wants to take part.
        HandRaised = "hand-raised",
        HandObjected = "hand-objected",
        /// The day has passed by which somebody was promised an answer.
        HandLate = "hand-late",
        HandRefused = "hand-refused",
        /// From a list of people to ask, nobody is asked any more.
        WavesEnded = "waves-ended",
        /// In a network nobody has said a thing for long.
        NetworkQuiet = "network-quiet",
        /// There are other house rules to agree with.
        NetworkRules = "network-rules",
        /// Somebody's orientation in a network ends: for both sides of it.
        OrientationEnds = "orientation-ends",
        /// It is over, and they stay.
        OrientationOver = "orientation-over",
        /// It is another kind of network.
        NetworkTurned = "network-turned",
        /// Another network asks for contact.
        TieAsked = "tie-asked",
        /// Another network answered, went, or wants something.
        TieNews = "tie-news",
        /// A network goes up into another, and its people are asked whether they come along.
        NetworkMerging = "network-merging",
        /// Another network proposes a joint conversation.
        TalkProposed = "talk-proposed",
        /// It said no to one.
        TalkDeclined = "talk-declined",
        /// Whoever is in a network is asked into a joint conversation.
        TalkAsked = "talk-asked",
        /// A joint conversation is closed on its day.
        TalkEnded = "talk-ended",
        /// A first circle is asked what it thinks of an issue.
        EvaluationAsked = "evaluation-asked",
        /// There is a working agreement to agree with.
        AgreementPut = "agreement-put",
        /// Those who facilitate a network are asked whom they think of.
        NominationAsked = "nomination-asked",
        /// Somebody asks for contact.
        ContactAsked = "contact-asked",
        /// Those who run an issue promised to report, and did not.
        ReportDue = "report-due",
        AgreementEnded = "agreement-ended",
        /// Another organisation asks to pick an issue up together.
        JoinAsked = "join-asked",
        JoinAccepted = "join-accepted",
        JoinDeclined = "join-declined",
        /// Two organisations do not pick an issue up together any more.
        JoinEnded = "join-ended",
        /// A colleague wants to pass work on.
        HandoverOffered = "handover-offered",
        HandoverAnswered = "handover-answered",
        /// Somebody else runs it now.
        HandoverTaken = "handover-taken",
        /// What one wrote is the answer to what somebody asked.
        AnswerAccepted = "answer-accepted",
        /// What one asked has an answer.
        QuestionAnswered = "question-answered",
        /// Somebody wrote how they heard one's concern.
        ConcernHeard = "concern-heard",
        /// Whoever wrote a post changed it, and names them in it now.
        Named = "named",
        /// Something is theirs to do.
        TaskGiven = "task-given",
        /// The day by which something is to be done comes, or is there.
        TaskDue = "task-due",
        /// Nobody does any more what they wanted done.
        TaskReturned = "task-returned",
        /// Who runs the issue invites them to speak.
        SpeakInvited = "speak-invited",
        /// A colleague wants to open a closed room, and asks a second person.
        EmergencyAsked = "emergency-asked",
        /// Two people of the organisation read along.
        EmergencyOpened = "emergency-opened",
        EmergencyAnswered = "emergency-answered",
        /// Nothing of the issue's conversations is deleted for a time.
        HoldSet = "hold-set",
        HoldLengthened = "hold-lengthened",
        HoldEnded = "hold-ended",
        /// In a week: for who can lengthen it.
        HoldEndsSoon = "hold-ends-soon",
        /// What one reported came in.
        ReportReceived = "report-received",
        /// Somebody reported a post, and one may decide about it.
        ReportWaiting = "report-waiting",
        /// A post waits to be let through.
        PostWaiting = "post-waiting",
        /// What one wrote was sent back before others read it.
        PostReturned = "post-returned",
        /// Something was decided about one's own post.
        PostModerated = "post-moderated",
        /// Something was decided about what one reported.
        ReportDecided = "report-decided",
        /// Somebody does not agree with what a colleague decided.
        AppealWaiting = "appeal-waiting",
        AppealAnswered = "appeal-answered",
        /// The day has passed by which a proposal was to have an answer.
        ProposalLate = "proposal-late",
        /// An issue goes on, and nothing happens in it.
        IssueLingers = "issue-lingers",
        /// Somebody's part in an issue ends by itself in a week: for them, and for who runs it.
        PartEnds = "part-ends",
    }

    /// Why this person is told.
    Reason {
        YouTakePart = "you-take-part",
        YouTookPart = "you-took-part",
        /// One's organisation picks the issue up with its owner, and one decides for it.
        YourOrganisationJoined = "your-organisation-joined",
        YouAreNamed = "you-are-named",
        YouWrote = "you-wrote",
        YouConvene = "you-convene",
        YouAreAsked = "you-are-asked",
        YouInvited = "you-invited",
        YouReview = "you-review",
        YouFacilitate = "you-facilitate",
        YouRaised = "you-raised",
        YouAsk = "you-ask",
        YouCanBeFound = "you-can-be-found",
        YouHandOver = "you-hand-over",
        YouAsked = "you-asked",
        YouPosted = "you-posted",
        YouReported = "you-reported",
        YouModerate = "you-moderate",
        YouOwn = "you-own",
        YouFollowIssue = "you-follow-issue",
        YouFollowTheme = "you-follow-theme",
        YouFollowRegion = "you-follow-region",
        YouFollowOrganisation = "you-follow-organisation",
    }

    /// How soon a mail comes.
    Level {
        AtOnce = "at-once",
        Daily = "daily",
        Weekly = "weekly",
        Off = "off",
    }

    /// What a person can choose a level for.
    Topic {
        /// What is said in conversations.
        Talk = "talk",
        /// The steps of issues and proposals.
        Progress = "progress",
        Outcomes = "outcomes",
        /// New issues and products about what is followed.
        New = "new",
    }

    /// What somebody follows.
    FollowKind {
        Theme = "theme",
        Region = "region",
        Issue = "issue",
        /// What it publishes.
        Organisation = "organisation",
    }
}

impl Reason {
    /// Nobody gave a right to read for it.
    pub const fn gives_no_right(self) -> bool {
        matches!(
            self,
            Self::YouTookPart
                | Self::YouFollowIssue
                | Self::YouFollowTheme
                | Self::YouFollowRegion
                | Self::YouFollowOrganisation
        )
    }
}

impl Topic {
    pub const ALL: [Self; 4] = [Self::Talk, Self::Progress, Self::Outcomes, Self::New];
}

impl Kind {
    /// What goes on between two organisations: for those who decide for one of them.
    pub const BETWEEN_TWO: [&'static str; 4] = [
        Self::JoinAsked.as_str(),
        Self::JoinAccepted.as_str(),
        Self::JoinDeclined.as_str(),
        Self::JoinEnded.as_str(),
    ];

    pub fn is_between_two(self) -> bool {
        Self::BETWEEN_TWO.contains(&self.as_str())
    }

    /// Who rests is told of these all the same.
    pub const fn is_what_came_of_it(self) -> bool {
        matches!(self, Self::OutcomePublished | Self::OutcomeReviewed)
    }

    /// By law everybody concerned learns of these at once, whatever they chose for the rest.
    pub const fn is_owed(self) -> bool {
        matches!(
            self,
            Self::ReportReceived | Self::PostModerated | Self::ReportDecided | Self::AppealAnswered
        )
    }

    /// About what somebody did with one's own words.
    pub const fn is_of_being_heard(self) -> bool {
        matches!(
            self,
            Self::AnswerAccepted | Self::QuestionAnswered | Self::ConcernHeard
        )
    }

    /// About what somebody does because of a post.
    pub const fn is_of_a_task(self) -> bool {
        matches!(self, Self::TaskGiven | Self::TaskDue | Self::TaskReturned)
    }

    /// About posts that were reported.
    pub const fn is_of_moderation(self) -> bool {
        self.is_owed()
            || matches!(
                self,
                Self::ReportWaiting | Self::AppealWaiting | Self::PostWaiting
            )
    }

    pub const fn topic(self) -> Topic {
        match self {
            Self::ThreadOpened
            | Self::Replied
            | Self::AnswerAccepted
            | Self::QuestionAnswered
            | Self::ConcernHeard
            | Self::Named => Topic::Talk,
            Self::IssueMoved
            | Self::ProposalReceived
            | Self::ProposalAccepted
            | Self::ProposalDeclined
            | Self::InvitationReceived
            | Self::InvitationAccepted
            | Self::InvitationDeclined
            | Self::HandRaised
            | Self::HandObjected
            | Self::HandLate
            | Self::HandRefused
            | Self::WavesEnded
            | Self::NetworkQuiet
            | Self::NetworkRules
            | Self::OrientationEnds
            | Self::OrientationOver
            | Self::NetworkTurned
            | Self::TieAsked
            | Self::TieNews
            | Self::NetworkMerging
            | Self::TalkProposed
            | Self::TalkDeclined
            | Self::TalkAsked
            | Self::TalkEnded
            | Self::EvaluationAsked
            | Self::AgreementPut
            | Self::NominationAsked
            | Self::ContactAsked
            | Self::ReportDue
            | Self::AgreementEnded
            | Self::JoinAsked
            | Self::JoinAccepted
            | Self::JoinDeclined
            | Self::JoinEnded
            | Self::HandoverOffered
            | Self::HandoverAnswered
            | Self::HandoverTaken
            | Self::TaskGiven
            | Self::TaskDue
            | Self::TaskReturned
            | Self::SpeakInvited
            | Self::EmergencyAsked
            | Self::EmergencyOpened
            | Self::EmergencyAnswered
            | Self::HoldSet
            | Self::HoldLengthened
            | Self::HoldEnded
            | Self::HoldEndsSoon
            | Self::ReportReceived
            | Self::ReportWaiting
            | Self::PostWaiting
            | Self::PostReturned
            | Self::PostModerated
            | Self::ReportDecided
            | Self::AppealWaiting
            | Self::AppealAnswered
            | Self::ProposalLate
            | Self::IssueLingers
            | Self::PartEnds => Topic::Progress,
            Self::OutcomePublished | Self::OutcomeReviewDue | Self::OutcomeReviewed => {
                Topic::Outcomes
            }
            Self::IssuePublished | Self::ProductPublished => Topic::New,
        }
    }
}

/// What has become of a line's mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    Pending,
    /// Part of a mail that waits in the queue.
    Gathered,
    Sent,
    Dropped,
    Off,
}

impl MailState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Gathered => "gathered",
            Self::Sent => "sent",
            Self::Dropped => "dropped",
            Self::Off => "off",
        }
    }
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    pub id: NotificationId,
    pub person: PersonId,
    pub tenant: TenantId,
    pub issue: Option<IssueId>,
    pub thread: Option<ThreadId>,
    /// The post, the issue, the outcome, the product or the invitation.
    pub subject: Uuid,
    pub kind: Kind,
    pub reason: Reason,
    /// The theme or region that is followed.
    pub about: Option<Uuid>,
    pub created_at: Timestamp,
    pub seen: bool,
}

/// How soon a mail comes, for each topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Levels {
    pub talk: Level,
    pub progress: Level,
    pub outcomes: Level,
    pub new: Level,
}

impl Levels {
    pub const fn all(level: Level) -> Self {
        Self {
            talk: level,
            progress: level,
            outcomes: level,
            new: level,
        }
    }

    pub const fn of(self, topic: Topic) -> Level {
        match topic {
            Topic::Talk => self.talk,
            Topic::Progress => self.progress,
            Topic::Outcomes => self.outcomes,
            Topic::New => self.new,
        }
    }

    pub const fn set(&mut self, topic: Topic, level: Level) {
        match topic {
            Topic::Talk => self.talk = level,
            Topic::Progress => self.progress = level,
            Topic::Outcomes => self.outcomes = level,
            Topic::New => self.new = level,
        }
    }
}

/// How a person wants to hear of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preference {
    pub levels: Levels,
    /// The hour at which overviews come, 0 to 23, on the clock of Amsterdam.
    pub hour: i8,
    /// The day of the weekly overview: 1 is Monday.
    pub weekday: i8,
}

impl Default for Preference {
    fn default() -> Self {
        Self {
            levels: Levels::all(Level::AtOnce),
            hour: 8,
            weekday: 1,
        }
    }
}

/// A person's preference, and the issues for which it is another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    pub preference: Preference,
    pub issues: HashMap<IssueId, Level>,
    /// The networks in which they rest now.
    pub rests: HashSet<IssueId>,
}

impl Wishes {
    /// The one level that counts for what happened: the issue's own, else the topic's. Whoever rests in a network is
    /// mailed of nothing but what came of it; whoever is named hears it at once, unless they want no mail.
    pub fn level(&self, issue: Option<IssueId>, kind: Kind, reason: Reason) -> Level {
        if kind.is_owed() {
            return Level::AtOnce;
        }
        let rests = issue.is_some_and(|issue| self.rests.contains(&issue));
        if rests && !kind.is_what_came_of_it() {
            return Level::Off;
        }
        let chosen = issue
            .and_then(|issue| self.issues.get(&issue).copied())
            .unwrap_or(self.preference.levels.of(kind.topic()));
        match (chosen, reason) {
            (Level::Daily | Level::Weekly, Reason::YouAreNamed) => Level::AtOnce,
            _ => chosen,
        }
    }
}

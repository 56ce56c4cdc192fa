//! Typed ids. An id of one thing never fits where another is asked.

use uuid::{NoContext, Uuid};

use crate::Timestamp;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id (UUID version 7): later ids sort after earlier ones.
            pub fn new(now: Timestamp) -> Self {
                Self(fresh(now))
            }
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(raw: &str) -> Result<Self, Self::Err> {
                raw.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// An organisation on this installation.
    TenantId,
    /// One human, one identity. Never leaves the server: see `PersonRef` in `platform`.
    PersonId,
    /// A sign-in that lives on by refresh tokens.
    SessionId,
    /// A request to sign in that waits for its code.
    SignInCodeId,
    EmailAddressId,
    /// A person's role in a container.
    GrantId,
    /// A theme, an expertise or a region.
    TermId,
    /// A societal issue (opgave).
    IssueId,
    /// A view that an issue needs at the table.
    PerspectiveId,
    /// Of a composition that an organisation keeps, to begin issues with.
    IssueTemplateId,
    /// Of a body that should know of an issue before people are asked.
    BriefingId,
    ThreadId,
    PostId,
    /// Of a line in the log of a room.
    RoomActId,
    /// Of what keeps the conversations of an issue from being deleted.
    HoldId,
    /// Of a word to somebody who has not spoken.
    SpeakNoteId,
    /// Of what somebody does because of a post.
    TaskId,
    /// Of a subject that was set aside in an issue.
    ParkedId,
    /// Of how somebody heard the concern of somebody else.
    AcknowledgementId,
    InvitationId,
    /// Of what may be told of who takes part in an issue.
    ReachReportId,
    /// Of somebody who wants to take part.
    HandId,
    /// Of a list of people who are asked some at a time.
    WavePlanId,
    /// Of somebody on such a list.
    WaveInviteeId,
    /// Of a link on the wall of a hall.
    HallLinkId,
    /// Of somebody who was put forward.
    NominationId,
    /// Of what those who facilitate a network were asked.
    NominationRequestId,
    /// Of somebody who asks for contact.
    ContactRequestId,
    /// An organisation in the issue of another, or asked for it.
    JoinId,
    /// Of a line in the history of a network.
    NetworkTurnId,
    /// Of two networks that are in contact, or of which one asks it of the other.
    TieId,
    /// Of what somebody passes on to a colleague.
    HandoverId,
    /// Of an access to closed rooms that two people open together.
    EmergencyId,
    /// Of what somebody says is wrong with a post.
    ReportId,
    /// Of a post that was reported, until it is decided about.
    CaseId,
    /// Of what was decided about a post, and why.
    DecisionId,
    /// Of somebody who does not agree with a decision.
    AppealId,
    /// Of a joint conversation of two networks, or the proposal of one.
    TalkId,
    /// Of somebody of whom a person reads less.
    MuteId,
    OutcomeId,
    OutcomeReviewId,
    ProductId,
    FileId,
    NotificationId,
    /// Of a day on which somebody was seen by those who run things.
    LookId,
    FollowId,
    EventId,
    JobId,
}

fn fresh(now: Timestamp) -> Uuid {
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    let nanos = u32::try_from((millis % 1_000) * 1_000_000).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, millis / 1_000, nanos))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_id_sorts_after_an_earlier_one() {
        let early = IssueId::new(Timestamp::from_millis(1_000));
        let late = IssueId::new(Timestamp::from_millis(2_000));
        assert!(early < late);
    }
}

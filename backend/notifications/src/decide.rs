//! Who is told of what, and why. Pure: what is known of the people comes in, lines come out.

use std::collections::{HashMap, HashSet};

use issues::IssueState;
use kernel::{IssueId, PersonId};
use moderation::Concerned;
use uuid::Uuid;

use crate::model::{FollowKind, Kind, Level, MailState, Reason, Wishes};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    ThreadOpened,
    Replied,
    Moved {
        from: IssueState,
        to: IssueState,
    },
    OutcomePublished,
    ReviewDue,
    OutcomeReviewed,
    ProductPublished,
    InvitationReceived,
    InvitationAccepted,
    InvitationDeclined,
    HandRaised,
    HandObjected,
    HandLate,
    HandRefused,
    WavesEnded,
    NetworkQuiet,
    NetworkRules,
    OrientationEnds,
    OrientationOver,
    NetworkTurned,
    TieAsked,
    TieNews,
    NetworkMerging,
    TalkProposed,
    TalkDeclined,
    TalkAsked,
    TalkEnded,
    EvaluationAsked,
    NominationAsked,
    ContactAsked,
    AgreementPut,
    ReportDue,
    AgreementEnded,
    JoinAsked,
    JoinAccepted,
    JoinDeclined,
    JoinEnded,
    HandoverOffered,
    HandoverAnswered,
    HandoverTaken,
    AnswerAccepted,
    ConcernHeard,
    /// By words that were changed.
    NamedSince,
    TaskGiven,
    TaskDue,
    TaskReturned,
    SpeakInvited,
    EmergencyAsked,
    EmergencyOpened,
    EmergencyAnswered,
    HoldSet,
    HoldLengthened,
    HoldEnded,
    HoldEndsSoon,
    PostReported,
    PostDecided,
    DecisionAppealed,
    AppealAnswered,
    PostWaits,
    PostReturned,
    /// For whoever decides and whoever proposed it;
    ProposalLate,
    /// and a week later for owners.
    ProposalOverdue,
    IssueLingers,
    PartEnds,
}

impl Fact {
    /// What is done in somebody's name when a day comes is news to that person too; and who reports has a receipt.
    const fn comes_by_itself(self) -> bool {
        matches!(self, Self::WavesEnded | Self::PostReported)
    }
}

/// Somebody who follows the issue, a theme or region of what happened, or the organisation where it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follower {
    pub person: PersonId,
    pub kind: FollowKind,
    pub subject: Uuid,
}

/// The people whom it may concern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circles {
    pub participants: Vec<PersonId>,
    /// Whether or not they still do.
    pub took_part: Vec<PersonId>,
    /// Who decides for an organisation that picks the issue up with its owner.
    pub joined: Vec<PersonId>,
    /// Who wrote the issue.
    pub author: Option<PersonId>,
    pub conveners: Vec<PersonId>,
    pub owners: Vec<PersonId>,
    pub inviter: Option<PersonId>,
    pub facilitators: Vec<PersonId>,
    /// Who wants to take part.
    pub raiser: Option<PersonId>,
    /// Whom somebody asks for something, or answers.
    pub asked: Option<PersonId>,
    /// Who looks again at what came of it.
    pub reviewers: Vec<PersonId>,
    pub followers: Vec<Follower>,
    /// Whom a post names, of those who take part.
    pub named: Vec<PersonId>,
    /// Of a post that was reported.
    pub moderated: Concerned,
}

/// A line to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    pub person: PersonId,
    pub kind: Kind,
    pub reason: Reason,
    pub about: Option<Uuid>,
    pub level: Level,
}

impl Decision {
    /// Answers to invitations stand in the notification centre only: an inviter asks many at once. Who is invited, or asked
    /// for contact, is told by a mail of its own.
    pub fn mail_state(&self) -> MailState {
        match (self.kind, self.level) {
            (
                Kind::InvitationReceived
                | Kind::InvitationAccepted
                | Kind::InvitationDeclined
                | Kind::ContactAsked,
                _,
            )
            | (_, Level::Off) => MailState::Off,
            (_, Level::AtOnce | Level::Daily | Level::Weekly) => MailState::Pending,
        }
    }
}

/// The lines, one per person at most, by the strongest reason; never for who did it.
pub fn decide(
    fact: Fact,
    actor: Option<PersonId>,
    issue: Option<IssueId>,
    circles: &Circles,
    wishes: &HashMap<PersonId, Wishes>,
) -> Vec<Decision> {
    let doer = actor.filter(|_| !fact.comes_by_itself());
    let mut told: HashSet<PersonId> = doer.into_iter().collect();
    candidates(fact, circles)
        .into_iter()
        .filter(|candidate| told.insert(candidate.person))
        .map(|candidate| {
            let wishes = wishes.get(&candidate.person).cloned().unwrap_or_default();
            Decision {
                level: wishes.level(issue, candidate.kind, candidate.reason),
                ..candidate
            }
        })
        .collect()
}

/// Everyone whom it concerns, the strongest reason first.
fn candidates(fact: Fact, circles: &Circles) -> Vec<Decision> {
    match fact {
        Fact::ThreadOpened => [
            all(&circles.named, Kind::ThreadOpened, Reason::YouAreNamed),
            room(circles, Kind::ThreadOpened),
        ]
        .concat(),
        Fact::Replied => [
            all(&circles.named, Kind::Replied, Reason::YouAreNamed),
            room(circles, Kind::Replied),
        ]
        .concat(),
        Fact::OutcomePublished | Fact::OutcomeReviewed | Fact::ProductPublished => {
            of_results(fact, circles)
        }
        Fact::InvitationReceived
        | Fact::InvitationAccepted
        | Fact::InvitationDeclined
        | Fact::HandRaised
        | Fact::HandObjected
        | Fact::HandLate
        | Fact::HandRefused
        | Fact::WavesEnded => of_asking(fact, circles),
        Fact::NetworkQuiet => facilitating(circles, Kind::NetworkQuiet),
        Fact::NetworkRules => taking_part(circles, Kind::NetworkRules),
        Fact::OrientationEnds => both_sides(circles, Kind::OrientationEnds),
        Fact::OrientationOver => both_sides(circles, Kind::OrientationOver),
        Fact::NetworkTurned => taking_part(circles, Kind::NetworkTurned),
        Fact::NetworkMerging => taking_part(circles, Kind::NetworkMerging),
        Fact::TalkProposed => facilitating(circles, Kind::TalkProposed),
        Fact::TalkDeclined => facilitating(circles, Kind::TalkDeclined),
        Fact::TalkAsked => taking_part(circles, Kind::TalkAsked),
        Fact::TalkEnded => taking_part(circles, Kind::TalkEnded),
        Fact::TieAsked => facilitating(circles, Kind::TieAsked),
        Fact::TieNews => facilitating(circles, Kind::TieNews),
        Fact::EvaluationAsked => taking_part(circles, Kind::EvaluationAsked),
        Fact::NominationAsked => facilitating(circles, Kind::NominationAsked),
        Fact::ContactAsked => one(circles.asked, Kind::ContactAsked, Reason::YouCanBeFound),
        Fact::AgreementPut => taking_part(circles, Kind::AgreementPut),
        Fact::ReportDue => facilitating(circles, Kind::ReportDue),
        Fact::AgreementEnded => facilitating(circles, Kind::AgreementEnded),
        Fact::JoinAsked => convening(circles, Kind::JoinAsked),
        Fact::JoinAccepted => convening(circles, Kind::JoinAccepted),
        Fact::JoinDeclined => convening(circles, Kind::JoinDeclined),
        Fact::JoinEnded => convening(circles, Kind::JoinEnded),
        Fact::HandoverOffered => one(circles.asked, Kind::HandoverOffered, Reason::YouHandOver),
        Fact::HandoverAnswered => one(circles.asked, Kind::HandoverAnswered, Reason::YouHandOver),
        Fact::HandoverTaken => taking_part(circles, Kind::HandoverTaken),
        Fact::AnswerAccepted => [
            one(circles.author, Kind::AnswerAccepted, Reason::YouPosted),
            one(circles.asked, Kind::QuestionAnswered, Reason::YouPosted),
        ]
        .concat(),
        Fact::NamedSince => all(&circles.named, Kind::Named, Reason::YouAreNamed),
        Fact::ConcernHeard => one(circles.author, Kind::ConcernHeard, Reason::YouPosted),
        Fact::TaskGiven => both_sides(circles, Kind::TaskGiven),
        Fact::TaskDue => both_sides(circles, Kind::TaskDue),
        Fact::TaskReturned => both_sides(circles, Kind::TaskReturned),
        Fact::SpeakInvited => one(circles.asked, Kind::SpeakInvited, Reason::YouTakePart),
        Fact::EmergencyAsked => convening(circles, Kind::EmergencyAsked),
        Fact::EmergencyOpened => taking_part(circles, Kind::EmergencyOpened),
        Fact::EmergencyAnswered => one(circles.asked, Kind::EmergencyAnswered, Reason::YouAsked),
        Fact::HoldSet => taking_part(circles, Kind::HoldSet),
        Fact::HoldLengthened => taking_part(circles, Kind::HoldLengthened),
        Fact::HoldEnded => taking_part(circles, Kind::HoldEnded),
        Fact::ReviewDue
        | Fact::HoldEndsSoon
        | Fact::ProposalLate
        | Fact::ProposalOverdue
        | Fact::IssueLingers => of_a_day(fact, circles),
        Fact::PostReported
        | Fact::PostDecided
        | Fact::DecisionAppealed
        | Fact::AppealAnswered
        | Fact::PostWaits
        | Fact::PostReturned => of_a_post(fact, circles),
        Fact::PartEnds => both_sides(circles, Kind::PartEnds),
        Fact::Moved { from, to } => moved(circles, from, to),
    }
}

/// Who is asked, and who asks.
fn of_asking(fact: Fact, circles: &Circles) -> Vec<Decision> {
    let inviter = |kind| one(circles.inviter, kind, Reason::YouInvited);
    match fact {
        Fact::InvitationReceived => {
            one(circles.asked, Kind::InvitationReceived, Reason::YouAreAsked)
        }
        Fact::InvitationAccepted => inviter(Kind::InvitationAccepted),
        Fact::InvitationDeclined => inviter(Kind::InvitationDeclined),
        Fact::HandRaised => running(circles, Kind::HandRaised),
        Fact::HandObjected => running(circles, Kind::HandObjected),
        Fact::HandLate => running(circles, Kind::HandLate),
        Fact::HandRefused => one(circles.raiser, Kind::HandRefused, Reason::YouRaised),
        Fact::WavesEnded => one(circles.inviter, Kind::WavesEnded, Reason::YouAsk),
        _ => Vec::new(),
    }
}

/// A day has come, and somebody is to do something.
fn of_a_day(fact: Fact, circles: &Circles) -> Vec<Decision> {
    match fact {
        Fact::ReviewDue => all(
            &circles.reviewers,
            Kind::OutcomeReviewDue,
            Reason::YouReview,
        ),
        Fact::HoldEndsSoon => all(&circles.owners, Kind::HoldEndsSoon, Reason::YouOwn),
        Fact::ProposalLate => [
            one(circles.author, Kind::ProposalLate, Reason::YouWrote),
            convening(circles, Kind::ProposalLate),
        ]
        .concat(),
        Fact::ProposalOverdue => all(&circles.owners, Kind::ProposalLate, Reason::YouOwn),
        Fact::IssueLingers => running(circles, Kind::IssueLingers),
        _ => Vec::new(),
    }
}

/// What is moderated.
fn of_a_post(fact: Fact, circles: &Circles) -> Vec<Decision> {
    match fact {
        Fact::PostReported => [
            reporters(circles, Kind::ReportReceived),
            deciders(circles, Kind::ReportWaiting),
        ]
        .concat(),
        Fact::PostDecided => [
            moderated(circles, Kind::PostModerated),
            reporters(circles, Kind::ReportDecided),
        ]
        .concat(),
        Fact::DecisionAppealed => deciders(circles, Kind::AppealWaiting),
        Fact::AppealAnswered => [
            moderated(circles, Kind::AppealAnswered),
            reporters(circles, Kind::AppealAnswered),
            deciders(circles, Kind::ReportWaiting),
        ]
        .concat(),
        Fact::PostWaits => all(
            &circles.facilitators,
            Kind::PostWaiting,
            Reason::YouModerate,
        ),
        Fact::PostReturned => one(circles.asked, Kind::PostReturned, Reason::YouPosted),
        _ => Vec::new(),
    }
}

/// A step in the life of an issue.
fn moved(circles: &Circles, from: IssueState, to: IssueState) -> Vec<Decision> {
    match (from, to) {
        (_, IssueState::Proposed) => convening(circles, Kind::ProposalReceived),
        (IssueState::Proposed, IssueState::Declined) => {
            one(circles.author, Kind::ProposalDeclined, Reason::YouWrote)
        }
        (IssueState::Proposed, IssueState::Orientation) => {
            one(circles.author, Kind::ProposalAccepted, Reason::YouWrote)
        }
        (IssueState::Proposed, IssueState::Open) => [
            one(circles.author, Kind::ProposalAccepted, Reason::YouWrote),
            terms(circles, Kind::IssuePublished),
        ]
        .concat(),
        (IssueState::Draft | IssueState::Orientation, IssueState::Open) => [
            room(circles, Kind::IssueMoved),
            terms(circles, Kind::IssuePublished),
        ]
        .concat(),
        // The outcome tells of the closing; the archive is silent.
        (
            _,
            IssueState::Draft | IssueState::Declined | IssueState::Closed | IssueState::Archived,
        ) => Vec::new(),
        (
            _,
            IssueState::Orientation
            | IssueState::Open
            | IssueState::Concluding
            | IssueState::Paused
            | IssueState::Withdrawn,
        ) => room(circles, Kind::IssueMoved),
    }
}

fn moderated(circles: &Circles, kind: Kind) -> Vec<Decision> {
    one(circles.moderated.author, kind, Reason::YouPosted)
}

fn reporters(circles: &Circles, kind: Kind) -> Vec<Decision> {
    all(&circles.moderated.reporters, kind, Reason::YouReported)
}

fn deciders(circles: &Circles, kind: Kind) -> Vec<Decision> {
    all(&circles.moderated.deciders, kind, Reason::YouModerate)
}

/// Who takes part or follows.
fn room(circles: &Circles, kind: Kind) -> Vec<Decision> {
    [
        taking_part(circles, kind),
        following(circles, kind, &[FollowKind::Issue]),
    ]
    .concat()
}

/// What came of it. Told to who takes or took part, whose organisation joined, and who follows.
fn of_results(fact: Fact, circles: &Circles) -> Vec<Decision> {
    let took_part = |kind| all(&circles.took_part, kind, Reason::YouTookPart);
    let joined = |kind| all(&circles.joined, kind, Reason::YourOrganisationJoined);
    let inside = |kind| [room(circles, kind), took_part(kind), joined(kind)].concat();
    let all_of = |kind| [inside(kind), terms(circles, kind)].concat();
    match fact {
        Fact::OutcomePublished => all_of(Kind::OutcomePublished),
        Fact::OutcomeReviewed => all_of(Kind::OutcomeReviewed),
        Fact::ProductPublished => {
            let kind = Kind::ProductPublished;
            [took_part(kind), terms(circles, kind)].concat()
        }
        _ => Vec::new(),
    }
}

fn terms(circles: &Circles, kind: Kind) -> Vec<Decision> {
    let kinds = [
        FollowKind::Theme,
        FollowKind::Region,
        FollowKind::Organisation,
    ];
    following(circles, kind, &kinds)
}

fn candidate(person: PersonId, kind: Kind, reason: Reason, about: Option<Uuid>) -> Decision {
    Decision {
        person,
        kind,
        reason,
        about,
        level: Level::AtOnce,
    }
}

fn all(people: &[PersonId], kind: Kind, reason: Reason) -> Vec<Decision> {
    people
        .iter()
        .map(|person| candidate(*person, kind, reason, None))
        .collect()
}

fn one(person: Option<PersonId>, kind: Kind, reason: Reason) -> Vec<Decision> {
    person
        .into_iter()
        .map(|person| candidate(person, kind, reason, None))
        .collect()
}

/// Who decides about who is asked.
fn running(circles: &Circles, kind: Kind) -> Vec<Decision> {
    [
        all(&circles.facilitators, kind, Reason::YouFacilitate),
        convening(circles, kind),
    ]
    .concat()
}

fn facilitating(circles: &Circles, kind: Kind) -> Vec<Decision> {
    all(&circles.facilitators, kind, Reason::YouFacilitate)
}

/// Who decides for an organisation.
fn convening(circles: &Circles, kind: Kind) -> Vec<Decision> {
    all(&circles.conveners, kind, Reason::YouConvene)
}

/// A newcomer, or whose part ends, and who runs the network or the issue; or who does something, and who runs the issue,
/// where it is theirs.
fn both_sides(circles: &Circles, kind: Kind) -> Vec<Decision> {
    [
        one(circles.asked, kind, Reason::YouTakePart),
        facilitating(circles, kind),
    ]
    .concat()
}

fn taking_part(circles: &Circles, kind: Kind) -> Vec<Decision> {
    all(&circles.participants, kind, Reason::YouTakePart)
}

/// Followers, in the order of these kinds of following.
fn following(circles: &Circles, kind: Kind, kinds: &[FollowKind]) -> Vec<Decision> {
    let of_kind = |wanted: &FollowKind| {
        let wanted = *wanted;
        circles
            .followers
            .iter()
            .filter(move |follower| follower.kind == wanted)
            .map(move |follower| {
                let (reason, about) = match wanted {
                    FollowKind::Issue => (Reason::YouFollowIssue, None),
                    FollowKind::Theme => (Reason::YouFollowTheme, Some(follower.subject)),
                    FollowKind::Region => (Reason::YouFollowRegion, Some(follower.subject)),
                    // Which one it is, its line says already.
                    FollowKind::Organisation => (Reason::YouFollowOrganisation, None),
                };
                candidate(follower.person, kind, reason, about)
            })
    };
    kinds.iter().flat_map(of_kind).collect()
}

#[cfg(test)]
mod tests;

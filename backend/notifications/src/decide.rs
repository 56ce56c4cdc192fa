//! Who is told of what, and why. Pure: what is known of the people comes in, lines come out.

use std::collections::{HashMap, HashSet};

use issues::IssueState;
use kernel::{IssueId, PersonId};
use uuid::Uuid;

use crate::model::{FollowKind, Kind, Level, MailState, Reason, Wishes};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    ThreadOpened,
    Replied,
    Moved { from: IssueState, to: IssueState },
    OutcomePublished,
    ReviewDue,
    ProductPublished,
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
}

impl Fact {
    /// What is done in somebody's name when a day comes is news to that person too.
    const fn comes_by_itself(self) -> bool {
        matches!(self, Self::WavesEnded)
    }
}

/// Somebody who follows the issue, or a theme or region of what happened.
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
    /// Who wrote the issue.
    pub author: Option<PersonId>,
    pub conveners: Vec<PersonId>,
    pub inviter: Option<PersonId>,
    pub facilitators: Vec<PersonId>,
    /// Who wants to take part.
    pub raiser: Option<PersonId>,
    /// Whom somebody asks for contact.
    pub asked: Option<PersonId>,
    /// Who looks again at what came of it.
    pub reviewers: Vec<PersonId>,
    pub followers: Vec<Follower>,
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
    /// Answers to invitations stand in the notification centre only: an inviter asks many at once. Who asks for contact
    /// is told by a mail of its own.
    pub fn mail_state(&self) -> MailState {
        match (self.kind, self.level) {
            (Kind::InvitationAccepted | Kind::InvitationDeclined | Kind::ContactAsked, _)
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
        .map(|candidate| Decision {
            level: wishes
                .get(&candidate.person)
                .cloned()
                .unwrap_or_default()
                .level(issue, candidate.kind),
            ..candidate
        })
        .collect()
}

/// Everyone whom it concerns, the strongest reason first.
fn candidates(fact: Fact, circles: &Circles) -> Vec<Decision> {
    match fact {
        Fact::ThreadOpened => room(circles, Kind::ThreadOpened),
        Fact::Replied => room(circles, Kind::Replied),
        Fact::OutcomePublished => room(circles, Kind::OutcomePublished),
        Fact::ReviewDue => all(
            &circles.reviewers,
            Kind::OutcomeReviewDue,
            Reason::YouReview,
        ),
        Fact::ProductPublished => terms(circles, Kind::ProductPublished),
        Fact::InvitationAccepted => one(
            circles.inviter,
            Kind::InvitationAccepted,
            Reason::YouInvited,
        ),
        Fact::InvitationDeclined => one(
            circles.inviter,
            Kind::InvitationDeclined,
            Reason::YouInvited,
        ),
        Fact::HandRaised => running(circles, Kind::HandRaised),
        Fact::HandObjected => running(circles, Kind::HandObjected),
        Fact::HandLate => running(circles, Kind::HandLate),
        Fact::HandRefused => one(circles.raiser, Kind::HandRefused, Reason::YouRaised),
        Fact::WavesEnded => one(circles.inviter, Kind::WavesEnded, Reason::YouAsk),
        Fact::NetworkQuiet => facilitating(circles, Kind::NetworkQuiet),
        Fact::NetworkRules => taking_part(circles, Kind::NetworkRules),
        Fact::OrientationEnds => both_sides(circles, Kind::OrientationEnds),
        Fact::OrientationOver => both_sides(circles, Kind::OrientationOver),
        Fact::NetworkTurned => taking_part(circles, Kind::NetworkTurned),
        Fact::NetworkMerging => taking_part(circles, Kind::NetworkMerging),
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
        Fact::Moved { from, to } => moved(circles, from, to),
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

/// Who takes part or follows.
fn room(circles: &Circles, kind: Kind) -> Vec<Decision> {
    [
        taking_part(circles, kind),
        following(circles, kind, &[FollowKind::Issue]),
    ]
    .concat()
}

fn terms(circles: &Circles, kind: Kind) -> Vec<Decision> {
    following(circles, kind, &[FollowKind::Theme, FollowKind::Region])
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

/// A newcomer, and who runs the network.
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
                };
                candidate(follower.person, kind, reason, about)
            })
    };
    kinds.iter().flat_map(of_kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId::from(Uuid::from_u128(number))
    }

    const THEME: Uuid = Uuid::from_u128(100);
    const REGION: Uuid = Uuid::from_u128(101);

    /// 1 and 2 take part, 3 wrote it, 4 convenes, 5 invited; 2 and 6 follow the issue, 6 and 7 its theme, 7 its region.
    fn circles() -> Circles {
        let follower = |number, kind, subject| Follower {
            person: person(number),
            kind,
            subject,
        };
        Circles {
            participants: vec![person(1), person(2)],
            author: Some(person(3)),
            conveners: vec![person(4)],
            inviter: Some(person(5)),
            facilitators: vec![person(11)],
            raiser: Some(person(10)),
            asked: Some(person(12)),
            reviewers: vec![person(8)],
            followers: vec![
                follower(7, FollowKind::Region, REGION),
                follower(6, FollowKind::Theme, THEME),
                follower(7, FollowKind::Theme, THEME),
                follower(2, FollowKind::Issue, Uuid::from_u128(9)),
                follower(6, FollowKind::Issue, Uuid::from_u128(9)),
            ],
        }
    }

    fn check(fact: Fact, actor: u128, expected: &[(u128, Kind, Reason)]) {
        let lines = decide(fact, Some(person(actor)), None, &circles(), &HashMap::new());
        let got: Vec<_> = lines
            .iter()
            .map(|line| (line.person, line.kind, line.reason))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(number, kind, reason)| (person(*number), *kind, *reason))
            .collect();
        assert_eq!(got, expected, "{fact:?}");
    }

    fn moved(from: IssueState, to: IssueState) -> Fact {
        Fact::Moved { from, to }
    }

    #[test]
    fn a_contribution_is_told_to_who_takes_part_or_follows_but_not_to_its_writer() {
        check(
            Fact::Replied,
            1,
            &[
                (2, Kind::Replied, Reason::YouTakePart),
                (6, Kind::Replied, Reason::YouFollowIssue),
            ],
        );
        check(
            Fact::ThreadOpened,
            9,
            &[
                (1, Kind::ThreadOpened, Reason::YouTakePart),
                (2, Kind::ThreadOpened, Reason::YouTakePart),
                (6, Kind::ThreadOpened, Reason::YouFollowIssue),
            ],
        );
    }

    #[test]
    fn the_writer_of_a_proposal_hears_what_became_of_it() {
        check(
            moved(IssueState::Draft, IssueState::Proposed),
            3,
            &[(4, Kind::ProposalReceived, Reason::YouConvene)],
        );
        check(
            moved(IssueState::Proposed, IssueState::Declined),
            4,
            &[(3, Kind::ProposalDeclined, Reason::YouWrote)],
        );
        check(
            moved(IssueState::Proposed, IssueState::Orientation),
            4,
            &[(3, Kind::ProposalAccepted, Reason::YouWrote)],
        );
    }

    #[test]
    fn who_is_asked_for_contact_hears_it_here_and_by_a_mail_of_its_own() {
        let told = [(12, Kind::ContactAsked, Reason::YouCanBeFound)];
        check(Fact::ContactAsked, 9, &told);
        let lines = decide(Fact::ContactAsked, None, None, &circles(), &HashMap::new());
        assert!(lines.iter().all(|line| line.mail_state() == MailState::Off));
        let told = [(11, Kind::NominationAsked, Reason::YouFacilitate)];
        check(Fact::NominationAsked, 9, &told);
    }

    #[test]
    fn who_wants_to_take_part_is_told_to_who_decides_and_the_answer_to_who_asked() {
        check(
            Fact::HandRaised,
            10,
            &[
                (11, Kind::HandRaised, Reason::YouFacilitate),
                (4, Kind::HandRaised, Reason::YouConvene),
            ],
        );
        check(
            Fact::HandRefused,
            4,
            &[(10, Kind::HandRefused, Reason::YouRaised)],
        );
    }

    #[test]
    fn that_nobody_is_asked_any_more_is_told_to_whoever_asked() {
        check(
            Fact::WavesEnded,
            5,
            &[(5, Kind::WavesEnded, Reason::YouAsk)],
        );
    }

    #[test]
    fn a_new_issue_reaches_the_followers_of_its_themes_and_regions_once() {
        check(
            moved(IssueState::Proposed, IssueState::Open),
            4,
            &[
                (3, Kind::ProposalAccepted, Reason::YouWrote),
                (6, Kind::IssuePublished, Reason::YouFollowTheme),
                (7, Kind::IssuePublished, Reason::YouFollowTheme),
            ],
        );
    }

    #[test]
    fn closing_is_told_by_the_outcome_and_not_twice() {
        check(moved(IssueState::Concluding, IssueState::Closed), 1, &[]);
        check(
            Fact::OutcomePublished,
            1,
            &[
                (2, Kind::OutcomePublished, Reason::YouTakePart),
                (6, Kind::OutcomePublished, Reason::YouFollowIssue),
            ],
        );
    }

    #[test]
    fn a_review_date_reaches_who_promised_to_look_and_nobody_else() {
        check(
            Fact::ReviewDue,
            9,
            &[(8, Kind::OutcomeReviewDue, Reason::YouReview)],
        );
    }

    #[test]
    fn a_product_reaches_followers_only() {
        check(
            Fact::ProductPublished,
            9,
            &[
                (6, Kind::ProductPublished, Reason::YouFollowTheme),
                (7, Kind::ProductPublished, Reason::YouFollowTheme),
            ],
        );
    }

    #[test]
    fn an_answer_to_an_invitation_reaches_the_inviter() {
        check(
            Fact::InvitationAccepted,
            8,
            &[(5, Kind::InvitationAccepted, Reason::YouInvited)],
        );
        check(
            Fact::InvitationDeclined,
            8,
            &[(5, Kind::InvitationDeclined, Reason::YouInvited)],
        );
    }

    #[test]
    fn whoever_turned_mail_off_keeps_the_line_and_gets_no_mail() {
        let issue = IssueId::from(Uuid::from_u128(9));
        let quiet = Wishes {
            issues: [(issue, Level::Off)].into(),
            ..Wishes::default()
        };
        let lines = decide(
            Fact::Replied,
            Some(person(1)),
            Some(issue),
            &circles(),
            &[(person(2), quiet)].into(),
        );
        let states: Vec<_> = lines.iter().map(Decision::mail_state).collect();
        assert_eq!(states, [MailState::Off, MailState::Pending]);
    }
}

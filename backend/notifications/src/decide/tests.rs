//! Who is told of what, circle by circle.

use super::*;

fn person(number: u128) -> PersonId {
    PersonId::from(Uuid::from_u128(number))
}

const THEME: Uuid = Uuid::from_u128(100);
const REGION: Uuid = Uuid::from_u128(101);

/// 1 and 2 take part, 14 did so once, 15 convenes at an organisation that joined, 3 wrote it, 4 convenes, 5 invited; 2 and 6 follow the issue, 6 and 7 its theme, 7 its region, 7 and 16 its organisation.
fn circles() -> Circles {
    let follower = |number, kind, subject| Follower {
        person: person(number),
        kind,
        subject,
    };
    Circles {
        participants: vec![person(1), person(2)],
        took_part: vec![person(1), person(2), person(14)],
        joined: vec![person(15)],
        author: Some(person(3)),
        conveners: vec![person(4)],
        owners: vec![person(13)],
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
            follower(7, FollowKind::Organisation, Uuid::from_u128(102)),
            follower(16, FollowKind::Organisation, Uuid::from_u128(102)),
        ],
        named: Vec::new(),
        moderated: Concerned::default(),
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
fn who_owns_the_organisation_hears_that_a_hold_ends() {
    let told = (13, Kind::HoldEndsSoon, Reason::YouOwn);
    check(Fact::HoldEndsSoon, 0, &[told]);
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
fn a_proposal_without_an_answer_is_told_to_who_wrote_it_and_who_decides_and_then_to_owners() {
    check(
        Fact::ProposalLate,
        0,
        &[
            (3, Kind::ProposalLate, Reason::YouWrote),
            (4, Kind::ProposalLate, Reason::YouConvene),
        ],
    );
    let told = (13, Kind::ProposalLate, Reason::YouOwn);
    check(Fact::ProposalOverdue, 0, &[told]);
}

#[test]
fn that_an_issue_lingers_is_told_to_who_runs_it() {
    check(
        Fact::IssueLingers,
        0,
        &[
            (11, Kind::IssueLingers, Reason::YouFacilitate),
            (4, Kind::IssueLingers, Reason::YouConvene),
        ],
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
            (16, Kind::IssuePublished, Reason::YouFollowOrganisation),
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
            (14, Kind::OutcomePublished, Reason::YouTookPart),
            (15, Kind::OutcomePublished, Reason::YourOrganisationJoined),
            (7, Kind::OutcomePublished, Reason::YouFollowTheme),
            (16, Kind::OutcomePublished, Reason::YouFollowOrganisation),
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
fn a_product_reaches_who_took_part_in_what_it_came_from_and_followers() {
    check(
        Fact::ProductPublished,
        9,
        &[
            (1, Kind::ProductPublished, Reason::YouTookPart),
            (2, Kind::ProductPublished, Reason::YouTookPart),
            (14, Kind::ProductPublished, Reason::YouTookPart),
            (6, Kind::ProductPublished, Reason::YouFollowTheme),
            (7, Kind::ProductPublished, Reason::YouFollowTheme),
            (16, Kind::ProductPublished, Reason::YouFollowOrganisation),
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

#[test]
fn whoever_is_named_is_told_so_at_once_unless_they_want_no_mail() {
    let at = |talk| {
        let mut wishes = Wishes::default();
        wishes.preference.levels.talk = talk;
        wishes
    };
    let named = Circles {
        named: vec![person(1), person(2)],
        ..circles()
    };
    let wishes = [(person(1), at(Level::Weekly)), (person(2), at(Level::Off))].into();
    let lines = decide(Fact::Replied, Some(person(9)), None, &named, &wishes);
    let told: Vec<_> = lines
        .iter()
        .map(|it| (it.person, it.reason, it.level))
        .collect();
    assert_eq!(
        told[..2],
        [
            (person(1), Reason::YouAreNamed, Level::AtOnce),
            (person(2), Reason::YouAreNamed, Level::Off),
        ]
    );
}

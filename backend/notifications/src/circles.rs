//! Whom something may concern, looked up: `decide.rs` says who of them is told, and why.

use db::{DbFault, Tx};
use issues::IssueState;
use kernel::{EventHead, IssueId, TenantId};
use platform::grants::{self, Container};

use crate::decide::{Circles, Fact};
use crate::store::About;
use crate::who::{asked, conveners, facilitators};
use crate::{asking, emergency, follows, heard, named, of_a_day, to_do, who};

/// Everybody whom it may concern.
pub(crate) async fn circles(
    tx: &Tx,
    head: &EventHead,
    (fact, about): (Fact, About),
) -> Result<Circles, DbFault> {
    if let Some(found) = who::of_moderating(tx, head, (fact, about)).await? {
        return Ok(found);
    }
    let mut circles = Circles::default();
    match fact {
        Fact::ProductPublished => return of_a_product(tx, head, about).await,
        Fact::InvitationReceived
        | Fact::InvitationAccepted
        | Fact::InvitationDeclined
        | Fact::WavesEnded
        | Fact::HandRaised
        | Fact::HandObjected
        | Fact::HandLate
        | Fact::HandRefused => return asking::circles(tx, head, fact, about).await,
        Fact::NetworkQuiet
        | Fact::ReportDue
        | Fact::AgreementEnded
        | Fact::TieAsked
        | Fact::TieNews
        | Fact::TalkProposed
        | Fact::TalkDeclined => return of_those_who_run(tx, Some(about.subject.into())).await,
        Fact::OrientationEnds | Fact::OrientationOver => {
            return who::of_a_newcomer(tx, head, about).await;
        }
        Fact::PartEnds => return who::of_an_ending_part(tx, head).await,
        Fact::NominationAsked => return of_those_who_run(tx, about.issue).await,
        Fact::ContactAsked | Fact::HandoverOffered | Fact::HandoverAnswered => {
            circles.asked = asked(tx, fact, about).await?;
            return Ok(circles);
        }
        Fact::AnswerAccepted | Fact::ConcernHeard => return heard::circles(tx, about).await,
        Fact::NamedSince => return named::circles(tx, head, about).await,
        Fact::TaskGiven | Fact::TaskDue | Fact::TaskReturned | Fact::SpeakInvited => {
            return to_do::circles(tx, head, (fact, about)).await;
        }
        Fact::EmergencyAsked | Fact::EmergencyOpened | Fact::EmergencyAnswered => {
            return emergency::circles(tx, head, fact, about).await;
        }
        Fact::JoinAsked | Fact::JoinAccepted | Fact::JoinDeclined | Fact::JoinEnded => {
            circles.conveners = conveners(tx, head).await?;
            return Ok(circles);
        }
        Fact::HoldEndsSoon
        | Fact::ReviewDue
        | Fact::ProposalLate
        | Fact::ProposalOverdue
        | Fact::IssueLingers => return of_a_day::circles(tx, head, (fact, about)).await,
        Fact::ThreadOpened
        | Fact::Replied
        | Fact::Moved { .. }
        | Fact::OutcomePublished
        | Fact::OutcomeReviewed
        | Fact::NetworkRules
        | Fact::NetworkTurned
        | Fact::NetworkMerging
        | Fact::TalkAsked
        | Fact::TalkEnded
        | Fact::EvaluationAsked
        | Fact::AgreementPut
        | Fact::HandoverTaken
        | Fact::HoldSet
        | Fact::HoldLengthened
        | Fact::HoldEnded
        | Fact::PostReported
        | Fact::PostDecided
        | Fact::DecisionAppealed
        | Fact::AppealAnswered
        | Fact::PostWaits
        | Fact::PostReturned => {}
    }
    match about.issue {
        Some(issue) => of_a_room(tx, head, (fact, about), issue).await,
        None => Ok(circles),
    }
}

async fn of_those_who_run(tx: &Tx, issue: Option<IssueId>) -> Result<Circles, DbFault> {
    let mut circles = Circles::default();
    if let Some(issue) = issue {
        circles.facilitators = facilitators(tx, issue).await?;
    }
    Ok(circles)
}

/// Who takes part in it and follows it; and whom a post names.
async fn of_a_room(
    tx: &Tx,
    head: &EventHead,
    (fact, about): (Fact, About),
    issue: IssueId,
) -> Result<Circles, DbFault> {
    let mut circles = of_an_issue(tx, head, fact, issue).await?;
    if matches!(fact, Fact::Replied | Fact::ThreadOpened) {
        circles.named = who::named(tx, (fact, about)).await?;
        circles.named.retain(|it| circles.participants.contains(it));
    }
    Ok(circles)
}

/// Who took part in what it came from, and who follows what it is about.
async fn of_a_product(tx: &Tx, head: &EventHead, about: About) -> Result<Circles, DbFault> {
    let product = about.subject.into();
    let mut terms = results::read::products::terms_of(tx, [product])
        .await?
        .remove(&product)
        .unwrap_or_default();
    terms.extend(head.tenant.map(TenantId::uuid));
    let sources = results::read::products::sources_of(tx, product).await?;
    let happened = head.happened_at();
    Ok(Circles {
        took_part: issues::read_took_part::and_may_read(tx, sources, happened).await?,
        followers: follows::followers(tx, happened, None, terms).await?,
        ..Circles::default()
    })
}

/// Who takes part in it, wrote it, decides about it and follows it.
pub(crate) async fn of_an_issue(
    tx: &Tx,
    head: &EventHead,
    fact: Fact,
    issue: IssueId,
) -> Result<Circles, DbFault> {
    let mut circles = Circles::default();
    // Who came in or began to follow later is not told of what was before, however late this is handled.
    let happened = head.happened_at();
    circles.participants = grants::holders_since(tx, Container::Issue(issue), happened).await?;
    let of_results = matches!(fact, Fact::OutcomePublished | Fact::OutcomeReviewed);
    let mut terms = Vec::new();
    if let Fact::Moved { to, .. } = fact {
        circles.author = issues::read::author_of(tx, issue).await?;
        if to == IssueState::Proposed {
            circles.conveners = conveners(tx, head).await?;
        }
    }
    if of_results {
        circles.took_part = issues::read_took_part::by_then(tx, [issue], happened).await?;
        circles.joined = who::conveners_of_joined(tx, issue).await?;
    }
    if of_results || matches!(fact, Fact::Moved { .. }) {
        terms = issues::read::terms_of(tx, [issue])
            .await?
            .remove(&issue)
            .unwrap_or_default();
        terms.extend(head.tenant.map(TenantId::uuid));
    }
    circles.followers = follows::followers(tx, happened, Some(issue), terms).await?;
    Ok(circles)
}

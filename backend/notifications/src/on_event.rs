//! From an event to lines: who is concerned is looked up here, decided in `decide.rs`.
//!
//! Promise: an event that is handled again writes no second line and schedules no second mail.

use std::collections::HashSet;

use agreements::AgreementEvent;
use contacts::ContactEvent;
use db::{DbFault, Sql, Tx, jobs, outbox};
use dilemmas::DilemmaEvent;
use emergencies::EmergencyEvent;
use facilitating::NoteEvent;
use handovers::HandoverEvent;
use holds::HoldEvent;
use invitations::{HandEvent, InvitationEvent, WaveEvent};
use issues::{IssueEvent, IssueState, ReminderEvent};
use joins::JoinEvent;
use kernel::{EventHead, IssueId, PersonId, Seq, TenantId};
use moderation::ModerationEvent;
use networks::NetworkEvent;
use nominations::RequestEvent;
use platform::grants::{self, Container};
use results::{OutcomeEvent, ProductEvent};
use serde::de::DeserializeOwned;
use tasks::TaskEvent;
use threads::{ThreadEvent, WaitingEvent};
use ties::{TalkEvent, TieEvent};

use crate::decide::{Circles, Decision, Fact, decide};
use crate::model::Wishes;
use crate::store::{self, About, Turn, take_turn};
use crate::who::{asked, conveners, facilitators};
use crate::{
    NotificationEvent, asking, emergency, follows, gather, heard, named, of_a_day, read_readers,
    settings, taken_back, to_do, who,
};

/// The kinds of events that people are told of.
pub const SUBSCRIBES: &[&str] = &[
    ThreadEvent::OPENED,
    ThreadEvent::REPLIED,
    ThreadEvent::LEFT,
    ThreadEvent::WITHDRAWN,
    ThreadEvent::NAMED,
    IssueEvent::MOVED,
    OutcomeEvent::PUBLISHED,
    OutcomeEvent::REVIEW_DUE,
    OutcomeEvent::REVIEWED,
    ProductEvent::PUBLISHED,
    InvitationEvent::SENT,
    InvitationEvent::ACCEPTED,
    InvitationEvent::DECLINED,
    InvitationEvent::REVOKED,
    HandEvent::RAISED,
    HandEvent::OBJECTED,
    HandEvent::REFUSED,
    HandEvent::LATE,
    WaveEvent::ENDED,
    NetworkEvent::WENT_QUIET,
    NetworkEvent::RULES_CHANGED,
    NetworkEvent::ORIENTATION_ENDS,
    NetworkEvent::SETTLED,
    NetworkEvent::TURNED,
    TieEvent::ASKED,
    TieEvent::NEWS,
    TieEvent::MERGING,
    TalkEvent::PROPOSED,
    TalkEvent::DECLINED,
    TalkEvent::ASKED,
    TalkEvent::ENDED,
    IssueEvent::EVALUATION_ASKED,
    RequestEvent::MADE,
    ContactEvent::ASKED,
    AgreementEvent::PUT,
    AgreementEvent::REPORT_DUE,
    AgreementEvent::ENDED,
    JoinEvent::ASKED,
    JoinEvent::ACCEPTED,
    JoinEvent::DECLINED,
    JoinEvent::ENDED,
    HandoverEvent::OFFERED,
    HandoverEvent::ANSWERED,
    HandoverEvent::TAKEN,
    ThreadEvent::ACCEPTED,
    DilemmaEvent::HEARD,
    TaskEvent::GIVEN,
    TaskEvent::RETURNED,
    TaskEvent::DUE,
    NoteEvent::WRITTEN,
    EmergencyEvent::ASKED,
    EmergencyEvent::OPENED,
    EmergencyEvent::ANSWERED,
    HoldEvent::SET,
    HoldEvent::LENGTHENED,
    HoldEvent::ENDED,
    HoldEvent::ENDS_SOON,
    WaitingEvent::WAITS,
    WaitingEvent::RETURNED,
    ModerationEvent::REPORTED,
    ModerationEvent::DECIDED,
    ModerationEvent::APPEALED,
    ModerationEvent::ANSWERED,
    ReminderEvent::PROPOSAL_LATE,
    ReminderEvent::PROPOSAL_OVERDUE,
    ReminderEvent::LINGERS,
    IssueEvent::PART_ENDS,
];

/// Writes the lines, in the transaction that ends the event's job.
pub async fn on_event(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    match head.kind.as_str() {
        ThreadEvent::LEFT => return store::follow_posts(tx, &payload(head)?).await,
        ThreadEvent::WITHDRAWN => return taken_back::count_again(tx, &payload(head)?).await,
        InvitationEvent::ACCEPTED | InvitationEvent::DECLINED | InvitationEvent::REVOKED => {
            asking::settled(tx, head).await?;
        }
        _ => {}
    }
    let Some((fact, about)) = read_event(head)? else {
        return Ok(());
    };
    let circles = circles(tx, head, (fact, about)).await?;
    take_turn(tx, Turn::Writing).await?;
    if fact == Fact::NamedSince {
        named::instead(tx, about, &circles).await?;
    }
    write(tx, head, fact, about, &circles).await
}

async fn write(
    tx: &Tx,
    head: &EventHead,
    fact: Fact,
    about: About,
    circles: &Circles,
) -> Result<(), DbFault> {
    if store::was_told(tx, head.id).await? || taken_back::is_news_no_more(tx, fact, about).await? {
        return Ok(());
    }
    let wishes = settings::wishes_of(tx, &everyone(circles), about.issue).await?;
    let hushed = who::hushed(tx, head, fact, about).await?;
    let mut lines = decide(fact, head.actor, about.issue, circles, &wishes);
    lines.retain(|line| !hushed.contains(&line.person));
    only_readers(tx, about, circles, &mut lines).await?;
    store::insert(tx, head, about, &lines).await?;
    let made: Vec<_> = lines.iter().map(made).collect();
    outbox::push_all(tx, &made).await?;
    let plain = Wishes::default();
    let looks = lines.iter().filter_map(|line| {
        let own = wishes.get(&line.person).unwrap_or(&plain);
        gather::look_for(line, about.issue, own, tx.now())
    });
    jobs::schedule(tx, gather::NOTIFY_DUE, &looks.collect::<Vec<_>>()).await
}

/// Whoever may not read it is not told that there is something. Who takes part may.
async fn only_readers(
    tx: &Tx,
    about: About,
    circles: &Circles,
    lines: &mut Vec<Decision>,
) -> Result<(), DbFault> {
    let part: HashSet<PersonId> = circles.participants.iter().copied().collect();
    let may_not = |line: &Decision| about.issue.is_some() || line.reason.gives_no_right();
    let is_asked = |line: &Decision| !part.contains(&line.person) && may_not(line);
    let asked = lines.iter().filter(|line| is_asked(line));
    let asked: Vec<PersonId> = asked.map(|line| line.person).collect();
    let readers = read_readers::among(tx, about, &asked).await?;
    lines.retain(|line| !is_asked(line) || readers.contains(&line.person));
    Ok(())
}

const fn made(line: &Decision) -> NotificationEvent {
    NotificationEvent::Made {
        person: line.person,
    }
}

fn everyone(circles: &Circles) -> Vec<PersonId> {
    let followers = circles.followers.iter().map(|follower| follower.person);
    let mut people: Vec<_> = circles
        .participants
        .iter()
        .chain(&circles.took_part)
        .chain(&circles.conveners)
        .chain(&circles.joined)
        .chain(&circles.owners)
        .copied()
        .chain(circles.author)
        .chain(circles.inviter)
        .chain(circles.raiser)
        .chain(circles.asked)
        .chain(circles.moderated.author)
        .chain(circles.moderated.reporters.iter().copied())
        .chain(circles.moderated.deciders.iter().copied())
        .chain(circles.reviewers.iter().copied())
        .chain(circles.facilitators.iter().copied())
        .chain(followers)
        .collect();
    people.sort_unstable();
    people.dedup();
    people
}

pub(crate) fn payload<E: DeserializeOwned>(head: &EventHead) -> Result<E, DbFault> {
    serde_json::from_str(&head.payload).map_err(|error| DbFault::corrupt(error.to_string()))
}

fn read_event(head: &EventHead) -> Result<Option<(Fact, About)>, DbFault> {
    let told = |fact| Ok(Some((fact, about_issue(head.subject.into()))));
    match head.kind.as_str() {
        ThreadEvent::OPENED | ThreadEvent::REPLIED => Ok(of_thread(&payload(head)?)),
        IssueEvent::MOVED | IssueEvent::PART_ENDS => Ok(of_issue(&payload(head)?)),
        OutcomeEvent::PUBLISHED => told(Fact::OutcomePublished),
        OutcomeEvent::REVIEW_DUE => told(Fact::ReviewDue),
        OutcomeEvent::REVIEWED => told(Fact::OutcomeReviewed),
        ProductEvent::PUBLISHED => Ok(Some((Fact::ProductPublished, about_nothing(head)))),
        InvitationEvent::SENT
        | InvitationEvent::ACCEPTED
        | InvitationEvent::DECLINED
        | HandEvent::RAISED
        | HandEvent::OBJECTED
        | HandEvent::REFUSED
        | HandEvent::LATE
        | WaveEvent::ENDED => asking::told(head),
        NetworkEvent::WENT_QUIET => told(Fact::NetworkQuiet),
        NetworkEvent::RULES_CHANGED => told(Fact::NetworkRules),
        NetworkEvent::ORIENTATION_ENDS => told(Fact::OrientationEnds),
        NetworkEvent::SETTLED => told(Fact::OrientationOver),
        NetworkEvent::TURNED => told(Fact::NetworkTurned),
        TieEvent::ASKED => told(Fact::TieAsked),
        TieEvent::NEWS => told(Fact::TieNews),
        TieEvent::MERGING => told(Fact::NetworkMerging),
        TalkEvent::PROPOSED => told(Fact::TalkProposed),
        TalkEvent::DECLINED => told(Fact::TalkDeclined),
        TalkEvent::ASKED => told(Fact::TalkAsked),
        TalkEvent::ENDED => told(Fact::TalkEnded),
        IssueEvent::EVALUATION_ASKED => told(Fact::EvaluationAsked),
        RequestEvent::MADE => Ok(Some(of_request(&payload(head)?))),
        ContactEvent::ASKED => Ok(Some((Fact::ContactAsked, about_nothing(head)))),
        AgreementEvent::PUT => told(Fact::AgreementPut),
        AgreementEvent::REPORT_DUE => told(Fact::ReportDue),
        AgreementEvent::ENDED => told(Fact::AgreementEnded),
        JoinEvent::ASKED => Ok(Some((Fact::JoinAsked, who::of_a_join(head)))),
        JoinEvent::ACCEPTED => Ok(Some((Fact::JoinAccepted, who::of_a_join(head)))),
        JoinEvent::DECLINED => Ok(Some((Fact::JoinDeclined, who::of_a_join(head)))),
        JoinEvent::ENDED => Ok(Some((Fact::JoinEnded, who::of_a_join(head)))),
        HandoverEvent::OFFERED => Ok(Some((Fact::HandoverOffered, about_nothing(head)))),
        HandoverEvent::ANSWERED => Ok(Some((Fact::HandoverAnswered, about_nothing(head)))),
        HandoverEvent::TAKEN => told(Fact::HandoverTaken),
        ThreadEvent::NAMED => Ok(named::told(&payload(head)?)),
        ThreadEvent::ACCEPTED => Ok(heard::accepted(&payload(head)?)),
        DilemmaEvent::HEARD => Ok(heard::heard(&payload(head)?)),
        TaskEvent::GIVEN | TaskEvent::RETURNED | TaskEvent::DUE => Ok(to_do::told(&payload(head)?)),
        NoteEvent::WRITTEN => Ok(Some(to_do::invited(&payload(head)?))),
        EmergencyEvent::ASKED | EmergencyEvent::OPENED | EmergencyEvent::ANSWERED => {
            Ok(Some(emergency::told(&payload(head)?)))
        }
        HoldEvent::SET => told(Fact::HoldSet),
        HoldEvent::LENGTHENED => told(Fact::HoldLengthened),
        HoldEvent::ENDED => told(Fact::HoldEnded),
        // Its owners may not read the issue.
        HoldEvent::ENDS_SOON => Ok(Some((Fact::HoldEndsSoon, about_nothing(head)))),
        WaitingEvent::WAITS => Ok(Some((Fact::PostWaits, about_nothing(head)))),
        WaitingEvent::RETURNED => Ok(who::of_waiting(&payload(head)?)),
        ModerationEvent::REPORTED => Ok(Some((Fact::PostReported, about_nothing(head)))),
        ModerationEvent::DECIDED => Ok(Some((Fact::PostDecided, about_nothing(head)))),
        ModerationEvent::APPEALED => Ok(Some((Fact::DecisionAppealed, about_nothing(head)))),
        ModerationEvent::ANSWERED => Ok(Some((Fact::AppealAnswered, about_nothing(head)))),
        ReminderEvent::PROPOSAL_LATE => told(Fact::ProposalLate),
        ReminderEvent::PROPOSAL_OVERDUE => told(Fact::ProposalOverdue),
        ReminderEvent::LINGERS => told(Fact::IssueLingers),
        _ => Ok(None),
    }
}

/// The first post is told of as its thread.
fn of_thread(event: &ThreadEvent) -> Option<(Fact, About)> {
    match *event {
        ThreadEvent::Opened { issue, thread, .. } => Some((
            Fact::ThreadOpened,
            About {
                issue: Some(issue),
                thread: Some(thread),
                subject: thread.uuid(),
            },
        )),
        ThreadEvent::Replied {
            issue,
            thread,
            post,
            seq,
            ..
        } if seq > Seq::from(1) => Some((
            Fact::Replied,
            About {
                issue: Some(issue),
                thread: Some(thread),
                subject: post.uuid(),
            },
        )),
        _ => None,
    }
}

fn of_issue(event: &IssueEvent) -> Option<(Fact, About)> {
    match *event {
        IssueEvent::Moved {
            issue, from, to, ..
        } => Some((Fact::Moved { from, to }, about_issue(issue))),
        IssueEvent::PartEnds { issue, grant, .. } => Some((
            Fact::PartEnds,
            About {
                subject: grant.uuid(),
                ..about_issue(issue)
            },
        )),
        _ => None,
    }
}

fn about_issue(issue: IssueId) -> About {
    About {
        issue: Some(issue),
        thread: None,
        subject: issue.uuid(),
    }
}

/// But its own subject.
fn about_nothing(head: &EventHead) -> About {
    About {
        issue: None,
        thread: None,
        subject: head.subject,
    }
}

fn of_request(event: &RequestEvent) -> (Fact, About) {
    let (network, request) = event.about();
    let about = About {
        subject: request.uuid(),
        ..about_issue(network)
    };
    (Fact::NominationAsked, about)
}

async fn circles(
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

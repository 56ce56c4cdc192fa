//! Who holds which task, or is concerned by what happened: for the circles of whom something is told.

use db::{DbFault, Sql, Tx};
use issues::IssueEvent;
use issues::read::Participant;
use kernel::{EventHead, IssueId, IssueRole, PersonId, Seq, TenantId, TenantRole, Timestamp};
use moderation::Concerned;
use networks::NetworkEvent;
use platform::grants::{self, Container};
use results::OutcomeEvent;
use threads::read::Part;
use threads::{Voice, WaitingEvent, read_facts};
use uuid::Uuid;

use crate::decide::{Circles, Fact};
use crate::mention;
use crate::model::Kind;
use crate::on_event::payload;
use crate::store::{self, About};
use crate::to_do;

/// Whom somebody asks for contact, or for taking work over.
pub(crate) async fn asked(tx: &Tx, fact: Fact, about: About) -> Result<Option<PersonId>, DbFault> {
    if fact != Fact::ContactAsked {
        return handovers::taker_or_giver(tx, about.subject.into()).await;
    }
    let request = contacts::read::find(tx, about.subject.into()).await?;
    let waits = request.filter(|it| it.waits(tx.now()));
    Ok(waits.map(|it| it.person))
}

/// Who asked, by an invitation or by a list of people to ask.
pub(crate) async fn inviter(
    tx: &Tx,
    fact: Fact,
    about: About,
) -> Result<Option<PersonId>, DbFault> {
    let subject = about.subject;
    if fact == Fact::WavesEnded {
        let plan = invitations::read_waves::find(tx, subject.into()).await?;
        return Ok(plan.map(|plan| plan.inviter));
    }
    let found = invitations::read::find(tx, subject.into()).await?;
    Ok(found.map(|it| it.invited_by))
}

pub(crate) async fn facilitators(tx: &Tx, issue: IssueId) -> Result<Vec<PersonId>, DbFault> {
    let holders = grants::holders(tx, Container::Issue(issue)).await?;
    let runs = |role: &str| IssueRole::from_name(role) == Some(IssueRole::Facilitator);
    Ok(holders
        .into_iter()
        .filter(|(_, role)| runs(role))
        .map(|(person, _)| person)
        .collect())
}

/// Who wrote the outcome; when that person does not run the issue any more, whoever does.
pub(crate) async fn reviewers(
    tx: &Tx,
    head: &EventHead,
    about: About,
) -> Result<Vec<PersonId>, DbFault> {
    let Some(issue) = about.issue else {
        return Ok(Vec::new());
    };
    let facilitators = facilitators(tx, issue).await?;
    let conveners = conveners(tx, head).await?;
    let author = results::read::outcomes::author_of(tx, issue).await?;
    let still = author.filter(|it| facilitators.contains(it) || conveners.contains(it));
    Ok(match still {
        Some(author) => vec![author],
        None if facilitators.is_empty() => conveners,
        None => facilitators,
    })
}

pub(crate) async fn conveners(tx: &Tx, head: &EventHead) -> Result<Vec<PersonId>, DbFault> {
    of_the_tenant(tx, head, TenantRole::convenes).await
}

/// The other organisations in which somebody may hear of these: those that pick an issue up with its owner hear what came
/// of it. The walls of the database show who decides there to nobody who does not reach into them.
pub async fn reaches(sql: &impl Sql, heads: &[&EventHead]) -> Result<Vec<TenantId>, DbFault> {
    let mut others = Vec::new();
    for head in heads {
        if let OutcomeEvent::PUBLISHED | OutcomeEvent::REVIEWED = head.kind.as_str() {
            others.extend(issues::read_joined::ids_of(sql, head.subject.into()).await?);
        }
    }
    Ok(others)
}

/// Who decides for the organisations that pick an issue up with its owner; the transaction reaches into them.
pub(crate) async fn conveners_of_joined(tx: &Tx, issue: IssueId) -> Result<Vec<PersonId>, DbFault> {
    let joined = issues::read_joined::ids_of(tx, issue).await?;
    if joined.is_empty() {
        return Ok(Vec::new());
    }
    let convene = TenantRole::ALL.into_iter().filter(|role| role.convenes());
    let roles: Vec<&str> = convene.map(TenantRole::as_str).collect();
    grants::holders_in(tx, joined, &roles).await
}

/// Those whose task it is to decide; where there are none, its owners.
pub(crate) async fn deciders(tx: &Tx, head: &EventHead) -> Result<Vec<PersonId>, DbFault> {
    let own_task = of_the_tenant(tx, head, |role| role == TenantRole::Convener).await?;
    if own_task.is_empty() {
        return owners(tx, head).await;
    }
    Ok(own_task)
}

pub(crate) async fn owners(tx: &Tx, head: &EventHead) -> Result<Vec<PersonId>, DbFault> {
    of_the_tenant(tx, head, |role| role == TenantRole::Owner).await
}

async fn of_the_tenant(
    tx: &Tx,
    head: &EventHead,
    which: impl Fn(TenantRole) -> bool,
) -> Result<Vec<PersonId>, DbFault> {
    let Some(tenant) = head.tenant else {
        return Ok(Vec::new());
    };
    let holders = grants::holders(tx, Container::Tenant(tenant)).await?;
    let is_one = |role: &str| TenantRole::from_name(role).is_some_and(&which);
    Ok(holders
        .into_iter()
        .filter(|(_, role)| is_one(role))
        .map(|(person, _)| person)
        .collect())
}

/// Who reads less of whoever said this, or said it, or was told the same today, and is not told of it.
pub(crate) async fn hushed(
    tx: &Tx,
    head: &EventHead,
    fact: Fact,
    about: About,
) -> Result<Vec<PersonId>, DbFault> {
    if matches!(fact, Fact::TaskGiven | Fact::TaskReturned) {
        return to_do::told_already(tx, head, (fact, about)).await;
    }
    if fact == Fact::InvitationReceived {
        // It was sent again.
        return told_of(tx, about.subject, Kind::InvitationReceived).await;
    }
    let voice = match (fact, head.actor) {
        (
            Fact::ThreadOpened | Fact::Replied | Fact::NamedSince | Fact::SpeakInvited,
            Some(actor),
        ) => Some(Voice::Person(actor)),
        // An alias is in its post only.
        (Fact::Replied, None) => {
            let posts = threads::read::posts_by_id(tx, [about.subject.into()]).await?;
            posts.first().map(|post| post.author)
        }
        (Fact::ThreadOpened, None) => {
            let first = Part::After(Seq::ZERO);
            let posts = threads::read::posts(tx, about.subject.into(), first, 1).await?;
            posts.first().map(|post| post.author)
        }
        _ => None,
    };
    let Some(voice) = voice.filter(|voice| *voice != Voice::Nobody) else {
        return Ok(Vec::new());
    };
    let mut hushed = mutes::who_muted(tx, voice).await?;
    // What was let through is no news to whoever wrote it.
    hushed.extend(voice.person());
    Ok(hushed)
}

pub(crate) async fn told_of(tx: &Tx, subject: Uuid, kind: Kind) -> Result<Vec<PersonId>, DbFault> {
    let told = store::told_since(tx, (subject, kind), Timestamp::from_millis(0)).await?;
    Ok(told.into_iter().map(|(person, _)| person).collect())
}

/// Whose post it is, who reported it, and who decides.
async fn moderated(tx: &Tx, fact: Fact, about: About) -> Result<Concerned, DbFault> {
    let subject = about.subject;
    match fact {
        Fact::PostReported => moderation::concerned_by_report(tx, subject.into()).await,
        Fact::DecisionAppealed => moderation::concerned_by_appeal(tx, subject.into()).await,
        _ => moderation::concerned_by_decision(tx, about.subject.into()).await,
    }
}

/// Whom a post names, or the first one of a thread, of those who take part.
pub(crate) async fn named(tx: &Tx, (fact, about): (Fact, About)) -> Result<Vec<PersonId>, DbFault> {
    let words = match fact {
        Fact::ThreadOpened => read_facts::opening_words(tx, about.subject.into()).await?,
        _ => read_facts::words_in_a_named_room(tx, about.subject.into()).await?,
    };
    let Some((words, issue)) = words.zip(about.issue) else {
        return Ok(Vec::new());
    };
    let people = issues::read::participants_of(tx, issue).await?;
    let names = names_of(&people);
    // Who is named by a change is told of that change, also when this is handled after it.
    let at_first = mention::named(&words.first, &names);
    let mut named = mention::named(&words.now, &names);
    named.retain(|person| at_first.contains(person));
    Ok(named)
}

pub(crate) fn names_of(people: &[Participant]) -> Vec<(&str, PersonId)> {
    let names = people.iter().map(|it| (it.shown_name.as_str(), it.person));
    names.collect()
}

/// What was sent back is told of in its room.
pub(crate) fn of_waiting(event: &WaitingEvent) -> Option<(Fact, About)> {
    match *event {
        WaitingEvent::Returned {
            issue,
            thread,
            post,
            ..
        } => Some((
            Fact::PostReturned,
            About {
                issue: Some(issue),
                thread: Some(thread),
                subject: post.uuid(),
            },
        )),
        WaitingEvent::Waits { .. } => None,
    }
}

/// An objection is looked at by others than whoever said no, where there are others.
pub(crate) fn others_than(refuser: Option<PersonId>, circles: Circles) -> Circles {
    let other = |person: &PersonId| Some(*person) != refuser;
    let others = |people: &[PersonId]| people.iter().copied().filter(other).collect::<Vec<_>>();
    let facilitators = others(&circles.facilitators);
    let conveners = others(&circles.conveners);
    if facilitators.is_empty() && conveners.is_empty() {
        return circles;
    }
    Circles {
        conveners,
        facilitators,
        ..circles
    }
}

/// Of posts that were reported, or wait to be let through; none when it is about something else.
pub(crate) async fn of_moderating(
    tx: &Tx,
    head: &EventHead,
    (fact, about): (Fact, About),
) -> Result<Option<Circles>, DbFault> {
    let mut circles = Circles::default();
    match fact {
        Fact::PostReported | Fact::PostDecided | Fact::DecisionAppealed | Fact::AppealAnswered => {
            circles.moderated = moderated(tx, fact, about).await?;
        }
        Fact::PostWaits => {
            if let WaitingEvent::Waits { issue, .. } = payload(head)? {
                circles.facilitators = facilitators(tx, issue).await?;
            }
        }
        Fact::PostReturned => {
            circles.asked = threads::writer_of_waiting(tx, about.subject.into()).await?;
        }
        _ => return Ok(None),
    }
    Ok(Some(circles))
}

/// A newcomer, and who runs the network.
pub(crate) async fn of_a_newcomer(
    tx: &Tx,
    head: &EventHead,
    about: About,
) -> Result<Circles, DbFault> {
    let event: NetworkEvent = payload(head)?;
    Ok(Circles {
        asked: event.person(),
        facilitators: facilitators(tx, about.subject.into()).await?,
        ..Circles::default()
    })
}

/// Whose part ends, and who runs the issue; nobody, where it ends on no day to come any more.
pub(crate) async fn of_an_ending_part(tx: &Tx, head: &EventHead) -> Result<Circles, DbFault> {
    let IssueEvent::PartEnds { issue, person, .. } = payload(head)? else {
        return Ok(Circles::default());
    };
    let part = issues::read::participant(tx, issue, person).await?;
    if part.is_none_or(|part| part.until.is_none()) {
        return Ok(Circles::default());
    }
    Ok(Circles {
        asked: Some(person),
        facilitators: facilitators(tx, issue).await?,
        ..Circles::default()
    })
}

/// Without its issue: whoever is told may not read that.
pub(crate) const fn of_a_join(head: &EventHead) -> About {
    About {
        issue: None,
        thread: None,
        subject: head.subject,
    }
}

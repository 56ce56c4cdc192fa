//! What comes of asking people: whoever is asked is told, and those who ask hear what was answered.
//!
//! Promise: of an invitation its invitee has one line, as long as it waits for them; nobody else learns by it whether an
//! address belongs to somebody here. Its mail is the invitation itself.

use db::{DbFault, Tx, outbox};
use invitations::{HandEvent, HandState, InvitationEvent, WaveEvent};
use kernel::{EventHead, PersonId};

use crate::NotificationEvent;
use crate::decide::{Circles, Fact};
use crate::model::Kind;
use crate::on_event::payload;
use crate::store::{self, About};
use crate::who::{self, conveners, facilitators};

pub(crate) fn told(head: &EventHead) -> Result<Option<(Fact, About)>, DbFault> {
    Ok(match head.kind.as_str() {
        InvitationEvent::SENT | InvitationEvent::ACCEPTED | InvitationEvent::DECLINED => {
            of_invitation(&payload(head)?)
        }
        WaveEvent::ENDED => Some(of_waves(&payload(head)?)),
        _ => Some(of_hand(&payload(head)?)),
    })
}

/// What was answered or taken back waits for nobody any more: who had not looked counts again.
pub(crate) async fn settled(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let people = store::is_no_news(tx, head.subject, [Kind::InvitationReceived; 2]).await?;
    let seen = people
        .into_iter()
        .map(|person| NotificationEvent::Seen { person });
    outbox::push_all(tx, &seen.collect::<Vec<_>>()).await
}

/// Where it leads nowhere yet: whoever is asked may not read the issue.
fn of_invitation(event: &InvitationEvent) -> Option<(Fact, About)> {
    let (fact, about, issue) = match event {
        InvitationEvent::Sent(about) => (Fact::InvitationReceived, about, None),
        InvitationEvent::Accepted(about) => (Fact::InvitationAccepted, about, about.issue),
        InvitationEvent::Declined(about) => (Fact::InvitationDeclined, about, about.issue),
        InvitationEvent::Reminded(_) | InvitationEvent::Revoked(_) => return None,
    };
    let about = About {
        issue,
        thread: None,
        subject: about.invitation.uuid(),
    };
    Some((fact, about))
}

fn of_hand(event: &HandEvent) -> (Fact, About) {
    let fact = match event {
        HandEvent::Raised(_) => Fact::HandRaised,
        HandEvent::Objected(_) => Fact::HandObjected,
        HandEvent::Refused(_) => Fact::HandRefused,
        HandEvent::Late(_) => Fact::HandLate,
    };
    let about = event.about();
    let about = About {
        issue: Some(about.issue),
        thread: None,
        subject: about.hand.uuid(),
    };
    (fact, about)
}

fn of_waves(event: &WaveEvent) -> (Fact, About) {
    let about = event.about();
    let about = About {
        issue: Some(about.issue),
        thread: None,
        subject: about.plan.uuid(),
    };
    (Fact::WavesEnded, about)
}

pub(crate) async fn circles(
    tx: &Tx,
    head: &EventHead,
    fact: Fact,
    about: About,
) -> Result<Circles, DbFault> {
    match fact {
        Fact::InvitationReceived => Ok(Circles {
            asked: invitations::read_asked::invitee(tx, about.subject.into()).await?,
            ..Circles::default()
        }),
        Fact::InvitationAccepted | Fact::InvitationDeclined | Fact::WavesEnded => Ok(Circles {
            inviter: who::inviter(tx, fact, about).await?,
            ..Circles::default()
        }),
        _ => of_a_hand(tx, head, fact, about).await,
    }
}

/// Who runs the issue, or whoever raised the hand; nobody when it went down meanwhile.
async fn of_a_hand(
    tx: &Tx,
    head: &EventHead,
    fact: Fact,
    about: About,
) -> Result<Circles, DbFault> {
    let mut circles = Circles::default();
    let Some(hand) = invitations::read_hands::find(tx, about.subject.into()).await? else {
        return Ok(circles);
    };
    // What was answered, or answered otherwise, since it happened is not told any more.
    if fact == Fact::HandRefused {
        circles.raiser = (hand.state == HandState::Refused).then_some(hand.person);
        return Ok(circles);
    }
    if !hand.state.waits() || !issues::read::takes_people(tx, hand.issue).await? {
        return Ok(circles);
    }
    let but = |people: Vec<PersonId>| {
        let others = people.into_iter().filter(|person| *person != hand.person);
        others.collect()
    };
    circles.facilitators = but(facilitators(tx, hand.issue).await?);
    circles.conveners = but(conveners(tx, head).await?);
    if fact == Fact::HandObjected {
        circles = who::others_than(hand.answered_by, circles);
    }
    Ok(circles)
}

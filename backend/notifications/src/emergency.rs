//! Who is told of an emergency access: who can agree, and once it is open everybody who takes part.

use db::{DbFault, Tx};
use emergencies::EmergencyEvent;
use kernel::EventHead;

use crate::circles::of_an_issue;
use crate::decide::{Circles, Fact};
use crate::store::About;

/// Whoever answers for the organisation may not read the issue: only who takes part is told of which.
pub(crate) fn told(event: &EmergencyEvent) -> (Fact, About) {
    let (_, issue, emergency) = event.about();
    let fact = match event {
        EmergencyEvent::Asked { .. } => Fact::EmergencyAsked,
        EmergencyEvent::Opened { .. } => Fact::EmergencyOpened,
        EmergencyEvent::Answered { .. } => Fact::EmergencyAnswered,
    };
    let about = About {
        issue: Some(issue).filter(|_| fact == Fact::EmergencyOpened),
        thread: None,
        subject: emergency.uuid(),
    };
    (fact, about)
}

/// Who takes part is told once it is open, whoever opened it.
pub(crate) async fn circles(
    tx: &Tx,
    head: &EventHead,
    fact: Fact,
    about: About,
) -> Result<Circles, DbFault> {
    if let Some(issue) = about.issue {
        return of_an_issue(tx, head, fact, issue).await;
    }
    let concerned = emergencies::concerned(tx, about.subject.into()).await?;
    Ok(Circles {
        asked: concerned.asker,
        conveners: concerned.deciders,
        ..Circles::default()
    })
}

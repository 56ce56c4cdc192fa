//! Who holds which task, or is concerned by what happened: for the circles of whom something is told.

use db::{DbFault, Sql, Tx};
use kernel::{EventHead, IssueId, IssueRole, PersonId, TenantRole};
use moderation::Concerned;
use platform::grants::{self, Container};

use crate::decide::Fact;
use crate::store::About;

pub(crate) async fn asked_for_contact(tx: &Tx, about: About) -> Result<Option<PersonId>, DbFault> {
    let request = contacts::read::find(tx, about.subject.into()).await?;
    let waits = request.filter(|it| it.waits(tx.now()));
    Ok(waits.map(|it| it.person))
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
    let Some(tenant) = head.tenant else {
        return Ok(Vec::new());
    };
    let holders = grants::holders(tx, Container::Tenant(tenant)).await?;
    let convenes = |role: &str| TenantRole::from_name(role).is_some_and(TenantRole::convenes);
    Ok(holders
        .into_iter()
        .filter(|(_, role)| convenes(role))
        .map(|(person, _)| person)
        .collect())
}

/// Whose post it is, who reported it, and who decides.
pub(crate) async fn moderated(tx: &Tx, fact: Fact, about: About) -> Result<Concerned, DbFault> {
    match fact {
        Fact::PostReported => moderation::concerned_by_report(tx, about.subject.into()).await,
        Fact::DecisionAppealed => moderation::concerned_by_appeal(tx, about.subject.into()).await,
        _ => moderation::concerned_by_decision(tx, about.subject.into()).await,
    }
}

/// Whom a post names, of those who take part.
pub(crate) async fn named(tx: &Tx, about: About) -> Result<Vec<PersonId>, DbFault> {
    let words = threads::read_facts::words_in_a_named_room(tx, about.subject.into()).await?;
    let Some((words, issue)) = words.filter(|words| words.contains('@')).zip(about.issue) else {
        return Ok(Vec::new());
    };
    let people = issues::read::participants_of(tx, issue).await?;
    let names: Vec<_> = people
        .iter()
        .map(|it| (it.shown_name.as_str(), it.person))
        .collect();
    Ok(threads::mention::named(&words, &names))
}

//! Asking those who facilitate a network whom of their circle they think of, and their answer.
//!
//! Promise: who asks learns that the circle was asked, and whether somebody answered; never who is in it.

use db::{Db, Sql, Tx, outbox};
use issues::{Issue, IssueFault};
use kernel::{Faults, IssueId, NominationRequestId, Prose, RequestKey, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::model::{Nomination, NominationRequest, RequestState};
use crate::nominate::{NewNomination, parse as parse_nomination, put_forward};
use crate::policy::{self, MayAnswer};
use crate::{Limits, NominationFault, RequestEvent, read, store};

type Text = Prose<{ NominationRequest::MOST_TEXT }>;

/// Which network, and what is asked of it.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub network: IssueId,
    pub text: String,
}

pub async fn ask_network(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    (issue, new): (IssueId, NewRequest),
) -> Result<NominationRequest, NominationFault> {
    let text = parse("/text", &new.text)?;
    let tx = db.begin(scope).await?;
    let issue = seen(&tx, issue).await?;
    let permit = policy::may_ask(scope, &issue)?;
    let network = networks::read::find(&tx, new.network).await?;
    let room = network.filter(|it| it.room.id != issue.id && it.room.state.talks());
    let network = room.ok_or(NominationFault::NoNetwork)?.room.id;
    let id = NominationRequestId::new(tx.now());
    match idempotency::claim(&tx, secrets, key, "ask_network", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?.into();
            let made = read::find_request(&db.read(scope), first).await?;
            return made.ok_or(NominationFault::NoRequest);
        }
        Claim::Misused => return Err(NominationFault::KeyMisused),
    }
    limits.ask_network(permit.person)?;
    if !store::insert_request(&tx, &permit, id, network, &text).await? {
        return Err(NominationFault::AlreadyAsked);
    }
    let made = RequestEvent::Made {
        tenant: permit.tenant,
        network,
        request: id,
    };
    outbox::push(&tx, &made).await?;
    let after = read::find_request(&tx, id).await?;
    tx.commit().await?;
    after.ok_or(NominationFault::NoRequest)
}

/// What was asked for an issue; for who may ask.
pub(crate) async fn of_issue(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<NominationRequest>, NominationFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue).await?;
    let permit = policy::may_ask(scope, &issue.ok_or(IssueFault::NotFound)?)?;
    Ok(read::of_issue(&sql, permit.issue).await?)
}

/// What a network was asked, and of which issues; for who looks after it.
pub(crate) async fn of_network(
    scope: &Scope,
    db: &Db,
    network: IssueId,
) -> Result<Vec<(NominationRequest, Issue)>, NominationFault> {
    let sql = db.read(scope);
    let permit = answering(&sql, scope, network).await?;
    let asked = read::of_network(&sql, permit.network).await?;
    let issues = issues::read::find_all_invited(&sql, asked.iter().map(|it| it.issue)).await?;
    let with_issue = |request: NominationRequest| {
        let issue = issues.iter().find(|it| it.id == request.issue)?.clone();
        issue.state.invites().then_some((request, issue))
    };
    Ok(asked.into_iter().filter_map(with_issue).collect())
}

/// Nobody comes to mind, or it does not fit; with the reason, if there is one to give.
pub(crate) async fn decline(
    scope: &Scope,
    db: &Db,
    (network, request): (IssueId, NominationRequestId),
    reason: Option<&str>,
) -> Result<(NominationRequest, Issue), NominationFault> {
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let reason = reason.map(|it| parse("/reason", it)).transpose()?;
    let tx = db.begin(scope).await?;
    let permit = answering(&tx, scope, network).await?;
    let (request, issue) = asked(&tx, &permit, request).await?;
    if !store::decline_request(&tx, &permit, request.id, reason.as_deref()).await? {
        return Err(NominationFault::RequestAnswered);
    }
    tx.commit().await?;
    let declined = NominationRequest {
        state: RequestState::Declined,
        reason,
        ..request
    };
    Ok((declined, issue))
}

/// Somebody comes to mind: asked first, as everybody who is put forward.
pub(crate) async fn answer(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    (network, request, new): (IssueId, NominationRequestId, NewNomination),
) -> Result<Nomination, NominationFault> {
    let parsed = parse_nomination(new)?;
    let sql = db.read(scope);
    let permit = answering(&sql, scope, network).await?;
    let (request, issue) = asked(&sql, &permit, request).await?;
    let permit = permit.nominates(issue.id, request.id);
    put_forward(scope, db, secrets, limits, key, (permit, parsed)).await
}

async fn answering(
    sql: &impl Sql,
    scope: &Scope,
    network: IssueId,
) -> Result<MayAnswer, NominationFault> {
    let room = issues::read::find(sql, network).await?;
    let room = room.ok_or(NominationFault::NoNetwork)?;
    Ok(policy::may_answer(scope, &room)?)
}

async fn asked(
    sql: &impl Sql,
    permit: &MayAnswer,
    request: NominationRequestId,
) -> Result<(NominationRequest, Issue), NominationFault> {
    let found = read::find_request(sql, request).await?;
    let found = found.filter(|it| it.network == permit.network && it.is_open(sql.now()));
    let found = found.ok_or(NominationFault::NoRequest)?;
    let issue = issues::read::find_invited(sql, found.issue).await?;
    let issue = issue.filter(|it| it.state.invites());
    Ok((found, issue.ok_or(NominationFault::NoRequest)?))
}

async fn seen(tx: &Tx, issue: IssueId) -> Result<Issue, NominationFault> {
    let found = issues::read::find(tx, issue).await?;
    Ok(found.ok_or(IssueFault::NotFound)?)
}

fn parse(pointer: &str, text: &str) -> Result<String, NominationFault> {
    let mut faults = Faults::default();
    let text = faults.take(pointer, Text::parse(text));
    let text = faults.finish(text).map_err(NominationFault::Invalid)?;
    Ok(text.into_string())
}

//! Asking: the owner of an issue asks another organisation to join, or that one asks the owner.
//!
//! Promise: what is not seen is not asked for; a question is asked once, and after a "no" not again for a month.

use db::{Db, Sql, Tx, outbox};
use issues::{Issue, IssueFault};
use kernel::{Faults, FieldFault, IssueId, JoinId, Prose, RequestKey, Scope, TenantId, TenantSet};
use platform::idempotency::{self, Claim};
use platform::{Secrets, tenants};

use crate::event::About;
use crate::model::{Join, JoinState};
use crate::policy::MayAsk;
use crate::{JoinEvent, JoinFault, policy, read, store};

/// More questions than this wait for no answer at once.
const MOST_OPEN: u64 = 30;

#[derive(Clone, Debug)]
pub struct NewAsk {
    /// The slug of the owner of the issue.
    pub owner: String,
    pub issue: IssueId,
    /// The slug of the organisation that would join.
    pub organisation: String,
    pub motivation: String,
}

/// By a convener of one of the two, in that organisation.
pub async fn ask(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    new: &NewAsk,
) -> Result<JoinId, JoinFault> {
    let own = policy::decides_for(scope)?;
    let motivation = parse("/motivation", &new.motivation)?;
    let sql = db.read(scope);
    let owner = tenant(&sql, &new.owner)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let joiner = tenant(&sql, &new.organisation).await?;
    let joiner = joiner.filter(|joiner| *joiner != owner);
    let joiner = joiner.ok_or_else(|| unknown("/organisation"))?;
    if own != owner && own != joiner {
        return Err(JoinFault::NotFound);
    }
    let within = Scope {
        tenants: TenantSet::of([owner, joiner]),
        ..scope.clone()
    };
    let tx = db.begin(&within).await?;
    let issue = issues::read::find(&tx, new.issue).await?;
    let issue = issue.filter(|issue| issue.tenant == owner);
    let issue = issue.ok_or(IssueFault::NotFound)?;
    let permit = policy::may_ask(own, &issue, joiner)?;
    let id = JoinId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "ask_to_join", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(JoinFault::KeyMisused),
    }
    tenants::one_at_a_time(&tx, own).await?;
    if read::open_asks(&tx, own).await? >= MOST_OPEN {
        return Err(JoinFault::TooMany);
    }
    put(&tx, &permit, id, &issue, &motivation).await?;
    tx.commit().await?;
    Ok(id)
}

async fn put(
    tx: &Tx,
    permit: &MayAsk,
    id: JoinId,
    issue: &Issue,
    motivation: &str,
) -> Result<(), JoinFault> {
    if let Some(before) = read::of(tx, permit.issue, permit.joiner).await? {
        make_room(tx, permit, &before).await?;
    }
    store::insert(tx, permit, id, issue, motivation).await?;
    let tenant = match permit.by {
        crate::Side::Owner => permit.joiner,
        crate::Side::Joiner => permit.owner,
    };
    let about = About {
        tenant,
        issue: permit.issue,
        join: id,
    };
    Ok(outbox::push(tx, &JoinEvent::Asked(about)).await?)
}

/// Whoever said no may ask at any time; whoever heard it waits a while.
async fn make_room(tx: &Tx, permit: &MayAsk, before: &Join) -> Result<(), JoinFault> {
    match before.state {
        JoinState::Asked | JoinState::Joined => return Err(JoinFault::AlreadyAsked),
        JoinState::Declined => {
            let lately = before.changed_at.plus(Join::RESTS) > tx.now();
            if before.asked_by == permit.by && lately {
                return Err(JoinFault::AskedLately);
            }
        }
        JoinState::Ended => {}
    }
    Ok(store::clear(tx, before.id).await?)
}

async fn tenant(sql: &impl Sql, slug: &str) -> Result<Option<TenantId>, JoinFault> {
    Ok(tenants::by_slug(sql, slug).await?.map(|tenant| tenant.id))
}

fn unknown(pointer: &str) -> JoinFault {
    JoinFault::Invalid(vec![FieldFault::new(pointer, "join.organisation")])
}

pub(crate) fn parse(pointer: &str, text: &str) -> Result<String, JoinFault> {
    let mut faults = Faults::default();
    let text = faults.take(pointer, Prose::<{ Join::MOST_TEXT }>::parse(text));
    let text = faults.finish(text).map_err(JoinFault::Invalid)?;
    Ok(text.into_string())
}

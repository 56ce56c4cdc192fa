//! One job, one mail.
//!
//! Promise: the mail leaves outside any transaction; that it left is noted with the end of the job. A
//! crash in between sends it once more, with the same Message-ID.

use std::time::Duration;

use db::jobs::{self, Job, Retry};
use db::{DbFault, Tx};
use kernel::{Scope, TenantSet, Timestamp};
use uuid::Uuid;

use crate::backoff::{Cause, next_try};
use crate::queue::{self, Outcome, Waiting};
use crate::refused::refused;
use crate::{Composition, Delivery, MailKind, Outgoing, Services, compose};

/// The longest that one handing-over may take; the job's lease is longer.
const LIMIT: Duration = Duration::from_secs(90);

/// What the job does next.
enum Next {
    Over(Outcome),
    Refused { why: String, address_is_dead: bool },
    Again(Cause, String),
    At(Timestamp),
}

impl Next {
    const fn name(&self) -> &'static str {
        match self {
            Self::Over(Outcome::Sent) => "sent",
            Self::Over(Outcome::Dropped(_)) => "dropped",
            Self::Over(Outcome::Failed(_)) | Self::Refused { .. } => "failed",
            Self::Again(..) => "again",
            Self::At(_) => "not-yet",
        }
    }
}

/// Sends the mail of a job, or arranges another try.
pub async fn send(services: &Services, job: &Job) -> Result<(), DbFault> {
    let id: Uuid = job
        .payload
        .parse()
        .map_err(|_bad| DbFault::corrupt("the id of a mail"))?;
    let nobody = Scope::worker(TenantSet::default(), services.clock.now());
    let Some(waiting) = queue::waiting(&services.db.read(&nobody), id).await? else {
        let tx = services.db.begin(&nobody).await?;
        jobs::finish(&tx, job).await?;
        return tx.commit().await;
    };
    let scope = Scope::worker(TenantSet::of(waiting.kind.tenant()), nobody.now);
    let composition = MailKind::write(services, &scope, &waiting).await?;
    carry_out(services, job, &waiting, composition).await
}

/// Does what the composer said, and notes what came of it together with the end of the job.
pub(crate) async fn carry_out(
    services: &Services,
    job: &Job,
    waiting: &Waiting,
    composition: Composition,
) -> Result<(), DbFault> {
    let next = hand_over(services, waiting.id, composition).await;
    let outcome = next.name();
    let now = services.clock.now();
    let scope = Scope::worker(tenants_of(services, waiting, now).await?, now);
    let tx = services.db.begin(&scope).await?;
    note(&tx, job, waiting, next, now).await?;
    tx.commit().await?;
    metrics::counter!("netwerkplatform_mails_total", "outcome" => outcome).increment(1);
    Ok(())
}

/// An overview is about several.
async fn tenants_of(
    services: &Services,
    waiting: &Waiting,
    now: Timestamp,
) -> Result<TenantSet, DbFault> {
    let MailKind::Digest { batch, .. } = waiting.kind else {
        return Ok(TenantSet::of(waiting.kind.tenant()));
    };
    let nobody = Scope::worker(TenantSet::default(), now);
    let sql = services.db.read_with_keys(&nobody, [batch]);
    notifications::read::tenants_of_batch(&sql, batch).await
}

async fn hand_over(services: &Services, id: Uuid, composition: Composition) -> Next {
    match composition {
        Composition::Drop(why) => Next::Over(Outcome::Dropped(why)),
        Composition::NotYet(when) => Next::At(when),
        Composition::Send(mail) => deliver(services, id, &mail).await,
    }
}

async fn deliver(services: &Services, id: Uuid, mail: &Outgoing) -> Next {
    let written = compose(
        mail,
        id,
        &services.sender,
        &services.locales,
        services.clock.now(),
    );
    let message = match written {
        Ok(message) => message,
        Err(fault) => {
            tracing::error!(mail = %id, %fault, "a mail cannot be written");
            return Next::Refused {
                why: fault.class().to_owned(),
                address_is_dead: false,
            };
        }
    };
    let delivery = tokio::time::timeout(LIMIT, services.transport.deliver(id, &message)).await;
    match delivery {
        Ok(Delivery::Sent) => Next::Over(Outcome::Sent),
        Ok(Delivery::Later(why)) => Next::Again(Cause::Busy, why),
        Ok(Delivery::Unreachable(why)) => Next::Again(Cause::Away, why),
        Ok(Delivery::Refused {
            why,
            address_is_dead,
        }) => Next::Refused {
            why,
            address_is_dead,
        },
        Err(_elapsed) => Next::Again(Cause::Away, "timeout".to_owned()),
    }
}

async fn note(
    tx: &Tx,
    job: &Job,
    waiting: &Waiting,
    next: Next,
    now: Timestamp,
) -> Result<(), DbFault> {
    let outcome = match next {
        Next::At(when) => return jobs::fail(tx, job, Retry::At(when), "not-yet").await,
        Next::Over(outcome) => outcome,
        Next::Refused {
            why,
            address_is_dead,
        } => {
            refused(tx, waiting, address_is_dead).await?;
            Outcome::Failed(why)
        }
        Next::Again(cause, why) => {
            let failures = waiting.failures + 1;
            if let Some(when) = next_try(cause, failures, waiting.created_at, now) {
                tracing::warn!(mail = %waiting.id, failures, why, "a mail waits for another try");
                queue::note_failure(tx, waiting.id, &why).await?;
                return jobs::fail(tx, job, Retry::At(when), &why).await;
            }
            refused(tx, waiting, false).await?;
            Outcome::Failed(why)
        }
    };
    queue::note(tx, waiting.id, &outcome).await?;
    waiting.kind.settle(tx, &outcome).await?;
    jobs::finish(tx, job).await
}

//! One job, one mail.
//!
//! Promise: the mail leaves outside any transaction; that it left is noted with the end of the job. A
//! crash in between sends it once more, with the same Message-ID.

use std::time::Duration;

use db::jobs::{self, Job, Retry};
use db::{DbFault, Sql};
use kernel::{Scope, TenantSet, Timestamp};
use uuid::Uuid;

use crate::queue::{self, Lane, Outcome};
use crate::transport::Delivery;
use crate::{MailKind, Services, compose};

/// The queues of mail, the urgent one first.
pub const QUEUES: [&str; 2] = [Lane::Urgent.queue(), Lane::Normal.queue()];

/// Sends the mail of a job, or arranges another try.
pub async fn send(services: &Services, job: &Job, now: Timestamp) -> Result<(), DbFault> {
    let scope = Scope::worker(TenantSet::default(), now);
    let id: Uuid = job.payload.parse().map_err(|_bad| DbFault::corrupt(job.payload.clone()))?;
    let outcome = match queue::waiting(&services.db.read(&scope), id).await? {
        None => return end(services, &scope, job, None).await,
        Some(waiting) => match MailKind::write(services, &scope, &waiting).await? {
            None => Outcome::Dropped,
            Some(mail) => match compose(&mail, id, &services.sender, &services.locales) {
                Err(fault) => Outcome::Refused(fault.to_string()),
                Ok(message) => match services.transport.deliver(id, &message).await {
                    Delivery::Sent => Outcome::Sent,
                    Delivery::Refused(why) => Outcome::Refused(why),
                    Delivery::Later(why) => return later(services, &scope, job, &why).await,
                },
            },
        },
    };
    end(services, &scope, job, Some((id, outcome))).await
}

async fn end(services: &Services, scope: &Scope, job: &Job, noted: Option<(Uuid, Outcome)>) -> Result<(), DbFault> {
    let tx = services.db.begin(scope).await?;
    if let Some((id, outcome)) = noted {
        if matches!(outcome, Outcome::Refused(_)) {
            if let Some(waiting) = queue::waiting(&tx, id).await? {
                identity::mark_bounced(&tx, &waiting.recipient.address).await?;
            }
        }
        queue::note(&tx, id, &outcome).await?;
    }
    jobs::finish(&tx, job).await?;
    tx.commit().await
}

async fn later(services: &Services, scope: &Scope, job: &Job, why: &str) -> Result<(), DbFault> {
    let tx = services.db.begin(scope).await?;
    let retry = retry(job.attempts, tx.now());
    if retry == Retry::Never {
        if let Ok(id) = job.payload.parse() {
            queue::note(&tx, id, &Outcome::Refused(why.to_owned())).await?;
        }
    }
    jobs::fail(&tx, job, retry, why).await?;
    tx.commit().await
}

/// After 1, 5, 15 and 30 minutes, then every two hours, for five days (RFC 5321, 4.5.4.1).
fn retry(attempts: i64, now: Timestamp) -> Retry {
    let minutes = match attempts {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 30,
        5..=64 => 120,
        _ => return Retry::Never,
    };
    Retry::At(now.plus(Duration::from_secs(minutes * 60)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_away_is_tried_for_five_days() {
        let start = Timestamp::from_millis(0);
        let mut now = start;
        let mut attempts = 1;
        while let Retry::At(next) = retry(attempts, now) {
            now = next;
            attempts += 1;
        }
        let days = now.since(start).as_secs() / 86_400;
        assert!((5..=6).contains(&days), "{days}");
    }
}

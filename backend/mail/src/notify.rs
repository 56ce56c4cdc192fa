//! From lines that are due to mails in the queue: the job of `notifications`, done here because only mail knows addresses.
//!
//! Promise: the lines and their mails are one transaction, with the end of the job.

use db::jobs::{self, Job};
use db::{Db, DbFault, Tx};
use kernel::{NotificationId, PersonId, Scope, TenantSet, Timestamp};
use notifications::{Batch, Together};

use crate::{MailKind, Recipient, queue};

/// Queues what is due for the person of this job.
pub async fn notify_due(db: &Db, job: &Job, now: Timestamp) -> Result<(), DbFault> {
    let person: PersonId = job
        .payload
        .parse()
        .map_err(|_bad| DbFault::corrupt("the id of a person"))?;
    let nobody = Scope::worker(TenantSet::default(), now);
    let own = db.read_with_keys(&nobody, [person]);
    let tenants = notifications::read::tenants_that_wait(&own, person).await?;
    let tx = db.begin(&Scope::worker(tenants, now)).await?;
    for (first, batch) in notifications::gather(&tx, person).await? {
        match recipient(&tx, person).await? {
            Some(recipient) => queue::put(&tx, recipient, &kind_of(person, first, &batch)).await?,
            None => notifications::settle(&tx, first, false).await?,
        }
    }
    jobs::finish(&tx, job).await?;
    tx.commit().await
}

/// None for a person without a proven address: the lines stay in the notification centre.
async fn recipient(tx: &Tx, person: PersonId) -> Result<Option<Recipient>, DbFault> {
    let address = identity::read::addresses_by_ids(tx, &[person])
        .await?
        .remove(&person);
    let card = identity::read::people_by_ids(tx, &[person])
        .await?
        .remove(&person);
    Ok(address.zip(card).map(|(address, card)| Recipient {
        person: Some(person),
        address,
        locale: card.locale,
    }))
}

fn kind_of(person: PersonId, batch: NotificationId, lines: &Batch) -> MailKind {
    match lines.together {
        Together::Talk { tenant, issue, .. } => MailKind::Reply {
            tenant,
            person,
            issue,
            batch,
        },
        Together::News { tenant, .. } => MailKind::News {
            tenant,
            person,
            batch,
        },
        Together::Overview => MailKind::Digest { person, batch },
    }
}

//! What is due, each minute: the last mail, then the work.
//!
//! Promise: what one node is at no other one takes up; a node that dies is followed by another one.

use db::{Across, Db, DbFault, outbox};
use kernel::Timestamp;
use platform::grants::{self, Container};
use platform::tenants;

use crate::erasing::Erasing;
use crate::event::ErasureEvent;
use crate::model::{Asked, FAREWELL, LATER, LEASE, Stage};
use crate::{read, store};

/// How many people one look takes care of.
const SOME: usize = 20;

/// Where mails lie that were sent, when this installation keeps them itself.
pub trait Mailbox: Sync {
    /// Throws away what was sent to one of these addresses.
    fn forget(&self, addresses: &[String]) -> impl Future<Output = ()> + Send;
}

/// Does what is due; how many people it was about.
pub async fn work(db: &Db, mailbox: &impl Mailbox, now: Timestamp) -> Result<usize, DbFault> {
    let mut count = 0;
    while count < SOME {
        if !read::is_due(&db.read_across(Across::Erasing, now)).await? {
            break;
        }
        let tx = db.begin_across(Across::Erasing, now).await?;
        let claimed = store::claim(&tx, now.plus(LEASE)).await?;
        tx.commit().await?;
        let Some(asked) = claimed else { break };
        match asked.stage {
            Stage::Waiting => begin(db, &asked, now).await?,
            Stage::Begun => {
                let mut erasing = Erasing::of(db, mailbox, asked, now).await?;
                while erasing.step().await? {}
            }
        }
        count += 1;
    }
    Ok(count)
}

/// Nobody is signed in as this person any more, who decides for no organisation; and the last mail goes out. Nothing of it
/// where it was stopped meanwhile.
async fn begin(db: &Db, asked: &Asked, now: Timestamp) -> Result<(), DbFault> {
    let person = asked.person;
    let tx = db.begin_across(Across::Erasing, now).await?;
    let own = tenants::memberships_of(&tx, person).await?;
    // Whoever steps down or goes at this moment does so before it or after it: somebody is left who owns it.
    for one in &own {
        tenants::touch_access(&tx, one.tenant).await?;
    }
    let alone = read::owned_alone(&tx, person).await?;
    if !alone.is_empty() {
        // The other owner left meanwhile.
        store::move_on(&tx, asked, Stage::Waiting, now.plus(LATER)).await?;
    } else if store::move_on(&tx, asked, Stage::Begun, now.plus(FAREWELL)).await? {
        identity::end_sessions_of(&tx, person).await?;
        for one in &own {
            grants::end(&tx, person, Container::Tenant(one.tenant)).await?;
        }
        outbox::push(&tx, &ErasureEvent::Begun { person }).await?;
    }
    tx.commit().await
}

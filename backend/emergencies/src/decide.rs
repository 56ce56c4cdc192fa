//! The word of the second person, and an end before the time.

use db::{Db, outbox};
use kernel::{EmergencyId, Scope};

use crate::{EmergencyEvent, EmergencyFault, policy, read, store};

/// Agrees, or says no. With the yes it is open, and everybody who takes part is told.
pub(crate) async fn decide(
    scope: &Scope,
    db: &Db,
    id: EmergencyId,
    agrees: bool,
) -> Result<(), EmergencyFault> {
    let staff = policy::staff(scope)?;
    let tx = db.begin(scope).await?;
    let emergency = read::find(&tx, id).await?.ok_or(EmergencyFault::NotFound)?;
    let asker = read::role_of(&tx, emergency.asker, emergency.tenant).await?;
    let permit = policy::may_decide(staff, &emergency, asker, scope.now)?;
    let ends_at = agrees.then(|| emergency.end(scope.now));
    if !store::decide(&tx, &permit, &emergency, ends_at).await? {
        return Err(EmergencyFault::Over);
    }
    let (tenant, issue) = (emergency.tenant, emergency.issue);
    let mut events = vec![EmergencyEvent::Answered {
        tenant,
        issue,
        emergency: id,
    }];
    if agrees {
        events.push(EmergencyEvent::Opened {
            tenant,
            issue,
            emergency: id,
        });
    }
    outbox::push_all(&tx, &events).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn end(scope: &Scope, db: &Db, id: EmergencyId) -> Result<(), EmergencyFault> {
    let staff = policy::staff(scope)?;
    let tx = db.begin(scope).await?;
    let emergency = read::find(&tx, id).await?.ok_or(EmergencyFault::NotFound)?;
    let state = policy::may_end(staff, &emergency, scope.now)?;
    if !store::end(&tx, &emergency, state).await? {
        return Err(EmergencyFault::Over);
    }
    Ok(tx.commit().await?)
}

//! Who asks, who agrees, who reads. Two people of the organisation that runs the issue, of whom one owns it.

use kernel::{Denied, PersonId, Scope, TenantId, TenantRole, Timestamp};

use crate::EmergencyFault;
use crate::model::{Emergency, EmergencyState};

/// Proof that this person answers for the organisation of this operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Staff {
    pub person: PersonId,
    pub tenant: TenantId,
    pub owns: bool,
}

/// To everybody else there is no such thing.
pub(crate) fn staff(scope: &Scope) -> Result<Staff, Denied> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    let role = scope.role.filter(|role| role.convenes());
    Ok(Staff {
        person,
        tenant,
        owns: role.ok_or(Denied::Invisible)? == TenantRole::Owner,
    })
}

/// Proof that this person may ask.
#[derive(Debug)]
pub(crate) struct MayAsk {
    pub staff: Staff,
}

/// Of which issue of the organisation, the store looks up; whether anybody may know of it, does not matter here.
pub(crate) fn may_ask(scope: &Scope) -> Result<MayAsk, Denied> {
    Ok(MayAsk {
        staff: staff(scope)?,
    })
}

/// Proof that this person may agree or say no; `asker` is what the other is in the organisation now.
#[derive(Debug)]
pub(crate) struct MayDecide {
    pub person: PersonId,
}

pub(crate) fn may_decide(
    staff: Staff,
    emergency: &Emergency,
    asker: Option<TenantRole>,
    now: Timestamp,
) -> Result<MayDecide, EmergencyFault> {
    if emergency.state(now) != EmergencyState::Asked {
        return Err(EmergencyFault::Over);
    }
    let asks_still = asker.is_some_and(TenantRole::convenes);
    let one_owns = staff.owns || asker == Some(TenantRole::Owner);
    if emergency.asker == staff.person || !asks_still || !one_owns {
        return Err(EmergencyFault::NotAlone);
    }
    Ok(MayDecide {
        person: staff.person,
    })
}

/// Who asked takes it back while it waits; each of the two, and an owner, ends it early.
pub(crate) fn may_end(
    staff: Staff,
    emergency: &Emergency,
    now: Timestamp,
) -> Result<EmergencyState, EmergencyFault> {
    match emergency.state(now) {
        EmergencyState::Asked if emergency.asker == staff.person => Ok(EmergencyState::Withdrawn),
        EmergencyState::Open if emergency.is_party(staff.person) || staff.owns => {
            Ok(EmergencyState::Ended)
        }
        EmergencyState::Asked | EmergencyState::Open => Err(Denied::Forbidden.into()),
        _ => Err(EmergencyFault::Over),
    }
}

/// Proof that this person may use what is open.
#[derive(Debug)]
pub(crate) struct MayUse(());

pub(crate) fn may_use(
    staff: Staff,
    emergency: &Emergency,
    now: Timestamp,
) -> Result<MayUse, EmergencyFault> {
    if !emergency.is_party(staff.person) {
        return Err(Denied::Forbidden.into());
    }
    if emergency.state(now) != EmergencyState::Open {
        return Err(EmergencyFault::NotOpen);
    }
    Ok(MayUse(()))
}

//! Who facilitates. Reading is decided in SQL, by the room; what arrives here is visible.

use issues::{Issue, IssueFault};
use kernel::{Denied, IssueRole, Scope, TenantId, ThreadId};
use threads::{Room, ThreadFault};

/// Proof that this person sees how a room goes: whoever runs its issue, also while nobody talks there.
#[derive(Debug)]
pub(crate) struct MayWatch;

pub(crate) fn may_watch(room: &Room) -> Result<MayWatch, ThreadFault> {
    if room.role == Some(IssueRole::Facilitator) {
        Ok(MayWatch)
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// The same for all conversations of an issue.
pub(crate) fn may_oversee(issue: &Issue) -> Result<(), IssueFault> {
    if issue.role == Some(IssueRole::Facilitator) {
        Ok(())
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// Which words an organisation watches, those say who convene for it.
pub(crate) fn may_order_words(scope: &Scope) -> Result<(), Denied> {
    match scope.role {
        Some(_) if scope.convenes() => Ok(()),
        Some(_) => Err(Denied::Forbidden),
        None => Err(Denied::Invisible),
    }
}

/// Proof that this person may write what is on top of a room.
#[derive(Debug)]
pub(crate) struct MaySummarise {
    pub tenant: TenantId,
    pub thread: ThreadId,
}

pub(crate) fn may_summarise(scope: &Scope, room: &Room) -> Result<MaySummarise, ThreadFault> {
    threads::facilitator(scope, room)?;
    Ok(MaySummarise {
        tenant: room.tenant,
        thread: room.id,
    })
}

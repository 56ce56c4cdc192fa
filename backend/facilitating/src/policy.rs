//! Who facilitates. Reading is decided in SQL, by the room; what arrives here is visible.

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

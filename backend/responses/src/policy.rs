//! Who may respond to what. Reading is decided in SQL, by the room; what arrives here is visible.

use kernel::{Denied, PersonId, PostId, Scope, TenantId};
use threads::{Post, Room, ThreadFault, Voice};

use crate::ResponseFault;
use crate::model::knows_any;

/// Proof that this person may respond to this post, or take a response back.
#[derive(Debug)]
pub(crate) struct MayRespond {
    pub tenant: TenantId,
    pub post: PostId,
    pub person: PersonId,
}

/// Whoever writes in the room, to what others said.
pub(crate) fn may_respond(
    scope: &Scope,
    room: &Room,
    post: &Post,
) -> Result<MayRespond, ResponseFault> {
    let person = threads::writer(scope, room)?;
    if !knows_any(room.regime) {
        return Err(Denied::Forbidden.into());
    }
    if post.withdrawn {
        return Err(ThreadFault::PostNotFound.into());
    }
    if post.author == Voice::Person(person) {
        return Err(ResponseFault::Own);
    }
    Ok(MayRespond {
        tenant: room.tenant,
        post: post.id,
        person,
    })
}

/// One's own response is taken back for as long as it can be read.
pub(crate) fn may_take_back(
    scope: &Scope,
    room: &Room,
    post: &Post,
) -> Result<MayRespond, ResponseFault> {
    Ok(MayRespond {
        tenant: room.tenant,
        post: post.id,
        person: scope.person.ok_or(Denied::Forbidden)?,
    })
}

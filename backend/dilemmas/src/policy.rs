//! Who may do what in a dilemma. Reading is decided in SQL, by the room; what arrives here is visible.

use kernel::{AcknowledgementId, Denied, PersonId, PostId, Scope, TenantId, ThreadId};
use threads::{Post, Room, ThreadFault, ThreadKind, ViewKind, Voice};

use crate::DilemmaFault;
use crate::model::{Acknowledgement, AcknowledgementState, knows_any};

/// Proof that this person may write how they heard this post.
#[derive(Debug)]
pub(crate) struct MayAcknowledge {
    pub tenant: TenantId,
    pub post: PostId,
    pub person: PersonId,
}

pub(crate) fn may_acknowledge(
    scope: &Scope,
    room: &Room,
    post: &Post,
) -> Result<MayAcknowledge, DilemmaFault> {
    let person = threads::writer(scope, room)?;
    if post.withdrawn {
        return Err(ThreadFault::PostNotFound.into());
    }
    if room.kind != ThreadKind::Dilemma || post.view != Some(ViewKind::Concern) {
        return Err(DilemmaFault::NoConcern);
    }
    if !knows_any(room.regime) {
        return Err(Denied::Forbidden.into());
    }
    if post.author == Voice::Person(person) {
        return Err(DilemmaFault::Own);
    }
    Ok(MayAcknowledge {
        tenant: room.tenant,
        post: post.id,
        person,
    })
}

/// Proof that this person may say whether it was meant so: whose concern it is.
#[derive(Debug)]
pub(crate) struct MayAnswer {
    pub id: AcknowledgementId,
}

pub(crate) fn may_answer(
    scope: &Scope,
    room: &Room,
    heard: &Acknowledgement,
) -> Result<MayAnswer, DilemmaFault> {
    let person = threads::writer(scope, room)?;
    if heard.of != person {
        return Err(Denied::Forbidden.into());
    }
    if heard.state != AcknowledgementState::Open {
        return Err(DilemmaFault::Answered);
    }
    Ok(MayAnswer { id: heard.id })
}

/// Proof that this person may take back what they wrote, for as long as it can be read.
#[derive(Debug)]
pub(crate) struct MayTakeBack {
    pub id: AcknowledgementId,
}

pub(crate) fn may_take_back(
    scope: &Scope,
    heard: &Acknowledgement,
) -> Result<MayTakeBack, DilemmaFault> {
    if scope.person == Some(heard.by) {
        Ok(MayTakeBack { id: heard.id })
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// Proof that this person may say what is possible: whoever runs the issue.
#[derive(Debug)]
pub(crate) struct MayOffer {
    pub tenant: TenantId,
    pub thread: ThreadId,
}

pub(crate) fn may_offer(scope: &Scope, room: &Room) -> Result<MayOffer, DilemmaFault> {
    threads::facilitator(scope, room)?;
    if room.kind != ThreadKind::Dilemma {
        return Err(ThreadFault::NoDilemma.into());
    }
    Ok(MayOffer {
        tenant: room.tenant,
        thread: room.id,
    })
}

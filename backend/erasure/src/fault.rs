//! What can go wrong when somebody wants to be erased.

use db::DbFault;
use identity::IdentityFault;
use kernel::{Coded, Status};

#[derive(Debug, thiserror::Error)]
pub enum ErasureFault {
    #[error("nobody is signed in")]
    Nobody,
    #[error("an organisation has no other owner")]
    LastOwner,
    #[error("it was not asked")]
    NotAsked,
    #[error("it has begun")]
    Begun,
    #[error(transparent)]
    Identity(#[from] IdentityFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for ErasureFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Nobody => "session.missing",
            Self::LastOwner => "erasure.last-owner",
            Self::NotAsked => "erasure.not-asked",
            Self::Begun => "erasure.begun",
            Self::Identity(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Nobody => Status::Unauthorized,
            Self::NotAsked => Status::NotFound,
            Self::LastOwner | Self::Begun => Status::Conflict,
            Self::Identity(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Identity(fault) => Some(fault),
            Self::Nobody | Self::LastOwner | Self::NotAsked | Self::Begun | Self::Store(_) => None,
        }
    }
}

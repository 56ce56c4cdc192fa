//! What can go wrong with a response.

use db::DbFault;
use kernel::{Coded, Denied, Status};
use threads::ThreadFault;

#[derive(Debug, thiserror::Error)]
pub enum ResponseFault {
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("to one's own words")]
    Own,
    #[error(transparent)]
    Thread(#[from] ThreadFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for ResponseFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Denied(Denied::Invisible) => "post.not-found",
            Self::Denied(Denied::Forbidden) => "response.forbidden",
            Self::Own => "response.own",
            Self::Thread(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Own => Status::Conflict,
            Self::Thread(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Thread(fault) => Some(fault),
            Self::Denied(_) | Self::Own | Self::Store(_) => None,
        }
    }
}

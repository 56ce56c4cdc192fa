//! What can go wrong with an identity. A wrong address and a wrong code are one fault.

use db::DbFault;
use kernel::{Coded, FieldFault, Status};
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum IdentityFault {
    #[error("wrong or unknown code")]
    CodeWrong,
    #[error("the code has expired or was used")]
    CodeExpired,
    #[error("no such session")]
    SessionNotFound,
    #[error("the password does not fit the address")]
    PasswordWrong,
    #[error("the current password is another")]
    CurrentWrong,
    #[error("a session alone is not proof enough")]
    ProofNeeded,
    #[error("a password could not be hashed: {0}")]
    Hashing(String),
    #[error("no such address")]
    AddressNotFound,
    #[error("somebody else proved this address")]
    AddressTaken,
    #[error("the address is the primary one")]
    AddressPrimary,
    #[error("no other address was proven long enough ago")]
    AddressTooNew,
    #[error("the address is not proven")]
    AddressUnverified,
    #[error("too many addresses")]
    TooManyAddresses,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for IdentityFault {
    fn code(&self) -> &'static str {
        match self {
            Self::CodeWrong => "identity.code-wrong",
            Self::CodeExpired => "identity.code-expired",
            Self::SessionNotFound => "identity.session-not-found",
            Self::PasswordWrong => "identity.password-wrong",
            Self::CurrentWrong => "identity.current-wrong",
            Self::ProofNeeded => "identity.proof-needed",
            Self::Hashing(_) => "internal",
            Self::AddressNotFound => "identity.address-not-found",
            Self::AddressTaken => "identity.address-taken",
            Self::AddressPrimary => "identity.address-primary",
            Self::AddressTooNew => "identity.address-too-new",
            Self::AddressUnverified => "identity.address-unverified",
            Self::TooManyAddresses => "identity.too-many-addresses",
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::TooMany(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::CodeWrong | Self::PasswordWrong | Self::CurrentWrong | Self::Invalid(_) => {
                Status::BadRequest
            }
            Self::CodeExpired => Status::Gone,
            Self::SessionNotFound | Self::AddressNotFound => Status::NotFound,
            Self::ProofNeeded => Status::Forbidden,
            Self::AddressTaken
            | Self::AddressPrimary
            | Self::AddressTooNew
            | Self::AddressUnverified
            | Self::TooManyAddresses => Status::Conflict,
            Self::Hashing(_) => Status::Internal,
            Self::Stale => Status::PreconditionFailed,
            Self::TooMany(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::TooMany(fault) => Some(fault),
            Self::CodeWrong
            | Self::CodeExpired
            | Self::SessionNotFound
            | Self::PasswordWrong
            | Self::CurrentWrong
            | Self::ProofNeeded
            | Self::Hashing(_)
            | Self::AddressNotFound
            | Self::AddressTaken
            | Self::AddressPrimary
            | Self::AddressTooNew
            | Self::AddressUnverified
            | Self::TooManyAddresses
            | Self::Invalid(_)
            | Self::Stale
            | Self::Store(_) => None,
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::CodeWrong => vec![FieldFault::new("/code", self.code())],
            Self::PasswordWrong => vec![FieldFault::new("/password", self.code())],
            Self::CurrentWrong => vec![FieldFault::new("/current", self.code())],
            Self::CodeExpired
            | Self::SessionNotFound
            | Self::ProofNeeded
            | Self::Hashing(_)
            | Self::AddressNotFound
            | Self::AddressTaken
            | Self::AddressPrimary
            | Self::AddressTooNew
            | Self::AddressUnverified
            | Self::TooManyAddresses
            | Self::Stale
            | Self::TooMany(_)
            | Self::Store(_) => self.behind().map(Coded::fields).unwrap_or_default(),
        }
    }
}

//! What happens to identities: ids only, never a code or an address.

use kernel::{EmailAddressId, Event, PersonId, SessionId, SignInCodeId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum IdentityEvent {
    CodeRequested {
        code: SignInCodeId,
    },
    SessionEnded {
        session: SessionId,
        person: PersonId,
    },
    SessionsEnded {
        person: PersonId,
    },
    /// An address was proven, removed or made the primary one. `tell` was the primary address before.
    AddressChanged {
        person: PersonId,
        tell: EmailAddressId,
    },
    PasswordChanged {
        person: PersonId,
    },
    /// Another name or language.
    ProfileChanged {
        person: PersonId,
    },
}

impl IdentityEvent {
    pub const CODE_REQUESTED: &'static str = "identity.code-requested";
    pub const SESSION_ENDED: &'static str = "identity.session-ended";
    pub const SESSIONS_ENDED: &'static str = "identity.sessions-ended";
    pub const ADDRESS_CHANGED: &'static str = "identity.address-changed";
    pub const PASSWORD_CHANGED: &'static str = "identity.password-changed";
    pub const PROFILE_CHANGED: &'static str = "identity.profile-changed";
}

impl Event for IdentityEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::CodeRequested { .. } => Self::CODE_REQUESTED,
            Self::SessionEnded { .. } => Self::SESSION_ENDED,
            Self::SessionsEnded { .. } => Self::SESSIONS_ENDED,
            Self::AddressChanged { .. } => Self::ADDRESS_CHANGED,
            Self::PasswordChanged { .. } => Self::PASSWORD_CHANGED,
            Self::ProfileChanged { .. } => Self::PROFILE_CHANGED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        None
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::CodeRequested { code } => code.uuid(),
            Self::SessionEnded { session, .. } => session.uuid(),
            Self::SessionsEnded { person }
            | Self::AddressChanged { person, .. }
            | Self::PasswordChanged { person }
            | Self::ProfileChanged { person } => person.uuid(),
        }
    }
}

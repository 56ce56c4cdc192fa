//! What happens to identities: ids only, never a code or an address.

use kernel::{Event, PersonId, SessionId, SignInCodeId, TenantId};
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
}

impl IdentityEvent {
    pub const CODE_REQUESTED: &'static str = "identity.code-requested";
    pub const SESSION_ENDED: &'static str = "identity.session-ended";
    pub const SESSIONS_ENDED: &'static str = "identity.sessions-ended";
}

impl Event for IdentityEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::CodeRequested { .. } => Self::CODE_REQUESTED,
            Self::SessionEnded { .. } => Self::SESSION_ENDED,
            Self::SessionsEnded { .. } => Self::SESSIONS_ENDED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        None
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::CodeRequested { code } => code.uuid(),
            Self::SessionEnded { session, .. } => session.uuid(),
            Self::SessionsEnded { person } => person.uuid(),
        }
    }
}

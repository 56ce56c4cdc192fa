//! What can go wrong with a network.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum NetworkFault {
    #[error("no such network")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the house rules are others by now")]
    RulesChanged,
    #[error("this side of the orientation cannot be changed now")]
    OrientationOver,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error("it became another kind at this moment")]
    Turned,
    #[error(transparent)]
    Issue(IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

/// What the room calls its parts, and what they are called in the form of a network.
const NAMES: [(&str, &str); 5] = [
    ("/title", "/name"),
    ("/coreQuestion", "/purpose"),
    ("/whyNow", "/mandate"),
    ("/background", "/about"),
    ("/perspectives", "/vacancies"),
];

impl From<IssueFault> for NetworkFault {
    fn from(fault: IssueFault) -> Self {
        match fault {
            IssueFault::NotFound => Self::NotFound,
            IssueFault::Denied(denied) => Self::Denied(denied),
            IssueFault::Invalid(fields) => Self::Invalid(fields.into_iter().map(renamed).collect()),
            other => Self::Issue(other),
        }
    }
}

fn renamed(fault: FieldFault) -> FieldFault {
    let own = NAMES.iter().find_map(|(room, own)| {
        let rest = fault.pointer.strip_prefix(room)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{own}{rest}"))
    });
    FieldFault {
        pointer: own.unwrap_or(fault.pointer),
        ..fault
    }
}

impl Coded for NetworkFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "network.not-found",
            Self::Denied(Denied::Forbidden) => "network.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::RulesChanged => "network.rules-changed",
            Self::OrientationOver => "network.orientation-over",
            Self::KeyMisused => "idempotency.other",
            Self::Turned => "network.turned",
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) => Status::BadRequest,
            Self::RulesChanged | Self::OrientationOver | Self::KeyMisused | Self::Turned => {
                Status::Conflict
            }
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::Denied(_)
            | Self::Invalid(_)
            | Self::RulesChanged
            | Self::OrientationOver
            | Self::KeyMisused
            | Self::Turned
            | Self::Store(_) => None,
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        if let Self::Invalid(fields) = self {
            fields.clone()
        } else {
            self.behind().map(Coded::fields).unwrap_or_default()
        }
    }
}

//! The kinds of mail: each knows the ids it is about, and how it is composed from them when it goes out.

mod sign_in;

use db::DbFault;
use kernel::{Scope, SignInCodeId};
use serde::{Deserialize, Serialize};

use crate::queue::Waiting;
use crate::{Outgoing, Services};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum MailKind {
    SignIn { code: SignInCodeId },
}

impl MailKind {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SignIn { .. } => "sign-in",
        }
    }

    /// The mail as it should go out now; none when nobody needs it any more.
    pub(crate) async fn write(services: &Services, scope: &Scope, waiting: &Waiting) -> Result<Option<Outgoing>, DbFault> {
        match &waiting.kind {
            Self::SignIn { code } => sign_in::write(services, scope, waiting, *code).await,
        }
    }
}

//! Beginning a session with a proof.
//!
//! Promise: an account is made only at the moment its address is proven; a code is spent once.

use std::time::Duration;

use db::{Db, DbFault, Tx};
use kernel::{PersonId, Scope, SessionId, SignInCodeId};
use platform::Secrets;

use crate::cookies::Tokens;
use crate::model::device_of;
use crate::token::{self, Access, Refresh};
use crate::{IdentityFault, Limits, Proof, codes, store};

/// A session lives on this long after its last renewal.
pub const SESSION: Duration = Duration::from_secs(30 * 24 * 3_600);

/// A session that began.
#[derive(Clone, Debug)]
pub struct SignedInAs {
    pub person: PersonId,
    pub session: SessionId,
    pub tokens: Tokens,
    /// Where the person was going.
    pub next: Option<String>,
}

pub async fn sign_in(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    proof: Proof,
    user_agent: &str,
) -> Result<SignedInAs, IdentityFault> {
    let request = proven(secrets, limits, &proof)?;
    let tx = db.begin(scope).await?;
    let code = store::find_code(&tx, request)
        .await?
        .ok_or(IdentityFault::CodeWrong)?;
    if code.expires_at <= scope.now.millis() || !store::spend_code(&tx, request).await? {
        return Err(IdentityFault::CodeExpired);
    }
    let person = match store::person_of_verified(&tx, &code.address).await? {
        Some(person) => person,
        None => store::register(&tx, &code.address, "", scope.locale).await?,
    };
    let signed_in = open_session(&tx, secrets, person, user_agent).await?;
    tx.commit().await?;
    Ok(SignedInAs {
        next: code.next,
        ..signed_in
    })
}

/// The request that this proof is good for.
fn proven(
    secrets: &Secrets,
    limits: &Limits,
    proof: &Proof,
) -> Result<SignInCodeId, IdentityFault> {
    match proof {
        Proof::Code { request, digits } => {
            limits.try_code(*request)?;
            let typed: String = digits.chars().filter(char::is_ascii_digit).collect();
            if typed == codes::code_for(secrets, *request) {
                Ok(*request)
            } else {
                Err(IdentityFault::CodeWrong)
            }
        }
        Proof::Link { token } => {
            codes::request_of_link(secrets, token).ok_or(IdentityFault::CodeWrong)
        }
    }
}

/// Begins a session for a person whose identity the caller has established.
pub async fn open_session(
    tx: &Tx,
    secrets: &Secrets,
    person: PersonId,
    user_agent: &str,
) -> Result<SignedInAs, DbFault> {
    let now = db::Sql::now(tx);
    let session = SessionId::new(now);
    store::insert_session(
        tx,
        session,
        person,
        device_of(user_agent),
        now.plus(SESSION),
    )
    .await?;
    let access = token::issue_access(secrets, Access { person, session }, now)
        .ok_or_else(|| DbFault::corrupt("a token that cannot be signed"))?;
    let refresh = token::issue_refresh(
        secrets,
        Refresh {
            session,
            generation: 1,
        },
    );
    Ok(SignedInAs {
        person,
        session,
        tokens: Tokens { access, refresh },
        next: None,
    })
}

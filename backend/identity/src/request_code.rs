//! Asking for a mail with a code: to sign in, or to prove an address.
//!
//! Promise: the answer and the work are the same whether the address is known or not; earlier codes stay good.

use std::time::Duration;

use db::{Db, DbFault, Sql, Tx, outbox};
use kernel::{EmailAddress, Faults, PersonId, Scope, SignInCodeId, Timestamp};
use web::Caller;

use crate::model::Purpose;
use crate::store_codes::{self, NewCode};
use crate::{IdentityEvent, IdentityFault, Limits, LocalPath};

const GOOD_FOR: Duration = Duration::from_secs(15 * 60);

/// A mail is under way.
pub struct CodeRequest {
    pub id: SignInCodeId,
    pub expires_at: Timestamp,
}

pub async fn request_code(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    source: Caller,
    email: &str,
    next: Option<&str>,
) -> Result<CodeRequest, IdentityFault> {
    let address = parse_address(email)?;
    let next = next.and_then(LocalPath::parse);
    limits.ask_code(address.as_str(), source, scope.now)?;
    let tx = db.begin(scope).await?;
    let letter = Letter {
        purpose: Purpose::SignIn,
        address: address.as_str(),
        person: None,
        next: next.as_ref().map(LocalPath::as_str),
    };
    let code = send(&tx, scope, letter).await?;
    tx.commit().await?;
    Ok(code)
}

/// The address in the field `email` of a form.
pub(crate) fn parse_address(email: &str) -> Result<EmailAddress, IdentityFault> {
    let mut faults = Faults::default();
    let address = faults.take("/email", EmailAddress::parse(email));
    faults.finish(address).map_err(IdentityFault::Invalid)
}

/// What is mailed, and to whom.
pub(crate) struct Letter<'a> {
    pub purpose: Purpose,
    pub address: &'a str,
    pub person: Option<PersonId>,
    pub next: Option<&'a str>,
}

/// Makes a code and has it mailed after the commit.
pub(crate) async fn send(
    tx: &Tx,
    scope: &Scope,
    letter: Letter<'_>,
) -> Result<CodeRequest, DbFault> {
    let (id, expires_at) = (SignInCodeId::new(tx.now()), tx.now().plus(GOOD_FOR));
    let code = NewCode {
        id,
        address: letter.address,
        purpose: letter.purpose,
        person: letter.person,
        locale: scope.locale,
        next: letter.next,
        expires_at,
    };
    store_codes::insert(tx, code).await?;
    outbox::push(tx, &IdentityEvent::CodeRequested { code: id }).await?;
    Ok(CodeRequest { id, expires_at })
}

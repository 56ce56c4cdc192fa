//! Asking for a sign-in mail.
//!
//! Promise: the answer and the work are the same whether the address is known or not; earlier codes stay good.

use std::time::Duration;

use db::{Db, outbox};
use kernel::{EmailAddress, Faults, Scope, SignInCodeId, Timestamp};

use crate::{IdentityEvent, IdentityFault, Limits, LocalPath, store};

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
    email: &str,
    next: Option<&str>,
) -> Result<CodeRequest, IdentityFault> {
    let mut faults = Faults::default();
    let address = faults.take("/email", EmailAddress::parse(email));
    let address = faults.finish(address).map_err(IdentityFault::Invalid)?;
    limits.ask_code(&address)?;
    let next = next.and_then(LocalPath::parse);
    let (id, expires_at) = (SignInCodeId::new(scope.now), scope.now.plus(GOOD_FOR));
    let tx = db.begin(scope).await?;
    store::insert_code(
        &tx,
        id,
        &address,
        scope.locale,
        next.as_ref().map(LocalPath::as_str),
        expires_at,
    )
    .await?;
    outbox::push(&tx, &IdentityEvent::CodeRequested { code: id }).await?;
    tx.commit().await?;
    Ok(CodeRequest { id, expires_at })
}

//! From the host where people sign in to a host name of one tenant: cookies do not cross hosts.
//!
//! Promise: a code opens one session, within a minute, on the host it was made for, and only in the
//! browser that asked there: a link with somebody else's code signs nobody in.
//! Absent: no addresses of hosts (see `site`).

use std::time::Duration;

use db::{Db, Sql};
use kernel::{Scope, SessionId};
use platform::Secrets;
use uuid::Uuid;

use crate::entity::hand_over::Model;
use crate::sign_in::open_session_from;
use crate::{IdentityFault, SignedInAs, store, store_hand_over};

const GOOD_FOR: Duration = Duration::from_secs(60);
const CODE: &str = "hand-over";
const BROWSER: &str = "hand-over-browser";

/// What the browser keeps while its person is away to sign in.
pub fn browser_secret(secrets: &Secrets, asked: Uuid) -> String {
    secrets.token(BROWSER, &asked.to_string())
}

/// A code for the browser that asked under this number, on the host of this tenant.
pub async fn hand_over(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    session: SessionId,
    (tenant, asked): (&str, Uuid),
) -> Result<String, IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let tx = db.begin(scope).await?;
    let id = kernel::EventId::new(tx.now()).uuid();
    let row = Model {
        id,
        person_id: person.uuid(),
        tenant: tenant.to_owned(),
        asked,
        expires_at: tx.now().plus(GOOD_FOR).millis(),
        used_at: None,
        session_id: Some(session.uuid()),
    };
    store_hand_over::insert(&tx, row).await?;
    tx.commit().await?;
    Ok(format!("{id}.{}", secrets.token(CODE, &id.to_string())))
}

/// The session behind a code, opened on the host that the browser is on.
pub async fn take_over(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    brought: Brought<'_>,
) -> Result<SignedInAs, IdentityFault> {
    let id = id_of(secrets, brought.code).ok_or(IdentityFault::CodeWrong)?;
    let tx = db.begin(scope).await?;
    let row = store_hand_over::find(&tx, id)
        .await?
        .ok_or(IdentityFault::CodeWrong)?;
    let asked = row.asked.to_string();
    if row.tenant != brought.tenant || !secrets.holds(BROWSER, &asked, brought.browser) {
        return Err(IdentityFault::CodeWrong);
    }
    if !store_hand_over::spend(&tx, id).await? {
        return Err(IdentityFault::CodeExpired);
    }
    let from = row.session_id.map(SessionId::from);
    // Whoever signed out within that minute is not signed in again.
    let ended = match from {
        Some(from) => store::running_among(&tx, &[from]).await?.is_empty(),
        None => false,
    };
    if ended {
        return Err(IdentityFault::CodeExpired);
    }
    let person = row.person_id.into();
    let signed_in = open_session_from(&tx, secrets, person, brought.user_agent, from).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// What a browser comes with.
pub struct Brought<'a> {
    pub code: &'a str,
    /// Whose host it is on.
    pub tenant: &'a str,
    /// What it kept: see [`browser_secret`].
    pub browser: &'a str,
    pub user_agent: &'a str,
}

fn id_of(secrets: &Secrets, code: &str) -> Option<Uuid> {
    let (id, mac) = code.split_once('.')?;
    let id: Uuid = id.parse().ok()?;
    secrets.holds(CODE, &id.to_string(), mac).then_some(id)
}

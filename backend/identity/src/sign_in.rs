//! Beginning a session with a proof.
//!
//! Promise: an account is made only at the moment its address is proven; a code is spent once; an
//! unknown address and a wrong password cannot be told apart, not by the time it takes either; where the own code of a
//! page is over, nothing tells whether another one is open.
//! Absent: second factors, OpenID Connect and passkeys; each is a variant of [`Proof`] to come.

use std::time::Duration;

use db::{Db, DbFault, Tx};
use kernel::{PersonId, Scope, SessionId, SignInCodeId};
use platform::Secrets;
use web::Caller;

use crate::cookies::Tokens;
use crate::entity::sign_in_code;
use crate::limits::Entrance;
use crate::model::{Purpose, device_of};
use crate::request_code::parse_address;
use crate::token::{self, Access, Refresh};
use crate::{
    IdentityFault, Limits, Proof, codes, hashing, store, store_addresses, store_codes,
    store_passwords,
};

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
    source: Caller,
    proof: Proof,
    user_agent: &str,
) -> Result<SignedInAs, IdentityFault> {
    let Proven { tx, person, next } = match proof {
        Proof::Code { request, digits } => {
            by_code(scope, db, secrets, limits, source, request, &digits).await?
        }
        Proof::Link { token } => by_link(scope, db, secrets, &token).await?,
        Proof::Password { email, password } => {
            limits.try_from(source, scope.now)?;
            by_password(scope, db, limits, source, &email, password).await?
        }
    };
    let signed_in = open_session(&tx, secrets, person, user_agent).await?;
    tx.commit().await?;
    Ok(SignedInAs { next, ..signed_in })
}

/// Somebody who proved who they are, and the change in which their session begins.
struct Proven {
    tx: Tx,
    person: PersonId,
    next: Option<String>,
}

/// Any code that was mailed to the address of this request and still holds: a person types the one they see.
async fn by_code(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    source: Caller,
    request: SignInCodeId,
    digits: &str,
) -> Result<Proven, IdentityFault> {
    limits.may_type(source, scope.now)?;
    let tx = db.begin(scope).await?;
    let Some(asked) = store_codes::find(&tx, request).await? else {
        limits.typed_wrong(source, scope.now)?;
        return Err(IdentityFault::CodeWrong);
    };
    let open = store_codes::try_open(&tx, Purpose::SignIn, &asked.address, None).await?;
    let entrance = Entrance::by_code(&asked.address, source);
    let holds = open.iter().any(|code| code.id == asked.id);
    // Where no code is open there is nothing to guess: no try counts for the address.
    if holds {
        limits.try_entrance(entrance, scope.now)?;
    } else if open.is_empty() || limits.try_entrance(entrance, scope.now).is_err() {
        limits.typed_wrong(source, scope.now)?;
        return Err(IdentityFault::CodeExpired);
    }
    let typed = open
        .into_iter()
        .find(|code| codes::is_code_of(secrets, code.id.into(), digits));
    let Some(code) = typed else {
        limits.typed_wrong(source, scope.now)?;
        // The try stays counted.
        tx.commit().await?;
        return Err(if holds {
            IdentityFault::CodeWrong
        } else {
            IdentityFault::CodeExpired
        });
    };
    // Of many guesses at one moment, none is judged after the last that may be wrong.
    limits.may_type(source, scope.now)?;
    limits.forgive_entrance(entrance);
    by_mail(tx, scope, code).await
}

async fn by_link(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<Proven, IdentityFault> {
    let request = codes::request_of_link(secrets, token).ok_or(IdentityFault::CodeWrong)?;
    let tx = db.begin(scope).await?;
    let code = store_codes::find(&tx, request)
        .await?
        .ok_or(IdentityFault::CodeExpired)?;
    by_mail(tx, scope, code).await
}

/// Whoever reads the mail of an address is its person; for a new address, a new one.
async fn by_mail(
    tx: Tx,
    scope: &Scope,
    code: sign_in_code::Model,
) -> Result<Proven, IdentityFault> {
    if !store_codes::spend(&tx, code.id.into()).await? {
        return Err(IdentityFault::CodeExpired);
    }
    let person = match store_addresses::person_of_verified(&tx, &code.address).await? {
        Some(person) => person,
        None => store::register(&tx, &code.address, "", scope.locale).await?,
    };
    store_addresses::mark_delivered(&tx, &code.address).await?;
    Ok(Proven {
        tx,
        person,
        next: code.next,
    })
}

async fn by_password(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    source: Caller,
    email: &str,
    password: String,
) -> Result<Proven, IdentityFault> {
    let address = parse_address(email)?;
    let entrance = Entrance::by_password(address.as_str(), source);
    limits.try_entrance(entrance, scope.now)?;
    let sql = db.read(scope);
    let person = store_addresses::person_of_verified(&sql, address.as_str()).await?;
    // An id that nobody has: the same statement for an address that nobody has.
    let hash = store_passwords::hash_of(&sql, person.unwrap_or(PersonId::from(uuid::Uuid::nil())));
    let fits = hashing::fits(limits, password, hash.await?).await?;
    let Some(person) = person.filter(|_| fits) else {
        return Err(IdentityFault::PasswordWrong);
    };
    limits.forgive_entrance(entrance);
    let tx = db.begin(scope).await?;
    Ok(Proven {
        tx,
        person,
        next: None,
    })
}

/// Begins a session for a person whose identity the caller has established.
pub async fn open_session(
    tx: &Tx,
    secrets: &Secrets,
    person: PersonId,
    user_agent: &str,
) -> Result<SignedInAs, DbFault> {
    open_session_from(tx, secrets, person, user_agent, None).await
}

/// One that ends with the one that it was opened from.
pub(crate) async fn open_session_from(
    tx: &Tx,
    secrets: &Secrets,
    person: PersonId,
    user_agent: &str,
    from: Option<SessionId>,
) -> Result<SignedInAs, DbFault> {
    let now = db::Sql::now(tx);
    let session = SessionId::new(now);
    store::insert_session(
        tx,
        session,
        person,
        device_of(user_agent),
        now.plus(SESSION),
        from,
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

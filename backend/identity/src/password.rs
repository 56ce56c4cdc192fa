//! A password, for who wants one.
//!
//! Promise: hashed before the change begins, never logged, never sent back; changing or removing it ends
//! every other session and is told by mail; a stolen session alone changes nothing.
//! Absent: no reset: who forgot it signs in by mail and sets another within a quarter of an hour.

use db::{Db, Sql, outbox};
use kernel::{EventId, PersonId, Scope, SessionId, Timestamp};

use crate::policy::{MaySetPassword, Shown, may_set_password};
use crate::sign_out::end_others;
use crate::strength::{NewPassword, Strength, strength};
use crate::{
    IdentityEvent, IdentityFault, Limits, hashing, store, store_addresses, store_passwords,
};

/// What a person types to get another password.
pub(crate) struct Wish {
    pub current: Option<String>,
    pub new: String,
}

pub(crate) async fn set_password(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    session: SessionId,
    wish: Wish,
) -> Result<(), IdentityFault> {
    let sql = db.read(scope);
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let own = own_words(&sql, person).await?;
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let new =
        NewPassword::parse(&wish.new, &own).map_err(|field| IdentityFault::Invalid(vec![field]))?;
    let permit = permit(&sql, limits, person, session, wish.current).await?;
    let hash = hashing::hash(limits, new.into_string(), EventId::new(scope.now).uuid()).await?;
    let tx = db.begin(scope).await?;
    store_passwords::set(&tx, &permit, hash).await?;
    end_others(&tx, person, session).await?;
    outbox::push(&tx, &IdentityEvent::PasswordChanged { person }).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn remove_password(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    session: SessionId,
) -> Result<(), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let permit = permit(&db.read(scope), limits, person, session, None).await?;
    let tx = db.begin(scope).await?;
    if store_passwords::remove(&tx, &permit).await? {
        end_others(&tx, person, session).await?;
        outbox::push(&tx, &IdentityEvent::PasswordChanged { person }).await?;
    }
    Ok(tx.commit().await?)
}

/// How strong a password would be for the asker.
pub(crate) async fn measure(
    scope: &Scope,
    db: &Db,
    password: &str,
) -> Result<Strength, IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let own = own_words(&db.read(scope), person).await?;
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    Ok(strength(password, &own))
}

async fn permit(
    sql: &impl Sql,
    limits: &Limits,
    person: PersonId,
    session: SessionId,
    current: Option<String>,
) -> Result<MaySetPassword, IdentityFault> {
    let shown = match (store_passwords::hash_of(sql, person).await?, current) {
        (None, _) => Shown::NoneYet,
        (Some(hash), Some(current)) => {
            let account = person.to_string();
            limits.try_account(&account, sql.now())?;
            if !hashing::fits(limits, current, Some(hash)).await? {
                return Err(IdentityFault::CurrentWrong);
            }
            limits.forgive(&account);
            Shown::Current
        }
        (Some(_), None) => {
            let row = store::find_session(sql, session)
                .await?
                .ok_or(IdentityFault::SessionNotFound)?;
            Shown::Session(sql.now().since(Timestamp::from_millis(row.created_at)))
        }
    };
    may_set_password(person, shown)
}

/// What somebody who knows the person would try first.
async fn own_words(sql: &impl Sql, person: PersonId) -> Result<Vec<String>, IdentityFault> {
    let row = store::find_person(sql, person)
        .await?
        .ok_or(IdentityFault::SessionNotFound)?;
    let mut words: Vec<String> = row.name.split(' ').map(str::to_owned).collect();
    for own in store_addresses::of_person(sql, person).await? {
        words.extend(own.address.split(['@', '.']).map(str::to_owned));
        words.push(own.address);
    }
    words.push("netwerkplatform".to_owned());
    words.retain(|word| word.len() > 2);
    Ok(words)
}

//! Argon2id with the parameters that its authors advise, away from the threads that answer requests.
//!
//! Promise: a password that nobody has takes as long to refuse as one that somebody has.

use std::sync::LazyLock;

use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use uuid::Uuid;

use crate::{IdentityFault, Limits};

/// A hash for the password of nobody.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash_now("nobody", Uuid::nil()).unwrap_or_default());

/// The hash to keep. The salt is a fresh id: it must differ each time, not be secret.
pub async fn hash(limits: &Limits, password: String, salt: Uuid) -> Result<String, IdentityFault> {
    apart(limits, move || hash_now(&password, salt)).await?
}

/// Whether the password fits; without a hash the same work, and no.
pub async fn fits(
    limits: &Limits,
    password: String,
    hash: Option<String>,
) -> Result<bool, IdentityFault> {
    apart(limits, move || {
        let stored = hash.as_deref().unwrap_or(&NOBODY);
        let same = Argon2::default()
            .verify_password(password.as_bytes(), stored)
            .is_ok();
        same && hash.is_some()
    })
    .await
}

fn hash_now(password: &str, salt: Uuid) -> Result<String, IdentityFault> {
    Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| IdentityFault::Hashing(error.to_string()))
}

async fn apart<T: Send + 'static>(
    limits: &Limits,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, IdentityFault> {
    let stopped = |error: &dyn std::error::Error| IdentityFault::Hashing(error.to_string());
    let turn = limits
        .hashing
        .clone()
        .acquire_owned()
        .await
        .map_err(|error| stopped(&error))?;
    tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    })
    .await
    .map_err(|error| stopped(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{EventId, Timestamp};

    #[tokio::test]
    async fn only_the_password_itself_fits() {
        let limits = Limits::default();
        let salt = EventId::new(Timestamp::from_millis(1)).uuid();
        let kept = hash(&limits, "vier losse gewone woorden".into(), salt)
            .await
            .unwrap();
        assert!(kept.starts_with("$argon2id$"));
        let fits = |typed: &str, kept| fits(&limits, typed.to_owned(), kept);
        assert!(
            fits("vier losse gewone woorden", Some(kept.clone()))
                .await
                .unwrap()
        );
        assert!(!fits("vier losse gewone woord", Some(kept)).await.unwrap());
        assert!(
            !fits("nobody", None).await.unwrap(),
            "nobody's password opens nothing"
        );
    }
}

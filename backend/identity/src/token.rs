//! The short signed token in the access cookie, and the rotating refresh token.
//!
//! Promise: time is judged by our clock, not the library's.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use kernel::{PersonId, SessionId, Timestamp};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long an access token holds without a look at the refresh token.
pub const ACCESS_SECONDS: i64 = 15 * 60;
const LEEWAY_SECONDS: i64 = 60;

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    sub: Uuid,
    sid: Uuid,
    iat: i64,
    exp: i64,
}

/// Who an access token speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    pub person: PersonId,
    pub session: SessionId,
}

pub fn issue_access(secrets: &Secrets, access: Access, now: Timestamp) -> Option<String> {
    let iat = now.millis() / 1_000;
    let claims = Claims {
        sub: access.person.uuid(),
        sid: access.session.uuid(),
        iat,
        exp: iat + ACCESS_SECONDS,
    };
    let key = EncodingKey::from_secret(&secrets.key("access-token", b""));
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key).ok()
}

pub fn read_access(secrets: &Secrets, token: &str, now: Timestamp) -> Option<Access> {
    let mut validation = Validation::new(Algorithm::HS256);
    // The library asks the machine's clock; `exp` is checked below, against ours.
    validation.validate_exp = false;
    let key = DecodingKey::from_secret(&secrets.key("access-token", b""));
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &validation)
        .ok()?
        .claims;
    let seconds = now.millis() / 1_000;
    let holds = seconds < claims.exp + LEEWAY_SECONDS && claims.iat <= seconds + LEEWAY_SECONDS;
    holds.then(|| Access {
        person: claims.sub.into(),
        session: claims.sid.into(),
    })
}

/// A refresh token: a session and how often it was renewed, under our hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refresh {
    pub session: SessionId,
    pub generation: i64,
}

pub fn issue_refresh(secrets: &Secrets, refresh: Refresh) -> String {
    let Refresh {
        session,
        generation,
    } = refresh;
    format!(
        "{session}.{generation}.{}",
        secrets.token("refresh-token", &format!("{session}.{generation}"))
    )
}

pub fn read_refresh(secrets: &Secrets, token: &str) -> Option<Refresh> {
    let (message, mac) = token.rsplit_once('.')?;
    if !secrets.holds("refresh-token", message, mac) {
        return None;
    }
    let (session, generation) = message.split_once('.')?;
    Some(Refresh {
        session: session.parse().ok()?,
        generation: generation.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn access(now: Timestamp) -> Access {
        Access {
            person: PersonId::new(now),
            session: SessionId::new(now),
        }
    }

    #[test]
    fn an_access_token_ends_by_our_clock() {
        let (secrets, now) = (Secrets::new([1; 32]), Timestamp::from_millis(1_000_000));
        let who = access(now);
        let token = issue_access(&secrets, who, now).unwrap();
        assert_eq!(read_access(&secrets, &token, now), Some(who));
        assert_eq!(
            read_access(&secrets, &token, now.plus(Duration::from_secs(17 * 60))),
            None
        );
        assert_eq!(read_access(&Secrets::new([2; 32]), &token, now), None);
    }

    #[test]
    fn a_token_without_a_signature_is_nobody() {
        // {"alg":"none"} and a plausible body.
        assert_eq!(
            read_access(
                &Secrets::new([1; 32]),
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIwIn0.",
                Timestamp::from_millis(0)
            ),
            None
        );
    }

    #[test]
    fn a_refresh_token_cannot_be_renumbered() {
        let secrets = Secrets::new([1; 32]);
        let refresh = Refresh {
            session: SessionId::new(Timestamp::from_millis(1)),
            generation: 3,
        };
        let token = issue_refresh(&secrets, refresh);
        assert_eq!(read_refresh(&secrets, &token), Some(refresh));
        assert_eq!(
            read_refresh(&secrets, &token.replacen(".3.", ".4.", 1)),
            None
        );
    }
}

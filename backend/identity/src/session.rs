//! From cookies to a person, on every request whose answer may depend on it.
//!
//! Promise: a session that was ended is nobody's at once; a refresh token that comes back after it
//! was replaced ends its whole session, but within half a minute it gets the same successor: two tabs
//! and lost answers are not theft.

use std::time::Duration;

use db::{Db, DbFault, Sql};
use kernel::{PersonId, Scope, SessionId, Timestamp};
use platform::Secrets;

use crate::cookies::Tokens;
use crate::entity::session;
use crate::sign_in::SESSION;
use crate::token::{self, Access, Refresh};
use crate::{sign_out, store};

const GRACE: Duration = Duration::from_secs(30);

/// Who a request comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authentication {
    pub person: PersonId,
    pub session: SessionId,
    /// Cookies to replace those that came.
    pub renewed: Option<Tokens>,
}

/// What a refresh token is worth against the stored session. Pure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worth {
    Renew,
    SameSuccessor,
    Theft,
    Nothing,
}

fn worth(presented: i64, stored: &session::Model, now: Timestamp) -> Worth {
    let just_renewed = now.since(Timestamp::from_millis(stored.renewed_at)) <= GRACE;
    if stored.ended_at.is_some() || stored.expires_at <= now.millis() {
        Worth::Nothing
    } else if presented == stored.generation {
        Worth::Renew
    } else if presented + 1 == stored.generation && just_renewed {
        Worth::SameSuccessor
    } else {
        Worth::Theft
    }
}

/// The person behind these cookies; none for a visitor.
pub async fn authenticate(
    db: &Db,
    secrets: &Secrets,
    scope: &Scope,
    access: Option<&str>,
    refresh: Option<&str>,
) -> Result<Option<Authentication>, DbFault> {
    if let Some(access) = access.and_then(|token| token::read_access(secrets, token, scope.now)) {
        let running = store::find_session(&db.read(scope), access.session)
            .await?
            .is_some_and(|row| row.ended_at.is_none());
        return Ok(running.then_some(Authentication {
            person: access.person,
            session: access.session,
            renewed: None,
        }));
    }
    match refresh.and_then(|token| token::read_refresh(secrets, token)) {
        Some(refresh) => renew(db, secrets, scope, refresh).await,
        None => Ok(None),
    }
}

async fn renew(
    db: &Db,
    secrets: &Secrets,
    scope: &Scope,
    refresh: Refresh,
) -> Result<Option<Authentication>, DbFault> {
    let tx = db.begin(scope).await?;
    let Some(row) = store::find_session(&tx, refresh.session).await? else {
        return Ok(None);
    };
    let person = PersonId::from(row.person_id);
    let generation = match worth(refresh.generation, &row, scope.now) {
        Worth::Renew
            if store::renew_session(
                &tx,
                refresh.session,
                row.generation,
                tx.now().plus(SESSION),
            )
            .await? =>
        {
            row.generation + 1
        }
        // Another request renewed it between our two statements: hand out what that one got.
        Worth::Renew => row.generation + 1,
        Worth::SameSuccessor => row.generation,
        Worth::Theft => {
            sign_out::end(&tx, person, refresh.session).await?;
            tx.commit().await?;
            return Ok(None);
        }
        Worth::Nothing => return Ok(None),
    };
    tx.commit().await?;
    let access = token::issue_access(
        secrets,
        Access {
            person,
            session: refresh.session,
        },
        scope.now,
    );
    let refresh_token = token::issue_refresh(
        secrets,
        Refresh {
            session: refresh.session,
            generation,
        },
    );
    Ok(access.map(|access| Authentication {
        person,
        session: refresh.session,
        renewed: Some(Tokens {
            access,
            refresh: refresh_token,
        }),
    }))
}

/// Which of these sessions do not run any more: asked for sockets that stay open.
pub async fn ended(sql: &impl Sql, sessions: &[SessionId]) -> Result<Vec<SessionId>, DbFault> {
    let running = store::running_among(sql, sessions).await?;
    let ended = sessions.iter().filter(|id| !running.contains(*id));
    Ok(ended.copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(presented: i64, generation: i64, seconds_since_renewal: u64, expected: Worth) {
        let renewed = Timestamp::from_millis(1_000_000);
        let row = session::Model {
            id: uuid::Uuid::nil(),
            person_id: uuid::Uuid::nil(),
            generation,
            created_at: 0,
            renewed_at: renewed.millis(),
            expires_at: i64::MAX,
            ended_at: None,
            device: String::new(),
            opened_from: None,
        };
        assert_eq!(
            worth(
                presented,
                &row,
                renewed.plus(Duration::from_secs(seconds_since_renewal))
            ),
            expected
        );
    }

    #[test]
    fn the_newest_token_renews() {
        check(3, 3, 900, Worth::Renew);
    }

    #[test]
    fn a_lost_answer_is_not_theft() {
        check(2, 3, 20, Worth::SameSuccessor);
    }

    #[test]
    fn a_replaced_token_that_comes_back_is_theft() {
        check(2, 3, 31, Worth::Theft);
        check(1, 3, 5, Worth::Theft);
    }
}

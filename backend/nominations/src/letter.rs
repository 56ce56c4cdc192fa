//! What the mail to a nominee says, looked up when it goes out; and the token of its link.
//!
//! Promise: nothing goes to whoever answered, said "never again" or blocked who wrote it in the meantime; nothing secret is
//! stored.

use db::{DbFault, Sql};
use issues::IssueKind;
use kernel::{NominationId, Timestamp};
use platform::tenants::Tenant;
use platform::{Secrets, suppression};

use crate::answer::{issue_of, tenant_of};
use crate::{NominationFault, read};

const PURPOSE: &str = "nomination";

/// `<id>.<keyed hash>`.
pub fn token_for(secrets: &Secrets, id: NominationId) -> String {
    format!("{id}.{}", secrets.token(PURPOSE, &id.to_string()))
}

/// The nomination that a token of ours names.
pub(crate) fn read_token(secrets: &Secrets, token: &str) -> Option<NominationId> {
    let (id, mac) = token.split_once('.')?;
    secrets.holds(PURPOSE, id, mac).then(|| id.parse().ok())?
}

/// Everything that a mail needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub id: NominationId,
    pub nominator: String,
    pub tenant: Tenant,
    /// It is a network that somebody is put forward for.
    pub network: bool,
    pub title: String,
    pub core_question: String,
    pub motivation: String,
    pub token: String,
    pub until: Timestamp,
}

/// The mail as it would go out now; none when nobody should get it any more.
pub async fn letter(
    sql: &impl Sql,
    secrets: &Secrets,
    id: NominationId,
) -> Result<Option<Letter>, DbFault> {
    match try_letter(sql, secrets, id).await {
        Ok(letter) => Ok(letter),
        Err(NominationFault::Store(fault)) => Err(fault),
        Err(_ended) => Ok(None),
    }
}

async fn try_letter(
    sql: &impl Sql,
    secrets: &Secrets,
    id: NominationId,
) -> Result<Option<Letter>, NominationFault> {
    let nomination = read::find(sql, id).await?;
    let Some(nomination) = nomination.filter(|it| it.waits(sql.now())) else {
        return Ok(None);
    };
    let address = nomination.address.clone().unwrap_or_default();
    if suppression::holds(sql, secrets, &address).await? {
        return Ok(None);
    }
    let by = nomination.nominated_by;
    let person = identity::read::person_of_address(sql, &address).await?;
    if let Some(person) = person
        && mutes::blocks(sql, person, by).await?
    {
        return Ok(None);
    }
    let tenant = tenant_of(sql, &nomination).await?;
    let issue = issue_of(sql, &nomination).await?;
    let mut cards = identity::read::people_by_ids(sql, &[by]).await?;
    Ok(Some(Letter {
        id,
        nominator: cards.remove(&by).map(|card| card.name).unwrap_or_default(),
        tenant,
        network: issue.kind == IssueKind::Network,
        title: issue.title,
        core_question: issue.core_question,
        motivation: nomination.motivation,
        token: token_for(secrets, id),
        until: nomination.expires_at,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_names_its_nomination_and_bears_no_change() {
        let secrets = Secrets::new([4; 32]);
        let id = NominationId::new(Timestamp::from_millis(1));
        let token = token_for(&secrets, id);
        assert_eq!(read_token(&secrets, &token), Some(id));
        for tampered in [format!("{token}x"), "x".to_owned(), String::new()] {
            assert_eq!(read_token(&secrets, &tampered), None, "{tampered}");
        }
        assert_eq!(read_token(&Secrets::new([5; 32]), &token), None);
    }
}

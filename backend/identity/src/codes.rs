//! The code and the link of a sign-in mail: keyed hashes over the request's id, so nothing secret is stored.

use db::{DbFault, Sql};
use kernel::{Locale, SignInCodeId};
use platform::Secrets;
use sea_orm::EntityTrait;

use crate::entity::sign_in_code;

/// What the mail needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requested {
    pub address: String,
    pub locale: Locale,
    pub next: Option<String>,
}

pub fn code_for(secrets: &Secrets, request: SignInCodeId) -> String {
    secrets.digits("sign-in-code", &request.to_string())
}

pub fn link_token_for(secrets: &Secrets, request: SignInCodeId) -> String {
    format!(
        "{request}.{}",
        secrets.token("sign-in-link", &request.to_string())
    )
}

/// The request that a link's token belongs to, if the token is ours.
pub fn request_of_link(secrets: &Secrets, token: &str) -> Option<SignInCodeId> {
    let (id, mac) = token.split_once('.')?;
    let request: SignInCodeId = id.parse().ok()?;
    secrets
        .holds("sign-in-link", &request.to_string(), mac)
        .then_some(request)
}

/// The request behind a mail that is about to be written; none when it is gone or used.
pub async fn requested(
    sql: &impl Sql,
    request: SignInCodeId,
) -> Result<Option<Requested>, DbFault> {
    let row = sign_in_code::Entity::find_by_id(request.uuid())
        .one(sql.conn())
        .await?;
    let open = row.filter(|row| row.used_at.is_none() && row.expires_at > sql.now().millis());
    Ok(open.map(|row| Requested {
        address: row.address,
        locale: Locale::from_tag(&row.locale).unwrap_or_default(),
        next: row.next,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    #[test]
    fn a_link_is_only_good_with_its_own_token() {
        let secrets = Secrets::new([5; 32]);
        let request = SignInCodeId::new(Timestamp::from_millis(1));
        let token = link_token_for(&secrets, request);
        assert_eq!(request_of_link(&secrets, &token), Some(request));
        assert_eq!(request_of_link(&secrets, &token.replace('.', ".x")), None);
        assert_eq!(request_of_link(&Secrets::new([6; 32]), &token), None);
    }
}

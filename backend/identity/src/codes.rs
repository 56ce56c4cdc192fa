//! The code and the link of a mail: keyed hashes over the request's id, so nothing secret is stored.

use kernel::SignInCodeId;
use platform::Secrets;

pub use crate::store_codes::{Requested, requested};

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

/// Whether these are the digits of this request; spaces and dashes do not count.
pub(crate) fn is_code_of(secrets: &Secrets, request: SignInCodeId, typed: &str) -> bool {
    let typed: String = typed.chars().filter(char::is_ascii_digit).collect();
    // Hashes are compared, so that the time tells nothing of the digits.
    let right = secrets.token("compare-digits", &code_for(secrets, request));
    secrets.holds("compare-digits", &typed, &right)
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

    #[test]
    fn a_code_may_be_typed_with_spaces() {
        let secrets = Secrets::new([5; 32]);
        let request = SignInCodeId::new(Timestamp::from_millis(1));
        let code = code_for(&secrets, request);
        let (head, tail) = code.split_at(3);
        assert!(is_code_of(&secrets, request, &format!(" {head} {tail}")));
        assert!(!is_code_of(&secrets, request, head));
        assert!(!is_code_of(&secrets, request, ""));
    }
}

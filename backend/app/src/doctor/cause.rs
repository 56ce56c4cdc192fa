//! Why a database is not reached, without what is secret in its address.

use std::error::Error;

use url::Url;

const HIDDEN: &str = "…";

/// The whole chain of causes.
pub fn of(fault: &dyn Error, address: &str) -> String {
    let said = kernel::chain(fault).replace(address, HIDDEN);
    let Ok(url) = Url::parse(address) else {
        // Which part of it is the password cannot be told.
        return "its address cannot be read".to_owned();
    };
    let Some(password) = url.password().filter(|it| !it.is_empty()) else {
        return said;
    };
    let typed = percent_encoding::percent_decode_str(password).decode_utf8_lossy();
    said.replace(password, HIDDEN).replace(&*typed, HIDDEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, cause: &str) -> String {
        of(&std::io::Error::other(cause), address)
    }

    #[test]
    fn the_cause_is_told_and_no_password() {
        let address = "postgres://np:zeer%20geheim@db/np";
        let said = check(address, "password authentication failed for user np");
        assert_eq!(said, "password authentication failed for user np");
        let said = check(address, &format!("no driver for {address}"));
        assert_eq!(said, "no driver for …");
        assert!(!check(address, "tried zeer geheim").contains("geheim"));
        assert!(!check("postgres://np:geheim@:x/np", "np:geheim").contains("geheim"));
    }
}

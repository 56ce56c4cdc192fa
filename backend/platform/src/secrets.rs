//! One installation secret, and every key that is derived from it.
//!
//! Promise: tokens and codes are keyed hashes over an id and its version (HMAC-SHA-256, RFC 2104):
//! no secret stands in a table, an event or a log. Each purpose has a key of its own.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The secret of this installation. Printed by nothing.
#[derive(Clone)]
pub struct Secrets([u8; 32]);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets")
    }
}

impl Secrets {
    pub const fn new(master: [u8; 32]) -> Self {
        Self(master)
    }

    /// A key for one purpose, and where needed one thing.
    pub fn key(&self, purpose: &str, of: &[u8]) -> [u8; 32] {
        mac(&mac(&self.0, purpose.as_bytes()), of)
    }

    /// The keyed hash of `message` for a purpose, as 43 characters that fit in a URL.
    pub fn token(&self, purpose: &str, message: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.key(purpose, message.as_bytes()))
    }

    /// Whether `token` is the keyed hash of `message`; takes the same time for every wrong answer.
    pub fn holds(&self, purpose: &str, message: &str, token: &str) -> bool {
        self.token(purpose, message)
            .as_bytes()
            .ct_eq(token.as_bytes())
            .into()
    }

    /// Six digits for a person to type.
    pub fn digits(&self, purpose: &str, message: &str) -> String {
        let [a, b, c, d, ..] = self.key(purpose, message.as_bytes());
        format!("{:06}", u32::from_be_bytes([a, b, c, d]) % 1_000_000)
    }
}

fn mac(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    // A key shorter than the block is filled up with zeros (RFC 2104, 2).
    let mut block = [0; 64];
    for (slot, byte) in block.iter_mut().zip(key) {
        *slot = *byte;
    }
    let mut hmac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    hmac.update(message);
    hmac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_serves_one_purpose_and_one_message() {
        let secrets = Secrets::new([7; 32]);
        let token = secrets.token("invitation", "a.1");
        assert!(secrets.holds("invitation", "a.1", &token));
        assert!(!secrets.holds("unsubscribe", "a.1", &token));
        assert!(!secrets.holds("invitation", "a.2", &token));
        assert!(!Secrets::new([8; 32]).holds("invitation", "a.1", &token));
    }

    #[test]
    fn a_code_is_six_digits() {
        let code = Secrets::new([1; 32]).digits("sign-in", "x");
        assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()));
    }
}

//! What makes a repeated request the same request.

/// The client's key (`Idempotency-Key`, draft-ietf-httpapi-idempotency-key-header), and the address that it was sent
/// to: at another address it names no earlier request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestKey<'a> {
    pub key: &'a str,
    pub address: &'a str,
}

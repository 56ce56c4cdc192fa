//! The same promises kept by a live Meilisearch server, when `MEILI_URL` and `MEILI_KEY` name one. Each test has indexes
//! of its own and leaves them behind: it is a server to throw away.

use super::super::contract;
use crate::Server;
use crate::meilisearch::Remote;

contract::keeps_every_promise!(engine("promises"));

/// None when no server is named.
#[expect(
    clippy::disallowed_methods,
    reason = "a server to try this on is no setting of the program"
)]
pub fn engine(name: &str) -> Option<((), Remote)> {
    let server = Server {
        url: std::env::var("MEILI_URL").ok()?,
        key: Some(std::env::var("MEILI_KEY").ok()?),
        prefix: format!("np-{name}-{}", std::process::id()),
        patience: super::PATIENCE,
    };
    Some(((), Remote::new(&server).unwrap()))
}

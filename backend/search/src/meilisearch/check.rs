//! Whether the server can be used, for who sets it up. Changes nothing there.

use meilisearch_sdk::client::Client;
use meilisearch_sdk::errors::{Error, ErrorCode};
use meilisearch_sdk::request::{HttpClient, Method};
use serde::Deserialize;

use super::wire::{Wire, fault, if_there, is_refusal};
use super::{Names, Server, client};
use crate::{EngineFault, Kind};

/// From here on it knows every setting that we use.
const OLDEST: (u32, u32) = (1, 15);

/// What a key must be allowed to do.
const RIGHTS: [&str; 11] = [
    "search",
    "documents.add",
    "documents.delete",
    "documents.get",
    "indexes.create",
    "indexes.get",
    "indexes.delete",
    "indexes.swap",
    "settings.get",
    "settings.update",
    "tasks.get",
];

/// What was seen of a server that can be used.
#[derive(Debug, PartialEq, Eq)]
pub struct Checked {
    pub version: String,
    /// Whether the key could be asked what it may do.
    pub rights_seen: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum ServerFault {
    #[error("the search engine does not answer")]
    Away(#[source] EngineFault),
    #[error("the search engine does not know the key")]
    Key,
    #[error("the search engine has version {0}")]
    Old(String),
    #[error("the key has no right to: {0}")]
    Rights(String),
}

impl From<Error> for ServerFault {
    fn from(error: Error) -> Self {
        if is_refusal(&error) {
            Self::Key
        } else {
            Self::Away(fault(error))
        }
    }
}

/// Reachable, new enough, and with a key that may do what we need.
pub async fn check(server: &Server) -> Result<Checked, ServerFault> {
    let wire = Wire::new(server, server.patience).map_err(ServerFault::Away)?;
    let asked = client(server, server.patience).map_err(ServerFault::Away)?;
    let names = Names(server.prefix.clone());
    reads(&asked, &names).await?;
    let rights_seen = match &server.key {
        Some(key) => may(&wire, &format!("{}/keys/{key}", server.url), &names).await?,
        None => true,
    };
    let version = asked.get_version().await.map(|found| found.pkg_version);
    let version = match version {
        Err(refused) if is_refusal(&refused) => "unknown".to_owned(),
        found => found?,
    };
    if is_old(&version) {
        return Err(ServerFault::Old(version));
    }
    Ok(Checked {
        version,
        rights_seen,
    })
}

/// A key that is not known may not even look whether there is an index.
async fn reads(asked: &Client<Wire>, names: &Names) -> Result<(), ServerFault> {
    match asked.get_raw_index(names.live(Kind::Issue)).await {
        Err(refused) if is_refusal(&refused) => Err(ServerFault::Key),
        answer => if_there(answer).map(drop).map_err(ServerFault::Away),
    }
}

#[derive(Deserialize)]
struct Rights {
    actions: Vec<String>,
    indexes: Vec<String>,
}

/// Whether the key says what it may do; the master key, which is in no list, may do everything.
async fn may(wire: &Wire, key: &str, names: &Names) -> Result<bool, ServerFault> {
    let answer = wire
        .request::<(), (), Rights>(key, Method::Get { query: () }, 200)
        .await;
    let rights = match answer {
        Ok(rights) => rights,
        Err(Error::Meilisearch(said)) if said.error_code == ErrorCode::ApiKeyNotFound => {
            return Ok(true);
        }
        Err(refused) if is_refusal(&refused) => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    let mut missing: Vec<&str> = RIGHTS
        .into_iter()
        .filter(|right| !rights.actions.iter().any(|has| covers(has, right)))
        .collect();
    let index = names.live(Kind::Issue);
    if !rights.indexes.iter().any(|has| covers(has, &index)) {
        missing.push("our indexes");
    }
    if missing.is_empty() {
        Ok(true)
    } else {
        Err(ServerFault::Rights(missing.join(", ")))
    }
}

/// `*` covers everything, `documents.*` what begins like it.
fn covers(has: &str, wanted: &str) -> bool {
    has == wanted
        || has
            .strip_suffix('*')
            .is_some_and(|begin| wanted.starts_with(begin))
}

/// One that does not say is taken as it is.
fn is_old(version: &str) -> bool {
    let mut numbers = version.split('.').map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) < OLDEST,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_that_misses_settings_is_old() {
        for (version, old) in [
            ("1.14.9", true),
            ("1.15.0", false),
            ("1.41.0", false),
            ("2.0.0", false),
            ("0.30.0", true),
            ("unknown", false),
        ] {
            assert_eq!(is_old(version), old, "{version}");
        }
    }

    #[test]
    fn a_star_covers_what_begins_like_it() {
        for (has, wanted, covered) in [
            ("*", "search", true),
            ("documents.*", "documents.add", true),
            ("documents.*", "search", false),
            ("np-*", "np-issue", true),
            ("search", "search", true),
        ] {
            assert_eq!(covers(has, wanted), covered, "{has} {wanted}");
        }
    }
}

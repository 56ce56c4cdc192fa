//! The remote engine: a Meilisearch server, with one index for each kind and a small one for the seal.
//!
//! Promise: it narrows to what the asker may see; a commit returns when the server has done what it was told, and a task
//! that fails is a fault with its reason; what is built anew is built beside and takes its place in one step.
//! Absent: words that can be read back; an answer that takes longer than somebody waits.
//! Start at: `look.rs` for asking, `building.rs` for writing.

mod building;
mod check;
mod look;
mod queries;
mod row;
mod settings;
mod tasks;
mod wire;

use std::time::Duration;

use async_trait::async_trait;
use kernel::Timestamp;
use meilisearch_sdk::client::Client;
use tokio::sync::Mutex;

use self::building::Writing;
pub use self::check::{Checked, ServerFault, check};
use self::row::{Row, Seal};
use self::settings::SHAPE;
use self::wire::{Wire, fault, if_there};
use crate::engine::Question;
use crate::{Document, Engine, EngineFault, Key, Kind};

/// Taking in a batch of documents takes a server longer; doing something with them is a task.
const WRITING: Duration = Duration::from_secs(5);

/// Where the server is, and how it lets us in.
#[derive(Clone)]
pub struct Server {
    /// Without a slash at the end.
    pub url: String,
    pub key: Option<String>,
    /// What the names of our indexes begin with.
    pub prefix: String,
    /// How long somebody who asks waits for an answer.
    pub patience: Duration,
}

pub struct Remote {
    names: Names,
    patience: Duration,
    asking: Client<Wire>,
    writing: Client<Wire>,
    written: Mutex<Writing>,
}

impl Remote {
    /// Asks the server nothing yet: it may be away.
    pub fn new(server: &Server) -> Result<Self, EngineFault> {
        Ok(Self {
            names: Names(server.prefix.clone()),
            patience: server.patience,
            asking: client(server, server.patience)?,
            writing: client(server, WRITING)?,
            written: Mutex::default(),
        })
    }

    /// Every index is there, with our settings.
    async fn is_as_we_left_it(&self) -> Result<bool, EngineFault> {
        for kind in Kind::ALL {
            let index = self.asking.index(self.names.live(kind));
            let found = if_there(index.get_settings().await)?;
            if !found.is_some_and(|found| settings::are_ours(&found)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The seal of the last commit; none when there was none.
    async fn seal(&self) -> Result<Option<Seal>, EngineFault> {
        let seals = self.asking.index(self.names.seal());
        if_there(seals.get_document(Seal::ID).await)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("somebody took an index of ours away")]
struct NotOurs;

fn client(server: &Server, patience: Duration) -> Result<Client<Wire>, EngineFault> {
    let wire = Wire::new(server, patience)?;
    Ok(Client::new_with_client(
        server.url.as_str(),
        server.key.as_deref(),
        wire,
    ))
}

/// What our indexes are called.
#[derive(Clone)]
struct Names(String);

impl Names {
    /// The one that is asked.
    fn live(&self, kind: Kind) -> String {
        format!("{}-{}", self.0, kind.as_str())
    }

    /// The one that is built to take its place.
    fn beside(&self, kind: Kind) -> String {
        format!("{}-{}-next", self.0, kind.as_str())
    }

    fn seal(&self) -> String {
        format!("{}-seal", self.0)
    }
}

#[async_trait]
impl Engine for Remote {
    async fn upsert(&self, documents: Vec<Document>) -> Result<(), EngineFault> {
        let mut written = self.written.lock().await;
        for kind in Kind::ALL {
            let of_kind = documents
                .iter()
                .filter(|document| document.key.kind == kind);
            let rows: Vec<Row> = of_kind.map(Row::from).collect();
            if !rows.is_empty() {
                let index = self.target(&mut written, kind).await?;
                let task = index.add_or_replace(&rows, Some("id")).await;
                written.tasks.push(task.map_err(fault)?.task_uid);
            }
        }
        Ok(())
    }

    async fn remove(&self, keys: &[Key]) -> Result<(), EngineFault> {
        let mut written = self.written.lock().await;
        for kind in Kind::ALL {
            let of_kind = keys.iter().filter(|key| key.kind == kind);
            let ids: Vec<String> = of_kind.map(row::id_of).collect();
            if !ids.is_empty() {
                let index = self.target(&mut written, kind).await?;
                let task = index.delete_documents(&ids).await;
                written.tasks.push(task.map_err(fault)?.task_uid);
            }
        }
        Ok(())
    }

    async fn clear(&self) -> Result<(), EngineFault> {
        self.build_beside(&mut *self.written.lock().await).await
    }

    async fn commit(&self, heard: Timestamp) -> Result<(), EngineFault> {
        self.settle().await?;
        if !self.is_as_we_left_it().await? {
            return Err(EngineFault::broken(NotOurs));
        }
        let seals = self.writing.index(self.names.seal());
        let seal = [Seal::new(SHAPE, heard)];
        let sealed = seals.add_or_replace(&seal, Some("id")).await;
        self.follow(sealed.map_err(fault)?.task_uid).await
    }

    async fn heard(&self) -> Result<Option<Timestamp>, EngineFault> {
        Ok(self.seal().await?.and_then(|seal| seal.heard(SHAPE)))
    }

    async fn is_whole(&self) -> Result<bool, EngineFault> {
        Ok(self.heard().await?.is_none() || self.is_as_we_left_it().await?)
    }

    async fn start_over(&self) -> Result<(), EngineFault> {
        let mut written = self.written.lock().await;
        *written = Writing::default();
        self.drop_index(&self.names.seal()).await
    }

    async fn find(&self, question: &Question) -> Result<Vec<Key>, EngineFault> {
        tokio::time::timeout(self.patience, self.look(question))
            .await
            .unwrap_or_else(|late| Err(EngineFault::away(late)))
    }
}

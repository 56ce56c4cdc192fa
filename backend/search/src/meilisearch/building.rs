//! Where documents are written, and how an index that was built beside takes the place of the old one.

use meilisearch_sdk::client::SwapIndexes;
use meilisearch_sdk::errors::ErrorCode;
use meilisearch_sdk::indexes::Index;

use super::Remote;
use super::settings::settings;
use super::wire::{Wire, fault, if_there};
use crate::{Engine, EngineFault, Kind};

/// What was written since the last commit.
#[derive(Default)]
pub struct Writing {
    target: Target,
    pub tasks: Vec<u32>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Target {
    /// Not looked at yet.
    #[default]
    Unknown,
    /// The indexes that are asked.
    Live,
    /// Those that are built to take their place.
    Beside,
}

impl Remote {
    /// Where documents of a kind are written now. An index that was never filled is built beside, too.
    pub(super) async fn target(
        &self,
        written: &mut Writing,
        kind: Kind,
    ) -> Result<Index<Wire>, EngineFault> {
        if written.target == Target::Unknown {
            if self.heard().await?.is_some() {
                written.target = Target::Live;
            } else {
                self.build_beside(written).await?;
            }
        }
        let name = match written.target {
            Target::Live | Target::Unknown => self.names.live(kind),
            Target::Beside => self.names.beside(kind),
        };
        Ok(self.writing.index(name))
    }

    /// Empty indexes with our settings, beside those that are asked.
    pub(super) async fn build_beside(&self, written: &mut Writing) -> Result<(), EngineFault> {
        *written = Writing::default();
        for kind in Kind::ALL {
            let name = self.names.beside(kind);
            // What was built there before, and may still be waiting to be, goes first.
            self.writing.delete_index(&name).await.map_err(fault)?;
            written.tasks.push(self.create(&name).await?);
            let set = self.writing.index(&name).set_settings(&settings()).await;
            written.tasks.push(set.map_err(fault)?.task_uid);
        }
        written.target = Target::Beside;
        Ok(())
    }

    /// Waits until all that was written is done; what was built beside is then what is asked.
    pub async fn settle(&self) -> Result<(), EngineFault> {
        let (tasks, target) = {
            let mut written = self.written.lock().await;
            (std::mem::take(&mut written.tasks), written.target)
        };
        for task in tasks {
            self.follow(task).await?;
        }
        if target == Target::Beside {
            self.swap().await?;
        }
        Ok(())
    }

    /// All kinds in one step. What is written after it was asked for goes into the indexes that take their place.
    async fn swap(&self) -> Result<(), EngineFault> {
        for kind in Kind::ALL {
            let live = self.names.live(kind);
            if if_there(self.writing.get_raw_index(&live).await)?.is_none() {
                let task = self.create(&live).await?;
                self.follow_unless(task, ErrorCode::IndexAlreadyExists)
                    .await?;
            }
        }
        let swaps = Kind::ALL.map(|kind| SwapIndexes {
            indexes: (self.names.live(kind), self.names.beside(kind)),
            rename: None,
        });
        let asked = {
            let mut written = self.written.lock().await;
            let asked = self.writing.swap_indexes(&swaps).await.map_err(fault)?;
            written.target = Target::Live;
            asked
        };
        if let Err(refused) = self.follow(asked.task_uid).await {
            self.written.lock().await.target = Target::Unknown;
            return Err(refused);
        }
        for kind in Kind::ALL {
            self.drop_index(&self.names.beside(kind)).await?;
        }
        Ok(())
    }

    async fn create(&self, name: &str) -> Result<u32, EngineFault> {
        let made = self.writing.create_index(name, Some("id")).await;
        Ok(made.map_err(fault)?.task_uid)
    }

    /// Gone when this returns; one that is not there is gone already.
    pub(super) async fn drop_index(&self, name: &str) -> Result<(), EngineFault> {
        let dropped = self.writing.delete_index(name).await.map_err(fault)?;
        self.follow_unless(dropped.task_uid, ErrorCode::IndexNotFound)
            .await
    }
}

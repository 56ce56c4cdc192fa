//! Where the bytes are: a folder on this machine today, a store elsewhere when there are several nodes.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use kernel::FileId;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{ObjectStore, ObjectStoreExt};

use crate::FileFault;

/// The bytes of files, by id. A file appears whole or not at all.
#[derive(Clone)]
pub struct Storage(Arc<dyn ObjectStore>);

impl Storage {
    /// Keeps files in this folder, and makes it when it is not there.
    pub fn in_folder(folder: &Path) -> Result<Self, FileFault> {
        let unusable = |source: std::io::Error| object_store::Error::Generic {
            store: "files",
            source: source.into(),
        };
        std::fs::create_dir_all(folder).map_err(unusable)?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self(Arc::new(store)))
    }

    pub(crate) async fn put(&self, id: FileId, bytes: Bytes) -> Result<(), FileFault> {
        self.0.put(&place(id), bytes.into()).await?;
        Ok(())
    }

    pub(crate) async fn get(&self, id: FileId) -> Result<Bytes, FileFault> {
        Ok(self.0.get(&place(id)).await?.bytes().await?)
    }

    /// Removes the bytes; none there is as good as removed.
    pub(crate) async fn remove(&self, id: FileId) -> Result<(), FileFault> {
        match self.0.delete(&place(id)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// Spread over folders by the end of the id, which is random: its beginning is the time.
fn place(id: FileId) -> Place {
    let name = id.to_string();
    let folder: String = name.chars().skip(name.len().saturating_sub(2)).collect();
    Place::from_iter([folder, name])
}

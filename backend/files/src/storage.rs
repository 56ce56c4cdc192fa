//! Where the bytes are: a folder on this machine, or a bucket when there are several nodes.
//!
//! Promise: a file is there whole or not at all; a store that is away is said to be away, within seconds; whoever reads
//! slowly keeps a piece of a file in memory, not the file.
//! Absent: addresses that anybody could follow: bytes pass through the server, which asks who may read them.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::{self, LocalBoxStream};
use kernel::FileId;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt, RetryConfig};

use crate::FileFault;

/// How long a bucket may take for an answer, tries included: somebody is waiting.
const PATIENCE: Duration = Duration::from_secs(15);

/// As much of a file as waits in memory for one reader: whoever does not read on keeps no more of it there.
const PIECE: u64 = 256 * 1024;

/// A bucket of a store that speaks S3, and how to get in.
#[derive(Clone)]
pub struct Bucket {
    pub name: String,
    /// `https://host`; the bucket's name follows it.
    pub endpoint: String,
    pub region: String,
    pub key_id: String,
    pub key: String,
}

/// The bytes of a file, a piece at a time.
pub(crate) type Pieces = LocalBoxStream<'static, Result<Bytes, FileFault>>;

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

    /// Keeps files in this bucket, which must be there.
    pub fn in_bucket(bucket: &Bucket) -> Result<Self, FileFault> {
        let store = AmazonS3Builder::new()
            .with_bucket_name(&bucket.name)
            .with_endpoint(&bucket.endpoint)
            .with_region(&bucket.region)
            .with_access_key_id(&bucket.key_id)
            .with_secret_access_key(&bucket.key)
            .with_client_options(
                ClientOptions::new()
                    .with_allow_http(bucket.endpoint.starts_with("http://"))
                    .with_connect_timeout(Duration::from_secs(3))
                    .with_timeout(PATIENCE),
            )
            .with_retry(RetryConfig {
                max_retries: 2,
                retry_timeout: PATIENCE,
                ..RetryConfig::default()
            })
            .build()?;
        Ok(Self(Arc::new(store)))
    }

    /// Whether it answers: looks for something that is not there.
    pub async fn ping(&self) -> Result<(), FileFault> {
        match self.0.head(&Place::from("ping")).await {
            Ok(_) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps bytes, whatever they are: `upload` looks at them first.
    pub async fn put(&self, id: FileId, bytes: Bytes) -> Result<(), FileFault> {
        self.0.put(&place(id), bytes.into()).await?;
        Ok(())
    }

    /// All bytes at once, for work that nobody makes wait; for readers there is [`Storage::pieces`].
    pub async fn get(&self, id: FileId) -> Result<Bytes, FileFault> {
        Ok(self.0.get(&place(id)).await?.bytes().await?)
    }

    /// The bytes from the first up to before the last number, for whoever asks: who may read them is asked before.
    /// The first piece is there when this is; each other one is fetched when the one before it was read, in a request
    /// of its own: the patience with a bucket is not the patience with a reader.
    pub async fn pieces(&self, id: FileId, of: Range<u64>) -> Result<Pieces, FileFault> {
        let Some((first, rest)) = self.clone().piece(id, of).await? else {
            return Ok(stream::empty().boxed_local());
        };
        let storage = self.clone();
        let rest = stream::try_unfold(rest, move |rest| storage.clone().piece(id, rest));
        let first = std::future::ready(Ok::<Bytes, FileFault>(first));
        Ok(stream::once(first).chain(rest).boxed_local())
    }

    /// The first piece of this, and what comes after it.
    async fn piece(
        self,
        id: FileId,
        of: Range<u64>,
    ) -> Result<Option<(Bytes, Range<u64>)>, FileFault> {
        if of.is_empty() {
            return Ok(None);
        }
        let end = of.end.min(of.start.saturating_add(PIECE));
        let bytes = self.0.get_range(&place(id), of.start..end).await?;
        Ok(Some((bytes, end..of.end)))
    }

    /// Removes the bytes; none there is as good as removed.
    pub async fn remove(&self, id: FileId) -> Result<(), FileFault> {
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

#[cfg(test)]
#[path = "storage_tests.rs"]
mod tests;

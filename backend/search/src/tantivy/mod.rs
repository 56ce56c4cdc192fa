//! The embedded engine: an index in a directory, one writer, many readers.
//!
//! It holds words and names only: what is shown comes from the database.

mod beginning;
mod enough;
mod look;
mod permitted;
mod place;
mod queries;
mod reading;
mod shelves;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use ::tantivy::directory::MmapDirectory;
use ::tantivy::{Index, IndexReader, IndexWriter, Searcher, TantivyError, Term};
use async_trait::async_trait;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use self::look::Look;
use self::queries::{Fields, schema};
use self::shelves::Shelves;
use crate::engine::Question;
use crate::{Document, Engine, EngineFault, Key};

/// Counts what words and documents are made of: an index of another number is filled anew.
const SHAPE: u32 = 6;
/// Memory in which new documents gather before they are written.
const HEAP: usize = 50_000_000;

/// What a commit says of itself.
#[derive(Serialize, Deserialize)]
struct Seal {
    shape: u32,
    heard: i64,
}

/// Everything that it does reads or writes files, beside the requests.
pub struct Embedded(Arc<Folder>);

struct Folder {
    path: PathBuf,
    /// Another one when it proved damaged.
    opened: RwLock<Arc<Opened>>,
    /// Known to have been filled.
    filled: AtomicBool,
    /// Taken with the first change, so that a process that only reads never holds it.
    writer: Mutex<Option<IndexWriter>>,
}

struct Opened {
    index: Index,
    fields: Fields,
    reader: IndexReader,
    /// As they were when the index was last looked at.
    shelves: Mutex<Option<(u64, Arc<Shelves>)>>,
}

impl From<TantivyError> for EngineFault {
    fn from(fault: TantivyError) -> Self {
        Self::broken(fault)
    }
}

impl Embedded {
    /// An index of another shape, or one that is damaged, makes room for an empty one.
    pub fn open(path: &Path) -> Result<Self, EngineFault> {
        Ok(Self(Arc::new(Folder::open(path)?)))
    }

    /// One that panics on a damaged file takes nothing with it.
    async fn beside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Folder) -> Result<T, EngineFault> + Send + 'static,
    ) -> Result<T, EngineFault> {
        let folder = self.0.clone();
        tokio::task::spawn_blocking(move || work(&folder))
            .await
            .unwrap_or_else(|panic| Err(EngineFault::broken(panic)))
    }
}

#[async_trait]
impl Engine for Embedded {
    async fn upsert(&self, documents: Vec<Document>) -> Result<(), EngineFault> {
        self.beside(move |folder| folder.upsert(&documents)).await
    }

    async fn remove(&self, keys: &[Key]) -> Result<(), EngineFault> {
        let keys = keys.to_vec();
        self.beside(move |folder| folder.remove(&keys)).await
    }

    async fn clear(&self) -> Result<(), EngineFault> {
        self.beside(Folder::clear).await
    }

    async fn commit(&self, heard: Timestamp) -> Result<(), EngineFault> {
        self.beside(move |folder| folder.commit(heard)).await
    }

    async fn heard(&self) -> Result<Option<Timestamp>, EngineFault> {
        self.beside(Folder::heard).await
    }

    async fn is_whole(&self) -> Result<bool, EngineFault> {
        self.beside(Folder::is_whole).await
    }

    async fn start_over(&self) -> Result<(), EngineFault> {
        self.beside(Folder::start_over).await
    }

    async fn find(&self, question: &Question) -> Result<Vec<Key>, EngineFault> {
        let question = question.clone();
        self.beside(move |folder| folder.find(&question)).await
    }
}

impl Folder {
    fn open(path: &Path) -> Result<Self, EngineFault> {
        std::fs::create_dir_all(path).map_err(EngineFault::broken)?;
        let opened = match Opened::open(path) {
            Ok(found) if found.is_usable() => found,
            Ok(_) => {
                tracing::info!("the search index has another shape and is filled anew");
                Opened::anew(path)?
            }
            Err(fault) => {
                tracing::warn!(%fault, "the search index cannot be opened and is filled anew");
                Opened::anew(path)?
            }
        };
        Ok(Self {
            path: path.to_owned(),
            opened: RwLock::new(Arc::new(opened)),
            filled: AtomicBool::new(false),
            writer: Mutex::default(),
        })
    }

    fn opened(&self) -> Arc<Opened> {
        let opened = self.opened.read();
        opened.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn writer(&self) -> MutexGuard<'_, Option<IndexWriter>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A writer that failed once fails for ever: the next change takes a new one.
    fn with_writer<T>(
        &self,
        work: impl FnOnce(&mut IndexWriter, Fields) -> Result<T, TantivyError>,
    ) -> Result<T, EngineFault> {
        let opened = self.opened();
        let mut held = self.writer();
        let mut writer = match held.take() {
            Some(writer) => writer,
            None => opened.index.writer_with_num_threads(1, HEAP)?,
        };
        let done = work(&mut writer, opened.fields)?;
        *held = Some(writer);
        Ok(done)
    }

    fn upsert(&self, documents: &[Document]) -> Result<(), EngineFault> {
        self.with_writer(|writer, fields| {
            for document in documents {
                let name = document.key.to_string();
                writer.delete_term(Term::from_field_text(fields.key, &name));
                writer.add_document(fields.row(document))?;
            }
            Ok(())
        })
    }

    fn remove(&self, keys: &[Key]) -> Result<(), EngineFault> {
        self.with_writer(|writer, fields| {
            for key in keys {
                writer.delete_term(Term::from_field_text(fields.key, &key.to_string()));
            }
            Ok(())
        })
    }

    /// What was not committed goes first: tantivy counts from the last commit again after this, and would take what
    /// it was told to remove before for younger than what is written now.
    fn clear(&self) -> Result<(), EngineFault> {
        self.with_writer(|writer, _| {
            writer.rollback()?;
            writer.delete_all_documents().map(drop)
        })
    }

    fn commit(&self, heard: Timestamp) -> Result<(), EngineFault> {
        let seal = serde_json::to_string(&Seal {
            shape: SHAPE,
            heard: heard.millis(),
        })
        .map_err(EngineFault::broken)?;
        self.with_writer(|writer, _| {
            let mut prepared = writer.prepare_commit()?;
            prepared.set_payload(&seal);
            prepared.commit()
        })?;
        Ok(self.opened().reader.reload()?)
    }

    fn heard(&self) -> Result<Option<Timestamp>, EngineFault> {
        let payload = self.opened().index.load_metas()?.payload;
        let seal = payload.and_then(|text| serde_json::from_str::<Seal>(&text).ok());
        Ok(seal.map(|seal| Timestamp::from_millis(seal.heard)))
    }

    fn is_whole(&self) -> Result<bool, EngineFault> {
        match self.opened().index.validate_checksum() {
            Ok(damaged) => Ok(damaged.is_empty()),
            Err(fault) if could_not_look(&fault) => Err(EngineFault::away(fault)),
            Err(fault) => Err(fault.into()),
        }
    }

    fn start_over(&self) -> Result<(), EngineFault> {
        let mut held = self.writer();
        drop(held.take());
        self.filled.store(false, Ordering::Relaxed);
        let anew = Arc::new(Opened::anew(&self.path)?);
        *self.opened.write().unwrap_or_else(PoisonError::into_inner) = anew;
        Ok(())
    }

    fn find(&self, question: &Question) -> Result<Vec<Key>, EngineFault> {
        self.must_be_filled()?;
        let opened = self.opened();
        let searcher = opened.reader.searcher();
        let look = Look {
            searcher: &searcher,
            fields: opened.fields,
            shelves: opened.shelves(&searcher)?,
            question,
        };
        look.find()
    }

    fn must_be_filled(&self) -> Result<(), EngineFault> {
        if !self.filled.load(Ordering::Relaxed) {
            // Another process may have filled it.
            self.heard()?.ok_or(EngineFault::NotReady)?;
            self.filled.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// With no file left to open, nothing is said of those that are there.
fn could_not_look(fault: &TantivyError) -> bool {
    format!("{fault:?}").contains("Too many open files")
}

impl Opened {
    fn open(path: &Path) -> Result<Self, EngineFault> {
        let (schema, fields) = schema();
        let directory = MmapDirectory::open(path).map_err(EngineFault::broken)?;
        let index = Index::open_or_create(directory, schema)?;
        reading::register(&index);
        Ok(Self {
            reader: index.reader()?,
            index,
            fields,
            shelves: Mutex::default(),
        })
    }

    fn shelves(&self, searcher: &Searcher) -> Result<Arc<Shelves>, TantivyError> {
        let now = searcher.generation().generation_id();
        let mut kept = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, shelves)) = kept.as_ref().filter(|(then, _)| *then == now) {
            return Ok(shelves.clone());
        }
        let shelves = Arc::new(Shelves::of(searcher, self.fields.shelf)?);
        *kept = Some((now, shelves.clone()));
        Ok(shelves)
    }

    fn anew(path: &Path) -> Result<Self, EngineFault> {
        std::fs::remove_dir_all(path).map_err(EngineFault::broken)?;
        std::fs::create_dir_all(path).map_err(EngineFault::broken)?;
        Self::open(path)
    }

    fn is_usable(&self) -> bool {
        match self.index.load_metas().map(|metas| metas.payload) {
            Ok(None) => true,
            Ok(Some(text)) => {
                serde_json::from_str::<Seal>(&text).is_ok_and(|seal| seal.shape == SHAPE)
            }
            Err(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::Path;

    use ::tantivy::directory::error::OpenReadError;

    use super::*;

    #[test]
    fn an_index_is_not_damaged_because_no_file_is_left_to_open() {
        let told = |number| -> TantivyError {
            let error = io::Error::from_raw_os_error(number);
            OpenReadError::wrap_io_error(error, Path::new("meta.json").into()).into()
        };
        assert!(could_not_look(&told(24)));
        assert!(!could_not_look(&told(5)));
    }
}

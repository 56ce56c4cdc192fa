//! What an engine does for search. Two kinds are behind it: one embedded, one remote.

use std::error::Error;

use async_trait::async_trait;
use kernel::{TenantId, Timestamp};
use uuid::Uuid;

use crate::analysis::Word;
use crate::document::Reader;
use crate::{Document, Key, Kind};

/// Keeps documents and finds them.
#[async_trait]
pub trait Engine: Send + Sync + 'static {
    /// Writes documents anew; found after the next commit at the latest.
    async fn upsert(&self, documents: Vec<Document>) -> Result<(), EngineFault>;
    async fn remove(&self, keys: &[Key]) -> Result<(), EngineFault>;
    /// Forgets everything, at the next commit; until then the old documents are found.
    async fn clear(&self) -> Result<(), EngineFault>;
    /// Makes what was written last and findable, with the moment up to which everything was heard.
    async fn commit(&self, heard: Timestamp) -> Result<(), EngineFault>;
    /// Up to when everything was heard; none when it was never filled, or not in the shape that is asked for now.
    async fn heard(&self) -> Result<Option<Timestamp>, EngineFault>;
    /// Whether what is kept is undamaged. May read all of it.
    async fn is_whole(&self) -> Result<bool, EngineFault>;
    /// Puts an empty one, that was never filled, in the place of one that is damaged.
    async fn start_over(&self) -> Result<(), EngineFault>;
    /// The best first; without words the newest first. Not ready as long as it was never filled.
    async fn find(&self, question: &Question) -> Result<Vec<Key>, EngineFault>;
}

/// How words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As they are, in another form, or as the beginning or the end of a longer word.
    Strict,
    /// Also mistyped, or as a compound whose parts stand apart.
    Forgiving,
    /// As forgiving, and any one of the words is enough.
    Loose,
    /// As beginnings of words of a title, all of them.
    Titles,
    /// The same, with a letter wrong.
    NearTitles,
}

impl How {
    /// The truest first; the next is tried when nothing is found that the asker may see.
    pub const ORDER: [Self; 3] = [Self::Strict, Self::Forgiving, Self::Loose];

    pub const fn forgives(self) -> bool {
        matches!(self, Self::Forgiving | Self::Loose | Self::NearTitles)
    }
}

/// What to find. Who asks is in it as the circles of readers that the asker belongs to.
#[derive(Clone, Debug)]
pub struct Question {
    pub words: Vec<Word>,
    pub how: How,
    pub readers: Vec<Reader>,
    pub kind: Option<Kind>,
    pub tenant: Option<TenantId>,
    pub theme: Option<Uuid>,
    pub region: Option<Uuid>,
    pub from: Option<Timestamp>,
    /// Up to, and not at, this moment.
    pub until: Option<Timestamp>,
    pub skip: usize,
    pub most: usize,
}

impl Question {
    /// The same, narrowed to a kind.
    pub fn of_kind(&self, kind: Kind) -> Self {
        Self {
            kind: Some(kind),
            ..self.clone()
        }
    }

    /// The terms that a hit must have, all of them.
    pub fn terms(&self) -> impl Iterator<Item = Uuid> {
        self.theme.into_iter().chain(self.region)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum EngineFault {
    #[error("the index is being filled")]
    NotReady,
    /// Nothing is wrong with what it keeps, as far as we know.
    #[error("the engine does not answer")]
    Away(#[source] Box<dyn Error + Send + Sync>),
    #[error("the index cannot be used")]
    Broken(#[source] Box<dyn Error + Send + Sync>),
}

impl EngineFault {
    pub fn away(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Away(cause.into())
    }

    pub fn broken(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Broken(cause.into())
    }
}

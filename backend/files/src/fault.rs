//! What can go wrong with a file.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    #[error("no such file")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form holds no file")]
    Missing,
    #[error("there is nothing in the file")]
    Empty,
    #[error("the form cannot be read")]
    Malformed,
    #[error("the file is too large")]
    TooLarge,
    #[error("files of this type are not kept")]
    TypeRefused,
    #[error("files of this type are not kept for a knowledge product")]
    ProductTypeRefused,
    #[error("the file is not what its type says")]
    Damaged,
    #[error("the archive unpacks to too much")]
    Unpacks,
    #[error("the document holds macros")]
    Macros,
    #[error("the picture has too many pixels")]
    TooManyPixels,
    #[error("too many of this person wait for a post")]
    TooManyWaiting,
    #[error("the scanner found {0}")]
    Unsafe(String),
    #[error("nothing looked at the file: {0}")]
    NotLookedAt(String),
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error("the storage is full")]
    StorageFull(#[source] object_store::Error),
    #[error("the storage does not answer")]
    Storage(#[source] object_store::Error),
    #[error("the work was cut off")]
    CutOff(#[source] tokio::task::JoinError),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl From<object_store::Error> for FileFault {
    fn from(source: object_store::Error) -> Self {
        let told = format!("{source:?}");
        if matches!(source, object_store::Error::NotFound { .. }) {
            Self::NotFound
        } else if told.contains("StorageFull") || told.contains("No space left") {
            metrics::counter!("netwerkplatform_storage_full_total", "of" => "files").increment(1);
            Self::StorageFull(source)
        } else {
            Self::Storage(source)
        }
    }
}

impl FileFault {
    /// Who adds to a knowledge product is told of documents and pictures, and not of recordings, which posts take too.
    pub(crate) fn at_a_product(self) -> Self {
        match self {
            Self::TypeRefused => Self::ProductTypeRefused,
            other => other,
        }
    }
}

impl Coded for FileFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "file.not-found",
            Self::Denied(Denied::Forbidden) => "file.forbidden",
            Self::Missing | Self::Empty => "input.invalid",
            Self::Malformed => "file.form-malformed",
            Self::TooLarge => "file.too-large",
            Self::TypeRefused => "file.type-refused",
            Self::ProductTypeRefused => "file.product-type-refused",
            Self::Damaged => "file.damaged",
            Self::Unpacks => "file.unpacks-too-large",
            Self::Macros => "file.macros",
            Self::TooManyPixels => "file.too-many-pixels",
            Self::TooManyWaiting => "file.too-many-waiting",
            Self::Unsafe(_) => "file.unsafe",
            Self::NotLookedAt(_) => "file.not-looked-at",
            Self::KeyMisused => "idempotency.other",
            Self::StorageFull(_) => "storage.full",
            Self::Storage(_) => "storage.unavailable",
            Self::CutOff(_) => "internal",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Missing
            | Self::Empty
            | Self::Malformed
            | Self::Damaged
            | Self::Unpacks
            | Self::Macros
            | Self::TooManyWaiting
            | Self::Unsafe(_)
            | Self::TooManyPixels => Status::BadRequest,
            Self::TooLarge => Status::TooLarge,
            Self::TypeRefused | Self::ProductTypeRefused => Status::UnsupportedMedia,
            Self::KeyMisused => Status::Conflict,
            Self::StorageFull(_) => Status::StorageFull,
            Self::NotLookedAt(_) | Self::Storage(_) => Status::Unavailable,
            Self::CutOff(_) => Status::Internal,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Missing => vec![FieldFault::new("/file", "field.missing")],
            Self::Empty => vec![FieldFault::new("/file", "file.empty")],
            Self::NotFound
            | Self::Denied(_)
            | Self::Malformed
            | Self::TooLarge
            | Self::TypeRefused
            | Self::ProductTypeRefused
            | Self::Damaged
            | Self::Unpacks
            | Self::Macros
            | Self::TooManyPixels
            | Self::TooManyWaiting
            | Self::Unsafe(_)
            | Self::NotLookedAt(_)
            | Self::KeyMisused
            | Self::StorageFull(_)
            | Self::Storage(_)
            | Self::CutOff(_)
            | Self::Store(_) => Vec::new(),
        }
    }
}

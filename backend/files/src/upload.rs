//! Adding a file.
//!
//! Promise: what is kept was opened and found to be what it says; what is refused leaves nothing behind.

use bytes::Bytes;
use db::{Db, Sql};
use kernel::{FileId, RequestKey, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::content::Content;
use crate::policy::MayUpload;
use crate::store::NOT_YET;
use crate::{FileFault, FileRecord, Storage, content, name, store};

/// A file as it came in.
pub struct NewFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The most that one file may hold, as it comes in and as it is kept.
pub(crate) const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Large pictures fill the memory while they are drawn: two at a time.
static BENCH: Semaphore = Semaphore::const_new(2);

pub async fn upload(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    storage: &Storage,
    permit: &MayUpload,
    key: Option<RequestKey<'_>>,
    file: NewFile,
) -> Result<FileRecord, FileFault> {
    let (record, bytes) = prepare(scope, permit, file).await?;
    let noted = note(scope, db, secrets, permit, key, &record).await?;
    if let Noted::Before(kept) = noted {
        return Ok(kept);
    }
    let record = FileRecord {
        id: noted.id(),
        ..record
    };
    storage.put(record.id, bytes).await?;
    let tx = db.begin(scope).await?;
    // Of many at once those that come too late are forgotten.
    if let Some(owner) = permit.place.map(|_| permit.owner)
        && crate::read::waits_for_many(&tx, owner).await?
    {
        store::came_too_late(&tx, record.id).await?;
        tx.commit().await?;
        return Err(FileFault::TooManyWaiting);
    }
    let arrived = store::arrived(&tx, record.id, record.created_at).await?;
    let there = arrived || !crate::read::of_ids(&tx, &[record.id]).await?.is_empty();
    tx.commit().await?;
    if !there {
        // It was forgotten meanwhile, and no row leads to these bytes.
        storage.remove(record.id).await?;
    }
    arrived.then_some(record).ok_or(FileFault::NotFound)
}

async fn prepare(
    scope: &Scope,
    permit: &MayUpload,
    file: NewFile,
) -> Result<(FileRecord, Bytes), FileFault> {
    if file.bytes.len() > MAX_BYTES {
        return Err(FileFault::TooLarge);
    }
    // Whoever hangs up leaves the work on the bench, and its place taken.
    let place = BENCH.acquire().await;
    let Content {
        media_type,
        bytes,
        sides,
    } = tokio::task::spawn_blocking(move || {
        let inspected = content::inspect(file.bytes);
        drop(place);
        inspected
    })
    .await
    .map_err(FileFault::CutOff)??;
    if bytes.len() > MAX_BYTES {
        return Err(FileFault::TooLarge);
    }
    let digits = Sha256::digest(&bytes);
    let record = FileRecord {
        id: FileId::new(scope.now),
        tenant: permit.tenant,
        name: name::clean(&file.name, media_type),
        media_type,
        size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        sha256: hex(&digits),
        width: sides.and_then(|(width, _)| i32::try_from(width).ok()),
        height: sides.and_then(|(_, height)| i32::try_from(height).ok()),
        created_at: scope.now,
    };
    Ok((record, bytes.into()))
}

fn hex(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.concat()
}

/// What is known of a file before its bytes are kept.
enum Noted {
    /// This request was done before.
    Before(FileRecord),
    /// Its bytes are to come: of a request that was cut off, too.
    ToCome(FileId),
}

impl Noted {
    const fn id(&self) -> FileId {
        match self {
            Self::Before(file) => file.id,
            Self::ToCome(id) => *id,
        }
    }
}

/// Writes the row, of the year nought until the bytes are there: what is cut off between is forgotten as what no post took.
async fn note(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    permit: &MayUpload,
    key: Option<RequestKey<'_>>,
    record: &FileRecord,
) -> Result<Noted, FileFault> {
    let tx = db.begin(scope).await?;
    match idempotency::claim(&tx, secrets, key, "upload_file", record.id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            return before(&db.read(scope), first.into(), record).await;
        }
        Claim::Misused => return Err(FileFault::KeyMisused),
    }
    store::insert(&tx, permit, record).await?;
    tx.commit().await?;
    Ok(Noted::ToCome(record.id))
}

/// The row says what the bytes are: other ones do not come in its place.
async fn before(sql: &impl Sql, id: FileId, record: &FileRecord) -> Result<Noted, FileFault> {
    let kept = crate::read::of_ids(sql, &[id]).await?.pop();
    let kept = kept.ok_or(FileFault::NotFound)?;
    if kept.created_at.millis() > NOT_YET {
        return Ok(Noted::Before(kept));
    }
    if kept.sha256 != record.sha256 {
        return Err(FileFault::KeyMisused);
    }
    Ok(Noted::ToCome(kept.id))
}

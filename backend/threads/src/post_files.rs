//! Files that hang on a post: a picture with what is to be seen, a voice with what it says, a document.
//!
//! Promise: who reads the post reads the file, and nobody else; without the words of the post it is gone too.
//! Absent: in rooms where nobody learns who wrote what there are none: a file tells too much of its maker.

use db::{Db, DbFault, Tx};
use files::MayUpload;
use kernel::{FieldFault, FileId, PersonId, PostId, Scope, ThreadId};
use serde::{Deserialize, Serialize};

use crate::model::Room;
use crate::{ThreadFault, policy};

/// As many as hang on one post.
const MOST: usize = 6;
/// The longest text beside one: a transcript.
const MOST_WORDS: usize = 20_000;

/// A file as it comes with a post.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostFileForm {
    /// Added to this thread before.
    pub id: FileId,
    /// Of a picture what is to be seen in it, of a recording what is said in it.
    #[serde(default)]
    pub words: String,
    /// A picture that tells nothing: it needs no words.
    #[serde(default)]
    pub decorative: bool,
}

/// A file that hangs on a post; its bytes are under `/v1/tenants/{tenant}/files/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostFile {
    pub id: FileId,
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    /// What is to be seen or heard; empty for a picture that tells nothing, and as long as nobody wrote down what is said.
    pub words: String,
}

/// As a post's row keeps them.
pub(crate) fn written(files: &[PostFile]) -> Result<Option<String>, DbFault> {
    if files.is_empty() {
        return Ok(None);
    }
    let json = serde_json::to_string(files);
    json.map(Some)
        .map_err(|error| DbFault::corrupt(error.to_string()))
}

pub(crate) fn read(row: Option<&str>) -> Result<Vec<PostFile>, DbFault> {
    let files = row.map(serde_json::from_str).transpose();
    files
        .map(Option::unwrap_or_default)
        .map_err(|error| DbFault::corrupt(error.to_string()))
}

/// Proof that this person may add a file for a post in this thread.
pub(crate) async fn may_add(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
) -> Result<MayUpload, ThreadFault> {
    let room = crate::read::find(&db.read(scope), thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let permit = policy::may_reply(scope, &room)?;
    takes_files(&room)?;
    Ok(MayUpload::in_thread(room.tenant, permit.author, thread))
}

fn takes_files(room: &Room) -> Result<(), ThreadFault> {
    if room.regime.names_people() {
        Ok(())
    } else {
        Err(refused("/files", "thread.no-files-here"))
    }
}

/// Hangs these on a post that is being written, and tells what is to be kept of them.
pub(crate) async fn hang(
    tx: &Tx,
    room: &Room,
    (author, post): (PersonId, PostId),
    forms: &[PostFileForm],
) -> Result<Vec<PostFile>, ThreadFault> {
    if forms.is_empty() {
        return Ok(Vec::new());
    }
    takes_files(room)?;
    if forms.len() > MOST {
        return Err(refused("/files", "thread.too-many-files"));
    }
    let ids: Vec<FileId> = forms.iter().map(|form| form.id).collect();
    if !files::attach_to_post(tx, (room.id, author), post, &ids).await? {
        return Err(refused("/files", "file.not-found"));
    }
    let found = files::read::of_ids(tx, &ids).await?;
    let mut faults = Vec::new();
    let mut kept = Vec::new();
    for (place, (form, file)) in forms.iter().zip(found).enumerate() {
        let words = form.words.trim();
        if words.chars().count() > MOST_WORDS {
            faults.push(fault_at(place, "field.too-long"));
        }
        if file.media_type.is_picture() && words.is_empty() && !form.decorative {
            faults.push(fault_at(place, "file.words-missing"));
        }
        kept.push(PostFile {
            id: file.id,
            name: file.name,
            media_type: file.media_type.as_str().to_owned(),
            size: file.size,
            words: words.to_owned(),
        });
    }
    if faults.is_empty() {
        Ok(kept)
    } else {
        Err(ThreadFault::Invalid(faults))
    }
}

/// Other words beside a file of one's own: what is said in a recording is often written down later.
pub(crate) fn reworded(kept: &[PostFile], forms: &[PostFileForm]) -> Vec<PostFile> {
    let mut files = kept.to_vec();
    for file in &mut files {
        let form = forms.iter().find(|form| form.id == file.id);
        let words = form.map(|form| form.words.trim());
        if let Some(words) = words.filter(|words| words.chars().count() <= MOST_WORDS) {
            words.clone_into(&mut file.words);
        }
    }
    files
}

fn fault_at(place: usize, code: &'static str) -> FieldFault {
    FieldFault::new(format!("/files/{place}/words"), code)
}

fn refused(pointer: &str, code: &'static str) -> ThreadFault {
    ThreadFault::Invalid(vec![FieldFault::new(pointer, code)])
}

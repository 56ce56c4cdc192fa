//! Files that hang on a post: a picture with what is to be seen, a voice with what it says, a document.
//!
//! Promise: who reads the post reads the file, and nobody else; without the words of the post it is gone too.
//! Absent: in rooms where nobody learns who wrote what there are none: a file tells too much of its maker.

use db::{Db, DbFault, Sql, Tx};
use files::{Attachment, FileFault, FileRecord, MayUpload, Place};
use issues::{Issue, IssueFault, Regime};
use kernel::{Denied, FieldFault, FileId, IssueId, PersonId, PostId, Scope, ThreadId};
use serde::{Deserialize, Serialize};

use crate::model::Room;
use crate::{ThreadFault, policy, store_hold};

/// As many as hang on one post.
const MOST: usize = 6;
/// As many as are kept with one post, those of its earlier versions told.
const MOST_KEPT: u64 = 30;
/// The longest text beside one: a transcript.
const MOST_WORDS: usize = 20_000;

/// A file as it comes with a post.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostFileForm {
    /// Added to this thread before, or on the post already.
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
    /// Of a picture, in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<i32>,
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
    let room = crate::read::room(&db.read(scope), thread).await?;
    let permit = policy::may_reply(scope, &room)?;
    takes_files(room.regime)?;
    let place = Place::Thread(thread);
    waits_for_few(scope, db, permit.author).await?;
    Ok(MayUpload::for_a_post(room.tenant, permit.author, place))
}

/// The same for the post that opens a thread in this issue. No room of an issue is more open than that.
pub(crate) async fn may_add_first(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<MayUpload, ThreadFault> {
    let issue = visible_issue(&db.read(scope), issue).await?;
    let permit = policy::may_open(scope, &issue)?;
    takes_files(issue.regime)?;
    if store_hold::paused_until(&db.read(scope), issue.id, permit.author)
        .await?
        .is_some()
    {
        return Err(ThreadFault::Paused);
    }
    let place = Place::Issue(issue.id);
    waits_for_few(scope, db, permit.author).await?;
    Ok(MayUpload::for_a_post(issue.tenant, permit.author, place))
}

async fn visible_issue(sql: &impl Sql, id: IssueId) -> Result<Issue, ThreadFault> {
    let found = issues::read::find(sql, id).await?;
    Ok(found.ok_or(IssueFault::NotFound)?)
}

async fn waits_for_few(scope: &Scope, db: &Db, author: PersonId) -> Result<(), ThreadFault> {
    if files::read::waits_for_many(&db.read(scope), author).await? {
        return Err(FileFault::TooManyWaiting.into());
    }
    Ok(())
}

/// What the asker added in a room and no post took yet.
pub(crate) async fn waiting(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
) -> Result<Vec<FileRecord>, ThreadFault> {
    let sql = db.read(scope);
    let room = crate::read::room(&sql, thread).await?;
    let Some(person) = scope.person.filter(|_| policy::speaks(&room)) else {
        return Ok(Vec::new());
    };
    Ok(files::read::waiting_in(&sql, person, Place::Thread(room.id)).await?)
}

/// What the asker added for the first post of a thread, and none took yet.
pub(crate) async fn waiting_first(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<FileRecord>, ThreadFault> {
    let sql = db.read(scope);
    let issue = visible_issue(&sql, issue).await?;
    let Ok(permit) = policy::may_open(scope, &issue) else {
        return Ok(Vec::new());
    };
    Ok(files::read::waiting_in(&sql, permit.author, Place::Issue(issue.id)).await?)
}

/// Lets go of one of one's own that no post took.
pub(crate) async fn drop_waiting(
    scope: &Scope,
    db: &Db,
    (thread, file): (ThreadId, FileId),
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let room = crate::read::find(&tx, thread).await?;
    room.ok_or(ThreadFault::NotFound)?;
    drop_own(tx, scope, file).await
}

/// The same of one that was added for the first post of a thread.
pub(crate) async fn drop_first(
    scope: &Scope,
    db: &Db,
    (issue, file): (IssueId, FileId),
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    visible_issue(&tx, issue).await?;
    drop_own(tx, scope, file).await
}

async fn drop_own(tx: Tx, scope: &Scope, file: FileId) -> Result<(), ThreadFault> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    if !files::drop_waiting(&tx, person, file).await? {
        return Err(FileFault::NotFound.into());
    }
    Ok(tx.commit().await?)
}

fn takes_files(regime: Regime) -> Result<(), ThreadFault> {
    if regime.names_people() {
        Ok(())
    } else {
        Err(no_files())
    }
}

fn no_files() -> ThreadFault {
    refused("/files", "thread.no-files-here")
}

/// In a room that takes none.
pub(crate) fn none_here(forms: &[PostFileForm]) -> Result<Vec<PostFile>, ThreadFault> {
    if forms.is_empty() {
        Ok(Vec::new())
    } else {
        Err(no_files())
    }
}

/// Hangs these on what is being written, and tells what is to be kept of them.
pub(crate) async fn hang(
    tx: &Tx,
    room: &Room,
    (author, to): (PersonId, Attachment),
    forms: &[PostFileForm],
) -> Result<Vec<PostFile>, ThreadFault> {
    replace(tx, room.regime, (author, to), (&[], forms)).await
}

/// Hangs these on a post instead of what hung there: what is new is taken, what is left out stays with the earlier version.
pub(crate) async fn replace(
    tx: &Tx,
    regime: Regime,
    (author, to): (PersonId, Attachment),
    (before, forms): (&[PostFile], &[PostFileForm]),
) -> Result<Vec<PostFile>, ThreadFault> {
    if !forms.is_empty() {
        takes_files(regime)?;
    }
    if forms.len() > MOST {
        return Err(refused("/files", "thread.too-many-files"));
    }
    let asked = forms.iter().map(|form| form.id);
    let new: Vec<FileId> = asked
        .filter(|id| before.iter().all(|file| file.id != *id))
        .collect();
    if !new.is_empty() {
        if !files::attach_to_post(tx, author, to, &new).await? {
            return Err(refused("/files", "file.not-found"));
        }
        if files::read::hang_more(tx, to, MOST_KEPT).await? {
            return Err(refused("/files", "thread.too-many-kept"));
        }
    }
    let ids: Vec<FileId> = forms.iter().map(|form| form.id).collect();
    let found = files::read::of_ids(tx, &ids).await?;
    if found.len() != forms.len() {
        return Err(refused("/files", "file.not-found"));
    }
    described(forms, found)
}

/// What its author writes instead of a post that came back: what hung there before is to be read no more.
pub(crate) async fn only(tx: &Tx, post: PostId, files: &[PostFile]) -> Result<(), DbFault> {
    let kept: Vec<FileId> = files.iter().map(|file| file.id).collect();
    files::let_go_but(tx, post, &kept).await
}

/// With the words of whoever added them; a picture has some, or tells nothing.
fn described(forms: &[PostFileForm], found: Vec<FileRecord>) -> Result<Vec<PostFile>, ThreadFault> {
    let mut faults = Vec::new();
    let mut kept = Vec::new();
    for (place, (form, file)) in forms.iter().zip(found).enumerate() {
        let words = form.words.trim();
        if words.chars().count() > MOST_WORDS {
            faults.push(fault_at(place, "text.too-long"));
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
            width: file.width,
            height: file.height,
        });
    }
    if faults.is_empty() {
        Ok(kept)
    } else {
        Err(ThreadFault::Invalid(faults))
    }
}

fn fault_at(place: usize, code: &'static str) -> FieldFault {
    FieldFault::new(format!("/files/{place}/words"), code)
}

fn refused(pointer: &str, code: &'static str) -> ThreadFault {
    ThreadFault::Invalid(vec![FieldFault::new(pointer, code)])
}

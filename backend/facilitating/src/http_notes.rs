//! Notes to who has not spoken, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post};
use db::Db;
use kernel::{PersonId, Scope, ThreadId, Timestamp};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use threads::ThreadFault;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::note::{self, Note};
use crate::{FacilitatingFault, read_notes};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_own_speak_notes)
        .service(write_speak_note)
        .service(put_speak_note_away)
        .service(refuse_speak_notes);
}

/// A word from whoever runs the issue, for the reader only
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct SpeakNoteView {
    /// Who wrote it.
    name: String,
    /// May be empty: then it only invites.
    words: String,
    sent_at: Timestamp,
}

impl From<Note> for SpeakNoteView {
    fn from(note: Note) -> Self {
        Self {
            name: note.name,
            words: note.words,
            sent_at: note.sent_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct SpeakNoteList {
    /// One at most.
    items: Vec<SpeakNoteView>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct SpeakNoteForm {
    /// Somebody who takes part and has not spoken here.
    #[schema(value_type = String, format = Uuid)]
    person: PersonRef,
    /// At most 500 characters; may be empty.
    #[serde(default)]
    words: String,
}

async fn own(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
) -> Result<Vec<SpeakNoteView>, FacilitatingFault> {
    let person: PersonId = scope.person.ok_or(ThreadFault::NotFound)?;
    let sql = db.read(scope);
    let room = threads::read::find(&sql, thread).await?;
    let room = room.ok_or(ThreadFault::NotFound)?;
    if note::takes_part(&room).is_err() {
        return Ok(Vec::new());
    }
    let found = read_notes::to(&sql, thread, person).await?;
    let waits = found.filter(Note::waits).map(SpeakNoteView::from);
    Ok(waits.into_iter().collect())
}

/// The note to the asker in a conversation, if there is one
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = SpeakNoteList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/threads/{thread}/speak-notes")]
async fn list_own_speak_notes(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    let items = own(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(SpeakNoteList { items }))
}

/// Invite somebody to speak who has not, with a word that only they read; once a week at most
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")), request_body = SpeakNoteForm, responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/speak-notes")]
async fn write_speak_note(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    key: IdempotencyKey,
    Json(form): Json<SpeakNoteForm>,
) -> Result<HttpResponse, Problem> {
    let tenant = scope.tenants.only();
    let tenant = tenant.ok_or(FacilitatingFault::from(ThreadFault::NotFound))?;
    let person = form.person.person(tenant, &secrets);
    let key = (&**secrets, key.get());
    note::write(&scope, &db, key, path.1, (person, &form.words)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Put the note away
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/threads/{thread}/speak-notes/_me")]
async fn put_speak_note_away(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    note::put_away(&scope, &db, path.1, false).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Want no such notes in this conversation
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/speak-notes/_refuse")]
async fn refuse_speak_notes(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    note::put_away(&scope, &db, path.1, true).await?;
    Ok(HttpResponse::NoContent().finish())
}

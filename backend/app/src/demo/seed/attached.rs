//! Files of the demonstration, added as people add them.

use files::{FileRecord, MayUpload, NewFile, Place};
use kernel::{PersonId, Scope, TenantId, ThreadId};
use threads::PostFileForm;

use super::content;
use super::{refused, unknown};
use crate::{StartFault, State};

pub async fn add(
    state: &State,
    scope: &Scope,
    permit: &MayUpload,
    attached: &content::Attached,
) -> Result<FileRecord, StartFault> {
    let bytes = content::file(&attached.file).ok_or_else(|| unknown(&attached.file))?;
    let file = NewFile {
        name: attached.name.clone(),
        bytes: bytes.to_vec(),
    };
    let (db, secrets, storage) = (&state.db, &state.secrets, &state.storage);
    files::upload(scope, db, secrets, storage, permit, None, file)
        .await
        .map_err(|fault| refused(&attached.file, fault))
}

/// What hangs on a post, before it is sent.
pub async fn of_post(
    state: &State,
    scope: &Scope,
    (tenant, author): (TenantId, PersonId),
    post: &content::Post,
) -> Result<Vec<PostFileForm>, StartFault> {
    let permit = MayUpload::for_a_post(tenant, author, Place::Thread(ThreadId::new(scope.now)));
    let mut forms = Vec::new();
    for attached in &post.files {
        let file = add(state, scope, &permit, attached).await?;
        forms.push(PostFileForm {
            id: file.id,
            words: attached.alt.clone(),
            decorative: false,
        });
    }
    Ok(forms)
}

//! Changing one's own post.
//!
//! Promise: the old text stays readable for whoever may read the room; who was not first gets 412 and keeps their text.

use db::{Db, Tx};
use files::Attachment;
use kernel::{PostId, Scope};

use crate::announce::announce;
use crate::forms::EditForm;
use crate::model::{Body, Post, Room};
use crate::voice::Asker;
use crate::{
    PostFile, PostFileForm, ThreadEvent, ThreadFault, policy, post_files, read, store, waiting,
};

pub(crate) async fn edit_post(
    scope: &Scope,
    db: &Db,
    asker: &Asker<'_>,
    id: PostId,
    version: i64,
    form: &EditForm,
) -> Result<Post, ThreadFault> {
    let body = Body::parse(&form.body)?;
    let tx = db.begin(scope).await?;
    let (room, post, before) = read::find_post(&tx, id)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    let own = asker.wrote(&tx, &room, &post).await?;
    let permit = policy::may_rewrite(scope, &room, &post, own)?;
    waiting::check_links(&tx, scope, &room, post.author, &body).await?;
    let files = match &form.files {
        Some(forms) => rehang(&tx, &room, &post, forms).await?,
        None => post.files.clone(),
    };
    let words = (&body, files.as_slice());
    if !store::update_post(&tx, &permit, &before, &post, words, version).await? {
        return Err(ThreadFault::Stale);
    }
    let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
    let edited = ThreadEvent::Edited {
        tenant,
        issue,
        thread,
        post: id,
        seq: post.seq,
    };
    announce(&tx, room.regime, &edited).await?;
    // Whom it names now is looked up where they are told.
    let names = post.translates.is_none() && room.regime.names_people();
    if names && body.markdown.contains('@') {
        let version = version + 1;
        let named = ThreadEvent::Named {
            tenant,
            issue,
            thread,
            post: id,
            version,
        };
        announce(&tx, room.regime, &named).await?;
    }
    let edited = read::posts_by_id(&tx, [id])
        .await?
        .pop()
        .ok_or(ThreadFault::PostNotFound)?;
    tx.commit().await?;
    Ok(edited)
}

/// Where posts have files their author is a person.
async fn rehang(
    tx: &Tx,
    room: &Room,
    post: &Post,
    forms: &[PostFileForm],
) -> Result<Vec<PostFile>, ThreadFault> {
    let Some(author) = post.author.person() else {
        return post_files::none_here(forms);
    };
    let to = Attachment::Post(post.id);
    post_files::replace(tx, room.regime, (author, to), (&post.files, forms)).await
}

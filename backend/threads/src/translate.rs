//! Putting what somebody said into another language.
//!
//! Promise: a translation is a post that says of which post it is one; it is readable exactly as long as that one is, and
//! goes where that one goes. Nobody speaks with it for themselves, so it takes nobody's turn. Decision 0084.
//! Absent: a translation by a machine; a check that it says the same, which people do who read both.

use db::Tx;
use kernel::{Faults, LanguageTag, Scope};

use crate::forms::TranslatesForm;
use crate::model::{Post, Room, Translation};
use crate::policy::MayReply;
use crate::{ThreadEvent, ThreadFault, policy, read, read_versions, store_move};

/// Who takes part to translate writes translations, and nobody else does.
pub(crate) fn may_write(
    scope: &Scope,
    room: &Room,
    form: Option<&TranslatesForm>,
) -> Result<MayReply, ThreadFault> {
    match form {
        Some(_) => policy::may_translate(scope, room),
        None => policy::may_reply(scope, room),
    }
}

/// With all its faults at once. Nobody changes the original, moves it or takes it away until the transaction ends.
pub(crate) async fn parsed(
    tx: &Tx,
    room: &Room,
    form: Option<&TranslatesForm>,
) -> Result<Option<Translation>, ThreadFault> {
    let Some(form) = form else { return Ok(None) };
    store_move::hold(tx, &[room.id]).await?;
    let mut faults = Faults::default();
    let found = read::posts_by_id(tx, [form.post_id]).await?.pop();
    let mut older = false;
    match found.filter(|post| can_be(room, post)) {
        None => faults.refuse("/translates/postId", "translation.original"),
        Some(post) => match read_versions::still_says(tx, &post, form.version).await? {
            None => faults.refuse("/translates/version", "translation.version"),
            Some(same) => older = !same,
        },
    }
    let language = LanguageTag::parse(&form.language);
    if language.is_none() {
        faults.refuse("/translates/language", "translation.language");
    }
    let language = faults.finish(language).map_err(ThreadFault::Invalid)?;
    Ok(Some(Translation {
        post: form.post_id,
        version: form.version,
        language,
        older,
    }))
}

/// Whether it can be read here, and is somebody's own words.
pub(crate) fn can_be(room: &Room, post: &Post) -> bool {
    post.thread == room.id && !post.withdrawn && post.translates.is_none()
}

/// A translation is news to nobody: what it says was told before.
pub(crate) fn told(room: &Room, new: &Post) -> ThreadEvent {
    let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
    let (post, seq) = (new.id, new.seq);
    match new.translates {
        Some(_) => ThreadEvent::Translated {
            tenant,
            issue,
            thread,
            post,
            seq,
        },
        None => ThreadEvent::Replied {
            tenant,
            issue,
            thread,
            post,
            seq,
        },
    }
}

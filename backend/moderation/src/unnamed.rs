//! What was decided about a post of which nobody knows who wrote it, for whoever shows that it is theirs: by the key that
//! the post was sent with, or by their own alias.
//!
//! Promise: who asks and who objects is kept nowhere. What they write is written as by nobody, at no finer moment than the
//! post itself; whoever looks again learns that its author objects, and no more.

use db::Db;
use kernel::{AppealId, DecisionId, Denied, PostId, RequestKey, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::{Asker, Post, Room, ThreadFault, Voice};

use crate::appeal::{found, of, parsed, put};
use crate::http::known;
use crate::model::{Appeal, AppealSide, Decision};
use crate::report::by_whom;
use crate::views::OwnDecision;
use crate::{ModerationFault, read};

/// Whoever asks, with what their browser sent as the key of the post.
#[derive(Clone, Copy)]
pub(crate) struct Holder<'a> {
    pub scope: &'a Scope,
    pub db: &'a Db,
    pub secrets: &'a Secrets,
    pub key: Option<&'a str>,
}

impl Holder<'_> {
    async fn wrote(&self, room: &Room, post: &Post) -> Result<bool, ModerationFault> {
        let asker = Asker {
            person: self.scope.person,
            key: self.key,
            secrets: self.secrets,
        };
        let sql = self.db.read(self.scope);
        Ok(asker.wrote(&sql, room, post).await?)
    }

    /// The room of the post that this is about, when nobody is named there and the post is the asker's.
    async fn room_of(&self, decision: &Decision) -> Result<Option<Room>, ModerationFault> {
        let Some(place) = decision.place.filter(|_| decision.author.is_none()) else {
            return Ok(None);
        };
        let sql = self.db.read(self.scope);
        let Some((room, post, _)) = threads::read::find_post(&sql, place.post).await? else {
            return Ok(None);
        };
        let unnamed =
            by_whom(decision.about, &post) == post.author && post.author.person().is_none();
        Ok((unnamed && self.wrote(&room, &post).await?).then_some(room))
    }
}

/// What was decided about a post, for its author alone; the newest first.
pub(crate) async fn decided(
    holder: Holder<'_>,
    post: PostId,
) -> Result<Vec<OwnDecision>, ModerationFault> {
    let sql = holder.db.read(holder.scope);
    let (room, post, _) = threads::read::find_post(&sql, post)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    if !holder.wrote(&room, &post).await? {
        return Err(Denied::Forbidden.into());
    }
    let history = read::history_of(&sql, post.id).await?;
    let cases: Vec<_> = history.iter().map(|it| it.case).collect();
    let known = known(&sql, &cases, true).await?;
    let theirs = |it: &&Decision| by_whom(it.about, &post) == post.author;
    let views = history.iter().rev().filter(theirs);
    Ok(views.filter_map(|it| known.decision(it)).collect())
}

/// None when the asker does not show that the post is theirs, or when it names them: then they object as themselves.
pub(crate) async fn appeal(
    holder: Holder<'_>,
    key: Option<RequestKey<'_>>,
    (id, words): (DecisionId, &str),
) -> Result<Option<AppealId>, ModerationFault> {
    let sql = holder.db.read(holder.scope);
    let Some(decision) = read::decision(&sql, id).await? else {
        return Ok(None);
    };
    let Some(room) = holder.room_of(&decision).await? else {
        return Ok(None);
    };
    let nobody = holder.scope.as_person(None, holder.scope.tenants.clone());
    let at = threads::moment(room.regime, holder.scope.now);
    let new = AppealId::new(at);
    let tx = holder.db.begin(&nobody).await?;
    let (decision, case) = found(&tx, id).await?;
    match idempotency::claim(&tx, holder.secrets, key, "appeal_decision", new.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(Some(first.settled(tx).await?.into())),
        Claim::Misused => return Err(ModerationFault::KeyMisused),
    }
    let words = parsed(words)?;
    let before = read::appeals_in(&tx, &[case.id]).await?;
    let by_author = |it: &Appeal| it.decision == id && it.side == AppealSide::Author;
    if before.iter().any(by_author) {
        return Err(ModerationFault::Settled);
    }
    let side = AppealSide::Author;
    let made = Appeal {
        appealed_at: at,
        ..of(&tx, new, &decision, &case, side, (&nobody, words)).await?
    };
    put(&tx, &case, &made).await?;
    tx.commit().await?;
    Ok(Some(new))
}

/// As whom somebody writes where nobody is named; none where people are.
pub(crate) fn own_aliases(room: &Room, scope: &Scope, secrets: &Secrets) -> Vec<Voice> {
    let Some(person) = scope.person else {
        return Vec::new();
    };
    let mut own = Voice::both(room.regime, room.issue, person, secrets).to_vec();
    own.retain(|voice| matches!(voice, Voice::Alias(_)));
    own
}

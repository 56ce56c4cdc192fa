//! Saying that something is wrong with a post.
//!
//! Promise: whoever may read a post may report it, once for each time that it is looked at; the report goes to who decides,
//! and its author learns of nobody.

use db::{Db, DbFault, Sql, Tx, outbox};
use kernel::{CaseId, Denied, Faults, PostId, Prose, ReportId, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::{Post, Room, RoomFacts, ThreadFault, Voice, read_facts};

use crate::model::{Case, CaseState, MOST_WORDS, Report, ReportReason};
use crate::{Limits, ModerationEvent, ModerationFault, read, store};

/// What somebody says of a post.
#[derive(Clone, Debug)]
pub struct NewReport {
    pub reason: ReportReason,
    pub words: String,
    /// That the reporter believes it is true; for what is against the law.
    pub stated_true: bool,
}

pub async fn report(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<&str>,
    (post, new): (PostId, NewReport),
) -> Result<ReportId, ModerationFault> {
    let reporter = scope.person.ok_or(Denied::Invisible)?;
    let mut faults = Faults::default();
    let words = checked(&new, &mut faults);
    let words = faults.finish(words).map_err(ModerationFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let (room, found) = readable(&tx, post).await?;
    let id = ReportId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "report_post", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(ModerationFault::KeyMisused),
    }
    if found.author == Voice::Person(reporter) {
        return Err(ModerationFault::Own);
    }
    limits.report(reporter)?;
    let report = Report {
        id,
        tenant: room.tenant,
        case: case_of(&tx, &room, &found).await?,
        reporter: Some(reporter),
        name: None,
        address: None,
        locale: scope.locale,
        reason: new.reason,
        words,
        stated_true: new.stated_true,
        reported_at: scope.now,
    };
    keep(&tx, &report).await?;
    tx.commit().await?;
    Ok(id)
}

/// The words, or a note for each field that is wrong.
pub(crate) fn checked(new: &NewReport, faults: &mut Faults) -> Option<String> {
    if new.reason.is_about_law() && !new.stated_true {
        faults.refuse("/statedTrue", "moderation.good-faith");
    }
    faults
        .take("/words", Prose::<MOST_WORDS>::parse(&new.words))
        .map(Prose::into_string)
}

/// The post with its room, for somebody who may read it, as long as its words are there.
pub(crate) async fn readable(
    sql: &impl Sql,
    post: PostId,
) -> Result<(Room, Post), ModerationFault> {
    let (room, post, _) = threads::read::find_post(sql, post)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    if post.withdrawn {
        return Err(ModerationFault::Gone);
    }
    Ok((room, post))
}

/// The case about this post that waits, or a new one.
pub(crate) async fn case_of(tx: &Tx, room: &Room, post: &Post) -> Result<CaseId, ModerationFault> {
    let facts = read_facts::of(tx, [room.id]).await?.remove(&room.id);
    let new = Case {
        id: CaseId::new(tx.now()),
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
        post: post.id,
        author: post.author,
        closed_room: facts.as_ref().is_none_or(RoomFacts::is_closed),
        state: CaseState::Open,
        claimed_by: None,
        claimed_until: None,
        decided_by: None,
        opened_at: tx.now(),
        changed_at: tx.now(),
        version: 1,
    };
    if store::open_case(tx, &new).await? {
        return Ok(new.id);
    }
    let waiting = read::waiting_about(tx, post.id).await?;
    Ok(waiting
        .ok_or_else(|| DbFault::corrupt("a case that was settled meanwhile"))?
        .id)
}

pub(crate) async fn keep(tx: &Tx, report: &Report) -> Result<(), ModerationFault> {
    store::insert_report(tx, report).await?;
    let event = ModerationEvent::Reported {
        tenant: report.tenant,
        report: report.id,
    };
    Ok(outbox::push(tx, &event).await?)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn reported_in(
    tx: &Tx,
    scope: &Scope,
    post: PostId,
    new: NewReport,
) -> Result<(), ModerationFault> {
    let (room, found) = readable(tx, post).await?;
    let report = Report {
        id: ReportId::new(tx.now()),
        tenant: room.tenant,
        case: case_of(tx, &room, &found).await?,
        reporter: scope.person,
        name: None,
        address: None,
        locale: scope.locale,
        reason: new.reason,
        words: new.words,
        stated_true: new.stated_true,
        reported_at: tx.now(),
    };
    keep(tx, &report).await
}

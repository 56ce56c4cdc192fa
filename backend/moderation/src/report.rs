//! Saying that something is wrong with a post, with the title of a conversation, or with an issue.
//!
//! Promise: whoever may read it may report it, once for each time that it is looked at; the report goes to who decides,
//! and its author learns of nobody.

use db::{Db, Sql, Tx, outbox};
use issues::{IssueFault, IssueKind, IssueWords, Regime, Visibility};
use kernel::{
    CaseId, Denied, Faults, IssueId, PostId, Prose, ReportId, RequestKey, Scope, TenantId,
};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::{Post, RoomFacts, ThreadFault, Voice, read_facts};

use crate::model::{About, Case, CaseState, MOST_WORDS, Place, Report, ReportReason, Target};
use crate::{Limits, ModerationEvent, ModerationFault, store};

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
    key: Option<RequestKey<'_>>,
    (target, new): (Target, NewReport),
) -> Result<ReportId, ModerationFault> {
    let reporter = scope.person.ok_or(Denied::Invisible)?;
    let mut faults = Faults::default();
    let words = checked(&new, &mut faults);
    let words = faults.finish(words).map_err(ModerationFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let found = readable(&tx, target).await?;
    let id = ReportId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, operation(target), id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(ModerationFault::KeyMisused),
    }
    // By name or by alias; where there are no authors nobody knows.
    let voices = match found.regime {
        Some(regime) => Voice::both(regime, found.issue, reporter, secrets).to_vec(),
        None => vec![Voice::Person(reporter)],
    };
    if voices.contains(&found.author) && found.author != Voice::Nobody {
        return Err(ModerationFault::Own);
    }
    limits.report(reporter)?;
    let report = Report {
        id,
        tenant: found.tenant,
        case: case_of(&tx, &found).await?,
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

const fn operation(target: Target) -> &'static str {
    match target {
        Target::Post(_) => "report_post",
        Target::Title(_) => "report_title",
        Target::Issue(_) => "report_issue",
    }
}

/// What is reported, as it is now.
pub(crate) struct Found {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub place: Option<Place>,
    pub about: About,
    pub author: Voice,
    /// Of the room in which it stands.
    pub regime: Option<Regime>,
    /// Only those who take part read it.
    pub closed: bool,
}

/// For somebody who may read it, as long as its words are there.
pub(crate) async fn readable(sql: &impl Sql, target: Target) -> Result<Found, ModerationFault> {
    let (room, post) = match target {
        Target::Post(id) => {
            let found = threads::read::find_post(sql, id).await?;
            let (room, post, _) = found.ok_or(ThreadFault::PostNotFound)?;
            if post.withdrawn {
                return Err(ModerationFault::Gone);
            }
            (room, post)
        }
        Target::Title(thread) => {
            let room = threads::read::find(sql, thread).await?;
            let room = room.ok_or(ThreadFault::NotFound)?;
            let opening = threads::opening_of(sql, thread).await?;
            (room, opening.ok_or(ModerationFault::Gone)?)
        }
        Target::Issue(id) => return issue(sql, id).await,
    };
    let facts = read_facts::of(sql, [room.id]).await?.remove(&room.id);
    Ok(Found {
        tenant: room.tenant,
        issue: room.issue,
        place: Some(Place {
            thread: room.id,
            post: post.id,
        }),
        about: target.about(),
        author: by_whom(target.about(), &post),
        regime: Some(room.regime),
        closed: facts.as_ref().is_none_or(RoomFacts::is_closed),
    })
}

/// What a network is for changes with its charter, and is not reported.
async fn issue(sql: &impl Sql, id: IssueId) -> Result<Found, ModerationFault> {
    let issue = issues::read::find(sql, id)
        .await?
        .filter(|it| it.kind == IssueKind::Issue)
        .ok_or(IssueFault::NotFound)?;
    if IssueWords::of(&issue).are_gone() {
        return Err(ModerationFault::Gone);
    }
    Ok(Found {
        tenant: issue.tenant,
        issue: issue.id,
        place: None,
        about: About::Issue,
        author: Voice::Person(issue.author),
        regime: None,
        closed: issue.visibility == Visibility::Invited,
    })
}

/// Where posts were moved to a conversation of their own, whoever moved them gave it its title: nobody answers for that.
pub(crate) fn by_whom(about: About, post: &Post) -> Voice {
    match about {
        About::Title if post.came_from.is_some() => Voice::Nobody,
        About::Title | About::Post | About::Issue => post.author,
    }
}

/// The case about this that waits, or a new one.
pub(crate) async fn case_of(tx: &Tx, found: &Found) -> Result<CaseId, ModerationFault> {
    let new = Case {
        id: CaseId::new(tx.now()),
        tenant: found.tenant,
        issue: found.issue,
        place: found.place,
        about: found.about,
        author: found.author,
        closed_room: found.closed,
        state: CaseState::Open,
        claimed_by: None,
        claimed_until: None,
        decided_by: None,
        opened_at: tx.now(),
        changed_at: tx.now(),
        version: 1,
    };
    Ok(store::open_case(tx, &new).await?)
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
    let found = readable(tx, Target::Post(post)).await?;
    let report = Report {
        id: ReportId::new(tx.now()),
        tenant: found.tenant,
        case: case_of(tx, &found).await?,
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

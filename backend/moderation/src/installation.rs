//! Objections for whoever runs the installation: those that nobody else of the organisation can answer, and those that
//! somebody could and did not within the time that a room has. From the command line; decision 0076.
//!
//! Promise: what somebody can still answer is theirs; a list holds no words; whoever looks leaves a line in the log of the
//! room, as does whoever answers; what is answered is done by the one way there is (`answer.rs`).
//! Absent: whose an alias is. Where nobody learns who wrote what, an author who is the only one left is not known as such:
//! the objection comes here when its time is over.

use std::collections::{HashMap, HashSet};

use db::{Across, Db, DbFault, Sql, Tx};
use kernel::{AppealId, CaseId, Coded, Scope, TenantId, TenantSet, Timestamp};
use platform::tenants::{self, Tenant};

use crate::answer::{self, By, NewAnswer};
use crate::claim::looked;
use crate::installation_shown::{ObjectionShown, shown};
use crate::model::{About, Appeal, AppealSide, Case, DecidedFrom, MOST_FACTS, ROOM_HAS};
use crate::policy::{self, MayChange, Moderator};
use crate::views_desk::ObjectionsElsewhere;
use crate::{ModerationFault, read, read_installation, store};

/// Why whoever runs the installation cannot do this, for them alone.
#[derive(Debug, thiserror::Error)]
pub enum ObjectionFault {
    #[error("no objection has this id: see `objections list`")]
    NotFound,
    #[error("this objection waits for no answer any more")]
    Answered,
    #[error("this is for {who} to answer, until {until}; after that it comes to you")]
    TheirsUntil { who: Who, until: Timestamp },
    #[error("say why, in at most {MOST_FACTS} characters")]
    Reason,
    #[error("it cannot be done: {}", .0.code())]
    Refused(#[from] ModerationFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

/// Who of an organisation can look again; none of them is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Somebody who runs the room.
    pub runs: bool,
    /// Somebody who decides for the organisation, or owns it.
    pub organisation: bool,
}

impl Who {
    pub const fn is_nobody(self) -> bool {
        !self.runs && !self.organisation
    }
}

impl std::fmt::Display for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match (self.runs, self.organisation) {
            (true, true) => "those who run the room, or those who decide for the organisation,",
            (true, false) => "those who run the room",
            (false, true) => "those who decide for the organisation",
            (false, false) => "nobody of the organisation",
        })
    }
}

/// An objection that nobody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    pub id: AppealId,
    /// The organisation's slug.
    pub tenant: String,
    pub about: About,
    pub side: AppealSide,
    pub closed_room: bool,
    /// When the oldest of its case was made: from then on time runs.
    pub since: Timestamp,
    pub who: Who,
    /// Longer than a room has.
    pub late: bool,
}

impl Objection {
    /// It is the installation's to answer.
    pub const fn is_ours(&self) -> bool {
        self.late || self.who.is_nobody()
    }

    fn theirs(&self) -> Result<(), ObjectionFault> {
        if self.is_ours() {
            return Ok(());
        }
        Err(ObjectionFault::TheirsUntil {
            who: self.who,
            until: self.since.plus(ROOM_HAS),
        })
    }
}

/// What waits for whoever runs the installation, the oldest first.
pub async fn objections(db: &Db, now: Timestamp) -> Result<Vec<Objection>, DbFault> {
    let every = db.read_across(Across::Operator, now);
    let appeals = read_installation::unanswered_anywhere(&every).await?;
    if appeals.is_empty() {
        return Ok(Vec::new());
    }
    let scope = Scope::worker(TenantSet::of(appeals.iter().map(|it| it.tenant)), now);
    let mut found = examined(&db.read(&scope), &appeals).await?;
    found.retain(Objection::is_ours);
    Ok(found)
}

/// How many wait because nobody else can answer, and how many because nobody did in time; each counts once.
pub async fn objections_waiting(db: &Db, now: Timestamp) -> Result<(usize, usize), DbFault> {
    let found = objections(db, now).await?;
    let late = found.iter().filter(|it| it.late).count();
    Ok((found.len() - late, late))
}

/// For whoever sees whether an installation is well: what waits, or what is wrong and what to do about it.
pub async fn examine_objections(db: &Db, now: Timestamp) -> Result<String, (String, String)> {
    let list = "`netwerkplatform objections list`";
    match objections_waiting(db, now).await {
        Ok((0, 0)) => Ok("none waits".to_owned()),
        Ok((nobody_else, 0)) => Ok(format!("{nobody_else} wait for you alone: {list}")),
        Ok((_, late)) => Err((
            format!("{late} wait longer than a week, and nobody of their organisation answered"),
            format!("answer them: {list}"),
        )),
        Err(_unread) => Err((
            "what waits cannot be read".to_owned(),
            "see the schema, above, and the log of the database".to_owned(),
        )),
    }
}

/// What an owner sees of it: that it waits there, and since when.
pub(crate) async fn elsewhere(
    sql: &impl Sql,
    moderator: &Moderator,
) -> Result<Option<ObjectionsElsewhere>, DbFault> {
    if !moderator.owns {
        return Ok(None);
    }
    let appeals = read_installation::unanswered_for(sql, moderator).await?;
    if appeals.is_empty() {
        return Ok(None);
    }
    let mut found = examined(sql, &appeals).await?;
    found.retain(Objection::is_ours);
    let since = found.iter().map(|it| it.since).min();
    Ok(since.map(|since| ObjectionsElsewhere {
        count: u64::try_from(found.len()).unwrap_or(u64::MAX),
        since,
    }))
}

async fn examined(sql: &impl Sql, appeals: &[Appeal]) -> Result<Vec<Objection>, DbFault> {
    let ids: HashSet<CaseId> = appeals.iter().map(|it| it.case).collect();
    let ids: Vec<CaseId> = ids.into_iter().collect();
    let cases = read::cases(sql, &ids).await?;
    let cases: HashMap<CaseId, Case> = cases.into_iter().map(|it| (it.id, it)).collect();
    let runs = read_installation::for_who_runs(sql, &ids).await?;
    let organisation = read_installation::for_the_organisation(sql, &ids).await?;
    let slugs = tenants::by_ids(sql, appeals.iter().map(|it| it.tenant)).await?;
    let slugs: HashMap<TenantId, Tenant> = slugs.into_iter().map(|it| (it.id, it)).collect();
    let since = |case: CaseId| {
        let of_case = appeals.iter().filter(|it| it.case == case);
        of_case.map(|it| it.appealed_at).min()
    };
    let objection = |appeal: &Appeal| {
        let case = cases.get(&appeal.case)?;
        let since = since(case.id)?;
        Some(Objection {
            id: appeal.id,
            tenant: slugs.get(&appeal.tenant)?.slug.clone(),
            about: case.about,
            side: appeal.side,
            closed_room: case.closed_room,
            since,
            who: Who {
                runs: runs.contains(&case.id),
                organisation: organisation.contains(&case.id),
            },
            late: since.plus(ROOM_HAS) <= sql.now(),
        })
    };
    Ok(appeals.iter().filter_map(objection).collect())
}

/// With its case, and what else waits in that, in a transaction within its organisation.
struct Taken {
    tx: Tx,
    case: Case,
    permit: MayChange,
    appeal: Appeal,
    open: Vec<Appeal>,
    objection: Objection,
}

async fn taken(db: &Db, now: Timestamp, id: AppealId) -> Result<Taken, ObjectionFault> {
    let every = db.read_across(Across::Operator, now);
    let found = read_installation::appeal_anywhere(&every, id).await?;
    let appeal = found.ok_or(ObjectionFault::NotFound)?;
    if appeal.answer.is_some() {
        return Err(ObjectionFault::Answered);
    }
    let tx = db
        .begin(&Scope::worker(TenantSet::one(appeal.tenant), now))
        .await?;
    let case = read::case(&tx, appeal.case).await?;
    let case = case.ok_or(ObjectionFault::NotFound)?;
    let permit = policy::installation_may_answer(&case);
    let permit = permit.map_err(|_decided| ObjectionFault::Answered)?;
    let open = answer::unanswered(&tx, case.id).await?;
    let mut all = examined(&tx, &open).await?.into_iter();
    let objection = all.find(|it| it.id == id).ok_or(ObjectionFault::Answered)?;
    objection.theirs()?;
    Ok(Taken {
        tx,
        case,
        permit,
        appeal,
        open,
        objection,
    })
}

/// All that one decides on. Whoever looks stands in the log of the room from then on.
pub async fn show_objection(
    db: &Db,
    now: Timestamp,
    id: AppealId,
) -> Result<ObjectionShown, ObjectionFault> {
    let Taken {
        tx,
        case,
        appeal,
        objection,
        ..
    } = taken(db, now, id).await?;
    let by = (DecidedFrom::Installation, None);
    store::insert_decision(&tx, &looked(&tx, &case, by).await?).await?;
    let found = shown(&tx, &case, &appeal, objection).await?;
    tx.commit().await?;
    Ok(found)
}

/// Answers it, for good.
pub async fn decide_objection(
    db: &Db,
    now: Timestamp,
    id: AppealId,
    (granted, reason): (bool, &str),
) -> Result<Objection, ObjectionFault> {
    let Taken {
        tx,
        case,
        permit,
        open,
        objection,
        ..
    } = taken(db, now, id).await?;
    let by = By {
        from: DecidedFrom::Installation,
        person: None,
        permit,
    };
    let new = NewAnswer {
        appeal: id,
        granted,
        facts: reason.to_owned(),
    };
    answer::settle(&tx, &case, &open, &by, &new)
        .await
        .map_err(|fault| match fault {
            ModerationFault::Invalid(_) => ObjectionFault::Reason,
            ModerationFault::Settled => ObjectionFault::Answered,
            other => other.into(),
        })?;
    tx.commit().await?;
    Ok(objection)
}

//! Reports for whoever runs the installation: those that nobody of their organisation can decide about, and those that only
//! who runs the room could, and did not within the time that a room has. From the command line; decision 0085.
//!
//! Promise: what somebody of the organisation can still decide is theirs, and is not found here; a list holds no words;
//! whoever looks leaves a line in the log of the room, as does whoever decides; what is decided is done by the one way
//! there is (`decide.rs`).
//! Absent: a pause, a warning, and hiding for a while, which ask for somebody who is there the next day.

use std::collections::HashMap;
use std::fmt::{Display, Formatter, Result as Written};

use db::{Across, Db, DbFault, Sql, Tx};
use kernel::{CaseId, Coded, Scope, TenantId, TenantSet, Timestamp};
use platform::tenants;

use crate::answer::By;
use crate::claim::looked;
use crate::decide::{self, NewDecision};
use crate::installation_shown::{Reported, reported};
use crate::model::{About, Act, Case, DecidedFrom, Ground, ROOM_HAS};
use crate::policy;
use crate::{ModerationFault, read_installation, store};

/// Why whoever runs the installation cannot do this, for them alone.
#[derive(Debug, thiserror::Error)]
pub enum UndecidedFault {
    #[error("no report of this id waits for you: see `reports list`")]
    NotFound,
    #[error("it cannot be done so: {0}")]
    Form(String),
    #[error("it cannot be done: {}", .0.code())]
    Refused(ModerationFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl From<ModerationFault> for UndecidedFault {
    fn from(fault: ModerationFault) -> Self {
        let fields = fault.fields();
        let said = fields
            .iter()
            .map(|it| format!("{} {}", it.pointer, it.code));
        match fault {
            ModerationFault::Invalid(_) => Self::Form(said.collect::<Vec<_>>().join(", ")),
            ModerationFault::Settled | ModerationFault::NotFound => Self::NotFound,
            other => Self::Refused(other),
        }
    }
}

/// What was reported and waits for whoever runs the installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    pub id: CaseId,
    /// The organisation's slug.
    pub tenant: String,
    pub about: About,
    pub closed_room: bool,
    pub since: Timestamp,
    /// Longer than a room has.
    pub late: bool,
}

/// What is done with it.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// It stays, it goes, or a title takes the place of another.
    pub act: Act,
    pub title: String,
    pub ground: Option<Ground>,
    pub rule: String,
    pub facts: String,
}

/// The oldest first.
pub async fn undecided(db: &Db, now: Timestamp) -> Result<Vec<Undecided>, DbFault> {
    let every = db.read_across(Across::Operator, now);
    let cases = read_installation::undecided_anywhere(&every).await?;
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    let scope = Scope::worker(TenantSet::of(cases.iter().map(|it| it.tenant)), now);
    named(&db.read(&scope), &cases).await
}

/// For whoever sees whether an installation is well: what waits, or what is wrong and what to do about it.
pub async fn examine_reports(db: &Db, now: Timestamp) -> Result<String, (String, String)> {
    let list = "`netwerkplatform reports list`";
    let Ok(found) = undecided(db, now).await else {
        return Err((
            "what waits cannot be read".to_owned(),
            "see the schema, above, and the log of the database".to_owned(),
        ));
    };
    let late = found.iter().filter(|it| it.late).count();
    match (found.len(), late) {
        (0, _) => Ok("none waits".to_owned()),
        (all, 0) => Ok(format!("{all} wait for you alone: {list}")),
        (_, late) => Err((
            format!("{late} wait longer than a week, and only you can decide about them"),
            format!("decide: {list}"),
        )),
    }
}

async fn named(sql: &impl Sql, cases: &[Case]) -> Result<Vec<Undecided>, DbFault> {
    let slugs = tenants::by_ids(sql, cases.iter().map(|it| it.tenant)).await?;
    let slugs: HashMap<TenantId, String> = slugs.into_iter().map(|it| (it.id, it.slug)).collect();
    let line = |case: &Case| {
        Some(Undecided {
            id: case.id,
            tenant: slugs.get(&case.tenant)?.clone(),
            about: case.about,
            closed_room: case.closed_room,
            since: case.changed_at,
            late: case.changed_at.plus(ROOM_HAS) <= sql.now(),
        })
    };
    Ok(cases.iter().filter_map(line).collect())
}

/// In a transaction within its organisation.
async fn taken(
    db: &Db,
    now: Timestamp,
    id: CaseId,
) -> Result<(Tx, Case, Undecided), UndecidedFault> {
    let every = db.read_across(Across::Operator, now);
    let waiting = read_installation::undecided_anywhere(&every).await?;
    let found = waiting.into_iter().find(|it| it.id == id);
    let case = found.ok_or(UndecidedFault::NotFound)?;
    let scope = Scope::worker(TenantSet::one(case.tenant), now);
    let tx = db.begin(&scope).await?;
    let line = named(&tx, std::slice::from_ref(&case)).await?.pop();
    let line = line.ok_or(UndecidedFault::NotFound)?;
    Ok((tx, case, line))
}

/// What is printed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndecidedShown {
    line: Undecided,
    reported: Reported,
}

/// All that one decides on. Whoever looks stands in the log of the room from then on.
pub async fn show_undecided(
    db: &Db,
    now: Timestamp,
    id: CaseId,
) -> Result<UndecidedShown, UndecidedFault> {
    let (tx, case, line) = taken(db, now, id).await?;
    let by = (DecidedFrom::Installation, None);
    store::insert_decision(&tx, &looked(&tx, &case, by).await?).await?;
    let reported = reported(&tx, &case).await?;
    tx.commit().await?;
    Ok(UndecidedShown { line, reported })
}

/// Decides about it: its author and who reported are told, as ever, and may object.
pub async fn decide_undecided(
    db: &Db,
    now: Timestamp,
    id: CaseId,
    judgement: Judgement,
) -> Result<Undecided, UndecidedFault> {
    let (tx, case, line) = taken(db, now, id).await?;
    let by = By {
        from: DecidedFrom::Installation,
        person: None,
        permit: policy::installation_may_decide(&case)?,
    };
    let new = NewDecision {
        act: judgement.act,
        title: judgement.title,
        until: None,
        warn: false,
        pause_until: None,
        ground: judgement.ground,
        rule: judgement.rule,
        facts: judgement.facts,
    };
    decide::carry_out(&tx, &case, &by, &new).await?;
    tx.commit().await?;
    Ok(line)
}

impl Display for Undecided {
    /// One line, without a word of anybody.
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        let room = if self.closed_room { "closed" } else { "open" };
        let late = if self.late {
            ", for longer than a week"
        } else {
            ""
        };
        write!(
            f,
            "{}  {}  since {}  about a {} in an {room} room: nobody else can decide{late}",
            self.id,
            self.tenant,
            self.since,
            self.about.as_str(),
        )
    }
}

impl Display for UndecidedShown {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        writeln!(f, "{}\n", self.line)?;
        write!(f, "{}", self.reported)?;
        let gone = match self.line.about {
            About::Post => "with --remove it goes",
            About::Title => "with --title another one takes its place",
            About::Issue => "with --title its text goes, under that title",
        };
        write!(f, "\nWith --leave it stays; {gone}.")
    }
}

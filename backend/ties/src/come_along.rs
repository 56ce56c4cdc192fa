//! Coming along into the network that one's own goes up into.
//!
//! Promise: only by a yes of one's own, with the house rules as they are now; whoever runs either network is not told who
//! said yes, nor who did not; a guest stays a guest until the same day.

use db::{Db, Sql, Tx};
use issues::read::Participant;
use issues::{Admission, Capacity, Issue, PartBefore};
use kernel::{Denied, Faults, IssueId, IssueRole, Line, PersonId, Scope, Timestamp};
use networks::Network;

use crate::answer_talk::are_active;
use crate::ask::within;
use crate::model::Tie;
use crate::{TieFault, read};

/// How somebody comes along.
#[derive(Clone, Debug)]
pub(crate) struct Coming {
    /// The version of the house rules that was agreed with.
    pub rules: Option<i64>,
    /// The name to be known by there; as in one's own network when left out.
    pub name: Option<String>,
}

/// A network that goes up into another, for who is in it.
pub(crate) struct Going {
    pub person: PersonId,
    pub room: Issue,
    pub tie: Option<Tie>,
}

pub(crate) async fn going(
    scope: &Scope,
    sql: &impl Sql,
    network: IssueId,
) -> Result<Going, TieFault> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    let found = networks::read::find(sql, network).await?;
    let found = found.filter(|network| network.room.role.is_some());
    let room = found.ok_or(TieFault::NoNetwork)?.room;
    let tie = read::merge_of(sql, network).await?;
    Ok(Going { person, room, tie })
}

pub(crate) async fn come_along(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    how: &Coming,
) -> Result<(), TieFault> {
    let going = going(scope, &db.read(scope), network).await?;
    let tie = going.tie.ok_or(TieFault::Over)?;
    let tx = db.begin(&within(scope, tie.asker.0, tie.asked.0)).await?;
    // As it is now, in one piece with what is written.
    let tie = read::find(&tx, tie.id).await?.ok_or(TieFault::Over)?;
    if !are_active(&tx, tie.tenants().iter()).await? {
        return Err(TieFault::Over);
    }
    let side = tie.side_of(network).ok_or(TieFault::Over)?;
    let (_, until) = tie.agreed_merge_of(side).ok_or(TieFault::Over)?;
    let into = issues::read::find_invited(&tx, tie.at(side.other()).1).await?;
    let into = into.filter(|room| room.state.invites() && until > scope.now);
    let into = into.ok_or(TieFault::Over)?;
    let person = going.person;
    let before = issues::read::participant(&tx, network, person).await?;
    let before = before.ok_or(TieFault::NoNetwork)?;
    if into.role.is_some() {
        return Ok(());
    }
    // Whom the room let go does not come back by this door.
    if issues::part_before(&tx, into.id, person).await? == PartBefore::Ended {
        return Err(TieFault::Over);
    }
    let_in(&tx, &before, &into, how).await?;
    Ok(tx.commit().await?)
}

/// Somebody of one network comes into another room: as they are in their own, until the same day.
pub(crate) async fn let_in(
    tx: &Tx,
    before: &Participant,
    into: &Issue,
    how: &Coming,
) -> Result<(), TieFault> {
    let person = before.person;
    let mut faults = Faults::default();
    let name = how.name.as_deref().filter(|name| !name.trim().is_empty());
    let name = name.unwrap_or(&before.shown_name);
    let name = faults.take("/name", Line::<80>::parse(name));
    if !networks::enter(tx, into, person, how.rules).await? {
        faults.refuse("/rules", "network.rules-first");
    }
    let name = faults.finish(name).map_err(TieFault::Invalid)?;
    let admission = Admission {
        tenant: into.tenant,
        issue: into.id,
        person,
        role: role_there(before.role),
        capacity: Capacity::Personal,
        organisation: None,
        shown_name: name.into_string(),
        perspective: None,
        ends_at: before.until,
    };
    issues::admit(tx, &admission).await?;
    // Who takes part asks for it no more.
    invitations::take_down_hand(tx, into.id, person).await?;
    Ok(())
}

/// Who runs the one does not run the other: that is for the other to say.
const fn role_there(here: IssueRole) -> IssueRole {
    match here {
        IssueRole::Observer => IssueRole::Observer,
        IssueRole::Translator => IssueRole::Translator,
        IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official => {
            IssueRole::Participant
        }
    }
}

/// Where a network went, for whoever may read both: it closed, and the other took it in.
pub(crate) async fn successor(
    scope: &Scope,
    db: &Db,
    network: IssueId,
) -> Result<Option<Network>, TieFault> {
    let sql = db.read(scope);
    let found = networks::read::find(&sql, network).await?;
    let found = found.ok_or(TieFault::NoNetwork)?;
    if !crate::model::is_over(found.room.state) {
        return Ok(None);
    }
    let Some(tie) = read::merge_of(&sql, network).await? else {
        return Ok(None);
    };
    let within = within(scope, tie.asker.0, tie.asked.0);
    let side = tie.side_of(network).ok_or(TieFault::NotFound)?;
    let other = tie.at(side.other()).1;
    Ok(networks::read::find(&db.read(&within), other).await?)
}

/// Until when somebody is still asked; none when the day has passed or the other closed.
pub(crate) fn still_asked(into: &Issue, until: Timestamp, now: Timestamp) -> bool {
    into.state.invites() && until > now
}

//! How somebody takes part themselves: under which name, the perspective they bring, and for whom they speak.
//!
//! Promise: a perspective is told to the person alone, changes when they say so, and is gone when they take it
//! back; one speaks for an organisation only as its member, and as an official only with a task there; what was said keeps the name that it was said under.

use db::{Db, Sql, Tx, outbox};
use kernel::{Faults, IssueId, IssueRole, Line, PersonId, PerspectiveId, Scope, TenantId};
use platform::tenants;

use crate::participation::{self, OwnPart};
use crate::{Capacity, Issue, IssueEvent, IssueFault, read};

/// All that somebody may say of how they take part.
#[derive(Clone, Debug)]
pub(crate) struct NewPart {
    /// None leaves it as it is.
    pub name: Option<String>,
    /// None takes it back.
    pub perspective: Option<PerspectiveId>,
    pub capacity: Capacity,
    /// The slug of an organisation that the person is a member of.
    pub organisation: Option<String>,
}

pub(crate) async fn own_part(scope: &Scope, db: &Db, id: IssueId) -> Result<OwnPart, IssueFault> {
    let sql = db.read(scope);
    let (_, person) = taking_part(&sql, scope, id).await?;
    participation::own(&sql, id, person)
        .await?
        .ok_or(IssueFault::NotFound)
}

pub(crate) async fn change_own_part(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    new: NewPart,
) -> Result<OwnPart, IssueFault> {
    let tx = db.begin_with_keys(scope, scope.person).await?;
    let (issue, person) = taking_part(&tx, scope, id).await?;
    let mut faults = Faults::default();
    let perspectives = read::perspectives_of(&tx, id).await?;
    let unknown = |chosen| perspectives.iter().all(|one| one.id != chosen);
    // Who translates brings none.
    let refused = |chosen| unknown(chosen) || issue.role == Some(IssueRole::Translator);
    if new.perspective.is_some_and(refused) {
        faults.refuse("/perspective", "invitation.no-such-perspective");
    }
    let name = new.name.as_deref();
    let name = name.and_then(|raw| faults.take("/name", Line::<80>::parse(raw)));
    let before = participation::own(&tx, id, person).await?;
    let goes_on = speaks_so(&tx, before.as_ref(), &new).await?;
    let organisation = if goes_on {
        None
    } else {
        organisation(&tx, &issue, person, &new, &mut faults).await?
    };
    faults.finish(Some(())).map_err(IssueFault::Invalid)?;
    if !goes_on {
        participation::speak_as(&tx, id, person, new.capacity, organisation).await?;
    }
    if let Some(name) = name {
        participation::name(&tx, id, person, &name.into_string()).await?;
    }
    match new.perspective {
        Some(perspective) => participation::choose(&tx, id, person, perspective).await?,
        None => participation::take_back(&tx, id, person).await?,
    }
    let part = participation::own(&tx, id, person)
        .await?
        .ok_or(IssueFault::NotFound)?;
    // A perspective that changes is no news for anybody else, not even that it did.
    if before.is_none_or(|before| !before.speaks_like(&part)) {
        let changed = IssueEvent::PeopleChanged {
            tenant: issue.tenant,
            issue: id,
        };
        outbox::push(&tx, &changed).await?;
    }
    tx.commit().await?;
    Ok(part)
}

/// The issue, for somebody who takes part in it now; to others it has no such thing.
pub(crate) async fn taking_part(
    sql: &impl Sql,
    scope: &Scope,
    id: IssueId,
) -> Result<(Issue, PersonId), IssueFault> {
    let person = scope.person.ok_or(IssueFault::NotFound)?;
    let issue = read::find(sql, id)
        .await?
        .filter(|issue| issue.role.is_some())
        .ok_or(IssueFault::NotFound)?;
    Ok((issue, person))
}

/// Whether they go on speaking as they do: for an organisation that is none here, too, or that they have left since.
async fn speaks_so(tx: &Tx, before: Option<&OwnPart>, new: &NewPart) -> Result<bool, IssueFault> {
    let Some(before) = before.filter(|it| it.capacity == new.capacity) else {
        return Ok(false);
    };
    let tenant = before.organisation.as_ref().and_then(|(_, tenant)| *tenant);
    let slug = match tenant {
        Some(tenant) => tenants::by_ids(tx, [tenant]).await?.pop(),
        None => None,
    };
    Ok(slug.map(|it| it.slug) == new.organisation)
}

async fn organisation(
    tx: &Tx,
    issue: &Issue,
    person: PersonId,
    new: &NewPart,
    faults: &mut Faults,
) -> Result<Option<(String, TenantId)>, IssueFault> {
    if !new.capacity.has_organisation() {
        return Ok(None);
    }
    let held = tenants::memberships_of(tx, person)
        .await?
        .into_iter()
        .find(|held| Some(held.slug.as_str()) == new.organisation.as_deref());
    match (&held, issue.role) {
        (None, _) => faults.refuse("/organisation", "invitation.no-member"),
        (Some(held), Some(part)) if !new.capacity.is_open_to(held.role, part) => {
            faults.refuse("/capacity", "invitation.no-official");
        }
        _ => {}
    }
    Ok(held.map(|held| (held.name, held.tenant)))
}

//! An organisation's members: seen by its owners, who give roles and take them back.
//!
//! Promise: an organisation is never without an owner whose role stays; a role that is taken back, or that
//! has an end, stops at that second.
//! Absent: inviting somebody new (see `invitations`).

use db::{Db, Sql, Tx, outbox};
use identity::names;
use kernel::{
    FieldFault, NamePlace, Page, PageSize, PersonId, Scope, TenantId, TenantRole, Timestamp,
};
use platform::grants::{self, Container, NewGrant};
use platform::looks::{self, Look, Looker, Sight};
use platform::{References, Secrets, tenants};

use crate::policy::MayManage;
use crate::{PeopleEvent, PeopleFault, policy, say_role};

/// Somebody with a role in the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub person: PersonId,
    pub name: String,
    pub role: TenantRole,
    /// The role stops at this second.
    pub ends_at: Option<Timestamp>,
}

/// The owners first, then by name.
pub(crate) async fn list(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    (after, size): (Option<NamePlace>, PageSize),
) -> Result<Page<Member>, PeopleFault> {
    let permit = policy::may_manage(scope)?;
    let refs = References::within(permit.tenant, secrets);
    let everybody = load(&db.read(scope), permit.tenant).await?;
    let page = Page::by_name(everybody, after.as_ref(), size, |member| {
        let letters = names::folded(&member.name);
        NamePlace::new(part_of(member.role), letters, refs.to(member.person).uuid())
    });
    let people = page.items.iter().map(|member| member.person);
    let looks = Look::at(permit.tenant, Sight::Members, Looker::of(scope), people);
    looks::note(db, scope, looks).await?;
    Ok(page)
}

/// The highest role comes first.
const fn part_of(role: TenantRole) -> u8 {
    match role {
        TenantRole::Owner => 0,
        TenantRole::Convener => 1,
        TenantRole::Publisher => 2,
        TenantRole::Member => 3,
    }
}

async fn load(sql: &impl Sql, tenant: TenantId) -> Result<Vec<Member>, PeopleFault> {
    let holders = grants::held_in(sql, Container::Tenant(tenant)).await?;
    let ids: Vec<PersonId> = holders.iter().map(|held| held.person).collect();
    let names = identity::read::people_by_ids(sql, &ids).await?;
    let members = holders
        .into_iter()
        .filter_map(|held| {
            Some(Member {
                person: held.person,
                name: names.get(&held.person)?.name.clone(),
                role: TenantRole::from_name(&held.role)?,
                ends_at: held.ends_at,
            })
        })
        .collect();
    Ok(members)
}

/// Who has a task in the organisation, by name: its owners, conveners and publishers, whoever asks.
pub async fn team(
    sql: &impl Sql,
    tenant: TenantId,
) -> Result<Vec<(PersonId, String)>, PeopleFault> {
    let mut team = load(sql, tenant).await?;
    team.retain(|member| member.role > TenantRole::Member);
    team.sort_by_cached_key(|member| (part_of(member.role), names::folded(&member.name)));
    Ok(team
        .into_iter()
        .map(|member| (member.person, member.name))
        .collect())
}

/// An owner gives the organisation to somebody of the team, and is a member from then on. Refused when the one owns it
/// no more, or the other has no task in it.
pub async fn pass_ownership(
    tx: &Tx,
    tenant: TenantId,
    from: PersonId,
    to: PersonId,
) -> Result<(), PeopleFault> {
    tenants::touch_access(tx, tenant).await?;
    let members = load(tx, tenant).await?;
    let holds = |person: PersonId, least: TenantRole| {
        let mut all = members.iter();
        all.any(|member| member.person == person && member.role >= least)
    };
    if !holds(from, TenantRole::Owner) || !holds(to, TenantRole::Publisher) {
        return Err(PeopleFault::NotFound);
    }
    for (person, role) in [(to, TenantRole::Owner), (from, TenantRole::Member)] {
        let grant = NewGrant {
            person,
            tenant,
            container: Container::Tenant(tenant),
            role: role.as_str(),
            ends_at: None,
        };
        grants::give(tx, grant).await?;
    }
    outbox::push(tx, &PeopleEvent::MembersChanged { tenant }).await?;
    Ok(())
}

pub(crate) async fn change_role(
    scope: &Scope,
    db: &Db,
    person: PersonId,
    role: TenantRole,
    ends_at: Option<Timestamp>,
) -> Result<Member, PeopleFault> {
    let permit = policy::may_manage(scope)?;
    permit.gives(role)?;
    if ends_at.is_some_and(|end| end <= scope.now) {
        let past = FieldFault::new("/endsAt", "member.end-in-the-past");
        return Err(PeopleFault::Invalid(vec![past]));
    }
    let tx = db.begin(scope).await?;
    let stays = role == TenantRole::Owner && ends_at.is_none();
    let member = leaving_an_owner(&tx, permit, person, stays).await?;
    let grant = NewGrant {
        person,
        tenant: permit.tenant,
        container: Container::Tenant(permit.tenant),
        role: role.as_str(),
        ends_at,
    };
    grants::give(&tx, grant).await?;
    announce_and_commit(tx, permit).await?;
    Ok(Member {
        role,
        ends_at,
        ..member
    })
}

pub(crate) async fn remove(scope: &Scope, db: &Db, person: PersonId) -> Result<(), PeopleFault> {
    let permit = policy::may_manage(scope)?;
    let tx = db.begin(scope).await?;
    leaving_an_owner(&tx, permit, person, false).await?;
    say_role::end_role(&tx, person, permit.tenant).await?;
    grants::end(&tx, person, Container::Tenant(permit.tenant)).await?;
    announce_and_commit(tx, permit).await
}

/// The member, if whoever asks is still an owner, and one is left after the role changes.
async fn leaving_an_owner(
    tx: &Tx,
    permit: MayManage,
    person: PersonId,
    stays_owner: bool,
) -> Result<Member, PeopleFault> {
    // Two owners who step down, or take each other's role back, at the same moment are seen one after the other.
    tenants::touch_access(tx, permit.tenant).await?;
    let members = load(tx, permit.tenant).await?;
    let asks = |member: &&Member| Some(member.person) == tx.person();
    permit.holds(members.iter().find(asks).map(|member| member.role))?;
    let other_owner = members
        .iter()
        .filter(|member| member.role == TenantRole::Owner && member.ends_at.is_none())
        .any(|member| member.person != person);
    let member = members
        .into_iter()
        .find(|member| member.person == person)
        .ok_or(PeopleFault::NotFound)?;
    if stays_owner || other_owner {
        Ok(member)
    } else {
        Err(PeopleFault::LastOwner)
    }
}

async fn announce_and_commit(tx: Tx, permit: MayManage) -> Result<(), PeopleFault> {
    let tenant = permit.tenant;
    outbox::push(&tx, &PeopleEvent::MembersChanged { tenant }).await?;
    Ok(tx.commit().await?)
}

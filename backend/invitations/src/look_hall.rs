//! What the page behind a hall link shows, and where its reader stands.
//!
//! Promise: looking changes nothing; a wrong token tells nothing; a link that is over tells which organisation to ask, and
//! of the issue only what everybody may read: not who asked, nor where it hung.

use db::{Db, Sql};
use issues::{Issue, PartBefore, Perspective, Visibility};
use kernel::{IssueId, PersonId, Scope, TenantId, TenantRole, TenantSet};
use networks::Entrance;
use platform::Secrets;
use platform::grants::{self, Container};
use platform::tenants::{self, Tenant, TenantState};

use crate::hall::{Door, Guest, HallLink};
use crate::hand::HandState;
use crate::look::{name_of, proven};
use crate::raise_hand::is_invited;
use crate::{InvitationFault, hall_token, read, read_halls, read_hands};

/// Everything that the link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HallLook {
    pub link: HallLink,
    pub tenant: Tenant,
    /// Who asks; none once the link leads nowhere.
    pub asker: Option<String>,
    /// Where the link hangs; none once it leads nowhere.
    pub place: Option<String>,
    pub door: Door,
    /// None when the link is of no use any more, unless everybody may read it.
    pub issue: Option<Issue>,
    /// What the issue needs, for choosing; who chose what is nowhere.
    pub perspectives: Vec<Perspective>,
    /// Of a network: what one agrees with on coming in.
    pub entrance: Option<Entrance>,
    pub guest: Guest,
}

pub async fn look_at_hall(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<HallLook, InvitationFault> {
    let (scope, link) = open(scope, db, secrets, token).await?;
    let sql = db.read_with_keys(&scope, scope.person);
    let tenant = tenant_of(&sql, link.tenant).await?;
    let issue = issue_of(&sql, link.issue).await?;
    let door = link.door(issue.state, scope.now);
    let guest = guest(&sql, &link, &issue).await?;
    let (asker, place) = if door.shows() {
        let asker = name_of(&sql, link.made_by).await?;
        (Some(asker), Some(link.place.clone()))
    } else {
        (None, None)
    };
    let everybodys = issue.visibility == Visibility::Public && issue.state.is_out();
    let issue = (door.shows() || everybodys || guest == Guest::Inside).then_some(issue);
    let perspectives = match &issue {
        Some(issue) if door == Door::Open => issues::read::perspectives_of(&sql, issue.id).await?,
        _ => Vec::new(),
    };
    let entrance = match &issue {
        Some(issue) if door == Door::Open => networks::entrance(&sql, issue).await?,
        _ => None,
    };
    Ok(HallLook {
        link,
        tenant,
        asker,
        place,
        door,
        issue,
        perspectives,
        entrance,
        guest,
    })
}

/// The link behind a token of ours, and the scope within its tenant.
pub(crate) async fn open(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<(Scope, HallLink), InvitationFault> {
    let handle = hall_token::read(secrets, token).ok_or(InvitationFault::NoHallLink)?;
    let found = read_halls::by_handle(&db.read_with_keys(scope, [&handle]), &handle).await?;
    let link = found.ok_or(InvitationFault::NoHallLink)?;
    let within = scope.as_person(scope.person, TenantSet::one(link.tenant));
    Ok((within, link))
}

pub(crate) async fn tenant_of(sql: &impl Sql, id: TenantId) -> Result<Tenant, InvitationFault> {
    tenants::by_ids(sql, [id])
        .await?
        .pop()
        .filter(|tenant| tenant.state == TenantState::Active)
        .ok_or(InvitationFault::NoHallLink)
}

pub(crate) async fn issue_of(sql: &impl Sql, id: IssueId) -> Result<Issue, InvitationFault> {
    let issue = issues::read::find_invited(sql, id).await?;
    issue.ok_or(InvitationFault::NoHallLink)
}

/// Who was refused, un-invited or put out before says why first, whatever the link asks of others.
pub(crate) async fn guest(
    sql: &impl Sql,
    link: &HallLink,
    issue: &Issue,
) -> Result<Guest, InvitationFault> {
    let Some(person) = sql.person() else {
        return Ok(Guest::Visitor);
    };
    if issue.role.is_some() || runs(sql, issue, person).await? {
        return Ok(Guest::Inside);
    }
    let hand = read_hands::of_person(sql, issue.id, person).await?;
    match hand.map(|hand| (hand.state, hand)) {
        Some((HandState::Refused, hand)) => return Ok(Guest::Refused(hand)),
        Some((HandState::Objected, hand)) => return Ok(Guest::Waits(hand)),
        Some((HandState::Raised, hand)) if link.approval => return Ok(Guest::Waits(hand)),
        Some((HandState::Raised | HandState::Invited, _)) | None => {}
    }
    let asks = link.approval || was_put_out(sql, issue.id, person).await?;
    Ok(match asks {
        true if is_invited(sql, issue.id, person).await? => Guest::Invited,
        true => Guest::MayAsk,
        false => Guest::MayJoin,
    })
}

/// A convener of the organisation who sees the issue has no need of a link.
async fn runs(sql: &impl Sql, issue: &Issue, person: PersonId) -> Result<bool, InvitationFault> {
    let role = grants::role_of(sql, person, Container::Tenant(issue.tenant)).await?;
    let role = role.as_deref().and_then(TenantRole::from_name);
    let convenes = matches!(role, Some(TenantRole::Convener | TenantRole::Owner));
    Ok(convenes && issues::read::find(sql, issue.id).await?.is_some())
}

async fn was_put_out(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<bool, InvitationFault> {
    Ok(match issues::part_before(sql, issue, person).await? {
        // Who came in since the role was looked at takes part after all: two requests of one person at once.
        PartBefore::Ended => {
            let now = issues::read::participant(sql, issue, person).await?;
            now.is_none()
        }
        PartBefore::Left => false,
        PartBefore::Never => {
            let addresses = proven(sql, person).await?;
            read::was_revoked(sql, issue, person, &addresses).await?
        }
    })
}

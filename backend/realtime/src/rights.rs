//! Whether somebody may listen to a topic now, and how long that answer holds.
//!
//! The one look for subscribing, for catching up and for checking again.

use db::{Db, DbFault};
use kernel::{IssueId, Scope, TenantId, TenantSet, Timestamp};
use platform::grants::{Container, first_end};
use threads::Room;

use crate::protocol::Topic;

/// What a right to listen rests on; it holds until one of these moves on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Right {
    pub tenant: Option<TenantId>,
    pub issue: Option<IssueId>,
    /// In the issue, and so in its closed rooms.
    pub takes_part: bool,
    /// How often "who may come in" had changed before the look: what changes after it is looked at again.
    access_version: i64,
    /// When the first of the roles that it may rest on ends by itself.
    ends_at: Option<Timestamp>,
}

impl Right {
    pub fn holds(&self, access_version: i64, now: Timestamp) -> bool {
        self.access_version == access_version && self.runs(now)
    }

    pub fn runs(&self, now: Timestamp) -> bool {
        self.ends_at.is_none_or(|end| end > now)
    }
}

/// The right, and the room when the topic is one; none for who may not know that the topic exists.
pub async fn look(
    db: &Db,
    scope: &Scope,
    topic: Topic,
) -> Result<Option<(Right, Option<Room>)>, DbFault> {
    match topic {
        Topic::Thread(thread) => {
            let named = db.read_with_keys(scope, [thread]);
            let inside = within(
                scope,
                threads::read::tenant_of_thread(&named, thread).await?,
            );
            let sql = db.read(&inside);
            let pulse = threads::read::pulses(&sql, &[thread]).await?;
            let room = threads::read::find(&sql, thread).await?;
            let (Some(room), Some(pulse)) = (room, pulse.get(&thread)) else {
                return Ok(None);
            };
            let right = Right {
                takes_part: room.role.is_some(),
                ..right(db, &inside, room.tenant, room.issue, pulse.access_version).await?
            };
            Ok(Some((right, Some(room))))
        }
        Topic::Issue(issue) => {
            let named = db.read_with_keys(scope, [issue]);
            let inside = within(scope, issues::read::tenant_of(&named, issue).await?);
            let sql = db.read(&inside);
            let access_version = issues::read_access::version(&sql, issue).await?;
            let found = issues::read::find(&sql, issue).await?;
            let (Some(found), Some(access_version)) = (found, access_version) else {
                return Ok(None);
            };
            let right = Right {
                takes_part: found.role.is_some(),
                ..right(db, &inside, found.tenant, issue, access_version).await?
            };
            Ok(Some((right, None)))
        }
        Topic::Me => Ok(scope.person.map(|_| (Right::default(), None))),
    }
}

/// Guests of an issue hold no role in its tenant, and public rooms ask for none: the tenant decides nothing.
pub fn within(scope: &Scope, tenant: Option<TenantId>) -> Scope {
    Scope {
        tenants: TenantSet::of(tenant),
        ..scope.clone()
    }
}

async fn right(
    db: &Db,
    scope: &Scope,
    tenant: TenantId,
    issue: IssueId,
    access_version: i64,
) -> Result<Right, DbFault> {
    let containers = [Container::Issue(issue), Container::Tenant(tenant)];
    let ends_at = match scope.person {
        Some(person) => first_end(&db.read(scope), person, &containers).await?,
        None => None,
    };
    Ok(Right {
        tenant: Some(tenant),
        issue: Some(issue),
        takes_part: false,
        access_version,
        ends_at,
    })
}

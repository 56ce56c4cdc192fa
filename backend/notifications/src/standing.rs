//! How somebody stands towards issues: why they hear of one, and how soon.
//!
//! Promise: an issue that its asker may not see looks like one that nobody chose anything for.

use db::Db;
use issues::Issue;
use kernel::{FollowId, IssueId, Scope, TenantSet};
use platform::grants::{self, Container};

use crate::model::{Level, Reason};
use crate::settings::{self, seeing};
use crate::{NotificationFault, read, store};

/// Towards one issue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Chosen for this issue; none: as for every issue.
    pub level: Option<Level>,
    /// Why its asker hears of it; none: does not.
    pub reason: Option<Reason>,
    pub follow: Option<FollowId>,
}

pub async fn towards(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Standing, NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let sql = db.read(&seeing(scope, db, issue).await?);
    if issues::read::find(&sql, issue).await?.is_none() {
        return Ok(Standing::default());
    }
    let level = settings::wishes(&sql, person).await?.issues.remove(&issue);
    let takes_part = grants::role_of(&sql, person, Container::Issue(issue)).await?;
    let follow = store::follow_of(&sql, person, issue).await?;
    let reason = match (takes_part, follow) {
        (Some(_), _) => Some(Reason::YouTakePart),
        (None, Some(_)) => Some(Reason::YouFollowIssue),
        (None, None) => None,
    };
    Ok(Standing {
        level,
        reason,
        follow,
    })
}

/// The issues for which the asker chose a level, as far as they may be seen now.
pub async fn chosen(scope: &Scope, db: &Db) -> Result<Vec<(Issue, Level)>, NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let wishes = settings::wishes(&db.read(scope), person).await?;
    let elsewhere = read::tenants_of(&db.read_with_keys(scope, [person]), person).await?;
    let sql = db.read(&scope.as_person(
        Some(person),
        TenantSet::of(scope.tenants.iter().chain(elsewhere)),
    ));
    let mut found = issues::read::find_all(&sql, wishes.issues.keys().copied()).await?;
    found.sort_by(|a, b| a.title.cmp(&b.title));
    let with_level = |issue: Issue| wishes.issues.get(&issue.id).copied().map(|it| (issue, it));
    Ok(found.into_iter().filter_map(with_level).collect())
}

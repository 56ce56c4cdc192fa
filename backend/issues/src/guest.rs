//! Until when a guest takes part, changed by who runs the issue.

use std::time::Duration;

use db::{Db, outbox};
use kernel::{Faults, IssueId, PersonId, Scope, Timestamp};
use platform::grants::{self, Container, NewGrant};

use crate::policy::may_keep_guests;
use crate::{Issue, IssueEvent, IssueFault, read, store};

/// A guest stays no longer than this from now; who stays longer is asked without an end.
pub const LONGEST_GUEST: Duration = Duration::from_secs(366 * 24 * 3_600);

/// Whoever takes part without an end is no guest, and is not made one.
pub(crate) async fn change_end(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    person: PersonId,
    until: Timestamp,
) -> Result<(Issue, read::Participant), IssueFault> {
    let mut faults = Faults::default();
    if until <= scope.now || until > scope.now.plus(LONGEST_GUEST) {
        faults.refuse("/until", "invitation.until");
    }
    faults.finish(Some(())).map_err(IssueFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, id).await?.ok_or(IssueFault::NotFound)?;
    let permit = may_keep_guests(&issue)?;
    // Two who change it at once are seen one after the other.
    store::touch_access(&tx, permit.issue).await?;
    let guest = read::participant(&tx, permit.issue, person)
        .await?
        .filter(|it| it.until.is_some())
        .ok_or(IssueFault::NoGuest)?;
    let grant = NewGrant {
        person,
        tenant: permit.tenant,
        container: Container::Issue(permit.issue),
        role: guest.role.as_str(),
        ends_at: Some(until),
    };
    grants::give(&tx, grant).await?;
    let changed = IssueEvent::PeopleChanged {
        tenant: permit.tenant,
        issue: permit.issue,
    };
    outbox::push(&tx, &changed).await?;
    tx.commit().await?;
    let guest = read::Participant {
        until: Some(until),
        ..guest
    };
    Ok((issue, guest))
}

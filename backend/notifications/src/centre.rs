//! The notification centre: the same lines that go out as mail.

use db::{Db, DbFault, outbox};
use kernel::{FieldFault, NotificationId, Page, PageSize, PersonId, Scope, TenantSet};

use crate::store::Seen;
use crate::told::{Told, told};
use crate::{NotificationEvent, NotificationFault, read, store};

/// A page of lines, and how many were not seen.
pub struct Centre {
    pub page: Page<Told>,
    pub unread: i64,
}

pub async fn look(
    scope: &Scope,
    db: &Db,
    cursor: Option<&str>,
    size: PageSize,
) -> Result<Centre, NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let after = cursor
        .map(str::parse::<NotificationId>)
        .transpose()
        .map_err(|_bad| {
            NotificationFault::Invalid(vec![FieldFault::new("/cursor", "cursor.invalid")])
        })?;
    let sql = db.read(&of_own_lines(scope, db, person).await?);
    let page = read::list(&sql, person, after, size).await?;
    let unread = read::unread(&sql, person).await?;
    Ok(Centre {
        page: Page {
            items: told(&sql, page.items).await?,
            next: page.next,
        },
        unread,
    })
}

/// The asker's scope, with the tenants that the asker's lines are about: authors and followers hold no role there.
async fn of_own_lines(scope: &Scope, db: &Db, person: PersonId) -> Result<Scope, DbFault> {
    let tenants = read::tenants_of(&db.read_with_keys(scope, [person]), person).await?;
    Ok(scope.as_person(
        Some(person),
        TenantSet::of(scope.tenants.iter().chain(tenants)),
    ))
}

/// Notes that lines were seen.
pub async fn see(scope: &Scope, db: &Db, lines: &Seen) -> Result<(), NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let tx = db.begin(&of_own_lines(scope, db, person).await?).await?;
    if store::see(&tx, person, lines).await? > 0 {
        outbox::push(&tx, &NotificationEvent::Seen { person }).await?;
    }
    Ok(tx.commit().await?)
}

//! Which circles of readers the asker belongs to, now.

use db::Sql;
use futures_util::try_join;
use kernel::{Scope, TenantRole};
use platform::tenants;

use crate::SearchFault;
use crate::document::Reader;

/// Every circle, a visitor's first.
pub async fn readers(sql: &impl Sql, scope: &Scope) -> Result<Vec<Reader>, SearchFault> {
    let mut readers = vec![Reader::Public];
    let Some(person) = scope.person else {
        return Ok(readers);
    };
    readers.push(Reader::Platform);
    let (memberships, own) = try_join!(
        tenants::memberships_of(sql, person),
        issues::read::own_ids(sql)
    )?;
    for membership in memberships {
        readers.push(Reader::Tenant(membership.tenant));
        if matches!(membership.role, TenantRole::Convener | TenantRole::Owner) {
            readers.push(Reader::Conveners(membership.tenant));
        }
    }
    readers.extend(own.into_iter().map(Reader::Issue));
    Ok(readers)
}

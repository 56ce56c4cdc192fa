//! On which days people were seen by those who run things: so that their own page has something to tell.

use kernel::{Scope, TenantSet};
use platform::looks::{self, Look};

use super::{Known, ago, refused, unknown};
use crate::demo::content;
use crate::{StartFault, State};

pub async fn write_looks(state: &State, known: &Known) -> Result<(), StartFault> {
    for look in content::looks() {
        let (tenant, person) = (
            known.tenants.get(&look.tenant),
            known.people.get(&look.person),
        );
        let (Some(tenant), Some((person, _))) = (tenant, person) else {
            return Err(unknown(&look.person));
        };
        let scope = Scope::worker(TenantSet::one(*tenant), ago(state, look.days_ago));
        let looks = Look::at(*tenant, look.sight, Some(look.looker), [*person]);
        looks::note(&state.db, &scope, looks)
            .await
            .map_err(|fault| refused("looks", fault))?;
    }
    Ok(())
}

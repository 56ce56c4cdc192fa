//! Writing the map of an issue.
//!
//! Promise: who was not the first to save gets 412 and loses nothing; what names a person is refused with its place.

use db::{Db, Tx};
use issues::Issue;
use kernel::{IssueId, Scope};

use crate::policy::{self, MayWrite};
use crate::{MapFault, MapText, persons, read, store};

/// Starting from version `from`, which is nought when there is none yet.
pub(crate) async fn save(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    from: i64,
    (typed, shown): (MapText, bool),
) -> Result<(), MapFault> {
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, id)
        .await?
        .ok_or(MapFault::NotFound)?;
    let permit = policy::may_write(scope, &issue)?;
    let text = of_nobody(&tx, &issue, typed).await?;
    let now = read::map(&tx, id).await?.map_or(0, |kept| kept.version);
    if now != from || !store::put(&tx, &permit, from, &text, shown).await? {
        return Err(MapFault::Stale);
    }
    Ok(tx.commit().await?)
}

/// All faults at once, persons too. The names are those of the list that whoever runs the issue reads anyway, and none
/// where people talk under another name.
async fn of_nobody(tx: &Tx, issue: &Issue, typed: MapText) -> Result<MapText, MapFault> {
    let people = if issue.regime.names_people() {
        issues::read::participants_of(tx, issue.id).await?
    } else {
        Vec::new()
    };
    let names: Vec<String> = people.into_iter().map(|it| it.shown_name).collect();
    let named = persons::faults(&typed, &names);
    match typed.parse() {
        Ok(text) if named.is_empty() => Ok(text),
        Ok(_) => Err(MapFault::Invalid(named)),
        Err(mut faults) => {
            faults.extend(named);
            Err(MapFault::Invalid(faults))
        }
    }
}

/// Writes one without asking whose hand it is: for the demonstration's content.
pub async fn seed(tx: &Tx, issue: &Issue, text: MapText) -> Result<(), MapFault> {
    let permit = MayWrite {
        issue: issue.id,
        tenant: issue.tenant,
    };
    let text = text.parse().map_err(MapFault::Invalid)?;
    store::put(tx, &permit, 0, &text, true).await?;
    Ok(())
}

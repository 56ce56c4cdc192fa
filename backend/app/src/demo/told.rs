//! What the people behind the doors were told lately: the lines about the contributions that they did not read yet.

use db::DbFault;
use kernel::{PersonId, Scope, TenantSet};
use notifications::Past;
use platform::grants::tenants_of;
use threads::Room;
use threads::read::Part;

use super::content;
use crate::{StartFault, State};

/// Of each conversation.
const MOST: u64 = 5;

pub async fn write(state: &State) -> Result<(), StartFault> {
    let nobody = Scope::worker(TenantSet::default(), state.clock.now());
    for door in content::doors("nl") {
        let sql = state.db.read(&nobody);
        let found = identity::read::person_of_address(&sql, &door.email).await?;
        if let Some(person) = found {
            tell(state, &nobody, person).await?;
        }
    }
    Ok(())
}

async fn tell(state: &State, nobody: &Scope, person: PersonId) -> Result<(), DbFault> {
    let held = tenants_of(&state.db.read_with_keys(nobody, [person]), person).await?;
    let scope = nobody.as_person(Some(person), TenantSet::of(held));
    let tx = state.db.begin(&scope).await?;
    let own = issues::read::own_ids(&tx).await?;
    for room in threads::read::of_issues(&tx, own).await? {
        for post in threads::read::posts(&tx, room.id, Part::Newest, MOST).await? {
            if post.author != threads::Voice::Person(person) && !is_read(&room, post.seq.get()) {
                let line = Past {
                    person,
                    tenant: room.tenant,
                    issue: room.issue,
                    thread: room.id,
                    post: post.id,
                    at: post.created_at,
                };
                notifications::tell_of_past(&tx, line).await?;
            }
        }
    }
    tx.commit().await
}

fn is_read(room: &Room, seq: i64) -> bool {
    let ranges = room.read.pairs();
    ranges.iter().any(|(from, to)| (*from..=*to).contains(&seq))
}

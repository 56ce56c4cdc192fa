//! What people agreed to do because of what was said, and what they left for later.

use std::time::Duration;

use facilitating::NewParked;
use kernel::{ParkedId, TaskId};
use serde::Deserialize;
use tasks::{NewTask, TaskForWhom};

use super::talking::{Place, found};
use super::{Known, refused, unknown};
use crate::{StartFault, State};

#[derive(Deserialize)]
pub struct Parked {
    /// In which it came up.
    post: Place,
    by: String,
    title: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Agreed {
    post: Place,
    by: String,
    /// Who made it does it; else nobody does yet.
    mine: bool,
    due_days: Option<u64>,
    what: String,
}

const DAY: u64 = 24 * 3_600;

pub(super) async fn write(
    state: &State,
    known: &Known,
    (parked, tasks): (Vec<Parked>, Vec<Agreed>),
) -> Result<(), StartFault> {
    for one in parked {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let tx = state.db.begin(&scope).await?;
        let posts = threads::read::posts_by_id(&tx, [post]).await?;
        let post = posts.first().ok_or_else(|| unknown(&one.post.1))?;
        let issue = known.issues.get(&one.post.0);
        let (_, issue) = *issue.ok_or_else(|| unknown(&one.post.0))?;
        let new = NewParked {
            title: one.title,
            post: Some((post.thread, post.seq)),
        };
        let id = ParkedId::new(scope.now);
        facilitating::parked_in(&tx, &scope, (id, issue), new)
            .await
            .map_err(|fault| refused("agreed", fault))?;
        tx.commit().await?;
    }
    for one in tasks {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let tx = state.db.begin(&scope).await?;
        let whom = match scope.person.filter(|_| one.mine) {
            Some(person) => TaskForWhom::Person(person),
            None => TaskForWhom::Nobody,
        };
        let due = one.due_days.map(|days| Duration::from_secs(days * DAY));
        let new = NewTask {
            what: one.what,
            for_whom: whom,
            due_at: due.map(|ahead| scope.now.plus(ahead)),
        };
        let id = TaskId::new(scope.now);
        tasks::made_in(&tx, &scope, (id, post), new)
            .await
            .map_err(|fault| refused("agreed", fault))?;
        tx.commit().await?;
    }
    Ok(())
}

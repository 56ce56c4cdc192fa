//! The days of tasks, some days before and on them; and forgetting what was done long ago.
//!
//! Promise: each word is said once, however often it is looked.

use db::{DbFault, Tx, outbox};
use kernel::TaskId;

use crate::event::AboutTask;
use crate::model::words_due;
use crate::{TaskEvent, read, store};

/// In one turn; the rest comes in the next.
const MOST: u64 = 500;

pub async fn look_after_tasks(tx: &Tx) -> Result<(), DbFault> {
    use db::Sql;
    let due = read::due(tx, MOST).await?;
    let posts = threads::read::posts_by_id(tx, due.iter().map(|task| task.post)).await?;
    let (mut once, mut twice): (Vec<TaskId>, Vec<TaskId>) = (Vec::new(), Vec::new());
    let mut events = Vec::new();
    for task in &due {
        match words_due(task.due_at, tx.now()) {
            2 => twice.push(task.id),
            _ => once.push(task.id),
        }
        let post = posts.iter().find(|post| post.id == task.post);
        events.extend(post.map(|post| {
            TaskEvent::Due(AboutTask {
                tenant: task.tenant,
                issue: task.issue,
                thread: post.thread,
                post: post.id,
                task: task.id,
            })
        }));
    }
    outbox::push_all(tx, &events).await?;
    store::note_reminded(tx, &once, 1).await?;
    store::note_reminded(tx, &twice, 2).await?;
    store::forget(tx).await
}

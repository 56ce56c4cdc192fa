//! The server does what it is told later, one task after the other: each is followed to its end.

use std::time::Duration;

use meilisearch_sdk::errors::ErrorCode;
use meilisearch_sdk::tasks::Task;

use super::Remote;
use super::wire::fault;
use crate::EngineFault;

/// How soon is asked again; then ever later, up to the last.
const SOON: Duration = Duration::from_millis(5);
const LATE: Duration = Duration::from_millis(250);
/// Shorter than a worker holds its job.
const PATIENCE: Duration = Duration::from_secs(45);

/// A task that the server could not do, in its own words.
#[derive(Debug, thiserror::Error)]
#[error("task {task} of the search engine failed: {code}: {reason}")]
struct Failed {
    task: u32,
    code: ErrorCode,
    reason: String,
}

/// How a task ended.
enum End {
    Done,
    Failed(Failed),
}

impl Remote {
    /// Returns when the task is done.
    pub(super) async fn follow(&self, task: u32) -> Result<(), EngineFault> {
        match self.end(task).await? {
            End::Done => Ok(()),
            End::Failed(failed) => Err(EngineFault::broken(failed)),
        }
    }

    /// The same, for a task that may also fail because there was nothing to do.
    pub(super) async fn follow_unless(
        &self,
        task: u32,
        already: ErrorCode,
    ) -> Result<(), EngineFault> {
        match self.end(task).await? {
            End::Failed(failed) if failed.code != already => Err(EngineFault::broken(failed)),
            End::Done | End::Failed(_) => Ok(()),
        }
    }

    /// A server that is this busy is as good as away: what it was told stays told.
    async fn end(&self, task: u32) -> Result<End, EngineFault> {
        let ended = tokio::time::timeout(PATIENCE, self.see_to_end(task)).await;
        ended.map_err(EngineFault::away)?
    }

    async fn see_to_end(&self, task: u32) -> Result<End, EngineFault> {
        let mut pause = SOON;
        loop {
            match self.writing.get_task(Number(task)).await.map_err(fault)? {
                Task::Succeeded { .. } => return Ok(End::Done),
                Task::Failed { content } => {
                    return Ok(End::Failed(Failed {
                        task,
                        code: content.error.error_code,
                        reason: content.error.error_message,
                    }));
                }
                Task::Enqueued { .. } | Task::Processing { .. } => {
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(LATE);
                }
            }
        }
    }
}

/// The library asks for something that holds a number.
struct Number(u32);

impl AsRef<u32> for Number {
    fn as_ref(&self) -> &u32 {
        &self.0
    }
}

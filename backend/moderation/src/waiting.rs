//! How many posts of a conversation wait for a decision: for whoever runs the issue, of what they may decide about.

use db::Sql;
use kernel::{IssueId, Scope, ThreadId};
use platform::Secrets;

use crate::{ModerationFault, policy, read};

pub async fn waiting_reports(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    issue: IssueId,
) -> Result<Vec<(ThreadId, i64)>, ModerationFault> {
    let moderator = policy::moderator(sql, scope, secrets).await?;
    Ok(read::waiting_by_room(sql, &moderator, issue).await?)
}

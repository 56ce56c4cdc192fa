//! The task that a line is about: the line knows the post, and its event the task.

use db::{DbFault, Sql, outbox};
use sea_orm::{EntityTrait, QuerySelect};
use tasks::{Task, TaskEvent};
use uuid::Uuid;

use crate::entity::notification::{Column, Entity};
use crate::on_event::payload;
use crate::told::Told;

/// As it is now; none once it is dropped, or its event forgotten.
pub async fn task_of(sql: &impl Sql, told: &Told) -> Result<Option<Task>, DbFault> {
    if !told.line.kind.is_of_a_task() {
        return Ok(None);
    }
    let event: Option<Uuid> = Entity::find_by_id(told.line.id.uuid())
        .select_only()
        .column(Column::EventId)
        .into_tuple()
        .one(sql.conn())
        .await?;
    let Some(event) = event else {
        return Ok(None);
    };
    let Some(head) = outbox::load(sql, event).await? else {
        return Ok(None);
    };
    let about = payload::<TaskEvent>(&head)?.about();
    tasks::read::by_id(sql, about.task).await
}

//! Statements on what happened and on work that waits, as far as it names somebody.

use db::{DbFault, Sql, Tx};
use kernel::PersonId;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use uuid::Uuid;

/// How many events are looked at together.
const PAGE: u64 = 1_000;

/// Events that name somebody, among some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// These tell of the person.
    pub about: Vec<Uuid>,
    /// These are something else that the person did.
    pub done: Vec<Uuid>,
    /// The last one that was looked at; none at the end.
    pub last: Option<Uuid>,
}

/// Looks through the events after `after`, in order.
pub async fn naming(
    sql: &impl Sql,
    person: PersonId,
    after: Option<Uuid>,
) -> Result<Naming, DbFault> {
    let select = Query::select()
        .columns(["id", "subject_id", "actor_id", "payload"])
        .from("event")
        .and_where(Expr::col("id").gt(after.unwrap_or_default()))
        .order_by("id", Order::Asc)
        .limit(PAGE)
        .to_owned();
    let (mut found, text) = (Naming::default(), person.to_string());
    for row in sql.conn().query_all(&select).await? {
        let id: Uuid = row.try_get("", "id")?;
        let subject: Uuid = row.try_get("", "subject_id")?;
        let actor: Option<Uuid> = row.try_get("", "actor_id")?;
        let payload: String = row.try_get("", "payload")?;
        found.last = Some(id);
        if subject == person.uuid() || payload.contains(&text) {
            found.about.push(id);
        } else if actor == Some(person.uuid()) {
            found.done.push(id);
        }
    }
    Ok(found)
}

/// Work that still waits for an event that is gone has nothing to do.
pub async fn forget(tx: &Tx, found: &Naming) -> Result<(), DbFault> {
    if !found.about.is_empty() {
        let delete = Query::delete()
            .from_table("event")
            .and_where(Expr::col("id").is_in(found.about.iter().copied()))
            .to_owned();
        tx.conn().execute(&delete).await?;
    }
    if !found.done.is_empty() {
        let update = Query::update()
            .table("event")
            .value("actor_id", Option::<Uuid>::None)
            .and_where(Expr::col("id").is_in(found.done.iter().copied()))
            .to_owned();
        tx.conn().execute(&update).await?;
    }
    Ok(())
}

/// Work that waits for this person, or was given up.
pub async fn jobs(sql: &impl Sql, person: PersonId) -> Result<Vec<Uuid>, DbFault> {
    let text = person.to_string();
    let select = Query::select()
        .column("id")
        .from("job")
        .and_where(
            Expr::col("payload")
                .like(format!("%{text}%"))
                .or(Expr::col("unique_key").like(format!("%{text}%"))),
        )
        .limit(PAGE)
        .to_owned();
    let mut ids = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        ids.push(row.try_get("", "id")?);
    }
    Ok(ids)
}

pub async fn drop_jobs(tx: &Tx, jobs: &[Uuid]) -> Result<(), DbFault> {
    let delete = Query::delete()
        .from_table("job")
        .and_where(Expr::col("id").is_in(jobs.iter().copied()))
        .to_owned();
    tx.conn().execute(&delete).await?;
    Ok(())
}

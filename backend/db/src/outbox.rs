//! A change and its announcement are one transaction.
//!
//! `push` writes the event and one job for each consumer that subscribed to its kind; after the
//! commit the event's head goes over the bus, so that sockets and workers wake at once.

use std::collections::HashMap;
use std::sync::Arc;

use kernel::{Consumer, Event, EventHead, EventId, IssueId, PersonId, TenantId};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DeriveIden, FromQueryResult, Statement};
use uuid::Uuid;

use crate::{DbFault, Sql, Tx, jobs};

/// Which consumers want which kinds of events; one list, made by the composition root.
#[derive(Clone, Debug, Default)]
pub struct Subscriptions(HashMap<&'static str, Vec<Consumer>>);

impl Subscriptions {
    #[must_use]
    pub fn with(mut self, consumer: Consumer, kinds: &[&'static str]) -> Self {
        for kind in kinds {
            self.0.entry(kind).or_default().push(consumer);
        }
        self
    }

    fn of(&self, kind: &str) -> &[Consumer] {
        self.0.get(kind).map_or(&[], Vec::as_slice)
    }
}

#[derive(DeriveIden)]
enum Column {
    #[sea_orm(iden = "event")]
    Table,
    Id,
    Kind,
    TenantId,
    SubjectId,
    ActorId,
    Payload,
    CreatedAt,
}

/// Announces what this transaction does. Consumers get it after the commit, at least once.
pub async fn push<E: Event>(tx: &Tx, event: &E) -> Result<(), DbFault> {
    push_all(tx, std::slice::from_ref(event)).await
}

/// The same, of what nobody may know who did it.
pub async fn push_unsigned<E: Event>(tx: &Tx, event: &E) -> Result<(), DbFault> {
    write(tx, &[announcement(tx, event, None)?]).await
}

/// The same for some events at once.
pub async fn push_all<E: Event>(tx: &Tx, events: &[E]) -> Result<(), DbFault> {
    for some in events.chunks(jobs::AT_ONCE) {
        let heads = some
            .iter()
            .map(|event| announcement(tx, event, tx.person()));
        write(tx, &heads.collect::<Result<Vec<_>, _>>()?).await?;
    }
    Ok(())
}

/// An event of this transaction; its kind is one that the program names.
struct Announcement {
    kind: &'static str,
    head: EventHead,
}

fn announcement<E: Event>(
    tx: &Tx,
    event: &E,
    actor: Option<PersonId>,
) -> Result<Announcement, DbFault> {
    let payload =
        serde_json::to_string(event).map_err(|error| DbFault::corrupt(error.to_string()))?;
    Ok(Announcement {
        kind: event.kind(),
        head: EventHead {
            id: EventId::new(tx.now()).uuid(),
            kind: event.kind().to_owned(),
            tenant: event.tenant(),
            subject: event.subject(),
            actor,
            payload: payload.into(),
        },
    })
}

async fn write(tx: &Tx, announcements: &[Announcement]) -> Result<(), DbFault> {
    let mut insert = Query::insert()
        .into_table(Column::Table)
        .columns([
            Column::Id,
            Column::Kind,
            Column::TenantId,
            Column::SubjectId,
            Column::ActorId,
            Column::Payload,
            Column::CreatedAt,
        ])
        .to_owned();
    for Announcement { head, .. } in announcements {
        insert.values_panic([
            head.id.into(),
            head.kind.as_str().into(),
            head.tenant.map(TenantId::uuid).into(),
            head.subject.into(),
            head.actor.map(PersonId::uuid).into(),
            (*head.payload).into(),
            tx.now().millis().into(),
        ]);
    }
    tx.later(&insert).await?;
    let subscriptions = &tx.inner().subscriptions;
    let work = announcements
        .iter()
        .flat_map(|Announcement { kind, head }| {
            let consumers = subscriptions.of(kind).iter();
            consumers.map(|consumer| (consumer.queue(), head.id.to_string()))
        });
    jobs::enqueue_all(tx, &work.collect::<Vec<_>>()).await?;
    for Announcement { head, .. } in announcements {
        tx.happened(head);
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kind: String,
    tenant_id: Option<Uuid>,
    subject_id: Uuid,
    actor_id: Option<Uuid>,
    payload: String,
}

/// The event that a consumer's job names; none when it is older than the log is kept.
pub async fn load(sql: &impl Sql, id: Uuid) -> Result<Option<EventHead>, DbFault> {
    Ok(load_all(sql, &[id]).await?.pop())
}

/// These events, in order.
pub async fn load_all(sql: &impl Sql, ids: &[Uuid]) -> Result<Vec<EventHead>, DbFault> {
    let select = heads()
        .and_where(Expr::col(Column::Id).is_in(ids.iter().copied()))
        .to_owned();
    read(sql, &select).await
}

/// The numbers of what happened from a moment on. Of what is committed later than it happened, they come later.
pub async fn ids_since(sql: &impl Sql, from: kernel::Timestamp) -> Result<Vec<Uuid>, DbFault> {
    let select = Query::select()
        .column(Column::Id)
        .from(Column::Table)
        .and_where(Expr::col(Column::Id).gt(first_at(from)))
        .order_by(Column::Id, sea_orm::Order::Asc)
        .to_owned();
    let mut ids = Vec::new();
    for found in sql.conn().query_all(&select).await? {
        ids.push(found.try_get("", "id")?);
    }
    Ok(ids)
}

/// What kinds of things happened to this, or in this issue, from a moment on.
pub async fn kinds_since(
    sql: &impl Sql,
    from: kernel::Timestamp,
    subject: Uuid,
    issue: Option<IssueId>,
) -> Result<Vec<String>, DbFault> {
    let to_it = Expr::col(Column::SubjectId).eq(subject);
    // In which issue it was stands in what an event says of itself.
    let about = match issue {
        Some(issue) => to_it.or(Expr::col(Column::Payload).like(format!("%{issue}%"))),
        None => to_it,
    };
    let select = Query::select()
        .distinct()
        .column(Column::Kind)
        .from(Column::Table)
        .and_where(Expr::col(Column::Id).gt(first_at(from)))
        .and_where(about)
        .to_owned();
    let found = sql.conn().query_all(&select).await?;
    let kinds = found.iter().map(|row| row.try_get("", "kind"));
    Ok(kinds.collect::<Result<_, _>>()?)
}

/// What happened from a moment on, or after an event, in order: for a projection that was cut off before it kept what it had heard.
pub async fn since(
    sql: &impl Sql,
    from: kernel::Timestamp,
    after: Option<Uuid>,
    most: u64,
) -> Result<Vec<EventHead>, DbFault> {
    let select = heads()
        .and_where(Expr::col(Column::Id).gt(after.unwrap_or(first_at(from))))
        .limit(most)
        .to_owned();
    read(sql, &select).await
}

/// What every event from this moment on comes after: an event's number begins with its moment (UUID version 7).
pub fn first_at(moment: kernel::Timestamp) -> Uuid {
    Uuid::from_u128(u128::try_from(moment.millis()).unwrap_or(0) << 80)
}

fn heads() -> SelectStatement {
    Query::select()
        .columns([
            Column::Id,
            Column::Kind,
            Column::TenantId,
            Column::SubjectId,
            Column::ActorId,
            Column::Payload,
        ])
        .from(Column::Table)
        .order_by(Column::Id, sea_orm::Order::Asc)
        .to_owned()
}

async fn read(sql: &impl Sql, select: &SelectStatement) -> Result<Vec<EventHead>, DbFault> {
    let mut heads = Vec::new();
    for found in sql.conn().query_all(select).await? {
        heads.push(head(Row::from_query_result(&found, "")?));
    }
    Ok(heads)
}

fn head(row: Row) -> EventHead {
    EventHead {
        id: row.id,
        kind: row.kind,
        tenant: row.tenant_id.map(TenantId::from),
        subject: row.subject_id,
        actor: row.actor_id.map(PersonId::from),
        payload: Arc::from(row.payload),
    }
}

/// Forgets events from before `before` that no job still needs.
pub async fn forget(tx: &Tx, before: kernel::Timestamp) -> Result<(), DbFault> {
    let backend = tx.conn().get_database_backend();
    // A job names its event as text; SQLite keeps the id itself as bytes.
    let needed = match backend {
        sea_orm::DbBackend::Sqlite => {
            "lower(hex(id)) NOT IN (SELECT replace(payload, '-', '') FROM job)"
        }
        _ => "CAST(id AS TEXT) NOT IN (SELECT payload FROM job)",
    };
    let delete = Statement::from_sql_and_values(
        backend,
        format!("DELETE FROM event WHERE created_at < $1 AND {needed}"),
        [before.millis().into()],
    );
    tx.conn().execute_raw(delete).await?;
    Ok(())
}

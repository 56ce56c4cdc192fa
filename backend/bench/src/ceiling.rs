//! What the same framework and the same database reach without the product: a constant answer, and the page by hand.
//!
//! By hand are the same statements, written out, one by one: the session, the tenant with the role, the
//! room if this person may read it, its posts, what they quote. No limits, no layers, no other names for people.

use std::collections::HashMap;
use std::path::PathBuf;

use actix_web::web::{Data, get};
use actix_web::{App, HttpResponse, HttpServer};
use kernel::Timestamp;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, FromQueryResult,
    QueryResult, Statement, Value,
};
use serde::Serialize;
use uuid::Uuid;

use crate::Failure;

#[derive(Clone, clap::Args)]
pub struct Settings {
    #[arg(long)]
    listen: String,
    #[arg(long)]
    database: String,
    #[arg(long)]
    tenant: String,
    #[arg(long)]
    thread: Uuid,
    #[arg(long)]
    constant: PathBuf,
}

struct Hand {
    db: DatabaseConnection,
    constant: String,
    tenant: String,
    thread: Uuid,
    session: Uuid,
    person: Uuid,
}

pub async fn run(settings: Settings) -> Result<(), Failure> {
    let mut options = ConnectOptions::new(settings.database);
    options.max_connections(8).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .pragma("cache_size", "-32768")
            .pragma("mmap_size", "268435456")
    });
    let db = Database::connect(options).await?;
    let newest = "SELECT id, person_id FROM session ORDER BY created_at DESC LIMIT 1";
    let newest = Statement::from_string(db.get_database_backend(), newest);
    let session = db.query_one_raw(newest).await?.ok_or("nobody signed in")?;
    let hand = Data::new(Hand {
        session: session.try_get("", "id")?,
        person: session.try_get("", "person_id")?,
        db,
        constant: std::fs::read_to_string(settings.constant)?,
        tenant: settings.tenant,
        thread: settings.thread,
    });
    let server = HttpServer::new(move || {
        App::new()
            .app_data(hand.clone())
            .route("/constant", get().to(constant))
            .route("/by-hand", get().to(by_hand))
    });
    Ok(server.workers(2).bind(settings.listen)?.run().await?)
}

async fn constant(hand: Data<Hand>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .body(hand.constant.clone())
}

async fn by_hand(hand: Data<Hand>) -> Result<HttpResponse, actix_web::Error> {
    let page = hand
        .page()
        .await
        .map_err(actix_web::error::ErrorInternalServerError)?;
    Ok(match page {
        Some(page) => HttpResponse::Ok().json(page),
        None => HttpResponse::NotFound().finish(),
    })
}

const SESSION: &str = "SELECT ended_at FROM session WHERE id = $1";
const TENANT: &str = "SELECT t.id, g.role FROM tenant t LEFT JOIN role_grant g ON g.container_id = t.id AND g.person_id = $1 \
     WHERE t.slug = $2 AND t.state = 'active'";
const ROOM: &str = "SELECT t.last_seq, t.last_change, i.state, g.role, g.ends_at, r.ranges \
     FROM thread t JOIN issue i ON i.id = t.issue_id \
     LEFT JOIN role_grant g ON g.container_id = i.id AND g.person_id = $1 \
     LEFT JOIN thread_read r ON r.thread_id = t.id AND r.person_id = $1 \
     WHERE t.id = $2 AND t.tenant_id = $3 AND (g.role IS NOT NULL OR i.author_id = $1 OR i.visibility = 'public')";
const POSTS: &str = "SELECT id, seq, change_seq, author_id, shown_name, capacity, organisation, html, quotes_id, created_at, \
     edited_at, withdrawn_at, version FROM post WHERE thread_id = $1 ORDER BY seq DESC LIMIT 50";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    seq: i64,
    change_seq: i64,
    author_id: Uuid,
    shown_name: String,
    capacity: String,
    organisation: Option<String>,
    html: String,
    quotes_id: Option<Uuid>,
    created_at: i64,
    edited_at: Option<i64>,
    withdrawn_at: Option<i64>,
    version: i64,
}

#[derive(FromQueryResult)]
struct Quoted {
    id: Uuid,
    seq: i64,
    shown_name: String,
    html: String,
}

#[derive(Serialize)]
struct Page {
    items: Vec<Post>,
    last_seq: i64,
    last_change: i64,
}

#[derive(Serialize)]
struct Post {
    id: Uuid,
    seq: i64,
    change: i64,
    author: Uuid,
    name: String,
    capacity: String,
    organisation: Option<String>,
    html: String,
    quotes: Option<Quote>,
    created_at: Timestamp,
    edited_at: Option<Timestamp>,
    withdrawn: bool,
    version: i64,
}

#[derive(Serialize)]
struct Quote {
    seq: i64,
    name: String,
    excerpt: String,
}

impl Hand {
    async fn page(&self) -> Result<Option<Page>, DbErr> {
        let session = self.one(SESSION, [self.session.into()]).await?;
        let ended: Option<i64> = session
            .map(|row| row.try_get("", "ended_at"))
            .transpose()?
            .flatten();
        let tenant = self
            .one(TENANT, [self.person.into(), self.tenant.clone().into()])
            .await?;
        let Some(tenant) = tenant.filter(|_| ended.is_none()) else {
            return Ok(None);
        };
        let tenant: Uuid = tenant.try_get("", "id")?;
        let room = [self.person.into(), self.thread.into(), tenant.into()];
        let Some(room) = self.one(ROOM, room).await? else {
            return Ok(None);
        };
        let rows = Row::find_by_statement(self.statement(POSTS, [self.thread.into()]))
            .all(&self.db)
            .await?;
        let quoted = self.quoted(&rows).await?;
        Ok(Some(Page {
            items: rows
                .into_iter()
                .rev()
                .map(|row| post(row, &quoted))
                .collect(),
            last_seq: room.try_get("", "last_seq")?,
            last_change: room.try_get("", "last_change")?,
        }))
    }

    async fn quoted(&self, rows: &[Row]) -> Result<HashMap<Uuid, Quoted>, DbErr> {
        let ids: Vec<Value> = rows
            .iter()
            .filter_map(|row| row.quotes_id)
            .map(Value::from)
            .collect();
        let places: Vec<_> = (1..=ids.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "SELECT id, seq, shown_name, html FROM post WHERE id IN ({})",
            places.join(", ")
        );
        let found = Quoted::find_by_statement(self.statement(&sql, ids))
            .all(&self.db)
            .await?;
        Ok(found
            .into_iter()
            .map(|quoted| (quoted.id, quoted))
            .collect())
    }

    fn statement(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
        Statement::from_sql_and_values(self.db.get_database_backend(), sql, values)
    }

    async fn one<const N: usize>(
        &self,
        sql: &str,
        values: [Value; N],
    ) -> Result<Option<QueryResult>, DbErr> {
        self.db.query_one_raw(self.statement(sql, values)).await
    }
}

fn post(row: Row, quoted: &HashMap<Uuid, Quoted>) -> Post {
    let quote = row.quotes_id.and_then(|id| quoted.get(&id));
    Post {
        id: row.id,
        seq: row.seq,
        change: row.change_seq,
        author: row.author_id,
        name: row.shown_name,
        capacity: row.capacity,
        organisation: row.organisation,
        html: row.html,
        quotes: quote.map(|it| Quote {
            seq: it.seq,
            name: it.shown_name.clone(),
            excerpt: it.html.chars().skip(3).take(160).collect(),
        }),
        created_at: Timestamp::from_millis(row.created_at),
        edited_at: row.edited_at.map(Timestamp::from_millis),
        withdrawn: row.withdrawn_at.is_some(),
        version: row.version,
    }
}

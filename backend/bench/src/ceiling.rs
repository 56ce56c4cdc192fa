//! What the same framework and the same database reach without the product: a constant answer, and the page by hand.

use std::path::PathBuf;

use actix_web::web::{Data, get};
use actix_web::{App, HttpResponse, HttpServer};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, FromQueryResult, Statement,
};
use serde::Serialize;

use crate::{Failure, grow};

#[derive(Clone, clap::Args)]
pub struct Settings {
    #[arg(long)]
    listen: String,
    #[arg(long)]
    database: String,
    #[arg(long)]
    thread: String,
    #[arg(long)]
    constant: PathBuf,
}

struct Page {
    db: DatabaseConnection,
    constant: String,
    thread: String,
}

pub async fn run(settings: Settings) -> Result<(), Failure> {
    let mut options = ConnectOptions::new(settings.database);
    options.max_connections(8).sqlx_logging(false);
    let db = Database::connect(options).await?;
    let thread = grow::literal(&db, &settings.thread);
    let page = Data::new(Page {
        db,
        constant: std::fs::read_to_string(settings.constant)?,
        thread,
    });
    let server = HttpServer::new(move || {
        App::new()
            .app_data(page.clone())
            .route("/constant", get().to(constant))
            .route("/by-hand", get().to(by_hand))
    });
    Ok(server.workers(2).bind(settings.listen)?.run().await?)
}

async fn constant(page: Data<Page>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .body(page.constant.clone())
}

#[derive(FromQueryResult, Serialize)]
struct Post {
    seq: i64,
    shown_name: String,
    capacity: String,
    html: String,
    created_at: i64,
    version: i64,
}

/// The thread, then its newest fifty posts.
async fn by_hand(page: Data<Page>) -> Result<HttpResponse, actix_web::Error> {
    let wrong = actix_web::error::ErrorInternalServerError;
    let (backend, thread) = (page.db.get_database_backend(), &page.thread);
    let statement = |sql: String| Statement::from_string(backend, sql);
    let room = statement(format!(
        "SELECT t.last_seq FROM thread t JOIN issue i ON i.id = t.issue_id WHERE t.id = {thread}"
    ));
    page.db.query_one_raw(room).await.map_err(wrong)?;
    let newest = statement(format!(
        "SELECT seq, shown_name, capacity, html, created_at, version FROM post \
         WHERE thread_id = {thread} ORDER BY seq DESC LIMIT 50"
    ));
    let posts = Post::find_by_statement(newest)
        .all(&page.db)
        .await
        .map_err(wrong)?;
    Ok(HttpResponse::Ok().json(posts))
}

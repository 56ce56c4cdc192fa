//! A small stand-in for a search server: it is NOT Meilisearch. It was written from Meilisearch's public documentation
//! (<https://www.meilisearch.com/docs/reference/api>) and does only what our engine asks for: indexes, documents, settings,
//! multi-search with filters, tasks, swap-indexes, keys, version and health.
//!
//! Tasks are done in order, and only while somebody looks: each look at a task takes the first that is not done one step
//! further (enqueued, processing, succeeded or failed). So a test sees what a program does that does not wait.
//! How good a hit is, is a rough guess: order beyond "all words, fewer letters wrong, earlier attribute" means nothing.

mod filter;
mod indexes;
mod look;
mod tasks;

use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes, Data};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use serde_json::{Value, json};

use self::tasks::{Tasks, Work};
use indexes::Indexes;

/// What the server does instead of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// An answer without a word that is ours: from a proxy, or a server that is full.
    Status(u16),
    /// It takes the question and never answers.
    Silence,
}

pub struct FakeMeilisearch {
    pub url: String,
    address: String,
    shared: Arc<Mutex<Shared>>,
    running: Option<actix_web::dev::ServerHandle>,
}

/// What it keeps while it is stopped, as a server does on its disk.
struct Shared {
    indexes: Indexes,
    tasks: Tasks,
    trouble: Option<Trouble>,
    /// Some right of this key only; else everything.
    rights: Option<Value>,
}

/// An answer: a status, and what it says.
type Answer = (u16, Value);

impl FakeMeilisearch {
    /// The one key that it knows.
    pub const KEY: &str = "een-sleutel-voor-proeven";

    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let shared = Shared {
            indexes: Indexes::default(),
            tasks: Tasks::default(),
            trouble: None,
            rights: None,
        };
        let mut fake = Self {
            url: format!("http://{address}"),
            address,
            shared: Arc::new(Mutex::new(shared)),
            running: None,
        };
        fake.run(listener);
        fake
    }

    fn run(&mut self, listener: TcpListener) {
        let shared = Data::new(self.shared.clone());
        let server = HttpServer::new(move || {
            App::new()
                .app_data(shared.clone())
                .app_data(web::PayloadConfig::new(100_000_000))
                .default_service(web::to(answer))
        });
        let server = server.workers(1).disable_signals();
        let server = server.listen(listener).unwrap().run();
        self.running = Some(server.handle());
        tokio::spawn(server);
    }

    /// Nobody listens any more, and who still holds a line is not answered on it; what it keeps, it keeps.
    pub async fn stop(&mut self) {
        self.trouble(Some(Trouble::Status(503)));
        if let Some(running) = self.running.take() {
            running.stop(false).await;
        }
    }

    /// The same server, at the same address.
    pub fn come_back(&mut self) {
        self.trouble(None);
        let listener = TcpListener::bind(&self.address).unwrap();
        self.run(listener);
    }

    pub fn trouble(&self, trouble: Option<Trouble>) {
        self.shared.lock().unwrap().trouble = trouble;
    }

    /// The next task of this kind, as the server calls it, fails.
    pub fn fail_a_task(&self, kind: &'static str, reason: &str) {
        self.shared.lock().unwrap().tasks.fail_one(kind, reason);
    }

    /// Somebody takes an index away.
    pub fn lose_index(&self, name: &str) {
        self.shared.lock().unwrap().indexes.lose(name);
    }

    /// What the key may do, as the server would say it.
    pub fn limit_key(&self, actions: &[&str], indexes: &[&str]) {
        let rights = json!({"actions": actions, "indexes": indexes});
        self.shared.lock().unwrap().rights = Some(rights);
    }

    pub fn index_names(&self) -> Vec<String> {
        self.shared.lock().unwrap().indexes.names()
    }

    /// How many documents an index holds; none when there is no such index.
    pub fn count(&self, index: &str) -> Option<usize> {
        self.shared.lock().unwrap().indexes.count(index)
    }
}

impl Drop for FakeMeilisearch {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            drop(running.stop(false));
        }
    }
}

async fn answer(
    request: HttpRequest,
    body: Bytes,
    shared: Data<Arc<Mutex<Shared>>>,
) -> HttpResponse {
    let trouble = shared.lock().unwrap().trouble;
    match trouble {
        Some(Trouble::Silence) => std::future::pending().await,
        Some(Trouble::Status(status)) => {
            let status = StatusCode::from_u16(status).unwrap();
            return HttpResponse::build(status).body("<h1>Niet nu</h1>");
        }
        None => {}
    }
    let (status, value) = match refusal(&request) {
        Some(refused) => refused,
        None => shared.lock().unwrap().answer(&request, &body),
    };
    HttpResponse::build(StatusCode::from_u16(status).unwrap()).json(value)
}

fn refusal(request: &HttpRequest) -> Option<Answer> {
    if request.path() == "/health" {
        return None;
    }
    let given = request.headers().get("authorization");
    let known = format!("Bearer {}", FakeMeilisearch::KEY);
    match given.map(|given| given.to_str().unwrap_or_default()) {
        Some(given) if given == known => None,
        Some(_) => Some(error(
            403,
            "invalid_api_key",
            "auth",
            "The provided API key is invalid.",
        )),
        None => {
            let said = "The Authorization header is missing.";
            Some(error(401, "missing_authorization_header", "auth", said))
        }
    }
}

fn error(status: u16, code: &str, kind: &str, message: &str) -> Answer {
    let link = format!("https://docs.meilisearch.com/errors#{code}");
    let said = json!({"message": message, "code": code, "type": kind, "link": link});
    (status, said)
}

fn no_index(name: &str) -> Answer {
    let said = format!("Index `{name}` not found.");
    error(404, "index_not_found", "invalid_request", &said)
}

impl Shared {
    fn answer(&mut self, request: &HttpRequest, body: &Bytes) -> Answer {
        let path = request.path().trim_matches('/').to_owned();
        let parts: Vec<&str> = path.split('/').collect();
        let body = || serde_json::from_slice::<Value>(body).unwrap();
        let mut task = |index: Option<&str>, work| (202, self.tasks.take(index, work));
        match (request.method().as_str(), parts.as_slice()) {
            ("POST", ["indexes"]) => {
                let made = body();
                task(made["uid"].as_str(), Work::Create)
            }
            ("DELETE", ["indexes", name]) => task(Some(name), Work::Drop),
            ("PATCH", ["indexes", name, "settings"]) => task(Some(name), Work::Set(body())),
            ("POST", ["indexes", name, "documents"]) => task(Some(name), Work::Put(body())),
            ("POST", ["indexes", name, "documents", "delete-batch"]) => {
                task(Some(name), Work::Take(body()))
            }
            ("POST", ["swap-indexes"]) => task(None, Work::Swap(body())),
            ("POST", ["multi-search"]) => look::multi_search(&self.indexes, &body()),
            ("GET", ["tasks", number]) => {
                self.tasks.step(&mut self.indexes);
                self.tasks.show(number.parse().unwrap())
            }
            ("GET", ["indexes", name]) => self.indexes.show(name),
            ("GET", ["indexes", name, "settings"]) => self.indexes.settings(name),
            ("GET", ["indexes", name, "documents", id]) => self.indexes.document(name, id),
            ("GET", ["keys", _]) => self.key(),
            ("GET", ["health"]) => (200, json!({"status": "available"})),
            ("GET", ["version"]) => (
                200,
                json!({"commitSha": "", "commitDate": "", "pkgVersion": "1.15.0"}),
            ),
            _ => error(404, "not_found", "invalid_request", "Not in this stand-in."),
        }
    }

    /// A key that is in no list is the master key.
    fn key(&self) -> Answer {
        match &self.rights {
            Some(rights) => (200, rights.clone()),
            None => error(404, "api_key_not_found", "invalid_request", "No such key."),
        }
    }
}

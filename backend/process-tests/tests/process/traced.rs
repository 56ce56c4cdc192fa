//! What a collector is told: where the time went, and nothing about anybody.

use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use actix_web::web::{Bytes, Data, post};
use actix_web::{App, HttpResponse, HttpServer};
use opentelemetry::trace::{SpanId, TraceId};
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message;
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use serde_json::{Value, json};
use testkit::{Program, Room, run, until};

/// A collector, as far as OTLP over HTTP needs one.
#[derive(Clone, Default)]
struct Collector(Arc<Mutex<Vec<Bytes>>>);

impl Collector {
    fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let told = self.clone();
        let take = async |told: Data<Collector>, body: Bytes| {
            told.0.lock().unwrap().push(body);
            HttpResponse::Ok().finish()
        };
        let server = HttpServer::new(move || {
            App::new()
                .app_data(Data::new(told.clone()))
                .route("/v1/traces", post().to(take))
        });
        tokio::spawn(server.workers(1).listen(listener).unwrap().run());
        address
    }

    fn spans(&self) -> Vec<Span> {
        let told = self.0.lock().unwrap();
        let requests = told
            .iter()
            .map(|body| ExportTraceServiceRequest::decode(body.clone()).unwrap());
        requests
            .flat_map(|request| request.resource_spans)
            .flat_map(|resource| resource.scope_spans)
            .flat_map(|scope| scope.spans)
            .collect()
    }
}

fn trace_of(span: &Span) -> String {
    TraceId::from_bytes(span.trace_id.as_slice().try_into().unwrap()).to_string()
}

const FROM_THE_PROXY: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_collector_is_told_where_the_time_went_and_nothing_about_anybody() {
    let folder = tempfile::tempdir().unwrap();
    let open = ["tenant", "open", "zaanrade", "Netwerk", "owner@example.org"];
    assert!(run(folder.path(), &[], &open).status.success());
    let collector = Collector::default();
    let settings = vec![
        ("NP_TRACES_URL", collector.start()),
        ("NP_BEHIND_PROXY", "true".to_owned()),
        ("NP_LOG_FORMAT", "json".to_owned()),
    ];
    let mut program = Program::serve_with(folder.path(), settings, &["serve"]).await;
    let owner = program.sign_in("owner@example.org").await;
    let room = Room::open_in(&owner, "zaanrade").await;
    let words = json!({"body": "Een geheim."});
    assert_eq!(owner.post(&room.posts, &words).await.status, 201);
    let asked = reqwest::Client::new()
        .get(format!("{}/v1/tenants", program.base))
        .header("traceparent", FROM_THE_PROXY);
    assert_eq!(asked.send().await.unwrap().status(), 200);
    let file = folder
        .path()
        .join("netwerkplatform.sqlite")
        .display()
        .to_string();
    let database = Database::connect(format!("sqlite://{file}")).await.unwrap();
    until("all work is done", async || {
        let left = Statement::from_string(DbBackend::Sqlite, "SELECT 1 FROM job LIMIT 1");
        database.query_one_raw(left).await.unwrap().is_none()
    })
    .await;
    database
        .execute_unprepared("ALTER TABLE draft RENAME TO gone")
        .await
        .unwrap();
    let broken = owner.put("/v1/me/drafts/reply-y", &words).await;
    assert_eq!(broken.status, 500);
    program.stop().await;

    let spans = collector.spans();
    let named = |name: &str| spans.iter().find(|span| span.name == name);
    let posting = named("POST /v1/tenants/{tenant}/threads/{thread}/posts").unwrap();
    let within = spans
        .iter()
        .filter(|span| span.parent_span_id == posting.span_id);
    let within: Vec<_> = within.map(|span| span.name.as_str()).collect();
    assert!(
        within.contains(&"SELECT") && within.contains(&"INSERT"),
        "{within:?}"
    );
    assert!(
        named("process on-event-search").is_some(),
        "work is traced too"
    );
    let from_the_proxy = named("GET /v1/tenants").unwrap();
    assert_eq!(trace_of(from_the_proxy), "0af7651916cd43dd8448eb211c80319c");
    let parent = from_the_proxy.parent_span_id.as_slice();
    assert_eq!(
        SpanId::from_bytes(parent.try_into().unwrap()).to_string(),
        "b7ad6b7169203331"
    );

    let failed = named("PUT /v1/me/drafts/{key}").unwrap();
    assert_eq!(failed.status.as_ref().unwrap().code, 2, "an error");
    let log = program.log();
    let lines = log
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let number = broken.header("x-request-id");
    let fault = lines
        .into_iter()
        .find(|line| line["span"]["number"] == number);
    assert_eq!(fault.unwrap()["span"]["trace"], trace_of(failed));

    let told = String::from_utf8_lossy(&collector.0.lock().unwrap().concat()).into_owned();
    for private in ["owner@", "zaanrade", "geheim", &room.issue] {
        assert!(!told.contains(private), "{private}");
    }
}

//! Traces for an operator's OpenTelemetry collector: where the time of a request, or of work behind it, went.
//!
//! Promise: names of operations, statuses and statements without their values; nothing of people, organisations or
//! what they write. A collector that is away holds up nothing: what it does not take is let go.
//! Absent: metrics, which Prometheus fetches (`measures`), and logs.
//! Names are those of OpenTelemetry's semantic conventions for HTTP and databases.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderName};
use db::{Db, Ran};
use opentelemetry::propagation::{Extractor, TextMapPropagator};
use opentelemetry::trace::{
    FutureExt, Span, SpanBuilder, SpanKind, Status, TraceContextExt, TraceId, TracerProvider,
};
use opentelemetry::{Context, KeyValue};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::{Sampler, SdkTracer, SdkTracerProvider};
use sea_orm::DbBackend;
use uuid::Uuid;
use web::refused;

use crate::middleware::API_VERSION;
use crate::{Settings, StartFault, measures};

/// A statement that is longer is cut: its beginning says which it is.
const LONGEST_STATEMENT: usize = 2_000;

/// Where traces go; nowhere, without a setting.
#[derive(Clone, Default)]
pub struct Traces(Option<Arc<Exporting>>);

struct Exporting {
    provider: SdkTracerProvider,
    tracer: SdkTracer,
    /// Whether a proxy of the operator's says which trace a request belongs to.
    behind_proxy: bool,
}

impl Traces {
    /// Begins, when a collector was set.
    pub fn of(settings: &Settings) -> Result<Self, StartFault> {
        let Some(endpoint) = settings.traces_endpoint()? else {
            return Ok(Self::default());
        };
        let exporter = SpanExporter::builder()
            .with_http()
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(endpoint)
            .build()
            .map_err(|error| StartFault::Setting("NP_TRACES_URL", error.to_string()))?;
        let chosen = Sampler::TraceIdRatioBased(settings.traces_part);
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_sampler(Sampler::ParentBased(Box::new(chosen)))
            .with_resource(
                Resource::builder()
                    .with_service_name("netwerkplatform")
                    .with_attribute(KeyValue::new("service.version", API_VERSION))
                    .build(),
            )
            .build();
        let tracer = provider.tracer("netwerkplatform");
        Ok(Self(Some(Arc::new(Exporting {
            provider,
            tracer,
            behind_proxy: settings.behind_proxy,
        }))))
    }

    /// Notes the statements of what is traced.
    pub fn listen(&self, db: &Db) {
        let Some(exporting) = self.0.clone() else {
            return;
        };
        let system = match db.backend() {
            DbBackend::Postgres => "postgresql",
            _ => "sqlite",
        };
        db.on_statement(move |ran| exporting.statement(system, ran));
    }

    /// A request that came in.
    pub fn request(&self, request: &ServiceRequest, number: Uuid) -> Traced {
        self.begin(|exporting| {
            let method = measures::method(request.method()).to_owned();
            let span = SpanBuilder::from_name(method.clone())
                .with_kind(SpanKind::Server)
                .with_attributes([
                    KeyValue::new("http.request.method", method),
                    KeyValue::new("netwerkplatform.request", number.to_string()),
                ]);
            (span, exporting.parent(request.headers()))
        })
    }

    /// Work behind the pages.
    pub fn work(&self, queue: &'static str, jobs: usize) -> Traced {
        self.begin(|_| {
            let count = i64::try_from(jobs).unwrap_or(i64::MAX);
            let span = SpanBuilder::from_name(format!("process {queue}"))
                .with_kind(SpanKind::Consumer)
                .with_attributes([
                    KeyValue::new("messaging.destination.name", queue),
                    KeyValue::new("messaging.batch.message_count", count),
                ]);
            (span, Context::new())
        })
    }

    fn begin(&self, what: impl FnOnce(&Exporting) -> (SpanBuilder, Context)) -> Traced {
        let span = self.0.as_deref().map(|exporting| {
            let (span, parent) = what(exporting);
            parent.with_span(span.start_with_context(&exporting.tracer, &parent))
        });
        Traced(span.unwrap_or_default())
    }

    /// Sends what was noted. A collector that does not answer is not waited for long.
    pub async fn end(&self) {
        let Some(exporting) = self.0.clone() else {
            return;
        };
        let ended = tokio::task::spawn_blocking(move || exporting.provider.shutdown()).await;
        if let Ok(Err(error)) = ended {
            tracing::warn!(%error, "the last traces did not arrive");
        }
    }
}

impl Exporting {
    /// Anybody may send this header; only a proxy of the operator's is believed.
    fn parent(&self, headers: &HeaderMap) -> Context {
        let before = Context::new();
        if self.behind_proxy {
            TraceContextPropagator::new().extract_with_context(&before, &Carrier(headers))
        } else {
            before
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a collector places it by the time of day"
    )]
    fn statement(&self, system: &'static str, ran: &Ran<'_>) {
        let around = Context::current();
        if !around.span().is_recording() {
            return;
        }
        let (sql, ended) = (&ran.statement.sql, SystemTime::now());
        let operation = sql.split_whitespace().next().unwrap_or_default().to_owned();
        let mut span = SpanBuilder::from_name(operation.clone())
            .with_kind(SpanKind::Client)
            .with_start_time(ended.checked_sub(ran.took).unwrap_or(ended))
            .with_attributes([
                KeyValue::new("db.system.name", system),
                KeyValue::new("db.operation.name", operation),
                KeyValue::new("db.query.text", beginning_of(sql)),
            ])
            .start_with_context(&self.tracer, &around);
        if ran.failed {
            span.set_status(Status::error("the statement failed"));
        }
        span.end_with_timestamp(ended);
    }
}

fn beginning_of(sql: &str) -> String {
    sql.chars().take(LONGEST_STATEMENT).collect()
}

/// Something under way; of a trace, when there are traces.
#[derive(Clone, Default)]
pub struct Traced(Context);

impl Traced {
    /// Runs a part of it.
    pub async fn part<T>(&self, part: impl Future<Output = T>) -> T {
        part.with_context(self.0.clone()).await
    }

    /// The trace to look for, in the log too.
    pub fn id(&self) -> Option<TraceId> {
        let span = self.0.span();
        let id = span.span_context().trace_id();
        (id != TraceId::INVALID).then_some(id)
    }

    /// By its operation: never by its address, which names people's things.
    pub fn answered<B: MessageBody>(&self, response: &ServiceResponse<B>) {
        let span = self.0.span();
        if !span.is_recording() {
            return;
        }
        let (request, status) = (response.request(), response.status());
        if let Some(route) = request.match_pattern() {
            span.update_name(format!("{} {route}", measures::method(request.method())));
            span.set_attribute(KeyValue::new("http.route", route));
        }
        let code = i64::from(status.as_u16());
        span.set_attribute(KeyValue::new("http.response.status_code", code));
        if let Some(code) = refused(response) {
            span.set_attribute(KeyValue::new("error.type", code));
        }
        if status.is_server_error() {
            span.set_status(Status::error(""));
        }
        span.end();
    }

    pub fn done<E: std::fmt::Debug>(&self, done: &Result<(), E>) {
        if done.is_err() {
            self.0.span().set_status(Status::error("given back"));
        }
        self.0.span().end();
    }
}

struct Carrier<'a>(&'a HeaderMap);

impl Extractor for Carrier<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.to_str().ok()
    }
    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(HeaderName::as_str).collect()
    }
}

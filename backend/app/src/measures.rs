//! Numbers for an operator's Prometheus, at an address of their own: of nobody, and of no organisation.

use std::time::{Duration, Instant};

use actix_web::dev::ServiceResponse;
use actix_web::http::Method;
use db::{DbFault, Following, dead};
use kernel::{Scope, TenantSet};
use metrics::{
    Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder};
use metrics_process::Collector;
use tokio::time::MissedTickBehavior;

use crate::{Settings, StartFault, State};

/// How often the gauges are set: as often as Prometheus usually comes by.
const EVERY: Duration = Duration::from_secs(10);
/// Upper bounds of the classes of durations, in seconds.
const SECONDS: [f64; 12] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];

const REQUESTS: &str = "netwerkplatform_http_request_duration_seconds";
const JOBS: &str = "netwerkplatform_jobs";
const LATE: &str = "netwerkplatform_jobs_late_seconds";
const SOCKETS: &str = "netwerkplatform_sockets";
const SUBSCRIPTIONS: &str = "netwerkplatform_subscriptions";
const OBJECTIONS: &str = "netwerkplatform_objections";
const REPORTS: &str = "netwerkplatform_reports";
const CUT_OFF: &str = "netwerkplatform_bus_cut_off";
const STORAGE_FULL: &str = "netwerkplatform_storage_full_total";
const REPLICA_BEHIND: &str = "netwerkplatform_database_replica_behind";

/// Begins to measure, when an address was set to be asked at. Before anything is measured.
pub fn listen(settings: &Settings) -> Result<(), StartFault> {
    let Some(address) = settings.metrics_address()? else {
        return Ok(());
    };
    let wrong = |hint: String| StartFault::Setting("NP_METRICS_LISTEN", hint);
    std::net::TcpListener::bind(address).map_err(|error| wrong(error.to_string()))?;
    PrometheusBuilder::new()
        .with_http_listener(address)
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
        .and_then(PrometheusBuilder::install)
        .map_err(|error| wrong(error.to_string()))?;
    describe();
    begin_at_zero();
    Collector::default().describe();
    Ok(())
}

fn describe() {
    let seconds = Unit::Seconds;
    describe_histogram!(
        REQUESTS,
        seconds,
        "Requests by operation, method and status, until their first byte."
    );
    describe_histogram!(
        "netwerkplatform_database_statement_duration_seconds",
        seconds,
        "Statements, as their callers wait for them."
    );
    describe_counter!(
        "netwerkplatform_database_statements_failed_total",
        "Statements that ended in a fault."
    );
    describe_counter!(
        "netwerkplatform_database_connections_lost_total",
        "Connections that did not answer in time, and were replaced."
    );
    describe_gauge!(
        JOBS,
        "Work behind the pages: waiting, or given up (dead), by queue."
    );
    describe_gauge!(
        LATE,
        seconds,
        "How long the oldest waiting job of a queue has been due."
    );
    describe_gauge!(SOCKETS, "Sockets that are open at this node.");
    describe_gauge!(SUBSCRIPTIONS, "Topics that those sockets listen to.");
    describe_gauge!(OBJECTIONS, "Objections that wait for the operator.");
    describe_gauge!(REPORTS, "Reports that only the operator can decide about.");
    describe_gauge!(CUT_OFF, "1 while this node does not reach the bus.");
    describe_gauge!(
        REPLICA_BEHIND,
        "1 while the replica for lists is away or too far behind."
    );
    describe_counter!(
        STORAGE_FULL,
        "Changes and files that found no room on a disk."
    );
    describe_counter!(
        "netwerkplatform_socket_frames_total",
        "Frames sent to sockets."
    );
    describe_counter!(
        "netwerkplatform_socket_resyncs_total",
        "Sockets told to fetch what they missed."
    );
    describe_counter!(
        "netwerkplatform_sockets_too_slow_total",
        "Sockets closed because they could not keep up."
    );
    describe_counter!(
        "netwerkplatform_socket_passing_dropped_total",
        "Who types and who is here, not shown at a socket that was busy or replaced by what is newer."
    );
    describe_counter!(
        "netwerkplatform_mails_total",
        "Mails by what came of them: sent, dropped as of no use any more, failed, again after a fault, or not yet due."
    );
}

/// What did not happen yet is 0, not unknown.
fn begin_at_zero() {
    for name in [
        "netwerkplatform_database_connections_lost_total",
        "netwerkplatform_socket_frames_total",
        "netwerkplatform_socket_resyncs_total",
        "netwerkplatform_sockets_too_slow_total",
        "netwerkplatform_socket_passing_dropped_total",
    ] {
        counter!(name).increment(0);
    }
    for of in ["database", "files"] {
        counter!(STORAGE_FULL, "of" => of).increment(0);
    }
    for outcome in ["sent", "dropped", "failed", "again", "not-yet"] {
        counter!("netwerkplatform_mails_total", "outcome" => outcome).increment(0);
    }
}

/// One request, by its operation: never by its address, which names people's things.
pub fn answered<B>(response: &ServiceResponse<B>, began: Instant) {
    let request = response.request();
    let operation = request.match_pattern().unwrap_or_else(|| "none".to_owned());
    let labels = [
        ("operation", operation),
        ("method", method(request.method()).to_owned()),
        ("status", response.status().as_u16().to_string()),
    ];
    histogram!(REQUESTS, &labels).record(began.elapsed());
}

/// Anybody may invent methods; each name is kept for ever.
pub fn method(method: &Method) -> &str {
    match *method {
        Method::GET | Method::POST | Method::PUT | Method::PATCH | Method::DELETE => {
            method.as_str()
        }
        _ => "other",
    }
}

/// Sets the gauges, for as long as the node runs.
pub async fn run(state: State) {
    if state.settings.metrics_listen.is_none() {
        return;
    }
    let process = Collector::default();
    let mut tick = tokio::time::interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        process.collect();
        if let Err(fault) = look(&state).await {
            tracing::warn!(
                fault = kernel::chain(&fault),
                "what waits cannot be counted"
            );
        }
    }
}

async fn look(state: &State) -> Result<(), DbFault> {
    gauge!(SOCKETS).set(whole(state.hub.connections()));
    gauge!(SUBSCRIPTIONS).set(whole(state.hub.subscriptions()));
    let cut_off = state.db.bus().reach() == bus::Reach::CutOff;
    gauge!(CUT_OFF).set(f64::from(u8::from(cut_off)));
    let behind = state.db.following() == Following::Behind;
    gauge!(REPLICA_BEHIND).set(f64::from(u8::from(behind)));
    let scope = Scope::worker(TenantSet::default(), state.clock.now());
    let (nobody, late) = moderation::objections_waiting(&state.db, scope.now).await?;
    for (why, count) in [("nobody-else", nobody), ("late", late)] {
        gauge!(OBJECTIONS, "why" => why).set(whole(count));
    }
    let reports = moderation::undecided(&state.db, scope.now).await?;
    gauge!(REPORTS).set(whole(reports.len()));
    let depths = dead::depths(&state.db.read(&scope)).await?;
    for queue in crate::workers::queues() {
        let depth = depths.iter().find(|depth| depth.queue == queue);
        let set = |state: &'static str, count: Option<i64>| {
            let labels = [("queue", queue), ("state", state)];
            gauge!(JOBS, &labels).set(whole(count.unwrap_or(0)));
        };
        set("waiting", depth.map(|depth| depth.waiting));
        set("dead", depth.map(|depth| depth.dead));
        let late = depth.map_or(0, |depth| depth.late_seconds(scope.now));
        gauge!(LATE, "queue" => queue).set(whole(late));
    }
    Ok(())
}

/// As Prometheus counts. More than four thousand million of anything is as many.
fn whole(count: impl TryInto<u32>) -> f64 {
    f64::from(count.try_into().unwrap_or(u32::MAX))
}

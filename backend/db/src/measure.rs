//! Counts statements, for the operator and for tests.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use metrics::{Counter, Histogram};
use sea_orm::DatabaseConnection;

#[derive(Clone)]
pub struct Measure {
    statements: Arc<AtomicU64>,
    took: Histogram,
    failed: Counter,
}

impl Measure {
    pub fn new() -> Self {
        Self {
            statements: Arc::default(),
            took: metrics::histogram!("netwerkplatform_database_statement_duration_seconds"),
            failed: metrics::counter!("netwerkplatform_database_statements_failed_total"),
        }
    }

    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    pub fn note(&self, took: Duration, failed: bool) {
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.took.record(took);
        self.failed.increment(u64::from(failed));
    }

    /// Notes what runs on this connection.
    pub fn of(&self, connection: &mut DatabaseConnection) {
        let measure = self.clone();
        connection.set_metric_callback(move |statement| {
            measure.note(statement.elapsed, statement.failed);
        });
    }
}

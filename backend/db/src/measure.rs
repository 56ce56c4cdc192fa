//! Counts statements, for the operator and for tests.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use metrics::{Counter, Histogram};
use sea_orm::{DatabaseConnection, Statement};

use crate::together;

/// A statement that ran.
#[derive(Clone, Copy, Debug)]
pub struct Ran<'a> {
    pub statement: &'a Statement,
    /// As its caller waited for it, and for what ran together with it.
    pub took: Duration,
    pub failed: bool,
}

type Listener = Box<dyn Fn(&Ran<'_>) + Send + Sync>;

#[derive(Clone)]
pub struct Measure {
    statements: Arc<AtomicU64>,
    /// The operator's traces; in the gate, who reads the plan of each statement.
    listener: Arc<OnceLock<Listener>>,
    took: Histogram,
    failed: Counter,
}

impl Measure {
    pub fn new() -> Self {
        Self {
            statements: Arc::default(),
            listener: Arc::default(),
            took: metrics::histogram!("netwerkplatform_database_statement_duration_seconds"),
            failed: metrics::counter!("netwerkplatform_database_statements_failed_total"),
        }
    }

    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Lets somebody hear each statement from now on; the first who asks.
    pub fn tell(&self, listener: impl Fn(&Ran<'_>) + Send + Sync + 'static) {
        let _: Result<(), Listener> = self.listener.set(Box::new(listener));
    }

    pub fn note(&self, statement: &Statement, took: Duration, failed: bool) {
        if let Some(listener) = self.listener.get() {
            listener(&Ran {
                statement,
                took,
                failed,
            });
        }
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.took.record(took);
        self.failed.increment(u64::from(failed));
    }

    /// Notes what runs on this connection.
    pub fn of(&self, connection: &mut DatabaseConnection) {
        let measure = self.clone();
        connection.set_metric_callback(move |ran| {
            together::each(ran.statement, |one| {
                measure.note(one, ran.elapsed, ran.failed);
            });
        });
    }
}

//! Two changes at one moment, as only PostgreSQL lets them meet: SQLite does one after the other.

use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use testkit::TestApp;

/// Somebody waits for somebody else in this database.
const WAITING: &str = "SELECT 1 AS waits FROM pg_stat_activity \
    WHERE datname = current_database() AND wait_event_type = 'Lock'";

pub fn one_after_the_other(app: &TestApp) -> bool {
    app.state.db.backend() == DbBackend::Sqlite
}

/// What comes of this work when it begins while somebody else changes the same, and ends after them.
pub async fn behind<T>(
    app: &TestApp,
    first: &[String],
    then: &[String],
    work: impl Future<Output = T>,
) -> T {
    let whole = app.whole_database().await;
    #[expect(
        clippy::disallowed_methods,
        reason = "a change that the program does not know of"
    )]
    let other = whole.begin().await.unwrap();
    for statement in first {
        let locked = Statement::from_string(DbBackend::Postgres, statement);
        other.execute_raw(locked).await.unwrap();
    }
    // The change has its connection to itself; whoever runs the platform sees which of its own connections wait.
    let looking = app.state.db.raw();
    let waits = async {
        let asked = || Statement::from_string(DbBackend::Postgres, WAITING);
        while looking.query_one_raw(asked()).await.unwrap().is_none() {}
    };
    let mut work = std::pin::pin!(work);
    tokio::select! {
        _ = &mut work => panic!("it did not wait"),
        () = waits => {}
    }
    for statement in then {
        other.execute_unprepared(statement).await.unwrap();
    }
    other.commit().await.unwrap();
    work.await
}

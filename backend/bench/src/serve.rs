//! The platform, without the limits that keep one visitor from asking ten thousand times a second.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app::{RequestLimits, State, demo, server};
use db::Db;
use kernel::{Clock, SystemClock, Timestamp};
use web::limit::Limit;

use crate::Failure;

/// How often the number of statements is noted down.
pub const NOTED_EVERY: Duration = Duration::from_millis(20);

pub fn statements_file(folder: &Path) -> PathBuf {
    folder.join("statements")
}

/// The demonstration, which fills an empty database.
pub async fn run(settings: app::Settings) -> Result<(), Failure> {
    Ok(demo::run(unlimited(settings).await?).await?)
}

/// Whatever is in the database; without the work behind the pages, an index that is not there is not made either.
pub async fn run_country(settings: app::Settings, with_work: bool) -> Result<(), Failure> {
    Ok(server::serve(unlimited(settings).await?, with_work).await?)
}

async fn unlimited(settings: app::Settings) -> Result<State, Failure> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let noted_in = statements_file(&settings.data_dir);
    let mut state = State::build(settings, clock.clone(), None).await?;
    let unlimited = || Limit::new(NonZeroU32::MAX, Duration::from_nanos(1), clock.clone());
    state.request_limits = Arc::new(RequestLimits {
        source: unlimited(),
        person: unlimited(),
    });
    let hurried: Arc<dyn Clock> = Arc::new(Hurried(SystemClock));
    state.people_limits = Arc::new(people::Limits::new(&hurried));
    state.migrate().await?;
    tokio::spawn(note_statements(state.db.clone(), noted_in));
    Ok(state)
}

/// Lets ten seconds pass in ten microseconds, for those who may ask again after ten seconds.
struct Hurried(SystemClock);

impl Clock for Hurried {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed() * 1_000_000
    }
}

async fn note_statements(db: Db, file: PathBuf) {
    // Whoever reads it on a busy machine never finds it half written.
    let draft = file.with_extension("draft");
    let note = |now: u64| {
        std::fs::write(&draft, now.to_string()).and_then(|()| std::fs::rename(&draft, &file))
    };
    let mut noted = 0;
    loop {
        tokio::time::sleep(NOTED_EVERY).await;
        let now = db.statements();
        if now != noted && note(now).is_ok() {
            noted = now;
        }
    }
}

//! The demonstration, without the limits that keep one visitor from asking ten thousand times a second.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use app::{RequestLimits, State, demo};
use kernel::{Clock, SystemClock};
use web::limit::Limit;

use crate::Failure;

pub async fn run(settings: app::Settings) -> Result<(), Failure> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let mut state = State::build(settings, clock.clone(), None).await?;
    let unlimited = || Limit::new(NonZeroU32::MAX, Duration::from_nanos(1), clock.clone());
    state.request_limits = Arc::new(RequestLimits {
        source: unlimited(),
        person: unlimited(),
    });
    state.migrate().await?;
    Ok(demo::run(state).await?)
}

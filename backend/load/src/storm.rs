//! All sockets are cut at once, as when a proxy or a network is restarted: how long until everybody is back and has
//! everything that was written meanwhile.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::letters::Letters;
use crate::sockets::{Heard, Sockets};

/// Who is not back by then is told as not back. A browser waits half a minute at most before it tries again.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Storm {
    /// When it was, in seconds of the run.
    pub after: u64,
    /// Sockets that were cut.
    pub cut: usize,
    /// Of these, still away when nobody waited any longer.
    pub away: usize,
    /// Until the last of them listened again.
    pub back_in_ms: f64,
    /// Until each of them had every post that was acknowledged by then.
    pub complete_in_ms: f64,
    /// What some did not have by then.
    pub missing: usize,
}

impl Storm {
    /// Cuts them and waits.
    pub async fn over(sockets: &[Sockets], letters: &Letters, after: u64) -> Self {
        let count = |of: fn(&Heard) -> &AtomicUsize| -> usize {
            let each = sockets
                .iter()
                .map(|it| of(&it.heard).load(Ordering::Relaxed));
            each.sum()
        };
        let (listening, closed) = (count(|it| &it.listening), count(|it| &it.closed));
        let began = Instant::now();
        sockets.iter().for_each(Sockets::cut);
        comes_true(|| count(|it| &it.closed) >= closed + listening).await;
        comes_true(|| count(|it| &it.listening) >= listening).await;
        let back_in_ms = millis(began);
        let away = listening.saturating_sub(count(|it| &it.listening));
        let posts = letters.acknowledged(0);
        let missing = || -> usize { sockets.iter().map(|it| it.tally(&posts).missing).sum() };
        comes_true(|| missing() == 0).await;
        Self {
            after,
            cut: listening,
            away,
            back_in_ms,
            complete_in_ms: millis(began),
            missing: missing(),
        }
    }

    /// With their names, as a table shows them.
    pub fn rows(&self) -> [(&'static str, String); 6] {
        [
            ("All sockets were cut after", format!("{} s", self.after)),
            ("Sockets that were cut", self.cut.to_string()),
            ("All were back in", format!("{:.0} ms", self.back_in_ms)),
            (
                "All had everything in",
                format!("{:.0} ms", self.complete_in_ms),
            ),
            ("Not back after a minute", self.away.to_string()),
            ("Missing after a minute", self.missing.to_string()),
        ]
    }
}

async fn comes_true(holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() && began.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn millis(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1_000.0
}

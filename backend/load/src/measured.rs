//! What a run found out.

use serde::Serialize;

use crate::series::{Answers, Summary};
use crate::sockets::Tally;
use crate::storm::Storm;

#[derive(Clone, Debug, Serialize)]
pub struct Measured {
    /// What was asked for, with where: name and value.
    pub settings: Vec<(String, String)>,
    /// On what the tool itself ran, and how busy that was before and after.
    pub machine: Vec<(String, String)>,
    /// How long questions were asked.
    pub seconds: f64,
    pub ended_early: bool,
    pub kinds: Vec<Kind>,
    pub deliveries: Deliveries,
    /// When all sockets were cut at once.
    pub storm: Option<Storm>,
    /// How much later than planned the tool itself asked: what it measured is worth less when this is much.
    pub own_lateness: Answers,
}

/// One of the things that people wait for.
#[derive(Clone, Debug, Serialize)]
pub struct Kind {
    pub name: String,
    #[serde(flatten)]
    pub summary: Summary,
}

/// Of posts that were acknowledged, to sockets that listened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Deliveries {
    pub posts: usize,
    pub sockets: usize,
    pub expected: usize,
    pub missing: usize,
    pub doubled: usize,
    pub out_of_order: usize,
    /// Connections that ended while people listened.
    pub lost_connections: usize,
    /// How often somebody had missed so much that it had to be fetched.
    pub resynced: usize,
}

impl Deliveries {
    #[must_use]
    pub fn tallied(mut self, tally: Tally) -> Self {
        self.expected = tally.expected;
        self.missing = tally.missing;
        self.doubled = tally.doubled;
        self.out_of_order = tally.out_of_order;
        self
    }

    /// With their names, as a table shows them.
    pub fn rows(&self) -> [(&'static str, usize); 8] {
        [
            ("Posts acknowledged", self.posts),
            ("Sockets that listened", self.sockets),
            ("Deliveries expected", self.expected),
            ("Missing", self.missing),
            ("Doubled", self.doubled),
            ("Out of order", self.out_of_order),
            ("Connections lost", self.lost_connections),
            ("Told to fetch what was missed", self.resynced),
        ]
    }
}

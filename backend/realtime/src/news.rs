//! What was committed elsewhere, also when no message said so: the log of events is looked at.
//!
//! Promise: an event is passed on once, whether a message told of it or the log. One whose commit comes later than
//! that of a newer event is found, for as long as [`WINDOW`].
//! Absent: posts. They have a number, and nobody needs this to find them.

use std::collections::BTreeSet;
use std::time::Duration;

use bus::Change;
use db::{DbFault, Sql, outbox};
use kernel::Timestamp;
use uuid::Uuid;

/// How far back is looked. The clocks of nodes may differ by less than this, and nothing takes longer to be committed.
pub const WINDOW: Duration = Duration::from_secs(30);
/// What began shortly before somebody came to listen may be committed after it.
const MARGIN: Duration = Duration::from_secs(2);

pub struct News {
    known: BTreeSet<Uuid>,
    /// When last nobody listened: what is older is news to nobody.
    quiet: Timestamp,
    /// When the log was last looked at: it may have been out of reach for longer than [`WINDOW`].
    looked: Timestamp,
}

impl News {
    pub fn new(now: Timestamp) -> Self {
        Self {
            known: BTreeSet::new(),
            quiet: now.minus(MARGIN),
            looked: now,
        }
    }

    pub fn is_known(&self, event: Uuid) -> bool {
        self.known.contains(&event)
    }

    /// It was passed on.
    pub fn know(&mut self, event: Uuid) {
        self.known.insert(event);
    }

    /// Nobody listens now.
    pub fn rest(&mut self, now: Timestamp) {
        self.quiet = now.minus(MARGIN);
        self.looked = now;
        self.forget_before(self.quiet);
    }

    fn forget_before(&mut self, moment: Timestamp) {
        self.known = self.known.split_off(&outbox::first_at(moment));
    }

    /// What is not known yet.
    pub async fn look(&mut self, sql: &impl Sql, now: Timestamp) -> Result<Vec<Change>, DbFault> {
        let from = self.quiet.max(self.looked.minus(WINDOW));
        let found = outbox::ids_since(sql, from).await?;
        self.looked = now;
        self.forget_before(from);
        let new: Vec<Uuid> = found
            .into_iter()
            .filter(|event| !self.is_known(*event))
            .collect();
        if new.is_empty() {
            return Ok(Vec::new());
        }
        let heads = outbox::load_all(sql, &new).await?;
        Ok(heads.iter().map(Change::from).collect())
    }
}

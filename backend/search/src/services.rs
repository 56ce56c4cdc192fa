//! What searching and keeping up need, and the one turn in which documents are written.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use db::{Db, Sql};
use kernel::{Clock, Scope, TenantSet, Timestamp};
use tokio::sync::{Mutex, MutexGuard};

use crate::engine::Question;
use crate::{Engine, EngineFault, Key, SearchFault, sources};

/// Built once per process.
pub struct Services {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    engine: Arc<dyn Engine>,
    /// Reading a row and writing its document is one turn: an older reading never lands on a newer one.
    turn: Mutex<()>,
    unsaved: AtomicBool,
    /// How often something was missed; the first time is what the last process may have lost.
    missed: AtomicU64,
    /// How many of these times were heard again.
    caught_up: AtomicU64,
    /// A half-filled index is not committed.
    refilling: AtomicBool,
    /// The index may be damaged: after a start, and after a fault.
    suspect: AtomicBool,
    /// The engine did not answer when it was last asked to write.
    away: AtomicBool,
}

impl Services {
    pub fn new(db: Db, clock: Arc<dyn Clock>, engine: Arc<dyn Engine>) -> Self {
        Self {
            db,
            clock,
            engine,
            turn: Mutex::default(),
            unsaved: AtomicBool::new(false),
            missed: AtomicU64::new(1),
            caught_up: AtomicU64::new(0),
            refilling: AtomicBool::new(false),
            suspect: AtomicBool::new(true),
            away: AtomicBool::new(false),
        }
    }

    /// What it proposes. Who asks hears at once that it is away, and nobody writes less for that.
    pub(crate) async fn propose(&self, question: &Question) -> Result<Vec<Key>, EngineFault> {
        let proposed = self.engine.find(question).await;
        self.noted(proposed)
    }

    /// An index that proves damaged is examined before more is written; one that was never filled is looked at.
    fn noted<T>(&self, done: Result<T, EngineFault>) -> Result<T, EngineFault> {
        match done {
            Err(EngineFault::Broken(_)) => self.suspect.store(true, Ordering::SeqCst),
            Err(EngineFault::NotReady) => self.has_not_caught_up(),
            Ok(_) | Err(EngineFault::Away(_)) => {}
        }
        done
    }

    pub(crate) async fn heard(&self) -> Result<Option<Timestamp>, EngineFault> {
        self.noted(self.engine.heard().await)
    }

    /// Looks at an index that may be damaged. One that is makes room for an empty one; from one that is whole
    /// something may have been lost all the same, so that what happened lately is heard again.
    pub(crate) async fn examine(&self) -> Result<(), SearchFault> {
        if !self.suspect.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        self.has_not_caught_up();
        let _turn = self.turn().await;
        match self.engine.is_whole().await {
            Ok(true) => return Ok(()),
            Err(away @ EngineFault::Away(_)) => {
                self.suspect.store(true, Ordering::SeqCst);
                return Err(away.into());
            }
            Ok(false) | Err(_) => {}
        }
        tracing::warn!("the search index is damaged and is filled anew");
        let done = self.engine.start_over().await;
        Ok(self.noted(done)?)
    }

    pub(crate) async fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Writes these things as they are now; what is no longer there is removed. Within a turn.
    pub(crate) async fn refresh(
        &self,
        _turn: &MutexGuard<'_, ()>,
        sql: &impl Sql,
        keys: &[Key],
    ) -> Result<(), SearchFault> {
        let documents = sources::documents(sql, keys).await?;
        let gone: Vec<Key> = keys
            .iter()
            .copied()
            .filter(|key| documents.iter().all(|document| document.key != *key))
            .collect();
        let written = async {
            self.engine.remove(&gone).await?;
            self.engine.upsert(documents).await
        };
        let written = written.await;
        self.is_unsaved();
        Ok(self.noted(written)?)
    }

    /// Forgets these things, whatever the database says of them.
    pub(crate) async fn forget(&self, keys: &[Key]) -> Result<(), SearchFault> {
        let _turn = self.turn().await;
        let removed = self.engine.remove(keys).await;
        self.is_unsaved();
        Ok(self.noted(removed)?)
    }

    /// After writing: a commit that came before it did not keep it.
    fn is_unsaved(&self) {
        self.unsaved.store(true, Ordering::SeqCst);
    }

    /// Commits if anything was written; whether there was.
    pub(crate) async fn save(&self) -> Result<bool, SearchFault> {
        if self.is_refilling() || !self.unsaved.swap(false, Ordering::SeqCst) {
            return Ok(false);
        }
        let done = self.commit().await;
        if !matches!(done, Ok(true)) {
            self.is_unsaved();
        }
        done
    }

    /// As long as it has not caught up, the mark stays where it is; one that was never filled gets none.
    async fn commit(&self) -> Result<bool, SearchFault> {
        let now = self.clock.now();
        let mark = if self.has_caught_up() {
            Some(now)
        } else {
            self.heard().await?
        };
        let Some(mark) = mark else {
            return Ok(false);
        };
        let done = self.engine.commit(mark).await;
        self.noted(done)?;
        Ok(true)
    }

    /// Begins to write everything anew: what happens from here on is written as it happens.
    pub(crate) async fn begin_refill(&self) -> Result<(), SearchFault> {
        self.refilling.store(true, Ordering::SeqCst);
        self.caught_up_with(self.missed.load(Ordering::SeqCst));
        let cleared = self.engine.clear().await;
        Ok(self.noted(cleared)?)
    }

    /// Begun and not ended: it broke off.
    pub(crate) fn is_refilling(&self) -> bool {
        self.refilling.load(Ordering::SeqCst)
    }

    pub(crate) async fn end_refill(&self, began: Timestamp) -> Result<(), SearchFault> {
        let done = self.engine.commit(began).await;
        self.noted(done)?;
        self.refilling.store(false, Ordering::SeqCst);
        Ok(())
    }

    /// Whether there is something to look at beside what was written.
    pub(crate) fn is_behind(&self) -> bool {
        self.is_refilling() || self.is_away() || !self.has_caught_up()
    }

    fn has_caught_up(&self) -> bool {
        self.caught_up.load(Ordering::SeqCst) >= self.missed.load(Ordering::SeqCst)
    }

    /// How often something was missed, when not all of it was heard again yet.
    pub(crate) fn must_catch_up(&self) -> Option<u64> {
        (!self.has_caught_up()).then(|| self.missed.load(Ordering::SeqCst))
    }

    /// What was missed up to then was heard again. What was missed meanwhile was not.
    pub(crate) fn caught_up_with(&self, missed: u64) {
        self.caught_up.fetch_max(missed, Ordering::SeqCst);
    }

    /// Something was, or may have been, missed.
    pub(crate) fn has_not_caught_up(&self) {
        self.missed.fetch_add(1, Ordering::SeqCst);
    }

    /// The engine is away: nobody waits for it before it is back, and then what happened meanwhile is heard again.
    pub(crate) fn lost_touch(&self) {
        self.away.store(true, Ordering::SeqCst);
        self.has_not_caught_up();
    }

    pub(crate) fn is_away(&self) -> bool {
        self.away.load(Ordering::SeqCst)
    }

    /// It answered; whether it had been away.
    pub(crate) fn is_back(&self) -> bool {
        self.away.swap(false, Ordering::SeqCst)
    }

    /// A worker's scope in these tenants, now.
    pub(crate) fn scope(&self, tenants: TenantSet) -> Scope {
        Scope::worker(tenants, self.clock.now())
    }
}

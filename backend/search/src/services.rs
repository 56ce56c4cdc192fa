//! What searching and keeping up need, and the one turn in which documents are written.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use db::{Db, Sql};
use kernel::{Clock, Scope, TenantSet};
use tokio::sync::{Mutex, MutexGuard};

use crate::{Engine, EngineFault, Key, SearchFault, sources};

/// Built once per process.
pub struct Services {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    engine: Arc<dyn Engine>,
    /// Reading a row and writing its document is one turn: an older reading never lands on a newer one.
    turn: Mutex<()>,
    unsaved: AtomicBool,
    /// This process heard again what the last one may have lost.
    caught_up: AtomicBool,
    /// A half-filled index is not committed.
    refilling: AtomicBool,
    /// The index may be damaged: after a start, and after a fault.
    suspect: AtomicBool,
}

impl Services {
    pub fn new(db: Db, clock: Arc<dyn Clock>, engine: Arc<dyn Engine>) -> Self {
        Self {
            db,
            clock,
            engine,
            turn: Mutex::default(),
            unsaved: AtomicBool::new(false),
            caught_up: AtomicBool::new(false),
            refilling: AtomicBool::new(false),
            suspect: AtomicBool::new(true),
        }
    }

    /// The engine's work runs beside the requests; one that panics on a damaged file takes nothing with it.
    pub(crate) async fn engine<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Engine) -> Result<T, EngineFault> + Send + 'static,
    ) -> Result<T, EngineFault> {
        let engine = self.engine.clone();
        let done = tokio::task::spawn_blocking(move || work(engine.as_ref()))
            .await
            .unwrap_or_else(|panic| Err(EngineFault::broken(panic)));
        if matches!(done, Err(EngineFault::Broken(_))) {
            self.suspect.store(true, Ordering::SeqCst);
        }
        done
    }

    /// Looks at an index that may be damaged. One that is makes room for an empty one; from one that is whole
    /// something may have been lost all the same, so that what happened lately is heard again.
    pub(crate) async fn examine(&self) -> Result<(), SearchFault> {
        if !self.suspect.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        self.has_not_caught_up();
        let _turn = self.turn().await;
        if matches!(self.engine(Engine::is_whole).await, Ok(true)) {
            return Ok(());
        }
        tracing::warn!("the search index is damaged and is filled anew");
        self.engine(Engine::start_over).await?;
        self.suspect.store(false, Ordering::SeqCst);
        Ok(())
    }

    /// Whether there is something to ask.
    pub(crate) async fn is_filled(&self) -> Result<bool, EngineFault> {
        Ok(self.engine(Engine::heard).await?.is_some())
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
        self.unsaved.store(true, Ordering::SeqCst);
        self.engine(move |engine| {
            engine.remove(&gone)?;
            engine.upsert(documents)
        })
        .await?;
        Ok(())
    }

    /// Commits if anything was written; whether there was.
    pub(crate) async fn save(&self) -> Result<bool, SearchFault> {
        if self.is_refilling() || !self.unsaved.swap(false, Ordering::SeqCst) {
            return Ok(false);
        }
        self.commit().await?;
        Ok(true)
    }

    async fn commit(&self) -> Result<(), SearchFault> {
        let _turn = self.turn().await;
        let now = self.clock.now();
        let done = self.engine(move |engine| engine.commit(now)).await;
        if done.is_err() {
            self.unsaved.store(true, Ordering::SeqCst);
        }
        Ok(done?)
    }

    pub(crate) fn begin_refill(&self) {
        self.refilling.store(true, Ordering::SeqCst);
    }

    /// Begun and not ended: it broke off.
    pub(crate) fn is_refilling(&self) -> bool {
        self.refilling.load(Ordering::SeqCst)
    }

    pub(crate) async fn end_refill(&self) -> Result<(), SearchFault> {
        self.refilling.store(false, Ordering::SeqCst);
        self.unsaved.store(false, Ordering::SeqCst);
        self.caught_up.store(true, Ordering::SeqCst);
        self.commit().await
    }

    /// True once: the first who asks catches up.
    pub(crate) fn must_catch_up(&self) -> bool {
        !self.caught_up.swap(true, Ordering::SeqCst)
    }

    /// What it missed is still missed.
    pub(crate) fn has_not_caught_up(&self) {
        self.caught_up.store(false, Ordering::SeqCst);
    }

    /// A worker's scope in these tenants, now.
    pub(crate) fn scope(&self, tenants: TenantSet) -> Scope {
        Scope::worker(tenants, self.clock.now())
    }
}

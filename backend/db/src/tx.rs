//! Changes and reads: two types, because only one of them may write.

use std::sync::{Arc, Mutex, PoisonError};

use bus::{Change, Message};
use kernel::{EventHead, PersonId, Scope, TenantSet, Timestamp};
use sea_orm::StatementBuilder;

use crate::pool::Inner;
use crate::writer::Turn;
use crate::writing::Writing;
use crate::{DbFault, Reader, Sql};

/// What readers know of who asks.
struct Asker {
    person: Option<PersonId>,
    tenants: TenantSet,
    now: Timestamp,
}

impl Asker {
    fn of(scope: &Scope) -> Self {
        Self {
            person: scope.person,
            tenants: scope.tenants.clone(),
            now: scope.now,
        }
    }
}

/// A change in progress. Dropped without [`Tx::commit`], nothing happened and nobody hears of it.
pub struct Tx {
    conn: Writing,
    asker: Asker,
    db: Arc<Inner>,
    after: Mutex<Vec<Message>>,
    /// On SQLite. It falls after `conn`: the next one's turn begins when this change was taken back.
    turn: Option<Turn>,
}

impl Tx {
    pub(crate) fn new(conn: Writing, turn: Option<Turn>, scope: &Scope, db: Arc<Inner>) -> Self {
        Self {
            conn,
            asker: Asker::of(scope),
            db,
            after: Mutex::default(),
            turn,
        }
    }

    /// Makes the change last, then wakes those who wait for it.
    pub async fn commit(self) -> Result<(), DbFault> {
        let after = self
            .after
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(turn) = self.turn {
            let unopened = self.conn.give_back().await?;
            return turn.keep(unopened, after).await;
        }
        self.conn.commit().await?;
        for message in after {
            self.db.bus.publish(message);
        }
        Ok(())
    }

    pub async fn rollback(self) -> Result<(), DbFault> {
        // On SQLite who lent the place takes back what was done in it.
        match self.turn {
            Some(_) => Ok(()),
            None => Ok(self.conn.rollback().await?),
        }
    }

    /// Writes this; on SQLite together with what else waits, on one way to the thread of the connection. For what
    /// cannot be refused and of which nothing is asked: whatever is asked afterwards sees it.
    pub async fn later(&self, statement: &impl StatementBuilder) -> Result<(), DbFault> {
        Ok(self.conn.later(statement).await?)
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.db
    }

    pub(crate) fn happened(&self, head: &EventHead) {
        self.after_commit(Message::Happened(Arc::new(Change::from(head))));
    }

    pub(crate) fn work_waits(&self, queue: &str) {
        let queue = queue.into();
        self.after_commit(Message::Work { queue });
    }

    fn after_commit(&self, message: Message) {
        self.after
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(message);
    }
}

impl Sql for Tx {
    type Conn = Writing;
    fn conn(&self) -> &Writing {
        &self.conn
    }
    fn tenants(&self) -> &TenantSet {
        &self.asker.tenants
    }
    fn person(&self) -> Option<PersonId> {
        self.asker.person
    }
    fn now(&self) -> Timestamp {
        self.asker.now
    }
}

/// A reader that never waits for a writer.
pub struct Read {
    conn: Reader,
    asker: Asker,
}

impl Read {
    pub(crate) fn new(conn: Reader, scope: &Scope) -> Self {
        Self {
            conn,
            asker: Asker::of(scope),
        }
    }
}

impl Sql for Read {
    type Conn = Reader;
    fn conn(&self) -> &Reader {
        &self.conn
    }
    fn tenants(&self) -> &TenantSet {
        &self.asker.tenants
    }
    fn person(&self) -> Option<PersonId> {
        self.asker.person
    }
    fn now(&self) -> Timestamp {
        self.asker.now
    }
}

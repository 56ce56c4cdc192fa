//! SQLite's one writer: changes that wait together are written through together.
//!
//! A group is one transaction of the database. Its first member runs in it directly, each next one in a
//! savepoint of its own, which begins with the first statement in it and ends with the next one's first. A group
//! ends when nobody waits any more, when a member failed, or when it is long enough; then one commit, and one
//! write-through, is for all.
//!
//! Promise: changes run one after the other, in the order in which they asked; nobody is acknowledged
//! before the commit that holds their change; who fails takes back their own statements only.
//! Absent: PostgreSQL, which groups the commits of its connections by itself.
//! Why: `decisions/0019-commits-in-groups.md`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bus::{Bus, Message};
use sea_orm::error::ConnAcquireErr;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::DbFault;
use crate::together::Part;
use crate::writing::{Writing, own};

/// How long a change waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the first change of a group waits for others.
const LONGEST: Duration = Duration::from_millis(20);

type Asked = oneshot::Sender<Result<(Writing, Turn), DbFault>>;

/// What to announce after the commit, and whom to tell of it.
type Waiting = (Vec<Message>, oneshot::Sender<Result<(), DbFault>>);

/// Where changes ask for their turn.
pub(crate) struct Writer(mpsc::UnboundedSender<Asked>);

/// Somebody's turn to write. Dropped without [`Turn::keep`], their change is not kept.
pub(crate) struct Turn(oneshot::Sender<Member>);

/// Who has written and waits for the commit.
struct Member {
    /// What would have begun their part, when they did nothing in it.
    unopened: Vec<Statement>,
    after: Vec<Message>,
    kept: oneshot::Sender<Result<(), DbFault>>,
}

impl Writer {
    /// Works until the last who may ask is gone.
    pub fn start(db: DatabaseConnection, bus: Arc<dyn Bus>, most: usize) -> Self {
        let (queue, asked) = mpsc::unbounded_channel();
        let groups = Groups {
            db,
            bus,
            most,
            asked,
        };
        tokio::spawn(groups.run());
        Self(queue)
    }

    /// The place to write in, when everybody who asked before had their turn.
    pub async fn turn(&self) -> Result<(Writing, Turn), DbFault> {
        let (asked, answer) = oneshot::channel();
        self.0.send(asked).map_err(|_nobody| gone())?;
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(answer) => answer.map_err(|_nobody| gone())?,
            Err(_) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout).into()),
        }
    }
}

impl Turn {
    /// Gives the place back and waits for the commit; then the messages have gone out.
    pub async fn keep(self, unopened: Vec<Statement>, after: Vec<Message>) -> Result<(), DbFault> {
        let (kept, answer) = oneshot::channel();
        let member = Member {
            unopened,
            after,
            kept,
        };
        self.0.send(member).map_err(|_nobody| gone())?;
        answer.await.map_err(|_nobody| gone())?
    }
}

fn gone() -> DbFault {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed).into()
}

struct Groups {
    db: DatabaseConnection,
    bus: Arc<dyn Bus>,
    most: usize,
    asked: mpsc::UnboundedReceiver<Asked>,
}

impl Groups {
    async fn run(mut self) {
        while let Some(first) = self.asked.recv().await {
            self.group(first).await;
        }
    }

    async fn group(&mut self, first: Asked) {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let conn = match self.db.begin_with_options(immediate).await {
            Ok(conn) => Arc::new(conn),
            Err(error) => return drop(first.send(Err(error.into()))),
        };
        let began = Instant::now();
        // Without the first, nothing was done yet.
        let Some(first) = lend(&conn, first, Vec::new()).await else {
            return;
        };
        let mut waiting = vec![(first.after, first.kept)];
        let (mut part, mut opening) = (Part::This, vec![Part::This.begins()]);
        let mut taken_back = Ok(());
        while waiting.len() < self.most && began.elapsed() < LONGEST {
            let Ok(next) = self.asked.try_recv() else {
                break;
            };
            let Some(next) = lend(&conn, next, opening).await else {
                taken_back = take_back(&conn, part).await;
                break;
            };
            waiting.push((next.after, next.kept));
            opening = next.unopened;
            if opening.is_empty() {
                opening = vec![part.ends(), part.other().begins()];
                part = part.other();
            }
        }
        let done = match taken_back {
            Ok(()) => end(conn).await,
            Err(error) => Err(error),
        };
        self.tell(&done.map_err(DbFault::from), waiting);
    }

    /// Says to all what became of the commit. Who stopped listening hears of nothing, but what they wrote is kept.
    fn tell(&self, done: &Result<(), DbFault>, waiting: Vec<Waiting>) {
        for (after, kept) in waiting {
            if done.is_ok() {
                for message in after {
                    self.bus.publish(message);
                }
            }
            let answer = match done {
                Ok(()) => Ok(()),
                Err(fault) => Err(fault.for_another()),
            };
            drop(kept.send(answer));
        }
    }
}

/// Lends the place to who asked, with what begins their part, until they give it back; none when they did not keep
/// their change.
async fn lend(
    conn: &Arc<DatabaseTransaction>,
    asked: Asked,
    opening: Vec<Statement>,
) -> Option<Member> {
    let (turn, done) = oneshot::channel();
    let place = Writing::shared(conn.clone(), opening);
    // Who no longer waits gives it back at once, by letting it fall.
    drop(asked.send(Ok((place, Turn(turn)))));
    done.await.ok()
}

/// Takes back what was done in a part. One that never began needs nothing; where the database took back the whole
/// transaction by itself, the commit will say so.
async fn take_back(conn: &DatabaseTransaction, part: Part) -> Result<(), DbErr> {
    match conn.execute_unprepared(part.taken_back()).await {
        Err(error) if !error.to_string().contains("no such savepoint") => Err(error),
        _ => Ok(()),
    }
}

async fn end(conn: Arc<DatabaseTransaction>) -> Result<(), DbErr> {
    own(conn)?.commit().await
}

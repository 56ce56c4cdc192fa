//! SQLite's one writer: changes that wait together are written through together.
//!
//! A group is one transaction of the database. Its first member runs in it directly, each next one in a
//! savepoint of its own. It ends when nobody waits any more, when a member failed, or when it is long
//! enough; then one commit, and one write-through, is for all.
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
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::DbFault;

/// How long a change waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the first change of a group waits for others.
const LONGEST: Duration = Duration::from_millis(20);

type Asked = oneshot::Sender<Result<(DatabaseTransaction, Turn), DbFault>>;

/// What to announce after the commit, and whom to tell of it.
type Waiting = (Vec<Message>, oneshot::Sender<Result<(), DbFault>>);

/// Where changes ask for their turn.
pub(crate) struct Writer(mpsc::UnboundedSender<Asked>);

/// Somebody's turn to write. Dropped without [`Turn::keep`], their change is not kept.
pub(crate) struct Turn(oneshot::Sender<Member>);

/// Who has written and waits for the commit.
struct Member {
    conn: DatabaseTransaction,
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
    pub async fn turn(&self) -> Result<(DatabaseTransaction, Turn), DbFault> {
        let (asked, answer) = oneshot::channel();
        let gone = || DbFault::from(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed));
        self.0.send(asked).map_err(|_nobody| gone())?;
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(answer) => answer.map_err(|_nobody| gone())?,
            Err(_) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout).into()),
        }
    }
}

impl Turn {
    /// Gives the place back and waits for the commit; then the messages have gone out.
    pub async fn keep(self, conn: DatabaseTransaction, after: Vec<Message>) -> Result<(), DbFault> {
        let (kept, answer) = oneshot::channel();
        let gone = || DbFault::from(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed));
        let member = Member { conn, after, kept };
        self.0.send(member).map_err(|_nobody| gone())?;
        answer.await.map_err(|_nobody| gone())?
    }
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
        let conn = self.db.begin_with_options(immediate).await;
        let Some(Member { conn, after, kept }) = lend(first, conn).await else {
            return;
        };
        let began = Instant::now();
        let mut waiting = vec![(after, kept)];
        while waiting.len() < self.most && began.elapsed() < LONGEST {
            let Ok(next) = self.asked.try_recv() else {
                break;
            };
            let Some(member) = lend(
                next,
                conn.begin_with_options(TransactionOptions::default()).await,
            )
            .await
            else {
                // The database may have taken back more than this savepoint: see what can be kept.
                break;
            };
            match member.conn.commit().await {
                Ok(()) => waiting.push((member.after, member.kept)),
                Err(error) => {
                    drop(member.kept.send(Err(error.into())));
                    break;
                }
            }
        }
        self.end(&conn.commit().await.map_err(DbFault::from), waiting);
    }

    /// Says to all what became of the commit. Who stopped listening hears of nothing, but what they wrote is kept.
    fn end(&self, done: &Result<(), DbFault>, waiting: Vec<Waiting>) {
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

/// Lends the place to who asked, until they give it back; none when they did not keep their change.
async fn lend(asked: Asked, conn: Result<DatabaseTransaction, DbErr>) -> Option<Member> {
    let (turn, done) = oneshot::channel();
    // Who no longer waits gives it back at once, by letting it fall.
    drop(asked.send(conn.map(|conn| (conn, Turn(turn))).map_err(DbFault::from)));
    done.await.ok()
}

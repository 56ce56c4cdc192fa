//! The mails that wait: a row per mail with ids only, and a job that sends it.

use db::jobs::{self, Job, Later};
use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{EventId, Locale, PersonId, Scope, TenantSet, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};

use crate::{MailKind, Recipient, Services};

mod entity {
    //! `mail_message`: global, keyed by person where there is one.
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_message")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Option<Uuid>,
        pub address: String,
        pub locale: String,
        pub kind: String,
        pub payload: String,
        pub state: String,
        pub failures: i64,
        pub last_failure: Option<String>,
        pub created_at: i64,
        pub sent_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How urgent a mail is: each lane has its own queue and its own senders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Somebody sits waiting for it.
    Urgent,
    Normal,
    /// Overviews, and what goes to hundreds at once.
    Bulk,
}

impl Lane {
    pub const ALL: [Self; 3] = [Self::Urgent, Self::Normal, Self::Bulk];

    pub const fn queue(self) -> &'static str {
        match self {
            Self::Urgent => "mail-urgent",
            Self::Normal => "mail-normal",
            Self::Bulk => "mail-bulk",
        }
    }

    /// How many mails of a lane are on their way at once.
    pub(crate) const fn senders(self) -> usize {
        match self {
            Self::Urgent | Self::Normal => 16,
            Self::Bulk => 8,
        }
    }
}

/// A mail that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: Uuid,
    pub recipient: Recipient,
    pub kind: MailKind,
    pub failures: i64,
    pub created_at: Timestamp,
}

/// Puts a mail in the queue, to go out at once. The same mail to the same address is put in once.
pub async fn put(tx: &Tx, recipient: Recipient, kind: &MailKind) -> Result<(), DbFault> {
    put_for(tx, recipient, kind, tx.now()).await
}

/// Puts a mail in the queue, to go out at `due`.
pub async fn put_for(
    tx: &Tx,
    recipient: Recipient,
    kind: &MailKind,
    due: Timestamp,
) -> Result<(), DbFault> {
    let id = EventId::new(tx.now()).uuid();
    let row = entity::ActiveModel {
        id: Set(id),
        person_id: Set(recipient.person.map(PersonId::uuid)),
        address: Set(recipient.address),
        locale: Set(recipient.locale.tag().to_owned()),
        kind: Set(kind.name().to_owned()),
        payload: Set(
            serde_json::to_string(kind).map_err(|error| DbFault::corrupt(error.to_string()))?
        ),
        state: Set("queued".to_owned()),
        failures: Set(0),
        last_failure: Set(None),
        created_at: Set(tx.now().millis()),
        sent_at: Set(None),
    };
    let once = OnConflict::columns([entity::Column::Payload, entity::Column::Address])
        .do_nothing()
        .to_owned();
    let put = entity::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    if rows_inserted(put)? == 0 {
        return Ok(());
    }
    let job = Later {
        key: format!("mail-{id}"),
        payload: id.to_string(),
        due,
    };
    jobs::schedule(tx, kind.lane().queue(), &[job]).await
}

/// The mail of a job, unless it went out before or is gone.
pub(crate) async fn waiting(sql: &impl Sql, id: Uuid) -> Result<Option<Waiting>, DbFault> {
    let row = entity::Entity::find_by_id(id)
        .filter(entity::Column::State.eq("queued"))
        .one(sql.conn())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let kind =
        serde_json::from_str(&row.payload).map_err(|error| DbFault::corrupt(error.to_string()))?;
    Ok(Some(Waiting {
        id,
        recipient: Recipient {
            person: row.person_id.map(PersonId::from),
            address: row.address,
            locale: Locale::from_tag(&row.locale).unwrap_or_default(),
        },
        kind,
        failures: row.failures,
        created_at: Timestamp::from_millis(row.created_at),
    }))
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Sent,
    /// Not needed any more when its turn came.
    Dropped(&'static str),
    Failed(String),
}

pub(crate) async fn note(tx: &Tx, id: Uuid, outcome: &Outcome) -> Result<(), DbFault> {
    let (state, why, sent) = match outcome {
        Outcome::Sent => ("sent", None, Some(tx.now().millis())),
        Outcome::Dropped(why) => ("dropped", Some(*why), None),
        Outcome::Failed(why) => ("failed", Some(why.as_str()), None),
    };
    entity::Entity::update_many()
        .col_expr(entity::Column::State, Expr::val(state))
        .col_expr(entity::Column::LastFailure, Expr::val(why))
        .col_expr(entity::Column::SentAt, Expr::val(sent))
        .filter(entity::Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// One more try that came to nothing.
pub(crate) async fn note_failure(tx: &Tx, id: Uuid, why: &str) -> Result<(), DbFault> {
    entity::Entity::update_many()
        .col_expr(
            entity::Column::Failures,
            Expr::col(entity::Column::Failures).add(1_i64),
        )
        .col_expr(entity::Column::LastFailure, Expr::val(why))
        .filter(entity::Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A job that we could not handle ourselves: tried again, or kept among the dead letters.
pub(crate) async fn give_back(
    services: &Services,
    job: &Job,
    fault: &DbFault,
) -> Result<(), DbFault> {
    let scope = Scope::worker(TenantSet::default(), services.clock.now());
    let tx = services.db.begin(&scope).await?;
    jobs::give_back(&tx, job, fault).await?;
    tx.commit().await
}

/// Forgets mails from before `before` that are not waiting: an address is kept no longer than it is of use.
pub async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    entity::Entity::delete_many()
        .filter(entity::Column::State.ne("queued"))
        .filter(entity::Column::CreatedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

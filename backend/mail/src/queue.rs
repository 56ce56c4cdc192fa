//! The mails that wait: a row per mail with ids only, and a job that sends it.

use db::{DbFault, Sql, Tx, jobs};
use kernel::{EventId, Locale, PersonId, Timestamp};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect};

use crate::MailKind;

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
        pub refusal: Option<String>,
        pub created_at: i64,
        pub sent_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How urgent a mail is: each lane has its own queue, so that a code never waits behind an overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    Urgent,
    Normal,
}

impl Lane {
    pub const fn queue(self) -> &'static str {
        match self {
            Self::Urgent => "mail-urgent",
            Self::Normal => "mail-normal",
        }
    }
}

/// To whom, and in which language.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub person: Option<PersonId>,
    pub address: String,
    pub locale: Locale,
}

/// A mail that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: Uuid,
    pub recipient: Recipient,
    pub kind: MailKind,
}

/// Puts a mail in the queue, to go out at `due`.
pub async fn put(tx: &Tx, recipient: Recipient, kind: &MailKind, lane: Lane, due: Timestamp) -> Result<Uuid, DbFault> {
    let id = EventId::new(tx.now()).uuid();
    let row = entity::ActiveModel {
        id: Set(id),
        person_id: Set(recipient.person.map(PersonId::uuid)),
        address: Set(recipient.address),
        locale: Set(recipient.locale.tag().to_owned()),
        kind: Set(kind.name().to_owned()),
        payload: Set(serde_json::to_string(kind).map_err(|error| DbFault::corrupt(error.to_string()))?),
        state: Set("queued".to_owned()),
        refusal: Set(None),
        created_at: Set(tx.now().millis()),
        sent_at: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    jobs::schedule(tx, lane.queue(), &format!("mail-{id}"), id.to_string(), due).await?;
    Ok(id)
}

/// The mail of a job, unless it went out before or is gone.
pub async fn waiting(sql: &impl Sql, id: Uuid) -> Result<Option<Waiting>, DbFault> {
    let row = entity::Entity::find_by_id(id).filter(entity::Column::State.eq("queued")).one(sql.conn()).await?;
    let Some(row) = row else { return Ok(None) };
    let kind = serde_json::from_str(&row.payload).map_err(|error| DbFault::corrupt(error.to_string()))?;
    let locale = Locale::from_tag(&row.locale).unwrap_or_default();
    Ok(Some(Waiting { id, recipient: Recipient { person: row.person_id.map(PersonId::from), address: row.address, locale }, kind }))
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    /// Not needed any more when its turn came.
    Dropped,
    Refused(String),
}

pub async fn note(tx: &Tx, id: Uuid, outcome: &Outcome) -> Result<(), DbFault> {
    let (state, refusal, sent) = match outcome {
        Outcome::Sent => ("sent", None, Some(tx.now().millis())),
        Outcome::Dropped => ("dropped", None, None),
        Outcome::Refused(why) => ("refused", Some(why.clone()), None),
    };
    entity::Entity::update_many()
        .col_expr(entity::Column::State, Expr::val(state))
        .col_expr(entity::Column::Refusal, Expr::val(refusal))
        .col_expr(entity::Column::SentAt, Expr::val(sent))
        .filter(entity::Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// How many mails are in a state: for an operator's eye.
pub async fn count(sql: &impl Sql, state: &str) -> Result<u64, DbFault> {
    let ids: Vec<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::State.eq(state))
        .order_by_asc(entity::Column::Id)
        .limit(1_000)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX))
}

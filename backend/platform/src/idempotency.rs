//! The same key, the same answer: a repeated POST is the same POST.

use db::{DbFault, Sql, Tx};
use kernel::RequestKey;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DeriveIden};
use uuid::Uuid;

use crate::Secrets;

/// Whether this request is the first with its key.
#[derive(Debug)]
pub enum Claim {
    /// Nobody used the key: go on with the id that was offered.
    First,
    /// The request was done before.
    Again(Earlier),
    /// The key was used for something else: another operation, or at another address.
    Misused,
}

/// What the first request with this key made.
#[derive(Debug)]
pub struct Earlier(Uuid);

impl Claim {
    /// For a slice that keeps its keys itself: the request with this key made that.
    pub const fn again(result: Uuid) -> Self {
        Self::Again(Earlier(result))
    }
}

impl Earlier {
    /// Its id, once it is sure to last: the first request may wait for the same commit as this one.
    pub async fn settled(self, tx: Tx) -> Result<Uuid, DbFault> {
        tx.commit().await?;
        Ok(self.0)
    }
}

#[derive(DeriveIden)]
enum Column {
    #[sea_orm(iden = "idempotency")]
    Table,
    KeyHash,
    Operation,
    ResultId,
    CreatedAt,
}

/// Claims `key` for this person, operation and address, in the transaction that makes `result`.
/// Two at once: the second waits for the first to commit, and then finds it.
pub async fn claim(
    tx: &Tx,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    operation: &str,
    result: Uuid,
) -> Result<Claim, DbFault> {
    let Some(RequestKey { key, address }) = key else {
        return Ok(Claim::First);
    };
    let operation = secrets.token("idempotency", &format!("{operation} {address}"));
    let owner = tx
        .person()
        .map(|person| person.to_string())
        .unwrap_or_default();
    let hash = secrets.token("idempotency", &format!("{owner}\n{key}"));
    let insert = Query::insert()
        .into_table(Column::Table)
        .columns([
            Column::KeyHash,
            Column::Operation,
            Column::ResultId,
            Column::CreatedAt,
        ])
        .values_panic([
            hash.clone().into(),
            operation.as_str().into(),
            result.into(),
            tx.now().millis().into(),
        ])
        .on_conflict(OnConflict::column(Column::KeyHash).do_nothing().to_owned())
        .to_owned();
    if tx.conn().execute(&insert).await?.rows_affected() > 0 {
        return Ok(Claim::First);
    }
    let select = Query::select()
        .columns([Column::Operation, Column::ResultId])
        .from(Column::Table)
        .and_where(Expr::col(Column::KeyHash).eq(hash))
        .to_owned();
    let Some(row) = tx.conn().query_one(&select).await? else {
        return Ok(Claim::First);
    };
    let before: String = row.try_get("", "operation")?;
    Ok(if before == operation {
        Claim::Again(Earlier(row.try_get("", "result_id")?))
    } else {
        Claim::Misused
    })
}

/// Forgets keys from before `before`.
pub async fn forget(tx: &Tx, before: kernel::Timestamp) -> Result<(), DbFault> {
    let delete = Query::delete()
        .from_table(Column::Table)
        .and_where(Expr::col(Column::CreatedAt).lt(before.millis()))
        .to_owned();
    tx.conn().execute(&delete).await?;
    Ok(())
}

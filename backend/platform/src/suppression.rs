//! "Never again": an address that must not be mailed, kept as a keyed hash.
//!
//! Promise: the table tells nobody which addresses are in it; a mail that somebody asks for (a code to
//! sign in) still goes out.

use std::collections::HashMap;

use db::{DbFault, Sql, Tx};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DeriveIden};

use crate::Secrets;

#[derive(DeriveIden)]
enum Column {
    #[sea_orm(iden = "suppression")]
    Table,
    AddressHash,
    Reason,
    CreatedAt,
}

/// Why an address is not mailed any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its owner said so.
    NeverAgain,
}

impl Reason {
    const fn as_str(self) -> &'static str {
        match self {
            Self::NeverAgain => "never-again",
        }
    }
}

fn hash(secrets: &Secrets, address: &str) -> String {
    secrets.token("suppression", &address.trim().to_lowercase())
}

/// Whether this address asked to be left alone.
pub async fn holds(sql: &impl Sql, secrets: &Secrets, address: &str) -> Result<bool, DbFault> {
    let select = Query::select()
        .expr(Expr::val(1_i64))
        .from(Column::Table)
        .and_where(Expr::col(Column::AddressHash).eq(hash(secrets, address)))
        .to_owned();
    Ok(sql.conn().query_one(&select).await?.is_some())
}

/// Those of these addresses that asked to be left alone.
pub async fn among(
    sql: &impl Sql,
    secrets: &Secrets,
    addresses: Vec<String>,
) -> Result<Vec<String>, DbFault> {
    let hashed = addresses.into_iter();
    let mut asked: HashMap<String, String> = hashed
        .map(|address| (hash(secrets, &address), address))
        .collect();
    let select = Query::select()
        .column(Column::AddressHash)
        .from(Column::Table)
        .and_where(Expr::col(Column::AddressHash).is_in(asked.keys().cloned()))
        .to_owned();
    let mut held = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let hash: String = row.try_get("", "address_hash")?;
        held.extend(asked.remove(&hash));
    }
    Ok(held)
}

/// From now on this address is left alone; saying it twice changes nothing.
pub async fn add(tx: &Tx, secrets: &Secrets, address: &str, reason: Reason) -> Result<(), DbFault> {
    let insert = Query::insert()
        .into_table(Column::Table)
        .columns([Column::AddressHash, Column::Reason, Column::CreatedAt])
        .values_panic([
            hash(secrets, address).into(),
            reason.as_str().into(),
            tx.now().millis().into(),
        ])
        .on_conflict(
            OnConflict::column(Column::AddressHash)
                .do_nothing()
                .to_owned(),
        )
        .to_owned();
    tx.conn().execute(&insert).await?;
    Ok(())
}

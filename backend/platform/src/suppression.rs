//! "Never again": an address that must not be mailed, kept as a keyed hash.
//!
//! Promise: the table tells nobody which addresses are in it; a mail that somebody asks for (a code to
//! sign in) still goes out; it holds for the mailbox, whatever mark stands in the address.

use std::collections::HashSet;

use db::{DbFault, Sql, Tx};
use kernel::mailbox_of;
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

/// Under which a "never again" that holds for this address may be kept: its mailbox, and the address as it is written.
fn hashes(secrets: &Secrets, address: &str) -> Vec<String> {
    let written = hash(secrets, address);
    let mut hashes = vec![written, hash(secrets, &mailbox_of(address))];
    hashes.dedup();
    hashes
}

/// Whether this address asked to be left alone.
pub async fn holds(sql: &impl Sql, secrets: &Secrets, address: &str) -> Result<bool, DbFault> {
    let select = Query::select()
        .expr(Expr::val(1_i64))
        .from(Column::Table)
        .and_where(Expr::col(Column::AddressHash).is_in(hashes(secrets, address)))
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
    let asked: Vec<(Vec<String>, String)> = hashed
        .map(|address| (hashes(secrets, &address), address))
        .collect();
    let any = asked.iter().flat_map(|(hashes, _)| hashes.clone());
    let select = Query::select()
        .column(Column::AddressHash)
        .from(Column::Table)
        .and_where(Expr::col(Column::AddressHash).is_in(any))
        .to_owned();
    let mut known: HashSet<String> = HashSet::new();
    for row in sql.conn().query_all(&select).await? {
        known.insert(row.try_get("", "address_hash")?);
    }
    let held = asked.into_iter().filter_map(|(hashes, address)| {
        let held = hashes.iter().any(|hash| known.contains(hash));
        held.then_some(address)
    });
    Ok(held.collect())
}

/// From now on the mailbox of this address is left alone; saying it twice changes nothing.
pub async fn add(tx: &Tx, secrets: &Secrets, address: &str, reason: Reason) -> Result<(), DbFault> {
    let insert = Query::insert()
        .into_table(Column::Table)
        .columns([Column::AddressHash, Column::Reason, Column::CreatedAt])
        .values_panic([
            hash(secrets, &mailbox_of(address)).into(),
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

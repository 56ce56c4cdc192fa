//! The secret that an installation is served with: its database knows it again, by a keyed hash that tells nothing of it.

use db::{DbFault, Sql, Tx};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DeriveIden};

use crate::Secrets;

#[derive(DeriveIden)]
enum Column {
    #[sea_orm(iden = "installation")]
    Table,
    Key,
    Value,
}

const KEY: &str = "secret";

/// What the database says of the present secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It was never served with one.
    NotYet,
    Same,
    Another,
}

fn mark(secrets: &Secrets) -> String {
    secrets.token("installation", KEY)
}

/// Whether the installation was served with this secret before.
pub async fn known(sql: &impl Sql, secrets: &Secrets) -> Result<Known, DbFault> {
    let select = Query::select()
        .column(Column::Value)
        .from(Column::Table)
        .and_where(Expr::col(Column::Key).eq(KEY))
        .to_owned();
    let Some(row) = sql.conn().query_one(&select).await? else {
        return Ok(Known::NotYet);
    };
    let kept: String = row.try_get("", "value")?;
    Ok(if kept == mark(secrets) {
        Known::Same
    } else {
        Known::Another
    })
}

/// Keeps it as the installation's, where none was kept: of nodes that start at once the first one.
pub async fn keep(tx: &Tx, secrets: &Secrets) -> Result<(), DbFault> {
    let once = OnConflict::column(Column::Key).do_nothing().to_owned();
    insert(tx, secrets, once).await
}

/// Takes it for the installation's, in place of the one before.
pub async fn accept(tx: &Tx, secrets: &Secrets) -> Result<(), DbFault> {
    let anew = OnConflict::column(Column::Key)
        .update_column(Column::Value)
        .to_owned();
    insert(tx, secrets, anew).await
}

async fn insert(tx: &Tx, secrets: &Secrets, conflict: OnConflict) -> Result<(), DbFault> {
    let insert = Query::insert()
        .into_table(Column::Table)
        .columns([Column::Key, Column::Value])
        .values_panic([KEY.into(), mark(secrets).into()])
        .on_conflict(conflict)
        .to_owned();
    tx.conn().execute(&insert).await?;
    Ok(())
}

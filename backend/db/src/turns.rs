//! What the calendar asks for is done once in each period, whichever node comes first.
//!
//! Promise: taking a turn and its work are one transaction: it is done once, or not at all and tried again.
//! Absent: which work, and when; the composition root has that list.

use std::collections::HashMap;

use kernel::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DeriveIden};

use crate::{DbFault, Sql, Tx};

#[derive(DeriveIden)]
enum Column {
    #[sea_orm(iden = "calendar_turn")]
    Table,
    Name,
    TakenAt,
}

/// When each turn was last taken.
pub async fn taken(sql: &impl Sql) -> Result<HashMap<String, Timestamp>, DbFault> {
    let select = Query::select()
        .columns([Column::Name, Column::TakenAt])
        .from(Column::Table)
        .to_owned();
    let mut turns = HashMap::new();
    for row in sql.conn().query_all(&select).await? {
        let at = Timestamp::from_millis(row.try_get("", "taken_at")?);
        turns.insert(row.try_get("", "name")?, at);
    }
    Ok(turns)
}

/// Takes the turn after the one at `last`; false when another node was first.
pub async fn take(tx: &Tx, name: &str, last: Option<Timestamp>) -> Result<bool, DbFault> {
    let now = tx.now().millis();
    let done = match last {
        None => {
            let first = Query::insert()
                .into_table(Column::Table)
                .columns([Column::Name, Column::TakenAt])
                .values_panic([name.into(), now.into()])
                .on_conflict(OnConflict::column(Column::Name).do_nothing().to_owned())
                .to_owned();
            tx.conn().execute(&first).await?
        }
        Some(last) => {
            let next = Query::update()
                .table(Column::Table)
                .value(Column::TakenAt, now)
                .and_where(Expr::col(Column::Name).eq(name))
                .and_where(Expr::col(Column::TakenAt).eq(last.millis()))
                .to_owned();
            tx.conn().execute(&next).await?
        }
    };
    Ok(done.rows_affected() > 0)
}

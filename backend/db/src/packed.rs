//! A list that comes over as one value.
//!
//! Each value of each row costs the library an allocation and a search by name: for a page of a list that is
//! more than finding the rows. So the database writes the rows as one JSON text, and `serde` reads them.
//! Why: `decisions/0031-lists-as-one-value.md`.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, FunctionCall, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend};
use serde::de::DeserializeOwned;

use crate::{DbFault, Sql};

/// The rows of `select`, in its order. `columns` are their names in it; `T` has its fields in the same order,
/// and reads an id as hexadecimal digits, with hyphens or without.
pub async fn packed<T: DeserializeOwned>(
    sql: &impl Sql,
    select: SelectStatement,
    columns: &[&'static str],
) -> Result<Vec<T>, DbFault> {
    let backend = sql.conn().get_database_backend();
    let all = Query::select()
        .expr_as(packing(backend, columns), "rows")
        .from_subquery(select, "of")
        .to_owned();
    let found = sql.conn().query_one(&all).await?;
    let rows: Option<String> = found
        .map(|row| row.try_get("", "rows"))
        .transpose()?
        .flatten();
    let Some(rows) = rows else {
        return Ok(Vec::new());
    };
    serde_json::from_str(&rows).map_err(|error| DbFault::corrupt(error.to_string()))
}

fn packing(backend: DbBackend, columns: &[&'static str]) -> Expr {
    let of = |column: &&'static str| Expr::col(("of", *column));
    match backend {
        DbBackend::Postgres => {
            let row = call("json_build_array", columns.iter().map(of));
            Expr::expr(call("json_agg", [row.into()])).cast_as("text")
        }
        _ => {
            // An id is kept as bytes there, for which JSON has no form.
            let readable = |column: &&'static str| {
                let bytes = Expr::expr(call("typeof", [of(column)])).eq("blob");
                let hex = call("hex", [of(column)]);
                Expr::case(bytes, hex).finally(of(column)).into()
            };
            let row = call("json_array", columns.iter().map(readable));
            call("json_group_array", [row.into()]).into()
        }
    }
}

fn call(name: &'static str, arguments: impl IntoIterator<Item = Expr>) -> FunctionCall {
    Func::cust(Alias::new(name)).args(arguments)
}

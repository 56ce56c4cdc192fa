//! Lists that come over as one value.
//!
//! Each value of each row costs the library allocations and a search by name: for a page of a list that is more
//! than finding the rows. So the database writes the list as one JSON text, and `serde` reads it.
//! Why: `decisions/0031-rows-as-one-value.md`.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, FunctionCall, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend};
use serde::de::DeserializeOwned;

use crate::{DbFault, Sql};

/// The rows of `select`, in its order. `columns` are their names in it; `T` has its fields in the same order. Columns
/// called `id` or `…_id` hold ids, and no others do: they come as hexadecimal digits, with hyphens or without.
pub async fn packed<T: DeserializeOwned>(
    sql: &impl Sql,
    select: SelectStatement,
    columns: &[&'static str],
) -> Result<Vec<T>, DbFault> {
    let backend = sql.conn().get_database_backend();
    let all = Query::select()
        .expr(packing(backend, columns))
        .from_subquery(select, "of")
        .to_owned();
    let row = sql.conn().query_one(&all).await?;
    let text: Option<String> = row
        .map(|row| row.try_get_by_index(0))
        .transpose()?
        .flatten();
    match text {
        Some(text) => {
            serde_json::from_str(&text).map_err(|error| DbFault::corrupt(error.to_string()))
        }
        None => Ok(Vec::new()),
    }
}

fn packing(backend: DbBackend, columns: &[&'static str]) -> Expr {
    let columns = columns.iter().copied();
    if backend == DbBackend::Postgres {
        let row = call("json_build_array", columns.map(value));
        return Expr::expr(call("json_agg", [row.into()])).cast_as("text");
    }
    let row = call("json_array", columns.map(readable));
    call("json_group_array", [row.into()]).into()
}

/// SQLite keeps an id as bytes, for which JSON has no form.
fn readable(column: &'static str) -> Expr {
    if !(column == "id" || column.ends_with("_id")) {
        return value(column);
    }
    let hex = call("hex", [value(column)]);
    let nothing = Expr::val("");
    call("nullif", [hex.into(), nothing]).into()
}

fn value(column: &'static str) -> Expr {
    Expr::col(("of", column))
}

fn call(name: &'static str, arguments: impl IntoIterator<Item = Expr>) -> FunctionCall {
    Func::cust(Alias::new(name)).args(arguments)
}

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
    let row = array(sql.conn().get_database_backend(), OF, columns);
    read(sql, select, row).await
}

/// A list inside each row of a list. Its `select` belongs to one row, whose columns it calls those of [`OF`].
pub struct Within {
    pub select: SelectStatement,
    pub columns: Vec<&'static str>,
}

/// As [`packed`], each row with the lists inside it: `T` is what a row is made of, then each list in turn.
pub async fn packed_with<T: DeserializeOwned>(
    sql: &impl Sql,
    select: SelectStatement,
    columns: &[&'static str],
    within: impl IntoIterator<Item = Within>,
) -> Result<Vec<T>, DbFault> {
    let backend = sql.conn().get_database_backend();
    let lists = within.into_iter().map(|list| {
        let row = array(backend, PART, &list.columns);
        let rows = all(backend, list.select, PART, row);
        Expr::SubQuery(None, Box::new(rows.into()))
    });
    let own = array(backend, OF, columns);
    let row = array_of(backend, std::iter::once(own).chain(lists));
    read(sql, select, row).await
}

/// What a row is called where a list inside it is selected.
pub const OF: &str = "of";
const PART: &str = "part";

async fn read<T: DeserializeOwned>(
    sql: &impl Sql,
    select: SelectStatement,
    row: Expr,
) -> Result<Vec<T>, DbFault> {
    let backend = sql.conn().get_database_backend();
    let rows = all(backend, select, OF, row);
    let found = if backend == DbBackend::Postgres {
        let text = value(PART, "rows").cast_as("text");
        let mut as_text = Query::select();
        as_text.expr(text).from_subquery(rows, PART);
        sql.conn().query_one(&as_text).await?
    } else {
        sql.conn().query_one(&rows).await?
    };
    let text: Option<String> = found
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

/// Each row of `select` as `row`, all of them in one array; an empty one for none.
fn all(
    backend: DbBackend,
    select: SelectStatement,
    name: &'static str,
    row: Expr,
) -> SelectStatement {
    let rows: Expr = if backend == DbBackend::Postgres {
        let nothing = Expr::cust("'[]'::json");
        call("coalesce", [call("json_agg", [row]).into(), nothing]).into()
    } else {
        call("json_group_array", [row]).into()
    };
    Query::select()
        .expr_as(rows, "rows")
        .from_subquery(select, name)
        .to_owned()
}

fn array(backend: DbBackend, of: &'static str, columns: &[&'static str]) -> Expr {
    let columns = columns.iter().copied();
    if backend == DbBackend::Postgres {
        return array_of(backend, columns.map(|column| value(of, column)));
    }
    array_of(backend, columns.map(|column| readable(of, column)))
}

fn array_of(backend: DbBackend, values: impl Iterator<Item = Expr>) -> Expr {
    let postgres = backend == DbBackend::Postgres;
    let name = if postgres {
        "json_build_array"
    } else {
        "json_array"
    };
    call(name, values).into()
}

/// SQLite keeps an id as bytes, for which JSON has no form.
fn readable(of: &'static str, column: &'static str) -> Expr {
    if !(column == "id" || column.ends_with("_id")) {
        return value(of, column);
    }
    let hex = call("hex", [value(of, column)]);
    let nothing = Expr::val("");
    call("nullif", [hex.into(), nothing]).into()
}

fn value(of: &'static str, column: &'static str) -> Expr {
    Expr::col((of, column))
}

fn call(name: &'static str, arguments: impl IntoIterator<Item = Expr>) -> FunctionCall {
    Func::cust(Alias::new(name)).args(arguments)
}

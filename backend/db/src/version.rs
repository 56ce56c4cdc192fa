//! The version of a row, which goes up with each change.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, SimpleExpr};

/// What to write in the column `version` of a row that changes.
pub fn next_version() -> SimpleExpr {
    Expr::col(Alias::new("version")).add(1_i64)
}

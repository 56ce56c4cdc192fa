//! What readers and writers share: a connection that knows who asks, and for which tenants.

use kernel::{PersonId, TenantSet, Timestamp};
use sea_orm::sea_query::{
    Alias, Expr, ExprTrait, Func, IntoColumnRef, SelectStatement, SimpleExpr,
};
use sea_orm::{ConnectionTrait, DbBackend};
use uuid::Uuid;

/// A place where statements run. Functions that only read take `&impl Sql`; functions that write take `&Tx`.
pub trait Sql: Sync {
    type Conn: ConnectionTrait;
    fn conn(&self) -> &Self::Conn;
    /// The tenants that this operation may touch.
    fn tenants(&self) -> &TenantSet;
    fn person(&self) -> Option<PersonId>;
    fn now(&self) -> Timestamp;

    /// `column IN (the set)`: the first condition of every query on a tenant's table.
    fn in_tenants(&self, column: impl IntoColumnRef) -> SimpleExpr {
        any_of(column, self.tenants().iter().map(kernel::TenantId::uuid))
    }

    /// `column IN (few)`, where few ids are found first and each row is looked up by its own. PostgreSQL does not know
    /// that they are few: as a plain condition it may read the whole table in the order of the list.
    fn among(&self, column: impl IntoColumnRef, few: SelectStatement) -> SimpleExpr {
        if self.conn().get_database_backend() != DbBackend::Postgres {
            return Expr::col(column).in_subquery(few);
        }
        let few = Expr::SubQuery(None, Box::new(few.into()));
        let array = Func::cust(Alias::new("ARRAY")).arg(few);
        Expr::col(column).eq(Func::cust(Alias::new("ANY")).arg(array))
    }
}

/// SQLite takes some 32,000 values in a statement.
const MOST_PADDED: usize = 4_096;

/// `column IN (…)`, false for an empty list. The last id is repeated up to the next power of two, so that lists of
/// every length share a few statements, which are planned once.
pub fn any_of(column: impl IntoColumnRef, ids: impl IntoIterator<Item = Uuid>) -> SimpleExpr {
    let mut ids: Vec<Uuid> = ids.into_iter().collect();
    if let Some(last) = ids.last().copied().filter(|_| ids.len() < MOST_PADDED) {
        ids.resize(ids.len().next_power_of_two(), last);
    }
    Expr::col(column).is_in(ids)
}

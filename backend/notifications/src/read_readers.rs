//! Who of many may read what a line is about, by the condition that lists and mails ask: in a few statements, however many.

use std::collections::HashSet;

use db::{DbFault, Sql};
use kernel::{PersonId, TenantSet, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType};
use uuid::Uuid;

use crate::store::About;

/// Of how many people one statement asks: each is a part of it.
const AT_ONCE: usize = 50;

/// The same connection, as somebody would ask; or as a visitor.
struct Asking<'a, S> {
    sql: &'a S,
    person: Option<PersonId>,
}

impl<S: Sql> Sql for Asking<'_, S> {
    type Conn = S::Conn;

    fn conn(&self) -> &S::Conn {
        self.sql.conn()
    }
    fn tenants(&self) -> &TenantSet {
        self.sql.tenants()
    }
    fn person(&self) -> Option<PersonId> {
        self.person
    }
    fn now(&self) -> Timestamp {
        self.sql.now()
    }
}

/// Those of these people who may read it now.
pub(crate) async fn among(
    sql: &impl Sql,
    about: About,
    people: &[PersonId],
) -> Result<HashSet<PersonId>, DbFault> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let visitor = seen_by(sql, about, (None, 0));
    if sql.conn().query_one(&visitor).await?.is_some() {
        return Ok(people.iter().copied().collect());
    }
    let mut readers = HashSet::new();
    for some in people.chunks(AT_ONCE) {
        let each = some.iter().copied().zip(0_i64..);
        let mut asked = each.map(|(person, number)| seen_by(sql, about, (Some(person), number)));
        let Some(mut all) = asked.next() else {
            continue;
        };
        for one in asked {
            all.union(UnionType::All, one);
        }
        for row in sql.conn().query_all(&all).await? {
            let number: i64 = row.try_get("", "number")?;
            readers.extend(usize::try_from(number).ok().and_then(|it| some.get(it)));
        }
    }
    Ok(readers)
}

/// The number, when this person may read it.
fn seen_by(
    sql: &impl Sql,
    about: About,
    (person, number): (Option<PersonId>, i64),
) -> SelectStatement {
    let asking = Asking { sql, person };
    let mut select = Query::select();
    select.expr_as(Expr::val(number), "number");
    match (about.thread, about.issue) {
        (Some(thread), _) => select
            .from("thread")
            .inner_join(
                "issue",
                Expr::col(("issue", "id")).equals(("thread", "issue_id")),
            )
            .and_where(Expr::col(("thread", "id")).eq(thread.uuid()))
            .cond_where(threads::read::visible(&asking)),
        (None, Some(issue)) => {
            is_it(&mut select, "issue", issue.uuid()).cond_where(issues::read::visible(&asking))
        }
        (None, None) => is_it(&mut select, "product", about.subject)
            .cond_where(results::read::products::visible(&asking)),
    };
    select
}

fn is_it<'a>(
    select: &'a mut SelectStatement,
    table: &'static str,
    id: Uuid,
) -> &'a mut SelectStatement {
    select
        .from(table)
        .and_where(Expr::col((table, "id")).eq(id))
}

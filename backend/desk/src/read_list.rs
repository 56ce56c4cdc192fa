//! The rooms inside a list of issues: by the rows of that list, so that nothing is asked twice.

use db::{OF, Sql, Within};
use issues::{Regime, Visibility};
use kernel::{PersonId, ThreadId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use serde::Deserialize;
use threads::read::{MOST_LISTED, goes_on, is_open_to_readers, read_by};
use threads::views::ThreadItem;
use threads::{Ranges, ThreadKind, remembers};
use uuid::Uuid;

/// The rooms inside each issue of a list: those that this person may read, the newest ones when there are very many.
/// The list asked who may see each issue and how this person takes part; the rule of the room itself is left.
pub fn within(sql: &impl Sql) -> Within {
    let person = sql.person().map(PersonId::uuid).unwrap_or_default();
    let takes_part = Expr::col((OF, "role")).is_not_null();
    let of_issue = Expr::col(("thread", "issue_id")).equals((OF, "id"));
    let select = Query::select()
        .columns(Shown::COLUMNS.map(|column| ("thread", column)))
        .expr_as(ranges_of(person), "ranges")
        .from("thread")
        .and_where(of_issue)
        .and_where(sql.in_tenants(("thread", "tenant_id")))
        .and_where(is_open_to_readers().or(takes_part))
        .and_where(goes_on())
        .order_by(("thread", "id"), Order::Desc)
        .limit(MOST_LISTED)
        .to_owned();
    let columns = Shown::COLUMNS.into_iter().chain(["ranges"]).collect();
    Within { select, columns }
}

/// What this person read of the thread in this row. No join: PostgreSQL would read for each issue what the person read of
/// every thread there is.
fn ranges_of(person: Uuid) -> Expr {
    let ranges = Query::select()
        .column(("thread_read", "ranges"))
        .from("thread_read")
        .cond_where(read_by(person))
        .to_owned();
    Expr::SubQuery(None, Box::new(ranges.into()))
}

/// Of a thread what a list of issues tells a person who is signed in; the fields are the columns, in their order.
#[derive(Deserialize)]
pub struct Shown {
    id: ThreadId,
    title: String,
    visibility: Visibility,
    regime: Regime,
    last_seq: i64,
    voids: String,
    last_post_at: i64,
    kind: ThreadKind,
    answers: i64,
    ranges: Option<String>,
}

impl Shown {
    const COLUMNS: [&str; 9] = [
        "id",
        "title",
        "visibility",
        "regime",
        "last_seq",
        "voids",
        "last_post_at",
        "kind",
        "answers",
    ];
}

impl From<Shown> for ThreadItem {
    fn from(shown: Shown) -> Self {
        let read = Ranges::parse(shown.ranges.as_deref().unwrap_or_default());
        let voids = Ranges::parse(&shown.voids);
        let seen = read.union(&voids);
        let last_seq = shown.last_seq.into();
        Self {
            id: shown.id,
            title: shown.title,
            regime: shown.regime,
            visibility: shown.visibility,
            posts: voids.missing(last_seq),
            last_seq,
            last_post_at: Timestamp::from_millis(shown.last_post_at),
            unread: if remembers(shown.regime) {
                seen.missing(last_seq)
            } else {
                0
            },
            first_unread: seen
                .first_missing(last_seq)
                .filter(|_| remembers(shown.regime)),
            kind: shown.kind,
            answered: shown.answers > 0,
        }
    }
}

//! A small country keeps the product's own rules.

use app::State;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

use super::{Extent, found};
use crate::place::Place;

async fn count(db: &DatabaseConnection, sql: &str) -> i64 {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// What must not be there, and how to find it.
const NEVER: [(&str, &str); 9] = [
    (
        "a number that is missing or counted wrong",
        "SELECT COUNT(*) FROM thread t WHERE last_seq <> (SELECT COUNT(*) FROM post p WHERE p.thread_id = t.id) \
         OR last_seq <> (SELECT MAX(seq) FROM post p WHERE p.thread_id = t.id) \
         OR last_change <> (SELECT MAX(change_seq) FROM post p WHERE p.thread_id = t.id)",
    ),
    (
        "somebody who writes and does not take part",
        "SELECT COUNT(*) FROM post p JOIN thread t ON t.id = p.thread_id WHERE NOT EXISTS \
         (SELECT 1 FROM participation a WHERE a.issue_id = t.issue_id AND a.person_id = p.author_id)",
    ),
    (
        "somebody who takes part without a role",
        "SELECT COUNT(*) FROM participation a WHERE NOT EXISTS \
         (SELECT 1 FROM role_grant g WHERE g.container_id = a.issue_id AND g.person_id = a.person_id)",
    ),
    (
        "a word of the gap meter that nobody earned",
        "SELECT COUNT(*) FROM perspective p WHERE wanted > \
         (SELECT COUNT(*) FROM perspective_choice c WHERE c.perspective_id = p.id)",
    ),
    (
        "an issue that was closed in silence",
        "SELECT COUNT(*) FROM issue i WHERE state = 'closed' AND NOT EXISTS \
         (SELECT 1 FROM outcome o WHERE o.issue_id = i.id AND o.published_version > 0)",
    ),
    (
        "words that were withdrawn and are still there",
        "SELECT COUNT(*) FROM post WHERE withdrawn_at IS NOT NULL AND body <> ''",
    ),
    (
        "a conversation with other rules than its issue",
        "SELECT COUNT(*) FROM thread t JOIN issue i ON i.id = t.issue_id \
         WHERE t.visibility <> i.visibility OR t.regime <> i.regime OR t.tenant_id <> i.tenant_id",
    ),
    (
        "a post from before its conversation, or from after its end",
        "SELECT COUNT(*) FROM post p JOIN thread t ON t.id = p.thread_id \
         WHERE p.created_at NOT BETWEEN t.created_at AND t.last_post_at",
    ),
    (
        "a row that refers to nothing",
        "SELECT COUNT(*) FROM pragma_foreign_key_check",
    ),
];

#[tokio::test]
async fn a_small_country_keeps_the_rules() {
    let place = Place::sqlite().unwrap();
    let state: State = place.state().await.unwrap();
    state.migrate().await.unwrap();
    let extent = Extent::part(1_000);
    let sights = found(&place, extent).await.unwrap();
    let db = place.connect().await.unwrap();
    let all = count(&db, "SELECT COUNT(*) FROM post").await;
    assert!(
        (extent.posts - 1_000..=extent.posts + 1_000).contains(&all),
        "{all}"
    );
    assert_eq!(
        count(&db, "SELECT COUNT(*) FROM person").await,
        extent.people
    );
    assert_eq!(
        count(&db, "SELECT COUNT(*) FROM issue").await,
        extent.issues
    );
    for (what, sql) in NEVER {
        assert_eq!(count(&db, sql).await, 0, "{what}");
    }
    let convener = sights.convener.simple();
    let issues = format!("SELECT COUNT(*) FROM participation WHERE person_id = X'{convener}'");
    assert_eq!(count(&db, &issues).await, 60);
}

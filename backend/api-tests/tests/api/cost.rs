//! What an operation costs in statements: the same for a long list as for a short one, and no more than was agreed.

use std::collections::BTreeMap;
use std::fmt::Write;

use testkit::{Person, TestApp};

use crate::operations;
use crate::world::World;

async fn statements(app: &TestApp, who: &Person, path: &str) -> Option<u64> {
    if who.get(path).await.status != 200 {
        return None;
    }
    let before = app.state.db.statements();
    assert_eq!(who.get(path).await.status, 200, "{path}");
    Some(app.state.db.statements() - before)
}

/// The dearest answer that anybody gets from each reading operation.
async fn costs(app: &TestApp, world: &World) -> BTreeMap<String, u64> {
    let mut costs = BTreeMap::new();
    for operation in operations::reading() {
        let mut path = operation.filled(&world.ids);
        if ["search", "suggest_titles"].contains(&operation.id.as_str()) {
            path = format!("{path}?q={}", world.word);
        }
        let mut dearest = None;
        for person in world.insiders() {
            dearest = dearest.max(statements(app, person, &path).await);
        }
        if let Some(dearest) = dearest {
            costs.insert(operation.id, dearest);
        }
    }
    costs
}

fn printed(costs: &BTreeMap<String, u64>) -> String {
    let mut text = String::new();
    for (operation, count) in costs {
        writeln!(text, "{count:3} {operation}").unwrap();
    }
    text
}

#[tokio::test]
async fn every_operation_asks_the_database_a_fixed_number_of_times() {
    let app = TestApp::new().await;
    let mut world = World::new(&app, "ess", "zeeolifant").await;
    let short = costs(&app, &world).await;
    for _ in 0..3 {
        world.grow(&app).await;
    }
    let long = costs(&app, &world).await;
    assert_eq!(printed(&short), printed(&long), "a longer list costs more");
    let known = [
        // No link of a mail is followed here.
        "show_never_invite_again",
        "show_never_nominate_again",
        "show_unsubscribe",
    ];
    let uncounted: Vec<_> = operations::reading()
        .into_iter()
        .map(|operation| operation.id)
        .filter(|id| !long.contains_key(id) && !known.contains(&id.as_str()))
        .collect();
    assert!(uncounted.is_empty(), "nobody may ask for {uncounted:?}");
    crate::generated::compare("statement_counts.txt", &printed(&long));
}

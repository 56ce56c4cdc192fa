//! How the database looks for what it is asked: no statement of the platform reads a large table whole.
//!
//! The gate runs it after all other tests, on the statements that those sent (`infra/scripts/test.sh`).

use testkit::{LARGE, Plans, Prepared, SMALL, allowed, statements_folder, statements_kept};

#[tokio::test]
async fn no_statement_reads_a_large_table_whole() {
    let folder = statements_folder().expect("NP_TEST_STATEMENTS names what the other tests left");
    let plans = Plans::avoiding_scans().await;
    let statements = statements_kept(&folder);
    assert!(
        statements.len() > 300,
        "only {} statements",
        statements.len()
    );
    let mut complaints = Vec::new();
    for statement in &statements {
        for scan in plans.scans(statement).await {
            let Prepared { sql, test, .. } = statement;
            match allowed(statement, &scan) {
                Some(why) => println!("{scan}: {why}"),
                None => complaints.push(format!("{scan}, in {test}:\n  {sql}")),
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}

#[tokio::test]
async fn every_table_is_said_to_be_large_or_small() {
    let plans = Plans::avoiding_scans().await;
    let mut said: Vec<&str> = LARGE.iter().chain(SMALL).map(|(table, _)| *table).collect();
    let mut there: Vec<&str> = plans.tables().iter().map(String::as_str).collect();
    said.sort_unstable();
    there.sort_unstable();
    assert_eq!(said, there, "backend/testkit/src/plans/tables.rs");
}

/// The tables that this reads whole.
async fn whole(sql: &str) -> Vec<String> {
    let statement = Prepared {
        sql: sql.to_owned(),
        types: vec!["uuid".to_owned()],
        test: String::new(),
    };
    let scans = Plans::avoiding_scans().await.scans(&statement).await;
    scans.into_iter().map(|scan| scan.table).collect()
}

#[tokio::test]
async fn a_statement_with_a_way_is_told_from_one_without() {
    let one =
        r#"SELECT "p"."body" FROM "post" AS "p" WHERE "p"."thread_id" = $1 ORDER BY "p"."seq""#;
    assert_eq!(whole(one).await, Vec::<String>::new());
    let all = r#"SELECT "p"."body" FROM "post" AS "p" WHERE "p"."quotes_id" = $1"#;
    assert_eq!(whole(all).await, ["post"]);
    let ordered =
        r#"SELECT "p"."body" FROM "post" AS "p" WHERE "p"."quotes_id" = $1 ORDER BY "p"."id""#;
    assert_eq!(whole(ordered).await, ["post"], "an index is read whole too");
}

//! `backup` while people post, `restore` on an empty installation: whole, or not at all.

use std::path::Path;

use serde_json::{Value, json};
use testkit::{Person, Postgres, Program, printed, run, until};

use crate::killed::Story;

/// Every post of the room, oldest first.
async fn texts(person: &Person, posts: &str) -> Vec<Value> {
    let page = person.get(&format!("{posts}?after=0&limit=100")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let items = page.body["items"].as_array().unwrap().iter();
    items
        .map(|post| json!([post["id"], post["seq"], post["html"]]))
        .collect()
}

async fn post(story: &Story, number: usize) {
    let said = json!({"body": format!("Bijdrage {number}.")});
    let posted = story.owner.post(&story.room.posts, &said).await;
    assert_eq!(posted.status, 201, "{}", posted.text);
}

/// A copy made while somebody posts.
async fn copy_while_posting(story: &Story, from: &Path, to: &Path) {
    let (from, to) = (from.to_owned(), to.to_str().unwrap().to_owned());
    let copying = tokio::task::spawn_blocking(move || run(&from, &[], &["backup", &to]));
    let mut number = 100;
    while !copying.is_finished() {
        post(story, number).await;
        number += 1;
    }
    let made = copying.await.unwrap();
    assert!(made.status.success(), "{}", printed(&made));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_while_people_post_is_put_back_as_of_one_moment() {
    let (here, there, copies) = folders();
    let mut story = Story::new(here.path()).await;
    let reader = story.program.sign_in("lezer@example.org").await;
    let follows = json!({"kind": "issue", "subject": story.room.issue});
    assert!(reader.post("/v1/me/follows", &follows).await.status < 300);
    for number in 0..5 {
        post(&story, number).await;
    }
    until("a mail about it is being gathered", async || {
        let told = reader.get("/v1/me/notifications").await;
        told.body["items"]
            .as_array()
            .is_some_and(|lines| !lines.is_empty())
    })
    .await;
    let before = texts(&story.owner, &story.room.posts).await;
    let copy = copies.path().join("copy");
    copy_while_posting(&story, here.path(), &copy).await;
    let after = texts(&story.owner, &story.room.posts).await;
    story.program.kill();

    let copy = copy.to_str().unwrap();
    let back = run(there.path(), &[], &["restore", copy]);
    assert!(back.status.success(), "{}", printed(&back));
    let listed = printed(&run(there.path(), &[], &["jobs", "list"]));
    let gathered = listed.lines().find(|line| line.starts_with("notify-due"));
    let columns: Vec<&str> = gathered.unwrap().split_whitespace().collect();
    assert_eq!(columns, ["notify-due", "0", "0", "1", "0"], "{listed}");
    let mails = ["mail-", "mail ", "invitations", "notifications"];
    for line in listed
        .lines()
        .filter(|line| mails.iter().any(|it| line.starts_with(it)))
    {
        assert_eq!(line.split_whitespace().nth(1), Some("0"), "{line}");
    }
    let program = Program::serve(there.path()).await;
    let owner = program.sign_in("owner@example.org").await;
    let held = texts(&owner, &story.room.posts).await;
    assert!(held.starts_with(&before), "nothing from before is missing");
    assert!(after.starts_with(&held), "and it is one moment's");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_damaged_or_would_overwrite_something_is_refused() {
    let (here, there, copies) = folders();
    let mut story = Story::new(here.path()).await;
    post(&story, 1).await;
    let copy = copies.path().join("copy");
    let path = copy.to_str().unwrap();
    copy_while_posting(&story, here.path(), &copy).await;
    story.program.kill();
    let refused = |folder: &Path, arguments: &[&str], why: &str| {
        let ended = run(folder, &[], arguments);
        let said = printed(&ended);
        assert!(!ended.status.success() && said.contains(why), "{said}");
    };
    refused(here.path(), &["restore", path], "holds something already");
    refused(here.path(), &["backup", path], "holds something already");
    refused(there.path(), &["restore", "/nergens"], "no copy");

    let dump = copy.join("database.sqlite");
    let mut bytes = std::fs::read(&dump).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&dump, bytes).unwrap();
    refused(
        there.path(),
        &["restore", path],
        "database.sqlite has changed",
    );
    std::fs::remove_file(&dump).unwrap();
    refused(
        there.path(),
        &["restore", path],
        "database.sqlite is missing",
    );
    assert_eq!(std::fs::read_dir(there.path()).unwrap().count(), 0);
}

#[test]
fn the_doctor_says_when_nothing_here_can_copy_a_postgresql() {
    let (here, there, _) = folders();
    let server = Postgres::start(there.path());
    let url = server.url();
    let doctor = |more: &[(&str, &str)]| {
        let settings = [&[("NP_DATABASE_URL", url.as_str())], more].concat();
        printed(&run(here.path(), &settings, &["doctor"]))
    };
    let said = doctor(&[]);
    assert!(said.contains("ok     database: PostgreSQL "), "{said}");
    assert!(said.contains("ok     backup: pg_dump "), "{said}");
    let said = doctor(&[("PATH", "/nergens")]);
    assert!(
        said.contains("CHECK  backup: pg_dump cannot be run") && said.contains("postgresql-client"),
        "{said}"
    );
}

fn folders() -> (tempfile::TempDir, tempfile::TempDir, tempfile::TempDir) {
    let folder = || tempfile::tempdir().unwrap();
    (folder(), folder(), folder())
}

//! `tenant export` while people post, `tenant import` into another installation that serves.

use serde_json::json;
use testkit::{Program, printed, run, until};

use crate::killed::Story;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organisation_moves_between_two_programs_that_serve() {
    let folder = || tempfile::tempdir().unwrap();
    let (here, there, archives) = (folder(), folder(), folder());
    let story = Story::new(there.path()).await;
    let archive = archives.path().join("ess");
    let archive = archive.to_str().unwrap().to_owned();
    let post = async |number: usize| {
        let said = json!({"body": format!("Zilverpopulier {number}.")});
        let posted = story.owner.post(&story.room.posts, &said).await;
        assert_eq!(posted.status, 201, "{}", posted.text);
    };
    for number in 0..5 {
        post(number).await;
    }
    let (from, to) = (there.path().to_owned(), archive.clone());
    let writing =
        tokio::task::spawn_blocking(move || run(&from, &[], &["tenant", "export", "ess", &to]));
    let mut number = 100;
    while !writing.is_finished() {
        post(number).await;
        number += 1;
    }
    let written = writing.await.unwrap();
    let said = printed(&written);
    assert!(written.status.success(), "{said}");
    let checksum = said.trim().rsplit(' ').next().unwrap().to_owned();

    let program = Program::serve(here.path()).await;
    let import = |arguments: &[&str]| {
        let mut all = vec!["tenant", "import", archive.as_str()];
        all.extend(arguments);
        let ended = run(here.path(), &[], &all);
        (ended.status.success(), printed(&ended))
    };
    let (done, said) = import(&["--sha256", &"0".repeat(64)]);
    assert!(
        !done && said.contains("not the archive with that checksum"),
        "{said}"
    );
    let (done, said) = import(&["--sha256", &checksum]);
    assert!(done && said.contains("1 people are new here"), "{said}");
    let (done, said) = import(&[]);
    assert!(
        !done && said.contains("give it another one with --slug"),
        "{said}"
    );

    let owner = program.sign_in("owner@example.org").await;
    let page = owner
        .get(&format!("{}?after=0&limit=100", story.room.posts))
        .await;
    let posts = page.body["items"].as_array().unwrap();
    assert!(posts.len() >= 6, "{}", page.text);
    let seqs: Vec<_> = posts
        .iter()
        .map(|post| post["seq"].as_u64().unwrap())
        .collect();
    let whole: Vec<u64> = (1..).take(seqs.len()).collect();
    assert_eq!(seqs, whole, "one moment: nothing in between is missing");
    until("it is found", async || {
        let found = owner.get("/v1/search?q=zilverpopulier").await;
        found.body["total"].as_u64().is_some_and(|total| total >= 5)
    })
    .await;
    let mails = program.mails_to("owner@example.org");
    assert_eq!(mails.len(), 1, "the code to sign in, and nothing of before");
}

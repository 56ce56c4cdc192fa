//! `erasures`: an operator has somebody erased who cannot ask, and carries on who was.

use testkit::{printed, run, until};

use crate::killed::Story;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_asks_for_somebody_who_is_told_so_and_can_stop_it() {
    let here = tempfile::tempdir().unwrap();
    let story = Story::new(here.path()).await;
    let does = |arguments: &[&str]| {
        let ended = run(here.path(), &[], arguments);
        (ended.status.success(), printed(&ended))
    };
    let order = |address: &str| does(&["erasures", "order", address, "--reason", "brief"]);
    let (ordered, said) = order("niemand@example.org");
    assert!(
        !ordered && said.contains("nobody proved this address"),
        "{said}"
    );
    let address = "weg@example.org";
    let person = story.program.sign_in(address).await;
    let (ordered, said) = order(address);
    assert!(ordered && said.contains("it is done from"), "{said}");
    until("a mail tells so", async || {
        let mails = story.program.mails_to(address);
        mails
            .iter()
            .any(|mail| mail.replace("=\r\n", "").contains("/mijn-gegevens/wissen"))
    })
    .await;
    let waits = person.get("/v1/me/erasure").await;
    assert_eq!(waits.body["asked"]["begun"], false, "{}", waits.text);
    assert_eq!(person.delete("/v1/me/erasure").await.status, 204);

    let file = here.path().join("ledger");
    let path = file.display().to_string();
    for (text, taken) in [("geen regel\n", false), ("", true)] {
        std::fs::write(&file, text).unwrap();
        let (replayed, said) = does(&["erasures", "replay", &path]);
        assert_eq!(replayed, taken, "{said}");
    }
    assert!(does(&["erasures", "ledger"]).0);
}

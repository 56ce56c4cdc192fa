//! What is damaged, forged or in the way is refused, and leaves nothing behind.

use std::collections::BTreeMap;

use kernel::TenantRole;
use testkit::TestApp;

use super::installations::{Archive, another_installation, files_in, tenant_of};
use crate::schema;
use crate::world::World;

/// How much there is of everything.
async fn everything(app: &TestApp) -> (BTreeMap<String, i64>, usize) {
    let mut counts = BTreeMap::new();
    for table in schema::tables(app).await {
        counts.insert(table.clone(), schema::rows(app, &table).await);
    }
    let files = files_in(&app.state.settings.files_dir()).len();
    (counts, files)
}

async fn refused(archive: &Archive, here: &TestApp, why: &str) {
    let before = everything(here).await;
    let said = archive.import(here, None).await.unwrap_err();
    assert!(said.contains(why), "{said}");
    assert_eq!(everything(here).await, before, "{why}");
}

/// An archive, and an installation with an organisation of its own.
async fn both() -> (TestApp, TestApp) {
    let there = TestApp::new().await;
    World::new(&there, "ess", "zeeolifant").await;
    let here = another_installation().await;
    let own = here.tenant("eigen").await;
    here.member("Baas", own, TenantRole::Owner).await;
    (there, here)
}

#[tokio::test]
async fn a_damaged_archive_is_refused_before_anything_is_written() {
    let (there, here) = both().await;
    let archive = Archive::of(&there, "ess").await;
    let wrong = archive.import_as(&here, None, Some(&"0".repeat(64))).await;
    assert!(wrong.unwrap_err().contains("checksum"));

    let post = archive.path("post.jsonl");
    let whole = std::fs::read_to_string(&post).unwrap();
    std::fs::write(&post, whole.replace("slaapt", "waakt!")).unwrap();
    refused(&archive, &here, "post.jsonl has changed").await;
    std::fs::remove_file(&post).unwrap();
    refused(&archive, &here, "post.jsonl is missing").await;
    std::fs::write(&post, &whole).unwrap();
    std::fs::write(archive.path("more.txt"), "x").unwrap();
    refused(&archive, &here, "more.txt does not belong").await;
    std::fs::remove_file(archive.path("more.txt")).unwrap();

    let manifest = archive.path("manifest.json");
    let text = std::fs::read_to_string(&manifest).unwrap();
    std::fs::write(&manifest, text.replace("\"format\": 2", "\"format\": 99")).unwrap();
    refused(&archive, &here, "format 99").await;
    std::fs::write(&manifest, text).unwrap();
    let sum = archive.checksum.to_uppercase();
    archive.import_as(&here, None, Some(&sum)).await.unwrap();
}

#[tokio::test]
async fn a_forged_archive_gives_nobody_a_role_elsewhere_and_leaves_nothing_behind() {
    let (there, here) = both().await;
    let own = tenant_of(&here, "eigen").await.to_string();
    let moving = tenant_of(&there, "ess").await.to_string();
    let forged = |name: &'static str, from: String, to: String, why: &'static str| {
        let (there, here) = (&there, &here);
        async move {
            let archive = Archive::of(there, "ess").await;
            archive.forge(name, |text| {
                assert!(text.contains(&from), "{name} has {from}");
                text.replacen(&from, &to, 1)
            });
            refused(&archive, here, why).await;
        }
    };
    let of = |id: &str| format!("\"containerId\":\"{id}\"");
    let elsewhere = "container_id names what is not in the archive";
    forged("role_grant.jsonl", of(&moving), of(&own), elsewhere).await;
    let wide = || "\"size\":".to_owned();
    let row = "is not what its row says";
    forged("file.jsonl", wide(), "\"size\":1".to_owned(), row).await;
    let seq = || "\"seq\":2,".to_owned();
    forged("post.jsonl", seq(), "\"seq\":1,".to_owned(), "post: ").await;
    let body = || "\"body\":".to_owned();
    let html = "\"html\":\"<script>\",\"body\":".to_owned();
    forged("post.jsonl", body(), html, "html is not known").await;
    let colour = "\"colour\":\"#154273\"".to_owned();
    let style = "\"colour\":\"red;}\"".to_owned();
    forged(
        "tenant.jsonl",
        colour,
        style,
        "colour: This is not a colour",
    )
    .await;
}

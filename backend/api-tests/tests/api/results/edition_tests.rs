//! Editions of a knowledge product: what is read, and what is being written beside it.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use super::product_tests::{drafted, guide};
use super::*;
use crate::files::{upload, upload_pdf};

struct Shelf {
    app: TestApp,
    noor: Person,
    path: String,
}

impl Shelf {
    /// A guide that is out.
    async fn new(change: &Value) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let noor = app.member("Noor", tenant, TenantRole::Publisher).await;
        let path = drafted(&noor, change).await;
        let shelf = Self { app, noor, path };
        assert_eq!(shelf.publish(&json!({})).await.status, 200);
        shelf
    }

    async fn publish(&self, said: &Value) -> testkit::Answer {
        let path = format!("{}/_publish", self.path);
        self.noor.post(&path, said).await
    }

    async fn revise(&self, change: &Value) {
        let version = self.noor.get(&self.path).await.etag();
        let saved = self.noor.patch(&self.path, &version, &guide(change)).await;
        assert_eq!(saved.status, 200, "{}", saved.text);
    }
}

#[tokio::test]
async fn readers_keep_what_was_published_until_the_next_edition_is() {
    let shelf = Shelf::new(&json!({})).await;
    shelf.revise(&json!({"title": "Half af"})).await;
    let read = shelf.app.visitor().get(&shelf.path).await;
    assert_eq!(
        (
            &read.body["title"],
            &read.body["edition"],
            &read.body["next"]
        ),
        (&json!("Een gesprek leiden"), &json!(1), &Value::Null)
    );
    assert!(!read.text.contains("Half af"));
    let writer = shelf.noor.get(&shelf.path).await.body;
    assert_eq!(
        (&writer["next"]["title"], &writer["can"]["publish"]),
        (&json!("Half af"), &json!(true))
    );
    shelf
        .revise(&json!({"title": "Een gesprek goed leiden"}))
        .await;
    assert_eq!(shelf.publish(&json!({})).await.status, 200);
    let read = shelf.app.visitor().get(&shelf.path).await.body;
    assert_eq!(
        (&read["title"], &read["edition"]),
        (&json!("Een gesprek goed leiden"), &json!(2))
    );
    let again = shelf.publish(&json!({})).await;
    assert_eq!(
        again.code(),
        "result.no-such-step",
        "nothing new was written"
    );
    assert_eq!(
        (
            events(&shelf.app, "product.published").await,
            events(&shelf.app, "product.changed").await
        ),
        (1, 1),
        "followers hear of it once"
    );
}

#[tokio::test]
async fn nobody_publishes_an_edition_that_he_did_not_see() {
    let shelf = Shelf::new(&json!({})).await;
    shelf.revise(&json!({"title": "Van een ander"})).await;
    let stale = shelf.publish(&json!({"version": 2})).await;
    assert_eq!((stale.status, stale.code()), (412, "precondition.failed"));
    assert_eq!(shelf.publish(&json!({"version": 3})).await.status, 200);
}

#[tokio::test]
async fn what_is_retired_can_be_worked_on_and_comes_back_with_it() {
    let shelf = Shelf::new(&json!({})).await;
    let retire = format!("{}/_retire", shelf.path);
    assert_eq!(shelf.noor.post(&retire, &json!({})).await.status, 200);
    shelf.revise(&json!({"title": "Vernieuwd"})).await;
    assert_eq!(shelf.app.visitor().get(&shelf.path).await.status, 404);
    assert_eq!(shelf.publish(&json!({})).await.status, 200);
    let read = shelf.app.visitor().get(&shelf.path).await.body;
    assert_eq!(
        (&read["title"], &read["edition"]),
        (&json!("Vernieuwd"), &json!(2))
    );
}

#[tokio::test]
async fn who_cannot_see_where_it_came_from_does_not_remove_it() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let noor = app.member("Noor", tenant, TenantRole::Publisher).await;
    let rules = json!({"visibility": "invited", "regime": "trusted"});
    let hidden = app.open_issue(&joost, "ess", rules).await;
    let path = drafted(&joost, &json!({"sources": [hidden]})).await;
    let saved = noor.patch(&path, "\"1\"", &guide(&json!({}))).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    assert_eq!(saved.body["sources"], json!([]), "she does not see it");
    assert_eq!(joost.get(&path).await.body["sources"][0]["id"], hidden);
}

#[tokio::test]
async fn a_file_is_read_with_the_edition_that_it_hangs_on() {
    let shelf = Shelf::new(&json!({})).await;
    let status = async |file: &str| {
        let path = format!("/v1/tenants/ess/files/{file}");
        shelf.app.visitor().get(&path).await.status
    };
    let first = upload_pdf(&shelf.noor).await;
    shelf.revise(&json!({"files": [{"id": first}]})).await;
    assert_eq!(status(&first).await, 404, "it is still being written");
    assert_eq!(shelf.publish(&json!({})).await.status, 200);
    assert_eq!(status(&first).await, 200);
    let second = upload_pdf(&shelf.noor).await;
    shelf.revise(&json!({"files": [{"id": second}]})).await;
    shelf.app.advance(DAY * 3);
    app::calendar::turn(&shelf.app.state).await;
    assert_eq!(
        (status(&first).await, status(&second).await),
        (200, 404),
        "what is read stays, however long the next one takes"
    );
    assert_eq!(shelf.publish(&json!({})).await.status, 200);
    assert_eq!((status(&first).await, status(&second).await), (404, 200));
}

#[tokio::test]
async fn a_picture_is_not_published_without_words() {
    let shelf = Shelf::new(&json!({})).await;
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(4, 4)
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    let kept = upload(&shelf.noor, "heg.png", bytes.into_inner()).await;
    let id = kept.body["id"].clone();
    shelf.revise(&json!({"files": [{"id": id}]})).await;
    let refused = shelf.publish(&json!({})).await;
    assert_eq!(
        (
            refused.status,
            &refused.body["errors"][0]["pointer"],
            &refused.body["errors"][0]["code"]
        ),
        (400, &json!("/files/0/alt"), &json!("product.alt-missing"))
    );
    shelf
        .revise(&json!({"files": [{"id": id, "alt": "Een lage heg."}]}))
        .await;
    assert_eq!(shelf.publish(&json!({})).await.status, 200);
    let read = shelf.app.visitor().get(&shelf.path).await.body;
    assert_eq!(read["files"][0]["alt"], "Een lage heg.");
}

//! The platform among the programs of a device: what each page links to, and what that says.

use serde_json::{Value, json};
use testkit::TestApp;

const MANIFEST: &str = "/manifest.webmanifest";

#[tokio::test]
async fn each_page_links_to_a_manifest_that_a_device_understands() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    for page in ["/", "/o/ess", "/aanmelden", "/zoeken", "/nergens"] {
        let shown = visitor.get(page).await;
        let link = format!("<link rel=\"manifest\" href=\"{MANIFEST}\">");
        assert!(shown.text.contains(&link), "{page}");
        // What the policy says of manifests is what it says of everything.
        let policy = shown.header("content-security-policy");
        assert!(policy.contains("default-src 'self'") && !policy.contains("manifest-src"));
    }
    let manifest = visitor.get(MANIFEST).await;
    assert_eq!(
        (
            manifest.status,
            manifest.header("content-type"),
            manifest.header("cache-control")
        ),
        (200, "application/manifest+json", "private, max-age=3600")
    );
    let told: Value = serde_json::from_str(&manifest.text).unwrap();
    assert_eq!(
        [
            &told["name"],
            &told["lang"],
            &told["start_url"],
            &told["display"]
        ],
        [
            &json!("Netwerkplatform"),
            &json!("nl"),
            &json!("/overzicht"),
            &json!("standalone")
        ]
    );
}

#[test]
fn every_icon_of_the_manifest_is_one_of_ours() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let public = format!("{root}/frontend/public");
    let source = std::fs::read_to_string(format!("{root}/backend/site/src/manifest.rs")).unwrap();
    let icons = source.split('"').filter(|it| it.starts_with("/icon"));
    let icons: Vec<_> = icons.collect();
    assert_eq!(icons.len(), 5, "{icons:?}");
    for icon in icons {
        let bytes = std::fs::read(format!("{public}{icon}")).expect(icon);
        if icon.ends_with(".png") {
            assert_eq!(bytes.get(1..4), Some(b"PNG".as_slice()), "{icon}");
        }
    }
}

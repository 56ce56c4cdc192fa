//! Archives, and the installations that they come from and go to.

use std::path::{Path, PathBuf};

use app::moving::{self, Asked, Manifest, Moved};
use kernel::{Clock, Scope, TenantId};
use platform::suppression;
use platform::tenants;
use serde_json::{Value, json};
use testkit::{Person, TestApp, code_in};

pub struct Archive {
    pub manifest: Manifest,
    pub checksum: String,
    pub folder: tempfile::TempDir,
}

impl Archive {
    pub async fn of(app: &TestApp, slug: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (manifest, checksum) = moving::export(&app.state.settings, slug, folder.path())
            .await
            .unwrap();
        Self {
            manifest,
            checksum,
            folder,
        }
    }

    /// What came of it, or why it was refused.
    pub async fn import(&self, app: &TestApp, slug: Option<&str>) -> Result<Moved, String> {
        self.import_as(app, slug, None).await
    }

    pub async fn import_as(
        &self,
        app: &TestApp,
        slug: Option<&str>,
        checksum: Option<&str>,
    ) -> Result<Moved, String> {
        let asked = Asked {
            folder: self.folder.path(),
            slug,
            checksum,
        };
        let done = moving::import(&app.state, &asked).await;
        done.map_err(|fault| fault.to_string())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// All of it, as text.
    pub fn everything(&self) -> String {
        let files = files_in(self.folder.path());
        let read =
            |file: &PathBuf| String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned();
        files.iter().map(read).collect()
    }

    /// Changes a file, and the manifest so that it fits again.
    pub fn forge(&self, name: &str, change: impl Fn(&str) -> String) {
        let text = change(&std::fs::read_to_string(self.path(name)).unwrap());
        std::fs::write(self.path(name), &text).unwrap();
        let manifest = std::fs::read_to_string(self.path("manifest.json")).unwrap();
        let mut manifest: Value = serde_json::from_str(&manifest).unwrap();
        let sum = {
            use sha2::{Digest, Sha256};
            let digits = Sha256::digest(text.as_bytes());
            let pairs: Vec<String> = digits.iter().map(|byte| format!("{byte:02x}")).collect();
            pairs.concat()
        };
        manifest["checksums"][name] = json!(sum);
        let kind = name.trim_end_matches(".jsonl");
        manifest["lines"][kind] = json!(text.lines().count());
        std::fs::write(self.path("manifest.json"), manifest.to_string()).unwrap();
    }
}

pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => files_in(&path),
            path => vec![path],
        })
        .collect()
}

/// One with a secret of its own.
pub async fn another_installation() -> TestApp {
    TestApp::with(|settings| settings.secret = Some("08".repeat(32))).await
}

/// Signs in with the code of a mail, as somebody does who comes by for the first time.
pub async fn arrives(app: &TestApp, email: &str) -> Person {
    let mut person = app.visitor();
    let asked = person
        .post("/v1/sign-in-codes", &json!({ "email": email }))
        .await;
    app.settle().await;
    let code = code_in(&app.mails_to(email).pop().unwrap());
    let proof = json!({"kind": "code", "signInCode": asked.body["id"], "code": code});
    let begun = person.post("/v1/sessions", &proof).await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    person.keep_cookies(&begun);
    person
}

/// Everything of a room that does not name a person.
pub async fn posts(person: &Person, thread: &str) -> Vec<Value> {
    let page = person
        .get(&format!("{thread}/posts?after=0&limit=100"))
        .await;
    assert_eq!(page.status, 200, "{}", page.text);
    let items = page.body["items"].as_array().unwrap().iter();
    let said = |post: &Value| {
        json!([
            post["id"],
            post["seq"],
            post["html"],
            post["quotes"]["id"],
            post["createdAt"],
            post["editedAt"],
            post["withdrawn"],
            post["version"]
        ])
    };
    items.map(said).collect()
}

pub fn worker(app: &TestApp, tenant: TenantId) -> Scope {
    Scope::worker(kernel::TenantSet::one(tenant), app.clock.now())
}

pub async fn tenant_of(app: &TestApp, slug: &str) -> TenantId {
    let every = app
        .state
        .db
        .read_across(db::Across::Operator, app.clock.now());
    tenants::any_by_slug(&every, slug)
        .await
        .unwrap()
        .unwrap()
        .id
}

pub async fn asks_to_be_left_alone(app: &TestApp, address: &str) {
    let scope = Scope::worker(kernel::TenantSet::default(), app.clock.now());
    let tx = app.state.db.begin(&scope).await.unwrap();
    let never = suppression::Reason::NeverAgain;
    suppression::add(&tx, &app.state.secrets, address, never)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

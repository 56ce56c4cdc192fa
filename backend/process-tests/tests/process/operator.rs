//! What an operator is told: which setting is wrong and what to do, and never a secret.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use sea_orm::ConnectionTrait;
use testkit::{FakeMeilisearch, NatsServer, Program, printed, run};

const SECRETS: [&str; 3] = ["zeergeheim", "wachtwoordje", "0badc0de"];

#[test]
fn a_wrong_setting_ends_the_start_with_its_name_and_a_hint_and_no_secret() {
    for (name, value, hint) in [
        ("NP_PUBLIC_URL", "platform.example.org", "https://"),
        ("NP_PUBLIC_URL", "https://example.org/pad", "https://"),
        (
            "NP_PUBLIC_URL",
            "https://np:zeergeheim@example.org",
            "a password",
        ),
        ("NP_LISTEN", "8080", "127.0.0.1:8080"),
        ("NP_LISTEN", "127.0.0.1:eighty", "127.0.0.1:8080"),
        ("NP_DATABASE_URL", "mysql://u:zeergeheim@db/x", "sqlite://"),
        ("NP_DATABASE_CONNECTIONS", "0", "1 or more"),
        ("NP_DATABASE_COMMIT_GROUP", "0", "1 or more"),
        ("NP_SECRET", "0badc0de", "64 hexadecimal digits"),
        ("NP_SMTP_SECURITY", "ssl", "starttls"),
        ("NP_SMTP_PASSWORD", "wachtwoordje", "NP_SMTP_USER"),
        ("NP_MAIL_FROM", "geen adres", "e-mail address"),
        ("NP_MAIL_NAME", " ", "one line"),
        ("NP_FILES_BUCKET", "bestanden", "NP_FILES_ENDPOINT"),
        ("NP_FILES_KEY", "zeergeheim", "NP_FILES_BUCKET"),
        ("NP_DATA_DIR", "/proc/nergens", "NP_DATA_DIR"),
        ("NP_SCANNER", "127.0.0.1:3310", "tcp://127.0.0.1:3310"),
        ("NP_SEARCH_URL", "127.0.0.1:7700", "http://127.0.0.1:7700"),
        (
            "NP_SEARCH_URL",
            "http://u:zeergeheim@zoek:7700",
            "a password",
        ),
        ("NP_SEARCH_KEY", "zeergeheim", "NP_SEARCH_URL"),
        ("NP_NATS_URL", "nats://127.0.0.1", "NP_DATABASE_URL"),
        ("NP_NATS_CREDENTIALS", "np:zeergeheim", "NP_NATS_URL"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let ended = run(folder.path(), &[(name, value)], &["serve"]);
        let said = printed(&ended);
        assert_eq!(ended.status.code(), Some(1), "{name}={value}: {said}");
        let named = match name {
            "NP_SMTP_PASSWORD" => "NP_SMTP_USER",
            "NP_FILES_BUCKET" => "NP_FILES_ENDPOINT",
            "NP_FILES_KEY" => "NP_FILES_BUCKET",
            "NP_SEARCH_KEY" => "NP_SEARCH_URL",
            "NP_NATS_CREDENTIALS" => "NP_NATS_URL",
            name => name,
        };
        assert!(
            said.contains(named) && said.contains(hint),
            "{name}={value}: {said}"
        );
        assert!(
            !SECRETS.iter().any(|secret| said.contains(secret)),
            "{said}"
        );
    }
}

#[test]
fn a_folder_of_pages_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let settings = [("NP_LISTEN", "127.0.0.1:0"), ("NP_WEB_DIR", "/nergens")];
    let ended = run(folder.path(), &settings, &["serve"]);
    let said = printed(&ended);
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(
        said.contains("NP_WEB_DIR") && said.contains("/nergens"),
        "{said}"
    );
}

#[test]
fn a_database_that_is_away_is_named_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let url = "postgres://np:zeergeheim@127.0.0.1:1/np";
    for arguments in [["serve"], ["doctor"]] {
        let ended = run(folder.path(), &[("NP_DATABASE_URL", url)], &arguments);
        let said = printed(&ended);
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(said.contains("database"), "{said}");
        assert!(!said.contains("zeergeheim"), "{said}");
    }
}

#[test]
fn a_wrong_setting_of_nats_ends_the_start_before_anything_is_reached() {
    let away = "postgres://np@127.0.0.1:1/np";
    for (url, name, value, named, hint) in [
        (
            "nats:4222",
            "NP_DATABASE_CONNECTIONS",
            "8",
            "NP_NATS_URL",
            "nats://host:4222",
        ),
        (
            "http://bus",
            "NP_DATABASE_CONNECTIONS",
            "8",
            "NP_NATS_URL",
            "nats://host:4222",
        ),
        (
            "nats://np:zeergeheim@bus",
            "NP_DATABASE_CONNECTIONS",
            "8",
            "NP_NATS_URL",
            "NP_NATS_CREDENTIALS_FILE",
        ),
        (
            "nats://bus",
            "NP_NATS_CREDENTIALS",
            "een wachtwoordje",
            "NP_NATS_CREDENTIALS",
            "name:password",
        ),
        (
            "nats://bus",
            "NP_NATS_CREDENTIALS_FILE",
            "/nergens",
            "NP_NATS_CREDENTIALS_FILE",
            "/nergens",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let settings = [
            ("NP_DATABASE_URL", away),
            ("NP_NATS_URL", url),
            (name, value),
        ];
        let ended = run(folder.path(), &settings, &["serve"]);
        let said = printed(&ended);
        assert_eq!(ended.status.code(), Some(1), "{url} {value}: {said}");
        let fits = said.contains(&format!("setting {named} ")) && said.contains(hint);
        assert!(fits, "{url} {value}: {said}");
        let leaks = SECRETS.iter().any(|secret| said.contains(secret));
        assert!(!leaks, "{said}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_a_second_process_is_refused_and_the_first_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Program::serve(folder.path()).await;
    for second in [
        &["serve"][..],
        &["serve", "--no-work"],
        &["work"],
        &["demo"],
    ] {
        let ended = run(folder.path(), &[("NP_LISTEN", "127.0.0.1:0")], second);
        let said = printed(&ended);
        assert_eq!(ended.status.code(), Some(1), "{second:?}: {said}");
        assert!(said.contains("another process already runs"), "{said}");
        assert!(said.contains("PostgreSQL (NP_DATABASE_URL)"), "{said}");
    }
    // A command that ends by itself is no second node.
    let opened = ["tenant", "open", "ess", "Netwerk", "owner@example.org"];
    let opened = run(folder.path(), &[], &opened);
    assert!(opened.status.success(), "{}", printed(&opened));
    first.sign_in("owner@example.org").await;
    first.kill();
    first.again().await;
}

#[tokio::test]
async fn the_doctor_asks_nats() {
    let nats = NatsServer::start_with(&["--user", "np", "--pass", "zeergeheim"]).await;
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("nats");
    let url = nats.url();
    let ask = |credentials: &str, url: &str| {
        std::fs::write(&secret, credentials).unwrap();
        let settings = [
            ("NP_DATABASE_URL", "postgres://np@127.0.0.1:1/np"),
            ("NP_NATS_URL", url),
            ("NP_NATS_CREDENTIALS_FILE", secret.to_str().unwrap()),
        ];
        let said = printed(&run(folder.path(), &settings, &["doctor"]));
        assert!(!said.contains("zeergeheim"), "{said}");
        said
    };
    let said = ask("np:zeergeheim\n", &url);
    assert!(said.contains("ok     bus: NATS 2."), "{said}");
    let said = ask("np:verkeerd", &url);
    assert!(
        said.contains("WRONG  bus:") && said.contains("refuses"),
        "{said}"
    );
    let said = ask("np:zeergeheim", "nats://127.0.0.1:1");
    assert!(
        said.contains("WRONG  bus:") && said.contains("see that it runs"),
        "{said}"
    );
}

#[test]
fn a_number_that_is_none_is_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let ended = run(folder.path(), &[("NP_SMTP_PORT", "mail")], &["serve"]);
    let said = printed(&ended);
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(
        said.contains("--smtp-port") && said.contains("NP_SMTP_PORT"),
        "{said}"
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_release_starts_anew_on_tables_that_a_later_one_changed() {
    let folder = tempfile::tempdir().unwrap();
    let migrated = run(folder.path(), &[], &["migrate"]);
    assert!(migrated.status.success(), "{}", printed(&migrated));
    let file = folder.path().join("netwerkplatform.sqlite");
    let later =
        "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29991231_000001_later', 0)";
    let database = sea_orm::Database::connect(format!("sqlite://{}", file.display()));
    let database = database.await.unwrap();
    database.execute_unprepared(later).await.unwrap();
    database.close().await.unwrap();

    let program = Program::serve(folder.path()).await;
    assert!(program.log().contains("later release"), "{}", program.log());
    drop(program);
    let seen = run(folder.path(), &[], &["doctor"]);
    assert!(
        printed(&seen).contains("later release"),
        "{}",
        printed(&seen)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_secret_is_refused_until_it_is_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::serve(folder.path()).await;
    program.kill();
    let other = "0a".repeat(32);
    let with_other = |arguments: &[&str]| {
        let settings = [("NP_SECRET", other.as_str()), ("NP_LISTEN", "127.0.0.1:0")];
        let ended = run(folder.path(), &settings, arguments);
        let said = printed(&ended);
        assert!(!said.contains(&other), "{said}");
        (ended.status.success(), said)
    };
    for arguments in [&["serve"][..], &["tenant", "list"]] {
        let (done, said) = with_other(arguments);
        assert!(!done && said.contains("secret accept"), "{said}");
    }
    let (well, said) = with_other(&["doctor"]);
    assert!(!well && said.contains("WRONG  known secret:"), "{said}");
    let (done, said) = with_other(&["migrate"]);
    assert!(done, "the schema needs none: {said}");

    let (done, said) = with_other(&["secret", "accept"]);
    assert!(done, "{said}");
    let (done, said) = with_other(&["tenant", "list"]);
    assert!(done, "{said}");
    let ended = run(folder.path(), &[], &["tenant", "list"]);
    assert!(!ended.status.success(), "the one before is another now");
}

#[test]
fn the_doctor_says_what_to_do_until_nothing_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let doctor = || {
        let seen = run(folder.path(), &[], &["doctor"]);
        (seen.status.success(), printed(&seen))
    };
    let (well, said) = doctor();
    assert!(!well && said.contains("netwerkplatform migrate"), "{said}");
    assert!(said.contains("make build"), "{said}");
    assert!(
        !folder.path().join("secret").exists(),
        "looking makes nothing"
    );

    let migrated = run(folder.path(), &[], &["migrate"]);
    assert!(migrated.status.success(), "{}", printed(&migrated));
    std::fs::create_dir(folder.path().join("pages")).unwrap();
    std::fs::write(folder.path().join("pages/index.html"), "<!doctype html>").unwrap();
    let (well, said) = doctor();
    assert!(well, "{said}");
    for looked_at in [
        "settings",
        "data directory",
        "secret",
        "pages",
        "answers",
        "mail",
        "files",
        "search",
        "bus",
        "database",
        "schema",
        "changes",
        "known secret",
        "clock",
        "objections",
        "reports",
    ] {
        assert!(said.contains(&format!("ok     {looked_at}:")), "{said}");
    }
    assert!(
        said.contains("reach nobody"),
        "mails go to a folder: {said}"
    );

    let secret = folder.path().join("secret");
    let kept = std::fs::read_to_string(&secret).unwrap();
    assert!(!said.contains(kept.trim()));
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (well, said) = doctor();
    assert!(!well && said.contains("chmod 600"), "{said}");
}

/// With a search server at this address.
fn beside(folder: &Path, url: &str, key: (&str, &str), arguments: &[&str]) -> (bool, String) {
    let trusts_nobody = [("SSL_CERT_FILE", "/nergens"), ("SSL_CERT_DIR", "/nergens")];
    let settings = [&[("NP_SEARCH_URL", url), key], &trusts_nobody[..]].concat();
    let ended = run(folder, &settings, arguments);
    (ended.status.success(), printed(&ended))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_server_is_looked_at_with_its_key_and_the_key_is_never_printed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let mut server = FakeMeilisearch::start();
    let (ends_well, said) = beside(
        path,
        &server.url,
        ("NP_SEARCH_KEY", "zeergeheim"),
        &["migrate"],
    );
    assert!(!ends_well && said.contains("NP_SEARCH_KEY"), "{said}");
    assert!(!said.contains("zeergeheim"), "{said}");

    let file = path.join("key");
    std::fs::write(&file, format!("{}\n", FakeMeilisearch::KEY)).unwrap();
    let key = ("NP_SEARCH_KEY_FILE", file.to_str().unwrap());
    let (ends_well, said) = beside(path, &server.url, key, &["migrate"]);
    assert!(ends_well, "{said}");
    let (_, said) = beside(path, &server.url, key, &["doctor"]);
    assert!(said.contains("ok     search: Meilisearch 1.15.0"), "{said}");
    server.limit_key(&["search"], &["*"]);
    let (_, said) = beside(path, &server.url, key, &["doctor"]);
    assert!(
        said.contains("WRONG  search:") && said.contains("documents.add"),
        "{said}"
    );
    assert!(!said.contains(FakeMeilisearch::KEY), "{said}");

    server.stop().await;
    let (_, said) = beside(path, &server.url, key, &["doctor"]);
    assert!(
        said.contains("does not answer") && said.contains("NP_SEARCH_URL"),
        "{said}"
    );
    let (ends_well, said) = beside(path, &server.url, key, &["migrate"]);
    assert!(ends_well, "it may come back: {said}");
    let (ends_well, said) = beside(path, "https://127.0.0.1:1", key, &["migrate"]);
    assert!(!ends_well && said.contains("ca-certificates"), "{said}");
    let away = ("NP_SEARCH_KEY_FILE", "/nergens");
    let (ends_well, said) = beside(path, &server.url, away, &["migrate"]);
    assert!(!ends_well && said.contains("NP_SEARCH_KEY_FILE"), "{said}");
}

#[test]
fn help_says_what_every_command_is_for() {
    let folder = tempfile::tempdir().unwrap();
    let said = printed(&run(folder.path(), &[], &["--help"]));
    for command in [
        "serve", "work", "migrate", "doctor", "openapi", "demo", "tenant", "jobs",
    ] {
        let line = said
            .lines()
            .find(|line| line.trim_start().starts_with(command));
        let words = line.map_or(0, |line| line.split_whitespace().count());
        assert!(words > 3, "{command}: {said}");
    }
}

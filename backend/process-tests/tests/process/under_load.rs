//! The load tool on the built program: what it reports, and what it refuses.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use testkit::{Program, Proxy, TlsFront, printed};

/// Built beside the program.
fn tool() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let mut built = own
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("netwerkplatform-load"));
    // Where it is not: cargo build --workspace --bins.
    built.find(|file| file.is_file()).unwrap()
}

fn load(base: &str, arguments: &[&str]) -> Output {
    Command::new(tool())
        .env_clear()
        .args(["--url", base])
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn json(file: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_read_post_and_listen_are_measured_and_every_post_arrives() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::serve_with(folder.path(), Vec::new(), &["demo"]).await;
    let (report, numbers) = (folder.path().join("r.html"), folder.path().join("r.json"));
    let files = [report.to_str().unwrap(), numbers.to_str().unwrap()];
    let busy = [
        "--readers",
        "2",
        "--writers",
        "2",
        "--sockets",
        "6",
        "--posts-a-second",
        "4",
        "--seconds",
        "3",
    ];
    let kept = ["--report", files[0], "--json", files[1]];
    let ended = load(&program.base, &[busy.as_slice(), &kept].concat());
    assert!(ended.status.success(), "{}", printed(&ended));

    let measured = json(&numbers);
    let deliveries = &measured["deliveries"];
    assert_eq!(deliveries["posts"], 12, "{measured:#}");
    assert_eq!(deliveries["expected"], 72);
    for nothing in ["missing", "doubled", "out_of_order", "lost_connections"] {
        assert_eq!(deliveries[nothing], 0, "{nothing}");
    }
    let kinds = measured["kinds"].as_array().unwrap();
    assert!(kinds.len() >= 4, "{measured:#}");
    for kind in kinds {
        assert_eq!(kind["failed"], 0, "{kind:#}");
    }
    let page = std::fs::read_to_string(&report).unwrap();
    assert!(page.contains("Deliveries expected") && page.contains(">72<"));
    assert!(printed(&ended).contains("Deliveries expected: 72"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_https_all_sockets_are_cut_at_once_and_come_back_with_everything() {
    let folder = tempfile::tempdir().unwrap();
    let line = Proxy::to(0).await;
    let front = TlsFront::before(line.port(), folder.path());
    let public = vec![("NP_PUBLIC_URL", front.url())];
    let program = Program::serve_with(folder.path(), public, &["demo"]).await;
    line.turn_to(program.port());

    let refused = load(&front.url(), &["--seconds", "1"]);
    assert_eq!(refused.status.code(), Some(1), "nobody vouches for it");
    assert!(printed(&refused).contains("does not answer"));

    let numbers = folder.path().join("r.json");
    let certificate = front.certificate();
    let (certificate, kept) = (certificate.to_str().unwrap(), numbers.to_str().unwrap());
    let busy = ["--readers", "1", "--writers", "1", "--posts-a-second", "2"];
    let storm = ["--sockets", "8", "--seconds", "5", "--storm-after", "1"];
    let files = ["--ca", certificate, "--json", kept];
    let ended = load(
        &front.url(),
        &[busy.as_slice(), storm.as_slice(), files.as_slice()].concat(),
    );
    assert!(ended.status.success(), "{}", printed(&ended));
    let measured = json(&numbers);
    let storm = &measured["storm"];
    assert_eq!(storm["cut"], 8, "{measured:#}");
    assert_eq!((&storm["away"], &storm["missing"]), (&0.into(), &0.into()));
    assert!(storm["complete_in_ms"].as_f64().unwrap() >= storm["back_in_ms"].as_f64().unwrap());
    let deliveries = &measured["deliveries"];
    assert_eq!(deliveries["lost_connections"], 8, "{measured:#}");
    for nothing in ["missing", "doubled", "out_of_order"] {
        assert_eq!(deliveries[nothing], 0, "{nothing}");
    }
    assert!(printed(&ended).contains("All were back in: "));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_installation_without_doors_asks_for_a_session_and_a_thread() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::serve(folder.path()).await;
    for (arguments, said) in [
        (vec![], "--cookie or NP_LOAD_COOKIE"),
        (vec!["--cookie", "np_access=a"], "--thread TENANT/ID"),
        (
            vec!["--cookie", "np_access=a", "--thread", "ess/1"],
            "the session has ended",
        ),
    ] {
        let refused = load(&program.base, &arguments);
        assert_eq!(refused.status.code(), Some(1));
        assert!(printed(&refused).contains(said), "{}", printed(&refused));
    }
}

//! What Prometheus is told: enough for every alert and every panel, and nothing about anybody.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;
use testkit::{Program, Room, free_port, run, until};

/// Names of ours and of the process in a text.
fn names(text: &str) -> BTreeSet<String> {
    let part_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    text.split(|letter| !part_of_name(letter))
        .filter(|word| word.starts_with("netwerkplatform_") || word.starts_with("process_"))
        .map(|word| {
            let word = word.strip_suffix("_bucket").unwrap_or(word);
            word.strip_suffix("_count").unwrap_or(word).to_owned()
        })
        .collect()
}

async fn ask(address: &str) -> String {
    let answer = reqwest::get(format!("http://{address}/metrics")).await;
    match answer {
        Ok(answer) => answer.text().await.unwrap(),
        Err(_not_yet) => String::new(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn prometheus_is_told_what_alerts_and_panels_ask_for_and_nothing_about_anybody() {
    let folder = tempfile::tempdir().unwrap();
    let open = ["tenant", "open", "zaanrade", "Netwerk", "owner@example.org"];
    assert!(run(folder.path(), &[], &open).status.success());
    let address = format!("127.0.0.1:{}", free_port());
    let settings = vec![("NP_METRICS_LISTEN", address.clone())];
    let program = Program::serve_with(folder.path(), settings, &["serve"]).await;
    let owner = program.sign_in("owner@example.org").await;
    let room = Room::open_in(&owner, "zaanrade").await;
    let words = json!({"body": "Een geheim."});
    assert_eq!(owner.post(&room.posts, &words).await.status, 201);
    until("the gauges are set", async || {
        ask(&address).await.contains("netwerkplatform_jobs{")
    })
    .await;

    let told = ask(&address).await;
    let operation =
        r#"operation="/v1/tenants/{tenant}/threads/{thread}/posts",method="POST",status="201"} 1"#;
    assert!(told.contains(operation), "{told}");
    assert!(told.contains(r#"netwerkplatform_mails_total{outcome="sent"} 1"#));
    for private in ["owner@", "zaanrade", "geheim", &room.issue] {
        assert!(!told.contains(private), "{private}");
    }

    let known = names(&told);
    for name in known.iter().filter(|it| !it.ends_with("_sum")) {
        assert!(told.contains(&format!("# HELP {name} ")), "{name}");
    }
    let infra = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../infra/prometheus");
    for file in ["alerts.yaml", "dashboard.json"] {
        let asked = names(&std::fs::read_to_string(infra.join(file)).unwrap());
        let unknown: Vec<_> = asked.difference(&known).collect();
        assert!(unknown.is_empty(), "{file} asks for {unknown:?}");
    }
    let outside = reqwest::get(format!("{}/metrics", program.base)).await;
    assert_eq!(outside.unwrap().status(), 404, "not at the public port");
}

#[test]
fn every_alert_has_its_page_in_the_runbook() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let alerts = std::fs::read_to_string(root.join("infra/prometheus/alerts.yaml")).unwrap();
    let runbook = std::fs::read_to_string(root.join("docs/runbook.md")).unwrap();
    let named = alerts
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- alert: "));
    let named: Vec<&str> = named.collect();
    assert!(named.len() >= 10);
    for name in named {
        assert!(runbook.contains(&format!("\n## {name}\n")), "{name}");
        assert!(
            alerts.contains(&format!("#{}}}", name.to_lowercase())),
            "{name}"
        );
    }
}

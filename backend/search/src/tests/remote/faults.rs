//! The server away, full, slow, with a task that fails, with an index that is gone, with another key.

use std::time::{Duration, Instant};

use testkit::Trouble;

use super::*;
use crate::{ServerFault, check};

fn later() -> Timestamp {
    Timestamp::from_millis(100)
}

async fn is_away(engine: &dyn Engine) -> bool {
    let asked = engine.find(&question("groen")).await;
    matches!(asked, Err(EngineFault::Away(_)))
}

fn reason(fault: &EngineFault) -> String {
    std::error::Error::source(fault)
        .map(ToString::to_string)
        .unwrap_or_default()
}

#[tokio::test]
async fn a_server_that_stops_and_comes_back_has_kept_what_it_had() {
    let (mut fake, engine) = filled(vec![document(1, "", "groen")]).await;
    fake.stop().await;
    assert!(is_away(&engine).await);
    let written = engine.upsert(vec![document(2, "", "groen")]).await;
    assert!(matches!(written, Err(EngineFault::Away(_))), "{written:?}");
    assert!(matches!(engine.is_whole().await, Err(EngineFault::Away(_))));
    fake.come_back();
    assert_eq!(found(&engine, "groen").await, [1]);
    engine.upsert(vec![document(2, "", "groen")]).await.unwrap();
    engine.commit(later()).await.unwrap();
    assert_eq!(found(&engine, "groen").await.len(), 2);
}

#[tokio::test]
async fn an_answer_that_is_not_the_servers_is_no_damage() {
    let (fake, engine) = filled(vec![document(1, "", "groen")]).await;
    for status in [500, 502, 503] {
        fake.trouble(Some(Trouble::Status(status)));
        assert!(is_away(&engine).await, "{status}");
        assert!(matches!(
            engine.commit(later()).await,
            Err(EngineFault::Away(_))
        ));
    }
    fake.trouble(None);
    assert_eq!(found(&engine, "groen").await, [1]);
}

#[tokio::test]
async fn who_asks_a_server_that_does_not_answer_waits_no_longer_than_was_agreed() {
    let (fake, _engine) = filled(vec![document(1, "", "groen")]).await;
    fake.trouble(Some(Trouble::Silence));
    let hasty = Server {
        patience: Duration::from_millis(50),
        ..server(&fake)
    };
    let began = Instant::now();
    assert!(is_away(&Remote::new(&hasty).unwrap()).await);
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_task_that_fails_is_a_fault_with_its_reason() {
    let (fake, engine) = filled(vec![document(1, "", "groen")]).await;
    engine.upsert(vec![document(2, "", "groen")]).await.unwrap();
    fake.fail_a_task("documentAdditionOrUpdate", "No space left on device");
    let refused = engine.commit(later()).await.unwrap_err();
    assert!(
        reason(&refused).contains("No space left on device"),
        "{refused:?}"
    );
    assert_eq!(
        engine.heard().await.unwrap(),
        Some(Timestamp::from_millis(99)),
        "the mark stays"
    );
    assert!(engine.is_whole().await.unwrap());
    engine.upsert(vec![document(2, "", "groen")]).await.unwrap();
    engine.commit(later()).await.unwrap();
    assert_eq!(found(&engine, "groen").await.len(), 2);
}

#[tokio::test]
async fn a_swap_that_fails_leaves_the_old_in_its_place() {
    let (fake, engine) = filled(vec![document(1, "", "groen")]).await;
    engine.clear().await.unwrap();
    engine.upsert(vec![document(2, "", "groen")]).await.unwrap();
    fake.fail_a_task("indexSwap", "geen plaats");
    assert!(engine.commit(later()).await.is_err());
    assert_eq!(found(&engine, "groen").await, [1]);
    engine.clear().await.unwrap();
    engine.upsert(vec![document(2, "", "groen")]).await.unwrap();
    engine.commit(later()).await.unwrap();
    assert_eq!(found(&engine, "groen").await, [2]);
}

#[tokio::test]
async fn an_index_that_is_taken_away_is_damage_also_when_the_server_makes_one_by_itself() {
    let (fake, engine) = filled(vec![document(1, "", "groen")]).await;
    fake.lose_index("np-post");
    let asked = engine.find(&question("groen")).await;
    assert!(matches!(asked, Err(EngineFault::Broken(_))), "{asked:?}");
    engine.upsert(vec![document(2, "", "groen")]).await.unwrap();
    let kept = engine.commit(later()).await;
    assert!(matches!(kept, Err(EngineFault::Broken(_))), "{kept:?}");
    let asked = engine.find(&question("groen")).await;
    assert!(matches!(asked, Err(EngineFault::Broken(_))), "{asked:?}");
    assert!(!engine.is_whole().await.unwrap());
    engine.start_over().await.unwrap();
    assert!(is_not_ready(&engine).await);
    engine.upsert(vec![document(3, "", "groen")]).await.unwrap();
    engine.commit(later()).await.unwrap();
    assert_eq!(found(&engine, "groen").await, [3]);
}

#[tokio::test]
async fn a_key_that_is_not_known_is_no_damage_and_is_told_by_its_name() {
    let (fake, _engine) = filled(vec![document(1, "", "groen")]).await;
    let wrong = Server {
        key: Some("een-andere-sleutel".to_owned()),
        ..server(&fake)
    };
    assert!(is_away(&Remote::new(&wrong).unwrap()).await);
    let none = Server {
        key: None,
        ..server(&fake)
    };
    for server in [wrong, none] {
        assert!(matches!(check(&server).await, Err(ServerFault::Key)));
    }
}

#[tokio::test]
async fn whoever_sets_it_up_hears_what_the_key_may_not_do() {
    let (mut fake, _engine) = beside_a_stand_in();
    let seen = check(&server(&fake)).await.unwrap();
    assert_eq!((seen.version.as_str(), seen.rights_seen), ("1.15.0", true));
    fake.limit_key(
        &["search", "documents.*", "indexes.*", "settings.*"],
        &["np-*"],
    );
    let refused = check(&server(&fake)).await.unwrap_err();
    assert_eq!(refused.to_string(), "the key has no right to: tasks.get");
    fake.limit_key(&["*"], &["andere-*"]);
    let refused = check(&server(&fake)).await.unwrap_err();
    assert_eq!(refused.to_string(), "the key has no right to: our indexes");
    fake.stop().await;
    assert!(matches!(
        check(&server(&fake)).await,
        Err(ServerFault::Away(_))
    ));
}

#[tokio::test]
async fn a_server_behind_encryption_can_be_asked_for() {
    let server = Server {
        url: "https://127.0.0.1:1".to_owned(),
        key: None,
        prefix: "np".to_owned(),
        patience: PATIENCE,
    };
    assert!(is_away(&Remote::new(&server).unwrap()).await);
}

//! What every engine promises, whichever stands behind search. Each promise is tried on one that was never filled.

use kernel::Timestamp;
use uuid::Uuid;

use super::*;

fn later() -> Timestamp {
    Timestamp::from_millis(99)
}

async fn fill(engine: &dyn Engine, documents: Vec<Document>) {
    engine.upsert(documents).await.unwrap();
    engine.commit(later()).await.unwrap();
}

/// Tries every promise on a fresh engine, each as a test of its own; without an engine nothing is tried.
macro_rules! keeps_every_promise {
    ($fresh:expr) => {
        $crate::tests::contract::keeps_every_promise! { $fresh;
            who_is_in_no_circle_of_a_document_does_not_find_it
            a_document_written_again_replaces_the_old_one
            what_is_removed_is_gone_after_the_commit
            filters_narrow_and_change_no_order
            without_words_the_newest_comes_first
            titles_are_completed_from_the_beginnings_of_their_words
            up_to_when_it_heard_is_what_the_last_commit_said
            what_is_written_anew_takes_the_place_of_the_old_in_one_step
            what_was_written_just_before_takes_nothing_from_what_is_written_anew
            strictly_a_word_is_found_in_its_forms_and_at_the_ends_of_compounds
            forgivingly_a_letter_may_be_wrong_and_a_compound_may_stand_in_two
            loosely_any_of_the_words_is_enough_and_more_are_better
            no_words_widen_what_may_be_seen
        }
    };
    ($fresh:expr; $($promise:ident)+) => {$(
        #[tokio::test]
        async fn $promise() {
            let Some((_kept, engine)) = $fresh else { return };
            $crate::tests::contract::$promise(&engine).await;
        }
    )+};
}
pub(crate) use keeps_every_promise;

pub async fn who_is_in_no_circle_of_a_document_does_not_find_it(engine: &dyn Engine) {
    let closed = Document {
        readers: vec![Reader::Issue(issue(7))],
        ..document(1, "", "besloten gesprek")
    };
    fill(engine, vec![closed]).await;
    assert!(found(engine, "besloten").await.is_empty());
    let inside = Question {
        readers: vec![Reader::Public, Reader::Issue(issue(7))],
        ..question("besloten")
    };
    assert_eq!(engine.find(&inside).await.unwrap(), [key(1)]);
}

pub async fn a_document_written_again_replaces_the_old_one(engine: &dyn Engine) {
    fill(engine, vec![document(1, "", "eerste woorden")]).await;
    for _ in 0..2 {
        engine
            .upsert(vec![document(1, "", "tweede poging")])
            .await
            .unwrap();
    }
    engine.commit(later()).await.unwrap();
    assert!(found(engine, "eerste").await.is_empty());
    assert_eq!(found(engine, "poging").await, [1]);
}

pub async fn what_is_removed_is_gone_after_the_commit(engine: &dyn Engine) {
    fill(
        engine,
        vec![document(1, "", "groen"), document(2, "", "groen")],
    )
    .await;
    engine.remove(&[key(1)]).await.unwrap();
    engine.commit(later()).await.unwrap();
    assert_eq!(found(engine, "groen").await, [2]);
    engine.clear().await.unwrap();
    engine.commit(later()).await.unwrap();
    assert!(found(engine, "groen").await.is_empty());
}

pub async fn filters_narrow_and_change_no_order(engine: &dyn Engine) {
    let theme = Uuid::from_u128(50);
    let with_theme = Document {
        terms: vec![theme],
        ..document(2, "", "groen")
    };
    let of_issue = Document {
        key: Key {
            kind: Kind::Issue,
            ..key(3)
        },
        ..document(3, "", "groen")
    };
    let elsewhere = Document {
        key: Key {
            tenant: Uuid::from_u128(9).into(),
            ..key(4)
        },
        ..document(4, "", "groen")
    };
    fill(
        engine,
        vec![document(1, "", "groen"), with_theme, of_issue, elsewhere],
    )
    .await;
    let all = || question("groen");
    let narrowed = [
        (all(), vec![1, 2, 3, 4]),
        (all().of_kind(Kind::Issue), vec![3]),
        (
            Question {
                theme: Some(theme),
                ..all()
            },
            vec![2],
        ),
        (
            Question {
                tenant: Some(Uuid::from_u128(9).into()),
                ..all()
            },
            vec![4],
        ),
        (
            Question {
                from: Some(Timestamp::from_millis(2)),
                until: Some(Timestamp::from_millis(4)),
                ..all()
            },
            vec![2, 3],
        ),
        (Question { skip: 4, ..all() }, vec![]),
    ];
    for (question, numbers) in narrowed {
        let keys = engine.find(&question).await.unwrap();
        let mut found: Vec<u128> = keys.iter().map(|key| key.id.as_u128()).collect();
        found.sort_unstable();
        assert_eq!(found, numbers, "{question:?}");
    }
}

pub async fn without_words_the_newest_comes_first(engine: &dyn Engine) {
    fill(
        engine,
        vec![
            document(1, "", "oud"),
            document(3, "", "nieuw"),
            document(2, "", "midden"),
        ],
    )
    .await;
    let keys = engine.find(&question("")).await.unwrap();
    assert_eq!(keys, [key(3), key(2), key(1)]);
}

pub async fn titles_are_completed_from_the_beginnings_of_their_words(engine: &dyn Engine) {
    fill(
        engine,
        vec![
            document(1, "Jongeren en wonen in de wijk", ""),
            document(2, "Ouderen in de wijk", "jongeren"),
        ],
    )
    .await;
    let titles = async |text| found_as(engine, How::Titles, text).await;
    assert_eq!(titles("jon").await, [1]);
    assert_eq!(titles("wi jong").await, [1]);
    assert_eq!(titles("wonen ouderen").await, [0; 0]);
    assert_eq!(titles("jongern").await, [0; 0]);
    assert_eq!(
        found_as(engine, How::NearTitles, "jongern").await,
        [1],
        "a letter is forgiven"
    );
}

pub async fn up_to_when_it_heard_is_what_the_last_commit_said(engine: &dyn Engine) {
    assert_eq!(engine.heard().await.unwrap(), None, "it was never filled");
    fill(engine, vec![document(1, "", "groen")]).await;
    assert_eq!(engine.heard().await.unwrap(), Some(later()));
    assert!(engine.is_whole().await.unwrap());
    engine.start_over().await.unwrap();
    assert_eq!(engine.heard().await.unwrap(), None);
    assert!(is_not_ready(engine).await);
    fill(engine, vec![document(2, "", "groen")]).await;
    assert_eq!(found(engine, "groen").await, [2]);
}

pub async fn what_is_written_anew_takes_the_place_of_the_old_in_one_step(engine: &dyn Engine) {
    fill(engine, vec![document(1, "", "groen")]).await;
    engine.clear().await.unwrap();
    engine.upsert(vec![document(2, "", "groen")]).await.unwrap();
    assert_eq!(found(engine, "groen").await, [1], "until the commit");
    engine.commit(later()).await.unwrap();
    assert_eq!(found(engine, "groen").await, [2]);
    fill(engine, vec![document(3, "", "groen")]).await;
    assert_eq!(
        found(engine, "groen").await.len(),
        2,
        "and it goes on from there"
    );
}

pub async fn what_was_written_just_before_takes_nothing_from_what_is_written_anew(
    engine: &dyn Engine,
) {
    let both = || vec![document(1, "", "groen"), document(2, "", "groen")];
    engine.upsert(both()).await.unwrap();
    engine.remove(&[key(5)]).await.unwrap();
    engine.clear().await.unwrap();
    fill(engine, both()).await;
    assert_eq!(found(engine, "groen").await.len(), 2);
    fill(engine, vec![document(3, "", "groen")]).await;
    assert_eq!(found(engine, "groen").await.len(), 3);
}

pub async fn strictly_a_word_is_found_in_its_forms_and_at_the_ends_of_compounds(
    engine: &dyn Engine,
) {
    fill(
        engine,
        vec![
            document(1, "", "de vergaderingen duren lang"),
            document(2, "", "sociale huurwoningen"),
        ],
    )
    .await;
    for (asked, wanted) in [
        ("vergadering", [1]),
        ("VERGADERINGEN", [1]),
        ("vergad", [1]),
        ("woning", [2]),
        ("huur", [2]),
        ("sociale woningen", [2]),
    ] {
        let strictly = found_as(engine, How::Strict, asked).await;
        assert_eq!(strictly, wanted, "{asked}");
    }
    for absent in ["vergaderinh", "woning vergadering", "woningnood"] {
        let strictly = found_as(engine, How::Strict, absent).await;
        assert!(strictly.is_empty(), "{absent}");
    }
}

pub async fn forgivingly_a_letter_may_be_wrong_and_a_compound_may_stand_in_two(
    engine: &dyn Engine,
) {
    fill(
        engine,
        vec![
            document(1, "", "discriminatie op het werk in 2025"),
            document(2, "", "een vereniging in de wijk"),
        ],
    )
    .await;
    for (asked, wanted) in [
        ("discriminatei", [1]),
        ("diskriminasie", [1]),
        ("wijkvereniging", [2]),
    ] {
        assert!(found_as(engine, How::Strict, asked).await.is_empty());
        let forgiven = found_as(engine, How::Forgiving, asked).await;
        assert_eq!(forgiven, wanted, "{asked}");
    }
    assert!(found_as(engine, How::Forgiving, "2026").await.is_empty());
}

pub async fn loosely_any_of_the_words_is_enough_and_more_are_better(engine: &dyn Engine) {
    fill(
        engine,
        vec![
            document(1, "", "groen in de straat"),
            document(2, "", "groen en spelen"),
            document(3, "", "iets anders"),
        ],
    )
    .await;
    let loosely = found_as(engine, How::Loose, "spelen groen sterrenwacht maanreis").await;
    assert_eq!(loosely, [2, 1]);
}

pub async fn no_words_widen_what_may_be_seen(engine: &dyn Engine) {
    let closed = Document {
        readers: vec![Reader::Issue(issue(7))],
        ..document(1, "", "besloten gesprek readers public")
    };
    fill(engine, vec![closed]).await;
    for asked in [
        "besloten\" OR readers = \"public",
        "besloten] OR readers IN [\"public\"",
        "readers:public",
        "-besloten",
        "",
    ] {
        assert!(found(engine, asked).await.is_empty(), "{asked}");
    }
}

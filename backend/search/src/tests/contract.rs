//! What every engine promises, whichever stands behind search. Each promise is tried on one that is empty.

use kernel::Timestamp;
use uuid::Uuid;

use super::*;

fn later() -> Timestamp {
    Timestamp::from_millis(99)
}

fn fill(engine: &dyn Engine, documents: Vec<Document>) {
    engine.upsert(documents).unwrap();
    engine.commit(later()).unwrap();
}

/// Tries every promise on a fresh engine, each as a test of its own.
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
        }
    };
    ($fresh:expr; $($promise:ident)+) => {$(
        #[test]
        fn $promise() {
            let (_kept, engine) = $fresh;
            $crate::tests::contract::$promise(&engine);
        }
    )+};
}
pub(crate) use keeps_every_promise;

pub fn who_is_in_no_circle_of_a_document_does_not_find_it(engine: &dyn Engine) {
    let closed = Document {
        readers: vec![Reader::Issue(issue(7))],
        ..document(1, "", "besloten gesprek")
    };
    fill(engine, vec![closed]);
    assert!(found(engine, "besloten").is_empty());
    let inside = Question {
        readers: vec![Reader::Public, Reader::Issue(issue(7))],
        ..question("besloten")
    };
    assert_eq!(engine.find(&inside).unwrap(), [key(1)]);
}

pub fn a_document_written_again_replaces_the_old_one(engine: &dyn Engine) {
    fill(engine, vec![document(1, "", "eerste woorden")]);
    for _ in 0..2 {
        engine
            .upsert(vec![document(1, "", "tweede poging")])
            .unwrap();
    }
    engine.commit(later()).unwrap();
    assert!(found(engine, "eerste").is_empty());
    assert_eq!(found(engine, "poging"), [1]);
}

pub fn what_is_removed_is_gone_after_the_commit(engine: &dyn Engine) {
    fill(
        engine,
        vec![document(1, "", "groen"), document(2, "", "groen")],
    );
    engine.remove(&[key(1)]).unwrap();
    engine.commit(later()).unwrap();
    assert_eq!(found(engine, "groen"), [2]);
    engine.clear().unwrap();
    engine.commit(later()).unwrap();
    assert!(found(engine, "groen").is_empty());
}

pub fn filters_narrow_and_change_no_order(engine: &dyn Engine) {
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
    );
    let check = |question: Question, numbers: &[u128]| {
        let mut found: Vec<u128> = engine
            .find(&question)
            .unwrap()
            .iter()
            .map(|key| key.id.as_u128())
            .collect();
        found.sort_unstable();
        assert_eq!(found, numbers);
    };
    check(question("groen"), &[1, 2, 3, 4]);
    check(
        Question {
            theme: Some(theme),
            ..question("groen")
        },
        &[2],
    );
    check(
        Question {
            kind: Some(Kind::Issue),
            ..question("groen")
        },
        &[3],
    );
    check(
        Question {
            tenant: Some(Uuid::from_u128(9).into()),
            ..question("groen")
        },
        &[4],
    );
    let period = (
        Some(Timestamp::from_millis(2)),
        Some(Timestamp::from_millis(4)),
    );
    check(
        Question {
            from: period.0,
            until: period.1,
            ..question("groen")
        },
        &[2, 3],
    );
    check(
        Question {
            skip: 4,
            ..question("groen")
        },
        &[],
    );
}

pub fn without_words_the_newest_comes_first(engine: &dyn Engine) {
    fill(
        engine,
        vec![
            document(1, "", "oud"),
            document(3, "", "nieuw"),
            document(2, "", "midden"),
        ],
    );
    let keys = engine.find(&question("")).unwrap();
    assert_eq!(keys, [key(3), key(2), key(1)]);
}

pub fn titles_are_completed_from_the_beginnings_of_their_words(engine: &dyn Engine) {
    fill(
        engine,
        vec![
            document(1, "Jongeren en wonen in de wijk", ""),
            document(2, "Ouderen in de wijk", "jongeren"),
        ],
    );
    let titles = |text| {
        engine
            .find(&Question {
                how: How::Titles,
                ..question(text)
            })
            .unwrap()
    };
    assert_eq!(titles("jon"), [key(1)]);
    assert_eq!(titles("wi jong"), [key(1)]);
    assert_eq!(titles("wonen ouderen"), []);
    assert_eq!(titles("jongern"), []);
    let near = Question {
        how: How::NearTitles,
        ..question("jongern")
    };
    assert_eq!(
        engine.find(&near).unwrap(),
        [key(1)],
        "a letter is forgiven"
    );
}

pub fn up_to_when_it_heard_is_what_the_last_commit_said(engine: &dyn Engine) {
    assert_eq!(engine.heard().unwrap(), None, "it was never filled");
    fill(engine, vec![document(1, "", "groen")]);
    assert_eq!(engine.heard().unwrap(), Some(later()));
    assert!(engine.is_whole().unwrap());
    engine.start_over().unwrap();
    assert_eq!(engine.heard().unwrap(), None);
    assert!(found(engine, "groen").is_empty());
}

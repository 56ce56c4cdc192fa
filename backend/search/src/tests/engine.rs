use kernel::Timestamp;
use uuid::Uuid;

use super::*;

const LATER: i64 = 99;

fn filled(documents: Vec<Document>) -> (TempDir, Embedded) {
    let (dir, engine) = engine();
    engine.upsert(documents).unwrap();
    engine.commit(Timestamp::from_millis(LATER)).unwrap();
    (dir, engine)
}

#[test]
fn who_is_in_no_circle_of_a_document_does_not_find_it() {
    let closed = Document {
        readers: vec![Reader::Issue(issue(7))],
        ..document(1, "", "besloten gesprek")
    };
    let (_dir, engine) = filled(vec![closed]);
    assert!(found(&engine, "besloten").is_empty());
    let inside = Question {
        readers: vec![Reader::Public, Reader::Issue(issue(7))],
        ..question("besloten")
    };
    assert_eq!(engine.find(&inside).unwrap(), [key(1)]);
}

#[test]
fn a_document_written_again_replaces_the_old_one() {
    let (_dir, engine) = filled(vec![document(1, "", "eerste woorden")]);
    for _ in 0..2 {
        engine
            .upsert(vec![document(1, "", "tweede poging")])
            .unwrap();
    }
    engine.commit(Timestamp::from_millis(LATER)).unwrap();
    assert!(found(&engine, "eerste").is_empty());
    assert_eq!(found(&engine, "poging"), [1]);
}

#[test]
fn what_is_removed_is_gone_after_the_commit() {
    let (_dir, engine) = filled(vec![document(1, "", "groen"), document(2, "", "groen")]);
    engine.remove(&[key(1)]).unwrap();
    engine.commit(Timestamp::from_millis(LATER)).unwrap();
    assert_eq!(found(&engine, "groen"), [2]);
    engine.clear().unwrap();
    engine.commit(Timestamp::from_millis(LATER)).unwrap();
    assert!(found(&engine, "groen").is_empty());
}

#[test]
fn an_index_remembers_up_to_when_it_heard_everything() {
    let (dir, engine) = engine();
    assert_eq!(engine.heard().unwrap(), None);
    engine.upsert(vec![document(1, "", "groen")]).unwrap();
    engine.commit(Timestamp::from_millis(LATER)).unwrap();
    drop(engine);
    let again = Embedded::open(dir.path()).unwrap();
    assert_eq!(again.heard().unwrap(), Some(Timestamp::from_millis(LATER)));
    assert_eq!(found(&again, "groen"), [1]);
}

#[test]
fn an_index_that_cannot_be_read_makes_room_for_an_empty_one() {
    let (dir, engine) = filled(vec![document(1, "", "groen")]);
    drop(engine);
    std::fs::write(dir.path().join("meta.json"), "geen json").unwrap();
    let again = Embedded::open(dir.path()).unwrap();
    assert_eq!(again.heard().unwrap(), None);
}

#[test]
fn filters_narrow_and_change_no_order() {
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
    let (_dir, engine) = filled(vec![
        document(1, "", "groen"),
        with_theme,
        of_issue,
        elsewhere,
    ]);
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
            terms: vec![theme],
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

#[test]
fn without_words_the_newest_comes_first() {
    let (_dir, engine) = filled(vec![
        document(1, "", "oud"),
        document(3, "", "nieuw"),
        document(2, "", "midden"),
    ]);
    let keys = engine.find(&question("")).unwrap();
    assert_eq!(keys, [key(3), key(2), key(1)]);
}

#[test]
fn titles_are_completed_from_the_beginnings_of_their_words() {
    let (_dir, engine) = filled(vec![
        document(1, "Jongeren en wonen in de wijk", ""),
        document(2, "Ouderen in de wijk", "jongeren"),
    ]);
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
}

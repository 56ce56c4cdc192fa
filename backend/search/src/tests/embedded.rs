//! What the embedded engine does beside what every engine promises.

use std::os::unix::fs::FileExt;

use kernel::Timestamp;

use super::*;

super::contract::keeps_every_promise!(Some(engine()));

const LATER: i64 = 99;

async fn filled(documents: Vec<Document>) -> (TempDir, Embedded) {
    let (dir, engine) = engine();
    engine.upsert(documents).await.unwrap();
    engine.commit(Timestamp::from_millis(LATER)).await.unwrap();
    (dir, engine)
}

#[tokio::test]
async fn an_index_remembers_up_to_when_it_heard_everything() {
    let (dir, engine) = engine();
    assert_eq!(engine.heard().await.unwrap(), None);
    engine.upsert(vec![document(1, "", "groen")]).await.unwrap();
    engine.commit(Timestamp::from_millis(LATER)).await.unwrap();
    drop(engine);
    let again = Embedded::open(dir.path()).unwrap();
    assert_eq!(
        again.heard().await.unwrap(),
        Some(Timestamp::from_millis(LATER))
    );
    assert_eq!(found(&again, "groen").await, [1]);
}

#[tokio::test]
async fn an_index_that_cannot_be_read_makes_room_for_an_empty_one() {
    let (dir, engine) = filled(vec![document(1, "", "groen")]).await;
    drop(engine);
    std::fs::write(dir.path().join("meta.json"), "geen json").unwrap();
    let again = Embedded::open(dir.path()).unwrap();
    assert_eq!(again.heard().await.unwrap(), None);
}

/// Words of the index, written over in their middle: as by a disk that lies.
fn damage(dir: &TempDir) {
    let files = std::fs::read_dir(dir.path()).unwrap().flatten();
    let segment = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "term"))
        .max_by_key(|path| std::fs::metadata(path).unwrap().len())
        .unwrap();
    let file = std::fs::File::options().write(true).open(&segment).unwrap();
    let middle = file.metadata().unwrap().len() / 2;
    file.write_all_at(b"geknoei", middle).unwrap();
}

#[tokio::test]
async fn damage_is_noticed_and_an_empty_index_takes_its_place() {
    let (dir, engine) = filled(vec![document(1, "", "groen"), document(2, "", "blauw")]).await;
    assert!(engine.is_whole().await.unwrap());
    damage(&dir);
    assert!(!engine.is_whole().await.unwrap());
    engine.start_over().await.unwrap();
    assert_eq!(engine.heard().await.unwrap(), None);
    engine.upsert(vec![document(1, "", "groen")]).await.unwrap();
    engine.commit(Timestamp::from_millis(LATER)).await.unwrap();
    assert!(engine.is_whole().await.unwrap());
    assert_eq!(found(&engine, "groen").await, [1]);
}

#[tokio::test]
async fn a_file_that_is_gone_is_damage() {
    let (dir, engine) = filled(vec![document(1, "", "groen")]).await;
    std::fs::remove_file(dir.path().join("meta.json")).unwrap();
    assert!(!matches!(engine.is_whole().await, Ok(true)));
    engine.start_over().await.unwrap();
    assert!(is_not_ready(&engine).await);
}

/// One about the quay that is longer, and so worse, the higher its number.
fn about_the_quay(number: u128, reader: Reader) -> Document {
    let body = format!("kade{}", " water".repeat(usize::try_from(number).unwrap()));
    Document {
        readers: vec![reader],
        ..document(number, "", &body)
    }
}

/// Better ones than those, that are closed.
fn closed(many: u128) -> impl Iterator<Item = Document> {
    (1..=many).map(|number| Document {
        readers: vec![Reader::Issue(issue(7))],
        terms: vec![Uuid::from_u128(5)],
        ..document(1_000 + number, "kade", "kade kade kade")
    })
}

#[tokio::test]
async fn what_is_better_and_closed_takes_no_place() {
    let open = (1..=40).map(|number| about_the_quay(number, Reader::Public));
    let (_dir, engine) = filled(open.chain(closed(300)).collect()).await;
    let best = |skip| Question {
        skip,
        most: 3,
        ..question("kade")
    };
    assert_eq!(
        engine.find(&best(0)).await.unwrap(),
        [key(1), key(2), key(3)]
    );
    assert_eq!(
        engine.find(&best(3)).await.unwrap(),
        [key(4), key(5), key(6)]
    );
    let two = Question {
        most: 50,
        ..question("kade water")
    };
    assert_eq!(engine.find(&two).await.unwrap().len(), 40);
}

#[tokio::test]
async fn who_may_find_little_of_much_finds_all_of_it() {
    let few = (1..=5).map(|number| about_the_quay(number, Reader::Platform));
    let (_dir, engine) = filled(few.chain(closed(300)).collect()).await;
    let asked = Question {
        readers: vec![Reader::Platform],
        most: 3,
        ..question("kade")
    };
    assert_eq!(engine.find(&asked).await.unwrap(), [key(1), key(2), key(3)]);
    let inside = Question {
        readers: vec![Reader::Platform, Reader::Issue(issue(7))],
        theme: Some(Uuid::from_u128(5)),
        most: 400,
        ..question("kade")
    };
    assert_eq!(engine.find(&inside).await.unwrap().len(), 300);
}

const WEEK: i64 = 7 * 24 * 60 * 60 * 1000;

/// So many that a word of all of them is looked for among the newest first: five hundred a week.
fn very_many() -> impl Iterator<Item = Document> {
    (1..=12_000).map(|number: u128| Document {
        date: Timestamp::from_millis(WEEK * i64::try_from(number / 500).unwrap()),
        ..document(number, "", "kade")
    })
}

#[tokio::test]
async fn what_very_many_have_is_found_among_the_newest_and_in_old_titles() {
    let titled = Document {
        date: Timestamp::from_millis(0),
        ..document(20_000, "De kade", "kade")
    };
    let rare = Document {
        date: Timestamp::from_millis(0),
        ..document(20_001, "", "kade sluis")
    };
    let (_dir, engine) = filled(very_many().chain([titled, rare]).collect()).await;
    let newest = |keys: &[Key]| {
        let mut numbers = keys.iter().map(|key| key.id.as_u128());
        numbers.all(|number| number > 2_000)
    };
    let found = engine.find(&question("kade")).await.unwrap();
    assert_eq!(found.first(), Some(&key(20_000)));
    assert!(newest(&found), "{found:?}");
    // Two words that stand together only once, long ago.
    let both = found_as(&engine, How::Strict, "kade sluis").await;
    assert_eq!(both, [20_001]);
}

#[tokio::test]
async fn what_very_many_begin_with_is_found_among_the_newest_whichever_word_it_is() {
    let walls = very_many().map(|document| Document {
        body: if document.key.id.as_u128() % 2 == 0 {
            "kademuur kadewand".to_owned()
        } else {
            "kademuur".to_owned()
        },
        ..document
    });
    let (_dir, engine) = filled(walls.collect()).await;
    let asked = Question {
        most: 40,
        ..question("kade")
    };
    let found = engine.find(&asked).await.unwrap();
    let numbers = found.iter().map(|key| key.id.as_u128());
    assert!(numbers.clone().all(|number| number >= 2_000), "{found:?}");
    assert_eq!(found.len(), 40);
    let of_one_word = numbers.filter(|number| number % 2 == 1);
    assert!(of_one_word.count() > 0, "two such words are no better");
    assert_eq!(found_as(&engine, How::Strict, "kadew").await.len(), 20);
}

#[tokio::test]
async fn of_very_many_the_newest_are_the_newest_whatever_has_a_title() {
    let titled = |number: u128| Document {
        date: Timestamp::from_millis(i64::try_from(number).unwrap()),
        ..document(20_000 + number, "De kade", "kade")
    };
    let (_dir, engine) = filled(very_many().chain((1..=30).map(titled)).collect()).await;
    let leafed = |skip, most| Question {
        skip,
        most,
        ..question("")
    };
    // More than the newest shelves hold, so that an old title is no newer than a post that was not looked at.
    for (skip, most, with_a_title) in [(0, 20, 0), (10_400, 101, 0), (11_501, 30, 30)] {
        let found = engine.find(&leafed(skip, most)).await.unwrap();
        assert_eq!(found.len(), most);
        let titles = found.iter().filter(|key| key.id.as_u128() > 20_000);
        assert_eq!(titles.count(), with_a_title, "{skip}");
    }
    let long_ago = Question {
        until: Some(Timestamp::from_millis(WEEK * 3)),
        ..leafed(0, 5)
    };
    let weeks = engine.find(&long_ago).await.unwrap();
    assert!(
        weeks
            .iter()
            .all(|key| (1_000..1_500).contains(&key.id.as_u128())),
        "{weeks:?}"
    );
}

/// A document for each way of having some of these words and not the others; its number tells which it has.
fn with_each_combination(words: [&'static str; 6]) -> impl Iterator<Item = Document> {
    (1..1_u128 << words.len()).map(move |number| {
        let has = |place: &usize| number >> place & 1 == 1;
        let own = (0..words.len()).filter(has).map(|place| words[place]);
        document(number, "", &own.collect::<Vec<_>>().join(" "))
    })
}

#[tokio::test]
async fn of_a_sentence_two_words_in_six_may_be_missing_whichever_they_are() {
    let words = ["zorg", "kade", "muziek", "haven", "molen", "brug"];
    // Words that stand often and words that stand seldom, in every order of the sentence.
    let others = (100..400).map(|number| {
        let often = if number % 3 == 0 {
            "zorg kade muziek"
        } else {
            "kade"
        };
        document(number, "", often)
    });
    let (_dir, engine) = filled(with_each_combination(words).chain(others).collect()).await;
    let enough = |number: &u128| number.count_ones() >= 4;
    let hits: Vec<u128> = (1..64).filter(enough).collect();
    for turned in 0..words.len() {
        let mut said = words;
        said.rotate_left(turned);
        let asked = Question {
            most: 100,
            ..question(&said.join(" "))
        };
        let keys = engine.find(&asked).await.unwrap();
        let mut numbers: Vec<u128> = keys.iter().map(|key| key.id.as_u128()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, hits);
    }
}

use std::os::unix::fs::FileExt;

use kernel::Timestamp;

use super::*;

super::contract::keeps_every_promise!(engine());

const LATER: i64 = 99;

fn filled(documents: Vec<Document>) -> (TempDir, Embedded) {
    let (dir, engine) = engine();
    engine.upsert(documents).unwrap();
    engine.commit(Timestamp::from_millis(LATER)).unwrap();
    (dir, engine)
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

#[test]
fn damage_is_noticed_and_an_empty_index_takes_its_place() {
    let (dir, engine) = filled(vec![document(1, "", "groen"), document(2, "", "blauw")]);
    assert!(engine.is_whole().unwrap());
    damage(&dir);
    assert!(!engine.is_whole().unwrap());
    engine.start_over().unwrap();
    assert_eq!(engine.heard().unwrap(), None);
    engine.upsert(vec![document(1, "", "groen")]).unwrap();
    engine.commit(Timestamp::from_millis(LATER)).unwrap();
    assert!(engine.is_whole().unwrap());
    assert_eq!(found(&engine, "groen"), [1]);
}

#[test]
fn a_file_that_is_gone_is_damage() {
    let (dir, engine) = filled(vec![document(1, "", "groen")]);
    std::fs::remove_file(dir.path().join("meta.json")).unwrap();
    assert!(!matches!(engine.is_whole(), Ok(true)));
    engine.start_over().unwrap();
    assert!(found(&engine, "groen").is_empty());
}

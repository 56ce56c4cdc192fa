//! Finding people by how a word of their name begins.

use super::*;
use crate::register;

async fn somebody(house: &House, address: &str, name: &str) -> PersonId {
    let tx = house.db.begin(&house.visitor()).await.unwrap();
    let person = register(&tx, address, name, Locale::Nl).await.unwrap();
    tx.commit().await.unwrap();
    person
}

async fn found(house: &House, beginning: &str) -> Vec<PersonId> {
    let sql = house.db.read(&house.visitor());
    let near = read::people_beginning(&sql, [beginning.to_owned()]).await;
    near.unwrap()
        .into_iter()
        .map(|(person, _)| person)
        .collect()
}

#[tokio::test]
async fn any_word_of_a_name_is_found_by_its_beginning() {
    let house = House::new().await;
    let zoe = somebody(&house, "zoe@example.org", "Zoë El-Amrani").await;
    somebody(&house, "bram@example.org", "Bram Bakker").await;
    for beginning in ["zoe", "ZOË", "z", "amra", "El"] {
        assert_eq!(found(&house, beginning).await, [zoe], "{beginning}");
    }
    for other in ["oe", "mrani", "zoem", "%", "_", ""] {
        assert!(found(&house, other).await.is_empty(), "{other}");
    }
}

#[tokio::test]
async fn a_new_name_takes_the_place_of_the_old_one() {
    let house = House::new().await;
    let person = somebody(&house, FATIMA, "").await;
    let tx = house.db.begin(&house.visitor()).await.unwrap();
    crate::name_if_blank(&tx, person, "Fatima Kaya")
        .await
        .unwrap();
    crate::store::update_person(&tx, person, "Fatima Demir", Locale::Nl, 2)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(&house, "demir").await, [person]);
    assert!(found(&house, "kaya").await.is_empty());
}

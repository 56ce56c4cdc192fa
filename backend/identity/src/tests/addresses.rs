//! Several addresses, another address, a lost mailbox.

use super::*;
use crate::addresses::{add_address, make_address_primary, remove_address, verify_address};
use crate::entity::sign_in_code;
use crate::model::Purpose;
use crate::store_codes;

const WORK: &str = "fatima@werk.example";

impl House {
    async fn claim(&self, person: PersonId, address: &str) -> Result<(), IdentityFault> {
        let scope = self.as_person(person);
        let claimed = add_address(&scope, &self.db, &self.limits, HERE, address).await;
        claimed.map(drop)
    }

    /// The code in the mail that this person's claim sent, or one that is wrong.
    async fn code_mailed(&self, person: PersonId, address: &str) -> String {
        let tx = self.db.begin(&self.visitor()).await.unwrap();
        let open = store_codes::try_open(&tx, Purpose::Verify, address, Some(person)).await;
        tx.rollback().await.unwrap();
        let newest = open.unwrap().into_iter().max_by_key(|code| code.id);
        newest.map_or("000".to_owned(), |code: sign_in_code::Model| {
            mailed::code_for(&self.secrets, code.id.into())
        })
    }

    async fn prove(&self, person: PersonId, address: &str) -> Result<(), IdentityFault> {
        let digits = self.code_mailed(person, address).await;
        self.prove_with(person, address, &digits).await
    }

    async fn prove_with(
        &self,
        person: PersonId,
        address: &str,
        digits: &str,
    ) -> Result<(), IdentityFault> {
        let id = self.address(person, address).await.unwrap();
        let (scope, limits) = (self.as_person(person), &self.limits);
        verify_address(&scope, &self.db, &self.secrets, limits, id, digits).await
    }

    async fn prefer(&self, person: PersonId, address: &str) -> Result<(), IdentityFault> {
        let id = self.address(person, address).await.unwrap();
        make_address_primary(&self.as_person(person), &self.db, id).await
    }

    async fn drop_address(&self, who: &SignedInAs, address: &str) -> Result<(), IdentityFault> {
        let id = self.address(who.person, address).await.unwrap();
        let scope = self.as_person(who.person);
        remove_address(&scope, &self.db, who.session, id).await
    }

    async fn mail_goes_to(&self, person: PersonId) -> String {
        let sql = self.db.read(&self.visitor());
        let addresses = read::addresses_by_ids(&sql, &[person]).await.unwrap();
        addresses[&person].clone()
    }
}

#[tokio::test]
async fn another_address_in_three_steps_and_the_old_one_hears_of_each() {
    let mut house = House::new().await;
    let there = house.come_in(FATIMA).await;
    house.claim(there.person, WORK).await.unwrap();
    house.announced();
    house.prove(there.person, WORK).await.unwrap();
    house.prefer(there.person, WORK).await.unwrap();
    assert_eq!(house.mail_goes_to(there.person).await, WORK);
    let early = house.drop_address(&there, FATIMA).await;
    assert_eq!(code_of(early), "identity.address-too-new");
    let changed = "identity.address-changed";
    assert_eq!(house.announced(), [changed, changed]);
    house.clock.advance(7 * 24 * 60 * MINUTE);
    let here = house.come_in(FATIMA).await;
    house.announced();
    house.drop_address(&here, FATIMA).await.unwrap();
    assert_eq!(house.announced(), ["identity.session-ended", changed]);
    assert!(house.is_in(&here).await && !house.is_in(&there).await);
    assert_eq!(house.come_in(WORK).await.person, here.person);
    assert_ne!(house.come_in(FATIMA).await.person, here.person);
}

#[tokio::test]
async fn who_lost_a_mailbox_comes_in_by_another_address() {
    let house = House::new().await;
    let person = house.come_in(FATIMA).await.person;
    house.claim(person, WORK).await.unwrap();
    house.prove(person, WORK).await.unwrap();
    assert_eq!(house.come_in(WORK).await.person, person);
}

#[tokio::test]
async fn the_primary_address_cannot_be_removed() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    let removed = house.drop_address(&fatima, FATIMA).await;
    assert_eq!(code_of(removed), "identity.address-primary");
}

#[tokio::test]
async fn mail_never_moves_to_an_address_that_is_only_claimed() {
    let house = House::new().await;
    let person = house.come_in(FATIMA).await.person;
    house.claim(person, WORK).await.unwrap();
    let preferred = house.prefer(person, WORK).await;
    assert_eq!(code_of(preferred), "identity.address-unverified");
    assert_ne!(
        house.come_in(WORK).await.person,
        person,
        "nor does it let in"
    );
}

#[tokio::test]
async fn two_may_claim_an_address_and_one_can_prove_it() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await.person;
    let rachid = house.come_in("rachid@example.org").await.person;
    for person in [fatima, rachid] {
        house.claim(person, WORK).await.unwrap();
    }
    let stolen = house.code_mailed(fatima, WORK).await;
    let with_anothers = house.prove_with(rachid, WORK, &stolen).await;
    assert_eq!(code_of(with_anothers), "identity.code-wrong");
    house.prove(fatima, WORK).await.unwrap();
    let second = house.prove(rachid, WORK).await;
    assert_eq!(code_of(second), "identity.address-taken");
}

#[tokio::test]
async fn claiming_tells_nothing_of_who_has_an_address() {
    let house = House::new().await;
    let person = house.come_in(FATIMA).await.person;
    house.come_in("rachid@example.org").await;
    for address in ["rachid@example.org", "nobody@example.org"] {
        house.claim(person, address).await.unwrap();
    }
}

#[tokio::test]
async fn a_code_to_prove_an_address_does_not_sign_in() {
    let house = House::new().await;
    let person = house.come_in(FATIMA).await.person;
    house.claim(person, WORK).await.unwrap();
    let digits = house.code_mailed(person, WORK).await;
    let page = house.ask(WORK).await.unwrap();
    let proof = Proof::Code {
        request: page,
        digits,
    };
    assert_eq!(code_of(house.enter(proof).await), "identity.code-wrong");
}

#[tokio::test]
async fn an_address_of_somebody_else_is_not_found() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    let rachid = house.come_in("rachid@example.org").await;
    let id = house.address(fatima.person, FATIMA).await.unwrap();
    let scope = house.as_person(rachid.person);
    let removed = remove_address(&scope, &house.db, rachid.session, id).await;
    assert_eq!(code_of(removed), "identity.address-not-found");
}

#[tokio::test]
async fn ten_addresses_are_enough() {
    let house = House::new().await;
    let person = house.come_in(FATIMA).await.person;
    for extra in 1..10 {
        let address = format!("f{extra}@example.org");
        house.claim(person, &address).await.unwrap();
    }
    let eleventh = house.claim(person, WORK).await;
    assert_eq!(code_of(eleventh), "identity.too-many-addresses");
}

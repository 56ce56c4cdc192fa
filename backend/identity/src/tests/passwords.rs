//! A password, for who wants one.

use super::*;
use crate::password::{Wish, remove_password, set_password};

const GOOD: &str = "kraan zondag fiets mosterd";
const BETTER: &str = "lantaarn kikker drieluik soep";

impl House {
    async fn choose(
        &self,
        who: &SignedInAs,
        current: Option<&str>,
        new: &str,
    ) -> Result<(), IdentityFault> {
        let wish = Wish {
            current: current.map(str::to_owned),
            new: new.to_owned(),
        };
        let scope = self.as_person(who.person);
        set_password(&scope, &self.db, &self.limits, who.session, wish).await
    }

    async fn by_password(&self, email: &str, password: &str) -> Result<SignedInAs, IdentityFault> {
        let (email, password) = (email.to_owned(), password.to_owned());
        self.enter(Proof::Password { email, password }).await
    }
}

#[tokio::test]
async fn a_password_lets_in_and_a_wrong_one_or_an_unknown_address_are_refused_alike() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    house.choose(&fatima, None, GOOD).await.unwrap();
    let again = house.by_password(FATIMA, GOOD).await.unwrap();
    assert_eq!(again.person, fatima.person);
    for (email, password) in [(FATIMA, BETTER), ("nobody@example.org", GOOD)] {
        let refused = house.by_password(email, password).await;
        assert_eq!(code_of(refused), "identity.password-wrong", "{email}");
    }
}

#[tokio::test]
async fn who_has_no_password_does_not_come_in_by_one() {
    let house = House::new().await;
    house.come_in(FATIMA).await;
    let refused = house.by_password(FATIMA, "nobody").await;
    assert_eq!(code_of(refused), "identity.password-wrong");
}

#[tokio::test]
async fn the_sixth_wrong_password_waits_a_quarter_known_address_or_not() {
    let house = House::new().await;
    house.come_in(FATIMA).await;
    for email in [FATIMA, "nobody@example.org"] {
        for _ in 0..5 {
            let refused = house.by_password(email, GOOD).await;
            assert_eq!(code_of(refused), "identity.password-wrong");
        }
        let refused = house.by_password(email, GOOD).await.unwrap_err();
        assert_eq!(refused.retry_after(), Some(15 * 60 + 1), "{email}");
    }
}

#[tokio::test]
async fn wrong_passwords_stand_in_nobodys_way_elsewhere_nor_in_that_of_a_code() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    house.choose(&fatima, None, GOOD).await.unwrap();
    for _ in 0..6 {
        let refused = house.by_password(FATIMA, BETTER).await;
        assert_ne!(code_of(refused), "fine");
    }
    let right = || Proof::Password {
        email: FATIMA.to_owned(),
        password: GOOD.to_owned(),
    };
    assert_eq!(code_of(house.enter(right()).await), "limit.too-many");
    house.enter_from(ELSEWHERE, right()).await.unwrap();
    house.come_in(FATIMA).await;
}

#[tokio::test]
async fn a_weak_password_is_refused_with_a_hint() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    let refused = house.choose(&fatima, None, "fatima1").await.unwrap_err();
    let fields = refused.fields();
    assert_eq!(fields[0].pointer, "/new");
    assert_eq!(fields[0].code, "identity.password-too-short");
}

#[tokio::test]
async fn changing_it_takes_the_old_one_or_a_fresh_sign_in() {
    let mut house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    house.choose(&fatima, None, GOOD).await.unwrap();
    house.clock.advance(16 * MINUTE);
    let stale = house.choose(&fatima, None, BETTER).await;
    assert_eq!(code_of(stale), "identity.proof-needed");
    let wrong = house.choose(&fatima, Some(BETTER), BETTER).await;
    assert_eq!(code_of(wrong), "identity.current-wrong");
    house.choose(&fatima, Some(GOOD), BETTER).await.unwrap();

    let fresh = house.come_in(FATIMA).await;
    house.announced();
    house.choose(&fresh, None, GOOD).await.unwrap();
    assert_eq!(
        house.announced(),
        ["identity.session-ended", "identity.password-changed"]
    );
    assert!(!house.is_in(&fatima).await && house.is_in(&fresh).await);
}

#[tokio::test]
async fn one_may_do_without_again() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    house.choose(&fatima, None, GOOD).await.unwrap();
    let scope = house.as_person(fatima.person);
    remove_password(&scope, &house.db, &house.limits, fatima.session)
        .await
        .unwrap();
    let refused = house.by_password(FATIMA, GOOD).await;
    assert_eq!(code_of(refused), "identity.password-wrong");
}

//! What cookies are worth, over time and in the wrong hands.

use kernel::SessionId;
use uuid::Uuid;

use super::*;
use crate::cookies::Tokens;
use crate::hand_over::{Brought, browser_secret, hand_over, take_over};

async fn renewed(house: &House, refresh: &str) -> Option<Tokens> {
    house
        .who(None, Some(refresh))
        .await
        .and_then(|who| who.renewed)
}

#[tokio::test]
async fn a_session_renews_itself_while_it_is_used() {
    let house = House::new().await;
    let signed_in = house.come_in(FATIMA).await;
    let mut tokens = signed_in.tokens;
    for _ in 0..40 {
        house.clock.advance(20 * 60 * MINUTE);
        let who = house.who(Some(&tokens.access), Some(&tokens.refresh)).await;
        let who = who.expect("still in");
        assert_eq!(who.person, signed_in.person);
        tokens = who.renewed.expect("a quarter of an hour is long past");
    }
}

#[tokio::test]
async fn thirty_days_unused_and_it_is_over() {
    let house = House::new().await;
    let signed_in = house.come_in(FATIMA).await;
    house.clock.advance(30 * 24 * 60 * MINUTE);
    assert!(!house.is_in(&signed_in).await);
}

#[tokio::test]
async fn two_tabs_that_renew_at_once_get_the_same_successor() {
    let house = House::new().await;
    let old = house.come_in(FATIMA).await.tokens.refresh;
    house.clock.advance(20 * MINUTE);
    let one = renewed(&house, &old).await.unwrap();
    house.clock.advance(MINUTE / 2);
    let other = renewed(&house, &old).await.unwrap();
    assert_eq!(one.refresh, other.refresh);
}

#[tokio::test]
async fn a_replaced_token_that_comes_back_ends_the_session_for_the_thief_and_the_owner() {
    let mut house = House::new().await;
    let old = house.come_in(FATIMA).await.tokens.refresh;
    house.clock.advance(20 * MINUTE);
    let owner = renewed(&house, &old).await.unwrap();
    house.clock.advance(MINUTE);
    house.announced();
    assert_eq!(house.who(None, Some(&old)).await, None);
    let access = Some(owner.access.as_str());
    assert_eq!(house.who(access, Some(&owner.refresh)).await, None);
    assert_eq!(house.announced(), ["identity.session-ended"]);
}

#[tokio::test]
async fn an_ended_session_is_nobodys_at_once() {
    let mut house = House::new().await;
    let (here, there) = (house.come_in(FATIMA).await, house.come_in(FATIMA).await);
    let scope = house.as_person(here.person);
    house.announced();
    crate::sign_out::end_session(&scope, &house.db, there.session)
        .await
        .unwrap();
    assert!(house.is_in(&here).await && !house.is_in(&there).await);
    crate::sign_out::end_every_session(&scope, &house.db)
        .await
        .unwrap();
    assert!(!house.is_in(&here).await);
    assert_eq!(
        house.announced(),
        ["identity.session-ended", "identity.sessions-ended"]
    );
}

/// On the host of a tenant, from a session on the host where people sign in.
async fn brought(house: &House, from: &SignedInAs) -> Result<SignedInAs, IdentityFault> {
    let asked = Uuid::from_u128(7);
    let (scope, secrets) = (house.as_person(from.person), &house.secrets);
    let code = hand_over(&scope, &house.db, secrets, from.session, ("ess", asked)).await?;
    taken(house, from.session, &code, asked).await
}

async fn taken(
    house: &House,
    ended: SessionId,
    code: &str,
    asked: Uuid,
) -> Result<SignedInAs, IdentityFault> {
    let brought = Brought {
        code,
        tenant: "ess",
        browser: &browser_secret(&house.secrets, asked),
        user_agent: &format!("of {}", ended.uuid()),
    };
    take_over(&house.visitor(), &house.db, &house.secrets, brought).await
}

#[tokio::test]
async fn who_signs_out_on_one_host_is_signed_out_on_the_others_of_that_browser() {
    let mut house = House::new().await;
    let elsewhere = house.come_in(FATIMA).await;
    for from_the_first in [true, false] {
        let first = house.come_in(FATIMA).await;
        let (one, other) = (
            brought(&house, &first).await.unwrap(),
            brought(&house, &first).await.unwrap(),
        );
        house.announced();
        let ending = if from_the_first { &first } else { &one };
        let scope = house.as_person(first.person);
        crate::sign_out::end_session(&scope, &house.db, ending.session)
            .await
            .unwrap();
        for session in [&first, &one, &other] {
            assert!(!house.is_in(session).await, "{from_the_first}");
        }
        assert_eq!(house.announced(), ["identity.session-ended"; 3]);
    }
    assert!(house.is_in(&elsewhere).await, "another browser");
}

#[tokio::test]
async fn who_signed_out_meanwhile_is_not_brought_in() {
    let house = House::new().await;
    let first = house.come_in(FATIMA).await;
    let asked = Uuid::from_u128(8);
    let scope = house.as_person(first.person);
    let made = hand_over(
        &scope,
        &house.db,
        &house.secrets,
        first.session,
        ("ess", asked),
    );
    let code = made.await.unwrap();
    crate::sign_out::end_session(&scope, &house.db, first.session)
        .await
        .unwrap();
    let brought = taken(&house, first.session, &code, asked).await;
    assert_eq!(code_of(brought), "identity.code-expired");
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let house = House::new().await;
    let fatima = house.come_in(FATIMA).await;
    let rachid = house.come_in("rachid@example.org").await;
    let scope = house.as_person(rachid.person);
    let ended = crate::sign_out::end_session(&scope, &house.db, fatima.session).await;
    assert_eq!(code_of(ended), "identity.session-not-found");
    assert!(house.is_in(&fatima).await);
}

#[tokio::test]
async fn cookies_of_another_installation_are_nobodys() {
    let house = House::new().await;
    let tokens = house.come_in(FATIMA).await.tokens;
    let other = House {
        secrets: Secrets::new([1; 32]),
        ..house
    };
    let who = other.who(Some(&tokens.access), Some(&tokens.refresh)).await;
    assert_eq!(who, None);
}

#[tokio::test]
async fn what_expired_is_forgotten() {
    let house = House::new().await;
    let signed_in = house.come_in(FATIMA).await;
    house.clock.advance(40 * 24 * 60 * MINUTE);
    let tx = house.db.begin(&house.visitor()).await.unwrap();
    crate::forget_expired(&tx, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let sql = house.db.read(&house.visitor());
    let gone = crate::store::find_session(&sql, signed_in.session).await;
    assert_eq!(gone.unwrap(), None);
    let person = read::person_of_address(&sql, FATIMA).await.unwrap();
    assert_eq!(person, Some(signed_in.person), "a person stays");
}

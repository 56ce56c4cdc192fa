//! Signing in by mail.

use super::*;
use crate::limits::Entrance;
use db::Sql;

#[tokio::test]
async fn the_code_of_the_mail_makes_an_account_for_a_new_address() {
    let house = House::new().await;
    let first = house.come_in(FATIMA).await;
    let again = house.come_in("Fatima@Example.ORG").await;
    assert_eq!(first.person, again.person, "one address, one person");
    let sql = house.db.read(&house.visitor());
    let people = read::people_by_ids(&sql, &[first.person]).await.unwrap();
    assert_eq!(
        people[&first.person].name, "",
        "to be asked on the first visit"
    );
    assert_eq!(sql.person(), None);
}

#[tokio::test]
async fn no_account_is_made_before_the_code_is_typed() {
    let house = House::new().await;
    house.ask(FATIMA).await.unwrap();
    let sql = house.db.read(&house.visitor());
    assert_eq!(read::person_of_address(&sql, FATIMA).await.unwrap(), None);
}

#[tokio::test]
async fn the_link_of_the_mail_works_once() {
    let house = House::new().await;
    let code = house.ask(FATIMA).await.unwrap();
    let token = mailed::link_token_for(&house.secrets, code);
    let link = || Proof::Link {
        token: token.clone(),
    };
    house.enter(link()).await.unwrap();
    assert_eq!(code_of(house.enter(link()).await), "identity.code-expired");
}

#[tokio::test]
async fn a_tampered_link_is_refused() {
    let house = House::new().await;
    let (mine, other) = (house.ask(FATIMA).await, house.ask("a@example.org").await);
    let token = mailed::link_token_for(&house.secrets, mine.unwrap());
    let (_, mac) = token.split_once('.').unwrap();
    let forged = Proof::Link {
        token: format!("{}.{mac}", other.unwrap()),
    };
    assert_eq!(code_of(house.enter(forged).await), "identity.code-wrong");
}

#[tokio::test]
async fn every_code_that_still_holds_may_be_typed_on_any_page() {
    let house = House::new().await;
    let (first, second) = (house.ask(FATIMA).await, house.ask(FATIMA).await);
    let (first, second) = (first.unwrap(), second.unwrap());
    house.type_code(second, first).await.unwrap();
    house.type_code(first, second).await.unwrap();
    assert_eq!(
        code_of(house.type_code(first, second).await),
        "identity.code-expired"
    );
}

#[tokio::test]
async fn the_code_of_another_address_opens_nothing() {
    let house = House::new().await;
    let mine = house.ask(FATIMA).await.unwrap();
    let theirs = house.ask("rachid@example.org").await.unwrap();
    assert_eq!(
        code_of(house.type_code(theirs, mine).await),
        "identity.code-wrong"
    );
}

#[tokio::test]
async fn a_code_ends_after_a_quarter_of_an_hour() {
    let house = House::new().await;
    let code = house.ask(FATIMA).await.unwrap();
    house.clock.advance(15 * MINUTE);
    assert_eq!(
        code_of(house.type_code(code, code).await),
        "identity.code-expired"
    );
}

#[tokio::test]
async fn the_sixth_wrong_code_waits_but_the_link_of_the_mail_goes_on() {
    let house = House::new().await;
    let code = house.ask(FATIMA).await.unwrap();
    for _ in 0..5 {
        assert_eq!(house.type_wrong(code).await.code(), "identity.code-wrong");
    }
    let refused = house.type_code(code, code).await.unwrap_err();
    assert_eq!(refused.code(), "limit.too-many");
    assert_eq!(refused.retry_after(), Some(15 * 60 + 1));
    let token = mailed::link_token_for(&house.secrets, code);
    house.enter(Proof::Link { token }).await.unwrap();
}

#[tokio::test]
async fn six_tries_and_a_code_is_worth_nothing_to_whoever_waits() {
    let house = House::new().await;
    let code = house.ask(FATIMA).await.unwrap();
    for _ in 0..6 {
        house.type_wrong(code).await;
        let entrance = Entrance::by_code(FATIMA, HERE);
        house.limits.forgive_entrance(entrance);
    }
    assert_eq!(
        code_of(house.type_code(code, code).await),
        "identity.code-expired"
    );
}

#[tokio::test]
async fn who_guesses_elsewhere_keeps_nobody_from_typing_their_code() {
    let house = House::new().await;
    let (theirs, mine) = (house.ask(FATIMA).await, house.ask(FATIMA).await);
    let (theirs, mine) = (theirs.unwrap(), mine.unwrap());
    for guess in 0..9 {
        let proof = Proof::Code {
            request: theirs,
            digits: "12".to_owned(),
        };
        let refused = house.enter_from(ELSEWHERE, proof).await;
        let expected = if guess < 5 {
            "identity.code-wrong"
        } else {
            "limit.too-many"
        };
        assert_eq!(code_of(refused), expected, "{guess}");
    }
    house.type_code(mine, mine).await.unwrap();
}

#[tokio::test]
async fn where_no_code_is_open_no_try_counts_and_an_old_page_never_tells_of_a_new_code() {
    let house = House::new().await;
    let old = house.ask(FATIMA).await.unwrap();
    house.clock.advance(15 * MINUTE);
    for _ in 0..9 {
        assert_eq!(house.type_wrong(old).await.code(), "identity.code-expired");
    }
    house.come_in(FATIMA).await;
    let new = house.ask(FATIMA).await.unwrap();
    for _ in 0..9 {
        assert_eq!(house.type_wrong(old).await.code(), "identity.code-expired");
    }
    let guessed = house.type_code(old, new).await;
    assert_eq!(code_of(guessed), "identity.code-expired", "as one of none");
    let elsewhere = house.enter_from(ELSEWHERE, house.code(old, new));
    elsewhere.await.unwrap();
}

#[tokio::test]
async fn thirty_wrong_codes_from_one_source_are_enough_whosever_they_are() {
    let house = House::new().await;
    let pages = house.guests(8).await;
    for page in &pages[..6] {
        for _ in 0..5 {
            assert_eq!(house.type_wrong(*page).await.code(), "identity.code-wrong");
        }
    }
    let (right, other) = (pages[6], pages[7]);
    let refused = house.type_code(right, right).await.unwrap_err();
    assert_eq!(refused.code(), "limit.too-many");
    assert_eq!(refused.retry_after(), Some(15 * 60 + 1));
    let guessed = house.type_wrong(right).await;
    assert_eq!(guessed.code(), "limit.too-many", "as a right one");
    let elsewhere = house.enter_from(ELSEWHERE, house.code(right, right));
    elsewhere.await.unwrap();
    let token = mailed::link_token_for(&house.secrets, other);
    house.enter(Proof::Link { token }).await.unwrap();
    house.clock.advance(15 * MINUTE);
    house.come_in(FATIMA).await;
}

#[tokio::test]
async fn guesses_at_one_moment_are_no_more_than_one_after_the_other() {
    let house = House::new().await;
    let pages = house.guests(31).await;
    for page in &pages[..29] {
        house.type_wrong(*page).await;
    }
    let (one, other) = tokio::join!(house.type_wrong(pages[29]), house.type_wrong(pages[30]));
    let mut answers = [one.code(), other.code()];
    answers.sort_unstable();
    assert_eq!(answers, ["identity.code-wrong", "limit.too-many"]);
}

#[tokio::test]
async fn three_codes_an_hour_for_an_address_known_or_not() {
    let house = House::new().await;
    house.come_in(FATIMA).await;
    house.clock.advance(60 * MINUTE);
    for address in [FATIMA, "nobody@example.org"] {
        for _ in 0..3 {
            house.ask(address).await.unwrap();
        }
        let refused = house.ask(address).await.unwrap_err();
        assert_eq!(refused.code(), "limit.too-many", "{address}");
        assert_eq!(refused.retry_after(), Some(3_601), "{address}");
    }
}

#[tokio::test]
async fn a_whole_hall_comes_in_at_once() {
    let house = House::new().await;
    for guest in 0..60 {
        house.come_in(&format!("gast{guest}@example.org")).await;
    }
}

#[tokio::test]
async fn after_signing_in_one_goes_where_one_was_going_on_this_site_only() {
    let house = House::new().await;
    for (next, expected) in [
        ("/o/ess/opgaven", Some("/o/ess/opgaven")),
        ("//evil.example", None),
    ] {
        let scope = house.visitor();
        let asked = request_code(&scope, &house.db, &house.limits, HERE, FATIMA, Some(next));
        let code = asked.await.unwrap().id;
        let signed_in = house.type_code(code, code).await.unwrap();
        assert_eq!(signed_in.next.as_deref(), expected);
    }
}

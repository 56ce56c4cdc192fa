//! The texts that were to go and could not yet: in the nights after what kept them.
//!
//! Promise: what goes is what would have gone when its writer did, and nothing else of the issue.

use db::{DbFault, Tx};
use kernel::PersonId;

use crate::model::Texts;
use crate::rules::{Then, of_people};
use crate::store_rows::Named;
use crate::{store_late, store_posts, store_rows};

/// How many rooms' posts are looked for in one night; the rest goes in the next.
const MOST_LOOKS: usize = 200;

pub async fn forget_late_texts(tx: &Tx) -> Result<(), DbFault> {
    let mut looks = MOST_LOOKS;
    for (left, issue) in store_late::due(tx).await? {
        if holds::is_held(tx, issue).await? {
            continue;
        }
        if !posts_go(tx, left, &mut looks).await? {
            return Ok(());
        }
        other_texts_go(tx, left).await?;
        store_late::done(tx, left).await?;
    }
    Ok(())
}

/// False when there may be more than one night takes.
async fn posts_go(tx: &Tx, left: PersonId, looks: &mut usize) -> Result<bool, DbFault> {
    while *looks > 0 {
        let found = store_posts::find_words(tx, left).await?;
        if found.is_empty() {
            return Ok(true);
        }
        for (room, posts) in found {
            store_posts::leave(tx, room, &posts, (left, left.uuid()), Texts::Go).await?;
            *looks = looks.saturating_sub(1);
        }
    }
    Ok(false)
}

async fn other_texts_go(tx: &Tx, left: PersonId) -> Result<(), DbFault> {
    let named = Named::Person(left.uuid());
    for rule in of_people().filter(|rule| matches!(rule.then, Then::AsTexts(_))) {
        loop {
            let places = store_rows::find(tx, rule, &named, None).await?;
            if places.is_empty() {
                break;
            }
            store_rows::delete(tx, rule, &named, &places).await?;
        }
    }
    Ok(())
}

//! What an operator does: erase somebody who cannot ask any more, and carry the ledger past an old copy.

use db::{Across, Db, DbFault, Tx, outbox};
use kernel::{PersonId, Timestamp};

use crate::event::ErasureEvent;
use crate::model::{THINKING, Texts};
use crate::{read, store};

/// Asks for somebody, as that person would: with a week and the mails that tell of it. When it is due; none when there is
/// no such person.
pub async fn order(
    db: &Db,
    person: PersonId,
    texts: Texts,
    now: Timestamp,
) -> Result<Option<Timestamp>, DbFault> {
    let tx = db.begin_across(Across::Operator, now).await?;
    if identity::read::since(&tx, person).await?.is_none() {
        return Ok(None);
    }
    // What has begun is told of already.
    if store::ask(&tx, person, texts, now.plus(THINKING)).await? {
        outbox::push(&tx, &ErasureEvent::Asked { person }).await?;
    }
    let asked = read::asked(&tx, person).await?;
    tx.commit().await?;
    Ok(asked.map(|asked| asked.due_at))
}

/// The ledger, a line for each: the number, what became of the texts, and when.
pub async fn ledger(db: &Db, now: Timestamp) -> Result<String, DbFault> {
    let lines = read::ledger(&db.read_across(Across::Operator, now)).await?;
    let line = |(person, texts, at): (PersonId, Texts, Timestamp)| {
        format!("{person} {} {}\n", texts.as_str(), at.millis())
    };
    Ok(lines.into_iter().map(line).collect())
}

/// Takes in the lines of a ledger: who is in it and here all the same is erased within minutes. How many lines are new;
/// none when one cannot be read, and then nothing changes.
pub async fn replay(db: &Db, lines: &str, now: Timestamp) -> Result<Option<usize>, DbFault> {
    let Some(lines) = lines.lines().map(parse).collect::<Option<Vec<_>>>() else {
        return Ok(None);
    };
    let tx = db.begin_across(Across::Operator, now).await?;
    let mut new = 0;
    for (person, texts, at) in lines {
        new += usize::from(store::write_down(&tx, person, texts, at).await?);
    }
    come_back(&tx).await?;
    tx.commit().await?;
    Ok(Some(new))
}

/// Who was erased and is here all the same, by an old copy or an archive, goes again at once.
pub async fn come_back(tx: &Tx) -> Result<(), DbFault> {
    loop {
        let back = read::back(tx).await?;
        if back.is_empty() {
            return Ok(());
        }
        store::again(tx, &back).await?;
    }
}

fn parse(line: &str) -> Option<(PersonId, Texts, Timestamp)> {
    let mut words = line.split_whitespace();
    let person = words.next()?.parse().ok()?;
    let texts = Texts::from_name(words.next()?).ok()?;
    let at = words.next()?.parse().ok().map(Timestamp::from_millis)?;
    words.next().is_none().then_some((person, texts, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_ledger_is_three_words() {
        let person = PersonId::new(Timestamp::from_millis(5));
        let line = format!("{person} go 1795532400000");
        let at = Timestamp::from_millis(1_795_532_400_000);
        assert_eq!(parse(&line), Some((person, Texts::Go, at)));
        for bad in [
            "",
            "x go 5",
            "go",
            &format!("{line} more"),
            &format!("{person} now 5"),
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}

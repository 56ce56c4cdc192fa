//! Who writes which post of a conversation, and what everybody has read of it. Pure.

/// The place among the participants of whoever wrote this post: everybody in turn in the first half of the
/// conversation, five of them in the second.
pub fn writer(seq: i64, last: i64, participants: i64) -> i64 {
    if participants <= 10 || seq * 2 <= last {
        seq % participants.max(1)
    } else {
        5 + seq % 5
    }
}

/// What this participant has read: their own posts and what came before; none for those who never looked.
pub fn read(place: i64, last: i64, participants: i64) -> Option<String> {
    let keeps_up = participants <= 10 || (5..10).contains(&place);
    if keeps_up {
        return Some(format!("1-{last}"));
    }
    let own = (1..=last / 2)
        .rev()
        .find(|seq| writer(*seq, last, participants) == place);
    if own.is_none() && place % 5 == 1 {
        return None;
    }
    let half = last / 2;
    let until = (half + (last - half) * (place % 5) / 5).max(own.unwrap_or(1));
    let missed = until / 2;
    if missed > 1 && writer(missed, last, participants) != place {
        return Some(format!("1-{},{}-{until}", missed - 1, missed + 1));
    }
    Some(format!("1-{until}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_writes_has_read_their_own_posts() {
        for (last, people) in [(1, 25), (7, 25), (50, 25), (250, 25), (50, 3)] {
            for place in 0..people {
                let read = read(place, last, people).unwrap_or_default();
                let covers = |seq: i64| {
                    read.split(',').any(|range| {
                        let (from, to) = range.split_once('-').unwrap_or(("1", "0"));
                        (from.parse().unwrap()..=to.parse::<i64>().unwrap()).contains(&seq)
                    })
                };
                let own = (1..=last).filter(|seq| writer(*seq, last, people) == place);
                for seq in own {
                    assert!(
                        covers(seq),
                        "{place} of {people} wrote {seq} of {last}, read {read}"
                    );
                }
                assert!(!covers(last + 1));
            }
        }
    }
}

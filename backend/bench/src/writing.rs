//! Posting, with and without commits in groups, beside what the disk allows.

use std::time::Instant;

use load::Visitor;

use crate::asking::{self, Measured};
use crate::place::Place;
use crate::process::Process;
use crate::table::{Table, Target};
use crate::{Failure, grow};

/// How many people send at the same moment.
const WRITERS: [usize; 3] = [1, 8, 32];

pub async fn measure(place: &Place, seconds: u64, table: &mut Table) -> Result<(), Failure> {
    if place.postmaster.is_some() {
        for measured in in_groups_of(place, 64, seconds, table).await? {
            table.fact(
                &format!("posting, {}", at_once(measured.0)),
                measured.1.to_string(),
            );
        }
        return Ok(());
    }
    let before = grow::bare_inserts(seconds).await?;
    let with = in_groups_of(place, 64, seconds, table).await?;
    let between = grow::bare_inserts(seconds).await?;
    let without = in_groups_of(place, 1, seconds, table).await?;
    let after = grow::bare_inserts(seconds).await?;
    let bare = (before + between + after) / 3.0;
    table.fact(
        "  ceiling: one bare insert per transaction",
        format!("{bare:.0} a second ({before:.0}, {between:.0}, {after:.0})"),
    );
    for ((many, with), (_, without)) in with.into_iter().zip(without) {
        table.fact(
            &format!("posting, {}, commits in groups", at_once(many)),
            with.to_string(),
        );
        table.fact("  the same, a commit for each", without.to_string());
        if many > 1 {
            table.judged(
                "  of the ceiling, in groups",
                with.a_second() / bare,
                Target::AtLeast(0.5, ""),
            );
            table.fact(
                "  of the ceiling, a commit for each",
                format!("{:.2}", without.a_second() / bare),
            );
        }
    }
    Ok(())
}

fn at_once(many: usize) -> String {
    match many {
        1 => "one after the other".to_owned(),
        many => format!("{many} at once"),
    }
}

async fn in_groups_of(
    place: &Place,
    commit_group: usize,
    seconds: u64,
    table: &mut Table,
) -> Result<Vec<(usize, Measured)>, Failure> {
    let server = Process::server_with(place, commit_group).await?;
    let visitor = Visitor::enter(&server.url).await?;
    let mut all = Vec::new();
    for many in WRITERS {
        all.push((many, asking::posts(&server, &visitor, many, seconds).await?));
        let began = Instant::now();
        server.rest().await?;
        if Some(&many) == WRITERS.last() {
            table.fact(
                &format!("  told to everybody concerned, commits in groups of {commit_group}"),
                format!(
                    "{:.0} s after the last of these posts",
                    began.elapsed().as_secs_f64()
                ),
            );
        }
    }
    server.stop().await?;
    Ok(all)
}

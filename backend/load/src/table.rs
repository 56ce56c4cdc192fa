//! What was measured, on a terminal.

use crate::measured::Measured;
use crate::numbers::shown;
use crate::storm::Storm;

pub fn printed(measured: &Measured) -> String {
    let head = measured.settings.iter().chain(&measured.machine);
    let mut lines: Vec<String> = head
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    lines.push(String::new());
    lines.extend(aligned(&rows(measured)));
    let errors = errors(measured);
    if !errors.is_empty() {
        lines.extend([String::new(), "Errors".to_owned()]);
        lines.extend(errors);
    }
    lines.push(String::new());
    lines.extend(
        measured
            .deliveries
            .rows()
            .map(|(name, count)| format!("{name}: {count}")),
    );
    let storm = measured.storm.iter().flat_map(Storm::rows);
    lines.extend(storm.map(|(name, value)| format!("{name}: {value}")));
    lines.push(format!(
        "Asked later than planned by this tool itself: p99 {} ms, at most {} ms",
        shown(measured.own_lateness.p99),
        shown(measured.own_lateness.max)
    ));
    if measured.ended_early {
        lines.push("It was ended before its time.".to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}

pub const COLUMNS: [&str; 8] = [
    "What, in ms",
    "Answers",
    "Errors",
    "p50",
    "p95",
    "p99",
    "Max",
    "A second",
];

/// One for each kind, under [`COLUMNS`].
pub fn rows(measured: &Measured) -> Vec<[String; 8]> {
    let took = std::time::Duration::from_secs_f64(measured.seconds);
    let row = |kind: &crate::Kind| {
        let all = &kind.summary.all;
        [
            kind.name.clone(),
            all.answered.to_string(),
            all.failed.to_string(),
            shown(all.p50),
            shown(all.p95),
            shown(all.p99),
            shown(all.max),
            shown(all.a_second(took)),
        ]
    };
    measured.kinds.iter().map(row).collect()
}

fn errors(measured: &Measured) -> Vec<String> {
    let each = measured.kinds.iter().flat_map(|kind| {
        let errors = kind.summary.errors.iter();
        errors.map(|(why, count)| format!("  {}: {why}, {count} times", kind.name))
    });
    each.collect()
}

/// The first column to the left, numbers to the right.
fn aligned(rows: &[[String; 8]]) -> Vec<String> {
    let head = COLUMNS.map(str::to_owned);
    let all: Vec<&[String; 8]> = std::iter::once(&head).chain(rows).collect();
    let mut widths = [0; 8];
    for row in &all {
        for (width, cell) in widths.iter_mut().zip(*row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &&[String; 8]| {
        let cells = row.iter().zip(widths).enumerate();
        let cells = cells.map(|(place, (cell, width))| match place {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ")
    };
    all.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::measured;

    #[test]
    fn the_table_holds_what_was_measured() {
        let told = printed(&measured());
        let post = told.lines().find(|line| line.starts_with("post")).unwrap();
        let cells: Vec<&str> = post.split_whitespace().collect();
        assert_eq!(
            cells,
            ["post", "40", "3", "5.00", "20.0", "60.0", "61.5", "4.00"]
        );
        assert!(told.contains("post: answered 429, 3 times"));
        assert!(told.contains("Deliveries expected: 400\nMissing: 1\n"));
        assert!(told.contains("All had everything in: 1250 ms\n"));
        assert!(told.contains("ended before its time"));
    }
}

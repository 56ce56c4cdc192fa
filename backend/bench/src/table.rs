//! The table that is printed, and kept in `RESULTS.md`: every figure beside what it should be.

use std::fmt::{Display, Formatter, Result as Written};
use std::path::Path;

use crate::Failure;

/// What a figure should be.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    AtMost(f64, &'static str),
    AtLeast(f64, &'static str),
}

impl Target {
    fn reached(self, value: f64) -> bool {
        match self {
            Self::AtMost(most, _) => value <= most,
            Self::AtLeast(least, _) => value >= least,
        }
    }

    fn measured(self, value: f64) -> String {
        let (Self::AtMost(limit, unit) | Self::AtLeast(limit, unit)) = self;
        let digits = match limit {
            ..0.01 => 0,
            ..10.0 => 2,
            _ => 1,
        };
        format!("{value:.digits$} {unit}").trim_end().to_owned()
    }
}

impl Display for Target {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        let (sign, limit, unit) = match self {
            Self::AtMost(most, unit) => ("≤", most, unit),
            Self::AtLeast(least, unit) => ("≥", least, unit),
        };
        f.write_str(format!("{sign} {limit} {unit}").trim_end())
    }
}

#[derive(Debug)]
struct Row {
    what: String,
    measured: String,
    target: String,
    verdict: &'static str,
}

#[derive(Debug, Default)]
struct Section {
    name: String,
    rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub struct Table(Vec<Section>);

impl Table {
    pub fn section(&mut self, name: impl Into<String>) {
        let name = name.into();
        eprintln!("{name}");
        self.0.push(Section {
            name,
            rows: Vec::new(),
        });
    }

    /// A figure without a target: what others are compared with.
    pub fn fact(&mut self, what: &str, measured: impl Into<String>) {
        self.add(what, measured.into(), String::new(), "");
    }

    pub fn judged(&mut self, what: &str, value: f64, target: Target) {
        let verdict = if target.reached(value) {
            "reached"
        } else {
            "MISSED"
        };
        self.add(what, target.measured(value), target.to_string(), verdict);
    }

    fn add(&mut self, what: &str, measured: String, target: String, verdict: &'static str) {
        eprintln!("  {what}: {measured}");
        if self.0.is_empty() {
            self.0.push(Section::default());
        }
        if let Some(section) = self.0.last_mut() {
            section.rows.push(Row {
                what: what.to_owned(),
                measured,
                target,
                verdict,
            });
        }
    }
}

/// Markdown that also reads well on a terminal.
impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        for section in &self.0 {
            writeln!(f, "\n## {}\n", section.name)?;
            let head = Row {
                what: "What".into(),
                measured: "Measured".into(),
                target: "Should be".into(),
                verdict: "",
            };
            let rows = || std::iter::once(&head).chain(&section.rows);
            let widest = |of: fn(&Row) -> &str| rows().map(|row| of(row).chars().count()).max();
            let widths = [
                widest(|row| &row.what).unwrap_or(0),
                widest(|row| &row.measured).unwrap_or(0),
                widest(|row| &row.target).unwrap_or(0),
            ];
            line(f, &head, widths)?;
            let [what, measured, target] = widths.map(|width| "-".repeat(width));
            writeln!(f, "| {what} | {measured} | {target} | ------- |")?;
            for row in &section.rows {
                line(f, row, widths)?;
            }
        }
        Ok(())
    }
}

fn line(f: &mut Formatter<'_>, row: &Row, [what, measured, target]: [usize; 3]) -> Written {
    writeln!(
        f,
        "| {:what$} | {:measured$} | {:target$} | {:7} |",
        row.what, row.measured, row.target, row.verdict
    )
}

/// Prints what was found, and keeps it where that is wanted.
#[expect(clippy::print_stdout, reason = "the table is the command's output")]
pub fn publish(text: &str, file: Option<&Path>) -> Result<(), Failure> {
    print!("{text}");
    if let Some(file) = file {
        std::fs::write(file, text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_beside_what_it_should_be() {
        let mut table = Table::default();
        table.section("SQLite");
        table.judged("a page", 0.634, Target::AtMost(0.8, "ms"));
        table.judged("of the ceiling", 0.4, Target::AtLeast(0.5, ""));
        table.fact("at rest", "31 MiB");
        let expected = "
## SQLite

| What           | Measured | Should be |         |
| -------------- | -------- | --------- | ------- |
| a page         | 0.63 ms  | ≤ 0.8 ms  | reached |
| of the ceiling | 0.40     | ≥ 0.5     | MISSED  |
| at rest        | 31 MiB   |           |         |
";
        assert_eq!(table.to_string(), expected);
    }
}

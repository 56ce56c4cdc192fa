//! How long files are, how they begin, and which marks they do not hold.

use std::collections::BTreeMap;

use crate::levels::level;
use crate::sources::Source;

const LONGEST: &[(&str, usize)] = &[(".tsx", 300), (".rs", 500), (".ts", 500), (".mjs", 500)];
const LARGEST_CRATE: usize = 10_000;

/// Marks of work that is not finished, and a lint that was silenced for good. Split, so as not to find themselves.
const MARKS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("#[al", "low("),
];

/// Files of a slice that are no use case: their name says what they are.
const PARTS: &[&str] = &[
    "model", "policy", "store", "entity", "event", "fault", "http", "read", "mod",
];

pub fn complaints(sources: &[Source]) -> Vec<String> {
    let mut found: Vec<String> = sources
        .iter()
        .flat_map(|it| {
            [too_long(it), without_header(it)]
                .into_iter()
                .flatten()
                .chain(marks(it))
        })
        .collect();
    found.extend(large_crates(sources));
    found
}

fn too_long(source: &Source) -> Option<String> {
    let (_, most) = LONGEST
        .iter()
        .find(|(kind, _)| source.path.ends_with(kind))?;
    let lines = source.text.lines().count();
    let too_long = lines > *most && !source.path.ends_with(".d.ts");
    too_long.then(|| format!("{}: {lines} lines; {most} is the most", source.path))
}

/// A crate says what it is for, what it promises and what is absent on purpose; a use case says what it is for.
fn without_header(source: &Source) -> Option<String> {
    let crate_level = level(source.of_crate()?)?;
    let file = source.path.rsplit('/').next()?.strip_suffix(".rs")?;
    if !source.path.contains("/src/") || source.path.contains("/tests/") {
        return None;
    }
    let begins = source.text.starts_with("//! ");
    if file == "lib" {
        let whole =
            begins && source.text.contains("//! Promise:") && source.text.contains("//! Absent:");
        return (!whole).then(|| {
            format!(
                "{}: no header with a purpose, `Promise:` and `Absent:`",
                source.path
            )
        });
    }
    let use_case =
        (4..=11).contains(&crate_level) && !PARTS.iter().any(|part| file.starts_with(part));
    (use_case && !begins).then(|| {
        format!(
            "{}: does not begin with what it is for (`//!`)",
            source.path
        )
    })
}

fn marks(source: &Source) -> Vec<String> {
    let lines = source.text.lines().enumerate();
    lines
        .flat_map(|(index, line)| {
            MARKS
                .iter()
                .filter(move |mark| line.contains(**mark))
                .map(move |mark| (index + 1, mark))
        })
        .map(|(number, mark)| format!("{}:{number}: {mark}", source.path))
        .collect()
}

fn large_crates(sources: &[Source]) -> Vec<String> {
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for source in sources.iter().filter(|it| it.is_rust()) {
        if let Some(name) = source.of_crate() {
            *lines.entry(name).or_default() += source.text.lines().count();
        }
    }
    let large = lines
        .into_iter()
        .filter(|(_, count)| *count > LARGEST_CRATE);
    large
        .map(|(name, count)| format!("{name}: {count} lines; {LARGEST_CRATE} is the most"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str) -> usize {
        complaints(&[Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }])
        .len()
    }

    #[test]
    fn files_stay_short() {
        assert_eq!(check("backend/app/src/routes.rs", &"x\n".repeat(500)), 0);
        assert_eq!(check("backend/app/src/routes.rs", &"x\n".repeat(501)), 1);
        assert_eq!(check("frontend/src/page.tsx", &"x\n".repeat(301)), 1);
        assert_eq!(
            check("frontend/src/api/schema.d.ts", &"x\n".repeat(9000)),
            0
        );
    }

    #[test]
    fn a_crate_says_what_it_promises_and_what_is_absent() {
        assert_eq!(
            check(
                "backend/threads/src/lib.rs",
                "//! Threads.\n//! Promise: a.\n//! Absent: b.\n"
            ),
            0
        );
        assert_eq!(check("backend/threads/src/lib.rs", "//! Threads.\n"), 1);
    }

    #[test]
    fn a_use_case_says_what_it_is_for() {
        assert_eq!(
            check("backend/threads/src/reply.rs", "//! Someone answers.\n"),
            0
        );
        assert_eq!(
            check("backend/threads/src/reply.rs", "use kernel::Scope;\n"),
            1
        );
        assert_eq!(
            check("backend/threads/src/store.rs", "use kernel::Scope;\n"),
            0
        );
    }

    #[test]
    fn nothing_is_left_for_later() {
        assert_eq!(
            check("frontend/src/lib/dates.ts", concat!("// TO", "DO: later\n")),
            1
        );
        assert_eq!(
            check(
                "backend/app/src/routes.rs",
                concat!("#[al", "low(dead_code)]\n")
            ),
            1
        );
    }
}

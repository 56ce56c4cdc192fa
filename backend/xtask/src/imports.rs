//! Which library may be named in which files, and what slices never do.

use crate::levels::{Part, part};
use crate::sources::{Source, mentions};

/// A library, the crates that may name it anywhere, and the files of other crates that may.
struct Rule {
    word: &'static str,
    crates: &'static [&'static str],
    files: &'static [&'static str],
}

const RULES: &[Rule] = &[
    rule(
        "actix_web",
        &["web", "realtime", "site", "app"],
        &["http", "cookies", "receive_http"],
    ),
    rule(
        "sea_orm",
        &["app", "db", "platform", "settings"],
        &["store", "read", "entity"],
    ),
    rule("sea_orm_migration", &["db", "app"], &[]),
    rule("lettre", &["mail"], &[]),
    rule("tantivy", &["search"], &[]),
    rule("meilisearch_sdk", &["search"], &[]),
    rule("jsonwebtoken", &["identity"], &[]),
    rule("object_store", &["files"], &[]),
    rule("async_nats", &["bus"], &[]),
    rule("tokio_tungstenite", &["realtime"], &[]),
];

/// Small files that own one table, and keep its statements beside the few lines of rule that there are.
const OWNERS_OF_ONE_TABLE: &[&str] = &[
    "backend/issues/src/gap.rs",
    "backend/issues/src/participation.rs",
    "backend/mail/src/queue.rs",
    "backend/notifications/src/follows.rs",
    "backend/notifications/src/settings.rs",
];

/// Work that is started here would be lost when the process ends: outward work is a row in the database first.
const SPAWNS: &[&str] = &["tokio::spawn", "rt::spawn", "spawn_local", "thread::spawn"];

pub fn complaints(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|it| it.is_rust())
        .flat_map(of_file)
        .collect()
}

fn of_file(source: &Source) -> Vec<String> {
    let Some(part) = source.of_crate().and_then(part) else {
        return Vec::new();
    };
    // The migrations below it, and tests above it, know every library that they need.
    let product = (Part::Kernel..=Part::App).contains(&part);
    // A test may play the server at the other end.
    let rests = matches!(part, Part::Slice | Part::Reaction) && !source.is_test();
    let mut found = Vec::new();
    for (number, line) in source.code() {
        if product {
            let strangers = RULES
                .iter()
                .filter(|rule| names(line, rule.word) && !rule.allows(source));
            found.extend(strangers.map(|rule| {
                format!(
                    "{}:{number}: {} is not for this file",
                    source.path, rule.word
                )
            }));
        }
        if rests && SPAWNS.iter().any(|it| line.contains(it)) {
            found.push(format!(
                "{}:{number}: a slice starts no work of its own; queue a job",
                source.path
            ));
        }
    }
    found
}

const fn rule(
    word: &'static str,
    crates: &'static [&'static str],
    files: &'static [&'static str],
) -> Rule {
    Rule {
        word,
        crates,
        files,
    }
}

/// Whether the line takes something from the library, not only speaks of it.
fn names(line: &str, word: &str) -> bool {
    // The name of who writes a line in the log begins so.
    let told = line.contains(&format!("\"{word}::"));
    mentions(line, word)
        && !told
        && [format!("{word}::"), format!("use {word}")]
            .iter()
            .any(|it| line.contains(it))
}

impl Rule {
    fn allows(&self, source: &Source) -> bool {
        if self.word == "sea_orm" && OWNERS_OF_ONE_TABLE.contains(&source.path.as_str()) {
            return true;
        }
        let in_crate = source
            .of_crate()
            .is_some_and(|name| self.crates.contains(&name));
        in_crate
            || source
                .path
                .split('/')
                .skip(2)
                .any(|part| self.files.iter().any(|file| part.starts_with(file)))
    }
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
    fn queries_live_in_stores() {
        assert_eq!(
            check("backend/threads/src/store.rs", "use sea_orm::EntityTrait;"),
            0
        );
        assert_eq!(
            check("backend/threads/src/reply.rs", "use sea_orm::EntityTrait;"),
            1
        );
    }

    #[test]
    fn handlers_live_in_http() {
        assert_eq!(
            check(
                "backend/platform/src/tenants/http.rs",
                "use actix_web::get;"
            ),
            0
        );
        assert_eq!(
            check("backend/threads/src/policy.rs", "use actix_web::get;"),
            1
        );
    }

    /// One crate of each level that was put in since the first: the rules hold for all of them.
    #[test]
    fn the_rules_hold_on_every_level_of_the_product() {
        for name in [
            "holds",
            "tasks",
            "moderation",
            "facilitating",
            "site",
            "mail",
        ] {
            let file = format!("backend/{name}/src/act.rs");
            assert_eq!(check(&file, "use tantivy::Index;"), 1, "{name}");
            assert_eq!(check(&file, "use sea_orm::EntityTrait;"), 1, "{name}");
            assert_eq!(check(&file, "tokio::spawn(async {});"), 1, "{name}");
        }
        assert_eq!(check("backend/app/src/act.rs", "use tantivy::Index;"), 1);
        assert_eq!(check("backend/trials/src/act.rs", "use tantivy::Index;"), 0);
    }

    #[test]
    fn comments_may_name_anything() {
        assert_eq!(
            check("backend/threads/src/reply.rs", "// not sea_orm, on purpose"),
            0
        );
        assert_eq!(
            check("backend/app/src/logs.rs", "\"tantivy::directory\","),
            0
        );
    }

    #[test]
    fn slices_start_no_work_of_their_own() {
        assert_eq!(
            check("backend/threads/src/reply.rs", "tokio::spawn(async {});"),
            1
        );
        assert_eq!(
            check("backend/app/src/workers.rs", "tokio::spawn(async {});"),
            0
        );
    }
}

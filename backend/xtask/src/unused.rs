//! A dependency that no file of its crate names is one to take out.

use crate::sources::{Source, mentions};
use crate::workspace::Crate;

pub fn complaints(crates: &[Crate], sources: &[Source]) -> Vec<String> {
    let unnamed = |it: &&Crate| -> Vec<String> {
        let inside: Vec<&Source> = sources
            .iter()
            .filter(|source| source.path.starts_with(&format!("{}/", it.folder)))
            .collect();
        let named = |dependency: &str| {
            let word = dependency.replace('-', "_");
            inside
                .iter()
                .any(|source| source.code().any(|(_, line)| mentions(line, &word)))
        };
        let unused = it.depends_on.iter().filter(|dependency| !named(dependency));
        unused
            .map(|dependency| format!("{}: does not use {dependency}", it.name))
            .collect()
    };
    crates.iter().flat_map(|it| unnamed(&it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dependency: &str, text: &str) -> usize {
        let one = Crate {
            name: "threads".to_owned(),
            folder: "backend/threads".to_owned(),
            depends_on: vec![dependency.to_owned()],
        };
        let source = Source {
            path: "backend/threads/src/lib.rs".to_owned(),
            text: text.to_owned(),
        };
        complaints(&[one], &[source]).len()
    }

    #[test]
    fn a_dependency_is_used_when_a_file_names_it() {
        assert_eq!(check("actix-web", "use actix_web::get;"), 0);
        assert_eq!(check("actix-web", "// actix_web was here"), 1);
    }
}

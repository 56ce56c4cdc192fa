//! In the contract a type is known by its name alone: two of one name would silently become one.

use std::collections::BTreeMap;

use crate::sources::Source;

pub fn complaints(sources: &[Source]) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.is_rust()) {
        for name in names(&source.text) {
            places.entry(name).or_default().push(&source.path);
        }
    }
    let shared = places.into_iter().filter(|(_, places)| places.len() > 1);
    shared
        .map(|(name, places)| {
            let places = places.join(" and ");
            format!("{places}: both are {name} in the contract; name one with #[schema(as = …)]")
        })
        .collect()
}

/// The types of a file that stand in the contract, by their names there.
fn names(text: &str) -> Vec<String> {
    let (mut names, mut derived, mut given) = (Vec::new(), false, None);
    // A list of words is made into types by a macro, each with its attributes before it.
    let words = text.contains("ToSchema") && text.contains("\nwords! {");
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[derive(") {
            derived = line.contains("ToSchema");
        } else if let Some(name) = between(line, "schema(as = ", ")") {
            given = Some(name.to_owned());
        } else if let Some(name) = declared(line, words) {
            if derived || (words && !line.starts_with("pub ")) {
                names.push(given.take().unwrap_or_else(|| name.to_owned()));
            }
            (derived, given) = (false, None);
        }
    }
    names
}

/// The name of a type that begins on this line.
fn declared(line: &str, words: bool) -> Option<&str> {
    let rest = ["pub struct ", "pub enum ", "struct ", "enum "]
        .iter()
        .find_map(|start| line.strip_prefix(start));
    let of_words = words.then(|| line.strip_suffix(" {")).flatten();
    let name = rest.or(of_words)?.split(['<', ' ', '(', ';', '{']).next()?;
    (name != "Self" && name.starts_with(char::is_uppercase)).then_some(name)
}

fn between<'a>(line: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(start)?;
    rest.split_once(end).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn two_types_of_one_name_in_the_contract_are_told() {
        let hit = "#[derive(Serialize, utoipa::ToSchema)]\npub enum Kind {\n    Post,\n}";
        let hidden = "#[derive(Clone)]\npub enum Kind {\n    Post,\n}";
        let renamed = "#[derive(ToSchema)]\n#[schema(as = HitKind)]\npub enum Kind {}";
        let words = "derive(utoipa::ToSchema)\nwords! {\n    /// What.\n    Kind {\n        Post = \"post\",\n    }\n}";
        let count = |other: &str| complaints(&[file("a.rs", hit), file("b.rs", other)]).len();
        assert_eq!((count(hit), count(words)), (1, 1));
        assert_eq!((count(hidden), count(renamed)), (0, 0));
    }
}

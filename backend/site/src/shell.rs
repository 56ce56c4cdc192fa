//! What a page needs of the built front end: its style sheets, its script, and what that script asks for next.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Locale;
use maud::{Markup, html};
use serde::Deserialize;

const ENTRY: &str = "index.html";

/// The front end's own list of its files. Empty when it was not built: then pages are text and forms only.
#[derive(Debug, Default)]
pub struct Shell {
    chunks: BTreeMap<String, Chunk>,
}

#[derive(Debug, Default, Deserialize)]
struct Chunk {
    file: String,
    #[serde(default)]
    css: Vec<String>,
    #[serde(default)]
    imports: Vec<String>,
}

impl Shell {
    /// From the manifest that the build wrote.
    pub fn read(manifest: &str) -> Self {
        Self {
            chunks: serde_json::from_str(manifest).unwrap_or_default(),
        }
    }

    /// The style sheet of every page.
    pub fn style(&self) -> Option<String> {
        let css = self.chunks.get(ENTRY)?.css.first()?;
        Some(format!("/{css}"))
    }

    /// The style sheets of a page of the application, the common one first.
    pub fn styles(&self, route: &str) -> Markup {
        let (_, sheets) = self.files(&[ENTRY, route]);
        html! { @for sheet in sheets { link rel="stylesheet" href=(format!("/{sheet}")); } }
    }

    /// The application, and at once what it will ask for on this page: without it, each waits for the one before.
    pub fn scripts(&self, route: &str, locale: Locale) -> Markup {
        let Some(entry) = self.chunks.get(ENTRY) else {
            return html! {};
        };
        let catalogue = format!("../backend/locales/{}/ui.ftl", locale.tag());
        let (scripts, _) = self.files(&[ENTRY, route, &catalogue]);
        html! {
            script type="module" src=(format!("/{}", entry.file)) {}
            @for script in scripts.iter().filter(|file| **file != entry.file) {
                link rel="modulepreload" href=(format!("/{script}"));
            }
        }
    }

    /// The scripts and the style sheets of these chunks and of all that they import, each once, in the order of need.
    fn files(&self, names: &[&str]) -> (Vec<&str>, Vec<&str>) {
        let (mut scripts, mut sheets, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
        let mut waiting: Vec<&str> = names.iter().rev().copied().collect();
        while let Some(name) = waiting.pop() {
            let Some(chunk) = self
                .chunks
                .get(name)
                .filter(|_| seen.insert(name.to_owned()))
            else {
                continue;
            };
            scripts.push(chunk.file.as_str());
            sheets.extend(chunk.css.iter().map(String::as_str));
            waiting.extend(chunk.imports.iter().rev().map(String::as_str));
        }
        sheets.dedup();
        (scripts, sheets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"{
        "index.html": {"file": "assets/index-1.js", "css": ["assets/index-1.css"], "imports": ["_heading.js"], "isEntry": true},
        "_heading.js": {"file": "assets/heading-1.js"},
        "src/app/routes/issue-page.tsx": {"file": "assets/issue-1.js", "css": ["assets/issue-1.css"], "imports": ["index.html", "_heading.js"]},
        "../backend/locales/nl/ui.ftl": {"file": "assets/ui-nl.js"}
    }"#;

    #[test]
    fn a_page_names_each_file_once() {
        let shell = Shell::read(MANIFEST);
        let route = "src/app/routes/issue-page.tsx";
        assert_eq!(
            shell.styles(route).into_string(),
            r#"<link rel="stylesheet" href="/assets/index-1.css"><link rel="stylesheet" href="/assets/issue-1.css">"#
        );
        assert_eq!(
            shell.scripts(route, Locale::Nl).into_string(),
            r#"<script type="module" src="/assets/index-1.js"></script><link rel="modulepreload" href="/assets/heading-1.js"><link rel="modulepreload" href="/assets/issue-1.js"><link rel="modulepreload" href="/assets/ui-nl.js">"#
        );
    }

    #[test]
    fn without_a_front_end_there_is_text_and_no_script() {
        let shell = Shell::read("");
        assert_eq!(shell.style(), None);
        assert_eq!(shell.scripts("", Locale::Nl).into_string(), "");
    }
}

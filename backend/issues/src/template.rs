//! What an issue may begin with: a template for its kind, ours in each language, or a composition that an
//! organisation kept. Pure.

use kernel::{IssueTemplateId, Locale};
use serde::{Deserialize, Serialize};

use crate::{Need, Perspective};

/// A template for a kind of issue, with texts to start from.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Template {
    pub key: String,
    pub name: String,
    pub about: String,
    pub core_question: String,
    pub why_now: String,
    pub background: String,
    pub perspectives: Vec<Part>,
}

/// A composition that an organisation kept: who is asked, and no text of the issue that it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnTemplate {
    pub id: IssueTemplateId,
    pub name: String,
    pub perspectives: Vec<Part>,
}

/// A perspective to start from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    pub name: String,
    pub experience: String,
    pub need: Need,
    pub wanted: i64,
}

/// As many as are still a list that one looks through.
pub(crate) const MOST: usize = 50;

impl From<Perspective> for Part {
    fn from(perspective: Perspective) -> Self {
        Self {
            name: perspective.name,
            experience: perspective.experience,
            need: perspective.need,
            wanted: perspective.wanted,
        }
    }
}

/// Those that come with the platform.
pub(crate) fn ours(locale: Locale) -> Vec<Template> {
    let text = match locale {
        Locale::Nl => include_str!("../../locales/nl/templates.json"),
        Locale::En => include_str!("../../locales/en/templates.json"),
    };
    // The files are part of the program, and a test reads them all.
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_templates_and_each_is_complete() {
        let [dutch, english] = Locale::ALL.map(ours);
        assert!(dutch.len() >= 6);
        let shape = |all: &[Template]| -> Vec<(String, Vec<(Need, i64)>)> {
            let parts =
                |it: &Template| it.perspectives.iter().map(|p| (p.need, p.wanted)).collect();
            all.iter().map(|it| (it.key.clone(), parts(it))).collect()
        };
        assert_eq!(shape(&dutch), shape(&english));
        for template in dutch.iter().chain(&english) {
            let name = &template.name;
            assert!(template.perspectives.len() >= 4, "{name}");
            let whole = template.perspectives.iter().all(|it| {
                (1..=80).contains(&it.name.chars().count())
                    && (1..=300).contains(&it.experience.chars().count())
                    && (1..=99).contains(&it.wanted)
            });
            assert!(whole && !template.about.is_empty(), "{name}");
            assert!(template.core_question.chars().count() <= 600, "{name}");
            assert!(
                !template.core_question.is_empty() && !template.why_now.is_empty(),
                "{name}"
            );
        }
    }
}

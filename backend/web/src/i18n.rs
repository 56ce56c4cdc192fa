//! Every sentence of the server, from one catalogue (`backend/locales`, Project Fluent).

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::{Locale, Timestamp};
use unic_langid::LanguageIdentifier;

const NL: [&str; 5] = [
    include_str!("../../locales/nl/problems.ftl"),
    include_str!("../../locales/nl/site.ftl"),
    include_str!("../../locales/nl/mail.ftl"),
    include_str!("../../locales/nl/ui.ftl"),
    include_str!("../../locales/nl/help.ftl"),
];
const EN: [&str; 5] = [
    include_str!("../../locales/en/problems.ftl"),
    include_str!("../../locales/en/site.ftl"),
    include_str!("../../locales/en/mail.ftl"),
    include_str!("../../locales/en/ui.ftl"),
    include_str!("../../locales/en/help.ftl"),
];

/// The catalogue in every language.
pub struct Locales {
    nl: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Default for Locales {
    fn default() -> Self {
        Self {
            nl: bundle(Locale::Nl, &NL),
            en: bundle(Locale::En, &EN),
        }
    }
}

impl Locales {
    /// The sentence of a key. A key that is missing in every language comes back as itself; the gate finds it.
    pub fn text(
        &self,
        locale: Locale,
        key: &str,
        args: &[(&'static str, FluentValue<'_>)],
    ) -> String {
        let arguments: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        self.find(locale, key, &arguments)
            .or_else(|| self.find(Locale::Nl, key, &arguments))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The sentence of a problem's code: `thread.not-found` is the key `problem-thread-not-found`.
    pub fn problem(&self, locale: Locale, code: &str) -> String {
        self.text(locale, &problem_key(code), &[])
    }

    /// The sentence of a refusal; one that passes says when.
    pub fn refusal(&self, locale: Locale, code: &str, wait: Option<u64>) -> String {
        match wait {
            Some(seconds) if code == "limit.too-many" => {
                let (key, count) = match seconds {
                    ..60 => ("limit-wait-seconds", seconds),
                    _ => ("limit-wait-minutes", seconds.div_ceil(60)),
                };
                self.text(locale, key, &[("count", count.into())])
            }
            _ => self.problem(locale, code),
        }
    }

    /// The day of a moment in the Netherlands, as people write it: `3 november 2026`.
    pub fn day(&self, locale: Locale, moment: Timestamp) -> String {
        let date = moment.day();
        let args = [
            ("day", date.day().to_string().into()),
            ("month", i64::from(date.month()).into()),
            ("year", date.year().to_string().into()),
        ];
        self.text(locale, "day-of-year", &args)
    }

    /// The time of a moment on the clock of Amsterdam: `21:30`.
    pub fn time(moment: Timestamp) -> String {
        let time = moment.local().time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    pub fn has(&self, locale: Locale, key: &str) -> bool {
        self.bundle(locale).has_message(key)
    }

    fn find(&self, locale: Locale, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle(locale);
        let pattern = bundle.get_message(key)?.value()?;
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut faults);
        if let Some(fault) = faults.first() {
            tracing::warn!(key, %fault, "a sentence lacks a value");
        }
        Some(Cow::into_owned(text))
    }

    fn bundle(&self, locale: Locale) -> &FluentBundle<FluentResource> {
        match locale {
            Locale::Nl => &self.nl,
            Locale::En => &self.en,
        }
    }
}

/// The key of a code's sentence in the catalogue.
pub fn problem_key(code: &str) -> String {
    format!("problem-{}", code.replace('.', "-"))
}

fn bundle(locale: Locale, sources: &[&str]) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks of isolation would show up in subjects and plain text; HTML isolates with <bdi> instead.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, faults)| {
                tracing::error!(
                    locale = locale.tag(),
                    ?faults,
                    "the catalogue has lines that cannot be read"
                );
                partial
            });
        if let Err(faults) = bundle.add_resource(resource) {
            tracing::error!(
                locale = locale.tag(),
                ?faults,
                "the catalogue has a key twice"
            );
        }
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_stands_in_a_catalogue_twice() {
        for sources in [NL, EN] {
            let mut keys = HashSet::new();
            for line in sources.iter().flat_map(|source| source.lines()) {
                let key = line.split_once(" =").map(|(key, _)| key);
                let key =
                    key.filter(|key| key.starts_with(|first: char| first.is_ascii_lowercase()));
                if let Some(key) = key {
                    assert!(keys.insert(key), "{key}");
                }
            }
            assert!(keys.len() > 1_000, "{}", keys.len());
        }
    }

    #[test]
    fn each_language_answers_in_its_own_words() {
        let locales = Locales::default();
        assert_ne!(
            locales.problem(Locale::Nl, "not-found"),
            locales.problem(Locale::En, "not-found")
        );
    }
}

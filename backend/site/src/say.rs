//! The sentences of a page, in the reader's language.

use fluent_bundle::FluentValue;
use kernel::{Locale, Timestamp};
use web::i18n::Locales;

#[derive(Clone, Copy)]
pub struct Say<'a> {
    pub locales: &'a Locales,
    pub locale: Locale,
}

impl Say<'_> {
    pub fn text(&self, key: &str) -> String {
        self.locales.text(self.locale, key, &[])
    }

    pub fn with(&self, key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
        self.locales.text(self.locale, key, args)
    }

    /// A sentence about something that has a name.
    pub fn of(&self, key: &str, name: &str) -> String {
        self.with(key, &[("name", name.into())])
    }

    pub fn problem(&self, code: &str) -> String {
        self.locales.problem(self.locale, code)
    }

    /// The day of a moment, as the browser writes it too: `3 november 2026`.
    pub fn day(&self, moment: Timestamp) -> String {
        self.locales.day(self.locale, moment)
    }

    /// A sentence with a day in it.
    pub fn on(&self, key: &str, moment: Timestamp) -> String {
        self.with(key, &[("day", self.day(moment).into())])
    }

    /// How large a file is: whole kilobytes, or megabytes with one decimal.
    pub fn size(&self, bytes: i64) -> String {
        if bytes < 1_000_000 {
            let size = (bytes.saturating_add(500) / 1_000).max(1);
            return self.with("site-file-kilobytes", &[("size", size.into())]);
        }
        let tenths = bytes.saturating_add(50_000) / 100_000;
        let args = [
            ("whole", (tenths / 10).into()),
            ("tenth", (tenths % 10).into()),
        ];
        self.with("site-file-megabytes", &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_sizes_are_said_as_people_say_them() {
        let locales = Locales::default();
        let [dutch, english] = Locale::ALL.map(|locale| Say {
            locales: &locales,
            locale,
        });
        // Half past midnight on the first in Amsterdam, still the last of October in UTC.
        let moment = Timestamp::from_millis(1_793_489_400_000);
        assert_eq!(dutch.day(moment), "1 november 2026");
        assert_eq!(english.day(moment), "1 November 2026");
        assert_eq!(dutch.size(12), "1 kB");
        assert_eq!(dutch.size(412_600), "413 kB");
        assert_eq!(
            (dutch.size(1_260_000), english.size(1_260_000)),
            ("1,3 MB".to_owned(), "1.3 MB".to_owned())
        );
    }
}

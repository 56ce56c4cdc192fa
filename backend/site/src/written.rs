//! In which language people most likely wrote what nobody said the language of: that of their organisation.

use kernel::Locale;
use platform::tenants::Tenant;

/// What an element says of such a text; the application decides it in the same way.
#[derive(Clone, Copy)]
pub struct Written(Option<Locale>);

impl Written {
    /// Nothing when the page speaks that language too.
    pub fn of(tenant: &Tenant, page: Locale) -> Self {
        let first = tenant.languages.first().copied();
        Self(first.filter(|language| *language != page))
    }

    /// A text in another script says enough by itself.
    pub fn lang(self, text: &str) -> Option<&'static str> {
        let language = self.0?;
        first_letter(text)
            .is_some_and(is_latin)
            .then(|| language.tag())
    }
}

/// Not one of a mark of the text, when that is HTML.
fn first_letter(text: &str) -> Option<char> {
    let mut in_mark = false;
    text.chars().find(|c| {
        match c {
            '<' => in_mark = true,
            '>' => in_mark = false,
            _ => {}
        }
        !in_mark && c.is_alphabetic()
    })
}

/// With accents, as far as a Dutch or an English text begins with them.
fn is_latin(letter: char) -> bool {
    letter <= '\u{24F}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_said_to_be_in_the_language_of_their_organisation() {
        let dutch = Written(Some(Locale::Nl));
        assert_eq!(dutch.lang("<p>Het licht is uit</p>"), Some("nl"));
        assert_eq!(dutch.lang("<p>الضوء مطفأ</p>"), None);
        assert_eq!(dutch.lang("2026"), None);
        assert_eq!(Written(None).lang("Het licht is uit"), None);
    }
}

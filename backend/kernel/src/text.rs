//! Strings that were parsed: whoever holds one knows that it is fit for use.

use serde::Serialize;

/// Why a text was refused. The slice gives it the pointer of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    Empty,
    TooLong,
    ControlCharacter,
    NotAnAddress,
}

impl TextFault {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "text.empty",
            Self::TooLong => "text.too-long",
            Self::ControlCharacter => "text.control-character",
            Self::NotAnAddress => "text.not-an-address",
        }
    }
}

/// One line of at most `MAX` characters: a title, a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Line<const MAX: usize>(String);

impl<const MAX: usize> Line<MAX> {
    /// Marks that turn the direction of what stands beside the text are left out: a name must not turn the sentence it is
    /// in. So is what nobody sees: two names that read the same are the same. Joiners stay, for some scripts need them.
    pub fn parse(raw: &str) -> Result<Self, TextFault> {
        let seen: String = raw.chars().filter(|c| !is_hidden(*c)).collect();
        let text = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().any(char::is_control) {
            return Err(TextFault::ControlCharacter);
        }
        measured(text, MAX).map(Self)
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Text of several lines, at most `MAX` characters: Markdown, a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Prose<const MAX: usize>(String);

impl<const MAX: usize> Prose<MAX> {
    pub fn parse(raw: &str) -> Result<Self, TextFault> {
        let text = raw.replace("\r\n", "\n");
        if text
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t')
        {
            return Err(TextFault::ControlCharacter);
        }
        measured(text.trim().to_owned(), MAX).map(Self)
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
    pub fn into_string(self) -> String {
        self.0
    }
}

fn measured(text: String, max: usize) -> Result<String, TextFault> {
    match text.chars().count() {
        _ if text.chars().all(|c| c.is_whitespace() || shows_nothing(c)) => Err(TextFault::Empty),
        n if n > max => Err(TextFault::TooLong),
        _ => Ok(text),
    }
}

/// Embeddings, overrides and isolates of the bidirectional algorithm (UAX 9, 2). Letters turn by themselves.
const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Says nothing in a line: where it may be broken, where it begins, tags (Unicode, 23.2 and 23.9).
const fn is_hidden(c: char) -> bool {
    turns_direction(c)
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Takes part in writing some scripts, but is nothing by itself.
const fn shows_nothing(c: char) -> bool {
    turns_direction(c)
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}'
                | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// An e-mail address that can be written to; compared without regard to case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

impl EmailAddress {
    const MAX: usize = 254;

    /// Lower case, one `@`, a dotted domain, nothing that a mail header could be broken with (RFC 5321, 4.5.3.1).
    pub fn parse(raw: &str) -> Result<Self, TextFault> {
        let address = raw.trim().to_lowercase();
        if address.is_empty() {
            return Err(TextFault::Empty);
        }
        if address.len() > Self::MAX {
            return Err(TextFault::TooLong);
        }
        let (local, domain) = address.rsplit_once('@').ok_or(TextFault::NotAnAddress)?;
        let plain = |c: char| {
            !c.is_control()
                && !c.is_whitespace()
                && !shows_nothing(c)
                && !matches!(
                    c,
                    '"' | '(' | ')' | ',' | ':' | ';' | '<' | '>' | '@' | '[' | '\\' | ']'
                )
        };
        let labels_hold = domain.contains('.')
            && domain
                .split('.')
                .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
        let local_holds = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.');
        if local_holds
            && labels_hold
            && local.chars().all(plain)
            && domain.chars().all(|c| plain(c) && c != '_')
        {
            Ok(Self(address))
        } else {
            Err(TextFault::NotAnAddress)
        }
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where mail to this address comes in: `fatima+buurt@example.org` is a mark for Fatima, not a mailbox more (RFC 5233).
/// For counting mails and for "never again" only. Who somebody is, is their whole address: what stands before the `+`
/// proves nothing.
pub fn mailbox_of(address: &str) -> String {
    let address = address.trim().to_lowercase();
    let marked = address.rsplit_once('@').and_then(|(local, domain)| {
        let (name, _mark) = local.split_once('+')?;
        (!name.is_empty()).then(|| format!("{name}@{domain}"))
    });
    marked.unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_compared_without_regard_to_case() {
        assert_eq!(
            EmailAddress::parse(" Fatima@Example.ORG ")
                .unwrap()
                .as_str(),
            "fatima@example.org"
        );
    }

    #[test]
    fn what_stands_behind_a_plus_is_no_other_mailbox() {
        for (address, mailbox) in [
            ("fatima@example.org", "fatima@example.org"),
            (" Fatima+Buurt@Example.ORG", "fatima@example.org"),
            ("fatima+a+b@example.org", "fatima@example.org"),
            ("fatima+@example.org", "fatima@example.org"),
            ("+fatima@example.org", "+fatima@example.org"),
            ("fatima@ex+ample.org", "fatima@ex+ample.org"),
            ("contact/1+2/person", "contact/1+2/person"),
        ] {
            assert_eq!(mailbox_of(address), mailbox);
        }
    }

    #[test]
    fn what_could_break_a_mail_header_is_no_address() {
        for bad in [
            "a@b",
            "a b@example.org",
            "a@example.org\r\nBcc: x@example.org",
            "@example.org",
            "a@@example.org",
            "a@-x.org",
            "<a@example.org>",
            "fatima\u{200b}@example.org",
            "\u{202e}fatima@example.org",
        ] {
            assert_eq!(
                EmailAddress::parse(bad),
                Err(TextFault::NotAnAddress),
                "{bad}"
            );
        }
    }

    #[test]
    fn a_line_has_no_line_breaks_and_no_empty_edges() {
        assert_eq!(
            Line::<20>::parse("  twee \n woorden ").unwrap().as_str(),
            "twee woorden"
        );
        assert_eq!(Line::<3>::parse("vier"), Err(TextFault::TooLong));
        assert_eq!(Line::<3>::parse("  "), Err(TextFault::Empty));
        assert_eq!(
            Line::<9>::parse("a\u{0}b"),
            Err(TextFault::ControlCharacter)
        );
    }

    #[test]
    fn a_name_cannot_turn_the_sentence_that_it_is_in() {
        let name = Line::<40>::parse("\u{202e}Fatima\u{202c} \u{2067}El A\u{2069}").unwrap();
        assert_eq!(name.as_str(), "Fatima El A");
        for script in ["فاطمة", "می\u{200c}خواهم", "👩\u{200d}👧", "ሰላም"] {
            assert_eq!(Line::<40>::parse(script).unwrap().as_str(), script);
        }
        let split = Line::<40>::parse("Fa\u{200b}ti\u{ad}ma\u{e0041} \u{61c}El\u{feff} A").unwrap();
        assert_eq!(split.as_str(), "Fatima El A");
        let joined = "\u{646}\u{200c}\u{627}";
        assert_eq!(
            Line::<40>::parse(joined).unwrap().as_str(),
            joined,
            "a script needs it"
        );
    }

    #[test]
    fn what_cannot_be_seen_is_empty() {
        for empty in [
            "\u{200b}",
            " \u{3164} ",
            "\u{202e}\u{202c}",
            "\u{2800}\u{feff}",
        ] {
            assert_eq!(Line::<9>::parse(empty), Err(TextFault::Empty), "{empty:?}");
            assert_eq!(Prose::<9>::parse(empty), Err(TextFault::Empty), "{empty:?}");
        }
    }
}

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
    pub fn parse(raw: &str) -> Result<Self, TextFault> {
        let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
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
        0 => Err(TextFault::Empty),
        n if n > max => Err(TextFault::TooLong),
        _ => Ok(text),
    }
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
    fn what_could_break_a_mail_header_is_no_address() {
        for bad in [
            "a@b",
            "a b@example.org",
            "a@example.org\r\nBcc: x@example.org",
            "@example.org",
            "a@@example.org",
            "a@-x.org",
            "<a@example.org>",
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
}

//! The name of a file: for people to read, never a path. Pure.

use crate::MediaType;

const MAX_CHARS: usize = 100;

/// A name that shows what it is: no folder, no marks that turn the reading direction, no ending but its own type's.
pub fn clean(raw: &str, media_type: MediaType) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .map(|c| if is_unsafe(c) { ' ' } else { c })
        .collect();
    let stem = plain
        .rsplit_once('.')
        .map_or(plain.as_str(), |(stem, _)| stem);
    let words = stem.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words
        .trim_matches(['.', ' '])
        .chars()
        .take(MAX_CHARS)
        .collect();
    let stem = if short.is_empty() { "file" } else { &short };
    format!("{stem}.{}", media_type.extension())
}

/// Control characters, marks of direction and width zero, and what shells and headers take for syntax.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61C}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{2069}'
                | '\u{FEFF}'
                | '"'
                | '<'
                | '>'
                | ':'
                | '|'
                | '?'
                | '*'
        )
}

/// `Content-Disposition` (RFC 6266): the name in UTF-8, and for old programs in ASCII.
pub fn disposition(name: &str, shown: bool) -> String {
    let how = if shown { "inline" } else { "attachment" };
    let ascii: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_graphic() && c != '\\' && c != '%' || c == ' ' {
                c
            } else {
                '_'
            }
        })
        .collect();
    let encoded: Vec<String> = name
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    format!(
        "{how}; filename=\"{ascii}\"; filename*=UTF-8''{}",
        encoded.concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_path() {
        for raw in [
            "../../etc/passwd.pdf",
            "C:\\geheim\\passwd.exe",
            "/passwd.pdf",
        ] {
            assert_eq!(clean(raw, MediaType::Pdf), "passwd.pdf", "{raw}");
        }
    }

    #[test]
    fn a_name_cannot_pretend_to_be_of_another_type() {
        assert_eq!(
            clean("verslag\u{202E}fdp.exe", MediaType::Docx),
            "verslag fdp.docx"
        );
        assert_eq!(clean("foto.svg", MediaType::Png), "foto.png");
    }

    #[test]
    fn a_name_that_is_nothing_gets_a_name() {
        for raw in ["", "...", "..", "\u{0}\u{202E}", ".pdf"] {
            assert_eq!(clean(raw, MediaType::Pdf), "file.pdf", "{raw:?}");
        }
        assert_eq!(
            clean(&"é".repeat(300), MediaType::Pdf).chars().count(),
            MAX_CHARS + 4
        );
    }

    #[test]
    fn a_header_cannot_be_broken_by_a_name() {
        let header = disposition(&clean("één\r\nX: \"y\".pdf", MediaType::Pdf), false);
        assert_eq!(
            header,
            "attachment; filename=\"__n X y.pdf\"; filename*=UTF-8''%C3%A9%C3%A9n%20X%20y.pdf"
        );
    }
}

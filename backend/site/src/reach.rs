//! Telephone numbers and addresses that call and write when somebody taps them.

use maud::{Markup, html};

/// A sentence in which a telephone number stands.
pub fn calling(sentence: &str, number: &str) -> Markup {
    if let Some(digits) = dialled(number) {
        linked(sentence, number, &format!("tel:{digits}"))
    } else {
        html! { (sentence) }
    }
}

/// A sentence in which an address stands.
pub fn mailing(sentence: &str, address: &str) -> Markup {
    // What has a meaning in the address of a link, and may stand in that of a person.
    let encoded = address
        .replace('%', "%25")
        .replace('?', "%3F")
        .replace('&', "%26")
        .replace('#', "%23");
    linked(sentence, address, &format!("mailto:{encoded}"))
}

/// The link is what is dialled or written to, and not the whole sentence.
fn linked(sentence: &str, said: &str, href: &str) -> Markup {
    if let Some((before, after)) = sentence.split_once(said) {
        html! { (before) a href=(href) { (said) } (after) }
    } else {
        html! { (sentence) }
    }
}

/// What a telephone takes; nothing of a number with words beside it, for nobody knows which digits are meant.
fn dialled(number: &str) -> Option<String> {
    let bare = number.replace("(0)", "");
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | ' ');
    let digits: String = bare
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    (bare.chars().all(plain) && digits.chars().any(|c| c.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_calls_and_an_address_writes() {
        assert_eq!(
            calling("Bellen: 075 123 45 67.", "075 123 45 67").into_string(),
            "Bellen: <a href=\"tel:0751234567\">075 123 45 67</a>."
        );
        assert_eq!(
            mailing("a&b@example.org", "a&b@example.org").into_string(),
            "<a href=\"mailto:a%26b@example.org\">a&amp;b@example.org</a>"
        );
    }

    #[test]
    fn a_number_is_dialled_as_it_is_meant_or_not_at_all() {
        assert_eq!(
            dialled("+31 (0)75-123 45 67").as_deref(),
            Some("+31751234567")
        );
        assert_eq!(dialled("14 075 of 112"), None);
        assert_eq!(dialled(" - "), None);
    }
}

//! Tells harm in what was rendered: for the tests, and for the search for texts that nobody thought of (`infra/fuzz`).

use std::sync::mpsc;

use ammonia::Builder;

use super::{GROUND, MAX_DEPTH, MAX_GROWTH, SANITISER, excerpt, to_html};

/// Everything in this HTML that is more than text, as `element attribute=value`.
fn attributes(html: &str) -> Vec<String> {
    let (note, found) = mpsc::channel();
    let mut reader = Builder::empty();
    reader
        .tags(
            [
                "a",
                "blockquote",
                "br",
                "code",
                "del",
                "em",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "hr",
                "li",
                "ol",
                "p",
                "pre",
                "strong",
                "table",
                "tbody",
                "td",
                "th",
                "thead",
                "tr",
                "ul",
            ]
            .into(),
        )
        .generic_attribute_prefixes([""].into())
        .url_schemes(
            [
                "http",
                "https",
                "mailto",
                "javascript",
                "data",
                "vbscript",
                "file",
                "blob",
                "tel",
            ]
            .into(),
        )
        .link_rel(None)
        .attribute_filter(move |element, attribute, value| {
            note.send(format!("{element} {attribute}={value}")).ok();
            Some(value.into())
        });
    let read = reader.clean(html).to_string();
    assert_eq!(
        read, html,
        "an element that is not on the list came through"
    );
    found.try_iter().collect()
}

fn is_harmless(attribute: &str) -> bool {
    let target = attribute.strip_prefix("a href=");
    let goes_somewhere_known = target.is_some_and(|target| {
        // As a browser reads an address (WHATWG URL, 4.4).
        let target = target.replace(['\t', '\n', '\r'], "");
        let target = target.trim_start_matches(|sign: char| sign <= ' ');
        let scheme = target
            .split_once(':')
            .map(|(scheme, _)| scheme.to_lowercase());
        match scheme {
            // Without letters before the colon it is a place on this site.
            Some(scheme)
                if scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                    && scheme
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b"+.-".contains(&b)) =>
            {
                ["http", "https", "mailto"].contains(&scheme.as_str())
            }
            _ => true,
        }
    });
    goes_somewhere_known
        || attribute == "a rel=noopener nofollow ugc"
        || attribute
            .strip_prefix("ol start=")
            .is_some_and(|number| number.parse::<u32>().is_ok())
}

fn deepest(html: &str) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        if tag.starts_with('/') {
            now = now.saturating_sub(1);
        } else if !tag.starts_with("br") && !tag.starts_with("hr") {
            now += 1;
        }
        deepest = deepest.max(now);
    }
    deepest
}

/// Safe, and no deeper or longer than its source explains.
pub fn check(markdown: &str) -> String {
    let html = to_html(markdown);
    let acts: Vec<_> = attributes(&html)
        .into_iter()
        .filter(|it| !is_harmless(it))
        .collect();
    let source: String = markdown.chars().take(80).collect();
    assert!(acts.is_empty(), "{source} gave {acts:?}");
    assert!(
        deepest(&html) <= MAX_DEPTH + 2,
        "{source} is {} deep",
        deepest(&html)
    );
    assert!(
        html.len() <= 2 * MAX_GROWTH * (markdown.len() + GROUND),
        "{source} gave {} bytes",
        html.len()
    );
    assert_eq!(SANITISER.clean(&html).to_string(), html, "clean is clean");
    html
}

/// The same, and of the words that lists and mails show of it.
pub fn check_all(markdown: &str) {
    let words = excerpt(&check(markdown), 80);
    assert!(words.chars().count() <= 81, "{words}");
}

//! What hostile texts come out as. The same texts are shown in a browser: `e2e/journeys/hostile-text.spec.ts`.

use std::sync::{Arc, Mutex};

use super::*;

const HOSTILE: &str = include_str!("../../../../e2e/fixtures/hostile.json");

/// Everything in this HTML that is more than text, as `element attribute=value`.
fn attributes(html: &str) -> Vec<String> {
    let found = Arc::new(Mutex::new(Vec::new()));
    let note = found.clone();
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
            note.lock()
                .unwrap()
                .push(format!("{element} {attribute}={value}"));
            Some(value.into())
        });
    let read = reader.clean(html).to_string();
    assert_eq!(
        read, html,
        "an element that is not on the list came through"
    );
    drop(reader);
    Arc::try_unwrap(found).unwrap().into_inner().unwrap()
}

fn is_harmless(attribute: &str) -> bool {
    let target = attribute.strip_prefix("a href=");
    let goes_somewhere_known = target.is_some_and(|target| {
        let scheme = target
            .split_once(':')
            .map(|(scheme, _)| scheme.to_lowercase());
        match scheme {
            // Without letters before the colon it is a place on this site.
            Some(scheme)
                if scheme
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
fn check(markdown: &str) -> String {
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

#[test]
fn plain_markdown_is_rendered() {
    assert_eq!(
        to_html("**Vet** en [hier](https://example.org)").trim(),
        "<p><strong>Vet</strong> en <a href=\"https://example.org\" rel=\"noopener nofollow ugc\">hier</a></p>"
    );
}

#[test]
fn nothing_that_acts_comes_through() {
    let texts: Vec<String> = serde_json::from_str(HOSTILE).unwrap();
    assert!(texts.len() > 150);
    for text in &texts {
        check(text);
        check(&format!("Dag allemaal. {text}"));
        check(&format!("> - {text}\n> - {text}"));
    }
    // Side by side they may open what another closes.
    check(&texts.join(" "));
    check(&texts.join("\n\n"));
    check(&texts.join("\n"));
}

#[test]
fn what_is_nested_without_end_is_shown_as_it_is() {
    for one in [
        ">",
        "> ",
        "- ",
        "* ",
        "1. ",
        "1) ",
        "> 1. ",
        "- > ",
        "[",
        "![",
        "*",
        "**",
        "_",
        "~~",
        "***a",
        "<b>",
        "<div><p>",
        "&",
        "\\",
        "`",
        "(",
        "[x](",
        "[x][",
        "![x](<",
        "|",
        "#",
        "www.a.b",
        "a@b.c ",
        "*a _b ",
        "<!--",
        "<?",
        "<![CDATA[",
        "\t",
        "~~a ",
    ] {
        let times = 4_000 / one.len();
        let text = one.repeat(times);
        let html = check(&format!("{text} diep"));
        // A line of these opens a fence, and what follows it is its name.
        let is_fence = ["~~", "`"].contains(&one);
        assert!(is_fence || html.contains("diep"), "{one}");
        check(&format!("a{text}b{text}"));
        let closing: String = one.chars().rev().collect();
        check(&format!("x {text}a{} y", closing.repeat(times)));
    }
}

#[test]
fn lists_within_lists_end_somewhere() {
    let stairs = |steps: usize| -> String {
        let step = |depth| ["  ".repeat(depth).as_str(), "- x\n"].concat();
        (0..steps).map(step).collect::<Vec<_>>().concat()
    };
    let html = check(&stairs(190));
    assert!(!html.contains("<li>"), "shown as it was written");
    assert_eq!(check(&stairs(10)).matches("<li>").count(), 10);
}

#[test]
fn what_expands_without_end_does_not() {
    let far = format!("https://example.org/{}", "x".repeat(3_000));
    check(&format!("[a]: {far}\n\n{}", "[a] ".repeat(15_000)));
    let wide = format!(
        "{}\n{}\n{}",
        "|a".repeat(2_000),
        "|-".repeat(2_000),
        "|\n".repeat(8_000)
    );
    check(&wide);
    let fences: Vec<String> = (0..300).map(|long| "`".repeat(long)).collect();
    check(&fences.join(" "));
    check(&"x\n".repeat(32 * 1024));
    check(&"é".repeat(32 * 1024));
    check(&"<".repeat(64 * 1024));
    check(&"&amp;".repeat(13 * 1024));
}

#[test]
fn a_tag_that_somebody_types_is_shown() {
    let html = to_html("<div>hallo</div>\n\nZo <b>dus</b>.");
    for shown in [
        "&lt;div&gt;hallo&lt;/div&gt;",
        "<p>Zo &lt;b&gt;dus&lt;/b&gt;.</p>",
    ] {
        assert!(html.contains(shown), "{html}");
    }
}

#[test]
fn a_thousand_nested_quotes_are_text() {
    let html = to_html(&format!("{} diep", ">".repeat(1_000)));
    assert!(!html.contains("<blockquote>") && html.contains("diep"));
    assert!(to_html("> > > drie").matches("<blockquote>").count() == 3);
}

#[test]
fn an_excerpt_ends_at_a_word() {
    assert_eq!(
        excerpt("<p>een <strong>twee</strong> drie</p>", 9),
        "een twee…"
    );
    assert_eq!(excerpt("<p>een &amp; twee</p>", 40), "een & twee");
}

#[test]
fn an_excerpt_holds_what_was_written_and_no_mark() {
    for (markdown, expected) in [
        ("[hier](https://example.org/?a>b) verder", "hier verder"),
        (
            "1 < 2 > 0 en \"zo\" &lt;b&gt; &amp;lt;",
            "1 < 2 > 0 en \"zo\" <b> &lt;",
        ),
        ("een\n\n- twee\n- drie", "een twee drie"),
    ] {
        assert_eq!(excerpt(&to_html(markdown), usize::MAX), expected);
    }
}

#[test]
fn an_excerpt_of_a_hostile_text_is_text() {
    let texts: Vec<String> = serde_json::from_str(HOSTILE).unwrap();
    for text in texts {
        let html = to_html(&text);
        let plain = Builder::empty().clean(&html).to_string();
        let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = excerpt(&html, usize::MAX);
        assert_eq!(read, unescaped(&words), "{text}");
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

//! Markdown in, safe HTML out. The server is the only renderer: the preview asks it too.
//!
//! Promise: no script, no style, no event handler, no foreign image, no link but http, https, mailto and our own.
//! comrak (CommonMark 0.31 with tables, strikethrough, autolinks) renders; ammonia then keeps a short list of elements.

use std::sync::LazyLock;

use ammonia::Builder;
use comrak::Options;

/// Deeper than this nothing is nested: what is meant as text stays text.
const MAX_DEPTH: usize = 40;

/// Safe HTML. Every link says that it leads elsewhere; headings begin at level 3, below the page's own.
pub fn to_html(markdown: &str) -> String {
    let flat = flatten(markdown);
    SANITISER
        .clean(&comrak::markdown_to_html(&flat, &OPTIONS))
        .to_string()
}

/// The first words as plain text, for excerpts and notifications. `html` is ours: see [`to_html`].
pub fn excerpt(html: &str, max_chars: usize) -> String {
    // Some more than fits shows whether there is more; the rest is not looked at.
    let enough = max_chars.saturating_mul(4).saturating_add(100);
    let text: String = text_of(html).take(enough).collect();
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= max_chars {
        return words;
    }
    let cut: String = words.chars().take(max_chars).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole}…")
}

/// What stands between the tags. In clean HTML a `<` is a tag, and a `>` within a value is no end of it.
fn text_of(html: &str) -> impl Iterator<Item = char> {
    let (mut in_tag, mut in_value) = (false, false);
    html.chars().filter(move |c| {
        match c {
            '<' if !in_tag => in_tag = true,
            '"' if in_tag => in_value = !in_value,
            '>' if in_tag && !in_value => {
                in_tag = false;
                return false;
            }
            _ => {}
        }
        !in_tag
    })
}

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.render.hardbreaks = true;
    options
});

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
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
        .clean_content_tags(["script", "style"].into())
        .tag_attributes([("a", ["href"].into()), ("ol", ["start"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener nofollow ugc"));
    builder
});

/// Cuts runs of quote and list marks that only serve to break a renderer.
fn flatten(markdown: &str) -> String {
    let mut flat = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        let marks = line
            .chars()
            .take_while(|c| matches!(c, '>' | ' ' | '\t' | '-' | '*' | '+'))
            .filter(|c| !c.is_whitespace())
            .count();
        if marks > MAX_DEPTH {
            let rest = line.trim_start_matches(['>', ' ', '\t', '-', '*', '+']);
            flat.push_str("> ");
            flat.push_str(if rest.is_empty() { "\n" } else { rest });
        } else {
            flat.push_str(line);
        }
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_markdown_is_rendered() {
        assert_eq!(
            to_html("**Vet** en [hier](https://example.org)").trim(),
            "<p><strong>Vet</strong> en <a href=\"https://example.org\" rel=\"noopener nofollow ugc\">hier</a></p>"
        );
    }

    #[test]
    fn nothing_that_acts_comes_through() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<p onclick=\"alert(1)\">x</p>",
            "<svg/onload=alert(1)>",
            "![x](https://example.org/pixel.png)",
            "<style>*{display:none}</style>",
        ] {
            let html = to_html(hostile);
            for sign in [
                "<script",
                "onerror=",
                "onclick=",
                "onload=\"",
                "href=\"javascript",
                "href=\"data",
                "<img",
                "<svg",
                "<style",
            ] {
                assert!(!html.contains(sign), "{hostile} gave {html}");
            }
        }
    }

    #[test]
    fn a_thousand_nested_quotes_are_one() {
        let html = to_html(&format!("{} diep", ">".repeat(1_000)));
        assert!(html.matches("<blockquote>").count() <= MAX_DEPTH && html.contains("diep"));
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
}

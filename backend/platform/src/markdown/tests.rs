//! What hostile texts come out as. The same texts are shown in a browser: `e2e/journeys/hostile-text.spec.ts`.

use proptest::prelude::*;

use super::harm::{check, check_all};
use super::*;

const HOSTILE: &str = include_str!("../../../../e2e/fixtures/hostile.json");

#[test]
fn plain_markdown_is_rendered() {
    assert_eq!(
        to_html("**Vet** en [hier](https://example.org)").trim(),
        "<p><strong>Vet</strong> en <a href=\"https://example.org\" rel=\"noopener nofollow ugc\">hier</a></p>"
    );
}

#[test]
fn a_heading_is_lower_than_those_of_the_page_around_it() {
    for (markdown, in_a_post, on_a_page) in [
        ("# Een", "<h4>Een</h4>", "<h2>Een</h2>"),
        ("Een\n===", "<h4>Een</h4>", "<h2>Een</h2>"),
        // The highest that is used comes right below that of the page, and none is skipped.
        ("###### Zes", "<h4>Zes</h4>", "<h2>Zes</h2>"),
        (
            "## Twee\n##### Vijf\n## Weer",
            "<h4>Twee</h4>\n<h5>Vijf</h5>\n<h4>Weer</h4>",
            "<h2>Twee</h2>\n<h3>Vijf</h3>\n<h2>Weer</h2>",
        ),
        (
            "# A\n## B\n### C\n#### D",
            "<h4>A</h4>\n<h5>B</h5>\n<h6>C</h6>\n<h6>D</h6>",
            "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>\n<h5>D</h5>",
        ),
    ] {
        assert_eq!(to_html(markdown).trim(), in_a_post);
        assert_eq!(page_to_html(markdown).trim(), on_a_page);
    }
    assert_eq!(part_to_html("# Een").trim(), "<h3>Een</h3>");
    assert!(to_html("> # In een citaat").contains("<h4>In een citaat</h4>"));
}

#[test]
fn nothing_that_acts_comes_through() {
    let texts: Vec<String> = serde_json::from_str(HOSTILE).unwrap();
    assert!(texts.len() > 150);
    for text in &texts {
        check_all(text);
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

/// Signs that mean something to Markdown or HTML, in any order, with anything between them.
fn confusing() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        "</",
        "\"",
        "'",
        "`",
        "```",
        "*",
        "**",
        "_",
        "~~",
        "> ",
        "- ",
        "1. ",
        "# ",
        "|",
        "| --- |",
        "\n",
        "\n\n",
        "    ",
        "&#",
        "&colon;",
        ";",
        "\\",
        "\0",
        "javascript:",
        "data:text/html,",
        "http://",
        "onerror=",
        "script",
        "style",
        "&lt;",
    ]);
    prop::collection::vec(
        prop_oneof![3 => sign.prop_map(str::to_owned), 1 => ".{0,8}"],
        0..40,
    )
    .prop_map(|parts| parts.concat())
}

/// The beginning of one hostile text, a sign, and the end of another.
fn crossed() -> impl Strategy<Value = String> {
    let texts: Vec<String> = serde_json::from_str(HOSTILE).unwrap();
    let text = prop::sample::select(texts);
    let cut = any::<prop::sample::Index>;
    (text.clone(), text, cut(), cut(), any::<char>()).prop_map(|(one, other, head, tail, sign)| {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let head = one.iter().take(head.index(one.len() + 1));
        let tail = other.iter().skip(tail.index(other.len() + 1));
        head.chain([&sign]).chain(tail).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_is_typed_does_no_harm(text in confusing()) {
        check_all(&text);
    }

    #[test]
    fn neither_does_what_is_made_of_two(text in crossed()) {
        check_all(&text);
    }
}

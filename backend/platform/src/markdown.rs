//! Markdown in, safe HTML out. The server is the only renderer: the preview asks it too.
//!
//! Promise: no script, no style, no event handler, no foreign image, no link but http, https, mailto and our own;
//! what is made to hurt a renderer (nested without end, expanding without end) is shown as the text that it is.
//! comrak (CommonMark 0.31 with tables, strikethrough, autolinks) renders; ammonia then keeps a short list of elements.

#[cfg(any(test, fuzzing))]
#[path = "markdown/harm.rs"]
pub mod harm;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::NodeValue;
use comrak::{Arena, Node, Options};

/// Deeper than this nobody nests quotes and lists.
const MAX_DEPTH: usize = 40;
/// A renderer may make this much more out of a text, and not more.
const MAX_GROWTH: usize = 16;
/// What a short text may cost in any case.
const GROUND: usize = 4_096;

/// Under the heading of a post, which is a third one.
const IN_A_POST: u8 = 3;
/// Under the heading of a part of a page.
const IN_A_PART: u8 = 2;
/// Under the title of a page.
const ON_A_PAGE: u8 = 1;
/// HTML has no lower heading.
const LOWEST: u8 = 6;

/// Safe HTML. Every link says that it leads elsewhere, and a heading is lower than any of the page around it: who goes from
/// heading to heading finds the posts, and not what is in them.
pub fn to_html(markdown: &str) -> String {
    clean(markdown, IN_A_POST)
}

/// The same of a text that is a part of its page, with a heading of its own.
pub fn part_to_html(markdown: &str) -> String {
    clean(markdown, IN_A_PART)
}

/// The same of a text that is all that stands below the title of its page.
pub fn page_to_html(markdown: &str) -> String {
    clean(markdown, ON_A_PAGE)
}

fn clean(markdown: &str, above: u8) -> String {
    let rendered = render(markdown, above).unwrap_or_else(|| as_it_is(markdown));
    SANITISER.clean(&rendered).to_string()
}

/// None for a text that takes more steps, depth or room than its length explains.
fn render(markdown: &str, above: u8) -> Option<String> {
    let arena = Arena::new();
    let most = MAX_GROWTH * (markdown.len() + GROUND);
    // comrak asks once in 256 steps; a step is a line, an inline or a node.
    let asked = Cell::new(0);
    let too_many_steps = || {
        asked.set(asked.get() + 256);
        asked.get() > most
    };
    let root = comrak::try_parse_document(&arena, markdown, &OPTIONS, &too_many_steps).ok()?;
    if depth(root) > MAX_DEPTH {
        return None;
    }
    lower_headings(root, above);
    let mut html = String::new();
    comrak::format_html(root, &OPTIONS, &mut html).ok()?;
    (html.len() <= most).then_some(html)
}

/// The highest that somebody used comes right below what stands above, the next one below that: none is skipped.
fn lower_headings(root: Node<'_>, above: u8) {
    // A bit for each level.
    let mut used = 0_u8;
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &node.data().value {
            used |= 1 << heading.level;
        }
    }
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            let upto = (1..=heading.level).filter(|it| used & (1 << it) != 0);
            heading.level = upto.fold(above, |level, _| level + 1).min(LOWEST);
        }
    }
}

fn depth(root: Node<'_>) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(_) => now += 1,
            NodeEdge::End(_) => now = now.saturating_sub(1),
        }
        deepest = deepest.max(now);
    }
    deepest
}

fn as_it_is(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', "<br>");
    format!("<p>{text}</p>")
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
    // A tag that somebody types is text, and is shown as such: nothing that was written disappears.
    options.render.escape = true;
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
        .generic_attributes(HashSet::new())
        .tag_attributes([("a", ["href"].into()), ("ol", ["start"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener nofollow ugc"));
    builder
});

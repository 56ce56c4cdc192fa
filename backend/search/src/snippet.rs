//! The few words around what was found, with the found words marked. Pure; the only HTML that search makes.

use crate::analysis::{Analysis, Word};
use crate::engine::How;

/// How long a snippet is, in characters, and how many of them stand before the first mark.
const LONG: usize = 220;
const BEFORE: usize = 60;

/// The best part of `text` for these words: escaped, marked, cut at whole words.
pub fn snippet(text: &str, asked: &[Word], how: How) -> String {
    let words = Analysis::default().words(text);
    let hits: Vec<bool> = words
        .iter()
        .map(|word| asked.iter().any(|wanted| wanted.means(word, how)))
        .collect();
    let start = best_start(&words, &hits);
    let mut html = String::new();
    let mut at = words.get(start).map_or(0, |word| word.from);
    if start > 0 {
        html.push('…');
    } else {
        at = 0;
    }
    let begin = at;
    for (word, hit) in words.iter().zip(&hits).skip(start) {
        if word.to - begin > LONG && at > begin {
            break;
        }
        push_escaped(&mut html, text.get(at..word.from).unwrap_or_default());
        if *hit {
            html.push_str("<mark>");
        }
        push_escaped(&mut html, text.get(word.from..word.to).unwrap_or_default());
        if *hit {
            html.push_str("</mark>");
        }
        at = word.to;
    }
    let rest = text.get(at..).unwrap_or_default();
    if rest.chars().any(char::is_alphanumeric) {
        html.push('…');
    } else {
        push_escaped(&mut html, rest);
    }
    html
}

/// Where to begin: a little before the stretch that holds most of what was asked.
fn best_start(words: &[Word], hits: &[bool]) -> usize {
    let found: Vec<(usize, &Word)> = words
        .iter()
        .enumerate()
        .zip(hits)
        .filter(|(_, hit)| **hit)
        .map(|(word, _)| word)
        .collect();
    let near = |from: usize| {
        found
            .iter()
            .filter(|(_, word)| word.from >= from && word.to < from + LONG - BEFORE)
            .count()
    };
    let mut best: Option<(usize, usize, usize)> = None;
    for (index, word) in &found {
        let count = near(word.from);
        if best.is_none_or(|(most, ..)| count > most) {
            best = Some((count, *index, word.from));
        }
    }
    let Some((_, first, from)) = best.filter(|(.., from)| *from > BEFORE) else {
        return 0;
    };
    let lead = words
        .iter()
        .take(first)
        .rev()
        .take_while(|word| word.from + BEFORE >= from)
        .count();
    first - lead
}

fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::asked;

    fn check(text: &str, question: &str, html: &str) {
        assert_eq!(
            snippet(text, &asked(question), How::Forgiving),
            html,
            "{question}"
        );
    }

    #[test]
    fn found_words_are_marked_in_the_form_in_which_they_stand() {
        check(
            "De vergaderingen zijn op maandag.",
            "vergadering",
            "De <mark>vergaderingen</mark> zijn op maandag.",
        );
        check(
            "Wateroverlast in de wijk",
            "water",
            "<mark>Wateroverlast</mark> in de wijk",
        );
        check(
            "De coöperatie bouwt",
            "cooperatie",
            "De <mark>coöperatie</mark> bouwt",
        );
        check(
            "De buurt wil groen",
            "buutr",
            "De <mark>buurt</mark> wil groen",
        );
    }

    #[test]
    fn nothing_that_acts_comes_through() {
        check(
            "<script>buurt</script> & 'meer'",
            "buurt",
            "&lt;script&gt;<mark>buurt</mark>&lt;/script&gt; &amp; &#39;meer&#39;",
        );
    }

    #[test]
    fn a_long_text_is_cut_around_the_find() {
        let text = format!(
            "{}de jeugd praat {}",
            "woord ".repeat(100),
            "einde ".repeat(100)
        );
        let html = snippet(&text, &asked("jeugd"), How::Strict);
        assert!(
            html.starts_with('…') && html.ends_with('…') && html.contains("<mark>jeugd</mark>"),
            "{html}"
        );
        assert!(html.chars().count() < LONG + 30, "{html}");
    }

    #[test]
    fn without_a_find_it_is_the_beginning() {
        assert_eq!(snippet("", &asked("jeugd"), How::Strict), "");
        assert!(
            snippet(&"woord ".repeat(100), &asked("jeugd"), How::Strict).starts_with("woord woord")
        );
    }
}

//! The first words of a contribution, line by line: what stands apart there stands apart in a mail. Pure.
//!
//! What its writer quotes is left out: in a mail it would be read as said by them.

use platform::markdown;

/// In place of what somebody else said.
const LEFT_OUT: &str = "[…]";
const BULLET: &str = "• ";

/// As much as fits, in lines. `html` is ours: see [`markdown::to_html`].
pub fn excerpt(html: &str, max_chars: usize) -> String {
    let mut text = Lines::default();
    let mut rest = html;
    while let Some((before, tag, after)) = next_tag(rest) {
        text.add(before);
        text.tag(tag);
        rest = after;
    }
    text.add(rest);
    text.end_line();
    cut(&text.done.join("\n"), max_chars)
}

/// The text before the next tag, what stands in it, and what comes after. A `>` within a value is no end of it.
fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = html.split_once('<')?;
    let mut in_value = false;
    let end = from.find(|c| {
        in_value ^= c == '"';
        c == '>' && !in_value
    })?;
    let (tag, after) = from.split_at_checked(end)?;
    Some((before, tag, after.strip_prefix('>')?))
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    line: String,
    /// What the next line begins with.
    mark: Option<String>,
    /// The number of the next item, in each list around it; none in one without numbers.
    lists: Vec<Option<u64>>,
    quoted: usize,
    /// A row of a table is one line.
    in_row: bool,
}

impl Lines {
    fn add(&mut self, html: &str) {
        if self.quoted > 0 {
            return;
        }
        if self.in_row {
            self.line.push_str(html);
            return;
        }
        for (number, line) in html.split('\n').enumerate() {
            if number > 0 {
                self.end_line();
            }
            self.line.push_str(line);
        }
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.split_whitespace().next().unwrap_or_default();
        match name.trim_end_matches('/') {
            "blockquote" => {
                self.end_line();
                self.quoted += 1;
            }
            "/blockquote" => {
                self.quoted = self.quoted.saturating_sub(1);
                if self.quoted == 0 {
                    let mark = self.mark.take().unwrap_or_default();
                    self.done.push(format!("{mark}{LEFT_OUT}"));
                }
            }
            "ol" => self.lists.push(Some(first_number(tag))),
            "ul" => self.lists.push(None),
            "/ol" | "/ul" => {
                self.lists.pop();
            }
            "li" => self.begin_item(),
            "tr" | "/tr" => {
                self.end_line();
                self.in_row = name == "tr";
            }
            "/td" | "/th" => self.line.push_str(" · "),
            "a" | "/a" | "code" | "/code" | "del" | "/del" | "em" | "/em" | "strong"
            | "/strong" | "td" | "th" => {}
            _ => self.end_line(),
        }
    }

    fn begin_item(&mut self) {
        if self.quoted > 0 {
            return;
        }
        self.end_line();
        self.mark = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number += 1;
                mark
            }
            _ => BULLET.to_owned(),
        });
    }

    fn end_line(&mut self) {
        let line = markdown::excerpt(&std::mem::take(&mut self.line), usize::MAX);
        let line = line.trim_end_matches([' ', '·']);
        if line.is_empty() || self.quoted > 0 {
            return;
        }
        let mark = self.mark.take().unwrap_or_default();
        self.done.push(format!("{mark}{line}"));
    }
}

fn first_number(tag: &str) -> u64 {
    let start = tag.split('"').nth(1);
    start.and_then(|it| it.parse().ok()).unwrap_or(1)
}

fn cut(text: &str, max_chars: usize) -> String {
    if text.chars().count() <= max_chars {
        return text.to_owned();
    }
    let fits: String = text.chars().take(max_chars).collect();
    let whole = fits.rsplit_once(char::is_whitespace);
    format!("{}…", whole.map_or(fits.as_str(), |(head, _)| head))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(markdown: &str) -> String {
        excerpt(&markdown::to_html(markdown), 400)
    }

    #[test]
    fn what_stands_apart_stays_apart() {
        for (typed, expected) in [
            ("Eerst dit.\n\nDan dat.", "Eerst dit.\nDan dat."),
            ("Eerst dit.\nDan dat.", "Eerst dit.\nDan dat."),
            ("Nodig:\n\n- hout\n- *verf*", "Nodig:\n• hout\n• verf"),
            ("3. hout\n4. verf", "3. hout\n4. verf"),
            ("- hout\n\n- verf", "• hout\n• verf"),
            ("# Plan\nWe gaan.", "Plan\nWe gaan."),
            ("a & b < c", "a & b < c"),
            ("|dag|tijd|\n|-|-|\n|ma|9|", "dag · tijd\nma · 9"),
            ("[het plan](https://a.nl/?a=%3E)", "het plan"),
        ] {
            assert_eq!(read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_somebody_else_said_is_left_out() {
        assert_eq!(
            read("> Weg met het plein.\n> > Wie zegt dat?\n\nDat vind ik niet."),
            "[…]\nDat vind ik niet."
        );
        assert_eq!(
            read("Zij schreef:\n> - weg ermee\n\nIk niet."),
            "Zij schreef:\n[…]\nIk niet."
        );
    }

    #[test]
    fn it_ends_at_a_word() {
        let html = markdown::to_html("een\n\ntwee drie");
        assert_eq!(excerpt(&html, 10), "een\ntwee…");
    }
}

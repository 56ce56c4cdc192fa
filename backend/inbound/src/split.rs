//! What somebody wrote in an answer, told from what their program put below it: the mail that is answered, a signature, a
//! line that says on which telephone it was written. Pure.
//!
//! Promise: every line is in one of the two; when in doubt it was written. Each line is looked at a fixed number of times.

/// The two parts of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    pub said: String,
    pub rest: String,
}

/// A signature is no longer than this, in lines.
const LONGEST_SIGNATURE: usize = 12;
/// The line above a quote may be broken into so many.
const LONGEST_INTRODUCTION: usize = 4;
/// The heads of a mail that is quoted whole stand within so many lines.
const LONGEST_HEAD: usize = 8;

type Lines<'a, 'text> = &'a [&'text str];

pub fn split(text: &str) -> Split {
    let lines: Vec<&str> = text.lines().collect();
    let said = before_signature(before_quote(&lines));
    let said = before_advertisement(said);
    let (said, rest) = lines.split_at(said.len());
    Split {
        said: said.join("\n").trim_matches('\n').trim_end().to_owned(),
        rest: rest.join("\n"),
    }
}

fn up_to<'a, 'text>(lines: Lines<'a, 'text>, end: usize) -> Lines<'a, 'text> {
    lines.get(..end).unwrap_or(lines)
}

fn last_filled(lines: Lines<'_, '_>) -> Option<usize> {
    lines.iter().rposition(|line| !line.trim().is_empty())
}

/// Without the mail that is answered: the whole of it under its heads, or as a quote below which nothing was written.
fn before_quote<'a, 'text>(lines: Lines<'a, 'text>) -> Lines<'a, 'text> {
    let mut each = lines.iter().enumerate();
    let whole = each.find(|(at, _)| lines.get(*at..).is_some_and(is_whole_mail));
    let lines = whole.map_or(lines, |(at, _)| before_rule(up_to(lines, at)));
    // A signature may stand below the quote.
    let written = before_advertisement(before_signature(lines));
    let other = |line: &&str| !line.trim().is_empty() && !is_quoted(line);
    let above = written.iter().rposition(other).map_or(0, |last| last + 1);
    let (said, quote) = written.split_at(above);
    if quote.iter().any(|line| is_quoted(line)) {
        return before_introduction(said);
    }
    let bare = before_introduction(written);
    if bare.len() < written.len() {
        bare
    } else {
        lines
    }
}

/// Without the row of underscores that some programs draw above the heads.
fn before_rule<'a, 'text>(lines: Lines<'a, 'text>) -> Lines<'a, 'text> {
    let last = last_filled(lines).and_then(|at| Some((at, lines.get(at)?)));
    match last {
        Some((at, line)) if line.len() >= 10 && line.trim().chars().all(|it| it == '_') => {
            up_to(lines, at)
        }
        _ => lines,
    }
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Without the line above a quote that says who wrote it, and when; it may be broken into several.
fn before_introduction<'a, 'text>(lines: Lines<'a, 'text>) -> Lines<'a, 'text> {
    let Some(last) = last_filled(lines) else {
        return lines;
    };
    let lines = up_to(lines, last + 1);
    let near = lines.iter().rev().take(LONGEST_INTRODUCTION);
    let near = near.take_while(|line| !line.trim().is_empty()).count();
    let from = || (lines.len() - near..lines.len()).rev();
    let line = |from: usize| {
        let line = lines.get(from..).unwrap_or_default().join(" ");
        line.trim().to_lowercase()
    };
    let begun = from().find(|at| begins(&line(*at)) && is_introduction(&line(*at)));
    let named = || from().find(|at| says_whose(&line(*at)) && is_introduction(&line(*at)));
    begun.or_else(named).map_or(lines, |at| up_to(lines, at))
}

/// "Op di 3 nov 2026 om 14:05 schreef Gemeente Zaanrade <antwoord@example.org>:", in small letters, in the languages of
/// those who write.
fn is_introduction(line: &str) -> bool {
    const WROTE: [&str; 14] = [
        "schreef",
        "heeft geschreven",
        "wrote",
        "schrieb",
        "écrit",
        "escribió",
        "ha scritto",
        "escreveu",
        "napisał",
        "yazdı",
        "كتب",
        "ጽሑፉ",
        "skrev",
        "написа",
    ];
    let ends = [":", "geschreven", "wrote"]
        .iter()
        .any(|end| line.ends_with(end));
    let says_when = line.chars().any(|it| it.is_numeric() || it == '@');
    ends && says_when && WROTE.iter().any(|word| line.contains(word))
}

fn begins(line: &str) -> bool {
    const BEGINS: [&str; 12] = [
        "op ",
        "on ",
        "am ",
        "le ",
        "el ",
        "il ",
        "em ",
        "w dniu",
        "dnia",
        "den ",
        "في",
        "بتاريخ",
    ];
    BEGINS.iter().any(|begin| line.starts_with(begin))
}

fn says_whose(line: &str) -> bool {
    line.contains('<') && line.contains('@')
}

/// The first of its heads, with at least two others below it; or the line that stands above them.
fn is_whole_mail(lines: Lines<'_, '_>) -> bool {
    const FROM: [&str; 8] = ["van", "from", "von", "de", "kimden", "od", "من", "ካብ"];
    const OTHERS: [&str; 33] = [
        "verzonden",
        "datum",
        "aan",
        "cc",
        "onderwerp",
        "sent",
        "date",
        "to",
        "subject",
        "gesendet",
        "an",
        "betreff",
        "envoyé",
        "à",
        "objet",
        "gönderildi",
        "gönderme tarihi",
        "kime",
        "tarih",
        "konu",
        "wysłano",
        "data",
        "do",
        "temat",
        "enviado",
        "fecha",
        "para",
        "asunto",
        "التاريخ",
        "تاريخ الإرسال",
        "إلى",
        "الموضوع",
        "reply-to",
    ];
    let Some(first) = lines.first() else {
        return false;
    };
    if is_ruled(first) {
        return true;
    }
    let is_from = head(first).is_some_and(|name| FROM.contains(&name.as_str()));
    let below = || lines.iter().skip(1).take(LONGEST_HEAD);
    let others = || {
        let named = below().filter_map(|line| head(line));
        named.filter(|name| OTHERS.contains(&name.as_str())).count()
    };
    is_from && others() >= 2
}

/// What stands before the colon of a head.
fn head(line: &str) -> Option<String> {
    let (name, _) = line.split_once(':')?;
    let name = name.trim_matches(|it: char| it == '*' || it.is_whitespace());
    (!name.is_empty() && name.len() <= 40).then(|| name.to_lowercase())
}

/// "-----Oorspronkelijk bericht-----": a rule with words in it. A bare row of dashes is somebody's own.
fn is_ruled(line: &str) -> bool {
    let line = line.trim();
    let inner = line.trim_matches('-').trim();
    let dashes = line.len() >= inner.len() + 10;
    let known = [
        "oorspronkelijk bericht",
        "original message",
        "ursprüngliche nachricht",
        "message d'origine",
        "doorgestuurd bericht",
        "forwarded message",
        "özgün ileti",
        "wiadomość oryginalna",
        "mensaje original",
    ];
    line.starts_with("-----") && dashes && known.contains(&inner.to_lowercase().as_str())
}

/// Without what stands under the last line that is "-- " (RFC 3676, 4.3).
fn before_signature<'a, 'text>(lines: Lines<'a, 'text>) -> Lines<'a, 'text> {
    let mut near = lines.iter().rev().take(LONGEST_SIGNATURE + 1);
    let mark = near.position(|line| *line == "-- " || *line == "--");
    mark.map_or(lines, |below| up_to(lines, lines.len() - below - 1))
}

/// Without the line that a telephone adds.
fn before_advertisement<'a, 'text>(lines: Lines<'a, 'text>) -> Lines<'a, 'text> {
    const BEGINS: [&str; 14] = [
        "verzonden vanaf",
        "verstuurd vanaf",
        "sent from",
        "von meinem",
        "gesendet mit",
        "envoyé de mon",
        "envoyé depuis",
        "enviado desde",
        "iphone'umdan gönderildi",
        "wysłane z",
        "أُرسلت من",
        "مرسل من",
        "outlook voor",
        "get outlook for",
    ];
    let last = last_filled(lines).and_then(|at| Some((at, lines.get(at)?)));
    let Some((at, line)) = last else {
        return lines;
    };
    let line = line.trim().to_lowercase();
    let is_one = line.chars().count() <= 80 && BEGINS.iter().any(|begin| line.starts_with(begin));
    if is_one { up_to(lines, at) } else { lines }
}

#[cfg(test)]
#[path = "split_tests.rs"]
mod tests;

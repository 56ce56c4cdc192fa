//! A list of addresses out of a spreadsheet (RFC 4180, also with semicolons or tabs). Pure.
//!
//! Promise: an address and a language, and nothing else about anybody: a list that says more is refused whole, and is
//! kept nowhere. What a cell says is text; nothing in it is carried out.

use std::collections::HashSet;

use csv::{ReaderBuilder, StringRecord, Trim};
use kernel::{EmailAddress, Faults, Locale};

/// As many as one may ask at once.
pub(crate) const MOST_LINES: usize = 200;
/// Whatever is longer is no address.
const LONGEST_CELL: usize = 254;

/// One line with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SheetLine {
    /// As the spreadsheet counts them.
    pub number: u64,
    /// The first cell as it was typed, for whoever typed it.
    pub typed: String,
    pub asks: Result<Asked, Wrong>,
}

/// Somebody to write to; the language when the list says one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub address: EmailAddress,
    pub locale: Option<Locale>,
}

/// Why a line asks nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    NotAnAddress,
    UnknownLanguage,
    /// The address stands in the list before.
    Twice,
}

pub(crate) fn parse(faults: &mut Faults, sheet: &str) -> Option<Vec<SheetLine>> {
    let code = match read(sheet) {
        Err(code) => code,
        Ok(lines) if lines.is_empty() => "text.empty",
        Ok(lines) if lines.len() > MOST_LINES => "sheet.too-long",
        Ok(lines) => return Some(lines),
    };
    faults.refuse("/sheet", code);
    None
}

fn read(sheet: &str) -> Result<Vec<SheetLine>, &'static str> {
    // Lines end as they do in a spreadsheet of today, or else they are counted wrongly.
    let sheet = sheet.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter(&sheet))
        .from_reader(sheet.as_bytes());
    let (mut lines, mut known) = (Vec::new(), HashSet::new());
    for (place, record) in reader.records().enumerate() {
        let record = record.map_err(|_broken| "sheet.broken")?;
        if record.iter().skip(2).any(|cell| !cell.is_empty()) {
            return Err("sheet.columns");
        }
        if is_blank(&record) || (place == 0 && is_header(&record)) {
            continue;
        }
        // Nothing is read on when there are too many already.
        if lines.len() > MOST_LINES {
            break;
        }
        lines.push(line(&record, &mut known));
    }
    Ok(lines)
}

/// The first line says what stands between cells.
fn delimiter(sheet: &str) -> u8 {
    let first = sheet.lines().next().unwrap_or_default();
    let parts = [b';', b'\t'];
    let found = parts
        .into_iter()
        .find(|part| first.contains(char::from(*part)));
    found.unwrap_or(b',')
}

fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(str::is_empty)
}

/// Names of columns, and no address.
fn is_header(record: &StringRecord) -> bool {
    !record.iter().any(|cell| cell.contains('@'))
}

fn line(record: &StringRecord, known: &mut HashSet<EmailAddress>) -> SheetLine {
    let cell = |at: usize| record.get(at).unwrap_or_default();
    SheetLine {
        number: record.position().map_or(0, csv::Position::line),
        typed: cell(0).chars().take(LONGEST_CELL).collect(),
        asks: asked(cell(0), cell(1), known),
    }
}

fn asked(address: &str, language: &str, known: &mut HashSet<EmailAddress>) -> Result<Asked, Wrong> {
    let address = EmailAddress::parse(address).map_err(|_not_one| Wrong::NotAnAddress)?;
    let locale = match language.to_lowercase().as_str() {
        "" => None,
        tag => Some(Locale::from_tag(tag).ok_or(Wrong::UnknownLanguage)?),
    };
    if !known.insert(address.clone()) {
        return Err(Wrong::Twice);
    }
    Ok(Asked { address, locale })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sheet: &str) -> Vec<(u64, String, Result<Option<Locale>, Wrong>)> {
        let lines = parse(&mut Faults::default(), sheet).unwrap().into_iter();
        lines
            .map(|it| (it.number, it.typed, it.asks.map(|asked| asked.locale)))
            .collect()
    }

    fn refused(sheet: &str) -> String {
        let mut faults = Faults::default();
        let lines = parse(&mut faults, sheet);
        faults.finish(lines).unwrap_err().remove(0).code
    }

    #[test]
    fn a_list_is_read_as_spreadsheets_write_it() {
        let expected = vec![
            (2, "a@example.org".to_owned(), Ok(Some(Locale::En))),
            (4, "b@example.org".to_owned(), Ok(None)),
        ];
        for part in [",", ";", "\t"] {
            let sheet = format!(
                "\u{feff}E-mail{part}Taal\r\n\"a@example.org\"{part}EN\r\n{part}\r\nb@example.org\r\n"
            );
            assert_eq!(told(&sheet), expected, "{part:?}");
        }
    }

    #[test]
    fn each_wrong_line_is_told_with_its_number_and_nothing_is_carried_out() {
        let sheet = "=HYPERLINK(\"x\")\na@example.org\nA@example.org\nb@example.org,tlh\n@SUM(A1)";
        let wrong: Vec<_> = told(sheet)
            .into_iter()
            .map(|(number, _, asks)| (number, asks.err()))
            .collect();
        assert_eq!(
            wrong,
            [
                (2, None),
                (3, Some(Wrong::Twice)),
                (4, Some(Wrong::UnknownLanguage)),
                (5, Some(Wrong::NotAnAddress)),
            ]
        );
    }

    #[test]
    fn a_list_that_says_more_of_people_is_refused_whole() {
        assert_eq!(refused("a@example.org;nl;Amina"), "sheet.columns");
        assert_eq!(
            refused("naam,e-mail,taal\nAmina,a@example.org,nl"),
            "sheet.columns"
        );
        assert_eq!(
            told("a@example.org,nl,,\n").len(),
            1,
            "empty cells say nothing"
        );
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        assert_eq!(refused("e-mail\n\n"), "text.empty");
        let many = |n: usize| {
            let line = |at: usize| format!("a{at}@example.org\n");
            (0..n).map(line).collect::<String>()
        };
        assert_eq!(told(&many(MOST_LINES)).len(), MOST_LINES);
        assert_eq!(refused(&many(MOST_LINES + 1)), "sheet.too-long");
        assert_eq!(refused(&many(10_000)), "sheet.too-long");
    }
}

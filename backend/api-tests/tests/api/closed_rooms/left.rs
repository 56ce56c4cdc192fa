//! What an act leaves behind, wherever something can be left: rows, mails, lines of the log and files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kernel::Clock;
use testkit::Person;

use super::{Closed, traces};
use crate::logs::Log;

/// How long mails wait for more to tell, and then some.
const MAILED: Duration = Duration::from_secs(300);

/// Listens from the beginning of an act.
pub struct Listening {
    rows: BTreeMap<String, Vec<String>>,
    mails: BTreeMap<String, usize>,
    files: Vec<PathBuf>,
    log: usize,
    now: i64,
}

/// What was left when all had been done that follows from it.
pub struct Left {
    pub rows: Vec<String>,
    /// Of each person, in the order of their arrival.
    pub mails: BTreeMap<String, Vec<String>>,
    pub log: Vec<String>,
    /// New ones.
    pub files: Vec<String>,
}

impl Listening {
    pub async fn begin(room: &Closed, log: &Log) -> Self {
        let count = |person: &&Person| {
            let mails = room.app.mails_to(&person.email);
            (person.email.clone(), mails.len())
        };
        Self {
            rows: traces::rows(&room.app).await,
            mails: everybody(room).iter().map(count).collect(),
            files: files(&room.app.state.settings.data_dir),
            log: log.text().len(),
            now: room.app.clock.now().millis(),
        }
    }

    /// After the mails went out as well.
    pub async fn end(self, room: &Closed, log: &Log) -> Left {
        room.app.settle().await;
        let soon = traces::rows(&room.app).await;
        room.later(MAILED).await;
        let late = traces::rows(&room.app).await;
        let mut rows = traces::between(&self.rows, &soon);
        rows.extend(traces::between(&soon, &late));
        let mails = everybody(room).into_iter().map(|person| {
            let mut all = room.app.mails_to(&person.email);
            let new = all.split_off(self.mails[&person.email]);
            (
                person.email.clone(),
                new.iter().map(|it| mail(it)).collect(),
            )
        });
        let files = files(&room.app.state.settings.data_dir);
        let new = files.iter().filter(|file| !self.files.contains(file));
        Left {
            rows: rows.iter().map(|row| since(row, self.now)).collect(),
            mails: mails.collect(),
            log: lines_of(&log.text()[self.log..]),
            files: new.map(|file| file.display().to_string()).collect(),
        }
    }
}

fn everybody(room: &Closed) -> [&Person; 3] {
    [&room.fatima, &room.henk, &room.joost]
}

/// Moments since the act began, as they stand to its beginning; what is older, or rounded to an hour, stays what it is.
fn since(row: &str, now: i64) -> String {
    let mut out = String::new();
    let mut rest = row;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, digits) = rest.split_at(start);
        let end = digits.find(|sign: char| !sign.is_ascii_digit());
        let (number, after) = digits.split_at(end.unwrap_or(digits.len()));
        out.push_str(before);
        match number.parse::<i64>() {
            // Nothing else has as many digits, but parts of ids, which stand among letters or behind a line.
            Ok(moment)
                if number.len() == 13
                    && moment >= now
                    && moment % 3_600_000 != 0
                    && alone(&out, after) =>
            {
                out.push_str(&spelled(moment - now));
            }
            _ => out.push_str(number),
        }
        rest = after;
    }
    out + rest
}

fn alone(before: &str, after: &str) -> bool {
    let is_part = |sign: Option<char>| sign.is_some_and(|it| it.is_alphanumeric() || it == '-');
    !is_part(before.chars().last()) && !is_part(after.chars().next())
}

/// In letters, which a comparison keeps.
fn spelled(span: i64) -> String {
    let letter =
        |digit: char| char::from(b'a' + u8::try_from(digit.to_digit(10).unwrap()).unwrap());
    let letters: String = span.to_string().chars().map(letter).collect();
    format!("moment-{letters}")
}

/// Without what is drawn or counted anew for each mail: its id, which is that of its row; its date; the line between
/// its parts; and behind the address of the room the number of the post, which all of its readers know.
fn mail(text: &str) -> String {
    let mut text = text.replace("=\r\n", "").replace("\r\n ", " ");
    let line_between = text
        .split_once("boundary=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(line, _)| line.to_owned());
    if let Some(line) = line_between {
        text = text.replace(&line, "boundary");
    }
    let lines = text.lines().map(|line| match line.split_once(": ") {
        Some((name @ ("Message-ID" | "Date"), _)) => format!("{name}: its own"),
        _ => unnumbered(line),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn unnumbered(line: &str) -> String {
    let mut parts = line.split("/gesprekken/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (room, behind) = part.split_once('#').unwrap_or((part, ""));
        let behind = behind.trim_start_matches(|sign: char| sign.is_ascii_digit());
        out.extend(["/gesprekken/", room, "#", behind]);
    }
    out
}

/// What is to be compared: all that an operator reads without asking, and all that our own crates say. What libraries
/// tell at their leisure, of files and statements, comes in any order and number; it names nobody either, which is
/// looked at elsewhere.
pub fn lines_of(log: &str) -> Vec<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let own: Vec<String> = std::fs::read_dir(crates)
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .file_name()
                .to_string_lossy()
                .replace('-', "_")
        })
        .collect();
    let is_own = |line: &&str| {
        let (_, said) = line.split_once(" DEBUG ").unwrap_or(("", line));
        let told = said.split(' ').find_map(|word| word.strip_suffix(':'));
        let of = told.and_then(|target| target.split("::").next());
        !line.contains(" DEBUG ") || of.is_some_and(|name| own.iter().any(|own| own == name))
    };
    log.lines().filter(is_own).map(line).collect()
}

/// Without its moment, and the number of a request, which is drawn anew: both say when, and nothing of who.
fn line(text: &str) -> String {
    let (_, said) = text.split_once("Z ").unwrap_or(("", text));
    match said.split_once("number=") {
        Some((before, rest)) => {
            let (_, after) = rest.split_at_checked(36).unwrap_or(("", ""));
            format!("{before}number={after}")
        }
        None => said.to_owned(),
    }
}

/// All files below a folder, but the database, and the index: it is written anew at its leisure, and another test asks
/// it for what is said in closed rooms.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if name == "search" || name.starts_with("test.sqlite") {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path);
        }
    }
    all.sort();
    all
}

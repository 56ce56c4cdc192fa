//! What whoever runs the installation reads of a report: what was reported, as it was then, and what people said of it; and
//! of an objection what was decided, and what is said against that. Nobody's name is in it.

use std::fmt::{Display, Formatter, Result as Written};

use db::Sql;
use issues::IssueWords;
use kernel::Timestamp;
use threads::Post;

use crate::installation::Objection;
use crate::model::{Act, Appeal, AppealSide, Case, Decision, Report};
use crate::subject::{self, Subject, text_of};
use crate::{ModerationFault, read};

/// Written as the operator reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionShown {
    objection: Objection,
    reported: Reported,
    decision: Decision,
    words: String,
}

/// What was reported, and what people said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reported {
    /// As it was when it was first reported, and as it is since, where that differs.
    then: String,
    now: Option<String>,
    reports: Vec<Report>,
}

impl Reported {
    fn of((then, now): (String, Option<String>), reports: Vec<Report>) -> Self {
        Self {
            now: now.filter(|now| *now != then),
            then,
            reports,
        }
    }
}

/// Of what nobody decided about yet.
pub(crate) async fn reported(sql: &impl Sql, case: &Case) -> Result<Reported, ModerationFault> {
    let reports = read::reports_of(sql, &[case.id]).await?;
    let at = reports.first().map(|it| it.reported_at);
    let texts = match &subject::of(sql, case).await? {
        Subject::Said(said) if !case.about.is_title() => texts(sql, &said.1, at).await?,
        Subject::Said(said) => (said.0.title.clone(), None),
        Subject::Issue(issue) => (whole(&issue.title, &IssueWords::of(issue)), None),
    };
    Ok(Reported::of(texts, reports))
}

pub(crate) async fn shown(
    sql: &impl Sql,
    case: &Case,
    appeal: &Appeal,
    objection: Objection,
) -> Result<ObjectionShown, ModerationFault> {
    let decision = read::decision(sql, appeal.decision).await?;
    let decision = decision.ok_or(ModerationFault::NotFound)?;
    let reports = read::reports_of(sql, &[case.id]).await?;
    let at = reports.first().map(|it| it.reported_at);
    let subject = subject::of(sql, case).await?;
    let texts = match (&subject, decision.titles.clone()) {
        (Subject::Said(said), None) if !case.about.is_title() => texts(sql, &said.1, at).await?,
        (Subject::Said(said), None) => (said.0.title.clone(), None),
        (Subject::Said(_), Some((before, after))) => (before, Some(after)),
        (Subject::Issue(issue), None) => (whole(&issue.title, &IssueWords::of(issue)), None),
        (Subject::Issue(_), Some((before, after))) => {
            let words = decision.words_before.clone().unwrap_or_default();
            (whole(&before, &words), Some(after))
        }
    };
    Ok(ObjectionShown {
        objection,
        reported: Reported::of(texts, reports),
        decision,
        words: appeal.words.clone(),
    })
}

/// An issue, as one reads it from top to bottom.
fn whole(title: &str, words: &IssueWords) -> String {
    format!("{title}\n{}", text_of(words))
}

/// The version that was there at that moment, and the last.
async fn texts(
    sql: &impl Sql,
    post: &Post,
    at: Option<Timestamp>,
) -> Result<(String, Option<String>), ModerationFault> {
    let held = threads::held_texts(sql, [post.id]).await?.remove(&post.id);
    let last = if let Some(held) = held {
        held.body
    } else {
        let words = threads::words_as_of(sql, post.id, i64::MAX).await?;
        words.map(|(last, _)| last).unwrap_or_default()
    };
    let before = threads::versions_of(sql, post.id).await?;
    let mut versions: Vec<(Timestamp, String)> = before
        .into_iter()
        .map(|it| (it.written_at, it.body))
        .collect();
    versions.push((post.edited_at.unwrap_or(post.created_at), last));
    Ok(as_of(versions, at))
}

/// Of what was written one after the other, what stood there at a moment, and what stands there last.
fn as_of(
    mut versions: Vec<(Timestamp, String)>,
    at: Option<Timestamp>,
) -> (String, Option<String>) {
    let last = versions.last().map(|(_, text)| text.clone());
    let later = |written: Timestamp| at.is_some_and(|at| at < written);
    while versions.len() > 1 && versions.last().is_some_and(|(written, _)| later(*written)) {
        versions.pop();
    }
    let then = versions.pop().map(|(_, text)| text);
    (then.unwrap_or_default(), last)
}

impl Display for Objection {
    /// One line, without a word of anybody.
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        let side = match self.side {
            AppealSide::Author => "by its author",
            AppealSide::Reporter => "by who reported it",
        };
        let room = if self.closed_room { "closed" } else { "open" };
        let why = match (self.who.is_nobody(), self.late) {
            (true, true) => "nobody else can answer it, and it waits longer than a week",
            (true, false) => "nobody else can answer it",
            (false, _) => "it waits longer than a week",
        };
        write!(
            f,
            "{}  {}  since {}  about a {} in an {room} room, {side}: {why}",
            self.id,
            self.tenant,
            self.since,
            self.about.as_str(),
        )
    }
}

impl Display for Reported {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        writeln!(f, "What was reported:")?;
        quoted(f, &self.then)?;
        if let Some(now) = &self.now {
            writeln!(f, "\nWhat it was after that:")?;
            quoted(f, now)?;
        }
        for report in &self.reports {
            writeln!(
                f,
                "\nReported on {} as {}:",
                report.reported_at,
                report.reason.as_str()
            )?;
            quoted(f, &report.words)?;
        }
        Ok(())
    }
}

impl Display for ObjectionShown {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        writeln!(f, "{}\n", self.objection)?;
        write!(f, "{}", self.reported)?;
        let decision = &self.decision;
        writeln!(
            f,
            "\nDecided on {}: {}",
            decision.decided_at,
            done(decision)
        )?;
        if let Some(ground) = decision.ground {
            writeln!(f, "On the {}: {}", ground.as_str(), decision.rule)?;
        }
        quoted(f, &decision.facts)?;
        writeln!(f, "\nThe objection:")?;
        quoted(f, &self.words)?;
        let right = match (self.objection.side, decision.act) {
            (AppealSide::Reporter, _) => {
                "what was decided does not hold: the organisation decides anew"
            }
            (AppealSide::Author, Act::Retitle) => "its own title is there again",
            (AppealSide::Author, _) => "it is there again, and a pause ends",
        };
        write!(
            f,
            "\nWith --overturn {right}. With --uphold all stays as it is."
        )
    }
}

fn done(decision: &Decision) -> String {
    let until = |at: Option<Timestamp>, said: &str| at.map(|at| format!("{said} until {at}"));
    let act = decision.act.as_str();
    let parts = [
        until(decision.until, act).or_else(|| Some(act.to_owned())),
        decision.warned.then(|| "with a warning".to_owned()),
        until(decision.paused_until, "not writing"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// What people wrote stands apart from what we say, and moves no cursor.
fn quoted(f: &mut Formatter<'_>, text: &str) -> Written {
    for line in text.lines() {
        let plain: String = line.chars().filter(|it| !it.is_control()).collect();
        writeln!(f, "  | {plain}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1_000)
    }

    #[test]
    fn what_was_reported_is_what_stood_there_then() {
        let versions = || {
            vec![
                (at(1), "a".to_owned()),
                (at(5), "b".to_owned()),
                (at(9), "c".to_owned()),
            ]
        };
        let check = |moment: Option<i64>, then: &str| {
            let (was, last) = as_of(versions(), moment.map(at));
            assert_eq!((was.as_str(), last.as_deref()), (then, Some("c")));
        };
        check(Some(0), "a");
        check(Some(4), "a");
        check(Some(5), "b");
        check(Some(20), "c");
        check(None, "c");
    }
}

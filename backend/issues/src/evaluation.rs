//! What a first circle says of an issue before more people are asked: whether the question is right, who is missing, and
//! what should be done with it. Pure.

use std::time::Duration;

use kernel::{Faults, FieldFault, PersonId, Prose, TextFault, Timestamp};
use serde::{Deserialize, Serialize};

/// Whether the issue asks what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = EvaluationQuestion)]
pub(crate) enum Question {
    Right,
    /// It should be asked in another way; a note says how.
    Different,
}

/// What somebody of the first circle advises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = EvaluationAdvice)]
pub(crate) enum Advice {
    /// Ask more people.
    Widen,
    /// Change something first.
    Adjust,
    Stop,
}

impl Question {
    const ALL: [Self; 2] = [Self::Right, Self::Different];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Different => "different",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == raw)
    }
}

impl Advice {
    const ALL: [Self; 3] = [Self::Widen, Self::Adjust, Self::Stop];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Widen => "widen",
            Self::Adjust => "adjust",
            Self::Stop => "stop",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == raw)
    }
}

/// What one person says; as typed, or parsed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EvaluationForm)]
pub struct Answer {
    pub(crate) question: Question,
    /// How it should be asked; needed with `different`.
    #[serde(default)]
    pub(crate) question_note: String,
    /// Groups and experiences that should be at the table too.
    #[serde(default)]
    pub(crate) missing: String,
    pub(crate) advice: Advice,
    /// Why; needed with `adjust` and `stop`.
    #[serde(default)]
    pub(crate) advice_note: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evaluation {
    pub person: PersonId,
    pub answer: Answer,
    pub given_at: Timestamp,
}

/// The first circle was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Round {
    pub asked_at: Timestamp,
    pub until: Timestamp,
}

impl Round {
    pub fn is_on(self, now: Timestamp) -> bool {
        now < self.until
    }
}

/// Whoever must wait longer than this for an answer has forgotten the question.
const LONGEST: Duration = Duration::from_secs(60 * 24 * 3_600);

pub(crate) fn check_until(until: Timestamp, now: Timestamp) -> Result<(), Vec<FieldFault>> {
    let mut faults = Faults::default();
    if until <= now || until > now.plus(LONGEST) {
        faults.refuse("/until", "evaluation.until");
    }
    faults.finish(Some(()))
}

impl Answer {
    /// Whoever wants it otherwise says why: without, nobody can do anything with it.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let otherwise = self.question == Question::Different;
        let question_note = note(&mut faults, "/questionNote", &self.question_note, otherwise);
        let missing = note(&mut faults, "/missing", &self.missing, false);
        let doubts = self.advice != Advice::Widen;
        let advice_note = note(&mut faults, "/adviceNote", &self.advice_note, doubts);
        let notes = question_note.zip(missing).zip(advice_note);
        let ((question_note, missing), advice_note) = faults.finish(notes)?;
        Ok(Self {
            question_note,
            missing,
            advice_note,
            ..self
        })
    }
}

fn note(faults: &mut Faults, pointer: &str, typed: &str, needed: bool) -> Option<String> {
    match Prose::<2_000>::parse(typed).map(Prose::into_string) {
        Err(TextFault::Empty) if !needed => Some(String::new()),
        parsed => faults.take(pointer, parsed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(question: Question, advice: Advice, notes: [&str; 2]) -> Answer {
        Answer {
            question,
            question_note: notes[0].to_owned(),
            missing: " ".to_owned(),
            advice,
            advice_note: notes[1].to_owned(),
        }
    }

    fn refused(answer: Answer) -> Vec<String> {
        let faults = answer.parse().err().unwrap_or_default();
        faults.into_iter().map(|fault| fault.pointer).collect()
    }

    #[test]
    fn who_wants_it_otherwise_says_why() {
        let silent = ["", ""];
        assert!(refused(answer(Question::Right, Advice::Widen, silent)).is_empty());
        assert_eq!(
            refused(answer(Question::Different, Advice::Stop, silent)),
            ["/questionNote", "/adviceNote"]
        );
        let told = ["Vraag het de buurt.", "Er is al een plan."];
        assert!(refused(answer(Question::Different, Advice::Adjust, told)).is_empty());
    }

    #[test]
    fn a_day_to_answer_by_is_to_come_and_near() {
        let now = Timestamp::from_millis(0);
        assert!(check_until(now, now).is_err());
        assert!(check_until(now.plus(LONGEST), now).is_ok());
        assert!(check_until(now.plus(LONGEST * 2), now).is_err());
    }
}

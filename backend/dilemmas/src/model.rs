//! How a concern was heard, and what is offered. Pure.

use db::DbFault;
use issues::Regime;
use kernel::{AcknowledgementId, Faults, FieldFault, PersonId, PostId, Prose, Seq, ThreadId};
use serde::Serialize;

use crate::DilemmaFault;

/// What whoever has the concern says to how it was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// This is what I meant.
    Meant,
    /// I mean it better so.
    Better(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AcknowledgementState {
    /// Waits for whoever has the concern.
    Open,
    Meant,
    Better,
}

impl AcknowledgementState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Meant => "meant",
            Self::Better => "better",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "open" => Ok(Self::Open),
            "meant" => Ok(Self::Meant),
            "better" => Ok(Self::Better),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
}

/// How somebody heard the concern of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Acknowledgement {
    pub id: AcknowledgementId,
    pub post: PostId,
    pub thread: ThreadId,
    pub seq: Seq,
    /// Whoever has the concern.
    pub of: PersonId,
    /// Whoever heard it.
    pub by: PersonId,
    pub name: String,
    pub words: String,
    pub state: AcknowledgementState,
    pub better: Option<String>,
}

/// Characters of what somebody heard, or says better.
pub(crate) const MOST: usize = 1_000;

pub(crate) fn words(raw: &str) -> Result<String, DilemmaFault> {
    Prose::<MOST>::parse(raw)
        .map(Prose::into_string)
        .map_err(|fault| DilemmaFault::Invalid(vec![FieldFault::new("/words", fault.code())]))
}

/// What whoever facilitates offers: a prospect, not a promise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    pub possible: String,
    pub impossible: String,
    /// Who decides, and when.
    pub decides: String,
}

impl Offer {
    /// All faults at once.
    pub(crate) fn checked(self) -> Result<Self, DilemmaFault> {
        let mut faults = Faults::default();
        let mut field = |pointer: &str, raw: &str| {
            let parsed = Prose::<{ MOST * 2 }>::parse(raw);
            faults.take(pointer, parsed).map(Prose::into_string)
        };
        let possible = field("/possible", &self.possible);
        let impossible = field("/impossible", &self.impossible);
        let decides = field("/decides", &self.decides);
        let all = possible.zip(impossible).zip(decides);
        let ((possible, impossible), decides) =
            faults.finish(all).map_err(DilemmaFault::Invalid)?;
        Ok(Self {
            possible,
            impossible,
            decides,
        })
    }
}

/// Whether it may be stored who heard whom.
pub(crate) const fn knows_any(regime: Regime) -> bool {
    regime.names_people()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_an_offer_is_said_and_all_that_is_missing_is_told() {
        let empty = Offer::default().checked();
        let Err(DilemmaFault::Invalid(faults)) = empty else {
            panic!("{empty:?}");
        };
        let pointers: Vec<_> = faults.iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(pointers, ["/possible", "/impossible", "/decides"]);
    }
}

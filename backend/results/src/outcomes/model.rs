//! An outcome and its statements; parsing, and what must be in it before others see it. Pure.

use kernel::{
    Faults, FieldFault, IssueId, Line, Locale, OutcomeId, PostId, Prose, TenantId, TextFault,
    Timestamp,
};
use platform::markdown;
use serde::{Deserialize, Serialize};

use crate::ResultFault;

/// What a statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatementKind {
    Heard,
    Done,
    NotDone,
    YouCan,
}

impl StatementKind {
    pub const ALL: [Self; 4] = [Self::Heard, Self::Done, Self::NotDone, Self::YouCan];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::Done => "done",
            Self::NotDone => "not-done",
            Self::YouCan => "you-can",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == raw)
    }
}

/// One statement, and the posts that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub kind: StatementKind,
    /// Markdown.
    pub text: String,
    pub html: String,
    /// Why not; for what is not done.
    pub why: Option<String>,
    pub posts: Vec<PostId>,
}

/// A whole text: the draft, or what was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub title: String,
    /// Markdown.
    pub intro: String,
    pub intro_html: String,
    pub lang: Locale,
    pub review_at: Option<Timestamp>,
    pub statements: Vec<Statement>,
}

/// The outcome of an issue, without its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub id: OutcomeId,
    pub tenant: TenantId,
    pub issue: IssueId,
    /// Counts every change of the draft: what an editor starts from.
    pub version: i64,
    /// 0 for as long as nothing was published, then 1, 2, 3 …
    pub published_version: i64,
    pub published_at: Option<Timestamp>,
    pub reviewed_at: Option<Timestamp>,
}

/// What was found by who looked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub html: String,
    pub at: Timestamp,
}

/// What a facilitator types. In a draft everything may still be empty.
#[derive(Clone, Debug)]
pub struct OutcomeText {
    pub title: String,
    pub intro: String,
    pub lang: Locale,
    pub review_at: Option<Timestamp>,
    pub statements: Vec<StatementText>,
}

#[derive(Clone, Debug)]
pub struct StatementText {
    pub kind: StatementKind,
    pub text: String,
    pub why: Option<String>,
    pub posts: Vec<PostId>,
}

const MAX_STATEMENTS: usize = 60;
const MAX_POSTS: usize = 20;

impl Edition {
    /// Too long is refused at once; empty waits until others see it.
    pub fn parse(text: OutcomeText) -> Result<Self, ResultFault> {
        let mut faults = Faults::default();
        let title = faults.take(
            "/title",
            or_empty(Line::<160>::parse(&text.title).map(Line::into_string)),
        );
        let intro = faults.take(
            "/intro",
            or_empty(Prose::<4_000>::parse(&text.intro).map(Prose::into_string)),
        );
        if text.statements.len() > MAX_STATEMENTS {
            faults.refuse("/statements", "list.too-long");
        }
        let statements: Vec<Statement> = text
            .statements
            .into_iter()
            .enumerate()
            .filter_map(|(place, typed)| statement(&mut faults, place, typed))
            .collect();
        let (title, intro) = faults
            .finish(title.zip(intro))
            .map_err(ResultFault::Invalid)?;
        Ok(Self {
            title,
            intro_html: markdown::to_html(&intro),
            intro,
            lang: text.lang,
            review_at: text.review_at,
            statements,
        })
    }

    /// What is still missing before it can be published: nobody is told half a story.
    pub fn missing(&self, now: Timestamp) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        let has = |kinds: &[StatementKind]| {
            self.statements
                .iter()
                .any(|statement| kinds.contains(&statement.kind) && !statement.text.is_empty())
        };
        if !has(&[StatementKind::Heard]) {
            faults.refuse("/statements", "outcome.heard-missing");
        }
        if !has(&[StatementKind::Done, StatementKind::NotDone]) {
            faults.refuse("/statements", "outcome.done-missing");
        }
        if !has(&[StatementKind::YouCan]) {
            faults.refuse("/statements", "outcome.you-can-missing");
        }
        for (place, statement) in self.statements.iter().enumerate() {
            if statement.text.is_empty() {
                faults.refuse(format!("/statements/{place}/text"), "text.empty");
            }
            if statement.kind == StatementKind::NotDone && statement.why.is_none() {
                faults.refuse(format!("/statements/{place}/why"), "outcome.why-missing");
            }
        }
        if self.review_at.is_none_or(|review| review <= now) {
            faults.refuse("/reviewAt", "outcome.review-not-in-future");
        }
        faults.into_fields()
    }
}

fn statement(faults: &mut Faults, place: usize, typed: StatementText) -> Option<Statement> {
    let text = faults.take(
        &format!("/statements/{place}/text"),
        or_empty(Prose::<4_000>::parse(&typed.text).map(Prose::into_string)),
    )?;
    let why = faults.take_optional(
        &format!("/statements/{place}/why"),
        typed
            .why
            .as_deref()
            .filter(|_| typed.kind == StatementKind::NotDone),
        |raw| Prose::<2_000>::parse(raw).map(Prose::into_string),
    );
    let mut posts = typed.posts;
    let mut seen = Vec::new();
    posts.retain(|post| {
        let fresh = !seen.contains(post);
        seen.push(*post);
        fresh
    });
    if posts.len() > MAX_POSTS {
        faults.refuse(format!("/statements/{place}/posts"), "list.too-long");
    }
    Some(Statement {
        kind: typed.kind,
        html: markdown::to_html(&text),
        text,
        why,
        posts,
    })
}

fn or_empty(parsed: Result<String, TextFault>) -> Result<String, TextFault> {
    match parsed {
        Err(TextFault::Empty) => Ok(String::new()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StatementKind::{Done, Heard, NotDone, YouCan};

    const NOW: i64 = 1_000;

    fn edition(statements: &[(StatementKind, &str, Option<&str>)], review: i64) -> Edition {
        let statements = statements.iter().map(|(kind, text, why)| StatementText {
            kind: *kind,
            text: (*text).to_owned(),
            why: why.map(str::to_owned),
            posts: Vec::new(),
        });
        Edition::parse(OutcomeText {
            title: String::new(),
            intro: String::new(),
            lang: Locale::Nl,
            review_at: Some(Timestamp::from_millis(review)),
            statements: statements.collect(),
        })
        .unwrap()
    }

    fn check(statements: &[(StatementKind, &str, Option<&str>)], review: i64, expected: &[&str]) {
        let missing = edition(statements, review).missing(Timestamp::from_millis(NOW));
        let codes: Vec<&str> = missing.iter().map(|field| field.code.as_str()).collect();
        assert_eq!(codes, expected);
    }

    #[test]
    fn a_whole_story_can_be_told() {
        check(
            &[(Heard, "a", None), (Done, "b", None), (YouCan, "c", None)],
            NOW + 1,
            &[],
        );
        check(
            &[
                (Heard, "a", None),
                (NotDone, "b", Some("geen geld")),
                (YouCan, "c", None),
            ],
            NOW + 1,
            &[],
        );
    }

    #[test]
    fn half_a_story_cannot() {
        check(
            &[],
            NOW,
            &[
                "outcome.heard-missing",
                "outcome.done-missing",
                "outcome.you-can-missing",
                "outcome.review-not-in-future",
            ],
        );
    }

    #[test]
    fn what_is_not_done_says_why() {
        check(
            &[
                (Heard, "a", None),
                (NotDone, "b", Some("  ")),
                (YouCan, "c", None),
            ],
            NOW + 1,
            &["outcome.why-missing"],
        );
    }

    #[test]
    fn a_statement_without_words_is_found() {
        check(
            &[
                (Heard, "a", None),
                (Done, "b", None),
                (YouCan, "c", None),
                (Heard, " ", None),
            ],
            NOW + 1,
            &["text.empty"],
        );
    }

    #[test]
    fn what_is_too_long_is_refused_at_its_place() {
        let text = StatementText {
            kind: Heard,
            text: "a".repeat(4_001),
            why: None,
            posts: Vec::new(),
        };
        let parsed = Edition::parse(OutcomeText {
            title: String::new(),
            intro: String::new(),
            lang: Locale::Nl,
            review_at: None,
            statements: vec![text],
        });
        assert!(
            matches!(parsed, Err(ResultFault::Invalid(fields)) if fields == [FieldFault::new("/statements/0/text", "text.too-long")])
        );
    }
}

//! What can be found, and by whom it may be found. Pure.

use std::fmt;
use std::str::FromStr;

use issues::{Issue, IssueState, Regime, Visibility};
use kernel::{IssueId, TenantId, Timestamp};
use platform::markdown;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// What a hit is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
#[schema(as = HitKind)]
pub enum Kind {
    Issue,
    Post,
    Outcome,
    Product,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Issue, Self::Post, Self::Outcome, Self::Product];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Post => "post",
            Self::Outcome => "outcome",
            Self::Product => "product",
        }
    }
}

/// Which thing a document stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub kind: Kind,
    pub tenant: TenantId,
    /// Its id; an outcome goes by the id of its issue, which has one at most.
    pub id: Uuid,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.kind.as_str(), self.tenant, self.id)
    }
}

/// A name that no version of this program writes.
#[derive(Debug, thiserror::Error)]
#[error("not the name of a document: {0}")]
pub struct NotAKey(String);

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(raw: &str) -> Result<Self, NotAKey> {
        let parse = || {
            let mut parts = raw.split(':');
            let name = parts.next()?;
            let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == name)?;
            let tenant = parts.next()?.parse().ok()?;
            Some(Self {
                kind,
                tenant,
                id: parts.next()?.parse().ok()?,
            })
        };
        parse().ok_or_else(|| NotAKey(raw.to_owned()))
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub key: Key,
    pub title: String,
    pub body: String,
    /// Words that it is found by and that do not stand in it: the names of its themes and regions.
    pub also: String,
    pub terms: Vec<Uuid>,
    /// Who may find it at all; every hit is read again before anybody sees it.
    pub readers: Vec<Reader>,
    pub date: Timestamp,
}

/// A circle of readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Anyone.
    Public,
    /// Anyone who signed in.
    Platform,
    /// Whoever has a role in the organisation.
    Tenant(TenantId),
    /// Those who decide in the organisation about what it takes up.
    Conveners(TenantId),
    /// Who takes part in an issue, or wrote it.
    Issue(IssueId),
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Platform => f.write_str("platform"),
            Self::Tenant(tenant) => write!(f, "tenant:{tenant}"),
            Self::Conveners(tenant) => write!(f, "convene:{tenant}"),
            Self::Issue(issue) => write!(f, "issue:{issue}"),
        }
    }
}

impl Reader {
    /// The circles that may see an issue.
    pub fn of_issue(issue: &Issue) -> Vec<Self> {
        let mut readers = vec![Self::Issue(issue.id)];
        let waits = matches!(issue.state, IssueState::Proposed | IssueState::Declined);
        let uninvited = issue.visibility != Visibility::Invited && issue.state != IssueState::Draft;
        if waits || uninvited {
            readers.push(Self::Conveners(issue.tenant));
        }
        if IssueState::OUT.contains(&issue.state.as_str()) {
            readers.extend(match issue.visibility {
                Visibility::Public => Some(Self::Public),
                Visibility::Platform => Some(Self::Platform),
                Visibility::Tenant => Some(Self::Tenant(issue.tenant)),
                Visibility::Invited => None,
            });
        }
        readers
    }

    /// The circles that may read a room: those of its issue when it is open, else who takes part.
    pub fn of_room(issue: &Issue, visibility: Visibility, regime: Regime) -> Vec<Self> {
        let open = regime == Regime::Open && visibility != Visibility::Invited;
        if open {
            Self::of_issue(issue)
        } else {
            vec![Self::Issue(issue.id)]
        }
    }
}

/// A text as it was written, to be read as plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    Plain(String),
    Html(String),
}

/// All of it as plain words, one spelling per letter.
pub fn plain(texts: &[Text]) -> String {
    let words = |text: &Text| match text {
        Text::Plain(plain) => plain.nfc().collect(),
        Text::Html(html) => markdown::excerpt(html, usize::MAX).nfc().collect(),
    };
    texts
        .iter()
        .map(words)
        .filter(|text: &String| !text.trim().is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use issues::IssueKind;
    use kernel::PersonId;

    fn check(state: IssueState, visibility: Visibility, others: &[fn(TenantId) -> Reader]) {
        let tenant = TenantId::from(Uuid::from_u128(1));
        let issue = Issue {
            id: Uuid::from_u128(2).into(),
            tenant,
            author: PersonId::from(Uuid::from_u128(3)),
            kind: IssueKind::Issue,
            state,
            visibility,
            regime: Regime::Open,
            title: String::new(),
            core_question: String::new(),
            why_now: String::new(),
            why_one: String::new(),
            background: String::new(),
            background_html: String::new(),
            planned_end: None,
            state_reason: None,
            paused_from: None,
            created_at: Timestamp::from_millis(1),
            state_at: Timestamp::from_millis(1),
            version: 1,
            newcomer: false,
            role: None,
        };
        let mut expected = vec![Reader::Issue(issue.id)];
        expected.extend(others.iter().map(|circle| circle(tenant)));
        assert_eq!(
            Reader::of_issue(&issue),
            expected,
            "{state:?} {visibility:?}"
        );
        assert_eq!(
            Reader::of_room(&issue, visibility, Regime::Trusted),
            [Reader::Issue(issue.id)]
        );
    }

    #[test]
    fn a_draft_is_found_by_who_wrote_it() {
        check(IssueState::Draft, Visibility::Public, &[]);
    }

    #[test]
    fn what_is_proposed_is_found_by_conveners() {
        check(
            IssueState::Proposed,
            Visibility::Public,
            &[Reader::Conveners],
        );
        check(
            IssueState::Proposed,
            Visibility::Invited,
            &[Reader::Conveners],
        );
    }

    #[test]
    fn what_is_out_is_found_as_far_as_it_may_be_seen() {
        check(
            IssueState::Open,
            Visibility::Public,
            &[Reader::Conveners, |_| Reader::Public],
        );
        check(
            IssueState::Open,
            Visibility::Platform,
            &[Reader::Conveners, |_| Reader::Platform],
        );
        check(
            IssueState::Open,
            Visibility::Tenant,
            &[Reader::Conveners, Reader::Tenant],
        );
        check(IssueState::Open, Visibility::Invited, &[]);
    }

    #[test]
    fn a_name_leads_back_to_its_thing() {
        let key = Key {
            kind: Kind::Post,
            tenant: Uuid::from_u128(1).into(),
            id: Uuid::from_u128(2),
        };
        assert_eq!(key.to_string().parse::<Key>().ok(), Some(key));
        assert!("post:".parse::<Key>().is_err());
    }

    #[test]
    fn letters_that_look_the_same_are_the_same() {
        assert_eq!(
            plain(&[
                Text::Plain("e\u{301}e\u{301}n".into()),
                Text::Html("<p>a &amp; b</p>".into())
            ]),
            "één a & b"
        );
    }
}

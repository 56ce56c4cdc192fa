//! A knowledge product and its parts; parsing, and what must be in it before others see it. Pure.

use kernel::{
    Faults, FieldFault, FileId, IssueId, Line, Locale, PersonId, ProductId, Prose, TenantId,
    TermId, TextFault, Timestamp,
};
use platform::markdown;
use serde::{Deserialize, Serialize};

use crate::ResultFault;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProductKind {
    Guide,
    Factsheet,
    Study,
    Example,
    Webinar,
    Magazine,
}

impl ProductKind {
    pub const ALL: [Self; 6] = [
        Self::Guide,
        Self::Factsheet,
        Self::Study,
        Self::Example,
        Self::Webinar,
        Self::Magazine,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Factsheet => "factsheet",
            Self::Study => "study",
            Self::Example => "example",
            Self::Webinar => "webinar",
            Self::Magazine => "magazine",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == raw)
    }
}

/// Draft, then published, then retired; a retired one may be published again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProductState {
    Draft,
    Published,
    Retired,
}

impl ProductState {
    pub const ALL: [Self; 3] = [Self::Draft, Self::Published, Self::Retired];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Retired => "retired",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }

    /// Whether the life cycle knows this step.
    pub const fn leads_to(self, to: Self) -> bool {
        matches!(
            (self, to),
            (Self::Draft | Self::Retired, Self::Published) | (Self::Published, Self::Retired)
        )
    }
}

/// A knowledge product, as its readers know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    pub tenant: TenantId,
    pub author: PersonId,
    pub kind: ProductKind,
    pub state: ProductState,
    pub title: String,
    pub summary: String,
    /// Markdown.
    pub body: String,
    pub html: String,
    pub lang: Locale,
    /// What lists are ordered by: when it was begun, then when it was published.
    pub shown_at: Timestamp,
    pub published_at: Option<Timestamp>,
    pub version: i64,
    /// 0 for as long as nothing was published, then 1, 2, 3 …
    pub edition: i64,
}

/// A file that hangs on a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileUse {
    pub id: FileId,
    /// What a picture shows, for who does not see it; empty for other files.
    pub alt: String,
}

/// The parts of a product that stand in tables of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductParts {
    pub terms: Vec<TermId>,
    /// The issues that it came out of (ontstaan uit).
    pub sources: Vec<IssueId>,
    pub files: Vec<FileUse>,
}

/// What a publisher types. In a draft everything may still be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductText {
    pub kind: ProductKind,
    pub title: String,
    pub summary: String,
    pub body: String,
    pub lang: Locale,
    pub parts: ProductParts,
}

const MAX_PARTS: usize = 40;
const MAX_BODY: usize = 60_000;
const MAX_ALT: usize = 400;

impl Product {
    /// The text as its publisher typed it.
    pub fn text(&self, parts: ProductParts) -> ProductText {
        ProductText {
            kind: self.kind,
            title: self.title.clone(),
            summary: self.summary.clone(),
            body: self.body.clone(),
            lang: self.lang,
            parts,
        }
    }

    /// The product with this text in it. Too long is refused at once; empty waits until others see it.
    pub fn filled(self, text: &ProductText) -> Result<Self, ResultFault> {
        let mut faults = Faults::default();
        let title = faults.take(
            "/title",
            or_empty(Line::<160>::parse(&text.title).map(Line::into_string)),
        );
        let summary = faults.take(
            "/summary",
            or_empty(Prose::<600>::parse(&text.summary).map(Prose::into_string)),
        );
        let body = faults.take(
            "/body",
            or_empty(Prose::<MAX_BODY>::parse(&text.body).map(Prose::into_string)),
        );
        let ProductParts {
            terms,
            sources,
            files,
        } = &text.parts;
        for (pointer, count) in [
            ("/terms", terms.len()),
            ("/sources", sources.len()),
            ("/files", files.len()),
        ] {
            if count > MAX_PARTS {
                faults.refuse(pointer, "list.too-long");
            }
        }
        for (place, file) in files.iter().enumerate() {
            if file.alt.chars().count() > MAX_ALT {
                faults.refuse(format!("/files/{place}/alt"), "text.too-long");
            }
        }
        let ((title, summary), body) = faults
            .finish(title.zip(summary).zip(body))
            .map_err(ResultFault::Invalid)?;
        Ok(Self {
            kind: text.kind,
            title,
            summary,
            html: markdown::page_to_html(&body),
            body,
            lang: text.lang,
            ..self
        })
    }

    /// What must not be empty before others see it. An uploaded file can stand in for the text.
    pub fn missing(&self, files: usize) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        for (pointer, text) in [("/title", &self.title), ("/summary", &self.summary)] {
            if text.is_empty() {
                faults.refuse(pointer, "text.empty");
            }
        }
        if self.body.is_empty() && files == 0 {
            faults.refuse("/body", "product.body-missing");
        }
        faults.into_fields()
    }
}

impl ProductParts {
    pub fn file_ids(&self) -> Vec<FileId> {
        self.files.iter().map(|file| file.id).collect()
    }

    /// Each thing once, in the order in which it was named.
    #[must_use]
    pub fn once(self) -> Self {
        Self {
            terms: once(self.terms, |it| *it),
            sources: once(self.sources, |it| *it),
            files: once(self.files, |it| it.id),
        }
    }
}

fn once<T, K: PartialEq>(named: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(named.len());
    for it in named {
        if !kept.iter().any(|other| key(other) == key(&it)) {
            kept.push(it);
        }
    }
    kept
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

    fn product(title: &str, summary: &str, body: &str) -> Product {
        let now = Timestamp::from_millis(0);
        let text = ProductText {
            kind: ProductKind::Guide,
            title: title.to_owned(),
            summary: summary.to_owned(),
            body: body.to_owned(),
            lang: Locale::Nl,
            parts: ProductParts::default(),
        };
        let blank = Product {
            id: ProductId::new(now),
            tenant: TenantId::new(now),
            author: PersonId::new(now),
            kind: ProductKind::Guide,
            state: ProductState::Draft,
            title: String::new(),
            summary: String::new(),
            body: String::new(),
            html: String::new(),
            lang: Locale::Nl,
            shown_at: now,
            published_at: None,
            version: 1,
            edition: 0,
        };
        blank.filled(&text).unwrap()
    }

    #[test]
    fn a_draft_may_be_empty_and_a_publication_may_not() {
        let codes: Vec<String> = product("", "", "")
            .missing(0)
            .into_iter()
            .map(|field| field.pointer)
            .collect();
        assert_eq!(codes, ["/title", "/summary", "/body"]);
        assert!(product("a", "b", "c").missing(0).is_empty());
    }

    #[test]
    fn a_file_can_stand_in_for_the_text() {
        assert!(product("a", "b", "").missing(1).is_empty());
    }

    #[test]
    fn what_is_retired_can_come_back_but_nothing_becomes_a_draft_again() {
        assert!(ProductState::Retired.leads_to(ProductState::Published));
        for from in ProductState::ALL {
            assert!(!from.leads_to(ProductState::Draft) && !from.leads_to(from));
        }
        assert!(!ProductState::Draft.leads_to(ProductState::Retired));
    }
}

//! Knowledge products as JSON.

use std::collections::HashMap;

use db::{DbFault, Sql};
use files::views::FileView;
use issues::IssueState;
use kernel::{FileId, IssueId, Locale, ProductId, Scope, TermId, Timestamp};
use platform::taxonomy;
use platform::tenants::TermView;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{Product, ProductKind, ProductParts, ProductState, ProductText};
use super::{policy, read};

/// A product in a list.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductItem {
    pub id: ProductId,
    /// The slug of the organisation that publishes it.
    pub tenant: String,
    pub kind: ProductKind,
    pub state: ProductState,
    pub title: String,
    pub summary: String,
    pub lang: Locale,
    pub terms: Vec<TermView>,
    pub published_at: Option<Timestamp>,
}

impl ProductItem {
    pub fn of(product: Product, tenant: String, terms: Vec<TermView>) -> Self {
        Self {
            id: product.id,
            tenant,
            kind: product.kind,
            state: product.state,
            title: product.title,
            summary: product.summary,
            lang: product.lang,
            terms,
            published_at: product.published_at,
        }
    }
}

/// A page of products.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductList {
    pub items: Vec<ProductItem>,
    pub next: Option<String>,
}

/// A product in full.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductView {
    #[serde(flatten)]
    pub item: ProductItem,
    /// Markdown, for the editor.
    pub body: String,
    /// Safe HTML, for the reader.
    pub html: String,
    pub files: Vec<FileView>,
    /// The issues that it came out of, as far as the asker may see them.
    pub sources: Vec<SourceIssue>,
    pub can: ProductCan,
    pub version: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct SourceIssue {
    pub id: IssueId,
    pub title: String,
    pub state: IssueState,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct ProductCan {
    pub change: bool,
    pub publish: bool,
    pub retire: bool,
}

impl ProductView {
    /// Five statements, whatever hangs on it.
    pub async fn load(
        sql: &impl Sql,
        scope: &Scope,
        tenant: &str,
        product: Product,
    ) -> Result<Self, DbFault> {
        let parts = read::parts_of(sql, product.id).await?;
        let terms = taxonomy::terms_by_id(sql, parts.terms.iter().map(|term| term.uuid())).await?;
        let issues = issues::read::find_all(sql, parts.sources).await?;
        let files = files::read::of_ids(sql, &parts.files).await?;
        let terms = terms
            .iter()
            .map(|term| TermView::of(term, scope.locale))
            .collect();
        let change = policy::may_change(scope, &product).is_ok();
        Ok(Self {
            body: product.body.clone(),
            html: product.html.clone(),
            files: files
                .into_iter()
                .map(|file| FileView::of(file, tenant))
                .collect(),
            sources: issues
                .into_iter()
                .map(|issue| SourceIssue {
                    id: issue.id,
                    title: issue.title,
                    state: issue.state,
                })
                .collect(),
            can: ProductCan {
                change,
                publish: change && product.state.leads_to(ProductState::Published),
                retire: change && product.state.leads_to(ProductState::Retired),
            },
            version: product.version,
            item: ProductItem::of(product, tenant.to_owned(), terms),
        })
    }
}

/// What a publisher types. In a draft everything may still be empty.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProductForm {
    pub kind: ProductKind,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub summary: String,
    /// Markdown.
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub lang: Locale,
    /// Themes and regions.
    #[serde(default)]
    pub terms: Vec<TermId>,
    /// The issues that it came out of.
    #[serde(default)]
    pub sources: Vec<IssueId>,
    /// Files that were added before, in the order in which they are shown.
    #[serde(default)]
    pub files: Vec<FileId>,
}

impl From<ProductForm> for ProductText {
    fn from(form: ProductForm) -> Self {
        Self {
            kind: form.kind,
            title: form.title,
            summary: form.summary,
            body: form.body,
            lang: form.lang,
            parts: ProductParts {
                terms: form.terms,
                sources: form.sources,
                files: form.files,
            },
        }
    }
}

/// The terms of several products.
pub struct ProductTerms {
    links: HashMap<ProductId, Vec<Uuid>>,
    terms: Vec<taxonomy::Term>,
    locale: Locale,
}

impl ProductTerms {
    /// Two statements, whatever the number of products.
    pub async fn load(
        sql: &impl Sql,
        products: impl IntoIterator<Item = ProductId>,
        locale: Locale,
    ) -> Result<Self, DbFault> {
        let links = read::terms_of(sql, products).await?;
        let terms = taxonomy::terms_by_id(sql, links.values().flatten().copied()).await?;
        Ok(Self {
            links,
            terms,
            locale,
        })
    }

    pub fn of(&self, product: ProductId) -> Vec<TermView> {
        let own = self.links.get(&product).map_or(&[][..], Vec::as_slice);
        self.terms
            .iter()
            .filter(|term| own.contains(&term.id.uuid()))
            .map(|term| TermView::of(term, self.locale))
            .collect()
    }
}

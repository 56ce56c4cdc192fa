//! Knowledge products as JSON.

use std::collections::HashMap;

use db::{DbFault, Sql};
use files::views::FileView;
use issues::{IssueKind, IssueState};
use kernel::{FileId, IssueId, Locale, ProductId, Scope, TermId, Timestamp};
use platform::tenants::TermView;
use platform::{markdown, taxonomy};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{FileUse, Product, ProductKind, ProductParts, ProductState, ProductText};
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
    pub files: Vec<ProductFileView>,
    /// The issues that it came out of, as far as the asker may see them.
    pub sources: Vec<SourceIssue>,
    /// 0 for as long as nothing was published, then 1, 2, 3 …
    pub edition: i64,
    /// The edition that is being written beside what is published; only for who may change it.
    pub next: Option<NextEdition>,
    pub can: ProductCan,
    pub version: i64,
}

/// A file of a product.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ProductFileView {
    #[serde(flatten)]
    pub file: FileView,
    /// What a picture shows, for who does not see it.
    pub alt: String,
}

/// An edition that is being written.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NextEdition {
    pub kind: ProductKind,
    pub title: String,
    pub summary: String,
    /// Markdown.
    pub body: String,
    pub html: String,
    pub lang: Locale,
    pub terms: Vec<TermId>,
    pub files: Vec<ProductFileView>,
    pub sources: Vec<SourceIssue>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct SourceIssue {
    pub id: IssueId,
    pub title: String,
    pub kind: IssueKind,
    pub state: IssueState,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct ProductCan {
    pub change: bool,
    pub publish: bool,
    pub retire: bool,
}

impl ProductView {
    /// Five statements, whatever hangs on it; for who may change it six, and three more while an edition is being written.
    pub async fn load(
        sql: &impl Sql,
        scope: &Scope,
        tenant: &str,
        product: Product,
    ) -> Result<Self, DbFault> {
        let change = policy::may_change(scope, &product).is_ok();
        let parts = read::parts_of(sql, product.id).await?;
        let terms = taxonomy::terms_by_id(sql, parts.terms.iter().map(|term| term.uuid())).await?;
        let terms = terms
            .iter()
            .map(|term| TermView::of(term, scope.locale))
            .collect();
        let next = if change {
            NextEdition::load(sql, tenant, &product).await?
        } else {
            None
        };
        Ok(Self {
            body: product.body.clone(),
            html: product.html.clone(),
            files: files_of(sql, tenant, parts.files).await?,
            sources: sources_of(sql, parts.sources).await?,
            can: ProductCan {
                change,
                publish: change
                    && (next.is_some() || product.state.leads_to(ProductState::Published)),
                retire: change && product.state.leads_to(ProductState::Retired),
            },
            edition: product.edition,
            next,
            version: product.version,
            item: ProductItem::of(product, tenant.to_owned(), terms),
        })
    }
}

impl NextEdition {
    async fn load(
        sql: &impl Sql,
        tenant: &str,
        product: &Product,
    ) -> Result<Option<Self>, DbFault> {
        let Some(text) = read::edition(sql, product.id, product.edition + 1).await? else {
            return Ok(None);
        };
        Ok(Some(Self {
            html: markdown::page_to_html(&text.body),
            kind: text.kind,
            title: text.title,
            summary: text.summary,
            body: text.body,
            lang: text.lang,
            terms: text.parts.terms,
            files: files_of(sql, tenant, text.parts.files).await?,
            sources: sources_of(sql, text.parts.sources).await?,
        }))
    }
}

async fn files_of(
    sql: &impl Sql,
    tenant: &str,
    uses: Vec<FileUse>,
) -> Result<Vec<ProductFileView>, DbFault> {
    let ids: Vec<FileId> = uses.iter().map(|file| file.id).collect();
    let mut alts: HashMap<FileId, String> =
        uses.into_iter().map(|file| (file.id, file.alt)).collect();
    let found = files::read::of_ids(sql, &ids).await?;
    Ok(found
        .into_iter()
        .map(|file| ProductFileView {
            alt: alts.remove(&file.id).unwrap_or_default(),
            file: FileView::of(file, tenant),
        })
        .collect())
}

async fn sources_of(sql: &impl Sql, ids: Vec<IssueId>) -> Result<Vec<SourceIssue>, DbFault> {
    let issues = issues::read::find_all(sql, ids).await?;
    Ok(issues
        .into_iter()
        .map(|issue| SourceIssue {
            id: issue.id,
            title: issue.title,
            kind: issue.kind,
            state: issue.state,
        })
        .collect())
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
    pub files: Vec<FileForm>,
}

/// A file that hangs on a product.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileForm {
    pub id: FileId,
    /// What a picture shows, for who does not see it.
    #[serde(default)]
    pub alt: String,
}

/// What somebody says while publishing.
#[derive(Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishProductForm {
    /// The version that was seen last; when the text has moved on since, nothing is published.
    pub version: Option<i64>,
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
                files: form
                    .files
                    .into_iter()
                    .map(|FileForm { id, alt }| FileUse {
                        id,
                        alt: alt.trim().to_owned(),
                    })
                    .collect(),
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

//! Knowledge products that were published: anyone may find them.

use db::{DbFault, Sql};
use kernel::ProductId;
use results::products::{Product, ProductState};
use results::read::products;

use super::{Shown, names_of};
use crate::document::{Reader, Text, plain};
use crate::{Document, Key, Kind};

/// Read as nobody in particular: drafts have no document.
pub async fn documents(sql: &impl Sql, ids: &[ProductId]) -> Result<Vec<Document>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let published = published(sql, ids).await?;
    let terms = products::terms_of(sql, published.iter().map(|product| product.id)).await?;
    let names = names_of(sql, terms.values().flatten().copied()).await?;
    let document = |product: Product| {
        let own = terms.get(&product.id).cloned().unwrap_or_default();
        Document {
            key: key(&product),
            body: plain(&text(&product)),
            also: own
                .iter()
                .filter_map(|term| names.get(term))
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
            terms: own,
            readers: vec![Reader::Public],
            date: product.shown_at,
            title: product.title,
        }
    };
    Ok(published.into_iter().map(document).collect())
}

pub async fn visible(sql: &impl Sql, ids: &[ProductId]) -> Result<Vec<Shown>, DbFault> {
    let shown = |product: Product| Shown {
        key: key(&product),
        text: text(&product),
        path: format!("kennis/{}", product.id),
        date: product.shown_at,
        issue: None,
        title: product.title,
    };
    Ok(published(sql, ids).await?.into_iter().map(shown).collect())
}

/// Publishers find their drafts in the library, not here.
async fn published(sql: &impl Sql, ids: &[ProductId]) -> Result<Vec<Product>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = products::find_all(sql, ids.iter().copied()).await?;
    found.retain(|product| product.state == ProductState::Published);
    Ok(found)
}

fn key(product: &Product) -> Key {
    Key {
        kind: Kind::Product,
        tenant: product.tenant,
        id: product.id.uuid(),
    }
}

fn text(product: &Product) -> Vec<Text> {
    vec![
        Text::Plain(product.summary.clone()),
        Text::Html(product.html.clone()),
    ]
}

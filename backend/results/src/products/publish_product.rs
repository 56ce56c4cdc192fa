//! Publishing a knowledge product or its next edition, and taking it from the shelf.
//!
//! Promise: what is published has a title, a summary and something to read; followers hear of it once;
//! every edition is kept.

use db::{Db, Tx, outbox};
use kernel::{Faults, FieldFault, ProductId, Scope};

use super::draft_product::attach;
use super::model::{Product, ProductParts, ProductState};
use super::policy::MayChange;
use super::{policy, read, store};
use crate::{ProductEvent, ResultFault};

pub(crate) async fn publish_product(
    scope: &Scope,
    db: &Db,
    id: ProductId,
    seen: Option<i64>,
) -> Result<(), ResultFault> {
    let tx = db.begin(scope).await?;
    publish(&tx, scope, id, seen).await?;
    Ok(tx.commit().await?)
}

/// Publishes it, or the edition that was written since. Only the first time is announced.
/// `seen` is the version that was seen last; none when it does not matter.
pub async fn publish(
    tx: &Tx,
    scope: &Scope,
    id: ProductId,
    seen: Option<i64>,
) -> Result<(), ResultFault> {
    let before = read::find(tx, id).await?.ok_or(ResultFault::NoProduct)?;
    let permit = policy::may_change(scope, &before)?;
    if seen.is_some_and(|seen| seen != before.version) {
        return Err(ResultFault::Stale);
    }
    let revised = read::edition(tx, id, before.edition + 1).await?;
    let is_new = revised.is_some() || before.edition == 0;
    if !is_new && !before.state.leads_to(ProductState::Published) {
        return Err(ResultFault::NoSuchStep);
    }
    let text = match revised {
        Some(text) => text,
        None => before.text(read::parts_of(tx, id).await?),
    };
    let first = before.published_at.is_none();
    let product = before.filled(&text)?;
    let mut missing = product.missing(text.parts.files.len());
    missing.extend(pictures_without_words(tx, &text.parts).await?);
    if !missing.is_empty() {
        return Err(ResultFault::Unfinished(missing));
    }
    if !store::publish(tx, &permit, &product, is_new).await? {
        return Err(ResultFault::Stale);
    }
    if is_new {
        store::replace_parts(tx, id, &text.parts).await?;
        attach(tx, id, &text.parts.file_ids()).await?;
        store::keep_edition(tx, &permit, product.edition + 1, &text).await?;
    }
    let (tenant, product) = (permit.tenant, id);
    let event = if first {
        ProductEvent::Published { tenant, product }
    } else {
        ProductEvent::Changed { tenant, product }
    };
    Ok(outbox::push(tx, &event).await?)
}

/// Who does not see a picture reads what it shows.
async fn pictures_without_words(
    tx: &Tx,
    parts: &ProductParts,
) -> Result<Vec<FieldFault>, ResultFault> {
    let files = files::read::of_ids(tx, &parts.file_ids()).await?;
    let is_picture = |id| {
        files
            .iter()
            .any(|file| file.id == id && file.media_type.is_picture())
    };
    let mut faults = Faults::default();
    for (place, file) in parts.files.iter().enumerate() {
        if file.alt.is_empty() && is_picture(file.id) {
            faults.refuse(format!("/files/{place}/alt"), "product.alt-missing");
        }
    }
    Ok(faults.into_fields())
}

pub(crate) async fn retire_product(
    scope: &Scope,
    db: &Db,
    id: ProductId,
) -> Result<(), ResultFault> {
    let tx = db.begin(scope).await?;
    retire(&tx, scope, id).await?;
    Ok(tx.commit().await?)
}

/// Takes it from the shelf: only publishers still see it.
pub async fn retire(tx: &Tx, scope: &Scope, id: ProductId) -> Result<(), ResultFault> {
    let (product, permit) = retirable(tx, scope, id).await?;
    if !store::retire(tx, &permit, &product).await? {
        return Err(ResultFault::Stale);
    }
    let tenant = permit.tenant;
    let event = ProductEvent::Retired {
        tenant,
        product: id,
    };
    Ok(outbox::push(tx, &event).await?)
}

async fn retirable(
    tx: &Tx,
    scope: &Scope,
    id: ProductId,
) -> Result<(Product, MayChange), ResultFault> {
    let product = read::find(tx, id).await?.ok_or(ResultFault::NoProduct)?;
    let permit = policy::may_change(scope, &product)?;
    if product.state.leads_to(ProductState::Retired) {
        Ok((product, permit))
    } else {
        Err(ResultFault::NoSuchStep)
    }
}

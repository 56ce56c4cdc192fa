//! Publishing a knowledge product, and taking it from the shelf.
//!
//! Promise: what is published has a title, a summary and something to read; followers hear of it once.

use db::{Db, Tx, outbox};
use kernel::{ProductId, Scope};

use super::model::{Product, ProductState};
use super::policy::MayChange;
use super::{policy, read, store};
use crate::{ProductEvent, ResultFault};

pub(crate) async fn publish_product(
    scope: &Scope,
    db: &Db,
    id: ProductId,
) -> Result<(), ResultFault> {
    let tx = db.begin(scope).await?;
    publish(&tx, scope, id).await?;
    Ok(tx.commit().await?)
}

/// Publishes it. One that comes back from retirement is shown again without being announced.
pub async fn publish(tx: &Tx, scope: &Scope, id: ProductId) -> Result<(), ResultFault> {
    let (product, permit) = product_to(tx, scope, id, ProductState::Published).await?;
    let parts = read::parts_of(tx, id).await?;
    let missing = product.missing(parts.files.len());
    if !missing.is_empty() {
        return Err(ResultFault::Unfinished(missing));
    }
    if !store::set_state(tx, &permit, &product, ProductState::Published).await? {
        return Err(ResultFault::Stale);
    }
    let tenant = permit.tenant;
    let event = match product.published_at {
        None => ProductEvent::Published {
            tenant,
            product: id,
        },
        Some(_) => ProductEvent::Changed {
            tenant,
            product: id,
        },
    };
    Ok(outbox::push(tx, &event).await?)
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
    let (product, permit) = product_to(tx, scope, id, ProductState::Retired).await?;
    if !store::set_state(tx, &permit, &product, ProductState::Retired).await? {
        return Err(ResultFault::Stale);
    }
    let tenant = permit.tenant;
    let event = ProductEvent::Retired {
        tenant,
        product: id,
    };
    Ok(outbox::push(tx, &event).await?)
}

async fn product_to(
    tx: &Tx,
    scope: &Scope,
    id: ProductId,
    to: ProductState,
) -> Result<(Product, MayChange), ResultFault> {
    let product = read::find(tx, id).await?.ok_or(ResultFault::NoProduct)?;
    let permit = policy::may_change(scope, &product)?;
    if product.state.leads_to(to) {
        Ok((product, permit))
    } else {
        Err(ResultFault::NoSuchStep)
    }
}

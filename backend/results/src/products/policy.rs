//! Who may make and publish knowledge products. Reading is decided in SQL (`read.rs`).

use kernel::{Denied, PersonId, ProductId, Scope, TenantId};

use super::model::Product;

/// Proof that this person may begin a product in this organisation.
#[derive(Debug)]
pub struct MayDraft {
    pub(crate) tenant: TenantId,
    pub(crate) author: PersonId,
}

pub(crate) fn may_draft(scope: &Scope) -> Result<MayDraft, Denied> {
    let author = scope.person.ok_or(Denied::Forbidden)?;
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    if scope.publishes() {
        Ok(MayDraft { tenant, author })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Proof that this person may change, publish and retire this product.
#[derive(Debug)]
pub struct MayChange {
    pub(crate) tenant: TenantId,
    pub(crate) product: ProductId,
}

pub(crate) fn may_change(scope: &Scope, product: &Product) -> Result<MayChange, Denied> {
    if scope.person.is_some() && scope.publishes() && scope.tenants.contains(product.tenant) {
        Ok(MayChange {
            tenant: product.tenant,
            product: product.id,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

//! How a person is called in public: differently in each tenant.
//!
//! Promise: two references to one person in two tenants cannot be linked without the installation's
//! secret; the server finds the person back without a table. One AES-128 block over the 16 bytes of
//! the id, with a key per tenant: a permutation, so no two people share a reference.

use aes::Aes128;
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use kernel::{PersonId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Secrets;

/// A person's reference within one tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, format = Uuid)]
pub struct PersonRef(Uuid);

impl PersonRef {
    pub fn of(person: PersonId, tenant: TenantId, secrets: &Secrets) -> Self {
        References::within(tenant, secrets).to(person)
    }

    /// To keep references apart, and in an order.
    pub const fn uuid(self) -> Uuid {
        self.0
    }

    /// The person behind it; for a made-up reference an id that nobody has.
    pub fn person(self, tenant: TenantId, secrets: &Secrets) -> PersonId {
        let mut block = self.0.into_bytes().into();
        cipher(tenant, secrets).decrypt_block(&mut block);
        PersonId::from(Uuid::from_bytes(block.into()))
    }
}

/// The references within one tenant: for a page full of people the key is made once.
pub struct References(Aes128);

impl References {
    pub fn within(tenant: TenantId, secrets: &Secrets) -> Self {
        Self(cipher(tenant, secrets))
    }

    pub fn to(&self, person: PersonId) -> PersonRef {
        let mut block = person.uuid().into_bytes().into();
        self.0.encrypt_block(&mut block);
        PersonRef(Uuid::from_bytes(block.into()))
    }
}

impl std::str::FromStr for PersonRef {
    type Err = uuid::Error;
    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

impl std::fmt::Display for PersonRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

fn cipher(tenant: TenantId, secrets: &Secrets) -> Aes128 {
    let key = secrets.key("person-ref", tenant.uuid().as_bytes());
    let mut half = [0; 16];
    for (slot, byte) in half.iter_mut().zip(key) {
        *slot = byte;
    }
    Aes128::new(&half.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    #[test]
    fn a_reference_leads_back_and_differs_per_tenant() {
        let secrets = Secrets::new([3; 32]);
        let (now, later) = (Timestamp::from_millis(1), Timestamp::from_millis(2));
        let person = PersonId::new(now);
        let (one, two) = (TenantId::new(now), TenantId::new(later));
        let reference = PersonRef::of(person, one, &secrets);
        assert_eq!(reference.person(one, &secrets), person);
        assert_ne!(reference, PersonRef::of(person, two, &secrets));
        assert_ne!(reference.person(two, &secrets), person);
    }
}

//! The name of a document in numbers, which are read without opening it.

use uuid::Uuid;

use crate::{Key, Kind};

/// Where the numbers of a key are kept.
pub const PLACE: [&str; 5] = [
    "kind_number",
    "tenant_high",
    "tenant_low",
    "id_high",
    "id_low",
];

/// Kind, tenant and id.
pub fn numbers(key: Key) -> [u64; 5] {
    let (tenant_high, tenant_low) = key.tenant.uuid().as_u64_pair();
    let (id_high, id_low) = key.id.as_u64_pair();
    [
        number_of(key.kind),
        tenant_high,
        tenant_low,
        id_high,
        id_low,
    ]
}

pub fn number_of(kind: Kind) -> u64 {
    let place = Kind::ALL.iter().position(|known| *known == kind);
    place
        .and_then(|place| u64::try_from(place).ok())
        .unwrap_or(u64::MAX)
}

/// The key that these numbers are of.
pub fn key_of([kind, tenant_high, tenant_low, id_high, id_low]: [u64; 5]) -> Option<Key> {
    Some(Key {
        kind: *Kind::ALL.get(usize::try_from(kind).ok()?)?,
        tenant: Uuid::from_u64_pair(tenant_high, tenant_low).into(),
        id: Uuid::from_u64_pair(id_high, id_low),
    })
}

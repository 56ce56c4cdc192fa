//! The ids of an archive here: the same, so that links go on leading there, unless one of them is taken.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

pub struct Ids {
    anew: bool,
    salt: [u8; 32],
}

impl Ids {
    /// Another salt, as of another arrival, makes other ids of the same.
    pub const fn new(salt: [u8; 32], anew: bool) -> Self {
        Self { anew, salt }
    }

    pub fn of(&self, id: Uuid) -> Uuid {
        if self.anew { self.another(id) } else { id }
    }

    /// One that nobody has, always the same for the same: no table of them is needed. It keeps its moment, so that
    /// what is ordered by it stays in order.
    pub fn another(&self, id: Uuid) -> Uuid {
        let mut hash = Sha256::new();
        hash.update(self.salt);
        hash.update(id.as_bytes());
        let mut bytes = [0; 16];
        for (slot, byte) in bytes.iter_mut().zip(hash.finalize()) {
            *slot = byte;
        }
        for (slot, byte) in bytes.iter_mut().zip(id.as_bytes()).take(6) {
            *slot = *byte;
        }
        Builder::from_bytes(bytes)
            .with_variant(uuid::Variant::RFC4122)
            .with_version(uuid::Version::SortRand)
            .into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_id_is_of_the_same_moment_and_the_same_each_time() {
        let at = |millis| Builder::from_unix_timestamp_millis(millis, &[7; 10]).into_uuid();
        let (early, late) = (at(1_000), at(2_000));
        let ids = Ids::new([1; 32], true);
        assert_ne!(ids.of(early), early);
        assert_eq!(ids.of(early), ids.another(early));
        assert!(ids.of(early) < ids.of(late));
        assert_ne!(ids.of(early), Ids::new([2; 32], true).of(early));
        assert_eq!(Ids::new([1; 32], false).of(early), early);
    }
}

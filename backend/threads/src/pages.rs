//! Pages of rooms as they were last written out.
//!
//! Promise: a page holds every change that its reader's own look at the room saw. A post reads the same
//! to all its readers, so one page serves them all; who may come in is asked before, every time.

use bytes::Bytes;
use kernel::ThreadId;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::read::Part;

/// How much is kept, in bytes of JSON.
const MOST: u64 = 64 * 1024 * 1024;
/// How many pages that may be.
const PAGES: usize = 2_000;

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    pub thread: ThreadId,
    pub part: Part,
    pub posts: u64,
}

#[derive(Clone)]
struct Written {
    change: i64,
    json: Bytes,
}

#[derive(Clone)]
struct Size;

impl Weighter<Asked, Written> for Size {
    fn weight(&self, _: &Asked, page: &Written) -> u64 {
        u64::try_from(page.json.len()).map_or(MOST, |size| size + 1)
    }
}

/// The pages that were asked for last.
pub struct Pages(Cache<Asked, Written, Size>);

impl Default for Pages {
    fn default() -> Self {
        Self(Cache::with_weighter(PAGES, MOST, Size))
    }
}

impl Pages {
    /// The page as it was written at this change of its room.
    pub fn at(&self, asked: &Asked, change: i64) -> Option<Bytes> {
        let page = self.0.get(asked)?;
        (page.change == change).then_some(page.json)
    }

    /// Keeps a page whose posts were read after its room was seen at this change.
    pub fn keep(&self, asked: Asked, change: i64, json: Bytes) {
        self.0.insert(asked, Written { change, json });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_serves_only_the_change_it_was_written_at() {
        let pages = Pages::default();
        let asked = Asked {
            thread: ThreadId::from(uuid::Uuid::from_u128(1)),
            part: Part::Newest,
            posts: 50,
        };
        pages.keep(asked, 3, Bytes::from_static(b"three"));
        assert_eq!(pages.at(&asked, 3).as_deref(), Some(b"three".as_slice()));
        assert_eq!(pages.at(&asked, 4), None);
        assert_eq!(pages.at(&Asked { posts: 10, ..asked }, 3), None);
        pages.keep(asked, 4, Bytes::from_static(b"four"));
        assert_eq!(pages.at(&asked, 3), None);
    }
}

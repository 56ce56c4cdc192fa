//! Lists come in pages that resume by key, never by counting rows.

use serde::Serialize;

/// Where the next page starts: opaque to clients, made and read by the slice that lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl Cursor {
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How many items a page holds: 1 to 100, 50 unless asked otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize(u16);

impl PageSize {
    pub const MAX: u16 = 100;

    pub fn clamped(asked: Option<u16>) -> Self {
        Self(asked.unwrap_or(50).clamp(1, Self::MAX))
    }
    pub fn items(self) -> usize {
        usize::from(self.0)
    }
    /// One row more than the page shows whether there is a next page.
    pub fn probe(self) -> u64 {
        u64::from(self.0) + 1
    }
}

/// One page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// A page out of one row more than it shows; `key` names where the next page starts: the last item shown.
    pub fn of(mut rows: Vec<T>, size: PageSize, key: impl Fn(&T) -> Cursor) -> Self {
        let more = rows.len() > size.items();
        rows.truncate(size.items());
        let next = if more { rows.last().map(key) } else { None };
        Self { items: rows, next }
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            next: self.next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_names_the_last_item_shown() {
        let page = Page::of(vec![1, 2, 3], PageSize::clamped(Some(2)), |n| {
            Cursor::new(n.to_string())
        });
        assert_eq!(page.items, [1, 2]);
        assert_eq!(page.next, Some(Cursor::new("2")));
    }

    #[test]
    fn the_last_page_has_no_next() {
        let page = Page::of(vec![1, 2], PageSize::clamped(Some(2)), |n| {
            Cursor::new(n.to_string())
        });
        assert_eq!(page.next, None);
    }
}

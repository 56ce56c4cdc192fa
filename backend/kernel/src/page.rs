//! Lists come in pages that resume by key, never by counting rows.

use std::str::FromStr;

use serde::Serialize;
use uuid::Uuid;

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

/// Where somebody stands in a list by name. It goes along in the cursor, so that a list goes on where it was also when
/// whoever stood there went, or somebody came in before them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamePlace {
    /// Which part of the list: those of the first come first.
    part: u8,
    letters: String,
    /// Apart from others of the same name.
    whose: Uuid,
}

impl NamePlace {
    /// The letters are those of the name as it is sorted.
    pub const fn new(part: u8, letters: String, whose: Uuid) -> Self {
        Self {
            part,
            letters,
            whose,
        }
    }

    /// Its letters by number, so that any name is part of an address.
    fn cursor(&self) -> Cursor {
        let letters = self.letters.chars();
        let numbers: Vec<String> = letters.map(|it| format!("{:x}", u32::from(it))).collect();
        Cursor(format!(
            "{}.{}.{}",
            self.part,
            self.whose,
            numbers.join("-")
        ))
    }

    fn parse(raw: &str) -> Option<Self> {
        let (part, rest) = raw.split_once('.')?;
        let (whose, numbers) = rest.split_once('.')?;
        let letter = |number| char::from_u32(u32::from_str_radix(number, 16).ok()?);
        let numbers = numbers.split('-').filter(|number| !number.is_empty());
        let letters: Option<String> = numbers.map(letter).collect();
        Some(Self::new(part.parse().ok()?, letters?, whose.parse().ok()?))
    }
}

/// No cursor of a list by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlace;

impl FromStr for NamePlace {
    type Err = NoPlace;

    fn from_str(raw: &str) -> Result<Self, NoPlace> {
        Self::parse(raw).ok_or(NoPlace)
    }
}

impl<T> Page<T> {
    /// A page of people who were read all, by name: a database orders letters by their number, Ö and a small d after Z.
    pub fn by_name(
        people: Vec<T>,
        after: Option<&NamePlace>,
        size: PageSize,
        place: impl Fn(&T) -> NamePlace,
    ) -> Self {
        let placed = people.into_iter().map(|one| (place(&one), one));
        let mut placed: Vec<(NamePlace, T)> = placed
            .filter(|(at, _)| after.is_none_or(|after| at > after))
            .collect();
        placed.sort_by(|(one, _), (other, _)| one.cmp(other));
        Page::of(placed, size, |(at, _)| at.cursor()).map(|(_, one)| one)
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

    fn by_name(names: &[(u8, &str, u128)], cursor: Option<&Cursor>) -> Page<String> {
        let people: Vec<(u8, String, u128)> = names
            .iter()
            .map(|(part, name, id)| (*part, (*name).to_owned(), *id))
            .collect();
        let after: Option<NamePlace> = cursor.map(|it| it.as_str().parse().unwrap());
        let page = Page::by_name(
            people,
            after.as_ref(),
            PageSize::clamped(Some(2)),
            |(part, name, id)| NamePlace::new(*part, name.clone(), Uuid::from_u128(*id)),
        );
        page.map(|(part, name, id)| format!("{part}{name}{id}"))
    }

    #[test]
    fn a_list_by_name_goes_on_where_it_was_whoever_came_or_went() {
        let mut names = vec![
            (1, "zoë d.", 4),
            (0, "anna", 1),
            (1, "", 3),
            (1, "zoë d.", 5),
        ];
        let first = by_name(&names, None);
        assert_eq!(first.items, ["0anna1", "13"]);
        names.retain(|(_, name, _)| !name.is_empty());
        names.push((0, "bram", 2));
        names.push((1, "çelik", 6));
        let second = by_name(&names, first.next.as_ref());
        assert_eq!(second.items, ["1zoë d.4", "1zoë d.5"]);
        let third = by_name(&names, second.next.as_ref());
        assert_eq!(
            (third.items, third.next),
            (vec!["1çelik6".to_owned()], None)
        );
    }

    #[test]
    fn what_is_no_place_is_refused() {
        let id = Uuid::from_u128(1);
        assert!(format!("1.{id}.61-20ac").parse::<NamePlace>().is_ok());
        for raw in ["", "x", "1", &format!("1.{id}"), &format!("256.{id}.61")] {
            assert_eq!(raw.parse::<NamePlace>(), Err(NoPlace), "{raw}");
        }
        for letters in ["z", "d800", "110000", "61--x"] {
            let raw = format!("1.{id}.{letters}");
            assert_eq!(raw.parse::<NamePlace>(), Err(NoPlace), "{raw}");
        }
    }
}

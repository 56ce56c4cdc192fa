//! What an alias is called: two words that everybody can say and that tell nothing of anybody.

use uuid::Uuid;

/// Weather, stones, trees and water: no person, no place, and nothing that one could be called for.
const NAMES: &str = include_str!("alias_words.txt");

/// The first name from where this id points on that is not taken.
pub fn first_free(id: Uuid, taken: &[&str]) -> String {
    let (firsts, seconds) = words();
    let all = firsts.len() * seconds.len();
    let [high, low, ..] = id.into_bytes();
    let start = usize::from(u16::from_be_bytes([high, low]));
    let name = |number: usize| {
        let place = (start + number) % all.max(1);
        let first = firsts.get(place / seconds.len().max(1));
        let second = seconds.get(place % seconds.len().max(1));
        format!("{} {}", first.unwrap_or(&""), second.unwrap_or(&""))
    };
    let is_free = |name: &String| !taken.contains(&name.as_str());
    let numbered =
        |round: usize| format!("{} {}", name(round % all.max(1)), round / all.max(1) + 1);
    // One of so many is not among the fewer that are taken.
    let most = all + taken.len() + 1;
    (0..all)
        .map(name)
        .chain((all..most).map(numbered))
        .find(is_free)
        .unwrap_or_default()
}

fn words() -> (Vec<&'static str>, Vec<&'static str>) {
    let mut lines = NAMES.lines().map(|line| line.split_whitespace().collect());
    (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_a_first_name_or_a_colour_that_people_are_called_by() {
        let (firsts, seconds) = words();
        let of_people = [
            "Zwarte", "Witte", "Bruine", "Gele", "Rode", "Linde", "Els", "Lelie", "Heide", "Roos",
            "Iris", "Jasmijn", "Fleur", "Hazel", "Merel", "Robin",
        ];
        let all = firsts.iter().chain(&seconds);
        assert_eq!(all.filter(|it| of_people.contains(it)).count(), 0);
    }

    #[test]
    fn names_are_many_and_taken_once() {
        let (firsts, seconds) = words();
        assert!(firsts.len() * seconds.len() >= 1_000);
        let id = Uuid::from_u128(7 << 64);
        let mut taken: Vec<String> = Vec::new();
        for _ in 0..1_500 {
            let names: Vec<&str> = taken.iter().map(String::as_str).collect();
            let name = first_free(id, &names);
            assert!(!taken.contains(&name));
            taken.push(name);
        }
    }
}

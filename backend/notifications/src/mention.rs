//! Who is named in a text: `@` and a name as the room shows it. Pure.

use std::collections::HashSet;

/// Those whose name stands behind an `@`, the longest name that fits there; everybody who has that name. What is quoted was
/// said before.
pub fn named<T: Copy>(text: &str, people: &[(&str, T)]) -> Vec<T> {
    let mut found: HashSet<String> = HashSet::new();
    for line in text
        .lines()
        .filter(|line| !line.trim_start().starts_with('>'))
    {
        for (at, _) in line.match_indices('@') {
            let (before, rest) = line.split_at(at);
            let begins = !before.ends_with(|sign: char| sign == '@' || sign.is_alphanumeric());
            let Some(rest) = rest.strip_prefix('@').filter(|_| begins) else {
                continue;
            };
            let fits = people.iter().filter(|(name, _)| begins_with(rest, name));
            let longest = fits.map(|(name, _)| *name).max_by_key(|name| name.len());
            found.extend(longest.map(str::to_lowercase));
        }
    }
    let named = people
        .iter()
        .filter(|(name, _)| found.contains(&name.to_lowercase()));
    named.map(|(_, person)| *person).collect()
}

/// In capitals or not, and as a whole.
fn begins_with(text: &str, name: &str) -> bool {
    let mut text = text.chars().flat_map(char::to_lowercase);
    !name.is_empty()
        && name
            .chars()
            .flat_map(char::to_lowercase)
            .all(|sign| text.next() == Some(sign))
        && !text.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_that_fits_is_meant() {
        let people = [
            ("Fatima", 1),
            ("Fatima Özdemir", 2),
            ("Bram", 3),
            ("bram", 4),
            ("", 5),
        ];
        for (text, expected) in [
            ("Dag @Fatima, zag jij het?", vec![1]),
            ("@fatima özdemir: ja.", vec![2]),
            ("Vraag het @Bram.", vec![3, 4]),
            ("(@Bram) en @Fatima", vec![1, 3, 4]),
            ("post@bram.example", vec![]),
            ("@Brammetje", vec![]),
            ("> @Fatima vroeg dat", vec![]),
            ("Zonder naam @ en meer", vec![]),
        ] {
            assert_eq!(named(text, &people), expected, "{text}");
        }
    }
}

//! Who is named in a text: `@` and a name as the room shows it. Pure.

/// Those whose name stands behind an `@`, the longest name that fits there; everybody who has that name. What is quoted was
/// said before.
pub fn named<'a, T: Copy>(text: &str, people: &[(&'a str, T)]) -> Vec<T> {
    let mut found: Vec<&'a str> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.trim_start().starts_with('>'))
    {
        let mut before = None;
        for (at, sign) in line.char_indices() {
            let begins = sign == '@' && !before.is_some_and(char::is_alphanumeric);
            before = Some(sign);
            let rest = line.get(at + 1..).filter(|_| begins);
            let fits = people
                .iter()
                .filter(|(name, _)| rest.is_some_and(|rest| begins_with(rest, name)));
            found.extend(fits.map(|(name, _)| *name).max_by_key(|name| name.len()));
        }
    }
    let is_named = |name: &str| {
        found
            .iter()
            .any(|one| one.to_lowercase() == name.to_lowercase())
    };
    let named = people.iter().filter(|(name, _)| is_named(name));
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

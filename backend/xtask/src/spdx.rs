//! Reads licence expressions such as `(MIT OR Apache-2.0) AND Unicode-3.0`.

/// Whether the expression leaves a way in which every licence is accepted; `None` when it cannot be read.
pub fn accepted(expression: &str, accepts: &dyn Fn(&str) -> bool) -> Option<bool> {
    // Old manifests write a slash for OR.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (verdict, rest) = any(&words, accepts)?;
    rest.is_empty().then_some(verdict)
}

type Read<'a> = Option<(bool, &'a [&'a str])>;

fn any<'a>(words: &'a [&'a str], accepts: &dyn Fn(&str) -> bool) -> Read<'a> {
    let (mut verdict, mut rest) = all(words, accepts)?;
    while let ["OR", after @ ..] = rest {
        let (next, left) = all(after, accepts)?;
        (verdict, rest) = (verdict || next, left);
    }
    Some((verdict, rest))
}

fn all<'a>(words: &'a [&'a str], accepts: &dyn Fn(&str) -> bool) -> Read<'a> {
    let (mut verdict, mut rest) = one(words, accepts)?;
    while let ["AND", after @ ..] = rest {
        let (next, left) = one(after, accepts)?;
        (verdict, rest) = (verdict && next, left);
    }
    Some((verdict, rest))
}

fn one<'a>(words: &'a [&'a str], accepts: &dyn Fn(&str) -> bool) -> Read<'a> {
    match words {
        ["(", inner @ ..] => match any(inner, accepts)? {
            (verdict, [")", rest @ ..]) => Some((verdict, rest)),
            _ => None,
        },
        // An exception only ever adds permission.
        [licence, "WITH", _, rest @ ..] => Some((accepts(licence), rest)),
        ["OR" | "AND" | "WITH" | ")", ..] | [] => None,
        [licence, rest @ ..] => Some((accepts(licence), rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expression: &str, expected: Option<bool>) {
        let accepts = |licence: &str| ["MIT", "Apache-2.0", "Unicode-3.0"].contains(&licence);
        assert_eq!(accepted(expression, &accepts), expected, "{expression}");
    }

    #[test]
    fn one_accepted_way_is_enough() {
        check("MIT OR GPL-3.0-only", Some(true));
        check("MIT/GPL-3.0-only", Some(true));
        check("GPL-3.0-only", Some(false));
    }

    #[test]
    fn what_comes_together_is_accepted_together() {
        check("(MIT OR Apache-2.0) AND Unicode-3.0", Some(true));
        check("MIT AND GPL-3.0-only", Some(false));
        check("Apache-2.0 WITH LLVM-exception", Some(true));
    }

    #[test]
    fn what_cannot_be_read_is_not_guessed() {
        check("", None);
        check("(MIT", None);
        check("SEE LICENSE IN LICENSE.md", None);
    }
}

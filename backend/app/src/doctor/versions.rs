//! Whether what we lean on is new enough.

/// The oldest that are tried.
pub const POSTGRES: (u32, u32) = (15, 0);
pub const NATS: (u32, u32) = (2, 2);

/// One that does not say is taken as it is.
pub fn is_older(version: &str, than: (u32, u32)) -> bool {
    let mut numbers = numbers(version);
    let Some(Some(major)) = numbers.next() else {
        return false;
    };
    (major, numbers.next().flatten().unwrap_or(0)) < than
}

pub fn major(version: &str) -> Option<u32> {
    numbers(version).next().flatten()
}

fn numbers(version: &str) -> impl Iterator<Item = Option<u32>> {
    let parts = version.split(|letter: char| !letter.is_ascii_digit());
    parts.map(|part| part.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_by_its_first_two_numbers() {
        for (version, than, older) in [
            ("14.20", POSTGRES, true),
            ("15.14 (Debian 15.14-0+deb12u1)", POSTGRES, false),
            ("17beta1", POSTGRES, false),
            ("2.1.9", NATS, true),
            ("2.2.0-beta.3", NATS, false),
            ("2.11.4", NATS, false),
            ("", NATS, false),
        ] {
            assert_eq!(is_older(version, than), older, "{version}");
        }
    }
}

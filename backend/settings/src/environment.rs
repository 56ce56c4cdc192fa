//! The variables that are meant for this program, and are none of its settings: most are misspelt ones.

use clap::{Args, Command};

use crate::Settings;

/// Of our scripts and tests, which start the program with what they were started with.
const OURS: [&str; 2] = ["NP_TEST_", "NP_WRITE_"];
/// From here on two names are taken for the same one.
const ALIKE: f64 = 0.85;

/// Each unknown name, with the one that it looks like.
pub fn unknown(names: impl Iterator<Item = String>) -> Vec<String> {
    let known = settings();
    let strange = |name: &String| {
        name.starts_with("NP_")
            && !known.contains(name)
            && !OURS.iter().any(|ours| name.starts_with(ours))
    };
    names
        .filter(strange)
        .map(|name| said(&name, &known))
        .collect()
}

/// As it stands now.
pub fn of_this_process() -> Vec<String> {
    unknown(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()))
}

fn settings() -> Vec<String> {
    let command = Settings::augment_args(Command::new(""));
    let names = command.get_arguments().filter_map(|it| it.get_env());
    names
        .filter_map(|name| name.to_str().map(str::to_owned))
        .collect()
}

/// A name that is no setting, said.
pub fn said(name: &str, known: &[String]) -> String {
    match nearest(name, known) {
        Some(known) => format!("{name} is no setting; is {known} meant?"),
        None => format!("{name} is no setting"),
    }
}

/// The known name that this one looks like, when it looks like one.
fn nearest<'a>(name: &str, known: &'a [String]) -> Option<&'a String> {
    let near = |known: &&String| strsim::jaro_winkler(name, known);
    let alike = known.iter().filter(|known| near(known) >= ALIKE);
    alike.max_by(|a, b| near(a).total_cmp(&near(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_told_with_the_one_that_is_meant() {
        let names = [
            "NP_DATABSE_URL",
            "NP_LISTEN",
            "NP_WHATEVER_ELSE",
            "NP_TEST_DATABASE",
            "PATH",
        ];
        assert_eq!(
            unknown(names.into_iter().map(str::to_owned)),
            [
                "NP_DATABSE_URL is no setting; is NP_DATABASE_URL meant?",
                "NP_WHATEVER_ELSE is no setting",
            ]
        );
    }
}

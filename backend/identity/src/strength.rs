//! How hard a password is to guess, and in which word one can be helped. Pure.

use kernel::FieldFault;
use zxcvbn::Score;
use zxcvbn::feedback::{Feedback, Warning};

const FEWEST: usize = 12;
const MOST: usize = 128;

/// A password that is good enough to keep.
pub struct NewPassword(String);

impl NewPassword {
    /// `own` are words that somebody who knows the person would try first.
    pub fn parse(raw: &str, own: &[&str]) -> Result<Self, FieldFault> {
        match strength(raw, own).hint {
            Some(code) => Err(FieldFault::new("/new", code)),
            None => Ok(Self(raw.to_owned())),
        }
    }
    pub fn into_string(self) -> String {
        self.0
    }
}

/// What the meter shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (very hard); 3 is needed.
    pub score: u8,
    /// What is wrong with it; none when it is good enough.
    pub hint: Option<&'static str>,
}

pub fn strength(password: &str, own: &[&str]) -> Strength {
    let guess = zxcvbn::zxcvbn(password, own);
    let score = guess.score();
    let hint = match password.chars().count() {
        length if length < FEWEST => Some("identity.password-too-short"),
        length if length > MOST => Some("identity.password-too-long"),
        _ if score >= Score::Three => None,
        _ => Some(weakness(guess.feedback().and_then(Feedback::warning))),
    };
    Strength {
        score: score.into(),
        hint,
    }
}

fn weakness(warning: Option<Warning>) -> &'static str {
    use Warning as W;
    match warning {
        Some(
            W::ThisIsATop10Password
            | W::ThisIsATop100Password
            | W::ThisIsACommonPassword
            | W::ThisIsSimilarToACommonlyUsedPassword,
        ) => "identity.password-common",
        Some(
            W::StraightRowsOfKeysAreEasyToGuess
            | W::ShortKeyboardPatternsAreEasyToGuess
            | W::SequencesLikeAbcAreEasyToGuess
            | W::RepeatsLikeAaaAreEasyToGuess
            | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess,
        ) => "identity.password-pattern",
        Some(W::RecentYearsAreEasyToGuess | W::DatesAreOftenEasyToGuess) => {
            "identity.password-date"
        }
        Some(
            W::NamesAndSurnamesByThemselvesAreEasyToGuess | W::CommonNamesAndSurnamesAreEasyToGuess,
        ) => "identity.password-name",
        Some(W::AWordByItselfIsEasyToGuess) | None => "identity.password-too-easy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(password: &str, hint: Option<&str>) {
        assert_eq!(
            strength(password, &["fatima", "fatima@example.org"]).hint,
            hint,
            "{password}"
        );
    }

    #[test]
    fn a_short_password_is_short_however_strange() {
        check("x9$Kq!v2", Some("identity.password-too-short"));
    }

    #[test]
    fn a_long_one_can_still_be_easy() {
        check("passwordpassword", Some("identity.password-pattern"));
        check("qwertyuiopasdfgh", Some("identity.password-common"));
        assert!(NewPassword::parse("fatimafatima", &["fatima"]).is_err());
    }

    #[test]
    fn some_words_that_do_not_belong_together_are_strong() {
        check("kraan zondag fiets mosterd", None);
    }

    #[test]
    fn there_is_an_end_to_it() {
        check(
            &"kraan zondag fiets mosterd ".repeat(6),
            Some("identity.password-too-long"),
        );
    }
}

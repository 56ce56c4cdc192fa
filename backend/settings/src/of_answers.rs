//! Settings of answers by mail, when they are taken.

use mail::Answering;

use crate::{Settings, StartFault};

impl Settings {
    /// Where answers come in, and whose word counts there; none when they are not taken.
    pub fn answers(&self) -> Result<Option<(Answering, String)>, StartFault> {
        let wrong = |name, hint: &str| Err(StartFault::Setting(name, hint.to_owned()));
        let (mailbox, checked_by) = match (&self.mail_answers, &self.mail_answers_checked_by) {
            (None, None) => return Ok(None),
            (Some(mailbox), Some(checked_by)) => (mailbox, checked_by.trim()),
            _ => {
                return wrong(
                    "NP_MAIL_ANSWERS",
                    "set NP_MAIL_ANSWERS and NP_MAIL_ANSWERS_CHECKED_BY together, or neither",
                );
            }
        };
        if checked_by.is_empty() || checked_by.contains(char::is_whitespace) {
            return wrong(
                "NP_MAIL_ANSWERS_CHECKED_BY",
                "use the name with which the Authentication-Results of your mail server begin, for example mx.example.org",
            );
        }
        match Answering::at(mailbox) {
            Some(answering) => Ok(Some((answering, checked_by.to_owned()))),
            None => wrong(
                "NP_MAIL_ANSWERS",
                "use an address with at most 15 characters before the @ and no +, for example antwoord@example.org",
            ),
        }
    }
}

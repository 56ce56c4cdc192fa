//! Whether answers come in by mail, at which address, and who says whom they are from.

use super::{Said, advice, careful};
use crate::Settings;

pub fn come_in(settings: &Settings) -> Said {
    let answers = settings.answers().map_err(|fault| {
        advice(
            fault.to_string(),
            "set both as docs/reply-by-mail.md says, or take both away",
        )
    })?;
    let (Some((_, checked_by)), Some(mailbox)) = (answers, &settings.mail_answers) else {
        return Ok(
            "off, people answer on the page: NP_MAIL_ANSWERS takes answers by mail (docs/reply-by-mail.md)"
                .to_owned(),
        );
    };
    if settings.smtp_host.is_none() {
        return Err(careful(
            format!("on at {mailbox}, and no mail leaves that could be answered"),
            "set NP_SMTP_HOST",
        ));
    }
    Ok(format!(
        "on at {mailbox}; {checked_by} says whom they are from"
    ))
}

//! One mail, as a mail server hands it over (`docs/reply-by-mail.md`): posted, kept, or given back.

use std::io::Read;
use std::process::ExitCode;

use inbound::{InboundFault, Inbox, LARGEST, Received};
use threads::FloodLimits;

use crate::{StartFault, State};

/// What a mail server understands (sysexits.h): the mail is no mail, nobody is there, try again later.
const NO_MAIL: u8 = 65;
const NOBODY: u8 = 67;
pub const RECEIVE_LATER: u8 = 75;

pub async fn run(state: &State, to: &str) -> Result<ExitCode, StartFault> {
    let Some((answering, checked_by)) = state.settings.answers()? else {
        return Err(StartFault::Refused(
            "answers by mail are not taken here: see NP_MAIL_ANSWERS".to_owned(),
        ));
    };
    let raw = match read() {
        Ok(raw) => raw,
        Err(fault) => {
            return Err(StartFault::Refused(format!(
                "the mail could not be read: {fault}"
            )));
        }
    };
    let inbox = Inbox {
        mail: &state.mail,
        answering: &answering,
        checked_by: &checked_by,
        limits: &FloodLimits::of(state.settings.posts_in_ten_minutes.into()),
    };
    let received = inbound::receive(&inbox, to, &raw).await;
    Ok(match received {
        Ok(received) => {
            tracing::info!(outcome = name(received), "an answer came in by mail");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            tracing::warn!(
                fault = kernel::chain(&fault),
                "an answer by mail was not taken"
            );
            code(&fault).into()
        }
    })
}

/// No more than may be taken, and a letter: who sends more is told so.
fn read() -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let mut raw = Vec::new();
    std::io::stdin().lock().take(most).read_to_end(&mut raw)?;
    Ok(raw)
}

const fn name(received: Received) -> &'static str {
    match received {
        Received::Posted => "posted",
        Received::Waits => "waits",
        Received::Kept => "kept",
        Received::Ignored => "ignored",
        Received::Known => "known",
    }
}

const fn code(fault: &InboundFault) -> u8 {
    match fault {
        InboundFault::NoSuchAddress => NOBODY,
        InboundFault::NotAMail | InboundFault::TooLarge => NO_MAIL,
        InboundFault::TooMany | InboundFault::Store(_) | InboundFault::Later(_) => RECEIVE_LATER,
    }
}

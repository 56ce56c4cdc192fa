//! Whether mail can leave: the server takes us in, and its sender is somebody.

use std::time::Duration;

use super::{Said, advice, careful};
use crate::{Settings, state};

/// How long an operator waits for an answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Domains that lead nowhere, for ever (RFC 2606, RFC 6761).
const NOWHERE: [&str; 4] = ["example", "invalid", "test", "localhost"];

pub async fn leaves(settings: &Settings) -> Said {
    let Some(host) = &settings.smtp_host else {
        return Ok(format!(
            "no NP_SMTP_HOST: mails are written to {}, and reach nobody",
            settings.mail_dir().display()
        ));
    };
    let (port, security) = (settings.smtp_port, &settings.smtp_security);
    let at = format!("{host}, port {port}, {security}");
    ask(settings).await.map_err(|error| {
        advice(
            format!("{at}: {error}"),
            "see that the mail server runs and can be reached from here, and that NP_SMTP_HOST, NP_SMTP_PORT and \
             NP_SMTP_SECURITY are as it wants them; until then mails wait",
        )
    })?;
    let domain = settings.mail_from.rsplit('.').next().unwrap_or_default();
    if NOWHERE.iter().any(|it| domain.eq_ignore_ascii_case(it)) {
        return Err(careful(
            format!(
                "{} is nobody's address: servers refuse mail from it",
                settings.mail_from
            ),
            "set NP_MAIL_FROM to an address of your own domain",
        ));
    }
    Ok(format!(
        "from {} through {at}, which answers",
        settings.mail_from
    ))
}

async fn ask(settings: &Settings) -> Result<(), String> {
    let server = state::smtp_of(settings).map_err(|fault| fault.to_string())?;
    let Some(server) = server else {
        return Ok(());
    };
    let asked = tokio::time::timeout(PATIENCE, server.is_open()).await;
    asked.unwrap_or_else(|_late| Err("timeout".to_owned()))
}

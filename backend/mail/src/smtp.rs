//! Handing a mail to an SMTP server, and what its answer means.
//!
//! The library writes a message in two pieces and leaves the kernel's waiting for a full packet on, so one
//! connection does some 23 mails a second: speed comes from many senders at once (see `work.rs`).

use std::error::Error as _;
use std::time::Duration;

use async_trait::async_trait;
use lettre::message::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use uuid::Uuid;

use crate::transport::{Delivery, Transport};

/// The longest silence of the other side.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where the SMTP server is, and how to speak to it.
#[derive(Clone)]
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    /// `tls` from the first byte, `starttls`, or `none` for a server on this machine.
    pub security: String,
    pub user: Option<String>,
    pub password: Option<String>,
}

/// Said to the operator, before the first mail.
#[derive(Debug, thiserror::Error)]
pub enum SmtpFault {
    #[error("the security must be tls or starttls; none is for a server on this machine")]
    Security,
    #[error("TLS cannot be set up")]
    Tls(#[source] Error),
}

pub struct SmtpTransport(AsyncSmtpTransport<Tokio1Executor>);

impl SmtpTransport {
    pub fn new(settings: SmtpSettings) -> Result<Self, SmtpFault> {
        let tls = tls(&settings)?;
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host)
            .port(settings.port)
            .tls(tls)
            .timeout(Some(PATIENCE));
        if let (Some(user), Some(password)) = (settings.user, settings.password) {
            builder = builder.credentials(Credentials::new(user, password));
        }
        Ok(Self(builder.build()))
    }

    /// Whether the server takes us in, with its certificate and our password; otherwise why not. Sends nothing.
    pub async fn is_open(&self) -> Result<(), String> {
        let open = self.0.test_connection().await;
        let open = open.map_err(|error| format!("{}: {error}", class(&error)))?;
        open.then_some(()).ok_or_else(|| "no answer".to_owned())
    }
}

fn tls(settings: &SmtpSettings) -> Result<Tls, SmtpFault> {
    let parameters = || TlsParameters::new(settings.host.clone()).map_err(SmtpFault::Tls);
    let here = matches!(settings.host.as_str(), "localhost" | "127.0.0.1" | "::1");
    match settings.security.as_str() {
        "tls" => Ok(Tls::Wrapper(parameters()?)),
        "starttls" => Ok(Tls::Required(parameters()?)),
        "none" if here => Ok(Tls::None),
        _ => Err(SmtpFault::Security),
    }
}

#[async_trait]
impl Transport for SmtpTransport {
    async fn deliver(&self, _id: Uuid, message: &Message) -> Delivery {
        match self.0.send(message.clone()).await {
            Ok(_) => Delivery::Sent,
            Err(error) => meaning(&error),
        }
    }
}

fn meaning(error: &Error) -> Delivery {
    let Some(code) = error.status() else {
        return Delivery::Unreachable(class(error).to_owned());
    };
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    of_reply(
        &code.to_string(),
        said.split_whitespace().next().unwrap_or_default(),
    )
}

/// What a reply means: its code (RFC 5321, 4.2.3), and the finer one behind it (RFC 3463) if there is any.
fn of_reply(code: &str, finer: &str) -> Delivery {
    let why = format!("smtp {code}");
    match code {
        // It closes down.
        "421" => Delivery::Unreachable(why),
        _ if code.starts_with('4') => Delivery::Later(why),
        // It does not know us, or not our way of speaking: an operator's matter, not the address's.
        "500" | "501" | "502" | "503" | "504" | "530" | "534" | "535" | "538" => {
            Delivery::Unreachable(why)
        }
        _ => Delivery::Refused {
            // 5.7 is a policy, 5.2.2 a full mailbox: the address itself exists.
            address_is_dead: matches!(code, "550" | "551" | "553" | "556")
                && !finer.starts_with("5.7.")
                && finer != "5.2.2",
            why,
        },
    }
}

fn class(error: &Error) -> &'static str {
    if error.is_timeout() {
        "timeout"
    } else if error.is_tls() {
        "tls"
    } else if error.is_client() || error.is_response() {
        "protocol"
    } else {
        "connection"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, finer: &str, expected: &Delivery) {
        assert_eq!(&of_reply(code, finer), expected, "{code} {finer}");
    }

    fn refused(code: &str, address_is_dead: bool) -> Delivery {
        Delivery::Refused {
            why: format!("smtp {code}"),
            address_is_dead,
        }
    }

    #[test]
    fn whoever_asks_for_patience_gets_it() {
        check("451", "4.7.1", &Delivery::Later("smtp 451".into()));
        check("450", "", &Delivery::Later("smtp 450".into()));
        check("421", "", &Delivery::Unreachable("smtp 421".into()));
    }

    #[test]
    fn an_address_is_dead_only_when_the_answer_is_about_the_address() {
        check("550", "5.1.1", &refused("550", true));
        check("550", "", &refused("550", true));
        check("550", "5.7.1", &refused("550", false));
        check("552", "5.2.2", &refused("552", false));
        check("554", "", &refused("554", false));
    }

    #[test]
    fn a_wrong_password_of_ours_loses_no_mail() {
        check("535", "5.7.8", &Delivery::Unreachable("smtp 535".into()));
    }

    #[test]
    fn mail_travels_in_the_clear_on_this_machine_only() {
        let settings = |host: &str, security: &str| SmtpSettings {
            host: host.into(),
            port: 25,
            security: security.into(),
            user: None,
            password: None,
        };
        assert!(tls(&settings("127.0.0.1", "none")).is_ok());
        assert!(tls(&settings("mail.example.org", "starttls")).is_ok());
        for (host, security) in [("mail.example.org", "none"), ("mail.example.org", "ssl")] {
            assert!(matches!(
                tls(&settings(host, security)),
                Err(SmtpFault::Security)
            ));
        }
    }
}

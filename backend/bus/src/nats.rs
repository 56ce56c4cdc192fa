//! Between nodes, over NATS core.
//!
//! Promise: within the node a message arrives as without NATS, also while NATS is away. The library connects
//! again by itself, for as long as the node lives.
//! Absent: anything kept for a node that is away (`JetStream`): truth is in the database.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_nats::connection::State;
use async_nats::{Client, ConnectErrorKind, ConnectOptions, Event, ServerAddr};
use tokio::sync::{Notify, broadcast, mpsc};

use crate::carrier::Carrier;
use crate::{Bus, InProcess, Message, Reach};

/// How many messages wait for the connection; more are dropped.
const WAITING: usize = 1024;
/// With less room than this, who types and who is here is dropped first.
const CALM: usize = WAITING / 2;
/// A server that does not answer three of these in a row is away.
const HEARTBEAT: Duration = Duration::from_secs(2);
/// How long the start waits for NATS. It goes on without it.
const PATIENCE: Duration = Duration::from_secs(3);

/// Where NATS is, and who we are there.
#[derive(Clone)]
pub struct NatsSettings {
    servers: Vec<ServerAddr>,
    login: Login,
}

#[derive(Clone)]
enum Login {
    Nobody,
    Password {
        name: String,
        password: String,
    },
    Token(String),
    /// The text of a `.creds` file.
    File(String),
}

#[derive(Debug, thiserror::Error)]
pub enum NatsFault {
    #[error("not the address of a NATS server")]
    Address,
    #[error("a name and a password do not belong in the address")]
    SecretInAddress,
    #[error("neither name:password, nor a token, nor the text of a .creds file")]
    Credentials,
    #[error("NATS refuses these credentials")]
    Refused,
    #[error("NATS cannot be reached")]
    Away,
}

impl NatsSettings {
    /// One address, or several with commas; `nats://` or `tls://`.
    pub fn parse(addresses: &str, credentials: Option<&str>) -> Result<Self, NatsFault> {
        let servers: Result<Vec<ServerAddr>, NatsFault> =
            addresses.split(',').map(str::trim).map(server).collect();
        let login = credentials.map_or(Ok(Login::Nobody), login)?;
        Ok(Self {
            servers: servers?,
            login,
        })
    }

    /// The addresses as they may be printed.
    pub fn servers(&self) -> String {
        let name = |it: &ServerAddr| format!("{}:{}", it.host(), it.port());
        self.servers.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    fn options(&self) -> Result<ConnectOptions, NatsFault> {
        let options = ConnectOptions::new()
            .name("netwerkplatform")
            // What was said here was heard here already.
            .no_echo()
            .ping_interval(HEARTBEAT)
            .connection_timeout(PATIENCE)
            .client_capacity(WAITING)
            .reconnect_delay_callback(|tries| {
                let tries = u32::try_from(tries).unwrap_or(u32::MAX);
                Duration::from_millis(100).saturating_mul(tries).min(HEARTBEAT)
            });
        Ok(match self.login.clone() {
            Login::Nobody => options,
            Login::Password { name, password } => options.user_and_password(name, password),
            Login::Token(token) => options.token(token),
            Login::File(text) => options
                .credentials(&text)
                .map_err(|_text_is_secret| NatsFault::Credentials)?,
        })
    }
}

fn server(address: &str) -> Result<ServerAddr, NatsFault> {
    if address.contains('@') {
        return Err(NatsFault::SecretInAddress);
    }
    let known = ["nats://", "tls://"]
        .iter()
        .any(|it| address.starts_with(it));
    let server: Option<ServerAddr> = address.parse().ok().filter(|_| known);
    server
        .filter(|server| !server.host().is_empty())
        .ok_or(NatsFault::Address)
}

fn login(credentials: &str) -> Result<Login, NatsFault> {
    let text = credentials.trim();
    if text.contains("-----BEGIN NATS USER JWT-----") {
        return Ok(Login::File(text.to_owned()));
    }
    if text.is_empty() || text.contains(char::is_whitespace) {
        return Err(NatsFault::Credentials);
    }
    Ok(match text.split_once(':') {
        Some((name, password)) => Login::Password {
            name: name.to_owned(),
            password: password.to_owned(),
        },
        None => Login::Token(text.to_owned()),
    })
}

/// The node's end of NATS.
pub struct Nats {
    near: Arc<InProcess>,
    client: Client,
    outgoing: mpsc::Sender<Message>,
    /// What this node follows has changed, or has to be said again.
    changed: Arc<Notify>,
}

impl Nats {
    /// Connects, or goes on trying while the node works. A refusal is a fault: it would be refused for ever.
    pub async fn connect(settings: &NatsSettings) -> Result<Self, NatsFault> {
        let changed = Arc::new(Notify::new());
        let connected = changed.clone();
        let away = Arc::new(AtomicBool::new(false));
        let is_away = away.clone();
        let options = settings.options()?.event_callback(move |event| {
            note(&event, &is_away);
            if event == Event::Connected {
                connected.notify_one();
            }
            std::future::ready(())
        });
        let client = match connect(options.clone(), settings).await {
            Err(NatsFault::Away) => {
                away.store(true, Ordering::Relaxed);
                tracing::warn!(
                    servers = settings.servers(),
                    "NATS is away: what other nodes do is found in the database"
                );
                connect(options.retry_on_initial_connect(), settings).await?
            }
            tried => tried?,
        };
        let near = Arc::new(InProcess::default());
        let (outgoing, waiting) = mpsc::channel(WAITING);
        let carrier = Carrier::new(client.clone(), near.clone(), changed.clone());
        tokio::spawn(carrier.run(waiting));
        Ok(Self {
            near,
            client,
            outgoing,
            changed,
        })
    }

    /// The version of the server that answers now.
    pub async fn ask_version(settings: &NatsSettings) -> Result<String, NatsFault> {
        let client = connect(settings.options()?, settings).await?;
        Ok(client.server_info().version)
    }
}

async fn connect(options: ConnectOptions, settings: &NatsSettings) -> Result<Client, NatsFault> {
    use_our_encryption();
    let connecting = options.connect(settings.servers.clone());
    let tried = tokio::time::timeout(PATIENCE, connecting).await;
    match tried.map_err(|_late| NatsFault::Away)? {
        Ok(client) => Ok(client),
        Err(error) => Err(match error.kind() {
            ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => {
                NatsFault::Refused
            }
            _ => NatsFault::Away,
        }),
    }
}

/// Two providers are compiled in, by what the database and mail need: the library would not know which to take.
fn use_our_encryption() {
    let provider = async_nats::rustls::crypto::aws_lc_rs::default_provider();
    // Chosen before is chosen.
    drop(provider.install_default());
}

/// One line when it is lost, and one when it is back: the library tries many times in between, and says so each time.
fn note(event: &Event, away: &AtomicBool) {
    match event {
        Event::Connected => {
            away.store(false, Ordering::Relaxed);
            tracing::info!("NATS: other nodes are reached");
        }
        Event::Disconnected => {
            if !away.swap(true, Ordering::Relaxed) {
                tracing::warn!("NATS is away: what other nodes do is found in the database");
            }
        }
        Event::ServerError(error) if away.load(Ordering::Relaxed) => {
            tracing::debug!(%error, "NATS: the server complains");
        }
        Event::ClientError(error) if away.load(Ordering::Relaxed) => {
            tracing::debug!(%error, "NATS: the connection has a fault");
        }
        Event::SlowConsumer(_) => {
            tracing::warn!("NATS: messages were dropped, the database has what they said");
        }
        Event::ServerError(error) => tracing::warn!(%error, "NATS: the server complains"),
        Event::ClientError(error) => tracing::warn!(%error, "NATS: the connection has a fault"),
        Event::LameDuckMode => tracing::info!("NATS: the server is about to stop"),
        Event::Draining | Event::Closed => {}
    }
}

impl Bus for Nats {
    fn publish(&self, message: Message) {
        self.near.publish(message.clone());
        if message.passing().is_some() && self.outgoing.capacity() <= CALM {
            return;
        }
        // A full queue means that NATS is slow or away: others find it in the database.
        self.outgoing.try_send(message).ok();
    }
    fn listen(&self) -> broadcast::Receiver<Message> {
        self.near.listen()
    }
    fn follow(&self, topic: &str) {
        self.near.follow(topic);
        self.changed.notify_one();
    }
    fn unfollow(&self, topic: &str) {
        self.near.unfollow(topic);
        self.changed.notify_one();
    }
    fn reach(&self) -> Reach {
        match self.client.connection_state() {
            State::Connected => Reach::OtherNodes,
            State::Pending | State::Disconnected => Reach::CutOff,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_of_nats_and_holds_no_secret() {
        let read = |address| NatsSettings::parse(address, None).map(|it| it.servers());
        assert_eq!(
            read("nats://bus.example.org").unwrap(),
            "bus.example.org:4222"
        );
        assert_eq!(read("tls://a:4443, nats://b").unwrap(), "a:4443, b:4222");
        for wrong in [
            "",
            "bus:4222",
            "http://bus",
            "nats://",
            "nats://a,",
            "nats://a:poort",
        ] {
            assert!(matches!(read(wrong), Err(NatsFault::Address)), "{wrong}");
        }
        assert!(matches!(
            read("nats://np:geheim@bus"),
            Err(NatsFault::SecretInAddress)
        ));
    }

    #[test]
    fn credentials_are_a_password_a_token_or_the_text_of_a_file() {
        assert!(
            matches!(login("np:a:b\n"), Ok(Login::Password { name, password }) if name == "np" && password == "a:b")
        );
        assert!(matches!(login("x9x9"), Ok(Login::Token(token)) if token == "x9x9"));
        assert!(matches!(
            login("-----BEGIN NATS USER JWT-----\nx\n"),
            Ok(Login::File(_))
        ));
        for wrong in ["", " \n", "np: geheim", "a b"] {
            assert!(
                matches!(login(wrong), Err(NatsFault::Credentials)),
                "{wrong}"
            );
        }
    }

    #[test]
    fn that_it_is_away_is_remembered_until_it_is_back() {
        let away = AtomicBool::new(false);
        for (event, is_away) in [
            (Event::Connected, false),
            (Event::Disconnected, true),
            (Event::Disconnected, true),
            (Event::Connected, false),
        ] {
            note(&event, &away);
            assert_eq!(away.load(Ordering::Relaxed), is_away, "{event}");
        }
    }
}

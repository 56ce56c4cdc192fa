//! Settings of the bus between nodes.

use bus::{NatsFault, NatsSettings};

use crate::{Settings, StartFault};

impl Settings {
    /// How other nodes are reached; none when they are not, or not there.
    pub fn nats(&self) -> Result<Option<NatsSettings>, StartFault> {
        let Some(url) = &self.nats_url else {
            return if self.nats_credentials.is_some() || self.nats_credentials_file.is_some() {
                Err(StartFault::Setting(
                    "NP_NATS_URL",
                    "set it together with the credentials, for example nats://host:4222".to_owned(),
                ))
            } else {
                Ok(None)
            };
        };
        if self.sqlite_file().is_some() {
            return Err(StartFault::Setting(
                "NP_NATS_URL",
                "take it out, or set NP_DATABASE_URL: several nodes share a PostgreSQL, not an SQLite file".to_owned(),
            ));
        }
        let credentials = self.nats_credentials()?;
        let nats = NatsSettings::parse(url, credentials.as_deref());
        nats.map(Some).map_err(|fault| self.nats_fault(&fault))
    }

    fn nats_credentials(&self) -> Result<Option<String>, StartFault> {
        let wrong = |hint: String| StartFault::Setting("NP_NATS_CREDENTIALS_FILE", hint);
        match (&self.nats_credentials, &self.nats_credentials_file) {
            (Some(_), Some(_)) => Err(wrong("use it or NP_NATS_CREDENTIALS, not both".to_owned())),
            (Some(set), None) => Ok(Some(set.clone())),
            (None, Some(file)) => match std::fs::read_to_string(file) {
                Ok(kept) => Ok(Some(kept)),
                Err(error) => Err(wrong(format!("{}: {error}", file.display()))),
            },
            (None, None) => Ok(None),
        }
    }

    /// Which setting a fault of NATS is about, and what to do.
    pub fn nats_fault(&self, fault: &NatsFault) -> StartFault {
        let credentials = match self.nats_credentials_file {
            Some(_) => "NP_NATS_CREDENTIALS_FILE",
            None => "NP_NATS_CREDENTIALS",
        };
        let (name, hint) = match fault {
            NatsFault::Address => (
                "NP_NATS_URL",
                "use nats://host:4222 or tls://host:4222, several with commas",
            ),
            NatsFault::SecretInAddress => (
                "NP_NATS_URL",
                "put the name and password in NP_NATS_CREDENTIALS or NP_NATS_CREDENTIALS_FILE",
            ),
            NatsFault::Credentials => (
                credentials,
                "use name:password, a token, or the text of a .creds file",
            ),
            NatsFault::Refused => (
                credentials,
                "NATS refuses them: see which users and accounts the server knows",
            ),
            NatsFault::Away => ("NP_NATS_URL", "NATS cannot be reached"),
        };
        StartFault::Setting(name, hint.to_owned())
    }
}

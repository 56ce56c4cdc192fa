//! Everything about the settings that can be known without using them.

use url::Url;

use crate::{Settings, StartFault};

impl Settings {
    /// Everything about the settings that can be known without using them.
    pub fn check(&self) -> Result<(), StartFault> {
        let wrong = |name, hint: &str| Err(StartFault::Setting(name, hint.to_owned()));
        let database = self.database_url();
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|scheme| database.starts_with(scheme))
        {
            return wrong(
                "NP_DATABASE_URL",
                "use sqlite://file?mode=rwc or postgres://user@host/name",
            );
        }
        let is_postgres = |url: &str| {
            ["postgres:", "postgresql:"]
                .iter()
                .any(|scheme| url.starts_with(scheme))
        };
        let beside = |url: &Option<String>| {
            url.as_deref()
                .is_none_or(|url| is_postgres(url) && is_postgres(&database))
        };
        if !beside(&self.database_owner_url) {
            return wrong(
                "NP_DATABASE_OWNER_URL",
                "name the PostgreSQL of NP_DATABASE_URL, with another user; SQLite has none",
            );
        }
        if !beside(&self.database_replica_url) {
            return wrong(
                "NP_DATABASE_REPLICA_URL",
                "name a replica of the PostgreSQL of NP_DATABASE_URL; SQLite has none",
            );
        }
        if self.database_replica_behind < 1_000 {
            return wrong(
                "NP_DATABASE_REPLICA_BEHIND",
                "use 1000 or more: it is looked at twice a second",
            );
        }
        if self.database_connections == 0 {
            return wrong("NP_DATABASE_CONNECTIONS", "use 1 or more");
        }
        if self.database_commit_group == 0 {
            return wrong("NP_DATABASE_COMMIT_GROUP", "use 1 or more");
        }
        let port = self.listen.rsplit_once(':').map(|(_, port)| port);
        if port.is_none_or(|port| port.parse::<u16>().is_err()) {
            return wrong(
                "NP_LISTEN",
                "use an address and a port, for example 127.0.0.1:8080",
            );
        }
        if !["starttls", "tls", "none"].contains(&self.smtp_security.as_str()) {
            return wrong("NP_SMTP_SECURITY", "use starttls, tls or none");
        }
        if self.smtp_user.is_some() != self.smtp_password.is_some() {
            return wrong(
                "NP_SMTP_USER",
                "set NP_SMTP_USER and NP_SMTP_PASSWORD together, or neither",
            );
        }
        self.bucket()?;
        self.scanner()?;
        if kernel::EmailAddress::parse(&self.mail_from).is_err() {
            return wrong(
                "NP_MAIL_FROM",
                "use one e-mail address, for example post@platform.example.org",
            );
        }
        if kernel::Line::<100>::parse(&self.mail_name).is_err() {
            return wrong("NP_MAIL_NAME", "use a short name, on one line");
        }
        self.answers()?;
        self.search_server()?;
        self.nats()?;
        self.metrics_address()?;
        self.traces_endpoint()?;
        self.log_format()?;
        self.public_url().map(drop)
    }

    /// Whether there is anything to tell about. A server of databases is asked itself.
    pub fn has_database(&self) -> Result<(), StartFault> {
        match self.sqlite_file() {
            Some(file) if !file.exists() => Err(StartFault::Refused(format!(
                "there is no database at {}: see NP_DATA_DIR and NP_DATABASE_URL (`netwerkplatformctl` knows the \
                 settings of the server), or make one with `netwerkplatform migrate`",
                file.display()
            ))),
            _ => Ok(()),
        }
    }

    /// Whether the pages are where they are said to be. Only who serves needs them.
    pub fn has_pages(&self) -> Result<(), StartFault> {
        if self.web_dir.is_dir() {
            return Ok(());
        }
        let wrong = format!(
            "{} is no folder: name the one with the built front end (`make build` makes frontend/dist)",
            self.web_dir.display()
        );
        Err(StartFault::Setting("NP_WEB_DIR", wrong))
    }

    /// The public address without a slash at the end.
    pub fn public_url(&self) -> Result<String, StartFault> {
        if is_server(&self.public_url) {
            return Ok(self.public_url.trim_end_matches('/').to_owned());
        }
        Err(StartFault::Setting(
            "NP_PUBLIC_URL",
            "use the form https://platform.example.org, without a path, a name or a password"
                .to_owned(),
        ))
    }
}

/// A scheme and a host, and nothing after it.
pub(crate) fn is_server(address: &str) -> bool {
    let address = address.trim_end_matches('/');
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|host| !host.contains(['/', '@', '?', '#', ' ']))
        && Url::parse(address).is_ok_and(|url| url.has_host())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_a_scheme_and_a_host_and_nothing_more() {
        for right in [
            "https://example.org",
            "http://localhost:8080/",
            "http://[::1]:7700",
        ] {
            assert!(is_server(right), "{right}");
        }
        for wrong in [
            "",
            "example.org",
            "ftp://example.org",
            "https://",
            "https://:443",
            "https://example.org:99999",
            "https://np:x@example.org",
            "https://example.org/pad",
            "https://example.org?x",
            "https://example.org#x",
            "https://exam ple.org",
        ] {
            assert!(!is_server(wrong), "{wrong}");
        }
    }
}

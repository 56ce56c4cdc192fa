//! Typed settings: from the command line or the environment, with defaults that run on one machine.

use std::path::PathBuf;
use std::time::Duration;

use crate::{StartFault, sqlite_address};

/// Every setting. A wrong one stops the start, with its name.
#[derive(Clone, Debug, clap::Args)]
pub struct Settings {
    /// A file that holds settings too: `listen = "127.0.0.1:8080"` for NP_LISTEN (TOML). What stands here comes first.
    #[arg(long, env = "NP_CONFIG")]
    pub config: Option<PathBuf>,
    /// Where everything is kept that is not in another database.
    #[arg(long, env = "NP_DATA_DIR", default_value = "data")]
    pub data_dir: PathBuf,
    /// Address and port to listen on.
    #[arg(long, env = "NP_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// sqlite://file or postgres://…; a file in the data directory when left out.
    #[arg(long, env = "NP_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// The same PostgreSQL, as the role that owns the tables: for `migrate` and `restore`. Then the role of
    /// NP_DATABASE_URL owns nothing, and cannot take down the wall between tenants.
    #[arg(long, env = "NP_DATABASE_OWNER_URL", hide_env_values = true)]
    pub database_owner_url: Option<String>,
    /// A replica of that PostgreSQL, for lists and search; with the same role, or one that may only read.
    #[arg(long, env = "NP_DATABASE_REPLICA_URL", hide_env_values = true)]
    pub database_replica_url: Option<String>,
    /// How many milliseconds old a list from the replica may be; when it is further behind, the primary answers.
    #[arg(long, env = "NP_DATABASE_REPLICA_BEHIND", default_value_t = 2_000)]
    pub database_replica_behind: u64,
    /// How many connections may read at once (SQLite) or in all (PostgreSQL).
    #[arg(long, env = "NP_DATABASE_CONNECTIONS", default_value_t = 8)]
    pub database_connections: u32,
    /// How many changes that wait together share one write-through on SQLite; 1 gives each its own.
    #[arg(long, env = "NP_DATABASE_COMMIT_GROUP", default_value_t = 64)]
    pub database_commit_group: usize,
    /// How many posts one person writes in ten minutes; a newcomer a third of it, all in one conversation ten times as
    /// many. 0: as many as anybody likes, for measuring.
    #[arg(long, env = "NP_POSTS_IN_TEN_MINUTES", default_value_t = 60)]
    pub posts_in_ten_minutes: u32,
    /// Where nodes of one installation hear of each other: nats://host:4222 or tls://host:4222, several with
    /// commas. Without it they look into the database each second.
    #[arg(long, env = "NP_NATS_URL")]
    pub nats_url: Option<String>,
    /// name:password or a token, when NATS asks for one.
    #[arg(long, env = "NP_NATS_CREDENTIALS", hide_env_values = true)]
    pub nats_credentials: Option<String>,
    /// The same in a file, or a .creds file of NATS.
    #[arg(long, env = "NP_NATS_CREDENTIALS_FILE", hide_env_values = true)]
    pub nats_credentials_file: Option<PathBuf>,
    /// Address and port where Prometheus asks for numbers (/metrics), for example 127.0.0.1:9464; none without it.
    /// Not for the world.
    #[arg(long, env = "NP_METRICS_LISTEN")]
    pub metrics_listen: Option<String>,
    /// An OpenTelemetry collector that takes traces by OTLP over HTTP, for example http://127.0.0.1:4318; none
    /// without it. The headers that it asks for stand in OTEL_EXPORTER_OTLP_HEADERS.
    #[arg(long, env = "NP_TRACES_URL")]
    pub traces_url: Option<String>,
    /// Which part of what happens is traced, from 0 to 1.
    #[arg(long, env = "NP_TRACES_PART", default_value_t = 1.0)]
    pub traces_part: f64,
    /// How a line of the log is written: text for people, json for programs.
    #[arg(long, env = "NP_LOG_FORMAT", default_value = "text")]
    pub log_format: String,
    /// How the world reaches this installation; mails link to it.
    #[arg(long, env = "NP_PUBLIC_URL", default_value = "http://localhost:8080")]
    pub public_url: String,
    /// The built front end.
    #[arg(long, env = "NP_WEB_DIR", default_value = "frontend/dist")]
    pub web_dir: PathBuf,
    /// 64 hexadecimal digits; made and kept in the data directory when left out.
    #[arg(long, env = "NP_SECRET", hide_env_values = true)]
    pub secret: Option<String>,
    /// An SMTP server; without one, mails are written to the data directory.
    #[arg(long, env = "NP_SMTP_HOST")]
    pub smtp_host: Option<String>,
    /// Its port: 587 with starttls, 465 with tls.
    #[arg(long, env = "NP_SMTP_PORT", default_value_t = 587)]
    pub smtp_port: u16,
    /// starttls, tls, or none for a server on this machine.
    #[arg(long, env = "NP_SMTP_SECURITY", default_value = "starttls")]
    pub smtp_security: String,
    /// The name to sign in with at the SMTP server, when it asks for one.
    #[arg(long, env = "NP_SMTP_USER", hide_env_values = true)]
    pub smtp_user: Option<String>,
    /// The password that goes with it.
    #[arg(long, env = "NP_SMTP_PASSWORD", hide_env_values = true)]
    pub smtp_password: Option<String>,
    /// The address that mails come from.
    #[arg(
        long,
        env = "NP_MAIL_FROM",
        default_value = "post@netwerkplatform.example"
    )]
    pub mail_from: String,
    /// The name that mails come from when no organisation sends them.
    #[arg(long, env = "NP_MAIL_NAME", default_value = "Netwerkplatform")]
    pub mail_name: String,
    /// The mailbox in which answers to mails come in, for example antwoord@platform.example.org: without one, people
    /// answer on the page only.
    #[arg(long, env = "NP_MAIL_ANSWERS")]
    pub mail_answers: Option<String>,
    /// The name that your mail server writes at the head of its Authentication-Results (its authserv-id): what it says of
    /// a sender is believed.
    #[arg(long, env = "NP_MAIL_ANSWERS_CHECKED_BY")]
    pub mail_answers_checked_by: Option<String>,
    /// A bucket of an S3-compatible store for people's files; a folder in the data directory when left out.
    #[arg(long, env = "NP_FILES_BUCKET")]
    pub files_bucket: Option<String>,
    /// Where that store is: https://host.
    #[arg(long, env = "NP_FILES_ENDPOINT")]
    pub files_endpoint: Option<String>,
    /// Its region; many stores want no other than this.
    #[arg(long, env = "NP_FILES_REGION", default_value = "us-east-1")]
    pub files_region: String,
    /// The id of the key to get in with.
    #[arg(long, env = "NP_FILES_KEY_ID", hide_env_values = true)]
    pub files_key_id: Option<String>,
    /// The key that goes with it.
    #[arg(long, env = "NP_FILES_KEY", hide_env_values = true)]
    pub files_key: Option<String>,
    /// A virus scanner that looks at each file before it is kept: tcp://host:3310 or unix:/run/clamav/clamd.ctl
    /// (ClamAV's clamd). While it is away no file is taken.
    #[arg(long, env = "NP_SCANNER")]
    pub scanner: Option<String>,
    /// How many sockets one person may hold open, and how many the visitors behind one address.
    #[arg(long, env = "NP_SOCKETS_EACH", default_value_t = 300)]
    pub sockets_each: usize,
    /// Trust X-Forwarded-For of a proxy in front.
    #[arg(long, env = "NP_BEHIND_PROXY", default_value_t = false)]
    pub behind_proxy: bool,
    /// A Meilisearch server, 1.15 or newer, as http://host:7700; without one, this program searches by itself.
    #[arg(long, env = "NP_SEARCH_URL")]
    pub search_url: Option<String>,
    /// The key that the search server asks for.
    #[arg(long, env = "NP_SEARCH_KEY", hide_env_values = true)]
    pub search_key: Option<String>,
    /// A file that holds the key, instead of the key itself.
    #[arg(long, env = "NP_SEARCH_KEY_FILE", hide_env_values = true)]
    pub search_key_file: Option<PathBuf>,
    /// What the names of the indexes begin with, for a server that others use too.
    #[arg(long, env = "NP_SEARCH_PREFIX", default_value = "netwerkplatform")]
    pub search_prefix: String,
    /// How many milliseconds somebody who searches waits for the search server.
    #[arg(long, env = "NP_SEARCH_PATIENCE", default_value_t = 800)]
    pub search_patience: u64,
}

impl Settings {
    pub fn database_url(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| {
            sqlite_address::of(&self.data_dir.join("netwerkplatform.sqlite"), "rwc")
        })
    }

    /// For those who make or change the tables.
    pub fn database_owner_url(&self) -> String {
        let owner = self.database_owner_url.clone();
        owner.unwrap_or_else(|| self.database_url())
    }

    pub fn database_replica(&self) -> Option<db::ReplicaSettings> {
        let url = self.database_replica_url.clone()?;
        let behind = Duration::from_millis(self.database_replica_behind);
        Some(db::ReplicaSettings { url, behind })
    }

    /// The file that the database is, when it is SQLite's.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        sqlite_address::file(&self.database_url())
    }

    /// Makes the data directory when it is not there.
    pub fn make_data_dir(&self) -> Result<(), StartFault> {
        std::fs::create_dir_all(&self.data_dir)
            .map_err(|error| StartFault::Setting("NP_DATA_DIR", error.to_string()))
    }

    pub fn mail_dir(&self) -> PathBuf {
        self.data_dir.join("mail")
    }

    pub fn search_dir(&self) -> PathBuf {
        self.data_dir.join("search")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_file_that_operators_edit_explains_every_setting_and_no_other() {
        use clap::Args;
        let file = include_str!("../../../infra/debian/netwerkplatform.env");
        let known: BTreeSet<String> = Settings::augment_args(clap::Command::new("x"))
            .get_arguments()
            .map(|setting| format!("NP_{}", setting.get_id().as_str().to_uppercase()))
            .collect();
        let explained: BTreeSet<String> = file
            .lines()
            .filter_map(|line| line.trim_start_matches('#').split_once('='))
            .filter(|(name, _)| name.starts_with("NP_"))
            .map(|(name, _)| name.to_owned())
            .collect();
        assert_eq!(explained, known);
    }

    #[test]
    fn every_setting_says_what_it_is_for_and_has_a_name_in_the_environment() {
        use clap::Args;
        let command = Settings::augment_args(clap::Command::new("x"));
        for setting in command.get_arguments() {
            let id = setting.get_id();
            assert!(setting.get_help().is_some(), "{id}");
            let name = setting.get_env().unwrap().to_str().unwrap();
            assert_eq!(name, format!("NP_{}", id.as_str().to_uppercase()));
            let hides = [
                "secret",
                "password",
                "database_url",
                "database_owner_url",
                "user",
                "key",
                "credentials",
            ];
            assert!(
                !hides.iter().any(|it| id.as_str().contains(it))
                    || setting.is_hide_env_values_set(),
                "--help must not print {id}"
            );
        }
    }
}

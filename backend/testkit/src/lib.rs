//! A whole platform for one test: the real router on a real port, its own database, a clock to turn, mail in memory.
//!
//! Promise: tests share nothing; the same test runs on SQLite and on PostgreSQL (`NP_TEST_DATABASE=postgres`).
//! Absent: no shortcut past the API, but for building the people and roles that a test begins with.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a test that cannot begin has failed, and says where"
)]

mod app;
mod crowd;
mod database;
mod founder;
pub mod grow;
mod meilisearch;
mod nats;
mod once;
mod person;
mod plans;
mod postgres;
mod program;
mod proxy;
mod raw_socket;
mod room;
mod smtp;
mod socket;
mod statements;
mod tls;
mod told;

pub use app::{ISSUE, TestApp};
pub use crowd::{Post, Reader, WORDS, Writer, Written};
pub use database::{
    as_administrator, as_owner, bring_up, empty as empty_database, fresh as fresh_database,
};
pub use founder::{Founder, admission};
pub use meilisearch::{FakeMeilisearch, Trouble};
pub use nats::{NatsServer, free_port};
pub use person::{Answer, Person, code_in};
pub use plans::{LARGE, Plans, SMALL, Scan, allowed};
pub use postgres::Postgres;
pub use program::{Program, Settings, command, printed, run, run_of, signal, until};
pub use proxy::{Line, Proxy};
pub use raw_socket::RawSocket;
pub use room::Room;
pub use smtp::{Mail, SmtpServer};
pub use socket::Socket;
pub use statements::{Prepared, folder as statements_folder, kept as statements_kept};
pub use tls::TlsFront;

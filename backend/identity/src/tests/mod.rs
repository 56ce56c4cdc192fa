//! Signing in as people, thieves and a whole hall meet it, on a real database.

mod addresses;
mod codes;
mod names;
mod passwords;
mod sessions;

use std::sync::Arc;
use std::time::Duration;

use bus::{Bus, InProcess, Message};
use db::outbox::Subscriptions;
use db::{Db, Settings};
use kernel::{
    Clock, Coded, EmailAddressId, FixedClock, Locale, PersonId, Scope, SignInCodeId, TenantSet,
    Timestamp,
};
use migrations::MigratorTrait;
use platform::Secrets;
use tempfile::TempDir;
use tokio::sync::broadcast::Receiver;

use crate::session::{Authentication, authenticate};
use crate::{IdentityFault, Limits, Proof, SignedInAs, codes as mailed, read, request_code};

const FATIMA: &str = "fatima@example.org";
const HERE: web::Caller = web::Caller(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST));
const ELSEWHERE: web::Caller = web::Caller(std::net::IpAddr::V4(std::net::Ipv4Addr::BROADCAST));
const MINUTE: Duration = Duration::from_secs(60);

/// An installation with nobody on it.
struct House {
    db: Db,
    clock: FixedClock,
    secrets: Secrets,
    limits: Limits,
    heard: Receiver<Message>,
    _directory: TempDir,
}

impl House {
    async fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("test.sqlite");
        let settings = Settings::of(format!("sqlite://{}?mode=rwc", file.display()));
        let bus = Arc::new(InProcess::default());
        let heard = bus.listen();
        let db = Db::connect(&settings, bus, Subscriptions::default())
            .await
            .unwrap();
        migrations::Migrator::up(db.raw(), None).await.unwrap();
        Self {
            db,
            clock: FixedClock::at(Timestamp::from_millis(1_790_000_000_000)),
            secrets: Secrets::new([9; 32]),
            limits: Limits::default(),
            heard,
            _directory: directory,
        }
    }

    fn visitor(&self) -> Scope {
        let scope = Scope::worker(TenantSet::default(), self.clock.now());
        Scope {
            locale: Locale::Nl,
            ..scope
        }
    }

    fn as_person(&self, person: PersonId) -> Scope {
        Scope {
            person: Some(person),
            ..self.visitor()
        }
    }

    async fn ask(&self, address: &str) -> Result<SignInCodeId, IdentityFault> {
        let scope = self.visitor();
        let asked = request_code(&scope, &self.db, &self.limits, HERE, address, None);
        asked.await.map(|code| code.id)
    }

    /// So many people with the page open on which a code is typed.
    async fn guests(&self, many: u8) -> Vec<SignInCodeId> {
        let mut pages = Vec::new();
        for guest in 0..many {
            let address = format!("gast{guest}@example.org");
            pages.push(self.ask(&address).await.unwrap());
        }
        pages
    }

    async fn enter(&self, proof: Proof) -> Result<SignedInAs, IdentityFault> {
        self.enter_from(HERE, proof).await
    }

    async fn enter_from(
        &self,
        source: web::Caller,
        proof: Proof,
    ) -> Result<SignedInAs, IdentityFault> {
        let (db, secrets) = (&self.db, &self.secrets);
        crate::sign_in(
            &self.visitor(),
            db,
            secrets,
            &self.limits,
            source,
            proof,
            "curl/8",
        )
        .await
    }

    /// Types the code of one request on the page of another.
    async fn type_code(
        &self,
        page: SignInCodeId,
        mail: SignInCodeId,
    ) -> Result<SignedInAs, IdentityFault> {
        self.enter(self.code(page, mail)).await
    }

    fn code(&self, page: SignInCodeId, mail: SignInCodeId) -> Proof {
        let digits = mailed::code_for(&self.secrets, mail);
        Proof::Code {
            request: page,
            digits,
        }
    }

    async fn type_wrong(&self, page: SignInCodeId) -> IdentityFault {
        let proof = Proof::Code {
            request: page,
            digits: "12".to_owned(),
        };
        self.enter(proof).await.unwrap_err()
    }

    /// The whole way in: ask, read the mail, type the code.
    async fn come_in(&self, address: &str) -> SignedInAs {
        let code = self.ask(address).await.unwrap();
        self.type_code(code, code).await.unwrap()
    }

    /// Who these cookies belong to, now.
    async fn who(&self, access: Option<&str>, refresh: Option<&str>) -> Option<Authentication> {
        let (db, secrets) = (&self.db, &self.secrets);
        authenticate(db, secrets, &self.visitor(), access, refresh)
            .await
            .unwrap()
    }

    async fn is_in(&self, signed_in: &SignedInAs) -> bool {
        let tokens = &signed_in.tokens;
        self.who(Some(&tokens.access), Some(&tokens.refresh))
            .await
            .is_some()
    }

    async fn address(&self, person: PersonId, address: &str) -> Option<EmailAddressId> {
        let sql = self.db.read(&self.visitor());
        let own = read::own_addresses(&sql, person).await.unwrap();
        own.into_iter()
            .find(|own| own.address == address)
            .map(|own| own.id)
    }

    /// What was announced since the last look.
    fn announced(&mut self) -> Vec<String> {
        let mut kinds = Vec::new();
        while let Ok(message) = self.heard.try_recv() {
            if let Message::Happened(head) = message {
                kinds.push(head.kind.clone());
            }
        }
        kinds
    }
}

fn code_of<T>(outcome: Result<T, IdentityFault>) -> &'static str {
    outcome.err().map_or("fine", |fault| fault.code())
}

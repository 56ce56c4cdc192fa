//! Mail as its readers, its operators and a bad network meet it.

mod queue;
mod reading;
mod scripted;
mod smtp;
mod store;

use std::sync::Arc;
use std::time::Duration;

use bus::InProcess;
use db::outbox::Subscriptions;
use db::{Db, Settings};
use identity::IdentityEvent;
use kernel::{
    Clock, Event, EventHead, FixedClock, Locale, Scope, SignInCodeId, TenantSet, Timestamp,
};
use migrations::MigratorTrait;
use platform::Secrets;
use tempfile::TempDir;
use web::i18n::Locales;

use crate::{Lane, Services, Transport, on_event, work_once};

fn start() -> Timestamp {
    Timestamp::from_millis(1_790_000_000_000)
}

/// An event as the outbox hands it over.
fn head_of(event: &IdentityEvent) -> EventHead {
    EventHead {
        id: event.subject(),
        kind: event.kind().to_owned(),
        tenant: None,
        subject: event.subject(),
        actor: None,
        payload: serde_json::to_string(event).unwrap().into(),
    }
}

/// An installation with an empty database and a clock that is turned by hand.
struct Installation {
    services: Arc<Services>,
    clock: Arc<FixedClock>,
    _directory: TempDir,
}

impl Installation {
    async fn with(transport: Arc<dyn Transport>) -> Self {
        let directory = TempDir::new().unwrap();
        let url = format!(
            "sqlite://{}?mode=rwc",
            directory.path().join("db").display()
        );
        let settings = Settings::of(url);
        let bus = Arc::new(InProcess::default());
        let db = Db::connect(&settings, bus, Subscriptions::default())
            .await
            .unwrap();
        migrations::Migrator::up(db.raw(), None).await.unwrap();
        let clock = Arc::new(FixedClock::at(start()));
        let services = Arc::new(Services {
            db,
            clock: clock.clone(),
            secrets: Secrets::new([3; 32]),
            locales: Arc::new(Locales::default()),
            transport,
            sender: crate::Sender {
                address: "post@example.org".into(),
                name: "Netwerkplatform".into(),
            },
            answering: None,
            public_url: "https://example.org".into(),
        });
        Self {
            services,
            clock,
            _directory: directory,
        }
    }

    fn scope(&self) -> Scope {
        let scope = Scope::worker(TenantSet::default(), self.clock.now());
        Scope {
            locale: Locale::Nl,
            ..scope
        }
    }

    /// Somebody asks for a code; mail is told of it.
    async fn ask_code(&self, address: &str) -> SignInCodeId {
        let limits = identity::Limits::default();
        let scope = self.scope();
        let here = web::Caller(std::net::IpAddr::from([127, 0, 0, 1]));
        let db = &self.services.db;
        let asked = identity::request_code(&scope, db, &limits, here, address, None);
        let code = asked.await.unwrap().id;
        self.tell(code).await;
        code
    }

    async fn tell(&self, code: SignInCodeId) {
        let head = head_of(&IdentityEvent::CodeRequested { code });
        let tx = self.services.db.begin(&self.scope()).await.unwrap();
        on_event(&tx, &head).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// How many mails the urgent lane looked at, now.
    async fn work(&self) -> usize {
        work_once(&self.services, Lane::Urgent).await.unwrap()
    }

    async fn work_after(&self, minutes: u64) -> usize {
        self.clock.advance(Duration::from_secs(minutes * 60));
        self.work().await
    }

    /// How often a statement finds something.
    async fn count(&self, sql: &str) -> usize {
        store::count(&self.services.db, sql).await
    }
}

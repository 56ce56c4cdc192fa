//! Everything that is built once.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use db::Db;
use identity::cookies::CookiePolicy;
use kernel::Clock;
use mail::{FileTransport, Sender, SmtpSettings, SmtpTransport, Transport};
use platform::Secrets;
use realtime::Hub;
use search::ServerFault;
use tokio_util::sync::CancellationToken;
use web::i18n::Locales;
use web::limit::Limit;

use crate::traces::Traces;
use crate::{Settings, StartFault, doctor, nodes, schema, workers};

/// How often one source and one person may ask.
pub struct RequestLimits {
    pub source: Limit,
    pub person: Limit,
}

/// The platform, built and not yet serving.
#[derive(Clone)]
pub struct State {
    pub settings: Settings,
    pub public_url: String,
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub secrets: Secrets,
    pub locales: Arc<Locales>,
    pub limits: Arc<identity::Limits>,
    pub people_limits: Arc<people::Limits>,
    pub invitation_limits: Arc<invitations::Limits>,
    pub nomination_limits: Arc<nominations::Limits>,
    pub contact_limits: Arc<contacts::Limits>,
    pub moderation_limits: Arc<moderation::Limits>,
    pub request_limits: Arc<RequestLimits>,
    pub cookies: CookiePolicy,
    pub hub: Arc<Hub>,
    pub mail: Arc<mail::Services>,
    pub assets: Arc<site::Assets>,
    pub shell: Arc<site::Shell>,
    pub pages: Arc<threads::Pages>,
    pub storage: files::Storage,
    pub scanner: files::Scanner,
    pub search: Arc<search::Services>,
    pub traces: Traces,
    /// This node has been told to stop, and takes leave of those who use it.
    pub leaving: CancellationToken,
    /// Doors and mailbox are open: see `demo`.
    pub demo: bool,
}

impl State {
    pub async fn build(
        settings: Settings,
        clock: Arc<dyn Clock>,
        transport: Option<Arc<dyn Transport>>,
    ) -> Result<Self, StartFault> {
        settings.check()?;
        settings.make_data_dir()?;
        let public_url = settings.public_url()?;
        let secrets = Secrets::new(settings.secret()?);
        let pool = db::Settings {
            replica: settings.database_replica(),
            connections: settings.database_connections,
            commit_group: settings.database_commit_group,
            ..db::Settings::of(settings.database_url())
        };
        let bus = nodes::bus(&settings).await?;
        let db = Db::connect(&pool, bus.clone(), workers::subscriptions()).await?;
        let traces = Traces::of(&settings)?;
        traces.listen(&db);
        let transport = match transport {
            Some(transport) => transport,
            None => transport_of(&settings)?,
        };
        let engine = engine_of(&settings).await?;
        let assets = site::Assets::load(&settings.web_dir);
        let locales = Arc::new(Locales::default());
        let sender = Sender {
            address: settings.mail_from.clone(),
            name: settings.mail_name.clone(),
        };
        let mail = mail::Services {
            db: db.clone(),
            clock: clock.clone(),
            secrets: secrets.clone(),
            locales: locales.clone(),
            transport,
            sender,
            answering: settings.answers()?.map(|(at, _)| at),
            public_url: public_url.clone(),
        };
        Ok(Self {
            cookies: CookiePolicy::of(&public_url),
            pages: Arc::default(),
            storage: storage_of(&settings)?,
            scanner: settings.scanner()?,
            shell: Arc::new(site::Shell::read(assets.manifest())),
            assets: Arc::new(assets),
            limits: Arc::new(identity::Limits::default()),
            people_limits: Arc::new(people::Limits::new(&clock)),
            invitation_limits: Arc::new(invitations::Limits::new(&clock)),
            nomination_limits: Arc::new(nominations::Limits::new(&clock)),
            contact_limits: Arc::new(contacts::Limits::new(&clock)),
            moderation_limits: Arc::new(moderation::Limits::new(&clock)),
            request_limits: Arc::new(request_limits(&clock)),
            hub: Arc::new(Hub::new(bus, settings.sockets_each)),
            search: Arc::new(search::Services::new(db.clone(), clock.clone(), engine)),
            mail: Arc::new(mail),
            traces,
            leaving: CancellationToken::new(),
            settings,
            public_url,
            db,
            clock,
            secrets,
            locales,
            demo: false,
        })
    }

    /// Forgets who has not asked for long, so that memory does not grow with visitors.
    pub fn shrink_limits(&self) {
        self.limits.shrink(self.clock.now());
        self.people_limits.shrink();
        self.invitation_limits.shrink();
        self.nomination_limits.shrink();
        self.contact_limits.shrink();
        self.moderation_limits.shrink();
        self.request_limits.source.shrink();
        self.request_limits.person.shrink();
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self) -> Result<(), StartFault> {
        schema::bring_up_to_date(&self.settings, &self.db).await
    }
}

/// A hall behind one address gets in: ten a second from a source and from a person, with room for a burst.
fn request_limits(clock: &Arc<dyn Clock>) -> RequestLimits {
    let burst = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
    RequestLimits {
        source: Limit::new(burst(1_200), Duration::from_millis(100), clock.clone()),
        person: Limit::new(burst(600), Duration::from_millis(100), clock.clone()),
    }
}

/// People's files: in a bucket, or in the data directory.
pub(crate) fn storage_of(settings: &Settings) -> Result<files::Storage, StartFault> {
    match settings.bucket()? {
        Some(bucket) => files::Storage::in_bucket(&bucket)
            .map_err(|fault| StartFault::Setting("NP_FILES_ENDPOINT", fault.to_string())),
        None => files::Storage::in_folder(&settings.files_dir())
            .map_err(|fault| StartFault::Setting("NP_DATA_DIR", fault.to_string())),
    }
}

/// A server that is away may come back; one that knows us and will not have us stops the start.
async fn engine_of(settings: &Settings) -> Result<Arc<dyn search::Engine>, StartFault> {
    let Some(server) = settings.search_server()? else {
        return search::open(&settings.search_dir())
            .map_err(|fault| StartFault::Setting("NP_DATA_DIR", fault.to_string()));
    };
    match search::check(&server).await {
        Ok(_) => {}
        Err(away @ ServerFault::Away(_)) => tracing::warn!(%away, "searching waits for it"),
        Err(fault) => {
            let (setting, hint) = doctor::of_server_fault(&fault);
            return Err(StartFault::Setting(setting, format!("{fault}: {hint}")));
        }
    }
    search::connect(&server).map_err(|_no_roots| {
        let hint = "this machine trusts no certificate: install ca-certificates";
        StartFault::Setting("NP_SEARCH_URL", hint.to_owned())
    })
}

fn transport_of(settings: &Settings) -> Result<Arc<dyn Transport>, StartFault> {
    Ok(match smtp_of(settings)? {
        Some(server) => Arc::new(server),
        None => Arc::new(FileTransport(settings.mail_dir())),
    })
}

/// None without a server.
pub(crate) fn smtp_of(settings: &Settings) -> Result<Option<SmtpTransport>, StartFault> {
    let Some(host) = settings.smtp_host.clone() else {
        return Ok(None);
    };
    let smtp = SmtpSettings {
        host,
        port: settings.smtp_port,
        security: settings.smtp_security.clone(),
        user: settings.smtp_user.clone(),
        password: settings.smtp_password.clone(),
    };
    let transport = SmtpTransport::new(smtp);
    transport
        .map(Some)
        .map_err(|error| StartFault::Setting("NP_SMTP_HOST", error.to_string()))
}

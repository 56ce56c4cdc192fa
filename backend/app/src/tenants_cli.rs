//! What the operator does to tenants from the command line: list, open, suspend, resume, move elsewhere.

use std::path::{Path, PathBuf};

use db::{Across, Tx};
use kernel::{Coded, EmailAddress, FieldFault, Locale, TenantRole};
use platform::grants::{self, Container, NewGrant};
use platform::tenants::{self, NewTenant, Tenant, TenantFault, TenantState};

use crate::moving::{self, Asked};
use crate::objections_cli::{list, print};
use crate::{Settings, StartFault, State};

#[derive(Clone, Debug, clap::Subcommand)]
pub enum TenantCommand {
    /// List the organisations: the name in their addresses, what they are, their host and their name.
    List,
    /// Open an organisation and make somebody its owner.
    Open {
        /// The name in its addresses: lower-case letters, digits, dashes.
        slug: String,
        name: String,
        /// The e-mail address with which its first owner signs in; it is shown to nobody.
        owner: String,
        /// Its contact address, for everybody to read: the one that mails come from, when left out.
        #[arg(long)]
        contact: Option<String>,
        #[arg(long, default_value = "#154273")]
        colour: String,
        /// A host name of its own.
        #[arg(long)]
        host: Option<String>,
    },
    /// Give an organisation a host name of its own (the proxy must pass it on); without one, take it away.
    Host { slug: String, host: Option<String> },
    /// Suspend an organisation: it answers as if it does not exist.
    Suspend { slug: String },
    /// Open a suspended organisation again.
    Resume { slug: String },
    /// Write an organisation to an empty folder, for another installation, while the platform serves.
    Export { slug: String, folder: PathBuf },
    /// Take in an organisation that another installation wrote.
    Import {
        folder: PathBuf,
        /// Another name in its addresses than it had.
        #[arg(long)]
        slug: Option<String>,
        /// What the export printed, told in another way than the archive came.
        #[arg(long)]
        sha256: Option<String>,
    },
}

pub async fn run(state: &State, command: TenantCommand) -> Result<(), StartFault> {
    match command {
        TenantCommand::Export { slug, folder } => export(&state.settings, &slug, &folder).await,
        TenantCommand::Import {
            folder,
            slug,
            sha256,
        } => import(state, &folder, slug.as_deref(), sha256.as_deref()).await,
        TenantCommand::List => all(state).await,
        other => change(state, other).await,
    }
}

pub async fn export(settings: &Settings, slug: &str, folder: &Path) -> Result<(), StartFault> {
    let (manifest, checksum) = moving::export(settings, slug, folder).await?;
    print([
        format!("wrote {}, to {}", manifest.extent(), folder.display()),
        format!("its checksum, for `tenant import --sha256`: {checksum}"),
    ]);
    Ok(())
}

async fn import(
    state: &State,
    folder: &Path,
    slug: Option<&str>,
    checksum: Option<&str>,
) -> Result<(), StartFault> {
    let asked = Asked {
        folder,
        slug,
        checksum,
    };
    let moved = moving::import(state, &asked).await?;
    print([format!(
        "took in {} rows and {} files as {}: {} people are new here, {} were here already",
        moved.rows, moved.files, moved.slug, moved.created, moved.joined
    )]);
    if moved.renumbered {
        print([
            "something here had the same ids: links to its pages that were made before lead nowhere here",
        ]);
    }
    if moved.merged > 0 {
        print([format!(
            "{} rows of people who are one here were put together",
            moved.merged
        )]);
    }
    Ok(())
}

/// What a refusal means to who typed it: each field that is wrong, and how it is right.
pub(crate) fn refused(state: &State, fault: &TenantFault) -> StartFault {
    let sentences = fault
        .fields()
        .iter()
        .map(|it| sentence(state, it))
        .collect::<Vec<_>>();
    StartFault::Refused(match fault {
        TenantFault::NotFound => {
            "there is no organisation with this slug: `tenant list` names them".to_owned()
        }
        TenantFault::Taken => {
            "another organisation has this slug or host: `tenant list` names them".to_owned()
        }
        other if sentences.is_empty() => other.to_string(),
        _ => sentences.join("; "),
    })
}

fn sentence(state: &State, fault: &FieldFault) -> String {
    let field = fault.pointer.trim_start_matches('/');
    match field {
        "slug" => "slug: use 2 to 40 lower-case letters, digits and dashes, for example zaanrade".to_owned(),
        "host" => "host: use a name alone, for example praat.example.org, without http://, spaces or a path; \
                   letters with accents in the form that begins with xn--"
            .to_owned(),
        _ => {
            let said = state.locales.problem(Locale::En, &fault.code);
            format!("{}: {said}", field.trim_end_matches("Email"))
        }
    }
}

async fn change(state: &State, command: TenantCommand) -> Result<(), StartFault> {
    let tx = state
        .db
        .begin_across(Across::Operator, state.clock.now())
        .await?;
    let done = match command {
        TenantCommand::Open {
            slug,
            name,
            owner,
            contact,
            colour,
            host,
        } => {
            let new = NewTenant {
                slug,
                name,
                about: String::new(),
                colour,
                accent: String::new(),
                languages: Locale::ALL.to_vec(),
                contact_email: contact.unwrap_or_else(|| state.settings.mail_from.clone()),
                contact_phone: String::new(),
                host,
            };
            open(state, &tx, new, &owner).await?
        }
        TenantCommand::Host { slug, host } => set_host(state, &tx, &slug, host.as_deref()).await?,
        TenantCommand::Suspend { slug } => {
            set_state(state, &tx, &slug, TenantState::Suspended).await?
        }
        TenantCommand::Resume { slug } => set_state(state, &tx, &slug, TenantState::Active).await?,
        TenantCommand::List | TenantCommand::Export { .. } | TenantCommand::Import { .. } => {
            Vec::new()
        }
    };
    tx.commit().await?;
    print(done);
    Ok(())
}

async fn open(
    state: &State,
    tx: &Tx,
    new: NewTenant,
    owner: &str,
) -> Result<Vec<String>, StartFault> {
    let (slug, contact) = (new.slug.clone(), new.contact_email.clone());
    is_elsewhere(state, new.host.as_deref())?;
    let address = EmailAddress::parse(owner).map_err(|fault| {
        let faults = vec![FieldFault::new("/owner", fault.code())];
        refused(state, &TenantFault::Invalid(faults))
    })?;
    let opened = tenants::open(tx, new).await;
    let tenant = opened.map_err(|fault| refused(state, &fault))?;
    let person = match identity::read::person_of_address(tx, address.as_str()).await? {
        Some(person) => person,
        None => identity::register(tx, address.as_str(), "", Locale::Nl).await?,
    };
    let grant = NewGrant {
        person,
        tenant,
        container: Container::Tenant(tenant),
        role: TenantRole::Owner.as_str(),
        ends_at: None,
    };
    grants::give(tx, grant).await?;
    let opened = found(state, tx, &slug).await?;
    let url = &state.public_url;
    Ok(vec![
        format!("opened {slug}, {}: {}", opened.name, opened.home(url)),
        format!(
            "next: {} signs in at {url}/aanmelden and sets it up",
            address.as_str()
        ),
        format!("everybody reads {contact} as its contact address; its owner can change that"),
    ])
}

async fn set_host(
    state: &State,
    tx: &Tx,
    slug: &str,
    host: Option<&str>,
) -> Result<Vec<String>, StartFault> {
    is_elsewhere(state, host)?;
    let before = found(state, tx, slug).await?;
    let set = tenants::set_host(tx, slug, host).await;
    set.map_err(|fault| refused(state, &fault))?;
    let now = found(state, tx, slug).await?;
    let changed = if now.host == before.host {
        "nothing changed: "
    } else {
        ""
    };
    let pages = now.home(&state.public_url);
    Ok(match &now.host {
        None => vec![format!(
            "{changed}{slug} has no host of its own; its pages are at {pages}"
        )],
        Some(host) => vec![
            format!("{changed}{slug} has the host {host}; its pages are at {pages}"),
            format!("next: have {host} lead to this platform, and the proxy pass it on"),
        ],
    })
}

/// The installation's own host leads to all organisations.
fn is_elsewhere(state: &State, host: Option<&str>) -> Result<(), StartFault> {
    let own = state.public_url.rsplit('/').next().unwrap_or_default();
    match host.map(str::trim) {
        Some(host) if host.eq_ignore_ascii_case(own) => Err(StartFault::Refused(format!(
            "host: {own} is the installation's own (NP_PUBLIC_URL): give the organisation another one"
        ))),
        _ => Ok(()),
    }
}

async fn set_state(
    state: &State,
    tx: &Tx,
    slug: &str,
    to: TenantState,
) -> Result<Vec<String>, StartFault> {
    let before = found(state, tx, slug).await?;
    if before.state == to {
        return Ok(vec![format!(
            "nothing changed: {slug} is {} already",
            to.as_str()
        )]);
    }
    let set = tenants::set_state(tx, slug, to).await;
    set.map_err(|fault| refused(state, &fault))?;
    Ok(vec![match to {
        TenantState::Suspended => format!(
            "suspended {slug}: it answers as if it does not exist, until `tenant resume {slug}`"
        ),
        TenantState::Active => {
            format!("{slug} is there again: {}", before.home(&state.public_url))
        }
    }])
}

async fn found(state: &State, tx: &Tx, slug: &str) -> Result<Tenant, StartFault> {
    let tenant = tenants::any_by_slug(tx, slug).await?;
    tenant.ok_or_else(|| refused(state, &TenantFault::NotFound))
}

async fn all(state: &State) -> Result<(), StartFault> {
    let every = state.db.read_across(Across::Operator, state.clock.now());
    let ids = tenants::all_ids(&every).await?;
    let mut tenants = tenants::by_ids(&every, ids).await?;
    tenants.sort_by(|a, b| a.slug.cmp(&b.slug));
    let line = |it: &Tenant| {
        let host = it.host.as_deref().unwrap_or("-");
        format!(
            "{:24} {:10} {host:32} {}",
            it.slug,
            it.state.as_str(),
            it.name
        )
    };
    list(
        tenants.iter().map(line).collect(),
        "no organisation yet: `tenant open` makes the first one",
    );
    Ok(())
}

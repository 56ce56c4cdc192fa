//! What the operator does to tenants from the command line: open, suspend, resume, move elsewhere.

use std::path::{Path, PathBuf};

use db::Across;
use kernel::{Locale, TenantRole};
use platform::grants::{self, Container, NewGrant};
use platform::tenants::{self, NewTenant, TenantState};

use crate::moving::{self, Asked};
use crate::{Settings, StartFault, State};

#[derive(Clone, Debug, clap::Subcommand)]
pub enum TenantCommand {
    /// Open an organisation and make somebody its owner.
    Open {
        /// The name in its addresses: lower-case letters, digits, dashes.
        slug: String,
        name: String,
        /// The e-mail address of its first owner.
        owner: String,
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
        other => change(state, other).await,
    }
}

#[expect(
    clippy::print_stdout,
    reason = "what is printed is the command's output"
)]
pub async fn export(settings: &Settings, slug: &str, folder: &Path) -> Result<(), StartFault> {
    let (manifest, checksum) = moving::export(settings, slug, folder).await?;
    let extent = manifest.extent();
    println!("wrote {extent}, to {}", folder.display());
    println!("its checksum, for `tenant import --sha256`: {checksum}");
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "what is printed is the command's output"
)]
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
    println!(
        "took in {} rows and {} files as {}: {} people are new here, {} were here already",
        moved.rows, moved.files, moved.slug, moved.created, moved.joined
    );
    if moved.renumbered {
        println!(
            "something here had the same ids: links to its pages that were made before lead nowhere here"
        );
    }
    if moved.merged > 0 {
        println!(
            "{} rows of people who are one here were put together",
            moved.merged
        );
    }
    Ok(())
}

async fn change(state: &State, command: TenantCommand) -> Result<(), StartFault> {
    let refused = |fault: tenants::TenantFault| StartFault::Refused(fault.to_string());
    let tx = state
        .db
        .begin_across(Across::Operator, state.clock.now())
        .await?;
    match command {
        TenantCommand::Open {
            slug,
            name,
            owner,
            colour,
            host,
        } => {
            let address = kernel::EmailAddress::parse(&owner)
                .map_err(|fault| StartFault::Setting("owner", fault.code().to_owned()))?;
            let new = NewTenant {
                slug,
                name,
                about: String::new(),
                accent: colour.clone(),
                colour,
                languages: Locale::ALL.to_vec(),
                contact_email: owner,
                contact_phone: String::new(),
                host,
            };
            let tenant = tenants::open(&tx, new).await.map_err(refused)?;
            let person = match identity::read::person_of_address(&tx, address.as_str()).await? {
                Some(person) => person,
                None => identity::register(&tx, address.as_str(), "", Locale::Nl).await?,
            };
            let grant = NewGrant {
                person,
                tenant,
                container: Container::Tenant(tenant),
                role: TenantRole::Owner.as_str(),
                ends_at: None,
            };
            grants::give(&tx, grant).await?;
        }
        TenantCommand::Host { slug, host } => {
            tenants::set_host(&tx, &slug, host.as_deref())
                .await
                .map_err(refused)?;
        }
        TenantCommand::Suspend { slug } => tenants::set_state(&tx, &slug, TenantState::Suspended)
            .await
            .map_err(refused)?,
        TenantCommand::Resume { slug } => tenants::set_state(&tx, &slug, TenantState::Active)
            .await
            .map_err(refused)?,
        TenantCommand::Export { .. } | TenantCommand::Import { .. } => {}
    }
    Ok(tx.commit().await?)
}

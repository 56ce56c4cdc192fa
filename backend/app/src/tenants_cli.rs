//! What the operator does to tenants from the command line: open, suspend, resume.

use db::Across;
use kernel::{Locale, TenantRole};
use platform::grants::{self, Container, NewGrant};
use platform::tenants::{self, NewTenant, TenantState};

use crate::{StartFault, State};

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
}

pub async fn run(state: &State, command: TenantCommand) -> Result<(), StartFault> {
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
    }
    Ok(tx.commit().await?)
}

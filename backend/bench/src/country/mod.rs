//! A country: organisations of very different sizes, everybody in them, and two years of talk.
//!
//! Promise: by the product's own rules: numbers are dense and counted, who writes takes part, who takes part holds a
//! role, nobody read what is not there, and nothing closed without an outcome. Posts of many conversations lie mixed
//! on the disk, as time writes them. The same size makes the same rows.
//! Absent: jobs and events: nothing of it is new to anybody.
//! Start at: [`found`].

mod extent;
mod ids;
mod issues;
mod organisations;
mod progress;
mod reading;
mod rows;
mod talk;
#[cfg(test)]
mod tests;

use sea_orm::ConnectionTrait;

use crate::Failure;
use crate::place::Place;

pub use extent::Extent;

use progress::Progress;
use rows::Rows;

/// Where a visitor looks around: in the largest organisation, in its busiest conversation.
#[derive(Clone, Debug)]
pub struct Sights {
    pub tenant: String,
    pub issue: uuid::Uuid,
    pub thread: uuid::Uuid,
    pub posts: i64,
    /// Facilitates sixty issues, this one among them.
    pub convener: uuid::Uuid,
    /// Belongs to another organisation, and may not come in here.
    pub stranger: uuid::Uuid,
}

#[derive(Clone, clap::Args)]
pub struct Settings {
    /// A PostgreSQL server on this machine; a file of SQLite without it.
    #[arg(long)]
    postgres: Option<String>,
    /// Which part of the country: 1 is all of it, 10 a tenth.
    #[arg(long, default_value_t = 1)]
    part: i64,
}

/// Makes one that stays, and says where it is.
#[expect(clippy::print_stdout, reason = "the address is the command's output")]
pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let mut place = match &settings.postgres {
        Some(server) => Place::postgres(server).await?,
        None => Place::sqlite()?,
    };
    place.state().await?.migrate().await?;
    found(&place, Extent::part(settings.part)).await?;
    place.folder.disable_cleanup(true);
    println!(
        "NP_DATA_DIR={} NP_DATABASE_URL={}",
        place.folder.path().display(),
        place.program.url
    );
    Ok(())
}

/// Fills an empty place that has the schema.
pub async fn found(place: &Place, extent: Extent) -> Result<Sights, Failure> {
    let mut rows = Rows::to(place).await?;
    let progress = Progress::of(extent.posts);
    let subjects = organisations::subjects(&mut rows).await?;
    let tenants = extent.tenants();
    for tenant in &tenants {
        organisations::found(&mut rows, tenant, &subjects).await?;
    }
    progress.say("organisations and people", 0);
    let threads = issues::open(&mut rows, &extent, &tenants, &subjects).await?;
    progress.say("issues and who takes part", 0);
    talk::write(&mut rows, &extent, &threads, &progress).await?;
    rows.finish().await?;
    progress.say("counting what is there", extent.posts);
    let db = place.connect().await?;
    db.execute_unprepared(if place.postmaster.is_some() {
        "VACUUM ANALYZE"
    } else {
        "ANALYZE"
    })
    .await?;
    db.close().await?;
    progress.say("done", extent.posts);
    extent.sights(&tenants)
}

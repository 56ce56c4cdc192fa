//! One of the two that are compared: a country or a part of it, a server on it, and two people who ask.

use std::sync::Arc;
use std::time::Instant;

use actix_web::web::Bytes;
use identity::cookies::Kept;
use kernel::{Clock, Scope, SystemClock, TenantSet};
use load::{Cookies, Thread, Visitor};
use testkit::{LARGE, Plans, statements_kept};
use uuid::Uuid;

use super::Settings;
use crate::Failure;
use crate::country::{self, Extent, Sights};
use crate::place::Place;
use crate::process::Process;
use crate::table::{Table, Target};

pub struct Side {
    pub sights: Sights,
    server: Process,
    convener: Visitor,
    stranger: Visitor,
    /// Its folder goes when it is closed.
    place: Place,
}

#[derive(Clone, Copy, Debug)]
pub enum As {
    Convener,
    Stranger,
}

impl Side {
    /// Fills the place, reads the plans of statements on it, and lets people in.
    pub async fn found(
        place: Place,
        extent: Extent,
        settings: &Settings,
        table: Option<&mut Table>,
    ) -> Result<Self, Failure> {
        let state = place.state().await?;
        state.migrate().await?;
        let began = Instant::now();
        let sights = country::found(&place, extent).await?;
        let seeded = began.elapsed().as_secs_f64();
        let began = Instant::now();
        if !settings.without_search {
            search::rebuild(&state.search).await?;
        }
        let indexed = began.elapsed().as_secs_f64();
        if let Some(table) = table {
            table.judged("making it", seeded, Target::AtMost(1_800.0, "s"));
            if !settings.without_search {
                table.fact("building the index for search", format!("{indexed:.0} s"));
            }
            plans(&place, settings, table).await?;
        }
        let convener = cookies(&state, sights.convener).await?;
        let stranger = cookies(&state, sights.stranger).await?;
        // The index has one writer, which is the server from here on.
        drop(state);
        let server = Process::country(&place, !settings.without_search).await?;
        server.rest().await?;
        let visitor = |cookies| Visitor::with(&server.url, cookies, thread(&sights));
        Ok(Self {
            convener: visitor(convener)?,
            stranger: visitor(stranger)?,
            server,
            sights,
            place,
        })
    }

    pub const fn server(&self) -> &Process {
        &self.server
    }

    pub fn thread(&self) -> String {
        thread(&self.sights).path
    }

    /// The answer, without its head.
    pub async fn get(&self, who: As, path: &str, expected: u16) -> Result<Bytes, Failure> {
        let visitor = match who {
            As::Convener => &self.convener,
            As::Stranger => &self.stranger,
        };
        let answer = visitor.get(&self.server.url, path).send().await?;
        if answer.status().as_u16() != expected {
            return Err(format!("{path}: {}", answer.status()).into());
        }
        Ok(answer.bytes().await?)
    }

    pub async fn post(&self) -> Result<Bytes, Failure> {
        self.convener.write().await?;
        Ok(Bytes::new())
    }

    /// Ends the server before its folder goes.
    pub async fn close(self) -> Result<(), Failure> {
        self.server.stop().await?;
        drop(self.place);
        Ok(())
    }
}

fn thread(sights: &Sights) -> Thread {
    Thread::new(&sights.tenant, &sights.thread.to_string())
}

/// Of a new session, as the browser sends them.
async fn cookies(state: &app::State, person: Uuid) -> Result<Arc<Cookies>, Failure> {
    let scope = Scope::worker(TenantSet::default(), SystemClock.now());
    let tx = state.db.begin(&scope).await?;
    let session = identity::open_session(&tx, &state.secrets, person.into(), "").await?;
    tx.commit().await?;
    let tokens = session.tokens;
    let name = |kept| state.cookies.name(kept);
    let (access, refresh) = (name(Kept::Access), name(Kept::Refresh));
    let sent = format!("{access}={}; {refresh}={}", tokens.access, tokens.refresh);
    Ok(Arc::new(Cookies::parse(&sent)))
}

/// Which of the platform's statements read a large table whole, by what the database knows of the rows there.
async fn plans(place: &Place, settings: &Settings, table: &mut Table) -> Result<(), Failure> {
    // They are written as PostgreSQL understands them.
    let given = settings.statements.as_ref();
    let Some(folder) = given.filter(|_| place.postmaster.is_some()) else {
        return Ok(());
    };
    let plans = Plans::as_they_are(&place.program.url).await;
    let (statements, mut scans) = (statements_kept(folder), 0);
    for statement in &statements {
        for scan in plans.scans(statement).await {
            if testkit::allowed(statement, &scan).is_none() {
                eprintln!(
                    "    {scan}, in {}:\n      {}",
                    statement.test, statement.sql
                );
                scans += 1;
            }
        }
    }
    let of = format!(
        "of {} statements, reading one of {} large tables whole",
        statements.len(),
        LARGE.len()
    );
    table.judged(&of, f64::from(scans), Target::AtMost(0.0, ""));
    Ok(())
}

//! What a trial found: kept as JSON, and a line of the table.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kernel::{Clock, SystemClock};
use serde::{Deserialize, Serialize};

use crate::catalogue::Trial;
use crate::{Extent, machine, say};

/// One run of one trial.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    pub trial: String,
    pub name: String,
    pub fault: String,
    pub database: String,
    pub date: String,
    pub machine: String,
    pub version: String,
    pub seed: u64,
    pub rounds: usize,
    /// What went on meanwhile.
    pub load: String,
    pub accepted: usize,
    pub lost: usize,
    pub doubled: usize,
    /// From the end of the fault until a post that was sent after it was acknowledged, the longest of all rounds.
    pub recovered_in_ms: Option<u64>,
    pub seconds: u64,
    pub verdict: Verdict,
    /// Each expectation that was not met.
    pub broken: Vec<String>,
    /// What took longer than it may.
    pub late: Vec<String>,
    /// Whatever else was measured.
    pub measured: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Held,
    Broken,
}

/// Where a trial writes down what it sees; what it saw before it stumbled is kept.
#[derive(Clone)]
pub struct Report(Arc<Mutex<Findings>>);

impl Report {
    pub fn begin(trial: &Trial, extent: &Extent) -> Self {
        Self(Arc::new(Mutex::new(Findings {
            trial: trial.code.to_owned(),
            name: trial.name.to_owned(),
            fault: trial.fault.to_owned(),
            database: extent.database.name().to_owned(),
            date: SystemClock.now().to_string(),
            machine: machine::description(),
            version: format!("{} {}", env!("CARGO_PKG_VERSION"), machine::build()),
            seed: extent.seed,
            rounds: 0,
            load: String::new(),
            accepted: 0,
            lost: 0,
            doubled: 0,
            recovered_in_ms: None,
            seconds: 0,
            verdict: Verdict::Held,
            broken: Vec::new(),
            late: Vec::new(),
            measured: BTreeMap::new(),
        })))
    }

    fn change(&self, change: impl FnOnce(&mut Findings)) {
        change(&mut self.0.lock().unwrap());
    }

    /// Notes what was not so.
    pub fn expect(&self, holds: bool, expectation: impl Display) {
        if !holds {
            self.broken(expectation);
        }
    }

    pub fn broken(&self, what: impl Display) {
        let what = what.to_string();
        self.change(|it| {
            it.verdict = Verdict::Broken;
            // Once is enough, however often it happens.
            if !it.broken.contains(&what) {
                say(&format!("  broken: {what}"));
                it.broken.push(what);
            }
        });
    }

    /// Notes what took longer than it may: on a busy machine that says less than anything else.
    pub fn in_time(&self, took: Duration, most: Duration, what: &str) {
        if took > most {
            self.change(|it| {
                it.verdict = Verdict::Broken;
                it.late
                    .push(format!("{what}: {took:.2?}, at most {most:.2?}"));
            });
        }
    }

    pub fn measured(&self, what: &str, value: impl Display) {
        self.change(|it| drop(it.measured.insert(what.to_owned(), value.to_string())));
    }

    /// What the people did while the fault was there.
    pub fn load(&self, load: impl Display) {
        self.change(|it| it.load = load.to_string());
    }

    pub fn round(&self) {
        self.change(|it| it.rounds += 1);
    }

    pub fn recovered(&self, after: Duration) {
        let millis = u64::try_from(after.as_millis()).unwrap_or(u64::MAX);
        self.change(|it| it.recovered_in_ms = it.recovered_in_ms.max(Some(millis)));
    }

    pub fn count(&self, accepted: usize, lost: usize, doubled: usize) {
        self.change(|it| {
            it.accepted += accepted;
            it.lost += lost;
            it.doubled += doubled;
        });
    }

    pub fn end(&self, took: Duration) -> Findings {
        self.change(|it| it.seconds = took.as_secs());
        self.0.lock().unwrap().clone()
    }
}

impl Findings {
    /// One file for each trial and database: the last run.
    pub fn keep(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let file = folder.join(format!("{}-{}.json", self.trial, self.database));
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        std::fs::write(file, text)
    }

    /// Those that were kept, in the order of their numbers.
    pub fn kept(folder: &Path) -> std::io::Result<Vec<Self>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|kind| kind == "json") {
                found.push(serde_json::from_str(&std::fs::read_to_string(path)?)?);
            }
        }
        found.sort_by_key(Self::place);
        Ok(found)
    }

    fn place(&self) -> (String, usize, String) {
        let (kind, number) = self.trial.split_at(1);
        (
            kind.to_owned(),
            number.parse().unwrap_or(0),
            self.database.clone(),
        )
    }
}

/// Trial, load during it, accepted writes, lost, doubled, time to recover.
pub fn table(all: &[Findings]) -> String {
    let mut lines = vec![
        "| Trial | On | Load during it | Accepted | Lost | Doubled | Recovered in | Verdict |"
            .to_owned(),
        "|---|---|---|---|---|---|---|---|".to_owned(),
    ];
    for it in all {
        let recovered = it.recovered_in_ms.map_or("–".to_owned(), |millis| {
            format!("{}.{:02} s", millis / 1_000, millis % 1_000 / 10)
        });
        let verdict = match it.verdict {
            Verdict::Held => "held".to_owned(),
            Verdict::Broken => format!(
                "broken: {}",
                [it.broken.clone(), it.late.clone()].concat().join("; ")
            ),
        };
        lines.push(format!(
            "| {} {} | {} | {} | {} | {} | {} | {} | {} |",
            it.trial,
            it.fault,
            it.database,
            it.load,
            it.accepted,
            it.lost,
            it.doubled,
            recovered,
            verdict
        ));
    }
    lines.join("\n")
}

//! The run itself: sockets first, then readers and writers, then the time that the last posts take to arrive.

mod busy;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio::time::sleep_until;

use crate::letters::Letters;
use crate::measured::{Deliveries, Kind, Measured};
use crate::numbers::shown;
use crate::plan::{Ground, Plan};
use crate::series::Series;
use crate::sockets::{Sockets, Tally};
use crate::storm::Storm;
use crate::{Failure, machine};
use busy::{Busy, reads, writes};

/// How often it is said how it goes.
const TELLS: Duration = Duration::from_secs(5);

/// Until the time is up or `ends` comes. `tell` gets a line now and then.
pub async fn run(
    plan: &Plan,
    ground: &Ground,
    ends: impl Future<Output = ()>,
    tell: impl Fn(&str),
) -> Result<Measured, Failure> {
    let files = machine::open_files()?;
    if u64::from(plan.sockets) + 200 > files {
        let why = format!(
            "{} sockets need more open files than this machine allows ({files})",
            plan.sockets
        );
        return Err(why.into());
    }
    let before = machine::load()?;
    let nodes = nodes(plan, ground);
    let opening = Instant::now();
    let mut sockets = Vec::new();
    for (node, share) in nodes.iter().zip(shares(plan.sockets, nodes.len())) {
        let people: Vec<_> = node.iter().collect();
        sockets.push(Sockets::opened(&people, share, true, opening).await);
    }
    let listening = sum(&sockets, |it| it.heard.listening.load(Ordering::Relaxed));
    tell(&format!("{listening} sockets of {} listen", plan.sockets));

    let (readers, writers) = (apart(&nodes, plan.readers)?, apart(&nodes, plan.writers)?);
    let crowd = Crowd {
        busy: Busy::new(Instant::now(), Duration::from_secs(plan.seconds)),
        sockets,
        tell,
    };
    let mut tasks = JoinSet::new();
    tasks.spawn(reads(crowd.busy.clone(), readers, plan.reads_a_second));
    tasks.spawn(writes(crowd.busy.clone(), writers, plan.posts_a_second));
    let letters = ground.people.first().map(|it| it.letters.clone());
    let letters = letters.unwrap_or_default();
    let (ended_early, storm) = tokio::join!(
        crowd.goes_on(tasks, ends),
        crowd.storm(&letters, plan.storm_after)
    );
    let took = crowd
        .busy
        .began
        .elapsed()
        .min(Duration::from_secs(plan.seconds));

    let posts = letters.acknowledged(0);
    for each in &crowd.sockets {
        each.have(&posts).await;
    }
    let tally = crowd.sockets.iter().map(|it| it.tally(&posts));
    let deliveries = Deliveries {
        posts: posts.len(),
        sockets: listening,
        lost_connections: sum(&crowd.sockets, |it| it.heard.closed.load(Ordering::Relaxed)),
        resynced: sum(&crowd.sockets, |it| {
            it.heard.resynced.load(Ordering::Relaxed)
        }),
        ..Deliveries::default()
    };
    Ok(Measured {
        settings: settings(plan, ground),
        machine: vec![
            ("Machine of this tool".to_owned(), machine::description()?),
            ("Its load before".to_owned(), before),
            ("Its load after".to_owned(), machine::load()?),
        ],
        seconds: took.as_secs_f64(),
        ended_early,
        kinds: crowd.kinds(plan),
        deliveries: deliveries.tallied(tally.fold(Tally::default(), std::ops::Add::add)),
        storm,
        own_lateness: crowd.busy.lateness.answers(),
    })
}

struct Crowd<T> {
    busy: Arc<Busy>,
    sockets: Vec<Sockets>,
    tell: T,
}

impl<T: Fn(&str)> Crowd<T> {
    /// Whether it was ended before its time.
    async fn goes_on(&self, mut tasks: JoinSet<()>, ends: impl Future<Output = ()>) -> bool {
        let mut tells = tokio::time::interval(TELLS);
        tells.tick().await;
        let (mut told, mut early, mut over) = (false, false, false);
        tokio::pin!(ends);
        while !(tasks.is_empty() && (early || over)) {
            tokio::select! {
                () = &mut ends, if !told => {
                    told = true;
                    early = !over;
                    self.busy.stop();
                }
                () = sleep_until(self.busy.ends.into()), if !over => over = true,
                _ = tells.tick() => (self.tell)(&self.line()),
                _ = tasks.join_next(), if !tasks.is_empty() => {}
            }
        }
        early
    }

    /// None when none was asked for, or when it was over before.
    async fn storm(&self, letters: &Letters, after: Option<u64>) -> Option<Storm> {
        let after = after?;
        let moment = self.busy.began + Duration::from_secs(after);
        if moment >= self.busy.ends || !self.busy.lasts_until(moment).await {
            return None;
        }
        let storm = Storm::over(&self.sockets, letters, after).await;
        (self.tell)(&format!(
            "{} sockets were cut: all back in {:.0} ms, with everything in {:.0} ms",
            storm.cut, storm.back_in_ms, storm.complete_in_ms
        ));
        Some(storm)
    }

    fn line(&self) -> String {
        let took = self.busy.began.elapsed();
        let mut parts = vec![format!("{:>4} s", took.as_secs())];
        let named = self.busy.series();
        let (pages, posts) = named.split_at(named.len().saturating_sub(1));
        let pages: u64 = pages
            .iter()
            .map(|(_, series)| series.answers().answered)
            .sum();
        parts.push(format!("pages {pages}"));
        for (_, series) in posts {
            let posts = series.answers();
            parts.push(format!(
                "posts {} (p99 {} ms)",
                posts.answered,
                shown(posts.p99)
            ));
        }
        let heard = self.sockets.iter().map(|it| it.heard.took.answers());
        let delivered: u64 = heard.map(|it| it.answered).sum();
        parts.push(format!("deliveries {delivered}"));
        let failed: u64 = named
            .iter()
            .map(|(_, series)| series.answers().failed)
            .sum();
        parts.push(format!("errors {failed}"));
        parts.join(", ")
    }

    fn kinds(&self, plan: &Plan) -> Vec<Kind> {
        let kind = |name: String, series: &Series| Kind {
            name,
            summary: series.summary(),
        };
        let asked = self.busy.series();
        let mut kinds: Vec<Kind> = asked
            .iter()
            .map(|(name, it)| kind((*name).to_owned(), it))
            .collect();
        for (url, sockets) in plan.urls.iter().zip(&self.sockets) {
            let name = match plan.urls.len() {
                1 => "delivery of a post".to_owned(),
                _ => format!("delivery of a post at {url}"),
            };
            kinds.push(kind(name, &sockets.heard.took));
        }
        kinds.retain(|it| it.summary.all.answered + it.summary.all.failed > 0);
        kinds
    }
}

/// The people at each node.
fn nodes(plan: &Plan, ground: &Ground) -> Vec<Vec<crate::Visitor>> {
    plan.urls.iter().map(|url| ground.at(url)).collect()
}

/// So many, in turn at each node and as each person, with connections of their own.
fn apart(nodes: &[Vec<crate::Visitor>], many: u32) -> Result<Vec<crate::Visitor>, Failure> {
    let many = usize::try_from(many)?;
    let place = |number: usize| {
        let node = nodes.get(number % nodes.len().max(1))?;
        node.get((number / nodes.len().max(1)) % node.len().max(1))
    };
    (0..many)
        .filter_map(place)
        .map(crate::Visitor::elsewhere)
        .collect()
}

/// As even as it goes.
fn shares(many: u32, nodes: usize) -> Vec<usize> {
    let many = usize::try_from(many).unwrap_or(usize::MAX);
    let nodes = nodes.max(1);
    (0..nodes)
        .map(|node| many / nodes + usize::from(node < many % nodes))
        .collect()
}

fn sum(sockets: &[Sockets], of: impl Fn(&Sockets) -> usize) -> usize {
    sockets.iter().map(of).sum()
}

fn settings(plan: &Plan, ground: &Ground) -> Vec<(String, String)> {
    let thread = ground
        .people
        .first()
        .map(|it| format!("{}/{}", it.thread.tenant, it.thread.id));
    let all = [
        ("Installation", plan.urls.join(", ")),
        ("Seen as", ground.origin.clone()),
        ("Version", ground.version.clone()),
        ("When", ground.moment.clone()),
        ("Thread", thread.unwrap_or_default()),
        ("Sessions", ground.people.len().to_string()),
        ("Readers", busy(plan.readers, plan.reads_a_second, "pages")),
        ("Writers", busy(plan.writers, plan.posts_a_second, "posts")),
        ("Sockets", plan.sockets.to_string()),
        ("Asked for", format!("{} seconds", plan.seconds)),
    ];
    all.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

fn busy(people: u32, a_second: f64, what: &str) -> String {
    match people {
        0 => "none".to_owned(),
        people => format!("{people}, {a_second} {what} a second in all"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sockets_are_shared_among_nodes_as_evenly_as_it_goes() {
        assert_eq!(shares(7, 2), [4, 3]);
        assert_eq!(shares(1, 3), [1, 0, 0]);
        assert_eq!(shares(0, 1), [0]);
    }
}

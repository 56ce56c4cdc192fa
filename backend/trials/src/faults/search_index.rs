//! F8: the index of the program's own search is cut short, while it is away and while it runs.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(6).await;
    for _ in 0..extent.rounds(2) {
        world.node().stop().await;
        cut_short(&world.data.join("search"));
        let started = Instant::now();
        world.node().again().await;
        report.measured("starts with a damaged index in", millis(started.elapsed()));
        report.recovered(crowd.recovers(started).await);
        pause(1_000).await;
        cut_short(&world.data.join("search"));
        crowd.goes_on(5).await;
        report.round();
    }
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}

/// The largest file of the index loses its end.
fn cut_short(folder: &Path) {
    let mut files = Vec::new();
    gather(folder, &mut files);
    let size = |file: &PathBuf| file.metadata().map_or(0, |it| it.len());
    let largest = files.iter().max_by_key(|file| size(file)).unwrap();
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(largest)
        .unwrap();
    file.set_len(size(largest).saturating_sub(100)).unwrap();
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}

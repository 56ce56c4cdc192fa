//! F12: the disk that everything is kept on fills up, and gets room again.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use testkit::Program;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, within};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

const NORMAL: Duration = Duration::from_secs(10);
/// How long what the database set aside may last.
const TOLD: Duration = Duration::from_secs(60);

pub async fn run(extent: Extent, report: Report) {
    let disk = Disk::new();
    let plan = Plan {
        data: Some(disk.0.path().to_owned()),
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    for _ in 0..extent.rounds(2) {
        let ballast = disk.fill();
        let full = Instant::now();
        // What was set aside before goes first.
        let is_told = || crowd.refusals().iter().any(|it| it.starts_with("507"));
        let told = within(TOLD, async || is_told()).await;
        report.expect(told, "nobody was told that the storage is full");
        let log = world.nodes.first().map(Program::log).unwrap_or_default();
        report.expect(
            log.contains("the storage is full"),
            "the log does not say that the storage is full",
        );
        pause(3_000).await;
        let (page, took) = super::ask(&world.founder.base, "/o/ess", NORMAL).await;
        let status = page.map(|it| it.status);
        report.expect(
            status == Some(200),
            format!("a page is answered {status:?} after {took:?}"),
        );
        report.measured("full for", crate::audit::millis(full.elapsed()));
        std::fs::remove_file(ballast).unwrap();
        let room = Instant::now();
        let recovered = crowd.recovers(room).await;
        report.recovered(recovered);
        report.in_time(recovered, NORMAL, "until it is normal again");
        report.round();
        pause(1_000).await;
    }
    let seen = crowd.leave().await;
    let expected = Expected {
        // That it left could not be noted.
        mail_doubles: true,
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// A small disk in memory; only root may make one.
struct Disk(tempfile::TempDir);

impl Disk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64m", "tmpfs"])
            .arg(folder.path())
            .output()
            .unwrap();
        assert!(mount.status.success(), "a small disk needs root: {mount:?}");
        Self(folder)
    }

    /// Until not a byte more goes in.
    fn fill(&self) -> PathBuf {
        let file = self.0.path().join("ballast");
        let mut ballast = File::create(&file).unwrap();
        for size in [64 * 1024, 512, 1] {
            while ballast.write_all(&vec![0; size]).is_ok() {}
        }
        file
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        unmount(self.0.path());
    }
}

/// Also while somebody still has a file of it open.
fn unmount(folder: &Path) {
    drop(Command::new("umount").arg("--lazy").arg(folder).status());
}

//! F26: a copy made while people write is put back on an empty machine.

use std::collections::BTreeSet;
use std::time::Instant;

use testkit::{Program, Settings, printed, run};

use crate::Database;
use crate::Extent;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

pub async fn kept(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    for round in 0..extent.rounds(2) {
        let before = crowd.ids();
        let copy = world.folder.path().join(format!("copy-{round}"));
        let path = copy.display().to_string();
        let began = Instant::now();
        let (made, said) = tokio::task::block_in_place(|| world.command(&["backup", &path]));
        report.expect(made, format!("backup: {said}"));
        report.measured("a copy takes", millis(began.elapsed()));
        let began = Instant::now();
        crowd.goes_on(1).await;
        report.recovered(began.elapsed());
        put_back(&world, extent.database, round, &before, &report).await;
        report.round();
    }
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}

async fn put_back(
    world: &World,
    database: Database,
    round: usize,
    before: &BTreeSet<String>,
    report: &Report,
) {
    let folder = world.folder.path().join(format!("elsewhere-{round}"));
    std::fs::create_dir(&folder).unwrap();
    let mut settings: Settings = world.settings.clone();
    if database == Database::Postgres {
        let url = world.postgres().new_database(&format!("copy_{round}"));
        settings.push(("NP_DATABASE_URL", url));
    }
    let given: Vec<(&str, &str)> = settings.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let copy = world.folder.path().join(format!("copy-{round}"));
    let began = Instant::now();
    let back = run(&folder, &given, &["restore", &copy.display().to_string()]);
    report.expect(
        back.status.success(),
        format!("restore: {}", printed(&back)),
    );
    report.measured("putting it back takes", millis(began.elapsed()));
    let listed = printed(&run(&folder, &given, &["jobs", "list"]));
    let goes_out = listed.lines().filter(|line| line.starts_with("mail-"));
    let waits = goes_out.filter(|line| line.split_whitespace().nth(1) != Some("0"));
    report.expect(waits.count() == 0, format!("mails are not held: {listed}"));

    let program = Program::serve_with(&folder, settings, &["serve"]).await;
    let owner = world.owner.at(&program.base);
    let (mut seqs, mut ids) = (Vec::new(), BTreeSet::new());
    while let Some(page) = world
        .room
        .try_page(&owner, seqs.last().copied().unwrap_or(0))
        .await
    {
        if page.is_empty() {
            break;
        }
        for post in page {
            seqs.extend(post["seq"].as_i64());
            ids.extend(post["id"].as_str().map(str::to_owned));
        }
    }
    let dense = seqs
        .iter()
        .copied()
        .eq(1..=i64::try_from(seqs.len()).unwrap());
    report.expect(dense, "the copy's numbers have a gap");
    let missing = before.difference(&ids).count();
    report.expect(
        missing == 0,
        format!("{missing} posts from before the copy are missing"),
    );
}

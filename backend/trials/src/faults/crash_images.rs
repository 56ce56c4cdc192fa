//! F2: what the disk holds at a random moment, as if the power went.

use std::path::Path;

use fastrand::Rng;
use sea_orm::{ConnectionTrait, Database, Statement};
use testkit::signal;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit};
use crate::crowd::{Crowd, Size};
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::{Plan, World};

const FILES: [&str; 2] = ["netwerkplatform.sqlite", "netwerkplatform.sqlite-wal"];

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let pid = world.node().pid();
    let vitals = Vitals::of(pid);
    let mut rng = Rng::with_seed(extent.seed);
    for round in 0..extent.rounds(40) {
        pause(rng.u64(50..400)).await;
        // Nothing moves while it is copied; whatever it was at stays half done.
        signal(pid, "STOP");
        let acknowledged = crowd.count();
        let image = world.folder.path().join(format!("image-{round}"));
        std::fs::create_dir(&image).unwrap();
        for file in FILES {
            std::fs::copy(world.data.join(file), image.join(file)).unwrap();
        }
        signal(pid, "CONT");
        opens(&image, acknowledged, &report).await;
        std::fs::remove_dir_all(&image).unwrap();
        report.round();
    }
    let (_, said) = world.command(&["doctor"]);
    report.expect(
        said.contains("synchronous=FULL"),
        "the doctor does not say that writes go through",
    );
    let seen = crowd.leave().await;
    let expected = Expected {
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// It is whole, and holds at least what was acknowledged before.
async fn opens(image: &Path, acknowledged: usize, report: &Report) {
    let url = format!(
        "sqlite://{}",
        image.join("netwerkplatform.sqlite").display()
    );
    let db = Database::connect(url).await.unwrap();
    let ask = async |sql: &str| {
        let statement = Statement::from_string(db.get_database_backend(), sql);
        db.query_one_raw(statement).await.unwrap().unwrap()
    };
    let row = ask("PRAGMA integrity_check").await;
    let whole: String = row.try_get_by_index(0).unwrap();
    report.expect(whole == "ok", format!("an image is damaged: {whole}"));
    let row = ask("SELECT COUNT(*) FROM post WHERE body LIKE '%ploegbijdrage%'").await;
    let held: i64 = row.try_get_by_index(0).unwrap();
    let held = usize::try_from(held).unwrap();
    report.expect(
        held >= acknowledged,
        format!("an image holds {held} of {acknowledged} acknowledged posts"),
    );
    db.close().await.unwrap();
}

//! The commands for objections and reports, as their operator gives them.

use testkit::{printed, run};

const NOBODYS: &str = "01900000-0000-7000-8000-000000000001";

#[test]
fn an_operator_reads_that_nothing_waits_and_is_told_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let open = ["tenant", "open", "zaanrade", "Netwerk", "owner@example.org"];
    assert!(run(folder.path(), &[], &open).status.success());
    let objections = |arguments: &[&str]| {
        let ended = run(folder.path(), &[], &[&["objections"], arguments].concat());
        (ended.status.success(), printed(&ended))
    };
    let (well, said) = objections(&["list"]);
    assert!(well && !said.contains("zaanrade"), "{said}");
    let (well, said) = objections(&["show", NOBODYS]);
    assert!(!well && said.contains("no objection has this id"), "{said}");
    let reason = ["--reason", "Opnieuw gelezen."];
    let decide = |more: &[&str]| objections(&[&["decide", NOBODYS], more, &reason].concat());
    let (well, said) = decide(&["--uphold"]);
    assert!(!well && said.contains("no objection has this id"), "{said}");
    for more in [&[][..], &["--uphold", "--overturn"]] {
        let (well, said) = decide(more);
        assert!(!well && said.contains("--overturn"), "{said}");
    }
    let (well, said) = objections(&["decide", NOBODYS, "--uphold"]);
    assert!(!well && said.contains("--reason"), "{said}");
}

#[test]
fn a_report_is_decided_in_one_way_and_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let reports = |arguments: &[&str]| {
        let ended = run(folder.path(), &[], &[&["reports"], arguments].concat());
        (ended.status.success(), printed(&ended))
    };
    assert!(run(folder.path(), &[], &["migrate"]).status.success());
    assert!(reports(&["list"]).0);
    let (well, said) = reports(&["show", NOBODYS]);
    assert!(!well && said.contains("no report of this id"), "{said}");
    let decide =
        |more: &[&str]| reports(&[&["decide", NOBODYS, "--facts", "Gelezen."], more].concat());
    let (well, said) = decide(&["--remove", "--ground", "rules", "--rule", "3"]);
    assert!(!well && said.contains("no report of this id"), "{said}");
    for more in [&[][..], &["--leave", "--remove"]] {
        let (well, said) = decide(more);
        assert!(!well && said.contains("--leave"), "{said}");
    }
    let (well, said) = reports(&["decide", NOBODYS, "--leave"]);
    assert!(!well && said.contains("--facts"), "{said}");
}

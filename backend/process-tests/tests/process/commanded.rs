//! What commands print, refuse and leave behind: for an operator who has only their words.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use testkit::{SmtpServer, command, printed, run};

/// What a command says, and whether it ended well.
fn said(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let ended = run(folder, &[], arguments);
    (ended.status.success(), printed(&ended))
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn folders_may_be_called_anything_and_what_is_made_is_for_its_owner_alone() {
    let place = tempfile::tempdir().unwrap();
    let path = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
    let within = |data: &str, arguments: &[&str]| {
        let (done, said) = said(Path::new(&path(data)), arguments);
        assert!(done, "{said}");
    };
    let copy = path("back up/ko?pie 20%20");
    let opened = ["tenant", "open", "ess", "Netwerk", "owner@example.org"];
    within("mijn data #1", &opened);
    within("mijn data #1", &["backup", &copy]);
    within("terug gezet", &["restore", &copy]);
    within("terug gezet", &["tenant", "suspend", "ess"]);
    let made = below(place.path());
    assert!(made.len() > 8, "{made:?}");
    // The test made the place itself.
    for path in made.iter().filter(|path| *path != place.path()) {
        let mode = path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
    }
}

#[test]
fn a_backup_that_fails_leaves_nothing_behind() {
    let (here, copies) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let empty = copies.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    let backup = |to: &Path| said(here.path(), &["backup", to.to_str().unwrap()]);
    let (done, why) = backup(&empty);
    assert!(!done && why.contains("there is no database at"), "{why}");
    assert_eq!(below(here.path()).len(), 1, "nor was one made");
    std::fs::write(here.path().join("netwerkplatform.sqlite"), "x".repeat(4096)).unwrap();
    let new = copies.path().join("new");
    for to in [&empty, &new] {
        let (done, why) = backup(to);
        assert!(!done && !why.contains("holds something"), "{why}");
    }
    assert_eq!(below(copies.path()), [copies.path(), &empty]);
}

#[test]
fn an_organisation_is_opened_in_words_and_its_owner_stays_private() {
    let folder = tempfile::tempdir().unwrap();
    let says = |arguments: &[&str], wanted: &[&str]| {
        let (done, said) = said(folder.path(), &[&["tenant"], arguments].concat());
        assert!(done, "{said}");
        for words in wanted {
            assert!(said.contains(words), "{words}: {said}");
        }
        said
    };
    assert!(said(folder.path(), &["migrate"]).0);
    says(&["list"], &["no organisation yet"]);
    let open = ["open", "ess", "Netwerk", "owner@example.org"];
    let contact = "everybody reads post@netwerkplatform.example";
    let next = "owner@example.org signs in at http://localhost:8080/aanmelden";
    says(&open, &["/o/ess", next, contact]);
    let open = [
        "open",
        "es2",
        "Twee",
        "owner@example.org",
        "--contact",
        "info@example.org",
    ];
    says(&open, &["everybody reads info@example.org"]);
    says(
        &["host", "ess", "praat.example.org"],
        &["http://praat.example.org/o/ess", "the proxy"],
    );
    says(&["host", "ess", "praat.example.org"], &["nothing changed"]);
    says(&["suspend", "ess"], &["tenant resume ess"]);
    says(
        &["suspend", "ess"],
        &["nothing changed: ess is suspended already"],
    );
    let listed = says(&["list"], &["praat.example.org", "Twee", "suspended"]);
    assert!(!listed.contains("owner@"), "{listed}");
    says(
        &["resume", "ess"],
        &["there again: http://praat.example.org/o/ess"],
    );
    says(&["host", "ess"], &["no host of its own"]);
}

#[test]
fn what_cannot_be_is_refused_with_the_field_and_how_it_is_right() {
    let folder = tempfile::tempdir().unwrap();
    let refuses = |arguments: &[&str], wanted: &str| {
        let (done, said) = said(folder.path(), arguments);
        assert!(!done && said.contains(wanted), "{arguments:?}: {said}");
        assert!(
            !said.contains("FieldFault") && !said.contains("the form has"),
            "{said}"
        );
    };
    let open = |slug, name, owner| ["tenant", "open", slug, name, owner];
    assert!(said(folder.path(), &open("ess", "Netwerk", "owner@example.org")).0);
    refuses(
        &open("Test Dorp!", "X", "o@example.org"),
        "slug: use 2 to 40",
    );
    refuses(
        &open("dorp", "", "o@example.org"),
        "name: Please fill this in",
    );
    refuses(
        &open("dorp", "Dorp", "geenadres"),
        "owner: This is not an e",
    );
    refuses(
        &open("ess", "Dorp", "o@example.org"),
        "another organisation has this slug",
    );
    for host in [
        "http://eigen.example",
        "eigen.example/pad",
        "eigen example",
        "zee\u{eb}n.example",
    ] {
        refuses(&["tenant", "host", "ess", host], "host: use a name alone");
    }
    refuses(
        &["tenant", "host", "ess", "localhost:8080"],
        "NP_PUBLIC_URL",
    );
    refuses(&["tenant", "suspend", "nergens"], "`tenant list`");

    let places = tempfile::tempdir().unwrap();
    let path = |name: &str| places.path().join(name).to_str().unwrap().to_owned();
    assert!(said(folder.path(), &["backup", &path("copy")]).0);
    refuses(
        &["tenant", "import", &path("copy")],
        "a backup of a whole installation",
    );
    assert!(said(folder.path(), &["tenant", "export", "ess", &path("ess")]).0);
    let import = ["tenant", "import", &path("ess"), "--slug", "Fout Slug"];
    refuses(&import, "slug: use 2 to 40");

    // What cannot be written to is the folder, not an address that nobody set.
    let locked = tempfile::tempdir().unwrap();
    std::fs::create_dir(locked.path().join("netwerkplatform.sqlite.lock")).unwrap();
    let (done, said) = said(locked.path(), &["serve"]);
    assert!(!done && said.contains("NP_DATA_DIR"), "{said}");
    assert!(!said.contains("NP_DATABASE_URL"), "{said}");
}

#[test]
fn that_there_is_nothing_is_said_and_not_told_as_done() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        ["jobs", "list"],
        ["tenant", "list"],
        ["reports", "list"],
        ["secret", "accept"],
    ] {
        let (done, said) = said(folder.path(), &arguments);
        assert!(!done && said.contains("there is no database at"), "{said}");
        assert_eq!(below(folder.path()).len(), 1, "nor was one made");
    }
    assert!(said(folder.path(), &["migrate"]).0);
    for (arguments, wanted) in [
        (["jobs", "dead"], "nothing was given up"),
        (["objections", "list"], "no objection waits for you"),
        (["reports", "list"], "no report waits for you"),
    ] {
        let (done, said) = said(folder.path(), &arguments);
        assert!(done && said.contains(wanted), "{said}");
    }
    let drop = ["jobs", "drop", "--queue", "mail-bulk", "--reason", "oud"];
    let (done, said) = said(folder.path(), &drop);
    assert!(!done && said.contains("no given-up work"), "{said}");
    assert!(!said.contains("thrown away"), "{said}");
}

#[test]
fn that_nobody_reads_on_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let mut printing = command(folder.path(), &[])
        .arg("openapi")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It prints more than a pipe holds.
    drop(printing.stdout.take());
    let ended = printing.wait_with_output().unwrap();
    assert_eq!(printed(&ended), "");
}

#[test]
fn the_doctor_tries_the_mail_server_and_sees_what_is_seldom_meant() {
    let folder = tempfile::tempdir().unwrap();
    let migrated = run(folder.path(), &[], &["migrate"]);
    assert!(migrated.status.success(), "{}", printed(&migrated));
    let doctor = |settings: &[(&str, &str)]| printed(&run(folder.path(), settings, &["doctor"]));
    let certificates = tempfile::tempdir().unwrap();
    let smtp = SmtpServer::strict(certificates.path());
    let settings = smtp.settings();
    let mut with: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, it)| (*name, it.as_str()))
        .collect();
    let said = doctor(&with);
    assert!(
        said.contains("CHECK  mail:") && said.contains("NP_MAIL_FROM"),
        "{said}"
    );
    with.push(("NP_MAIL_FROM", "post@zaanrade.example.org"));
    let said = doctor(&with);
    assert!(
        said.contains("ok     mail:") && said.contains("which answers"),
        "{said}"
    );
    drop(smtp);
    let said = doctor(&with);
    assert!(
        said.contains("WRONG  mail:") && said.contains("NP_SMTP_HOST"),
        "{said}"
    );

    let said = doctor(&[("NP_PUBLIC_URL", "http://praat.example.org")]);
    assert!(
        said.contains("CHECK  settings:") && said.contains("https"),
        "{said}"
    );
    let other = "0a".repeat(32);
    let said = doctor(&[("NP_SECRET", &other)]);
    assert!(
        said.contains("CHECK  secret:") && !said.contains(&other),
        "{said}"
    );

    let open = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    open(folder.path(), 0o755);
    let said = doctor(&[]);
    assert!(
        said.contains("ok     data directory:"),
        "all in it is closed: {said}"
    );
    open(&folder.path().join("netwerkplatform.sqlite"), 0o644);
    let said = doctor(&[]);
    assert!(said.contains("chmod -R go-rwx"), "{said}");
}

#[test]
fn the_doctor_says_whether_answers_come_in_by_mail() {
    let folder = tempfile::tempdir().unwrap();
    let mailbox = ("NP_MAIL_ANSWERS", "antwoord@reply.example.org");
    let checked = ("NP_MAIL_ANSWERS_CHECKED_BY", "mx.example.net");
    let server = ("NP_SMTP_HOST", "127.0.0.1");
    for (settings, hint) in [
        (
            &[mailbox, checked, server][..],
            "ok     answers: on at antwoord@reply.example.org; mx.example.net says",
        ),
        (&[], "ok     answers: off"),
        (&[mailbox, checked], "CHECK  answers: on at"),
        (&[mailbox], "WRONG  answers: the setting NP_MAIL_ANSWERS"),
        (&[checked], "WRONG  answers: the setting NP_MAIL_ANSWERS"),
    ] {
        let said = printed(&run(folder.path(), settings, &["doctor"]));
        assert!(said.contains(hint), "{said}");
    }
}

/// A mail server gives back what is for nobody, and keeps what has to wait (sysexits.h).
#[test]
fn whoever_hands_a_mail_over_hears_what_to_do_with_it() {
    let (folder, empty) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    assert!(said(folder.path(), &["migrate"]).0);
    let mailbox = ("NP_MAIL_ANSWERS", "antwoord@reply.example.org");
    let both = [mailbox, ("NP_MAIL_ANSWERS_CHECKED_BY", "mx.example.net")];
    let receive = ["receive", "--to", "antwoord@reply.example.org"];
    for (place, settings, code) in [
        (folder.path(), both.as_slice(), 67),
        (folder.path(), &[mailbox], 75),
        (folder.path(), &[], 75),
        (empty.path(), &both, 75),
    ] {
        let ended = run(place, settings, &receive);
        assert_eq!(ended.status.code(), Some(code), "{}", printed(&ended));
    }
    assert_eq!(below(empty.path()).len(), 1, "nor was an installation made");
    let half = run(folder.path(), &[mailbox], &["doctor"]);
    assert!(printed(&half).contains("NP_MAIL_ANSWERS_CHECKED_BY together"));
}

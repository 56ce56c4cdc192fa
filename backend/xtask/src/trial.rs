//! Trials are run by a program of their own, on the binary that is built beside it: both are built first.

use std::process::Command;

use crate::{Failure, workspace};

pub fn run(asked: &[&str]) -> Result<Vec<String>, Failure> {
    let root = workspace::metadata()?.workspace_root;
    let built = Command::new("cargo")
        .args(["build", "--locked", "--workspace", "--bins", "--quiet"])
        .current_dir(&root)
        .status()?;
    if !built.success() {
        return Err("it does not build".into());
    }
    let trials = std::env::current_exe()?.with_file_name("trials");
    let ended = Command::new(trials)
        .args(asked)
        .current_dir(&root)
        .status()?;
    let broken = (!ended.success()).then(|| "an expectation was not met: see above".to_owned());
    Ok(broken.into_iter().collect())
}

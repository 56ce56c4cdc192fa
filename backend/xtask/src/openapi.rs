//! `backend/openapi.json` is made by the binary that was built beside this one, and committed.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::{Failure, workspace};

pub fn write() -> Result<Vec<String>, Failure> {
    fs::write(committed()?, served()?)?;
    Ok(Vec::new())
}

pub fn complaints() -> Result<Vec<String>, Failure> {
    let (file, served) = (committed()?, served()?);
    let committed = fs::read_to_string(&file).unwrap_or_default();
    let stale = committed != served;
    let told = format!(
        "{}: no longer what the server says; run `cargo xtask openapi`",
        file.display()
    );
    Ok(stale.then_some(told).into_iter().collect())
}

fn committed() -> Result<PathBuf, Failure> {
    Ok(workspace::metadata()?
        .workspace_root
        .into_std_path_buf()
        .join("backend/openapi.json"))
}

fn served() -> Result<String, Failure> {
    let binary = std::env::current_exe()?.with_file_name("netwerkplatform");
    let told = Command::new(&binary)
        .arg("openapi")
        .output()
        .map_err(|cause| format!("{}: {cause}", binary.display()))?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).into_owned().into());
    }
    Ok(format!("{}\n", String::from_utf8(told.stdout)?.trim_end()))
}

//! `backend/openapi.json` is made by the binary that was built beside this one, and committed. An API test compares it.

use std::fs;
use std::process::Command;

use crate::{Failure, workspace};

pub fn write() -> Result<Vec<String>, Failure> {
    let root = workspace::metadata()?.workspace_root;
    let binary = std::env::current_exe()?.with_file_name("netwerkplatform");
    let told = Command::new(&binary)
        .arg("openapi")
        .output()
        .map_err(|cause| format!("{}: {cause}", binary.display()))?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).into_owned().into());
    }
    fs::write(root.join("backend/openapi.json"), told.stdout)?;
    Ok(Vec::new())
}

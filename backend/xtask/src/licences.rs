//! Every dependency, of the server and of the browser, may be shipped with a product under EUPL-1.2.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{Failure, spdx, workspace};

const ACCEPTED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "OpenSSL",
    "Python-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "WTFPL",
    "Zlib",
];

/// Packages that state no licence in a form that a program reads; a person read it, and says which it is.
const READ_BY_A_PERSON: &[(&str, &str)] = &[("reserved", "MIT")];

const LOCK_FILES: &[&str] = &[
    "frontend/package-lock.json",
    "e2e/package-lock.json",
    "infra/api-design-rules/package-lock.json",
];

pub fn complaints() -> Result<Vec<String>, Failure> {
    let metadata = workspace::metadata()?;
    let mut found: Vec<String> = metadata
        .packages
        .iter()
        .filter_map(|it| {
            complaint(
                &format!("{} {}", it.name, it.version),
                &it.name,
                it.license.as_deref(),
            )
        })
        .collect();
    for file in LOCK_FILES {
        found.extend(of_lock_file(
            &metadata.workspace_root.as_std_path().join(file),
        )?);
    }
    Ok(found)
}

fn of_lock_file(file: &Path) -> Result<Vec<String>, Failure> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let packages = lock
        .get("packages")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    let licensed = packages
        .filter(|(path, _)| !path.is_empty())
        .filter_map(|(path, package)| {
            let name = path.rsplit("node_modules/").next().unwrap_or(path);
            complaint(
                &format!("{}: {name}", file.display()),
                name,
                package.get("license").and_then(Value::as_str),
            )
        });
    Ok(licensed.collect())
}

fn complaint(place: &str, name: &str, stated: Option<&str>) -> Option<String> {
    let read = READ_BY_A_PERSON
        .iter()
        .find(|(package, _)| *package == name)
        .map(|(_, licence)| *licence);
    let licence = read.or(stated).unwrap_or_default();
    match spdx::accepted(licence, &|it| ACCEPTED.contains(&it)) {
        Some(true) => None,
        Some(false) => Some(format!(
            "{place}: {licence} is not on the list of accepted licences"
        )),
        None => Some(format!("{place}: no licence that can be read: {licence:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_and_compatible_is_accepted() {
        assert_eq!(complaint("x", "x", Some("MIT OR Apache-2.0")), None);
        assert_eq!(complaint("x", "x", Some("EUPL-1.2")), None);
    }

    #[test]
    fn proprietary_unknown_and_incompatible_are_not() {
        assert!(complaint("x", "x", Some("SEE LICENSE IN LICENSE.md")).is_some());
        assert!(complaint("x", "x", Some("SSPL-1.0")).is_some());
        assert!(complaint("x", "x", None).is_some());
    }
}

//! What is made once for each build of the tests, by whichever test comes first, and read by the others.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Several tests may make it at once; whoever renames last replaces it by the same.
pub fn text(name: &str, make: fn() -> String) -> String {
    let kept = place(name);
    std::fs::read_to_string(&kept).unwrap_or_else(|_| {
        let text = make();
        let part = part_of(&kept);
        std::fs::write(&part, &text).unwrap();
        std::fs::rename(part, kept).unwrap();
        text
    })
}

/// Where it is kept.
pub fn place(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("netwerkplatform-{}-{name}", build()))
}

/// Where this test makes it.
pub fn part_of(kept: &Path) -> PathBuf {
    kept.with_extension(format!("{}.part", std::process::id()))
}

/// A number of this build of the tests.
pub fn build() -> u128 {
    let exe = std::env::current_exe().unwrap();
    let modified = std::fs::metadata(exe).unwrap().modified().unwrap();
    modified.duration_since(UNIX_EPOCH).unwrap().as_millis()
}

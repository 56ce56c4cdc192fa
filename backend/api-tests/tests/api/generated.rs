//! Files that are printed by tests, and committed to be read.

use std::path::Path;

/// With `NP_WRITE_GENERATED` the file is written anew, below the folder that this names; without it, it must be what it
/// would be.
#[expect(
    clippy::disallowed_methods,
    reason = "the gate's setting, not the product's"
)]
pub fn compare(name: &str, printed: &str) {
    if let Ok(folder) = std::env::var("NP_WRITE_GENERATED") {
        std::fs::write(Path::new(&folder).join(name), printed).unwrap();
        return;
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == printed, "run: make generate\n{printed}");
}

//! What only tests depend on asks no other features of what the program depends on: a crate that is built with other
//! features is another crate, and so is everything of ours above it.

use std::collections::BTreeSet;
use std::process::Command;

use crate::Failure;

/// Of what Cargo resolves for the program, and for the program with its tests.
pub fn complaints() -> Result<Vec<String>, Failure> {
    Ok(differences(&tree("normal,build")?, &tree("all")?))
}

/// A package with its features on each line: see cargo-tree(1).
fn tree(edges: &str) -> Result<String, Failure> {
    let asked = ["--edges", edges, "--prefix", "none", "--format", "{p} {f}"];
    let told = Command::new("cargo")
        .args(["tree", "--locked", "--workspace"])
        .args(asked)
        .output()?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).into());
    }
    Ok(String::from_utf8(told.stdout)?)
}

fn differences(of_the_program: &str, with_tests: &str) -> Vec<String> {
    let with_tests = lines(with_tests);
    let others = lines(of_the_program)
        .into_iter()
        .filter(|line| !with_tests.contains(line));
    others
        .map(|line| format!("{line}: tests ask for other features of it"))
        .collect()
}

/// What was printed before is marked.
fn lines(tree: &str) -> BTreeSet<&str> {
    let lines = tree.lines().map(|line| line.trim_end_matches(" (*)"));
    lines.filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_that_only_tests_ask_for_is_seen() {
        let program = "db v0.1.0 \nmemchr v2.8.3 std\ndb v0.1.0  (*)\n";
        assert!(differences(program, "memchr v2.8.3 std\ndb v0.1.0 \ninsta v1.49.0 \n").is_empty());
        let other = differences(program, "db v0.1.0 \nmemchr v2.8.3 default,std\n");
        assert_eq!(
            other,
            ["memchr v2.8.3 std: tests ask for other features of it"]
        );
    }
}

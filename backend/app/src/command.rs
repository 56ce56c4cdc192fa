//! The name by which this program is called where it is installed.
//!
//! Hints are written with `netwerkplatform …`. An operator types `netwerkplatformctl …`, which brings along the settings
//! and secrets of the server: without them a hint that is followed would be about another installation.

use std::path::Path;

/// Where that command lies, seen from the program: in the image, and in the package of Debian.
const BESIDE: [&str; 2] = ["netwerkplatformctl", "../sbin/netwerkplatformctl"];

/// A hint with its commands as they are typed here.
pub fn typed(hint: &str) -> String {
    match std::env::current_exe() {
        Ok(program) => typed_for(&program, hint),
        Err(_unknown) => hint.to_owned(),
    }
}

fn typed_for(program: &Path, hint: &str) -> String {
    let is_installed = program
        .parent()
        .is_some_and(|folder| BESIDE.iter().any(|it| folder.join(it).exists()));
    if is_installed {
        hint.replace("`netwerkplatform ", "`netwerkplatformctl ")
    } else {
        hint.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_hint_names_the_command_that_is_there() {
        let root = std::env::temp_dir().join(format!("np-command-{}", std::process::id()));
        let (bin, sbin) = (root.join("bin"), root.join("sbin"));
        fs::create_dir_all(&bin).unwrap();
        fs::create_dir_all(&sbin).unwrap();
        let program = bin.join("netwerkplatform");
        let hint = "run `netwerkplatform migrate`, as netwerkplatform";
        assert_eq!(typed_for(&program, hint), hint);
        for folder in [&sbin, &bin] {
            let wrapper = folder.join("netwerkplatformctl");
            fs::write(&wrapper, "").unwrap();
            let said = typed_for(&program, hint);
            assert_eq!(said, "run `netwerkplatformctl migrate`, as netwerkplatform");
            fs::remove_file(wrapper).unwrap();
        }
        fs::remove_dir_all(root).unwrap();
    }
}

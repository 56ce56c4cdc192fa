//! On what was measured, and how busy it was with other things.

use crate::Failure;

/// "2 cores of AMD EPYC, 24 GiB of memory, Linux 6.18".
pub fn description() -> Result<String, Failure> {
    let cpu = std::fs::read_to_string("/proc/cpuinfo")?;
    let memory = std::fs::read_to_string("/proc/meminfo")?;
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease")?;
    let total: u64 = field(&memory, "MemTotal").trim_end_matches(" kB").parse()?;
    Ok(format!(
        "{} cores of {}, {} GiB of memory, Linux {}",
        std::thread::available_parallelism()?,
        field(&cpu, "model name"),
        total.div_ceil(1024 * 1024),
        kernel.trim(),
    ))
}

/// How many processes wanted to run, over 1, 5 and 15 minutes.
pub fn load() -> Result<String, Failure> {
    let load = std::fs::read_to_string("/proc/loadavg")?;
    Ok(load.split(' ').take(3).collect::<Vec<_>>().join(", "))
}

/// Lets this process, and those that it starts, open as many files as the machine allows; how many that is.
pub fn open_files() -> Result<u64, Failure> {
    Ok(rlimit::increase_nofile_limit(u64::MAX)?)
}

fn field<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_default()
        .trim_start_matches([' ', '\t', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_what_stands_behind_its_name() {
        let text = "processor\t: 0\nmodel name\t: Some CPU\nMemTotal:   512 kB\n";
        assert_eq!(field(text, "model name"), "Some CPU");
        assert_eq!(field(text, "MemTotal"), "512 kB");
        assert_eq!(field(text, "flags"), "");
    }
}

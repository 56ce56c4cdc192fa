//! On what it runs, and what a process of it uses: see proc(5).

use std::fs::read_to_string;

pub fn description() -> String {
    let cpu = read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let kernel = read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "{cores} cores of {}, Linux {}",
        model
            .unwrap_or_default()
            .trim_start_matches(['\t', ':', ' ']),
        kernel.trim()
    )
}

pub const fn build() -> &'static str {
    if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    }
}

/// What a process holds.
#[derive(Clone, Copy, Debug)]
pub struct Vitals {
    pub memory_kib: u64,
    pub files: usize,
}

impl Vitals {
    pub fn of(pid: u32) -> Self {
        let status = read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = resident.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok());
        Self {
            memory_kib: kib.unwrap_or(0),
            files: std::fs::read_dir(format!("/proc/{pid}/fd")).map_or(0, Iterator::count),
        }
    }
}

/// Processor time of a process, by all its threads, in hundredths of a second.
pub fn processor(pid: u32) -> u64 {
    let stat = read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let behind_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields = behind_name.split_whitespace().skip(11).take(2);
    fields.filter_map(|field| field.parse::<u64>().ok()).sum()
}

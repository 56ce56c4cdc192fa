//! What Linux knows of a process: see proc(5).

use std::time::Duration;

use crate::Failure;

/// Linux counts in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// User and system time of a process, by all its threads.
pub fn processor(pid: u32) -> Result<Duration, Failure> {
    Ok(Stat::read(pid)?.processor())
}

/// The same of a process and its children, with those that ended.
pub fn processor_of_family(parent: u32) -> Result<Duration, Failure> {
    let own = Stat::read(parent)?;
    let mut sum = own.processor() + own.ended_children();
    for entry in std::fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(pid) = name.to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // A process may end while we look.
        if let Ok(stat) = Stat::read(pid)
            && stat.parent() == Some(parent)
        {
            sum += stat.processor();
        }
    }
    Ok(sum)
}

pub fn parent_of(pid: u32) -> Result<u32, Failure> {
    Ok(Stat::read(pid)?.parent().ok_or("no parent")?)
}

/// A line of `/proc/PID/status`: `VmRSS:` now, `VmHWM:` at most.
pub fn memory_kib(pid: u32, line: &str) -> Result<u64, Failure> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let found = status.lines().find_map(|it| it.strip_prefix(line));
    let kib = found.ok_or("no memory line")?.trim();
    Ok(kib.trim_end_matches(" kB").parse()?)
}

/// The fields after the name, which may hold anything.
struct Stat(Vec<String>);

impl Stat {
    fn read(pid: u32) -> Result<Self, Failure> {
        Self::parse(&std::fs::read_to_string(format!("/proc/{pid}/stat"))?)
    }

    fn parse(line: &str) -> Result<Self, Failure> {
        let (_, after_name) = line.rsplit_once(')').ok_or("no process name")?;
        Ok(Self(
            after_name.split_whitespace().map(str::to_owned).collect(),
        ))
    }

    fn parent(&self) -> Option<u32> {
        self.0.get(1)?.parse().ok()
    }

    fn processor(&self) -> Duration {
        self.ticks(11) + self.ticks(12)
    }

    fn ended_children(&self) -> Duration {
        self.ticks(13) + self.ticks(14)
    }

    fn ticks(&self, place: usize) -> Duration {
        let ticks: u32 = self
            .0
            .get(place)
            .and_then(|it| it.parse().ok())
            .unwrap_or(0);
        TICK * ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_spaces_and_brackets_is_passed_over() {
        let line = "41 (a (b) c) S 7 41 41 0 -1 0 1 2 3 4 150 50 30 20 20 0 9 0 1 1 1";
        let stat = Stat::parse(line).unwrap();
        assert_eq!(stat.parent(), Some(7));
        assert_eq!(stat.processor(), Duration::from_secs(2));
        assert_eq!(stat.ended_children(), Duration::from_millis(500));
    }
}

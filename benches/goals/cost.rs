//! What one process costs, seen from outside; Linux only, as the machine that measures.

use std::fmt;
use std::fs;
use std::io::{Error, Result};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The kernel counts processor time in hundredths of a second here, whatever its own clock does.
const MS_PER_TICK: f64 = 10.0;

/// The cost of one run, or the middle one of several.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// From start to end, in milliseconds.
    pub(crate) wall: f64,
    /// Processor time of user and system, in milliseconds; exact to a tick, so only the mean of many says much.
    pub(crate) cpu: f64,
    /// The most memory it held, in MiB; not a number where GNU time is not there to tell.
    pub(crate) peak: f64,
}

impl Cost {
    /// Runs a program to its end. It goes through GNU time, which is small: a child of this process would inherit the
    /// memory of this process as its own peak.
    pub(crate) fn of(command: &Command) -> Result<Self> {
        let note = std::env::temp_dir().join(format!("foliocheck-peak-{}", std::process::id()));
        let mut timed = Command::new("/usr/bin/time");
        timed.args(["-q", "-f", "%M", "-o"]).arg(&note).arg(command.get_program()).args(command.get_args());
        timed.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        timed.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let (ticks, start) = (ticks_of_children()?, Instant::now());
        timed.status().map_err(|error| Error::other(format!("/usr/bin/time (package `time`): {error}")))?;
        let wall = start.elapsed().as_secs_f64() * 1e3;
        let cpu = (ticks_of_children()? - ticks) * MS_PER_TICK;
        let peak = fs::read_to_string(&note)?.split_whitespace().last().and_then(|kib| kib.parse().ok());
        fs::remove_file(&note)?;
        Ok(Self { wall, cpu, peak: peak.map_or(f64::NAN, |kib: f64| kib / 1024.0) })
    }

    /// The median wall, the mean processor time, and the largest peak.
    pub(crate) fn middle(runs: &[Self]) -> Self {
        let mut walls: Vec<f64> = runs.iter().map(|run| run.wall).collect();
        walls.sort_by(f64::total_cmp);
        let cpu: f64 = runs.iter().map(|run| run.cpu).sum();
        let peak = runs.iter().map(|run| run.peak).fold(f64::NAN, f64::max);
        Self {
            wall: walls[walls.len() / 2],
            cpu: cpu / f64::from(u32::try_from(runs.len()).unwrap_or(1)),
            peak,
        }
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.1} ms, {:.1} ms of CPU, {:.1} MiB at most", self.wall, self.cpu, self.peak)
    }
}

/// What the children that ended have used, from the 16th and 17th field of `/proc/self/stat`.
fn ticks_of_children() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let fields = after_name.split_whitespace().skip(13).take(2);
    Ok(fields.filter_map(|field| field.parse::<f64>().ok()).sum())
}

//! The real program in a process of its own, and how much memory it takes.

use crate::{Data, Failure};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// `cabas serve` on the measured data.
pub(crate) struct Server {
    pub(crate) address: String,
    child: Child,
}

fn command(data: &Data) -> std::io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("--data").arg(&data.folder).env("RUST_LOG", "error");
    if let Some(url) = &data.database {
        command.arg("--database").arg(url);
    }
    Ok(command)
}

impl Server {
    /// Starts it; its address is what it prints.
    pub(crate) fn start(data: &Data) -> Result<Self, Failure> {
        let mut child = command(data)?.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        if let Some(out) = child.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        Ok(Self { address: line.trim().to_owned(), child })
    }

    /// The most it took and what it takes now, megabytes.
    pub(crate) fn memory(&self) -> (u64, u64) {
        memory(self.child.id()).unwrap_or_default()
    }

    /// Stops it.
    pub(crate) fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Runs a command to its end: the most memory it took, megabytes, and whether it succeeded.
pub(crate) fn run_to_end(data: &Data, words: &[&str]) -> Result<(u64, bool), Failure> {
    let mut child = command(data)?.args(words).stdout(Stdio::null()).spawn()?;
    let mut peak = 0;
    loop {
        if let Some((most, _)) = memory(child.id()) {
            peak = peak.max(most);
        }
        if let Some(status) = child.try_wait()? {
            return Ok((peak, status.success()));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Processor time of the calling thread, where the system tells (Linux): what a busy neighbour does not change.
pub(crate) fn thread_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|ns| ns.parse().ok()).unwrap_or(0))
}

/// Processor time of all threads of this process that still run.
pub(crate) fn process_time() -> Duration {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    threads
        .filter_map(|thread| std::fs::read_to_string(thread.path().join("schedstat")).ok())
        .filter_map(|text| text.split(' ').next().and_then(|ns| ns.parse().ok()).map(Duration::from_nanos))
        .sum()
}

/// Peak and present resident memory, where the system tells (Linux).
fn memory(process: u32) -> Option<(u64, u64)> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let field = |name: &str| {
        let line = status.lines().find_map(|l| l.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
    };
    Some((field("VmHWM:")?, field("VmRSS:")?))
}

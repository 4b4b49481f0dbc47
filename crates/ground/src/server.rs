//! A PostgreSQL of a test's own, to be stopped and started again under a running program.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A PostgreSQL server; stopped when dropped.
pub struct Server {
    bin: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Server {
    /// Makes a cluster and starts it.
    pub fn start() -> Self {
        let versions = std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL’s server is installed");
        let newest = versions.flatten().map(|v| v.path()).max_by_key(|path| version(path)).expect("a version");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let server = Self { bin: newest.join("bin"), folder, port };
        if is_root() {
            server.must(Command::new("chown").arg("postgres").arg(server.folder.path()));
        }
        let data = server.data();
        server.must(
            server.program("initdb").args(["-U", "cabas", "--auth=trust", "--encoding=UTF8", "--locale=C", "-D"]).arg(data),
        );
        server.start_again();
        server
    }

    /// Starts it (again).
    pub fn start_again(&self) {
        let (folder, port) = (self.folder.path().display(), self.port);
        let options = format!("-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_wal_size=1GB");
        let log = self.folder.path().join("log");
        self.must(self.program("pg_ctl").arg("-D").arg(self.data()).arg("-l").arg(log).args(["-w", "-o", &options, "start"]));
    }

    /// Stops it without a goodbye, as a power cut does: what was not committed is lost.
    pub fn kill(&self) {
        self.must(self.program("pg_ctl").arg("-D").arg(self.data()).args(["-m", "immediate", "stop"]));
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("postgres://cabas@127.0.0.1:{}/postgres", self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// PostgreSQL refuses to run as root.
    fn program(&self, name: &str) -> Command {
        let path = self.bin.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.current_dir(self.folder.path());
        command
    }

    fn must(&self, command: &mut Command) {
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(status.is_ok_and(|s| s.success()), "{command:?} in {}", self.folder.path().display());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut stop = self.program("pg_ctl");
        let _ = stop
            .arg("-D")
            .arg(self.data())
            .args(["-m", "immediate", "stop"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
    }
}

fn version(path: &Path) -> u32 {
    path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse().ok()).unwrap_or(0)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0\n"))
}

//! Running the real program on a fresh database.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// A place for data: a folder, and a PostgreSQL schema if wanted.
pub struct Ground {
    pub folder: TempDir,
    pub database: Option<String>,
    pub name: &'static str,
}

/// A fresh one of each kind.
pub fn grounds() -> [Ground; 2] {
    let folder = || tempfile::tempdir().expect("a folder");
    [
        Ground { folder: folder(), database: None, name: "SQLite" },
        Ground { folder: folder(), database: Some(ground::postgres_url()), name: "PostgreSQL" },
    ]
}

impl Ground {
    /// A fresh one on a PostgreSQL of the test's own.
    pub fn on(url: String) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), database: Some(url), name: "its own PostgreSQL" }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cabas"));
        command.arg("--data").arg(self.path()).env("RUST_LOG", "error").env("CABAS_LANG", "fr");
        if let Some(url) = &self.database {
            command.arg("--database").arg(url);
        }
        command
    }

    /// Runs a command; the words are split at spaces.
    pub fn try_run(&self, words: &str) -> Output {
        self.command().args(words.split(' ').filter(|w| !w.is_empty())).output().expect("the program starts")
    }

    /// Runs a command that must succeed; returns what it prints.
    pub fn run(&self, words: &str) -> String {
        let output = self.try_run(words);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: cabas {words}: {errors}", self.name);
        String::from_utf8(output.stdout).expect("text").trim().to_owned()
    }

    /// Runs a command that must be refused with a code; nothing else.
    pub fn refused(&self, words: &str, code: &str) {
        let output = self.try_run(words);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{}: cabas {words}: {errors}", self.name);
        assert!(errors.contains(&format!("[{code}]")), "{}: cabas {words}: {errors}", self.name);
        assert!(errors.contains('→'), "a next step: {errors}");
    }

    /// Starts the server; its address is what it prints.
    pub fn serve(&self) -> Server {
        self.serve_with(&[])
    }

    /// The same, with variables of its environment.
    pub fn serve_with(&self, variables: &[(&str, &Path)]) -> Server {
        let mut child = self
            .command()
            .envs(variables.iter().copied())
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("it says its address");
        Server { address: line.trim().to_owned(), child }
    }
}

/// A running server, killed when dropped.
pub struct Server {
    pub address: String,
    pub child: Child,
}

impl Server {
    /// `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Ground {
    /// A programme with `count` coupons of 5 $ handed out; returns their codes.
    pub fn prepare(&self, count: u32) -> Vec<String> {
        self.prepare_as(&ground::programme_of_today(), count)
    }

    /// The same, of a programme that decided something else.
    pub fn prepare_as(&self, programme: &str, count: u32) -> Vec<String> {
        let file = self.path().join("programme.toml");
        std::fs::write(&file, programme).expect("written");
        self.run(&format!("programme open {}", file.display()));
        self.run("programme receive --fund desjardins --amount 1000000 --reference virement --on 2025-06-01");
        self.run(&format!("coupons issue --class A --count {count} --booklet 10"));
        self.run(&format!("stock take-in 1:1-{count}"));
        self.run(&format!("stock allot 1:1-{count} --partner cuisine"));
        for first in (1..=count).step_by(5_000) {
            let last = (first + 4_999).min(count);
            self.run(&format!("stock hand-out --partner cuisine --coupons 1:{first}-{last} --band 1"));
        }
        self.codes(1)
    }

    /// A batch's codes.
    pub fn codes(&self, batch: u32) -> Vec<String> {
        let csv = self.run(&format!("coupons list --batch {batch} --format csv"));
        csv.lines().skip(1).map(|line| line.split(',').nth(2).expect("a code").to_owned()).collect()
    }

    /// A person with a role, and the token of a session of theirs.
    pub fn token(&self, name: &str, role: &str, of: &str) -> (String, String) {
        let person = self.run(&format!("people add --name {name}"));
        let of = if of.is_empty() { String::new() } else { format!("--of {of}") };
        self.run(&format!("people grant --person {person} --role {role} {of}"));
        let token = self.run(&format!("people token --person {person}"));
        (person, token)
    }

    pub fn audit(&self) {
        let output = self.try_run("audit");
        assert!(output.status.success(), "{}: {}", self.name, String::from_utf8_lossy(&output.stdout));
    }
}

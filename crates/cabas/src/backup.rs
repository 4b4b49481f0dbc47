//! `cabas backup` and `cabas restore`.

use crate::out::say;
use crate::{Data, Done, Failure, open};
use anyhow::Context;
use clap::Args;
use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter};
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Backup {
    /// File to write. With the secrets in it, it is worth as much as the coupons: keep it in a safe.
    file: PathBuf,
    /// Leave the secrets out: to restore such a copy, give the file of secrets with --keys.
    #[arg(long)]
    without_secrets: bool,
    /// Writes over a file that is there.
    #[arg(long)]
    force: bool,
}

#[derive(Args)]
pub(crate) struct Restore {
    /// File to read.
    file: PathBuf,
}

impl Backup {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let app = open::existing(data)?;
        if !self.force && self.file.exists() {
            return Err(Failure::Said("cli-file-exists", ("file", self.file.display().to_string())));
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let draft = self.file.with_extension("partial");
        let mut out = BufWriter::new(options.open(&draft).with_context(|| draft.display().to_string())?);
        app.backup_wait(&mut out, !self.without_secrets)?;
        out.into_inner().map_err(|e| anyhow::anyhow!(e.to_string()))?.sync_all()?;
        std::fs::rename(&draft, &self.file)?;
        Ok(())
    }
}

impl Restore {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let app = open::app(data)?;
        let path = self.file.clone();
        File::open(&path).with_context(|| path.display().to_string())?;
        let count = app.restore_wait(move || File::open(&path).map(BufReader::new))?;
        say!("{count}");
        Ok(())
    }
}

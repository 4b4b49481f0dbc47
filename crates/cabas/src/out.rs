//! The one way to standard output. Whoever reads may leave at any time (`cabas settle list | head -1`): the
//! rest is then written to nobody, quietly, and the work goes on to its end.

use crate::Done;
use std::fmt::Arguments;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

/// How standard output is.
enum Reader {
    /// Somebody reads.
    Listens,
    /// Nobody reads any more.
    Left,
    /// What was written is not kept, such as on a full disk.
    Failed(io::Error),
}

static READER: Mutex<Reader> = Mutex::new(Reader::Listens);

/// Writes a line to standard output.
macro_rules! say {
    ($($words:tt)*) => { $crate::out::line(format_args!($($words)*)) };
}

/// Writes a line to standard error; nobody has to read it.
macro_rules! complain {
    ($($words:tt)*) => { { let _ = ::std::io::Write::write_fmt(&mut ::std::io::stderr(), format_args!("{}\n", format_args!($($words)*))); } };
}

pub(crate) use {complain, say};

pub(crate) fn line(words: Arguments<'_>) {
    let _ = Out.write_fmt(format_args!("{words}\n"));
}

/// Whether the reader left: a long list may stop there.
pub(crate) fn reader_left() -> bool {
    matches!(*READER.lock().unwrap_or_else(PoisonError::into_inner), Reader::Left)
}

/// Sends what is still waiting; says so when what was written is not kept.
pub(crate) fn finish() -> Done {
    let _ = Out.flush();
    match &*READER.lock().unwrap_or_else(PoisonError::into_inner) {
        Reader::Failed(error) => Err(io::Error::new(error.kind(), error.to_string()).into()),
        Reader::Listens | Reader::Left => Ok(()),
    }
}

/// Standard output, for what writes bytes.
pub(crate) struct Out;

impl Out {
    fn heard<T>(result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| {
            let mut reader = READER.lock().unwrap_or_else(PoisonError::into_inner);
            let kind = error.kind();
            match *reader {
                Reader::Listens if kind == io::ErrorKind::BrokenPipe => *reader = Reader::Left,
                Reader::Listens => *reader = Reader::Failed(error),
                Reader::Left | Reader::Failed(_) => {}
            }
            kind.into()
        })
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Self::heard(io::stdout().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Self::heard(io::stdout().flush())
    }
}

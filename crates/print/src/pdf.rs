//! A PDF file written as it is made: each object goes to the output at once and only its offset is kept,
//! eight bytes an object, so that a print run of any length fits in memory.

use pdf_writer::{Chunk, Ref, Settings};
use std::io::{self, Write};

/// The file so far.
pub(crate) struct PdfStream<W> {
    out: W,
    position: u64,
    /// Offset of object `index + 1`; zero until it is written.
    offsets: Vec<u64>,
}

impl<W: Write> PdfStream<W> {
    /// Writes the header. The bytes above 127 tell other programs that the file is binary.
    pub(crate) fn begin(out: W) -> io::Result<Self> {
        let mut stream = Self { out, position: 0, offsets: Vec::new() };
        stream.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
        Ok(stream)
    }

    /// A number for an object to be written later.
    pub(crate) fn reserve(&mut self) -> Ref {
        self.offsets.push(0);
        Ref::new(i32::try_from(self.offsets.len()).expect("a PDF has at most 2^31 objects"))
    }

    /// Writes one object, which `build` makes with the number it is given.
    pub(crate) fn object(&mut self, id: Ref, build: impl FnOnce(&mut Chunk, Ref)) -> io::Result<()> {
        let mut chunk = Chunk::with_settings(Settings { pretty: false });
        build(&mut chunk, id);
        debug_assert!(chunk.refs().eq([id]), "one object a chunk");
        let slot = usize::try_from(id.get() - 1).expect("object numbers start at 1");
        self.offsets[slot] = self.position;
        self.put(chunk.as_bytes())
    }

    /// Writes the cross-reference table and the trailer; says how many bytes the file has.
    pub(crate) fn finish(mut self, catalog: Ref, info: Ref) -> io::Result<u64> {
        let start = self.position;
        let size = self.offsets.len() + 1;
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f\r\n").into_bytes();
        for offset in &self.offsets {
            debug_assert_ne!(*offset, 0, "a reserved object was never written");
            write!(table, "{offset:010} 00000 n\r\n")?;
        }
        let (catalog, info) = (catalog.get(), info.get());
        write!(table, "trailer\n<</Size {size}/Root {catalog} 0 R/Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n")?;
        self.put(&table)?;
        self.out.flush()?;
        Ok(self.position)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.position += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(())
    }
}

/// Deflates a stream. Level 1: runs of small rectangles shrink to a fifth already, and print runs are long.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 1)
}

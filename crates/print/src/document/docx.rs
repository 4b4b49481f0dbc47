//! The same document for a word processor: WordprocessingML (ECMA-376) with real styles for headings, lists and
//! tables, so that whoever changes it keeps a document that a screen reader can walk through.

mod body;
mod parts;

use super::picture::pictogram;
use super::world::DocumentError;
use super::written::Written;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Names of the pictures of a document, each once, in order.
fn pictures(written: &Written) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for name in written.pictures() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Writes the file.
pub(super) fn write(written: &Written) -> Result<Vec<u8>, DocumentError> {
    let pictures = pictures(written);
    let body = body::body(written, &pictures);
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".into(), parts::content_types().into_bytes()),
        ("_rels/.rels".into(), parts::root_relations().into_bytes()),
        ("docProps/core.xml".into(), parts::core(written).into_bytes()),
        ("word/document.xml".into(), body.document.into_bytes()),
        ("word/styles.xml".into(), parts::styles(written).into_bytes()),
        ("word/numbering.xml".into(), parts::numbering(body.numbered).into_bytes()),
        ("word/settings.xml".into(), parts::settings(written).into_bytes()),
        ("word/footer1.xml".into(), parts::footer(written).into_bytes()),
        ("word/_rels/document.xml.rels".into(), parts::relations(written, &pictures).into_bytes()),
    ];
    for name in &pictures {
        files.push((format!("word/media/{name}.png"), pictogram(name).to_vec()));
    }
    if let Some(logo) = &written.logo {
        files.push(("word/media/logo.png".into(), logo.png.clone()));
    }
    for (at, logo) in written.supporters().iter().enumerate() {
        files.push((format!("word/media/supporter{at}.png"), logo.png.clone()));
    }
    // The same data makes the same bytes: no clock in the archive.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let fault = |error: &dyn std::fmt::Display| DocumentError::Archive(error.to_string());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options).map_err(|error| fault(&error))?;
        archive.write_all(&bytes).map_err(|error| fault(&error))?;
    }
    Ok(archive.finish().map_err(|error| fault(&error))?.into_inner())
}

/// A text inside XML. Characters that XML has no place for are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

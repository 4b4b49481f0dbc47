//! The folders of words, compiled in: `locales/<language>/<subject>.ftl` and `guide/<language>/<person>.md`.

/// What a language says.
pub(crate) struct Folder {
    /// Its code, such as `fr-CA`.
    pub(crate) code: &'static str,
    /// Its messages: subject, text of the Fluent file.
    pub(crate) messages: &'static [(&'static str, &'static str)],
    /// Its guide: person, text.
    pub(crate) guide: &'static [(&'static str, &'static str)],
}

// Written by build.rs from what is in the folders.
include!(concat!(env!("OUT_DIR"), "/folders.rs"));

//! The folders of words: `locales/<language>/<subject>.ftl`, `locales/<language>/language.txt` and
//! `guide/<language>/<person>.md`. Those of this tree are compiled in. A community that tries its language before it
//! is in the tree keeps the same files in a folder named by `CABAS_LANGUAGES`: `<language>/<subject>.ftl`,
//! `<language>/language.txt`, `<language>/guide/<person>.md`.

use std::path::Path;

/// Subject or person, and the text.
type Texts = &'static [(&'static str, &'static str)];

/// What a language says.
#[derive(Clone, Copy)]
pub(crate) struct Folder {
    /// Its code, such as `fr-CA`.
    pub(crate) code: &'static str,
    /// What message files cannot say of it: see `traits`.
    pub(crate) traits: &'static str,
    /// Its messages: subject, text of the Fluent file.
    pub(crate) messages: Texts,
    /// Its guide: person, text.
    pub(crate) guide: Texts,
}

// Written by build.rs from what is in the folders.
include!(concat!(env!("OUT_DIR"), "/folders.rs"));

/// The files of a folder with this ending. They are read once and kept as long as the program runs.
fn files(folder: &Path, ending: &str) -> Texts {
    let mut texts: Vec<(&'static str, &'static str)> = Vec::new();
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if let (Some(subject), Ok(text)) = (name.strip_suffix(ending), std::fs::read_to_string(&path)) {
            texts.push((subject.to_owned().leak(), text.leak()));
        }
    }
    texts.sort_unstable();
    texts.leak()
}

/// The languages of a folder that is not in this tree. One whose code is no code, or is known already, is left out.
pub(crate) fn beside(folder: &Path) -> Vec<Folder> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|p| p.is_dir()) {
        let code = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_code = code.parse::<unic_langid::LanguageIdentifier>().is_ok();
        if is_code && FOLDERS.iter().all(|known| known.code != code) {
            let traits = std::fs::read_to_string(path.join("language.txt")).unwrap_or_default();
            let (messages, guide) = (files(&path, ".ftl"), files(&path.join("guide"), ".md"));
            found.push(Folder { code: code.leak(), traits: traits.leak(), messages, guide });
        }
    }
    found.sort_unstable_by_key(|folder| folder.code);
    found
}

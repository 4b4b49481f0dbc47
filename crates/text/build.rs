//! Lists the folders of words. A language is a folder, a subject is a file in it: nothing else names them, so that
//! a language or a subject is added by adding files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The languages that come first, in this order; the others follow by code.
const FIRST: [&str; 2] = ["fr-CA", "en-CA"];

/// The folders or files of a folder, by name.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a folder with this ending, as Rust: `("coupon", include_str!("…")),`.
fn files(folder: &Path, ending: &str) -> String {
    let mut list = String::new();
    for path in inside(folder) {
        if let Some(subject) = name(&path).strip_suffix(ending) {
            write!(list, "({subject:?}, include_str!({:?})), ", path.display().to_string()).expect("memory");
        }
    }
    list
}

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where"));
    let (locales, guide) = (here.join("locales"), here.join("guide"));
    println!("cargo::rerun-if-changed={}", locales.display());
    println!("cargo::rerun-if-changed={}", guide.display());
    let mut codes: Vec<String> = inside(&locales).iter().filter(|path| path.is_dir()).map(|path| name(path)).collect();
    codes.sort_by_key(|code| FIRST.iter().position(|first| first == code).unwrap_or(FIRST.len()));
    let mut out = String::from("pub(crate) const FOLDERS: &[Folder] = &[\n");
    for code in codes {
        let (messages, paths) = (files(&locales.join(&code), ".ftl"), files(&guide.join(&code), ".md"));
        let traits = locales.join(&code).join("language.txt").display().to_string();
        writeln!(
            out,
            "Folder {{ code: {code:?}, traits: include_str!({traits:?}), messages: &[{messages}], guide: &[{paths}] }},"
        )
        .expect("memory");
    }
    out.push_str("];\n");
    let to = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to")).join("folders.rs");
    fs::write(to, out).expect("the folder of the build");
}

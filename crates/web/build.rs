//! Lists the pictures of the guide, so that one is added by adding its file: the tests of the browser make them.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where")).join("assets/guide");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut out = String::from("const PICTURES: &[(&str, &[u8])] = &[\n");
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "webp")) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        writeln!(out, "({name:?}, include_bytes!({:?})),", path.display().to_string()).expect("memory");
    }
    out.push_str("];\n");
    let to = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to")).join("pictures.rs");
    fs::write(to, out).expect("the folder of the build");
}

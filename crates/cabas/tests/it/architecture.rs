//! The absences that ARCHITECTURE.md promises, checked on the tree.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What each crate of ours may use of ours.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("text", &["domain"]),
    ("print", &[]),
    ("exchange", &["domain", "text"]),
    ("notebook", &[]),
    ("photo", &[]),
    ("app", &["domain", "store", "text", "print", "exchange", "notebook", "photo"]),
    ("web", &["app", "domain", "text"]),
    ("sim", &["app", "domain"]),
    ("cabas", &["app", "web", "sim", "domain", "text", "exchange"]),
    ("ground", &["app"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace")
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Every source file of every crate: crate, path, text.
fn files(part: &str) -> Vec<(String, PathBuf, String)> {
    let mut out = Vec::new();
    for (name, _) in MAY_USE {
        let mut found = Vec::new();
        sources(&root().join("crates").join(name).join(part), &mut found);
        out.extend(found.into_iter().map(|path| {
            let text = std::fs::read_to_string(&path).expect("a source file");
            ((*name).to_owned(), path, text)
        }));
    }
    assert!(out.len() > 20 || part == "tests", "the tree was found");
    out
}

#[test]
fn crates_use_only_the_floors_below() {
    let ours: Vec<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    for (name, allowed) in MAY_USE {
        let manifest = std::fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).expect("a manifest");
        let manifest: BTreeMap<String, toml::Value> = toml::from_str(&manifest).expect("TOML");
        let used = manifest.get("dependencies").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        for dependency in used.keys().filter(|d| ours.contains(&d.as_str())) {
            assert!(allowed.contains(&dependency.as_str()), "{name} uses {dependency}");
        }
    }
}

#[test]
fn every_crate_is_on_the_map() {
    let folders = std::fs::read_dir(root().join("crates")).expect("crates");
    for folder in folders.flatten() {
        let name = folder.file_name().to_string_lossy().into_owned();
        assert!(MAY_USE.iter().any(|(known, _)| *known == name), "{name} is not on the map");
    }
}

#[test]
fn sql_is_only_in_store_and_http_only_in_web() {
    for (name, path, text) in files("src") {
        if name != "store" {
            for sql in ["\"SELECT ", "\"INSERT INTO ", "\"UPDATE ", "\"DELETE FROM ", "rusqlite::", "tokio_postgres::"] {
                assert!(!text.contains(sql) || name == "ground", "{}: {sql}", path.display());
            }
        }
        if name != "web" && name != "cabas" {
            assert!(!text.contains("axum::"), "{}", path.display());
        }
    }
}

#[test]
fn the_rules_read_no_clock_and_no_file() {
    for (name, path, text) in files("src").into_iter().filter(|(name, _, _)| name == "domain") {
        for forbidden in ["std::fs", "std::net", "std::time", "Timestamp::now", "rand::", "getrandom"] {
            assert!(!text.contains(forbidden), "{name}: {}: {forbidden}", path.display());
        }
        // Chances are fractions; nothing that a forecast says is read by a rule.
        let is_forecast = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with("forecast"));
        for float in ["f64", "f32"] {
            assert!(is_forecast || !text.contains(float), "{name}: {}: {float}", path.display());
        }
    }
}

#[test]
fn files_are_short_enough_to_read() {
    for (_, path, text) in files("src") {
        let lines = text.lines().count();
        // One list: every way to say no, each with its facts. Its rules are beside it, in `refusal/`.
        let most = if path.ends_with("domain/src/refusal.rs") { 1_000 } else { 800 };
        assert!(lines <= most, "{}: {lines} lines", path.display());
    }
}

#[test]
fn nothing_is_left_undone() {
    let marks = [concat!("todo", "!("), concat!("unimplemented", "!("), concat!("#[ign", "ore"), concat!("FIX", "ME")];
    for part in ["src", "tests"] {
        for (_, path, text) in files(part) {
            for mark in marks {
                assert!(!text.contains(mark), "{}: {mark}", path.display());
            }
        }
    }
}

//! Embeds the Go half of the library: every `std/<import path>/*.go` as text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

fn collect(dir: &Path, import: &str, out: &mut BTreeMap<String, Vec<(String, String)>>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for e in entries.flatten() {
        let name = e.file_name().to_string_lossy().into_owned();
        let path = e.path();
        if path.is_dir() {
            let inner = if import.is_empty() { name } else { format!("{import}/{name}") };
            collect(&path, &inner, out);
        } else if name.ends_with(".go") && !name.ends_with("_test.go") {
            out.entry(import.to_string()).or_default().push((name, path.display().to_string()));
        }
    }
}

fn main() {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let dir = Path::new(&root).join("std");
    println!("cargo:rerun-if-changed={}", dir.display());
    let mut packages = BTreeMap::new();
    collect(&dir, "", &mut packages);
    let mut text = String::from("pub static PACKAGES: &[(&str, &[(&str, &str)])] = &[\n");
    for (import, mut files) in packages {
        files.sort();
        let _ = writeln!(text, "    ({import:?}, &[");
        for (name, path) in files {
            let _ = writeln!(text, "        ({name:?}, include_str!({path:?})),");
        }
        let _ = writeln!(text, "    ]),");
    }
    text.push_str("];\n");
    let out = std::env::var("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&out).join("library.rs"), text).expect("OUT_DIR is writable");
}

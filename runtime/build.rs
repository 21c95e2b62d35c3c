//! Embeds the Go half of the library: every `std/<import path>/*.go`, without comments (lines are
//! kept) and with a table of its function bodies, so that loading a package costs little.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

#[path = "src/library_text.rs"]
mod library_text;
use library_text::{bodies, without_comments};

fn collect(dir: &Path, import: &str, out: &mut BTreeMap<String, Vec<(String, String)>>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for e in entries.flatten() {
        let name = e.file_name().to_string_lossy().into_owned();
        let path = e.path();
        if path.is_dir() {
            let inner = if import.is_empty() { name } else { format!("{import}/{name}") };
            collect(&path, &inner, out);
        } else if name.ends_with(".go") && !name.ends_with("_test.go") {
            let text = std::fs::read_to_string(&path).expect("library files are readable UTF-8");
            out.entry(import.to_string()).or_default().push((name, text));
        }
    }
}

fn main() {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let dir = Path::new(&root).join("std");
    println!("cargo:rerun-if-changed={}", dir.display());
    println!("cargo:rerun-if-changed=src/library_text.rs");
    let mut packages = BTreeMap::new();
    collect(&dir, "", &mut packages);
    let mut text = String::from("pub static PACKAGES: &[(&str, &[File])] = &[\n");
    for (import, mut files) in packages {
        files.sort();
        let _ = writeln!(text, "    ({import:?}, &[");
        for (name, source) in files {
            let source = without_comments(&source);
            let _ = writeln!(text, "        ({name:?}, {source:?}, &{:?}),", bodies(&source));
        }
        let _ = writeln!(text, "    ]),");
    }
    text.push_str("];\n");
    let out = std::env::var("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&out).join("library.rs"), text).expect("OUT_DIR is writable");
}

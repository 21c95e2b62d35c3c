//! The Go half of the standard library, embedded.

/// A library file: name, text without comments, and the byte offsets of the word `func` and of the
/// braces of each function with a body at top level (so that the parser can skip them).
pub type File = (&'static str, &'static str, &'static [(u32, u32, u32)]);

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The files of a library package in a folder on disk, for those who work on the library and do not
/// want to build gvm for each change. Never freed: read once a run.
pub fn package_on_disk(dir: &std::path::Path) -> Option<Vec<File>> {
    use crate::library_text::{bodies, without_comments};
    let mut files: Vec<File> = Vec::new();
    for e in std::fs::read_dir(dir).ok()?.flatten() {
        let name = e.file_name().to_string_lossy().into_owned();
        if name.ends_with(".go") && !name.ends_with("_test.go") {
            let text = without_comments(&std::fs::read_to_string(e.path()).ok()?);
            let bodies = bodies(&text);
            files.push((name.leak(), text.leak(), bodies.leak()));
        }
    }
    files.sort_unstable();
    (!files.is_empty()).then_some(files)
}

/// The files of a library package.
pub fn package(import_path: &str) -> Option<&'static [File]> {
    PACKAGES.binary_search_by_key(&import_path, |p| p.0).ok().map(|i| PACKAGES[i].1)
}

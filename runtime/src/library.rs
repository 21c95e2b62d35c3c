//! The Go half of the standard library, embedded.

/// A library file: name, text without comments, and the byte offsets of the braces of each function
/// body at top level (so that the parser can skip them).
pub type File = (&'static str, &'static str, &'static [(u32, u32)]);

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The files of a library package.
pub fn package(import_path: &str) -> Option<&'static [File]> {
    PACKAGES.binary_search_by_key(&import_path, |p| p.0).ok().map(|i| PACKAGES[i].1)
}

//! The Go half of the standard library, embedded.

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The files (name, text) of a library package.
pub fn package(import_path: &str) -> Option<&'static [(&'static str, &'static str)]> {
    PACKAGES.binary_search_by_key(&import_path, |p| p.0).ok().map(|i| PACKAGES[i].1)
}

//! Compiles the library to an archive of bytecode, so that a program's start does not.

use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use gvm_compiler::load::{FileSet, LibraryFile};
use gvm_runtime::library;

struct Library;

impl FileSet for Library {
    fn read(&self, _: &str) -> Result<Vec<u8>> {
        Err(Error::from(ErrorKind::NotFound))
    }
    fn list(&self, _: &str) -> Result<Vec<String>> {
        Err(Error::from(ErrorKind::NotFound))
    }
    fn library(&self, import_path: &str) -> Option<Vec<LibraryFile>> {
        let files = library::package(import_path)?;
        Some(files.iter().map(|&(name, text, bodies)| LibraryFile { name, text, bodies }).collect())
    }
}

/// The compiler recurses as deep as the library's expressions nest.
const STACK: usize = 64 << 20;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let importable = |path: &&str| !path.split('/').any(|part| part == "internal");
    let packages: Vec<&str> = library::PACKAGES
        .iter()
        .map(|p| p.0)
        .filter(importable)
        .filter(|&p| p != "unsafe")
        .collect();
    let compile = move || match gvm_compiler::compile_library(&Library, &packages) {
        Ok(archive) => archive,
        Err(e) => panic!("the library does not compile:\n{}", e.0),
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(compile);
    let archive = thread.expect("a thread starts").join().expect("the library compiles");
    let out = std::env::var("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&out).join("library.archive"), archive).expect("OUT_DIR is writable");
}

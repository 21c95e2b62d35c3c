//! Compiles programs in-process: sources on disk, the embedded library.

use gvm_compiler::load::{FileKind, FileSet, LibraryFile};

pub struct Disk;

impl FileSet for Disk {
    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(path)
    }
    fn list(&self, dir: &str) -> std::io::Result<Vec<String>> {
        std::fs::read_dir(dir)?.map(|e| Ok(e?.file_name().to_string_lossy().into_owned())).collect()
    }
    fn kind(&self, path: &str) -> Option<FileKind> {
        let kind = std::fs::metadata(path).ok()?;
        Some(if kind.is_dir() { FileKind::Directory } else { FileKind::Regular })
    }
    fn library(&self, import_path: &str) -> Option<Vec<LibraryFile>> {
        let files = gvm_runtime::library::package(import_path)?;
        Some(files.iter().map(|&(name, text, bodies)| LibraryFile { name, text, bodies }).collect())
    }
}

//! Where the compiler's sources come from: the file system and the embedded library.

use std::io::Read;

use gvm_compiler::load::{FileKind, FileSet, Inputs, LibraryFile};
use gvm_compiler::{Compiled, Settings};

pub struct Disk;

/// The library, compiled when gvm was built (`build.rs`).
static ARCHIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.archive"));

impl FileSet for Disk {
    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(path)
    }
    fn list(&self, dir: &str) -> std::io::Result<Vec<String>> {
        let mut out = Vec::new();
        for e in std::fs::read_dir(dir)? {
            out.push(e?.file_name().to_string_lossy().into_owned());
        }
        Ok(out)
    }
    fn kind(&self, path: &str) -> Option<FileKind> {
        let kind = std::fs::symlink_metadata(path).ok()?.file_type();
        Some(match (kind.is_file(), kind.is_dir()) {
            (true, _) => FileKind::Regular,
            (_, true) => FileKind::Directory,
            _ => FileKind::Irregular,
        })
    }
    fn library(&self, import_path: &str) -> Option<Vec<LibraryFile>> {
        use gvm_runtime::library;
        let files = match std::env::var_os("GVM_STD") {
            Some(root) => library::package_on_disk(&std::path::Path::new(&root).join(import_path))?,
            None => library::package(import_path)?.to_vec(),
        };
        Some(files.iter().map(|&(name, text, bodies)| LibraryFile { name, text, bodies }).collect())
    }
    fn archive(&self) -> Option<&'static [u8]> {
        std::env::var_os("GVM_STD").is_none().then_some(ARCHIVE)
    }
    fn goroot(&self) -> Option<String> {
        std::env::var("GVM_GOROOT").ok().filter(|d| !d.is_empty())
    }
}

/// Splits a command line into the program and its arguments: `.go` files as long as they come, or
/// one directory, or `-`.
pub fn split(args: &[String]) -> Result<(Inputs, Vec<String>), String> {
    let is_go = |a: &String| a.ends_with(".go");
    let n = args.iter().take_while(|a| is_go(a)).count();
    let (inputs, mut rest) = if n > 0 {
        (Inputs::Files(args[..n].to_vec()), &args[n..])
    } else if args[0] == "-" {
        let mut text = Vec::new();
        std::io::stdin().read_to_end(&mut text).map_err(|e| format!("gvm: standard input: {e}"))?;
        (Inputs::Text("./prog.go".into(), text), &args[1..])
    } else if std::path::Path::new(&args[0]).is_dir() {
        let dir = args[0].trim_end_matches('/');
        (Inputs::Dir(if dir.is_empty() { "/".into() } else { dir.to_string() }), &args[1..])
    } else if std::path::Path::new(&args[0]).exists() {
        return Err(format!("gvm: {}: not a .go file or a directory", args[0]));
    } else {
        return Err(format!("gvm: {}: no such file or directory", args[0]));
    };
    if rest.first().is_some_and(|a| a == "--") {
        rest = &rest[1..];
    }
    Ok((inputs, rest.to_vec()))
}

/// Stack for the compiler, which recurses as deep as expressions and statements nest; only what is
/// used takes memory.
const COMPILER_STACK: usize = 1 << 30;

/// `gvm_compiler::compile_with` of files on disk. Errors end without a newline.
pub fn compile(inputs: &Inputs, settings: Settings) -> Result<Compiled, String> {
    let run = || gvm_compiler::compile_with(&Disk, inputs, settings);
    let result = std::thread::scope(|s| {
        let deep = std::thread::Builder::new().stack_size(COMPILER_STACK);
        match deep.spawn_scoped(s, run) {
            Ok(t) => t.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // No room for such a stack: most programs need little of it.
            Err(_) => run(),
        }
    });
    result.map_err(|e| e.0.trim_end_matches('\n').to_string())
}

/// Prints what the compiler found, as `go build` does.
pub fn report(text: &str) {
    eprint!("{text}");
}

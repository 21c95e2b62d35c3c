//! Packages as command lines name them: `.`, `./a/b`, `./...`, files, import paths of the module.

use std::path::{Component, Path, PathBuf};

use gvm_compiler::load::{self, Inputs};

use crate::files::Disk;

/// A package of the command line.
pub struct Found {
    /// Its import path, or what was asked for where there is none.
    pub path: String,
    pub dir: String,
    pub inputs: Inputs,
    /// What to compile, seen from `dir`.
    pub program: Vec<String>,
    pub has_tests: bool,
    /// Why it cannot be read.
    pub error: Option<String>,
}

/// The packages that the arguments name, in their order; those of a pattern sorted by path.
pub fn find(args: &[String]) -> Vec<Found> {
    if args.is_empty() {
        return vec![directory(".", ".")];
    }
    if args.iter().all(|a| a.ends_with(".go")) {
        return vec![files(args)];
    }
    let mut out: Vec<Found> = Vec::new();
    for a in args {
        let list = match a.strip_suffix("...") {
            Some(root) => below(if root.is_empty() { "." } else { root.trim_end_matches('/') }, a),
            None => vec![directory(&folder(a), a)],
        };
        for f in list {
            if !out.iter().any(|o| o.path == f.path && o.error.is_none()) {
                out.push(f);
            }
        }
    }
    out
}

/// The folder that an argument names: a path, or an import path of the module here.
fn folder(arg: &str) -> String {
    let trimmed = arg.trim_end_matches('/');
    if arg.starts_with(['.', '/']) {
        return if trimmed.is_empty() { "/".into() } else { clean(trimmed) };
    }
    match load::module_directory(&Disk, ".", trimmed) {
        Some(dir) => dir,
        None => trimmed.into(),
    }
}

/// `./a` becomes `a`; `.` stays.
fn clean(path: &str) -> String {
    let parts: PathBuf = Path::new(path).components().filter(|c| *c != Component::CurDir).collect();
    let text = parts.to_string_lossy().into_owned();
    if text.is_empty() { ".".into() } else { text }
}

fn files(args: &[String]) -> Found {
    let absolute = |f: &String| match std::path::absolute(f) {
        Ok(p) => p.to_string_lossy().into_owned(),
        Err(_) => f.clone(),
    };
    let missing = args.iter().find(|f| !Path::new(f).exists());
    let dir = Path::new(&args[0]).parent().map(|d| d.to_string_lossy().into_owned());
    Found {
        path: "command-line-arguments".into(),
        dir: dir.filter(|d| !d.is_empty()).unwrap_or_else(|| ".".into()),
        inputs: Inputs::Files(args.to_vec()),
        program: args.iter().map(absolute).collect(),
        has_tests: args.iter().any(|f| f.ends_with("_test.go")),
        error: missing.map(|f| format!("no such file: {f}")),
    }
}

fn directory(dir: &str, asked: &str) -> Found {
    let names = go_files(dir);
    let error = match &names {
        None => Some(format!("stat {}: directory not found", full(dir))),
        Some(n) if n.is_empty() => Some(format!("no Go files in {}", full(dir))),
        Some(_) => None,
    };
    Found {
        path: match &error {
            None => load::import_path(&Disk, dir),
            Some(_) => asked.into(),
        },
        dir: dir.into(),
        inputs: Inputs::Dir(dir.into()),
        program: vec![".".into()],
        has_tests: names.is_some_and(|n| n.iter().any(|f| f.ends_with("_test.go"))),
        error,
    }
}

fn full(dir: &str) -> String {
    std::path::absolute(dir).map_or_else(
        |_| dir.into(),
        |d| {
            d.components()
                .filter(|c| *c != Component::CurDir)
                .collect::<PathBuf>()
                .display()
                .to_string()
        },
    )
}

/// The Go files of a folder; nothing if there is no such folder.
fn go_files(dir: &str) -> Option<Vec<String>> {
    let entries = std::fs::read_dir(dir).ok()?;
    let names = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned());
    Some(names.filter(|n| n.ends_with(".go") && !n.starts_with(['_', '.'])).collect())
}

/// All packages in a folder and below it that belong to its module.
fn below(root: &str, asked: &str) -> Vec<Found> {
    let root = clean(root);
    let mut dirs = Vec::new();
    collect(&root, true, &mut dirs);
    let mut out: Vec<Found> = dirs.iter().map(|d| directory(d, d)).collect();
    out.sort_by(|a, b| a.path.cmp(&b.path));
    if out.is_empty() {
        eprintln!("go: warning: \"{asked}\" matched no packages");
    }
    out
}

fn collect(dir: &str, top: bool, out: &mut Vec<String>) {
    let Some(names) = go_files(dir) else { return };
    if !top && Path::new(dir).join("go.mod").exists() {
        return;
    }
    if !names.is_empty() {
        out.push(dir.into());
    }
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for e in entries.flatten().filter(|e| e.path().is_dir()) {
        let name = e.file_name().to_string_lossy().into_owned();
        if !name.starts_with(['_', '.']) && name != "testdata" && name != "vendor" {
            collect(&if dir == "." { name } else { format!("{dir}/{name}") }, false, out);
        }
    }
}

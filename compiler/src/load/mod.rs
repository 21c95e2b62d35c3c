//! Loading: from file names or a directory to parsed packages in dependency order.
//!
//! Reads through `FileSet`, so that the library can be embedded and tests need no files. Reports
//! in `go build`'s words.

mod comments;
pub mod constraint;
mod header;
mod module;
mod stdlist;
mod testmain;
mod vendor;

pub use comments::{comment_groups, comments};
pub use module::minor_version;

use constraint::Target;

/// Whether the `//go:build` line of a program's file, if there is one, holds.
pub fn build_line_ok(text: &str) -> bool {
    constraint::build_line_ok(text, Target::Program)
}

use gvm_bytecode::image::LIBRARY_ROOT;
use hashbrown::HashSet;

use crate::diag::Diagnostics;
use crate::embed::{self, Embeds};
use crate::pragma;
use crate::source::{Pos, SourceMap};
use crate::syntax::ast::File;
use crate::syntax::{Session, Symbol, parse_file};

/// Where sources come from.
pub trait FileSet {
    fn read(&self, path: &str) -> std::io::Result<Vec<u8>>;
    /// Names of the files in a directory.
    fn list(&self, dir: &str) -> std::io::Result<Vec<String>>;
    /// What there is at a path; nothing when there is nothing.
    fn kind(&self, _path: &str) -> Option<FileKind> {
        None
    }
    /// Files of a package of gvm's own library.
    fn library(&self, import_path: &str) -> Option<Vec<LibraryFile>>;
    /// The library's functions as `compile_library` made them, if `library` gives the same sources.
    fn archive(&self) -> Option<&'static [u8]> {
        None
    }
    /// The folder of a Go installation, for standard packages that gvm's library does not have.
    fn goroot(&self) -> Option<String> {
        None
    }
}

/// What can be in a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Regular,
    Directory,
    /// A symbolic link, a device.
    Irregular,
}

/// A file of gvm's own library, prepared when gvm was built.
#[derive(Clone, Copy, Debug)]
pub struct LibraryFile {
    pub name: &'static str,
    /// Without comments; lines are kept.
    pub text: &'static str,
    /// Byte offsets of the word `func` and of the body's braces of each function at top level that has a
    /// body, ascending.
    pub bodies: &'static [(u32, u32, u32)],
}

/// What is to be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inputs {
    /// Files of one package.
    Files(Vec<String>),
    Dir(String),
    /// A program text, such as standard input: (name, text).
    Text(String, Vec<u8>),
    /// The program that runs the tests of the package in a directory, or of these files.
    Test(Box<Inputs>),
}

pub struct Package<'a> {
    /// `command-line-arguments` or the import path.
    pub path: String,
    /// As messages name it: the path, and for what program it is if only for that.
    pub label: String,
    /// Its tests are to be run.
    pub tested: bool,
    pub name: Symbol,
    pub files: Vec<&'a File<'a>>,
    pub imports: Vec<String>,
    pub embeds: Embeds,
    /// What gc says about directives when the package has no other errors.
    pub late: Vec<(Pos, String)>,
    pub library: bool,
}

pub struct Loaded<'a> {
    /// Imports first; the last is the one asked for.
    pub packages: Vec<Package<'a>>,
    /// N of the language version go1.N of the program's packages.
    pub go: u32,
    /// go.mod names a release of it, as in `go 1.24.3`.
    pub go_has_patch: bool,
    /// The `godebug` lines of its go.mod.
    pub godebug: Vec<(String, String)>,
}

/// N of go1.N, the newest language version.
pub const NEWEST: u32 = 27;

/// Why loading failed before anything could be parsed; complete lines, as `go build` prints them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError(pub String);

/// A file whose head has a fault: its name in messages, and where it is.
struct HeadFault {
    name: String,
    path: String,
    fault: header::Fault,
}

impl HeadFault {
    /// As `go list` prints it; `from` is the place of the import of the file's package.
    fn line(&self, from: &str) -> String {
        let header::Fault { line, column, message, path } = &self.fault;
        let (from, file) = if *path && self.path.starts_with('/') {
            (from, self.path.clone())
        } else if *path {
            (from, absolute(&self.path))
        } else {
            ("", self.name.trim_start_matches("./").to_string())
        };
        format!("{from}{file}:{line}:{column}: {message}\n")
    }
}

struct Loader<'l, 'a> {
    session: &'a Session<'a>,
    map: &'a SourceMap<'a>,
    fs: &'l dyn FileSet,
    module: Option<module::Module>,
    done: HashSet<String>,
    packages: Vec<Package<'a>>,
    /// Import paths being loaded, and where each is imported.
    path: Vec<(String, Pos)>,
    /// A test program is made.
    testing: bool,
    /// What is wrong with imports and with the heads of files: complete lines.
    errors: Vec<String>,
}

/// Loads a program and everything it imports. Errors with positions go to the session.
pub fn load<'a>(
    session: &'a Session<'a>,
    map: &'a SourceMap<'a>,
    fs: &dyn FileSet,
    inputs: &Inputs,
) -> Result<Loaded<'a>, LoadError> {
    let mut l = Loader {
        session,
        map,
        fs,
        module: None,
        done: HashSet::new(),
        packages: Vec::new(),
        path: Vec::new(),
        testing: matches!(inputs, Inputs::Test(_)),
        errors: Vec::new(),
    };
    let mut sources: Vec<(String, String, Vec<u8>)> = Vec::new();
    let (inputs, testing) = match inputs {
        Inputs::Test(inner) => (&**inner, true),
        other => (other, false),
    };
    let dir = match inputs {
        Inputs::Test(_) => return Err(LoadError("tests of tests\n".into())),
        Inputs::Text(name, text) => {
            sources.push((name.clone(), name.clone(), text.clone()));
            ".".to_string()
        }
        Inputs::Files(files) => {
            for f in files {
                let text = fs.read(f).map_err(|e| LoadError(read_error(f, &e)))?;
                sources.push((shown(f), f.clone(), text));
            }
            parent(&files[0])
        }
        Inputs::Dir(dir) => {
            sources = l.directory(dir, Target::Program, testing)?;
            dir.clone()
        }
    };
    l.module = module::find(fs, &dir)?;
    if let Some(m) = &l.module {
        m.check_vendor(fs)?;
    }
    for (name, _, text) in &sources {
        check_text(name, text)?;
        constraint::holds(&String::from_utf8_lossy(text), Target::Program)
            .map_err(|e| LoadError(format!("{}: {e}\n", base(name))))?;
    }
    // The runtime's own types are needed whatever the program imports.
    l.import("runtime", Pos::NONE);
    let (mut files, fault) = l.parse_all(sources);
    let mut external: Vec<&'a File<'a>> = Vec::new();
    if testing {
        (external, files) = l.split_external(files);
    }
    let first = files.first().or(external.first()).copied();
    let name = first.map_or(Symbol::BLANK, |f| f.package.name);
    if let Some(first) = first.filter(|_| testing) {
        let base = |f: &File<'_>| {
            testmain::base_package(session.interner.resolve(f.package.name)).to_string()
        };
        let all = || files.iter().chain(&external);
        if let Some(other) = all().find(|f| base(f) != base(first)) {
            return Err(LoadError(testmain::mixed_packages(
                &base(first),
                first.source.name,
                &base(other),
                other.source.name,
                &absolute(&dir),
            )));
        }
    } else if let Some(other) =
        files.iter().find(|f| f.package.name != name && f.package.name != Symbol::BLANK)
    {
        let (a, b) = (session.interner.resolve(name), session.interner.resolve(other.package.name));
        return Err(LoadError(format!(
            "named files must all be in one directory; found packages {a} ({}) and {b} ({})\n",
            base(files[0].source.name),
            base(other.source.name)
        )));
    }
    let path = match (inputs, &l.module) {
        (Inputs::Dir(_), Some(m)) => m.import_path(&dir),
        _ => "command-line-arguments".into(),
    };
    if testing {
        l.test_program(&path, files, external)?;
    } else {
        l.finish_package(path, files, false);
    }
    l.errors.extend(fault.map(|f| f.line("")));
    if !l.errors.is_empty() {
        return Err(LoadError(l.errors.concat()));
    }
    let go = match &l.module {
        Some(m) => m.go.unwrap_or(16),
        None => NEWEST,
    };
    let go_has_patch = l.module.as_ref().is_some_and(|m| m.go_has_patch);
    let godebug = l.module.map_or(Vec::new(), |m| m.godebug);
    Ok(Loaded { packages: l.packages, go, go_has_patch, godebug })
}

/// The import path of the package in a directory; a path of its own outside of modules.
pub fn import_path(fs: &dyn FileSet, dir: &str) -> String {
    match module::find(fs, dir) {
        Ok(Some(m)) => m.import_path(dir),
        _ => "command-line-arguments".into(),
    }
}

/// Refuses a vendor folder that is not what the `go.mod` above a directory asks for.
pub fn check_vendor(fs: &dyn FileSet, dir: &str) -> Result<(), LoadError> {
    module::find(fs, dir)?.map_or(Ok(()), |m| m.check_vendor(fs))
}

/// The directory of a package of the module that `dir` is in.
pub fn module_directory(fs: &dyn FileSet, dir: &str, import: &str) -> Option<String> {
    module::find(fs, dir).ok()??.directory(import)
}

fn base(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn parent(path: &str) -> String {
    match path.rsplit_once('/') {
        Some(("", _)) => "/".into(),
        Some((d, _)) => d.into(),
        None => ".".into(),
    }
}

/// A file's name in messages: as gc shows it, relative ones with `./`.
fn shown(path: &str) -> String {
    let clean = path.trim_start_matches("./");
    if path.starts_with('/') || path.starts_with("../") {
        path.into()
    } else {
        format!("./{clean}")
    }
}

fn read_error(path: &str, e: &std::io::Error) -> String {
    match e.kind() {
        std::io::ErrorKind::NotFound => format!("gvm: {path}: no such file or directory\n"),
        _ => format!("gvm: {path}: {e}\n"),
    }
}

/// What cannot be a Go file at all gets one line.
fn check_text(name: &str, text: &[u8]) -> Result<(), LoadError> {
    let first = text.split(|&b| b == b'\n').next().unwrap_or(&[]);
    if first.contains(&0) {
        return Err(LoadError(format!("{name}: not a Go source file: it contains NUL bytes\n")));
    }
    Ok(())
}

/// The text with what cannot be in a source file blanked out, and what that was.
fn readable(mut bytes: Vec<u8>) -> (String, Vec<(usize, &'static str)>) {
    let mut faults = Vec::new();
    let mut at = 0;
    loop {
        let bad = match std::str::from_utf8(&bytes[at..]) {
            Ok(_) => break,
            Err(e) => at + e.valid_up_to(),
        };
        faults.push((bad, "invalid UTF-8 encoding"));
        bytes[bad] = b' ';
        at = bad + 1;
    }
    const BOM: &[u8] = "\u{feff}".as_bytes();
    for i in 0..bytes.len() {
        if bytes[i] == 0 {
            faults.push((i, "invalid NUL character"));
            bytes[i] = b' ';
        } else if i > 0 && bytes[i..].starts_with(BOM) {
            faults.push((i, "invalid BOM in the middle of the file"));
            bytes[i..i + BOM.len()].fill(b' ');
        }
    }
    faults.sort();
    (String::from_utf8(bytes).unwrap_or_default(), faults)
}

impl<'a> Loader<'_, 'a> {
    /// The package's own files and tests, the external tests, then the generated main.
    fn test_program(
        &mut self,
        path: &str,
        files: Vec<&'a File<'a>>,
        external: Vec<&'a File<'a>>,
    ) -> Result<(), LoadError> {
        let (interner, map) = (self.session.interner, self.map);
        let mut tables = testmain::Tables::default();
        let label = |path: &str, inside: bool| {
            if inside {
                format!("{path} [{}.test]", path.trim_end_matches("_test"))
            } else {
                path.into()
            }
        };
        if !files.is_empty() {
            tables.add(&files, "_test", path, interner, map).map_err(LoadError)?;
            let inside = files.iter().any(|f| f.source.name.ends_with("_test.go"));
            self.path.push((path.to_string(), Pos::NONE));
            self.finish_package(path.to_string(), files, false);
            self.path.pop();
            self.mark_tested(label(path, inside));
        }
        if !external.is_empty() {
            let path = format!("{path}_test");
            tables.add(&external, "_xtest", &path, interner, map).map_err(LoadError)?;
            self.finish_package(path.clone(), external, false);
            self.mark_tested(label(&path, true));
        }
        let main = self.parse(testmain::FILE, testmain::FILE, &tables.program(path), Vec::new());
        self.finish_package(format!("{path}.test"), vec![main], false);
        Ok(())
    }

    fn mark_tested(&mut self, label: String) {
        if let Some(p) = self.packages.last_mut() {
            (p.label, p.tested) = (label, true);
        }
    }

    /// Takes the files of the external test package out.
    fn split_external(&self, files: Vec<&'a File<'a>>) -> (Vec<&'a File<'a>>, Vec<&'a File<'a>>) {
        files.into_iter().partition(|f| {
            f.source.name.ends_with("_test.go")
                && self.session.interner.resolve(f.package.name).ends_with("_test")
        })
    }

    /// The Go files of a directory that belong to the build, test files only `with_tests`: name,
    /// path, text.
    fn directory(
        &self,
        dir: &str,
        target: Target,
        with_tests: bool,
    ) -> Result<Vec<(String, String, Vec<u8>)>, LoadError> {
        let mut names = self.fs.list(dir).map_err(|e| LoadError(read_error(dir, &e)))?;
        names.retain(|n| {
            n.ends_with(".go")
                && (with_tests || !n.ends_with("_test.go"))
                && !n.starts_with(['_', '.'])
                && constraint::file_name_ok(n, target)
        });
        names.sort();
        let mut out = Vec::new();
        for n in names {
            let path =
                if dir == "." { n.clone() } else { format!("{}/{n}", dir.trim_end_matches('/')) };
            let text = self.fs.read(&path).map_err(|e| LoadError(read_error(&path, &e)))?;
            match constraint::holds(&String::from_utf8_lossy(&text), target) {
                Ok(true) => out.push((shown(&path), path, text)),
                Ok(false) => {}
                Err(e) => return Err(LoadError(format!("{n}: {e}\n"))),
            }
        }
        if out.is_empty() {
            return Err(LoadError(format!("no Go files in {dir}\n")));
        }
        Ok(out)
    }

    /// Parses the files of a package of the program: name, path, text. A fault in the head of one
    /// keeps it out; the first such fault comes back.
    fn parse_all(
        &mut self,
        sources: Vec<(String, String, Vec<u8>)>,
    ) -> (Vec<&'a File<'a>>, Option<HeadFault>) {
        let mut files = Vec::new();
        let mut first: Option<HeadFault> = None;
        for (name, path, text) in sources {
            let (text, faults) = readable(text);
            match header::fault(&text) {
                None => files.push(self.parse(&name, &path, &text, faults)),
                Some(fault) if first.is_none() => first = Some(HeadFault { name, path, fault }),
                Some(_) => {}
            }
        }
        (files, first)
    }

    fn parse(
        &mut self,
        name: &str,
        path: &str,
        text: &str,
        faults: Vec<(usize, &'static str)>,
    ) -> &'a File<'a> {
        let arena = self.session.arena;
        let text: &'a str = arena.str(text);
        let full = if path.starts_with('/') { path.to_string() } else { absolute(path) };
        let source = self.map.add(arena, name, &full, text);
        for (at, message) in faults {
            self.session.diags.error(source.pos(at), message);
        }
        parse_file(self.session, source)
    }

    /// Loads what files import, then enters them as a package.
    fn finish_package(&mut self, path: String, files: Vec<&'a File<'a>>, library: bool) {
        let mut imports: Vec<(String, Pos)> = Vec::new();
        for f in &files {
            for i in f.imports {
                if i.path != "unsafe" && !imports.iter().any(|(p, _)| p == i.path) {
                    imports.push((i.path.to_string(), i.pos));
                }
            }
        }
        imports.sort();
        for (path, pos) in &imports {
            self.import(path, *pos);
        }
        for (local, pos) in imports.iter().filter(|(p, _)| header::is_local(p)) {
            if path != "command-line-arguments" {
                self.wrong(*pos, &format!("local import {local:?} in non-local package"));
            }
        }
        let imports = imports.into_iter().map(|(path, _)| path).collect();
        let Some(&first) = files.first() else { return };
        let name = first.package.name;
        let mut late = Vec::new();
        let embeds = match !first.source.library || first.source.goroot {
            true => self.directives(&files, library, &mut late),
            false => Embeds::default(),
        };
        self.done.insert(path.clone());
        let label = path.clone();
        self.packages.push(Package {
            path,
            label,
            tested: false,
            name,
            files,
            imports,
            embeds,
            late,
            library,
        });
    }

    /// Looks at the `//go:` directives of a package. Those of a Go installation are right.
    fn directives(
        &mut self,
        files: &[&'a File<'a>],
        installed: bool,
        late: &mut Vec<(Pos, String)>,
    ) -> Embeds {
        let trusted = Diagnostics::default();
        let diags = if installed { &trusted } else { self.session.diags };
        let read = |f: &&'a File<'a>| (*f, pragma::of_file(f, diags, late));
        let pragmas: Vec<_> = files.iter().map(read).collect();
        if pragmas.iter().all(|p| p.1.is_empty()) {
            return Embeds::default();
        }
        let names = pragma::declared(files);
        let known = |name: &str| names.contains(&self.session.interner.intern(name));
        for (file, pragmas) in &pragmas {
            late.extend(pragma::linknames(file, pragmas, &known));
        }
        let dir = parent(files[0].source.path);
        let found = embed::find(self.fs, &dir, &pragmas, diags, late);
        if installed {
            late.clear();
        }
        found.unwrap_or_else(|e| {
            self.wrong(e.pos, &e.message);
            Embeds::default()
        })
    }

    /// `prog.go:3:8: `, or nothing.
    fn place(&self, pos: Pos) -> String {
        self.map.location(pos).map_or(String::new(), |at| {
            format!("{}:{}:{}: ", at.file.trim_start_matches("./"), at.line, at.column)
        })
    }

    fn wrong(&mut self, pos: Pos, message: &str) {
        let line = format!("{}{message}\n", self.place(pos));
        self.errors.push(line);
    }

    fn import(&mut self, path: &str, pos: Pos) {
        if self.done.contains(path) {
            return;
        }
        if self.path.iter().any(|p| p.0 == path) {
            self.import_cycle(path, pos);
            return;
        }
        self.path.push((path.to_string(), pos));
        self.import_new(path, pos);
        self.path.pop();
    }

    fn import_new(&mut self, path: &str, pos: Pos) {
        if let Some(m) = &self.module
            && let Some(dir) = m.directory(path)
        {
            match self.directory(&dir, Target::Program, false) {
                Ok(sources) => {
                    let (files, fault) = self.parse_all(sources);
                    self.finish_package(path.to_string(), files, false);
                    let from = self.place(pos);
                    self.errors.extend(fault.map(|f| f.line(&from)));
                }
                Err(e) => self.wrong(pos, e.0.trim_end()),
            }
            return;
        }
        if let Some(m) = self.module.as_ref().filter(|_| self.outside(path)) {
            match m.elsewhere(self.fs, path) {
                Ok(place) => self.import_elsewhere(path, pos, &place),
                Err(why) => {
                    self.errors.extend(m.ignored(self.fs, path));
                    // It is told once, whoever imports it.
                    self.done.insert(path.to_string());
                    self.wrong(pos, &why);
                }
            }
            return;
        }
        match self.fs.library(path) {
            Some(sources) => {
                let files: Vec<&'a File<'a>> = sources
                    .into_iter()
                    .filter(|f| {
                        constraint::file_name_ok(f.name, Target::Program)
                            && constraint::build_line_ok(f.text, Target::Program)
                    })
                    .map(|f| {
                        let file = format!("{LIBRARY_ROOT}{path}/{}", f.name);
                        let source = self.map.add_library(self.session.arena, &file, f);
                        parse_file(self.session, source)
                    })
                    .collect();
                if !files.is_empty() {
                    self.finish_package(path.to_string(), files, true);
                }
            }
            None if self.goroot_package(path) => {}
            None => self.missing_package(path, pos),
        }
    }

    /// A package that only another module can have: nothing of the standard library has a dot in the
    /// first element of its path, but what it has of others itself.
    fn outside(&self, path: &str) -> bool {
        let first = path.split('/').next().unwrap_or(path);
        let by_library = || {
            let importer = self.path.iter().rev().nth(1);
            importer.is_some_and(|(p, _)| stdlist::is_standard(p) || p.starts_with("golang.org/x/"))
        };
        first.contains('.')
            && header::unimportable(path).is_none()
            && !(path.starts_with("golang.org/x/") && by_library())
    }

    fn import_elsewhere(&mut self, path: &str, pos: Pos, place: &module::Elsewhere) {
        match self.directory(&place.dir, Target::Program, false) {
            Ok(sources) => {
                let (files, fault) = self.parse_all(sources);
                files.iter().for_each(|f| f.source.go.set(Some(place.go)));
                self.finish_package(path.to_string(), files, false);
                let from = self.place(pos);
                self.errors.extend(fault.map(|f| f.line(&from)));
            }
            Err(e) => self.wrong(pos, e.0.trim_end()),
        }
    }

    /// Loads a standard package from the user's Go installation.
    fn goroot_package(&mut self, path: &str) -> bool {
        let Some(root) = self.fs.goroot() else { return false };
        if !stdlist::is_standard(path)
            && !path.contains("internal")
            && !path.starts_with("golang.org/x/")
        {
            return false;
        }
        // Tables by machine.
        let target = match path {
            "internal/goarch" | "internal/cpu" => Target::Program,
            _ => Target::Portable,
        };
        // The library's own dependencies are in its vendor folder.
        let Ok(sources) = self
            .directory(&format!("{root}/src/{path}"), target, false)
            .or_else(|_| self.directory(&format!("{root}/src/vendor/{path}"), target, false))
        else {
            return false;
        };
        let files: Vec<&'a File<'a>> = sources
            .into_iter()
            .map(|(_, file, text)| {
                let (text, _) = readable(text);
                let arena = self.session.arena;
                let source = self.map.add_goroot(arena, &file, arena.str(&text));
                parse_file(self.session, source)
            })
            .collect();
        if !files.is_empty() {
            self.finish_package(path.to_string(), files, true);
        }
        true
    }

    fn missing_package(&mut self, path: &str, pos: Pos) {
        // It is told once, whoever imports it.
        self.done.insert(path.to_string());
        let first = path.split('/').next().unwrap_or(path);
        let message = if let Some(why) = header::unimportable(path) {
            why
        } else if path == "C" {
            "not supported by gvm: import \"C\"".into()
        } else if stdlist::is_standard(path) {
            format!(
                "not supported by gvm: package {path} (gvm's standard library does not have it yet; GVM_GOROOT=DIR takes it from a Go installation)"
            )
        } else if first.contains('.') {
            format!(
                "no required module provides package {path}: go.mod file not found in current directory or any parent directory; see 'go help modules'"
            )
        } else {
            format!("package {path} is not in std (/usr/local/go/src/{path})")
        };
        self.wrong(pos, &message);
    }

    /// `path` is imported at `pos` while it is loaded.
    fn import_cycle(&mut self, path: &str, pos: Pos) {
        let from = self.path.iter().position(|p| p.0 == path).unwrap_or(0);
        let text = if self.testing {
            let file = |pos: Pos| self.map.file(pos).map_or("", |f| base(f.name));
            let mut text = format!("package {}", self.path[0].0);
            for (p, at) in &self.path[1..] {
                text.push_str(&format!("\n\timports {p} from {}", file(*at)));
            }
            text + &format!(
                "\n\timports {path} from {}: import cycle not allowed in test",
                file(pos)
            )
        } else {
            let mut text = String::from("package command-line-arguments");
            for (p, _) in &self.path {
                text.push_str(&format!("\n\timports {p}"));
            }
            text + &format!("\n\timports {}: import cycle not allowed", self.path[from].0)
        };
        self.wrong(Pos::NONE, &text);
    }
}

fn absolute(path: &str) -> String {
    match std::env::current_dir() {
        Ok(d) => format!("{}/{}", d.display(), path.trim_start_matches("./")),
        Err(_) => path.into(),
    }
}

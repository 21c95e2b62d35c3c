//! The Go compiler of gvm: source text to a bytecode image.
//!
//! Stages: `syntax` → `load` → `types` → `lower` → `ir` → `emit`. See ARCHITECTURE.md.
#![forbid(unsafe_code)]

pub mod arena;
pub mod backend;
pub mod diag;
mod embed;
pub mod emit;
mod godebug;
pub mod ir;
pub mod load;
pub mod lower;
mod pragma;
pub mod source;
pub mod syntax;
pub mod types;
mod unicode;
pub mod usage;
pub mod vet;

pub use arena::{Arena, Interner, Symbol};

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostics, Report, Severity, render, reports};
use load::{FileSet, Inputs, LoadError};
use source::SourceMap;
use syntax::Session;
use syntax::ast::{Block, FuncDecl};
use types::check::{BodySource, Checker};
use types::object::PkgId;

/// What came of a compilation.
pub struct Compiled {
    /// There when nothing was wrong and code was asked for.
    pub image: Option<gvm_bytecode::Image>,
    /// With `Stage::Library`.
    pub archive: Option<Vec<u8>>,
    /// The form that `Settings::stage` is named after, as text: tokens, tree, IR.
    pub dump: Option<String>,
    /// Diagnostics in `go build`'s form, header lines included.
    pub text: String,
    pub errors: usize,
    /// The same diagnostics one by one.
    pub reports: Vec<Report>,
    /// `panic(nil)` panics with nil: by a `//go:debug` line, or in modules of before go1.21.
    pub panics_with_nil: bool,
}

/// What to compile for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub stage: Stage,
    /// How many errors a package may have before gvm stops, as gc's ten.
    pub limit: Option<usize>,
    /// N of the language version go1.N; `None`: what go.mod says, else the newest.
    pub go: Option<u32>,
    /// Where variables are goes into the image. The code is the same with it and without.
    pub debug_variables: bool,
    /// Without it code is as lowering makes it: nothing inlined, folded or moved.
    pub optimise: bool,
    /// Checks of `go vet` to make when there are no errors.
    pub vet: vet::Checks,
}

impl Default for Settings {
    /// What `gvm run` compiles for.
    fn default() -> Settings {
        Settings {
            stage: Stage::Image,
            limit: Some(10),
            go: None,
            debug_variables: false,
            optimise: true,
            vet: vet::Checks::none(),
        }
    }
}

/// Parses library bodies when the checker asks for them.
struct LazyBodies<'a> {
    session: &'a Session<'a>,
    map: &'a SourceMap<'a>,
}

impl<'a> BodySource<'a> for LazyBodies<'a> {
    fn body(&self, f: &'a FuncDecl<'a>) -> Option<&'a Block<'a>> {
        let body = f.body.as_ref()?;
        match body.block.get() {
            Some(b) => Some(b),
            None => Some(syntax::parse_body(self.session, self.map.file(body.lbrace)?, body)),
        }
    }
}

/// How far to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The tokens of the program's own files as text, and no further.
    Tokens,
    /// Their trees as text, and no further.
    Ast,
    /// As `Check`, and the trees with what was found out about each node.
    Types,
    Check,
    Image,
    /// With a pointer map at every instruction, for switching goroutines anywhere.
    ImageWithAllMaps,
    /// With the IR of the program's own functions as text.
    ImageAndIr,
    /// The archive of the library packages that the program imports.
    Library,
    /// All functions and methods of the package become code, reachable or not; gives no image, so
    /// it need not be a main package.
    AllCode,
}

/// Compiles a program. `limit`: how many errors to show, as gc's ten.
pub fn compile(
    fs: &dyn FileSet,
    inputs: &Inputs,
    stage: Stage,
    limit: Option<usize>,
) -> Result<Compiled, LoadError> {
    compile_with(fs, inputs, Settings { stage, limit, ..Settings::default() })
}

/// Compiles library packages to the archive that `FileSet::archive` gives back later.
pub fn compile_library(fs: &dyn FileSet, packages: &[&str]) -> Result<Vec<u8>, LoadError> {
    let mut program = String::from("package main\n");
    for p in packages {
        program.push_str(&format!("import _ {p:?}\n"));
    }
    program.push_str("func main() {}\n");
    let inputs = Inputs::Text("library.go".into(), program.into_bytes());
    let settings = Settings { stage: Stage::Library, limit: None, ..Settings::default() };
    let compiled = compile_with(fs, &inputs, settings)?;
    compiled.archive.ok_or(LoadError(compiled.text))
}

/// The go command shortens names below the folder of a package that is elsewhere.
fn shorten(reports: &mut [Report], files: &[&syntax::ast::File<'_>]) {
    let folder = files.first().and_then(|f| f.source.name.rsplit_once('/')).map(|n| n.0);
    if let Some(long) = folder.filter(|d| d.starts_with("./")).map(|d| format!("{d}/")) {
        for r in reports {
            r.file = r.file.replace(&long, &long[2..]);
            r.message = r.message.replace(&long, &long[2..]);
        }
    }
}

/// Compiles a program.
pub fn compile_with(
    fs: &dyn FileSet,
    inputs: &Inputs,
    settings: Settings,
) -> Result<Compiled, LoadError> {
    let Settings { stage, limit, go, vet, .. } = settings;
    let arena = Arena::new();
    // All of these live as long as the arena, so that everything can refer to everything.
    let interner: &Interner<'_> = arena.keep(Interner::new(&arena));
    let diags: &Diagnostics = arena.keep(Diagnostics::default());
    let session: &Session<'_> = arena.keep(Session::new(&arena, interner, diags));
    let map: &SourceMap<'_> = arena.keep(SourceMap::new());
    let loaded = load::load(session, map, fs, inputs)?;
    let has_package = |path: &str| loaded.packages.iter().any(|p| p.path == path);
    for (key, value) in &loaded.godebug {
        if godebug::unsupported(key, value, has_package) {
            return Err(LoadError(format!(
                "go.mod: not supported by gvm: godebug {key}={value}\n"
            )));
        }
    }
    let finish = |reports: Vec<Report>, image: Option<gvm_bytecode::Image>| Compiled {
        image: if reports.is_empty() { image } else { None },
        archive: None,
        dump: None,
        text: render(&reports),
        errors: reports.len(),
        reports,
        panics_with_nil: false,
    };
    let mut parse_errors = diags.take();
    let own = || loaded.packages.iter().filter(|p| !p.library).flat_map(|p| &p.files);
    let dumped = |text: String| Compiled { dump: Some(text), ..finish(Vec::new(), None) };
    if parse_errors.is_empty() && stage == Stage::Tokens {
        return Ok(dumped(own().map(|f| syntax::dump::tokens(f.source)).collect()));
    }
    if parse_errors.is_empty() && stage == Stage::Ast {
        let mut text = String::new();
        own().for_each(|f| text.push_str(&syntax::dump::tree(interner, f, &mut |_| String::new())));
        return Ok(dumped(text));
    }
    let bodies: &LazyBodies<'_> = arena.keep(LazyBodies { session, map });
    let mut checker = Checker::new(&arena, interner, map, diags, bodies);
    checker.go = go.unwrap_or(loaded.go);
    checker.go_has_patch = go.is_none() && loaded.go_has_patch;
    let mut ids: BTreeMap<String, PkgId> = BTreeMap::new();
    let mut main = PkgId(0);
    let mut tested: Vec<PkgId> = Vec::new();
    let mut all: Vec<Report> = Vec::new();
    let mut debug = godebug::Settings::default();
    // Packages with errors, and those that import them: they are not compiled.
    let mut failed: BTreeSet<&str> = BTreeSet::new();
    for p in &loaded.packages {
        if p.imports.iter().any(|i| failed.contains(i.as_str())) {
            failed.insert(&p.path);
            continue;
        }
        let (own, rest) = parse_errors.into_iter().partition(|d| {
            map.file(d.pos).is_some_and(|f| p.files.iter().any(|x| x.source.base == f.base))
        });
        parse_errors = rest;
        if !p.library {
            let made = godebug::read(&p.files, map, diags);
            made.refuse(has_package, diags);
            let wrong = diags.take();
            if !wrong.is_empty() {
                // The go command says so, and does not call the compiler.
                failed.insert(&p.path);
                let (mut shown, _) = reports(map, &p.label, &wrong, None);
                shown.iter_mut().for_each(|r| r.file = godebug::shown_file(&r.file));
                shorten(&mut shown, &p.files);
                all.extend(shown);
                continue;
            }
            if p.tested || p.name == Symbol::MAIN && !made.is_empty() {
                debug = made;
            }
        }
        let mut list: Vec<diag::Diagnostic> = own;
        if !p.library && !list.iter().any(|d| d.severity == Severity::Unsupported) {
            list = checker.label_errors(&p.files, list);
        }
        // Other errors of the scanner do not keep gc from checking; syntax errors do. What nests too deep
        // has not been read to its end.
        let cut = |d: &diag::Diagnostic| {
            d.severity == Severity::Unsupported || d.message.starts_with("syntax error")
        };
        if !list.iter().any(cut) {
            let imports: Vec<(String, PkgId)> =
                p.imports.iter().filter_map(|i| ids.get(i).map(|&id| (i.clone(), id))).collect();
            let id = checker.add_package(&p.path, p.name, &p.files, p.library, &imports);
            ids.insert(p.path.clone(), id);
            main = id;
            if p.tested {
                tested.push(id);
                if p.name == Symbol::MAIN {
                    checker.tested = Some(id);
                }
            }
            if !p.library || stage == Stage::Library {
                checker.check_package(id);
                if !p.library && list.is_empty() && diags.is_empty() {
                    checker.back_end_errors(id);
                }
            }
            if list.is_empty() && diags.is_empty() {
                p.late.iter().for_each(|(pos, message)| diags.error(*pos, message.clone()));
                checker.embeds(id, &p.embeds);
            }
            list.extend(diags.take());
        }
        if !list.is_empty() {
            failed.insert(&p.path);
            let (mut shown, _) = reports(map, &p.label, &list, limit);
            shorten(&mut shown, &p.files);
            all.extend(shown);
        }
    }
    if !parse_errors.is_empty() {
        // In files that made no package.
        let (shown, _) = reports(map, "command-line-arguments", &parse_errors, limit);
        all.extend(shown);
    }
    if all.is_empty() && !vet.is_none() {
        for &id in &tested {
            let mut shown = vet::run(&mut checker, map, id, vet);
            shorten(&mut shown, &checker.packages[id.index()].files);
            all.extend(shown);
        }
    }
    if !all.is_empty() {
        return Ok(finish(all, None));
    }
    let name = loaded.packages.last().map_or(String::new(), |p| p.path.clone());
    let is_main = loaded.packages.last().is_some_and(|p| p.name == Symbol::MAIN);
    if stage == Stage::Types {
        let mut text = String::new();
        let mut note = |id| checker.describe_node(id);
        own().for_each(|f| text.push_str(&syntax::dump::tree(interner, f, &mut note)));
        return Ok(dumped(text));
    }
    if is_main && stage != Stage::AllCode && checker.package_func(main, "main").is_none() {
        let message = "runtime.main_main·f: function main is undeclared in the main package";
        return Ok(finish(
            vec![Report {
                package: name,
                file: String::new(),
                line: 0,
                column: 0,
                severity: Severity::Error,
                message: message.into(),
                source: None,
                site: None,
            }],
            None,
        ));
    }
    if stage == Stage::Check {
        return Ok(finish(Vec::new(), None));
    }
    if stage == Stage::AllCode {
        lower::lower_all(&mut checker, map, diags, main, settings);
        let (shown, _) = reports(map, &name, &diags.take(), limit);
        return Ok(finish(shown, None));
    }
    if stage == Stage::Library {
        let archive = lower::archive(&mut checker, map, diags);
        let (shown, _) = reports(map, &name, &diags.take(), limit);
        let archive = shown.is_empty().then_some(archive);
        return Ok(Compiled { archive, ..finish(shown, None) });
    }
    if !is_main {
        return Err(LoadError(format!("package {name} is not a main package\n")));
    }
    let (image, dump) = lower::lower(&mut checker, map, diags, main, settings, fs.archive());
    let list = diags.take();
    debug_assert!(list.iter().all(|d| d.severity == Severity::Unsupported || d.pos.is_known()));
    let (shown, _) = reports(map, &name, &list, limit);
    let panics_with_nil = debug.or(&loaded.godebug).panics_with_nil(loaded.go);
    Ok(Compiled { dump, panics_with_nil, ..finish(shown, Some(image)) })
}

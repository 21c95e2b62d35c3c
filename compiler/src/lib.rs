//! The Go compiler of gvm: source text to a bytecode image.
//!
//! Stages: `syntax` → `load` → `types` → `lower` → `ir` → `emit`. See ARCHITECTURE.md.
#![forbid(unsafe_code)]

pub mod arena;
pub mod diag;
pub mod emit;
pub mod ir;
pub mod load;
pub mod lower;
pub mod source;
pub mod syntax;
pub mod types;
pub mod usage;

pub use arena::{Arena, Interner, Symbol};

use std::collections::BTreeMap;

use diag::{Diagnostic, Diagnostics, Severity, render};
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
    /// With `Stage::ImageAndIr`.
    pub ir: Option<String>,
    /// Diagnostics in `go build`'s form, without the header line.
    pub text: String,
    pub errors: usize,
}

/// An error of the scanner about a literal or character.
fn is_literal_error(message: &str) -> bool {
    !message.starts_with("syntax error") && message.contains("literal")
        || message.contains("escape")
        || message == "newline in string"
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
    Check,
    Image,
    /// With a pointer map at every instruction, for switching goroutines anywhere.
    ImageWithAllMaps,
    /// With the IR of the program's own functions as text.
    ImageAndIr,
}

/// Compiles a program. `limit`: how many errors to show, as gc's ten.
pub fn compile(
    fs: &dyn FileSet,
    inputs: &Inputs,
    stage: Stage,
    limit: Option<usize>,
) -> Result<Compiled, LoadError> {
    let arena = Arena::new();
    // All of these live as long as the arena, so that everything can refer to everything.
    let interner: &Interner<'_> = arena.keep(Interner::new(&arena));
    let diags: &Diagnostics = arena.keep(Diagnostics::default());
    let session: &Session<'_> = arena.keep(Session::new(&arena, interner, diags));
    let map: &SourceMap<'_> = arena.keep(SourceMap::new());
    let loaded = load::load(session, map, fs, inputs)?;
    let finish = |list: Vec<Diagnostic>, image: Option<gvm_bytecode::Image>| {
        // Follow-up errors are shown only when they are alone on their line's file.
        let errors = list.len();
        Ok(Compiled {
            image: if errors == 0 { image } else { None },
            ir: None,
            text: render(map, &list, limit),
            errors,
        })
    };
    // Malformed literals do not keep gc from checking; other syntax errors do.
    if diags.all().iter().any(|d| !is_literal_error(&d.message)) {
        return finish(diags.take(), None);
    }
    let bodies: &LazyBodies<'_> = arena.keep(LazyBodies { session, map });
    let mut checker = Checker::new(&arena, interner, map, diags, bodies);
    let mut ids: BTreeMap<String, PkgId> = BTreeMap::new();
    let mut main = PkgId(0);
    for p in &loaded.packages {
        let imports: Vec<(String, PkgId)> =
            p.imports.iter().filter_map(|i| ids.get(i).map(|&id| (i.clone(), id))).collect();
        let id = checker.add_package(&p.path, p.name, &p.files, p.library, &imports);
        ids.insert(p.path.clone(), id);
        main = id;
        if !p.library {
            checker.check_package(id);
        }
    }
    if !diags.is_empty() {
        return finish(diags.take(), None);
    }
    let last = loaded.packages.last();
    let is_main = last.is_some_and(|p| p.name == Symbol::MAIN);
    if is_main && checker.package_func(main, "main").is_none() {
        let text = "runtime.main_main·f: function main is undeclared in the main package\n".into();
        return Ok(Compiled { image: None, ir: None, text, errors: 1 });
    }
    if stage == Stage::Check {
        return finish(Vec::new(), None);
    }
    if !is_main {
        return Err(LoadError("package command-line-arguments is not a main package\n".into()));
    }
    let (image, ir) = lower::lower(&mut checker, map, diags, main, stage);
    let list = diags.take();
    debug_assert!(list.iter().all(|d| d.severity == Severity::Unsupported || d.pos.is_known()));
    Ok(Compiled { ir, ..finish(list, Some(image))? })
}

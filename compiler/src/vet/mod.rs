//! The checks of `go vet`: suspicious code that the compiler accepts. One file a check.
//!
//! They look at checked packages and change nothing. What they report is what `go vet` reports, in
//! its words; they never report what it does not.

mod argtype;
mod atomic;
mod bools;
mod buildtag;
mod directive;
mod errorsas;
mod format;
mod funcs;
mod ifaceassert;
mod nilfunc;
mod printf;
mod stdversion;
mod stringintconv;
mod tests;
mod text;
mod wrappers;

use std::panic::Location;

use crate::diag::{Diagnostic, Report, Severity, reports};
use crate::source::{Pos, SourceMap};
use crate::syntax::ast::{Decl, Expr, ExprKind, FuncDecl};
use crate::syntax::walk::{self, Node};
use crate::types::check::Checker;
use crate::types::constant::Value;
use crate::types::info::ExprMode;
use crate::types::object::PkgId;
use crate::types::type_::{TypeId, TypeKind};

/// A set of checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checks(u32);

/// A check: its name on command lines, whether `go test` makes it, and itself.
struct Check {
    name: &'static str,
    of_tests: bool,
    run: fn(&mut Pass<'_, '_>),
}

const ALL: &[Check] = &[
    Check { name: "atomic", of_tests: true, run: atomic::check },
    Check { name: "bools", of_tests: true, run: bools::check },
    Check { name: "buildtag", of_tests: true, run: buildtag::check },
    Check { name: "directive", of_tests: true, run: directive::check },
    Check { name: "errorsas", of_tests: true, run: errorsas::check },
    Check { name: "ifaceassert", of_tests: true, run: ifaceassert::check },
    Check { name: "nilfunc", of_tests: true, run: nilfunc::check },
    Check { name: "printf", of_tests: true, run: printf::check },
    Check { name: "stdversion", of_tests: true, run: stdversion::check },
    Check { name: "stringintconv", of_tests: true, run: stringintconv::check },
    Check { name: "tests", of_tests: true, run: tests::check },
];

/// What `go vet` checks beside these.
const MISSING: &[&str] = &[
    "appends",
    "assign",
    "composites",
    "copylocks",
    "defers",
    "hostport",
    "httpresponse",
    "loopclosure",
    "lostcancel",
    "shift",
    "sigchanyzer",
    "slog",
    "stdmethods",
    "structtag",
    "testinggoroutine",
    "timeformat",
    "unmarshal",
    "unreachable",
    "unsafeptr",
    "unusedresult",
    "waitgroup",
];

impl Checks {
    pub const fn none() -> Checks {
        Checks(0)
    }

    /// Those that `go test` makes.
    pub fn of_tests() -> Checks {
        Checks::those(|c| c.of_tests)
    }

    /// Those of these names; the error is a name that gvm does not know as a check it can make.
    pub fn named<'n>(names: impl Iterator<Item = &'n str>) -> Result<Checks, String> {
        let names: Vec<&str> = names.collect();
        for n in &names {
            if MISSING.contains(n) {
                return Err(format!("not supported by gvm: the vet check {n}"));
            }
            if !ALL.iter().any(|c| c.name == *n) {
                return Err(format!("vet: no check is called {n}"));
            }
        }
        Ok(Checks::those(|c| names.contains(&c.name)))
    }

    fn those(wanted: impl Fn(&Check) -> bool) -> Checks {
        Checks(ALL.iter().enumerate().filter(|(_, c)| wanted(c)).map(|(i, _)| 1 << i).sum())
    }

    pub fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// A package that is looked at, and what was found.
struct Pass<'c, 'a> {
    c: &'c mut Checker<'a>,
    pkg: PkgId,
    found: Vec<Diagnostic>,
}

/// Makes the checks on a package that has no errors.
pub fn run(c: &mut Checker<'_>, map: &SourceMap<'_>, pkg: PkgId, checks: Checks) -> Vec<Report> {
    let path = c.packages[pkg.index()].path.clone();
    let mut pass = Pass { c, pkg, found: Vec::new() };
    // Two header lines: the package, and the unit that was looked at.
    let label = format!("{path}\n# [{path}]");
    let mut out = Vec::new();
    for (i, check) in ALL.iter().enumerate() {
        if checks.0 >> i & 1 != 0 {
            (check.run)(&mut pass);
            // In the order in which a check comes to them, not by place.
            for found in std::mem::take(&mut pass.found) {
                out.extend(reports(map, &label, &[found], None).0);
            }
        }
    }
    out
}

impl<'a> Pass<'_, 'a> {
    #[track_caller]
    fn report(&mut self, pos: Pos, message: String) {
        self.found.push(Diagnostic {
            pos,
            severity: Severity::Error,
            message,
            soft: false,
            site: Location::caller(),
        });
    }

    fn functions(&self, pkg: PkgId) -> Vec<&'a FuncDecl<'a>> {
        let files = self.c.packages[pkg.index()].files.iter();
        files
            .flat_map(|f| f.decls)
            .filter_map(|d| if let Decl::Func(f) = d { Some(*f) } else { None })
            .collect()
    }

    /// Every statement and expression of the package, in source order.
    fn nodes(&self) -> Vec<Node<'a>> {
        let mut out = Vec::new();
        let mut visit = |n: Node<'a>| {
            out.push(n);
            true
        };
        for file in &self.c.packages[self.pkg.index()].files {
            for decl in file.decls {
                match decl {
                    Decl::Var(v) => v.values.iter().for_each(|e| walk::expr(e, &mut visit)),
                    Decl::Func(f) => {
                        if let Some(b) = f.body.as_ref().and_then(|b| b.block.get()) {
                            walk::block(b, &mut visit);
                        }
                    }
                    _ => {}
                }
            }
        }
        out
    }

    fn calls(&self) -> Vec<Call<'a>> {
        let call = |n| if let Node::Expr(e) = n { Call::of(e) } else { None };
        self.nodes().into_iter().filter_map(call).collect()
    }

    /// The type of an expression as the checker recorded it.
    fn type_of(&self, e: &Expr<'_>) -> Option<TypeId> {
        let x = self.c.info.exprs.get(&e.id)?;
        if x.mode == ExprMode::Nil {
            return Some(TypeId::UNTYPED_NIL);
        }
        (x.typ != TypeId::INVALID).then_some(x.typ)
    }

    fn is_type(&self, e: &Expr<'_>) -> bool {
        self.c.info.exprs.get(&e.id).is_some_and(|x| x.mode == ExprMode::Type)
    }

    fn string_constant(&self, e: &Expr<'_>) -> Option<String> {
        match &self.c.info.exprs.get(&e.id)?.value {
            Value::Str(s) => Some(String::from_utf8_lossy(s).into_owned()),
            _ => None,
        }
    }

    fn is_interface(&mut self, t: TypeId) -> bool {
        matches!(self.c.under_kind(t), TypeKind::Interface(_)) && !self.c.types.is_tparam(t)
    }
}

/// A call expression, taken apart.
#[derive(Clone, Copy)]
struct Call<'a> {
    fun: &'a Expr<'a>,
    args: &'a [&'a Expr<'a>],
    /// `f(xs...)`
    spread: bool,
}

impl<'a> Call<'a> {
    fn of(e: &'a Expr<'a>) -> Option<Call<'a>> {
        match e.kind {
            ExprKind::Call { fun, args, ellipsis, .. } => {
                Some(Call { fun, args, spread: ellipsis.is_some() })
            }
            _ => None,
        }
    }

    /// Where the call begins.
    fn pos(&self) -> Pos {
        text::start(self.fun)
    }
}

fn unparen<'e, 'a>(mut e: &'e Expr<'a>) -> &'e Expr<'a> {
    while let ExprKind::Paren(x) = e.kind {
        e = x;
    }
    e
}

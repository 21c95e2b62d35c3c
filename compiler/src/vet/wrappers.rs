//! Functions that print: those of the library, and those of the program that hand their arguments
//! on to one.

use hashbrown::HashMap;

use super::funcs::Callee;
use super::{Call, Pass, unparen};
use crate::syntax::ast::{Block, Expr, ExprKind, FuncType, StmtKind};
use crate::syntax::walk::{self, Node};
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{TypeId, TypeKind};

/// How a function prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Print,
    Println,
    Printf,
    /// It knows %w.
    Errorf,
}

const LIBRARY: &[&str] = &[
    "(*log.Logger).Fatal",
    "(*log.Logger).Fatalf",
    "(*log.Logger).Fatalln",
    "(*log.Logger).Panic",
    "(*log.Logger).Panicf",
    "(*log.Logger).Panicln",
    "(*log.Logger).Print",
    "(*log.Logger).Printf",
    "(*log.Logger).Println",
    "(*testing.common).Error",
    "(*testing.common).Errorf",
    "(*testing.common).Fatal",
    "(*testing.common).Fatalf",
    "(*testing.common).Log",
    "(*testing.common).Logf",
    "(*testing.common).Skip",
    "(*testing.common).Skipf",
    "(testing.TB).Error",
    "(testing.TB).Errorf",
    "(testing.TB).Fatal",
    "(testing.TB).Fatalf",
    "(testing.TB).Log",
    "(testing.TB).Logf",
    "(testing.TB).Skip",
    "(testing.TB).Skipf",
    "fmt.Append",
    "fmt.Appendf",
    "fmt.Appendln",
    "fmt.Errorf",
    "fmt.Fprint",
    "fmt.Fprintf",
    "fmt.Fprintln",
    "fmt.Print",
    "fmt.Printf",
    "fmt.Println",
    "fmt.Sprint",
    "fmt.Sprintf",
    "fmt.Sprintln",
    "log.Fatal",
    "log.Fatalf",
    "log.Fatalln",
    "log.Panic",
    "log.Panicf",
    "log.Panicln",
    "log.Print",
    "log.Printf",
    "log.Println",
    "runtime/trace.Logf",
];

/// The printing functions of the program.
#[derive(Default)]
pub struct Wrappers(HashMap<ObjId, Kind>);

/// A function that may be one.
struct Candidate<'a> {
    obj: ObjId,
    /// The parameter before the last, when it is a string.
    format: Option<ObjId>,
    args: ObjId,
    body: &'a Block<'a>,
}

impl Wrappers {
    pub fn kind(&self, f: &Callee) -> Option<Kind> {
        if let Some(kind) = f.obj.and_then(|o| self.0.get(&o)) {
            return Some(*kind);
        }
        if !LIBRARY.contains(&f.full.as_str()) {
            return None;
        }
        Some(match f.full.as_str() {
            "fmt.Errorf" => Kind::Errorf,
            n if n.ends_with('f') => Kind::Printf,
            n if n.ends_with("ln") => Kind::Println,
            _ => Kind::Print,
        })
    }
}

impl<'a> Pass<'_, 'a> {
    /// Finds the program's printing functions, also those that call one another.
    pub fn wrappers(&mut self) -> Wrappers {
        let mut candidates = Vec::new();
        for p in (0..self.c.packages.len() as u32).map(PkgId) {
            if !self.c.packages[p.index()].library {
                self.candidates(p, &mut candidates);
            }
        }
        let mut found = Wrappers::default();
        loop {
            let before = found.0.len();
            for c in &candidates {
                if !found.0.contains_key(&c.obj)
                    && let Some(kind) = self.hands_on(c, &found)
                {
                    found.0.insert(c.obj, kind);
                }
            }
            if found.0.len() == before {
                return found;
            }
        }
    }

    fn candidates(&mut self, pkg: PkgId, out: &mut Vec<Candidate<'a>>) {
        for f in self.functions(pkg) {
            let Some(body) = f.body.as_ref().and_then(|b| b.block.get().copied()) else { continue };
            if let Some(&obj) = self.c.info.defs.get(&f.name.id) {
                self.candidate(obj, f.typ(), body, out);
            }
            // Function literals that a variable holds.
            let mut literals: Vec<(&Expr<'a>, &Expr<'a>)> = Vec::new();
            walk::block(body, &mut |n| {
                if let Node::Stmt(s) = n
                    && let StmtKind::Define { lhs, rhs, .. } = s.kind
                    && lhs.len() == rhs.len()
                {
                    literals.extend(lhs.iter().copied().zip(rhs.iter().copied()));
                }
                true
            });
            for (variable, value) in literals {
                if let (ExprKind::FuncLit { typ, body }, Some(&obj)) =
                    (value.kind, self.c.info.defs.get(&variable.id))
                {
                    self.candidate(obj, typ, body, out);
                }
            }
        }
    }

    fn candidate(
        &mut self,
        obj: ObjId,
        typ: &'a FuncType<'a>,
        body: &'a Block<'a>,
        out: &mut Vec<Candidate<'a>>,
    ) {
        let Some((last, before)) = typ.params.split_last() else { return };
        let param = |p: &crate::syntax::ast::Param<'a>| {
            p.name.and_then(|n| self.c.info.defs.get(&n.id).copied())
        };
        let (Some(args), true) = (param(last), last.ellipsis.is_some()) else { return };
        let format = before.last().and_then(|p| param(p));
        let TypeKind::Slice(elem) = self.c.under_kind(self.c.objs[args].typ) else { return };
        let TypeKind::Interface(i) = self.c.under_kind(elem) else { return };
        if !i.methods.is_empty() || !i.embeds.is_empty() {
            return;
        }
        let format = format.filter(|&f| self.c.objs[f].typ == TypeId::STRING);
        out.push(Candidate { obj, format, args, body });
    }

    /// Whether the function gives its last arguments, as they are, to a printing function.
    fn hands_on(&mut self, c: &Candidate<'a>, known: &Wrappers) -> Option<Kind> {
        let is = |p: &Pass<'_, 'a>, e: &Expr<'a>, obj: ObjId| {
            matches!(unparen(e).kind, ExprKind::Ident(_))
                && p.c.info.uses.get(&unparen(e).id) == Some(&obj)
        };
        let mut calls = Vec::new();
        let mut assigned = false;
        walk::block(c.body, &mut |n| {
            match n {
                Node::Stmt(s) => {
                    if let StmtKind::Assign { lhs, .. } = s.kind {
                        assigned |= lhs.iter().any(|e| {
                            is(self, e, c.args) || c.format.is_some_and(|f| is(self, e, f))
                        });
                    }
                }
                Node::Expr(e) => {
                    if matches!(e.kind, ExprKind::FuncLit { .. }) {
                        return false;
                    }
                    calls.extend(Call::of(e).filter(|_| !assigned));
                }
            }
            true
        });
        for call in calls {
            let (Some((last, before)), true) = (call.args.split_last(), call.spread) else {
                continue;
            };
            if !is(self, last, c.args) {
                continue;
            }
            let Some(kind) = self.callee(&call).and_then(|f| known.kind(&f)) else { continue };
            match (kind, c.format) {
                (Kind::Printf | Kind::Errorf, Some(f))
                    if before.last().is_some_and(|e| is(self, e, f)) =>
                {
                    return Some(kind);
                }
                (Kind::Print | Kind::Println, _) => return Some(kind),
                _ => {}
            }
        }
        None
    }
}

//! stdversion: names of the library that came with a later version of Go than the file's.
//!
//! `stdversion.txt` has the names that are newer than go1.21, a line each: package, name, N of go1.N
//! (facts, as Go's own list of its library's names has them), of the packages that gvm has. Modules
//! older than go1.21 are not looked at: their `go` line says nothing about the library.

use std::collections::HashMap;

use super::Pass;
use crate::Symbol;
use crate::load::NEWEST;
use crate::source::Pos;
use crate::syntax::ast::{
    Decl, Expr, ExprKind, FuncType, Ident, InterfaceElem, StmtKind, TypeParam,
};
use crate::syntax::walk::{self, Node};
use crate::types::info::SelectionKind;
use crate::types::object::{ObjId, ObjKind, PkgId};
use crate::types::type_::{TypeId, TypeKind};

const TABLE: &str = include_str!("stdversion.txt");
/// The first version whose `go` line is a promise about the library too.
const FIRST: u32 = 21;

/// By package path and plain name (`Type.Method`): how it is written, and its version.
type Since = HashMap<(&'static str, String), (&'static str, u32)>;

pub fn check(p: &mut Pass<'_, '_>) {
    let files = p.c.packages[p.pkg.index()].files.clone();
    let old = |p: &Pass<'_, '_>, at: Pos| p.c.version_at(at).0 < NEWEST;
    if p.c.go < FIRST || !files.iter().any(|f| old(p, f.pos)) {
        return;
    }
    let since: Since = TABLE
        .lines()
        .filter_map(|line| {
            let mut parts = line.split(' ');
            let (path, name, n) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
            Some(((path, name.replace(['(', ')', '*'], "")), (name, n)))
        })
        .collect();
    for file in files.iter() {
        if !old(p, file.pos) {
            continue;
        }
        let mut mentions = Mentions::default();
        file.decls.iter().for_each(|d| mentions.decl(d));
        let (version, own) = p.c.version_at(file.pos);
        let what = if own || p.c.go_has_patch { "file" } else { "module" };
        for at in mentions.list {
            let Some((pos, pkg, name)) = named(p, at) else { continue };
            let path = p.c.packages[pkg.index()].path.clone();
            let Some(&(text, n)) = since.get(&(path.as_str(), name)) else { continue };
            if n > version {
                let package = p.c.name(p.c.packages[pkg.index()].name);
                let m =
                    format!("{package}.{text} requires go1.{n} or later ({what} is go1.{version})");
                p.report(pos, m);
            }
        }
    }
}

/// What a place of the program may name something of the library by.
#[derive(Clone, Copy)]
enum Mention<'a> {
    Name(Ident),
    Selector(&'a Expr<'a>, Ident),
    /// A key of a literal.
    Key(&'a Expr<'a>, Ident),
}

/// The names at a place that are of the library: place, package, `Name` or `Type.Member`.
fn named(p: &mut Pass<'_, '_>, at: Mention<'_>) -> Option<(Pos, PkgId, String)> {
    match at {
        Mention::Name(i) => {
            let (pkg, name) = object(p, *p.c.info.uses.get(&i.id)?)?;
            Some((i.pos, pkg, name))
        }
        Mention::Selector(e, sel) => {
            let Some(s) = p.c.info.selections.get(&e.id).cloned() else {
                let (pkg, name) = object(p, *p.c.info.uses.get(&sel.id)?)?;
                return Some((sel.pos, pkg, name));
            };
            let (pkg, name) = match (s.obj, s.iface) {
                (Some(method), _) => {
                    let found = object(p, method)?;
                    // What is promoted from a type that is not exported counts as the outer one's.
                    match found.1.starts_with(char::is_lowercase) {
                        true => outermost(p, s.recv, &s.path, sel.name)?,
                        false => found,
                    }
                }
                (None, Some(t)) => interface_method(p, t, sel.name)?,
                (None, None) if s.kind == SelectionKind::Field => {
                    let owner = owner(p, s.recv, &s.path)?;
                    member(p, owner, sel.name)?
                }
                _ => return None,
            };
            Some((sel.pos, pkg, name))
        }
        Mention::Key(literal, key) => {
            let t = p.type_of(literal)?;
            let (pkg, name) = member(p, t, key.name)?;
            Some((key.pos, pkg, name))
        }
    }
}

/// The package and name of an object of the library.
fn object(p: &Pass<'_, '_>, obj: ObjId) -> Option<(PkgId, String)> {
    let o = &p.c.objs[obj];
    let pkg = o.pkg.filter(|pkg| p.c.packages[pkg.index()].library)?;
    let name = p.c.name(o.name);
    match &o.kind {
        ObjKind::Func(f) => match f.recv {
            Some(n) => {
                let data = p.c.types.named(n);
                let base = data.origin.map_or(data.obj, |o| p.c.types.named(o).obj);
                Some((pkg, format!("{}.{name}", p.c.name(p.c.objs[base].name))))
            }
            None => Some((pkg, name.to_string())),
        },
        ObjKind::Var(v) if !v.is_global => None,
        ObjKind::Const(_) | ObjKind::TypeName | ObjKind::Var(_) => Some((pkg, name.to_string())),
        _ => None,
    }
}

/// A member of a defined type of the library, or of what it points to.
fn member(p: &Pass<'_, '_>, t: TypeId, name: Symbol) -> Option<(PkgId, String)> {
    let t = match p.c.types.kind(t) {
        TypeKind::Pointer(e) => *e,
        _ => t,
    };
    let data = p.c.types.named(p.c.types.as_named(t)?);
    let base = data.origin.map_or(data.obj, |o| p.c.types.named(o).obj);
    let (pkg, owner) = object(p, base)?;
    Some((pkg, format!("{owner}.{}", p.c.name(name))))
}

/// A member that is promoted along a path, by the last exported type of the library on it.
fn outermost(
    p: &mut Pass<'_, '_>,
    from: TypeId,
    path: &[u32],
    name: Symbol,
) -> Option<(PkgId, String)> {
    (1..=path.len()).rev().find_map(|n| {
        let t = owner(p, from, &path[..n])?;
        member(p, t, name).filter(|m| m.1.starts_with(char::is_uppercase))
    })
}

/// The type whose own field a path ends at.
fn owner(p: &mut Pass<'_, '_>, from: TypeId, path: &[u32]) -> Option<TypeId> {
    let mut t = from;
    for &i in &path[..path.len().checked_sub(1)?] {
        let base = match p.c.types.under_kind(t) {
            TypeKind::Pointer(e) => e,
            _ => t,
        };
        let TypeKind::Struct(fields) = p.c.types.under_kind(base) else { return None };
        t = fields.get(i as usize)?.typ;
    }
    Some(t)
}

/// A method of an interface, by the interface that declares it.
fn interface_method(p: &mut Pass<'_, '_>, t: TypeId, name: Symbol) -> Option<(PkgId, String)> {
    let TypeKind::Interface(iface) = p.c.types.under_kind(t) else { return None };
    if iface.methods.iter().any(|m| m.name == name) {
        return member(p, t, name);
    }
    iface.embeds.iter().find_map(|&e| interface_method(p, e, name))
}

/// Collects the places in source order, those in types included.
#[derive(Default)]
struct Mentions<'a> {
    list: Vec<Mention<'a>>,
}

impl<'a> Mentions<'a> {
    fn decl(&mut self, d: &Decl<'a>) {
        match d {
            Decl::Import(_) => {}
            Decl::Const(c) => {
                c.typ.iter().for_each(|t| self.typ(t));
                c.values.iter().for_each(|e| self.expr(e));
            }
            Decl::Var(v) => {
                v.typ.iter().for_each(|t| self.typ(t));
                v.values.iter().for_each(|e| self.expr(e));
            }
            Decl::Type(t) => {
                self.tparams(t.tparams);
                self.typ(t.typ);
            }
            Decl::Func(f) => {
                f.recv.iter().for_each(|r| self.typ(r.typ));
                self.tparams(f.tparams());
                self.signature(f.typ());
                if let Some(b) = f.body.as_ref().and_then(|b| b.block.get()) {
                    walk::block(b, &mut |n| self.node(n));
                }
            }
        }
    }

    fn expr(&mut self, e: &'a Expr<'a>) {
        walk::expr(e, &mut |n| self.node(n));
    }

    /// What the walk does not enter by itself; says whether it goes on below.
    fn node(&mut self, n: Node<'a>) -> bool {
        match n {
            Node::Stmt(s) => {
                if let StmtKind::Decl(ds) = s.kind {
                    ds.iter().for_each(|d| self.decl(d));
                    return false;
                }
            }
            Node::Expr(e) => match e.kind {
                ExprKind::Ident(name) => {
                    self.list.push(Mention::Name(Ident { id: e.id, pos: e.pos, name }))
                }
                ExprKind::Selector { x, sel } => {
                    self.expr(x);
                    self.list.push(Mention::Selector(e, sel));
                    return false;
                }
                ExprKind::Composite { typ, elems, .. } => {
                    typ.iter().for_each(|t| self.typ(t));
                    for el in elems {
                        match el.key {
                            Some(&Expr { id, pos, kind: ExprKind::Ident(name) }) => {
                                let key = Ident { id, pos, name };
                                self.list.push(Mention::Name(key));
                                self.list.push(Mention::Key(e, key));
                            }
                            Some(k) => self.expr(k),
                            None => {}
                        }
                        self.expr(el.value);
                    }
                    return false;
                }
                ExprKind::FuncLit { typ, .. } => self.signature(typ),
                ExprKind::TypeAssert { x, typ } => {
                    self.expr(x);
                    typ.iter().for_each(|t| self.typ(t));
                    return false;
                }
                ExprKind::ArrayType { .. }
                | ExprKind::SliceType(_)
                | ExprKind::StructType { .. }
                | ExprKind::FuncType(_)
                | ExprKind::InterfaceType { .. }
                | ExprKind::MapType { .. }
                | ExprKind::ChanType { .. } => {
                    self.typ(e);
                    return false;
                }
                _ => {}
            },
        }
        true
    }

    fn typ(&mut self, t: &'a Expr<'a>) {
        match t.kind {
            ExprKind::ArrayType { len, elem } => {
                len.iter().for_each(|e| self.expr(e));
                self.typ(elem);
            }
            ExprKind::SliceType(e) | ExprKind::ChanType { elem: e, .. } => self.typ(e),
            ExprKind::MapType { key, elem } => {
                self.typ(key);
                self.typ(elem);
            }
            ExprKind::FuncType(f) => self.signature(f),
            ExprKind::StructType { fields, .. } => fields.iter().for_each(|f| self.typ(f.typ)),
            ExprKind::InterfaceType { elems, .. } => {
                for e in elems {
                    match e {
                        InterfaceElem::Method { typ, .. } => self.signature(typ),
                        InterfaceElem::Embedded(t) => self.typ(t),
                    }
                }
            }
            // Names, their arguments, pointers, unions.
            _ => self.expr(t),
        }
    }

    fn signature(&mut self, f: &'a FuncType<'a>) {
        f.params.iter().chain(f.results).for_each(|p| self.typ(p.typ));
    }

    fn tparams(&mut self, list: &'a [&'a TypeParam<'a>]) {
        list.iter().for_each(|t| self.typ(t.constraint));
    }
}

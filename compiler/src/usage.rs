//! What of the library a program uses, and what there is to use: the names that a table test
//! compares. It looks at checked programs only and reports no errors of its own.
//!
//! A name is `io.Reader`, `io.Reader.Read` (a method, declared or of an interface) or
//! `io.LimitedReader.N` (a field), with the package's import path in front.

use std::collections::{BTreeMap, BTreeSet};

use crate::LazyBodies;
use crate::arena::{Arena, Interner};
use crate::diag::Diagnostics;
use crate::load::{self, FileSet, Inputs, LoadError};
use crate::source::SourceMap;
use crate::syntax::ast::{Decl, ExprKind};
use crate::syntax::walk::{self, Node};
use crate::syntax::{NodeId, Session, Symbol};
use crate::types::check::Checker;
use crate::types::object::{ObjId, ObjKind, PkgId, UNSAFE_BUILTINS};
use crate::types::type_::{TypeId, TypeKind};

/// The exported names of these library packages.
pub fn exported(fs: &dyn FileSet, packages: &[&str]) -> Result<BTreeSet<String>, LoadError> {
    let mut text = String::from("package main\n");
    for p in packages {
        text.push_str(&format!("import _ {p:?}\n"));
    }
    text.push_str("func main() {}\n");
    let inputs = Inputs::Text("./exports.go".into(), text.into_bytes());
    let names = with_checked(fs, &inputs, |c, _| {
        let mut names = BTreeSet::new();
        for i in 0..c.packages.len() {
            if !packages.contains(&c.packages[i].path.as_str()) {
                continue;
            }
            let members = [c.packages[i].objects.clone(), c.packages[i].vars.clone()].concat();
            for obj in members {
                c.obj_decl(obj);
                add_exported(c, obj, &mut names);
            }
        }
        if packages.contains(&"unsafe") {
            names.extend(UNSAFE_BUILTINS.iter().map(|(_, n)| format!("unsafe.{n}")));
        }
        names
    })?;
    names.ok_or_else(|| LoadError("the library has errors\n".into()))
}

/// The library names that the program's own files mention; nothing when it has errors.
pub fn used(fs: &dyn FileSet, inputs: &Inputs) -> Result<Option<BTreeSet<String>>, LoadError> {
    with_checked(fs, inputs, |c, own| {
        let mut names = BTreeSet::new();
        let in_program = |id: u32| own.range(..=id).next_back().is_some_and(|(_, own)| *own);
        let used: Vec<ObjId> =
            c.info.uses.iter().filter(|(n, _)| in_program(n.0)).map(|(_, &o)| o).collect();
        for obj in used {
            if let Some(name) = object_name(c, obj) {
                names.insert(name);
            }
        }
        let members = selector_names(c);
        let selections: Vec<_> = (c.info.selections.iter())
            .filter(|(n, _)| in_program(n.0))
            .map(|(n, s)| (s.clone(), members.get(n).copied()))
            .collect();
        for (s, member) in selections {
            follow(c, s.recv, &s.path, &mut names);
            if let (Some(iface), Some(member)) = (s.iface, member) {
                interface_method(c, iface, member, &mut names);
            }
        }
        names
    })
}

/// Loads and checks; gives `look` the checker and, by the first node of each file, whether the file
/// is the program's own.
fn with_checked<R>(
    fs: &dyn FileSet,
    inputs: &Inputs,
    look: impl FnOnce(&mut Checker<'_>, &BTreeMap<u32, bool>) -> R,
) -> Result<Option<R>, LoadError> {
    let arena = Arena::new();
    let interner: &Interner<'_> = arena.keep(Interner::new(&arena));
    let diags: &Diagnostics = arena.keep(Diagnostics::default());
    let session: &Session<'_> = arena.keep(Session::new(&arena, interner, diags));
    let map: &SourceMap<'_> = arena.keep(SourceMap::new());
    let loaded = load::load(session, map, fs, inputs)?;
    let bodies: &LazyBodies<'_> = arena.keep(LazyBodies { session, map });
    let mut checker = Checker::new(&arena, interner, map, diags, bodies);
    let mut ids: BTreeMap<String, PkgId> = BTreeMap::new();
    let mut files = BTreeMap::new();
    for p in &loaded.packages {
        let imports: Vec<(String, PkgId)> =
            p.imports.iter().filter_map(|i| ids.get(i).map(|&id| (i.clone(), id))).collect();
        let id = checker.add_package(&p.path, p.name, &p.files, p.library, &imports);
        ids.insert(p.path.clone(), id);
        files.extend(p.files.iter().map(|f| (f.package.id.0, !p.library)));
        if !p.library {
            checker.check_package(id);
        }
    }
    if !diags.is_empty() {
        return Ok(None);
    }
    Ok(Some(look(&mut checker, &files)))
}

/// `path.Name` or `path.Type.Method` of an exported object of the library.
fn object_name(c: &Checker<'_>, obj: ObjId) -> Option<String> {
    let o = &c.objs[obj];
    if let ObjKind::Builtin(b) = o.kind {
        return Some(b.qualified_name()).filter(|n| n.starts_with("unsafe."));
    }
    let pkg = &c.packages[o.pkg?.index()];
    if !pkg.library || !c.is_exported(o.name) {
        return None;
    }
    let name = c.name(o.name);
    match &o.kind {
        ObjKind::Func(f) => match f.recv {
            Some(n) => {
                let data = c.types.named(n);
                let base = data.origin.map_or(data.obj, |o| c.types.named(o).obj);
                Some(format!("{}.{name}", object_name(c, base)?))
            }
            None => Some(format!("{}.{name}", pkg.path)),
        },
        ObjKind::Var(v) if !v.is_global => None,
        ObjKind::Const(_) | ObjKind::TypeName | ObjKind::Var(_) => {
            Some(format!("{}.{name}", pkg.path))
        }
        _ => None,
    }
}

/// The name of the defined library type that `t` is, or points to.
fn type_name(c: &mut Checker<'_>, t: TypeId) -> Option<String> {
    let t = match c.types.kind(t) {
        TypeKind::Pointer(e) => *e,
        _ => t,
    };
    let data = c.types.named(c.types.as_named(t)?);
    let obj = data.origin.map_or(data.obj, |o| c.types.named(o).obj);
    object_name(c, obj)
}

/// Notes the fields on a selection's way.
fn follow(c: &mut Checker<'_>, from: TypeId, path: &[u32], names: &mut BTreeSet<String>) {
    let mut t = from;
    for &i in path {
        let owner = type_name(c, t);
        let base = match c.types.under_kind(t) {
            TypeKind::Pointer(e) => e,
            _ => t,
        };
        let TypeKind::Struct(fields) = c.types.under_kind(base) else { return };
        let Some(field) = fields.get(i as usize) else { return };
        if let (Some(owner), true) = (owner, c.is_exported(field.name)) {
            names.insert(format!("{owner}.{}", c.name(field.name)));
        }
        t = field.typ;
    }
}

/// The selected names of the selector expressions of the program's own files.
fn selector_names(c: &Checker<'_>) -> BTreeMap<NodeId, Symbol> {
    let mut names = BTreeMap::new();
    let mut visit = |n: Node<'_>| {
        if let Node::Expr(e) = n
            && let ExprKind::Selector { sel, .. } = e.kind
        {
            names.insert(e.id, sel.name);
        }
        true
    };
    for file in c.packages.iter().filter(|p| !p.library).flat_map(|p| &p.files) {
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
    names
}

/// Notes a method of an interface, also under the names of the interfaces it is embedded from.
fn interface_method(c: &mut Checker<'_>, t: TypeId, name: Symbol, names: &mut BTreeSet<String>) {
    let TypeKind::Interface(iface) = c.types.under_kind(t) else { return };
    if let (Some(owner), true) = (type_name(c, t), iface.methods.iter().any(|m| m.name == name)) {
        names.insert(format!("{owner}.{}", c.name(name)));
    }
    for &e in &iface.embeds {
        interface_method(c, e, name, names);
    }
}

fn add_exported(c: &mut Checker<'_>, obj: ObjId, names: &mut BTreeSet<String>) {
    let Some(name) = object_name(c, obj) else { return };
    names.insert(name.clone());
    if !matches!(c.objs[obj].kind, ObjKind::TypeName) {
        return;
    }
    // An alias has nothing of its own.
    let Some(n) = c.types.as_named(c.objs[obj].typ) else { return };
    if c.types.named(n).obj != obj {
        return;
    }
    for m in c.types.named(n).methods.clone() {
        names.extend(object_name(c, m));
    }
    match c.types.under_kind(c.objs[obj].typ) {
        TypeKind::Struct(fields) => {
            for f in fields.iter().filter(|f| c.is_exported(f.name)) {
                names.insert(format!("{name}.{}", c.name(f.name)));
            }
        }
        TypeKind::Interface(iface) => {
            for m in iface.methods.iter().filter(|m| m.pkg.is_none()) {
                names.insert(format!("{name}.{}", c.name(m.name)));
            }
        }
        _ => {}
    }
}

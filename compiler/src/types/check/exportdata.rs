//! Which unexported names of a package gc's export data has: those that an importer needs for the types
//! of exported objects and for the bodies that can be inlined. Messages tell them from names that are not
//! there at all.

use hashbrown::HashSet;

use super::Checker;
use crate::syntax::ast::{Decl, Expr, ExprKind, FuncDecl, StmtKind};
use crate::syntax::walk::{self, Node};
use crate::types::object::{ObjId, ObjKind, PkgId};
use crate::types::type_::{TypeId, TypeKind};

/// gc's budget for the body of a function that is inlined, in nodes, and what a call costs beside.
const BUDGET: usize = 80;
const CALL: usize = 57;

struct Reach {
    pkg: PkgId,
    seen: HashSet<ObjId>,
    types: HashSet<TypeId>,
}

impl<'a> Checker<'a> {
    /// Whether importers of `pkg` know its unexported object `obj`. Nobody knows for gvm's library,
    /// which differs inside.
    pub(super) fn in_export_data(&mut self, pkg: PkgId, obj: ObjId) -> bool {
        if self.packages[pkg.index()].library {
            return false;
        }
        let mut r = Reach { pkg, seen: HashSet::new(), types: HashSet::new() };
        let scope = self.packages[pkg.index()].scope;
        for n in self.scope_names(scope) {
            if self.is_exported(n)
                && let Some(o) = self.scope_get(scope, n)
            {
                self.reach_object(&mut r, o);
            }
        }
        r.seen.contains(&obj)
    }

    fn reach_object(&mut self, r: &mut Reach, o: ObjId) {
        let ob = &self.objs[o];
        if ob.pkg != Some(r.pkg) || matches!(ob.kind, ObjKind::Const(_)) || !r.seen.insert(o) {
            return;
        }
        let typ = ob.typ;
        self.reach_type(r, typ);
        let Some(&(f, _)) = self.funcs.get(&o) else { return };
        if !self.inlinable(f) {
            return;
        }
        let mut used = Vec::new();
        self.names_in(f, &mut |o| used.push(o));
        used.into_iter().for_each(|o| self.reach_object(r, o));
    }

    fn reach_type(&mut self, r: &mut Reach, t: TypeId) {
        if !r.types.insert(t) {
            return;
        }
        match self.types.kind(t).clone() {
            TypeKind::Named(n) => {
                let data = self.types.named(n);
                let (obj, rhs, methods, targs) =
                    (data.obj, data.underlying, data.methods.clone(), data.targs.clone());
                self.reach_object(r, obj);
                rhs.into_iter().chain(targs).for_each(|t| self.reach_type(r, t));
                methods.into_iter().for_each(|m| self.reach_object(r, m));
            }
            TypeKind::Pointer(e)
            | TypeKind::Slice(e)
            | TypeKind::Array(_, e)
            | TypeKind::Chan(_, e) => self.reach_type(r, e),
            TypeKind::Map(k, e) => [k, e].into_iter().for_each(|t| self.reach_type(r, t)),
            TypeKind::Struct(fs) => fs.iter().for_each(|f| self.reach_type(r, f.typ)),
            TypeKind::Signature(s) => {
                s.params.iter().chain(&s.results).for_each(|&t| self.reach_type(r, t));
            }
            TypeKind::Interface(i) => {
                i.methods.iter().for_each(|m| self.reach_type(r, m.sig));
                i.embeds.iter().for_each(|&t| self.reach_type(r, t));
            }
            _ => {}
        }
    }

    /// The package-level objects that a body mentions.
    fn names_in(&self, f: &'a FuncDecl<'a>, found: &mut dyn FnMut(ObjId)) {
        let Some(block) = self.bodies.body(f) else { return };
        let mut types: Vec<&'a Expr<'a>> = Vec::new();
        walk::block(block, &mut |n| {
            match n {
                Node::Expr(e) => match e.kind {
                    ExprKind::Composite { typ: Some(t), .. } => types.push(t),
                    ExprKind::TypeAssert { typ: Some(t), .. } => types.push(t),
                    ExprKind::Ident(_) => types.push(e),
                    _ => {}
                },
                Node::Stmt(s) => {
                    if let StmtKind::Decl(ds) = s.kind {
                        for d in ds {
                            if let Decl::Var(v) = d {
                                types.extend(v.typ);
                            }
                        }
                    }
                }
            }
            true
        });
        while let Some(t) = types.pop() {
            match t.kind {
                ExprKind::Ident(_) => {
                    self.info.uses.get(&t.id).into_iter().for_each(|&o| found(o));
                }
                ExprKind::Star(x) | ExprKind::Paren(x) | ExprKind::SliceType(x) => types.push(x),
                ExprKind::ArrayType { elem, .. } => types.push(elem),
                ExprKind::MapType { key, elem } => types.extend([key, elem]),
                ExprKind::Index { x, indices, .. } => {
                    types.push(x);
                    types.extend(indices);
                }
                _ => {}
            }
        }
    }

    /// Whether gc would put the function's body into export data, by an estimate of its cost.
    fn inlinable(&self, f: &'a FuncDecl<'a>) -> bool {
        let generic = !f.tparams().is_empty()
            || f.recv.is_some_and(|r| matches!(r.typ.kind, ExprKind::Index { .. }));
        generic || self.cost(f, 0) <= BUDGET
    }

    fn cost(&self, f: &'a FuncDecl<'a>, depth: u32) -> usize {
        let Some(block) = self.bodies.body(f) else { return BUDGET + 1 };
        let mut cost = 0;
        walk::block(block, &mut |n| {
            cost += match n {
                Node::Stmt(s) => match s.kind {
                    StmtKind::Go(_) | StmtKind::Defer(_) | StmtKind::Select(_) => BUDGET + 1,
                    _ => 1,
                },
                Node::Expr(e) => match e.kind {
                    ExprKind::Call { fun, .. } => {
                        let callee = self.info.uses.get(&fun.id).and_then(|o| self.funcs.get(o));
                        match callee {
                            Some(&(g, _)) if depth < 5 => self.cost(g, depth + 1).min(CALL),
                            Some(_) => CALL,
                            None => 1,
                        }
                    }
                    ExprKind::Paren(_) => 0,
                    _ => 1,
                },
            };
            cost <= BUDGET
        });
        cost
    }
}

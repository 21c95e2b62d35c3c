//! Declarations: resolving package-level and local constants, variables, types and functions.

use super::operand::Operand;
use super::resolve::receiver_base;
use super::{Checker, DeclInfo, Later};
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{ConstSpec, Decl, Expr, ExprKind, FuncDecl, Ident, Param, TypeParam, TypeSpec, VarSpec};
use crate::types::constant::Value;
use crate::types::object::{BodyId, FuncInfo, ObjId, ObjKind};
use crate::types::type_::{TypeId, TypeKind};

impl<'a> Checker<'a> {
    pub fn resolve_object(&mut self, obj: ObjId) {
        self.obj_decl(obj);
    }

    /// Resolves a package-level object that is not resolved yet.
    pub fn obj_decl(&mut self, obj: ObjId) {
        let Some(&(info, file_scope)) = self.decls.get(&obj) else { return };
        if self.objs[obj].typ != TypeId::INVALID {
            return;
        }
        if let Some(at) = self.path.iter().position(|&o| o == obj) {
            self.cycle(obj, at);
            return;
        }
        self.path.push(obj);
        let saved = std::mem::take(&mut self.env);
        self.env.pkg = self.objs[obj].pkg;
        self.env.scope = Some(file_scope);
        self.env.decl = Some(obj);
        match info {
            DeclInfo::Const(spec, i) => self.const_object(spec, i, obj),
            DeclInfo::Var(spec, i) => self.package_var(spec, i, obj),
            DeclInfo::Type(spec) => self.type_object(spec, obj),
            DeclInfo::Func(f) => self.func_object(f, obj),
        }
        self.env = saved;
        self.path.pop();
        self.run_later_if_idle();
    }

    /// An object that needs itself: an error unless a type or function on the way breaks the cycle.
    fn cycle(&mut self, obj: ObjId, at: usize) {
        let cycle: Vec<ObjId> = self.path[at..].to_vec();
        match self.objs[obj].kind {
            ObjKind::Const(_) | ObjKind::Var(_) => {
                if cycle.iter().any(|&o| self.objs.func(o).is_some()) {
                    return;
                }
                self.objs[obj].typ = TypeId::INVALID;
                self.report_cycle(&cycle);
            }
            ObjKind::TypeName => {
                // A defined type has its type already; only aliases get here.
                self.report_cycle(&cycle);
            }
            _ => {}
        }
    }

    pub(super) fn report_cycle(&mut self, cycle: &[ObjId]) {
        let name = |c: &Self, o: ObjId| c.name(c.objs[o].name).to_string();
        let start = (0..cycle.len()).min_by_key(|&i| self.objs[cycle[i]].pos).unwrap_or(0);
        let first = cycle[start];
        let is_type = matches!(self.objs[first].kind, ObjKind::TypeName);
        let mut text = if is_type {
            if cycle.len() == 1 {
                format!("invalid recursive type: {} refers to itself", name(self, first))
            } else {
                format!("invalid recursive type {}", name(self, first))
            }
        } else if cycle.len() == 1 {
            format!("initialization cycle: {} refers to itself", name(self, first))
        } else {
            format!("initialization cycle for {}", name(self, first))
        };
        if cycle.len() > 1 {
            for k in 0..cycle.len() {
                let (a, b) = (cycle[(start + k) % cycle.len()], cycle[(start + k + 1) % cycle.len()]);
                let at = self.pos_str(self.objs[a].pos);
                text.push_str(&format!("\n\t{at}: {} refers to {}", name(self, a), name(self, b)));
            }
        }
        self.error(self.objs[first].pos, text);
    }

    // Constants.

    fn const_object(&mut self, spec: &'a ConstSpec<'a>, i: usize, obj: ObjId) {
        let source = spec.inherited.unwrap_or(spec);
        self.env.iota = Some(spec.iota as i64);
        let typ = source.typ.map(|t| self.typ(t));
        if let Some(t) = typ
            && self.is_valid(t)
            && !self.is_const_type(t)
        {
            let ts = self.type_str(t);
            let pos = source.typ.map_or(spec.pos, |t| t.pos);
            self.error(pos, format!("invalid constant type {ts}"));
            self.env.iota = None;
            return;
        }
        match source.values.get(i) {
            None => {
                self.error(self.objs[obj].pos, "missing init expr for const declaration");
            }
            Some(e) => {
                let mut x = self.expr(e);
                if !x.is_invalid() {
                    if !x.is_const() {
                        let d = self.describe(&x);
                        self.error(e.pos, format!("{d} is not constant"));
                    } else {
                        let target = typ.or(Some(x.typ));
                        self.assignment(&mut x, target, "constant declaration");
                        if !x.is_invalid() {
                            self.objs[obj].typ = x.typ;
                            self.objs[obj].kind = ObjKind::Const(x.val);
                        }
                    }
                }
            }
        }
        if i + 1 == spec.names.len() && source.values.len() > spec.names.len() && spec.inherited.is_none() {
            self.error(source.values[spec.names.len()].pos, "extra init expr");
        }
        self.env.iota = None;
    }

    // Variables.

    fn package_var(&mut self, spec: &'a VarSpec<'a>, i: usize, obj: ObjId) {
        let typ = spec.typ.map(|t| self.typ(t));
        if let Some(t) = typ {
            self.objs[obj].typ = t;
        }
        if spec.values.is_empty() {
            return;
        }
        let body = self.new_body();
        self.env.body = Some(body);
        if spec.values.len() == spec.names.len() {
            let mut x = self.expr_hint(spec.values[i], typ);
            self.assignment(&mut x, typ, "variable declaration");
            if typ.is_none() {
                self.objs[obj].typ = x.typ;
            }
            return;
        }
        // One call for all: resolved together.
        let objs: Vec<ObjId> = spec.names.iter().filter_map(|n| self.info.defs.get(&n.id).copied()).collect();
        let objs = if objs.len() == spec.names.len() { objs } else { self.var_group(spec) };
        self.init_vars(&objs, spec.names, typ, spec.values, spec.pos);
    }

    /// All variables of a package-level spec, blank ones too.
    fn var_group(&mut self, spec: &'a VarSpec<'a>) -> Vec<ObjId> {
        let mut out: Vec<(usize, ObjId)> = self
            .decls
            .iter()
            .filter_map(|(&o, (info, _))| match info {
                DeclInfo::Var(s, i) if std::ptr::eq(*s, spec) => Some((*i, o)),
                _ => None,
            })
            .collect();
        out.sort();
        out.into_iter().map(|x| x.1).collect()
    }

    /// Gives variables their types from initial values, and checks those.
    pub(super) fn init_vars(&mut self, objs: &[ObjId], names: &'a [Ident], typ: Option<TypeId>, values: &'a [&'a Expr<'a>], pos: Pos) {
        let mut xs = self.right_sides(values, names.len(), typ);
        if xs.len() != names.len() {
            let bad = xs.iter().any(Operand::is_invalid);
            if !bad {
                self.assign_mismatch(names.len(), values, xs.len(), pos, names.first().map(|n| n.pos));
            }
            for &o in objs {
                if let Some(v) = self.objs.var_mut(o) {
                    v.used = true;
                }
                if let Some(t) = typ {
                    self.objs[o].typ = t;
                }
            }
            return;
        }
        for (&o, x) in objs.iter().zip(&mut xs) {
            self.assignment(x, typ, "variable declaration");
            self.objs[o].typ = typ.unwrap_or(x.typ);
            if x.is_invalid()
                && let Some(v) = self.objs.var_mut(o)
            {
                v.used = true;
            }
        }
    }

    pub(super) fn local_decl(&mut self, d: &Decl<'a>) {
        let Some(scope) = self.env.scope else { return };
        match *d {
            Decl::Const(spec) => {
                let objs: Vec<ObjId> = spec
                    .names
                    .iter()
                    .enumerate()
                    .map(|(i, &n)| {
                        let obj = self.new_object(n, ObjKind::Const(Value::Unknown), TypeId::INVALID);
                        let iota = self.env.iota;
                        self.const_object(spec, i, obj);
                        self.env.iota = iota;
                        obj
                    })
                    .collect();
                for (&n, o) in spec.names.iter().zip(objs) {
                    self.declare(scope, n, o);
                }
            }
            Decl::Var(spec) => {
                let typ = spec.typ.map(|t| self.typ(t));
                let objs: Vec<ObjId> = spec.names.iter().map(|&n| self.new_local(n, typ.unwrap_or(TypeId::INVALID))).collect();
                if !spec.values.is_empty() {
                    self.init_vars(&objs, spec.names, typ, spec.values, spec.pos);
                }
                for (&n, o) in spec.names.iter().zip(objs) {
                    self.declare(scope, n, o);
                }
            }
            Decl::Type(spec) => {
                let obj = self.new_object(spec.name, ObjKind::TypeName, TypeId::INVALID);
                self.declare(scope, spec.name, obj);
                self.path.push(obj);
                self.type_object(spec, obj);
                self.path.pop();
                self.run_later_if_idle();
            }
            _ => {}
        }
    }

    // Types.

    fn type_object(&mut self, spec: &'a TypeSpec<'a>, obj: ObjId) {
        let outer = self.env.scope;
        if spec.alias.is_some() {
            if !spec.tparams.is_empty() {
                self.unsupported(spec.name.pos, "generic alias with parameters");
            }
            let (alias, t) = self.types.new_alias(spec.name.name, Some(obj), None);
            let target = self.typ_or_generic(spec.typ);
            self.types.alias_mut(alias).target = Some(target);
            self.objs[obj].typ = if target == TypeId::INVALID { TypeId::INVALID } else { t };
            return;
        }
        let (named, t) = self.types.new_named(obj);
        self.objs[obj].typ = t;
        self.types.named_mut(named).outer = self.env.outer_tparams.clone().into();
        if !spec.tparams.is_empty() {
            self.env.scope = Some(self.new_scope(outer));
            let tparams = self.declare_tparams(spec.tparams);
            self.types.named_mut(named).tparams = tparams.into();
        }
        self.collect_methods(obj, named);
        let rhs = self.typ(spec.typ);
        self.types.named_mut(named).rhs = Some(rhs);
        let u = self.types.underlying(rhs);
        if u == TypeId::INVALID && rhs != TypeId::INVALID {
            // The right side is a type still in progress: a cycle of names only.
            let at = self.path.iter().position(|&o| self.objs[o].typ == rhs).unwrap_or(0);
            let cycle: Vec<ObjId> = self.path[at..].to_vec();
            self.report_cycle(&cycle);
        }
        if self.types.is_tparam(rhs) {
            self.error(spec.typ.pos, "cannot use a type parameter as RHS in type declaration");
        }
        self.types.named_mut(named).underlying = Some(u);
        self.env.scope = outer;
        self.later.push(Later::ValidType(obj));
    }

    /// Makes the objects of the methods declared for a type; their signatures come later.
    fn collect_methods(&mut self, obj: ObjId, named: crate::types::type_::NamedId) {
        let Some(pkg) = self.env.pkg else { return };
        let name = self.objs[obj].name;
        // Only the package's own type of that name has them.
        if self.scope_get(self.packages[pkg.index()].scope, name) != Some(obj) {
            return;
        }
        let Some(list) = self.packages[pkg.index()].methods.remove(&name) else { return };
        let mut list = list;
        list.sort_by_key(|m| m.0.pos);
        let mut seen: hashbrown::HashMap<Symbol, ObjId> = Default::default();
        for (f, file_scope) in list {
            let ptr = f.recv.is_some_and(|r| is_pointer(r.typ));
            let info = FuncInfo { recv: Some(named), ptr_recv: ptr, has_body: f.body.is_some(), ..FuncInfo::default() };
            let owner = BodyId::NONE;
            let m = self.objs.add(crate::types::object::Object {
                name: f.name.name,
                kind: ObjKind::Func(Box::new(info)),
                pkg: Some(pkg),
                pos: f.name.pos,
                typ: TypeId::INVALID,
                owner,
            });
            self.info.defs.insert(f.name.id, m);
            self.decls.insert(m, (DeclInfo::Func(f), file_scope));
            if f.name.is_blank() {
                continue;
            }
            if let Some(&other) = seen.get(&f.name.name) {
                let (t, n) = (self.name(name), self.name(f.name.name));
                let at = self.pos_str(self.objs[other].pos);
                self.error(f.name.pos, format!("method {t}.{n} already declared at {at}"));
                continue;
            }
            seen.insert(f.name.name, m);
            self.types.named_mut(named).methods.push(m);
        }
    }

    /// Declares type parameters in the current scope; gives their types.
    pub(super) fn declare_tparams(&mut self, list: &'a [&'a TypeParam<'a>]) -> Vec<TypeId> {
        let Some(scope) = self.env.scope else { return Vec::new() };
        let mut out = Vec::new();
        for (i, p) in list.iter().enumerate() {
            let obj = self.new_object(p.name, ObjKind::TypeName, TypeId::INVALID);
            let (_, t) = self.types.new_tparam(obj, i as u32, TypeId::EMPTY_INTERFACE);
            self.objs[obj].typ = t;
            self.declare(scope, p.name, obj);
            out.push(t);
        }
        let mut last: Option<(&Expr<'a>, TypeId)> = None;
        for (p, &t) in list.iter().zip(&out) {
            let c = match last {
                Some((e, c)) if std::ptr::eq(e, p.constraint) => c,
                _ => self.constraint(p.constraint),
            };
            last = Some((p.constraint, c));
            if let Some(id) = self.types.as_tparam(t) {
                self.types.tparam_mut(id).constraint = c;
            }
        }
        out
    }

    fn constraint(&mut self, e: &'a Expr<'a>) -> TypeId {
        let c = self.constraint_type(e);
        if c == TypeId::INVALID || self.is_interface(c) {
            return c;
        }
        if self.types.is_tparam(c) {
            self.error(e.pos, "cannot use a type parameter as constraint");
            return TypeId::INVALID;
        }
        self.types.wrap_constraint(c)
    }

    // Functions.

    fn func_object(&mut self, f: &'a FuncDecl<'a>, obj: ObjId) {
        let outer = self.env.scope;
        let scope = self.new_scope(outer);
        self.env.scope = Some(scope);
        let mut recv_tparams = Vec::new();
        if let Some(r) = f.recv {
            recv_tparams = self.receiver_tparams(r);
        }
        let tparams = self.declare_tparams(f.tparams);
        self.env.outer_tparams = recv_tparams.iter().chain(&tparams).copied().collect();
        let mut sig = self.signature(f.typ);
        sig.tparams = tparams.into();
        let t = self.types.signature(sig);
        self.objs[obj].typ = t;
        if let ObjKind::Func(info) = &mut self.objs[obj].kind {
            info.recv_tparams = recv_tparams.into();
        }
        if let Some(r) = f.recv {
            self.typ_or_generic_receiver(r);
        }
        self.func_scopes.insert(obj, scope);
        self.env.scope = outer;
    }

    /// Declares the names a method gives its receiver's type parameters.
    fn receiver_tparams(&mut self, r: &'a Param<'a>) -> Vec<TypeId> {
        let mut e = r.typ;
        while let ExprKind::Paren(x) | ExprKind::Star(x) = e.kind {
            e = x;
        }
        let ExprKind::Index { x, indices, .. } = e.kind else { return Vec::new() };
        let Some(base) = receiver_base(x) else { return Vec::new() };
        let Some(pkg) = self.env.pkg else { return Vec::new() };
        let Some(type_obj) = self.scope_get(self.packages[pkg.index()].scope, base.name) else { return Vec::new() };
        let Some(named) = self.types.as_named(self.objs[type_obj].typ) else { return Vec::new() };
        let declared = self.types.named(named).tparams.clone();
        if declared.len() != indices.len() {
            let (want, got) = (declared.len(), indices.len());
            self.error(e.pos, format!("receiver declares {got} type parameters, but receiver base type declares {want}"));
            return Vec::new();
        }
        let Some(scope) = self.env.scope else { return Vec::new() };
        let mut mine = Vec::new();
        for (i, index) in indices.iter().enumerate() {
            let ExprKind::Ident(name) = index.kind else {
                self.error(index.pos, "receiver type parameter must be an identifier");
                continue;
            };
            let ident = Ident { id: index.id, pos: index.pos, name };
            let obj = self.new_object(ident, ObjKind::TypeName, TypeId::INVALID);
            let constraint = TypeId::EMPTY_INTERFACE;
            let (_, t) = self.types.new_tparam(obj, i as u32, constraint);
            self.objs[obj].typ = t;
            self.declare(scope, ident, obj);
            mine.push(t);
        }
        if mine.len() == declared.len() {
            for (&d, &m) in declared.iter().zip(&mine) {
                let (Some(d), Some(m)) = (self.types.as_tparam(d), self.types.as_tparam(m)) else { continue };
                let c = self.types.tparam(d).constraint;
                let c = self.types.subst(c, &declared, &mine);
                self.types.tparam_mut(m).constraint = c;
            }
        }
        mine
    }

    /// Checks the body of a function or method, once. Library bodies are parsed here.
    pub fn ensure_body(&mut self, obj: ObjId) {
        self.obj_decl(obj);
        let Some(&(DeclInfo::Func(f), file_scope)) = self.decls.get(&obj) else { return };
        if !self.checked_bodies.insert(obj) {
            return;
        }
        let Some(body) = &f.body else { return };
        let block = match body.block.get() {
            Some(b) => *b,
            None => match self.map.file(body.lbrace) {
                Some(source) => crate::syntax::parse_body(self.session, source, body),
                None => return,
            },
        };
        let TypeKind::Signature(sig) = self.types.kind(self.objs[obj].typ).clone() else { return };
        let saved = std::mem::take(&mut self.env);
        let locals = std::mem::take(&mut self.local_vars);
        let path = std::mem::take(&mut self.path);
        self.env.pkg = self.objs[obj].pkg;
        self.env.decl = Some(obj);
        let scope = self.func_scopes.get(&obj).copied().unwrap_or(file_scope);
        self.env.scope = Some(scope);
        let recv_tparams: Vec<TypeId> = self.objs.func(obj).map(|x| x.recv_tparams.to_vec()).unwrap_or_default();
        self.env.outer_tparams = recv_tparams.iter().chain(sig.tparams.iter()).copied().collect();
        let id = self.new_body();
        self.env.body = Some(id);
        self.info.bodies.insert(f.id, id);
        let recv = f.recv.map(|r| {
            let t = self.receiver_type(r);
            (r, t)
        });
        self.func_body(recv, f.typ, &sig.params, &sig.results, block, body.rbrace);
        self.env = saved;
        self.local_vars = locals;
        self.path = path;
        self.run_later_if_idle();
    }

    pub(super) fn valid_type(&mut self, obj: ObjId) {
        let t = self.objs[obj].typ;
        let mut stack: Vec<ObjId> = Vec::new();
        self.embeds(t, &mut stack);
    }

    /// Finds a type that contains itself by value.
    fn embeds(&mut self, t: TypeId, stack: &mut Vec<ObjId>) -> bool {
        match self.types.kind(t).clone() {
            TypeKind::Named(n) => {
                let obj = self.types.named(n).obj;
                if self.valid.contains(&obj) {
                    return true;
                }
                if let Some(at) = stack.iter().position(|&o| o == obj) {
                    let cycle: Vec<ObjId> = stack[at..].to_vec();
                    self.report_cycle(&cycle);
                    for o in cycle {
                        // Reported once; treated as valid from now on.
                        self.valid.insert(o);
                        if let Some(n) = self.types.as_named(self.objs[o].typ) {
                            self.types.named_mut(n).underlying = Some(TypeId::INVALID);
                        }
                    }
                    return false;
                }
                stack.push(obj);
                let u = self.types.underlying(t);
                let ok = u == TypeId::INVALID || self.embeds(u, stack);
                stack.pop();
                if ok {
                    self.valid.insert(obj);
                }
                ok
            }
            TypeKind::Array(_, e) => self.embeds(e, stack),
            TypeKind::Struct(fields) => fields.iter().all(|f| self.embeds(f.typ, stack)),
            TypeKind::Interface(i) => i.embeds.iter().all(|&e| self.embeds(e, stack)),
            _ => true,
        }
    }
}

fn is_pointer(e: &Expr<'_>) -> bool {
    match e.kind {
        ExprKind::Star(_) => true,
        ExprKind::Paren(x) => is_pointer(x),
        _ => false,
    }
}

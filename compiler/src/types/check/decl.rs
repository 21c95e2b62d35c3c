//! Declarations: constants, variables, types, functions. Resolved on first use.

use super::{Checker, DeclInfo, Env, Later, ScopeId};
use crate::syntax::ast::{ConstSpec, Expr, ExprKind, FuncDecl, Ident, TypeSpec, VarSpec};
use crate::types::constant::Value;
use crate::types::object::{FuncInfo, ObjId, ObjKind};
use crate::types::type_::{NamedId, TypeId, TypeKind};

impl<'a> Checker<'a> {
    /// Resolves the declaration of a package-level object or a method, if that was not done.
    pub fn obj_decl(&mut self, obj: ObjId) {
        if self.done.contains(&obj) {
            return;
        }
        let Some(&(decl, scope)) = self.decls.get(&obj) else { return };
        if let Some(at) = self.path.iter().position(|&o| o == obj) {
            self.declaration_cycle(obj, at);
            return;
        }
        let env =
            Env { pkg: self.objs[obj].pkg, scope: Some(scope), decl: Some(obj), ..Env::default() };
        let saved = std::mem::replace(&mut self.env, env);
        self.path.push(obj);
        match decl {
            DeclInfo::Const(spec, i) => self.const_decl(obj, spec, i),
            DeclInfo::Var(spec, i) => self.var_decl(obj, spec, i),
            DeclInfo::Type(spec) => self.type_decl(obj, spec),
            DeclInfo::Func(f) => self.declared_func(obj, f),
        }
        self.path.pop();
        self.done.insert(obj);
        self.env = saved;
        self.run_later_if_idle();
    }

    /// `obj` is used while it is declared: from `path[at]` on everything depends on it.
    fn declaration_cycle(&mut self, obj: ObjId, at: usize) {
        let cycle: Vec<ObjId> = self.path[at..].to_vec();
        let mut values = false;
        let mut defined = false;
        let mut func = false;
        for &o in &cycle {
            match self.objs[o].kind {
                ObjKind::Const(_) | ObjKind::Var(_) => values = true,
                ObjKind::Func(_) => func = true,
                ObjKind::TypeName => {
                    defined |= matches!(self.decls.get(&o), Some((DeclInfo::Type(s), _)) if s.alias.is_none());
                }
                _ => {}
            }
        }
        if func && !values {
            return;
        }
        if !values && defined {
            return;
        }
        if values && func {
            // The function's type is known from its head; its body is checked later.
            if matches!(self.objs[obj].kind, ObjKind::Func(_)) {
                return;
            }
        }
        if values && defined && self.objs[obj].typ != TypeId::INVALID {
            return;
        }
        if self.objs[obj].typ == TypeId::INVALID || matches!(self.objs[obj].kind, ObjKind::Const(_))
        {
            self.cycle_error(&cycle, !values);
            if let ObjKind::Const(v) = &mut self.objs[obj].kind {
                *v = Value::Unknown;
            }
        }
    }

    /// Reports a cycle of declarations, beginning with the one that comes first in the source.
    pub(super) fn cycle_error(&mut self, cycle: &[ObjId], types: bool) {
        let start = (0..cycle.len()).min_by_key(|&i| self.objs[cycle[i]].pos).unwrap_or(0);
        let first = cycle[start];
        if !self.reported_cycles.insert(first) {
            return;
        }
        let name = self.name(self.objs[first].name);
        let types = types || matches!(self.objs[first].kind, ObjKind::TypeName);
        let pos = self.objs[first].pos;
        if cycle.len() == 1 {
            let what = if types {
                "invalid recursive type"
            } else {
                "initialization cycle or refers to itself"
            };
            let msg = if types {
                format!("{what}: {name} refers to itself")
            } else {
                format!("initialization cycle: {name} refers to itself")
            };
            self.error(pos, msg);
            return;
        }
        let mut msg = if types {
            format!("invalid recursive type {name}")
        } else {
            format!("initialization cycle for {name}")
        };
        for k in 0..cycle.len() {
            let (a, b) = (cycle[(start + k) % cycle.len()], cycle[(start + k + 1) % cycle.len()]);
            let at = self.pos_str(self.objs[a].pos);
            let (an, bn) = (self.name(self.objs[a].name), self.name(self.objs[b].name));
            msg.push_str(&format!("\n\t{at}: {an} refers to {bn}"));
        }
        self.error(pos, msg);
    }

    /// Reports more names than expressions, or fewer. `one` expression may be a call with several
    /// values; that is checked with its type.
    pub(super) fn arity(
        &mut self,
        names: &'a [Ident],
        values: &'a [&'a Expr<'a>],
        one: bool,
    ) -> bool {
        if let Some(e) = values.get(names.len()) {
            let s = self.expr_str(e);
            self.error(e.pos, format!("extra init expr {s}"));
            return false;
        }
        if let Some(n) = names.get(values.len())
            && !one
        {
            let s = self.name(n.name);
            self.error(n.pos, format!("missing init expr for {s}"));
            return false;
        }
        true
    }

    /// As `arity`, for constants; an inherited list is reported at the names.
    pub(super) fn const_arity(&mut self, spec: &'a ConstSpec<'a>) {
        let values = spec.inherited.unwrap_or(spec).values;
        if let (Some(_), Some(e)) = (spec.inherited, values.get(spec.names.len())) {
            let at = self.pos_str(e.pos);
            self.error(spec.pos, format!("extra init expr at {at}"));
        } else {
            self.arity(spec.names, values, false);
        }
    }

    pub(super) fn const_decl(&mut self, obj: ObjId, spec: &'a ConstSpec<'a>, i: usize) {
        let src = spec.inherited.unwrap_or(spec);
        let iota = self.env.iota.replace(spec.iota as i64);
        let at = spec.inherited.map(|_| spec.names[i].pos);
        let err_pos = std::mem::replace(&mut self.env.err_pos, at);
        self.const_value(obj, src, i);
        self.env.iota = iota;
        self.env.err_pos = err_pos;
    }

    fn const_value(&mut self, obj: ObjId, src: &'a ConstSpec<'a>, i: usize) {
        let typ = src.typ.map(|e| (e, self.typ(e)));
        if let Some((e, t)) = typ
            && self.is_valid(t)
            && !self.is_const_type(t)
        {
            if self.under(t) != TypeId::INVALID {
                let s = self.type_str(t);
                self.error(e.pos, format!("invalid constant type {s}"));
            }
            return;
        }
        // A missing expression has been reported.
        let Some(e) = src.values.get(i) else { return };
        let mut x = self.expr(e);
        if !x.is_invalid() {
            if x.is_const() {
                if let Some((_, t)) = typ {
                    self.assignment(&mut x, Some(t), "constant declaration");
                }
            } else {
                let d = self.describe(&x);
                self.error(e.pos, format!("{d} is not constant"));
                x.set_invalid();
            }
        }
        if x.is_invalid() {
            if let Some((_, t)) = typ {
                self.objs[obj].typ = t;
            }
            return;
        }
        self.objs[obj].typ = x.typ;
        self.objs[obj].kind = ObjKind::Const(x.val);
    }

    fn var_decl(&mut self, obj: ObjId, spec: &'a VarSpec<'a>, i: usize) {
        let typ = spec.typ.map(|e| self.var_type(e));
        if let Some(t) = typ {
            self.objs[obj].typ = t;
        }
        if spec.values.is_empty() {
            return;
        }
        if spec.values.len() == spec.names.len() {
            let mut x = self.expr_hint(spec.values[i], typ);
            self.init_var(obj, &mut x, "variable declaration");
            return;
        }
        // One expression for all: the first that is asked for resolves every variable.
        let objs: Vec<ObjId> =
            spec.names.iter().filter_map(|n| self.info.defs.get(&n.id).copied()).collect();
        if self.spec_done.contains(&spec.id) {
            return;
        }
        self.spec_done.insert(spec.id);
        if let Some(t) = typ {
            for &o in &objs {
                self.objs[o].typ = t;
            }
        }
        if let [_] = spec.values {
            self.init_vars(&objs, spec.values, None);
        } else {
            for e in spec.values {
                self.raw_expr(e, None);
            }
        }
        for o in objs {
            self.done.insert(o);
        }
    }

    fn declared_func(&mut self, obj: ObjId, f: &'a FuncDecl<'a>) {
        let body = self.new_body();
        self.info.bodies.insert(f.id, body);
        self.funcs.insert(obj, (f, body));
        let scope = self.new_scope(self.env.scope);
        self.func_scopes.insert(obj, scope);
        self.env.scope = Some(scope);
        self.body_data.entry(body).or_default();
        if let Some(recv) = f.recv {
            let (base_expr, indices, ptr) = split_receiver(recv.typ);
            let _ = base_expr;
            if let Some(base) = self.objs.func(obj).and_then(|i| i.recv) {
                let (t, mine) = self.receiver(recv, base, indices, ptr, scope);
                if let ObjKind::Func(info) = &mut self.objs[obj].kind {
                    info.recv_tparams = mine.into();
                }
                if receiver_depth(recv.typ) > 1 {
                    let s = self.expr_str(recv.typ);
                    self.error(inner_pointer(recv.typ).pos, format!("invalid receiver type {s}"));
                }
                let p = self.param(recv, t, scope, body, false);
                self.body_data.entry(body).or_default().params.push(p);
            }
        }
        let tparams = self.declare_tparams(f.tparams, scope);
        self.bound_tparams(f.tparams, &tparams);
        let mut sig = self.signature(f.typ, scope, body);
        sig.tparams = tparams.into();
        self.objs[obj].typ = self.types.signature(sig);
    }

    // Types.

    pub(super) fn type_decl(&mut self, obj: ObjId, spec: &'a TypeSpec<'a>) {
        if spec.alias.is_some() {
            self.alias_decl(obj, spec);
            return;
        }
        let (named, t) = self.types.new_named(obj);
        self.objs[obj].typ = t;
        self.types.named_mut(named).outer = self.env.outer_tparams.clone().into();
        self.collect_methods(obj, named);
        let outer = self.env.scope;
        if !spec.tparams.is_empty() {
            let scope = self.new_scope(outer);
            self.env.scope = Some(scope);
            let tparams = self.declare_tparams(spec.tparams, scope);
            self.types.named_mut(named).tparams = tparams.clone().into();
            self.bound_tparams(spec.tparams, &tparams);
        }
        let mut rhs = self.typ(spec.typ);
        if self.types.is_tparam(rhs) {
            self.error(spec.typ.pos, "cannot use a type parameter as RHS in type declaration");
            rhs = TypeId::INVALID;
        }
        self.env.scope = outer;
        self.types.named_mut(named).rhs = Some(rhs);
        self.pending_under.push(named);
        self.settle_underlying();
        self.delay(Later::ValidType(obj));
        self.member_names(named);
    }

    /// Gives underlying types to the defined types whose right sides have theirs by now.
    fn settle_underlying(&mut self) {
        loop {
            let mut left = Vec::new();
            let mut progress = false;
            for n in std::mem::take(&mut self.pending_under) {
                let rhs = self.types.named(n).rhs.unwrap_or(TypeId::INVALID);
                let u = self.types.underlying(rhs);
                let waiting = u == TypeId::INVALID
                    && matches!(self.types.kind(rhs), TypeKind::Named(_) | TypeKind::Alias(_))
                    && !self.failed_types.contains(&rhs);
                if waiting {
                    left.push(n);
                } else {
                    self.types.named_mut(n).underlying = Some(u);
                    progress = true;
                }
            }
            self.pending_under = left;
            if !progress || self.pending_under.is_empty() {
                break;
            }
        }
        // A cycle of names only: type T T.
        let all = std::mem::take(&mut self.pending_under);
        let mut keep = Vec::new();
        for n in all {
            let mut seen = vec![n];
            let mut cur = n;
            let mut cyclic = false;
            while let Some(next) = self.types.named(cur).rhs.and_then(|r| self.types.as_named(r)) {
                let next = self.types.origin(next);
                if let Some(i) = seen.iter().position(|&s| s == next) {
                    let cycle: Vec<ObjId> =
                        seen[i..].iter().map(|&m| self.types.named(m).obj).collect();
                    self.cycle_error(&cycle, true);
                    cyclic = true;
                    break;
                }
                seen.push(next);
                cur = next;
            }
            if cyclic {
                self.types.named_mut(n).underlying = Some(TypeId::INVALID);
                let t = self.types.named_type(n);
                self.failed_types.insert(t);
            } else {
                keep.push(n);
            }
        }
        self.pending_under = keep;
    }

    fn alias_decl(&mut self, obj: ObjId, spec: &'a TypeSpec<'a>) {
        let (id, t) = self.types.new_alias(spec.name.name, Some(obj), None);
        let outer = self.env.scope;
        if !spec.tparams.is_empty() {
            let scope = self.new_scope(outer);
            self.env.scope = Some(scope);
            let tparams = self.declare_tparams(spec.tparams, scope);
            self.types.alias_mut(id).tparams = tparams.clone().into();
            self.bound_tparams(spec.tparams, &tparams);
        }
        let rhs = self.typ(spec.typ);
        self.env.scope = outer;
        self.types.alias_mut(id).target = Some(rhs);
        self.objs[obj].typ = if rhs == TypeId::INVALID { TypeId::INVALID } else { t };
    }

    /// Makes the objects of the methods declared for a type.
    fn collect_methods(&mut self, obj: ObjId, named: NamedId) {
        let Some(pkg) = self.objs[obj].pkg else { return };
        let name = self.objs[obj].name;
        if self.scope_get(self.packages[pkg.index()].scope, name) != Some(obj) {
            return;
        }
        let Some(list) = self.packages[pkg.index()].methods.remove(&name) else { return };
        for (f, file_scope) in list {
            let (_, _, ptr) = f.recv.map_or((None, &[][..], false), |r| split_receiver(r.typ));
            let info = FuncInfo {
                recv: Some(named),
                ptr_recv: ptr,
                has_body: f.body.is_some(),
                ..FuncInfo::default()
            };
            let m = self.new_object(f.name, ObjKind::Func(Box::new(info)), TypeId::INVALID);
            self.info.defs.insert(f.name.id, m);
            self.decls.insert(m, (DeclInfo::Func(f), file_scope));
            self.all_methods.push(m);
            if f.name.is_blank() {
                continue;
            }
            let other = self
                .types
                .named(named)
                .methods
                .iter()
                .copied()
                .find(|&o| self.objs[o].name == f.name.name);
            if let Some(o) = other {
                let at = self.pos_str(self.objs[o].pos);
                let (tn, mn) = (self.name(name), self.name(f.name.name));
                self.error(f.name.pos, format!("method {tn}.{mn} already declared at {at}"));
                continue;
            }
            self.types.named_mut(named).methods.push(m);
        }
    }

    /// A struct's fields and the type's methods must have different names.
    fn member_names(&mut self, named: NamedId) {
        let Some(u) = self.types.named(named).underlying else { return };
        let TypeKind::Struct(fields) = self.types.raw_kind(u).clone() else { return };
        for &m in &self.types.named(named).methods.clone() {
            let (name, pos) = (self.objs[m].name, self.objs[m].pos);
            if fields.iter().any(|f| f.name == name) {
                let n = self.name(name);
                let tail = match self.field_pos(named, name) {
                    Some(p) => format!("\n\t{}: other declaration of {n}", self.pos_str(p)),
                    None => String::new(),
                };
                self.error(pos, format!("field and method with the same name {n}{tail}"));
            }
        }
    }

    fn field_pos(&self, named: NamedId, name: crate::Symbol) -> Option<crate::source::Pos> {
        let (DeclInfo::Type(spec), _) = self.decls.get(&self.types.named(named).obj)? else {
            return None;
        };
        let ExprKind::StructType { fields, .. } = spec.typ.kind else { return None };
        fields.iter().find(|f| f.name.name == name).map(|f| f.name.pos)
    }

    /// Methods are made with their type; this makes sure the type is resolved.
    pub(super) fn resolve_base(&mut self, t: TypeId) {
        let (base, _) = self.deref(t);
        if let Some(n) = self.types.as_named(base) {
            let obj = self.types.named(n).obj;
            if !self.path.contains(&obj) {
                self.obj_decl(obj);
            }
        }
    }

    /// Declares a type inside a function.
    pub(super) fn local_type(&mut self, spec: &'a TypeSpec<'a>, scope: ScopeId) {
        let obj = self.new_object(spec.name, ObjKind::TypeName, TypeId::INVALID);
        // The name is visible in its own declaration.
        self.declare(scope, spec.name, obj);
        let decl = self.env.decl;
        self.path.push(obj);
        self.local_decls.insert(obj, spec);
        self.type_decl(obj, spec);
        self.path.pop();
        self.env.decl = decl;
        self.run_later_if_idle();
    }

    /// Checks the body of a declared function, once.
    pub fn ensure_body(&mut self, func: ObjId) {
        if !self.checked_bodies.insert(func) {
            return;
        }
        self.obj_decl(func);
        let Some(&(f, body)) = self.funcs.get(&func) else { return };
        if f.body.is_none() {
            return;
        }
        let Some(block) = self.bodies.body(f) else { return };
        let (TypeKind::Signature(sig), Some(&scope)) =
            (self.types.kind(self.objs[func].typ).clone(), self.func_scopes.get(&func))
        else {
            return;
        };
        let mut outer_tparams =
            self.objs.func(func).map(|i| i.recv_tparams.to_vec()).unwrap_or_default();
        outer_tparams.extend(sig.tparams.iter().copied());
        let env =
            Env { pkg: self.objs[func].pkg, decl: Some(func), outer_tparams, ..Env::default() };
        let saved = std::mem::replace(&mut self.env, env);
        self.func_body(f.typ, block, body, scope, sig.results.to_vec());
        self.env = saved;
        self.run_later_if_idle();
    }
}

/// The parts of `*T[P]`: the name, the parameters, whether it is a pointer.
pub(super) fn split_receiver<'a>(
    e: &'a Expr<'a>,
) -> (Option<&'a Expr<'a>>, &'a [&'a Expr<'a>], bool) {
    match e.kind {
        ExprKind::Paren(x) => split_receiver(x),
        ExprKind::Star(x) => {
            let (b, i, _) = split_receiver(x);
            (b, i, true)
        }
        ExprKind::Index { x, indices, .. } => (Some(x), indices, false),
        ExprKind::Ident(_) => (Some(e), &[], false),
        _ => (None, &[], false),
    }
}

fn receiver_depth(e: &Expr<'_>) -> u32 {
    match e.kind {
        ExprKind::Paren(x) => receiver_depth(x),
        ExprKind::Star(x) => 1 + receiver_depth(x),
        _ => 0,
    }
}

/// `*T` of `**T`.
fn inner_pointer<'a>(e: &'a Expr<'a>) -> &'a Expr<'a> {
    match e.kind {
        ExprKind::Paren(x) => inner_pointer(x),
        ExprKind::Star(x) => x,
        _ => e,
    }
}

//! Declarations: constants, variables, types, functions. Resolved on first use.

use hashbrown::HashMap;

use super::expr::Target;
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
        // Only what was begun can be on the path, which may be long.
        if !self.begun.insert(obj) {
            if let Some(at) = self.path.iter().position(|&o| o == obj)
                && self.objs.func(obj).is_none()
            {
                self.declaration_cycle(at);
            }
            return;
        }
        let Some(&(declared, scope)) = self.decls.get(&obj) else { return };
        // What initialisation depends on is in initialisers and bodies, not in types.
        let decl = matches!(declared, DeclInfo::Const(..) | DeclInfo::Var(..)).then_some(obj);
        let env = Env { pkg: self.objs[obj].pkg, scope: Some(scope), decl, ..Env::default() };
        let saved = std::mem::replace(&mut self.env, env);
        self.path.push(obj);
        match declared {
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

    /// `obj` is used while it is declared: from `path[at]` on everything depends on it. Cycles of
    /// constants and variables are the initialisation order's to report; types may refer to
    /// themselves through a definition (see `validtype`), everything else may not.
    fn declaration_cycle(&mut self, at: usize) {
        let cycle: Vec<ObjId> = self.path[at..].to_vec();
        let (mut values, mut definitions) = (0, 0);
        for &o in &cycle {
            match self.objs[o].kind {
                ObjKind::Const(_) | ObjKind::Var(_) => values += 1,
                ObjKind::TypeName => {
                    let alias = match (self.decls.get(&o), self.local_decls.get(&o)) {
                        (Some((DeclInfo::Type(s), _)), _) => s.alias.is_some(),
                        (_, Some(s)) => s.alias.is_some(),
                        _ => false,
                    };
                    definitions += !alias as usize;
                    // A type may be named in its own type parameter list.
                    if self.in_tparams > 0 && self.is_generic(self.objs[o].typ) {
                        return;
                    }
                }
                _ => {}
            }
        }
        if values == cycle.len() || values == 0 && definitions > 0 {
            return;
        }
        self.cycle_error(&cycle);
        let obj = cycle[0];
        self.objs[obj].typ = TypeId::INVALID;
        if let ObjKind::Const(v) = &mut self.objs[obj].kind {
            *v = Value::Unknown;
        }
    }

    /// A value of type `t` is asked for while `t` is declared. True when that was so and has been
    /// reported.
    pub(super) fn incomplete(&mut self, t: TypeId) -> bool {
        let mut t = self.types.unalias(t);
        for _ in 0..self.path.len() + 1 {
            if let TypeKind::Alias(a) = *self.types.raw_kind(t) {
                // Unaliased, so its right side is not known yet.
                let at =
                    self.types.alias(a).obj.and_then(|o| self.path.iter().position(|&p| p == o));
                if let Some(at) = at {
                    let cycle = self.path[at..].to_vec();
                    self.cycle_error(&cycle);
                }
                return at.is_some();
            }
            let TypeKind::Named(n) = *self.types.raw_kind(t) else { return false };
            let data = self.types.named(self.types.origin(n));
            if data.underlying.is_some() {
                return false;
            }
            let (obj, rhs) = (data.obj, data.rhs);
            if let Some(at) = self.path.iter().position(|&o| o == obj) {
                let cycle = self.path[at..].to_vec();
                self.cycle_error(&cycle);
                return true;
            }
            let Some(rhs) = rhs else { return false };
            t = self.types.unalias(rhs);
        }
        false
    }

    /// A type with a part that is still being declared has no size yet. Reports that.
    pub(super) fn unsized_yet(&mut self, t: TypeId, on_way: &mut Vec<ObjId>) -> bool {
        let t = self.types.unalias(t);
        match self.types.raw_kind(t).clone() {
            TypeKind::Array(_, e) => self.unsized_yet(e, on_way),
            TypeKind::Struct(fs) => fs.iter().any(|f| self.unsized_yet(f.typ, on_way)),
            TypeKind::Named(n) => {
                let obj = self.types.named(n).obj;
                if let Some(at) = self.path.iter().position(|&o| o == obj)
                    && self.types.named(n).underlying.is_none()
                {
                    let mut cycle = self.path[at..].to_vec();
                    cycle.extend(on_way.iter().copied());
                    self.cycle_error(&cycle);
                    return true;
                }
                if on_way.contains(&obj) {
                    return false;
                }
                let u = self.under(t);
                on_way.push(obj);
                let hit = self.unsized_yet(u, on_way);
                on_way.pop();
                hit
            }
            _ => false,
        }
    }

    /// Reports a cycle of declarations, beginning with the one that comes first in the source.
    pub(super) fn cycle_error(&mut self, cycle: &[ObjId]) {
        let parts: Vec<(String, crate::source::Pos, bool)> = cycle
            .iter()
            .map(|&o| {
                let ob = &self.objs[o];
                (self.name(ob.name).to_string(), ob.pos, matches!(ob.kind, ObjKind::TypeName))
            })
            .collect();
        self.cycle_message(&parts);
    }

    /// As `cycle_error`, with the names to show, the places, and whether they are types.
    pub(super) fn cycle_message(&mut self, cycle: &[(String, crate::source::Pos, bool)]) {
        let start = (0..cycle.len()).min_by_key(|&i| cycle[i].1).unwrap_or(0);
        let (name, pos, is_type) = &cycle[start];
        if !self.reported_cycles.insert((*pos, cycle.len())) {
            return;
        }
        if cycle.len() == 1 {
            let what =
                if *is_type { "invalid recursive type" } else { "invalid cycle in declaration" };
            self.error(*pos, format!("{what}: {name} refers to itself"));
            return;
        }
        let mut msg = if *is_type {
            format!("invalid recursive type {name}")
        } else {
            format!("invalid cycle in declaration of {name}")
        };
        for k in 0..cycle.len() {
            let (a, b) = (&cycle[(start + k) % cycle.len()], &cycle[(start + k + 1) % cycle.len()]);
            let at = self.pos_str(a.1);
            msg.push_str(&format!("\n\t{at}: {} refers to {}", a.0, b.0));
        }
        self.error(*pos, msg);
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
        // Only what is wrong in an inherited expression is told at the name.
        let at = self.env.err_pos.take();
        let typ = src.typ.map(|e| (e, self.typ(e)));
        self.env.err_pos = at;
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
            let mut x = self.expr_hint(spec.values[i], typ, Target::Object(obj));
            if typ == Some(TypeId::INVALID) {
                return;
            }
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
        // In its own signature it looks like a function without parameters and results.
        self.objs[obj].typ = self.types.func(&[], &[], false);
        let body = self.new_body();
        self.info.bodies.insert(f.id, body);
        self.funcs.insert(obj, (f, body));
        let scope = self.new_scope(self.env.scope);
        self.func_scopes.insert(obj, scope);
        self.env.scope = Some(scope);
        self.body_data.entry(body).or_default();
        if let Some(recv) = f.recv {
            let (_, indices, ptr) = split_receiver(recv.typ);
            let t = match self.objs.func(obj).and_then(|i| i.recv) {
                // `**T` names T, but is none of its receivers.
                Some(_) if receiver_depth(recv.typ) > 1 => self.var_type(recv.typ),
                Some(base) => {
                    let (t, mine) = self.receiver(recv, base, indices, ptr, scope);
                    if let ObjKind::Func(info) = &mut self.objs[obj].kind {
                        info.recv_tparams = mine.into();
                    }
                    t
                }
                _ => self.stray_receiver(recv, indices, scope),
            };
            if self.is_valid(t) {
                let at = receiver_name(recv.typ);
                self.delay(Later::Receiver(at.pos, t));
            }
            let p = self.param(recv, t, scope, body, false);
            if let ObjKind::Var(v) = &mut self.objs[p].kind {
                v.is_receiver = true;
            }
            self.body_data.entry(body).or_default().params.push(p);
        }
        if f.recv.is_some() && !f.tparams().is_empty() {
            self.requires(f.tparams()[0].name.pos, 27, "generic method");
        }
        if f.recv.is_none()
            && let Some(p) = f.tparams().first()
            && !self.objs.func(obj).is_some_and(|i| i.is_init)
        {
            self.requires(p.name.pos, 18, "type parameter");
        }
        if f.body.is_none() && !f.tparams().is_empty() {
            self.soft_error(f.pos, "generic function is missing function body");
        }
        let tparams = self.declare_tparams(f.tparams(), scope);
        if !tparams.is_empty() {
            self.objs[obj].typ = self.types.signature(crate::types::type_::Signature {
                tparams: tparams.clone().into(),
                ..Default::default()
            });
        }
        self.bound_tparams(f.tparams(), &tparams);
        let mut sig = self.signature(f.typ(), scope, body);
        sig.tparams = tparams.into();
        self.objs[obj].typ = self.types.signature(sig);
    }

    /// The receiver of a method that belongs to no type of the package.
    fn stray_receiver(
        &mut self,
        recv: &'a crate::syntax::ast::Param<'a>,
        indices: &'a [&'a Expr<'a>],
        scope: ScopeId,
    ) -> TypeId {
        let name = receiver_name(recv.typ);
        if !indices.is_empty() {
            for e in indices {
                if let ExprKind::Ident(n) = e.kind {
                    let ident = Ident { id: e.id, pos: e.pos, name: n };
                    let obj = self.new_object(ident, ObjKind::TypeName, TypeId::INVALID);
                    self.declare(scope, ident, obj);
                }
            }
            let t = self.generic_type(name);
            if self.is_valid(t) {
                let s = self.generic_str(t);
                self.error(
                    name.pos,
                    format!("cannot define new methods on generic alias type {s}"),
                );
            }
            return TypeId::INVALID;
        }
        let t = self.var_type(recv.typ);
        // An alias of an instance.
        let (mut at, _) = self.deref_raw(t);
        while let TypeKind::Alias(a) = *self.types.raw_kind(at) {
            let Some(to) = self.types.alias(a).target else { break };
            at = self.deref_raw(to).0;
            if let TypeKind::Named(n) = *self.types.raw_kind(at)
                && self.types.named(n).origin.is_some()
            {
                let s = self.type_str(at);
                self.error(name.pos, format!("cannot define new methods on instantiated type {s}"));
                return TypeId::INVALID;
            }
        }
        t
    }

    /// `t` without a pointer around it; aliases stay.
    fn deref_raw(&self, t: TypeId) -> (TypeId, bool) {
        match *self.types.raw_kind(t) {
            TypeKind::Pointer(e) => (e, true),
            _ => (t, false),
        }
    }

    /// What a receiver's type may be.
    pub(super) fn check_receiver(&mut self, pos: crate::source::Pos, t: TypeId) {
        let (base, _) = self.deref(t);
        if !self.is_valid(base) {
            return;
        }
        let mut shown = self.deref_raw(t).0;
        if matches!(self.types.kind(shown), TypeKind::Pointer(_)) {
            // An alias of a pointer.
            shown = self.deref_raw(self.unaliased(shown)).0;
        }
        match self.types.kind(base).clone() {
            TypeKind::Named(n) => {
                let obj = self.types.named(n).obj;
                if self.objs[obj].pkg != self.env.pkg {
                    let shown = self.type_str(shown);
                    self.error(pos, format!("cannot define new methods on non-local type {shown}"));
                    return;
                }
                let cause = match self.under_kind(base) {
                    TypeKind::Basic(crate::types::type_::Basic::UnsafePointer) => "unsafe.Pointer",
                    TypeKind::Pointer(_) | TypeKind::Interface(_) => "pointer or interface type",
                    _ => return,
                };
                let shown = self.type_str(shown);
                self.error(pos, format!("invalid receiver type {shown} ({cause})"));
            }
            TypeKind::Basic(_) => {
                let shown = self.type_str(shown);
                self.error(pos, format!("cannot define new methods on non-local type {shown}"));
            }
            _ => {
                let s = self.type_str(t);
                self.error(pos, format!("invalid receiver type {s}"));
            }
        }
    }

    // Types.

    pub(super) fn type_decl(&mut self, obj: ObjId, spec: &'a TypeSpec<'a>) {
        if spec.alias.is_some() {
            self.alias_decl(obj, spec);
            return;
        }
        if let Some(p) = spec.tparams.first() {
            self.requires(p.name.pos, 18, "type parameter");
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
            self.in_tparams += 1;
            self.bound_tparams(spec.tparams, &tparams);
            self.in_tparams -= 1;
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
            let t = self.types.named_type(n);
            if self.failed_types.contains(&t) {
                self.types.named_mut(n).underlying = Some(TypeId::INVALID);
                continue;
            }
            let mut seen: Vec<(TypeId, Option<ObjId>)> = Vec::new();
            let mut at = t;
            let cycle = loop {
                if let Some(i) = seen.iter().position(|s| s.0 == at) {
                    break Some(seen[i..].to_vec());
                }
                match *self.types.raw_kind(at) {
                    TypeKind::Named(m) => {
                        let m = self.types.origin(m);
                        let t = self.types.named_type(m);
                        if let Some(i) = seen.iter().position(|s| s.0 == t) {
                            break Some(seen[i..].to_vec());
                        }
                        seen.push((t, Some(self.types.named(m).obj)));
                        match self.types.named(m).rhs {
                            Some(r) => at = r,
                            None => break None,
                        }
                    }
                    TypeKind::Alias(a) => {
                        let data = self.types.alias(a);
                        seen.push((at, data.obj));
                        match data.target {
                            Some(r) => at = r,
                            None => break None,
                        }
                    }
                    _ => break None,
                }
            };
            let Some(cycle) = cycle else {
                keep.push(n);
                continue;
            };
            let objs: Vec<ObjId> = cycle.iter().filter_map(|c| c.1).collect();
            self.cycle_error(&objs);
            for (t, _) in cycle {
                self.failed_types.insert(t);
            }
            self.types.named_mut(n).underlying = Some(TypeId::INVALID);
        }
        self.pending_under = keep;
    }

    fn alias_decl(&mut self, obj: ObjId, spec: &'a TypeSpec<'a>) {
        if !self.allows(spec.name.pos, 9) {
            self.requires(spec.name.pos, 9, "type alias");
        }
        if let Some(p) = spec.tparams.first() {
            self.requires(p.name.pos, 23, "generic type alias");
        }
        let (id, t) = self.types.new_alias(spec.name.name, Some(obj), None);
        // Others may refer to it before its right side is known.
        self.objs[obj].typ = t;
        let outer = self.env.scope;
        if !spec.tparams.is_empty() {
            let scope = self.new_scope(outer);
            self.env.scope = Some(scope);
            let tparams = self.declare_tparams(spec.tparams, scope);
            self.types.alias_mut(id).tparams = tparams.clone().into();
            self.bound_tparams(spec.tparams, &tparams);
        }
        let mut rhs = self.typ(spec.typ);
        self.env.scope = outer;
        if self.types.is_tparam(rhs)
            && self.types.alias(id).tparams.contains(&self.types.unalias(rhs))
        {
            self.error(
                spec.typ.pos,
                "cannot use type parameter declared in alias declaration as RHS",
            );
            rhs = TypeId::INVALID;
        }
        self.types.set_alias_target(id, rhs);
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
        let mut declared: HashMap<crate::Symbol, ObjId> = HashMap::new();
        for (f, file_scope) in list {
            let ptr = f.recv.is_some_and(|r| self.pointer_receiver(r.typ));
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
            if let Some(&o) = declared.get(&f.name.name) {
                let at = self.pos_str(self.objs[o].pos);
                let (tn, mn) = (self.name(name), self.name(f.name.name));
                self.error(f.name.pos, format!("method {tn}.{mn} already declared at {at}"));
                continue;
            }
            declared.insert(f.name.name, m);
            self.types.named_mut(named).methods.push(m);
        }
    }

    /// Whether a receiver type is a pointer, also through aliases.
    fn pointer_receiver(&self, e: &'a Expr<'a>) -> bool {
        let (base, _, ptr) = split_receiver(e);
        if ptr {
            return true;
        }
        let Some(Expr { kind: ExprKind::Ident(name), .. }) = base else { return false };
        let mut name = *name;
        for _ in 0..100 {
            let Some(pkg) = self.env.pkg else { return false };
            let Some(o) = self.scope_get(self.packages[pkg.index()].scope, name) else {
                return false;
            };
            match self.decls.get(&o) {
                Some((DeclInfo::Type(spec), _)) if spec.alias.is_some() => {
                    let e = super::expr::unparen(spec.typ);
                    match e.kind {
                        ExprKind::Star(_) => return true,
                        ExprKind::Ident(n) => name = n,
                        _ => return false,
                    }
                }
                _ => return false,
            }
        }
        false
    }

    /// A struct's fields and the type's methods must have different names.
    fn member_names(&mut self, named: NamedId) {
        let Some(u) = self.types.named(named).underlying else { return };
        let TypeKind::Struct(fields) = self.types.raw_kind(u).clone() else { return };
        for &m in &self.types.named(named).methods.clone() {
            let (name, pos) = (self.objs[m].name, self.objs[m].pos);
            if self.types.field_named(&fields, name).is_some() {
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
            if !self.begun.contains(&obj) {
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
        self.begun.insert(obj);
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
        self.func_body(f.typ(), block, body, scope, sig.results.to_vec());
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

/// The base type's name in a receiver, or what stands in its place.
pub(super) fn receiver_name<'a>(e: &'a Expr<'a>) -> &'a Expr<'a> {
    match e.kind {
        ExprKind::Paren(x) => receiver_name(x),
        ExprKind::Star(x) => match super::expr::unparen(x).kind {
            ExprKind::Star(_) => x,
            _ => receiver_name(x),
        },
        ExprKind::Index { x, .. } => x,
        _ => e,
    }
}

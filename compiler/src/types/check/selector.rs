//! Selectors: qualified identifiers, fields, methods, method values and method expressions.

use crate::syntax::Symbol;
use crate::syntax::ast::{Expr, ExprKind, Ident};
use crate::types::check::Checker;
use crate::types::check::expr::unparen;
use crate::types::check::operand::{Mode, Operand};
use crate::types::check::unimplemented;
use crate::types::constant::Value;
use crate::types::info::{Selection, SelectionKind};
use crate::types::lookup::{Entry, Found, Lookup, View, Wanted};
use crate::types::object::{ObjId, ObjKind, PkgId};
use crate::types::type_::{Signature, TypeId, TypeKind};

/// A field or method whose name differs from the one asked for in case or in package only.
struct Near {
    name: Symbol,
    pkg: Option<PkgId>,
    field: bool,
}

impl<'a> Checker<'a> {
    pub(super) fn selector(
        &mut self,
        e: &'a Expr<'a>,
        xe: &'a Expr<'a>,
        sel: Ident,
        want_type: bool,
    ) -> Operand<'a> {
        if let ExprKind::Ident(name) = xe.kind
            && let Some(pkg_obj) = self.lookup_name(name, xe.pos)
            && let ObjKind::Pkg { imported, used } = &mut self.objs[pkg_obj].kind
        {
            *used = true;
            let imported = *imported;
            self.info.uses.insert(xe.id, pkg_obj);
            return self.qualified(e, imported, sel);
        }
        if want_type
            && let ExprKind::Ident(name) = xe.kind
            && let Some(o) = self.lookup_name(name, xe.pos)
            && matches!(self.objs[o].kind, ObjKind::Var(_) | ObjKind::Const(_) | ObjKind::Func(_))
        {
            self.use_object(o);
            let s = self.expr_str(e);
            self.error(sel.pos, format!("{s} is not a type"));
            return Operand::invalid();
        }
        let mut x = self.eval(xe, None, None, false);
        if let Mode::Builtin(_) = x.mode {
            let d = self.describe(&x);
            let dot = crate::source::Pos(sel.pos.0 - 1);
            self.error(dot, format!("invalid use of {d} in selector expression"));
            return Operand::invalid();
        }
        self.exclude(&mut x, true);
        self.single_value(&mut x);
        if x.is_invalid() {
            return x;
        }
        if want_type && x.mode == Mode::TypeExpr && !self.path.is_empty() && self.incomplete(x.typ)
        {
            return Operand::invalid();
        }
        if want_type {
            let s = self.expr_str(e);
            self.error(sel.pos, format!("{s} is not a type"));
            return Operand::invalid();
        }
        let (base, _) = self.deref(x.typ);
        if !self.path.is_empty() && self.incomplete(base) {
            return Operand::invalid();
        }
        if self.under(x.typ) == TypeId::INVALID || self.under(base) == TypeId::INVALID {
            return Operand::invalid();
        }
        let found = self.lookup(x.typ, sel.name);
        let Lookup::Found(entry) = found else {
            self.selector_missing(xe, &x, sel, &found);
            return Operand::invalid();
        };
        if x.mode == Mode::TypeExpr {
            return self.method_expr(e, x, sel, entry);
        }
        match &entry.found {
            Found::Field(f) => {
                let typ = f.typ;
                let indirect = entry.indirect;
                if x.mode == Mode::Variable || indirect {
                    x.mode = Mode::Variable;
                } else {
                    x.mode = Mode::Value;
                }
                self.info.selections.insert(
                    e.id,
                    Selection {
                        kind: SelectionKind::Field,
                        recv: x.typ,
                        path: entry.path,
                        obj: None,
                        base: TypeId::INVALID,
                        iface: None,
                        pkg: self.env.pkg,
                        indirect,
                        typ,
                    },
                );
                x.typ = typ;
                x
            }
            _ => self.method_value(e, xe, x, sel, entry),
        }
    }

    fn qualified(&mut self, e: &'a Expr<'a>, pkg: PkgId, sel: Ident) -> Operand<'a> {
        let member =
            if self.is_exported(sel.name) { self.package_member(pkg, sel.name) } else { None };
        let Some(obj) = member else {
            if self.fake_package(pkg) {
                return Operand::invalid();
            }
            let wanted = self.name(sel.name);
            let entry = &self.packages[pkg.index()];
            let refusal = unimplemented::refusal(&entry.path, wanted);
            if let Some(why) = refusal.filter(|_| entry.library) {
                self.error(sel.pos, why);
                return Operand::invalid();
            }
            let s = self.expr_str(e);
            let scope = entry.scope;
            if let Some(o) = self.scope_get(scope, sel.name)
                && self.in_export_data(pkg, o)
            {
                let p = self.package_name(pkg);
                self.error(sel.pos, format!("name {wanted} not exported by package {p}"));
                return Operand::invalid();
            }
            let fold = wanted.to_lowercase();
            let other = self
                .scope_names(scope)
                .into_iter()
                .filter(|&n| self.is_exported(n) && self.name(n).to_lowercase() == fold)
                .map(|n| self.name(n))
                .min();
            let hint = other.map_or(String::new(), |n| format!(" (but have {n})"));
            self.error(sel.pos, format!("undefined: {s}{hint}"));
            return Operand::invalid();
        };
        self.info.uses.insert(sel.id, obj);
        self.object_operand(e, obj)
    }

    /// What an identifier that means the package-level object `obj` is.
    fn object_operand(&mut self, e: &'a Expr<'a>, obj: ObjId) -> Operand<'a> {
        self.resolve_object(obj);
        let typ = self.objs[obj].typ;
        let (mode, val) = match &self.objs[obj].kind {
            ObjKind::Const(v) => (Mode::Constant, v.clone()),
            ObjKind::TypeName => (Mode::TypeExpr, Value::Unknown),
            ObjKind::Var(_) => (Mode::Variable, Value::Unknown),
            ObjKind::Func(_) => (Mode::Value, Value::Unknown),
            &ObjKind::Builtin(b) => {
                return Operand { mode: Mode::Builtin(b), typ, val: Value::Unknown, expr: Some(e) };
            }
            _ => return Operand::invalid(),
        };
        if !self.is_valid(typ) {
            return Operand::invalid();
        }
        Operand { mode, typ, val, expr: Some(e) }
    }

    fn selector_missing(&mut self, xe: &'a Expr<'a>, x: &Operand<'a>, sel: Ident, found: &Lookup) {
        let (xs, name) = (self.expr_str(xe), self.name(sel.name).to_string());
        if matches!(found, Lookup::Ambiguous(_)) {
            self.error(sel.pos, format!("ambiguous selector {xs}.{name}"));
            return;
        }
        if let Some(why) = self.unimplemented_member(x.typ, &name) {
            self.error(sel.pos, why);
            return;
        }
        let ts = self.type_str(x.typ);
        let why = match self.under_kind(x.typ) {
            TypeKind::Pointer(p) if self.is_interface_or_tparam(p) => {
                if self.types.is_tparam(p) {
                    format!("type {ts} is pointer to type parameter, not type parameter")
                } else {
                    format!("type {ts} is pointer to interface, not interface")
                }
            }
            _ => {
                let near = self.near_name(x.typ, sel.name);
                self.near_message(&ts, sel.name, near)
            }
        };
        self.error(sel.pos, format!("{xs}.{name} undefined ({why})"));
    }

    fn near_name(&mut self, t: TypeId, name: Symbol) -> Option<Near> {
        let want = self.name(name).to_lowercase();
        let interner = self.interner;
        let like = |n: Symbol, _: Option<PkgId>| interner.resolve(n).to_lowercase() == want;
        let hit = View { types: &mut self.types, objs: &self.objs }.lookup(t, Wanted::Like(&like));
        let Lookup::Found(e) = hit else { return None };
        Some(match e.found {
            // An exported field does not know its package: that of the type around it.
            Found::Field(f) => {
                let around = self.behind(t, &e.path[..e.path.len().saturating_sub(1)]);
                let around = match *self.types.kind(around) {
                    TypeKind::Pointer(p) => p,
                    _ => around,
                };
                let owner = match *self.types.kind(around) {
                    TypeKind::Named(n) => Some(self.types.named(n).obj),
                    _ => None,
                };
                let pkg = owner.map_or(self.env.pkg, |o| self.objs[o].pkg);
                Near { name: f.name, pkg: f.pkg.or(pkg), field: true }
            }
            Found::Interface(m) => Near { name: m.name, pkg: m.pkg, field: false },
            Found::Method { obj, .. } => {
                Near { name: self.objs[obj].name, pkg: self.objs[obj].pkg, field: false }
            }
        })
    }

    /// Refuses a field or method that real Go's type of this name has and gvm's has not.
    fn unimplemented_member(&self, typ: TypeId, name: &str) -> Option<String> {
        let typ = match *self.types.kind(typ) {
            TypeKind::Pointer(p) => p,
            _ => typ,
        };
        let TypeKind::Named(n) = *self.types.kind(typ) else { return None };
        let obj = &self.objs[self.types.named(n).obj];
        let package = &self.packages[obj.pkg?.index()];
        let member = format!("{}.{name}", self.name(obj.name));
        unimplemented::refusal(&package.path, &member).filter(|_| package.library)
    }

    fn near_message(&mut self, ts: &str, sel: Symbol, near: Option<Near>) -> String {
        let name = self.name(sel).to_string();
        let missing = format!("type {ts} has no field or method {name}");
        let Some(n) = near else { return missing };
        let what = if n.field { "field" } else { "method" };
        let alt = self.name(n.name).to_string();
        match self.nearness(&n, sel) {
            Nearness::Misspelt => format!("{missing}, but does have {what} {alt}"),
            Nearness::Unexported => format!("{missing}, but does have unexported {what} {alt}"),
            Nearness::Inaccessible => format!("cannot refer to unexported {what} {alt}"),
            Nearness::Unrelated => missing,
        }
    }

    fn nearness(&mut self, n: &Near, sel: Symbol) -> Nearness {
        if n.pkg == self.env.pkg {
            return Nearness::Misspelt;
        }
        let (alt_exported, sel_exported) = (self.is_exported(n.name), self.is_exported(sel));
        let (alt, sel) = (self.name(n.name), self.name(sel));
        let tails = alt.chars().skip(1).eq(sel.chars().skip(1));
        match (sel_exported, alt_exported) {
            (true, true) => Nearness::Misspelt,
            (true, false) if tails => Nearness::Unexported,
            (false, true) if tails => Nearness::Misspelt,
            (false, false) if alt == sel => Nearness::Inaccessible,
            _ => Nearness::Unrelated,
        }
    }

    /// The message about an unknown field in a struct literal.
    pub(super) fn unknown_field(&mut self, t: TypeId, name: Symbol) -> String {
        let (ts, s) = (self.type_str(t), self.name(name).to_string());
        let plain = format!("unknown field {s} in struct literal of type {ts}");
        let Some(n) = self.near_name(t, name).filter(|n| n.field) else { return plain };
        let alt = self.name(n.name).to_string();
        match self.nearness(&n, name) {
            Nearness::Misspelt => format!("{plain}, but does have {alt}"),
            Nearness::Unexported => format!("{plain}, but does have unexported {alt}"),
            Nearness::Inaccessible => {
                format!("cannot refer to unexported field {alt} in struct literal of type {ts}")
            }
            Nearness::Unrelated => plain,
        }
    }

    /// The type behind a path of embedded fields.
    fn behind(&mut self, t: TypeId, path: &[u32]) -> TypeId {
        let mut t = t;
        for &i in path {
            let u = self.under(t);
            let u = match *self.types.raw_kind(u) {
                TypeKind::Pointer(p) => self.under(p),
                _ => u,
            };
            let TypeKind::Struct(fields) = self.types.raw_kind(u) else { return TypeId::INVALID };
            let Some(f) = fields.get(i as usize) else { return TypeId::INVALID };
            t = f.typ;
        }
        t
    }

    /// The signature of the method found, without receiver; whether it needs a pointer that the
    /// operand cannot give.
    fn found_method(&mut self, t: TypeId, entry: &Entry) -> FoundMethod {
        match entry.found {
            Found::Method { obj, recv } => {
                self.resolve_object(obj);
                let sig = self.method_signature_for(obj, recv);
                let ptr = self.objs.func(obj).is_some_and(|f| f.ptr_recv);
                let base = self.types.named_type(recv);
                FoundMethod { sig, ptr, obj: Some(obj), base, iface: None }
            }
            Found::Interface(m) => {
                let iface = self.behind(t, &entry.path);
                FoundMethod {
                    sig: m.sig,
                    ptr: false,
                    obj: None,
                    base: TypeId::INVALID,
                    iface: Some(iface),
                }
            }
            Found::Field(_) => FoundMethod {
                sig: TypeId::INVALID,
                ptr: false,
                obj: None,
                base: TypeId::INVALID,
                iface: None,
            },
        }
    }

    /// A generic method of a generic type: its own parameters' constraints can mention the
    /// receiver's, so they are made anew.
    fn method_signature_for(&mut self, obj: ObjId, recv: crate::types::type_::NamedId) -> TypeId {
        let sig = self.types.method_sig_on(&self.objs, obj, recv);
        let TypeKind::Signature(s) = self.types.kind(sig).clone() else { return sig };
        if s.tparams.is_empty() {
            return sig;
        }
        let (params, args) = match self.objs.func(obj) {
            Some(f) if !f.recv_tparams.is_empty() => {
                (f.recv_tparams.clone(), self.types.named(recv).targs.clone())
            }
            _ => return sig,
        };
        self.renamed_signature(&s, &params, &args)
    }

    fn method_value(
        &mut self,
        e: &'a Expr<'a>,
        xe: &'a Expr<'a>,
        mut x: Operand<'a>,
        sel: Ident,
        entry: Entry,
    ) -> Operand<'a> {
        let m = self.found_method(x.typ, &entry);
        if !self.is_valid(m.sig) {
            return Operand::invalid();
        }
        if m.ptr && !entry.indirect {
            if x.mode != Mode::Variable {
                let (n, t) = (self.name(sel.name).to_string(), self.type_str(x.typ));
                self.error(sel.pos, format!("cannot call pointer method {n} on {t}"));
                return Operand::invalid();
            }
            self.mark_address_taken(unparen(xe));
        }
        if let Some(o) = m.obj {
            self.info.uses.insert(sel.id, o);
            self.use_object(o);
        }
        self.info.selections.insert(
            e.id,
            Selection {
                kind: SelectionKind::Method,
                recv: x.typ,
                path: entry.path,
                obj: m.obj,
                base: m.base,
                iface: m.iface,
                pkg: self.env.pkg,
                indirect: entry.indirect,
                typ: m.sig,
            },
        );
        x.mode = Mode::Value;
        x.typ = m.sig;
        x
    }

    fn method_expr(
        &mut self,
        e: &'a Expr<'a>,
        mut x: Operand<'a>,
        sel: Ident,
        entry: Entry,
    ) -> Operand<'a> {
        let (n, t) = (self.name(sel.name).to_string(), self.type_str(x.typ));
        if let Found::Field(_) = entry.found {
            let p = self.operand_pos(&x);
            self.error(p, format!("operand for field selector {n} must be value of type {t}"));
            return Operand::invalid();
        }
        let m = self.found_method(x.typ, &entry);
        if !self.is_valid(m.sig) {
            return Operand::invalid();
        }
        if m.ptr && !entry.indirect {
            self.error(
                sel.pos,
                format!("invalid method expression {t}.{n} (needs pointer receiver (*{t}).{n})"),
            );
            return Operand::invalid();
        }
        let TypeKind::Signature(s) = self.types.kind(m.sig).clone() else {
            return Operand::invalid();
        };
        let mut sig: Signature = *s;
        let mut params = vec![x.typ];
        params.extend_from_slice(&sig.params);
        sig.params = params.into();
        if !sig.names.is_empty() {
            let declared = m.obj.and_then(|o| self.funcs.get(&o)).and_then(|f| f.0.recv);
            let mut names = vec![declared.and_then(|r| r.name).map_or(Symbol::BLANK, |n| n.name)];
            names.extend_from_slice(&sig.names);
            sig.names = names.into();
        }
        let typ = self.types.signature(sig);
        if let Some(o) = m.obj {
            self.info.uses.insert(sel.id, o);
            self.use_object(o);
        }
        self.info.selections.insert(
            e.id,
            Selection {
                kind: SelectionKind::MethodExpr,
                recv: x.typ,
                path: entry.path,
                obj: m.obj,
                base: m.base,
                iface: m.iface,
                pkg: self.env.pkg,
                indirect: entry.indirect,
                typ,
            },
        );
        x.mode = Mode::Value;
        x.typ = typ;
        x
    }
}

struct FoundMethod {
    sig: TypeId,
    ptr: bool,
    obj: Option<ObjId>,
    base: TypeId,
    iface: Option<TypeId>,
}

enum Nearness {
    Misspelt,
    Unexported,
    Inaccessible,
    Unrelated,
}

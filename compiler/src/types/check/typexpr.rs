//! Type expressions.

use super::operand::{Mode, Operand};
use super::{Checker, Later};
use crate::source::Pos;
use crate::syntax::ast::{self, BinaryOp, Expr, ExprKind, InterfaceElem, Param, UnaryOp};
use crate::types::constant::Value;
use crate::types::type_::{ChanDir, Field, Interface, Method, Term, TypeId, TypeKind};

impl<'a> Checker<'a> {
    /// The type that an expression denotes; not a generic one, not a constraint.
    pub fn typ(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.typ_any(e);
        if t != TypeId::INVALID && self.is_generic(t) {
            let s = self.generic_str(t);
            self.error(e.pos, format!("cannot use generic type {s} without instantiation"));
            return TypeId::INVALID;
        }
        t
    }

    /// The type of a variable, field, parameter …: not a constraint interface.
    pub fn var_type(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.typ(e);
        self.check_var_type(e.pos, t);
        t
    }

    fn check_var_type(&mut self, pos: Pos, t: TypeId) {
        // A type in progress is looked at by whoever uses it.
        if t == TypeId::INVALID || self.types.underlying(t) == TypeId::INVALID || self.types.is_tparam(t) {
            return;
        }
        if self.is_interface(t)
            && let Some(set) = self.types.type_set(t)
            && !set.is_method_set()
        {
            let s = self.type_str(t);
            let why = if set.comparable { "is (or embeds) comparable" } else { "contains type constraints" };
            self.error(pos, format!("cannot use type {s} outside a type constraint: interface {why}"));
        }
    }

    /// A type that may be generic (the right side of an alias, the operand of an index).
    pub fn typ_or_generic(&mut self, e: &'a Expr<'a>) -> TypeId {
        self.typ_any(e)
    }

    pub fn generic_type(&mut self, e: &'a Expr<'a>) -> TypeId {
        self.typ_any(e)
    }

    /// A constraint: `~T` and unions may stand alone.
    pub(super) fn constraint_type(&mut self, e: &'a Expr<'a>) -> TypeId {
        self.typ(e)
    }

    fn typ_any(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.typ_inner(e);
        if t != TypeId::INVALID {
            self.record(&Operand { mode: Mode::TypeExpr, typ: t, val: Value::Unknown, expr: Some(e) });
        }
        t
    }

    fn typ_inner(&mut self, e: &'a Expr<'a>) -> TypeId {
        match e.kind {
            ExprKind::Bad => TypeId::INVALID,
            ExprKind::Ident(_) | ExprKind::Selector { .. } => {
                let x = if matches!(e.kind, ExprKind::Ident(_)) { self.ident(e) } else { self.expr_or_type(e) };
                if x.is_invalid() {
                    return TypeId::INVALID;
                }
                if x.mode != Mode::TypeExpr {
                    let s = self.expr_str(e);
                    self.error(e.pos, format!("{s} is not a type"));
                    return TypeId::INVALID;
                }
                x.typ
            }
            ExprKind::Paren(x) => self.typ_any(x),
            ExprKind::Star(x) => {
                let t = self.var_type(x);
                if t == TypeId::INVALID { t } else { self.types.pointer(t) }
            }
            ExprKind::SliceType(x) => {
                let t = self.var_type(x);
                if t == TypeId::INVALID { t } else { self.types.slice(t) }
            }
            ExprKind::ArrayType { len, elem } => {
                let Some(len) = len else {
                    self.error(e.pos, "invalid use of [...] array (outside a composite literal)");
                    self.typ(elem);
                    return TypeId::INVALID;
                };
                let n = self.array_length(len);
                let t = self.var_type(elem);
                match n {
                    Some(n) if t != TypeId::INVALID => self.types.array(n, t),
                    _ => TypeId::INVALID,
                }
            }
            ExprKind::MapType { key, elem } => {
                let (k, v) = (self.var_type(key), self.var_type(elem));
                if k == TypeId::INVALID || v == TypeId::INVALID {
                    return TypeId::INVALID;
                }
                self.later.push(Later::MapKey(key.pos, k));
                self.run_later_if_idle();
                self.types.map_of(k, v)
            }
            ExprKind::ChanType { dir, elem } => {
                let t = self.var_type(elem);
                let dir = match dir {
                    ast::ChanDir::Both => ChanDir::Both,
                    ast::ChanDir::Send => ChanDir::Send,
                    ast::ChanDir::Recv => ChanDir::Recv,
                };
                if t == TypeId::INVALID { t } else { self.types.chan(dir, t) }
            }
            ExprKind::FuncType(f) => {
                let sig = self.signature(f);
                self.types.signature(sig)
            }
            ExprKind::StructType { fields, .. } => self.struct_type(fields),
            ExprKind::InterfaceType { elems, .. } => self.interface_type(elems),
            ExprKind::Unary { op: UnaryOp::Tilde, x } => {
                let t = self.typ(x);
                if t == TypeId::INVALID {
                    return t;
                }
                let u = self.types.underlying(t);
                if u != TypeId::INVALID && !self.types.identical(t, u) {
                    let (ts, us) = (self.type_str(t), self.type_str(u));
                    self.error(e.pos, format!("invalid use of ~ (underlying type of {ts} is {us})"));
                }
                self.types.intern(TypeKind::Union([Term { tilde: true, typ: t }].into()))
            }
            ExprKind::Binary { op: BinaryOp::Or, x, y, .. } => {
                let mut terms = Vec::new();
                for side in [x, y] {
                    let t = self.typ(side);
                    if t == TypeId::INVALID {
                        return t;
                    }
                    match self.types.raw_kind(t).clone() {
                        TypeKind::Union(u) => terms.extend_from_slice(&u),
                        _ => terms.push(Term { tilde: false, typ: t }),
                    }
                }
                self.types.intern(TypeKind::Union(terms.into()))
            }
            ExprKind::Index { x, indices, .. } => {
                let g = self.generic_type(x);
                let targs: Vec<TypeId> = indices.iter().map(|i| self.var_type(i)).collect();
                if g == TypeId::INVALID || targs.contains(&TypeId::INVALID) {
                    return TypeId::INVALID;
                }
                if !self.is_generic(g) {
                    let s = self.type_str(g);
                    self.error(x.pos, format!("{s} is not a generic type"));
                    return TypeId::INVALID;
                }
                let pos: Vec<Pos> = indices.iter().map(|i| i.pos).collect();
                self.instantiate(x.pos, g, &targs, &pos)
            }
            _ => {
                let s = self.expr_str(e);
                self.error(e.pos, format!("{s} is not a type"));
                TypeId::INVALID
            }
        }
    }

    fn array_length(&mut self, e: &'a Expr<'a>) -> Option<i64> {
        if let ExprKind::Ident(name) = e.kind {
            let found = self.lookup_name(name, e.pos);
            if found.is_none() {
                let s = self.name(name);
                self.error(e.pos, format!("undefined array length {s} or missing type constraint"));
                return None;
            }
        }
        let mut x = self.expr(e);
        if x.is_invalid() {
            return None;
        }
        if !x.is_const() {
            let d = self.describe(&x);
            self.error(e.pos, format!("array length {d} must be constant"));
            return None;
        }
        if self.is_untyped(x.typ) || self.is_integer(x.typ) {
            if let Some(n) = x.val.to_int().and_then(|v| v.as_i64()) {
                if n >= 0 {
                    if self.is_untyped(x.typ) {
                        self.convert_untyped(&mut x, TypeId::INT);
                    }
                    return Some(n);
                }
                let d = self.describe(&x);
                self.error(e.pos, format!("invalid array length {d}"));
                return None;
            }
        }
        let d = self.describe(&x);
        let what = if self.is_integer(x.typ) { "invalid array length" } else { "array length" };
        let tail = if self.is_integer(x.typ) { "" } else { " must be integer" };
        self.error(e.pos, format!("{what} {d}{tail}"));
        None
    }

    fn struct_type(&mut self, fields: &'a [&'a ast::FieldDecl<'a>]) -> TypeId {
        let mut out: Vec<Field> = Vec::new();
        let mut seen: hashbrown::HashMap<crate::Symbol, Pos> = Default::default();
        let mut last: Option<(&Expr<'a>, TypeId)> = None;
        for f in fields {
            let typ = match last {
                Some((e, t)) if std::ptr::eq(e, f.typ) => t,
                _ => self.var_type(f.typ),
            };
            last = Some((f.typ, typ));
            if !f.name.is_blank() {
                if let Some(&other) = seen.get(&f.name.name) {
                    let (n, at) = (self.name(f.name.name), self.pos_str(other));
                    self.error(f.name.pos, format!("{n} redeclared\n\t{at}: other declaration of {n}"));
                }
                seen.insert(f.name.name, f.name.pos);
            }
            if f.embedded && typ != TypeId::INVALID {
                self.check_embedded(f, typ);
            }
            let pkg = if self.is_exported(f.name.name) { None } else { self.env.pkg };
            let tag = f.tag.map(|(_, text)| crate::types::constant::Value::from_literal(text).as_str().unwrap_or_default().into());
            out.push(Field { name: f.name.name, pkg, typ, embedded: f.embedded, tag });
        }
        self.types.struct_of(out)
    }

    fn check_embedded(&mut self, f: &ast::FieldDecl<'a>, t: TypeId) {
        let (base, ptr) = match self.types.kind(t) {
            TypeKind::Pointer(b) => (*b, true),
            _ => (t, false),
        };
        if self.types.is_tparam(base) {
            self.error(f.typ.pos, "embedded field type cannot be a type parameter");
            return;
        }
        match self.types.under_kind(base) {
            TypeKind::Pointer(_) => self.error(f.typ.pos, "embedded field type cannot be a pointer"),
            TypeKind::Interface(_) if ptr => self.error(f.typ.pos, "embedded field type cannot be a pointer to an interface"),
            TypeKind::Basic(crate::types::type_::Basic::UnsafePointer) => {
                self.error(f.typ.pos, "embedded field type cannot be unsafe.Pointer");
            }
            _ => {}
        }
    }

    fn interface_type(&mut self, elems: &'a [InterfaceElem<'a>]) -> TypeId {
        let mut methods: Vec<Method> = Vec::new();
        let mut embeds = Vec::new();
        for el in elems {
            match *el {
                InterfaceElem::Method { name, typ } => {
                    let sig = self.signature(typ);
                    let sig = self.types.signature(sig);
                    let pkg = if self.is_exported(name.name) { None } else { self.env.pkg };
                    if name.is_blank() {
                        self.error(name.pos, "methods must have a unique non-blank name");
                        continue;
                    }
                    if methods.iter().any(|m| m.name == name.name) {
                        let n = self.name(name.name);
                        self.error(name.pos, format!("duplicate method {n}"));
                        continue;
                    }
                    methods.push(Method { name: name.name, pkg, sig });
                }
                InterfaceElem::Embedded(e) => {
                    let t = self.typ(e);
                    if t != TypeId::INVALID {
                        embeds.push(t);
                    }
                }
            }
        }
        methods.sort_by_key(|m| (m.name, m.pkg));
        self.types.intern(TypeKind::Interface(Box::new(Interface {
            methods: methods.into(),
            embeds: embeds.into(),
            comparable: false,
            implicit: false,
        })))
    }

    pub(super) fn check_map_key(&mut self, pos: Pos, t: TypeId) {
        if !self.is_valid(t) || self.types.underlying(t) == TypeId::INVALID {
            return;
        }
        if !self.types.comparable_type(t, true) {
            let s = self.type_str(t);
            let why = if self.types.is_tparam(t) { " (missing comparable constraint)" } else { "" };
            self.error(pos, format!("invalid map key type {s}{why}"));
        }
    }

    /// Resolves a receiver's type for its messages.
    pub(super) fn typ_or_generic_receiver(&mut self, r: &'a Param<'a>) {
        let mut e = r.typ;
        while let ExprKind::Paren(x) | ExprKind::Star(x) = e.kind {
            e = x;
        }
        if let ExprKind::Ident(_) = e.kind {
            let t = self.typ(e);
            if t == TypeId::INVALID {
                return;
            }
            match self.types.under_kind(t) {
                TypeKind::Pointer(_) | TypeKind::Interface(_) => {
                    let s = self.type_str(t);
                    self.error(e.pos, format!("invalid receiver type {s} (pointer or interface type)"));
                }
                _ => {}
            }
        }
    }
}

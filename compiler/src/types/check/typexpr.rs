//! Type expressions.

use hashbrown::HashMap;

use super::operand::{Mode, Operand};
use super::{Checker, Later};
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{BinaryOp, ChanDir, Expr, ExprKind, FieldDecl, InterfaceElem, UnaryOp};
use crate::types::constant::Value;
use crate::types::object::{ObjId, ObjKind, PkgId};
use crate::types::type_::{self as ty, Field, Interface, Method, Term, TypeId, TypeKind};

impl<'a> Checker<'a> {
    /// The type `e` denotes, usable as it is: not generic.
    pub fn typ(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.type_or_generic(e);
        if self.is_generic(t) {
            let s = self.generic_str(t);
            self.error(e.pos, format!("cannot use generic type {s} without instantiation"));
            return TypeId::INVALID;
        }
        t
    }

    /// A type a variable may have: no constraint interface.
    pub fn var_type(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.typ(e);
        self.delay(Later::VarType(e.pos, t));
        t
    }

    /// A generic type without its arguments.
    pub fn generic_type(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.type_or_generic(e);
        if self.is_valid(t) && !self.is_generic(t) {
            let s = self.type_str(t);
            self.error(e.pos, format!("{s} is not a generic type"));
            return TypeId::INVALID;
        }
        t
    }

    fn type_or_generic(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.type_node(e);
        if t != TypeId::INVALID {
            self.record(&Operand {
                mode: Mode::TypeExpr,
                typ: t,
                val: Value::Unknown,
                expr: Some(e),
            });
        }
        t
    }

    pub(super) fn check_var_type(&mut self, pos: Pos, t: TypeId) {
        if !self.is_interface(t) {
            return;
        }
        let Some(set) = self.types.type_set(t) else { return };
        if set.is_method_set() {
            return;
        }
        let s = self.type_str(t);
        let why = if set.comparable && set.terms.is_none() {
            "interface is (or embeds) comparable"
        } else {
            "interface contains type constraints"
        };
        self.soft_error(pos, format!("cannot use type {s} outside a type constraint: {why}"));
    }

    fn type_node(&mut self, e: &'a Expr<'a>) -> TypeId {
        match e.kind {
            ExprKind::Bad => TypeId::INVALID,
            ExprKind::Ident(name) => {
                if name == Symbol::BLANK {
                    self.error(e.pos, "cannot use _ as value or type");
                    return TypeId::INVALID;
                }
                if let Some(o) = self.lookup_name(name, e.pos)
                    && let Some(kind) = self.object_kind(o)
                {
                    if let Some(v) = self.objs.var_mut(o) {
                        v.used = true;
                    }
                    let n = self.name(name);
                    self.error(e.pos, format!("{n} ({kind}) is not a type"));
                    return TypeId::INVALID;
                }
                let x = self.ident(e);
                self.operand_type(e, x)
            }
            ExprKind::Selector { x, sel } => {
                let x = self.selector(e, x, sel, true);
                self.operand_type(e, x)
            }
            ExprKind::Paren(x) => self.type_or_generic(x),
            ExprKind::Star(x) => {
                let t = self.var_type(x);
                if !self.is_valid(t) {
                    return TypeId::INVALID;
                }
                self.types.pointer(t)
            }
            ExprKind::Index { x, indices, .. } => self.instantiated(e, x, indices),
            ExprKind::ArrayType { len: None, elem } => {
                self.error(e.pos, "invalid use of [...] array (outside a composite literal)");
                self.var_type(elem);
                TypeId::INVALID
            }
            ExprKind::ArrayType { len: Some(len), elem } => {
                let n = self.array_length(len);
                let elem = self.var_type(elem);
                match n {
                    Some(n) => self.types.array(n, elem),
                    None => TypeId::INVALID,
                }
            }
            ExprKind::SliceType(x) => {
                let t = self.var_type(x);
                self.types.slice(t)
            }
            ExprKind::StructType { fields, .. } => self.struct_type(fields),
            ExprKind::FuncType(f) => self.func_type(f),
            ExprKind::InterfaceType { elems, .. } => self.interface_type(e, elems),
            ExprKind::MapType { key, elem } => {
                let k = self.var_type(key);
                let v = self.var_type(elem);
                self.delay(Later::MapKey(key.pos, k));
                self.types.map_of(k, v)
            }
            ExprKind::ChanType { dir, elem } => {
                let t = self.var_type(elem);
                let dir = match dir {
                    ChanDir::Both => ty::ChanDir::Both,
                    ChanDir::Send => ty::ChanDir::Send,
                    ChanDir::Recv => ty::ChanDir::Recv,
                };
                self.types.chan(dir, t)
            }
            ExprKind::Unary { op: UnaryOp::Tilde, .. }
            | ExprKind::Binary { op: BinaryOp::Or, .. } => self.union(e),
            _ => {
                let s = self.expr_str(e);
                self.error(e.pos, format!("{s} is not a type"));
                // What it uses counts as used.
                self.raw_expr(e, None);
                TypeId::INVALID
            }
        }
    }

    fn operand_type(&mut self, e: &'a Expr<'a>, x: Operand<'a>) -> TypeId {
        match x.mode {
            Mode::TypeExpr => x.typ,
            Mode::Invalid => TypeId::INVALID,
            _ => {
                let s = self.describe(&x);
                self.error(e.pos, format!("{s} is not a type"));
                TypeId::INVALID
            }
        }
    }

    /// What an object that is no type is called; `None` for a type.
    fn object_kind(&self, o: ObjId) -> Option<&'static str> {
        Some(match &self.objs[o].kind {
            ObjKind::TypeName => return None,
            ObjKind::Pkg { .. } => "package name",
            ObjKind::Const(_) => "constant",
            ObjKind::Var(v) if v.is_global => "package-level variable",
            ObjKind::Var(v) if v.is_result => "result variable",
            ObjKind::Var(v) if v.is_receiver => "receiver",
            ObjKind::Var(v) if v.is_param => "parameter",
            ObjKind::Var(_) => "local variable",
            ObjKind::Func(_) => "function",
            ObjKind::Builtin(_) => "built-in function",
            ObjKind::Nil => "untyped nil",
            ObjKind::Label { .. } => "label",
        })
    }

    fn instantiated(
        &mut self,
        e: &'a Expr<'a>,
        x: &'a Expr<'a>,
        indices: &'a [&'a Expr<'a>],
    ) -> TypeId {
        if let ExprKind::Index { lbrack, .. } = e.kind {
            let _ = lbrack;
            self.requires(e.pos, 18, "type instantiation");
        }
        let g = self.type_or_generic(x);
        if !self.is_valid(g) && !self.is_generic(g) {
            return TypeId::INVALID;
        }
        if !self.is_generic(g) {
            let (s, whole) = (self.type_str(g), self.expr_str(e));
            self.error(x.pos, format!("invalid operation: {whole} ({s} is not a generic type)"));
            return TypeId::INVALID;
        }
        let targs: Vec<TypeId> = indices.iter().map(|i| self.var_type(i)).collect();
        let pos: Vec<Pos> = indices.iter().map(|i| i.pos).collect();
        self.instantiate(x.pos, g, &targs, &pos)
    }

    fn array_length(&mut self, e: &'a Expr<'a>) -> Option<i64> {
        if let ExprKind::Ident(name) = e.kind {
            match self.lookup_name(name, e.pos) {
                None => {
                    let s = self.name(name);
                    self.error(
                        e.pos,
                        format!("undefined array length {s} or missing type constraint"),
                    );
                    return None;
                }
                Some(o) if !matches!(self.objs[o].kind, ObjKind::Const(_)) => {
                    let s = self.name(name);
                    self.error(e.pos, format!("invalid array length {s}"));
                    return None;
                }
                _ => {}
            }
        }
        let x = self.expr(e);
        if x.is_invalid() {
            return None;
        }
        if !x.is_const() {
            let d = self.describe(&x);
            self.error(e.pos, format!("array length {} must be constant", d_value(&d)));
            return None;
        }
        if (self.is_untyped(x.typ) || self.is_integer(x.typ))
            && let Some(v) = x.val.to_int().filter(|_| x.val.is_numeric())
        {
            if let Some(n) = v.as_i64().filter(|&n| n >= 0) {
                if self.is_untyped(x.typ) {
                    let mut y = x;
                    self.convert_untyped(&mut y, TypeId::INT);
                }
                return Some(n);
            }
            let d = self.describe(&x);
            self.error(e.pos, format!("invalid array length {d}"));
            return None;
        }
        let d = self.describe(&x);
        let what = if self.is_integer(x.typ) { "invalid array length" } else { "array length" };
        self.error(e.pos, format!("{what} {d} must be integer"));
        None
    }

    fn member_pkg(&self, name: Symbol) -> Option<PkgId> {
        if self.is_exported(name) { None } else { self.env.pkg }
    }

    fn struct_type(&mut self, decls: &'a [&'a FieldDecl<'a>]) -> TypeId {
        let mut fields: Vec<Field> = Vec::new();
        let mut seen: hashbrown::HashMap<Symbol, Pos> = hashbrown::HashMap::new();
        let mut last: Option<(&'a Expr<'a>, TypeId)> = None;
        for d in decls {
            let typ = match last {
                Some((e, t)) if std::ptr::eq(e, d.typ) => t,
                _ => self.var_type(d.typ),
            };
            last = Some((d.typ, typ));
            if d.embedded {
                self.delay(Later::Embedded(d.typ.pos, typ));
            }
            if !d.name.is_blank() {
                if let Some(&other) = seen.get(&d.name.name) {
                    let n = self.name(d.name.name);
                    let at = self.pos_str(other);
                    self.error(
                        d.name.pos,
                        format!("{n} redeclared\n\t{at}: other declaration of {n}"),
                    );
                    continue;
                }
                seen.insert(d.name.name, d.name.pos);
            }
            let tag = d.tag.and_then(|(at, text)| {
                let bytes = super::constant_expr::unquote(text);
                if bytes.is_none() {
                    self.error(at, format!("invalid syntax tree: incorrect tag syntax: {text:?}"));
                }
                // An empty tag is none.
                bytes.filter(|t| !t.is_empty()).map(|t| t.into_boxed_slice())
            });
            let pkg = self.member_pkg(d.name.name);
            fields.push(Field { name: d.name.name, pkg, typ, embedded: d.embedded, tag });
        }
        self.types.struct_of(fields)
    }

    /// The type of an embedded field cannot be a pointer or a type parameter.
    pub(super) fn check_embedded(&mut self, pos: Pos, t: TypeId) {
        let (base, is_ptr) = self.deref(t);
        if self.types.is_tparam(base) {
            self.error(pos, "embedded field type cannot be a (pointer to a) type parameter");
            return;
        }
        match self.under_kind(base) {
            TypeKind::Basic(ty::Basic::UnsafePointer) => {
                self.error(pos, "embedded field type cannot be unsafe.Pointer")
            }
            TypeKind::Pointer(_) => self.error(pos, "embedded field type cannot be a pointer"),
            TypeKind::Interface(_) if is_ptr => {
                self.error(pos, "embedded field type cannot be a pointer to an interface")
            }
            _ => {}
        }
    }

    fn interface_type(&mut self, e: &'a Expr<'a>, elems: &'a [InterfaceElem<'a>]) -> TypeId {
        let mut methods: Vec<Method> = Vec::new();
        let mut places: Vec<Pos> = Vec::new();
        let mut declared: HashMap<Symbol, Pos> = HashMap::new();
        let mut embeds: Vec<(Pos, TypeId)> = Vec::new();
        for el in elems {
            match el {
                InterfaceElem::Method { name, typ } => {
                    if name.is_blank() {
                        self.error(name.pos, "methods must have a unique non-blank name");
                        continue;
                    }
                    let sig = self.func_type(typ);
                    let n = self.name(name.name);
                    if let Some(&other) = declared.get(&name.name) {
                        let at = self.pos_str(other);
                        self.error(
                            name.pos,
                            format!(
                                "duplicate method {n}\n\t{at}: other declaration of method {n}"
                            ),
                        );
                        continue;
                    }
                    declared.insert(name.name, name.pos);
                    places.push(name.pos);
                    methods.push(Method { name: name.name, pkg: self.member_pkg(name.name), sig });
                }
                InterfaceElem::Embedded(x) => {
                    let t = self.typ(x);
                    if self.types.is_tparam(t) {
                        self.error(x.pos, "term cannot be a type parameter");
                        continue;
                    }
                    // One that is invalid limits nothing.
                    embeds.push((x.pos, t));
                }
            }
        }
        let placed: Vec<(Method, Pos)> = methods.iter().copied().zip(places).collect();
        methods.sort_by_key(|m| (m.name, m.pkg));
        let i = Interface {
            methods: methods.into(),
            embeds: embeds.iter().map(|x| x.1).collect(),
            comparable: false,
            implicit: false,
        };
        let t = self.types.intern(TypeKind::Interface(Box::new(i)));
        let _ = e;
        self.delay(Later::Interface(t, placed, embeds));
        t
    }

    /// Embedded elements must not bring a method twice with different types.
    pub(super) fn check_interface(
        &mut self,
        t: TypeId,
        methods: &[(Method, Pos)],
        embeds: &[(Pos, TypeId)],
    ) {
        let mut all: Vec<(Method, Pos)> = methods.to_vec();
        for &(pos, e) in embeds {
            let u = self.under(e);
            match self.types.raw_kind(u) {
                TypeKind::Interface(_) => {}
                TypeKind::Basic(_) if u == TypeId::INVALID => continue,
                kind => {
                    let what = if matches!(kind, TypeKind::Union(_)) {
                        "embedding interface element"
                    } else {
                        "embedding non-interface type"
                    };
                    if !self.allows(pos, 18) {
                        let s = self.type_str(e);
                        self.requires(pos, 18, &format!("{what} {s}"));
                        // It does not count then.
                        let methods = all.iter().map(|m| m.0).collect();
                        let set = crate::types::typeset::TypeSet { methods, ..Default::default() };
                        self.types.typesets.insert(t, set);
                    }
                    continue;
                }
            }
            let Some(set) = self.types.type_set(e) else { continue };
            for m in set.methods {
                match all.iter().find(|x| x.0.name == m.name && x.0.pkg == m.pkg).copied() {
                    Some((o, at))
                        if !self.allows(pos, 14) || !self.types.identical(o.sig, m.sig) =>
                    {
                        let n = self.name(m.name);
                        let at = self.pos_str(at);
                        self.error(
                            pos,
                            format!(
                                "duplicate method {n}\n\t{at}: other declaration of method {n}"
                            ),
                        );
                    }
                    Some(_) => {}
                    None => all.push((m, pos)),
                }
            }
        }
    }

    fn union(&mut self, e: &'a Expr<'a>) -> TypeId {
        let mut parts: Vec<&'a Expr<'a>> = Vec::new();
        let mut rest = e;
        while let ExprKind::Binary { op: BinaryOp::Or, x, y, .. } = rest.kind {
            parts.push(y);
            rest = x;
        }
        parts.push(rest);
        parts.reverse();
        let mut terms: Vec<Term> = Vec::new();
        let first = parts.first().map_or(e.pos, |p| p.pos);
        let many = parts.len() > 1;
        const MAX_TERMS: usize = 100;
        if let Some(p) = parts.get(MAX_TERMS) {
            self.error(
                p.pos,
                format!(
                    "cannot handle more than {MAX_TERMS} union terms (implementation limitation)"
                ),
            );
            return TypeId::INVALID;
        }
        for p in parts {
            let (tilde, te) = match p.kind {
                ExprKind::Unary { op: UnaryOp::Tilde, x } => (true, x),
                _ => (false, p),
            };
            let typ = self.typ(te);
            // What is wrong has been told; the others still say what the types can do.
            if !self.is_valid(typ) {
                continue;
            }
            if self.types.is_tparam(typ) {
                let s = self.type_str(typ);
                if tilde {
                    self.error(
                        te.pos,
                        "type in term ~".to_string() + &s + " cannot be a type parameter",
                    );
                } else {
                    self.error(p.pos, "term cannot be a type parameter");
                }
                return TypeId::INVALID;
            }
            let u = self.under(typ);
            if tilde
                && u != TypeId::INVALID
                && (self.is_interface(typ) || !self.types.identical(u, typ))
            {
                let (s, us) = (self.type_str(typ), self.type_str(u));
                if self.is_interface(typ) {
                    self.error(p.pos, format!("invalid use of ~ ({s} is an interface)"));
                } else {
                    self.error(p.pos, format!("invalid use of ~ (underlying type of {s} is {us})"));
                }
                return TypeId::INVALID;
            }
            if self.is_interface(typ)
                && many
                && let Some(set) = self.types.type_set(typ)
            {
                if !set.methods.is_empty() {
                    let s = self.type_str(typ);
                    self.error(p.pos, format!("cannot use {s} in union ({s} contains methods)"));
                    return TypeId::INVALID;
                }
                if set.comparable {
                    let s = self.type_str(typ);
                    let why = if typ == self.universe.comparable {
                        String::new()
                    } else {
                        format!(" ({s} embeds comparable)")
                    };
                    self.error(p.pos, format!("cannot use {s} in union{why}"));
                    return TypeId::INVALID;
                }
            } else if !self.is_interface(typ) {
                for t in terms.clone() {
                    if self.is_interface(t.typ) {
                        continue;
                    }
                    let (a, b) = (
                        if t.tilde { self.under(typ) } else { typ },
                        if tilde { self.under(t.typ) } else { t.typ },
                    );
                    if self.types.identical(a, t.typ) || self.types.identical(b, typ) {
                        let sign = |t: bool| if t { "~" } else { "" };
                        let (s, o) = (self.whole_type_str(typ), self.whole_type_str(t.typ));
                        self.soft_error(
                            p.pos,
                            format!(
                                "overlapping terms {}{s} and {}{o}",
                                sign(tilde),
                                sign(t.tilde)
                            ),
                        );
                        break;
                    }
                }
            }
            terms.push(Term { tilde, typ });
        }
        match terms[..] {
            [] => return TypeId::INVALID,
            [Term { tilde: false, typ }] => return typ,
            _ => {}
        }
        let mut total = 0;
        for t in &terms {
            let nested = self.is_interface(t.typ);
            let set = if nested { self.types.type_set(t.typ) } else { None };
            total += set.and_then(|s| s.terms).map_or(1, |ts| ts.len());
        }
        if total > MAX_TERMS {
            self.error(
                first,
                format!(
                    "cannot handle more than {MAX_TERMS} union terms (implementation limitation)"
                ),
            );
            return TypeId::INVALID;
        }
        self.types.intern(TypeKind::Union(terms.into()))
    }

    pub(super) fn check_map_key(&mut self, pos: Pos, t: TypeId) {
        if !self.is_valid(t) || self.under(t) == TypeId::INVALID || self.comparable(t) {
            return;
        }
        let s = self.type_str(t);
        let why = if self.types.is_tparam(t) { " (missing comparable constraint)" } else { "" };
        self.error(pos, format!("invalid map key type {s}{why}"));
    }
}

/// `n (variable of type int)` in parentheses as the message about array lengths has it.
fn d_value(d: &str) -> &str {
    d
}

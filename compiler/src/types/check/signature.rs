//! Function types, parameters, and function bodies.

use super::operand::Operand;
use super::{BodyData, Checker, Later, ScopeId};
use crate::syntax::Symbol;
use crate::syntax::ast::{Block, Expr, FuncType, Ident, Param, TypeParam};
use crate::types::object::{BodyId, ObjId, ObjKind, VarInfo};
use crate::types::type_::{Signature, TypeId};

impl<'a> Checker<'a> {
    /// A function type that declares nothing that lives on.
    pub fn func_type(&mut self, f: &'a FuncType<'a>) -> TypeId {
        let outer = self.env.scope;
        let scope = self.new_scope(outer);
        self.env.scope = Some(scope);
        let sig = self.signature(f, scope, BodyId::NONE);
        self.env.scope = outer;
        self.types.signature(sig)
    }

    /// Resolves parameters and results; their objects are declared in `scope` and kept for `body`.
    pub(super) fn signature(
        &mut self,
        f: &'a FuncType<'a>,
        scope: ScopeId,
        body: BodyId,
    ) -> Signature {
        let (params, pobjs) = self.params(f.params, scope, body, false);
        let (results, robjs) = self.params(f.results, scope, body, true);
        if body != BodyId::NONE {
            let data = self.body_data.entry(body).or_default();
            data.params.extend(pobjs);
            data.results.extend(robjs);
        }
        let all = || f.params.iter().chain(f.results);
        let named = all().any(|p| p.name.is_some());
        let names: Vec<Symbol> = if named {
            all().map(|p| p.name.map_or(Symbol::EMPTY, |n| n.name)).collect()
        } else {
            Vec::new()
        };
        Signature {
            params: params.into(),
            results: results.into(),
            variadic: f.params.last().is_some_and(|p| p.ellipsis.is_some()),
            tparams: Box::default(),
            names: names.into(),
        }
    }

    fn params(
        &mut self,
        list: &'a [&'a Param<'a>],
        scope: ScopeId,
        body: BodyId,
        is_result: bool,
    ) -> (Vec<TypeId>, Vec<ObjId>) {
        let mut types = Vec::new();
        let mut last: Option<(&'a Expr<'a>, TypeId)> = None;
        for p in list {
            let mut t = match last {
                Some((e, t)) if std::ptr::eq(e, p.typ) => t,
                _ => self.var_type(p.typ),
            };
            last = Some((p.typ, t));
            // The parser leaves the dots to the last parameter alone.
            if p.ellipsis.is_some() {
                t = self.types.slice(t);
            }
            types.push(t);
        }
        let objs = list
            .iter()
            .zip(&types)
            .map(|(p, &t)| self.param(p, t, scope, body, is_result))
            .collect();
        (types, objs)
    }

    pub(super) fn param(
        &mut self,
        p: &'a Param<'a>,
        t: TypeId,
        scope: ScopeId,
        body: BodyId,
        is_result: bool,
    ) -> ObjId {
        let info = VarInfo { is_param: true, is_result, used: true, ..VarInfo::default() };
        let name = p.name.map_or(Symbol::EMPTY, |n| n.name);
        let pos = p.name.map_or(p.pos, |n| n.pos);
        let obj = self.objs.add(crate::types::object::Object {
            name,
            kind: ObjKind::Var(info),
            pkg: self.env.pkg,
            pos,
            typ: t,
            owner: body,
        });
        if let Some(n) = p.name {
            self.declare(scope, n, obj);
        }
        obj
    }

    /// Declares type parameters in `scope`; `first` is the index of the first one.
    pub(super) fn declare_tparams(
        &mut self,
        list: &'a [&'a TypeParam<'a>],
        scope: ScopeId,
    ) -> Vec<TypeId> {
        let mut out = Vec::new();
        for (i, p) in list.iter().enumerate() {
            let obj = self.new_object(p.name, ObjKind::TypeName, TypeId::INVALID);
            let (_, t) = self.types.new_tparam(obj, i as u32, TypeId::EMPTY_INTERFACE);
            self.objs[obj].typ = t;
            self.declare(scope, p.name, obj);
            out.push(t);
        }
        out
    }

    /// Resolves the constraints, once all parameters are in scope.
    pub(super) fn bound_tparams(&mut self, list: &'a [&'a TypeParam<'a>], tparams: &[TypeId]) {
        let mut last: Option<(&'a Expr<'a>, TypeId)> = None;
        for (p, &t) in list.iter().zip(tparams) {
            let c = match last {
                Some((e, c)) if std::ptr::eq(e, p.constraint) => c,
                _ => self.constraint(p.constraint),
            };
            last = Some((p.constraint, c));
            if let Some(id) = self.types.as_tparam(t) {
                self.types.tparam_mut(id).constraint = c;
            }
        }
    }

    fn constraint(&mut self, e: &'a Expr<'a>) -> TypeId {
        let t = self.typ(e);
        if !self.is_valid(t) {
            // Limits nothing, and shows that it is invalid.
            return self.types.wrap_constraint(TypeId::INVALID);
        }
        if self.types.is_tparam(t) {
            let s = self.type_str(t);
            self.error(
                e.pos,
                format!("cannot use a type parameter as constraint: {s}")
                    .replace(&format!(": {s}"), ""),
            );
            return TypeId::EMPTY_INTERFACE;
        }
        // A declaration in progress has no underlying type yet; it may become an interface.
        if self.under(t) == TypeId::INVALID || self.is_interface(t) {
            return t;
        }
        self.types.wrap_constraint(t)
    }

    pub fn func_lit(
        &mut self,
        e: &'a Expr<'a>,
        typ: &'a FuncType<'a>,
        block: &'a Block<'a>,
    ) -> Operand<'a> {
        let body = self.new_body();
        self.info.bodies.insert(e.id, body);
        let outer = self.env.scope;
        let scope = self.new_scope(outer);
        self.body_data.insert(body, BodyData { outer: self.env.body, ..BodyData::default() });
        self.env.scope = Some(scope);
        let sig = self.signature(typ, scope, body);
        self.env.scope = outer;
        let results = sig.results.to_vec();
        let t = self.types.signature(sig);
        if self.env.in_func && self.path.is_empty() {
            let saved = self.env.clone();
            self.func_body(typ, block, body, scope, results);
            self.env = saved;
        } else {
            // At package level the names the body uses may be in the middle of their declarations.
            let env = Box::new(self.env.clone());
            self.delay(Later::FuncLit { env, typ, block, body, scope, results });
        }
        Operand::value(t, Some(e))
    }

    /// Checks a body. `scope` has the parameters.
    pub(super) fn func_body(
        &mut self,
        _typ: &'a FuncType<'a>,
        block: &'a Block<'a>,
        body: BodyId,
        scope: ScopeId,
        results: Vec<TypeId>,
    ) {
        self.env.scope = Some(scope);
        self.env.body = Some(body);
        self.env.in_func = true;
        self.env.err_pos = None;
        let vars = self.body_data.get(&body).map(|d| d.results.clone()).unwrap_or_default();
        let named = vars.first().is_some_and(|&v| self.objs[v].name != Symbol::EMPTY);
        self.env.result_vars = if named { vars } else { Vec::new() };
        let must_return = !results.is_empty();
        self.env.results = results;
        let first = self.local_vars.len();
        for s in block.stmts {
            self.stmt(s);
        }
        self.labels(block);
        if must_return && !self.terminating_list(block.stmts) {
            self.error(block.rbrace, "missing return");
        }
        self.unused_vars(first);
    }

    /// The receiver's type and, for a generic type, the parameters the method gives it.
    pub(super) fn receiver(
        &mut self,
        p: &'a Param<'a>,
        base: crate::types::type_::NamedId,
        indices: &'a [&'a Expr<'a>],
        ptr: bool,
        scope: ScopeId,
    ) -> (TypeId, Vec<TypeId>) {
        let orig = self.types.named(base).tparams.clone();
        let mut mine = Vec::new();
        for (i, e) in indices.iter().enumerate() {
            let crate::syntax::ast::ExprKind::Ident(name) = e.kind else {
                let s = self.expr_str(e);
                self.error(e.pos, format!("receiver type parameter {s} must be an identifier"));
                continue;
            };
            let ident = Ident { id: e.id, pos: e.pos, name };
            let obj = self.new_object(ident, ObjKind::TypeName, TypeId::INVALID);
            let c = orig
                .get(i)
                .and_then(|&t| self.types.as_tparam(t))
                .map(|p| self.types.tparam(p).constraint);
            let (_, t) = self.types.new_tparam(obj, i as u32, c.unwrap_or(TypeId::EMPTY_INTERFACE));
            self.objs[obj].typ = t;
            self.declare(scope, ident, obj);
            mine.push(t);
        }
        if !indices.is_empty() {
            self.requires(super::decl::receiver_name(p.typ).pos, 18, "type instantiation");
        }
        let mut t = self.types.named_type(base);
        if !orig.is_empty() || !indices.is_empty() {
            if mine.len() != orig.len() {
                let s = self.type_str(t);
                let s = s.split('[').next().unwrap_or("").to_string();
                let at = super::decl::receiver_name(p.typ).pos;
                if orig.is_empty() {
                    self.error(at, format!("{s} is not a generic type"));
                } else if indices.is_empty() {
                    let g = self.generic_str(t);
                    self.error(at, format!("cannot use generic type {g} without instantiation"));
                } else if mine.len() == indices.len() {
                    let n = mine.len();
                    let plural = if n == 1 { "" } else { "s" };
                    self.error(
                        at,
                        format!(
                            "receiver declares {n} type parameter{plural}, but receiver base type declares {}",
                            orig.len()
                        ),
                    );
                }
                return (TypeId::INVALID, Vec::new());
            }
            for (&m, &o) in mine.iter().zip(&orig) {
                self.receiver_tparams.insert(m, o);
                let Some(id) = self.types.as_tparam(m) else { continue };
                let c = self.types.tparam(id).constraint;
                let c = self.types.subst(c, &orig, &mine);
                self.types.tparam_mut(id).constraint = c;
            }
            t = self.types.instance(base, &mine);
        }
        let written = super::decl::receiver_name(p.typ);
        if let crate::syntax::ast::ExprKind::Ident(n) = written.kind
            && n != self.objs[self.types.named(base).obj].name
            && orig.is_empty()
        {
            // Through an alias.
            return (self.var_type(p.typ), mine);
        }
        if ptr {
            t = self.types.pointer(t);
        }
        (t, mine)
    }
}

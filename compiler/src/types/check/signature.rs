//! Signatures, function bodies, function literals.

use super::Checker;
use super::operand::Operand;
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{Block, Expr, FuncType, Ident, Param};
use crate::types::object::{ObjId, ObjKind, VarInfo};
use crate::types::type_::{Signature, TypeId};

impl<'a> Checker<'a> {
    pub fn func_type(&mut self, f: &'a FuncType<'a>) -> TypeId {
        let sig = self.signature(f);
        self.types.signature(sig)
    }

    /// A signature without type parameters.
    pub(super) fn signature(&mut self, f: &'a FuncType<'a>) -> Signature {
        let mut sig = Signature::default();
        let mut names = Vec::new();
        let mut named = false;
        let mut params = Vec::new();
        let mut last: Option<(&Expr<'a>, TypeId)> = None;
        for (i, p) in f.params.iter().enumerate() {
            let mut t = self.shared_type(&mut last, p);
            if let Some(at) = p.ellipsis {
                if i + 1 < f.params.len() {
                    self.error(at, "can only use ... with final parameter in list");
                } else {
                    sig.variadic = true;
                }
                t = if t == TypeId::INVALID { t } else { self.types.slice(t) };
            }
            params.push(t);
            named |= p.name.is_some();
            names.push(p.name.map_or(Symbol::EMPTY, |n| n.name));
        }
        let mut results = Vec::new();
        last = None;
        for p in f.results {
            if let Some(at) = p.ellipsis {
                self.error(at, "can only use ... with final parameter in list");
            }
            results.push(self.shared_type(&mut last, p));
            named |= p.name.is_some();
            names.push(p.name.map_or(Symbol::EMPTY, |n| n.name));
        }
        sig.params = params.into();
        sig.results = results.into();
        if named {
            sig.names = names.into();
        }
        sig
    }

    fn shared_type(&mut self, last: &mut Option<(&'a Expr<'a>, TypeId)>, p: &'a Param<'a>) -> TypeId {
        let t = match *last {
            Some((e, t)) if std::ptr::eq(e, p.typ) => t,
            _ => self.var_type(p.typ),
        };
        *last = Some((p.typ, t));
        t
    }

    /// The type of a receiver as the method's own type parameters name it.
    pub(super) fn receiver_type(&mut self, r: &'a Param<'a>) -> TypeId {
        let errors = self.diags.len();
        let t = self.typ(r.typ);
        debug_assert!(t != TypeId::INVALID || self.diags.len() >= errors);
        t
    }

    /// Declares parameters and results and checks the statements of a function.
    pub(super) fn func_body(
        &mut self,
        recv: Option<(&'a Param<'a>, TypeId)>,
        typ: &'a FuncType<'a>,
        params: &[TypeId],
        results: &[TypeId],
        block: &'a Block<'a>,
        rbrace: Pos,
    ) {
        let outer = self.env.clone();
        let scope = self.new_scope(self.env.scope);
        self.env.scope = Some(scope);
        self.env.in_func = true;
        self.env.iota = None;
        if let Some((r, t)) = recv
            && let Some(n) = r.name
        {
            self.declare_param(scope, n, t, false);
        }
        for (p, &t) in typ.params.iter().zip(params) {
            if let Some(n) = p.name {
                self.declare_param(scope, n, t, false);
            }
        }
        let mut result_vars = Vec::new();
        for (p, &t) in typ.results.iter().zip(results) {
            if let Some(n) = p.name {
                result_vars.push(self.declare_param(scope, n, t, true));
            }
        }
        self.env.results = results.to_vec();
        self.env.result_vars = result_vars;
        let first_local = self.local_vars.len();
        self.labels(block);
        self.block_stmts(block.stmts);
        if !results.is_empty() && !super::returns::terminates(self, block.stmts) {
            self.error(rbrace, "missing return");
        }
        self.unused_vars(first_local);
        self.env = outer;
    }

    fn declare_param(&mut self, scope: super::ScopeId, n: Ident, t: TypeId, is_result: bool) -> ObjId {
        let info = VarInfo { is_param: true, is_result, used: true, ..VarInfo::default() };
        let obj = self.new_object(n, ObjKind::Var(info), t);
        self.declare(scope, n, obj);
        obj
    }

    fn unused_vars(&mut self, first: usize) {
        let list = self.local_vars.split_off(first);
        for obj in list {
            if self.objs.var(obj).is_some_and(|v| !v.used) {
                let (n, pos) = (self.name(self.objs[obj].name), self.objs[obj].pos);
                self.soft_error(pos, format!("declared and not used: {n}"));
            }
        }
    }

    pub fn func_lit(&mut self, e: &'a Expr<'a>, typ: &'a FuncType<'a>, body: &'a Block<'a>) -> Operand<'a> {
        let sig = self.signature(typ);
        let (params, results) = (sig.params.clone(), sig.results.clone());
        let t = self.types.signature(sig);
        let outer = self.env.body;
        let id = self.new_body();
        self.env.body = Some(id);
        self.info.bodies.insert(e.id, id);
        // The body may need types that are being declared; those have their names by now.
        self.func_body(None, typ, &params, &results, body, body.rbrace);
        self.env.body = outer;
        Operand::value(t, Some(e))
    }
}

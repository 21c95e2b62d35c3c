//! Instantiation of generic types and functions with explicit or inferred type arguments.

use crate::syntax::ast::{Expr, ExprKind};
use crate::syntax::{NodeId, Pos};
use crate::types::check::Checker;
use crate::types::check::expr::unparen;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::info::Instance;
use crate::types::type_::{AliasData, Signature, TypeId, TypeKind};

impl<'a> Checker<'a> {
    /// The instance of generic type `generic` with `targs`; `pos` is where the type is named and
    /// `arg_pos` where each argument is.
    pub fn instantiate(
        &mut self,
        pos: Pos,
        generic: TypeId,
        targs: &[TypeId],
        arg_pos: &[Pos],
    ) -> TypeId {
        if targs.iter().any(|&t| !self.is_valid(t)) {
            return TypeId::INVALID;
        }
        let tparams: Box<[TypeId]> = match self.types.raw_kind(generic) {
            TypeKind::Named(n) => self.types.named(*n).tparams.clone(),
            TypeKind::Alias(a) => self.types.alias(*a).tparams.clone(),
            _ => Box::default(),
        };
        if targs.len() != tparams.len() {
            let name = self.generic_name(generic);
            let few = if targs.len() < tparams.len() { "not enough" } else { "too many" };
            self.error(
                pos,
                format!(
                    "{few} type arguments for type {name}: have {}, want {}",
                    targs.len(),
                    tparams.len()
                ),
            );
            return TypeId::INVALID;
        }
        let made = match *self.types.raw_kind(generic) {
            TypeKind::Named(n) => {
                let t = self.types.instance(n, targs);
                if let TypeKind::Named(i) = *self.types.raw_kind(t) {
                    self.instance_pos.entry(i).or_insert(pos);
                }
                t
            }
            TypeKind::Alias(a) => {
                let data = self.types.alias(a).clone();
                let Some(target) = data.target else { return TypeId::INVALID };
                let target = self.types.subst(target, &tparams, targs);
                self.types
                    .push_alias(AliasData {
                        target: Some(target),
                        tparams: Box::default(),
                        origin: Some(a),
                        targs: targs.into(),
                        ..data
                    })
                    .1
            }
            _ => return TypeId::INVALID,
        };
        self.delay(super::Later::ValidInstance(made));
        self.verify_later(pos, tparams, targs.into(), arg_pos.into());
        made
    }

    fn generic_name(&self, t: TypeId) -> String {
        let s = self.type_str(t);
        s.split('[').next().unwrap_or(&s).to_string()
    }

    /// Reports the first type argument that does not satisfy its constraint.
    pub fn verify_now(&mut self, pos: Pos, tparams: &[TypeId], targs: &[TypeId], arg_pos: &[Pos]) {
        let user = self.env.pkg.is_some_and(|p| !self.packages[p.index()].library);
        let local = !self.env.outer_tparams.is_empty();
        if user && (local || targs.iter().any(|&t| self.types.has_tparam(t))) {
            let places = (0..targs.len()).map(|i| arg_pos.get(i).copied().unwrap_or(pos)).collect();
            self.instantiations.push((places, tparams.into(), targs.into()));
        }
        self.at = arg_pos.first().copied().unwrap_or(pos);
        if let Err((i, why)) = self.verify_instance(tparams, targs) {
            let p = arg_pos.get(i).copied().unwrap_or(pos);
            self.error(p, why);
        }
    }

    // Functions.

    /// `s` with fresh type parameters of its own. `params` are replaced by `args` on the way.
    /// A call's inference needs that: the function's own parameters can occur in the arguments.
    pub(super) fn renamed_signature(
        &mut self,
        s: &Signature,
        params: &[TypeId],
        args: &[TypeId],
    ) -> TypeId {
        let mut from: Vec<TypeId> = params.to_vec();
        let mut to: Vec<TypeId> = args[..params.len().min(args.len())].to_vec();
        from.truncate(to.len());
        let mut fresh = Vec::new();
        for &p in &s.tparams {
            let Some(id) = self.types.as_tparam(p) else { continue };
            let d = self.types.tparam(id).clone();
            let (_, t) = self.types.new_tparam(d.obj, d.index, d.constraint);
            from.push(p);
            to.push(t);
            fresh.push(t);
        }
        for &t in &fresh {
            let Some(id) = self.types.as_tparam(t) else { continue };
            let c = self.types.tparam(id).constraint;
            let c = self.types.subst(c, &from, &to);
            self.types.tparam_mut(id).constraint = c;
        }
        let params_ = self.types.subst_list(&s.params, &from, &to);
        let results = self.types.subst_list(&s.results, &from, &to);
        self.types.signature(Signature {
            params: params_,
            results,
            variadic: s.variadic,
            tparams: fresh.into(),
            names: s.names.clone(),
        })
    }

    /// The signature `s` of a generic function with all its type arguments put in.
    pub(super) fn apply_targs(&mut self, s: &Signature, targs: &[TypeId]) -> TypeId {
        let params = self.types.subst_list(&s.params, &s.tparams, targs);
        let results = self.types.subst_list(&s.results, &s.tparams, targs);
        self.types.signature(Signature {
            params,
            results,
            variadic: s.variadic,
            tparams: Box::default(),
            names: s.names.clone(),
        })
    }

    pub(super) fn record_instance(&mut self, fun: &'a Expr<'a>, targs: &[TypeId], typ: TypeId) {
        if let Some(id) = instance_ident(fun) {
            self.info.instances.insert(id, Instance { targs: targs.into(), typ });
        }
    }

    /// `f[T1, T2]` with function `x` = f; missing arguments come from `target`. When some are
    /// still missing and `allow_generic` is set the operand stays generic (see `call`).
    pub(super) fn func_instance(
        &mut self,
        e: &'a Expr<'a>,
        x: Operand<'a>,
        indices: &'a [&'a Expr<'a>],
        target: Option<TypeId>,
    ) -> Operand<'a> {
        let TypeKind::Signature(s) = self.types.kind(x.typ).clone() else {
            return Operand::invalid();
        };
        let Some((targs, arg_pos)) = self.type_args(indices) else { return Operand::invalid() };
        let at = match e.kind {
            ExprKind::Index { lbrack, .. } => lbrack,
            _ => e.pos,
        };
        self.requires(at, 18, "function instantiation");
        if !self.targ_count_ok(&s, &targs, &arg_pos) {
            return Operand::invalid();
        }
        if targs.len() < s.tparams.len() {
            return self.infer_instance(e, x, &targs, target);
        }
        self.verify_now(e.pos, &s.tparams, &targs, &arg_pos);
        let typ = self.apply_targs(&s, &targs);
        self.record_instance(e, &targs, typ);
        Operand { mode: Mode::Value, typ, val: Value::Unknown, expr: Some(e) }
    }

    /// `f[T1]` where f has more type parameters: a function that is generic in the others. `None`
    /// when it is no such thing.
    pub(super) fn partial_instance(
        &mut self,
        e: &'a Expr<'a>,
        x: &Operand<'a>,
    ) -> Option<Operand<'a>> {
        let ExprKind::Index { indices, .. } = e.kind else { return None };
        let TypeKind::Signature(s) = self.types.kind(x.typ).clone() else { return None };
        if x.mode != Mode::Value || indices.len() >= s.tparams.len() {
            return None;
        }
        let Some((targs, _)) = self.type_args(indices) else { return Some(Operand::invalid()) };
        let (bound, rest) = s.tparams.split_at(targs.len());
        let params = self.types.subst_list(&s.params, bound, &targs);
        let results = self.types.subst_list(&s.results, bound, &targs);
        for &t in rest {
            // Constraints may mention those that are given.
            let Some(id) = self.types.as_tparam(t) else { continue };
            let c = self.types.tparam(id).constraint;
            if crate::types::check::infer::mentions(&self.types, c, bound) {
                return None;
            }
        }
        let typ = self.types.signature(Signature {
            params,
            results,
            variadic: s.variadic,
            tparams: rest.into(),
            names: s.names.clone(),
        });
        self.partial.insert(e.id, targs);
        Some(Operand { mode: Mode::Value, typ, val: Value::Unknown, expr: Some(e) })
    }

    pub(super) fn type_args(
        &mut self,
        indices: &'a [&'a Expr<'a>],
    ) -> Option<(Vec<TypeId>, Vec<Pos>)> {
        let targs: Vec<TypeId> = indices.iter().map(|&i| self.var_type(i)).collect();
        self.run_later_if_idle();
        if targs.iter().any(|&t| !self.is_valid(t)) {
            return None;
        }
        Some((targs, indices.iter().map(|i| i.pos).collect()))
    }

    pub(super) fn targ_count_ok(
        &mut self,
        s: &Signature,
        targs: &[TypeId],
        arg_pos: &[Pos],
    ) -> bool {
        let (got, want) = (targs.len(), s.tparams.len());
        if got <= want {
            return true;
        }
        let p = arg_pos[want];
        self.error(p, format!("got {got} type arguments but want {want}"));
        false
    }

    /// The function `x`, `given` being its first type arguments, as a value of type `target`.
    fn infer_instance(
        &mut self,
        e: &'a Expr<'a>,
        x: Operand<'a>,
        given: &[TypeId],
        target: Option<TypeId>,
    ) -> Operand<'a> {
        let TypeKind::Signature(orig) = self.types.kind(x.typ).clone() else {
            return Operand::invalid();
        };
        let renamed = self.renamed_signature(&orig, &[], &[]);
        let TypeKind::Signature(s) = self.types.kind(renamed).clone() else {
            return Operand::invalid();
        };
        let plain = self.types.signature(Signature { tparams: Box::default(), ..(*s).clone() });
        let known: Vec<Option<TypeId>> = given.iter().map(|&t| Some(t)).collect();
        let plain = self.types.subst(plain, &s.tparams[..given.len()], given);
        let reverse = target.filter(|&t| self.is_func_target(t)).map(|t| (t, plain));
        let at = match unparen(e).kind {
            ExprKind::Index { lbrack, .. } if !given.is_empty() => lbrack,
            // gc's place for a selector is its dot.
            ExprKind::Selector { sel, .. } => crate::source::Pos(sel.pos.0 - 1),
            _ => e.pos,
        };
        let since = if reverse.is_some() { 21 } else { 18 };
        if !self.allows(at, since) {
            if !self.allows(at, 18) {
                self.requires(at, 18, "function instantiation");
            } else {
                let how = if given.is_empty() { "implicitly" } else { "partially" };
                let what = format!("{how} instantiated function in assignment");
                self.requires(at, since, &what);
            }
        }
        if reverse.is_none() && given.is_empty() {
            return x;
        }
        let Some(targs) = self.infer(at, "", &s.tparams, &known, &[], &[], &[], reverse) else {
            return Operand::invalid();
        };
        self.verify_now(e.pos, &orig.tparams, &targs, &[]);
        let typ = self.apply_targs(&orig, &targs);
        self.record_instance(e, &targs, typ);
        Operand { mode: Mode::Value, typ, val: Value::Unknown, expr: Some(e) }
    }

    fn is_func_target(&mut self, t: TypeId) -> bool {
        self.core_type(t).is_some_and(|c| matches!(self.types.raw_kind(c), TypeKind::Signature(_)))
    }

    /// The generic function value `x` takes its type arguments from the type it is assigned to.
    /// False when it stays generic; `x` is invalid after an error.
    pub(super) fn infer_from_target(&mut self, x: &mut Operand<'a>, target: TypeId) -> bool {
        if !self.is_func_target(target) {
            return false;
        }
        let Some(e) = x.expr else { return false };
        *x = self.infer_instance(e, x.clone(), &[], Some(target));
        !x.is_invalid()
    }
}

/// The identifier node by which an instance of a generic function is recorded.
pub(super) fn instance_ident(e: &Expr<'_>) -> Option<NodeId> {
    let mut e = e;
    loop {
        match e.kind {
            ExprKind::Paren(x) => e = x,
            ExprKind::Ident(_) => return Some(e.id),
            ExprKind::Selector { sel, .. } => return Some(sel.id),
            ExprKind::Index { x, .. } => e = x,
            _ => return None,
        }
    }
}

/// `f[T]` behind any parentheses: f and the arguments.
pub(super) fn as_index<'a>(e: &'a Expr<'a>) -> Option<(&'a Expr<'a>, &'a [&'a Expr<'a>])> {
    match unparen(e).kind {
        ExprKind::Index { x, indices, .. } => Some((x, indices)),
        _ => None,
    }
}

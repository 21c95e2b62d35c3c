//! Calls: functions, methods, conversions, built-ins; argument passing and inference.

use crate::syntax::Pos;
use crate::syntax::ast::{Expr, ExprKind};
use crate::types::check::Checker;
use crate::types::check::expr::{Target, unparen};
use crate::types::check::instantiate::as_index;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::info::ExprMode;
use crate::types::type_::{Signature, TypeId, TypeKind};

/// The places of a call that messages point at.
#[derive(Clone, Copy)]
pub(super) struct CallSite<'a> {
    pub e: &'a Expr<'a>,
    pub fun: &'a Expr<'a>,
    pub lparen: Pos,
    pub args: &'a [&'a Expr<'a>],
    pub ellipsis: Option<Pos>,
}

impl<'a> Checker<'a> {
    pub(super) fn call(&mut self, e: &'a Expr<'a>) -> Operand<'a> {
        let ExprKind::Call { fun, lparen, args, ellipsis, .. } = e.kind else {
            return Operand::invalid();
        };
        let site = CallSite { e, fun, lparen, args, ellipsis };
        let mut targs = Vec::new();
        let mut targ_pos = Vec::new();
        let mut x = match as_index(fun) {
            Some((fx, indices)) => {
                let fx_op = self.eval(fx, None, None, true);
                if self.is_generic_func(&fx_op) {
                    self.requires(fun.pos, 18, "function instantiation");
                    let Some((ts, ps)) = self.type_args(indices) else {
                        self.use_args(args);
                        return Operand::invalid();
                    };
                    let TypeKind::Signature(s) = self.types.kind(fx_op.typ).clone() else {
                        return Operand::invalid();
                    };
                    if !self.targ_count_ok(&s, &ts, &ps) {
                        self.use_args(args);
                        return Operand::invalid();
                    }
                    targs = ts;
                    targ_pos = ps;
                    fx_op
                } else {
                    let mut x = self.index_with(unparen(fun), fx_op, None);
                    x.expr = Some(unparen(fun));
                    self.record(&x);
                    x.expr = Some(fun);
                    self.record(&x);
                    x
                }
            }
            None => self.eval(fun, None, None, true),
        };
        match x.mode {
            Mode::Invalid => {
                self.use_args(args);
                return x;
            }
            Mode::TypeExpr => return self.conversion_call(&site, x),
            Mode::Builtin(b) => return self.builtin(&site, b),
            _ => {}
        }
        self.exclude(&mut x, true);
        self.single_value(&mut x);
        if x.is_invalid() {
            self.use_args(args);
            return x;
        }
        let core = self.core_type(x.typ);
        let Some(TypeKind::Signature(sig)) = core.map(|c| self.types.raw_kind(c).clone()) else {
            let terms = self.under_terms(x.typ).unwrap_or_default();
            if terms.is_empty() && self.types.is_tparam(x.typ) {
                let (p, d) = (self.operand_pos(&x), self.describe(&x));
                self.error(p, format!("invalid operation: cannot call {d}: no specific type"));
                return Operand::invalid();
            }
            let odd = terms
                .into_iter()
                .find(|&u| !matches!(self.types.raw_kind(u), TypeKind::Signature(_)));
            let cause = match odd {
                None if self.types.is_tparam(x.typ) => self.no_core(x.typ),
                Some(t) if self.types.is_tparam(x.typ) => {
                    format!("{} is not a function", self.type_str(t))
                }
                _ => format!("{} is not a function", self.type_str(x.typ)),
            };
            let (p, d) = (self.operand_pos(&x), self.describe(&x));
            self.error(p, format!("invalid operation: cannot call {d}: {cause}"));
            return Operand::invalid();
        };
        let ops = self.args_list(args, false);
        let Some(sig) = self.arguments(&site, &sig, &targs, &targ_pos, ops) else {
            // The result's type is known all the same unless it was to be inferred.
            return if sig.tparams.is_empty() {
                self.call_result(e, &sig)
            } else {
                Operand::invalid()
            };
        };
        self.call_result(e, &sig)
    }

    fn call_result(&mut self, e: &'a Expr<'a>, sig: &Signature) -> Operand<'a> {
        let (mode, typ) = match *sig.results {
            [] => (Mode::NoValue, TypeId::VOID),
            [t] => (Mode::Value, t),
            _ => (Mode::Value, self.types.tuple(&sig.results)),
        };
        Operand { mode, typ, val: Value::Unknown, expr: Some(e) }
    }

    fn is_generic_func(&self, x: &Operand<'a>) -> bool {
        x.mode == Mode::Value
            && matches!(self.types.kind(x.typ), TypeKind::Signature(s) if !s.tparams.is_empty())
    }

    /// Checks arguments nobody asks for any more, so that what they use counts as used.
    pub(super) fn use_args(&mut self, args: &'a [&'a Expr<'a>]) {
        for a in args {
            self.eval(a, None, None, true);
        }
    }

    /// The arguments of a call: one operand each, or the values of a single call. Those of a
    /// `builtin` may not be generic functions.
    pub fn args_list(&mut self, args: &'a [&'a Expr<'a>], builtin: bool) -> Vec<Operand<'a>> {
        let value = |c: &mut Self, e: &'a Expr<'a>| {
            let mut x = c.eval(e, None, None, !builtin);
            c.exclude(&mut x, false);
            x
        };
        if let [one] = args {
            let x = value(self, one);
            return self.spread(x, false, builtin);
        }
        args.iter()
            .map(|a| {
                let mut x = value(self, a);
                self.single_value(&mut x);
                x
            })
            .collect()
    }

    fn conversion_call(&mut self, site: &CallSite<'a>, t: Operand<'a>) -> Operand<'a> {
        let mut t = t;
        if self.is_generic(t.typ) {
            let (p, s) = (self.operand_pos(&t), self.expr_str(site.fun));
            self.error(p, format!("cannot use generic type {s} without instantiation"));
            t.set_invalid();
            self.use_args(site.args);
            return t;
        }
        match site.args {
            [] => {
                let ts = self.type_str(t.typ);
                self.error(site.e.pos, format!("missing argument in conversion to {ts}"));
                Operand::invalid()
            }
            [arg] => {
                let mut x = self.expr_hint(arg, Some(t.typ), Target::Text("conversion"));
                if x.is_invalid() {
                    return x;
                }
                if site.ellipsis.is_some() {
                    let ts = self.type_str(t.typ);
                    self.error(arg.pos, format!("invalid use of ... in conversion to {ts}"));
                    return Operand::invalid();
                }
                if self.is_interface(t.typ)
                    && !self.types.type_set(t.typ).is_none_or(|s| s.is_method_set())
                {
                    let ts = self.type_str(t.typ);
                    self.error(
                        site.e.pos,
                        format!(
                            "cannot use interface {ts} in conversion (contains specific type constraints or is comparable)"
                        ),
                    );
                    return Operand::invalid();
                }
                self.conversion(&mut x, t.typ);
                x.expr = Some(site.e);
                x
            }
            args => {
                self.use_args(args);
                let last = args[args.len() - 1];
                let ts = self.type_str(t.typ);
                self.error(last.pos, format!("too many arguments in conversion to {ts}"));
                Operand::invalid()
            }
        }
    }

    /// Passes `args` to a function of signature `sig`. Gives the signature with its type arguments
    /// put in; `None` after an error.
    fn arguments(
        &mut self,
        site: &CallSite<'a>,
        sig: &Signature,
        targs: &[TypeId],
        targ_pos: &[Pos],
        mut args: Vec<Operand<'a>>,
    ) -> Option<Signature> {
        let fun = if is_short_chain(site.fun) {
            self.expr_str(site.fun)
        } else {
            // Its text at each link of a chain would take long.
            "function".into()
        };
        let ddd = site.ellipsis.is_some();
        if ddd {
            if !sig.variadic {
                self.error(site.e.pos, format!("cannot use ... in call to non-variadic {fun}"));
                return None;
            }
            if site.args.len() == 1 && args.len() > 1 {
                let a = self.expr_str(site.args[0]);
                self.error(site.e.pos, format!("cannot use ... with {}-valued {a}", args.len()));
                return None;
            }
        }
        let params = self.spread_params(sig, args.len(), ddd);
        if params.len() != args.len() {
            self.wrong_count(site, &fun, sig, &args, params.len());
            return None;
        }
        if args.iter().any(|a| a.is_invalid()) {
            return None;
        }
        let (sig, params) = self.infer_call(site, sig, params, targs, targ_pos, &mut args, &fun)?;
        let context = format!("argument to {fun}");
        for (a, &p) in args.iter_mut().zip(&params) {
            self.assignment(a, Some(p), &context);
        }
        Some(sig)
    }

    /// A parameter for each of `n` arguments, the last one of a variadic function repeated.
    fn spread_params(&mut self, sig: &Signature, n: usize, ddd: bool) -> Vec<TypeId> {
        let mut params = sig.params.to_vec();
        if sig.variadic
            && !ddd
            && let Some(last) = params.pop()
        {
            let core = self.core_type(last).unwrap_or(last);
            let elem = match *self.types.raw_kind(core) {
                TypeKind::Slice(e) => e,
                _ => last,
            };
            while params.len() < n {
                params.push(elem);
            }
        }
        params
    }

    fn wrong_count(
        &mut self,
        site: &CallSite<'a>,
        fun: &str,
        sig: &Signature,
        args: &[Operand<'a>],
        want: usize,
    ) {
        let (word, at) = if args.len() > want {
            let a = args[want].expr.map_or(site.e.pos, |e| e.pos);
            ("too many", a)
        } else if let Some(last) = args.last() {
            ("not enough", last.expr.map_or(site.e.pos, |e| e.pos))
        } else {
            ("not enough", site.e.pos)
        };
        let have: Vec<TypeId> = args.iter().map(|a| a.typ).collect();
        let have = self.types_summary(&have, false, site.ellipsis.is_some());
        let wants = self.types_summary(&sig.params, sig.variadic, false);
        self.error(at, format!("{word} arguments in call to {fun}\n\thave {have}\n\twant {wants}"));
    }

    /// `(number, string, ...int)`, for messages about counts.
    pub fn types_summary(&mut self, ts: &[TypeId], variadic: bool, ddd: bool) -> String {
        let n = ts.len();
        let parts: Vec<String> = ts
            .iter()
            .enumerate()
            .map(|(i, &t)| {
                let last = i + 1 == n;
                if !self.is_valid(t) {
                    return "unknown type".to_string();
                }
                if let Some(b) = self.untyped_kind(t) {
                    return if b.is_numeric() {
                        "number".into()
                    } else {
                        b.name().replace("untyped ", "")
                    };
                }
                if last && variadic {
                    let u = self.under(t);
                    if let &TypeKind::Slice(e) = self.types.raw_kind(u) {
                        return format!("...{}", self.type_str(e));
                    }
                }
                let s = self.type_str(t);
                if last && ddd { format!("{s}...") } else { s }
            })
            .collect();
        format!("({})", parts.join(", "))
    }

    #[allow(clippy::too_many_arguments)]
    fn infer_call(
        &mut self,
        site: &CallSite<'a>,
        sig: &Signature,
        params: Vec<TypeId>,
        targs: &[TypeId],
        targ_pos: &[Pos],
        args: &mut [Operand<'a>],
        fun: &str,
    ) -> Option<(Signature, Vec<TypeId>)> {
        let generic_args = args.iter().any(|a| self.is_generic_func(a));
        if sig.tparams.is_empty() && !generic_args {
            return Some((sig.clone(), params));
        }
        // With all arguments given there is nothing to infer about the function itself.
        let explicit = !sig.tparams.is_empty() && targs.len() == sig.tparams.len();
        // Arguments that a constraint refuses are told, and are the arguments nevertheless.
        if explicit {
            self.verify_now(site.lparen, &sig.tparams, targs, targ_pos);
        }
        // Inference works on parameters of its own.
        let mut vars: Vec<TypeId> = Vec::new();
        let mut params_ = params.clone();
        if explicit {
            params_ = self.types.subst_list(&params, &sig.tparams, targs).into_vec();
        } else if !sig.tparams.is_empty() {
            let with_spread = Signature { params: params.clone().into(), ..sig.clone() };
            let renamed = self.renamed_signature(&with_spread, &[], &[]);
            let TypeKind::Signature(r) = self.types.kind(renamed).clone() else { return None };
            vars.extend_from_slice(&r.tparams);
            params_ = r.params.to_vec();
        }
        // A generic function as an argument brings its own parameters along.
        let mut generic: Vec<(usize, usize, Signature)> = Vec::new();
        let mut shown: Vec<Operand<'a>> = args.to_vec();
        for (i, a) in shown.iter_mut().enumerate() {
            if !(a.mode == Mode::Value) {
                continue;
            }
            let TypeKind::Signature(orig) = self.types.kind(a.typ).clone() else { continue };
            if orig.tparams.is_empty() {
                continue;
            }
            let renamed = self.renamed_signature(&orig, &[], &[]);
            let TypeKind::Signature(r) = self.types.kind(renamed).clone() else { continue };
            generic.push((i, vars.len(), *orig));
            vars.extend_from_slice(&r.tparams);
            a.typ = self.types.func(&r.params, &r.results, r.variadic);
        }
        let known: Vec<Option<TypeId>> =
            if explicit { Vec::new() } else { targs.iter().map(|&t| Some(t)).collect() };
        let own = sig.tparams.len();
        let shown_types: Vec<TypeId> = args.iter().map(|a| a.typ).collect();
        if !generic.is_empty() {
            for (i, _, _) in &generic {
                let at = args[*i].expr.map_or(site.lparen, |e| e.pos);
                self.requires(at, 21, "implicitly instantiated function as argument");
            }
        } else if !explicit && targs.is_empty() {
            self.requires(site.fun.pos, 18, "implicit function instantiation");
        }
        let inferred = if vars.is_empty() {
            Vec::new()
        } else {
            self.infer(site.lparen, fun, &vars, &known, &params_, &shown, &shown_types, None)?
        };
        for (i, from, orig) in generic {
            let mine = inferred[from..from + orig.tparams.len()].to_vec();
            let arg = args[i].expr?;
            self.verify_now(arg.pos, &orig.tparams, &mine, &[]);
            let typ = self.apply_targs(&orig, &mine);
            let mut all = self.partial.get(&unparen(arg).id).cloned().unwrap_or_default();
            all.extend_from_slice(&mine);
            self.record_instance(arg, &all, typ);
            args[i].typ = typ;
            self.record(&args[i].clone());
        }
        if own == 0 {
            return Some((sig.clone(), params));
        }
        let mine = if explicit { targs } else { &inferred[..own] };
        if !explicit {
            self.verify_now(site.lparen, &sig.tparams, mine, targ_pos);
        }
        let typ = self.apply_targs(sig, mine);
        self.record_instance(site.fun, mine, typ);
        let f = Operand { mode: Mode::Value, typ, val: Value::Unknown, expr: Some(site.fun) };
        self.record(&f);
        let TypeKind::Signature(applied) = self.types.kind(typ).clone() else { return None };
        let params = params.iter().map(|&p| self.types.subst(p, &sig.tparams, mine)).collect();
        Some((*applied, params))
    }

    /// Whether evaluating `e` calls a function or receives: then `len(e)` is no constant.
    pub(super) fn has_call_or_receive(&self, e: &'a Expr<'a>) -> bool {
        use crate::syntax::ast::UnaryOp;
        let any = |es: &[&'a Expr<'a>]| es.iter().any(|e| self.has_call_or_receive(e));
        match e.kind {
            ExprKind::Call { fun, args, .. } => {
                if self.info.exprs.get(&e.id).is_some_and(|t| t.mode == ExprMode::Constant) {
                    return false;
                }
                match self.info.exprs.get(&fun.id).map(|t| t.mode) {
                    Some(ExprMode::Type) => any(args),
                    _ => true,
                }
            }
            ExprKind::Unary { op: UnaryOp::Receive, .. } => true,
            ExprKind::Unary { x, .. } | ExprKind::Paren(x) | ExprKind::Star(x) => {
                self.has_call_or_receive(x)
            }
            ExprKind::Selector { x, .. } | ExprKind::TypeAssert { x, .. } => {
                self.has_call_or_receive(x)
            }
            ExprKind::Binary { x, y, .. } => {
                self.has_call_or_receive(x) || self.has_call_or_receive(y)
            }
            ExprKind::Index { x, indices, .. } => self.has_call_or_receive(x) || any(indices),
            ExprKind::Slice { x, lo, hi, max, .. } => {
                self.has_call_or_receive(x)
                    || [lo, hi, max].into_iter().flatten().any(|e| self.has_call_or_receive(e))
            }
            ExprKind::Composite { elems, .. } => elems.iter().any(|el| {
                el.key.is_some_and(|k| self.has_call_or_receive(k))
                    || self.has_call_or_receive(el.value)
            }),
            _ => false,
        }
    }
}

/// Whether the expression has fewer than 500 calls, selectors and so on to its left.
fn is_short_chain(e: &Expr<'_>) -> bool {
    let (mut e, mut n) = (e, 0);
    while let ExprKind::Call { fun: x, .. }
    | ExprKind::Selector { x, .. }
    | ExprKind::Index { x, .. }
    | ExprKind::Paren(x) = e.kind
    {
        (e, n) = (x, n + 1);
        if n == 500 {
            return false;
        }
    }
    true
}

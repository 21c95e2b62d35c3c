//! Assignments: `=`, `op=`, `:=`, `++`, variable initialisation and `return`.

use super::Checker;
use super::expr::{Target, unparen};
use super::operand::{Mode, Operand};
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{Expr, ExprKind, Ident};
use crate::types::object::{ObjId, ObjKind};
use crate::types::type_::{TypeId, TypeKind};

impl<'a> Checker<'a> {
    /// Initialises variable `obj`, which gets the type of `x` if it has none.
    pub(super) fn init_var(&mut self, obj: ObjId, x: &mut Operand<'a>, context: &str) {
        if x.is_invalid() {
            return;
        }
        let typ = self.objs[obj].typ;
        if typ == TypeId::INVALID && self.objs.var(obj).is_some_and(|v| v.is_param) {
            return;
        }
        let target = if typ == TypeId::INVALID { None } else { Some(typ) };
        self.assignment(x, target, context);
        if !x.is_invalid() && target.is_none() {
            self.objs[obj].typ = x.typ;
        }
    }

    /// `lhs = values` at a declaration, or for `return` (`at` is then its position).
    pub(super) fn init_vars(
        &mut self,
        lhs: &[ObjId],
        values: &'a [&'a Expr<'a>],
        ret: Option<Pos>,
    ) {
        let context = match ret {
            Some(_) => "return statement",
            None if lhs.len() > 1 => "multiple assignment",
            None => "assignment",
        };
        let typed = |c: &Self, o: ObjId| Some(c.objs[o].typ).filter(|&t| t != TypeId::INVALID);
        if lhs.len() == values.len() && !values.is_empty() && !is_one_call(values) {
            for (&o, e) in lhs.iter().zip(values) {
                let hint = typed(self, o);
                let what = match ret {
                    Some(_) => Target::Text("result variable"),
                    None => Target::Object(o),
                };
                let mut x = self.expr_hint(e, hint, what);
                self.init_var(o, &mut x, context);
            }
            return;
        }
        if values.len() != 1 {
            let mut bad = false;
            let mut xs = Vec::new();
            for e in values {
                let x = self.expr(e);
                bad |= x.is_invalid();
                xs.push(x);
            }
            if bad {
                return;
            }
            if let Some(at) = ret {
                let want: Vec<TypeId> = lhs.iter().map(|&o| self.objs[o].typ).collect();
                self.return_count(at, &want, &xs);
            } else {
                self.mismatch(values[0].pos, lhs.len(), values);
            }
            return;
        }
        let mut xs = self.multi_expr(values[0], lhs.len() == 2 && ret.is_none());
        if xs.len() == lhs.len() {
            for (&o, x) in lhs.iter().zip(&mut xs) {
                self.init_var(o, x, context);
            }
            return;
        }
        if xs.iter().any(|x| x.is_invalid()) {
            return;
        }
        match ret {
            Some(at) => {
                let want: Vec<TypeId> = lhs.iter().map(|&o| self.objs[o].typ).collect();
                self.return_count(at, &want, &xs);
            }
            None => {
                let at = values[0].pos;
                self.count_mismatch(at, lhs.len(), values, xs.len());
            }
        }
    }

    fn mismatch(&mut self, at: Pos, n: usize, values: &'a [&'a Expr<'a>]) {
        self.count_mismatch(at, n, values, values.len());
    }

    pub(super) fn count_mismatch(
        &mut self,
        at: Pos,
        n: usize,
        values: &'a [&'a Expr<'a>],
        got: usize,
    ) {
        let vars = plural(n, "variable");
        let vals = plural(got, "value");
        if let [e] = values
            && let ExprKind::Call { fun, .. } = unparen(e).kind
        {
            let f = self.expr_str(fun);
            self.error(at, format!("assignment mismatch: {vars} but {f} returns {vals}"));
            return;
        }
        self.error(at, format!("assignment mismatch: {vars} but {vals}"));
    }

    fn return_count(&mut self, at: Pos, want: &[TypeId], xs: &[Operand<'a>]) {
        let (mut at, mut what) = (at, "not enough");
        if xs.len() > want.len() {
            at = self.operand_pos(&xs[want.len()]);
            what = "too many";
        } else if let Some(x) = xs.last() {
            at = self.operand_pos(x);
        }
        let have: Vec<TypeId> = xs.iter().map(|x| x.typ).collect();
        let (h, w) =
            (self.types_summary(&have, false, false), self.types_summary(want, false, false));
        self.error(at, format!("{what} return values\n\thave {h}\n\twant {w}"));
    }

    pub(super) fn return_stmt(&mut self, pos: Pos, values: &'a [&'a Expr<'a>]) {
        let want = self.env.results.clone();
        if values.is_empty() {
            if want.is_empty() {
                return;
            }
            if self.env.result_vars.is_empty() {
                self.return_count(pos, &want, &[]);
                return;
            }
            for v in self.env.result_vars.clone() {
                let name = self.objs[v].name;
                if name == Symbol::BLANK {
                    continue;
                }
                if let Some(other) = self.lookup_name(name, pos)
                    && other != v
                {
                    let n = self.name(name);
                    let at = self.pos_str(self.objs[other].pos);
                    self.error(
                        pos,
                        format!("result parameter {n} not in scope at return\n\t{at}: inner declaration of {}", self.obj_str(v)),
                    );
                }
            }
            return;
        }
        if want.is_empty() {
            let mut xs = Vec::new();
            for e in values {
                xs.extend(self.multi_or_void(e));
            }
            if xs.iter().all(|x| !x.is_invalid()) {
                self.return_count(values[0].pos, &want, &xs);
            }
            return;
        }
        let objs: Vec<ObjId> = match self.env.body.and_then(|b| self.body_data.get(&b)) {
            Some(d) => d.results.clone(),
            None => return,
        };
        self.init_vars(&objs, values, Some(pos));
    }

    fn multi_or_void(&mut self, e: &'a Expr<'a>) -> Vec<Operand<'a>> {
        self.multi_expr(e, false)
    }

    /// `var x int`: an object as messages show it.
    pub(super) fn obj_str(&self, o: ObjId) -> String {
        let ob = &self.objs[o];
        let n = self.name(ob.name);
        let t = self.type_str(ob.typ);
        match ob.kind {
            ObjKind::Var(_) => format!("var {n} {t}"),
            ObjKind::Const(_) => format!("const {n} {t}"),
            ObjKind::TypeName => format!("type {n} {t}"),
            ObjKind::Func(_) => format!("func {n}{}", t.strip_prefix("func").unwrap_or(&t)),
            _ => n.to_string(),
        }
    }

    /// The type of the place `e` is, for an assignment; `None` for `_`.
    fn lhs(&mut self, e: &'a Expr<'a>) -> Result<Option<TypeId>, ()> {
        if matches!(unparen(e).kind, ExprKind::Ident(Symbol::BLANK)) {
            return Ok(None);
        }
        let x = self.unassigned(e);
        self.place(e, x)
    }

    /// What stands left of an assignment; being there is no use of a variable.
    pub(super) fn unassigned(&mut self, e: &'a Expr<'a>) -> Operand<'a> {
        if let ExprKind::Ident(name) = unparen(e).kind {
            let var = self
                .lookup_name(name, e.pos)
                .filter(|&o| self.objs.var(o).is_some_and(|v| !v.is_global));
            let was = var.and_then(|o| self.objs.var(o)).is_some_and(|v| v.used);
            let x = self.expr(e);
            if let Some(v) = var.and_then(|o| self.objs.var_mut(o)) {
                v.used = was;
            }
            return x;
        }
        self.expr(e)
    }

    /// The type of the place that `e`, evaluated as `x`, is; reports when it is none.
    pub(super) fn place(&mut self, e: &'a Expr<'a>, x: Operand<'a>) -> Result<Option<TypeId>, ()> {
        match x.mode {
            Mode::Invalid => return Err(()),
            Mode::Variable | Mode::MapIndex => {
                self.mark_reassigned(e);
                return Ok(Some(x.typ));
            }
            _ => {}
        }
        let s = self.expr_str(e);
        if let ExprKind::Selector { x: inner, .. } = unparen(e).kind
            && self
                .info
                .exprs
                .get(&inner.id)
                .is_some_and(|t| t.mode == crate::types::info::ExprMode::MapIndex)
        {
            self.error(e.pos, format!("cannot assign to struct field {s} in map"));
            return Err(());
        }
        if let ExprKind::Selector { x: inner, .. } = unparen(e).kind
            && let ExprKind::Ident(name) = unparen(inner).kind
            && self
                .lookup_name(name, inner.pos)
                .is_some_and(|o| matches!(self.objs[o].kind, ObjKind::Pkg { .. }))
        {
            self.error(e.pos, format!("use of package {} not in selector", self.name(name)));
        }
        self.error(
            e.pos,
            format!("cannot assign to {s} (neither addressable nor a map index expression)"),
        );
        Err(())
    }

    /// The variable that `e` is a part of changes after its declaration.
    pub(super) fn mark_reassigned(&mut self, e: &'a Expr<'a>) {
        let mut e = e;
        loop {
            let id = match e.kind {
                ExprKind::Paren(x) => {
                    e = x;
                    continue;
                }
                ExprKind::Ident(_) => e.id,
                ExprKind::Selector { x, sel } => match self.info.selections.get(&e.id) {
                    Some(s) if s.indirect => return,
                    Some(_) => {
                        e = x;
                        continue;
                    }
                    None => sel.id,
                },
                ExprKind::Index { x, .. } => {
                    let Some(t) = self.info.exprs.get(&x.id).map(|t| t.typ) else { return };
                    let array = self.under_terms(t).is_some_and(|us| {
                        us.iter().any(|&u| matches!(self.types.raw_kind(u), TypeKind::Array(..)))
                    });
                    if !array {
                        return;
                    }
                    e = x;
                    continue;
                }
                _ => return,
            };
            if let Some(&o) = self.info.uses.get(&id)
                && let Some(v) = self.objs.var_mut(o)
            {
                v.reassigned = true;
            }
            return;
        }
    }

    /// `e = x` where `x` is a value already.
    pub(super) fn assign_value(&mut self, e: &'a Expr<'a>, x: &mut Operand<'a>, context: &str) {
        if let Ok(target) = self.lhs(e) {
            self.assignment(x, target, context);
        }
    }

    pub(super) fn assign(&mut self, lhs: &'a [&'a Expr<'a>], rhs: &'a [&'a Expr<'a>]) {
        let context = if lhs.len() > 1 { "multiple assignment" } else { "assignment" };
        if lhs.len() == rhs.len() && !is_one_call(rhs) {
            for (l, r) in lhs.iter().zip(rhs) {
                match self.lhs(l) {
                    Ok(t) => {
                        let mut x = self.expr_hint(r, t, Target::Expr(l));
                        let blank = t.is_none() && lhs.len() == 1;
                        let context = if blank { "assignment to _ identifier" } else { context };
                        self.assignment(&mut x, t, context);
                    }
                    Err(()) => {
                        self.eval(r, None, None, true);
                    }
                }
            }
            return;
        }
        if rhs.len() != 1 {
            let mut bad = false;
            for l in lhs {
                bad |= self.lhs(l).is_err();
            }
            for r in rhs {
                bad |= self.eval(r, None, None, true).is_invalid();
            }
            if !bad {
                self.count_mismatch(rhs[0].pos, lhs.len(), rhs, rhs.len());
            }
            return;
        }
        let mut xs = self.multi_expr(rhs[0], lhs.len() == 2);
        if xs.len() == lhs.len() {
            for (l, x) in lhs.iter().zip(&mut xs) {
                self.assign_value(l, x, context);
            }
            return;
        }
        for l in lhs {
            let _ = self.lhs(l);
        }
        if xs.iter().all(|x| !x.is_invalid()) {
            self.count_mismatch(rhs[0].pos, lhs.len(), rhs, xs.len());
        }
    }

    pub(super) fn define(&mut self, lhs: &'a [&'a Expr<'a>], op_pos: Pos, rhs: &'a [&'a Expr<'a>]) {
        let Some(scope) = self.env.scope else { return };
        let mut objs = Vec::new();
        let mut fresh: Vec<(Ident, ObjId)> = Vec::new();
        let mut seen: Vec<Symbol> = Vec::new();
        let (mut any_new, mut bad) = (false, false);
        for l in lhs {
            let ExprKind::Ident(name) = l.kind else {
                self.raw_expr(l, None);
                let s = self.expr_str(l);
                self.error(l.pos, format!("non-name {s} on left side of :="));
                bad = true;
                let ident = Ident { id: l.id, pos: l.pos, name: Symbol::BLANK };
                objs.push(self.new_local(ident, TypeId::INVALID));
                continue;
            };
            let ident = Ident { id: l.id, pos: l.pos, name };
            if name != Symbol::BLANK {
                if seen.contains(&name) {
                    let n = self.name(name);
                    self.error(l.pos, format!("{n} repeated on left side of :="));
                    bad = true;
                    continue;
                }
                seen.push(name);
                if let Some(o) = self.scope_get(scope, name) {
                    self.info.uses.insert(l.id, o);
                    let typ = self.objs[o].typ;
                    match self.objs.var_mut(o) {
                        Some(v) => {
                            v.reassigned = true;
                            objs.push(o);
                            self.record(&Operand {
                                mode: Mode::Variable,
                                typ,
                                val: crate::types::constant::Value::Unknown,
                                expr: Some(l),
                            });
                        }
                        None => {
                            let s = self.expr_str(l);
                            self.error(l.pos, format!("cannot assign to {s}"));
                            bad = true;
                        }
                    }
                    continue;
                }
                any_new = true;
            }
            let o = self.new_local(ident, TypeId::INVALID);
            objs.push(o);
            fresh.push((ident, o));
        }
        if objs.len() == lhs.len() {
            self.init_vars(&objs, rhs, None);
        } else {
            for r in rhs {
                self.raw_expr(r, None);
            }
        }
        for (ident, o) in fresh {
            self.declare(scope, ident, o);
        }
        if !any_new && !bad {
            self.soft_error(op_pos, "no new variables on left side of :=");
        }
    }
}

pub(super) fn plural(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// One call, which may give several values.
fn is_one_call<'a>(values: &[&'a Expr<'a>]) -> bool {
    matches!(values, [e] if matches!(unparen(e).kind, ExprKind::Call { .. }))
}

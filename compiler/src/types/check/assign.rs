//! Assignments, definitions, and counts that must match.

use super::Checker;
use super::operand::{Mode, Operand};
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, Ident};
use crate::types::object::ObjId;
use crate::types::type_::TypeId;

impl<'a> Checker<'a> {
    /// The operands of the right sides for `n` left sides: one each, or the values of one call.
    pub(super) fn right_sides(&mut self, rhs: &'a [&'a Expr<'a>], n: usize, hint: Option<TypeId>) -> Vec<Operand<'a>> {
        if rhs.len() == 1 && n != 1 {
            return self.multi_expr(rhs[0], n == 2);
        }
        rhs.iter().map(|r| if n == rhs.len() { self.expr_hint(r, hint) } else { self.expr_or_several(r) }).collect()
    }

    /// A right side in a mismatch: several values count as one bad operand.
    fn expr_or_several(&mut self, e: &'a Expr<'a>) -> Operand<'a> {
        self.multi_expr(e, false).into_iter().next().unwrap_or_else(Operand::invalid)
    }

    /// `assignment mismatch: 2 variables but f() returns 1 value`
    pub(super) fn assign_mismatch(&mut self, n: usize, rhs: &'a [&'a Expr<'a>], values: usize, pos: Pos, at: Option<Pos>) {
        let vars = if n == 1 { "1 variable".to_string() } else { format!("{n} variables") };
        let vals = if values == 1 { "1 value".to_string() } else { format!("{values} values") };
        let pos = at.unwrap_or(pos);
        if let [r] = rhs
            && let ExprKind::Call { fun, .. } = super::expr::unparen(r).kind
        {
            let f = self.expr_str(fun);
            self.error(pos, format!("assignment mismatch: {vars} but {f}() returns {vals}").replace("()()", "()"));
            return;
        }
        self.error(pos, format!("assignment mismatch: {vars} but {vals}"));
    }

    /// The variable at the root of a left side, noted as assigned after its declaration.
    pub(super) fn mark_reassigned(&mut self, e: &'a Expr<'a>) {
        match e.kind {
            ExprKind::Paren(x) => self.mark_reassigned(x),
            ExprKind::Ident(_) => {
                if let Some(&obj) = self.info.uses.get(&e.id)
                    && let Some(v) = self.objs.var_mut(obj)
                {
                    v.reassigned = true;
                }
            }
            ExprKind::Selector { x, .. } | ExprKind::Index { x, .. } => {
                // Through a pointer, slice or map the variable itself stays as it is; noting it
                // anyway only costs a memory variable.
                self.mark_reassigned(x);
            }
            _ => {}
        }
    }

    /// The type of a left side, or `None` for the blank identifier and after an error.
    pub(super) fn left_side(&mut self, l: &'a Expr<'a>) -> Result<Option<TypeId>, ()> {
        let inner = super::expr::unparen(l);
        if let ExprKind::Ident(Symbol::BLANK) = inner.kind {
            return Ok(None);
        }
        // Assigning to a variable does not use it.
        let mut was_used = None;
        if let ExprKind::Ident(name) = inner.kind
            && let Some(obj) = self.lookup_name(name, inner.pos)
            && let Some(v) = self.objs.var(obj)
        {
            was_used = Some((obj, v.used));
        }
        let x = self.expr(l);
        if let Some((obj, used)) = was_used
            && let Some(v) = self.objs.var_mut(obj)
        {
            v.used = used;
        }
        if x.is_invalid() {
            return Err(());
        }
        match x.mode {
            Mode::Variable | Mode::MapIndex => {
                self.mark_reassigned(l);
                Ok(Some(x.typ))
            }
            _ => {
                if let ExprKind::Selector { x: base, .. } = inner.kind
                    && self.is_map_element(base)
                {
                    let s = self.expr_str(l);
                    self.error(l.pos, format!("cannot assign to struct field {s} in map"));
                    return Err(());
                }
                let d = self.describe(&x);
                self.error(l.pos, format!("cannot assign to {d} (neither addressable nor a map index expression)"));
                Err(())
            }
        }
    }

    fn is_map_element(&self, e: &Expr<'a>) -> bool {
        self.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == crate::types::info::ExprMode::MapIndex)
    }

    fn assign_to(&mut self, l: &'a Expr<'a>, x: &mut Operand<'a>) {
        match self.left_side(l) {
            Ok(t) => {
                let context = if t.is_some() { "assignment" } else { "assignment to _ identifier" };
                self.assignment(x, t, context);
            }
            Err(()) => {
                self.use_values(std::slice::from_mut(x));
            }
        }
    }

    /// Gives untyped operands of a failed statement their default types.
    pub(super) fn use_values(&mut self, xs: &mut [Operand<'a>]) {
        for x in xs {
            if !x.is_invalid() && self.is_untyped(x.typ) && x.mode != Mode::Nil {
                let t = self.default_type(x.typ);
                self.convert_untyped(x, t);
            }
        }
    }

    pub(super) fn assign_stmt(&mut self, lhs: &'a [&'a Expr<'a>], rhs: &'a [&'a Expr<'a>], pos: Pos) {
        if lhs.len() == rhs.len() {
            for (l, r) in lhs.iter().zip(rhs) {
                let target = self.left_side(l);
                let hint = target.ok().flatten();
                let mut x = self.expr_hint(r, hint);
                if x.is_invalid() {
                    self.mark_used(l);
                    continue;
                }
                match target {
                    Ok(t) => {
                        let context = if t.is_some() { "assignment" } else { "assignment to _ identifier" };
                        self.assignment(&mut x, t, context);
                    }
                    Err(()) => self.use_values(std::slice::from_mut(&mut x)),
                }
            }
            return;
        }
        let mut xs = self.right_sides(rhs, lhs.len(), None);
        if xs.len() == lhs.len() {
            for (l, x) in lhs.iter().zip(&mut xs) {
                self.assign_to(l, x);
            }
            return;
        }
        let bad = xs.iter().any(Operand::is_invalid);
        for l in lhs {
            self.mark_used(l);
            let _ = self.left_side(l);
        }
        self.use_values(&mut xs);
        if !bad {
            self.assign_mismatch(lhs.len(), rhs, xs.len(), pos, lhs.first().map(|l| l.pos));
        }
    }

    /// After an error, a variable on the left is not also reported as unused.
    fn mark_used(&mut self, l: &'a Expr<'a>) {
        if let ExprKind::Ident(name) = super::expr::unparen(l).kind
            && let Some(obj) = self.lookup_name(name, l.pos)
            && let Some(v) = self.objs.var_mut(obj)
        {
            v.used = true;
        }
    }

    pub(super) fn assign_op_stmt(&mut self, l: &'a Expr<'a>, op: BinaryOp, op_pos: Pos, r: &'a Expr<'a>) {
        let mut x = self.binary(None, op, op_pos, l, r);
        if x.is_invalid() {
            return;
        }
        x.expr = Some(r);
        if let Ok(Some(t)) = self.left_side(l) {
            self.assignment(&mut x, Some(t), "assignment operation");
        }
    }

    /// `a, b := …`
    pub(super) fn define_stmt(&mut self, lhs: &'a [&'a Expr<'a>], rhs: &'a [&'a Expr<'a>], op_pos: Pos) {
        let Some(scope) = self.env.scope else { return };
        enum Side<'a> {
            New(Ident, ObjId),
            Old(&'a Expr<'a>),
            Blank,
        }
        let mut sides: Vec<Side<'a>> = Vec::new();
        let mut any_new = false;
        let mut seen: Vec<Symbol> = Vec::new();
        for l in lhs {
            let ExprKind::Ident(name) = l.kind else {
                let s = self.expr_str(l);
                self.error(l.pos, format!("non-name {s} on left side of :="));
                sides.push(Side::Blank);
                any_new = true;
                continue;
            };
            let ident = Ident { id: l.id, pos: l.pos, name };
            if name != Symbol::BLANK {
                if seen.contains(&name) {
                    let s = self.name(name);
                    self.error(l.pos, format!("{s} repeated on left side of :="));
                    sides.push(Side::Blank);
                    continue;
                }
                seen.push(name);
            }
            match self.scope_get(scope, name) {
                Some(obj) => {
                    self.info.uses.insert(l.id, obj);
                    if self.objs.var(obj).is_some() {
                        sides.push(Side::Old(l));
                    } else {
                        let s = self.expr_str(l);
                        self.error(l.pos, format!("cannot assign to {s}"));
                        sides.push(Side::Blank);
                    }
                }
                None => {
                    let obj = self.new_local(ident, TypeId::INVALID);
                    if name != Symbol::BLANK {
                        any_new = true;
                        sides.push(Side::New(ident, obj));
                    } else {
                        sides.push(Side::Blank);
                    }
                }
            }
        }
        let mut xs = self.right_sides(rhs, lhs.len(), None);
        if xs.len() != lhs.len() {
            let bad = xs.iter().any(Operand::is_invalid);
            self.use_values(&mut xs);
            if !bad {
                self.assign_mismatch(lhs.len(), rhs, xs.len(), op_pos, lhs.first().map(|l| l.pos));
            }
            for s in &sides {
                if let Side::New(_, obj) = s
                    && let Some(v) = self.objs.var_mut(*obj)
                {
                    v.used = true;
                }
            }
        } else {
            for (side, x) in sides.iter().zip(&mut xs) {
                match side {
                    Side::New(_, obj) => {
                        self.assignment(x, None, "assignment");
                        self.objs[*obj].typ = x.typ;
                        if x.is_invalid()
                            && let Some(v) = self.objs.var_mut(*obj)
                        {
                            v.used = true;
                        }
                    }
                    Side::Old(l) => self.assign_to(l, x),
                    Side::Blank => self.assignment(x, None, "assignment"),
                }
            }
        }
        if !any_new {
            self.soft_error(op_pos, "no new variables on left side of :=");
        }
        for s in sides {
            if let Side::New(ident, obj) = s {
                self.declare(scope, ident, obj);
            }
        }
    }

    pub(super) fn return_stmt(&mut self, es: &'a [&'a Expr<'a>], pos: Pos) {
        let results = self.env.results.clone();
        if es.is_empty() {
            if !results.is_empty() && self.env.result_vars.is_empty() {
                let want = self.types_summary(&results, false, false);
                self.error(pos, format!("not enough return values\n\thave ()\n\twant {want}"));
            }
            // A result that is shadowed here cannot be meant.
            for obj in self.env.result_vars.clone() {
                let name = self.objs[obj].name;
                if let Some(other) = self.lookup_name(name, pos)
                    && other != obj
                    && name != Symbol::BLANK
                {
                    let s = self.name(name);
                    let at = self.pos_str(self.objs[other].pos);
                    self.error(pos, format!("result parameter {s} not in scope at return\n\t{at}: inner declaration of var {s}"));
                }
            }
            return;
        }
        if results.is_empty() {
            let mut xs: Vec<Operand<'a>> = Vec::new();
            for e in es {
                xs.extend(self.multi_expr(e, false));
            }
            self.use_values(&mut xs);
            if !xs.iter().any(Operand::is_invalid) {
                let have = self.have_list(&xs);
                self.error(es[0].pos, format!("too many return values\n\thave ({have})\n\twant ()"));
            }
            return;
        }
        let mut xs: Vec<Operand<'a>> = if es.len() == 1 && results.len() != 1 {
            self.multi_expr(es[0], false)
        } else if es.len() == results.len() {
            es.iter().zip(&results).map(|(e, &t)| self.expr_hint(e, Some(t))).collect()
        } else {
            es.iter().map(|e| self.expr(e)).collect()
        };
        if xs.len() != results.len() {
            if xs.iter().any(Operand::is_invalid) {
                return;
            }
            self.use_values_summary(&mut xs, &results, es, pos);
            return;
        }
        for (x, &t) in xs.iter_mut().zip(&results) {
            self.assignment(x, Some(t), "return statement");
        }
    }

    fn have_list(&mut self, xs: &[Operand<'a>]) -> String {
        let list: Vec<String> = xs
            .iter()
            .map(|x| {
                if x.is_const() && x.val.is_numeric() && x.expr.is_some_and(|e| matches!(e.kind, ExprKind::Lit { .. })) {
                    "number".into()
                } else if x.mode == Mode::Nil {
                    "nil".into()
                } else {
                    self.type_str(x.typ)
                }
            })
            .collect();
        list.join(", ")
    }

    fn use_values_summary(&mut self, xs: &mut [Operand<'a>], results: &[TypeId], es: &'a [&'a Expr<'a>], pos: Pos) {
        let have = self.have_list(xs);
        let want = self.types_summary(results, false, false);
        let what = if xs.len() < results.len() { "not enough" } else { "too many" };
        let at = if xs.len() > results.len() { xs[results.len()].expr.map_or(pos, |e| e.pos) } else { es.last().map_or(pos, |e| e.pos) };
        let at = if xs.len() > results.len() && es.len() > 1 { es[0].pos } else { at };
        self.use_values(xs);
        self.error(at, format!("{what} return values\n\thave ({have})\n\twant {want}"));
    }
}

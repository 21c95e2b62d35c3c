//! Expression and type switches.

use super::Checker;
use super::operand::{Mode, Operand};
use crate::source::Pos;
use crate::syntax::ast::{BinaryOp, CaseClause, Expr, ExprKind, SwitchStmt, TypeSwitchStmt};
use crate::types::constant::Value;
use crate::types::object::{ObjKind, VarInfo};
use crate::types::type_::{TypeId, TypeKind};

impl<'a> Checker<'a> {
    fn defaults(&mut self, clauses: &'a [&'a CaseClause<'a>]) {
        let mut first: Option<Pos> = None;
        for c in clauses.iter().filter(|c| c.exprs.is_none()) {
            if let Some(f) = first {
                let at = self.pos_str(f);
                self.error(c.pos, format!("multiple defaults in switch (first at {at})"));
            }
            first = first.or(Some(c.pos));
        }
    }

    pub(super) fn switch_stmt(&mut self, w: &'a SwitchStmt<'a>) {
        self.in_scope(|c| {
            if let Some(s) = w.init {
                c.stmt(s);
            }
            let tag = w.tag.map(|t| {
                let mut x = c.expr(t);
                c.assignment(&mut x, None, "switch expression");
                if !x.is_invalid() && !c.comparable(x.typ) && !c.has_nil(x.typ) {
                    let d = c.describe(&x);
                    c.error(t.pos, format!("cannot switch on {d}"));
                    x.set_invalid();
                }
                x
            });
            c.defaults(w.clauses);
            let mut seen: Vec<(Value, TypeId, Pos)> = Vec::new();
            for clause in w.clauses {
                for e in clause.exprs.unwrap_or(&[]) {
                    c.case_value(tag.as_ref(), e, &mut seen);
                }
                c.in_scope(|c| c.block_stmts(clause.body));
            }
        });
    }

    fn case_value(&mut self, tag: Option<&Operand<'a>>, e: &'a Expr<'a>, seen: &mut Vec<(Value, TypeId, Pos)>) {
        let mut y = self.expr(e);
        if y.is_invalid() {
            return;
        }
        let Some(tag) = tag else {
            // `switch {`: cases are conditions.
            if !self.all_boolean(y.typ) {
                let (es, t) = (self.expr_str(e), self.type_str(y.typ));
                self.error(e.pos, format!("invalid case {es} in switch (mismatched types {t} and bool)"));
                return;
            }
            let value = y.val.clone();
            self.assignment(&mut y, None, "switch case");
            if let Some(b) = value.as_bool() {
                self.duplicate_case(e, Value::Bool(b), TypeId::BOOL, seen);
            }
            return;
        };
        if tag.is_invalid() {
            self.use_values(std::slice::from_mut(&mut y));
            return;
        }
        let mut x = tag.clone();
        // The tag of a constant switch is a variable of its type.
        if !self.match_operands(&mut x, &mut y) {
            let (es, a, b) = (self.expr_str(e), self.type_str(y.typ), self.type_str(x.typ));
            let ts = tag.expr.map(|t| self.expr_str(t)).unwrap_or_default();
            self.error(e.pos, format!("invalid case {es} in switch on {ts} (mismatched types {a} and {b})"));
            return;
        }
        if y.is_invalid() {
            return;
        }
        let mut probe = y.clone();
        self.comparison(&mut probe, &mut x, BinaryOp::Eq, "switch");
        if probe.is_invalid() {
            return;
        }
        if y.is_const() {
            self.duplicate_case(e, y.val.clone(), y.typ, seen);
        }
    }

    fn duplicate_case(&mut self, e: &'a Expr<'a>, v: Value, t: TypeId, seen: &mut Vec<(Value, TypeId, Pos)>) {
        for (other, ot, at) in seen.iter() {
            if *other == v && self.types.identical(*ot, t) {
                let s = self.expr_str(e);
                let at = self.pos_str(*at);
                self.error(e.pos, format!("duplicate case {s} in expression switch\n\t{at}: previous case"));
                return;
            }
        }
        seen.push((v, t, e.pos));
    }

    pub(super) fn type_switch_stmt(&mut self, w: &'a TypeSwitchStmt<'a>) {
        self.in_scope(|c| {
            if let Some(s) = w.init {
                c.stmt(s);
            }
            let x = c.expr(w.x);
            let valid = !x.is_invalid();
            let mut good = valid;
            if valid && (c.types.is_tparam(x.typ) || !c.is_interface(x.typ)) {
                let d = c.describe(&x);
                let d = if c.types.is_tparam(x.typ) { format!("cannot use type switch on type parameter value {d}") } else { format!("{d} is not an interface") };
                c.error(w.x.pos, d);
                good = false;
            }
            c.defaults(w.clauses);
            let mut vars = Vec::new();
            let mut seen: Vec<(TypeId, Pos)> = Vec::new();
            for clause in w.clauses {
                let mut single: Option<TypeId> = None;
                let list = clause.exprs.unwrap_or(&[]);
                for e in list {
                    let t = c.case_type(&x, e, good, &mut seen);
                    single = Some(t);
                }
                c.in_scope(|c| {
                    if let (Some(bind), Some(scope)) = (w.bind, c.env.scope) {
                        let t = match (list.len(), single) {
                            (1, Some(t)) if t != TypeId::UNTYPED_NIL => t,
                            _ => x.typ,
                        };
                        let obj = c.new_object(bind, ObjKind::Var(VarInfo::default()), t);
                        c.info.implicits.insert(clause.id, obj);
                        c.scope_insert(scope, bind.name, obj);
                        vars.push(obj);
                    }
                    c.block_stmts(clause.body);
                });
            }
            if let Some(bind) = w.bind
                && !bind.is_blank()
            {
                let used = vars.iter().any(|&v| c.objs.var(v).is_some_and(|v| v.used));
                if !used {
                    let n = c.name(bind.name);
                    c.soft_error(bind.pos, format!("declared and not used: {n}"));
                }
            } else if let Some(bind) = w.bind {
                c.error(bind.pos, "no new variable on left side of :=");
            }
        });
    }

    fn case_type(&mut self, x: &Operand<'a>, e: &'a Expr<'a>, good: bool, seen: &mut Vec<(TypeId, Pos)>) -> TypeId {
        let is_nil = matches!(e.kind, ExprKind::Ident(n) if self.name(n) == "nil") && {
            let o = match e.kind {
                ExprKind::Ident(n) => self.lookup_name(n, e.pos),
                _ => None,
            };
            o.is_some_and(|o| matches!(self.objs[o].kind, ObjKind::Nil))
        };
        let t = if is_nil {
            let op = Operand { mode: Mode::Nil, typ: TypeId::UNTYPED_NIL, val: Value::Unknown, expr: Some(e) };
            self.record(&op);
            TypeId::UNTYPED_NIL
        } else {
            self.typ(e)
        };
        if t == TypeId::INVALID {
            return t;
        }
        for (other, at) in seen.iter() {
            if *other == t || t != TypeId::UNTYPED_NIL && *other != TypeId::UNTYPED_NIL && self.types.identical(*other, t) {
                let s = if is_nil { "nil".into() } else { self.type_str(t) };
                let at = self.pos_str(*at);
                let what = if is_nil { "multiple nil cases in type switch (first at ".to_string() + &at + ")" } else { format!("duplicate case {s} in type switch\n\t{at}: previous case") };
                self.error(e.pos, what);
                return t;
            }
        }
        seen.push((t, e.pos));
        if good && !is_nil && !matches!(self.types.kind(t), TypeKind::TypeParam(_)) {
            self.check_assertion(e, x, t, true);
        }
        t
    }
}

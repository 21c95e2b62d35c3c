//! Expression and type switches.

use hashbrown::HashMap;

use super::Checker;
use super::literal::{KeyValue, key_value};
use super::operand::{Mode, Operand};
use crate::source::Pos;
use crate::syntax::ast::{BinaryOp, CaseClause, Expr, ExprKind, SwitchStmt, TypeSwitchStmt};
use crate::types::constant::Value;
use crate::types::object::{ObjKind, VarInfo};
use crate::types::type_::TypeId;

/// Where gc thinks a node is, which is not always where it begins.
fn node_pos(e: &Expr<'_>) -> Pos {
    match e.kind {
        ExprKind::Call { lparen, .. } => lparen,
        ExprKind::Binary { op_pos, .. } => op_pos,
        ExprKind::Index { lbrack, .. } => lbrack,
        ExprKind::Composite { lbrace, .. } => lbrace,
        _ => e.pos,
    }
}

/// The constant cases so far, by value.
type Cases = HashMap<KeyValue, Vec<(TypeId, Pos)>>;

impl<'a> Checker<'a> {
    pub(super) fn switch_stmt(&mut self, w: &'a SwitchStmt<'a>) {
        self.in_scope(|c| {
            c.opt_stmt(w.init);
            let x = match w.tag {
                Some(tag) => {
                    let mut x = c.expr(tag);
                    c.assignment(&mut x, None, "switch expression");
                    if !x.is_invalid() && !c.comparable(x.typ) && !c.has_nil(x.typ) {
                        let d = c.describe(&x);
                        let why = c.incomparable_kind(x.typ);
                        c.error(tag.pos, format!("cannot switch on {d}{why}"));
                        x.set_invalid();
                    }
                    x
                }
                None => Operand {
                    mode: Mode::Constant,
                    typ: TypeId::BOOL,
                    val: Value::Bool(true),
                    expr: None,
                },
            };
            c.one_default(w.clauses);
            let mut seen = Cases::new();
            for clause in w.clauses {
                for e in clause.exprs.unwrap_or(&[]) {
                    c.case_value(&x, e, &mut seen);
                }
                c.in_scope(|c| {
                    for s in clause.body {
                        c.stmt(s);
                    }
                });
            }
        });
    }

    fn one_default(&mut self, clauses: &'a [&'a CaseClause<'a>]) {
        let mut first: Option<Pos> = None;
        for c in clauses.iter().filter(|c| c.exprs.is_none()) {
            if let Some(p) = first {
                let at = self.pos_str(p);
                self.error(c.pos, format!("multiple defaults (first at {at})"));
            }
            first.get_or_insert(c.pos);
        }
    }

    fn case_value(&mut self, x: &Operand<'a>, e: &'a Expr<'a>, seen: &mut Cases) {
        let mut v = self.expr(e);
        if x.is_invalid() || v.is_invalid() {
            return;
        }
        if self.is_untyped(v.typ) {
            self.convert_untyped(&mut v, x.typ);
        }
        if v.is_invalid() {
            return;
        }
        let (mut a, mut b) = (v.clone(), x.clone());
        // An untagged switch compares with true, which is not in the tables.
        let tag = x.expr;
        let shown = |c: &mut Self| {
            let case = c.expr_str(e);
            match tag {
                Some(tag) => format!("case {case} in switch on {}", c.expr_str(tag)),
                None => format!("case {case} in switch on true"),
            }
        };
        self.comparison(&mut a, &mut b, BinaryOp::Eq, &shown);
        if a.is_invalid() {
            return;
        }
        self.record(&v);
        // Constant conditions may repeat.
        if !v.is_const() || v.val.is_unknown() || matches!(v.val, Value::Bool(_)) {
            return;
        }
        // gc does not compare complex ones either.
        if self.basic(v.typ).is_some_and(|b| b.is_complex()) {
            return;
        }
        let Some(key) = key_value(&v.val) else { return };
        let same = seen.entry(key).or_default();
        let dup = same.iter().find(|s| self.types.identical(s.0, v.typ)).map(|s| s.1);
        match dup {
            Some(p) => {
                let (d, at) = (self.describe(&v), self.pos_str(p));
                self.error(
                    e.pos,
                    format!("duplicate case {d} in expression switch\n\t{at}: previous case"),
                );
            }
            None => same.push((v.typ, node_pos(e))),
        }
    }

    pub(super) fn type_switch(&mut self, w: &'a TypeSwitchStmt<'a>) {
        self.in_scope(|c| {
            c.opt_stmt(w.init);
            let mut x = c.expr(w.x);
            if !x.is_invalid() {
                if c.types.is_tparam(x.typ) {
                    let d = c.describe(&x);
                    c.error(w.x.pos, format!("cannot use type switch on type parameter value {d}"));
                    x.set_invalid();
                } else if !c.is_interface(x.typ) {
                    let d = c.describe(&x);
                    c.error(w.x.pos, format!("{d} is not an interface"));
                    x.set_invalid();
                }
            }
            c.one_default(w.clauses);
            let bind = match w.bind {
                Some(b) if b.is_blank() => {
                    c.soft_error(b.pos, "no new variable on left side of :=");
                    None
                }
                b => b,
            };
            let mut seen: Vec<(Option<TypeId>, Pos)> = Vec::new();
            let mut used = false;
            for clause in w.clauses {
                let mut single = None;
                for e in clause.exprs.unwrap_or(&[]) {
                    single = c.case_type(&x, e, &mut seen);
                }
                if clause.exprs.is_none_or(|es| es.len() != 1) {
                    single = None;
                }
                c.in_scope(|c| {
                    let var = bind.map(|b| {
                        let typ = single.unwrap_or(x.typ);
                        let obj = c.new_object(b, ObjKind::Var(VarInfo::default()), typ);
                        if let Some(scope) = c.env.scope {
                            c.scope_insert(scope, b.name, obj);
                        }
                        c.info.implicits.insert(clause.id, obj);
                        obj
                    });
                    for s in clause.body {
                        c.stmt(s);
                    }
                    used |= var.and_then(|o| c.objs.var(o)).is_some_and(|v| v.used);
                });
            }
            if let Some(b) = bind
                && !used
            {
                let n = c.name(b.name);
                c.soft_error(b.pos, format!("{n} declared and not used"));
            }
        });
    }

    /// The type of a case; `None` for nil and after an error.
    fn case_type(
        &mut self,
        x: &Operand<'a>,
        e: &'a Expr<'a>,
        seen: &mut Vec<(Option<TypeId>, Pos)>,
    ) -> Option<TypeId> {
        let is_nil = matches!(super::expr::unparen(e).kind, ExprKind::Ident(n)
            if self.lookup_name(n, e.pos).is_some_and(|o| matches!(self.objs[o].kind, ObjKind::Nil)));
        let t = if is_nil {
            self.expr(e);
            None
        } else {
            let t = self.var_type(e);
            self.run_later_if_idle();
            if !self.is_valid(t) {
                return Some(TypeId::INVALID);
            }
            Some(t)
        };
        let dup = seen
            .iter()
            .find(|s| match (s.0, t) {
                (None, None) => true,
                (Some(a), Some(b)) => self.types.identical(a, b),
                _ => false,
            })
            .map(|s| s.1);
        if let Some(p) = dup {
            let (s, at) = (t.map_or("nil".to_string(), |t| self.type_str(t)), self.pos_str(p));
            self.error(e.pos, format!("duplicate case {s} in type switch\n\t{at}: previous case"));
            return t;
        }
        seen.push((t, e.pos));
        if let Some(t) = t
            && !x.is_invalid()
        {
            self.check_assertion(e, x, t, true);
        }
        t
    }
}

//! The range clause of `for` statements.

use super::Checker;
use super::operand::{Mode, Operand};
use crate::syntax::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{Expr, ExprKind, Ident, RangeStmt};
use crate::types::constant::Value;
use crate::types::object::ObjId;
use crate::types::type_::{ChanDir, TypeId, TypeKind};

/// What ranging over a type gives.
struct Ranged {
    key: Option<TypeId>,
    value: Option<TypeId>,
    /// An integer: the variable has the expression's type.
    integer: bool,
}

impl<'a> Checker<'a> {
    pub(super) fn range_stmt(&mut self, pos: Pos, r: &'a RangeStmt<'a>) {
        let outer = self.env.scope;
        let mut x = self.expr(r.x);
        let scope = self.new_scope(outer);
        self.env.scope = Some(scope);
        let ranged = if x.is_invalid() { None } else { self.range_types(&x, r) };
        let (key, value, integer) = match &ranged {
            Some(k) => (k.key, k.value, k.integer),
            None => (None, None, false),
        };
        if ranged.is_some() && !integer && !x.is_invalid() && self.is_untyped(x.typ) {
            self.assignment(&mut x, None, "range clause");
        }
        let mut fresh: Vec<(Ident, ObjId)> = Vec::new();
        let mut first = true;
        for (lhs, t) in [(r.key, key), (r.value, value)] {
            let is_key = std::mem::take(&mut first);
            let Some(e) = lhs else { continue };
            if r.define {
                let ExprKind::Ident(name) = e.kind else {
                    let s = self.expr_str(e);
                    self.error(e.pos, format!("invalid syntax tree: cannot declare {s}"));
                    continue;
                };
                let ident = Ident { id: e.id, pos: e.pos, name };
                let obj = self.new_local(ident, TypeId::INVALID);
                self.mark_per_loop(pos, obj);
                if integer && is_key {
                    self.init_var(obj, &mut x, "range clause");
                } else if let Some(t) = t {
                    self.objs[obj].typ = t;
                } else if let Some(v) = self.objs.var_mut(obj) {
                    v.used = true;
                }
                fresh.push((ident, obj));
            } else if integer && is_key {
                // An untyped bound takes the variable's type, which must be an integer.
                self.assign_value(e, &mut x, "range clause");
                // An untyped bound has got a type by that, which must be an integer's.
                if !x.is_invalid() && !self.all_integer(x.typ) {
                    let t = self.type_str(x.typ);
                    self.soft_error(e.pos, format!("cannot use iteration variable of type {t}"));
                }
            } else if let Some(t) = t {
                let mut y =
                    Operand { mode: Mode::Value, typ: t, val: Value::Unknown, expr: Some(e) };
                self.assign_value_quietly(e, &mut y, "assignment");
            } else if !Self::is_blank_expr(e) {
                self.unassigned(e);
            }
        }
        if integer && r.key.is_none() {
            self.assignment(&mut x, None, "range clause");
        }
        if r.define && fresh.is_empty() {
            self.soft_error(pos, "no new variables on left side of :=");
        }
        for (ident, obj) in fresh {
            self.declare(scope, ident, obj);
        }
        self.block(r.body);
        self.env.scope = outer;
    }

    /// Notes for a variable of a loop at `pos` whether iterations share it.
    pub(super) fn mark_per_loop(&mut self, pos: Pos, obj: ObjId) {
        if !self.allows(pos, 22)
            && let Some(v) = self.objs.var_mut(obj)
        {
            (v.per_loop, v.reassigned) = (true, true);
        }
    }

    /// Assigns a value that has no node of its own: the target's entry must not change.
    fn assign_value_quietly(&mut self, e: &'a Expr<'a>, y: &mut Operand<'a>, context: &str) {
        self.assign_value(e, y, context);
    }

    fn range_types(&mut self, x: &Operand<'a>, r: &'a RangeStmt<'a>) -> Option<Ranged> {
        let ranged = match self.range_over(x) {
            Ok(k) => k,
            Err(cause) => {
                let d = self.describe(x);
                let tail = if cause.is_empty() { String::new() } else { format!(": {cause}") };
                self.soft_error(r.x.pos, format!("cannot range over {d}{tail}"));
                return None;
            }
        };
        if let Some(k) = r.key
            && ranged.key.is_none()
        {
            let d = self.describe(x);
            self.soft_error(k.pos, format!("range over {d} permits no iteration variables"));
        } else if let Some(v) = r.value
            && ranged.value.is_none()
        {
            let d = self.describe(x);
            self.soft_error(v.pos, format!("range over {d} permits only one iteration variable"));
        } else if let Some(e) = r.extra {
            self.error(e.pos, "range clause permits at most two iteration variables");
        }
        Some(ranged)
    }

    fn range_over(&mut self, x: &Operand<'a>) -> Result<Ranged, String> {
        let two = |k, v| Ok(Ranged { key: Some(k), value: Some(v), integer: false });
        let pos = self.operand_pos(x);
        let Some(core) = self.core_type(x.typ) else { return Err(self.no_core(x.typ)) };
        match self.types.raw_kind(core).clone() {
            TypeKind::Basic(b) if b.is_string() => two(TypeId::INT, self.universe.rune),
            TypeKind::Basic(b) if b.is_integer() => {
                if !self.allows(pos, 22) {
                    return Err(format!("requires go1.22 or later{}", self.version_hint(pos)));
                }
                Ok(Ranged { key: Some(x.typ), value: None, integer: true })
            }
            TypeKind::Array(_, e) | TypeKind::Slice(e) => two(TypeId::INT, e),
            TypeKind::Pointer(p) => match self.under_kind(p) {
                TypeKind::Array(_, e) => two(TypeId::INT, e),
                _ => Err(String::new()),
            },
            TypeKind::Map(k, v) => two(k, v),
            TypeKind::Chan(ChanDir::Send, _) => {
                Err(format!("receive from send-only channel {}", self.type_str(core)))
            }
            TypeKind::Chan(_, e) => Ok(Ranged { key: Some(e), value: None, integer: false }),
            TypeKind::Signature(s) => {
                if !self.allows(pos, 23) {
                    return Err(format!("requires go1.23 or later{}", self.version_hint(pos)));
                }
                if s.params.len() != 1 {
                    return Err(
                        "func must be func(yield func(...) bool): wrong argument count".into()
                    );
                }
                if !s.results.is_empty() {
                    return Err(
                        "func must be func(yield func(...) bool): unexpected results".into()
                    );
                }
                let yield_type = self.core_type(s.params[0]).unwrap_or(TypeId::INVALID);
                let TypeKind::Signature(y) = self.types.raw_kind(yield_type).clone() else {
                    return Err(
                        "func must be func(yield func(...) bool): argument is not func".into()
                    );
                };
                if y.params.len() > 2 {
                    return Err("func must be func(yield func(...) bool): yield func has too many parameters".into());
                }
                if y.variadic {
                    let t = self.type_str(s.params[0]);
                    return Err(format!("yield func of type {t} cannot be variadic"));
                }
                let user = y.results.len() == 1
                    && self.is_boolean(y.results[0])
                    && !self.types.identical(y.results[0], TypeId::BOOL);
                if user {
                    return Err("func must be func(yield func(...) bool): yield func returns user-defined boolean, not bool".into());
                }
                if y.results.len() != 1 || !self.is_boolean(y.results[0]) {
                    return Err(
                        "func must be func(yield func(...) bool): yield func does not return bool"
                            .into(),
                    );
                }
                Ok(Ranged {
                    key: y.params.first().copied(),
                    value: y.params.get(1).copied(),
                    integer: false,
                })
            }
            _ => Err(String::new()),
        }
    }

    /// Whether an expression is the blank identifier.
    pub fn is_blank_expr(e: &Expr<'_>) -> bool {
        matches!(e.kind, ExprKind::Ident(Symbol::BLANK))
    }
}

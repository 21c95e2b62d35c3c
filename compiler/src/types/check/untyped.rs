//! Untyped operands: how they get their final type, and what has been recorded about them.
//!
//! The result table holds an entry for an untyped expression as soon as it is checked. When the
//! context gives it a type, the entry and those of the operands it depends on are rewritten here;
//! nothing else changes an entry afterwards.

use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::types::check::Checker;
use crate::types::check::assignable::NotRepresentable;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::info::{ExprMode, TypeAndValue};
use crate::types::type_::{Basic, TypeId, TypeKind};

/// Why an untyped operand does not convert.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    Truncated,
    Overflows,
    Mismatch,
}

impl From<NotRepresentable> for Unfit {
    fn from(n: NotRepresentable) -> Unfit {
        match n {
            NotRepresentable::Truncated => Unfit::Truncated,
            NotRepresentable::Overflows => Unfit::Overflows,
            NotRepresentable::Mismatch => Unfit::Mismatch,
        }
    }
}

impl<'a> Checker<'a> {
    /// Enters `x` in the result table, for its expression.
    pub fn record(&mut self, x: &Operand<'a>) {
        let Some(e) = x.expr else { return };
        let mode = match x.mode {
            Mode::Invalid => return,
            Mode::NoValue => ExprMode::NoValue,
            Mode::Builtin(b) => ExprMode::Builtin(b),
            Mode::TypeExpr => ExprMode::Type,
            Mode::Constant => ExprMode::Constant,
            Mode::Variable => ExprMode::Variable,
            Mode::MapIndex => ExprMode::MapIndex,
            Mode::Value => ExprMode::Value,
            Mode::Nil => ExprMode::Nil,
            Mode::CommaOk => ExprMode::CommaOk,
        };
        let value = if x.mode == Mode::Constant { x.val.clone() } else { Value::Unknown };
        self.info.exprs.insert(e.id, TypeAndValue { mode, typ: x.typ, value });
    }

    /// The type `x` gets where `target` is wanted, and its value in that type.
    pub fn untyped_target(
        &mut self,
        x: &Operand<'a>,
        target: TypeId,
    ) -> Result<(TypeId, Option<Value>), Unfit> {
        if x.is_invalid() || self.is_typed(x.typ) || !self.is_valid(target) {
            return Ok((x.typ, None));
        }
        if x.is_const() && self.is_typed(target) && !self.types.is_tparam(target) {
            let u = self.under(target);
            if let &TypeKind::Basic(b) = self.types.raw_kind(u) {
                let v = self.representable(&x.val, x.typ, b)?;
                return Ok((target, Some(v)));
            }
        }
        match self.implicit_type(x, target) {
            Some(t) => {
                let v = if x.is_const() {
                    match self.basic(t).filter(|_| self.is_typed(t)) {
                        Some(b) => Some(self.representable(&x.val, x.typ, b)?),
                        None => None,
                    }
                } else {
                    None
                };
                Ok((t, v))
            }
            None => Err(Unfit::Mismatch),
        }
    }

    /// Gives an untyped operand the type its context wants; reports an error if it cannot have it.
    pub fn convert_untyped(&mut self, x: &mut Operand<'a>, target: TypeId) {
        match self.untyped_target(x, target) {
            Ok((t, v)) => self.set_untyped(x, t, v),
            Err(why) => {
                let shown = self.shown_target(target);
                self.unfit_error(why, x, shown);
                x.set_invalid();
            }
        }
    }

    /// What a message says of the type that an operand of an expression was to get: its
    /// underlying one, of which it is said that a value fits or not; but a type parameter by name.
    fn shown_target(&mut self, target: TypeId) -> TypeId {
        if self.types.is_tparam(target) { target } else { self.shown_under(target) }
    }

    /// `x`, untyped, becomes a `t` with value `v`.
    pub fn set_untyped(&mut self, x: &mut Operand<'a>, t: TypeId, v: Option<Value>) {
        if x.is_invalid() || t == x.typ {
            return;
        }
        if let Some(v) = v {
            x.val = v;
        }
        x.typ = t;
        if let Some(e) = x.expr {
            let val = if x.is_const() { Some(x.val.clone()) } else { None };
            if !self.update_expr(e, t, val) {
                x.set_invalid();
            }
        }
    }

    pub fn unfit_error(&mut self, why: Unfit, x: &Operand<'a>, target: TypeId) {
        let p = self.operand_pos(x);
        let (d, t) = (self.describe(x), self.type_str(target));
        let msg = match why {
            Unfit::Truncated => format!("{d} truncated to {t}"),
            Unfit::Overflows => format!("{d} overflows {t}"),
            Unfit::Mismatch => format!("cannot convert {d} to type {t}"),
        };
        self.error(p, msg);
    }

    /// Rewrites the recorded type of `e` and of the operands that decide its type. False when an
    /// error was reported.
    fn update_expr(&mut self, e: &'a Expr<'a>, typ: TypeId, value: Option<Value>) -> bool {
        let Some(old) = self.info.exprs.get(&e.id).cloned() else { return true };
        if !self.is_untyped(old.typ) {
            return true;
        }
        match e.kind {
            ExprKind::Paren(inner) if !self.update_expr(inner, typ, value.clone()) => {
                return false;
            }
            // A constant stands for its operands: they are never evaluated.
            _ if old.mode == ExprMode::Constant => {}
            ExprKind::Unary { op, x }
                if op != UnaryOp::Receive
                    && op != UnaryOp::Address
                    && !self.update_expr(x, typ, None) =>
            {
                return false;
            }
            ExprKind::Binary { op, x, y, .. } => {
                if is_comparison(op) {
                    // The operands have a type of their own.
                } else if is_shift(op) {
                    if !self.update_shifted(x, typ) {
                        return false;
                    }
                } else if !self.update_expr(x, typ, None) || !self.update_expr(y, typ, None) {
                    return false;
                }
            }
            _ => {}
        }
        let entry = self.info.exprs.get_mut(&e.id);
        let Some(entry) = entry else { return true };
        entry.typ = typ;
        if entry.mode == ExprMode::Constant {
            if let Some(v) = value {
                entry.value = v;
            } else {
                let v = entry.value.clone();
                if let Some(b) = self.basic(typ).filter(|b| !b.is_untyped()) {
                    let x = Operand { mode: Mode::Constant, typ: old.typ, val: v, expr: Some(e) };
                    match self.representable(&x.val, x.typ, b) {
                        Ok(v) => {
                            if let Some(entry) = self.info.exprs.get_mut(&e.id) {
                                entry.value = v;
                            }
                        }
                        Err(why) => {
                            self.unfit_error(why.into(), &x, typ);
                            return false;
                        }
                    }
                }
            }
        }
        true
    }

    /// The left operand of a shift that is not constant takes the type of the whole expression;
    /// that must be an integer type.
    fn update_shifted(&mut self, x: &'a Expr<'a>, typ: TypeId) -> bool {
        if self.is_typed(typ) && !self.all_integer(typ) {
            let untyped = self.info.exprs.get(&x.id).is_some_and(|t| self.is_untyped(t.typ));
            if untyped {
                let (es, ts) = (self.expr_str(x), self.type_str(typ));
                self.error(
                    x.pos,
                    format!("invalid operation: shifted operand {es} (type {ts}) must be integer"),
                );
                return false;
            }
        }
        self.update_expr(x, typ, None)
    }

    /// Both operands of a binary operation, one of them untyped, get a common type. False when
    /// they cannot have one (nothing is reported then).
    pub fn match_operands(&mut self, x: &mut Operand<'a>, y: &mut Operand<'a>) -> bool {
        if !self.may_convert(x, y) {
            return true;
        }
        let (xt, yt) = (x.typ, y.typ);
        self.convert_untyped(x, yt);
        if x.is_invalid() {
            return true;
        }
        let target = if self.is_untyped(xt) { x.typ } else { xt };
        self.convert_untyped(y, target);
        if y.is_invalid() {
            x.set_invalid();
        }
        true
    }

    /// Values that nothing gave a type, such as the condition of an `if`, get their default type.
    /// Untyped constants stay as they are: they need not fit it. To be called once, at the end.
    pub fn finish_untyped(&mut self) {
        let rune = self.universe.rune;
        for t in self.info.exprs.values_mut() {
            if matches!(t.mode, ExprMode::Constant | ExprMode::Nil) {
                continue;
            }
            t.typ = match t.typ {
                TypeId::UNTYPED_BOOL => TypeId::BOOL,
                TypeId::UNTYPED_INT => TypeId::INT,
                TypeId::UNTYPED_RUNE => rune,
                TypeId::UNTYPED_FLOAT => TypeId::FLOAT64,
                TypeId::UNTYPED_COMPLEX => TypeId::COMPLEX128,
                TypeId::UNTYPED_STRING => TypeId::STRING,
                t => t,
            };
        }
    }

    fn may_convert(&mut self, x: &Operand<'a>, y: &Operand<'a>) -> bool {
        if self.is_typed(x.typ) && self.is_typed(y.typ) {
            return false;
        }
        // Numbers go with numbers only, not even into interfaces.
        if self.all_numeric(x.typ) != self.all_numeric(y.typ) {
            return false;
        }
        if self.is_interface(x.typ) || self.is_interface(y.typ) {
            return true;
        }
        if self.all_boolean(x.typ) != self.all_boolean(y.typ) {
            return false;
        }
        let is_str = |b: Basic| b.is_string();
        if self.all_basic(x.typ, is_str) != self.all_basic(y.typ, is_str) {
            return false;
        }
        if x.is_nil() {
            return self.has_nil(y.typ);
        }
        if y.is_nil() {
            return self.has_nil(x.typ);
        }
        !matches!(self.under_kind(x.typ), TypeKind::Pointer(_))
            && !matches!(self.under_kind(y.typ), TypeKind::Pointer(_))
    }
}

pub fn is_comparison(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge
    )
}

pub fn is_shift(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Shl | BinaryOp::Shr)
}

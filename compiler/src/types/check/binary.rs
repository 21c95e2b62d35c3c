//! Binary operators: arithmetic, comparison, shifts.

use crate::syntax::Pos;
use crate::syntax::ast::{BinaryOp, Expr};
use crate::types::check::Checker;
use crate::types::check::constant_expr::{bin_op, cmp_op};
use crate::types::check::operand::{Mode, Operand};
use crate::types::check::untyped::{is_comparison, is_shift};
use crate::types::constant::Value;
use crate::types::type_::{TypeId, TypeKind};

/// Longer string constants are refused.
const MAX_CONST_STRING: usize = 1 << 26;

/// Shift counts of constants are limited to what keeps the result a sensible size.
const MAX_CONST_SHIFT: u64 = 1023 - 1 + 52;

impl<'a> Checker<'a> {
    /// `x op y`. Without `e` it is the operation of an assignment `x op= y`.
    pub fn binary(
        &mut self,
        e: Option<&'a Expr<'a>>,
        op: BinaryOp,
        op_pos: Pos,
        lhs: &'a Expr<'a>,
        rhs: &'a Expr<'a>,
    ) -> Operand<'a> {
        let mut x = self.expr(lhs);
        let mut y = self.expr(rhs);
        if x.is_invalid() {
            return x;
        }
        if y.is_invalid() {
            x.set_invalid();
            x.expr = y.expr;
            return x;
        }
        if is_shift(op) {
            self.shift(&mut x, &mut y, e, op, op_pos);
            return x;
        }
        let assign = e.is_none();
        let shown = |c: &mut Self| c.binary_str(op, lhs, rhs, assign);
        if !self.match_operands(&mut x, &mut y) {
            let at = if is_comparison(op) { self.operand_pos(&y) } else { self.operand_pos(&x) };
            self.mismatched(at, &x, &y, &shown);
            return Operand::invalid();
        }
        if x.is_invalid() || y.is_invalid() {
            return Operand::invalid();
        }
        if is_comparison(op) {
            self.comparison(&mut x, &mut y, op, &shown);
            return x;
        }
        if !self.types.identical(x.typ, y.typ) {
            if self.is_valid(x.typ) && self.is_valid(y.typ) {
                let at = self.operand_pos(&x);
                self.mismatched(at, &x, &y, &shown);
            }
            return Operand::invalid();
        }
        let ok = match op {
            BinaryOp::Add => self.all_numeric_or_string(x.typ),
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => self.all_numeric(x.typ),
            BinaryOp::LogicalAnd | BinaryOp::LogicalOr => self.all_boolean(x.typ),
            _ => self.all_integer(x.typ),
        };
        if !ok {
            let (p, d) = (self.operand_pos(&x), self.describe(&x));
            self.error(p, format!("invalid operation: operator {} not defined on {d}", op.text()));
            return Operand::invalid();
        }
        if matches!(op, BinaryOp::Div | BinaryOp::Rem) {
            // A constant zero divides neither an integer nor another constant.
            let zero = |v: &Value| v.is_numeric() && v.sign() == 0;
            if y.is_const() && zero(&y.val) && (x.is_const() || self.all_integer(x.typ)) {
                let p = self.operand_pos(&y);
                self.error(p, "invalid operation: division by zero");
                return Operand::invalid();
            }
        }
        if x.is_const() && y.is_const() {
            x.expr = e;
            if x.val.is_unknown() || y.val.is_unknown() {
                x.val = Value::Unknown;
                return x;
            }
            if let (Some(a), Some(b)) = (x.val.as_str(), y.val.as_str())
                && a.len() + b.len() > MAX_CONST_STRING
            {
                let what = format!("a constant string longer than {MAX_CONST_STRING} bytes");
                self.unsupported(op_pos, what);
                return Operand::invalid();
            }
            let int_div = op == BinaryOp::Div && self.is_integer(x.typ);
            x.val = bin_op(op).map_or(Value::Unknown, |o| x.val.binary(o, &y.val, int_div));
            self.check_overflow(&mut x, op_pos);
            return x;
        }
        x.mode = Mode::Value;
        x.val = Value::Unknown;
        x
    }

    pub(super) fn mismatched(
        &mut self,
        p: Pos,
        x: &Operand<'a>,
        y: &Operand<'a>,
        shown: &dyn Fn(&mut Self) -> String,
    ) {
        let shown = shown(self);
        let (a, b) = (self.type_str(x.typ), self.type_str(y.typ));
        self.error(p, format!("invalid operation: {shown} (mismatched types {a} and {b})"));
    }

    pub(super) fn binary_str(
        &mut self,
        op: BinaryOp,
        x: &'a Expr<'a>,
        y: &'a Expr<'a>,
        assign: bool,
    ) -> String {
        let (a, b) = (self.expr_str(x), self.expr_str(y));
        format!("{a} {}{} {b}", op.text(), if assign { "=" } else { "" })
    }

    /// Checks `x op y` for a comparison; `x` becomes the untyped boolean result. `shown` gives
    /// the source of the whole expression, or `case x in switch on y`, for an error's text: deep
    /// expressions would take quadratic time if each made it. Operands have been matched.
    pub fn comparison(
        &mut self,
        x: &mut Operand<'a>,
        y: &mut Operand<'a>,
        op: BinaryOp,
        shown: &dyn Fn(&mut Self) -> String,
    ) {
        let mut cause = String::new();
        let mut mismatch = false;
        let mut at = x.clone();
        let ok = if self.assignable(x, y.typ, &mut String::new())
            || self.assignable(y, x.typ, &mut String::new())
        {
            if matches!(op, BinaryOp::Eq | BinaryOp::Ne) {
                self.equality(op, x, y, &mut cause, &mut at)
            } else if !self.all_ordered(x.typ) {
                cause = self.not_ordered(op, x.typ);
                false
            } else if !self.all_ordered(y.typ) {
                at = y.clone();
                cause = self.not_ordered(op, y.typ);
                false
            } else {
                true
            }
        } else {
            mismatch = true;
            at = y.clone();
            false
        };
        if !ok {
            let p = self.operand_pos(&at);
            if mismatch {
                let (a, b) = (self.type_str(x.typ), self.type_str(y.typ));
                cause = format!("mismatched types {a} and {b}");
            }
            let shown = shown(self);
            match shown.strip_prefix("case ") {
                Some(_) => {
                    let p = self.operand_pos(x);
                    self.error(p, format!("invalid {shown} ({cause})"));
                }
                None => self.error(p, format!("invalid operation: {shown} ({cause})")),
            }
            x.set_invalid();
            return;
        }
        if x.is_const() && y.is_const() {
            x.val = cmp_op(op).map_or(Value::Unknown, |o| x.val.compare(o, &y.val));
        } else {
            x.mode = Mode::Value;
            x.val = Value::Unknown;
            // The operands keep a type of their own: it is settled now.
            let (xt, yt) = (self.default_type(x.typ), self.default_type(y.typ));
            if self.is_untyped(x.typ) && !x.is_nil() {
                self.convert_untyped(x, xt);
            }
            if self.is_untyped(y.typ) && !y.is_nil() {
                self.convert_untyped(y, yt);
            }
        }
        x.typ = TypeId::UNTYPED_BOOL;
    }

    pub(super) fn equality(
        &mut self,
        op: BinaryOp,
        x: &Operand<'a>,
        y: &Operand<'a>,
        cause: &mut String,
        at: &mut Operand<'a>,
    ) -> bool {
        if x.is_nil() || y.is_nil() {
            let t = if x.is_nil() { y.typ } else { x.typ };
            if x.is_nil() && y.is_nil() && self.is_untyped(x.typ) && self.is_untyped(y.typ) {
                *at = y.clone();
                *cause = format!("operator {} not defined on untyped nil", op.text());
                return false;
            }
            return self.has_nil(t) || {
                *at = y.clone();
                *cause = format!(
                    "mismatched types {} and {}",
                    self.type_str(x.typ),
                    self.type_str(y.typ)
                );
                false
            };
        }
        if !self.comparable(x.typ) {
            *cause = self.incomparable(x.typ);
            return false;
        }
        if !self.comparable(y.typ) {
            *at = y.clone();
            *cause = self.incomparable(y.typ);
            return false;
        }
        true
    }

    pub(super) fn not_ordered(&mut self, op: BinaryOp, t: TypeId) -> String {
        let o = op.text();
        if self.types.is_tparam(t) {
            let s = self.type_str(t);
            return format!("type parameter {s} cannot use operator {o}");
        }
        let k = self.kind_word(t);
        format!("operator {o} not defined on {k}")
    }

    pub(super) fn kind_word(&mut self, t: TypeId) -> String {
        let k = self.composite_kind(t);
        if k.is_empty() { self.type_str(t) } else { k.into() }
    }

    /// Why values of type `t` cannot be compared.
    pub fn incomparable(&mut self, t: TypeId) -> String {
        if self.types.is_tparam(t) {
            let empty = self.types.type_set(t).is_some_and(|s| s.is_empty());
            return if empty { "empty type set" } else { "incomparable types in type set" }.into();
        }
        match self.under_kind(t) {
            TypeKind::Slice(_) | TypeKind::Map(..) | TypeKind::Signature(_) => {
                format!("{} can only be compared to nil", self.composite_kind(t))
            }
            TypeKind::Struct(fields) => {
                for f in fields.iter() {
                    if !self.comparable(f.typ) {
                        let s = self.type_str(f.typ);
                        return format!("struct containing {s} cannot be compared");
                    }
                }
                let k = self.kind_word(t);
                format!("{k} cannot be compared")
            }
            TypeKind::Array(..) => {
                let s = self.type_str(t);
                format!("{s} cannot be compared")
            }
            _ => {
                let k = self.kind_word(t);
                format!("operator == not defined on {k}")
            }
        }
    }

    /// ` ([]int is not comparable)`: the tail of the message about a switch's tag.
    pub fn incomparable_kind(&mut self, t: TypeId) -> String {
        format!(" ({} is not comparable)", self.type_str(t))
    }

    pub(super) fn shift(
        &mut self,
        x: &mut Operand<'a>,
        y: &mut Operand<'a>,
        e: Option<&'a Expr<'a>>,
        op: BinaryOp,
        op_pos: Pos,
    ) {
        // The left operand: an integer, or an untyped constant that could be one.
        let xval = if x.is_const() { x.val.to_int() } else { None };
        let untyped_int = self.is_untyped(x.typ) && xval.is_some();
        if !self.all_integer(x.typ) && !untyped_int {
            let (p, d) = (self.operand_pos(x), self.describe(x));
            self.error(p, format!("invalid operation: shifted operand {d} must be integer"));
            x.set_invalid();
            return;
        }
        // The count.
        let count_shown = y.clone();
        if y.is_const() {
            if !y.val.is_unknown() && y.val.is_numeric() && y.val.sign() < 0 {
                let (p, d) = (self.operand_pos(y), self.describe(y));
                self.error(p, format!("invalid operation: negative shift count {d}"));
                x.set_invalid();
                return;
            }
            if self.is_untyped(y.typ) {
                // A representable count becomes a uint; the error for others is the conversion's.
                self.count_as_uint(y);
                if y.is_invalid() {
                    x.set_invalid();
                    return;
                }
            }
        } else if self.is_untyped(y.typ) {
            self.convert_untyped(y, TypeId::UINT);
            if y.is_invalid() {
                x.set_invalid();
                return;
            }
        }
        // A constant count need only have an integer value.
        let integral = y.is_const() && y.val.to_int().is_some();
        if !self.all_integer(y.typ) && !integral {
            let (p, d) = (self.operand_pos(y), self.describe(y));
            self.error(p, format!("invalid operation: shift count {d} must be integer"));
            x.set_invalid();
            return;
        }
        if self.all_integer(y.typ) && !self.all_unsigned(y.typ) && !y.is_const() {
            let d = self.describe(y);
            let p = self.operand_pos(y);
            if !self.requires(p, 13, &format!("invalid operation: signed shift count {d}")) {
                x.set_invalid();
                return;
            }
        }
        if !x.is_const() {
            x.mode = Mode::Value;
            return;
        }
        if y.is_const() {
            if x.val.is_unknown() || y.val.is_unknown() {
                x.val = Value::Unknown;
                if !self.is_integer(x.typ) {
                    x.typ = TypeId::UNTYPED_INT;
                }
                return;
            }
            let Some(count) = y.val.as_u64().filter(|&c| c <= MAX_CONST_SHIFT) else {
                let (p, d) = (self.operand_pos(y), self.describe(&count_shown));
                self.error(p, format!("invalid operation: invalid shift count {d}"));
                x.set_invalid();
                return;
            };
            // `1.0 << 3` is an integer constant.
            if !self.is_integer(x.typ) {
                x.typ = TypeId::UNTYPED_INT;
            }
            let v = xval.unwrap_or(Value::Unknown);
            x.val = if op == BinaryOp::Shl { v.shl(count) } else { v.shr(count) };
            x.expr = e;
            self.check_overflow(x, op_pos);
            return;
        }
        // A constant shifted by a variable count takes the type the whole expression would have
        // in its context; until that is known it stays untyped and is no constant.
        x.mode = Mode::Value;
        x.val = Value::Unknown;
        if !self.is_untyped(x.typ) {
            return;
        }
        if let Some(xe) = x.expr
            && let Some(entry) = self.info.exprs.get_mut(&xe.id)
            && let Some(v) = xval
        {
            entry.value = v;
        }
    }

    pub(super) fn count_as_uint(&mut self, y: &mut Operand<'a>) {
        match self.untyped_target(y, TypeId::UINT) {
            Ok((t, v)) => self.set_untyped(y, t, v),
            Err(why) => {
                self.unfit_error(why, y, TypeId::UINT);
                y.set_invalid();
            }
        }
    }
}

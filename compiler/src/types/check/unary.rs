//! Unary operators: `*x`, `&x`, `<-c`, and those of arithmetic; and what a channel operation asks of its channel.

use crate::syntax::ast::{Expr, ExprKind, UnaryOp};
use crate::types::check::Checker;
use crate::types::check::expr::unparen;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::type_::{ChanDir, TypeId, TypeKind};

impl<'a> Checker<'a> {
    pub(super) fn star(&mut self, inner: &'a Expr<'a>) -> Operand<'a> {
        let mut x = self.eval(inner, None, None, false);
        if let Mode::Builtin(_) = x.mode {
            let (p, d) = (self.operand_pos(&x), self.describe(&x));
            self.error(p, format!("invalid operation: cannot indirect {d}"));
            return Operand::invalid();
        }
        self.exclude(&mut x, true);
        self.single_value(&mut x);
        match x.mode {
            Mode::Invalid => return x,
            Mode::TypeExpr => {
                self.delay(super::Later::VarType(inner.pos, x.typ));
                self.run_later_if_idle();
                x.typ = self.types.pointer(x.typ);
                return x;
            }
            Mode::Nil => {
                let p = self.operand_pos(&x);
                self.error(p, "invalid operation: cannot indirect nil");
                return Operand::invalid();
            }
            _ => {}
        }
        let mut base: Option<TypeId> = None;
        let mut same = true;
        let mut all = false;
        for u in self.under_terms(x.typ).unwrap_or_default() {
            all = true;
            let &TypeKind::Pointer(b) = self.types.raw_kind(u) else {
                all = false;
                break;
            };
            match base {
                None => base = Some(b),
                Some(o) => same &= self.types.identical(o, b),
            }
        }
        let p = self.operand_pos(&x);
        if !all {
            let d = self.describe(&x);
            self.error(p, format!("invalid operation: cannot indirect {d}"));
            return Operand::invalid();
        }
        if !same {
            let d = self.describe(&x);
            self.error(
                p,
                format!("invalid operation: pointers of {d} must have identical base types"),
            );
            return Operand::invalid();
        }
        x.mode = Mode::Variable;
        x.typ = base.unwrap_or(TypeId::INVALID);
        x
    }

    /// `&x`. A literal whose type is elided inside `[]*T{…}` has no `&` and does not come here.
    pub(super) fn address(&mut self, inner: &'a Expr<'a>, hint: Option<TypeId>) -> Operand<'a> {
        let hint = hint.and_then(|h| match self.under_kind(h) {
            TypeKind::Pointer(b) => Some(b),
            _ => None,
        });
        let mut x = self.eval(inner, None, hint, false);
        self.exclude(&mut x, false);
        self.single_value(&mut x);
        if x.is_invalid() {
            return x;
        }
        let literal = matches!(unparen(inner).kind, ExprKind::Composite { .. });
        if !literal && x.mode != Mode::Variable {
            x.expr = x.expr.map(unparen);
            let (p, d) = (self.operand_pos(&x), self.describe(&x));
            self.error(p, format!("invalid operation: cannot take address of {d}"));
            return Operand::invalid();
        }
        if !literal {
            self.mark_address_taken(inner);
        }
        x.mode = Mode::Value;
        x.typ = self.types.pointer(x.typ);
        x
    }

    /// The variable that `e` is a part of has its address taken.
    pub(super) fn mark_address_taken(&mut self, e: &'a Expr<'a>) {
        let mut e = e;
        loop {
            match e.kind {
                ExprKind::Paren(x) => e = x,
                ExprKind::Ident(_) => {
                    if let Some(&o) = self.info.uses.get(&e.id)
                        && let Some(v) = self.objs.var_mut(o)
                    {
                        v.address_taken = true;
                    }
                    return;
                }
                ExprKind::Selector { x, sel } => match self.info.selections.get(&e.id) {
                    Some(s) if !s.indirect => e = x,
                    Some(_) => return,
                    None => {
                        if let Some(&o) = self.info.uses.get(&sel.id)
                            && let Some(v) = self.objs.var_mut(o)
                        {
                            v.address_taken = true;
                        }
                        return;
                    }
                },
                ExprKind::Index { x, .. } => {
                    let Some(t) = self.info.exprs.get(&x.id).map(|t| t.typ) else { return };
                    // A slice or a pointer holds its elements elsewhere.
                    let array = match self.under_terms(t) {
                        Some(us) => us
                            .iter()
                            .any(|&u| matches!(self.types.raw_kind(u), TypeKind::Array(..))),
                        None => false,
                    };
                    if !array {
                        return;
                    }
                    e = x;
                }
                _ => return,
            }
        }
    }

    pub(super) fn unary(
        &mut self,
        e: &'a Expr<'a>,
        op: UnaryOp,
        inner: &'a Expr<'a>,
    ) -> Operand<'a> {
        let mut x = self.expr(inner);
        if x.is_invalid() {
            return x;
        }
        if op == UnaryOp::Receive {
            return self.receive(x);
        }
        let ok = match op {
            UnaryOp::Plus | UnaryOp::Minus => self.all_numeric(x.typ),
            UnaryOp::Complement => self.all_integer(x.typ),
            _ => self.all_boolean(x.typ),
        };
        let text = match op {
            UnaryOp::Plus => "+",
            UnaryOp::Minus => "-",
            UnaryOp::Complement => "^",
            _ => "!",
        };
        if !ok {
            let (p, d) = (self.operand_pos(&x), self.describe(&x));
            self.error(p, format!("invalid operation: operator {text} not defined on {d}"));
            return Operand::invalid();
        }
        if x.is_const() {
            if x.val.is_unknown() {
                x.expr = Some(e);
                return x;
            }
            x.val = match op {
                UnaryOp::Plus => x.val,
                UnaryOp::Minus => x.val.neg(),
                UnaryOp::Complement => {
                    let bits = if self.is_unsigned(x.typ) {
                        Some(self.types.size_of(x.typ) as u32 * 8)
                    } else {
                        None
                    };
                    x.val.not_bits(bits)
                }
                _ => x.val.as_bool().map_or(Value::Unknown, |b| Value::Bool(!b)),
            };
            x.expr = Some(e);
            self.check_overflow(&mut x, e.pos);
            return x;
        }
        x.mode = Mode::Value;
        x
    }

    pub(super) fn receive(&mut self, mut x: Operand<'a>) -> Operand<'a> {
        match self.chan_elem(x.typ, ChanDir::Recv) {
            Ok(t) => {
                x.mode = Mode::CommaOk;
                x.typ = t;
                x
            }
            Err(why) => {
                let (p, d) = (self.operand_pos(&x), self.describe(&x));
                let msg = self.chan_error("receive from", "send-only", &d, x.typ, why);
                self.error(p, format!("invalid operation: {msg}"));
                Operand::invalid()
            }
        }
    }

    /// `cannot receive from non-channel int x (variable of type int)`. `verb` is `receive from` or
    /// `send to`, `wrong` the direction that does not allow it, `d` the operand's description.
    pub fn chan_error(
        &mut self,
        verb: &str,
        wrong: &str,
        d: &str,
        t: TypeId,
        why: ChanError,
    ) -> String {
        let tparam = self.types.is_tparam(t);
        let (what, of) = match why {
            ChanError::NotChannel(u) => ("non-channel".to_string(), u),
            ChanError::Direction(u) => (format!("{wrong} channel"), u),
            ChanError::Elements(a, b) => {
                let (a, b) = (self.type_str(a), self.type_str(b));
                return format!(
                    "cannot {verb} {d}: channels {a} and {b} have different element types"
                );
            }
            ChanError::NoTypes => return format!("cannot {verb} {d}: no specific channel type"),
        };
        if tparam {
            let s = self.type_str(of);
            return format!("cannot {verb} {d}: {what} {s}");
        }
        let s = self.type_str(t);
        format!("cannot {verb} {what} {s} {d}")
    }

    /// The element type of channel type `t`, used in direction `dir`.
    pub fn chan_elem(&mut self, t: TypeId, dir: ChanDir) -> Result<TypeId, ChanError> {
        let Some(us) = self.under_terms(t) else { return Err(ChanError::NoTypes) };
        let first = us.first().copied().unwrap_or(t);
        let mut elem: Option<TypeId> = None;
        for u in us {
            let &TypeKind::Chan(d, el) = self.types.raw_kind(u) else {
                return Err(ChanError::NotChannel(u));
            };
            if d != ChanDir::Both && d != dir {
                return Err(ChanError::Direction(u));
            }
            match elem {
                None => elem = Some(el),
                Some(o) if !self.types.identical(o, el) => {
                    return Err(ChanError::Elements(first, u));
                }
                _ => {}
            }
        }
        elem.ok_or(ChanError::NoTypes)
    }
}

/// Why a channel operation is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanError {
    /// This type is none.
    NotChannel(TypeId),
    /// This channel type has the other direction.
    Direction(TypeId),
    /// These two have different ones.
    Elements(TypeId, TypeId),
    NoTypes,
}

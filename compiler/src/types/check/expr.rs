//! Expressions: the dispatch over node kinds.
//!
//! Every way to check an expression ends in `eval`, which enters the result in the tables. The
//! public entries differ in what they accept: one value, several, or a type.

use crate::syntax::ast::{Expr, ExprKind, UnaryOp};
use crate::types::check::Checker;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::type_::{TypeId, TypeKind};

/// What a value is assigned to, as messages call it.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    Object(crate::types::object::ObjId),
    Expr(&'a Expr<'a>),
    Text(&'static str),
}

impl<'a> Checker<'a> {
    /// One value.
    pub fn expr(&mut self, e: &'a Expr<'a>) -> Operand<'a> {
        self.expr_hint(e, None, Target::Text(""))
    }

    /// One value, to be assigned to a `hint` if that is given: a generic function takes its type
    /// arguments from there. `what` is what it is assigned to.
    pub fn expr_hint(
        &mut self,
        e: &'a Expr<'a>,
        hint: Option<TypeId>,
        what: Target<'a>,
    ) -> Operand<'a> {
        let outer = self.target.replace(what);
        let mut x = self.eval(e, hint, None, false);
        self.target = outer;
        self.exclude(&mut x, false);
        self.single_value(&mut x);
        x
    }

    /// One value of a composite literal's element, whose type may be left out.
    pub(super) fn element_expr(
        &mut self,
        e: &'a Expr<'a>,
        typ: TypeId,
        what: &'static str,
    ) -> Operand<'a> {
        let outer = self.target.replace(Target::Text(what));
        let mut x = self.eval(e, Some(typ), Some(typ), false);
        self.target = outer;
        self.exclude(&mut x, false);
        self.single_value(&mut x);
        x
    }

    /// A value or a call's several values, one operand for each. With `want_comma_ok` an
    /// expression that has an `ok` form gives two.
    pub fn multi_expr(&mut self, e: &'a Expr<'a>, want_comma_ok: bool) -> Vec<Operand<'a>> {
        let mut x = self.eval(e, None, None, false);
        self.exclude(&mut x, false);
        self.spread(x, want_comma_ok, true)
    }

    /// The values of `x`, one operand each. `numbered`: messages call those of a call its first,
    /// second, … result.
    pub(super) fn spread(
        &mut self,
        x: Operand<'a>,
        want_comma_ok: bool,
        numbered: bool,
    ) -> Vec<Operand<'a>> {
        if x.is_invalid() {
            return vec![x];
        }
        if let TypeKind::Tuple(ts) = self.types.kind(x.typ).clone() {
            return ts
                .iter()
                .enumerate()
                .map(|(i, &t)| {
                    let expr = if numbered {
                        x.expr
                            .map(|e| self.named_part(e, &format!("{} function result", nth(i + 1))))
                    } else {
                        x.expr
                    };
                    Operand { typ: t, mode: Mode::Value, expr, ..x.clone() }
                })
                .collect();
        }
        if want_comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            if let Some(e) = x.expr {
                self.info.comma_ok.insert(unparen(e).id);
            }
            let ok = Operand {
                mode: Mode::Value,
                typ: TypeId::UNTYPED_BOOL,
                val: Value::Unknown,
                expr: x.expr.map(|e| self.named_part(e, "ok value of (comma, ok) expression")),
            };
            return vec![x, ok];
        }
        vec![x]
    }

    /// A stand-in for a part of `e`'s value that has no expression of its own.
    fn named_part(&mut self, e: &'a Expr<'a>, what: &str) -> &'a Expr<'a> {
        let name = self.interner.intern(what);
        let id = crate::syntax::NodeId(0);
        self.arena.alloc(Expr { id, pos: e.pos, kind: ExprKind::Ident(name) })
    }

    pub fn expr_or_type(&mut self, e: &'a Expr<'a>) -> Operand<'a> {
        let mut x = self.eval(e, None, None, false);
        self.exclude(&mut x, true);
        self.single_value(&mut x);
        x
    }

    /// Anything: also a type, a built-in or no value.
    pub fn raw_expr(&mut self, e: &'a Expr<'a>, hint: Option<TypeId>) -> Operand<'a> {
        self.eval(e, hint, None, false)
    }

    pub(super) fn eval(
        &mut self,
        e: &'a Expr<'a>,
        target: Option<TypeId>,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> Operand<'a> {
        let mut x = self.eval_kind(e, target, hint, allow_generic);
        x.expr = Some(e);
        if !self.path.is_empty()
            && matches!(
                x.mode,
                Mode::Value | Mode::Variable | Mode::MapIndex | Mode::CommaOk | Mode::Constant
            )
            && self.incomplete(x.typ)
        {
            x.set_invalid();
        }
        if !allow_generic {
            self.not_generic(&mut x, target);
        }
        self.record(&x);
        x
    }

    /// A generic function or type has to have its arguments by now.
    fn not_generic(&mut self, x: &mut Operand<'a>, target: Option<TypeId>) {
        if !matches!(x.mode, Mode::Value | Mode::TypeExpr) {
            return;
        }
        let what = if x.mode == Mode::TypeExpr {
            if !self.is_generic(x.typ) {
                return;
            }
            "type"
        } else {
            let TypeKind::Signature(s) = self.types.kind(x.typ) else { return };
            if s.tparams.is_empty() {
                return;
            }
            if let Some(t) = target
                && self.infer_from_target(x, t)
            {
                return;
            }
            if x.is_invalid() {
                return;
            }
            "function"
        };
        let p = self.operand_pos(x);
        let s = match x.expr {
            Some(e) => self.expr_str(e),
            None => self.generic_str(x.typ),
        };
        self.error(p, format!("cannot use generic {what} {s} without instantiation"));
        x.set_invalid();
    }

    /// Only values, or types too when `types` is set.
    pub(super) fn exclude(&mut self, x: &mut Operand<'a>, types: bool) {
        let what = match x.mode {
            Mode::NoValue => {
                if types {
                    "used as value or type"
                } else {
                    "used as value"
                }
            }
            Mode::Builtin(_) => "must be called",
            Mode::TypeExpr if !types => "is not an expression",
            _ => return,
        };
        let (p, d) = (self.operand_pos(x), self.describe(x));
        self.error(p, format!("{d} {what}"));
        x.set_invalid();
    }

    pub(super) fn single_value(&mut self, x: &mut Operand<'a>) {
        if x.mode == Mode::Value
            && let TypeKind::Tuple(ts) = self.types.kind(x.typ)
            && ts.len() != 1
        {
            let (p, d) = (self.operand_pos(x), self.describe(x));
            self.error(p, format!("multiple-value {d} in single-value context"));
            x.set_invalid();
        }
    }

    fn eval_kind(
        &mut self,
        e: &'a Expr<'a>,
        target: Option<TypeId>,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> Operand<'a> {
        match e.kind {
            ExprKind::Bad => Operand::invalid(),
            ExprKind::Ident(_) => self.ident(e),
            ExprKind::Lit { kind, text, bad } => self.literal(e, kind, text, bad),
            ExprKind::FuncLit { typ, body } => self.func_lit(e, typ, body),
            ExprKind::Composite { typ, elems, rbrace, .. } => {
                self.composite_lit(e, typ, elems, rbrace, hint)
            }
            ExprKind::Paren(inner) => self.eval(inner, target, None, allow_generic),
            ExprKind::Selector { x, sel } => self.selector(e, x, sel, false),
            ExprKind::Index { .. } => self.index_or_instance(e, target, allow_generic),
            ExprKind::Slice { .. } => self.slice_expr(e),
            ExprKind::TypeAssert { x, typ } => self.type_assertion(e, x, typ),
            ExprKind::Call { .. } => self.call(e),
            ExprKind::Star(x) => self.star(x),
            ExprKind::Unary { op: UnaryOp::Address, x } => self.address(x, hint),
            ExprKind::Unary { op: UnaryOp::Tilde, .. } => {
                let ExprKind::Unary { x, .. } = e.kind else { return Operand::invalid() };
                let x = self.expr(x);
                if !x.is_invalid() {
                    let hint = if self.all_integer(x.typ) {
                        " (use ^ for bitwise complement)"
                    } else {
                        ""
                    };
                    self.error(
                        e.pos,
                        format!("cannot use ~ outside of interface or type constraint{hint}"),
                    );
                }
                Operand::invalid()
            }
            ExprKind::Unary { op, x } => self.unary(e, op, x),
            ExprKind::Binary { op, op_pos, x, y } => self.binary(Some(e), op, op_pos, x, y),
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType { .. }
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {
                let t = self.typ(e);
                if !self.is_valid(t) {
                    return Operand::invalid();
                }
                Operand { mode: Mode::TypeExpr, typ: t, val: Value::Unknown, expr: Some(e) }
            }
        }
    }
}

/// `1st`, `2nd`, …
fn nth(n: usize) -> String {
    let suffix = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

pub fn unparen<'a>(mut e: &'a Expr<'a>) -> &'a Expr<'a> {
    while let ExprKind::Paren(x) = e.kind {
        e = x;
    }
    e
}

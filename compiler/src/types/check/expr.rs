//! Expressions: the dispatch over node kinds, and operators.
//!
//! Every way to check an expression ends in `eval`, which enters the result in the tables. The
//! public entries differ in what they accept: one value, several, or a type.

use crate::syntax::Pos;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::types::check::Checker;
use crate::types::check::constant_expr::{bin_op, cmp_op};
use crate::types::check::operand::{Mode, Operand};
use crate::types::check::untyped::{is_comparison, is_shift};
use crate::types::constant::Value;
use crate::types::type_::{ChanDir, TypeId, TypeKind};

/// Longer string constants are refused.
const MAX_CONST_STRING: usize = 1 << 26;

/// Shift counts of constants are limited to what keeps the result a sensible size.
const MAX_CONST_SHIFT: u64 = 1023 - 1 + 52;

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
            ExprKind::Star(x) => self.star(e, x),
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

    // Unary operators.

    fn star(&mut self, _e: &'a Expr<'a>, inner: &'a Expr<'a>) -> Operand<'a> {
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
        let d = self.describe(&x);
        if !all {
            self.error(p, format!("invalid operation: cannot indirect {d}"));
            return Operand::invalid();
        }
        if !same {
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
    fn address(&mut self, inner: &'a Expr<'a>, hint: Option<TypeId>) -> Operand<'a> {
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

    fn unary(&mut self, e: &'a Expr<'a>, op: UnaryOp, inner: &'a Expr<'a>) -> Operand<'a> {
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

    fn receive(&mut self, mut x: Operand<'a>) -> Operand<'a> {
        let (p, d) = (self.operand_pos(&x), self.describe(&x));
        match self.chan_elem(x.typ, ChanDir::Recv) {
            Ok(t) => {
                x.mode = Mode::CommaOk;
                x.typ = t;
                x
            }
            Err(why) => {
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

    // Binary operators.

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
            self.error(p, format!("invalid operation: operator {} not defined on {d}", op_str(op)));
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

    fn mismatched(
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
        format!("{a} {}{} {b}", op_str(op), if assign { "=" } else { "" })
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

    fn equality(
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
                *cause = format!("operator {} not defined on untyped nil", op_str(op));
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

    fn not_ordered(&mut self, op: BinaryOp, t: TypeId) -> String {
        let o = op_str(op);
        if self.types.is_tparam(t) {
            let s = self.type_str(t);
            return format!("type parameter {s} cannot use operator {o}");
        }
        let k = self.kind_word(t);
        format!("operator {o} not defined on {k}")
    }

    fn kind_word(&mut self, t: TypeId) -> String {
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
                for f in &fields {
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

    fn shift(
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

    fn count_as_uint(&mut self, y: &mut Operand<'a>) {
        match self.untyped_target(y, TypeId::UINT) {
            Ok((t, v)) => self.set_untyped(y, t, v),
            Err(why) => {
                self.unfit_error(why, y, TypeId::UINT);
                y.set_invalid();
            }
        }
    }

    // Type assertions.

    fn type_assertion(
        &mut self,
        e: &'a Expr<'a>,
        inner: &'a Expr<'a>,
        typ: Option<&'a Expr<'a>>,
    ) -> Operand<'a> {
        let mut x = self.expr(inner);
        if x.is_invalid() {
            return x;
        }
        let Some(typ) = typ else {
            self.error(e.pos, "invalid syntax tree: use of .(type) outside type switch");
            return Operand::invalid();
        };
        if self.types.is_tparam(x.typ) {
            let (p, d) = (self.operand_pos(&x), self.describe(&x));
            self.error(
                p,
                format!("invalid operation: cannot use type assertion on type parameter value {d}"),
            );
            return Operand::invalid();
        }
        if !self.is_interface(x.typ) {
            let (p, d) = (self.operand_pos(&x), self.describe(&x));
            self.error(p, format!("invalid operation: {d} is not an interface"));
            return Operand::invalid();
        }
        let t = self.var_type(typ);
        self.run_later_if_idle();
        if !self.is_valid(t) {
            return Operand::invalid();
        }
        self.check_assertion(e, &x, t, false);
        x.mode = Mode::CommaOk;
        x.typ = t;
        x
    }

    /// Reports a type `t` that the dynamic type of interface value `x` can never be.
    pub fn check_assertion(
        &mut self,
        e: &'a Expr<'a>,
        x: &Operand<'a>,
        t: TypeId,
        type_switch: bool,
    ) {
        let mut cause = String::new();
        if self.is_interface(t) {
            return;
        }
        if self.missing_method(t, x.typ, false, &mut cause).is_none() {
            return;
        }
        let (ts, xs) = (self.type_str(t), self.type_str(x.typ));
        let es = self.expr_str(e);
        if type_switch {
            let of = x.expr.map(|x| self.expr_str(x)).unwrap_or_default();
            let d = self.describe(x);
            let _ = of;
            self.error(
                e.pos,
                format!(
                    "impossible type switch case: {es}\n\t{d} cannot have dynamic type {ts} {cause}"
                ),
            );
        } else {
            self.error(
                e.pos,
                format!("impossible type assertion: {es}\n\t{ts} does not implement {xs} {cause}"),
            );
        }
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

pub fn op_str(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Rem => "%",
        BinaryOp::And => "&",
        BinaryOp::Or => "|",
        BinaryOp::Xor => "^",
        BinaryOp::AndNot => "&^",
        BinaryOp::Shl => "<<",
        BinaryOp::Shr => ">>",
        BinaryOp::LogicalAnd => "&&",
        BinaryOp::LogicalOr => "||",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
    }
}

//! Type assertions, and types that an interface value can never have.

use crate::syntax::ast::Expr;
use crate::types::check::Checker;
use crate::types::check::operand::{Mode, Operand};
use crate::types::type_::TypeId;

impl<'a> Checker<'a> {
    pub(super) fn type_assertion(
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
            let d = self.describe(x);
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

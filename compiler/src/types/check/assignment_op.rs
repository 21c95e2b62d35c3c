//! `assignment`: a value on its way into a variable, parameter, element or result.

use crate::types::check::Checker;
use crate::types::check::operand::{Mode, Operand};
use crate::types::check::untyped::Unfit;
use crate::types::type_::TypeId;

impl<'a> Checker<'a> {
    /// Checks that `x` may be assigned to a variable of type `target` and converts it if it is
    /// untyped; without a target it gets its default type. `context` completes "value in …".
    pub fn assignment(&mut self, x: &mut Operand<'a>, target: Option<TypeId>, context: &str) {
        self.single_value(x);
        match x.mode {
            Mode::Invalid => return,
            Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr => {
                self.exclude(x, false);
                return;
            }
            _ => {}
        }
        if self.is_untyped(x.typ) && !self.settle(x, target, context) {
            x.set_invalid();
            return;
        }
        let Some(t) = target else { return };
        let mut cause = String::new();
        if !self.assignable(x, t, &mut cause) {
            self.not_assignable(x, t, context, &cause);
            x.set_invalid();
        }
    }

    /// The untyped `x` gets its type. False when it cannot; that has been reported.
    fn settle(&mut self, x: &mut Operand<'a>, target: Option<TypeId>, context: &str) -> bool {
        if x.is_nil() {
            let Some(t) = target else {
                let p = self.operand_pos(x);
                self.error(p, format!("use of untyped nil in {context}"));
                return false;
            };
            if !self.is_valid(t) {
                return false;
            }
            if !self.has_nil(t) {
                self.not_assignable(x, t, context, "");
                return false;
            }
            self.set_untyped(x, t, None);
            return true;
        }
        let want = match target {
            Some(t) if !self.is_interface(t) => t,
            _ => self.default_type(x.typ),
        };
        match self.untyped_target(x, want) {
            Ok((t, v)) => {
                self.set_untyped(x, t, v);
                !x.is_invalid()
            }
            Err(why) => {
                let (p, d, t) = (self.operand_pos(x), self.describe(x), self.type_str(want));
                let tail = match why {
                    Unfit::Truncated => " (truncated)",
                    Unfit::Overflows => " (overflows)",
                    Unfit::Mismatch => "",
                };
                self.error(p, format!("cannot use {d} as {t} value in {context}{tail}"));
                false
            }
        }
    }

    fn not_assignable(&mut self, x: &Operand<'a>, t: TypeId, context: &str, cause: &str) {
        let (p, d, t) = (self.operand_pos(x), self.describe(x), self.type_str(t));
        let tail = if cause.is_empty() { String::new() } else { format!(": {cause}") };
        self.error(p, format!("cannot use {d} as {t} value in {context}{tail}"));
    }
}

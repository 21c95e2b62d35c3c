//! errorsas: second arguments of `errors.As` that are no pointers to an error or interface.

use super::Pass;
use crate::types::type_::TypeKind;

pub fn check(p: &mut Pass<'_, '_>) {
    for call in p.calls() {
        if p.callee(&call).is_none_or(|f| f.full != "errors.As") || call.args.len() < 2 {
            continue;
        }
        let Some(t) = p.type_of(call.args[1]) else { continue };
        if p.is_interface(t) && p.c.types.type_set(t).is_some_and(|s| s.is_all()) {
            // An any may hold the right thing.
            continue;
        }
        const WRONG: &str = "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type";
        let message = match p.c.under_kind(t) {
            TypeKind::Pointer(e) if p.type_text(e) == "error" => {
                "second argument to errors.As should not be *error"
            }
            TypeKind::Pointer(e) if p.is_interface(e) || p.is_error(e) => continue,
            _ => WRONG,
        };
        p.report(call.pos(), message.into());
    }
}

//! stringintconv: `string(n)` of an integer, which gives one character.

use super::Pass;
use crate::types::type_::{Basic, TypeId, TypeKind};

pub fn check(p: &mut Pass<'_, '_>) {
    for call in p.calls() {
        let [arg] = call.args else { continue };
        if !p.is_type(call.fun) {
            continue;
        }
        let (Some(to), Some(from)) = (p.type_of(call.fun), p.type_of(arg)) else { continue };
        if p.c.types.is_tparam(to) || p.c.types.is_tparam(from) {
            continue;
        }
        let to_string = matches!(p.c.under_kind(to), TypeKind::Basic(Basic::String));
        let integer = match p.c.under_kind(from) {
            TypeKind::Basic(b) => {
                b.is_integer() && !b.is_untyped() && !matches!(b, Basic::Int32 | Basic::Uint8)
            }
            _ => false,
        };
        if to_string && integer {
            let (from, to) = (describe(p, from), describe(p, to));
            let m = format!(
                "conversion from {from} to {to} yields a string of one rune, not a string of digits"
            );
            p.report(call.pos(), m);
        }
    }
}

/// A type's bare name, and what it is.
fn describe(p: &mut Pass<'_, '_>, t: TypeId) -> String {
    let under = p.c.under(t);
    let under_name = p.type_text(under);
    match p.c.types.as_named(t) {
        Some(n) => {
            let name = p.c.name(p.c.objs[p.c.types.named(n).obj].name);
            format!("{name} ({under_name})")
        }
        None => under_name,
    }
}

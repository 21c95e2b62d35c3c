//! Conversions `T(x)`.

use crate::types::check::Checker;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::type_::{TypeId, TypeKind};

impl<'a> Checker<'a> {
    /// `x` becomes `T(x)`; its expression is still that of the argument.
    pub(super) fn conversion(&mut self, x: &mut Operand<'a>, t: TypeId) {
        let const_arg = x.is_const() && self.is_const_type(x.typ);
        let mut cause = String::new();
        let arg = x.clone();
        let mut result_const = false;
        let ok = if const_arg && self.is_const_type(t) {
            match self.const_in(x, t) {
                Some(v) => {
                    x.val = v;
                    result_const = true;
                    true
                }
                None => {
                    if self.is_integer(x.typ) && self.is_integer(t) {
                        let (p, ts) = (self.operand_pos(x), self.type_str(t));
                        self.error(p, format!("constant {} overflows {ts}", x.val.display()));
                        x.set_invalid();
                        return;
                    }
                    false
                }
            }
        } else if const_arg && self.types.is_tparam(t) {
            self.const_to_tparam(x, t, &mut cause)
        } else {
            self.convertible(x, t, &mut cause)
        };
        if !ok {
            if const_arg && self.types.is_tparam(t) {
                x.mode = Mode::Value;
            } else if const_arg
                && self.is_integer(t)
                && let Some(v) = x.val.to_int()
            {
                x.val = v;
            }
            let (p, d, ts) = (self.operand_pos(x), self.describe(x), self.type_str(t));
            let tail = if cause.is_empty() { String::new() } else { format!(": {cause}") };
            self.error(p, format!("cannot convert {d} to type {ts}{tail}"));
            x.set_invalid();
            return;
        }
        if !result_const {
            x.mode = Mode::Value;
            x.val = Value::Unknown;
        }
        // The argument keeps a type of its own in the tables.
        if self.is_untyped(arg.typ) {
            let is_str = |b: crate::types::type_::Basic| b.is_string();
            let own =
                if self.is_interface(t) && !arg.is_nil() || const_arg && !self.is_const_type(t) {
                    self.default_type(arg.typ)
                } else if result_const && self.is_integer(arg.typ) && self.all_basic(t, is_str) {
                    arg.typ
                } else {
                    t
                };
            let mut a = arg;
            let v =
                if a.is_const() && result_const && own == t { Some(x.val.clone()) } else { None };
            self.set_untyped(&mut a, own, v);
            if a.is_invalid() {
                x.set_invalid();
                return;
            }
        }
        x.typ = t;
    }

    /// The value of constant `x` converted to constant type `t`.
    fn const_in(&mut self, x: &Operand<'a>, t: TypeId) -> Option<Value> {
        let b = self.basic(t)?;
        if let Ok(v) = self.representable(&x.val, x.typ, b) {
            return Some(v);
        }
        if self.is_integer(x.typ) && b.is_string() {
            let c = x.val.as_u64().and_then(|u| u32::try_from(u).ok()).and_then(char::from_u32);
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            return Some(Value::from_str(c.encode_utf8(&mut [0; 4]).as_bytes()));
        }
        None
    }

    fn const_to_tparam(&mut self, x: &Operand<'a>, t: TypeId, cause: &mut String) -> bool {
        let ts = self.type_str(t);
        let Some(terms) = self.types.type_set(t).and_then(|s| s.terms) else {
            *cause = format!("{ts} does not contain specific types");
            return false;
        };
        if terms.is_empty() {
            *cause = format!("{ts} does not contain specific types");
            return false;
        }
        for term in terms {
            let u = self.under(term.typ);
            if self.is_string(x.typ) && self.is_bytes_or_runes(u) {
                continue;
            }
            if self.const_in(x, u).is_none() {
                let us = self.type_str(term.typ);
                *cause = if self.is_integer(x.typ) && self.is_integer(u) {
                    format!("constant {} overflows {us} (in {ts})", x.val.display())
                } else {
                    let d = self.describe(x);
                    format!("cannot convert {d} to type {us} (in {ts})")
                };
                return false;
            }
        }
        true
    }

    /// Whether the value `x`, not a constant that stays one, converts to `t`.
    pub(super) fn convertible(&mut self, x: &Operand<'a>, t: TypeId, cause: &mut String) -> bool {
        // Why it is not assignable is said when there is nothing better.
        self.assignable(x, t, cause) || self.convertible_otherwise(x, t, cause)
    }

    fn convertible_otherwise(&mut self, x: &Operand<'a>, t: TypeId, cause: &mut String) -> bool {
        let (v, vu, tu) = (x.typ, self.under(x.typ), self.under(t));
        let (vp, tp) = (self.types.is_tparam(v), self.types.is_tparam(t));
        if !vp && !tp {
            let pos = self.operand_pos(x);
            return self.convertible_under(pos, v, vu, t, tu, cause);
        }
        // Type parameters: each type of one set to each type of the other.
        if self.identical_ignore_tags(vu, tu) && !vp && !tp {
            return true;
        }
        let (vterms, tterms) = (self.terms_or_self(v), self.terms_or_self(t));
        let (Some(vterms), Some(tterms)) = (vterms, tterms) else { return false };
        if vterms.is_empty() || tterms.is_empty() {
            return false;
        }
        for &a in &vterms {
            for &b in &tterms {
                let y = Operand { typ: a, ..x.clone() };
                if !self.convertible(&y, b, cause) {
                    let why = std::mem::take(cause);
                    let (a_s, b_s) = (self.type_str(a), self.type_str(b));
                    let (vs, ts) = (self.type_str(v), self.type_str(t));
                    *cause = match (vp, tp) {
                        (true, true) => {
                            format!("cannot convert {a_s} (in {vs}) to type {b_s} (in {ts})")
                        }
                        (true, false) => format!("cannot convert {a_s} (in {vs}) to type {ts}"),
                        _ => {
                            format!("cannot convert {vs} to type {b_s} (in {ts})")
                        }
                    };
                    if !why.is_empty() {
                        cause.push_str("\n\t");
                        cause.push_str(&why);
                    }
                    return false;
                }
            }
        }
        true
    }

    fn terms_or_self(&mut self, t: TypeId) -> Option<Vec<TypeId>> {
        if !self.types.is_tparam(t) {
            return Some(vec![t]);
        }
        Some(self.types.type_set(t)?.terms?.iter().map(|x| x.typ).collect())
    }

    fn convertible_under(
        &mut self,
        pos: crate::syntax::Pos,
        v: TypeId,
        vu: TypeId,
        t: TypeId,
        tu: TypeId,
        cause: &mut String,
    ) -> bool {
        if self.identical_ignore_tags(vu, tu) {
            return true;
        }
        // Unnamed pointers whose bases agree.
        if let (&TypeKind::Pointer(a), &TypeKind::Pointer(b)) =
            (self.types.kind(v), self.types.kind(t))
        {
            let (au, bu) = (self.under(a), self.under(b));
            if self.identical_ignore_tags(au, bu)
                && !self.types.is_tparam(a)
                && !self.types.is_tparam(b)
            {
                return true;
            }
        }
        let number = |c: &mut Self, t: TypeId| c.is_basic(t, |b| b.is_integer() || b.is_float());
        if number(self, v) && number(self, t) {
            return true;
        }
        let complex = |c: &mut Self, t: TypeId| c.is_basic(t, |b| b.is_complex());
        if complex(self, v) && complex(self, t) {
            return true;
        }
        if self.is_string(t) && (self.is_integer(v) || self.is_bytes_or_runes(vu)) {
            return true;
        }
        if self.is_string(v) && self.is_bytes_or_runes(tu) {
            return true;
        }
        // unsafe.Pointer to and from pointers and uintptr.
        let unsafe_ok = |c: &Self, u: TypeId| {
            matches!(c.types.raw_kind(u), TypeKind::Pointer(_)) || u == TypeId::UINTPTR
        };
        if vu == TypeId::UNSAFE_POINTER && (unsafe_ok(self, tu) || tu == vu) {
            return true;
        }
        if tu == TypeId::UNSAFE_POINTER && unsafe_ok(self, vu) {
            return true;
        }
        // A slice to an array or a pointer to one.
        if let &TypeKind::Slice(el) = self.types.raw_kind(vu) {
            if let &TypeKind::Array(_, ae) = self.types.raw_kind(tu) {
                if !self.types.identical(el, ae) {
                    return false;
                }
                if self.allows(pos, 20) {
                    return true;
                }
                let hint = self.version_hint(pos);
                *cause = format!("conversion of slice to array requires go1.20 or later{hint}");
                return false;
            }
            if let &TypeKind::Pointer(p) = self.types.raw_kind(tu) {
                let pu = self.under(p);
                if let &TypeKind::Array(_, ae) = self.types.raw_kind(pu) {
                    if !self.types.identical(el, ae) {
                        return false;
                    }
                    if self.allows(pos, 17) {
                        return true;
                    }
                    let hint = self.version_hint(pos);
                    *cause = format!(
                        "conversion of slice to array pointer requires go1.17 or later{hint}"
                    );
                    return false;
                }
            }
        }
        false
    }

    /// Identity that does not look at struct tags.
    pub(super) fn identical_ignore_tags(&mut self, a: TypeId, b: TypeId) -> bool {
        if self.types.identical(a, b) {
            return true;
        }
        let (a, b) = (self.untagged(a), self.untagged(b));
        self.types.identical(a, b)
    }

    /// `t` without struct tags, down to where a named type begins.
    fn untagged(&mut self, t: TypeId) -> TypeId {
        match self.types.kind(t).clone() {
            TypeKind::Struct(fields) => {
                let mut fields = fields.to_vec();
                for f in &mut fields {
                    f.tag = None;
                    f.typ = self.untagged(f.typ);
                }
                self.types.struct_of(fields)
            }
            TypeKind::Pointer(e) => {
                let e = self.untagged(e);
                self.types.pointer(e)
            }
            TypeKind::Slice(e) => {
                let e = self.untagged(e);
                self.types.slice(e)
            }
            TypeKind::Array(n, e) => {
                let e = self.untagged(e);
                self.types.array(n, e)
            }
            TypeKind::Map(k, e) => {
                let (k, e) = (self.untagged(k), self.untagged(e));
                self.types.map_of(k, e)
            }
            TypeKind::Chan(d, e) => {
                let e = self.untagged(e);
                self.types.chan(d, e)
            }
            TypeKind::Signature(s) if s.tparams.is_empty() => {
                let params: Vec<TypeId> = s.params.iter().map(|&t| self.untagged(t)).collect();
                let results: Vec<TypeId> = s.results.iter().map(|&t| self.untagged(t)).collect();
                self.types.func(&params, &results, s.variadic)
            }
            _ => t,
        }
    }
}

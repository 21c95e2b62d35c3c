//! Assignability, implementation of interfaces, representability of constants.

use crate::types::check::Checker;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::lookup::{Found, Lookup, View, Wanted};
use crate::types::object::PkgId;
use crate::types::type_::{Basic, ChanDir, Method, TypeId, TypeKind};

use crate::syntax::Symbol;

/// Why a constant cannot have a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRepresentable {
    Truncated,
    Overflows,
    Mismatch,
}

impl<'a> Checker<'a> {
    /// Field or method `name` of `t`, as seen from the current package.
    pub fn lookup(&mut self, t: TypeId, name: Symbol) -> Lookup {
        let pkg = if self.is_exported(name) { None } else { self.env.pkg };
        self.lookup_in(t, name, pkg)
    }

    /// `pkg` is `None` for an exported name.
    pub fn lookup_in(&mut self, t: TypeId, name: Symbol, pkg: Option<PkgId>) -> Lookup {
        self.resolve_base(t);
        View { types: &mut self.types, objs: &self.objs }.lookup(t, Wanted::Name(name, pkg))
    }

    /// As `lookup`, ignoring case and package: for hints.
    pub fn lookup_fold(&mut self, t: TypeId, name: Symbol) -> Option<(Symbol, bool)> {
        let want = self.name(name).to_lowercase();
        let interner = self.interner;
        let cur = self.env.pkg;
        let like = |n: Symbol, p: Option<PkgId>| {
            let s = interner.resolve(n);
            s.to_lowercase() == want
                && (p.is_none() || p == cur || s.starts_with(|c: char| c.is_uppercase()))
        };
        let hit = View { types: &mut self.types, objs: &self.objs }.lookup(t, Wanted::Like(&like));
        match hit {
            Lookup::Found(e) => match e.found {
                Found::Field(f) => Some((f.name, true)),
                Found::Interface(m) => Some((m.name, false)),
                Found::Method { obj, .. } => Some((self.objs[obj].name, false)),
            },
            _ => None,
        }
    }

    /// Whether `x` may be assigned to a variable of type `t`. The cause, when it says more than
    /// the types do, is put in `cause`.
    pub fn assignable(&mut self, x: &Operand<'a>, t: TypeId, cause: &mut String) -> bool {
        if x.is_invalid() || !self.is_valid(t) || !self.is_valid(x.typ) && x.mode != Mode::Nil {
            return true;
        }
        let v = x.typ;
        if self.types.identical(v, t) {
            return true;
        }
        let (vu, tu) = (self.under(v), self.under(t));
        let (vp, tp) = (self.types.is_tparam(v), self.types.is_tparam(t));
        if self.is_untyped(v) {
            if tp {
                let mut ok = true;
                let Some(set) = self.types.type_set(t) else { return false };
                let Some(terms) = set.terms else { return false };
                for term in terms {
                    ok &= self.implicit_type(x, term.typ).is_some();
                }
                return ok;
            }
            return self.implicit_type(x, t).is_some_and(|n| n != TypeId::INVALID);
        }
        // Identical underlying types, one of them without a name.
        if self.types.identical(vu, tu) && (!self.has_name(v) || !self.has_name(t)) && !vp && !tp {
            return true;
        }
        if self.is_interface(t) {
            let mut why = String::new();
            if self.implements(v, t, false, &mut why) {
                return true;
            }
            // Of a type parameter it is said that it does not fit, not why.
            if !why.is_empty() && !vp {
                *cause = why;
            }
            return false;
        }
        // A missing type assertion: T implements the interface of v.
        if let &TypeKind::Pointer(p) = self.types.raw_kind(tu)
            && self.is_interface_or_tparam(p)
            && !self.is_interface(v)
            && !vp
        {
            let (vs, ts) = (self.plain_str(v), self.plain_str(t));
            *cause = format!("{vs} does not implement {ts} {}", self.pointer_cause(t, p));
            return false;
        }
        if self.is_interface(v) {
            let mut why = String::new();
            if self.implements(t, v, false, &mut why) {
                *cause = "need type assertion".into();
            }
            return false;
        }
        if let (TypeKind::Chan(ChanDir::Both, a), TypeKind::Chan(_, b)) =
            (self.types.raw_kind(vu).clone(), self.types.raw_kind(tu).clone())
            && self.types.identical(a, b)
        {
            return !self.has_name(v) || !self.has_name(t);
        }
        // Type parameters: each type of the set must do, and the other side must have no name.
        if tp && !self.has_name(v) {
            let Some(terms) = self.types.type_set(t).and_then(|s| s.terms) else { return false };
            for y in &terms {
                if !self.assignable(x, y.typ, &mut String::new()) {
                    let (a, b, c) = (self.type_str(v), self.type_str(y.typ), self.type_str(t));
                    *cause = format!("cannot assign {a} to {b} (in {c})");
                    return false;
                }
            }
            return !terms.is_empty();
        }
        if vp && !self.has_name(t) {
            let Some(terms) = self.types.type_set(v).and_then(|s| s.terms) else { return false };
            for y in &terms {
                let z = Operand { typ: y.typ, ..x.clone() };
                if !self.assignable(&z, t, &mut String::new()) {
                    let (a, b, c) = (self.type_str(y.typ), self.type_str(v), self.type_str(t));
                    *cause = format!("cannot assign {a} (in {b}) to {c}");
                    return false;
                }
            }
            return !terms.is_empty();
        }
        false
    }

    /// The type an untyped operand gets in a context that wants `target`; `None` if it cannot.
    pub fn implicit_type(&mut self, x: &Operand<'a>, target: TypeId) -> Option<TypeId> {
        if x.is_invalid() || self.is_typed(x.typ) || !self.is_valid(target) {
            return Some(x.typ);
        }
        if self.is_untyped(target) {
            // Both untyped: numeric kinds mix, the larger wins.
            let (a, b) = (self.untyped_kind(x.typ)?, self.untyped_kind(target)?);
            if a == b {
                return Some(x.typ);
            }
            if a.is_numeric() && b.is_numeric() {
                return Some(if a > b { x.typ } else { target });
            }
            return None;
        }
        if x.is_nil() {
            return if self.has_nil(target) { Some(target) } else { None };
        }
        if self.types.is_tparam(target) {
            let terms = self.types.type_set(target)?.terms?;
            if terms.is_empty() || !terms.iter().all(|y| self.implicit_type(x, y.typ).is_some()) {
                return None;
            }
            return Some(target);
        }
        let u = self.under(target);
        match self.types.raw_kind(u).clone() {
            TypeKind::Basic(b) => {
                if x.is_const() {
                    return match self.representable(&x.val, x.typ, b) {
                        Ok(_) => Some(target),
                        Err(_) => None,
                    };
                }
                // Not constant: comparison results, shifts with a constant left operand.
                let ok = match self.untyped_kind(x.typ)? {
                    Basic::UntypedBool => b.is_boolean(),
                    Basic::UntypedString => b.is_string(),
                    _ => b.is_numeric(),
                };
                if ok { Some(target) } else { None }
            }
            TypeKind::Interface(_) => {
                let set = self.types.type_set(u)?;
                if set.methods.is_empty() { Some(self.default_type(x.typ)) } else { None }
            }
            _ => None,
        }
    }

    /// The value `v` would have in basic type `b`: rounded if `b` is a float.
    pub fn representable(
        &mut self,
        v: &Value,
        from: TypeId,
        b: Basic,
    ) -> Result<Value, NotRepresentable> {
        use NotRepresentable::*;
        if v.is_unknown() {
            return Ok(Value::Unknown);
        }
        let numeric = self.is_numeric(from) && b.is_numeric();
        let fits = match b {
            _ if b.is_integer() => match v.to_int().filter(|_| v.is_numeric()) {
                None => None,
                Some(i) => match int_range(b) {
                    None => Some(i),
                    Some((bits, unsigned)) => {
                        if fits_int(&i, bits, unsigned) {
                            Some(i)
                        } else if self.is_integer(from) {
                            return Err(Overflows);
                        } else {
                            return Err(Truncated);
                        }
                    }
                },
            },
            _ if b.is_float() => match v.to_float().filter(|_| v.is_numeric()) {
                None => None,
                Some(f) => round_float(&f, b).map_or(Err(Overflows), |f| Ok(Some(f)))?,
            },
            _ if b.is_complex() => match v.to_complex() {
                None => None,
                Some(c) => {
                    let part = match b {
                        Basic::Complex64 => Basic::Float32,
                        Basic::Complex128 => Basic::Float64,
                        _ => Basic::UntypedFloat,
                    };
                    match (round_float(&c.real(), part), round_float(&c.imag(), part)) {
                        (Some(r), Some(i)) => Some(Value::make_complex(r, i)),
                        _ => return Err(Overflows),
                    }
                }
            },
            _ if b.is_string() => v.as_str().map(|_| v.clone()),
            _ if b.is_boolean() => v.as_bool().map(|_| v.clone()),
            _ => None,
        };
        match fits {
            Some(v) => Ok(v),
            None if numeric => {
                // A fraction in an integer type is truncated; anything else overflows.
                if !self.is_integer(from) && b.is_integer() {
                    Err(Truncated)
                } else {
                    Err(Overflows)
                }
            }
            None => Err(Mismatch),
        }
    }

    /// Whether `v` implements interface `t`; with `constraint`, whether it satisfies it.
    pub fn implements(
        &mut self,
        v: TypeId,
        t: TypeId,
        constraint: bool,
        cause: &mut String,
    ) -> bool {
        let (vu, tu) = (self.under(v), self.under(t));
        if vu == TypeId::INVALID || tu == TypeId::INVALID {
            return true;
        }
        if let &TypeKind::Pointer(p) = self.types.raw_kind(vu)
            && self.under(p) == TypeId::INVALID
        {
            return true;
        }
        let verb = if constraint { "satisfy" } else { "implement" };
        if !matches!(self.types.raw_kind(tu), TypeKind::Interface(_)) {
            *cause = format!("{} is not an interface", self.type_str(t));
            return false;
        }
        let Some(ti) = self.types.type_set(t) else { return true };
        if ti.is_all() {
            return true;
        }
        let v_iface = matches!(self.types.raw_kind(vu), TypeKind::Interface(_));
        let vi = if v_iface { self.types.type_set(v) } else { None };
        if vi.as_ref().is_some_and(|s| s.is_empty()) {
            return true;
        }
        // The type argument of a constraint is shown as it was written.
        let vs = if constraint { self.type_str(v) } else { self.plain_str(v) };
        let ts = self.plain_str(t);
        if ti.is_empty() {
            *cause = format!("cannot {verb} {ts} (empty type set)");
            return false;
        }
        let mut why = String::new();
        if !ti.methods.is_empty() && self.missing_method(v, t, true, &mut why).is_some() {
            *cause = format!("{vs} does not {verb} {ts} {why}");
            return false;
        }
        let check_comparable = |c: &mut Self, cause: &mut String| -> bool {
            if !ti.comparable {
                return true;
            }
            if c.types.comparable_type(v, false) {
                return true;
            }
            if constraint && c.types.comparable_type(v, true) {
                if c.allows(c.at, 20) {
                    return true;
                }
                *cause = c.version_message(c.at, 20, &format!("{vs} to satisfy comparable"));
                return false;
            }
            *cause = format!("{vs} does not {verb} comparable");
            false
        };
        let Some(terms) = &ti.terms else { return check_comparable(self, cause) };
        if v_iface {
            let vt = vi.and_then(|s| s.terms);
            let ok = match vt {
                None => false,
                Some(vt) => {
                    vt.iter().all(|&x| terms.iter().any(|&y| self.types.term_includes(y, x)))
                }
            };
            if !ok {
                *cause = format!("{vs} does not {verb} {ts}");
                return false;
            }
            return check_comparable(self, cause);
        }
        let mut alt = None;
        for &y in terms {
            if self.types.term_includes(y, crate::types::type_::Term { tilde: false, typ: v }) {
                return check_comparable(self, cause);
            }
            if !y.tilde && alt.is_none() {
                let yu = self.under(y.typ);
                if self.types.identical(yu, vu) {
                    alt = Some(y.typ);
                }
            }
        }
        *cause = match alt {
            Some(a) => {
                let a = self.type_str(a);
                format!("{vs} does not {verb} {ts} (possibly missing ~ for {a} in {ts})")
            }
            None => {
                let list = self.terms_str(terms);
                format!("{vs} does not {verb} {ts} ({vs} missing in {list})")
            }
        };
        false
    }

    pub fn terms_str(&mut self, terms: &[crate::types::type_::Term]) -> String {
        let parts: Vec<String> = terms
            .iter()
            .map(|x| format!("{}{}", if x.tilde { "~" } else { "" }, self.whole_type_str(x.typ)))
            .collect();
        parts.join(" | ")
    }

    /// A method of interface `t` that `v` lacks, or has with another type. With `static_` an
    /// interface `v` must have all methods; without it only those it has must agree.
    pub fn missing_method(
        &mut self,
        v: TypeId,
        t: TypeId,
        static_: bool,
        cause: &mut String,
    ) -> Option<Method> {
        let set = self.types.type_set(t)?;
        if set.methods.is_empty() {
            return None;
        }
        let vu = self.under(v);
        if matches!(self.types.raw_kind(vu), TypeKind::Interface(_)) {
            let vset = self.types.type_set(v)?;
            for m in set.methods {
                match vset.methods.iter().find(|x| x.name == m.name && x.pkg == m.pkg).copied() {
                    None if !static_ => {}
                    None => {
                        self.missing_cause(v, t, m, None, cause);
                        return Some(m);
                    }
                    Some(f) => {
                        if !self.types.identical(f.sig, m.sig) {
                            self.missing_cause(v, t, m, Some((f.sig, false)), cause);
                            return Some(m);
                        }
                    }
                }
            }
            return None;
        }
        for m in set.methods {
            match self.lookup_in(v, m.name, m.pkg) {
                Lookup::Found(e) => {
                    let (sig, ptr_needed) = match &e.found {
                        Found::Field(_) => {
                            self.missing_cause(v, t, m, None, cause);
                            return Some(m);
                        }
                        Found::Interface(f) => (f.sig, false),
                        Found::Method { obj, recv } => {
                            self.resolve_object(*obj);
                            let sig = self.types.method_sig_on(&self.objs, *obj, *recv);
                            let ptr = self.objs.func(*obj).is_some_and(|f| f.ptr_recv);
                            (sig, ptr && !e.indirect)
                        }
                    };
                    if !self.types.identical(sig, m.sig) && !self.mentions_invalid(sig) {
                        self.missing_cause(v, t, m, Some((sig, false)), cause);
                        return Some(m);
                    }
                    if ptr_needed {
                        self.missing_cause(v, t, m, Some((sig, true)), cause);
                        return Some(m);
                    }
                }
                Lookup::Ambiguous(_) => {
                    let n = self.name(m.name).to_string();
                    *cause = format!("(ambiguous selector {}.{n})", self.type_str(v));
                    return Some(m);
                }
                Lookup::NotFound => {
                    // What an invalid embedded field would have is not known.
                    if self.embeds_invalid(v) {
                        return None;
                    }
                    self.missing_cause(v, t, m, None, cause);
                    return Some(m);
                }
            }
        }
        None
    }

    /// Whether something in a signature was reported as wrong.
    fn mentions_invalid(&self, sig: TypeId) -> bool {
        match self.types.kind(sig) {
            TypeKind::Signature(s) => s.params.iter().chain(&s.results).any(|&t| !self.is_valid(t)),
            _ => false,
        }
    }

    fn embeds_invalid(&mut self, t: TypeId) -> bool {
        let (base, _) = self.deref(t);
        match self.under_kind(base) {
            TypeKind::Struct(fields) => fields.iter().any(|f| {
                let (ft, _) = self.deref(f.typ);
                f.embedded && self.under(ft) == TypeId::INVALID
            }),
            TypeKind::Basic(Basic::Invalid) => true,
            _ => false,
        }
    }

    /// A type in the causes of messages: without alias names.
    fn plain_str(&self, t: TypeId) -> String {
        self.type_str(self.unaliased(t))
    }

    /// `t` without its aliases. `byte` and `rune` are types of their own in messages.
    pub(super) fn unaliased(&self, mut t: TypeId) -> TypeId {
        while let TypeKind::Alias(a) = *self.types.raw_kind(t)
            && ![self.universe.byte, self.universe.rune].contains(&t)
            && let Some(to) = self.types.alias(a).target
        {
            t = to;
        }
        t
    }

    /// The underlying type of `t` as messages show it: that of a defined type that was declared
    /// as a `byte` or `rune` is `byte` or `rune`.
    pub(super) fn shown_under(&mut self, t: TypeId) -> TypeId {
        let mut at = self.unaliased(t);
        while let TypeKind::Named(n) = *self.types.raw_kind(at)
            && let Some(rhs) = self.types.named(n).rhs
        {
            at = self.unaliased(rhs);
        }
        if [self.universe.byte, self.universe.rune].contains(&at) { at } else { self.under(t) }
    }

    /// `t` is a pointer to interface or type parameter `base`.
    fn pointer_cause(&mut self, t: TypeId, base: TypeId) -> String {
        let what = if self.types.is_tparam(base) { "type parameter" } else { "interface" };
        format!("(type {} is pointer to {what}, not {what})", self.plain_str(t))
    }

    fn is_field_of(&mut self, v: TypeId, m: Method) -> bool {
        matches!(self.lookup_in(v, m.name, m.pkg), Lookup::Found(e) if matches!(e.found, Found::Field(_)))
    }

    pub(super) fn missing_cause(
        &mut self,
        v: TypeId,
        _t: TypeId,
        m: Method,
        have: Option<(TypeId, bool)>,
        cause: &mut String,
    ) {
        let name = self.name(m.name).to_string();
        match have {
            _ if self.is_field_of(v, m) => {
                let vs = self.plain_str(v);
                *cause = format!("({vs}.{name} is a field, not a method)");
            }
            Some((_, true)) => *cause = format!("(method {name} has pointer receiver)"),
            Some((sig, false)) => {
                let (h, w) = (self.method_str(&name, sig), self.method_str(&name, m.sig));
                *cause = format!("(wrong type for method {name})");
                // Different type parameters can have one name.
                if h != w {
                    cause.push_str(&format!("\n\t\thave {h}\n\t\twant {w}"));
                }
            }
            None => {
                // A pointer to an interface has no methods.
                let vu = self.under(v);
                if let &TypeKind::Pointer(e) = self.types.raw_kind(vu)
                    && self.is_interface_or_tparam(e)
                {
                    *cause = self.pointer_cause(v, e);
                    return;
                }
                let others = View { types: &mut self.types, objs: &self.objs }
                    .lookup(v, Wanted::Name(m.name, None));
                if let Lookup::Found(e) = others
                    && !matches!(e.found, Found::Field(_))
                    && !self.is_interface_or_tparam(v)
                {
                    // Another package's. Of interfaces gc does not say so.
                    *cause = format!("(unexported method {name})");
                    return;
                }
                // A method spelt differently.
                if let Some((alt, false)) = self.lookup_fold(v, m.name)
                    && alt != m.name
                {
                    let pkg = if self.is_exported(alt) { None } else { self.env.pkg };
                    // Only one that is in the method set, and none of an interface.
                    if let Lookup::Found(e) = self.lookup_in(v, alt, pkg)
                        && let Found::Method { obj, recv } = e.found
                        && (e.indirect || !self.objs.func(obj).is_some_and(|f| f.ptr_recv))
                    {
                        self.resolve_object(obj);
                        let sig = self.types.method_sig_on(&self.objs, obj, recv);
                        let alt = self.name(alt).to_string();
                        let (h, w) = (self.method_str(&alt, sig), self.method_str(&name, m.sig));
                        *cause = format!("(missing method {name})\n\t\thave {h}\n\t\twant {w}");
                        return;
                    }
                }
                *cause = format!("(missing method {name})");
            }
        }
    }
}

fn int_range(b: Basic) -> Option<(u32, bool)> {
    Some(match b {
        Basic::Int | Basic::Int64 => (64, false),
        Basic::Int8 => (8, false),
        Basic::Int16 => (16, false),
        Basic::Int32 => (32, false),
        Basic::Uint | Basic::Uint64 | Basic::Uintptr => (64, true),
        Basic::Uint8 => (8, true),
        Basic::Uint16 => (16, true),
        Basic::Uint32 => (32, true),
        _ => return None,
    })
}

fn fits_int(v: &Value, bits: u32, unsigned: bool) -> bool {
    if unsigned {
        return v.sign() >= 0 && v.bit_len() <= bits as u64;
    }
    match v {
        Value::Int(i) => bits == 64 || (-(1i64 << (bits - 1)) <= *i && *i < 1i64 << (bits - 1)),
        _ => false,
    }
}

fn round_float(v: &Value, b: Basic) -> Option<Value> {
    match b {
        Basic::Float32 => v.to_f32().map(|f| Value::from_f64(f as f64)),
        Basic::Float64 => v.to_f64().map(Value::from_f64),
        _ => Some(v.clone()),
    }
}

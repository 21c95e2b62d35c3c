//! Calls of built-in functions.

use crate::syntax::ast::{Expr, ExprKind};
use crate::types::check::Checker;
use crate::types::check::call::CallSite;
use crate::types::check::expr::unparen;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::{CmpOp, Value};
use crate::types::lookup::{Found, Lookup};
use crate::types::object::Builtin;
use crate::types::type_::{Basic, ChanDir, TypeId, TypeKind};

/// How many arguments a built-in takes, and whether more are allowed.
fn arity(b: Builtin) -> (usize, bool) {
    match b {
        Builtin::Append | Builtin::Make | Builtin::Max | Builtin::Min => (1, true),
        Builtin::Print | Builtin::Println => (0, true),
        Builtin::Recover => (0, false),
        Builtin::Complex
        | Builtin::Copy
        | Builtin::Delete
        | Builtin::Add
        | Builtin::Slice
        | Builtin::String => (2, false),
        _ => (1, false),
    }
}

impl<'a> Checker<'a> {
    pub(super) fn builtin(&mut self, site: &CallSite<'a>, b: Builtin) -> Operand<'a> {
        let name = b.qualified_name();
        if site.ellipsis.is_some() && b != Builtin::Append {
            self.error(
                site.e.pos,
                format!("invalid operation: invalid use of ... with built-in {}", b.name()),
            );
            self.use_args(site.args);
            return Operand::invalid();
        }
        let own = matches!(b, Builtin::Make | Builtin::New | Builtin::Offsetof);
        let mut args = if own { Vec::new() } else { self.args_list(site.args, true) };
        if args.iter().any(|a| a.is_invalid()) {
            return Operand::invalid();
        }
        let n = if own { site.args.len() } else { args.len() };
        let (want, more) = arity(b);
        let bad = if n < want {
            "not enough"
        } else if n > want && !more {
            "too many"
        } else {
            ""
        };
        if !bad.is_empty() {
            let c = self.expr_str(site.e);
            self.error(
                site.e.pos,
                format!("invalid operation: {bad} arguments for {c} (expected {want}, found {n})"),
            );
            return Operand::invalid();
        }
        let since = match b {
            Builtin::Clear | Builtin::Max | Builtin::Min => 21,
            Builtin::String | Builtin::StringData | Builtin::SliceData => 20,
            Builtin::Add | Builtin::Slice => 17,
            _ => 0,
        };
        let name = match b {
            Builtin::Max | Builtin::Min => format!("built-in {name}"),
            _ => name,
        };
        if !self.requires(site.fun.pos, since, &name) {
            return Operand::invalid();
        }
        let value = |typ: TypeId| Operand::value(typ, Some(site.e));
        let none = Operand {
            mode: Mode::NoValue,
            typ: TypeId::VOID,
            val: Value::Unknown,
            expr: Some(site.e),
        };
        match b {
            Builtin::Append => self.builtin_append(site, args),
            Builtin::Len | Builtin::Cap => self.builtin_len(site, b, args.swap_remove(0)),
            Builtin::Clear => {
                let x = &args[0];
                let ok = self.under_terms(x.typ).is_some_and(|us| {
                    !us.is_empty()
                        && us.iter().all(|&u| {
                            matches!(self.types.raw_kind(u), TypeKind::Map(..) | TypeKind::Slice(_))
                        })
                });
                if !ok {
                    self.bad_arg(x.clone(), |d| format!("invalid argument: cannot clear {d}: argument must be (or constrained by) map or slice"));
                    return Operand::invalid();
                }
                none
            }
            Builtin::Close => {
                let x = args[0].clone();
                let us = self.under_terms(x.typ).unwrap_or_default();
                if us.is_empty() {
                    return self.not_channel(x);
                }
                for u in us {
                    match *self.types.raw_kind(u) {
                        TypeKind::Chan(ChanDir::Recv, _) => {
                            self.bad_arg(x, |d| {
                                format!("invalid operation: cannot close receive-only channel {d}")
                            });
                            return Operand::invalid();
                        }
                        TypeKind::Chan(..) => {}
                        _ => return self.not_channel(x),
                    }
                }
                none
            }
            Builtin::Complex => self.builtin_complex(site, args),
            Builtin::Real | Builtin::Imag => self.builtin_part(site, b, args.swap_remove(0)),
            Builtin::Copy => self.builtin_copy(site, args),
            Builtin::Delete => {
                let m = args[0].clone();
                let mut key: Option<TypeId> = None;
                let us = self.under_terms(m.typ).unwrap_or_default();
                let mut ok = !us.is_empty();
                let mut same = true;
                for u in us {
                    let &TypeKind::Map(k, _) = self.types.raw_kind(u) else {
                        ok = false;
                        break;
                    };
                    same &= key.is_none_or(|o| self.types.identical(o, k));
                    key = Some(k);
                }
                if !ok {
                    self.bad_arg(m, |d| format!("invalid argument: {d} is not a map"));
                    return Operand::invalid();
                }
                if !same {
                    self.bad_arg(m, |d| {
                        format!("invalid argument: maps of {d} must have identical key types")
                    });
                    return Operand::invalid();
                }
                self.assignment(&mut args[1], key, "argument to delete");
                if args[1].is_invalid() {
                    return Operand::invalid();
                }
                none
            }
            Builtin::Make => self.builtin_make(site),
            Builtin::New => self.builtin_new(site),
            Builtin::Max | Builtin::Min => self.builtin_min_max(site, b, args),
            Builtin::Panic => {
                self.panics.insert(site.e.id);
                self.assignment(&mut args[0], Some(TypeId::EMPTY_INTERFACE), "argument to panic");
                if args[0].is_invalid() {
                    return Operand::invalid();
                }
                none
            }
            Builtin::Print | Builtin::Println => {
                let context = format!("argument to built-in {name}");
                for a in &mut args {
                    self.assignment(a, None, &context);
                    if a.is_invalid() {
                        return Operand::invalid();
                    }
                    let t = a.typ;
                    if matches!(self.under_kind(t), TypeKind::Struct(_) | TypeKind::Array(..)) {
                        let t = self.back_end_type_str(t);
                        let what = format!("illegal types for operand: {name}\n\t{t}");
                        self.late.push((1, site.lparen, what));
                    }
                }
                none
            }
            Builtin::Recover => value(TypeId::EMPTY_INTERFACE),
            Builtin::Add => {
                self.assignment(
                    &mut args[0],
                    Some(TypeId::UNSAFE_POINTER),
                    "argument to unsafe.Add",
                );
                if args[0].is_invalid() || !self.valid_index(&mut args[1], "length", true) {
                    return Operand::invalid();
                }
                value(TypeId::UNSAFE_POINTER)
            }
            Builtin::Alignof | Builtin::Sizeof => {
                self.assignment(&mut args[0], None, &format!("argument to {name}"));
                if args[0].is_invalid() {
                    return Operand::invalid();
                }
                let t = args[0].typ;
                let open = !self.path.is_empty() && self.unsized_yet(t, &mut Vec::new());
                let v = if open || !self.is_finite(t) || self.types.has_open_size(t) {
                    None
                } else if b == Builtin::Sizeof {
                    let n = self.types.size_of(t);
                    if n > crate::types::sizes::MAX_SIZE {
                        self.bad_arg(args.swap_remove(0), |d| format!("{d} is too large"));
                        return Operand::invalid();
                    }
                    Some(n)
                } else {
                    Some(self.types.align_of(t))
                };
                self.uintptr_result(site, v)
            }
            Builtin::Offsetof => self.builtin_offsetof(site),
            Builtin::Slice => {
                let p = args[0].clone();
                let core = self.core_type(p.typ);
                let Some(TypeKind::Pointer(elem)) = core.map(|c| self.types.raw_kind(c).clone())
                else {
                    self.bad_arg(p, |d| format!("invalid argument: {d} is not a pointer"));
                    return Operand::invalid();
                };
                if !self.valid_index(&mut args[1], "length", false) {
                    return Operand::invalid();
                }
                value(self.types.slice(elem))
            }
            Builtin::SliceData => {
                let s = args[0].clone();
                let core = self.core_type(s.typ);
                let Some(TypeKind::Slice(elem)) = core.map(|c| self.types.raw_kind(c).clone())
                else {
                    self.bad_arg(s, |d| format!("invalid argument: {d} is not a slice"));
                    return Operand::invalid();
                };
                value(self.types.pointer(elem))
            }
            Builtin::String => {
                let bytes = self.types.pointer(self.universe.byte);
                self.assignment(&mut args[0], Some(bytes), "argument to unsafe.String");
                if args[0].is_invalid() || !self.valid_index(&mut args[1], "length", false) {
                    return Operand::invalid();
                }
                value(TypeId::STRING)
            }
            Builtin::StringData => {
                self.assignment(
                    &mut args[0],
                    Some(TypeId::STRING),
                    "argument to unsafe.StringData",
                );
                if args[0].is_invalid() {
                    return Operand::invalid();
                }
                value(self.types.pointer(self.universe.byte))
            }
        }
    }

    fn bad_arg(&mut self, x: Operand<'a>, msg: impl FnOnce(&str) -> String) {
        let (p, d) = (self.operand_pos(&x), self.describe(&x));
        self.error(p, msg(&d));
    }

    fn not_channel(&mut self, x: Operand<'a>) -> Operand<'a> {
        self.bad_arg(x, |d| format!("invalid operation: cannot close non-channel {d}"));
        Operand::invalid()
    }

    fn uintptr_result(&mut self, site: &CallSite<'a>, v: Option<i64>) -> Operand<'a> {
        match v {
            Some(v) => Operand {
                mode: Mode::Constant,
                typ: TypeId::UINTPTR,
                val: Value::Int(v),
                expr: Some(site.e),
            },
            None => Operand::value(TypeId::UINTPTR, Some(site.e)),
        }
    }

    fn builtin_append(&mut self, site: &CallSite<'a>, mut args: Vec<Operand<'a>>) -> Operand<'a> {
        let s = args[0].clone();
        if s.is_nil() && self.is_untyped(s.typ) {
            let p = self.operand_pos(&s);
            self.error(p, "invalid append: argument must be a slice; have untyped nil");
            return Operand::invalid();
        }
        let core = if self.types.is_tparam(s.typ) {
            self.core_string(s.typ)
        } else {
            Some(self.under(s.typ))
        };
        let elem = match core.map(|c| self.types.raw_kind(c).clone()) {
            Some(TypeKind::Slice(e)) => Some(e),
            _ => None,
        };
        let Some(elem) = elem else {
            self.bad_arg(s, |d| format!("invalid append: argument must be a slice; have {d}"));
            return Operand::invalid();
        };
        let result = Operand::value(s.typ, Some(site.e));
        if site.ellipsis.is_some() {
            if args.len() != 2 {
                let at = site.args.last().map_or(site.e.pos, |a| a.pos);
                let what = if args.len() < 2 { "not enough" } else { "too many" };
                let have: Vec<TypeId> = args.iter().map(|a| a.typ).collect();
                let have = self.types_summary(&have, false, true);
                let slice = self.types.slice(elem);
                let want = self.types_summary(&[s.typ, slice], true, false);
                self.error(
                    at,
                    format!("{what} arguments in call to append\n\thave {have}\n\twant {want}"),
                );
                return Operand::invalid();
            }
            // append([]byte, string...)
            if self.is_basic_byte(elem) {
                let last = &mut args[1];
                let t = last.typ;
                let stringy = if self.types.is_tparam(t) {
                    self.core_string(t).is_some_and(|c| c == TypeId::STRING)
                } else {
                    self.is_string(t)
                };
                if stringy {
                    if self.is_untyped(t) {
                        self.convert_untyped(last, TypeId::STRING);
                    }
                    return result;
                }
            }
            let slice = self.types.slice(elem);
            self.assignment(&mut args[1], Some(slice), "argument to append");
            return result;
        }
        for a in &mut args[1..] {
            self.assignment(a, Some(elem), "argument to append");
        }
        result
    }

    fn is_basic_byte(&mut self, t: TypeId) -> bool {
        self.is_basic(t, |b| b == Basic::Uint8)
    }

    fn builtin_len(&mut self, site: &CallSite<'a>, b: Builtin, mut x: Operand<'a>) -> Operand<'a> {
        let is_len = b == Builtin::Len;
        let result = Operand::value(TypeId::INT, Some(site.e));
        if self.types.is_tparam(x.typ) {
            let ok = self
                .under_terms(x.typ)
                .is_some_and(|us| !us.is_empty() && us.iter().all(|&u| self.has_len(u, is_len)));
            if !ok {
                self.bad_arg(x, |d| format!("invalid argument: {d} for built-in {}", b.name()));
                return Operand::invalid();
            }
            return result;
        }
        if is_len && self.is_string(x.typ) {
            if x.is_const() {
                let n = x.val.as_str().map_or(0, |s| s.len() as i64);
                return Operand { mode: Mode::Constant, val: Value::Int(n), ..result };
            }
            if self.is_untyped(x.typ) {
                self.convert_untyped(&mut x, TypeId::STRING);
            }
            return result;
        }
        let u = self.under(x.typ);
        if x.is_nil() || !self.has_len(u, is_len) {
            self.bad_arg(x, |d| format!("invalid argument: {d} for built-in {}", b.name()));
            return Operand::invalid();
        }
        let array = match *self.types.raw_kind(u) {
            TypeKind::Array(n, _) => Some(n),
            TypeKind::Pointer(p) => match self.under_kind(p) {
                TypeKind::Array(n, _) => Some(n),
                _ => None,
            },
            _ => None,
        };
        if let Some(n) = array
            && !site.args.iter().any(|a| self.has_call_or_receive(a))
        {
            return Operand { mode: Mode::Constant, val: Value::Int(n), ..result };
        }
        result
    }

    fn has_len(&mut self, u: TypeId, is_len: bool) -> bool {
        match *self.types.raw_kind(u) {
            TypeKind::Basic(b) => is_len && b.is_string(),
            TypeKind::Array(..) | TypeKind::Slice(_) | TypeKind::Chan(..) => true,
            TypeKind::Map(..) => is_len,
            TypeKind::Pointer(p) => matches!(self.under_kind(p), TypeKind::Array(..)),
            _ => false,
        }
    }

    fn builtin_complex(&mut self, site: &CallSite<'a>, mut args: Vec<Operand<'a>>) -> Operand<'a> {
        let mut y = args.swap_remove(1);
        let mut x = args.swap_remove(0);
        let both_const = x.is_const() && y.is_const();
        match (self.is_untyped(x.typ), self.is_untyped(y.typ)) {
            (false, true) => {
                let t = x.typ;
                self.convert_untyped(&mut y, t);
            }
            (true, false) => {
                let t = y.typ;
                self.convert_untyped(&mut x, t);
            }
            (true, true) if both_const => {
                // Numbers without imaginary part.
                for z in [&mut x, &mut y] {
                    if self.is_numeric(z.typ) && z.val.imag().sign() == 0 {
                        z.typ = TypeId::UNTYPED_FLOAT;
                    }
                }
            }
            (true, true) => {
                self.convert_untyped(&mut x, TypeId::FLOAT64);
                self.convert_untyped(&mut y, TypeId::FLOAT64);
            }
            _ => {}
        }
        if x.is_invalid() || y.is_invalid() {
            return Operand::invalid();
        }
        if !self.types.identical(x.typ, y.typ) {
            let (p, c) = (self.operand_pos(&x), self.expr_str(site.e));
            let (a, b) = (self.type_str(x.typ), self.type_str(y.typ));
            self.error(p, format!("invalid operation: {c} (mismatched types {a} and {b})"));
            return Operand::invalid();
        }
        let Some(t) = self.complex_of(x.typ) else {
            let (p, t) = (self.operand_pos(&x), self.type_str(x.typ));
            self.error(
                p,
                format!("invalid argument: arguments have type {t}, expected floating-point"),
            );
            return Operand::invalid();
        };
        if both_const {
            let val = match (x.val.to_float(), y.val.to_float()) {
                (Some(r), Some(i)) => Value::make_complex(r, i),
                _ => Value::Unknown,
            };
            return Operand { mode: Mode::Constant, typ: t, val, expr: Some(site.e) };
        }
        Operand::value(t, Some(site.e))
    }

    fn complex_of(&mut self, t: TypeId) -> Option<TypeId> {
        if self.types.is_tparam(t) {
            return None;
        }
        match self.basic(t)? {
            Basic::Float32 => Some(TypeId::COMPLEX64),
            Basic::Float64 => Some(TypeId::COMPLEX128),
            Basic::UntypedFloat => Some(TypeId::UNTYPED_COMPLEX),
            _ => None,
        }
    }

    fn builtin_part(&mut self, site: &CallSite<'a>, b: Builtin, mut x: Operand<'a>) -> Operand<'a> {
        if self.is_untyped(x.typ) {
            if x.is_const() {
                if self.is_numeric(x.typ) {
                    x.typ = TypeId::UNTYPED_COMPLEX;
                }
            } else {
                self.convert_untyped(&mut x, TypeId::COMPLEX128);
                if x.is_invalid() {
                    return x;
                }
            }
        }
        let t = if self.types.is_tparam(x.typ) {
            None
        } else {
            match self.basic(x.typ) {
                Some(Basic::Complex64) => Some(TypeId::FLOAT32),
                Some(Basic::Complex128) => Some(TypeId::FLOAT64),
                Some(Basic::UntypedComplex) => Some(TypeId::UNTYPED_FLOAT),
                _ => None,
            }
        };
        let Some(t) = t else {
            let (p, ts) = (self.operand_pos(&x), self.type_str(x.typ));
            self.error(
                p,
                format!("invalid argument: argument has type {ts}, expected complex type"),
            );
            return Operand::invalid();
        };
        if x.is_const() {
            let v = if b == Builtin::Real { x.val.real() } else { x.val.imag() };
            let val = v.to_float().unwrap_or(Value::Unknown);
            return Operand { mode: Mode::Constant, typ: t, val, expr: Some(site.e) };
        }
        Operand::value(t, Some(site.e))
    }

    fn builtin_copy(&mut self, site: &CallSite<'a>, mut args: Vec<Operand<'a>>) -> Operand<'a> {
        let (dst, src) = (args[0].clone(), args[1].clone());
        let result = Operand::value(TypeId::INT, Some(site.e));
        let elem = |c: &mut Self, t: TypeId| -> Option<TypeId> {
            let core = if c.types.is_tparam(t) { c.core_string(t)? } else { c.under(t) };
            match *c.types.raw_kind(core) {
                TypeKind::Slice(e) => Some(e),
                TypeKind::Basic(b) if b.is_string() => Some(c.universe.byte),
                _ => None,
            }
        };
        let d = match self.core_type(dst.typ).map(|c| self.types.raw_kind(c).clone()) {
            Some(TypeKind::Slice(e)) => Some(e),
            _ => None,
        };
        let s = elem(self, src.typ);
        let (Some(d), Some(s)) = (d, s) else {
            let bad = if d.is_none() { dst } else { src };
            self.bad_arg(bad, |d| {
                format!(
                    "invalid copy: argument must be a slice; have {}",
                    if d == "nil" { "untyped nil" } else { d }
                )
            });
            return Operand::invalid();
        };
        if !self.types.identical(d, s) {
            let (p, a, b) = (self.operand_pos(&dst), self.describe(&dst), self.describe(&src));
            let (ds, ss) = (self.type_str(d), self.type_str(s));
            self.error(
                p,
                format!(
                    "invalid copy: arguments {a} and {b} have different element types {ds} and {ss}"
                ),
            );
            return Operand::invalid();
        }
        if self.is_untyped(src.typ) {
            self.convert_untyped(&mut args[1], TypeId::STRING);
        }
        result
    }

    /// Whether all types of `t`'s set, if it has one, are such as `make` makes.
    fn all_made(&mut self, t: TypeId) -> bool {
        self.under_terms(t).unwrap_or_default().into_iter().all(|u| {
            matches!(
                self.types.raw_kind(u),
                TypeKind::Slice(_) | TypeKind::Map(..) | TypeKind::Chan(..)
            )
        })
    }

    fn builtin_make(&mut self, site: &CallSite<'a>) -> Operand<'a> {
        let t = self.var_type(site.args[0]);
        if !self.is_valid(t) {
            return Operand::invalid();
        }
        let core = self.core_type(t);
        let cause = if core.is_none() && self.types.is_tparam(t) && self.all_made(t) {
            self.no_core(t)
        } else {
            String::new()
        };
        let min = match core.map(|c| self.types.raw_kind(c).clone()) {
            Some(TypeKind::Slice(_)) => 2,
            Some(TypeKind::Map(..) | TypeKind::Chan(..)) => 1,
            _ => {
                let (s, p) = (self.expr_str(site.args[0]), site.args[0].pos);
                let cause = if cause.is_empty() {
                    "type must be slice, map, or channel".to_string()
                } else {
                    cause
                };
                self.error(p, format!("invalid argument: cannot make {s}: {cause}"));
                return Operand::invalid();
            }
        };
        let n = site.args.len();
        if n < min || n > min + 1 {
            let c = self.expr_str(site.e);
            self.error(
                site.e.pos,
                format!("invalid operation: {c} expects {min} or {} arguments; found {n}", min + 1),
            );
            return Operand::invalid();
        }
        let mut sizes = Vec::new();
        for a in &site.args[1..] {
            if let Some((_, Some(v))) = self.size_arg(a) {
                sizes.push(v);
            }
        }
        if let [len, cap] = *sizes
            && len > cap
        {
            let p = site.args[1].pos;
            self.error(p, "invalid argument: length and capacity swapped");
        }
        Operand::value(t, Some(site.e))
    }

    /// A length or capacity: any integer, or an untyped constant with an integer value.
    fn size_arg(&mut self, e: &'a Expr<'a>) -> Option<(TypeId, Option<i64>)> {
        self.index_const(e, None)
    }

    /// `new(T)`, or `new(x)` for a variable with the value x.
    fn builtin_new(&mut self, site: &CallSite<'a>) -> Operand<'a> {
        let mut x = self.expr_or_type(site.args[0]);
        match x.mode {
            Mode::Invalid => return x,
            Mode::TypeExpr => {
                let t = self.var_type(site.args[0]);
                self.run_later_if_idle();
                if !self.is_valid(t) {
                    return Operand::invalid();
                }
                x.typ = t;
            }
            _ => {
                self.assignment(&mut x, None, "argument to new");
                if x.is_invalid() {
                    return x;
                }
                // A wrong argument is told before the version.
                let what = self.expr_str(site.e);
                if !self.requires(site.e.pos, 26, &what) {
                    return Operand::invalid();
                }
            }
        }
        let t = self.types.pointer(x.typ);
        Operand::value(t, Some(site.e))
    }

    fn builtin_min_max(
        &mut self,
        site: &CallSite<'a>,
        b: Builtin,
        mut args: Vec<Operand<'a>>,
    ) -> Operand<'a> {
        let op = if b == Builtin::Min { CmpOp::Lt } else { CmpOp::Gt };
        let mut x = args[0].clone();
        for i in 0..args.len() {
            let mut a = args[i].clone();
            if !self.all_ordered(a.typ) {
                self.bad_arg(a, |d| format!("invalid argument: {d} cannot be ordered"));
                return Operand::invalid();
            }
            if i == 0 {
                continue;
            }
            let matched = self.match_operands(&mut x, &mut a);
            if x.is_invalid() || a.is_invalid() {
                return Operand::invalid();
            }
            if !matched || !self.types.identical(x.typ, a.typ) {
                let p = self.operand_pos(&a);
                let (xs, ys) = (self.type_str(x.typ), self.type_str(a.typ));
                let es = a.expr.map(|e| self.expr_str(e)).unwrap_or_default();
                self.error(p, format!("invalid argument: mismatched types {xs} (previous argument) and {ys} (type of {es})"));
                return Operand::invalid();
            }
            if x.is_const() && a.is_const() {
                if a.val.compare(op, &x.val).as_bool() == Some(true) {
                    x = a;
                }
            } else {
                x.mode = Mode::Value;
            }
        }
        if !x.is_const() {
            x.mode = Mode::Value;
            x.val = Value::Unknown;
            if self.is_untyped(x.typ) {
                let t = self.default_type(x.typ);
                x.typ = t;
            }
        }
        let t = x.typ;
        for a in &mut args {
            if self.is_untyped(a.typ) && self.is_typed(t) {
                self.convert_untyped(a, t);
                if a.is_invalid() {
                    return Operand::invalid();
                }
            }
        }
        x.expr = Some(site.e);
        x
    }

    fn builtin_offsetof(&mut self, site: &CallSite<'a>) -> Operand<'a> {
        let arg = site.args[0];
        let ExprKind::Selector { x: xe, sel } = unparen(arg).kind else {
            let s = self.expr_str(arg);
            self.error(arg.pos, format!("invalid argument: {s} is not a selector expression"));
            self.raw_expr(arg, None);
            return Operand::invalid();
        };
        let mut x = self.expr(xe);
        if x.is_invalid() {
            return x;
        }
        let (base, _) = self.deref(x.typ);
        let n = self.name(sel.name).to_string();
        let (p, ts) = (self.operand_pos(&x), self.type_str(base));
        let whole = self.type_str(x.typ);
        match self.lookup(base, sel.name) {
            Lookup::Found(entry) => match entry.found {
                Found::Field(_) if entry.indirect => {
                    self.error(
                        p,
                        format!("invalid argument: field {n} is embedded via a pointer in {ts}"),
                    );
                    Operand::invalid()
                }
                Found::Field(f) => {
                    let base_arg = x.clone();
                    x.typ = f.typ;
                    let mut off = 0;
                    let mut t = base;
                    if !self.is_finite(base) || self.types.has_open_size(base) {
                        return self.uintptr_result(site, None);
                    }
                    if self.types.size_of(base) > crate::types::sizes::MAX_SIZE {
                        self.bad_arg(base_arg, |d| format!("{d} is too large"));
                        return Operand::invalid();
                    }
                    for i in entry.path {
                        let TypeKind::Struct(fields) = self.under_kind(t) else { break };
                        off += self.types.struct_layout(&fields).offsets[i as usize];
                        t = fields[i as usize].typ;
                    }
                    self.uintptr_result(site, Some(off))
                }
                _ => {
                    let n = self.expr_str(arg);
                    self.error(arg.pos, format!("invalid argument: {n} is a method value"));
                    Operand::invalid()
                }
            },
            _ => {
                self.error(p, format!("invalid argument: {whole} has no single field {n}"));
                Operand::invalid()
            }
        }
    }
}

//! Conversions: implicit ones to interfaces, explicit ones, and type assertions.

use gvm_bytecode::image::Kind;
use gvm_bytecode::op::Op;
use gvm_bytecode::{Intrinsic, Trap};

use super::func::{FuncLower, Run};
use super::layout::basic_kind;
use crate::ir::{Cond, InstKind, Value};
use crate::syntax::ast::Expr;
use crate::types::info::ExprMode;
use crate::types::type_::{Basic, TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    /// A value as a value of a type it is assignable to.
    pub fn assign_convert(&mut self, v: Run, from: TypeId, to: TypeId) -> Run {
        if from == to || from == TypeId::INVALID || to == TypeId::INVALID {
            return v;
        }
        if !matches!(self.l.under(to), TypeKind::Interface(_)) {
            return v;
        }
        if matches!(self.l.under(from), TypeKind::Interface(_)) {
            return self.interface_to_interface(v, from, to);
        }
        let from = self.l.c.types.default_type_id(from);
        self.to_interface(v, from, to)
    }

    fn to_interface(&mut self, v: Run, from: TypeId, to: TypeId) -> Run {
        let word = self.type_word(from, to);
        let data = self.data_word(v, from);
        Run::from_slice(&[word, data])
    }

    /// The data word of an interface that holds a value of a concrete type.
    pub fn data_word(&mut self, v: Run, from: TypeId) -> Value {
        if self.l.layouts.is_direct(&mut self.l.c.types, from) || self.l.rep(from).boxed {
            v[0]
        } else {
            self.rt(Intrinsic::Box, Some(from), &v, &[Kind::Ptr])[0]
        }
    }

    /// The type word of interface type `to` for values of a concrete type.
    pub fn type_word(&mut self, concrete: TypeId, to: TypeId) -> Value {
        if self.l.interface_methods(to).is_empty() {
            let id = self.l.type_id(concrete);
            self.b.one(InstKind::Table(Op::TypeAddr, id.0), &[], Kind::U64)
        } else {
            let id = self.l.itab(to, concrete);
            self.b.one(InstKind::Table(Op::ItabAddr, id.0), &[], Kind::U64)
        }
    }

    fn interface_to_interface(&mut self, v: Run, from: TypeId, to: TypeId) -> Run {
        let (a, b) = (self.l.interface_methods(from), self.l.interface_methods(to));
        if a == b {
            return v;
        }
        let desc = self.dynamic_type(from, v[0]);
        let word = if b.is_empty() {
            desc
        } else {
            self.rt(Intrinsic::FindItab, Some(to), &[desc], &[Kind::U64])[0]
        };
        Run::from_slice(&[word, v[1]])
    }

    /// What an interface's data word holds, as a value of the concrete type.
    pub fn from_data_word(&mut self, t: TypeId, data: Value) -> Run {
        if self.l.layouts.is_direct(&mut self.l.c.types, t) || self.l.rep(t).boxed {
            return Run::from_slice(&[data]);
        }
        let rep = self.l.rep(t);
        if rep.parts.is_empty() {
            return Run::new();
        }
        self.load(t, data, 0)
    }

    /// `x.(T)`, with `ok` when it is used so.
    pub fn type_assert(&mut self, e: &'a Expr<'a>, x: &'a Expr<'a>) -> Run {
        let from = self.type_of(x);
        let to = self.type_of(e);
        let v = self.expr(x);
        self.at(e.pos);
        let comma_ok = self.l.c.info.comma_ok.contains(&e.id);
        let desc = self.dynamic_type(from, v[0]);
        let (word, ok) = self.assert_word(desc, to);
        let (yes, no, done) = (self.b.block(), self.b.block(), self.b.block());
        self.b.branch(Cond::True, &[ok], yes, no);
        let kinds: Vec<Kind> = self.l.rep(to).kinds().collect();
        let vars: Vec<_> =
            kinds.iter().chain(comma_ok.then_some(&Kind::U8)).map(|&k| self.b.var(k)).collect();
        self.b.seal(yes);
        self.b.switch_to(yes);
        let mut run = match word {
            Some(w) => Run::from_slice(&[w, v[1]]),
            None => self.from_data_word(to, v[1]),
        };
        if comma_ok {
            run.push(self.b.iconst(1));
        }
        for (&var, &x) in vars.iter().zip(&run) {
            self.b.write(var, x);
        }
        self.b.jump(done);
        self.b.seal(no);
        self.b.switch_to(no);
        if comma_ok {
            let mut zero = self.zero(to);
            zero.push(self.b.iconst(0));
            for (&var, &x) in vars.iter().zip(&zero) {
                self.b.write(var, x);
            }
            self.b.jump(done);
        } else {
            let iface = self.l.type_id(from);
            self.rt_imm(Intrinsic::PanicAssert, 0, Some(to), iface.0, &[desc], &[]);
            self.b.unreachable();
        }
        self.b.seal(done);
        self.b.switch_to(done);
        vars.iter().map(|&v| self.b.read(v)).collect()
    }

    /// Whether a dynamic type is `to` or implements it; for an interface also its new type word.
    pub fn assert_word(&mut self, desc: Value, to: TypeId) -> (Option<Value>, Value) {
        if !matches!(self.l.under(to), TypeKind::Interface(_)) {
            let id = self.l.type_id(to);
            let want = self.b.one(InstKind::Table(Op::TypeAddr, id.0), &[], Kind::U64);
            return (None, self.b.op(Op::Eq, &[desc, want], Kind::U8));
        }
        if self.l.interface_methods(to).is_empty() {
            let zero = self.b.iconst(0);
            let ok = self.b.op(Op::Ne, &[desc, zero], Kind::U8);
            return (Some(desc), ok);
        }
        let word = self.rt(Intrinsic::FindItab, Some(to), &[desc], &[Kind::U64])[0];
        let zero = self.b.iconst(0);
        let ok = self.b.op(Op::Ne, &[word, zero], Kind::U8);
        (Some(word), ok)
    }

    /// `T(x)` of a value that is not constant.
    pub fn conversion(&mut self, e: &'a Expr<'a>, x: &'a Expr<'a>) -> Run {
        let to = self.type_of(e);
        let from = self.type_of(x);
        if from == TypeId::UNTYPED_NIL {
            return self.zero(to);
        }
        // A constant becomes a number of a type parameter's type as it is, not by way of its own.
        if let Some(tv) = self.l.c.info.exprs.get(&x.id)
            && tv.mode == ExprMode::Constant
            && tv.value.as_str().is_none()
            && matches!(self.l.under(to), TypeKind::Basic(b) if b.is_numeric())
        {
            let value = self.l.c.info.exprs[&x.id].value.clone();
            return self.constant(&value, to);
        }
        let v = self.expr(x);
        self.at(e.pos);
        self.convert(v, from, to)
    }

    pub fn convert(&mut self, v: Run, from: TypeId, to: TypeId) -> Run {
        let from = self.l.c.types.default_type_id(from);
        let (fu, tu) = (self.l.under(from), self.l.under(to));
        match (&fu, &tu) {
            (_, TypeKind::Interface(_)) => self.assign_convert(v, from, to),
            (TypeKind::Basic(f), TypeKind::Basic(t)) => self.convert_basic(v, *f, *t),
            (TypeKind::Basic(f), TypeKind::Slice(elem)) if f.is_string() => {
                let bytes = matches!(self.l.under(*elem), TypeKind::Basic(Basic::Uint8));
                let which = if bytes { Intrinsic::StrToBytes } else { Intrinsic::StrToRunes };
                Run::from_slice(&self.rt(which, None, &v, &[Kind::Ptr, Kind::I64, Kind::I64]))
            }
            (TypeKind::Slice(elem), TypeKind::Basic(t)) if t.is_string() => {
                let bytes = matches!(self.l.under(*elem), TypeKind::Basic(Basic::Uint8));
                let which = if bytes { Intrinsic::StrFromBytes } else { Intrinsic::StrFromRunes };
                Run::from_slice(&self.rt(which, None, &v[..2], &[Kind::Ptr, Kind::I64]))
            }
            (TypeKind::Slice(_), TypeKind::Array(n, _)) => {
                let n = *n;
                self.slice_to_array_check(&v, n);
                if n == 0 {
                    // A nil slice is fine, and there is nothing to load.
                    return self.zero(to);
                }
                self.load(to, v[0], 0)
            }
            (TypeKind::Slice(_), TypeKind::Pointer(arr)) => {
                if let TypeKind::Array(n, _) = self.l.under(*arr) {
                    self.slice_to_array_check(&v, n);
                }
                Run::from_slice(&[v[0]])
            }
            (TypeKind::Basic(Basic::Uintptr), _)
                if matches!(tu, TypeKind::Basic(Basic::UnsafePointer)) =>
            {
                v
            }
            _ => v,
        }
    }

    fn slice_to_array_check(&mut self, v: &[Value], n: i64) {
        let (ok, bad) = (self.b.block(), self.b.block());
        let want = self.b.iconst(n);
        self.b.branch(Cond::Lt, &[v[1], want], bad, ok);
        self.b.seal(bad);
        self.b.switch_to(bad);
        let want = self.b.iconst(n);
        self.rt_imm(Intrinsic::PanicTrap, Trap::SliceToArray as u16, None, 0, &[v[1], want], &[]);
        self.b.unreachable();
        self.b.seal(ok);
        self.b.switch_to(ok);
    }

    fn convert_basic(&mut self, v: Run, f: Basic, t: Basic) -> Run {
        if f == t || f.is_string() && t.is_string() || f.is_boolean() {
            return v;
        }
        if t.is_string() {
            return Run::from_slice(&self.rt(
                Intrinsic::StrFromRune,
                None,
                &[v[0]],
                &[Kind::Ptr, Kind::I64],
            ));
        }
        if t == Basic::UnsafePointer {
            return Run::from_slice(&[self.b.op(Op::BitsPtr, &[v[0]], Kind::Ptr)]);
        }
        if f == Basic::UnsafePointer {
            return Run::from_slice(&[self.b.op(Op::PtrBits, &[v[0]], Kind::U64)]);
        }
        if t.is_complex() {
            let op = match (f, t) {
                (Basic::Complex64, Basic::Complex128) => Op::F32ToF,
                (Basic::Complex128, Basic::Complex64) => Op::FToF32,
                _ => return v,
            };
            let k = if t == Basic::Complex128 { Kind::F64 } else { Kind::F32 };
            return v.iter().map(|&x| self.b.op(op, &[x], k)).collect();
        }
        let k = basic_kind(t);
        let x = v[0];
        let r = match (f.is_float(), t.is_float()) {
            (true, true) => {
                let op = if t == Basic::Float32 { Op::FToF32 } else { Op::F32ToF };
                self.b.op(op, &[x], k)
            }
            (true, false) => {
                let x =
                    if f == Basic::Float32 { self.b.op(Op::F32ToF, &[x], Kind::F64) } else { x };
                // gc's choices: what is narrower than 32 bits wraps from an int32, uint32 from an int64.
                let op = match k {
                    Kind::U64 => Op::FToUint,
                    Kind::I64 | Kind::U32 => Op::FToInt,
                    _ => Op::FToInt32,
                };
                let r = self.b.op(op, &[x], k);
                if k == Kind::I32 { r } else { self.narrow(r, t) }
            }
            (false, true) => {
                let unsigned = f.is_unsigned();
                let op = match (unsigned, t == Basic::Float32) {
                    (false, false) => Op::IntToF,
                    (true, false) => Op::UintToF,
                    (false, true) => Op::IntToF32,
                    (true, true) => Op::UintToF32,
                };
                self.b.op(op, &[x], k)
            }
            (false, false) => {
                if basic_kind(f) == k {
                    return v;
                }
                // Widening keeps the slot as it is; narrowing and changes of sign bring it in range.
                self.narrow(x, t)
            }
        };
        Run::from_slice(&[r])
    }
}

//! `==`, `<` and the like.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::Kind;
use gvm_bytecode::op::Op;

use super::func::{FuncLower, Run};
use crate::ir::{Cond, InstKind, Value};
use crate::syntax::ast::{BinaryOp, Expr};
use crate::types::info::ExprMode;
use crate::types::type_::{Basic, TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    fn is_nil(&self, e: &Expr<'a>) -> bool {
        self.l.c.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == ExprMode::Nil)
    }

    fn is_interface(&mut self, t: TypeId) -> bool {
        matches!(self.l.under(t), TypeKind::Interface(_))
    }

    pub fn compare_expr(&mut self, op: BinaryOp, x: &'a Expr<'a>, y: &'a Expr<'a>) -> Run {
        let pos = self.b.site;
        if self.is_nil(x) || self.is_nil(y) {
            let e = if self.is_nil(x) { y } else { x };
            if self.is_nil(e) {
                let v = self.b.iconst((op == BinaryOp::Eq) as i64);
                return Run::from_slice(&[v]);
            }
            // The first word says it: pointer, map, channel, function, slice's array, type word.
            let v = self.expr(e);
            let zero = if self.b.func.is_ptr(v[0]) { self.b.nil() } else { self.b.iconst(0) };
            let op = if op == BinaryOp::Eq { Op::Eq } else { Op::Ne };
            return Run::from_slice(&[self.b.op(op, &[v[0], zero], Kind::U8)]);
        }
        let (tx, ty) = (self.type_of(x), self.type_of(y));
        let (ix, iy) = (self.is_interface(tx), self.is_interface(ty));
        // A mixed comparison is made in the interface's type.
        let t = match (ix, iy) {
            (true, false) => tx,
            (false, true) => ty,
            (true, true) if tx != ty => TypeId::EMPTY_INTERFACE,
            _ if self.l.c.is_untyped_type(tx) => ty,
            _ => tx,
        };
        let a = self.expr_as(x, t);
        let b = self.expr_as(y, t);
        self.b.site = pos;
        let v = match op {
            BinaryOp::Eq => self.equal(t, &a, &b),
            BinaryOp::Ne => {
                if let Some(v) = self.plain_compare(Op::Ne, Op::NeF, t, &a, &b) {
                    v
                } else {
                    let v = self.equal(t, &a, &b);
                    self.b.op(Op::BoolNot, &[v], Kind::U8)
                }
            }
            BinaryOp::Lt => self.less(t, &a, &b, false),
            BinaryOp::Le => self.less(t, &a, &b, true),
            BinaryOp::Gt => self.less(t, &b, &a, false),
            _ => self.less(t, &b, &a, true),
        };
        Run::from_slice(&[v])
    }

    /// Comparison of single components by one op.
    fn plain_compare(
        &mut self,
        int: Op,
        float: Op,
        t: TypeId,
        a: &[Value],
        b: &[Value],
    ) -> Option<Value> {
        match self.l.under(t) {
            TypeKind::Basic(k) if k.is_float() => {
                let (x, y) = (self.as_f64(a[0], k), self.as_f64(b[0], k));
                Some(self.b.op(float, &[x, y], Kind::U8))
            }
            TypeKind::Basic(k) if k.is_string() || k.is_complex() => None,
            TypeKind::Basic(_)
            | TypeKind::Pointer(_)
            | TypeKind::Chan(..)
            | TypeKind::Map(..)
            | TypeKind::Signature(_) => Some(self.b.op(int, &[a[0], b[0]], Kind::U8)),
            _ => None,
        }
    }

    fn as_f64(&mut self, v: Value, b: Basic) -> Value {
        if matches!(b, Basic::Float32 | Basic::Complex64) {
            self.b.op(Op::F32ToF, &[v], Kind::F64)
        } else {
            v
        }
    }

    pub fn equal(&mut self, t: TypeId, a: &[Value], b: &[Value]) -> Value {
        if let Some(v) = self.plain_compare(Op::Eq, Op::EqF, t, a, b) {
            return v;
        }
        let rep = self.l.rep(t);
        if rep.boxed {
            return self.rt(Intrinsic::EqMem, Some(t), &[a[0], b[0]], &[Kind::U8])[0];
        }
        match self.l.under(t) {
            TypeKind::Basic(k) if k.is_string() => {
                self.b.one(InstKind::StrEq, &[a[0], a[1], b[0], b[1]], Kind::U8)
            }
            TypeKind::Basic(k) => {
                let mut parts = Vec::new();
                for i in 0..2 {
                    let (x, y) = (self.as_f64(a[i], k), self.as_f64(b[i], k));
                    parts.push(self.b.op(Op::EqF, &[x, y], Kind::U8));
                }
                self.b.op(Op::And, &parts, Kind::U8)
            }
            TypeKind::Interface(_) => {
                let ta = self.dynamic_type(t, a[0]);
                let tb = self.dynamic_type(t, b[0]);
                self.rt(Intrinsic::EqInterface, None, &[ta, a[1], tb, b[1]], &[Kind::U8])[0]
            }
            TypeKind::Struct(fields) => {
                // Field by field; the first difference decides, as a later one may panic.
                let (no, done) = (self.b.block(), self.b.block());
                let var = self.b.var(Kind::U8);
                let mut at = 0;
                for f in fields.iter() {
                    let n = self.l.rep(f.typ).count();
                    if f.name != crate::Symbol::BLANK {
                        let ft = self.l.c.types.canon(f.typ);
                        let same = self.equal(ft, &a[at..at + n], &b[at..at + n]);
                        let next = self.b.block();
                        self.b.branch(Cond::True, &[same], next, no);
                        self.b.seal(next);
                        self.b.switch_to(next);
                    }
                    at += n;
                }
                let one = self.b.iconst(1);
                self.b.write(var, one);
                self.b.jump(done);
                self.b.seal(no);
                self.b.switch_to(no);
                let zero = self.b.iconst(0);
                self.b.write(var, zero);
                self.b.jump(done);
                self.b.seal(done);
                self.b.switch_to(done);
                self.b.read(var)
            }
            TypeKind::Array(1, elem) => {
                let elem = self.l.c.types.canon(elem);
                self.equal(elem, a, b)
            }
            _ => self.b.iconst(1),
        }
    }

    pub fn less_values(&mut self, t: TypeId, a: &[Value], b: &[Value]) -> Value {
        self.less(t, a, b, false)
    }

    fn less(&mut self, t: TypeId, a: &[Value], b: &[Value], or_equal: bool) -> Value {
        let TypeKind::Basic(k) = self.l.under(t) else { return self.b.iconst(0) };
        if k.is_string() {
            let r =
                self.rt(Intrinsic::StrCompare, None, &[a[0], a[1], b[0], b[1]], &[Kind::I64])[0];
            let zero = self.b.iconst(0);
            return self.b.op(if or_equal { Op::Le } else { Op::Lt }, &[r, zero], Kind::U8);
        }
        if k.is_float() {
            let (x, y) = (self.as_f64(a[0], k), self.as_f64(b[0], k));
            return self.b.op(if or_equal { Op::LeF } else { Op::LtF }, &[x, y], Kind::U8);
        }
        let op = match (k.is_unsigned(), or_equal) {
            (false, false) => Op::Lt,
            (false, true) => Op::Le,
            (true, false) => Op::LtU,
            (true, true) => Op::LeU,
        };
        self.b.op(op, &[a[0], b[0]], Kind::U8)
    }

    /// The type descriptor behind an interface's type word; 0 for nil.
    pub fn dynamic_type(&mut self, iface: TypeId, word: Value) -> Value {
        if self.l.interface_methods(iface).is_empty() {
            return word;
        }
        let (some, done) = (self.b.block(), self.b.block());
        let var = self.b.var(Kind::U64);
        self.b.write(var, word);
        self.b.branch(Cond::True, &[word], some, done);
        self.b.seal(some);
        self.b.switch_to(some);
        let itab = self.b.op(Op::BitsPtr, &[word], Kind::Ptr);
        let desc = self.b.one(InstKind::Load(Op::Ld64, 8), &[itab], Kind::U64);
        self.b.write(var, desc);
        self.b.jump(done);
        self.b.seal(done);
        self.b.switch_to(done);
        self.b.read(var)
    }
}

//! Expressions to values.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::Kind;
use gvm_bytecode::op::{Op, SliceKind};

use super::func::{FuncLower, Run};
use super::layout::basic_kind;
use crate::ir::{Block, Cond, InstKind, Site, Value};
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::types::constant::Value as Constant;
use crate::types::info::{ExprMode, SelectionKind};
use crate::types::object::ObjKind;
use crate::types::type_::{Basic, TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    /// The value of an expression in its own type.
    pub fn expr(&mut self, e: &'a Expr<'a>) -> Run {
        self.at(e.pos);
        if let Some(tv) = self.l.c.info.exprs.get(&e.id)
            && tv.mode == ExprMode::Constant
        {
            let (v, t) = (tv.value.clone(), tv.typ);
            let t = self.subst(t);
            return self.constant(&v, t);
        }
        if let Some(v) = self.ready.remove(&e.id) {
            return v;
        }
        match e.kind {
            ExprKind::Bad | ExprKind::Lit { .. } => Run::new(),
            ExprKind::Paren(x) => self.expr(x),
            ExprKind::Ident(_) => self.ident(e),
            ExprKind::Composite { elems, .. } => {
                let t = self.type_of(e);
                self.composite(e, t, elems)
            }
            ExprKind::FuncLit { body, .. } => self.func_lit(e, body),
            ExprKind::Selector { x, sel } => self.selector(e, x, sel),
            ExprKind::Index { x, lbrack, indices, .. } => {
                let t = self.type_of(x);
                if let Some(tv) = self.l.c.info.exprs.get(&x.id)
                    && (tv.mode == ExprMode::Type
                        || matches!(self.l.c.types.kind(tv.typ), TypeKind::Signature(_)))
                    && matches!(self.l.under(t), TypeKind::Signature(_))
                {
                    return self.expr(x);
                }
                if self.l.c.info.comma_ok.contains(&e.id) {
                    return self.map_get2(x, t, indices[0]);
                }
                let p = self.index_place(x, t, lbrack, indices[0]);
                let elem = self.elem_type(t);
                self.read_place(&p, elem)
            }
            ExprKind::Slice { x, lo, hi, max, three, .. } => self.slice_expr(x, lo, hi, max, three),
            ExprKind::TypeAssert { x, .. } => self.type_assert(e, x),
            ExprKind::Call { .. } => self.call(e),
            ExprKind::Star(x) => {
                let t = self.type_of(e);
                let p = self.expr(x);
                self.at(e.pos);
                self.load(t, p[0], 0)
            }
            ExprKind::Unary { op, x } => self.unary(e, op, x),
            ExprKind::Binary { op, op_pos, x, y } => {
                if matches!(op, BinaryOp::LogicalAnd | BinaryOp::LogicalOr) {
                    return self.logical(e);
                }
                self.binary_expr(e, op, op_pos, x, y)
            }
            // A type where a value is wanted: only after an error.
            _ => Run::new(),
        }
    }

    /// The value of an expression converted to a type it is assignable to.
    pub fn expr_as(&mut self, e: &'a Expr<'a>, to: TypeId) -> Run {
        let to = self.subst(to);
        if let Some(tv) = self.l.c.info.exprs.get(&e.id)
            && (tv.mode == ExprMode::Nil || tv.typ == TypeId::UNTYPED_NIL)
        {
            return self.zero(to);
        }
        let from = self.type_of(e);
        let v = self.expr(e);
        self.at(e.pos);
        self.assign_convert(v, from, to)
    }

    /// One value of an expression of one component.
    pub fn scalar(&mut self, e: &'a Expr<'a>) -> Value {
        let v = self.expr(e);
        v.first().copied().unwrap_or_else(|| self.b.iconst(0))
    }

    pub fn elem_type(&mut self, t: TypeId) -> TypeId {
        let e = match self.l.under(t) {
            TypeKind::Slice(e)
            | TypeKind::Array(_, e)
            | TypeKind::Map(_, e)
            | TypeKind::Chan(_, e) => e,
            TypeKind::Pointer(p) => {
                return match self.l.under(p) {
                    TypeKind::Array(_, e) => self.l.c.types.canon(e),
                    _ => self.l.c.types.canon(p),
                };
            }
            TypeKind::Basic(_) => TypeId::UINT8,
            _ => TypeId::INVALID,
        };
        self.l.c.types.canon(e)
    }

    /// A constant of a type.
    pub fn constant(&mut self, v: &Constant, t: TypeId) -> Run {
        let u = self.l.under(t);
        if let TypeKind::Interface(_) = u {
            let d = self.l.c.default_type_of_constant(v);
            let run = self.constant(v, d);
            return self.assign_convert(run, d, t);
        }
        let TypeKind::Basic(b) = u else { return self.zero(t) };
        if let Some(s) = v.as_str() {
            let s = s.to_vec();
            return self.string_const(&s);
        }
        if let Some(x) = v.as_bool() {
            return Run::from_slice(&[self.b.iconst(x as i64)]);
        }
        match b {
            Basic::Float64 | Basic::UntypedFloat => {
                let x = v.to_f64().unwrap_or(0.0);
                Run::from_slice(&[self.b.one(InstKind::Const(x.to_bits() as i64), &[], Kind::F64)])
            }
            Basic::Float32 => {
                let x = v.to_f32().unwrap_or(0.0);
                Run::from_slice(&[self.b.one(InstKind::Const(x.to_bits() as i64), &[], Kind::F32)])
            }
            Basic::Complex128 | Basic::UntypedComplex => {
                let parts = [v.real().to_f64().unwrap_or(0.0), v.imag().to_f64().unwrap_or(0.0)];
                parts
                    .iter()
                    .map(|x| self.b.one(InstKind::Const(x.to_bits() as i64), &[], Kind::F64))
                    .collect()
            }
            Basic::Complex64 => {
                let parts = [v.real().to_f32().unwrap_or(0.0), v.imag().to_f32().unwrap_or(0.0)];
                parts
                    .iter()
                    .map(|x| self.b.one(InstKind::Const(x.to_bits() as i64), &[], Kind::F32))
                    .collect()
            }
            Basic::UnsafePointer => {
                let x = v.to_int().and_then(|v| v.as_u64()).unwrap_or(0);
                let n = self.b.iconst(x as i64);
                Run::from_slice(&[self.b.op(Op::BitsPtr, &[n], Kind::Ptr)])
            }
            _ => {
                let int = v.to_int();
                let x = int
                    .as_ref()
                    .and_then(|v| v.as_i64().or_else(|| v.as_u64().map(|u| u as i64)))
                    .unwrap_or(0);
                Run::from_slice(&[self.b.iconst(x)])
            }
        }
    }

    pub fn string_const(&mut self, s: &[u8]) -> Run {
        let p = if s.is_empty() {
            self.b.nil()
        } else {
            let id = self.l.string_data(s);
            self.b.one(InstKind::Table(Op::DataAddr, id.0), &[], Kind::Ptr)
        };
        let n = self.b.iconst(s.len() as i64);
        Run::from_slice(&[p, n])
    }

    fn ident(&mut self, e: &'a Expr<'a>) -> Run {
        let Some(obj) = self.obj_of(e.id) else { return Run::new() };
        match self.l.c.objs[obj].kind {
            ObjKind::Var(_) => self.read_var(obj),
            ObjKind::Func(_) => {
                let id = self.declared_func(obj, e.id);
                Run::from_slice(&[self.static_closure(id)])
            }
            ObjKind::Nil => {
                let t = self.type_of(e);
                if t == TypeId::UNTYPED_NIL || t == TypeId::INVALID {
                    Run::from_slice(&[self.b.nil()])
                } else {
                    self.zero(t)
                }
            }
            _ => Run::new(),
        }
    }

    fn selector(
        &mut self,
        e: &'a Expr<'a>,
        x: &'a Expr<'a>,
        sel: crate::syntax::ast::Ident,
    ) -> Run {
        let Some(s) = self.l.c.info.selections.get(&e.id).cloned() else {
            // A qualified identifier.
            let Some(obj) = self.obj_of(sel.id) else { return Run::new() };
            return match self.l.c.objs[obj].kind {
                ObjKind::Var(_) => self.read_global(obj),
                ObjKind::Func(_) => {
                    let id = self.declared_func(obj, sel.id);
                    Run::from_slice(&[self.static_closure(id)])
                }
                _ => Run::new(),
            };
        };
        match s.kind {
            SelectionKind::Field => {
                let (place, t) = self.field_path(x, &s.path);
                self.at(sel.pos);
                self.read_place(&place, t)
            }
            SelectionKind::Method => self.method_value(x, &s, sel),
            SelectionKind::MethodExpr => self.method_expr(e, &s, sel),
        }
    }

    fn unary(&mut self, e: &'a Expr<'a>, op: UnaryOp, x: &'a Expr<'a>) -> Run {
        match op {
            UnaryOp::Address => self.address_of(x),
            UnaryOp::Receive => self.receive(e, x),
            UnaryOp::Plus => self.expr(x),
            UnaryOp::Not => {
                let v = self.scalar(x);
                Run::from_slice(&[self.b.op(Op::BoolNot, &[v], Kind::U8)])
            }
            UnaryOp::Minus | UnaryOp::Complement => {
                let t = self.type_of(e);
                let v = self.expr(x);
                let TypeKind::Basic(b) = self.l.under(t) else { return v };
                if b.is_float() || b.is_complex() {
                    let k = if matches!(b, Basic::Float32 | Basic::Complex64) {
                        Kind::F32
                    } else {
                        Kind::F64
                    };
                    let op = if k == Kind::F32 { Op::NegF32 } else { Op::NegF };
                    return v.iter().map(|&c| self.b.op(op, &[c], k)).collect();
                }
                let op = if op == UnaryOp::Minus { Op::Neg } else { Op::Not };
                let r = self.b.op(op, &[v[0]], basic_kind(b));
                Run::from_slice(&[self.narrow(r, b)])
            }
            UnaryOp::Tilde => Run::new(),
        }
    }

    /// Brings the result of 64-bit arithmetic back into a narrow integer type's range.
    pub fn narrow(&mut self, v: Value, b: Basic) -> Value {
        let op = match basic_kind(b) {
            Kind::I8 => Op::Sext8,
            Kind::I16 => Op::Sext16,
            Kind::I32 => Op::Sext32,
            Kind::U8 => Op::Zext8,
            Kind::U16 => Op::Zext16,
            Kind::U32 => Op::Zext32,
            _ => return v,
        };
        self.b.op(op, &[v], basic_kind(b))
    }

    fn address_of(&mut self, x: &'a Expr<'a>) -> Run {
        let t = self.type_of(x);
        let mut inner = x;
        while let ExprKind::Paren(p) = inner.kind {
            inner = p;
        }
        if let ExprKind::Composite { elems, .. } = inner.kind {
            let addr = self.new_object(t);
            self.composite_into(inner, t, elems, addr, 0, true);
            return Run::from_slice(&[addr]);
        }
        let p = self.place(inner);
        Run::from_slice(&[self.place_addr(&p, t)])
    }

    fn binary_expr(
        &mut self,
        e: &'a Expr<'a>,
        op: BinaryOp,
        op_pos: crate::source::Pos,
        x: &'a Expr<'a>,
        y: &'a Expr<'a>,
    ) -> Run {
        match op {
            BinaryOp::Eq
            | BinaryOp::Ne
            | BinaryOp::Lt
            | BinaryOp::Le
            | BinaryOp::Gt
            | BinaryOp::Ge => self.compare_expr(op, x, y),
            BinaryOp::Shl | BinaryOp::Shr => {
                let t = self.type_of(e);
                let v = self.expr_as(x, t);
                let ct = self.type_of(y);
                let constant = self.const_int(y);
                let count = match constant {
                    Some(n) => self.b.iconst(n),
                    None => self.scalar(y),
                };
                let signed = constant.is_none()
                    && matches!(self.l.under(ct), TypeKind::Basic(b) if !b.is_unsigned());
                self.at(op_pos);
                Run::from_slice(&[self.shift(op, v[0], t, count, signed)])
            }
            BinaryOp::Add if self.is_string(e) => self.concat(e),
            _ => {
                let t = self.type_of(e);
                let a = self.expr_as(x, t);
                let b = self.expr_as(y, t);
                self.at(op_pos);
                self.arith(op, t, &a, &b)
            }
        }
    }

    fn is_string(&mut self, e: &Expr<'a>) -> bool {
        let t = self.type_of(e);
        matches!(self.l.under(t), TypeKind::Basic(b) if b.is_string())
    }

    pub fn shift(&mut self, op: BinaryOp, v: Value, t: TypeId, count: Value, check: bool) -> Value {
        let TypeKind::Basic(b) = self.l.under(t) else { return v };
        if check {
            self.b.inst(InstKind::Op(Op::ShiftCheck), &[count], &[]);
        }
        let k = basic_kind(b);
        if op == BinaryOp::Shl {
            let r = self.b.op(Op::Shl, &[v, count], k);
            return self.narrow(r, b);
        }
        self.b.op(if b.is_unsigned() { Op::Shr } else { Op::Sar }, &[v, count], k)
    }

    /// a + b + c … of strings at once.
    fn concat(&mut self, e: &'a Expr<'a>) -> Run {
        let mut parts: Vec<&'a Expr<'a>> = Vec::new();
        self.concat_parts(e, &mut parts);
        let mut args = Run::new();
        for p in &parts {
            args.extend(self.expr(p));
        }
        self.at(e.pos);
        Run::from_slice(&self.rt_imm(
            Intrinsic::StrConcat,
            parts.len() as u16,
            None,
            0,
            &args,
            &[Kind::Ptr, Kind::I64],
        ))
    }

    fn concat_parts(&mut self, e: &'a Expr<'a>, out: &mut Vec<&'a Expr<'a>>) {
        let constant =
            self.l.c.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == ExprMode::Constant);
        match e.kind {
            ExprKind::Binary { op: BinaryOp::Add, x, y, .. } if !constant && out.len() < 1000 => {
                self.concat_parts(x, out);
                self.concat_parts(y, out);
            }
            ExprKind::Paren(x) if !constant => self.concat_parts(x, out),
            _ => out.push(e),
        }
    }

    /// Arithmetic on two values of one type.
    pub fn arith(&mut self, op: BinaryOp, t: TypeId, x: &[Value], y: &[Value]) -> Run {
        let TypeKind::Basic(b) = self.l.under(t) else { return Run::from_slice(x) };
        if b.is_string() {
            let args = [x[0], x[1], y[0], y[1]];
            return Run::from_slice(&self.rt_imm(
                Intrinsic::StrConcat,
                2,
                None,
                0,
                &args,
                &[Kind::Ptr, Kind::I64],
            ));
        }
        if b.is_complex() {
            return self.complex_arith(op, b, x, y);
        }
        if b.is_float() {
            let f32 = b == Basic::Float32;
            let k = basic_kind(b);
            let op = match (op, f32) {
                (BinaryOp::Add, false) => Op::AddF,
                (BinaryOp::Sub, false) => Op::SubF,
                (BinaryOp::Mul, false) => Op::MulF,
                (_, false) => Op::DivF,
                (BinaryOp::Add, true) => Op::AddF32,
                (BinaryOp::Sub, true) => Op::SubF32,
                (BinaryOp::Mul, true) => Op::MulF32,
                (_, true) => Op::DivF32,
            };
            return Run::from_slice(&[self.b.op(op, &[x[0], y[0]], k)]);
        }
        let k = basic_kind(b);
        let unsigned = b.is_unsigned();
        let (opcode, narrow) = match (op, k) {
            (BinaryOp::Add, Kind::I32) => (Op::Add32, false),
            (BinaryOp::Sub, Kind::I32) => (Op::Sub32, false),
            (BinaryOp::Mul, Kind::I32) => (Op::Mul32, false),
            (BinaryOp::Add, Kind::U32) => (Op::AddU32, false),
            (BinaryOp::Sub, Kind::U32) => (Op::SubU32, false),
            (BinaryOp::Mul, Kind::U32) => (Op::MulU32, false),
            (BinaryOp::Add, _) => (Op::Add, true),
            (BinaryOp::Sub, _) => (Op::Sub, true),
            (BinaryOp::Mul, _) => (Op::Mul, true),
            (BinaryOp::Div, _) => (if unsigned { Op::DivU } else { Op::Div }, !unsigned),
            (BinaryOp::Rem, _) => (if unsigned { Op::RemU } else { Op::Rem }, false),
            (BinaryOp::And, _) => (Op::And, false),
            (BinaryOp::Or, _) => (Op::Or, false),
            (BinaryOp::Xor, _) => (Op::Xor, false),
            (BinaryOp::AndNot, _) => (Op::AndNot, false),
            _ => (Op::Add, false),
        };
        let r = self.b.op(opcode, &[x[0], y[0]], k);
        Run::from_slice(&[if narrow { self.narrow(r, b) } else { r }])
    }

    fn complex_arith(&mut self, op: BinaryOp, b: Basic, x: &[Value], y: &[Value]) -> Run {
        let narrow = b == Basic::Complex64;
        if op == BinaryOp::Add || op == BinaryOp::Sub {
            let (k, add, sub) = match narrow {
                true => (Kind::F32, Op::AddF32, Op::SubF32),
                false => (Kind::F64, Op::AddF, Op::SubF),
            };
            let op = if op == BinaryOp::Add { add } else { sub };
            return (0..2).map(|i| self.b.op(op, &[x[i], y[i]], k)).collect();
        }
        // For products and quotients complex64 is computed in float64 and rounded once.
        let mut v: Run = x.iter().chain(y).copied().collect();
        let k = Kind::F64;
        if narrow {
            v = v.iter().map(|&v| self.b.op(Op::F32ToF, &[v], k)).collect();
        }
        let r = if op == BinaryOp::Mul {
            let (ac, bd) =
                (self.b.op(Op::MulF, &[v[0], v[2]], k), self.b.op(Op::MulF, &[v[1], v[3]], k));
            let (ad, bc) =
                (self.b.op(Op::MulF, &[v[0], v[3]], k), self.b.op(Op::MulF, &[v[1], v[2]], k));
            let re = self.b.op(Op::SubF, &[ac, bd], k);
            let im = self.b.op(Op::AddF, &[ad, bc], k);
            Run::from_slice(&[re, im])
        } else {
            self.rt(Intrinsic::ComplexDiv, None, &v, &[k, k]).iter().copied().collect()
        };
        r.iter().map(|&v| if narrow { self.b.op(Op::FToF32, &[v], Kind::F32) } else { v }).collect()
    }

    // Conditions.

    fn logical(&mut self, e: &'a Expr<'a>) -> Run {
        let (yes, no, done) = (self.b.block(), self.b.block(), self.b.block());
        let var = self.b.var(Kind::U8);
        self.cond(e, yes, no);
        for (block, x) in [(yes, 1), (no, 0)] {
            self.b.seal(block);
            self.b.switch_to(block);
            let v = self.b.iconst(x);
            self.b.write(var, v);
            self.b.jump(done);
        }
        self.b.seal(done);
        self.b.switch_to(done);
        Run::from_slice(&[self.b.read(var)])
    }

    /// Branches on a condition.
    pub fn cond(&mut self, e: &'a Expr<'a>, yes: Block, no: Block) {
        if let Some(tv) = self.l.c.info.exprs.get(&e.id)
            && let Some(x) = tv.value.as_bool()
            && tv.mode == ExprMode::Constant
        {
            self.b.jump(if x { yes } else { no });
            return;
        }
        match e.kind {
            ExprKind::Paren(x) => self.cond(x, yes, no),
            ExprKind::Unary { op: UnaryOp::Not, x } => self.cond(x, no, yes),
            ExprKind::Binary { op: BinaryOp::LogicalAnd, x, y, .. } => {
                let mid = self.b.block();
                self.cond(x, mid, no);
                self.b.seal(mid);
                self.b.switch_to(mid);
                self.cond(y, yes, no);
            }
            ExprKind::Binary { op: BinaryOp::LogicalOr, x, y, .. } => {
                let mid = self.b.block();
                self.cond(x, yes, mid);
                self.b.seal(mid);
                self.b.switch_to(mid);
                self.cond(y, yes, no);
            }
            _ => {
                self.calls_first(&[e]);
                let v = self.scalar(e);
                self.b.branch(Cond::True, &[v], yes, no);
            }
        }
    }

    // Slices.

    fn slice_expr(
        &mut self,
        x: &'a Expr<'a>,
        lo: Option<&'a Expr<'a>>,
        hi: Option<&'a Expr<'a>>,
        max: Option<&'a Expr<'a>>,
        three: bool,
    ) -> Run {
        let t = self.type_of(x);
        let pos = self.b.site;
        let u = self.l.under(t);
        // Base address, length, capacity, element size; whether the limit is a length.
        let (base, len, cap, size, fixed) = match u {
            TypeKind::Slice(elem) => {
                let s = self.expr(x);
                (s[0], s[1], s[2], self.l.rep(elem).size, false)
            }
            TypeKind::Basic(_) => {
                let s = self.expr(x);
                (s[0], s[1], s[1], 1, true)
            }
            TypeKind::Pointer(at) => {
                let p = self.expr(x);
                let TypeKind::Array(n, elem) = self.l.under(at) else { return Run::new() };
                self.nil_check(p[0]);
                let n = self.b.iconst(n);
                (p[0], n, n, self.l.rep(elem).size, true)
            }
            TypeKind::Array(n, elem) => {
                let p = self.place(x);
                let base = self.place_addr(&p, t);
                let n = self.b.iconst(n);
                (base, n, n, self.l.rep(elem).size, true)
            }
            _ => return Run::new(),
        };
        let is_string = matches!(u, TypeKind::Basic(_));
        let low = match lo {
            Some(e) => self.index_value(e),
            None => self.b.iconst(0),
        };
        let high = match hi {
            Some(e) => self.index_value(e),
            None => len,
        };
        let top = match max {
            Some(e) => self.index_value(e),
            None => cap,
        };
        self.b.site = pos;
        if lo.is_some() || hi.is_some() || three {
            let kind = match (fixed, three) {
                (false, false) => SliceKind::Slice,
                (true, false) => SliceKind::Length,
                (false, true) => SliceKind::Slice3,
                (true, true) => SliceKind::Length3,
            };
            let mut unsigned = 0;
            for (bit, bound) in [lo, hi, max].into_iter().enumerate() {
                unsigned |= (bound.is_some_and(|e| self.unsigned_index(e)) as u8) << bit;
            }
            let site = Site { unsigned, ..self.b.site };
            let check = InstKind::SliceCheck(kind);
            self.checking(site, |b| b.inst(check, &[low, high, top, cap], &[]));
        }
        let new_len = self.b.op(Op::Sub, &[high, low], Kind::I64);
        if is_string {
            let p = self.b.one(InstKind::SlicePtr(1), &[base, low, new_len], Kind::Ptr);
            return Run::from_slice(&[p, new_len]);
        }
        let new_cap = self.b.op(Op::Sub, &[top, low], Kind::I64);
        let p = if lo.is_none() {
            base
        } else {
            self.b.one(InstKind::SlicePtr(size), &[base, low, new_cap], Kind::Ptr)
        };
        Run::from_slice(&[p, new_len, new_cap])
    }

    /// `v, ok := m[k]`
    fn map_get2(&mut self, x: &'a Expr<'a>, t: TypeId, index: &'a Expr<'a>) -> Run {
        let TypeKind::Map(k, elem) = self.l.under(t) else { return Run::new() };
        let m = self.expr(x);
        let key = self.expr_as(index, k);
        let mut args = Run::from_slice(&[m[0]]);
        args.extend(key);
        let r = self.rt(Intrinsic::MapGet2, Some(t), &args, &[Kind::Ptr, Kind::U8]);
        let mut v = self.load(elem, r[0], 0);
        v.push(r[1]);
        v
    }

    /// `<-c`, with `ok` when it is used so.
    fn receive(&mut self, e: &'a Expr<'a>, x: &'a Expr<'a>) -> Run {
        let ct = self.type_of(x);
        let c = self.scalar(x);
        self.at(e.pos);
        let mut v = self.recv(c, ct);
        if !self.l.c.info.comma_ok.contains(&e.id) {
            v.pop();
        }
        v
    }

    /// Value and ok of a receive.
    pub fn recv(&mut self, c: Value, ct: TypeId) -> Run {
        let elem = self.elem_type(ct);
        let mut kinds: Vec<Kind> = self.l.rep(elem).kinds().collect();
        kinds.push(Kind::U8);
        Run::from_slice(&self.rt(Intrinsic::ChanRecv, Some(ct), &[c], &kinds))
    }
}

//! Built-in functions.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::Kind;
use gvm_bytecode::op::Op;

use super::func::{FuncLower, Run};
use crate::ir::{Cond, InstKind, Value};
use crate::syntax::ast::{Expr, ExprKind};
use crate::types::info::ExprMode;
use crate::types::lookup::Lookup;
use crate::types::object::Builtin;
use crate::types::type_::{Basic, TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    pub fn builtin(&mut self, e: &'a Expr<'a>, b: Builtin, args: &'a [&'a Expr<'a>]) -> Run {
        self.builtin_calls_first(e, b, args);
        match b {
            Builtin::New => {
                let typ = self
                    .l
                    .c
                    .info
                    .exprs
                    .get(&args[0].id)
                    .is_some_and(|tv| tv.mode == ExprMode::Type);
                let t = self.type_of(e);
                let elem = self.elem_pointer(t);
                let addr = self.new_object(elem);
                if !typ {
                    // new(expr), Go 1.26.
                    let v = self.expr_as(args[0], elem);
                    self.store(elem, addr, 0, &v);
                }
                Run::from_slice(&[addr])
            }
            Builtin::Make => self.make(e, args),
            Builtin::Len | Builtin::Cap => self.len_cap(b, args[0]),
            Builtin::Min | Builtin::Max => self.min_max(e, b, args),
            // f(g()) with several values.
            Builtin::Append | Builtin::Complex | Builtin::Delete if self.is_tuple(args) => {
                let types = self.tuple_types(args[0]);
                let runs = self.values(args, &types);
                self.at(e.pos);
                self.builtin_values(e, b, &runs, &types)
            }
            Builtin::Append => self.append(e, args),
            Builtin::Complex => {
                let t = self.type_of(e);
                let part = if matches!(self.l.under(t), TypeKind::Basic(Basic::Complex64)) {
                    TypeId::FLOAT32
                } else {
                    TypeId::FLOAT64
                };
                let mut run = self.number_as(args[0], part);
                run.extend(self.number_as(args[1], part));
                run
            }
            Builtin::Real | Builtin::Imag => {
                let v = self.expr(args[0]);
                Run::from_slice(&[v[(b == Builtin::Imag) as usize]])
            }
            Builtin::Delete => {
                let t = self.type_of(args[0]);
                let TypeKind::Map(k, _) = self.l.under(t) else { return Run::new() };
                let m = self.expr(args[0]);
                let key = self.expr_as(args[1], k);
                let k = self.l.c.types.canon(k);
                self.builtin_values(e, b, &[m, key], &[t, k])
            }
            // Constant except in generic code.
            Builtin::Sizeof | Builtin::Alignof => {
                let t = self.type_of(args[0]);
                let n = match b {
                    Builtin::Sizeof => self.l.c.types.size_of(t),
                    _ => self.l.c.types.align_of(t),
                };
                Run::from_slice(&[self.b.iconst(n)])
            }
            Builtin::Offsetof => {
                let n = self.offset_of(args[0]);
                Run::from_slice(&[self.b.iconst(n)])
            }
            Builtin::Panic => {
                let v = self.expr_as(args[0], TypeId::EMPTY_INTERFACE);
                self.at(e.pos);
                self.builtin_values(e, b, &[v], &[TypeId::EMPTY_INTERFACE])
            }
            _ => {
                let mut runs = Vec::new();
                let mut types = Vec::new();
                if self.is_tuple(args) {
                    types = self.tuple_types(args[0]);
                    runs = self.values(args, &types);
                    self.at(e.pos);
                    return self.builtin_values(e, b, &runs, &types);
                }
                for &a in args {
                    let t = self.type_of(a);
                    let t = self.l.c.types.default_type_id(t);
                    runs.push(self.expr_as(a, t));
                    types.push(t);
                }
                self.at(e.pos);
                self.builtin_values(e, b, &runs, &types)
            }
        }
    }

    /// Makes the calls in the arguments of a built-in function first.
    fn builtin_calls_first(&mut self, e: &'a Expr<'a>, b: Builtin, args: &'a [&'a Expr<'a>]) {
        let mut to = Vec::new();
        match b {
            // A type, and what is not evaluated.
            Builtin::Make => return self.calls_first(&args[1..]),
            Builtin::New | Builtin::Sizeof | Builtin::Alignof | Builtin::Offsetof => return,
            Builtin::Append => {
                let t = self.type_of(e);
                let spread = matches!(e.kind, ExprKind::Call { ellipsis: Some(_), .. });
                let elem = if spread { TypeId::INVALID } else { self.elem_type(t) };
                to = vec![elem; args.len()];
                to[0] = TypeId::INVALID;
            }
            Builtin::Panic => to.push(TypeId::EMPTY_INTERFACE),
            _ => {}
        }
        self.calls_first_to(args, &to);
    }

    /// `unsafe.Offsetof(x.f)`, along the embedded fields that lead to f.
    fn offset_of(&mut self, arg: &'a Expr<'a>) -> i64 {
        let ExprKind::Selector { x, sel } = super::call::unparen(arg).kind else { return 0 };
        let mut t = self.type_of(x);
        if let TypeKind::Pointer(elem) = self.l.under(t) {
            t = self.l.c.types.canon(elem);
        }
        let Lookup::Found(hit) = self.l.find_method(t, sel.name, None) else { return 0 };
        let mut off = 0;
        for &i in &hit.path {
            let TypeKind::Struct(fields) = self.l.under(t) else { break };
            off += self.l.c.types.struct_layout(&fields).offsets[i as usize];
            t = fields[i as usize].typ;
        }
        off
    }

    /// The one argument is a call with several values.
    pub fn is_tuple(&self, args: &[&'a Expr<'a>]) -> bool {
        matches!(args, [a] if self.l.c.info.exprs.get(&a.id).is_some_and(|tv| {
            matches!(self.l.c.types.kind(tv.typ), TypeKind::Tuple(_))
        }))
    }

    fn tuple_types(&mut self, e: &Expr<'a>) -> Vec<TypeId> {
        let Some(t) = self.l.c.info.exprs.get(&e.id).map(|tv| tv.typ) else { return Vec::new() };
        let TypeKind::Tuple(ts) = self.l.c.types.kind(t).clone() else { return Vec::new() };
        ts.iter().map(|&t| self.subst(t)).collect()
    }

    fn elem_pointer(&mut self, t: TypeId) -> TypeId {
        match self.l.under(t) {
            TypeKind::Pointer(e) => self.l.c.types.canon(e),
            _ => t,
        }
    }

    fn number_as(&mut self, e: &'a Expr<'a>, t: TypeId) -> Run {
        if let Some(tv) = self.l.c.info.exprs.get(&e.id)
            && tv.mode == ExprMode::Constant
        {
            let v = tv.value.clone();
            return self.constant(&v, t);
        }
        self.expr_as(e, t)
    }

    /// Builtins whose arguments are evaluated already.
    pub fn builtin_values(
        &mut self,
        e: &'a Expr<'a>,
        b: Builtin,
        args: &[Run],
        types: &[TypeId],
    ) -> Run {
        match b {
            Builtin::Append => {
                let elem = self.elem_type(types[0]);
                let more = args[1..].iter().zip(&types[1..]);
                let more: Vec<Run> =
                    more.map(|(v, &t)| self.assign_convert(v.clone(), t, elem)).collect();
                self.append_values(elem, &args[0], &more)
            }
            Builtin::Complex => args.iter().flatten().copied().collect(),
            Builtin::Close => {
                self.rt(Intrinsic::ChanClose, Some(types[0]), &args[0], &[]);
                Run::new()
            }
            Builtin::Panic => {
                self.b.panic(args[0][0], args[0][1]);
                let s = self.b.start();
                self.b.seal(s);
                Run::new()
            }
            Builtin::Recover => Run::from_slice(&self.b.inst(
                InstKind::Op(Op::Recover),
                &[],
                &[Kind::U64, Kind::Ptr],
            )),
            Builtin::Delete => {
                let list: Run = args.iter().flatten().copied().collect();
                self.rt(Intrinsic::MapDelete, Some(types[0]), &list, &[]);
                Run::new()
            }
            Builtin::Clear => {
                match self.l.under(types[0]) {
                    TypeKind::Map(..) => {
                        self.rt(Intrinsic::MapClear, Some(types[0]), &args[0], &[]);
                    }
                    TypeKind::Slice(elem) => {
                        let elem = self.l.c.types.canon(elem);
                        self.rt(Intrinsic::ClearSlice, Some(elem), &args[0][..2], &[]);
                    }
                    _ => {}
                }
                Run::new()
            }
            Builtin::Copy => {
                let elem = self.elem_type(types[0]);
                let list = [args[0][0], args[0][1], args[1][0], args[1][1]];
                Run::from_slice(&self.rt(Intrinsic::CopySlice, Some(elem), &list, &[Kind::I64]))
            }
            Builtin::Print | Builtin::Println => {
                for (i, (v, &t)) in args.iter().zip(types).enumerate() {
                    if i > 0 && b == Builtin::Println {
                        self.rt(Intrinsic::PrintSpace, None, &[], &[]);
                    }
                    if matches!(self.l.under(t), TypeKind::Struct(_) | TypeKind::Array(..)) {
                        let what = format!("{} of a struct or an array", b.name());
                        self.unsupported(e.pos, &what);
                    }
                    self.print_value(v, t);
                }
                if b == Builtin::Println {
                    self.rt(Intrinsic::PrintNewline, None, &[], &[]);
                }
                Run::new()
            }
            Builtin::Add => {
                let r = self.b.op(Op::AddP, &[args[0][0], args[1][0]], Kind::Ptr);
                Run::from_slice(&[r])
            }
            Builtin::Slice => {
                let elem = self.elem_pointer(types[0]);
                let p = self.rt(
                    Intrinsic::UnsafeSlice,
                    Some(elem),
                    &[args[0][0], args[1][0]],
                    &[Kind::Ptr],
                )[0];
                Run::from_slice(&[p, args[1][0], args[1][0]])
            }
            Builtin::SliceData | Builtin::StringData => Run::from_slice(&args[0][..1]),
            Builtin::String => {
                let p =
                    self.rt(Intrinsic::UnsafeString, None, &[args[0][0], args[1][0]], &[Kind::Ptr])
                        [0];
                Run::from_slice(&[p, args[1][0]])
            }
            Builtin::Len | Builtin::Cap => self.len_cap_value(b, &args[0], types[0]),
            _ => {
                self.unsupported(e.pos, &format!("{} here", b.name()));
                Run::new()
            }
        }
    }

    fn print_value(&mut self, v: &[Value], t: TypeId) {
        let (which, args): (Intrinsic, Run) = match self.l.under(t) {
            TypeKind::Basic(b) if b.is_boolean() => (Intrinsic::PrintBool, v.into()),
            TypeKind::Basic(b) if b.is_string() => (Intrinsic::PrintString, v.into()),
            TypeKind::Basic(b) if b.is_unsigned() => (Intrinsic::PrintUint, v.into()),
            TypeKind::Basic(b) if b.is_integer() => (Intrinsic::PrintInt, v.into()),
            TypeKind::Basic(Basic::Float32) => {
                let x = self.b.op(Op::F32ToF, &[v[0]], Kind::F64);
                self.rt_imm(Intrinsic::PrintFloat, 32, None, 0, &[x], &[]);
                return;
            }
            TypeKind::Basic(b) if b.is_float() => (Intrinsic::PrintFloat, v.into()),
            TypeKind::Basic(Basic::Complex64) => {
                let parts = v.iter().map(|&x| self.b.op(Op::F32ToF, &[x], Kind::F64)).collect();
                (Intrinsic::PrintComplex, parts)
            }
            TypeKind::Basic(b) if b.is_complex() => (Intrinsic::PrintComplex, v.into()),
            TypeKind::Interface(_) => (Intrinsic::PrintInterface, v.into()),
            TypeKind::Slice(_) => (Intrinsic::PrintSlice, v.into()),
            _ => (Intrinsic::PrintPointer, v.into()),
        };
        self.rt(which, None, &args, &[]);
    }

    fn len_cap(&mut self, b: Builtin, x: &'a Expr<'a>) -> Run {
        let t = self.type_of(x);
        // The length of an array is known, but what stands there is evaluated.
        let v = match self.l.under(t) {
            TypeKind::Array(..) => {
                self.place(x);
                Run::new()
            }
            _ => self.expr(x),
        };
        self.len_cap_value(b, &v, t)
    }

    fn len_cap_value(&mut self, b: Builtin, v: &[Value], t: TypeId) -> Run {
        let r = match self.l.under(t) {
            TypeKind::Basic(_) => v[1],
            TypeKind::Slice(_) => v[if b == Builtin::Len { 1 } else { 2 }],
            TypeKind::Array(n, _) => self.b.iconst(n),
            TypeKind::Pointer(p) => match self.l.under(p) {
                TypeKind::Array(n, _) => self.b.iconst(n),
                _ => self.b.iconst(0),
            },
            TypeKind::Map(..) => self.rt(Intrinsic::MapLen, Some(t), v, &[Kind::I64])[0],
            TypeKind::Chan(..) => {
                let which = if b == Builtin::Len { Intrinsic::ChanLen } else { Intrinsic::ChanCap };
                self.rt(which, Some(t), v, &[Kind::I64])[0]
            }
            _ => self.b.iconst(0),
        };
        Run::from_slice(&[r])
    }

    /// A size argument of make, as an int64.
    fn size_arg(&mut self, e: &'a Expr<'a>) -> Value {
        if let Some(n) = self.const_int(e) {
            return self.b.iconst(n);
        }
        self.scalar(e)
    }

    fn make(&mut self, e: &'a Expr<'a>, args: &'a [&'a Expr<'a>]) -> Run {
        let t = self.type_of(e);
        let n = args.get(1).map(|a| self.size_arg(a));
        let m = args.get(2).map(|a| self.size_arg(a));
        self.at(e.pos);
        let n = match n {
            Some(n) => n,
            None => self.b.iconst(0),
        };
        match self.l.under(t) {
            TypeKind::Slice(elem) => {
                let elem = self.l.c.types.canon(elem);
                let cap = m.unwrap_or(n);
                let p = self.rt(Intrinsic::MakeSlice, Some(elem), &[n, cap], &[Kind::Ptr])[0];
                Run::from_slice(&[p, n, cap])
            }
            TypeKind::Map(..) => {
                Run::from_slice(&self.rt(Intrinsic::MapNew, Some(t), &[n], &[Kind::Ptr]))
            }
            TypeKind::Chan(..) => {
                Run::from_slice(&self.rt(Intrinsic::ChanNew, Some(t), &[n], &[Kind::Ptr]))
            }
            _ => Run::new(),
        }
    }

    fn append(&mut self, e: &'a Expr<'a>, args: &'a [&'a Expr<'a>]) -> Run {
        let t = self.type_of(e);
        let ExprKind::Call { ellipsis, .. } = e.kind else { return Run::new() };
        let elem = self.elem_type(t);
        let s = self.expr_as(args[0], t);
        if args.len() == 1 {
            return s;
        }
        if ellipsis.is_some() {
            let more_t = self.type_of(args[1]);
            let more =
                if more_t == TypeId::UNTYPED_NIL { self.zero(t) } else { self.expr(args[1]) };
            self.at(e.pos);
            let (p, cap) = self.grow(elem, &s, more[1]);
            let n = self.b.op(Op::Add, &[s[1], more[1]], Kind::I64);
            let size = self.l.rep(elem).size;
            let to = self.b.one(InstKind::SlicePtr(size), &[p, s[1], more[1]], Kind::Ptr);
            self.rt(
                Intrinsic::CopySlice,
                Some(elem),
                &[to, more[1], more[0], more[1]],
                &[Kind::I64],
            );
            return Run::from_slice(&[p, n, cap]);
        }
        let values: Vec<Run> = args[1..].iter().map(|a| self.expr_as(a, elem)).collect();
        self.at(e.pos);
        self.append_values(elem, &s, &values)
    }

    /// `append(s, values…)`, all evaluated.
    fn append_values(&mut self, elem: TypeId, s: &[Value], values: &[Run]) -> Run {
        let count = self.b.iconst(values.len() as i64);
        let (p, cap) = self.grow(elem, s, count);
        let n = self.b.op(Op::Add, &[s[1], count], Kind::I64);
        for (i, v) in values.iter().enumerate() {
            let index = if i == 0 {
                s[1]
            } else {
                let k = self.b.iconst(i as i64);
                self.b.op(Op::Add, &[s[1], k], Kind::I64)
            };
            let place = super::place::Place::Element { base: p, index, len: n, site: self.b.site };
            self.write_place(&place, elem, v);
        }
        Run::from_slice(&[p, n, cap])
    }

    /// Room for `more` elements after a slice's own: pointer and capacity.
    fn grow(&mut self, elem: TypeId, s: &[Value], more: Value) -> (Value, Value) {
        let (full, done) = (self.b.block(), self.b.block());
        let (pv, cv) = (self.b.var(Kind::Ptr), self.b.var(Kind::I64));
        self.b.write(pv, s[0]);
        self.b.write(cv, s[2]);
        let room = self.b.op(Op::Sub, &[s[2], s[1]], Kind::I64);
        self.b.branch(Cond::LtU, &[room, more], full, done);
        self.b.seal(full);
        self.b.switch_to(full);
        let r = self.rt(
            Intrinsic::GrowSlice,
            Some(elem),
            &[s[0], s[1], s[2], more],
            &[Kind::Ptr, Kind::I64],
        );
        self.b.write(pv, r[0]);
        self.b.write(cv, r[1]);
        self.b.jump(done);
        self.b.seal(done);
        self.b.switch_to(done);
        (self.b.read(pv), self.b.read(cv))
    }

    fn min_max(&mut self, e: &'a Expr<'a>, b: Builtin, args: &'a [&'a Expr<'a>]) -> Run {
        let t = self.type_of(e);
        let mut best = self.expr_as(args[0], t);
        let TypeKind::Basic(k) = self.l.under(t) else { return best };
        for &a in &args[1..] {
            let x = self.expr_as(a, t);
            if k.is_float() {
                let f32 = k == Basic::Float32;
                let (mut p, mut q) = (best[0], x[0]);
                if f32 {
                    p = self.b.op(Op::F32ToF, &[p], Kind::F64);
                    q = self.b.op(Op::F32ToF, &[q], Kind::F64);
                }
                let which =
                    if b == Builtin::Min { Intrinsic::MinFloat } else { Intrinsic::MaxFloat };
                let mut r = self.rt(which, None, &[p, q], &[Kind::F64])[0];
                if f32 {
                    r = self.b.op(Op::FToF32, &[r], Kind::F32);
                }
                best = Run::from_slice(&[r]);
                continue;
            }
            let kinds: Vec<Kind> = self.l.rep(t).kinds().collect();
            let vars: Vec<_> = kinds.iter().map(|&k| self.b.var(k)).collect();
            for (&var, &v) in vars.iter().zip(&best) {
                self.b.write(var, v);
            }
            let (take, done) = (self.b.block(), self.b.block());
            let less = if b == Builtin::Min {
                self.less_values(t, &x, &best)
            } else {
                self.less_values(t, &best, &x)
            };
            self.b.branch(Cond::True, &[less], take, done);
            self.b.seal(take);
            self.b.switch_to(take);
            for (&var, &v) in vars.iter().zip(&x) {
                self.b.write(var, v);
            }
            self.b.jump(done);
            self.b.seal(done);
            self.b.switch_to(done);
            best = vars.iter().map(|&v| self.b.read(v)).collect();
        }
        best
    }
}

//! Memory: loading and storing values, and the places that can be assigned to.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::Kind;
use gvm_bytecode::op::Op;
use smallvec::SmallVec;

use super::call::unparen;
use super::func::{FuncLower, Local, Run};
use crate::ir::build::{Builder, Var};
use crate::ir::{InstKind, Site, Value};
use crate::source::Pos;
use crate::syntax::ast::{Expr, ExprKind, UnaryOp};
use crate::types::info::SelectionKind;
use crate::types::object::{ObjId, ObjKind};
use crate::types::type_::{Basic, TypeId, TypeKind};

/// Something that can be read and assigned, its operands already evaluated.
#[derive(Clone, Debug)]
pub enum Place {
    Blank,
    /// Components of an SSA variable.
    Ssa(SmallVec<[Var; 4]>),
    /// A value that cannot be assigned (a captured constant variable, or part of one).
    Value(Run),
    /// `base` + offset.
    Memory {
        base: Value,
        off: u32,
    },
    /// A package variable, or part of one.
    Global {
        at: u32,
    },
    /// Element of a slice, or of an array in memory: base, index, length; where the bracket stands,
    /// which is the place of the bounds check.
    Element {
        base: Value,
        index: Value,
        len: Value,
        site: Site,
    },
    /// `m[k]`
    MapElem {
        map: Value,
        map_type: TypeId,
        key: Run,
    },
}

pub fn load_op(k: Kind) -> Op {
    match k {
        Kind::I8 => Op::Ld8,
        Kind::U8 => Op::Ld8U,
        Kind::I16 => Op::Ld16,
        Kind::U16 => Op::Ld16U,
        Kind::I32 => Op::Ld32,
        Kind::U32 | Kind::F32 => Op::Ld32U,
        Kind::I64 | Kind::U64 | Kind::F64 => Op::Ld64,
        Kind::Ptr => Op::LdP,
    }
}

pub fn store_op(k: Kind) -> Op {
    match k.size() {
        1 => Op::St8,
        2 => Op::St16,
        4 => Op::St32,
        _ if k.is_ptr() => Op::StP,
        _ => Op::St64,
    }
}

fn index_load_op(k: Kind) -> Op {
    match k {
        Kind::I8 => Op::IdxLd8,
        Kind::U8 => Op::IdxLd8U,
        Kind::I16 => Op::IdxLd16,
        Kind::U16 => Op::IdxLd16U,
        Kind::I32 => Op::IdxLd32,
        Kind::U32 | Kind::F32 => Op::IdxLd32U,
        Kind::I64 | Kind::U64 | Kind::F64 => Op::IdxLd64,
        Kind::Ptr => Op::IdxLdP,
    }
}

fn index_store_op(k: Kind) -> Op {
    match k.size() {
        1 => Op::IdxSt8,
        2 => Op::IdxSt16,
        4 => Op::IdxSt32,
        _ if k.is_ptr() => Op::IdxStP,
        _ => Op::IdxSt64,
    }
}

impl<'a> FuncLower<'_, '_, 'a> {
    // Addresses.

    /// An address whose offset fits an instruction.
    fn reach(&mut self, base: Value, off: u32, last: u32) -> (Value, u16) {
        if off + last <= u16::MAX as u32 {
            return (base, off as u16);
        }
        self.b.inst(InstKind::Op(Op::NilCheck), &[base], &[]);
        let n = self.b.iconst(off as i64);
        (self.b.op(Op::AddP, &[base, n], Kind::Ptr), 0)
    }

    /// base + off as an address; nil traps.
    pub fn offset(&mut self, base: Value, off: u32) -> Value {
        if off == 0 {
            return base;
        }
        let n = self.b.iconst(off as i64);
        self.b.op(Op::AddP, &[base, n], Kind::Ptr)
    }

    pub fn nil_check(&mut self, p: Value) {
        self.b.inst(InstKind::Op(Op::NilCheck), &[p], &[]);
    }

    // Whole values.

    /// The value of type `t` at base + off.
    pub fn load(&mut self, t: TypeId, base: Value, off: u32) -> Run {
        let rep = self.l.rep(t);
        if rep.boxed {
            let (base, o) = self.reach(base, off, 0);
            let at = self.offset_checked(base, o as u32);
            return Run::from_slice(&self.rt(Intrinsic::LoadBox, Some(t), &[at], &[Kind::Ptr]));
        }
        if rep.parts.is_empty() {
            self.nil_check(base);
            return Run::new();
        }
        let last = rep.parts.last().map_or(0, |p| p.0);
        let (base, off) = self.reach(base, off, last);
        rep.parts
            .iter()
            .map(|&(at, k)| self.b.one(InstKind::Load(load_op(k), off + at as u16), &[base], k))
            .collect()
    }

    fn offset_checked(&mut self, base: Value, off: u32) -> Value {
        if off > 0 {
            self.nil_check(base);
        }
        self.offset(base, off)
    }

    pub fn store(&mut self, t: TypeId, base: Value, off: u32, v: &[Value]) {
        let rep = self.l.rep(t);
        if rep.boxed {
            let (base, o) = self.reach(base, off, 0);
            let at = self.offset_checked(base, o as u32);
            self.copy(t, at, v[0]);
            return;
        }
        if rep.parts.is_empty() {
            self.nil_check(base);
            return;
        }
        let last = rep.parts.last().map_or(0, |p| p.0);
        let (base, off) = self.reach(base, off, last);
        for (&(at, k), &x) in rep.parts.iter().zip(v) {
            self.b.inst(InstKind::Store(store_op(k), off + at as u16), &[x, base], &[]);
        }
    }

    /// Copies an image of type `t`.
    pub fn copy(&mut self, t: TypeId, to: Value, from: Value) {
        let id = self.l.memory_type_id(t);
        self.b.inst(InstKind::CopyMem(id), &[to, from], &[]);
    }

    /// The zero value.
    pub fn zero(&mut self, t: TypeId) -> Run {
        let rep = self.l.rep(t);
        if rep.boxed {
            // Immutable, so any fresh zeroed object does.
            return Run::from_slice(&[self.new_object(t)]);
        }
        rep.kinds().map(|k| if k.is_ptr() { self.b.nil() } else { self.zero_word(k) }).collect()
    }

    fn zero_word(&mut self, k: Kind) -> Value {
        self.b.one(InstKind::Const(0), &[], k)
    }

    // Globals.

    pub fn global_addr(&mut self, at: u32) -> Value {
        self.b.one(InstKind::Table(Op::GlobalAddr, at), &[], Kind::Ptr)
    }

    pub fn read_global(&mut self, obj: ObjId) -> Run {
        let at = self.l.global(obj);
        let t = self.obj_type(obj);
        self.load_global(t, at)
    }

    fn load_global(&mut self, t: TypeId, at: u32) -> Run {
        let rep = self.l.rep(t);
        if rep.boxed || rep.kinds().any(|k| k.size() < 8) {
            let base = self.global_addr(at);
            return self.load(t, base, 0);
        }
        rep.parts
            .iter()
            .map(|&(off, k)| {
                let op = if k.is_ptr() { Op::GlobalLoadP } else { Op::GlobalLoad };
                self.b.one(InstKind::Table(op, at + off), &[], k)
            })
            .collect()
    }

    fn store_global(&mut self, t: TypeId, at: u32, v: &[Value]) {
        let rep = self.l.rep(t);
        if rep.boxed || rep.kinds().any(|k| k.size() < 8) {
            let base = self.global_addr(at);
            return self.store(t, base, 0, v);
        }
        for (&(off, k), &x) in rep.parts.iter().zip(v) {
            let op = if k.is_ptr() { Op::GlobalStoreP } else { Op::GlobalStore };
            self.b.inst(InstKind::Table(op, at + off), &[x], &[]);
        }
    }

    // Places.

    pub fn read_place(&mut self, p: &Place, t: TypeId) -> Run {
        match p {
            Place::Blank => self.zero(t),
            Place::Ssa(vars) => vars.iter().map(|&v| self.b.read(v)).collect(),
            Place::Value(run) => run.clone(),
            Place::Memory { base, off } => self.load(t, *base, *off),
            Place::Global { at } => self.load_global(t, *at),
            Place::Element { base, index, len, site } => {
                let rep = self.l.rep(t);
                if let [(0, k)] = rep.parts[..]
                    && !rep.boxed
                    && k.size() == rep.size
                {
                    let (load, args) =
                        (InstKind::IndexLoad(index_load_op(k)), [*base, *index, *len]);
                    let x = self.checking(*site, |b| b.one(load, &args, k));
                    return Run::from_slice(&[x]);
                }
                let at = self.element_address(*base, *index, *len, rep.size, *site);
                self.load(t, at, 0)
            }
            Place::MapElem { map, map_type, key } => {
                let at = self.map_get(*map, *map_type, key);
                self.load(t, at, 0)
            }
        }
    }

    pub fn write_place(&mut self, p: &Place, t: TypeId, v: &[Value]) {
        match p {
            Place::Blank => {}
            Place::Ssa(vars) => {
                for (&var, &x) in vars.iter().zip(v) {
                    self.b.write(var, x);
                }
            }
            Place::Value(_) => self.b.unreachable(),
            Place::Memory { base, off } => self.store(t, *base, *off, v),
            Place::Global { at } => self.store_global(t, *at, v),
            Place::Element { base, index, len, site } => {
                let rep = self.l.rep(t);
                if let [(0, k)] = rep.parts[..]
                    && !rep.boxed
                    && k.size() == rep.size
                {
                    let store = InstKind::IndexStore(index_store_op(k));
                    let args = [v[0], *base, *index, *len];
                    self.checking(*site, |b| b.inst(store, &args, &[]));
                    return;
                }
                let at = self.element_address(*base, *index, *len, rep.size, *site);
                self.store(t, at, 0, v);
            }
            Place::MapElem { map, map_type, key } => {
                let at = self.map_set(*map, *map_type, key);
                self.store(t, at, 0, v);
            }
        }
    }

    /// The address of a place in memory.
    pub fn place_addr(&mut self, p: &Place, t: TypeId) -> Value {
        match p {
            Place::Memory { base, off } => {
                self.nil_check(*base);
                self.offset(*base, *off)
            }
            Place::Global { at } => self.global_addr(*at),
            Place::Element { base, index, len, site } => {
                let size = self.l.rep(t).size;
                self.element_address(*base, *index, *len, size, *site)
            }
            // Not addressable in Go: a fresh object with the value.
            other => {
                let v = self.read_place(&other.clone(), t);
                let at = self.new_object(t);
                self.store(t, at, 0, &v);
                at
            }
        }
    }

    pub fn map_get(&mut self, map: Value, map_type: TypeId, key: &[Value]) -> Value {
        let mut args = Run::from_slice(&[map]);
        args.extend_from_slice(key);
        self.rt(Intrinsic::MapGet, Some(map_type), &args, &[Kind::Ptr])[0]
    }

    pub fn map_set(&mut self, map: Value, map_type: TypeId, key: &[Value]) -> Value {
        let mut args = Run::from_slice(&[map]);
        args.extend_from_slice(key);
        self.rt(Intrinsic::MapSet, Some(map_type), &args, &[Kind::Ptr])[0]
    }

    /// The place of a variable.
    pub fn var_place(&mut self, obj: ObjId) -> Place {
        if matches!(self.l.c.objs[obj].kind, ObjKind::Var(ref v) if v.is_global) {
            return Place::Global { at: self.l.global(obj) };
        }
        match self.local(obj) {
            Local::Ssa(vars) => Place::Ssa(vars),
            Local::Fixed(run) => Place::Value(run),
            Local::Memory(var) => Place::Memory { base: self.b.read(var), off: 0 },
        }
    }

    /// Evaluates the operands of an expression that denotes a place. Expressions that are not
    /// addressable give their value.
    pub fn place(&mut self, e: &'a Expr<'a>) -> Place {
        self.at(e.pos);
        if let Some(v) = self.ready.remove(&e.id) {
            let t = self.type_of(e);
            if self.l.rep(t).boxed {
                return Place::Memory { base: v[0], off: 0 };
            }
            return Place::Value(v);
        }
        match e.kind {
            ExprKind::Paren(x) => self.place(x),
            ExprKind::Ident(name) => {
                if name == crate::Symbol::BLANK {
                    return Place::Blank;
                }
                match self.obj_of(e.id) {
                    Some(obj) if self.l.c.objs.var(obj).is_some() => self.var_place(obj),
                    _ => Place::Value(self.expr(e)),
                }
            }
            ExprKind::Star(x) => {
                let p = self.expr(x);
                Place::Memory { base: p[0], off: 0 }
            }
            ExprKind::Selector { x, sel } => {
                let Some(s) = self.l.c.info.selections.get(&e.id).cloned() else {
                    // pkg.Var, or a constant or function of a package.
                    return match self.obj_of(sel.id) {
                        Some(obj) if self.l.c.objs.var(obj).is_some() => self.var_place(obj),
                        _ => Place::Value(self.expr(e)),
                    };
                };
                if s.kind != SelectionKind::Field {
                    return Place::Value(self.expr(e));
                }
                let (place, _) = self.field_path(x, &s.path);
                place
            }
            ExprKind::Index { x, lbrack, indices, .. } => {
                let t = self.type_of(x);
                if matches!(self.l.under(t), TypeKind::Signature(_)) {
                    return Place::Value(self.expr(e));
                }
                self.index_place(x, t, lbrack, indices[0])
            }
            ExprKind::Composite { .. } => {
                let t = self.type_of(e);
                if self.l.rep(t).boxed {
                    let v = self.expr(e);
                    return Place::Memory { base: v[0], off: 0 };
                }
                Place::Value(self.expr(e))
            }
            ExprKind::Unary { op: UnaryOp::Address, .. } => Place::Value(self.expr(e)),
            _ => {
                let t = self.type_of(e);
                let v = self.expr(e);
                if self.l.rep(t).boxed {
                    Place::Memory { base: v[0], off: 0 }
                } else {
                    Place::Value(v)
                }
            }
        }
    }

    /// Goes through fields from an expression; pointers on the way are followed. Gives the place
    /// and its type.
    pub fn field_path(&mut self, x: &'a Expr<'a>, path: &[u32]) -> (Place, TypeId) {
        let mut t = self.type_of(x);
        let mut place = match self.l.under(t) {
            // A pointer's own place does not matter.
            TypeKind::Pointer(_) => Place::Value(self.expr(x)),
            _ => self.place(x),
        };
        for &i in path {
            (place, t) = self.field(place, t, i);
        }
        (place, t)
    }

    /// One field of a struct, or of what a pointer to a struct points to.
    pub fn field(&mut self, place: Place, t: TypeId, index: u32) -> (Place, TypeId) {
        let mut place = place;
        let mut st = t;
        if let TypeKind::Pointer(elem) = self.l.under(t) {
            let p = self.read_place(&place, t);
            place = Place::Memory { base: p[0], off: 0 };
            st = elem;
        }
        let TypeKind::Struct(fields) = self.l.under(st) else { return (place, st) };
        let layout = self.l.c.types.struct_layout(&fields);
        let ft = self.l.c.types.canon(fields[index as usize].typ);
        let off = layout.offsets[index as usize] as u32;
        let out = match place {
            Place::Memory { base, off: o } => Place::Memory { base, off: o + off },
            Place::Global { at } => Place::Global { at: at + off },
            Place::Ssa(vars) => {
                let (from, n) = self.component_range(&fields, index);
                Place::Ssa(vars[from..from + n].into())
            }
            Place::Value(run) => {
                if self.l.rep(st).boxed {
                    Place::Memory { base: run[0], off }
                } else {
                    let (from, n) = self.component_range(&fields, index);
                    Place::Value(run[from..from + n].into())
                }
            }
            Place::Element { .. } => {
                let base = self.place_addr(&place, st);
                Place::Memory { base, off }
            }
            Place::MapElem { map, map_type, ref key } => {
                let base = self.map_get(map, map_type, key);
                Place::Memory { base, off }
            }
            Place::Blank => Place::Blank,
        };
        (out, ft)
    }

    fn component_range(
        &mut self,
        fields: &[crate::types::type_::Field],
        index: u32,
    ) -> (usize, usize) {
        let from = fields[..index as usize].iter().map(|f| self.l.rep(f.typ).count()).sum();
        (from, self.l.rep(fields[index as usize].typ).count())
    }

    /// `x[i]` as a place.
    pub fn index_place(
        &mut self,
        x: &'a Expr<'a>,
        t: TypeId,
        lbrack: Pos,
        index: &'a Expr<'a>,
    ) -> Place {
        match self.l.under(t) {
            TypeKind::Slice(_) => {
                let s = self.expr(x);
                let i = self.index_value(index);
                let site = self.index_site(lbrack, index);
                Place::Element { base: s[0], index: i, len: s[1], site }
            }
            TypeKind::Basic(Basic::String | Basic::UntypedString) => {
                let s = self.expr(x);
                let i = self.index_value(index);
                let site = self.index_site(lbrack, index);
                Place::Element { base: s[0], index: i, len: s[1], site }
            }
            TypeKind::Map(k, _) => {
                let m = self.expr(x);
                let key = self.expr_as(index, k);
                Place::MapElem { map: m[0], map_type: t, key }
            }
            TypeKind::Pointer(at) => {
                let p = self.expr(x);
                let TypeKind::Array(n, elem) = self.l.under(at) else { return Place::Blank };
                self.nil_before_index(p[0], index);
                self.array_element(p[0], 0, n, elem, lbrack, index)
            }
            TypeKind::Array(n, elem) => {
                let p = self.place(x);
                if n == 0 {
                    // No index is in range: what comes after the check is never reached.
                    self.check_index(lbrack, index, n);
                    return Place::Memory { base: self.b.nil(), off: 0 };
                }
                match p {
                    Place::Memory { base, off } => {
                        if self.assigned_variable(x).is_none() {
                            self.nil_before_index(base, index);
                        }
                        self.array_element(base, off, n, elem, lbrack, index)
                    }
                    Place::Global { at } => {
                        if let Some(i) = self.const_int(index) {
                            let size = self.l.rep(elem).size;
                            return Place::Global { at: at + i as u32 * size };
                        }
                        let base = self.global_addr(at);
                        self.array_element(base, 0, n, elem, lbrack, index)
                    }
                    Place::Ssa(ref vars) => {
                        // One element or none.
                        let vars = vars.clone();
                        self.check_index(lbrack, index, n);
                        Place::Ssa(vars)
                    }
                    Place::Value(ref run) if !self.l.rep(t).boxed => {
                        let run = run.clone();
                        self.check_index(lbrack, index, n);
                        Place::Value(run)
                    }
                    other => {
                        let base = self.place_addr(&other, t);
                        self.array_element(base, 0, n, elem, lbrack, index)
                    }
                }
            }
            _ => Place::Value(self.expr(x)),
        }
    }

    /// The pointer to an array is looked at before its index is computed.
    fn nil_before_index(&mut self, base: Value, index: &'a Expr<'a>) {
        let plain = matches!(unparen(index).kind, ExprKind::Ident(_));
        if !plain && self.const_int(index).is_none() {
            self.nil_check(base);
        }
    }

    fn check_index(&mut self, lbrack: Pos, index: &'a Expr<'a>, n: i64) {
        if self.const_int(index).is_none() {
            let i = self.index_value(index);
            let site = self.index_site(lbrack, index);
            let len = self.b.iconst(n);
            let nil = self.b.nil();
            // Only its bounds check is wanted.
            self.element_address(nil, i, len, 0, site);
        }
    }

    fn array_element(
        &mut self,
        base: Value,
        off: u32,
        n: i64,
        elem: TypeId,
        lbrack: Pos,
        index: &'a Expr<'a>,
    ) -> Place {
        if let Some(i) = self.const_int(index) {
            let size = self.l.rep(elem).size;
            return Place::Memory { base, off: off + i as u32 * size };
        }
        let i = self.index_value(index);
        let site = self.index_site(lbrack, index);
        self.nil_check(base);
        let base = self.offset(base, off);
        let len = self.b.iconst(n);
        Place::Element { base, index: i, len, site }
    }

    /// A constant index, already checked.
    pub fn const_int(&mut self, e: &Expr<'a>) -> Option<i64> {
        self.l.c.info.exprs.get(&e.id).and_then(|tv| tv.value.to_int()).and_then(|v| v.as_i64())
    }

    /// An index as one value; unsigned types beyond int64 trap as too large.
    pub fn index_value(&mut self, e: &'a Expr<'a>) -> Value {
        if let Some(i) = self.const_int(e) {
            return self.b.iconst(i);
        }
        self.expr(e)[0]
    }

    /// Where an index expression is, with what the text of its failure needs.
    fn index_site(&mut self, lbrack: Pos, index: &'a Expr<'a>) -> Site {
        self.at(lbrack);
        Site { unsigned: self.unsigned_index(index) as u8, ..self.b.site }
    }

    /// Makes an instruction that checks bounds; what comes after it stands at the same place.
    pub fn checking<T>(&mut self, site: Site, make: impl FnOnce(&mut Builder) -> T) -> T {
        self.b.site = site;
        let made = make(&mut self.b);
        self.b.site.unsigned = 0;
        made
    }

    fn element_address(
        &mut self,
        base: Value,
        index: Value,
        len: Value,
        size: u32,
        at: Site,
    ) -> Value {
        self.checking(at, |b| b.one(InstKind::IndexAddr(size), &[base, index, len], Kind::Ptr))
    }

    /// Whether an index is an unsigned 64-bit number: when it is out of range, its text says so.
    pub fn unsigned_index(&mut self, e: &'a Expr<'a>) -> bool {
        let t = self.type_of(e);
        self.const_int(e).is_none()
            && matches!(
                self.l.under(t),
                TypeKind::Basic(Basic::Uint | Basic::Uint64 | Basic::Uintptr)
            )
    }
}

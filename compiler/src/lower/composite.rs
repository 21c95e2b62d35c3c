//! Composite literals.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::Kind;
use gvm_bytecode::op::Op;

use super::func::{FuncLower, Run};
use crate::Symbol;
use crate::ir::{InstKind, Value};
use crate::syntax::ast::{Element, Expr, ExprKind, UnaryOp};
use crate::types::info::ExprMode;
use crate::types::type_::{TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    /// `T{…}` as a value.
    pub fn composite(&mut self, e: &'a Expr<'a>, t: TypeId, elems: &'a [Element<'a>]) -> Run {
        match self.l.under(t) {
            TypeKind::Pointer(elem) => {
                // An elided `&T` inside another literal.
                let elem = self.l.c.types.canon(elem);
                let addr = self.new_object(elem);
                self.composite_into(e, elem, elems, addr, 0, true);
                Run::from_slice(&[addr])
            }
            TypeKind::Slice(elem) => self.slice_literal(e, elem, elems),
            TypeKind::Map(k, v) => self.map_literal(t, k, v, elems),
            TypeKind::Struct(fields) if !self.l.rep(t).boxed => {
                if self.has_promoted_key(&fields, elems) {
                    let addr = self.new_object(t);
                    self.composite_into(e, t, elems, addr, 0, true);
                    return self.load(t, addr, 0);
                }
                let mut values: Vec<Option<Run>> = vec![None; fields.len()];
                for (n, el) in elems.iter().enumerate() {
                    let i = match el.key {
                        Some(Expr { kind: ExprKind::Ident(name), .. }) => {
                            fields.iter().position(|f| f.name == *name).unwrap_or(0)
                        }
                        _ => n,
                    };
                    let value = self.element_value(el.value, fields[i].typ);
                    if fields[i].name != Symbol::BLANK {
                        values[i] = Some(value);
                    }
                }
                let mut run = Run::new();
                for (f, v) in fields.iter().zip(values) {
                    match v {
                        Some(v) => run.extend(v),
                        None => {
                            let ft = self.subst(f.typ);
                            run.extend(self.zero(ft));
                        }
                    }
                }
                run
            }
            _ => {
                let addr = self.new_object(t);
                self.composite_into(e, t, elems, addr, 0, true);
                if self.l.rep(t).boxed { Run::from_slice(&[addr]) } else { self.load(t, addr, 0) }
            }
        }
    }

    /// Entries that need no code to be made come before all others, each group as it is written:
    /// observed of gc, and to be seen where keys are equal.
    fn map_literal(&mut self, t: TypeId, k: TypeId, v: TypeId, elems: &'a [Element<'a>]) -> Run {
        let n = self.b.iconst(elems.len() as i64);
        let m = self.rt(Intrinsic::MapNew, Some(t), &[n], &[Kind::Ptr])[0];
        let by_value = self.is_fast_map(k, v);
        let entries = elems.iter().filter_map(|el| Some((el.key?, el.value)));
        let (fixed, made): (Vec<_>, Vec<_>) =
            entries.partition(|&(key, value)| self.is_fixed(key, k) && self.is_fixed(value, v));
        for (key, value) in fixed.into_iter().chain(made) {
            // Each entry is an assignment of its own, as in gc.
            let outer = std::mem::replace(&mut self.in_turn, false);
            let key = if by_value {
                self.calls_first(&[key, value]);
                self.element_value(key, k)
            } else {
                self.calls_first(&[key]);
                let key = self.element_value(key, k);
                self.calls_first(&[value]);
                key
            };
            let value = self.element_value(value, v);
            self.in_turn = outer;
            let at = self.map_set(m, t, &key);
            let v = self.l.c.types.canon(v);
            self.store(v, at, 0, &value);
        }
        Run::from_slice(&[m])
    }

    /// Whether gc has an element in its data: a constant, `nil`, a struct or array of such.
    /// Converted ones (to an interface, `T(nil)`) are not.
    pub fn is_fixed(&mut self, e: &'a Expr<'a>, t: TypeId) -> bool {
        if let ExprKind::Paren(x) = e.kind {
            return self.is_fixed(x, t);
        }
        let t = self.subst(t);
        let under = self.l.under(t);
        if let Some(tv) = self.l.c.info.exprs.get(&e.id) {
            match tv.mode {
                ExprMode::Nil => return true,
                ExprMode::Constant => return !matches!(under, TypeKind::Interface(_)),
                _ => {}
            }
        }
        let ExprKind::Composite { typ, elems, .. } = e.kind else { return false };
        if typ.is_some() && self.type_of(e) != t {
            return false;
        }
        match under {
            TypeKind::Struct(fields) => elems.iter().enumerate().all(|(n, el)| {
                let field = match el.key {
                    Some(Expr { kind: ExprKind::Ident(name), .. }) => {
                        self.l.c.types.field_named(&fields, *name)
                    }
                    _ => Some(n),
                };
                field.is_some_and(|i| self.is_fixed(el.value, fields[i].typ))
            }),
            TypeKind::Array(_, elem) => elems.iter().all(|el| self.is_fixed(el.value, elem)),
            _ => false,
        }
    }

    fn has_promoted_key(
        &self,
        fields: &[crate::types::type_::Field],
        elems: &[Element<'a>],
    ) -> bool {
        elems.iter().any(|el| match el.key {
            Some(Expr { kind: ExprKind::Ident(name), .. }) => {
                !fields.iter().any(|f| f.name == *name)
            }
            _ => false,
        })
    }

    /// Whether gc gives keys to the map's code by value. It copies others in their turn, to give
    /// their address.
    pub fn is_fast_map(&mut self, key: TypeId, elem: TypeId) -> bool {
        let (k, elem) = (self.l.rep(key), self.l.rep(elem));
        let is_string = matches!(self.l.under(key), TypeKind::Basic(b) if b.is_string());
        let plain = k.kinds().all(|c| !matches!(c, Kind::F32 | Kind::F64));
        elem.size <= 128 && (is_string || plain && matches!(k.size, 4 | 8))
    }

    /// An element's value; a literal without type takes the element type.
    fn element_value(&mut self, e: &'a Expr<'a>, t: TypeId) -> Run {
        let t = self.subst(t);
        if let ExprKind::Composite { typ: None, elems, .. } = e.kind {
            // Only maps are evaluated ahead.
            return self.ready.remove(&e.id).unwrap_or_else(|| self.composite(e, t, elems));
        }
        if !self.in_turn || is_literal(e) {
            return self.expr_as(e, t);
        }
        self.in_turn = false;
        self.calls_first(&[e]);
        let v = self.expr_as(e, t);
        self.in_turn = true;
        v
    }

    /// Writes a literal to memory at base + off. `zeroed`: the memory is zero already.
    pub fn composite_into(
        &mut self,
        e: &'a Expr<'a>,
        t: TypeId,
        elems: &'a [Element<'a>],
        base: Value,
        off: u32,
        zeroed: bool,
    ) {
        match self.l.under(t) {
            TypeKind::Struct(fields) => {
                let layout = self.l.c.types.struct_layout(&fields);
                let blank = fields.iter().any(|f| f.name == Symbol::BLANK);
                if !zeroed && (elems.len() < fields.len() || blank) {
                    self.zero_memory(t, base, off);
                }
                for (n, el) in elems.iter().enumerate() {
                    let mut field = n;
                    if let Some(Expr { kind: ExprKind::Ident(name), .. }) = el.key {
                        match self.l.c.types.field_named(&fields, *name) {
                            Some(i) => field = i,
                            None => {
                                self.promoted_element(t, *name, el.value, base, off);
                                continue;
                            }
                        }
                    }
                    let typ = fields[field].typ;
                    if fields[field].name == Symbol::BLANK {
                        // The value is made; the field stays zero.
                        self.element_value(el.value, typ);
                        continue;
                    }
                    self.element_into(el.value, typ, base, off + layout.offsets[field] as u32);
                }
            }
            TypeKind::Array(_, elem) => {
                if !zeroed {
                    self.zero_memory(t, base, off);
                }
                let size = self.l.rep(elem).size;
                let mut i = 0u32;
                for el in elems {
                    if let Some(k) = el.key {
                        i = self.const_int(k).unwrap_or(0) as u32;
                    }
                    self.element_into(el.value, elem, base, off + i * size);
                    i += 1;
                }
            }
            _ => {
                let v = self.composite(e, t, elems);
                self.store(t, base, off, &v);
            }
        }
    }

    /// `T{Promoted: v}` (Go 1.27).
    fn promoted_element(
        &mut self,
        t: TypeId,
        name: crate::Symbol,
        value: &'a Expr<'a>,
        base: Value,
        off: u32,
    ) {
        let crate::types::lookup::Lookup::Found(hit) = self.l.find_method(t, name, None) else {
            return;
        };
        let mut place = super::place::Place::Memory { base, off };
        let mut ft = t;
        for &i in &hit.path {
            (place, ft) = self.field(place, ft, i);
        }
        let v = self.element_value(value, ft);
        self.write_place(&place, ft, &v);
    }

    fn zero_memory(&mut self, t: TypeId, base: Value, off: u32) {
        let at = self.offset(base, off);
        let id = self.l.memory_type_id(t);
        self.b.inst(InstKind::ZeroMem(id), &[at], &[]);
    }

    fn element_into(&mut self, e: &'a Expr<'a>, t: TypeId, base: Value, off: u32) {
        let t = self.subst(t);
        if let ExprKind::Composite { elems, .. } = e.kind
            && self.l.rep(t).boxed
            && (self.type_of(e) == t)
        {
            return self.composite_into(e, t, elems, base, off, true);
        }
        let v = self.element_value(e, t);
        self.store(t, base, off, &v);
    }

    fn slice_literal(&mut self, e: &'a Expr<'a>, elem: TypeId, elems: &'a [Element<'a>]) -> Run {
        let elem = self.l.c.types.canon(elem);
        let mut len = 0i64;
        let mut i = 0i64;
        for el in elems {
            if let Some(k) = el.key {
                i = self.const_int(k).unwrap_or(0);
            }
            i += 1;
            len = len.max(i);
        }
        let array = self.l.c.types.array(len, elem);
        let addr = self.new_object(array);
        if let Some(data) = self.static_array(array, elem, elems, len) {
            let from = self.b.one(InstKind::Table(Op::DataAddr, data.0), &[], Kind::Ptr);
            self.copy(array, addr, from);
        } else {
            self.composite_into(e, array, elems, addr, 0, true);
        }
        let n = self.b.iconst(len);
        Run::from_slice(&[addr, n, n])
    }
}

/// `T{…}` or `&T{…}`.
pub fn is_literal(e: &Expr<'_>) -> bool {
    match e.kind {
        ExprKind::Paren(x) | ExprKind::Unary { op: UnaryOp::Address, x } => is_literal(x),
        ExprKind::Composite { .. } => true,
        _ => false,
    }
}

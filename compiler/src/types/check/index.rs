//! Index and slice expressions.

use crate::syntax::ast::{Expr, ExprKind};
use crate::types::check::Checker;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::type_::{Basic, TypeId, TypeKind};

fn e_bracket(e: &Expr<'_>) -> crate::syntax::Pos {
    if let ExprKind::Index { lbrack, .. } = e.kind { lbrack } else { e.pos }
}

/// How a type is indexed by an integer.
struct Indexed {
    elem: TypeId,
    mode: Mode,
    /// Known length, if any.
    len: Option<i64>,
}

impl<'a> Checker<'a> {
    /// `x[i]`, or the instantiation of a generic function or type.
    pub(super) fn index_or_instance(
        &mut self,
        e: &'a Expr<'a>,
        target: Option<TypeId>,
        allow_generic: bool,
    ) -> Operand<'a> {
        let ExprKind::Index { x: xe, .. } = e.kind else { return Operand::invalid() };
        let x = self.eval(xe, None, None, true);
        if allow_generic && let Some(y) = self.partial_instance(e, &x) {
            return y;
        }
        self.index_with(e, x, target)
    }

    /// `x[…]` with `x` already checked.
    pub(super) fn index_with(
        &mut self,
        e: &'a Expr<'a>,
        mut x: Operand<'a>,
        target: Option<TypeId>,
    ) -> Operand<'a> {
        let ExprKind::Index { indices, .. } = e.kind else { return Operand::invalid() };
        match x.mode {
            Mode::TypeExpr => {
                let typ = self.typ(e);
                if !self.is_valid(typ) {
                    return Operand::invalid();
                }
                return Operand { mode: Mode::TypeExpr, typ, val: Value::Unknown, expr: Some(e) };
            }
            Mode::Value if matches!(self.types.kind(x.typ), TypeKind::Signature(s) if !s.tparams.is_empty()) =>
            {
                return self.func_instance(e, x, indices, target);
            }
            _ => {}
        }
        if let Mode::Builtin(_) = x.mode {
            let (p, d) = (e_bracket(e), self.describe(&x));
            self.error(p, format!("cannot index {d}"));
            return Operand::invalid();
        }
        self.exclude(&mut x, true);
        self.single_value(&mut x);
        if x.is_invalid() {
            for i in indices {
                self.raw_expr(i, None);
            }
            return x;
        }
        if let Some(second) = indices.get(1) {
            self.error(second.pos, "invalid operation: more than one index");
        }
        let Some(&index) = indices.first() else { return Operand::invalid() };
        self.index_value(e, x, index)
    }

    fn index_value(
        &mut self,
        e: &'a Expr<'a>,
        mut x: Operand<'a>,
        index: &'a Expr<'a>,
    ) -> Operand<'a> {
        if x.is_const() && self.is_string(x.typ) {
            // A string constant is indexed as a string value; an untyped one becomes a string.
            let len = x.val.as_str().map(|s| s.len() as i64);
            if self.is_untyped(x.typ) {
                self.convert_untyped(&mut x, TypeId::STRING);
            }
            self.index_const(index, len);
            return Operand {
                mode: Mode::Value,
                typ: self.universe.byte,
                val: Value::Unknown,
                expr: Some(e),
            };
        }
        if !self.types.is_tparam(x.typ) {
            if let TypeKind::Map(k, v) = self.under_kind(x.typ) {
                let mut i = self.expr_hint(index, Some(k), super::expr::Target::Text("map index"));
                self.assignment(&mut i, Some(k), "map index");
                return Operand {
                    mode: Mode::MapIndex,
                    typ: v,
                    val: Value::Unknown,
                    expr: Some(e),
                };
            }
        } else if let Some(m) = self.tparam_map(x.typ) {
            let (k, v) = m;
            let mut i = self.expr_hint(index, Some(k), super::expr::Target::Text("map index"));
            self.assignment(&mut i, Some(k), "map index");
            return Operand { mode: Mode::MapIndex, typ: v, val: Value::Unknown, expr: Some(e) };
        }
        if let TypeKind::Pointer(q) = self.under_kind(x.typ)
            && !self.path.is_empty()
            && self.incomplete(q)
        {
            return Operand::invalid();
        }
        let Some(how) = self.indexed(&x) else {
            let d = self.describe(&x);
            self.error(e_bracket(e), format!("cannot index {d}"));
            self.raw_expr(index, None);
            return Operand::invalid();
        };
        self.index_const(index, how.len);
        Operand { mode: how.mode, typ: how.elem, val: Value::Unknown, expr: Some(e) }
    }

    /// Key and element of a type parameter whose type set has maps only.
    fn tparam_map(&mut self, t: TypeId) -> Option<(TypeId, TypeId)> {
        let mut out: Option<(TypeId, TypeId)> = None;
        for u in self.under_terms(t)? {
            let &TypeKind::Map(k, v) = self.types.raw_kind(u) else { return None };
            match out {
                None => out = Some((k, v)),
                Some((a, b)) => {
                    if !self.types.identical(a, k) || !self.types.identical(b, v) {
                        return None;
                    }
                }
            }
        }
        out
    }

    fn indexed(&mut self, x: &Operand<'a>) -> Option<Indexed> {
        let mut out: Option<Indexed> = None;
        for u in self.under_terms(x.typ)? {
            let one = match *self.types.raw_kind(u) {
                TypeKind::Basic(b) if b.is_string() => {
                    Indexed { elem: self.universe.byte, mode: Mode::Value, len: None }
                }
                TypeKind::Array(n, elem) => {
                    let mode = if x.mode == Mode::Variable { Mode::Variable } else { Mode::Value };
                    Indexed { elem, mode, len: Some(n) }
                }
                TypeKind::Pointer(p) => {
                    let pu = self.under(p);
                    let &TypeKind::Array(n, elem) = self.types.raw_kind(pu) else { return None };
                    Indexed { elem, mode: Mode::Variable, len: Some(n) }
                }
                TypeKind::Slice(elem) => Indexed { elem, mode: Mode::Variable, len: None },
                _ => return None,
            };
            out = Some(match out {
                None => one,
                Some(o) => {
                    if !self.types.identical(o.elem, one.elem) {
                        return None;
                    }
                    Indexed {
                        elem: o.elem,
                        mode: if o.mode == Mode::Value { Mode::Value } else { one.mode },
                        // The shortest array bounds it, unless the first type is none.
                        len: o.len.map(|a| one.len.map_or(a, |b| a.min(b))),
                    }
                }
            });
        }
        out
    }

    /// An index: an integer, below `max` if it is constant. Gives its type and constant value;
    /// `None` after an error.
    pub fn index_const(
        &mut self,
        e: &'a Expr<'a>,
        max: Option<i64>,
    ) -> Option<(TypeId, Option<i64>)> {
        let mut x = self.expr(e);
        if !self.valid_index(&mut x, "index", false) {
            return None;
        }
        if !x.is_const() {
            return Some((x.typ, None));
        }
        let v = x.val.as_i64()?;
        if let Some(max) = max
            && v >= max
        {
            let p = self.operand_pos(&x);
            self.error(p, format!("invalid argument: index {v} out of bounds [0:{max}]"));
            return None;
        }
        Some((x.typ, Some(v)))
    }

    /// Whether `x` can be an index, a length or a capacity; untyped constants become `int`.
    pub(super) fn valid_index(
        &mut self,
        x: &mut Operand<'a>,
        what: &str,
        allow_negative: bool,
    ) -> bool {
        if x.is_invalid() {
            return false;
        }
        self.convert_untyped_index(x);
        if x.is_invalid() {
            return false;
        }
        let p = self.operand_pos(x);
        if !self.all_integer(x.typ) {
            let d = self.describe(x);
            self.error(p, format!("invalid argument: {what} {d} must be integer"));
            return false;
        }
        if x.is_const() {
            if !allow_negative && x.val.sign() < 0 {
                let d = self.describe(x);
                self.error(p, format!("invalid argument: {what} {d} must not be negative"));
                return false;
            }
            if self.representable(&x.val, x.typ, Basic::Int).is_err() {
                let d = self.describe(x);
                self.error(p, format!("invalid argument: {what} {d} overflows int"));
                return false;
            }
        }
        true
    }

    fn convert_untyped_index(&mut self, x: &mut Operand<'a>) {
        if self.is_untyped(x.typ) {
            self.convert_untyped(x, TypeId::INT);
        }
    }

    pub(super) fn slice_expr(&mut self, e: &'a Expr<'a>) -> Operand<'a> {
        let ExprKind::Slice { x: xe, lo, hi, max, three, .. } = e.kind else {
            return Operand::invalid();
        };
        let mut x = self.expr(xe);
        let indices = [lo, hi, max];
        if x.is_invalid() {
            for i in indices.into_iter().flatten() {
                self.raw_expr(i, None);
            }
            return x;
        }
        let mut len: Option<i64> = None;
        let core = if self.types.is_tparam(x.typ) {
            self.core_string(x.typ)
        } else {
            Some(self.under(x.typ))
        };
        let p = self.operand_pos(&x);
        let Some(core) = core else {
            let mut cause = self.no_core(x.typ);
            if cause == "no specific type" {
                cause = format!("{cause} in {}", self.type_str(x.typ));
            }
            let d = self.describe(&x);
            self.error(p, format!("cannot slice {d}: {cause}"));
            return Operand::invalid();
        };
        let mut valid = true;
        match *self.types.raw_kind(core) {
            TypeKind::Basic(b) if b.is_string() => {
                if three {
                    let at = max.map_or(e.pos, |m| m.pos);
                    self.error(at, "invalid operation: 3-index slice of string");
                    return Operand::invalid();
                }
                if x.is_const() {
                    len = x.val.as_str().map(|s| s.len() as i64);
                }
                if self.is_untyped(x.typ) {
                    self.convert_untyped(&mut x, TypeId::STRING);
                    x.typ = TypeId::STRING;
                }
                x.mode = Mode::Value;
                x.val = Value::Unknown;
            }
            TypeKind::Array(n, elem) => {
                len = Some(n);
                if x.mode != Mode::Variable {
                    let d = self.describe(&x);
                    self.error(p, format!("cannot slice unaddressable value {d}"));
                    return Operand::invalid();
                }
                self.mark_address_taken(xe);
                x.typ = self.types.slice(elem);
                x.mode = Mode::Value;
            }
            TypeKind::Pointer(q) => {
                if !self.path.is_empty() && self.incomplete(q) {
                    return Operand::invalid();
                }
                let qu = self.under(q);
                if let &TypeKind::Array(n, elem) = self.types.raw_kind(qu) {
                    len = Some(n);
                    x.typ = self.types.slice(elem);
                    x.mode = Mode::Value;
                } else {
                    valid = false;
                }
            }
            TypeKind::Slice(_) => x.mode = Mode::Value,
            _ => valid = false,
        }
        if !valid {
            let d = self.describe(&x);
            self.error(p, format!("cannot slice {d}"));
            return Operand::invalid();
        }
        let mut known: Vec<(i64, &'a Expr<'a>)> = Vec::new();
        for i in indices.into_iter().flatten() {
            if let Some((_, Some(v))) = self.index_const(i, len.map(|l| l + 1)) {
                known.push((v, i));
            }
        }
        // Constant indices must not decrease; each pair is reported once.
        'outer: for a in 0..known.len() {
            for b in a + 1..known.len() {
                if known[a].0 > known[b].0 {
                    self.error(
                        known[b].1.pos,
                        format!("invalid slice indices: {} < {}", known[b].0, known[a].0),
                    );
                    break 'outer;
                }
            }
        }
        x.expr = Some(e);
        x
    }

    /// Why a type parameter has no single underlying type.
    pub fn no_core(&mut self, t: TypeId) -> String {
        let us = self.under_terms(t).unwrap_or_default();
        let Some((&first, rest)) = us.split_first() else {
            return "no specific type".into();
        };
        let other =
            rest.iter().copied().find(|&u| !self.types.identical(first, u)).unwrap_or(first);
        let (a, b) = (self.type_str(first), self.type_str(other));
        if let (&TypeKind::Chan(_, x), &TypeKind::Chan(_, y)) =
            (self.types.raw_kind(first), self.types.raw_kind(other))
        {
            // A two-way channel may stand beside the others.
            let sets: Vec<TypeId> = us.clone();
            for &u in &sets {
                if let &TypeKind::Chan(_, e) = self.types.raw_kind(u)
                    && !self.types.identical(x, e)
                {
                    let b = self.type_str(u);
                    return format!("channels {a} and {b} have different element types");
                }
            }
            let _ = y;
            let one = |c: &Self, d: crate::types::type_::ChanDir| {
                us.iter()
                    .copied()
                    .find(|&u| matches!(c.types.raw_kind(u), TypeKind::Chan(e, _) if *e == d))
            };
            use crate::types::type_::ChanDir;
            if let (Some(r), Some(s)) = (one(self, ChanDir::Recv), one(self, ChanDir::Send)) {
                let first_is_recv =
                    us.iter().position(|&u| u == r) < us.iter().position(|&u| u == s);
                let (p, q) = if first_is_recv { (r, s) } else { (s, r) };
                let (a, b) = (self.type_str(p), self.type_str(q));
                return format!("channels {a} and {b} have conflicting directions");
            }
        }
        format!("{a} and {b} have different underlying types")
    }
}

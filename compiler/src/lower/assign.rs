//! Assignments and definitions.

use super::func::{FuncLower, Run};
use super::order_assign::Assigned;
use super::place::Place;
use crate::ir::Value;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, VarSpec};
use crate::types::info::ExprMode;
use crate::types::type_::{TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    /// The address of an image of a boxed value: the variable's own memory where there is one.
    /// Valid until something is assigned.
    fn image_addr(&mut self, e: &'a Expr<'a>, t: TypeId) -> Value {
        let mut inner = e;
        while let ExprKind::Paren(x) = inner.kind {
            inner = x;
        }
        let direct = match inner.kind {
            ExprKind::Ident(_) | ExprKind::Selector { .. } | ExprKind::Star(_) => true,
            ExprKind::Index { x, .. } => {
                let xt = self.type_of(x);
                !self.l.c.info.comma_ok.contains(&inner.id)
                    && !matches!(self.l.under(xt), TypeKind::Signature(_))
            }
            _ => false,
        };
        if direct && !self.ready.contains_key(&inner.id) && self.type_of(e) == t {
            let p = self.place(inner);
            if let Place::MapElem { map, map_type, ref key } = p {
                return self.map_get(map, map_type, key);
            }
            return self.place_addr(&p, t);
        }
        self.expr_as(e, t)[0]
    }

    pub fn assign(&mut self, lhs: &'a [&'a Expr<'a>], rhs: &'a [&'a Expr<'a>]) {
        if let ([l], [r]) = (lhs, rhs) {
            return self.assign_one(l, r);
        }
        let each = lhs.len() == rhs.len();
        let types: Vec<TypeId> = lhs.iter().map(|l| self.type_of(l)).collect();
        if !each {
            self.calls_first_assign(lhs, rhs);
            let places: Vec<Place> = lhs.iter().map(|l| self.place(l)).collect();
            let values = self.values(rhs, &types);
            for ((p, &t), v) in places.iter().zip(&types).zip(values) {
                self.write_place(p, t, &v);
            }
            return;
        }
        self.calls_first_assign_each(lhs, rhs);
        let mut done = Assigned::default();
        let mut early: Vec<(Option<Place>, Option<Run>)> = Vec::new();
        for ((l, r), &t) in lhs.iter().zip(rhs).zip(&types) {
            let place = self.keep_place(l, &done);
            let value = self.sees(r, &done).then(|| self.value_for(r, t));
            early.push((place, value));
            self.note_assigned(l, &mut done);
        }
        for (((l, r), &t), (place, value)) in lhs.iter().zip(rhs).zip(&types).zip(early) {
            // An element of a map is there before its value is computed.
            let place = match place {
                None if self.is_element(l) => Some(self.place(l)),
                other => other,
            };
            let place = place.map(|p| match p {
                Place::MapElem { map, map_type, key } => {
                    Place::Memory { base: self.map_set(map, map_type, &key), off: 0 }
                }
                other => other,
            });
            let value = value.unwrap_or_else(|| self.value_for(r, t));
            let place = place.unwrap_or_else(|| self.place(l));
            self.write_place(&place, t, &value);
        }
    }

    fn assign_one(&mut self, l: &'a Expr<'a>, r: &'a Expr<'a>) {
        if matches!(l.kind, ExprKind::Ident(n) if n == crate::Symbol::BLANK) {
            let t = self.type_of(r);
            self.calls_first(&[r]);
            if t != TypeId::UNTYPED_NIL {
                self.expr(r);
            }
            return;
        }
        let t = self.type_of(l);
        self.calls_first_assign(&[l], &[r]);
        // The value comes before the place it is for, all but its calls.
        self.calls_of_place_first(l);
        self.literals_first(l);
        self.literals_first(r);
        if self.l.rep(t).boxed {
            let from = self.image_addr(r, t);
            let place = self.place(l);
            let to = match &place {
                Place::MapElem { map, map_type, key } => {
                    self.map_set(*map, *map_type, &key.clone())
                }
                other => self.place_addr(other, t),
            };
            return self.copy(t, to, from);
        }
        let v = self.expr_as(r, t);
        let place = self.place(l);
        self.at(l.pos);
        self.write_place(&place, t, &v);
    }

    /// The values of expressions for targets of these types (`INVALID`: as they are): one each,
    /// or one expression with several values.
    pub fn values(&mut self, rhs: &'a [&'a Expr<'a>], types: &[TypeId]) -> Vec<Run> {
        if rhs.len() == types.len() {
            return rhs.iter().zip(types).map(|(r, &t)| self.value_for(r, t)).collect();
        }
        let r = rhs[0];
        let all = self.expr(r);
        let parts: Vec<TypeId> = match self.l.c.info.exprs.get(&r.id).map(|tv| tv.typ) {
            Some(tt) => match self.l.c.types.kind(tt).clone() {
                TypeKind::Tuple(ts) => ts.iter().map(|&t| self.subst(t)).collect(),
                _ => vec![self.type_of(r), TypeId::BOOL],
            },
            None => vec![TypeId::INVALID; types.len()],
        };
        let mut at = 0;
        let mut out = Vec::new();
        for (from, &to) in parts.into_iter().zip(types) {
            let n = self.l.rep(from).count();
            let v = Run::from_slice(&all[at..at + n]);
            at += n;
            let to = if to == TypeId::INVALID { from } else { to };
            out.push(self.assign_convert(v, from, to));
        }
        out
    }

    fn value_for(&mut self, r: &'a Expr<'a>, t: TypeId) -> Run {
        if t != TypeId::INVALID {
            return self.expr_as(r, t);
        }
        if self.l.c.info.exprs.get(&r.id).is_some_and(|tv| tv.mode == ExprMode::Nil) {
            Run::new()
        } else {
            self.expr(r)
        }
    }

    /// `x op= y`, `x++`.
    pub fn assign_op(&mut self, l: &'a Expr<'a>, op: BinaryOp, r: Option<&'a Expr<'a>>) {
        let t = self.type_of(l);
        self.calls_first_assign(&[l], r.as_slice());
        let divides = matches!(op, BinaryOp::Div | BinaryOp::Rem);
        if let (Some(r), false, true) = (r, divides, self.is_fast_element(l)) {
            self.calls_of_place_first(l);
            self.make_ready(r);
        }
        self.literals_first(l);
        if let Some(r) = r {
            self.literals_first(r);
        }
        self.computed_indices_first(l);
        let mut place = self.place(l);
        let pos = self.b.site;
        let in_map = matches!(place, Place::MapElem { .. });
        let mut old = if in_map { Run::new() } else { self.read_place(&place, t) };
        let y = match (op, r) {
            (BinaryOp::Shl | BinaryOp::Shr, Some(r)) => match self.const_int(r) {
                Some(n) => Run::from_slice(&[self.b.iconst(n)]),
                None => Run::from_slice(&[self.scalar(r)]),
            },
            (_, Some(r)) => self.expr_as(r, t),
            (_, None) => self.constant(&crate::types::constant::Value::from_u64(1), t),
        };
        if r.is_some() {
            self.b.site = pos;
        }
        // An element of a map is made before it is updated, but not when a division can fail.
        if let Place::MapElem { map, map_type, key } = &place {
            if divides {
                old = self.read_place(&place, t);
            } else {
                let base = self.map_set(*map, *map_type, key);
                old = self.load(t, base, 0);
                place = Place::Memory { base, off: 0 };
            }
        }
        let v = match (op, r) {
            (BinaryOp::Shl | BinaryOp::Shr, Some(r)) => {
                let ct = self.type_of(r);
                let check = self.const_int(r).is_none()
                    && matches!(self.l.under(ct), TypeKind::Basic(b) if !b.is_unsigned());
                Run::from_slice(&[self.shift(op, old[0], t, y[0], check)])
            }
            _ => self.arith(op, t, &old, &y),
        };
        self.write_place(&place, t, &v);
    }

    /// `a, b := …`
    pub fn define(&mut self, lhs: &'a [&'a Expr<'a>], rhs: &'a [&'a Expr<'a>]) {
        if let ([l], [r]) = (lhs, rhs)
            && let Some(&obj) = self.l.c.info.defs.get(&l.id)
        {
            self.calls_first(&[r]);
            return self.declare_with(obj, r);
        }
        // New variables take the value's type; old ones are assigned to.
        let mut types = Vec::new();
        let mut places: Vec<Option<Place>> = Vec::new();
        for l in lhs {
            let is_blank = matches!(l.kind, ExprKind::Ident(n) if n == crate::Symbol::BLANK);
            match self.l.c.info.defs.get(&l.id).copied() {
                Some(obj) => {
                    types.push(self.obj_type(obj));
                    places.push(None);
                }
                None if is_blank => {
                    types.push(TypeId::INVALID);
                    places.push(Some(Place::Blank));
                }
                None => {
                    types.push(self.type_of(l));
                    places.push(Some(self.place(l)));
                }
            }
        }
        self.calls_first_to(rhs, &types);
        let values = self.values(rhs, &types);
        for (((l, p), &t), v) in lhs.iter().zip(&places).zip(&types).zip(values) {
            match p {
                Some(p) => self.write_place(p, t, &v),
                None => {
                    let obj = self.l.c.info.defs[&l.id];
                    self.declare(obj, Some(v));
                }
            }
        }
    }

    fn declare_with(&mut self, obj: crate::types::object::ObjId, r: &'a Expr<'a>) {
        let t = self.obj_type(obj);
        if self.l.rep(t).boxed {
            if self.type_of(r) == t && matches!(r.kind, ExprKind::Composite { .. }) {
                // A literal is made in memory that nobody else has.
                let v = self.expr(r);
                return self.declare_at(obj, v[0]);
            }
            let from = self.image_addr(r, t);
            return self.declare_from_image(obj, from);
        }
        let v = self.expr_as(r, t);
        self.declare(obj, Some(v));
    }

    /// `var a, b T = …`
    pub fn var_spec(&mut self, v: &'a VarSpec<'a>) {
        self.at(v.pos);
        let objs: Vec<Option<crate::types::object::ObjId>> =
            v.names.iter().map(|n| self.l.c.info.defs.get(&n.id).copied()).collect();
        if v.values.is_empty() {
            for obj in objs.into_iter().flatten() {
                self.declare(obj, None);
            }
            return;
        }
        let declared = v.typ.map(|t| self.l.c.type_expr_type(t));
        let types: Vec<TypeId> = objs
            .iter()
            .map(|o| match (o, declared) {
                (Some(o), _) => self.obj_type(*o),
                (None, Some(t)) => self.subst(t),
                (None, None) => TypeId::INVALID,
            })
            .collect();
        self.calls_first_to(v.values, &types);
        if let ([Some(obj)], [r]) = (&objs[..], v.values) {
            return self.declare_with(*obj, r);
        }
        let values = self.values(v.values, &types);
        for (o, value) in objs.into_iter().zip(values) {
            if let Some(o) = o {
                self.declare(o, Some(value));
            }
        }
    }
}

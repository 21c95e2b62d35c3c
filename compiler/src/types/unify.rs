//! Unification: finding type arguments that make two types equal.
//!
//! A unifier has a set of inference variables (type parameters), grouped into slots; unifying
//! two parameters joins their slots. *Inexact* unification, used where a value would be assigned,
//! ignores channel directions and the difference between a defined type and a type literal with
//! the same structure.

use crate::types::object::Objects;
use crate::types::type_::{ChanDir, TypeId, TypeKind, Types};

pub struct Unifier<'t> {
    pub types: &'t mut Types,
    pub objs: &'t Objects,
    vars: Vec<TypeId>,
    slot_of: Vec<usize>,
    slots: Vec<Option<TypeId>>,
    depth: u32,
    /// Interfaces match by their methods (since go1.21).
    pub interfaces: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The argument is assigned to the parameter.
    Assign,
    Inexact,
    Exact,
}

impl<'t> Unifier<'t> {
    pub fn new(
        types: &'t mut Types,
        objs: &'t Objects,
        vars: &[TypeId],
        known: &[Option<TypeId>],
    ) -> Unifier<'t> {
        let slots = (0..vars.len()).map(|i| known.get(i).copied().flatten()).collect();
        Unifier {
            types,
            objs,
            vars: vars.to_vec(),
            slot_of: (0..vars.len()).collect(),
            slots,
            depth: 0,
            interfaces: true,
        }
    }

    fn var(&self, t: TypeId) -> Option<usize> {
        let t = self.types.unalias(t);
        if !matches!(self.types.raw_kind(t), TypeKind::TypeParam(_)) {
            return None;
        }
        self.vars.iter().position(|&v| v == t)
    }

    pub fn at(&self, i: usize) -> Option<TypeId> {
        self.slots[self.slot_of[i]]
    }

    pub fn at_var(&self, t: TypeId) -> Option<TypeId> {
        self.var(t).and_then(|i| self.at(i))
    }

    pub fn set(&mut self, i: usize, t: TypeId) {
        let s = self.slot_of[i];
        self.slots[s] = Some(t);
    }

    pub fn is_var(&self, t: TypeId) -> bool {
        self.var(t).is_some()
    }

    pub fn inferred(&self) -> Vec<Option<TypeId>> {
        (0..self.vars.len()).map(|i| self.at(i)).collect()
    }

    pub fn unknowns(&self) -> usize {
        (0..self.vars.len()).filter(|&i| self.at(i).is_none()).count()
    }

    fn join(&mut self, a: usize, b: usize) {
        let (sa, sb) = (self.slot_of[a], self.slot_of[b]);
        if sa == sb {
            return;
        }
        let keep = self.slots[sa].or(self.slots[sb]);
        for s in &mut self.slot_of {
            if *s == sb {
                *s = sa;
            }
        }
        self.slots[sa] = keep;
    }

    pub fn unify(&mut self, x: TypeId, y: TypeId, mode: Mode) -> bool {
        self.depth += 1;
        if self.depth > 100 {
            self.depth -= 1;
            return false;
        }
        let ok = self.nify(x, y, mode);
        self.depth -= 1;
        ok
    }

    fn is_literal(&self, t: TypeId) -> bool {
        !matches!(self.types.kind(t), TypeKind::Named(_) | TypeKind::TypeParam(_))
    }

    fn nify(&mut self, x: TypeId, y: TypeId, mode: Mode) -> bool {
        // What is inferred is the type as it was written.
        let (mut written_x, mut written) = (x, y);
        let (mut x, mut y) = (self.types.unalias(x), self.types.unalias(y));
        if x == y {
            return true;
        }
        // Keep a variable, and a defined type against a literal, on the left.
        if self.var(x).is_none() && self.var(y).is_some() {
            std::mem::swap(&mut x, &mut y);
            std::mem::swap(&mut written_x, &mut written);
        }
        if mode != Mode::Exact && self.var(x).is_none() {
            let named = |u: &Self, t: TypeId| matches!(u.types.kind(t), TypeKind::Named(_));
            if named(self, x) && self.is_literal(y) && !self.is_iface(y) {
                x = self.types.underlying(x);
            } else if named(self, y) && self.is_literal(x) && !self.is_iface(x) {
                y = self.types.underlying(y);
            }
        }
        match (self.var(x), self.var(y)) {
            (Some(i), Some(j)) => {
                return match (self.at(i), self.at(j)) {
                    (Some(a), Some(b)) => {
                        if self.slot_of[i] == self.slot_of[j] {
                            return true;
                        }
                        if !self.unify(a, b, mode) {
                            return false;
                        }
                        self.join(i, j);
                        true
                    }
                    _ => {
                        self.join(i, j);
                        true
                    }
                };
            }
            (Some(i), None) => {
                let Some(a) = self.at(i) else {
                    self.set(i, written);
                    return true;
                };
                return self.unify(a, y, mode) && self.keep_better(i, a, y, mode);
            }
            _ => {}
        }
        if self.types.identical(x, y) {
            return true;
        }
        // A type parameter of the code around the call stands for its core type.
        if self.types.is_tparam(y) && !self.types.is_tparam(x) {
            std::mem::swap(&mut x, &mut y);
        }
        if self.types.is_tparam(x)
            && let Some(core) = self.core(x)
        {
            return self.unify(core, y, Mode::Assign);
        }
        // Elements of types that are assigned must match exactly.
        let em = if mode == Mode::Assign { Mode::Exact } else { mode };
        if self.interfaces && mode != Mode::Exact && (self.is_iface(x) || self.is_iface(y)) {
            return self.unify_methods(x, y);
        }
        match (self.types.kind(x).clone(), self.types.kind(y).clone()) {
            (TypeKind::Pointer(a), TypeKind::Pointer(b))
            | (TypeKind::Slice(a), TypeKind::Slice(b)) => self.unify(a, b, em),
            (TypeKind::Array(n, a), TypeKind::Array(m, b)) => {
                (n == m || n < 0 || m < 0) && self.unify(a, b, em)
            }
            (TypeKind::Map(k, a), TypeKind::Map(l, b)) => {
                self.unify(k, l, em) && self.unify(a, b, em)
            }
            (TypeKind::Chan(d, a), TypeKind::Chan(e, b)) => {
                (mode != Mode::Exact || d == e) && self.unify(a, b, em)
            }
            (TypeKind::Struct(a), TypeKind::Struct(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b.iter()).all(|(f, g)| {
                        f.name == g.name
                            && f.pkg == g.pkg
                            && f.embedded == g.embedded
                            && f.tag == g.tag
                            && self.unify(f.typ, g.typ, em)
                    })
            }
            (TypeKind::Tuple(a), TypeKind::Tuple(b)) => self.unify_lists(&a, &b, em),
            (TypeKind::Signature(a), TypeKind::Signature(b)) => {
                a.variadic == b.variadic
                    && a.tparams.len() == b.tparams.len()
                    && self.unify_lists(&a.params, &b.params, em)
                    && self.unify_lists(&a.results, &b.results, em)
            }
            (TypeKind::Named(a), TypeKind::Named(b)) => {
                let (oa, ob) = (self.types.origin(a), self.types.origin(b));
                if oa == ob {
                    let (ta, tb) =
                        (self.types.named(a).targs.clone(), self.types.named(b).targs.clone());
                    return self.unify_lists(&ta, &tb, mode);
                }
                false
            }
            (TypeKind::Interface(_), TypeKind::Interface(_)) => {
                let (Some(a), Some(b)) = (self.types.type_set(x), self.types.type_set(y)) else {
                    return false;
                };
                a.terms.is_none() == b.terms.is_none()
                    && a.methods.len() == b.methods.len()
                    && a.methods.iter().zip(&b.methods).all(|(m, n)| {
                        m.name == n.name && m.pkg == n.pkg && self.unify(m.sig, n.sig, em)
                    })
            }
            _ => false,
        }
    }

    /// Variable `i` had type `a`, which matched `y`: the one that takes values of both stays. False
    /// when neither order of arguments may decide.
    fn keep_better(&mut self, i: usize, a: TypeId, y: TypeId, mode: Mode) -> bool {
        let named = |u: &Self, t: TypeId| matches!(u.types.kind(t), TypeKind::Named(_));
        let (a_named, y_named) = (named(self, a), named(self, y));
        match (self.is_iface(a), self.is_iface(y)) {
            _ if !self.interfaces => {}
            (true, true) if mode != Mode::Exact => {
                if a_named && y_named {
                    return self.types.identical(a, y);
                }
                let (Some(s), Some(t)) = (self.types.type_set(a), self.types.type_set(y)) else {
                    return false;
                };
                if s.methods.len() != t.methods.len() {
                    return false;
                }
            }
            (true, false) | (false, true) if mode != Mode::Exact => return false,
            _ => {}
        }
        if mode != Mode::Exact {
            // A defined type rather than a literal, and of channels one with a direction.
            let directed =
                matches!(self.types.kind(y), TypeKind::Chan(d, _) if *d != ChanDir::Both);
            if y_named || !a_named && directed {
                self.set(i, y);
            }
        }
        true
    }

    /// The one underlying type of a type parameter's type set.
    fn core(&mut self, t: TypeId) -> Option<TypeId> {
        let terms = self.types.type_set(t)?.terms?;
        let mut us = terms.into_iter().map(|x| x.typ).collect::<Vec<_>>().into_iter();
        let first = us.next()?;
        let first = self.types.underlying(first);
        for u in us {
            let u = self.types.underlying(u);
            if !self.types.identical(first, u) {
                return None;
            }
        }
        Some(first)
    }

    fn unify_lists(&mut self, a: &[TypeId], b: &[TypeId], mode: Mode) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(&s, &t)| self.unify(s, t, mode))
    }

    fn is_iface(&mut self, t: TypeId) -> bool {
        if self.types.is_tparam(t) {
            return false;
        }
        let u = self.types.underlying(t);
        matches!(self.types.raw_kind(u), TypeKind::Interface(_))
    }

    /// One of the types is an interface: the other must have its methods, with unifiable types.
    fn unify_methods(&mut self, x: TypeId, y: TypeId) -> bool {
        let (xi, yi) = (self.is_iface(x), self.is_iface(y));
        let (iface, other) = match (xi, yi) {
            (true, true) => {
                let (Some(a), Some(b)) = (self.types.type_set(x), self.types.type_set(y)) else {
                    return false;
                };
                if a.methods.len() <= b.methods.len() { (x, y) } else { (y, x) }
            }
            (true, false) => (x, y),
            _ => (y, x),
        };
        let Some(set) = self.types.type_set(iface) else { return false };
        if !set.is_method_set() {
            return false;
        }
        for m in set.methods {
            let Some(sig) = self.types.method_in_set(self.objs, other, m.name, m.pkg) else {
                return false;
            };
            if !self.unify(m.sig, sig, Mode::Exact) {
                return false;
            }
        }
        true
    }
}

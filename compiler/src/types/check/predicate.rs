//! Questions about types. For a type parameter a predicate holds when it holds for each type of
//! its type set.

use crate::types::check::Checker;
use crate::types::type_::{Basic, ChanDir, TypeId, TypeKind};

impl<'a> Checker<'a> {
    pub fn under(&mut self, t: TypeId) -> TypeId {
        self.types.underlying(t)
    }

    pub fn under_kind(&mut self, t: TypeId) -> TypeKind {
        self.types.under_kind(t)
    }

    pub fn is_valid(&self, t: TypeId) -> bool {
        self.types.unalias(t) != TypeId::INVALID
    }

    /// The basic type below `t`; `None` for a type parameter.
    pub fn basic(&mut self, t: TypeId) -> Option<Basic> {
        let u = self.types.underlying(t);
        if let TypeKind::Basic(b) = self.types.raw_kind(u) { Some(*b) } else { None }
    }

    pub fn is_basic(&mut self, t: TypeId, f: fn(Basic) -> bool) -> bool {
        self.basic(t).is_some_and(f)
    }

    /// As `is_basic`, but asks the whole type set of a type parameter.
    pub fn all_basic(&mut self, t: TypeId, f: fn(Basic) -> bool) -> bool {
        if self.types.is_tparam(t) {
            return self.type_set_all(t, |c, u| c.is_basic(u, f));
        }
        self.is_basic(t, f)
    }

    /// Whether `f` holds for the underlying type of each type in the set, and there is one.
    pub fn type_set_all(
        &mut self,
        t: TypeId,
        mut f: impl FnMut(&mut Self, TypeId) -> bool,
    ) -> bool {
        let Some(set) = self.types.type_set(t) else { return false };
        let Some(terms) = set.terms else { return false };
        !terms.is_empty()
            && terms.iter().all(|x| {
                let u = self.under(x.typ);
                f(self, u)
            })
    }

    /// Underlying types of the type set; `None` when it is not limited. For a type that is no
    /// parameter: its own underlying type.
    pub fn under_terms(&mut self, t: TypeId) -> Option<Vec<TypeId>> {
        if !self.types.is_tparam(t) {
            return Some(vec![self.under(t)]);
        }
        let terms = self.types.type_set(t)?.terms?;
        Some(terms.iter().map(|x| self.under(x.typ)).collect())
    }

    pub fn is_boolean(&mut self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_boolean)
    }
    pub fn is_integer(&mut self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_integer)
    }
    pub fn is_string(&mut self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_string)
    }
    pub fn is_numeric(&mut self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_numeric)
    }
    pub fn is_unsigned(&mut self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_unsigned)
    }
    /// May be the type of a constant.
    pub fn is_const_type(&mut self, t: TypeId) -> bool {
        self.is_basic(t, |b| b.is_boolean() || b.is_numeric() || b.is_string())
    }
    pub fn all_integer(&mut self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_integer)
    }
    pub fn all_unsigned(&mut self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_unsigned)
    }
    pub fn all_numeric(&mut self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_numeric)
    }
    pub fn all_numeric_or_string(&mut self, t: TypeId) -> bool {
        self.all_basic(t, |b| b.is_numeric() || b.is_string())
    }
    pub fn all_boolean(&mut self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_boolean)
    }
    pub fn all_ordered(&mut self, t: TypeId) -> bool {
        self.all_basic(t, |b| {
            (b.is_integer() || b.is_float() || b.is_string()) && b != Basic::Invalid
        })
    }

    pub fn untyped_kind(&self, t: TypeId) -> Option<Basic> {
        match self.types.kind(t) {
            TypeKind::Basic(b) if b.is_untyped() => Some(*b),
            _ => None,
        }
    }
    pub fn is_untyped(&self, t: TypeId) -> bool {
        self.untyped_kind(t).is_some()
    }
    pub fn is_untyped_numeric(&self, t: TypeId) -> bool {
        self.untyped_kind(t).is_some_and(Basic::is_numeric)
    }
    pub fn is_typed(&self, t: TypeId) -> bool {
        !self.is_untyped(t)
    }

    /// An interface that is not a type parameter.
    pub fn is_interface(&mut self, t: TypeId) -> bool {
        if self.types.is_tparam(t) {
            return false;
        }
        let u = self.under(t);
        matches!(self.types.raw_kind(u), TypeKind::Interface(_))
    }

    pub fn is_interface_or_tparam(&mut self, t: TypeId) -> bool {
        let u = self.under(t);
        matches!(self.types.raw_kind(u), TypeKind::Interface(_))
    }

    pub fn is_type_literal(&self, t: TypeId) -> bool {
        !matches!(self.types.kind(t), TypeKind::Named(_) | TypeKind::TypeParam(_))
    }

    /// Has a name: predeclared, declared, or a type parameter.
    pub fn has_name(&self, t: TypeId) -> bool {
        matches!(
            self.types.kind(t),
            TypeKind::Basic(_) | TypeKind::Named(_) | TypeKind::TypeParam(_)
        )
    }

    /// A generic type or function that has not been instantiated.
    pub fn is_generic(&self, t: TypeId) -> bool {
        match self.types.raw_kind(t) {
            TypeKind::Named(n) => {
                let d = self.types.named(*n);
                d.origin.is_none() && !d.tparams.is_empty()
            }
            TypeKind::Alias(a) => {
                let d = self.types.alias(*a);
                d.origin.is_none() && !d.tparams.is_empty()
            }
            _ => false,
        }
    }

    pub fn has_nil(&mut self, t: TypeId) -> bool {
        if self.types.is_tparam(t) {
            return self.type_set_all(t, |c, u| c.has_nil(u));
        }
        match self.under_kind(t) {
            TypeKind::Basic(b) => matches!(b, Basic::UnsafePointer | Basic::UntypedNil),
            TypeKind::Slice(_)
            | TypeKind::Pointer(_)
            | TypeKind::Signature(_)
            | TypeKind::Map(..)
            | TypeKind::Chan(..)
            | TypeKind::Interface(_) => true,
            _ => false,
        }
    }

    pub fn comparable(&mut self, t: TypeId) -> bool {
        self.types.comparable_type(t, true)
    }

    /// The single underlying type of a type set (channels may differ in direction).
    pub fn core_type(&mut self, t: TypeId) -> Option<TypeId> {
        if !self.types.is_tparam(t) {
            let u = self.under(t);
            if matches!(self.types.raw_kind(u), TypeKind::Interface(_))
                && let Some(set) = self.types.type_set(u)
                && let Some(terms) = set.terms
            {
                return self.core_of(terms.iter().map(|x| x.typ).collect());
            }
            return Some(u);
        }
        let terms = self.types.type_set(t)?.terms?;
        self.core_of(terms.iter().map(|x| x.typ).collect())
    }

    fn core_of(&mut self, ts: Vec<TypeId>) -> Option<TypeId> {
        let mut core: Option<TypeId> = None;
        for t in ts {
            let u = self.under(t);
            core = Some(match core {
                None => u,
                Some(c) if self.types.identical(c, u) => c,
                Some(c) => match (self.types.raw_kind(c).clone(), self.types.raw_kind(u).clone()) {
                    (TypeKind::Chan(d, a), TypeKind::Chan(e, b)) if self.types.identical(a, b) => {
                        match (d, e) {
                            (ChanDir::Both, _) => u,
                            (_, ChanDir::Both) => c,
                            (d, e) if d == e => c,
                            _ => return None,
                        }
                    }
                    _ => return None,
                },
            });
        }
        core
    }

    /// The core type, but `string` when the set mixes strings and byte slices.
    pub fn core_string(&mut self, t: TypeId) -> Option<TypeId> {
        if let Some(c) = self.core_type(t) {
            return Some(c);
        }
        let us = self.under_terms(t)?;
        let mut has_string = false;
        for u in us {
            match self.types.raw_kind(u).clone() {
                TypeKind::Basic(b) if b.is_string() => has_string = true,
                TypeKind::Slice(e) if self.types.identical(e, TypeId::UINT8) => {}
                _ => return None,
            }
        }
        if has_string { Some(TypeId::STRING) } else { None }
    }

    pub fn is_bytes_or_runes(&mut self, t: TypeId) -> bool {
        let u = self.under(t);
        if let &TypeKind::Slice(e) = self.types.raw_kind(u) {
            return self.is_basic(e, |b| matches!(b, Basic::Uint8 | Basic::Int32));
        }
        false
    }

    /// The type an untyped expression gets when nothing else decides.
    pub fn default_type(&self, t: TypeId) -> TypeId {
        match self.untyped_kind(t) {
            Some(Basic::UntypedBool) => TypeId::BOOL,
            Some(Basic::UntypedInt) => TypeId::INT,
            Some(Basic::UntypedRune) => self.universe.rune,
            Some(Basic::UntypedFloat) => TypeId::FLOAT64,
            Some(Basic::UntypedComplex) => TypeId::COMPLEX128,
            Some(Basic::UntypedString) => TypeId::STRING,
            _ => t,
        }
    }

    /// The elements of a struct, pointer etc. without one level of pointer.
    pub fn deref(&self, t: TypeId) -> (TypeId, bool) {
        match self.types.kind(t) {
            TypeKind::Pointer(e) => (*e, true),
            _ => (t, false),
        }
    }
}

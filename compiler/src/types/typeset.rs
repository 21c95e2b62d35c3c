//! Type sets of interfaces: all methods, and which types a constraint allows.
//!
//! Says nothing about errors; the checker reports duplicate methods and invalid unions itself.

use crate::types::type_::{Method, Term, TypeId, TypeKind, Types};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeSet {
    /// All methods, sorted by (name, package).
    pub methods: Vec<Method>,
    /// The types allowed; `None` means every type.
    pub terms: Option<Vec<Term>>,
    pub comparable: bool,
}

impl TypeSet {
    pub fn is_all(&self) -> bool {
        self.methods.is_empty() && self.terms.is_none() && !self.comparable
    }
    /// An ordinary interface: usable as the type of a variable.
    pub fn is_method_set(&self) -> bool {
        self.terms.is_none() && !self.comparable
    }
    pub fn is_empty(&self) -> bool {
        self.terms.as_ref().is_some_and(|t| t.is_empty())
    }
}

impl Types {
    /// The type set of an interface, union or other constraint element. `None` while a
    /// declaration it needs is still being resolved.
    pub fn type_set(&mut self, t: TypeId) -> Option<TypeSet> {
        let u = self.underlying(t);
        if let Some(s) = self.typesets.get(&u) {
            return Some(s.clone());
        }
        if self.in_typeset.contains(&u) {
            return None;
        }
        self.in_typeset.push(u);
        let set = self.compute_type_set(t, u);
        self.in_typeset.pop();
        if let Some(s) = &set {
            self.typesets.insert(u, s.clone());
        }
        set
    }

    fn compute_type_set(&mut self, t: TypeId, u: TypeId) -> Option<TypeSet> {
        match self.raw_kind(u).clone() {
            TypeKind::Interface(i) => {
                let mut set =
                    TypeSet { methods: i.methods.to_vec(), terms: None, comparable: i.comparable };
                let mut whole = true;
                for &e in &i.embeds {
                    let eu = self.underlying(e);
                    if eu == TypeId::INVALID {
                        // An invalid embedded type was reported; an unresolved one is asked for again.
                        whole &= self.unalias(e) == TypeId::INVALID;
                        continue;
                    }
                    let es =
                        if matches!(self.raw_kind(eu), TypeKind::Interface(_) | TypeKind::Union(_))
                        {
                            self.type_set(e)
                        } else {
                            Some(TypeSet {
                                terms: Some(vec![Term { tilde: false, typ: e }]),
                                ..TypeSet::default()
                            })
                        }?;
                    for m in es.methods {
                        if !set.methods.iter().any(|x| x.name == m.name && x.pkg == m.pkg) {
                            set.methods.push(m);
                        }
                    }
                    set.comparable |= es.comparable;
                    set.terms = match (set.terms.take(), es.terms) {
                        (None, x) | (x, None) => x,
                        (Some(a), Some(b)) => Some(self.intersect_terms(&a, &b)),
                    };
                }
                if set.comparable
                    && let Some(terms) = set.terms.take()
                {
                    let keep: Vec<Term> =
                        terms.into_iter().filter(|x| self.comparable_type(x.typ, false)).collect();
                    set.terms = Some(keep);
                    set.comparable = false;
                }
                set.methods.sort_by_key(|m| (m.name, m.pkg));
                if whole { Some(set) } else { None }
            }
            TypeKind::Union(terms) => {
                let mut all: Vec<Term> = Vec::new();
                for x in terms {
                    let xu = self.underlying(x.typ);
                    if xu == TypeId::INVALID {
                        if self.unalias(x.typ) == TypeId::INVALID {
                            continue;
                        }
                        return None;
                    }
                    if matches!(self.raw_kind(xu), TypeKind::Interface(_)) {
                        let s = self.type_set(x.typ)?;
                        match s.terms {
                            None => return Some(TypeSet::default()),
                            Some(ts) => {
                                for y in ts {
                                    self.union_term(&mut all, y);
                                }
                            }
                        }
                    } else {
                        self.union_term(&mut all, x);
                    }
                }
                Some(TypeSet { terms: Some(all), ..TypeSet::default() })
            }
            TypeKind::Basic(_) if u == TypeId::INVALID => None,
            _ => Some(TypeSet {
                terms: Some(vec![Term { tilde: false, typ: t }]),
                ..TypeSet::default()
            }),
        }
    }

    fn union_term(&mut self, all: &mut Vec<Term>, x: Term) {
        if !all.iter().any(|&t| self.term_includes(t, x)) {
            all.push(x);
        }
    }

    /// Whether every type of `b` is one of `a`.
    pub fn term_includes(&mut self, a: Term, b: Term) -> bool {
        if a.tilde {
            let bu = self.underlying(b.typ);
            let au = self.underlying(a.typ);
            self.identical(au, bu)
        } else {
            !b.tilde && self.identical(a.typ, b.typ)
        }
    }

    fn intersect_terms(&mut self, a: &[Term], b: &[Term]) -> Vec<Term> {
        let mut out = Vec::new();
        for &x in a {
            for &y in b {
                if self.term_includes(x, y) {
                    self.union_term(&mut out, y);
                } else if self.term_includes(y, x) {
                    self.union_term(&mut out, x);
                }
            }
        }
        out
    }

    /// Whether `t` may be compared with `==`. With `dynamic`, interfaces count as comparable.
    pub fn comparable_type(&mut self, t: TypeId, dynamic: bool) -> bool {
        self.comparable_in(t, dynamic, &mut Vec::new())
    }

    fn comparable_in(&mut self, t: TypeId, dynamic: bool, seen: &mut Vec<TypeId>) -> bool {
        let t = self.unalias(t);
        if seen.contains(&t) {
            return true;
        }
        seen.push(t);
        if let TypeKind::TypeParam(_) = self.raw_kind(t) {
            let Some(set) = self.type_set(t) else { return true };
            return self.set_comparable(&set, seen);
        }
        let u = self.underlying(t);
        match self.raw_kind(u).clone() {
            TypeKind::Basic(b) => b != crate::types::type_::Basic::UntypedNil,
            TypeKind::Pointer(_) | TypeKind::Chan(..) => true,
            TypeKind::Struct(fields) => {
                fields.iter().all(|f| self.comparable_in(f.typ, dynamic, seen))
            }
            TypeKind::Array(_, e) => self.comparable_in(e, dynamic, seen),
            TypeKind::Interface(_) => {
                if dynamic {
                    return true;
                }
                let Some(set) = self.type_set(u) else { return true };
                self.set_comparable(&set, seen)
            }
            _ => false,
        }
    }

    fn set_comparable(&mut self, set: &TypeSet, seen: &mut Vec<TypeId>) -> bool {
        match &set.terms {
            None => set.comparable,
            Some(ts) => !ts.is_empty() && ts.iter().all(|x| self.comparable_in(x.typ, false, seen)),
        }
    }
}

//! Fields and methods by name, through embedding.
//!
//! The search is breadth first: the shallowest match wins, two at the same depth are ambiguous.

use std::rc::Rc;

use hashbrown::{HashMap, HashSet};

use crate::syntax::Symbol;
use crate::types::object::{ObjId, Objects, PkgId};
use crate::types::type_::{Field, Method, NamedId, TypeId, TypeKind, Types};

#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A field; the last index of the path names it.
    Field(Field),
    /// A declared method of a named type; `recv` is that type (an instance, perhaps).
    Method { obj: ObjId, recv: NamedId },
    /// A method of an interface or of a constraint.
    Interface(Method),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub found: Found,
    /// Field indices: the embedded fields on the way, then the field itself if it is one.
    pub path: Vec<u32>,
    /// A pointer was followed on the way (also the one the search started from).
    pub indirect: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Lookup {
    Found(Entry),
    Ambiguous(Vec<u32>),
    NotFound,
}

/// What is looked for.
#[derive(Clone, Copy)]
pub enum Wanted<'n> {
    /// A name. `None`: whatever package it is of, as for an exported name.
    Name(Symbol, Option<PkgId>),
    /// Each name that this says yes to.
    Like(&'n dyn Fn(Symbol, Option<PkgId>) -> bool),
}

impl Wanted<'_> {
    fn fits(self, name: Symbol, pkg: Option<PkgId>) -> bool {
        match self {
            Wanted::Name(n, p) => n == name && (p.is_none() || p == pkg),
            Wanted::Like(f) => f(name, pkg),
        }
    }
}

/// With more members they are found through an index instead of one after the other.
const FEW: usize = 16;

/// Where the members of types with many of them are, by name.
#[derive(Debug, Default)]
pub struct MemberIndex {
    /// Of a generic or plain defined type: how many methods have been entered, and they by name.
    methods: HashMap<NamedId, (usize, HashMap<Symbol, Vec<ObjId>>)>,
    /// By the address of the fields, which are kept so that nothing else gets that address.
    fields: HashMap<*const Field, (Rc<[Field]>, Rc<FieldIndex>)>,
}

#[derive(Debug)]
struct FieldIndex {
    by_name: HashMap<Symbol, Vec<u32>>,
    embedded: Vec<u32>,
}

/// Where names and declared methods are looked up from.
pub struct View<'a> {
    pub types: &'a mut Types,
    pub objs: &'a Objects,
}

struct Embedded {
    typ: TypeId,
    path: Vec<u32>,
    indirect: bool,
    multiples: bool,
}

impl View<'_> {
    /// Looks a field or method up in `t`.
    pub fn lookup(&mut self, t: TypeId, wanted: Wanted<'_>) -> Lookup {
        // Nothing is selected by the blank name.
        if matches!(wanted, Wanted::Name(Symbol::BLANK, _)) {
            return Lookup::NotFound;
        }
        let (mut typ, is_ptr) = self.deref(t);
        // A pointer to an interface has no methods; a named pointer type has only fields.
        if is_ptr && self.is_interface(typ) {
            return Lookup::NotFound;
        }
        let mut fields_only = false;
        if let TypeKind::Named(_) = self.types.kind(t)
            && let TypeKind::Pointer(e) = self.types.under_kind(t)
        {
            typ = e;
            fields_only = true;
            if self.is_interface(typ) {
                return Lookup::NotFound;
            }
        }
        let mut current = vec![Embedded {
            typ,
            path: Vec::new(),
            indirect: is_ptr || fields_only,
            multiples: false,
        }];
        let mut seen: HashSet<TypeId> = HashSet::new();
        while !current.is_empty() {
            let mut next: Vec<Embedded> = Vec::new();
            let mut found: Option<Entry> = None;
            let mut hits = 0;
            let mut ambiguous_path = Vec::new();
            for e in &current {
                let t = self.types.unalias(e.typ);
                if let TypeKind::Named(n) = *self.types.raw_kind(t) {
                    let c = self.types.canon(t);
                    if !seen.insert(c) {
                        continue;
                    }
                    let hit = self.method(n, wanted);
                    // A method of the base type hides what is deeper, but is none of its own.
                    if hit.is_some() && fields_only {
                        return Lookup::NotFound;
                    }
                    if let Some(obj) = hit {
                        hits += if e.multiples { 2 } else { 1 };
                        ambiguous_path = e.path.clone();
                        found = Some(Entry {
                            found: Found::Method { obj, recv: n },
                            path: e.path.clone(),
                            indirect: e.indirect,
                        });
                        continue;
                    }
                }
                let u = self.types.underlying(t);
                match self.types.raw_kind(u) {
                    TypeKind::Struct(fields) => {
                        let fields = fields.clone();
                        for i in self.candidates(&fields, wanted) {
                            let f = &fields[i as usize];
                            if wanted.fits(f.name, f.pkg) {
                                let mut path = e.path.clone();
                                path.push(i);
                                hits += if e.multiples { 2 } else { 1 };
                                ambiguous_path = path.clone();
                                found = Some(Entry {
                                    found: Found::Field(f.clone()),
                                    path,
                                    indirect: e.indirect,
                                });
                                continue;
                            }
                            if hits == 0 && f.embedded {
                                let (ft, fp) = self.deref(f.typ);
                                let fu = self.types.underlying(ft);
                                if matches!(
                                    self.types.raw_kind(fu),
                                    TypeKind::Struct(_) | TypeKind::Interface(_)
                                ) || matches!(self.types.kind(ft), TypeKind::Named(_))
                                {
                                    let mut path = e.path.clone();
                                    path.push(i);
                                    next.push(Embedded {
                                        typ: ft,
                                        path,
                                        indirect: e.indirect || fp,
                                        multiples: e.multiples,
                                    });
                                }
                            }
                        }
                    }
                    TypeKind::Interface(_) if !fields_only || !e.path.is_empty() => {
                        let hit = self.types.type_set(t).and_then(|s| {
                            s.methods.iter().find(|m| wanted.fits(m.name, m.pkg)).cloned()
                        });
                        if let Some(m) = hit {
                            hits += if e.multiples { 2 } else { 1 };
                            ambiguous_path = e.path.clone();
                            found = Some(Entry {
                                found: Found::Interface(m),
                                path: e.path.clone(),
                                indirect: e.indirect,
                            });
                        }
                    }
                    _ => {}
                }
            }
            if hits > 1 {
                return Lookup::Ambiguous(ambiguous_path);
            }
            if let Some(f) = found {
                return Lookup::Found(f);
            }
            current = self.consolidate(next);
        }
        Lookup::NotFound
    }

    /// The declared method of a defined type that is wanted.
    fn method(&mut self, n: NamedId, wanted: Wanted<'_>) -> Option<ObjId> {
        let n = self.types.origin(n);
        let methods = self.types.methods_of(n);
        let count = methods.len();
        let fits = |m: &ObjId| wanted.fits(self.objs[*m].name, self.objs[*m].pkg);
        let Wanted::Name(name, _) = wanted else { return methods.iter().copied().find(fits) };
        if count <= FEW {
            return methods.iter().copied().find(fits);
        }
        if self.types.members.methods.get(&n).is_none_or(|(entered, _)| *entered != count) {
            let mut index: HashMap<Symbol, Vec<ObjId>> = HashMap::new();
            for &m in self.types.methods_of(n) {
                index.entry(self.objs[m].name).or_default().push(m);
            }
            self.types.members.methods.insert(n, (count, index));
        }
        self.types.members.methods[&n].1.get(&name)?.iter().copied().find(fits)
    }

    /// The fields that can be wanted, and the embedded ones, in order.
    fn candidates(&mut self, fields: &Rc<[Field]>, wanted: Wanted<'_>) -> Vec<u32> {
        let Wanted::Name(name, _) = wanted else { return (0..fields.len() as u32).collect() };
        if fields.len() <= FEW {
            return (0..fields.len() as u32).collect();
        }
        let index = self.types.field_index(fields);
        let mut list = index.embedded.clone();
        list.extend(index.by_name.get(&name).into_iter().flatten());
        list.sort_unstable();
        list.dedup();
        list
    }

    /// The same named type more than once at one depth counts as several.
    fn consolidate(&mut self, list: Vec<Embedded>) -> Vec<Embedded> {
        let mut out: Vec<Embedded> = Vec::new();
        let mut at: hashbrown::HashMap<TypeId, usize> = hashbrown::HashMap::new();
        for e in list {
            let c = self.types.canon(e.typ);
            if let Some(&i) = at.get(&c) {
                out[i].multiples = true;
            } else {
                at.insert(c, out.len());
                out.push(e);
            }
        }
        out
    }

    fn is_interface(&mut self, t: TypeId) -> bool {
        if self.types.is_tparam(t) {
            return true;
        }
        let u = self.types.underlying(t);
        matches!(self.types.raw_kind(u), TypeKind::Interface(_))
    }

    /// `t` without one pointer around it.
    pub fn deref(&self, t: TypeId) -> (TypeId, bool) {
        match self.types.kind(t) {
            TypeKind::Pointer(e) => (*e, true),
            _ => (t, false),
        }
    }
}

impl Types {
    fn field_index(&mut self, fields: &Rc<[Field]>) -> Rc<FieldIndex> {
        let entry = self.members.fields.entry(fields.as_ptr()).or_insert_with(|| {
            let mut index = FieldIndex { by_name: HashMap::new(), embedded: Vec::new() };
            for (i, f) in (0..).zip(fields.iter()) {
                index.by_name.entry(f.name).or_default().push(i);
                if f.embedded {
                    index.embedded.push(i);
                }
            }
            (fields.clone(), Rc::new(index))
        });
        entry.1.clone()
    }

    /// The first of a struct's own fields of that name.
    pub fn field_named(&mut self, fields: &Rc<[Field]>, name: Symbol) -> Option<usize> {
        if fields.len() <= FEW {
            return fields.iter().position(|f| f.name == name);
        }
        Some(self.field_index(fields).by_name.get(&name)?[0] as usize)
    }

    /// The signature of a method of `t`, whatever its receiver kind, with the type arguments of
    /// the receiver put in.
    pub fn method_signature(
        &mut self,
        objs: &Objects,
        t: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
    ) -> Option<TypeId> {
        self.method_found(objs, t, name, pkg).map(|(sig, _)| sig)
    }

    /// The same of a method that values of `t` have.
    pub fn method_in_set(
        &mut self,
        objs: &Objects,
        t: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
    ) -> Option<TypeId> {
        self.method_found(objs, t, name, pkg).filter(|(_, by_value)| *by_value).map(|(sig, _)| sig)
    }

    /// A method's signature, and whether a value is enough to call it.
    fn method_found(
        &mut self,
        objs: &Objects,
        t: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
    ) -> Option<(TypeId, bool)> {
        let hit = View { types: self, objs }.lookup(t, Wanted::Name(name, pkg));
        let Lookup::Found(e) = hit else { return None };
        match e.found {
            Found::Field(_) => None,
            Found::Interface(m) => Some((m.sig, true)),
            Found::Method { obj, recv } => {
                let by_value = e.indirect || !objs.func(obj).is_some_and(|f| f.ptr_recv);
                Some((self.method_sig_on(objs, obj, recv), by_value))
            }
        }
    }

    /// The signature of a declared method for the receiver base type `recv`.
    pub fn method_sig_on(&mut self, objs: &Objects, obj: ObjId, recv: NamedId) -> TypeId {
        let sig = objs[obj].typ;
        let Some(f) = objs.func(obj) else { return sig };
        if f.recv_tparams.is_empty() {
            return sig;
        }
        let targs = self.named(recv).targs.clone();
        self.subst(sig, &f.recv_tparams, &targs)
    }
}

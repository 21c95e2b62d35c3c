//! The image's type table: every type the running program must know.

use gvm_bytecode::image::{
    self, DataId, Field, FuncId, ItabEntry, ItabId, Kind, Method, TypeEntry,
};
use hashbrown::{HashMap, HashSet};

use super::archive::Need;
use super::{Job, Lowerer};
use crate::Symbol;
use crate::source::Pos;
use crate::types::lookup::{Found, Lookup, View, Wanted};
use crate::types::object::PkgId;
use crate::types::type_::{self, Basic, ChanDir, TypeId, TypeKind};

/// Bytes of the biggest type: offsets in images are 32 bits wide.
const MAX_SIZE: i64 = 1 << 31;

#[derive(Default)]
pub struct TypeTable {
    ids: HashMap<TypeId, image::TypeId>,
    itabs: HashMap<(TypeId, TypeId), ItabId>,
    /// Concrete types with entries, whose methods interface calls can reach.
    concrete: Vec<TypeId>,
    /// Names of methods that interface types of the program have.
    names: Vec<(Symbol, Option<PkgId>)>,
    name_set: HashSet<(Symbol, Option<PkgId>)>,
    /// How many of `names` each of `concrete` was looked up for.
    done: Vec<usize>,
    /// Those of the names that some interface call of the program asks for: only their functions
    /// are live; the others' entries say that the method is there.
    called: Vec<(Symbol, Option<PkgId>)>,
    called_set: HashSet<(Symbol, Option<PkgId>)>,
    /// How many of `called` each of `concrete` was looked up for.
    called_done: Vec<usize>,
    /// Types whose values may be in interfaces.
    reached: HashSet<TypeId>,
    /// How many signatures, or types of mere memory, `type_id` is inside of.
    in_signature: u32,
    /// How many of `concrete` have all their exported methods.
    reflected: usize,
    /// How many of `concrete` have their pointer types.
    pointed: usize,
    /// The types in the table's order, and how many of them have what reflection's calls need.
    order: Vec<TypeId>,
    adapted: usize,
}

impl Lowerer<'_, '_> {
    /// The entry of a type without type parameters.
    pub fn type_id(&mut self, t: TypeId) -> image::TypeId {
        self.record_reached(t);
        self.enter_type(t)
    }

    fn record_reached(&mut self, t: TypeId) {
        if self.types.in_signature == 0
            && let Some(r) = &mut self.recorder
        {
            r.need(Need::Reached(self.c.types.canon(t)));
        }
    }

    fn enter_type(&mut self, t: TypeId) -> image::TypeId {
        let t = self.c.types.canon(t);
        if let Some(&id) = self.types.ids.get(&t) {
            self.reached(t);
            return id;
        }
        let id = image::TypeId(self.image.types.len() as u32);
        self.types.ids.insert(t, id);
        self.types.order.push(t);
        let rep = self.rep(t);
        let kind = self.under(t);
        let size = self.c.types.size_of(t);
        if size > MAX_SIZE {
            let name = self.c.runtime_type_string(t);
            let text = format!("the type {name} of more than {MAX_SIZE} bytes");
            self.diags.unsupported(Pos::NONE, &text);
        }
        let pointers = self.layouts.pointers(&mut self.c.types, t);
        let direct = self.layouts.is_direct(&mut self.c.types, t);
        let (mut name, mut pkg) = (String::new(), String::new());
        if let Some(n) = self.c.types.as_named(t) {
            let obj = self.c.types.named(n).obj;
            name = self.c.type_name_plain(t);
            pkg = self.c.objs[obj].pkg.map(|p| self.pkg_path(p)).unwrap_or_default();
        } else if let TypeKind::Basic(b) = kind {
            name = b.name().trim_start_matches("unsafe.").into();
        }
        let string = self.c.runtime_type_string(t);
        self.image.types.push(TypeEntry {
            kind: kind_of(&kind),
            size: rep.size,
            align: rep.align,
            string,
            name,
            pkg,
            comparable: self.c.types.comparable_type(t, true),
            direct,
            components: rep.parts.clone(),
            boxed: rep.boxed,
            pointers_by_elem: pointers.is_none(),
            pointers: pointers.unwrap_or_default(),
            elem: None,
            key: None,
            len: 0,
            fields: Vec::new(),
            params: Vec::new(),
            results: Vec::new(),
            variadic: false,
            methods: Vec::new(),
        });
        // What it refers to comes after it, so that recursive types end.
        let mut e = self.image.types[id.index()].clone();
        match kind {
            TypeKind::Pointer(x) | TypeKind::Slice(x) => e.elem = Some(self.enter_type(x)),
            TypeKind::Array(n, x) => {
                e.elem = Some(self.enter_type(x));
                e.len = n as u64;
            }
            TypeKind::Map(k, v) => {
                e.key = Some(self.enter_type(k));
                e.elem = Some(self.enter_type(v));
            }
            TypeKind::Chan(dir, x) => {
                e.elem = Some(self.enter_type(x));
                e.len = match dir {
                    ChanDir::Both => 0,
                    ChanDir::Send => 1,
                    ChanDir::Recv => 2,
                };
            }
            TypeKind::Struct(fields) => {
                let layout = self.c.types.struct_layout(&fields);
                for (f, &off) in fields.iter().zip(&layout.offsets) {
                    let name = self.name(f.name).to_string();
                    let tag = f
                        .tag
                        .as_ref()
                        .map(|t| String::from_utf8_lossy(t).into_owned())
                        .unwrap_or_default();
                    let typ = self.enter_type(f.typ);
                    let pkg = f.pkg.map_or(String::new(), |p| self.pkg_path(p));
                    e.fields.push(Field {
                        name,
                        typ,
                        offset: off as u32,
                        embedded: f.embedded,
                        pkg,
                        tag,
                    });
                }
            }
            TypeKind::Signature(s) => {
                // A func value's parameters and results are not values that it holds.
                self.types.in_signature += 1;
                e.params = s.params.iter().map(|&p| self.enter_type(p)).collect();
                e.results = s.results.iter().map(|&p| self.enter_type(p)).collect();
                self.types.in_signature -= 1;
                e.variadic = s.variadic;
            }
            TypeKind::Interface(_) => {
                for m in self.interface_methods(t) {
                    e.methods.push(self.method_entry(m, None));
                    if self.types.name_set.insert((m.name, m.pkg)) {
                        self.types.names.push((m.name, m.pkg));
                    }
                }
            }
            _ => {}
        }
        self.image.types[id.index()] = e;
        self.reached(t);
        id
    }

    /// The number of a type that memory is made or copied as, which puts no value into an interface.
    pub fn memory_type_id(&mut self, t: TypeId) -> image::TypeId {
        self.types.in_signature += 1;
        let id = self.type_id(t);
        self.types.in_signature -= 1;
        id
    }

    /// Values of a type in the table, and so of what it is made of, may be in interfaces: their methods
    /// can be called. Inside a signature nothing is reached.
    fn reached(&mut self, t: TypeId) {
        if self.types.in_signature > 0 {
            return;
        }
        let mut todo = vec![t];
        while let Some(t) = todo.pop() {
            let t = self.c.types.canon(t);
            if !self.types.reached.insert(t) {
                continue;
            }
            let kind = self.under(t);
            if !matches!(kind, TypeKind::Interface(_)) && self.may_have_methods(t) {
                self.types.concrete.push(t);
                self.types.done.push(0);
                self.types.called_done.push(0);
            }
            match kind {
                TypeKind::Pointer(x) | TypeKind::Slice(x) | TypeKind::Array(_, x) => todo.push(x),
                TypeKind::Chan(_, x) => todo.push(x),
                TypeKind::Map(k, v) => todo.extend([v, k]),
                TypeKind::Struct(fields) => todo.extend(fields.iter().rev().map(|f| f.typ)),
                _ => {}
            }
        }
    }

    fn may_have_methods(&mut self, t: TypeId) -> bool {
        let base = match self.c.types.kind(t) {
            TypeKind::Pointer(x) => *x,
            _ => t,
        };
        if let Some(n) = self.c.types.as_named(base)
            && !self.c.types.methods_of(n).is_empty()
        {
            return true;
        }
        matches!(self.under(base), TypeKind::Struct(fs) if fs.iter().any(|f| f.embedded))
    }

    fn method_entry(&mut self, m: type_::Method, func: Option<FuncId>) -> Method {
        let sig = self.enter_type(m.sig);
        let pkg = m.pkg.map(|p| self.pkg_path(p)).unwrap_or_default();
        Method { name: self.name(m.name).to_string(), pkg, sig, func }
    }

    /// An interface's methods in the order that itabs have.
    pub fn interface_methods(&mut self, t: TypeId) -> Vec<type_::Method> {
        let mut ms = self.c.types.type_set(t).map(|s| s.methods).unwrap_or_default();
        for m in &mut ms {
            m.sig = self.c.types.canon(m.sig);
        }
        ms.sort_by_key(|m| (self.name(m.name), m.pkg.map(|p| self.pkg_path(p))));
        ms
    }

    /// Finds a method of a concrete type by name.
    pub fn find_method(&mut self, t: TypeId, name: Symbol, pkg: Option<PkgId>) -> Lookup {
        self.c.resolve_methods_of(t);
        View { types: &mut self.c.types, objs: &self.c.objs }.lookup(t, Wanted::Name(name, pkg))
    }

    /// Gives concrete types the methods that interfaces of the program ask for. True when there
    /// was something to do.
    pub fn live_methods(&mut self) -> bool {
        let mut any = false;
        if self.reflects_values() {
            // Reflection's calls make values of parameters and results.
            let mut at = 0;
            while let Some(&t) = self.types.order.get(at) {
                self.reached(t);
                at += 1;
            }
        }
        while self.reflects_pointers() && self.types.pointed < self.types.concrete.len() {
            let t = self.types.concrete[self.types.pointed];
            self.types.pointed += 1;
            if !matches!(self.c.types.kind(t), TypeKind::Pointer(_)) {
                let pointer = self.c.types.pointer(t);
                self.type_id(pointer);
            }
        }
        while self.reflects_methods() && self.types.reflected < self.types.concrete.len() {
            let t = self.types.concrete[self.types.reflected];
            self.types.reflected += 1;
            for (name, pkg) in self.exported_method_names(t) {
                any |= self.enter_method(t, name, pkg, true);
            }
        }
        let mut i = 0;
        while i < self.types.concrete.len() {
            let t = self.types.concrete[i];
            while self.types.done[i] < self.types.names.len() {
                let (name, pkg) = self.types.names[self.types.done[i]];
                self.types.done[i] += 1;
                any |= self.enter_method(t, name, pkg, false);
            }
            while self.types.called_done[i] < self.types.called.len() {
                let (name, pkg) = self.types.called[self.types.called_done[i]];
                self.types.called_done[i] += 1;
                any |= self.enter_method(t, name, pkg, true);
            }
            i += 1;
        }
        any
    }

    /// An interface call asks for this method.
    pub fn method_is_called(&mut self, name: Symbol, pkg: Option<PkgId>) {
        if let Some(r) = &mut self.recorder {
            r.need(Need::Called(name, pkg));
        }
        if self.types.called_set.insert((name, pkg)) {
            self.types.called.push((name, pkg));
        }
    }

    /// Enters a method that a concrete type has into the table, with its function when it is live;
    /// false when nothing was to do.
    fn enter_method(&mut self, t: TypeId, name: Symbol, pkg: Option<PkgId>, live: bool) -> bool {
        let Some(sig) = self.in_method_set(t, name, pkg) else { return false };
        let id = self.type_id(t);
        let key = (self.name(name).to_string(), pkg.map(|p| self.pkg_path(p)).unwrap_or_default());
        let find =
            |list: &[Method]| list.binary_search_by(|x| (&x.name, &x.pkg).cmp(&(&key.0, &key.1)));
        if let Ok(at) = find(&self.image.types[id.index()].methods) {
            let fill = live && self.image.types[id.index()].methods[at].func.is_none();
            if fill {
                let func = self.itab_function(t, name, pkg);
                self.image.types[id.index()].methods[at].func = Some(func);
            }
            return fill;
        }
        let func = live.then(|| self.itab_function(t, name, pkg));
        let m = self.method_entry(type_::Method { name, pkg, sig }, func);
        let list = &mut self.image.types[id.index()].methods;
        if let Err(at) = find(list) {
            list.insert(at, m);
        }
        true
    }

    /// All types of the table.
    pub fn types_in_order(&self) -> Vec<TypeId> {
        self.types.order.clone()
    }

    /// The next type that may need what reflection's calls need, with its number.
    pub fn next_for_adapters(&mut self) -> Option<(usize, TypeId)> {
        let t = *self.types.order.get(self.types.adapted)?;
        self.types.adapted += 1;
        Some((self.types.adapted - 1, t))
    }

    /// The function that an itab of `t` holds for a method: the method itself where the interface's
    /// data word is its receiver, otherwise one that unpacks the word and calls it.
    fn itab_function(&mut self, t: TypeId, name: Symbol, pkg: Option<PkgId>) -> FuncId {
        if let Lookup::Found(e) = self.find_method(t, name, pkg)
            && e.path.is_empty()
            && let Found::Method { obj, recv } = e.found
            && self.native_of(obj).is_none()
        {
            let is_pointer = matches!(self.c.types.kind(t), TypeKind::Pointer(_));
            let takes_pointer = self.c.objs.func(obj).is_some_and(|f| f.ptr_recv);
            let in_word =
                is_pointer || self.layouts.is_direct(&mut self.c.types, t) || self.rep(t).boxed;
            if is_pointer == takes_pointer && in_word {
                let targs = self.c.types.named(recv).targs.to_vec();
                return self.func_id(Job::Declared(obj, targs));
            }
        }
        self.func_id(Job::Interface(t, name, pkg))
    }

    /// The signature of a method that values of `t` have (pointer methods only for pointers).
    pub fn in_method_set(&mut self, t: TypeId, name: Symbol, pkg: Option<PkgId>) -> Option<TypeId> {
        let Lookup::Found(e) = self.find_method(t, name, pkg) else { return None };
        match e.found {
            Found::Field(_) => None,
            Found::Interface(m) => Some(self.c.types.canon(m.sig)),
            Found::Method { obj, recv } => {
                let ptr = self.c.objs.func(obj).is_some_and(|f| f.ptr_recv);
                if ptr && !e.indirect {
                    return None;
                }
                let sig = self.c.types.method_sig_on(&self.c.objs, obj, recv);
                let generic = matches!(self.c.types.kind(sig), TypeKind::Signature(s) if !s.tparams.is_empty());
                if generic { None } else { Some(self.c.types.canon(sig)) }
            }
        }
    }

    pub fn itab(&mut self, interface: TypeId, concrete: TypeId) -> ItabId {
        let key = (self.c.types.canon(interface), self.c.types.canon(concrete));
        self.record_reached(key.0);
        self.record_reached(key.1);
        if let Some(&id) = self.types.itabs.get(&key) {
            return id;
        }
        let entry = ItabEntry { interface: self.type_id(key.0), concrete: self.type_id(key.1) };
        self.image.itabs.push(entry);
        let id = ItabId(self.image.itabs.len() as u32 - 1);
        self.types.itabs.insert(key, id);
        id
    }

    /// A data section for one value of a type, all zero, that the program may write to.
    pub fn zero_section(&mut self, t: TypeId) -> DataId {
        let rep = self.rep(t);
        let typ = self.type_id(t);
        self.data(image::DataEntry {
            bytes: vec![0; rep.size as usize],
            align: rep.align,
            relocs: Vec::new(),
            writable: true,
            typ: Some((typ, 1)),
        })
    }

    /// Whether the compiler kept a pointer in this kind of slot.
    pub fn slot_kind(k: Kind) -> Kind {
        if k.is_ptr() { Kind::Ptr } else { Kind::U64 }
    }
}

fn kind_of(k: &TypeKind) -> image::TypeKind {
    use image::TypeKind as T;
    match k {
        TypeKind::Basic(b) => match b {
            Basic::Bool | Basic::UntypedBool => T::Bool,
            Basic::Int | Basic::UntypedInt => T::Int,
            Basic::Int8 => T::Int8,
            Basic::Int16 => T::Int16,
            Basic::Int32 | Basic::UntypedRune => T::Int32,
            Basic::Int64 => T::Int64,
            Basic::Uint => T::Uint,
            Basic::Uint8 => T::Uint8,
            Basic::Uint16 => T::Uint16,
            Basic::Uint32 => T::Uint32,
            Basic::Uint64 => T::Uint64,
            Basic::Uintptr => T::Uintptr,
            Basic::Float32 => T::Float32,
            Basic::Float64 | Basic::UntypedFloat => T::Float64,
            Basic::Complex64 => T::Complex64,
            Basic::Complex128 | Basic::UntypedComplex => T::Complex128,
            Basic::String | Basic::UntypedString => T::String,
            Basic::UnsafePointer | Basic::UntypedNil | Basic::Invalid => T::UnsafePointer,
        },
        TypeKind::Pointer(_) => T::Pointer,
        TypeKind::Slice(_) => T::Slice,
        TypeKind::Array(..) => T::Array,
        TypeKind::Map(..) => T::Map,
        TypeKind::Chan(..) => T::Chan,
        TypeKind::Struct(_) => T::Struct,
        TypeKind::Signature(_) => T::Func,
        _ => T::Interface,
    }
}

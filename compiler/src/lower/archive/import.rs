//! Taking functions out of the archive.

use gvm_bytecode::binary::Reader;
use gvm_bytecode::image::{self, DataEntry, DataId, FuncId, ItabId, NativeId, Reloc, SourcePos};
use gvm_bytecode::operand::{Index, relocate};
use hashbrown::HashSet;

use super::{Archive, Lowerer, func_tag, init_name, need_tag, type_tag};
use crate::Symbol;
use crate::lower::Job;
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{ChanDir, Field, Interface, Method, Signature, TypeId, TypeKind};

/// An archive, and what the image has of it.
pub struct Imports {
    archive: Archive<'static>,
    packages: Vec<Option<PkgId>>,
    funcs: Vec<Option<FuncId>>,
    units: Vec<bool>,
    types: Vec<Option<TypeId>>,
    table: Vec<Option<image::TypeId>>,
    /// Offsets in the archive's globals, ascending.
    globals: Vec<u32>,
    /// The same variables' offsets in the image.
    places: Vec<Option<u32>>,
    data: Vec<Option<DataId>>,
    natives: Vec<Option<NativeId>>,
    itabs: Vec<Option<ItabId>>,
    files: Vec<Option<u32>>,
    /// Functions that code lowered from source calls: it may want to inline them.
    by_source: HashSet<FuncId>,
    /// Small functions that were imported.
    small: HashSet<FuncId>,
}

impl Imports {
    pub fn new(bytes: &'static [u8]) -> Imports {
        let a = Archive::read(bytes);
        Imports {
            packages: vec![None; a.packages.len()],
            funcs: vec![None; a.funcs.len()],
            units: vec![false; a.units.len()],
            types: vec![None; a.types.len()],
            table: vec![None; a.type_table.len()],
            globals: (0..a.globals.len()).map(|i| a.globals.get(i).small()).collect(),
            places: vec![None; a.globals.len()],
            data: vec![None; a.data.len()],
            natives: vec![None; a.natives.len()],
            itabs: vec![None; a.itabs.len()],
            files: vec![None; a.files.len()],
            by_source: HashSet::new(),
            small: HashSet::new(),
            archive: a,
        }
    }

    /// Code that is lowered from source calls a function, new or not. True when it has to be lowered
    /// after all.
    pub fn called_by_source(&mut self, id: FuncId) -> bool {
        self.by_source.insert(id);
        self.small.remove(&id)
    }
}

impl Lowerer<'_, '_> {
    fn imports(&mut self) -> &mut Imports {
        self.imports.as_mut().expect("only archived things are imported")
    }

    /// The name of a declared function in the archive.
    pub fn archive_name(&self, obj: ObjId) -> String {
        let o = &self.c.objs[obj];
        let pkg = o.pkg.map(|p| self.pkg_path(p)).unwrap_or_default();
        let name = self.name(o.name);
        match self.c.objs.func(obj).and_then(|f| f.recv) {
            Some(recv) => {
                let recv = self.name(self.c.objs[self.c.types.named(recv).obj].name);
                format!("{pkg}.{recv}.{name}")
            }
            None => format!("{pkg}.{name}"),
        }
    }

    /// The archived body of a job, if there is one and no caller may want to inline it.
    pub fn archived(&mut self, job: &Job, id: FuncId) -> Option<u32> {
        let imports = self.imports.as_ref()?;
        let of = |obj: ObjId| {
            self.c.objs[obj].pkg.filter(|&p| self.c.package_is_library(p)).map(|p| self.pkg_path(p))
        };
        let f = match job {
            Job::Archived(f) => return Some(*f),
            Job::Declared(obj, targs) if targs.is_empty() => {
                of(*obj)?;
                if self.c.objs.func(*obj).is_some_and(|f| f.is_init) {
                    return None;
                }
                imports.archive.find(&self.archive_name(*obj))?
            }
            Job::Init(var) => {
                imports.archive.find(&init_name(&of(*var)?, self.name(self.c.objs[*var].name)))?
            }
            _ => return None,
        };
        let mut r = imports.archive.funcs.get(f as usize);
        skip_symbol(&mut r);
        let small = r.byte() != 0;
        if small && imports.by_source.contains(&id) {
            return None;
        }
        let imports = self.imports();
        if small {
            imports.small.insert(id);
        }
        imports.funcs[f as usize] = Some(id);
        Some(f)
    }

    /// Copies a function into the image.
    pub fn import(&mut self, f: u32, id: FuncId) {
        let archive = self.imports().archive;
        let mut r = archive.funcs.get(f as usize);
        skip_symbol(&mut r);
        r.byte();
        for unit in r.list(|r| r.small()) {
            self.import_needs(unit as usize);
        }
        let mut entry = r.func();
        relocate(&mut entry.code, |table, i| match table {
            Index::Data => self.import_data(i).0,
            Index::Func => self.import_func(i).0,
            Index::Native => self.import_native(i).0,
            Index::Type => self.import_type(i).0,
            Index::Itab => self.import_itab(i).0,
            Index::Global => self.import_global(i),
        });
        self.import_place(&mut entry.pos);
        entry.lines.iter_mut().for_each(|l| self.import_place(&mut l.1));
        entry.inline_sites.iter_mut().for_each(|s| self.import_place(&mut s.1));
        self.image.funcs[id.index()] = entry;
    }

    fn import_needs(&mut self, unit: usize) {
        if std::mem::replace(&mut self.imports().units[unit], true) {
            return;
        }
        let mut r = self.imports().archive.units.get(unit);
        while !r.rest.is_empty() {
            match r.byte() {
                need_tag::REACHED => {
                    let t = self.type_symbol(r.small());
                    self.type_id(t);
                }
                _ => {
                    let (name, pkg) = self.member(&mut r);
                    self.method_is_called(name, pkg);
                }
            }
        }
    }

    fn import_func(&mut self, f: u32) -> FuncId {
        if let Some(id) = self.imports().funcs[f as usize] {
            return id;
        }
        let mut r = self.imports().archive.funcs.get(f as usize);
        let id = match r.byte() {
            func_tag::CONTENT => {
                let id = self.new_func();
                self.todo.push((Job::Archived(f), id));
                id
            }
            tag => {
                let pkg = self.import_package(r.small());
                let name = r.text();
                match tag {
                    func_tag::FUNC => {
                        let obj = self.library_object(pkg, name);
                        self.func_id(Job::Declared(obj, Vec::new()))
                    }
                    func_tag::METHOD => {
                        let recv = self.library_object(pkg, name);
                        let method = self.c.declared_method(recv, r.text());
                        let method = method.expect("the archive knows the library's methods");
                        self.func_id(Job::Declared(method, Vec::new()))
                    }
                    _ => {
                        let var = self.library_object(pkg, name);
                        self.need_init(var);
                        self.inits[&var]
                    }
                }
            }
        };
        self.imports().funcs[f as usize] = Some(id);
        id
    }

    fn library_object(&mut self, pkg: PkgId, name: &str) -> ObjId {
        let obj = self.c.object_in(pkg, name);
        obj.expect("the archive was made from the same library")
    }

    fn import_package(&mut self, p: u32) -> PkgId {
        if let Some(id) = self.imports().packages[p as usize] {
            return id;
        }
        let path = self.imports().archive.packages.get(p as usize).text();
        let id = self.c.package_with_path(path);
        let id = id.expect("what an imported package imports is loaded");
        self.imports().packages[p as usize] = Some(id);
        id
    }

    /// A member's name, and its package when it is not exported.
    fn member(&mut self, r: &mut Reader<'_>) -> (Symbol, Option<PkgId>) {
        let name = self.c.interner.intern(r.text());
        (name, r.small().checked_sub(1).map(|p| self.import_package(p)))
    }

    fn import_type(&mut self, t: u32) -> image::TypeId {
        if let Some(id) = self.imports().table[t as usize] {
            return id;
        }
        let symbol = self.imports().archive.type_table.get(t as usize).small();
        let t2 = self.type_symbol(symbol);
        let id = self.memory_type_id(t2);
        self.imports().table[t as usize] = Some(id);
        id
    }

    fn type_symbol(&mut self, t: u32) -> TypeId {
        if let Some(id) = self.imports().types[t as usize] {
            return id;
        }
        let mut r = self.imports().archive.types.get(t as usize);
        let made = match r.byte() {
            type_tag::BASIC => TypeId(r.byte() as u32),
            type_tag::NAMED => {
                let pkg = r.small();
                let name = r.text();
                let obj = match pkg.checked_sub(1) {
                    Some(p) => {
                        let p = self.import_package(p);
                        self.library_object(p, name)
                    }
                    None => self.c.universe_object(name).expect("predeclared types have names"),
                };
                let targs = r.list(|r| r.small());
                let t = self.c.objs[obj].typ;
                match self.c.types.as_named(t) {
                    Some(n) if !targs.is_empty() => {
                        let targs: Vec<TypeId> =
                            targs.into_iter().map(|t| self.type_symbol(t)).collect();
                        self.c.types.instance(n, &targs)
                    }
                    _ => t,
                }
            }
            type_tag::POINTER => {
                let e = self.type_symbol(r.small());
                self.c.types.pointer(e)
            }
            type_tag::SLICE => {
                let e = self.type_symbol(r.small());
                self.c.types.slice(e)
            }
            type_tag::ARRAY => {
                let n = r.number() as i64;
                let e = self.type_symbol(r.small());
                self.c.types.array(n, e)
            }
            type_tag::MAP => {
                let (k, e) = (r.small(), r.small());
                let (k, e) = (self.type_symbol(k), self.type_symbol(e));
                self.c.types.map_of(k, e)
            }
            type_tag::CHAN => {
                let dir = [ChanDir::Both, ChanDir::Send, ChanDir::Recv][r.byte() as usize];
                let e = self.type_symbol(r.small());
                self.c.types.chan(dir, e)
            }
            type_tag::STRUCT => {
                let fields = r.list(|r| {
                    let (name, pkg) = self.member(r);
                    let typ = self.type_symbol(r.small());
                    let embedded = r.number() != 0;
                    let has_tag = r.number() != 0;
                    let tag = r.blob();
                    Field { name, pkg, typ, embedded, tag: has_tag.then(|| tag.into()) }
                });
                self.c.types.struct_of(fields)
            }
            type_tag::FUNC => {
                let params = r.list(|r| self.type_symbol(r.small())).into();
                let results = r.list(|r| self.type_symbol(r.small())).into();
                let variadic = r.number() != 0;
                let sig = Signature { params, results, variadic, ..Signature::default() };
                self.c.types.signature(sig)
            }
            _ => {
                let methods = r.list(|r| {
                    let (name, pkg) = self.member(r);
                    Method { name, pkg, sig: self.type_symbol(r.small()) }
                });
                let i = Interface { methods: methods.into(), ..Interface::default() };
                self.c.types.intern(TypeKind::Interface(Box::new(i)))
            }
        };
        let made = self.c.types.canon(made);
        self.imports().types[t as usize] = Some(made);
        made
    }

    fn import_global(&mut self, at: u32) -> u32 {
        let imports = self.imports();
        let i = imports.globals.partition_point(|&g| g <= at) - 1;
        let inside = at - imports.globals[i];
        if let Some(place) = imports.places[i] {
            return place + inside;
        }
        let mut r = imports.archive.globals.get(i);
        r.small();
        let pkg = self.import_package(r.small());
        let obj = self.library_object(pkg, r.text());
        let place = self.global(obj);
        self.imports().places[i] = Some(place);
        place + inside
    }

    fn import_native(&mut self, n: u32) -> NativeId {
        if let Some(id) = self.imports().natives[n as usize] {
            return id;
        }
        let n2 = self.imports().archive.natives.get(n as usize).native();
        let id = self.native(n2.name, n2.signature, n2.params, n2.results);
        self.imports().natives[n as usize] = Some(id);
        id
    }

    fn import_itab(&mut self, i: u32) -> ItabId {
        if let Some(id) = self.imports().itabs[i as usize] {
            return id;
        }
        let mut r = self.imports().archive.itabs.get(i as usize);
        let (interface, concrete) = (r.small(), r.small());
        let mut symbol = |t: u32| {
            let symbol = self.imports().archive.type_table.get(t as usize).small();
            self.type_symbol(symbol)
        };
        let (interface, concrete) = (symbol(interface), symbol(concrete));
        let id = self.itab(interface, concrete);
        self.imports().itabs[i as usize] = Some(id);
        id
    }

    fn import_data(&mut self, d: u32) -> DataId {
        if let Some(id) = self.imports().data[d as usize] {
            return id;
        }
        let mut entry = self.imports().archive.data.get(d as usize).data();
        let text = !entry.writable && entry.align == 1 && entry.relocs.is_empty();
        let id = if text {
            self.string_data(&entry.bytes)
        } else {
            // Its own number first: a section can point to itself.
            let id = self.data(DataEntry { bytes: Vec::new(), ..entry.clone() });
            self.imports().data[d as usize] = Some(id);
            for (_, r) in &mut entry.relocs {
                *r = match *r {
                    Reloc::Data(d, offset) => Reloc::Data(self.import_data(d.0), offset),
                    Reloc::Func(f) => Reloc::Func(self.import_func(f.0)),
                    Reloc::Type(t) => Reloc::Type(self.import_type(t.0)),
                    Reloc::Itab(i) => Reloc::Itab(self.import_itab(i.0)),
                };
            }
            entry.typ = entry.typ.map(|(t, n)| (self.import_type(t.0), n));
            self.image.data[id.index()] = entry;
            id
        };
        self.imports().data[d as usize] = Some(id);
        id
    }

    fn import_place(&mut self, p: &mut SourcePos) {
        if *p == SourcePos::default() {
            return;
        }
        if let Some(id) = self.imports().files[p.file as usize] {
            p.file = id;
            return;
        }
        let path = self.imports().archive.files.get(p.file as usize).text();
        let id = self.file_id(path.into());
        self.imports().files[p.file as usize] = Some(id);
        p.file = id;
    }

    /// A library package's variables with initialisers, first of their group each, in the order they
    /// are initialised; `None` when the archive does not have the package.
    pub fn archived_init_order(&mut self, pkg: PkgId) -> Option<Vec<ObjId>> {
        if !self.c.package_is_library(pkg) {
            return None;
        }
        let archive = self.imports.as_ref()?.archive;
        let path = self.pkg_path(pkg);
        let mut all = (0..archive.packages.len()).map(|i| archive.packages.get(i));
        let mut found = all.find_map(|mut r| (r.text() == path).then_some(r))?;
        let names = found.list(|r| r.text());
        Some(names.into_iter().filter_map(|name| self.c.object_in(pkg, name)).collect())
    }
}

fn skip_symbol(r: &mut Reader<'_>) {
    let texts = match r.byte() {
        func_tag::CONTENT => return,
        func_tag::METHOD => 2,
        _ => 1,
    };
    r.small();
    for _ in 0..texts {
        r.text();
    }
}

//! Making the archive.

use gvm_bytecode::binary::Writer;
use gvm_bytecode::image::{FuncId, Reloc};
use gvm_bytecode::operand::{Index, relocate};
use hashbrown::{HashMap, HashSet};

use super::{Lowerer, Need, Section, func_tag, init_name, need_tag, type_tag};
use crate::Symbol;
use crate::ir::inline::Inlined;
use crate::lower::Job;
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{ChanDir, TypeId, TypeKind};

/// What the functions that are being lowered need, by the job they belong to.
#[derive(Default)]
pub struct Recorder {
    pub units: Vec<Vec<Need>>,
    seen: HashSet<Need>,
    pub unit_of: HashMap<FuncId, u32>,
}

impl Recorder {
    pub fn begin(&mut self) {
        self.units.push(Vec::new());
        self.seen.clear();
    }

    pub fn need(&mut self, need: Need) {
        if let Some(unit) = self.units.last_mut()
            && self.seen.insert(need.clone())
        {
            unit.push(need);
        }
    }

    pub fn lowered(&mut self, f: FuncId) {
        self.unit_of.insert(f, self.units.len() as u32 - 1);
    }
}

impl Lowerer<'_, '_> {
    /// Lowers all of the library that has code of its own.
    pub fn library(&mut self) {
        self.recorder = Some(Recorder::default());
        for pkg in self.c.packages_in_order() {
            if self.c.package_is_library(pkg) {
                for v in self.c.package_vars(pkg) {
                    if self.c.objs[v].name != Symbol::BLANK {
                        self.need_init(v);
                    }
                }
                for f in self.c.package_bodies(pkg) {
                    self.func_id(Job::Declared(f, Vec::new()));
                }
            }
        }
        while let Some((job, id)) = self.todo.pop() {
            self.job(job, id);
        }
    }

    /// The archive of what was lowered and finished.
    pub fn archive(mut self, inlined: &Inlined) -> Vec<u8> {
        let recorder = self.recorder.take().unwrap_or_default();
        let mut types = TypeSymbols::default();
        let table: Vec<Option<u32>> =
            self.types_in_order().into_iter().map(|t| types.symbol(&self, t)).collect();
        let unnamed = |t: gvm_bytecode::image::TypeId| table[t.index()].is_none();
        let symbols = self.symbols();
        // Functions that cannot be copied: those with types that no name leads to, and those that
        // need a copy of such a function.
        let n = self.image.funcs.len();
        let mut left_out = vec![false; n];
        let mut copies: Vec<Vec<usize>> = vec![Vec::new(); n];
        for (id, f) in self.image.funcs.iter().enumerate() {
            let mut bad = f.code.is_empty();
            let mut todo = Vec::new();
            relocate(&mut f.code.clone(), |table, i| {
                todo.push((table, i));
                i
            });
            while let Some((table, i)) = todo.pop() {
                match table {
                    Index::Type => bad |= unnamed(gvm_bytecode::image::TypeId(i)),
                    Index::Func if !symbols.contains_key(&i) => copies[id].push(i as usize),
                    Index::Itab => {
                        let e = &self.image.itabs[i as usize];
                        bad |= unnamed(e.interface) || unnamed(e.concrete);
                    }
                    Index::Data => {
                        let d = &self.image.data[i as usize];
                        bad |= d.typ.is_some_and(|(t, _)| unnamed(t));
                        todo.extend(d.relocs.iter().map(|&(_, r)| match r {
                            Reloc::Data(d, _) => (Index::Data, d.0),
                            Reloc::Func(f) => (Index::Func, f.0),
                            Reloc::Type(t) => (Index::Type, t.0),
                            Reloc::Itab(i) => (Index::Itab, i.0),
                        }));
                    }
                    _ => {}
                }
            }
            let units = std::iter::once(id).chain(inlined.taken[id].iter().map(|f| f.index()));
            for unit in units.filter_map(|f| recorder.unit_of.get(&FuncId(f as u32))) {
                bad |= recorder.units[*unit as usize].iter().any(
                    |need| matches!(need, Need::Reached(t) if types.symbol(&self, *t).is_none()),
                );
            }
            left_out[id] = bad;
        }
        loop {
            let more: Vec<usize> = (0..n)
                .filter(|&f| !left_out[f] && copies[f].iter().any(|&g| left_out[g]))
                .collect();
            if more.is_empty() {
                break;
            }
            more.into_iter().for_each(|f| left_out[f] = true);
        }

        let mut names: Vec<(String, u32)> = Vec::new();
        let mut funcs = Vec::new();
        for (id, f) in self.image.funcs.iter().enumerate() {
            let mut w = Writer::default();
            if !left_out[id] {
                match symbols.get(&(id as u32)) {
                    Some(s) => {
                        w.bytes.extend(&s.record);
                        names.push((s.name.clone(), id as u32));
                    }
                    None => w.bytes.push(func_tag::CONTENT),
                }
                w.bytes.push(inlined.small[id] as u8);
                let mut units: Vec<u32> = std::iter::once(FuncId(id as u32))
                    .chain(inlined.taken[id].iter().copied())
                    .filter_map(|f| recorder.unit_of.get(&f).copied())
                    .collect();
                units.sort_unstable();
                units.dedup();
                w.list(&units, |w, &u| w.number(u as u64));
                w.func(f);
            } else if let Some(s) = symbols.get(&(id as u32)) {
                // Others call it by its name.
                w.bytes.extend(&s.record);
            }
            funcs.push(w.bytes);
        }
        names.sort();
        let record = |write: &dyn Fn(&mut Writer)| {
            let mut w = Writer::default();
            write(&mut w);
            w.bytes
        };
        let units: Vec<Vec<u8>> = recorder
            .units
            .iter()
            .map(|unit| {
                let mut w = Writer::default();
                for need in unit {
                    match *need {
                        Need::Reached(t) => {
                            if let Some(t) = types.symbol(&self, t) {
                                w.bytes.push(need_tag::REACHED);
                                w.number(t as u64);
                            }
                        }
                        Need::Called(name, pkg) => {
                            w.bytes.push(need_tag::CALLED);
                            w.text(self.name(name));
                            w.number(pkg.map_or(0, |p| p.0 as u64 + 1));
                        }
                    }
                }
                w.bytes
            })
            .collect();
        let mut globals: Vec<(u32, ObjId)> = self.globals.iter().map(|(&o, &at)| (at, o)).collect();
        globals.sort_unstable_by_key(|g| g.0);
        let globals: Vec<Vec<u8>> = globals
            .into_iter()
            .map(|(at, o)| {
                let pkg = self.c.objs[o].pkg.map_or(0, |p| p.0);
                record(&|w| {
                    w.number(at as u64);
                    w.number(pkg as u64);
                    w.text(self.name(self.c.objs[o].name));
                })
            })
            .collect();
        let packages = self.package_records();
        let image = &self.image;
        let names: Vec<Vec<u8>> = names
            .iter()
            .map(|(name, id)| {
                record(&|w| {
                    w.text(name);
                    w.number(*id as u64);
                })
            })
            .collect();
        let table: Vec<Vec<u8>> =
            table.iter().map(|t| record(&|w| t.iter().for_each(|&t| w.number(t as u64)))).collect();
        let itabs: Vec<Vec<u8>> = (image.itabs.iter())
            .map(|i| {
                record(&|w| {
                    w.number(i.interface.0 as u64);
                    w.number(i.concrete.0 as u64);
                })
            })
            .collect();
        let data: Vec<Vec<u8>> = image.data.iter().map(|d| record(&|w| w.data(d))).collect();
        let natives: Vec<Vec<u8>> =
            image.natives.iter().map(|n| record(&|w| w.native(n))).collect();
        let files: Vec<Vec<u8>> = image.files.iter().map(|f| record(&|w| w.text(f))).collect();
        let mut w = Writer::default();
        // The order of `Archive::read`.
        for section in [
            &packages,
            &names,
            &funcs,
            &units,
            &types.records,
            &table,
            &globals,
            &data,
            &natives,
            &itabs,
            &files,
        ] {
            Section::write(&mut w, section);
        }
        w.bytes
    }

    /// Each package with its variables in the order of initialisation.
    fn package_records(&mut self) -> Vec<Vec<u8>> {
        let mut out = Vec::new();
        for pkg in self.c.packages_in_order() {
            let mut w = Writer::default();
            w.text(&self.pkg_path(pkg));
            let needed: HashSet<ObjId> = self.inits.keys().copied().collect();
            let order = self.c.init_order_of(pkg, &needed);
            w.list(&order, |w, group| w.text(self.name(self.c.objs[group[0]].name)));
            out.push(w.bytes);
        }
        out
    }

    /// Functions that have a name in every image.
    fn symbols(&self) -> HashMap<u32, FuncSymbol> {
        let mut out = HashMap::new();
        for (job, id) in &self.ids {
            let mut w = Writer::default();
            let name = match job {
                Job::Declared(obj, targs) if targs.is_empty() => {
                    let o = &self.c.objs[*obj];
                    let Some(pkg) = o.pkg else { continue };
                    let info = self.c.objs.func(*obj);
                    if info.is_some_and(|f| f.is_init) {
                        continue;
                    }
                    match info.and_then(|f| f.recv) {
                        Some(recv) => {
                            w.bytes.push(func_tag::METHOD);
                            w.number(pkg.0 as u64);
                            w.text(self.name(self.c.objs[self.c.types.named(recv).obj].name));
                        }
                        None => {
                            w.bytes.push(func_tag::FUNC);
                            w.number(pkg.0 as u64);
                        }
                    }
                    w.text(self.name(o.name));
                    self.archive_name(*obj)
                }
                Job::Init(var) => {
                    let o = &self.c.objs[*var];
                    let Some(pkg) = o.pkg else { continue };
                    w.bytes.push(func_tag::INIT);
                    w.number(pkg.0 as u64);
                    w.text(self.name(o.name));
                    init_name(&self.pkg_path(pkg), self.name(o.name))
                }
                _ => continue,
            };
            out.insert(id.0, FuncSymbol { name, record: w.bytes });
        }
        out
    }
}

struct FuncSymbol {
    name: String,
    record: Vec<u8>,
}

/// Types as what they are made of, down to names.
#[derive(Default)]
struct TypeSymbols {
    records: Vec<Vec<u8>>,
    /// `None`: no name leads to it.
    known: HashMap<TypeId, Option<u32>>,
}

impl TypeSymbols {
    fn symbol(&mut self, l: &Lowerer<'_, '_>, t: TypeId) -> Option<u32> {
        if let Some(&known) = self.known.get(&t) {
            return known;
        }
        let record = self.record(l, t);
        let id = record.map(|r| {
            self.records.push(r);
            self.records.len() as u32 - 1
        });
        self.known.insert(t, id);
        id
    }

    fn symbols(&mut self, l: &Lowerer<'_, '_>, ts: &[TypeId], w: &mut Writer) -> Option<()> {
        let all: Option<Vec<u32>> = ts.iter().map(|&t| self.symbol(l, t)).collect();
        w.list(&all?, |w, &t| w.number(t as u64));
        Some(())
    }

    fn record(&mut self, l: &Lowerer<'_, '_>, t: TypeId) -> Option<Vec<u8>> {
        let mut w = Writer::default();
        let package = |p: Option<PkgId>| p.map_or(0, |p| p.0 as u64 + 1);
        match l.c.types.kind(t).clone() {
            TypeKind::Basic(b) => {
                w.bytes.extend([type_tag::BASIC, b as u8]);
            }
            TypeKind::Named(n) => {
                let data = l.c.types.named(n);
                let obj = data.obj;
                if !l.c.is_package_level(obj) {
                    return None;
                }
                w.bytes.push(type_tag::NAMED);
                w.number(package(l.c.objs[obj].pkg));
                w.text(l.name(l.c.objs[obj].name));
                let targs = data.targs.clone();
                self.symbols(l, &targs, &mut w)?;
            }
            TypeKind::Pointer(e) => {
                let e = self.symbol(l, e)?;
                w.bytes.push(type_tag::POINTER);
                w.number(e as u64);
            }
            TypeKind::Slice(e) => {
                let e = self.symbol(l, e)?;
                w.bytes.push(type_tag::SLICE);
                w.number(e as u64);
            }
            TypeKind::Array(n, e) => {
                let e = self.symbol(l, e)?;
                w.bytes.push(type_tag::ARRAY);
                w.number(n as u64);
                w.number(e as u64);
            }
            TypeKind::Map(k, e) => {
                let (k, e) = (self.symbol(l, k)?, self.symbol(l, e)?);
                w.bytes.push(type_tag::MAP);
                w.number(k as u64);
                w.number(e as u64);
            }
            TypeKind::Chan(dir, e) => {
                let e = self.symbol(l, e)?;
                let dir = match dir {
                    ChanDir::Both => 0,
                    ChanDir::Send => 1,
                    ChanDir::Recv => 2,
                };
                w.bytes.extend([type_tag::CHAN, dir]);
                w.number(e as u64);
            }
            TypeKind::Struct(fields) => {
                w.bytes.push(type_tag::STRUCT);
                w.number(fields.len() as u64);
                for f in fields.iter() {
                    let typ = self.symbol(l, f.typ)?;
                    w.text(l.name(f.name));
                    w.number(package(f.pkg));
                    w.number(typ as u64);
                    w.number(f.embedded as u64);
                    w.number(f.tag.is_some() as u64);
                    w.blob(f.tag.as_deref().unwrap_or_default());
                }
            }
            TypeKind::Signature(s) if s.tparams.is_empty() => {
                w.bytes.push(type_tag::FUNC);
                self.symbols(l, &s.params, &mut w)?;
                self.symbols(l, &s.results, &mut w)?;
                w.number(s.variadic as u64);
            }
            TypeKind::Interface(i) if i.embeds.is_empty() && !i.comparable => {
                w.bytes.push(type_tag::INTERFACE);
                w.number(i.methods.len() as u64);
                for m in &i.methods {
                    let sig = self.symbol(l, m.sig)?;
                    w.text(l.name(m.name));
                    w.number(package(m.pkg));
                    w.number(sig as u64);
                }
            }
            _ => return None,
        }
        Some(w.bytes)
    }
}

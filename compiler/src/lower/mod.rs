//! Lowering: the checked syntax of everything reachable, to IR, to the program image.
//!
//! Starts at `main` and package initialisation and works off a list of function instances
//! (a declared function and its type arguments). Library bodies are checked when they come up.
//! A method of a type that is converted to an interface is lowered once some interface call or
//! interface type names a method like it.

mod archive;
mod assign;
mod builtin;
mod call;
mod closure;
mod compare;
mod composite;
mod convert;
mod expr;
mod func;
mod init;
mod layout;
mod methods;
mod order;
mod order_assign;
mod place;
mod range;
mod reflect;
mod select;
mod static_data;
mod stmt;
mod switch;
mod typetable;

use std::rc::Rc;

use gvm_bytecode::image::{
    DataEntry, DataId, FuncEntry, FuncId, GlobalEntry, Image, Kind, NativeEntry, NativeId,
    SourcePos, func_flags,
};
use hashbrown::{HashMap, HashSet};

use crate::backend::{self, debug_check};
use crate::diag::Diagnostics;
use crate::source::{Pos, SourceMap};
use crate::types::check::Checker;
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{TypeId, TypeKind};

use func::FuncLower;
use layout::{Layouts, Rep};
use typetable::TypeTable;

/// What to substitute in a generic body: parameters by arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Subst {
    pub params: Vec<TypeId>,
    pub args: Vec<TypeId>,
}

/// A function that is to be lowered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Job {
    /// A declared function or method with its type arguments (receiver's first).
    Declared(ObjId, Vec<TypeId>),
    /// Takes an interface's data word of a type and calls the type's method: (type, method name,
    /// package of an unexported one).
    Interface(TypeId, crate::Symbol, Option<PkgId>),
    /// The initialisation of this package variable and those set with it.
    Init(ObjId),
    /// A function of the library archive that has no name of its own.
    Archived(u32),
}

pub struct Lowerer<'c, 'a> {
    pub c: &'c mut Checker<'a>,
    pub map: &'c SourceMap<'a>,
    pub diags: &'c Diagnostics,
    pub image: Image,
    layouts: Layouts,
    types: TypeTable,
    ids: HashMap<Job, FuncId>,
    todo: Vec<(Job, FuncId)>,
    globals: HashMap<ObjId, u32>,
    /// Functions that initialise package variables.
    inits: HashMap<ObjId, FuncId>,
    strings: HashMap<Vec<u8>, DataId>,
    files: HashMap<String, u32>,
    natives: HashMap<String, NativeId>,
    /// The function literal that is lowered next, when it is called where it stands.
    called_at_once: Option<crate::syntax::NodeId>,
    /// Results of functions with `defer`: kept in memory.
    result_in_memory: HashSet<ObjId>,
    /// Variables used in the body of a range-over-func statement outside it.
    forced_captures: HashSet<ObjId>,
    /// Number of closures made in a function, by the function's name: what they are called.
    closure_count: HashMap<String, u32>,
    /// Variables the lowering made up so far.
    hidden: u32,
    maps_everywhere: bool,
    optimise: bool,
    /// Variables get debug information.
    debug_variables: bool,
    /// Types of such variables, and the number of each.
    debug_types: (Vec<TypeId>, HashMap<TypeId, u32>),
    /// Lowered functions by number, and where each is in the source.
    bodies: Vec<Option<crate::ir::Func>>,
    places: HashMap<FuncId, Pos>,
    /// The last position that was resolved; neighbours often have the same.
    last_pos: (Pos, SourcePos),
    /// The optimised IR of the program's own functions, as text, when someone wants it.
    ir: Option<String>,
    /// The library archive, when functions may come from there.
    imports: Option<archive::Imports>,
    /// When this makes the archive: what must be written down.
    recorder: Option<archive::Recorder>,
    /// A function is being lowered, so that what it calls may be inlined.
    lowering: bool,
}

/// Lowers a whole program. The image is complete when `diags` got no error. The string is the IR of the
/// program's own functions, if the stage asks for it.
pub fn lower<'a>(
    c: &mut Checker<'a>,
    map: &SourceMap<'a>,
    diags: &Diagnostics,
    main: PkgId,
    settings: crate::Settings,
    library: Option<&'static [u8]>,
) -> (Image, Option<String>) {
    let mut l = Lowerer::new(c, map, diags, settings);
    // The archive's code has maps at safepoints only, no variables, and went through all passes.
    let usable = !l.maps_everywhere && !settings.debug_variables && settings.optimise;
    l.imports = library.filter(|_| usable).map(archive::Imports::new);
    l.program(main);
    l.finish();
    (l.image, l.ir)
}

/// Lowers every function and method of a package that has no type parameters, for what it reports.
pub fn lower_all<'a>(
    c: &mut Checker<'a>,
    map: &SourceMap<'a>,
    diags: &Diagnostics,
    pkg: PkgId,
    settings: crate::Settings,
) {
    let mut l = Lowerer::new(c, map, diags, settings);
    l.package(pkg);
    l.finish();
}

/// Makes the archive of the library packages that the checker has.
pub fn archive<'a>(c: &mut Checker<'a>, map: &SourceMap<'a>, diags: &Diagnostics) -> Vec<u8> {
    let mut l = Lowerer::new(c, map, diags, crate::Settings::default());
    l.library();
    let inlined = l.finish();
    l.archive(&inlined)
}

impl<'c, 'a> Lowerer<'c, 'a> {
    fn new(
        c: &'c mut Checker<'a>,
        map: &'c SourceMap<'a>,
        diags: &'c Diagnostics,
        settings: crate::Settings,
    ) -> Self {
        let stage = settings.stage;
        Lowerer {
            c,
            map,
            diags,
            image: Image::default(),
            layouts: Layouts::default(),
            types: TypeTable::default(),
            ids: HashMap::new(),
            todo: Vec::new(),
            globals: HashMap::new(),
            inits: HashMap::new(),
            strings: HashMap::new(),
            files: HashMap::new(),
            natives: HashMap::new(),
            called_at_once: None,
            result_in_memory: HashSet::new(),
            forced_captures: HashSet::new(),
            closure_count: HashMap::new(),
            hidden: 0,
            bodies: Vec::new(),
            places: HashMap::new(),
            last_pos: (Pos::NONE, SourcePos::default()),
            optimise: settings.optimise,
            debug_variables: settings.debug_variables,
            debug_types: Default::default(),
            maps_everywhere: stage == crate::Stage::ImageWithAllMaps,
            ir: (stage == crate::Stage::ImageAndIr).then(String::new),
            imports: None,
            recorder: None,
            lowering: false,
        }
    }

    /// Works until nothing new comes up.
    fn drain(&mut self) {
        loop {
            while let Some((job, id)) = self.todo.pop() {
                self.job(job, id);
            }
            let more = self.live_methods();
            if !self.reflect_adapters() && !more {
                break;
            }
        }
    }

    fn job(&mut self, job: Job, id: FuncId) {
        if let Some(f) = self.archived(&job, id) {
            return self.import(f, id);
        }
        if let Some(r) = &mut self.recorder {
            r.begin();
        }
        self.lowering = true;
        match job {
            Job::Declared(obj, targs) => self.declared(obj, targs, id),
            Job::Interface(t, name, pkg) => self.interface_method(t, name, pkg, id),
            Job::Init(step) => self.init_step(step, id),
            Job::Archived(_) => unreachable!("these are imported"),
        }
        self.lowering = false;
    }

    /// The function's number; it is lowered later if it is new.
    pub fn func_id(&mut self, job: Job) -> FuncId {
        let known = self.ids.get(&job).copied();
        let id = known.unwrap_or_else(|| self.new_func());
        let body_wanted =
            self.lowering && self.imports.as_mut().is_some_and(|i| i.called_by_source(id));
        if known.is_some() && !body_wanted {
            return id;
        }
        self.ids.insert(job.clone(), id);
        self.todo.push((job, id));
        if self.image.funcs.len() > 200_000 {
            // Endless instantiation; the language issue gives it gc's own message.
            self.todo.clear();
            self.diags.unsupported(
                Pos::NONE,
                "programs of more than 200000 functions (endless instantiation?)",
            );
        }
        id
    }

    pub fn new_func(&mut self) -> FuncId {
        self.image.funcs.push(FuncEntry::default());
        FuncId(self.image.funcs.len() as u32 - 1)
    }

    /// Takes a lowered function in; it is emitted when all are there.
    pub fn emit(&mut self, id: FuncId, mut f: crate::ir::Func, pos: Pos) {
        f.pos = self.source_pos(pos);
        if self.is_library(pos) {
            f.flags |= func_flags::LIBRARY;
        }
        crate::ir::opt::remove_unreachable(&mut f);
        debug_check(&f, "lowering");
        if self.optimise {
            crate::ir::opt::run(&mut f);
            debug_check(&f, "optimisation");
        }
        if self.bodies.len() <= id.index() {
            self.bodies.resize_with(id.index() + 1, || None);
        }
        self.bodies[id.index()] = Some(f);
        self.places.insert(id, pos);
        if let Some(r) = &mut self.recorder {
            r.lowered(id);
        }
    }

    /// A type of a variable as a number that `finish` makes a type of the image. Types that only
    /// variables have come after all others there, so that no code depends on them.
    pub fn debug_type(&mut self, t: TypeId) -> u32 {
        let (list, numbers) = &mut self.debug_types;
        *numbers.entry(t).or_insert_with(|| {
            list.push(t);
            list.len() as u32 - 1
        })
    }

    /// Puts all functions into the image.
    fn finish(&mut self) -> crate::ir::inline::Inlined {
        let mut bodies = std::mem::take(&mut self.bodies);
        bodies.resize_with(self.image.funcs.len(), || None);
        let options = backend::Options {
            maps_everywhere: self.maps_everywhere,
            keep_ir: self.ir.is_some(),
            optimise: self.optimise,
        };
        let (finished, inlined) = backend::run(bodies, options);
        for f in finished {
            if let (Some(all), Some(text)) = (&mut self.ir, f.ir) {
                all.push_str(&text);
                all.push('\n');
            }
            match f.entry {
                Ok(entry) => self.image.funcs[f.id] = entry,
                Err(e) => self.diags.unsupported(self.places[&FuncId(f.id as u32)], e.0),
            }
        }
        if self.debug_variables {
            let types: Vec<_> =
                self.debug_types.0.clone().into_iter().map(|t| self.memory_type_id(t)).collect();
            for v in self.image.funcs.iter_mut().flat_map(|f| &mut f.variables) {
                v.typ = types[v.typ.index()];
            }
        }
        inlined
    }

    pub fn is_library(&self, pos: Pos) -> bool {
        self.map.file(pos).is_none_or(|f| f.library)
    }

    pub fn source_pos(&mut self, pos: Pos) -> SourcePos {
        if self.last_pos.0 != pos {
            self.last_pos = (pos, self.resolve_pos(pos));
        }
        self.last_pos.1
    }

    fn resolve_pos(&mut self, pos: Pos) -> SourcePos {
        let Some(file) = self.map.file(pos) else { return SourcePos::default() };
        let (mut line, mut column) = file.line_column(pos);
        let mut path = std::borrow::Cow::Borrowed(file.path);
        let loc = file.location(pos);
        if loc.file != file.name || loc.line != line {
            // A `//line` directive.
            (line, column) = (loc.line, loc.column);
            if loc.file.starts_with('/') {
                path = loc.file.into();
            } else if loc.file != file.name {
                let dir = file.path.rfind('/').map_or("", |i| &file.path[..=i]);
                path = format!("{dir}{}", loc.file).into();
            }
        }
        SourcePos { file: self.file_id(path), line, column }
    }

    fn file_id(&mut self, path: std::borrow::Cow<'_, str>) -> u32 {
        if let Some(&id) = self.files.get(&*path) {
            return id;
        }
        self.image.files.push(path.to_string());
        let id = self.image.files.len() as u32 - 1;
        self.files.insert(path.into_owned(), id);
        id
    }

    // Types.

    pub fn rep(&mut self, t: TypeId) -> Rc<Rep> {
        self.layouts.rep(&mut self.c.types, t)
    }

    pub fn under(&mut self, t: TypeId) -> TypeKind {
        self.c.types.under_kind(t)
    }

    pub fn subst(&mut self, t: TypeId, s: &Subst) -> TypeId {
        let t = if s.params.is_empty() { t } else { self.c.types.subst(t, &s.params, &s.args) };
        self.c.types.canon(t)
    }

    pub fn name(&self, s: crate::Symbol) -> &'a str {
        self.c.interner.resolve(s)
    }

    pub fn kinds(&mut self, ts: &[TypeId]) -> Vec<Kind> {
        ts.iter().flat_map(|&t| self.rep(t).kinds().collect::<Vec<_>>()).collect()
    }

    // Data and globals.

    pub fn data(&mut self, entry: DataEntry) -> DataId {
        self.image.data.push(entry);
        DataId(self.image.data.len() as u32 - 1)
    }

    /// The read-only section with these bytes.
    pub fn string_data(&mut self, s: &[u8]) -> DataId {
        if let Some(&id) = self.strings.get(s) {
            return id;
        }
        let id = self.data(DataEntry {
            bytes: s.to_vec(),
            align: 1,
            relocs: Vec::new(),
            writable: false,
            typ: None,
        });
        self.strings.insert(s.to_vec(), id);
        id
    }

    /// The place of a package variable; its initialiser becomes live.
    pub fn global(&mut self, obj: ObjId) -> u32 {
        if let Some(&at) = self.globals.get(&obj) {
            return at;
        }
        let t = self.c.objs[obj].typ;
        let t = self.c.types.canon(t);
        let rep = self.rep(t);
        let at = self.image.globals_size.next_multiple_of(rep.align.max(8));
        // No two variables at one place: the archive finds them by it.
        self.image.globals_size = at + rep.size.max(1);
        self.globals.insert(obj, at);
        let typ = self.memory_type_id(t);
        let name = self.name(self.c.objs[obj].name).to_string();
        self.image.globals.push(GlobalEntry { name, typ, offset: at });
        self.need_init(obj);
        at
    }

    pub fn native(
        &mut self,
        name: String,
        signature: String,
        params: Vec<Kind>,
        results: Vec<Kind>,
    ) -> NativeId {
        if let Some(&id) = self.natives.get(&name) {
            return id;
        }
        self.image.natives.push(NativeEntry { name: name.clone(), signature, params, results });
        let id = NativeId(self.image.natives.len() as u32 - 1);
        self.natives.insert(name, id);
        id
    }

    /// Lowers a declared function or method.
    fn declared(&mut self, obj: ObjId, targs: Vec<TypeId>, id: FuncId) {
        self.c.ensure_body(obj);
        if !self.diags.is_empty() {
            // A library body with an error: there is no image, and nothing sound to lower.
            return;
        }
        let Some(decl) = self.c.func_decl(obj) else { return };
        let sub = self.declared_subst(obj, targs);
        let name = self.func_name(obj, &sub);
        match decl.body.as_ref() {
            None => self.native_body(obj, id, name, decl),
            Some(body) => {
                let Some(block) = body.block.get().copied() else { return };
                let Some(&(_, data)) = self.c.funcs.get(&obj) else { return };
                let f = FuncLower::declared(self, name, data, block, sub, body.rbrace);
                self.emit(id, f, decl.pos);
            }
        }
    }

    /// The substitution for a declared function's body: receiver's parameters, then its own.
    pub fn declared_subst(&mut self, obj: ObjId, targs: Vec<TypeId>) -> Subst {
        let mut params: Vec<TypeId> =
            self.c.objs.func(obj).map(|f| f.recv_tparams.to_vec()).unwrap_or_default();
        let sig = self.c.objs[obj].typ;
        if let TypeKind::Signature(s) = self.c.types.kind(sig) {
            params.extend(s.tparams.iter().copied());
        }
        params.truncate(targs.len());
        Subst { params, args: targs }
    }

    /// A function's name as tracebacks show it.
    pub fn func_name(&mut self, obj: ObjId, sub: &Subst) -> String {
        let o = &self.c.objs[obj];
        let name = self.c.interner.resolve(o.name);
        let pkg = o.pkg.map(|p| self.pkg_path(p)).unwrap_or_default();
        let generic = if sub.args.is_empty() { "" } else { "[...]" };
        match self.c.objs.func(obj).and_then(|f| f.recv.map(|r| (r, f.ptr_recv))) {
            Some((recv, ptr)) => {
                let base = self.c.objs[self.c.types.named(recv).obj].name;
                let base = self.name(base);
                if ptr {
                    format!("{pkg}.(*{base}{generic}).{name}")
                } else {
                    format!("{pkg}.{base}{generic}.{name}")
                }
            }
            None => format!("{pkg}.{name}{generic}"),
        }
    }

    /// The name of what calls a type's method with the type as receiver.
    pub fn method_name(&mut self, t: TypeId, method: crate::Symbol) -> String {
        let (ptr, base) = match *self.c.types.kind(t) {
            TypeKind::Pointer(base) => (true, self.c.types.canon(base)),
            _ => (false, t),
        };
        let method = self.name(method).to_string();
        let Some(named) = self.c.types.as_named(base) else {
            let text = self.c.type_str(t);
            return format!("go:{text}.{method}");
        };
        let named = self.c.types.named(named);
        let generic = if named.targs.is_empty() { "" } else { "[...]" };
        let o = &self.c.objs[named.obj];
        let pkg = o.pkg.map_or("go:builtin".into(), |p| self.pkg_path(p));
        let base = format!("{}{generic}", self.name(o.name));
        if ptr { format!("{pkg}.(*{base}).{method}") } else { format!("{pkg}.{base}.{method}") }
    }

    /// A package's path as names show it: `main` for the program's own.
    pub fn pkg_path(&self, p: PkgId) -> String {
        self.c.package_symbol_path(p)
    }
}

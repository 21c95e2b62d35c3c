//! The checker: from syntax to types, following the spec, one file a construct.
//!
//! It never stops at an error: everything it finds goes to `diags`, in gc's words. Package-level
//! objects are resolved when they are first needed; bodies of library functions are checked when
//! lowering asks for them (`ensure_body`).

pub mod assertion;
pub mod assign;
pub mod assignable;
pub mod assignment_op;
pub mod binary;
pub mod builtin;
pub mod call;
pub mod constant_expr;
pub mod conversion;
pub mod decl;
pub mod embed;
pub mod exportdata;
pub mod expr;
pub mod exprstring;
pub mod index;
pub mod infer;
pub mod initorder;
pub mod instantiate;
pub mod labels;
pub mod literal;
pub mod lower_api;
pub mod mono;
pub mod operand;
pub mod predicate;
pub mod range;
pub mod resolve;
pub mod returns;
pub mod selector;
pub mod signature;
pub mod stmt;
pub mod switch;
pub mod typexpr;
pub mod unary;
pub mod unimplemented;
pub mod universe;
pub mod untyped;
pub mod unused;
pub mod validtype;

use hashbrown::{HashMap, HashSet};

use crate::arena::{Arena, Interner};
use crate::diag::Diagnostics;
use crate::source::{Pos, SourceMap};
use crate::syntax::Symbol;
use crate::syntax::ast::{
    Block, ConstSpec, Expr, File, FuncDecl, FuncType, Ident, TypeSpec, VarSpec,
};
use crate::types::constant::Value;
use crate::types::info::Info;
use crate::types::object::{BodyId, Builtin, ObjId, ObjKind, Object, Objects, PkgId, VarInfo};
use crate::types::type_::{NamedId, TypeId, TypeKind, Types};
use crate::types::typestring::{Names, Printer};
use operand::{Mode, Operand};

/// A block, file, package or the universe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScopeId(pub u32);

#[derive(Debug, Default)]
pub struct Scope {
    parent: Option<ScopeId>,
    names: HashMap<Symbol, ObjId>,
}

/// A package as the checker sees it.
pub struct Package<'a> {
    pub path: String,
    pub name: Symbol,
    pub scope: ScopeId,
    pub files: Vec<&'a File<'a>>,
    pub library: bool,
    /// Import path to package.
    pub imports: HashMap<String, PkgId>,
    /// `init` functions, in source order.
    pub inits: Vec<ObjId>,
    /// Package variables in source order.
    pub vars: Vec<ObjId>,
    /// Other package-level objects in source order.
    pub objects: Vec<ObjId>,
    /// Methods by receiver type name, until the type is declared.
    pub methods: HashMap<Symbol, Vec<MethodDecl<'a>>>,
    /// Could not be loaded: uses of it are not errors.
    pub fake: bool,
}

/// Where an object is declared.
#[derive(Clone, Copy)]
pub enum DeclInfo<'a> {
    Const(&'a ConstSpec<'a>, usize),
    Var(&'a VarSpec<'a>, usize),
    Type(&'a TypeSpec<'a>),
    Func(&'a FuncDecl<'a>),
}

/// What the checker is in the middle of.
#[derive(Clone, Default)]
pub struct Env {
    pub pkg: Option<PkgId>,
    pub scope: Option<ScopeId>,
    pub iota: Option<i64>,
    /// Where to report errors instead: in an expression that a constant inherits, at its name.
    pub err_pos: Option<Pos>,
    pub body: Option<BodyId>,
    /// Result types of the function, and their variables when they are named.
    pub results: Vec<TypeId>,
    pub result_vars: Vec<ObjId>,
    /// In a function at all.
    pub in_func: bool,
    /// The package-level object whose declaration or body this is.
    pub decl: Option<ObjId>,
    /// Type parameters of the functions around.
    pub outer_tparams: Vec<TypeId>,
}

/// Gives the statements of a body that was skipped; syntax errors go to the diagnostics.
pub trait BodySource<'a> {
    fn body(&self, f: &'a FuncDecl<'a>) -> Option<&'a Block<'a>>;
}

/// What lowering wants to know about a function body.
#[derive(Clone, Debug, Default)]
pub struct BodyData {
    /// Receiver first, if there is one; also unnamed and blank parameters.
    pub params: Vec<ObjId>,
    pub results: Vec<ObjId>,
    pub has_defer: bool,
    pub has_recover: bool,
    /// The body around it, for a function literal.
    pub outer: Option<BodyId>,
}

/// A method as it is written, and the scope of its file.
pub type MethodDecl<'a> = (&'a FuncDecl<'a>, ScopeId);

pub struct Checker<'a> {
    pub types: Types,
    pub objs: Objects,
    pub interner: &'a Interner<'a>,
    pub arena: &'a Arena,
    pub bodies: &'a dyn BodySource<'a>,
    pub map: &'a SourceMap<'a>,
    pub diags: &'a Diagnostics,
    /// N of the language version go1.N of user packages.
    pub go: u32,
    /// go.mod names a release of it, as in `go 1.24.3`.
    pub go_has_patch: bool,
    /// The main package whose tests are compiled: there its symbols begin with its path.
    pub tested: Option<PkgId>,
    /// Where each file begins, its version, and whether the file itself says so.
    versions: Vec<(Pos, u32, bool)>,
    pub info: Info,
    pub env: Env,
    pub universe: universe::Universe,
    scopes: Vec<Scope>,
    pub packages: Vec<Package<'a>>,
    pub decls: HashMap<ObjId, (DeclInfo<'a>, ScopeId)>,
    /// Objects being resolved, outermost first.
    path: Vec<ObjId>,
    /// Package-level variables and functions that a declaration or body refers to.
    deps: HashMap<ObjId, Vec<ObjId>>,
    checked_bodies: HashSet<ObjId>,
    /// By body: its parameters and what it contains.
    pub body_data: HashMap<BodyId, BodyData>,
    /// Declared functions: their syntax, their body and the scope with their parameters.
    pub funcs: HashMap<ObjId, (&'a FuncDecl<'a>, BodyId)>,
    func_scopes: HashMap<ObjId, ScopeId>,
    /// Objects whose declaration is resolved.
    /// Objects whose declaration has been begun, and those that are resolved.
    begun: HashSet<ObjId>,
    done: HashSet<ObjId>,
    /// Defined types all of whose methods are resolved.
    with_methods: HashSet<NamedId>,
    spec_done: HashSet<crate::syntax::NodeId>,
    /// Calls of `panic` whose argument is one value: nothing runs behind them.
    panics: HashSet<crate::syntax::NodeId>,
    /// Where reported cycles begin, and their lengths.
    reported_cycles: HashSet<(Pos, usize)>,
    /// Inside type parameter lists of type declarations.
    in_tparams: u32,
    /// Where an instance of a generic type was first written.
    instance_pos: HashMap<NamedId, Pos>,
    /// Generic functions with some of their type arguments, as arguments of calls: those given.
    partial: HashMap<crate::syntax::NodeId, Vec<TypeId>>,
    /// Where the constraint that is looked at was asked for.
    at: Pos,
    /// Type parameters of receivers to those of the declaration.
    receiver_tparams: HashMap<TypeId, TypeId>,
    /// Instantiations in user packages: place, parameters, arguments.
    instantiations: Vec<(Vec<Pos>, Box<[TypeId]>, Box<[TypeId]>)>,
    /// What gc's back end finds in function bodies: which of its passes, place, message.
    late: Vec<(u8, Pos, String)>,
    /// What the value being checked is assigned to.
    target: Option<expr::Target<'a>>,
    /// Numbers of the types that functions declare, made when one is asked for.
    local_types: std::cell::OnceCell<HashMap<ObjId, u32>>,
    failed_types: HashSet<TypeId>,
    valid_types: HashSet<TypeId>,
    /// Initialising expressions by node, for `Info::init_order`.
    pub init_exprs: HashMap<crate::syntax::NodeId, &'a Expr<'a>>,
    /// Package variables that get the contents of files.
    embedded: HashMap<ObjId, embed::Contents>,
    all_methods: Vec<ObjId>,
    local_decls: HashMap<ObjId, &'a TypeSpec<'a>>,
    /// Defined types whose right side is not resolved yet.
    pending_under: Vec<NamedId>,
    /// Checks to be made when the types they need are complete.
    later: Vec<(Option<PkgId>, Later<'a>)>,
    later_depth: u32,
    next_body: u32,
    /// Variables of the bodies that are being checked, for "declared and not used".
    local_vars: Vec<ObjId>,
    /// Import names of files: (object, position, path) to report when unused.
    imports: Vec<(ObjId, Pos, String)>,
    /// Dot imports: file scope and package, used or not.
    dot_imports: Vec<(ScopeId, PkgId, Pos, bool)>,
}

pub(super) enum Later<'a> {
    Done,
    FuncLit {
        env: Box<Env>,
        typ: &'a FuncType<'a>,
        block: &'a Block<'a>,
        body: BodyId,
        scope: ScopeId,
        results: Vec<TypeId>,
    },
    /// Explicit methods and embedded elements, each with its place.
    Interface(TypeId, Vec<(crate::types::type_::Method, Pos)>, Vec<(Pos, TypeId)>),
    VarType(Pos, TypeId),
    Embedded(Pos, TypeId),
    Instance {
        pos: Pos,
        tparams: Box<[TypeId]>,
        targs: Box<[TypeId]>,
        arg_pos: Box<[Pos]>,
    },
    ValidType(ObjId),
    ValidInstance(TypeId),
    Receiver(Pos, TypeId),
    MapKey(Pos, TypeId),
}

struct Qualify<'c, 'a> {
    c: &'c Checker<'a>,
}

impl Names for Qualify<'_, '_> {
    fn symbol(&self, s: Symbol) -> &str {
        self.c.interner.resolve(s)
    }
    fn object(&self, o: ObjId) -> (&str, Option<String>) {
        let ob = &self.c.objs[o];
        let qualifier = match ob.pkg {
            Some(p) if ob.pkg != self.c.env.pkg => Some(self.c.qualifier(p)),
            _ => None,
        };
        (self.c.interner.resolve(ob.name), qualifier)
    }
    fn shadows(&self, o: ObjId) -> Option<String> {
        let ob = &self.c.objs[o];
        self.c.scope_get(self.c.universe.scope, ob.name)?;
        Some(self.c.pos_str(ob.pos))
    }
    fn package(&self, p: PkgId) -> Option<String> {
        if Some(p) == self.c.env.pkg { None } else { Some(self.c.qualifier(p)) }
    }
}

/// Says every package, by its path.
struct QualifyAll<'c, 'a>(Qualify<'c, 'a>);

impl Names for QualifyAll<'_, '_> {
    fn symbol(&self, s: Symbol) -> &str {
        self.0.symbol(s)
    }
    fn object(&self, o: ObjId) -> (&str, Option<String>) {
        let ob = &self.0.c.objs[o];
        (self.0.symbol(ob.name), ob.pkg.and_then(|p| self.package(p)))
    }
    fn shadows(&self, o: ObjId) -> Option<String> {
        self.0.shadows(o)
    }
    fn package(&self, p: PkgId) -> Option<String> {
        let c = self.0.c;
        let p = &c.packages[p.index()];
        // A program's path is `main`, wherever it is.
        Some(if self.symbol(p.name) == "main" { "main".into() } else { p.path.clone() })
    }
}

impl<'a> Checker<'a> {
    pub fn new(
        arena: &'a Arena,
        interner: &'a Interner<'a>,
        map: &'a SourceMap<'a>,
        diags: &'a Diagnostics,
        bodies: &'a dyn BodySource<'a>,
    ) -> Checker<'a> {
        let mut c = Checker {
            types: Types::new(),
            objs: Objects::default(),
            arena,
            interner,
            bodies,
            map,
            diags,
            go: crate::load::NEWEST,
            go_has_patch: false,
            tested: None,
            versions: Vec::new(),
            info: Info::default(),
            env: Env::default(),
            universe: universe::Universe::default(),
            scopes: Vec::new(),
            packages: Vec::new(),
            decls: HashMap::new(),
            path: Vec::new(),
            deps: HashMap::new(),
            checked_bodies: HashSet::new(),
            body_data: HashMap::new(),
            funcs: HashMap::new(),
            func_scopes: HashMap::new(),
            begun: HashSet::new(),
            done: HashSet::new(),
            with_methods: HashSet::new(),
            spec_done: HashSet::new(),
            panics: HashSet::new(),
            reported_cycles: HashSet::new(),
            in_tparams: 0,
            instance_pos: HashMap::new(),
            partial: HashMap::new(),
            at: Pos::NONE,
            receiver_tparams: HashMap::new(),
            instantiations: Vec::new(),
            late: Vec::new(),
            target: None,
            local_types: std::cell::OnceCell::new(),
            failed_types: HashSet::new(),
            valid_types: HashSet::new(),
            init_exprs: HashMap::new(),
            embedded: HashMap::new(),
            all_methods: Vec::new(),
            local_decls: HashMap::new(),
            pending_under: Vec::new(),
            later: Vec::new(),
            later_depth: 0,
            next_body: 0,
            local_vars: Vec::new(),
            imports: Vec::new(),
            dot_imports: Vec::new(),
        };
        c.make_universe();
        c
    }

    // Reports.

    #[track_caller]
    pub fn error(&self, pos: Pos, message: impl Into<String>) {
        let message = message.into();
        if !self.follow_up(&message) {
            self.diags.error(self.env.err_pos.unwrap_or(pos), message);
        }
    }
    #[track_caller]
    pub fn err(&self, pos: Pos, message: impl Into<String>) {
        self.error(pos, message);
    }
    #[track_caller]
    pub fn soft_error(&self, pos: Pos, message: impl Into<String>) {
        let message = message.into();
        if !self.follow_up(&message) {
            self.diags.soft_error(pos, message);
        }
    }

    /// Messages about something invalid say nothing new once there is an error.
    fn follow_up(&self, message: &str) -> bool {
        let inside = |s: &str| message.find(s).is_some_and(|i| i > 0);
        !self.diags.is_empty() && (inside("invalid operand") || inside("invalid type"))
    }

    // Language versions.

    /// N of the language version go1.N at a place, and whether the file itself sets it.
    pub fn version_at(&self, pos: Pos) -> (u32, bool) {
        let i = self.versions.partition_point(|v| v.0 <= pos);
        if i == 0 {
            (crate::load::NEWEST, false)
        } else {
            (self.versions[i - 1].1, self.versions[i - 1].2)
        }
    }

    /// Whether the language at `pos` has what go1.`n` brought.
    pub(super) fn allows(&self, pos: Pos, n: u32) -> bool {
        self.version_at(pos).0 >= n
    }

    /// Reports `what` where the language is older than go1.`n`. False then.
    #[track_caller]
    pub(super) fn requires(&self, pos: Pos, n: u32, what: &str) -> bool {
        let ok = self.allows(pos, n);
        if !ok {
            let m = self.version_message(pos, n, what);
            self.error(pos, m);
        }
        ok
    }

    pub(super) fn version_message(&self, pos: Pos, n: u32, what: &str) -> String {
        format!("{what} requires go1.{n} or later{}", self.version_hint(pos))
    }

    /// Where the version at `pos` comes from.
    pub(super) fn version_hint(&self, pos: Pos) -> String {
        let (v, own) = self.version_at(pos);
        if own {
            format!(" (file declares //go:build go1.{v})")
        } else {
            format!(" (-lang was set to go1.{v}; check go.mod)")
        }
    }

    #[track_caller]
    pub fn unsupported(&self, pos: Pos, what: impl std::fmt::Display) {
        self.diags.unsupported(pos, what);
    }

    fn qualifier(&self, p: PkgId) -> String {
        self.name(self.packages[p.index()].name).to_string()
    }

    /// A type as messages show it.
    pub fn type_str(&self, t: TypeId) -> String {
        let names = Qualify { c: self };
        let mut p = Printer::new(&self.types, &names);
        p.typ(t);
        p.out
    }

    /// A type with the whole paths of its packages, this one's too.
    pub(super) fn whole_type_str(&self, t: TypeId) -> String {
        let names = QualifyAll(Qualify { c: self });
        let mut p = Printer::new(&self.types, &names);
        p.typ(t);
        p.out
    }

    /// A type as gc's back end shows it.
    pub(super) fn back_end_type_str(&self, t: TypeId) -> String {
        let names = Qualify { c: self };
        let mut p = Printer::new(&self.types, &names);
        p.runtime_form = true;
        p.typ(t);
        p.out
    }

    /// A generic type with its parameters: `List[T any]`.
    pub fn generic_str(&self, t: TypeId) -> String {
        let plain = self.type_str(t);
        let names = Qualify { c: self };
        let mut p = Printer::new(&self.types, &names);
        match self.types.raw_kind(t) {
            TypeKind::Named(n) => p.tparams(&self.types.named(*n).tparams.clone()),
            TypeKind::Alias(a) => p.tparams(&self.types.alias(*a).tparams.clone()),
            _ => {}
        }
        if plain.contains('[') { plain } else { format!("{plain}{}", p.out) }
    }

    pub fn method_str(&self, name: &str, sig: TypeId) -> String {
        let names = Qualify { c: self };
        let mut p = Printer::new(&self.types, &names);
        p.param_names = false;
        p.typ(sig);
        format!("{name}{}", p.out.strip_prefix("func").unwrap_or(&p.out))
    }

    pub fn expr_str(&self, e: &Expr<'_>) -> String {
        exprstring::expr_string(self.interner, e)
    }

    pub fn pos_str(&self, pos: Pos) -> String {
        self.map
            .location(pos)
            .map_or(String::new(), |l| format!("{}:{}:{}", l.file, l.line, l.column))
    }

    pub fn operand_pos(&self, x: &Operand<'a>) -> Pos {
        x.expr.map_or(Pos::NONE, |e| e.pos)
    }

    pub fn name(&self, s: Symbol) -> &'a str {
        self.interner.resolve(s)
    }

    pub fn is_exported(&self, s: Symbol) -> bool {
        self.name(s).starts_with(|c: char| c.is_uppercase())
    }

    // Scopes.

    pub(super) fn new_scope(&mut self, parent: Option<ScopeId>) -> ScopeId {
        self.scopes.push(Scope { parent, names: HashMap::new() });
        ScopeId(self.scopes.len() as u32 - 1)
    }

    /// Runs `f` in a new block.
    pub(super) fn in_scope<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> R {
        let outer = self.env.scope;
        self.env.scope = Some(self.new_scope(outer));
        let r = f(self);
        self.env.scope = outer;
        r
    }

    pub fn lookup_name(&self, name: Symbol, _: Pos) -> Option<ObjId> {
        let mut scope = self.env.scope;
        while let Some(s) = scope {
            let s = &self.scopes[s.0 as usize];
            if let Some(&o) = s.names.get(&name) {
                return Some(o);
            }
            scope = s.parent;
        }
        None
    }

    pub(super) fn scope_get(&self, scope: ScopeId, name: Symbol) -> Option<ObjId> {
        self.scopes[scope.0 as usize].names.get(&name).copied()
    }

    pub(super) fn scope_names(&self, scope: ScopeId) -> Vec<Symbol> {
        self.scopes[scope.0 as usize].names.keys().copied().collect()
    }

    pub(super) fn scope_insert(&mut self, scope: ScopeId, name: Symbol, obj: ObjId) {
        self.scopes[scope.0 as usize].names.insert(name, obj);
    }

    /// Enters an object under its name; reports a name that is taken.
    pub(super) fn declare(&mut self, scope: ScopeId, ident: Ident, obj: ObjId) {
        self.info.defs.insert(ident.id, obj);
        if ident.is_blank() {
            return;
        }
        if let Some(other) = self.scope_get(scope, ident.name) {
            self.redeclared(ident, other);
            // Nothing can use it.
            if let Some(v) = self.objs.var_mut(obj) {
                v.used = true;
            }
            return;
        }
        self.scope_insert(scope, ident.name, obj);
    }

    pub(super) fn redeclared(&self, ident: Ident, other: ObjId) {
        let name = self.name(ident.name);
        let at = self.pos_str(self.objs[other].pos);
        let tail = if at.is_empty() {
            String::new()
        } else {
            format!("\n\t{at}: other declaration of {name}")
        };
        self.error(ident.pos, format!("{name} redeclared in this block{tail}"));
    }

    pub(super) fn new_object(&mut self, ident: Ident, kind: ObjKind, typ: TypeId) -> ObjId {
        let owner = self.env.body.unwrap_or(BodyId::NONE);
        self.objs.add(Object {
            name: ident.name,
            kind,
            pkg: self.env.pkg,
            pos: ident.pos,
            typ,
            owner,
        })
    }

    /// A variable of the current function.
    pub(super) fn new_local(&mut self, ident: Ident, typ: TypeId) -> ObjId {
        let obj = self.new_object(ident, ObjKind::Var(VarInfo::default()), typ);
        if !ident.is_blank() {
            self.local_vars.push(obj);
        }
        obj
    }

    pub(super) fn new_body(&mut self) -> BodyId {
        self.next_body += 1;
        BodyId(self.next_body)
    }

    // Identifiers.

    /// An identifier as an operand; package-level objects are resolved on the way.
    pub fn ident(&mut self, e: &'a Expr<'a>) -> Operand<'a> {
        let crate::syntax::ast::ExprKind::Ident(name) = e.kind else { return Operand::invalid() };
        if name == Symbol::BLANK {
            self.error(e.pos, "cannot use _ as value or type");
            return Operand::invalid();
        }
        let Some(obj) = self.lookup_name(name, e.pos) else {
            let text = self.name(name);
            self.error(e.pos, format!("undefined: {text}"));
            return Operand::invalid();
        };
        self.info.uses.insert(e.id, obj);
        if let ObjKind::Pkg { .. } = self.objs[obj].kind {
            let text = self.name(name);
            self.error(e.pos, format!("use of package {text} not in selector"));
            return Operand::invalid();
        }
        self.use_object(obj);
        self.obj_decl(obj);
        let typ = self.objs[obj].typ;
        let (mode, val) = match &self.objs[obj].kind {
            ObjKind::Pkg { .. } => return Operand::invalid(),
            ObjKind::Const(_) if name == Symbol::IOTA && self.objs[obj].pkg.is_none() => {
                match self.env.iota {
                    Some(i) => (Mode::Constant, Value::Int(i)),
                    None => {
                        self.error(e.pos, "cannot use iota outside constant declaration");
                        return Operand::invalid();
                    }
                }
            }
            ObjKind::Const(v) => (Mode::Constant, v.clone()),
            ObjKind::TypeName => {
                if typ == self.universe.any || typ == self.universe.comparable {
                    let text = self.name(name);
                    if !self.requires(e.pos, 18, &format!("predeclared {text}")) {
                        return Operand::invalid();
                    }
                }
                (Mode::TypeExpr, Value::Unknown)
            }
            ObjKind::Var(_) => (Mode::Variable, Value::Unknown),
            ObjKind::Func(_) => (Mode::Value, Value::Unknown),
            ObjKind::Builtin(b) => {
                if *b == Builtin::Recover
                    && let Some(body) = self.env.body
                {
                    self.body_data.entry(body).or_default().has_recover = true;
                }
                let ObjKind::Builtin(b) = &self.objs[obj].kind else { return Operand::invalid() };
                return Operand {
                    mode: Mode::Builtin(*b),
                    typ,
                    val: Value::Unknown,
                    expr: Some(e),
                };
            }
            ObjKind::Nil => (Mode::Nil, Value::Unknown),
            ObjKind::Label { .. } => return Operand::invalid(),
        };
        if typ == TypeId::INVALID {
            return Operand::invalid();
        }
        Operand { mode, typ, val, expr: Some(e) }
    }

    /// Notes a use: of a variable, in a closure, of something initialisation depends on.
    pub fn use_object(&mut self, obj: ObjId) {
        let owner = self.objs[obj].owner;
        let body = self.env.body;
        if let Some(v) = self.objs.var_mut(obj) {
            v.used = true;
            if !v.is_global && !v.is_field && body.is_some_and(|b| b != owner) {
                v.captured = true;
            }
        }
        if let ObjKind::Pkg { used, .. } = &mut self.objs[obj].kind {
            *used = true;
        }
        let is_dep = match &self.objs[obj].kind {
            ObjKind::Var(v) => v.is_global,
            ObjKind::Const(_) => owner == BodyId::NONE && self.objs[obj].pkg.is_some(),
            ObjKind::Func(_) => true,
            _ => false,
        };
        if is_dep && let Some(d) = self.env.decl {
            let list = self.deps.entry(d).or_default();
            if list.last() != Some(&obj) {
                list.push(obj);
            }
        }
        // A name that came through a dot import.
        if self.dot_imports.is_empty() {
            return;
        }
        let from = self.objs[obj].pkg.or_else(|| {
            // Those of package unsafe belong to no package.
            let i = self.packages.iter().position(|p| p.path == "unsafe")?;
            let same = self.scope_get(self.packages[i].scope, self.objs[obj].name) == Some(obj);
            same.then_some(PkgId(i as u32))
        });
        if let Some(pkg) = from
            && Some(pkg) != self.env.pkg
        {
            for d in &mut self.dot_imports {
                if d.1 == pkg {
                    d.3 = true;
                }
            }
        }
    }

    /// The declaration of `obj`, if it has one, is resolved.
    pub fn resolve_object(&mut self, obj: ObjId) {
        self.obj_decl(obj);
    }

    // Packages.

    pub fn package_member(&mut self, p: PkgId, name: Symbol) -> Option<ObjId> {
        let obj = self.scope_get(self.packages[p.index()].scope, name)?;
        self.use_object(obj);
        Some(obj)
    }
    pub fn package_name(&self, p: PkgId) -> String {
        self.qualifier(p)
    }
    pub fn fake_package(&self, p: PkgId) -> bool {
        self.packages[p.index()].fake
    }

    // Delayed checks.

    pub fn verify_later(
        &mut self,
        pos: Pos,
        tparams: Box<[TypeId]>,
        targs: Box<[TypeId]>,
        arg_pos: Box<[Pos]>,
    ) {
        self.delay(Later::Instance { pos, tparams, targs, arg_pos });
        self.run_later_if_idle();
    }

    pub(super) fn delay(&mut self, l: Later<'a>) {
        self.later.push((self.env.pkg, l));
    }

    pub(super) fn run_later_if_idle(&mut self) {
        if self.path.is_empty() && self.later_depth == 0 {
            self.run_later();
        }
    }

    /// Makes the delayed checks; all declarations on the way are complete.
    pub(super) fn run_later(&mut self) {
        self.later_depth += 1;
        let mut next = 0;
        while next < self.later.len() {
            let (pkg, l) = std::mem::replace(&mut self.later[next], (None, Later::Done));
            let outer_pkg = std::mem::replace(&mut self.env.pkg, pkg);
            next += 1;
            match l {
                Later::Done => {}
                Later::Instance { pos, tparams, targs, arg_pos } => {
                    self.verify_now(pos, &tparams, &targs, &arg_pos);
                }
                Later::FuncLit { env, typ, block, body, scope, results } => {
                    let saved = std::mem::replace(&mut self.env, *env);
                    self.func_body(typ, block, body, scope, results);
                    self.env = saved;
                }
                Later::Interface(t, methods, embeds) => self.check_interface(t, &methods, &embeds),
                Later::VarType(pos, t) => self.check_var_type(pos, t),
                Later::Embedded(pos, t) => self.check_embedded(pos, t),
                Later::ValidType(obj) => self.valid_type(obj),
                Later::ValidInstance(t) => {
                    self.is_finite(t);
                }
                Later::Receiver(pos, t) => self.check_receiver(pos, t),
                Later::MapKey(pos, t) => self.check_map_key(pos, t),
            }
            self.env.pkg = outer_pkg;
        }
        self.later.clear();
        self.later_depth -= 1;
    }
}

//! What lowering asks the checker.

use hashbrown::{HashMap, HashSet};

use super::{Checker, DeclInfo, Package};
use crate::arena::Arena;
use crate::source::Pos;
use crate::syntax::ast::{Decl, Expr, FuncDecl, StmtKind};
use crate::syntax::walk::{self, Node};
use crate::syntax::{NodeId, Symbol};
use crate::types::constant::Value;
use crate::types::info::{ExprMode, Selection};
use crate::types::object::{BodyId, ObjId, ObjKind, PkgId};
use crate::types::type_::{Basic, TypeId, TypeKind};
use crate::types::typestring::{Names, Printer};

struct RuntimeNames<'c, 'a> {
    c: &'c Checker<'a>,
}

impl Names for RuntimeNames<'_, '_> {
    fn symbol(&self, s: Symbol) -> &str {
        self.c.interner.resolve(s)
    }
    fn object(&self, o: ObjId) -> (&str, Option<String>) {
        let ob = &self.c.objs[o];
        (self.c.interner.resolve(ob.name), ob.pkg.map(|p| self.c.package_name(p)))
    }
    fn package(&self, p: PkgId) -> Option<String> {
        Some(self.c.package_name(p))
    }
    fn path(&self, p: PkgId) -> Option<String> {
        Some(self.c.package_symbol_path(p))
    }
    fn defined(&self, o: ObjId) -> (Option<PkgId>, Option<u32>) {
        (self.c.objs[o].pkg, self.c.local_type_number(o))
    }
}

struct BareNames<'c, 'a> {
    c: &'c Checker<'a>,
}

impl Names for BareNames<'_, '_> {
    fn symbol(&self, s: Symbol) -> &str {
        self.c.interner.resolve(s)
    }
    fn object(&self, o: ObjId) -> (&str, Option<String>) {
        (self.c.interner.resolve(self.c.objs[o].name), None)
    }
    fn package(&self, _: PkgId) -> Option<String> {
        None
    }
}

impl<'a> Checker<'a> {
    pub fn arena(&self) -> &'a Arena {
        self.arena
    }

    /// What was found out about an expression, or about an identifier that declares something, for
    /// people: its type, what sort of thing it is, the value of a constant.
    pub fn describe_node(&mut self, id: NodeId) -> String {
        if let Some(tv) = self.info.exprs.get(&id).cloned() {
            let typ = self.runtime_type_string(tv.typ);
            return match tv.mode {
                ExprMode::NoValue => "no value".into(),
                ExprMode::Builtin(b) => format!("builtin {}", b.qualified_name()),
                ExprMode::Type => format!("type {typ}"),
                ExprMode::Constant => format!("constant {typ} = {}", tv.value.display()),
                ExprMode::Nil => "nil".into(),
                ExprMode::Variable => format!("{typ}, variable"),
                ExprMode::MapIndex => format!("{typ}, element of a map"),
                ExprMode::CommaOk if self.info.comma_ok.contains(&id) => format!("{typ} and ok"),
                ExprMode::CommaOk | ExprMode::Value => typ,
            };
        }
        let declares = self.info.defs.contains_key(&id);
        let Some(&obj) = self.info.defs.get(&id).or_else(|| self.info.uses.get(&id)) else {
            return String::new();
        };
        let typ = self.objs[obj].typ;
        let typ = self.runtime_type_string(typ);
        let text = match &self.objs[obj].kind {
            ObjKind::Pkg { imported, .. } => {
                format!("package {}", self.package_symbol_path(*imported))
            }
            ObjKind::Const(v) => format!("constant {typ} = {}", v.display()),
            ObjKind::TypeName => format!("type {typ}"),
            ObjKind::Var(v) => {
                let mut text = format!("{typ}, variable");
                let facts = [(v.captured, ", captured"), (v.address_taken, ", address taken")];
                facts.iter().filter(|f| f.0).for_each(|f| text.push_str(f.1));
                text
            }
            ObjKind::Func(_) => typ,
            ObjKind::Builtin(b) => format!("builtin {}", b.qualified_name()),
            ObjKind::Nil => "nil".into(),
            ObjKind::Label { .. } => "label".into(),
        };
        if declares { format!("declares {text}") } else { text }
    }

    /// As `%T` prints it.
    pub fn runtime_type_string(&mut self, t: TypeId) -> String {
        let t = self.types.canon(t);
        if t == TypeId::EMPTY_INTERFACE {
            return "interface {}".into();
        }
        let names = RuntimeNames { c: self };
        let mut p = Printer::new(&self.types, &names);
        p.param_names = false;
        p.runtime_form = true;
        p.typ(t);
        p.out
    }

    /// A defined type's name with its arguments, without package.
    pub fn type_name_plain(&mut self, t: TypeId) -> String {
        let full = self.runtime_type_string(t);
        let head = full.split('[').next().unwrap_or(&full).len();
        let start = full[..head].rfind('.').map_or(0, |dot| dot + 1);
        full[start..].to_string()
    }

    /// The number of a type that a function of the program declares, counted through its package.
    fn local_type_number(&self, o: ObjId) -> Option<u32> {
        let ob = &self.objs[o];
        let pkg = ob.pkg?;
        if ob.owner == BodyId::NONE || self.packages[pkg.index()].library {
            return None;
        }
        let numbers = self.local_types.get_or_init(|| {
            let mut out = HashMap::new();
            for p in self.packages.iter().filter(|p| !p.library) {
                let mut n = 0;
                let mut see = |node: Node<'a>| {
                    if let Node::Stmt(s) = node
                        && let StmtKind::Decl(ds) = s.kind
                    {
                        for d in ds {
                            if let Decl::Type(t) = d
                                && t.alias.is_none()
                            {
                                n += 1;
                                if let Some(&o) = self.info.defs.get(&t.name.id) {
                                    out.insert(o, n);
                                }
                            }
                        }
                    }
                    true
                };
                for d in p.files.iter().flat_map(|f| f.decls) {
                    match d {
                        Decl::Func(f) => {
                            self.bodies.body(f).iter().for_each(|b| walk::block(b, &mut see));
                        }
                        Decl::Var(v) => v.values.iter().for_each(|e| walk::expr(e, &mut see)),
                        _ => {}
                    }
                }
            }
            out
        });
        numbers.get(&o).copied()
    }

    /// A signature as native declarations write it: names left out, types of the own package bare.
    pub fn native_signature(&self, sig: TypeId) -> String {
        let names = BareNames { c: self };
        let mut p = Printer::new(&self.types, &names);
        p.param_names = false;
        p.typ(sig);
        p.out
    }

    /// The path by which symbol names start: `main` for a main package, unless it is tested.
    pub fn package_symbol_path(&self, p: PkgId) -> String {
        let pkg: &Package<'a> = &self.packages[p.index()];
        if pkg.name == Symbol::MAIN && self.tested != Some(p) {
            "main".into()
        } else {
            pkg.path.clone()
        }
    }

    pub fn package_is_library(&self, p: PkgId) -> bool {
        self.packages[p.index()].library
    }

    /// A package of gvm's own library: its variables' initialisers do nothing but make values.
    pub fn initialised_on_use(&self, p: PkgId) -> bool {
        let package = &self.packages[p.index()];
        package.library && package.files.iter().all(|f| !f.source.goroot)
    }

    /// All packages, what is imported first.
    pub fn packages_in_order(&self) -> Vec<PkgId> {
        (0..self.packages.len() as u32).map(PkgId).collect()
    }

    /// Packages as they are initialised: package runtime with what it imports, then always the first by
    /// import path of those whose imports are initialised.
    pub fn initialisation_order(&self) -> Vec<PkgId> {
        let runtime = self.packages.iter().position(|p| p.path == "runtime");
        // What is loaded first imports nothing that comes later.
        let mut order: Vec<usize> = (0..runtime.map_or(0, |r| r + 1)).collect();
        let mut left: Vec<usize> = (order.len()..self.packages.len()).collect();
        left.sort_by(|&a, &b| self.packages[a].path.cmp(&self.packages[b].path));
        while !left.is_empty() {
            let ready =
                |p: &usize| self.packages[*p].imports.values().all(|i| order.contains(&i.index()));
            let at = left.iter().position(ready).unwrap_or(0);
            order.push(left.remove(at));
        }
        order.into_iter().map(|p| PkgId(p as u32)).collect()
    }

    pub fn init_functions(&self, p: PkgId) -> Vec<ObjId> {
        self.packages[p.index()].inits.clone()
    }

    /// Functions and methods of a package with a body and without type parameters, in the order
    /// they were declared.
    pub fn package_bodies(&self, p: PkgId) -> Vec<ObjId> {
        let plain = |o: ObjId| {
            let generic = match self.types.kind(self.objs[o].typ) {
                TypeKind::Signature(s) => !s.tparams.is_empty(),
                _ => false,
            };
            let of_generic = self.objs.func(o).is_some_and(|f| !f.recv_tparams.is_empty());
            !generic && !of_generic
        };
        let mut out: Vec<ObjId> = self
            .decls
            .iter()
            .filter(|(o, (d, _))| {
                matches!(d, DeclInfo::Func(f) if f.body.is_some()) && self.objs[**o].pkg == Some(p)
            })
            .map(|(&o, _)| o)
            .filter(|&o| plain(o))
            .collect();
        out.sort();
        out
    }

    pub fn package_vars(&self, p: PkgId) -> Vec<ObjId> {
        self.packages[p.index()].vars.clone()
    }

    /// An object of a loaded package, resolved.
    pub fn package_object(&mut self, path: &str, name: &str) -> Option<ObjId> {
        let p = self.package_with_path(path)?;
        self.object_in(p, name)
    }

    /// An object of a package, resolved.
    pub fn object_in(&mut self, p: PkgId, name: &str) -> Option<ObjId> {
        let obj = self.scope_get(self.packages[p.index()].scope, self.interner.intern(name))?;
        self.obj_decl(obj);
        Some(obj)
    }

    pub fn package_with_path(&self, path: &str) -> Option<PkgId> {
        self.packages.iter().position(|p| p.path == path).map(|i| PkgId(i as u32))
    }

    pub fn universe_object(&self, name: &str) -> Option<ObjId> {
        self.scope_get(self.universe.scope, self.interner.intern(name))
    }

    /// Declared by a package or predeclared, not inside a function.
    pub fn is_package_level(&self, obj: ObjId) -> bool {
        let o = &self.objs[obj];
        let scope = o.pkg.map_or(self.universe.scope, |p| self.packages[p.index()].scope);
        self.scope_get(scope, o.name) == Some(obj)
    }

    /// A method that is declared for a type, resolved.
    pub fn declared_method(&mut self, type_name: ObjId, name: &str) -> Option<ObjId> {
        let named = self.types.as_named(self.objs[type_name].typ)?;
        let name = self.interner.intern(name);
        let method =
            self.types.methods_of(named).iter().copied().find(|&m| self.objs[m].name == name)?;
        self.obj_decl(method);
        Some(method)
    }

    pub fn package_func(&mut self, p: PkgId, name: &str) -> Option<ObjId> {
        let obj = self.scope_get(self.packages[p.index()].scope, self.interner.intern(name))?;
        self.objs.func(obj).is_some().then_some(obj)
    }

    /// The function that stands for one declared without body, in packages of a Go installation: either
    /// says so with `//go:linkname local import/path.name`.
    pub fn linked(&mut self, obj: ObjId) -> Option<ObjId> {
        let decl = self.func_decl(obj).filter(|f| f.body.is_none() && f.recv.is_none())?;
        let pkg = self.objs[obj].pkg?;
        if !self.packages[pkg.index()].files.first().is_some_and(|f| f.source.goroot) {
            return None;
        }
        let local = self.interner.resolve(decl.name.name);
        let symbol = format!("{}.{local}", self.packages[pkg.index()].path);
        let (path, name) = self.packages.iter().enumerate().find_map(|(i, p)| {
            let files = p.files.iter().filter(|f| f.source.goroot);
            files.flat_map(|f| f.directives).find_map(|(_, text)| {
                let (from, to) = text.strip_prefix("linkname ")?.trim().split_once(' ')?;
                if i == pkg.index() && from == local {
                    return to.trim().rsplit_once('.').map(|(p, n)| (p.to_string(), n));
                }
                (to.trim() == symbol).then(|| (p.path.clone(), from))
            })
        })?;
        let found = self.package_object(&path, name)?;
        self.func_decl(found).is_some_and(|f| f.body.is_some()).then_some(found)
    }

    pub fn func_decl(&self, obj: ObjId) -> Option<&'a FuncDecl<'a>> {
        match self.decls.get(&obj) {
            Some((DeclInfo::Func(f), _)) => Some(f),
            _ => None,
        }
    }

    /// The variables initialised together with this package variable, and the expressions.
    pub fn initialiser(&mut self, var: ObjId) -> Option<(Vec<ObjId>, &'a Expr<'a>)> {
        self.obj_decl(var);
        let e = self.initial_value(var)?;
        Some((self.group(var), e))
    }

    /// The expression that a package variable is set to, checked or not.
    pub fn initial_value(&self, var: ObjId) -> Option<&'a Expr<'a>> {
        let Some(&(DeclInfo::Var(spec, i), _)) = self.decls.get(&var) else { return None };
        let each = spec.values.len() == spec.names.len();
        spec.values.get(if each { i } else { 0 }).copied()
    }

    /// The type that a checked type expression denotes.
    pub fn type_expr_type(&mut self, e: &Expr<'a>) -> TypeId {
        self.info.exprs.get(&e.id).map_or(TypeId::INVALID, |tv| tv.typ)
    }

    pub fn default_type_of_constant(&self, v: &Value) -> TypeId {
        match v {
            Value::Bool(_) => TypeId::BOOL,
            _ if v.as_str().is_some() => TypeId::STRING,
            _ if v.is_int_form() => TypeId::INT,
            _ if v.to_float().is_some() => TypeId::FLOAT64,
            _ => TypeId::COMPLEX128,
        }
    }

    pub fn is_untyped_type(&self, t: TypeId) -> bool {
        matches!(self.types.kind(t), TypeKind::Basic(b) if b.is_untyped())
    }

    /// The package that an unexported selector name belongs to.
    pub fn package_of_name(&self, name: Symbol, s: &Selection) -> Option<PkgId> {
        if self.is_exported(name) {
            return None;
        }
        s.pkg
    }

    /// Resolves what method lookup on a type needs.
    pub fn resolve_methods_of(&mut self, t: TypeId) {
        let base = match self.types.kind(t) {
            TypeKind::Pointer(e) => *e,
            _ => t,
        };
        if let Some(n) = self.types.as_named(base) {
            let obj = self.types.named(n).obj;
            self.obj_decl(obj);
            let origin = self.types.origin(n);
            if !self.with_methods.contains(&origin) {
                let methods = self.types.methods_of(n).to_vec();
                for &m in &methods {
                    if !self.path.contains(&m) {
                        self.obj_decl(m);
                    }
                }
                if self.done.contains(&obj) && methods.iter().all(|m| self.done.contains(m)) {
                    self.with_methods.insert(origin);
                }
            }
        }
        if let TypeKind::Struct(fields) = self.types.under_kind(base) {
            for f in fields.iter().filter(|f| f.embedded) {
                if f.typ != t && f.typ != base {
                    self.resolve_embedded(f.typ, 0);
                }
            }
        }
    }

    /// The same for all types that these are made of.
    pub fn resolve_methods_within(&mut self, mut todo: Vec<TypeId>) {
        let mut seen = HashSet::new();
        while let Some(t) = todo.pop() {
            if !seen.insert(t) {
                continue;
            }
            match self.types.kind(t).clone() {
                TypeKind::Named(n) => {
                    self.resolve_methods_of(t);
                    todo.extend(self.types.named(n).targs.iter().copied());
                }
                TypeKind::Pointer(e)
                | TypeKind::Slice(e)
                | TypeKind::Array(_, e)
                | TypeKind::Chan(_, e) => todo.push(e),
                TypeKind::Map(k, e) => todo.extend([k, e]),
                TypeKind::Struct(fields) => todo.extend(fields.iter().map(|f| f.typ)),
                TypeKind::Tuple(ts) => todo.extend(ts.iter().copied()),
                TypeKind::Signature(s) => todo.extend(s.params.iter().chain(&s.results).copied()),
                _ => {}
            }
        }
    }

    fn resolve_embedded(&mut self, t: TypeId, depth: u32) {
        if depth > 8 {
            return;
        }
        let base = match self.types.kind(t) {
            TypeKind::Pointer(e) => *e,
            _ => t,
        };
        if let Some(n) = self.types.as_named(base) {
            for m in self.types.methods_of(n).to_vec() {
                if !self.path.contains(&m) {
                    self.obj_decl(m);
                }
            }
        }
        if let TypeKind::Struct(fields) = self.types.under_kind(base) {
            for f in fields.iter().filter(|f| f.embedded) {
                self.resolve_embedded(f.typ, depth + 1);
            }
        }
    }

    /// The default type of an untyped type, by number.
    pub fn position_of(&self, obj: ObjId) -> Pos {
        self.objs[obj].pos
    }
}

impl crate::types::type_::Types {
    /// The type an untyped constant takes by default; other types are themselves.
    pub fn default_type_id(&self, t: TypeId) -> TypeId {
        match self.kind(t) {
            TypeKind::Basic(Basic::UntypedBool) => TypeId::BOOL,
            TypeKind::Basic(Basic::UntypedInt) => TypeId::INT,
            TypeKind::Basic(Basic::UntypedRune) => TypeId::INT32,
            TypeKind::Basic(Basic::UntypedFloat) => TypeId::FLOAT64,
            TypeKind::Basic(Basic::UntypedComplex) => TypeId::COMPLEX128,
            TypeKind::Basic(Basic::UntypedString) => TypeId::STRING,
            _ => t,
        }
    }
}

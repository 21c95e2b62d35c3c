//! Packages: collecting what files declare, imports, and checking a package as a whole.

use super::{Checker, DeclInfo, MethodDecl, Package, ScopeId};
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{Decl, ExprKind, File, FuncDecl, Ident, ImportSpec};
use crate::types::object::{FuncInfo, ObjId, ObjKind, PkgId, VarInfo};
use crate::types::type_::TypeId;

impl<'a> Checker<'a> {
    /// Enters a package whose imports have been added before it: (import path, package).
    pub fn add_package(
        &mut self,
        path: &str,
        name: Symbol,
        files: &[&'a File<'a>],
        library: bool,
        imports: &[(String, PkgId)],
    ) -> PkgId {
        let scope = self.new_scope(Some(self.universe.scope));
        let mut imports: hashbrown::HashMap<String, PkgId> = imports.iter().cloned().collect();
        imports.insert("unsafe".into(), self.unsafe_package());
        self.packages.push(Package {
            path: path.into(),
            name,
            scope,
            files: files.to_vec(),
            library,
            imports,
            inits: Vec::new(),
            vars: Vec::new(),
            objects: Vec::new(),
            methods: Default::default(),
            fake: false,
        });
        let id = PkgId(self.packages.len() as u32 - 1);
        self.collect(id);
        id
    }

    fn collect(&mut self, pkg: PkgId) {
        let saved = std::mem::take(&mut self.env);
        self.env.pkg = Some(pkg);
        let scope = self.packages[pkg.index()].scope;
        let files = self.packages[pkg.index()].files.clone();
        let mut file_scopes = Vec::new();
        for file in &files {
            let version = self.file_version(file, self.packages[pkg.index()].library);
            // The files of what is imported come before, whatever their positions are.
            let start = file.source.pos(0);
            let at = self.versions.partition_point(|v| v.0 <= start);
            self.versions.insert(at, (start, version.0, version.1));
            let file_scope = self.new_scope(Some(scope));
            file_scopes.push(file_scope);
            for d in file.decls {
                self.collect_decl(pkg, scope, file_scope, d);
            }
        }
        // Imports come last: their names must not be those of package-level objects.
        self.methods_of_aliases(pkg);
        for (file, file_scope) in files.iter().zip(file_scopes) {
            for spec in file.imports {
                self.import(pkg, file_scope, spec);
            }
        }
        self.env = saved;
    }

    /// N of the language version of a file, and whether the file sets it. It may ask for a newer
    /// one than its module has, and for an older one down to go1.21.
    fn file_version(&self, file: &File<'a>, library: bool) -> (u32, bool) {
        if library {
            return (crate::load::NEWEST, false);
        }
        let go = file.source.go.get().unwrap_or(self.go);
        match file.go_version {
            Some((_, n)) if n.max(21) != go => (n.max(21), n >= 21),
            Some((_, n)) if n >= 21 => (n, true),
            _ => (go, false),
        }
    }

    fn collect_decl(&mut self, pkg: PkgId, scope: ScopeId, file_scope: ScopeId, d: &Decl<'a>) {
        match *d {
            Decl::Import(_) => {}
            Decl::Const(spec) => {
                for (i, &name) in spec.names.iter().enumerate() {
                    let obj = self.new_object(
                        name,
                        ObjKind::Const(crate::types::constant::Value::Unknown),
                        TypeId::INVALID,
                    );
                    self.enter(pkg, scope, name, obj, DeclInfo::Const(spec, i), file_scope);
                }
                self.const_arity(spec);
            }
            Decl::Var(spec) => {
                for (i, &name) in spec.names.iter().enumerate() {
                    let info = VarInfo { is_global: true, ..VarInfo::default() };
                    let obj = self.new_object(name, ObjKind::Var(info), TypeId::INVALID);
                    self.packages[pkg.index()].vars.push(obj);
                    self.enter(pkg, scope, name, obj, DeclInfo::Var(spec, i), file_scope);
                }
                // Without expressions there is a type.
                if !spec.values.is_empty() {
                    self.arity(spec.names, spec.values, spec.values.len() == 1);
                }
            }
            Decl::Type(spec) => {
                let obj = self.new_object(spec.name, ObjKind::TypeName, TypeId::INVALID);
                self.enter(pkg, scope, spec.name, obj, DeclInfo::Type(spec), file_scope);
            }
            Decl::Func(f) => self.collect_func(pkg, scope, file_scope, f),
        }
    }

    fn enter(
        &mut self,
        pkg: PkgId,
        scope: ScopeId,
        name: Ident,
        obj: ObjId,
        info: DeclInfo<'a>,
        file_scope: ScopeId,
    ) {
        self.decls.insert(obj, (info, file_scope));
        self.packages[pkg.index()].objects.push(obj);
        let text = self.name(name.name);
        if text == "init" || text == "main" && self.packages[pkg.index()].name == Symbol::MAIN {
            self.error(name.pos, format!("cannot declare {text} - must be func"));
            return;
        }
        self.declare(scope, name, obj);
    }

    fn collect_func(
        &mut self,
        pkg: PkgId,
        scope: ScopeId,
        file_scope: ScopeId,
        f: &'a FuncDecl<'a>,
    ) {
        if let Some(recv) = f.recv {
            match receiver_base(recv.typ) {
                Some(base) => self.packages[pkg.index()]
                    .methods
                    .entry(base.name)
                    .or_default()
                    .push((f, file_scope)),
                None => self.stray_method(pkg, f, file_scope),
            }
            return;
        }
        let is_init = f.name.name == Symbol::INIT;
        let info = FuncInfo { has_body: f.body.is_some(), is_init, ..FuncInfo::default() };
        let obj = self.new_object(f.name, ObjKind::Func(Box::new(info)), TypeId::INVALID);
        self.decls.insert(obj, (DeclInfo::Func(f), file_scope));
        self.packages[pkg.index()].objects.push(obj);
        let is_main =
            f.name.name == Symbol::MAIN && self.packages[pkg.index()].name == Symbol::MAIN;
        if is_init || is_main {
            let text = self.name(f.name.name);
            if !f.tparams().is_empty() {
                // Only this is said of it.
                self.error(
                    f.tparams()[0].name.pos,
                    format!("func {text} must have no type parameters"),
                );
            }
            if !f.typ().params.is_empty() || !f.typ().results.is_empty() {
                self.error(
                    f.name.pos,
                    format!("func {text} must have no arguments and no return values"),
                );
            }
        }
        if is_init {
            self.info.defs.insert(f.name.id, obj);
            self.packages[pkg.index()].inits.push(obj);
            if f.body.is_none() {
                self.error(f.name.pos, "func init must have a body");
            }
            return;
        }
        self.declare(scope, f.name, obj);
    }

    fn import(&mut self, pkg: PkgId, file_scope: ScopeId, spec: &'a ImportSpec<'a>) {
        let Some(&to) = self.packages[pkg.index()].imports.get(spec.path) else {
            // The loader has reported it.
            return;
        };
        let real = self.packages[to.index()].name;
        let ident = match spec.name {
            Some(n) if n.name == Symbol::DOT => {
                self.dot_import(pkg, file_scope, to, spec);
                return;
            }
            Some(n) if n.is_blank() => return,
            Some(n) => n,
            None => Ident { id: spec.id, pos: spec.pos, name: real },
        };
        if ident.name == Symbol::INIT {
            self.error(spec.pos, "cannot import package as init - init must be a func");
            return;
        }
        let obj =
            self.new_object(ident, ObjKind::Pkg { imported: to, used: false }, TypeId::INVALID);
        let shown = if spec.name.is_some_and(|n| n.name != self.last_element(spec.path))
            || spec.name.is_none() && self.last_element(spec.path) != real
        {
            format!("{:?} imported as {} and not used", spec.path, self.name(ident.name))
        } else {
            format!("{:?} imported and not used", spec.path)
        };
        self.imports.push((obj, spec.pos, shown));
        let scope = self.packages[pkg.index()].scope;
        if let Some(other) = self.scope_get(scope, ident.name) {
            let text = self.name(ident.name);
            let at = self.pos_str(ident.pos);
            self.error(self.objs[other].pos, format!("{text} already declared through import of package {text} ({:?})\n\t{at}: other declaration of {text}", spec.path));
        } else if let Some(other) = self.scope_get(file_scope, ident.name) {
            self.redeclared(ident, other);
            return;
        }
        self.scope_insert(file_scope, ident.name, obj);
    }

    /// `import . "p"`: the exported names of p, in this file.
    fn dot_import(&mut self, pkg: PkgId, file_scope: ScopeId, to: PkgId, spec: &'a ImportSpec<'a>) {
        let mut names = self.scope_names(self.packages[to.index()].scope);
        names.retain(|&n| self.is_exported(n));
        names.sort_by_key(|&n| self.name(n));
        let scope = self.packages[pkg.index()].scope;
        for n in names {
            let Some(o) = self.scope_get(self.packages[to.index()].scope, n) else { continue };
            let text = self.name(n);
            if let Some(other) = self.scope_get(scope, n) {
                let from = self.package_name(to);
                let at = self.pos_str(self.objs[o].pos);
                let tail = if at.is_empty() {
                    String::new()
                } else {
                    format!("\n\t{at}: other declaration of {text}")
                };
                self.error(
                    self.objs[other].pos,
                    format!(
                        "{text} already declared through dot-import of package {from} ({:?}){tail}",
                        spec.path
                    ),
                );
            } else if let Some(other) = self.scope_get(file_scope, n) {
                let ident = Ident { id: spec.id, pos: spec.pos, name: n };
                self.redeclared(ident, other);
                continue;
            }
            self.scope_insert(file_scope, n, o);
        }
        self.dot_imports.push((file_scope, to, spec.pos, false));
    }

    fn last_element(&self, path: &str) -> Symbol {
        self.interner.intern(path.rsplit('/').next().unwrap_or(path))
    }

    /// Checks everything a package declares.
    pub fn check_package(&mut self, pkg: PkgId) {
        let objects = self.packages[pkg.index()].objects.clone();
        // In source order; what has to wait for complete types waits for all of them.
        self.later_depth += 1;
        let phase = |c: &Self, o: ObjId| match c.decls.get(&o) {
            Some((DeclInfo::Type(s), _)) => s.alias.is_some() as u8,
            _ => 2,
        };
        let mut ordered = objects.clone();
        ordered.sort_by_key(|&o| phase(self, o));
        for o in ordered {
            self.obj_decl(o);
        }
        self.stray_methods(pkg);
        let mut methods: Vec<ObjId> =
            self.all_methods.iter().copied().filter(|&m| self.objs[m].pkg == Some(pkg)).collect();
        methods.sort_by_key(|&m| self.objs[m].pos);
        for &m in &methods {
            self.obj_decl(m);
        }
        self.later_depth -= 1;
        self.run_later();
        let mut funcs: Vec<ObjId> = objects
            .iter()
            .copied()
            .filter(|&o| self.objs.func(o).is_some())
            .chain(methods)
            .collect();
        funcs.sort_by_key(|&o| self.objs[o].pos);
        for f in funcs {
            self.ensure_body(f);
        }
        self.init_order(pkg);
        self.unused_imports();
        if self.diags.is_empty() {
            let saved = self.env.pkg.replace(pkg);
            self.endless_instantiation();
            self.env.pkg = saved;
        }
    }

    /// What only gc's back end finds, when all else is right: functions without body, then what
    /// has no code.
    pub fn back_end_errors(&mut self, pkg: PkgId) {
        for file in self.packages[pkg.index()].files.clone() {
            for d in file.decls {
                if let Decl::Func(f) = d
                    && f.body.is_none()
                    && f.name.name != Symbol::BLANK
                {
                    self.error(f.pos, "missing function body");
                }
            }
        }
        let late = std::mem::take(&mut self.late);
        if self.diags.is_empty() {
            let first = late.iter().map(|l| l.0).min();
            for (_, pos, message) in late.into_iter().filter(|l| Some(l.0) == first) {
                self.error(pos, message);
            }
        }
    }

    /// Methods whose receiver type this package does not declare: functions, as far as checking them
    /// goes.
    fn stray_methods(&mut self, pkg: PkgId) {
        let mut left: Vec<MethodDecl<'a>> = Vec::new();
        for list in std::mem::take(&mut self.packages[pkg.index()].methods).into_values() {
            left.extend(list);
        }
        left.sort_by_key(|m| m.0.pos);
        for (f, scope) in left {
            self.stray_method(pkg, f, scope);
        }
    }

    fn stray_method(&mut self, pkg: PkgId, f: &'a FuncDecl<'a>, file_scope: ScopeId) {
        let saved = self.env.pkg.replace(pkg);
        let info = FuncInfo { has_body: f.body.is_some(), ..FuncInfo::default() };
        let m = self.new_object(f.name, ObjKind::Func(Box::new(info)), TypeId::INVALID);
        self.env.pkg = saved;
        self.info.defs.insert(f.name.id, m);
        self.decls.insert(m, (DeclInfo::Func(f), file_scope));
        self.all_methods.push(m);
    }

    /// Methods declared for an alias belong to the type it names.
    fn methods_of_aliases(&mut self, pkg: PkgId) {
        let scope = self.packages[pkg.index()].scope;
        let names: Vec<Symbol> = self.packages[pkg.index()].methods.keys().copied().collect();
        for name in names {
            let mut at = name;
            let mut seen = vec![name];
            let target = loop {
                let Some(o) = self.scope_get(scope, at) else { break None };
                let Some(&(DeclInfo::Type(spec), _)) = self.decls.get(&o) else { break None };
                if spec.alias.is_none() {
                    break Some(at);
                }
                let mut e = super::expr::unparen(spec.typ);
                if let ExprKind::Star(x) = e.kind {
                    e = super::expr::unparen(x);
                }
                let ExprKind::Ident(next) = e.kind else { break None };
                if !spec.tparams.is_empty() || seen.contains(&next) {
                    break None;
                }
                seen.push(next);
                at = next;
            };
            if let Some(t) = target.filter(|&t| t != name)
                && let Some(list) = self.packages[pkg.index()].methods.remove(&name)
            {
                let all = self.packages[pkg.index()].methods.entry(t).or_default();
                all.extend(list);
                all.sort_by_key(|m| m.0.pos);
            }
        }
    }

    fn unused_imports(&mut self) {
        let mut unused: Vec<(Pos, String)> = Vec::new();
        for (obj, pos, text) in std::mem::take(&mut self.imports) {
            if !matches!(self.objs[obj].kind, ObjKind::Pkg { used: true, .. }) {
                unused.push((pos, text));
            }
        }
        for (_, pkg, pos, used) in std::mem::take(&mut self.dot_imports) {
            if !used {
                let path = &self.packages[pkg.index()].path;
                unused.push((pos, format!("{path:?} imported and not used")));
            }
        }
        // In source order, which says at which of them there are too many.
        unused.retain(|u| !self.in_library(u.0));
        unused.sort_by_key(|u| u.0);
        for (pos, text) in unused {
            self.soft_error(pos, text);
        }
    }

    fn in_library(&self, pos: Pos) -> bool {
        self.map.file(pos).is_some_and(|f| f.library)
    }
}

/// The name of a receiver's base type.
pub fn receiver_base<'a>(e: &'a crate::syntax::ast::Expr<'a>) -> Option<Ident> {
    match e.kind {
        ExprKind::Ident(name) => Some(Ident { id: e.id, pos: e.pos, name }),
        ExprKind::Paren(x) | ExprKind::Star(x) | ExprKind::Index { x, .. } => receiver_base(x),
        _ => None,
    }
}

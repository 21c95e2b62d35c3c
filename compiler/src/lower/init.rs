//! The program: package initialisation, `main`, and what the VM has to know by name.
//!
//! Variables of the program's own packages are all initialised; those of gvm's library when something
//! uses them, as are those of packages from a Go installation unless a call makes them. `init`
//! functions always run.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::{FuncId, Kind};
use hashbrown::HashSet;

use super::func::{FuncLower, Run};
use super::{Job, Lowerer, Subst};
use crate::embed::{self, Files};
use crate::source::Pos;
use crate::syntax::ast::{Expr, ExprKind, UnaryOp};
use crate::syntax::walk;
use crate::types::check::embed::Contents;
use crate::types::object::{ObjId, ObjKind, PkgId};
use crate::types::type_::TypeId;

impl<'c, 'a> Lowerer<'c, 'a> {
    pub fn program(&mut self, main: PkgId) {
        let entry = self.new_func();
        self.image.entry = Some(entry);
        let packages = self.c.initialisation_order();
        for &pkg in &packages {
            if self.c.initialised_on_use(pkg) {
                continue;
            }
            let own = !self.c.package_is_library(pkg);
            for v in self.c.package_vars(pkg) {
                if own || self.c.initial_value(v).is_some_and(has_effects) {
                    self.need_init(v);
                }
            }
        }
        let mut inits: Vec<(PkgId, Vec<FuncId>)> = Vec::new();
        for pkg in packages {
            let funcs = self
                .c
                .init_functions(pkg)
                .into_iter()
                .map(|f| self.func_id(Job::Declared(f, Vec::new())))
                .collect();
            inits.push((pkg, funcs));
        }
        let main_func =
            self.c.package_func(main, "main").map(|f| self.func_id(Job::Declared(f, Vec::new())));
        self.image.main = main_func;
        self.known();
        self.drain();
        self.entry(entry, &inits, main_func);
    }

    /// Code for all of a package that needs no type arguments; nothing is made of it.
    pub fn package(&mut self, pkg: PkgId) {
        for v in self.c.package_vars(pkg) {
            self.need_init(v);
        }
        for f in self.c.package_bodies(pkg) {
            self.func_id(Job::Declared(f, Vec::new()));
        }
        self.known();
        self.drain();
    }

    /// The variable's initialiser has to run.
    pub fn need_init(&mut self, var: ObjId) {
        if self.inits.contains_key(&var) {
            return;
        }
        if self.c.embedded_contents(var).is_some() {
            let id = self.func_id(Job::Init(var));
            self.inits.insert(var, id);
            return;
        }
        let Some((group, _)) = self.c.initialiser(var) else { return };
        let id = self.func_id(Job::Init(group[0]));
        for v in group {
            self.inits.insert(v, id);
        }
    }

    /// The initialisation of a variable, or of several from one call, as a function of its own.
    pub fn init_step(&mut self, leader: ObjId, id: FuncId) {
        if let Some(contents) = self.c.embedded_contents(leader) {
            return self.embedded(leader, &contents, id);
        }
        let Some((group, rhs)) = self.c.initialiser(leader) else { return };
        if !self.diags.is_empty() {
            return;
        }
        let pkg = self.c.objs[leader].pkg.map(|p| self.pkg_path(p)).unwrap_or_default();
        let (mut f, _) = FuncLower::new(self, format!("{pkg}.init"), &[], Subst::default());
        f.at(rhs.pos);
        let types: Vec<TypeId> = group.iter().map(|&v| f.obj_type(v)).collect();
        // gc fills literals of package variables in place, element by element.
        f.in_turn = super::composite::is_literal(rhs);
        if !f.in_turn {
            f.calls_first(&[rhs]);
        }
        let arena = f.l.c.arena();
        let values = f.values(arena.slice(&[rhs]), &types);
        for ((&v, &t), value) in group.iter().zip(&types).zip(values) {
            if f.l.c.objs[v].name == crate::Symbol::BLANK {
                continue;
            }
            let place = f.var_place(v);
            f.write_place(&place, t, &value);
        }
        f.b.ret(&[]);
        let func = f.finish();
        self.emit(id, func, rhs.pos);
    }

    /// Fills a variable that has a `//go:embed` directive.
    fn embedded(&mut self, var: ObjId, contents: &Contents, id: FuncId) {
        let pos = self.c.objs[var].pos;
        let pkg = self.c.objs[var].pkg.map(|p| self.pkg_path(p)).unwrap_or_default();
        let (mut f, _) = FuncLower::new(self, format!("{pkg}.init"), &[], Subst::default());
        f.at(pos);
        let typ = f.obj_type(var);
        let single = |files: &Files| files.first().map_or(Vec::new(), |file| file.1.clone());
        let value = match contents {
            Contents::String(files) => f.string_const(&single(files)),
            Contents::Bytes(files) => {
                let text = f.string_const(&single(files));
                let kinds = [Kind::Ptr, Kind::I64, Kind::I64];
                Run::from_slice(&f.rt(Intrinsic::StrToBytes, None, &text, &kinds))
            }
            // A struct of one string.
            Contents::Files(files) => f.string_const(&embed::archive(files)),
        };
        let place = f.var_place(var);
        f.write_place(&place, typ, &value);
        f.b.ret(&[]);
        let func = f.finish();
        self.emit(id, func, pos);
    }

    /// Runs the initialisers that are needed, packages in dependency order, and main.
    fn entry(&mut self, id: FuncId, inits: &[(PkgId, Vec<FuncId>)], main: Option<FuncId>) {
        let needed: HashSet<ObjId> = self.inits.keys().copied().collect();
        let (mut b, _) = crate::ir::build::Builder::new("runtime.main".into(), &[]);
        for (pkg, funcs) in inits {
            let leaders = match self.archived_init_order(*pkg) {
                Some(all) => all.into_iter().filter(|v| needed.contains(v)).collect(),
                None => self
                    .c
                    .init_order_of(*pkg, &needed)
                    .into_iter()
                    .map(|g| g[0])
                    .collect::<Vec<_>>(),
            };
            // What comes from files is there before anything runs.
            let (embedded, rest): (Vec<ObjId>, Vec<ObjId>) =
                leaders.into_iter().partition(|&v| self.c.embedded_contents(v).is_some());
            for v in embedded.into_iter().chain(rest) {
                b.inst(crate::ir::InstKind::Call(self.inits[&v]), &[], &[]);
            }
            for &f in funcs {
                b.inst(crate::ir::InstKind::Call(f), &[], &[]);
            }
        }
        if let Some(m) = main {
            b.inst(crate::ir::InstKind::Call(m), &[], &[]);
        }
        b.ret(&[]);
        self.emit(id, b.finish(), Pos::NONE);
    }

    /// Types and functions of package runtime that the VM makes values of and calls.
    fn known(&mut self) {
        for name in ["errorString", "plainError", "TypeAssertionError", "PanicNilError"] {
            if let Some(obj) = self.c.package_object("runtime", name)
                && matches!(self.c.objs[obj].kind, ObjKind::TypeName)
            {
                let t = self.c.objs[obj].typ;
                let id = self.type_id(t);
                self.image.known_types.push((format!("runtime.{name}"), id));
                let p = self.c.types.pointer(t);
                let id = self.type_id(p);
                self.image.known_types.push((format!("*runtime.{name}"), id));
            }
        }
        for (name, t) in [("string", TypeId::STRING), ("int", TypeId::INT)] {
            let id = self.type_id(t);
            self.image.known_types.push((name.into(), id));
        }
        if let Some(obj) = self.c.package_object("runtime", "panicText") {
            let id = self.func_id(Job::Declared(obj, Vec::new()));
            self.image.known_funcs.push(("runtime.panicText".into(), id));
        }
    }
}

/// Whether evaluating an expression may do more than make a value.
fn has_effects<'a>(e: &'a Expr<'a>) -> bool {
    let mut found = false;
    walk::expr(e, &mut |node| {
        let walk::Node::Expr(e) = node else { return false };
        found |=
            matches!(e.kind, ExprKind::Call { .. } | ExprKind::Unary { op: UnaryOp::Receive, .. });
        !matches!(e.kind, ExprKind::FuncLit { .. })
    });
    found
}

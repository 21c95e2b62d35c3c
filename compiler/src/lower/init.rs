//! The program: package initialisation, `main`, and what the VM has to know by name.
//!
//! Variables of the program's own packages are all initialised; those of library packages when
//! something uses them. `init` functions always run.

use gvm_bytecode::image::FuncId;

use super::func::FuncLower;
use super::{Job, Lowerer, Subst};
use crate::source::Pos;
use crate::types::object::{ObjKind, PkgId};
use crate::types::type_::TypeId;

impl<'c, 'a> Lowerer<'c, 'a> {
    pub fn program(&mut self, main: PkgId) {
        let steps = self.c.info.init_order.clone();
        for (i, s) in steps.iter().enumerate() {
            for &v in &s.lhs {
                self.init_of.insert(v, i);
            }
        }
        let entry = self.new_func();
        self.image.entry = Some(entry);
        for (i, s) in steps.iter().enumerate() {
            if !self.c.package_is_library(s.pkg) {
                self.need_init(i);
            }
        }
        let mut inits: Vec<(PkgId, Vec<FuncId>)> = Vec::new();
        for pkg in self.c.packages_in_order() {
            let funcs = self.c.init_functions(pkg).into_iter().map(|f| self.func_id(Job::Declared(f, Vec::new()))).collect();
            inits.push((pkg, funcs));
        }
        let main_func = self.c.package_func(main, "main").map(|f| self.func_id(Job::Declared(f, Vec::new())));
        self.image.main = main_func;
        self.known();
        self.drain();
        self.entry(entry, &inits, main_func);
    }

    pub fn need_init(&mut self, step: usize) {
        if !self.init_funcs.contains_key(&step) {
            let id = self.func_id(Job::Init(step));
            self.init_funcs.insert(step, id);
        }
    }

    /// One step as a function of its own.
    pub fn init_step(&mut self, step: usize, id: FuncId) {
        let s = self.c.info.init_order[step].clone();
        let Some(rhs) = self.c.init_expr(step) else { return };
        let pkg = self.pkg_path(s.pkg);
        let (mut f, _) = FuncLower::new(self, format!("{pkg}.init"), &[], Subst::default());
        f.at(rhs.pos);
        let types: Vec<TypeId> = s.lhs.iter().map(|&v| f.obj_type(v)).collect();
        let values = f.values(std::slice::from_ref(f.l.c.arena().alloc(rhs)), &types);
        for ((&v, &t), value) in s.lhs.iter().zip(&types).zip(values) {
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

    /// Runs the steps that are needed, packages in dependency order, and main.
    fn entry(&mut self, id: FuncId, inits: &[(PkgId, Vec<FuncId>)], main: Option<FuncId>) {
        let steps: Vec<(PkgId, Option<FuncId>)> =
            self.c.info.init_order.iter().enumerate().map(|(i, s)| (s.pkg, self.init_funcs.get(&i).copied())).collect();
        let (mut b, _) = crate::ir::build::Builder::new("runtime.main".into(), &[]);
        for (pkg, funcs) in inits {
            let mine = steps.iter().filter(|s| s.0 == *pkg).filter_map(|s| s.1);
            for f in mine.chain(funcs.iter().copied()) {
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

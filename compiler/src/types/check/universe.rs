//! The predeclared names, and package unsafe.

use super::{Checker, Package};
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::types::constant::Value;
use crate::types::object::{BUILTINS, BodyId, ObjId, ObjKind, Object, PkgId, UNSAFE_BUILTINS};
use crate::types::type_::{BASICS, Interface, Method, TypeId, TypeKind};

#[derive(Debug)]
pub struct Universe {
    pub byte: TypeId,
    pub rune: TypeId,
    pub any: TypeId,
    pub error: TypeId,
    pub comparable: TypeId,
    pub scope: super::ScopeId,
}

impl Default for Universe {
    fn default() -> Self {
        let t = TypeId::INVALID;
        Universe { byte: t, rune: t, any: t, error: t, comparable: t, scope: super::ScopeId(0) }
    }
}

impl Checker<'_> {
    fn predeclare(&mut self, name: &str, kind: ObjKind, typ: TypeId) -> ObjId {
        let name = self.interner.intern(name);
        let obj = self.objs.add(Object {
            name,
            kind,
            pkg: None,
            pos: Pos::NONE,
            typ,
            owner: BodyId::NONE,
        });
        self.scope_insert(self.universe.scope, name, obj);
        obj
    }

    pub(super) fn make_universe(&mut self) {
        self.universe.scope = self.new_scope(None);
        for b in BASICS {
            if !b.name().contains([' ', '.']) {
                self.predeclare(b.name(), ObjKind::TypeName, TypeId(b as u32));
            }
        }
        for (name, to) in
            [("byte", TypeId::UINT8), ("rune", TypeId::INT32), ("any", TypeId::EMPTY_INTERFACE)]
        {
            let symbol = self.interner.intern(name);
            let alias = self.types.new_alias(symbol, None, Some(to)).1;
            self.predeclare(name, ObjKind::TypeName, alias);
            match name {
                "byte" => self.universe.byte = alias,
                "rune" => self.universe.rune = alias,
                _ => self.universe.any = alias,
            }
        }
        let sig = self.types.func(&[], &[TypeId::STRING], false);
        let method = Method { name: Symbol::ERROR, pkg: None, sig };
        self.universe.error = self.predeclare_interface(
            "error",
            Interface { methods: [method].into(), ..Interface::default() },
        );
        self.universe.comparable = self.predeclare_interface(
            "comparable",
            Interface { comparable: true, ..Interface::default() },
        );
        self.predeclare("true", ObjKind::Const(Value::Bool(true)), TypeId::UNTYPED_BOOL);
        self.predeclare("false", ObjKind::Const(Value::Bool(false)), TypeId::UNTYPED_BOOL);
        self.predeclare("iota", ObjKind::Const(Value::Unknown), TypeId::UNTYPED_INT);
        self.predeclare("nil", ObjKind::Nil, TypeId::UNTYPED_NIL);
        for (b, name) in BUILTINS {
            self.predeclare(name, ObjKind::Builtin(b), TypeId::INVALID);
        }
    }

    fn predeclare_interface(&mut self, name: &str, i: Interface) -> TypeId {
        let obj = self.predeclare(name, ObjKind::TypeName, TypeId::INVALID);
        let (id, t) = self.types.new_named(obj);
        let u = self.types.intern(TypeKind::Interface(Box::new(i)));
        self.types.named_mut(id).underlying = Some(u);
        self.objs[obj].typ = t;
        t
    }

    /// Package unsafe, made on its first import.
    pub(super) fn unsafe_package(&mut self) -> PkgId {
        if let Some(i) = self.packages.iter().position(|p| p.path == "unsafe") {
            return PkgId(i as u32);
        }
        let scope = self.new_scope(Some(self.universe.scope));
        for (b, name) in UNSAFE_BUILTINS {
            let name = self.interner.intern(name);
            let kind = ObjKind::Builtin(b);
            let obj = self.objs.add(Object {
                name,
                kind,
                pkg: None,
                pos: Pos::NONE,
                typ: TypeId::INVALID,
                owner: BodyId::NONE,
            });
            self.scope_insert(scope, name, obj);
        }
        let name = self.interner.intern("Pointer");
        let typ = TypeId::UNSAFE_POINTER;
        let obj = self.objs.add(Object {
            name,
            kind: ObjKind::TypeName,
            pkg: None,
            pos: Pos::NONE,
            typ,
            owner: BodyId::NONE,
        });
        self.scope_insert(scope, name, obj);
        self.packages.push(Package {
            path: "unsafe".into(),
            name: Symbol::UNSAFE,
            scope,
            files: Vec::new(),
            library: true,
            imports: Default::default(),
            inits: Vec::new(),
            vars: Vec::new(),
            objects: Vec::new(),
            methods: Default::default(),
            fake: false,
        });
        PkgId(self.packages.len() as u32 - 1)
    }
}

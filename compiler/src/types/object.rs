//! Objects: what an identifier can denote.
//!
//! Objects live in one arena and are named by `ObjId`. They hold no syntax and no lifetimes.

use crate::syntax::{Pos, Symbol};
use crate::types::constant::Value;
use crate::types::type_::{NamedId, TypeId, index_type};

index_type!(
    /// An object in the arena.
    ObjId
);
index_type!(
    /// A package.
    PkgId
);
index_type!(
    /// A function body: a declared function, a function literal, or the initialiser of package
    /// variables. Variables know the body that owns them; a use in another body is a capture.
    BodyId
);

impl BodyId {
    /// Package level.
    pub const NONE: BodyId = BodyId(u32::MAX);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Builtin {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
    // package unsafe
    Add,
    Alignof,
    Offsetof,
    Sizeof,
    Slice,
    SliceData,
    String,
    StringData,
}

pub const BUILTINS: [(Builtin, &str); 18] = [
    (Builtin::Append, "append"),
    (Builtin::Cap, "cap"),
    (Builtin::Clear, "clear"),
    (Builtin::Close, "close"),
    (Builtin::Complex, "complex"),
    (Builtin::Copy, "copy"),
    (Builtin::Delete, "delete"),
    (Builtin::Imag, "imag"),
    (Builtin::Len, "len"),
    (Builtin::Make, "make"),
    (Builtin::Max, "max"),
    (Builtin::Min, "min"),
    (Builtin::New, "new"),
    (Builtin::Panic, "panic"),
    (Builtin::Print, "print"),
    (Builtin::Println, "println"),
    (Builtin::Real, "real"),
    (Builtin::Recover, "recover"),
];

pub const UNSAFE_BUILTINS: [(Builtin, &str); 8] = [
    (Builtin::Add, "Add"),
    (Builtin::Alignof, "Alignof"),
    (Builtin::Offsetof, "Offsetof"),
    (Builtin::Sizeof, "Sizeof"),
    (Builtin::Slice, "Slice"),
    (Builtin::SliceData, "SliceData"),
    (Builtin::String, "String"),
    (Builtin::StringData, "StringData"),
];

impl Builtin {
    pub fn name(self) -> &'static str {
        BUILTINS.iter().chain(&UNSAFE_BUILTINS).find(|x| x.0 == self).map_or("?", |x| x.1)
    }
    /// The name as it is written in a program: `len`, `unsafe.Sizeof`.
    pub fn qualified_name(self) -> String {
        if UNSAFE_BUILTINS.iter().any(|x| x.0 == self) {
            format!("unsafe.{}", self.name())
        } else {
            self.name().into()
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct VarInfo {
    pub is_field: bool,
    /// A parameter, a receiver or a result.
    pub is_param: bool,
    pub is_result: bool,
    pub is_receiver: bool,
    pub is_global: bool,
    /// Read somewhere (what "declared and not used" asks).
    pub used: bool,
    /// Used in a function literal inside the body that declares it.
    pub captured: bool,
    /// `&v`, `&v.f`, `v[:]` of an array, or a pointer-receiver method called on it.
    pub address_taken: bool,
    /// Assigned, in whole or in part, somewhere after its declaration.
    pub reassigned: bool,
    /// Declared by a loop of a language before go1.22: one variable for all iterations.
    pub per_loop: bool,
}

#[derive(Clone, Debug, Default)]
pub struct FuncInfo {
    /// The receiver's base type, for a method.
    pub recv: Option<NamedId>,
    pub ptr_recv: bool,
    /// The receiver's type parameters as this method declares them (types of kind `TypeParam`),
    /// in the order of the type arguments of the receiver's base type.
    pub recv_tparams: Box<[TypeId]>,
    pub has_body: bool,
    /// Blank or `init`: declared without entering a scope.
    pub is_init: bool,
}

#[derive(Clone, Debug)]
pub enum ObjKind {
    Pkg { imported: PkgId, used: bool },
    Const(Value),
    TypeName,
    Var(VarInfo),
    Func(Box<FuncInfo>),
    Builtin(Builtin),
    Nil,
    Label { used: bool },
}

#[derive(Clone, Debug)]
pub struct Object {
    pub name: Symbol,
    pub kind: ObjKind,
    /// `None` for what is predeclared.
    pub pkg: Option<PkgId>,
    pub pos: Pos,
    /// Rich; `INVALID` before it is resolved and after an error.
    pub typ: TypeId,
    /// The body that declares it; `BodyId::NONE` at package level.
    pub owner: BodyId,
}

#[derive(Debug, Default)]
pub struct Objects {
    list: Vec<Object>,
}

impl Objects {
    pub fn add(&mut self, o: Object) -> ObjId {
        self.list.push(o);
        ObjId(self.list.len() as u32 - 1)
    }
    pub fn len(&self) -> usize {
        self.list.len()
    }
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
    pub fn iter(&self) -> impl Iterator<Item = (ObjId, &Object)> {
        self.list.iter().enumerate().map(|(i, o)| (ObjId(i as u32), o))
    }
    pub fn var(&self, id: ObjId) -> Option<&VarInfo> {
        if let ObjKind::Var(v) = &self[id].kind { Some(v) } else { None }
    }
    pub fn var_mut(&mut self, id: ObjId) -> Option<&mut VarInfo> {
        if let ObjKind::Var(v) = &mut self[id].kind { Some(v) } else { None }
    }
    pub fn func(&self, id: ObjId) -> Option<&FuncInfo> {
        if let ObjKind::Func(f) = &self[id].kind { Some(f) } else { None }
    }
}

impl std::ops::Index<ObjId> for Objects {
    type Output = Object;
    fn index(&self, id: ObjId) -> &Object {
        &self.list[id.index()]
    }
}

impl std::ops::IndexMut<ObjId> for Objects {
    fn index_mut(&mut self, id: ObjId) -> &mut Object {
        &mut self.list[id.index()]
    }
}

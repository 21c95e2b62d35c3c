//! What the checker found out, by node.
//!
//! Types in these tables are rich while checking goes on; `Checker` hands out canonical ones.

use hashbrown::HashMap;

use crate::syntax::NodeId;
use crate::types::constant::Value;
use crate::types::object::{BodyId, Builtin, ObjId, PkgId};
use crate::types::type_::TypeId;

/// What sort of thing an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExprMode {
    NoValue,
    Builtin(Builtin),
    Type,
    Constant,
    /// Addressable.
    Variable,
    MapIndex,
    Value,
    Nil,
    /// Receive, type assertion: can also give an `ok`. When it does, `comma_ok` has the node.
    CommaOk,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TypeAndValue {
    pub mode: ExprMode,
    pub typ: TypeId,
    /// `Value::Unknown` unless the mode is `Constant`.
    pub value: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionKind {
    Field,
    /// `x.m` where x is a value: a call or a bound method value.
    Method,
    /// `T.m`
    MethodExpr,
}

/// What a selector expression `x.f` that is not a qualified identifier means.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    pub kind: SelectionKind,
    /// The type of `x` (or `T` itself for a method expression).
    pub recv: TypeId,
    /// Indices of the embedded fields to go through; for a field, its own index is the last.
    /// Where a field on the way is a pointer, it is followed; so is `x` itself.
    pub path: Vec<u32>,
    /// The method declared for a concrete type (generic origin's object for an instance).
    pub obj: Option<ObjId>,
    /// For such a method: its receiver base type, behind `path`, pointers removed. An instance
    /// has the type arguments for the method's `recv_tparams`.
    pub base: TypeId,
    /// For a method reached through an interface or a type parameter: `None` in `obj`, and this
    /// is that interface's or parameter's type.
    pub iface: Option<TypeId>,
    /// The package the selector stands in: that of the name, when it is not exported.
    pub pkg: Option<PkgId>,
    /// A pointer was followed.
    pub indirect: bool,
    /// Type of the selected field, or the signature of the method without receiver
    /// (`MethodExpr`: with the receiver as first parameter).
    pub typ: TypeId,
}

/// A use of a generic function with its type arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    pub targs: Box<[TypeId]>,
    pub typ: TypeId,
}

/// One step of package initialisation: `lhs... = initialiser`.
#[derive(Clone, Debug)]
pub struct InitStep {
    pub pkg: PkgId,
    /// The variables; several when one call gives them all. Blank ones included.
    pub lhs: Vec<ObjId>,
    /// The initialising expression's node.
    pub rhs: NodeId,
}

#[derive(Debug, Default)]
pub struct Info {
    pub exprs: HashMap<NodeId, TypeAndValue>,
    /// Identifiers that declare an object.
    pub defs: HashMap<NodeId, ObjId>,
    /// Identifiers that refer to one.
    pub uses: HashMap<NodeId, ObjId>,
    /// Selector expression nodes.
    pub selections: HashMap<NodeId, Selection>,
    /// Identifier nodes of generic functions (for `pkg.F` and `x.Method`: of the `F`/`Method`).
    pub instances: HashMap<NodeId, Instance>,
    /// Type switch clauses to the clause's own variable; import specs to package names.
    pub implicits: HashMap<NodeId, ObjId>,
    /// `break`, `continue` and `goto` to the statement (labelled statement for goto) they go to.
    pub branches: HashMap<NodeId, NodeId>,
    /// Receive, index and assertion expressions used in their two-valued form.
    pub comma_ok: hashbrown::HashSet<NodeId>,
    /// The body of a function literal or of a declared function.
    pub bodies: HashMap<NodeId, BodyId>,
    /// In the order they run, for each package in dependency order.
    pub init_order: Vec<InitStep>,
}

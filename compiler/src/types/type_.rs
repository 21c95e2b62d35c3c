//! Types: an arena of hash-consed type nodes.
//!
//! Two layers share one arena. A *rich* type is what the source says: it keeps alias names and
//! parameter names for messages. Its *canonical* type has neither, has its interface flattened
//! into a sorted method set, and is unique: **two types are identical exactly when their canonical
//! ids are equal**. Everything a canonical type refers to is canonical. Named types are nominal;
//! an instance is interned by (origin, type arguments).
//!
//! Nothing here reports errors or looks at syntax.

use std::rc::Rc;

use hashbrown::HashMap;

use crate::syntax::Symbol;
use crate::types::lookup::MemberIndex;
use crate::types::object::{ObjId, PkgId};
use crate::types::sizes::Layouts;
use crate::types::typeset::TypeSet;

macro_rules! index_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);
        impl $name {
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}
pub(crate) use index_type;

index_type!(
    /// A type in the arena.
    TypeId
);
index_type!(
    /// The record of a defined type or of an instance of a generic one.
    NamedId
);
index_type!(
    /// The record of a type parameter.
    TypeParamId
);
index_type!(
    /// The record of an alias declaration.
    AliasId
);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Basic {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
}

pub const BASICS: [Basic; 26] = [
    Basic::Invalid,
    Basic::Bool,
    Basic::Int,
    Basic::Int8,
    Basic::Int16,
    Basic::Int32,
    Basic::Int64,
    Basic::Uint,
    Basic::Uint8,
    Basic::Uint16,
    Basic::Uint32,
    Basic::Uint64,
    Basic::Uintptr,
    Basic::Float32,
    Basic::Float64,
    Basic::Complex64,
    Basic::Complex128,
    Basic::String,
    Basic::UnsafePointer,
    Basic::UntypedBool,
    Basic::UntypedInt,
    Basic::UntypedRune,
    Basic::UntypedFloat,
    Basic::UntypedComplex,
    Basic::UntypedString,
    Basic::UntypedNil,
];

impl Basic {
    pub fn is_integer(self) -> bool {
        (Basic::Int <= self && self <= Basic::Uintptr)
            || matches!(self, Basic::UntypedInt | Basic::UntypedRune)
    }
    pub fn is_unsigned(self) -> bool {
        Basic::Uint <= self && self <= Basic::Uintptr
    }
    pub fn is_float(self) -> bool {
        matches!(self, Basic::Float32 | Basic::Float64 | Basic::UntypedFloat)
    }
    pub fn is_complex(self) -> bool {
        matches!(self, Basic::Complex64 | Basic::Complex128 | Basic::UntypedComplex)
    }
    pub fn is_string(self) -> bool {
        matches!(self, Basic::String | Basic::UntypedString)
    }
    pub fn is_boolean(self) -> bool {
        matches!(self, Basic::Bool | Basic::UntypedBool)
    }
    pub fn is_untyped(self) -> bool {
        self >= Basic::UntypedBool
    }
    pub fn is_numeric(self) -> bool {
        self.is_integer() || self.is_float() || self.is_complex()
    }
    pub fn name(self) -> &'static str {
        match self {
            Basic::Invalid => "invalid type",
            Basic::Bool => "bool",
            Basic::Int => "int",
            Basic::Int8 => "int8",
            Basic::Int16 => "int16",
            Basic::Int32 => "int32",
            Basic::Int64 => "int64",
            Basic::Uint => "uint",
            Basic::Uint8 => "uint8",
            Basic::Uint16 => "uint16",
            Basic::Uint32 => "uint32",
            Basic::Uint64 => "uint64",
            Basic::Uintptr => "uintptr",
            Basic::Float32 => "float32",
            Basic::Float64 => "float64",
            Basic::Complex64 => "complex64",
            Basic::Complex128 => "complex128",
            Basic::String => "string",
            Basic::UnsafePointer => "unsafe.Pointer",
            Basic::UntypedBool => "untyped bool",
            Basic::UntypedInt => "untyped int",
            Basic::UntypedRune => "untyped rune",
            Basic::UntypedFloat => "untyped float",
            Basic::UntypedComplex => "untyped complex",
            Basic::UntypedString => "untyped string",
            Basic::UntypedNil => "untyped nil",
        }
    }
}

macro_rules! basic_ids {
    ($($name:ident = $b:ident),* $(,)?) => {
        impl TypeId { $(pub const $name: TypeId = TypeId(Basic::$b as u32);)* }
    };
}
basic_ids!(
    INVALID = Invalid,
    BOOL = Bool,
    INT = Int,
    INT8 = Int8,
    INT16 = Int16,
    INT32 = Int32,
    INT64 = Int64,
    UINT = Uint,
    UINT8 = Uint8,
    UINT16 = Uint16,
    UINT32 = Uint32,
    UINT64 = Uint64,
    UINTPTR = Uintptr,
    FLOAT32 = Float32,
    FLOAT64 = Float64,
    COMPLEX64 = Complex64,
    COMPLEX128 = Complex128,
    STRING = String,
    UNSAFE_POINTER = UnsafePointer,
    UNTYPED_BOOL = UntypedBool,
    UNTYPED_INT = UntypedInt,
    UNTYPED_RUNE = UntypedRune,
    UNTYPED_FLOAT = UntypedFloat,
    UNTYPED_COMPLEX = UntypedComplex,
    UNTYPED_STRING = UntypedString,
    UNTYPED_NIL = UntypedNil,
);
impl TypeId {
    /// `interface{}`, canonical.
    pub const EMPTY_INTERFACE: TypeId = TypeId(26);
    /// The type of an expression without value: the empty tuple.
    pub const VOID: TypeId = TypeId(27);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChanDir {
    Both,
    Send,
    Recv,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    pub name: Symbol,
    /// The package of an unexported name; `None` for an exported one.
    pub pkg: Option<PkgId>,
    pub typ: TypeId,
    pub embedded: bool,
    pub tag: Option<Box<[u8]>>,
}

/// A method of an interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Method {
    pub name: Symbol,
    /// The package of an unexported name; `None` for an exported one.
    pub pkg: Option<PkgId>,
    pub sig: TypeId,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Signature {
    pub params: Box<[TypeId]>,
    /// The last parameter of a variadic function has a slice type.
    pub results: Box<[TypeId]>,
    pub variadic: bool,
    /// The function's own type parameters (types of kind `TypeParam`); empty unless generic.
    pub tparams: Box<[TypeId]>,
    /// Rich types only: names of parameters then results; empty when there are none.
    pub names: Box<[Symbol]>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Interface {
    /// Explicit methods, sorted by name; in a canonical type all of them.
    pub methods: Box<[Method]>,
    /// Embedded types; in a canonical type at most one union.
    pub embeds: Box<[TypeId]>,
    /// Canonical types only: the type set is limited to comparable types.
    pub comparable: bool,
    /// Made for a constraint such as `~int` without `interface{}` around it.
    pub implicit: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    pub tilde: bool,
    pub typ: TypeId,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeKind {
    Basic(Basic),
    /// Rich types only: a declared name for another type.
    Alias(AliasId),
    Named(NamedId),
    Pointer(TypeId),
    Slice(TypeId),
    Array(i64, TypeId),
    Map(TypeId, TypeId),
    Chan(ChanDir, TypeId),
    Struct(Rc<[Field]>),
    Tuple(Box<[TypeId]>),
    Signature(Box<Signature>),
    Interface(Box<Interface>),
    TypeParam(TypeParamId),
    Union(Box<[Term]>),
}

#[derive(Clone, Debug)]
pub struct NamedData {
    pub obj: ObjId,
    /// The generic type this is an instance of.
    pub origin: Option<NamedId>,
    /// Arguments: first for the declared parameters, then for `outer`.
    pub targs: Box<[TypeId]>,
    /// Declared type parameters (types of kind `TypeParam`).
    pub tparams: Box<[TypeId]>,
    /// Type parameters of the function a local type is declared in.
    pub outer: Box<[TypeId]>,
    /// Never a Named or Alias type. `None` while the declaration is being resolved, or for an
    /// instance until it is first asked for.
    pub underlying: Option<TypeId>,
    /// The type on the right of the declaration, before its underlying type is taken.
    pub rhs: Option<TypeId>,
    /// Declared methods; empty for an instance (see its origin).
    pub methods: Vec<ObjId>,
}

#[derive(Clone, Debug)]
pub struct TypeParamData {
    pub obj: ObjId,
    pub index: u32,
    /// The constraint; an interface, or a Named type with an interface below, once declared.
    pub constraint: TypeId,
}

#[derive(Clone, Debug)]
pub struct AliasData {
    pub name: Symbol,
    pub obj: Option<ObjId>,
    /// `None` while the declaration is being resolved.
    pub target: Option<TypeId>,
    pub tparams: Box<[TypeId]>,
    pub origin: Option<AliasId>,
    pub targs: Box<[TypeId]>,
}

/// The arena.
#[derive(Debug)]
pub struct Types {
    kinds: Vec<TypeKind>,
    /// Canonical id of each type; `UNKNOWN` until asked for.
    canon: Vec<TypeId>,
    map: HashMap<TypeKind, TypeId>,
    named: Vec<NamedData>,
    named_types: Vec<TypeId>,
    instances: HashMap<(NamedId, Box<[TypeId]>), NamedId>,
    tparams: Vec<TypeParamData>,
    aliases: Vec<AliasData>,
    /// What each alias stands for in the end, once that is known: a chain of them may be long.
    alias_ends: Vec<Option<TypeId>>,
    pub(crate) typesets: HashMap<TypeId, TypeSet>,
    pub(crate) in_typeset: Vec<TypeId>,
    expanding: u32,
    /// How deep type arguments are nested in each type.
    depth: Vec<u16>,
    /// Interfaces whose canonical form is being made.
    in_canon: Vec<TypeId>,
    pub(super) layouts: Layouts,
    pub(super) members: MemberIndex,
}

const UNKNOWN: TypeId = TypeId(u32::MAX);

/// Type arguments nested deeper are refused.
const MAX_NESTING: u16 = 100;

impl Default for Types {
    fn default() -> Self {
        Types::new()
    }
}

impl Types {
    pub fn new() -> Types {
        let mut t = Types {
            kinds: Vec::new(),
            canon: Vec::new(),
            map: HashMap::new(),
            named: Vec::new(),
            named_types: Vec::new(),
            instances: HashMap::new(),
            tparams: Vec::new(),
            aliases: Vec::new(),
            alias_ends: Vec::new(),
            typesets: HashMap::new(),
            in_typeset: Vec::new(),
            expanding: 0,
            depth: Vec::new(),
            in_canon: Vec::new(),
            layouts: Layouts::default(),
            members: MemberIndex::default(),
        };
        for b in BASICS {
            let id = t.intern(TypeKind::Basic(b));
            t.canon[id.index()] = id;
        }
        let e = t.intern(TypeKind::Interface(Box::default()));
        debug_assert_eq!(e, TypeId::EMPTY_INTERFACE);
        let v = t.intern(TypeKind::Tuple(Box::default()));
        debug_assert_eq!(v, TypeId::VOID);
        t
    }

    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    pub fn intern(&mut self, kind: TypeKind) -> TypeId {
        if let Some(&id) = self.map.get(&kind) {
            return id;
        }
        let id = TypeId(self.kinds.len() as u32);
        let depth = self.nesting(&kind);
        self.depth.push(depth);
        self.kinds.push(kind.clone());
        self.canon.push(UNKNOWN);
        self.map.insert(kind, id);
        id
    }

    fn nesting(&self, kind: &TypeKind) -> u16 {
        let of = |t: TypeId| self.depth.get(t.index()).copied().unwrap_or(0);
        let all = |ts: &[TypeId]| ts.iter().map(|&t| of(t)).max().unwrap_or(0);
        match kind {
            TypeKind::Basic(_) | TypeKind::TypeParam(_) | TypeKind::Alias(_) => 0,
            TypeKind::Named(n) => self.named.get(n.index()).map_or(0, |d| 1 + all(&d.targs)),
            &TypeKind::Pointer(e)
            | &TypeKind::Slice(e)
            | &TypeKind::Array(_, e)
            | &TypeKind::Chan(_, e) => of(e),
            &TypeKind::Map(k, e) => of(k).max(of(e)),
            TypeKind::Struct(fs) => fs.iter().map(|f| of(f.typ)).max().unwrap_or(0),
            TypeKind::Tuple(ts) => all(ts),
            TypeKind::Signature(s) => all(&s.params).max(all(&s.results)),
            TypeKind::Interface(i) => {
                i.methods.iter().map(|m| of(m.sig)).max().unwrap_or(0).max(all(&i.embeds))
            }
            TypeKind::Union(ts) => ts.iter().map(|x| of(x.typ)).max().unwrap_or(0),
        }
    }

    /// The node as written; may be an alias.
    pub fn raw_kind(&self, t: TypeId) -> &TypeKind {
        &self.kinds[t.index()]
    }

    /// The node behind any alias.
    pub fn kind(&self, t: TypeId) -> &TypeKind {
        &self.kinds[self.unalias(t).index()]
    }

    pub fn unalias(&self, mut t: TypeId) -> TypeId {
        // An alias that is still being resolved stands for itself.
        while let TypeKind::Alias(a) = &self.kinds[t.index()] {
            match self.alias_ends[a.index()].or(self.aliases[a.index()].target) {
                Some(to) if to != t => t = to,
                _ => return t,
            }
        }
        t
    }

    pub fn pointer(&mut self, elem: TypeId) -> TypeId {
        self.intern(TypeKind::Pointer(elem))
    }
    pub fn slice(&mut self, elem: TypeId) -> TypeId {
        self.intern(TypeKind::Slice(elem))
    }
    pub fn array(&mut self, len: i64, elem: TypeId) -> TypeId {
        self.intern(TypeKind::Array(len, elem))
    }
    pub fn map_of(&mut self, key: TypeId, elem: TypeId) -> TypeId {
        self.intern(TypeKind::Map(key, elem))
    }
    pub fn chan(&mut self, dir: ChanDir, elem: TypeId) -> TypeId {
        self.intern(TypeKind::Chan(dir, elem))
    }
    pub fn tuple(&mut self, elems: &[TypeId]) -> TypeId {
        self.intern(TypeKind::Tuple(elems.into()))
    }
    pub fn struct_of(&mut self, fields: Vec<Field>) -> TypeId {
        self.intern(TypeKind::Struct(fields.into()))
    }
    pub fn signature(&mut self, sig: Signature) -> TypeId {
        self.intern(TypeKind::Signature(Box::new(sig)))
    }
    /// A signature without names or type parameters.
    pub fn func(&mut self, params: &[TypeId], results: &[TypeId], variadic: bool) -> TypeId {
        self.signature(Signature {
            params: params.into(),
            results: results.into(),
            variadic,
            ..Signature::default()
        })
    }

    // Named types.

    pub fn new_named(&mut self, obj: ObjId) -> (NamedId, TypeId) {
        self.push_named(NamedData {
            obj,
            origin: None,
            targs: Box::default(),
            tparams: Box::default(),
            outer: Box::default(),
            underlying: None,
            rhs: None,
            methods: Vec::new(),
        })
    }

    fn push_named(&mut self, data: NamedData) -> (NamedId, TypeId) {
        let id = NamedId(self.named.len() as u32);
        self.named.push(data);
        let t = self.intern(TypeKind::Named(id));
        self.named_types.push(t);
        (id, t)
    }

    pub fn named(&self, id: NamedId) -> &NamedData {
        &self.named[id.index()]
    }
    pub fn named_mut(&mut self, id: NamedId) -> &mut NamedData {
        &mut self.named[id.index()]
    }
    pub fn named_type(&self, id: NamedId) -> TypeId {
        self.named_types[id.index()]
    }

    /// The named type `t` is, behind any alias.
    pub fn as_named(&self, t: TypeId) -> Option<NamedId> {
        if let TypeKind::Named(n) = self.kind(t) { Some(*n) } else { None }
    }

    /// The generic declaration of an instance, else `n` itself.
    pub fn origin(&self, n: NamedId) -> NamedId {
        self.named[n.index()].origin.unwrap_or(n)
    }

    /// `origin[targs]`. Arguments for the `outer` parameters may follow the declared ones; when
    /// they are left out they stand for themselves.
    pub fn instance(&mut self, origin: NamedId, targs: &[TypeId]) -> TypeId {
        let data = &self.named[origin.index()];
        let mut args: Vec<TypeId> = targs.to_vec();
        let n = data.tparams.len();
        if args.len() == n {
            args.extend_from_slice(&data.outer);
        }
        // Types that grow without end stop somewhere; what they are part of has been refused.
        if args.iter().any(|&t| self.depth[t.index()] > MAX_NESTING) {
            return TypeId::INVALID;
        }
        let key = (origin, args.into_boxed_slice());
        if let Some(&id) = self.instances.get(&key) {
            return self.named_types[id.index()];
        }
        let obj = data.obj;
        let (id, t) = self.push_named(NamedData {
            obj,
            origin: Some(origin),
            targs: key.1.clone(),
            tparams: Box::default(),
            outer: Box::default(),
            underlying: None,
            rhs: None,
            methods: Vec::new(),
        });
        self.instances.insert(key, id);
        t
    }

    /// Methods declared for a named type (through the origin of an instance).
    pub fn methods_of(&self, n: NamedId) -> &[ObjId] {
        &self.named[self.origin(n).index()].methods
    }

    // Type parameters.

    pub fn new_tparam(
        &mut self,
        obj: ObjId,
        index: u32,
        constraint: TypeId,
    ) -> (TypeParamId, TypeId) {
        let id = TypeParamId(self.tparams.len() as u32);
        self.tparams.push(TypeParamData { obj, index, constraint });
        let t = self.intern(TypeKind::TypeParam(id));
        self.canon[t.index()] = t;
        (id, t)
    }
    pub fn tparam(&self, id: TypeParamId) -> &TypeParamData {
        &self.tparams[id.index()]
    }
    pub fn tparam_mut(&mut self, id: TypeParamId) -> &mut TypeParamData {
        &mut self.tparams[id.index()]
    }
    pub fn as_tparam(&self, t: TypeId) -> Option<TypeParamId> {
        if let TypeKind::TypeParam(p) = self.kind(t) { Some(*p) } else { None }
    }
    pub fn is_tparam(&self, t: TypeId) -> bool {
        self.as_tparam(t).is_some()
    }

    // Aliases.

    pub fn new_alias(
        &mut self,
        name: Symbol,
        obj: Option<ObjId>,
        target: Option<TypeId>,
    ) -> (AliasId, TypeId) {
        self.push_alias(AliasData {
            name,
            obj,
            target,
            tparams: Box::default(),
            origin: None,
            targs: Box::default(),
        })
    }
    pub fn push_alias(&mut self, data: AliasData) -> (AliasId, TypeId) {
        let id = AliasId(self.aliases.len() as u32);
        let target = data.target;
        self.aliases.push(data);
        self.alias_ends.push(target.and_then(|t| self.end_of(t)));
        (id, self.intern(TypeKind::Alias(id)))
    }
    /// The right side of an alias declaration.
    pub fn set_alias_target(&mut self, id: AliasId, to: TypeId) {
        self.aliases[id.index()].target = Some(to);
        self.alias_ends[id.index()] = self.end_of(to);
    }
    /// `None` when an alias that is still being resolved is on the way.
    fn end_of(&self, t: TypeId) -> Option<TypeId> {
        let end = self.unalias(t);
        (!matches!(self.kinds[end.index()], TypeKind::Alias(_))).then_some(end)
    }
    pub fn alias(&self, id: AliasId) -> &AliasData {
        &self.aliases[id.index()]
    }
    pub fn alias_mut(&mut self, id: AliasId) -> &mut AliasData {
        &mut self.aliases[id.index()]
    }

    // Underlying types.

    /// The underlying type. `INVALID` for a declaration that is still being resolved.
    pub fn underlying(&mut self, t: TypeId) -> TypeId {
        let t = self.unalias(t);
        match self.kinds[t.index()] {
            TypeKind::Named(n) => self.named_underlying(n),
            TypeKind::TypeParam(p) => {
                // A type parameter's underlying type is its constraint interface.
                let c = self.tparams[p.index()].constraint;
                let u = self.underlying(c);
                if self.is_interface_node(u) { u } else { self.wrap_constraint(c) }
            }
            TypeKind::Alias(_) => TypeId::INVALID,
            _ => t,
        }
    }

    fn named_underlying(&mut self, n: NamedId) -> TypeId {
        let data = &self.named[n.index()];
        if let Some(u) = data.underlying {
            return u;
        }
        let Some(origin) = data.origin else { return TypeId::INVALID };
        let o = &self.named[origin.index()];
        let Some(ou) = o.underlying else { return TypeId::INVALID };
        // A bound on nesting stops types that grow without end, such as T[P] struct{ f *T[T[P]] }.
        if self.expanding > 200 {
            return TypeId::INVALID;
        }
        let params: Vec<TypeId> = o.tparams.iter().chain(o.outer.iter()).copied().collect();
        let targs = data.targs.clone();
        self.expanding += 1;
        let u = self.subst(ou, &params, &targs);
        self.expanding -= 1;
        self.named[n.index()].underlying = Some(u);
        u
    }

    /// The implicit interface around a constraint that is not an interface.
    pub fn wrap_constraint(&mut self, c: TypeId) -> TypeId {
        if c == TypeId::INVALID {
            return TypeId::EMPTY_INTERFACE;
        }
        self.intern(TypeKind::Interface(Box::new(Interface {
            methods: Box::default(),
            embeds: [c].into(),
            comparable: false,
            implicit: true,
        })))
    }

    fn is_interface_node(&self, t: TypeId) -> bool {
        matches!(self.kinds[t.index()], TypeKind::Interface(_))
    }

    pub fn under_kind(&mut self, t: TypeId) -> TypeKind {
        let u = self.underlying(t);
        self.kinds[u.index()].clone()
    }

    // Identity.

    pub fn identical(&mut self, a: TypeId, b: TypeId) -> bool {
        a == b || self.canon(a) == self.canon(b)
    }

    /// The canonical type.
    pub fn canon(&mut self, t: TypeId) -> TypeId {
        let known = self.canon[t.index()];
        if known != UNKNOWN {
            return known;
        }
        // An unnamed interface can contain itself through the named one that it embeds; it has no
        // canonical form (gc refuses it too).
        let interface = matches!(self.kinds[t.index()], TypeKind::Interface(_));
        if interface && self.in_canon.contains(&t) {
            return t;
        }
        if interface {
            self.in_canon.push(t);
        }
        let (c, settled) = self.compute_canon(t);
        if interface {
            self.in_canon.pop();
        }
        if settled {
            self.canon[t.index()] = c;
            self.canon[c.index()] = c;
        }
        c
    }

    fn canon_list(&mut self, ts: &[TypeId], settled: &mut bool) -> Box<[TypeId]> {
        ts.iter().map(|&t| self.canon_part(t, settled)).collect()
    }

    fn canon_part(&mut self, t: TypeId, settled: &mut bool) -> TypeId {
        let c = self.canon(t);
        if self.canon[t.index()] == UNKNOWN {
            *settled = false;
        }
        c
    }

    /// The canonical type, and whether it can still change because a declaration is in progress.
    fn compute_canon(&mut self, t: TypeId) -> (TypeId, bool) {
        let mut ok = true;
        let kind = match self.kinds[t.index()].clone() {
            k @ (TypeKind::Basic(_) | TypeKind::TypeParam(_)) => k,
            TypeKind::Alias(a) => match self.aliases[a.index()].target {
                Some(to) => {
                    let c = self.canon_part(to, &mut ok);
                    return (c, ok);
                }
                None => return (t, false),
            },
            TypeKind::Named(n) => {
                let data = &self.named[n.index()];
                let Some(origin) = data.origin else { return (t, true) };
                let targs = data.targs.clone();
                let args = self.canon_list(&targs, &mut ok);
                if args == targs {
                    return (t, ok);
                }
                return (self.instance(origin, &args), ok);
            }
            TypeKind::Pointer(e) => TypeKind::Pointer(self.canon_part(e, &mut ok)),
            TypeKind::Slice(e) => TypeKind::Slice(self.canon_part(e, &mut ok)),
            TypeKind::Array(n, e) => TypeKind::Array(n, self.canon_part(e, &mut ok)),
            TypeKind::Map(k, e) => {
                TypeKind::Map(self.canon_part(k, &mut ok), self.canon_part(e, &mut ok))
            }
            TypeKind::Chan(d, e) => TypeKind::Chan(d, self.canon_part(e, &mut ok)),
            TypeKind::Struct(fields) => {
                let mut fields = fields.to_vec();
                for f in &mut fields {
                    f.typ = self.canon_part(f.typ, &mut ok);
                }
                TypeKind::Struct(fields.into())
            }
            TypeKind::Tuple(ts) => TypeKind::Tuple(self.canon_list(&ts, &mut ok)),
            TypeKind::Signature(s) => {
                let params = self.canon_list(&s.params, &mut ok);
                let results = self.canon_list(&s.results, &mut ok);
                TypeKind::Signature(Box::new(Signature {
                    params,
                    results,
                    variadic: s.variadic,
                    tparams: s.tparams,
                    names: Box::default(),
                }))
            }
            TypeKind::Interface(i) => {
                let Some(set) = self.type_set(t) else { return (t, false) };
                let mut methods = set.methods.clone();
                for m in &mut methods {
                    m.sig = self.canon_part(m.sig, &mut ok);
                }
                let embeds: Box<[TypeId]> = match &set.terms {
                    None => Box::default(),
                    Some(terms) => {
                        let mut terms = terms.clone();
                        for x in &mut terms {
                            x.typ = self.canon_part(x.typ, &mut ok);
                        }
                        terms.sort_by_key(|x| (x.typ, x.tilde));
                        [self.intern(TypeKind::Union(terms.into()))].into()
                    }
                };
                for e in &embeds {
                    self.canon[e.index()] = *e;
                }
                let _ = i;
                TypeKind::Interface(Box::new(Interface {
                    methods: methods.into(),
                    embeds,
                    comparable: set.comparable,
                    implicit: false,
                }))
            }
            TypeKind::Union(mut terms) => {
                for x in &mut terms {
                    x.typ = self.canon_part(x.typ, &mut ok);
                }
                TypeKind::Union(terms)
            }
        };
        (self.intern(kind), ok)
    }
}

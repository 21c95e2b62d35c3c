//! The program image: what the compiler makes and the VM loads. Plain data, no addresses.

use crate::op::Cell;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);
        impl $name {
            pub const fn index(self) -> usize { self.0 as usize }
        }
    };
}
id!(
    /// A function of the image.
    FuncId
);
id!(
    /// A native the image needs.
    NativeId
);
id!(
    /// An entry of the type table.
    TypeId
);
id!(
    /// An entry of the itab table.
    ItabId
);
id!(
    /// A data section.
    DataId
);

/// How a component of a value is kept in memory. In a slot all are 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Kind {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
    /// What the collector looks at.
    Ptr,
}

impl Kind {
    /// By their number.
    pub const ALL: [Kind; 11] = [
        Kind::I8,
        Kind::I16,
        Kind::I32,
        Kind::I64,
        Kind::U8,
        Kind::U16,
        Kind::U32,
        Kind::U64,
        Kind::F32,
        Kind::F64,
        Kind::Ptr,
    ];
    /// Bytes in memory.
    pub const fn size(self) -> u32 {
        match self {
            Kind::I8 | Kind::U8 => 1,
            Kind::I16 | Kind::U16 => 2,
            Kind::I32 | Kind::U32 | Kind::F32 => 4,
            _ => 8,
        }
    }
    pub const fn is_ptr(self) -> bool {
        matches!(self, Kind::Ptr)
    }
}

/// Numbers as in package reflect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TypeKind {
    Bool = 1,
    Int = 2,
    Int8 = 3,
    Int16 = 4,
    Int32 = 5,
    Int64 = 6,
    Uint = 7,
    Uint8 = 8,
    Uint16 = 9,
    Uint32 = 10,
    Uint64 = 11,
    Uintptr = 12,
    Float32 = 13,
    Float64 = 14,
    Complex64 = 15,
    Complex128 = 16,
    Array = 17,
    Chan = 18,
    Func = 19,
    Interface = 20,
    Map = 21,
    Pointer = 22,
    Slice = 23,
    String = 24,
    Struct = 25,
    UnsafePointer = 26,
}

impl TypeKind {
    pub const ALL: [TypeKind; 26] = [
        TypeKind::Bool,
        TypeKind::Int,
        TypeKind::Int8,
        TypeKind::Int16,
        TypeKind::Int32,
        TypeKind::Int64,
        TypeKind::Uint,
        TypeKind::Uint8,
        TypeKind::Uint16,
        TypeKind::Uint32,
        TypeKind::Uint64,
        TypeKind::Uintptr,
        TypeKind::Float32,
        TypeKind::Float64,
        TypeKind::Complex64,
        TypeKind::Complex128,
        TypeKind::Array,
        TypeKind::Chan,
        TypeKind::Func,
        TypeKind::Interface,
        TypeKind::Map,
        TypeKind::Pointer,
        TypeKind::Slice,
        TypeKind::String,
        TypeKind::Struct,
        TypeKind::UnsafePointer,
    ];

    /// As package reflect prints it.
    pub const fn name(self) -> &'static str {
        match self {
            TypeKind::Bool => "bool",
            TypeKind::Int => "int",
            TypeKind::Int8 => "int8",
            TypeKind::Int16 => "int16",
            TypeKind::Int32 => "int32",
            TypeKind::Int64 => "int64",
            TypeKind::Uint => "uint",
            TypeKind::Uint8 => "uint8",
            TypeKind::Uint16 => "uint16",
            TypeKind::Uint32 => "uint32",
            TypeKind::Uint64 => "uint64",
            TypeKind::Uintptr => "uintptr",
            TypeKind::Float32 => "float32",
            TypeKind::Float64 => "float64",
            TypeKind::Complex64 => "complex64",
            TypeKind::Complex128 => "complex128",
            TypeKind::Array => "array",
            TypeKind::Chan => "chan",
            TypeKind::Func => "func",
            TypeKind::Interface => "interface",
            TypeKind::Map => "map",
            TypeKind::Pointer => "ptr",
            TypeKind::Slice => "slice",
            TypeKind::String => "string",
            TypeKind::Struct => "struct",
            TypeKind::UnsafePointer => "unsafe.Pointer",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub typ: TypeId,
    pub offset: u32,
    pub embedded: bool,
    /// For an unexported field its package's path, else empty: part of the type's identity.
    pub pkg: String,
    pub tag: String,
}

/// A method of a concrete type, or one that an interface asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    pub name: String,
    /// For an unexported method its package's path, else empty: part of its identity.
    pub pkg: String,
    /// The signature without receiver.
    pub sig: TypeId,
    /// The function that takes the interface's data word as receiver; `None` in an interface and
    /// for methods that nothing can call.
    pub func: Option<FuncId>,
}

/// A type that the running program needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeEntry {
    pub kind: TypeKind,
    pub size: u32,
    pub align: u32,
    /// As `%T` prints it: `main.T`, `[]int`.
    pub string: String,
    /// Name without package for a defined or predeclared type, else empty.
    pub name: String,
    /// Import path of a defined type's package, else empty.
    pub pkg: String,
    /// `==` is allowed (interfaces: it may still panic).
    pub comparable: bool,
    /// Its value is the interface's data word itself.
    pub direct: bool,
    /// Components in a frame, as places in the memory image. A boxed aggregate has the single
    /// component (0, Ptr) with `boxed` set.
    pub components: Vec<(u32, Kind)>,
    pub boxed: bool,
    /// Byte offsets of pointers in the memory image, ascending (arrays expanded up to 64 pointers;
    /// beyond that empty with `pointers_by_elem`).
    pub pointers: Vec<u32>,
    /// An array too big to list: its pointers are its element's, repeated.
    pub pointers_by_elem: bool,
    /// Element of array, slice, pointer, map, chan.
    pub elem: Option<TypeId>,
    /// Key of a map.
    pub key: Option<TypeId>,
    /// Length of an array; direction of a channel (0 both, 1 send, 2 receive).
    pub len: u64,
    pub fields: Vec<Field>,
    /// Signature.
    pub params: Vec<TypeId>,
    pub results: Vec<TypeId>,
    pub variadic: bool,
    /// Sorted by (name, pkg).
    pub methods: Vec<Method>,
}

/// A concrete type's methods for an interface, in the order of the interface's methods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItabEntry {
    pub interface: TypeId,
    pub concrete: TypeId,
}

/// What goes at a place of a data section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reloc {
    /// Address of a byte of another section.
    Data(DataId, u32),
    /// Static closure of a function.
    Func(FuncId),
    Type(TypeId),
    Itab(ItabId),
}

/// Constant or initialised memory outside the heap. It may only point to other such memory
/// unless it is writable, when `typ` says where the collector must look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataEntry {
    pub bytes: Vec<u8>,
    pub align: u32,
    pub relocs: Vec<(u32, Reloc)>,
    pub writable: bool,
    /// Element type and count, for writable sections with pointers.
    pub typ: Option<(TypeId, u32)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlobalEntry {
    pub name: String,
    pub typ: TypeId,
    pub offset: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeEntry {
    /// `math.Sqrt`, `time.(*Timer).Stop`
    pub name: String,
    /// `func(x float64) float64`
    pub signature: String,
    pub params: Vec<Kind>,
    pub results: Vec<Kind>,
}

pub mod func_flags {
    /// Made by the compiler around another function: transparent for `recover`, not in tracebacks.
    pub const WRAPPER: u32 = 1;
    /// Of the library: its frames are library-internal.
    pub const LIBRARY: u32 = 2;
    /// Has `defer` statements; `recovery` is set.
    pub const DEFERS: u32 = 4;
}

/// What the file names of gvm's library start with, as tracebacks show them.
pub const LIBRARY_ROOT: &str = "/usr/local/go/src/";

/// A place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SourcePos {
    /// Index into `Image::files`.
    pub file: u32,
    pub line: u32,
    pub column: u32,
}

/// How a variable came into its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VariableRole {
    Local,
    /// A receiver too.
    Param,
    Result,
    /// Of an enclosing function, reached through the closure.
    Captured,
}

impl VariableRole {
    pub const ALL: [VariableRole; 4] =
        [VariableRole::Local, VariableRole::Param, VariableRole::Result, VariableRole::Captured];

    pub const fn name(self) -> &'static str {
        match self {
            VariableRole::Local => "local",
            VariableRole::Param => "param",
            VariableRole::Result => "result",
            VariableRole::Captured => "captured",
        }
    }
}

/// Where one component of a variable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VariablePart {
    Slot(u16),
    /// In no slot, because its value is always this (as the 64 bits of a slot).
    Const(i64),
    /// Nowhere: nothing needs it any more.
    Gone,
}

/// A named variable of the source and where its value is. Only in images that were asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    pub typ: TypeId,
    pub role: VariableRole,
    /// Where it is declared.
    pub pos: SourcePos,
    /// The inlined call it belongs to: inline site + 1, or 0 for the function's own.
    pub inline: u32,
    /// It is an object on the heap; its one part is the address.
    pub in_memory: bool,
    /// Ascending and disjoint. Outside them it is out of scope or its value is not kept.
    pub ranges: Vec<VariableRange>,
}

/// Where a variable is when a frame stands at a pc in `from..to`, its instruction not yet run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariableRange {
    pub from: u32,
    pub to: u32,
    /// One for each component of its type.
    pub parts: Vec<VariablePart>,
}

/// Which argument and result slots of a call are pointers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Signature {
    pub params: Vec<bool>,
    pub results: Vec<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FuncEntry {
    /// As tracebacks show it: `main.f`, `main.(*T).M`, `main.f.func1`.
    pub name: String,
    pub flags: u32,
    pub code: Vec<Cell>,
    /// Slots, the deepest window's header included; a callee's own frame is not.
    pub frame_size: u32,
    pub params: Vec<Kind>,
    pub results: Vec<Kind>,
    /// Captured components, each in 8 bytes of the closure object.
    pub captures: Vec<Kind>,
    /// Where unwinding goes on after a deferred call recovered.
    pub recovery: Option<u32>,
    /// (pc, index into `pointer_maps`), ascending by pc. A pc is the one that a stopped frame
    /// has: the return pc of a call, the target of a poll, an `rt.finish`, 0 for the entry.
    pub maps: Vec<(u32, u32)>,
    /// Sets of slots that hold live pointers, ascending.
    pub pointer_maps: Vec<Vec<u16>>,
    /// For each call of a closure or through an interface (pc, index into `signatures`), ascending:
    /// what the caller takes the function to be.
    pub calls: Vec<(u32, u32)>,
    pub signatures: Vec<Signature>,
    /// (pc of an index or slice check, which of its operands are unsigned 64-bit numbers), ascending: for
    /// the text of a failed check. Bit 0: the index or the low bound; 1: the high bound; 2: the new capacity.
    pub unsigned: Vec<(u32, u8)>,
    /// (pc, place, inline site + 1 or 0), ascending; an entry holds up to the next.
    pub lines: Vec<(u32, SourcePos, u32)>,
    /// Inlined calls: (function name, place of the call, parent inline site + 1 or 0).
    pub inline_sites: Vec<(String, SourcePos, u32)>,
    pub variables: Vec<Variable>,
    /// Where the function is declared.
    pub pos: SourcePos,
}

/// A whole program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    pub funcs: Vec<FuncEntry>,
    pub natives: Vec<NativeEntry>,
    pub types: Vec<TypeEntry>,
    pub itabs: Vec<ItabEntry>,
    pub data: Vec<DataEntry>,
    pub globals: Vec<GlobalEntry>,
    /// Bytes of all globals together.
    pub globals_size: u32,
    /// Runs package initialisation, then `main.main`.
    pub entry: Option<FuncId>,
    /// Runs what `main.main` is; what the first goroutine's traceback starts with.
    pub main: Option<FuncId>,
    /// Source files, as tracebacks show them.
    pub files: Vec<String>,
    /// Types the VM itself needs, by name (`runtime.errorString`, `string`, `error` …).
    pub known_types: Vec<(String, TypeId)>,
    /// Functions the VM itself calls, by name.
    pub known_funcs: Vec<(String, FuncId)>,
}

impl FuncEntry {
    /// The place of an instruction.
    pub fn line(&self, pc: u32) -> Option<(SourcePos, u32)> {
        let i = self.lines.partition_point(|l| l.0 <= pc);
        i.checked_sub(1).map(|i| (self.lines[i].1, self.lines[i].2))
    }
    pub fn pointer_map(&self, pc: u32) -> Option<&[u16]> {
        self.maps
            .binary_search_by_key(&pc, |m| m.0)
            .ok()
            .map(|i| &self.pointer_maps[self.maps[i].1 as usize][..])
    }
    /// The signature at a call of a closure or through an interface.
    pub fn call_signature(&self, pc: u32) -> Option<&Signature> {
        let i = self.calls.binary_search_by_key(&pc, |c| c.0).ok()?;
        self.signatures.get(self.calls[i].1 as usize)
    }
}

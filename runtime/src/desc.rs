//! Type descriptors and itabs: what the running program knows about its types.
//!
//! The VM builds one table when it loads a program; entries never move and are never freed, so a
//! descriptor's address is a type's identity and interface type words hold it as a plain number.

use crate::heap::NO_TINY_SLOT;

/// How a component of a value is kept in memory; in a slot all are 64 bits (ARCHITECTURE §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Comp {
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
    Ptr,
}

/// Numbers as in package reflect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TypeKind {
    Bool = 1,
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
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
}

#[derive(Clone, Debug)]
pub struct FieldDesc {
    pub name: String,
    pub typ: *const TypeDesc,
    pub offset: u32,
    pub embedded: bool,
    /// Package path of an unexported field, else empty.
    pub pkg: String,
    pub tag: String,
}

#[derive(Clone, Debug)]
pub struct MethodDesc {
    pub name: String,
    /// Package path of an unexported method, else empty.
    pub pkg: String,
    /// Signature without receiver; compared by address.
    pub sig: *const TypeDesc,
    /// Index of the function that takes the data word as receiver; `u32::MAX`: nothing calls it.
    pub func: u32,
}

/// How values of a type are compared and hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equality {
    /// Bytes decide (integers, pointers, channels, structs of those without padding).
    Bytes,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    Interface,
    /// Field by field.
    Struct,
    /// Element by element.
    Array,
    /// Not comparable.
    Never,
}

#[derive(Debug)]
pub struct TypeDesc {
    /// Bytes.
    pub size: u32,
    pub align: u32,
    pub kind: TypeKind,
    pub eq: Equality,
    pub comparable: bool,
    /// The interface data word is the value itself.
    pub direct: bool,
    /// In a frame it is one component: the address of an immutable image.
    pub boxed: bool,
    /// `heap::tiny_slot`; under stress, and where it does not matter how fast objects are made: `NO_TINY_SLOT`.
    pub tiny_slot: u8,
    /// Number in the program's type table.
    pub id: u32,
    /// Components as places in the memory image.
    pub components: Box<[(u32, Comp)]>,
    /// Byte offsets of pointers; for a big array see `pointers_by_elem`.
    pub pointers: Box<[u32]>,
    pub pointers_by_elem: bool,
    pub elem: *const TypeDesc,
    pub key: *const TypeDesc,
    /// For a map type: the type of an entry of its table (see `map::entry_desc`).
    pub entry: *const TypeDesc,
    /// Array length; channel direction.
    pub len: u64,
    pub fields: Box<[FieldDesc]>,
    pub params: Box<[*const TypeDesc]>,
    pub results: Box<[*const TypeDesc]>,
    pub variadic: bool,
    /// Sorted by (name, pkg).
    pub methods: Box<[MethodDesc]>,
    pub string: String,
    pub name: String,
    pub pkg: String,
}

// SAFETY: descriptors are written once, before the program starts, and only read afterwards.
unsafe impl Send for TypeDesc {}
// SAFETY: as above.
unsafe impl Sync for TypeDesc {}
// SAFETY: a part of `TypeDesc`, the same holds.
unsafe impl Send for FieldDesc {}
// SAFETY: as above.
unsafe impl Sync for FieldDesc {}
// SAFETY: as above.
unsafe impl Send for MethodDesc {}
// SAFETY: as above.
unsafe impl Sync for MethodDesc {}

impl TypeDesc {
    /// A comparable type with these components and nothing else: no name, no methods, no element.
    pub fn plain(kind: TypeKind, size: u32, components: &[(u32, Comp)]) -> TypeDesc {
        TypeDesc {
            size,
            align: 8,
            kind,
            eq: Equality::Bytes,
            comparable: true,
            direct: false,
            boxed: false,
            tiny_slot: NO_TINY_SLOT,
            id: 0,
            components: components.into(),
            pointers: components.iter().filter(|c| c.1 == Comp::Ptr).map(|c| c.0).collect(),
            pointers_by_elem: false,
            elem: std::ptr::null(),
            key: std::ptr::null(),
            entry: std::ptr::null(),
            len: 0,
            fields: Box::default(),
            params: Box::default(),
            results: Box::default(),
            variadic: false,
            methods: Box::default(),
            string: String::new(),
            name: String::new(),
            pkg: String::new(),
        }
    }

    /// The runtime's own memory, which only the collector looks at: `size` bytes with pointers at these
    /// offsets.
    pub fn internal(size: u32, pointers: Box<[u32]>, string: &str) -> TypeDesc {
        TypeDesc {
            eq: Equality::Never,
            comparable: false,
            boxed: true,
            id: u32::MAX,
            pointers,
            string: string.into(),
            ..TypeDesc::plain(TypeKind::Struct, size, &[(0, Comp::Ptr)])
        }
    }

    #[inline(always)]
    pub fn has_pointers(&self) -> bool {
        !self.pointers.is_empty() || self.pointers_by_elem
    }
    pub fn slots(&self) -> usize {
        self.components.len()
    }
}

/// A concrete type seen through an interface. The layout is known to compiled code: the concrete
/// type is at offset 8, method functions (u32 each) from offset 16.
#[repr(C)]
#[derive(Debug)]
pub struct Itab {
    pub interface: *const TypeDesc,
    pub concrete: *const TypeDesc,
    pub funcs: [u32; 0],
}

impl Itab {
    /// # Safety
    /// `itab` is a live itab made for an interface with more than `i` methods.
    #[inline(always)]
    pub unsafe fn func(itab: *const Itab, i: usize) -> u32 {
        // SAFETY: the caller's promise; the array follows the header.
        unsafe { *(&raw const (*itab).funcs).cast::<u32>().add(i) }
    }
}

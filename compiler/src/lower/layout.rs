//! How Go's types look to the machine: components in a frame, bytes in memory (ARCHITECTURE §2).

use std::rc::Rc;

use gvm_bytecode::image::Kind;
use hashbrown::HashMap;

use crate::types::type_::{Basic, TypeId, TypeKind, Types};

/// More components than this are kept as one immutable memory image.
pub const MAX_COMPONENTS: usize = 8;

/// A type's representation.
#[derive(Debug, PartialEq)]
pub struct Rep {
    pub size: u32,
    pub align: u32,
    /// Kind and place in the memory image of each component.
    pub parts: Vec<(u32, Kind)>,
    /// The single component is the address of an image.
    pub boxed: bool,
}

impl Rep {
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        self.parts.iter().map(|p| p.1)
    }
    pub fn count(&self) -> usize {
        self.parts.len()
    }
}

#[derive(Default)]
pub struct Layouts {
    map: HashMap<TypeId, Rc<Rep>>,
}

/// The kind of a basic type that has one component.
pub fn basic_kind(b: Basic) -> Kind {
    match b {
        Basic::Bool | Basic::Uint8 | Basic::UntypedBool => Kind::U8,
        Basic::Int8 => Kind::I8,
        Basic::Int16 => Kind::I16,
        Basic::Uint16 => Kind::U16,
        Basic::Int32 | Basic::UntypedRune => Kind::I32,
        Basic::Uint32 => Kind::U32,
        Basic::Uint | Basic::Uint64 | Basic::Uintptr => Kind::U64,
        Basic::Float32 => Kind::F32,
        Basic::Float64 | Basic::UntypedFloat => Kind::F64,
        Basic::UnsafePointer => Kind::Ptr,
        _ => Kind::I64,
    }
}

impl Layouts {
    /// The representation of a type without type parameters.
    pub fn rep(&mut self, types: &mut Types, t: TypeId) -> Rc<Rep> {
        if let Some(r) = self.map.get(&t) {
            return r.clone();
        }
        let (mut size, mut align) = (0, 1);
        let mut parts = Vec::new();
        let mut boxed = false;
        let kind = types.under_kind(t);
        if !matches!(kind, TypeKind::Tuple(_)) {
            size = types.size_of(t) as u32;
            align = types.align_of(t) as u32;
        }
        match kind {
            TypeKind::Basic(b) => match b {
                Basic::String | Basic::UntypedString => {
                    parts.extend([(0, Kind::Ptr), (8, Kind::I64)])
                }
                Basic::Complex64 => parts.extend([(0, Kind::F32), (4, Kind::F32)]),
                Basic::Complex128 | Basic::UntypedComplex => {
                    parts.extend([(0, Kind::F64), (8, Kind::F64)])
                }
                Basic::UntypedNil => parts.push((0, Kind::Ptr)),
                b => parts.push((0, basic_kind(b))),
            },
            TypeKind::Slice(_) => parts.extend([(0, Kind::Ptr), (8, Kind::I64), (16, Kind::I64)]),
            TypeKind::Interface(_) => parts.extend([(0, Kind::U64), (8, Kind::Ptr)]),
            TypeKind::Pointer(_)
            | TypeKind::Map(..)
            | TypeKind::Chan(..)
            | TypeKind::Signature(_) => parts.push((0, Kind::Ptr)),
            TypeKind::Struct(fields) => {
                let layout = types.struct_layout(&fields);
                for (f, &off) in fields.iter().zip(&layout.offsets) {
                    let inner = self.rep(types, f.typ);
                    if inner.boxed || parts.len() + inner.count() > MAX_COMPONENTS {
                        boxed = true;
                        break;
                    }
                    parts.extend(inner.parts.iter().map(|&(o, k)| (o + off as u32, k)));
                }
            }
            TypeKind::Array(0, _) => {}
            TypeKind::Array(1, elem) => {
                let inner = self.rep(types, elem);
                boxed = inner.boxed;
                parts = inner.parts.clone();
            }
            TypeKind::Array(..) => boxed = size > 0,
            TypeKind::Tuple(ts) => {
                for t in ts {
                    let inner = self.rep(types, t);
                    parts.extend(inner.parts.iter().copied());
                }
            }
            _ => {}
        }
        if boxed {
            parts = vec![(0, Kind::Ptr)];
        }
        let rep = Rc::new(Rep { size, align, parts, boxed });
        self.map.insert(t, rep.clone());
        rep
    }

    /// The interface's data word is the value itself.
    pub fn is_direct(&mut self, types: &mut Types, t: TypeId) -> bool {
        match types.under_kind(t) {
            TypeKind::Pointer(_)
            | TypeKind::Map(..)
            | TypeKind::Chan(..)
            | TypeKind::Signature(_)
            | TypeKind::Basic(Basic::UnsafePointer) => true,
            TypeKind::Struct(fields) => fields.len() == 1 && self.is_direct(types, fields[0].typ),
            TypeKind::Array(1, elem) => self.is_direct(types, elem),
            _ => false,
        }
    }

    /// Byte offsets of the pointers in a value; `None`: an array with too many to list.
    pub fn pointers(&mut self, types: &mut Types, t: TypeId) -> Option<Vec<u32>> {
        if types.size_of(t) == 0 {
            return Some(Vec::new());
        }
        Some(match types.under_kind(t) {
            TypeKind::Basic(Basic::String | Basic::UnsafePointer) => vec![0],
            TypeKind::Slice(_)
            | TypeKind::Pointer(_)
            | TypeKind::Map(..)
            | TypeKind::Chan(..)
            | TypeKind::Signature(_) => vec![0],
            TypeKind::Interface(_) => vec![8],
            TypeKind::Struct(fields) => {
                let layout = types.struct_layout(&fields);
                let mut out = Vec::new();
                for (f, &off) in fields.iter().zip(&layout.offsets) {
                    // A struct lists the pointers of an array inside it, however many.
                    let inner = self.all_pointers(types, f.typ);
                    out.extend(inner.iter().map(|o| o + off as u32));
                }
                out
            }
            TypeKind::Array(n, elem) => {
                let inner = self.all_pointers(types, elem);
                if inner.len() as i64 * n > 64 {
                    return None;
                }
                let size = types.size_of(elem) as u32;
                (0..n as u32).flat_map(|i| inner.iter().map(move |o| o + i * size)).collect()
            }
            _ => Vec::new(),
        })
    }

    fn all_pointers(&mut self, types: &mut Types, t: TypeId) -> Vec<u32> {
        if let Some(p) = self.pointers(types, t) {
            return p;
        }
        let TypeKind::Array(n, elem) = types.under_kind(t) else { return Vec::new() };
        let inner = self.all_pointers(types, elem);
        let size = types.size_of(elem) as u32;
        (0..n as u32).flat_map(|i| inner.iter().map(move |o| o + i * size)).collect()
    }
}

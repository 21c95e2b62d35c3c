//! Sizes, alignments and field offsets as the gc compiler lays them out on amd64.

use std::rc::Rc;

use hashbrown::HashMap;

use crate::types::type_::{Basic, Field, TypeId, TypeKind, Types};

pub const WORD: i64 = 8;
/// No type may be larger than this.
pub const MAX_SIZE: i64 = 1 << 50;

/// Where a struct's fields are.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Of each field, in bytes.
    pub offsets: Vec<i64>,
    pub size: i64,
    pub align: i64,
}

/// Layouts that have been asked for, by the address of the fields, which are kept so that nothing
/// else gets that address.
#[derive(Debug, Default)]
pub struct Layouts {
    map: HashMap<*const Field, (Rc<[Field]>, Rc<Layout>)>,
    /// Size and alignment of array types.
    arrays: HashMap<TypeId, (i64, i64)>,
    /// Types met that are not complete yet: what depends on their size is not kept.
    incomplete: u64,
}

impl Types {
    pub fn align_of(&mut self, t: TypeId) -> i64 {
        let u = self.underlying(t);
        match self.raw_kind(u) {
            TypeKind::Basic(b) => match b {
                Basic::Complex64 => 4,
                Basic::Complex128 | Basic::String => 8,
                _ => self.size_of(u).clamp(1, WORD),
            },
            TypeKind::Array(..) => self.array_layout(u).1,
            TypeKind::Struct(fs) => {
                let fs = fs.clone();
                self.struct_layout(&fs).align
            }
            _ => WORD,
        }
    }

    pub fn size_of(&mut self, t: TypeId) -> i64 {
        let u = self.underlying(t);
        match self.raw_kind(u) {
            TypeKind::Basic(b) => match b {
                Basic::Bool | Basic::Int8 | Basic::Uint8 | Basic::UntypedBool => 1,
                Basic::Int16 | Basic::Uint16 => 2,
                Basic::Int32 | Basic::Uint32 | Basic::Float32 | Basic::UntypedRune => 4,
                Basic::Complex128
                | Basic::String
                | Basic::UntypedString
                | Basic::UntypedComplex => 16,
                Basic::Invalid => {
                    self.layouts.incomplete += 1;
                    8
                }
                _ => 8,
            },
            TypeKind::Array(..) => self.array_layout(u).0,
            TypeKind::Slice(_) => 24,
            TypeKind::Interface(_) => 16,
            TypeKind::Struct(fs) => {
                let fs = fs.clone();
                self.struct_layout(&fs).size
            }
            _ => WORD,
        }
    }

    /// Size and alignment of an array type.
    fn array_layout(&mut self, t: TypeId) -> (i64, i64) {
        if let Some(&known) = self.layouts.arrays.get(&t) {
            return known;
        }
        let &TypeKind::Array(n, e) = self.raw_kind(t) else { return (WORD, WORD) };
        let before = self.layouts.incomplete;
        let layout = (self.size_of(e).saturating_mul(n.max(0)), self.align_of(e));
        if self.layouts.incomplete == before {
            self.layouts.arrays.insert(t, layout);
        }
        layout
    }

    /// Whether the size of `t` depends on type parameters.
    pub fn has_open_size(&mut self, t: TypeId) -> bool {
        self.open_size(t, &mut Vec::new())
    }

    fn open_size(&mut self, t: TypeId, seen: &mut Vec<TypeId>) -> bool {
        if self.is_tparam(t) {
            return true;
        }
        if seen.contains(&t) {
            return false;
        }
        seen.push(t);
        let u = self.underlying(t);
        match self.raw_kind(u).clone() {
            TypeKind::Array(_, e) => self.open_size(e, seen),
            TypeKind::Struct(fs) => fs.iter().any(|f| self.open_size(f.typ, seen)),
            _ => false,
        }
    }

    /// Field offsets, size and alignment of a struct.
    pub fn struct_layout(&mut self, fields: &Rc<[Field]>) -> Rc<Layout> {
        if let Some((_, known)) = self.layouts.map.get(&fields.as_ptr()) {
            return known.clone();
        }
        let before = self.layouts.incomplete;
        let layout = Rc::new(self.lay_out(fields));
        if self.layouts.incomplete == before {
            self.layouts.map.insert(fields.as_ptr(), (fields.clone(), layout.clone()));
        }
        layout
    }

    fn lay_out(&mut self, fields: &[Field]) -> Layout {
        let mut offsets = Vec::with_capacity(fields.len());
        let (mut o, mut align) = (0i64, 1);
        let mut last_zero = false;
        for f in fields {
            let a = self.align_of(f.typ);
            let s = self.size_of(f.typ);
            align = align.max(a);
            o = round_up(o, a);
            offsets.push(o);
            o = o.saturating_add(s);
            last_zero = s == 0;
        }
        // A pointer to a trailing zero-size field must not point past the object.
        if last_zero && o > 0 {
            o += 1;
        }
        Layout { offsets, size: round_up(o, align), align }
    }
}

fn round_up(o: i64, a: i64) -> i64 {
    o.saturating_add(a - 1) / a * a
}

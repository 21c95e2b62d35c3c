//! Sizes, alignments and field offsets as the gc compiler lays them out on amd64.

use crate::types::type_::{Basic, Field, TypeId, TypeKind, Types};

pub const WORD: i64 = 8;
/// No type may be larger than this.
pub const MAX_SIZE: i64 = 1 << 50;

impl Types {
    pub fn align_of(&mut self, t: TypeId) -> i64 {
        let u = self.underlying(t);
        match self.raw_kind(u) {
            TypeKind::Basic(b) => match b {
                Basic::Complex64 => 4,
                Basic::Complex128 | Basic::String => 8,
                _ => self.size_of(u).clamp(1, WORD),
            },
            &TypeKind::Array(_, e) => self.align_of(e),
            TypeKind::Struct(fs) => {
                let fs = fs.clone();
                fs.iter().map(|f| self.align_of(f.typ)).max().unwrap_or(1)
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
                _ => 8,
            },
            &TypeKind::Array(n, e) => {
                let n = n.max(0);
                self.size_of(e).saturating_mul(n)
            }
            TypeKind::Slice(_) => 24,
            TypeKind::Interface(_) => 16,
            TypeKind::Struct(fs) => {
                let fs = fs.clone();
                self.struct_layout(&fs).1
            }
            _ => WORD,
        }
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

    /// Field offsets and the size of a struct.
    pub fn struct_layout(&mut self, fields: &[Field]) -> (Vec<i64>, i64) {
        let mut offs = Vec::with_capacity(fields.len());
        let (mut o, mut align) = (0i64, 1);
        let mut last_zero = false;
        for f in fields {
            let a = self.align_of(f.typ);
            let s = self.size_of(f.typ);
            align = align.max(a);
            o = round_up(o, a);
            offs.push(o);
            o = o.saturating_add(s);
            last_zero = s == 0;
        }
        // A pointer to a trailing zero-size field must not point past the object.
        if last_zero && o > 0 {
            o += 1;
        }
        (offs, round_up(o, align))
    }
}

fn round_up(o: i64, a: i64) -> i64 {
    o.saturating_add(a - 1) / a * a
}

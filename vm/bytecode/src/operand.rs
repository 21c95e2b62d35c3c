//! Operands: for each format its fields, what they mean and how they are written.
//!
//! One description drives the disassembler, the assembler, the verifier and the reference. An op of a
//! known format needs nothing here; a new format needs its line in `parts`.

use crate::intrinsic::Intrinsic;
use crate::op::{Cell, Format, Op, Result, flag};

/// Where a field is in an instruction: the letters of `Format`'s description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    A,
    B,
    C,
    /// 32 bits in `b` and `c`
    BC,
    /// fields of the extension cell
    XA,
    XB,
    /// 32 bits of the extension cell
    XAB,
    XCD,
    /// the whole extension cell
    X64,
}

impl Place {
    pub const fn bits(self) -> u32 {
        match self {
            Place::A | Place::B | Place::C | Place::XA | Place::XB => 16,
            Place::BC | Place::XAB | Place::XCD => 32,
            Place::X64 => 64,
        }
    }

    /// The field's bits, zero-extended; `x` is the extension cell.
    pub const fn get(self, i: Cell, x: Cell) -> u64 {
        match self {
            Place::A => i.a as u64,
            Place::B => i.b as u64,
            Place::C => i.c as u64,
            Place::BC => i.bc() as u64,
            Place::XA => x.op as u64,
            Place::XB => x.a as u64,
            Place::XAB => x.ext_ab() as u64,
            Place::XCD => x.ext_cd() as u64,
            Place::X64 => x.as_u64(),
        }
    }

    /// The same as a signed number.
    pub const fn get_signed(self, i: Cell, x: Cell) -> i64 {
        let unused = 64 - self.bits();
        (self.get(i, x) << unused) as i64 >> unused
    }

    /// Sets the field to the low bits of `v`.
    pub const fn put(self, i: &mut Cell, x: &mut Cell, v: u64) {
        match self {
            Place::A => i.a = v as u16,
            Place::B => i.b = v as u16,
            Place::C => i.c = v as u16,
            Place::BC => {
                i.b = v as u16;
                i.c = (v >> 16) as u16;
            }
            Place::XA => x.op = v as u16,
            Place::XB => x.a = v as u16,
            Place::XAB => {
                x.op = v as u16;
                x.a = (v >> 16) as u16;
            }
            Place::XCD => {
                x.b = v as u16;
                x.c = (v >> 16) as u16;
            }
            Place::X64 => *x = Cell::ext64(v),
        }
    }
}

/// What a slot must hold to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Something defined.
    Any,
    Scalar,
    Pointer,
}

/// What a field means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A slot that is written; `Op::result` says with what.
    Dest,
    /// Two slots that are written: a scalar, then what `Op::result` says.
    Dest2,
    /// A slot that is read: the op's n-th plain source (`Op::source_need`).
    Source(u8),
    /// A slot that is read and holds a pointer.
    Pointer,
    /// A slot that is read and holds no pointer.
    Scalar,
    /// A slot that is read and written, without a pointer before or after.
    Changed,
    /// A slot whose content is stored: a pointer when the op is a barrier.
    Stored,
    /// The first of several slots that are written, as many as `Count` says.
    DestRun,
    /// The first of several slots that are read.
    SourceRun,
    Count,
    /// First slot of a call's or intrinsic's arguments and results.
    Window,
    /// A signed number.
    Imm,
    /// An unsigned number.
    Unsigned,
    /// 64 bits.
    Bits,
    /// A signed distance in cells from the start of the instruction.
    Jump,
    /// A number in the table that `Op::index` names, or an offset in the globals.
    Index,
    /// A number in the type table.
    Type,
    /// A method's place in an itab.
    Method,
    Intrinsic,
    SliceKind,
}

impl Role {
    /// The field is a number with sign.
    pub const fn is_signed(self) -> bool {
        matches!(self, Role::Imm | Role::Jump)
    }
}

/// A piece of an instruction's text after the mnemonic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Text(&'static str),
    Field(Place, Role),
}

/// The tables of an image that an op's index can point into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    Data,
    Func,
    Native,
    Type,
    Itab,
    /// A byte of the globals.
    Global,
}

impl Format {
    /// How an instruction of this format is written, and with that all its fields.
    pub const fn parts(self) -> &'static [Part] {
        use Part::{Field as F, Text as T};
        use Place::*;
        use Role::*;
        const COMMA: Part = T(", ");
        match self {
            Format::None => &[],
            Format::D => &[F(A, Dest)],
            Format::D2 => &[F(A, Dest2)],
            Format::S => &[F(A, Source(0))],
            Format::DS => &[F(A, Dest), COMMA, F(B, Source(0))],
            Format::SS => &[F(A, Source(0)), COMMA, F(B, Source(1))],
            Format::DSS => &[F(A, Dest), COMMA, F(B, Source(0)), COMMA, F(C, Source(1))],
            Format::DSI => &[F(A, Dest), COMMA, F(B, Source(0)), T(", #"), F(C, Imm)],
            Format::DI => &[F(A, Dest), T(", #"), F(BC, Imm)],
            Format::DX => &[F(A, Dest), T(", #"), F(X64, Bits)],
            Format::DT => &[F(A, Dest), T(", @"), F(BC, Index)],
            Format::SG => &[F(A, Stored), T(", @"), F(BC, Index)],
            Format::DSN => &[F(A, DestRun), COMMA, F(B, SourceRun), T(", x"), F(C, Count)],
            Format::J => &[T("-> "), F(BC, Jump)],
            Format::SJ => &[F(A, Source(0)), T(" -> "), F(BC, Jump)],
            Format::SI => &[F(A, Source(0)), T(", #"), F(B, Imm)],
            Format::SSJ => &[F(A, Source(0)), COMMA, F(B, Source(1)), T(" -> "), F(C, Jump)],
            Format::SIJ => &[F(A, Source(0)), T(", #"), F(B, Imm), T(" -> "), F(C, Jump)],
            Format::USJ => &[F(A, Changed), COMMA, F(B, Source(0)), T(" -> "), F(C, Jump)],
            Format::UIJ => &[F(A, Changed), T(", #"), F(B, Imm), T(" -> "), F(C, Jump)],
            Format::DSO => &[F(A, Dest), T(", ["), F(B, Pointer), T(" + "), F(C, Unsigned), T("]")],
            Format::SSO => {
                &[F(A, Stored), T(", ["), F(B, Pointer), T(" + "), F(C, Unsigned), T("]")]
            }
            Format::ISO => {
                &[T("#"), F(A, Imm), T(", ["), F(B, Pointer), T(" + "), F(C, Unsigned), T("]")]
            }
            Format::DSOX => &[
                F(A, Dest),
                COMMA,
                F(B, Source(0)),
                T(", ["),
                F(C, Pointer),
                T(" + "),
                F(XA, Unsigned),
                T("]"),
            ],
            Format::IndexLoad => {
                &[F(A, Dest), COMMA, F(B, Pointer), T("["), F(C, Scalar), T("] < "), F(XA, Scalar)]
            }
            Format::IndexStore => &[
                F(A, Stored),
                COMMA,
                F(B, Pointer),
                T("["),
                F(C, Scalar),
                T("] < "),
                F(XA, Scalar),
            ],
            Format::IndexAddr => &[
                F(A, Dest),
                COMMA,
                F(B, Pointer),
                T("["),
                F(C, Scalar),
                T("] < "),
                F(XA, Scalar),
                T(" * "),
                F(XCD, Unsigned),
            ],
            Format::SlicePtr => &[
                F(A, Dest),
                COMMA,
                F(B, Pointer),
                T(" + "),
                F(C, Scalar),
                T(" * "),
                F(XCD, Unsigned),
                T(" cap "),
                F(XA, Scalar),
            ],
            Format::SliceCheck => &[
                F(A, Scalar),
                T(" <= "),
                F(B, Scalar),
                T(" <= "),
                F(C, Scalar),
                T(" <= "),
                F(XA, Scalar),
                T(" kind "),
                F(XB, SliceKind),
            ],
            Format::StrEq => &[
                F(A, Dest),
                T(", ("),
                F(B, Pointer),
                COMMA,
                F(C, Scalar),
                T("), ("),
                F(XA, Pointer),
                COMMA,
                F(XB, Scalar),
                T(")"),
            ],
            Format::Copy => &[F(A, Pointer), COMMA, F(B, Pointer), T(" type "), F(XAB, Type)],
            Format::Zero => &[F(A, Pointer), T(" type "), F(XAB, Type)],
            Format::Call => &[T("@"), F(BC, Index), T(" w"), F(A, Window)],
            Format::DeferRun => &[T("w"), F(A, Window)],
            Format::CallClosure => &[F(B, Pointer), T(" w"), F(A, Window)],
            Format::CallInterface => {
                &[F(B, Scalar), T(" method "), F(C, Method), T(" w"), F(A, Window)]
            }
            Format::Rt => &[
                F(B, Intrinsic),
                T(" w"),
                F(A, Window),
                T(" #"),
                F(C, Unsigned),
                T(" type "),
                F(XAB, Type),
                T(" #"),
                F(XCD, Unsigned),
            ],
        }
    }

    /// The fields alone.
    pub fn fields(self) -> impl Iterator<Item = (Place, Role)> {
        self.parts().iter().filter_map(|p| match *p {
            Part::Field(place, role) => Some((place, role)),
            Part::Text(_) => None,
        })
    }
}

impl Op {
    /// What the n-th plain source must hold.
    pub const fn source_need(self, n: u8) -> Need {
        let f = self.flags();
        if f & flag::ANY != 0 || matches!(self.result(), Result::Same) {
            Need::Any
        } else if (n == 0 && f & flag::POINTER != 0) || (n == 1 && f & flag::POINTER_2 != 0) {
            Need::Pointer
        } else {
            Need::Scalar
        }
    }

    /// Returns, always or sometimes, with the results in the first slots.
    pub const fn returns_in_place(self) -> bool {
        matches!(
            self,
            Op::Ret
                | Op::RetNz
                | Op::RetZ
                | Op::RetEqI
                | Op::RetNeI
                | Op::RetLtI
                | Op::RetLeI
                | Op::RetGtI
                | Op::RetGeI
        )
    }

    /// What a stored slot must hold.
    pub const fn stored_need(self) -> Need {
        if self.flags() & flag::BARRIER != 0 { Need::Pointer } else { Need::Scalar }
    }

    /// The table that its `Index` field points into.
    pub const fn index(self) -> Option<Index> {
        Some(match self {
            Op::DataAddr => Index::Data,
            Op::FuncAddr | Op::MakeClosure | Op::Call => Index::Func,
            Op::TypeAddr | Op::New => Index::Type,
            Op::ItabAddr => Index::Itab,
            Op::GlobalAddr
            | Op::GlobalLoad
            | Op::GlobalLoadP
            | Op::GlobalStore
            | Op::GlobalStoreP => Index::Global,
            Op::CallNative => Index::Native,
            _ => return None,
        })
    }
}

/// An instruction taken apart: its op, cells, and place in the code.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    pub op: Op,
    pub pc: usize,
    pub cell: Cell,
    /// The extension cell; zero when the format has none.
    pub ext: Cell,
}

impl Instruction {
    /// The instruction at `pc`; `None` when there is no such op or its extension is missing.
    pub fn at(code: &[Cell], pc: usize) -> Option<Instruction> {
        let cell = *code.get(pc)?;
        let op = Op::from_u16(cell.op)?;
        let ext = if op.cells() == 2 { *code.get(pc + 1)? } else { Cell::default() };
        Some(Instruction { op, pc, cell, ext })
    }

    pub fn next(&self) -> usize {
        self.pc + self.op.cells()
    }

    pub fn get(&self, p: Place) -> u64 {
        p.get(self.cell, self.ext)
    }

    /// The field with this role, if the format has one.
    pub fn field(&self, wanted: Role) -> Option<u64> {
        self.op.format().fields().find(|f| f.1 == wanted).map(|f| self.get(f.0))
    }

    /// Where it jumps to, if it is a jump. May be negative in broken code.
    pub fn target(&self) -> Option<i64> {
        let (place, _) = self.op.format().fields().find(|f| f.1 == Role::Jump)?;
        Some(self.pc as i64 + place.get_signed(self.cell, self.ext))
    }

    pub fn window(&self) -> Option<usize> {
        self.field(Role::Window).map(|w| w as usize)
    }

    /// A field that its format does not use has content.
    pub fn has_stray_bits(&self) -> bool {
        let (mut cell, mut ext) = (Cell::new(self.op, 0, 0, 0), Cell::default());
        for (place, _) in self.op.format().fields() {
            place.put(&mut cell, &mut ext, self.get(place));
        }
        cell != self.cell || ext != self.ext
    }
}

/// The instructions of code that is whole (`Instruction::at` gives one everywhere).
pub fn instructions(code: &[Cell]) -> impl Iterator<Item = Instruction> {
    let mut pc = 0;
    std::iter::from_fn(move || {
        let i = Instruction::at(code, pc)?;
        pc = i.next();
        Some(i)
    })
}

/// Replaces every number in the code that stands for an entry of an image's tables, or for a byte of the
/// globals, by what `f` makes of it.
pub fn relocate(code: &mut [Cell], mut f: impl FnMut(Index, u32) -> u32) {
    let mut pc = 0;
    while let Some(i) = Instruction::at(code, pc) {
        let (mut cell, mut ext) = (i.cell, i.ext);
        for (place, role) in i.op.format().fields() {
            let table = match role {
                Role::Index => i.op.index(),
                Role::Type => Some(Index::Type),
                // The one intrinsic with a second type.
                Role::Unsigned
                    if place == Place::XCD && i.field(Role::Intrinsic) == Some(PANIC_ASSERT) =>
                {
                    Some(Index::Type)
                }
                _ => None,
            };
            if let Some(table) = table {
                let new = f(table, place.get(cell, ext) as u32);
                place.put(&mut cell, &mut ext, new as u64);
            }
        }
        code[pc] = cell;
        if i.op.cells() == 2 {
            code[pc + 1] = ext;
        }
        pc = i.next();
    }
}

const PANIC_ASSERT: u64 = Intrinsic::PanicAssert as u64;

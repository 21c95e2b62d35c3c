//! The instruction set: the one table (`for_each_op!`) everything else is derived from.
//!
//! An instruction is one cell (`op, a, b, c`, four u16) and, for formats that say so, one
//! extension cell. Slots are relative to the frame pointer. Narrow integers are kept sign- or
//! zero-extended in their slot; an op without a width works on all 64 bits. "Traps" means: may
//! start a run-time panic with the pc at this instruction.

/// How the fields of an instruction are used. `operand` has the same in a form that tools
/// work with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// no operands
    None,
    /// a: destination
    D,
    /// a: source
    S,
    /// a: destination, b: source
    DS,
    /// a: source, b: source
    SS,
    /// a: destination, b, c: sources
    DSS,
    /// a: destination, b: source, c: signed immediate
    DSI,
    /// a: destination, (b, c): signed 32-bit immediate
    DI,
    /// a: destination; extension: 64-bit immediate
    DX,
    /// a: destination, (b, c): index into a table of the image (which one: see the op)
    DT,
    /// a: source, (b, c): byte offset in the globals
    SG,
    /// a: first destination, b: first source, c: number of slots
    DSN,
    /// (b, c): signed jump in cells
    J,
    /// a: source, (b, c): signed jump
    SJ,
    /// a: source, b: signed immediate
    SI,
    /// a, b: sources, c: signed 16-bit jump
    SSJ,
    /// a: source, b: signed immediate, c: signed 16-bit jump
    SIJ,
    /// a: source and destination, b: source, c: signed 16-bit jump
    USJ,
    /// a: source and destination, b: signed immediate, c: signed 16-bit jump
    UIJ,
    /// a: destination, b: base address, c: unsigned byte offset
    DSO,
    /// a: source, b: base address, c: unsigned byte offset
    SSO,
    /// a: signed immediate, b: base address, c: unsigned byte offset
    ISO,
    /// a: destination, b: source, c: base address; extension a: unsigned byte offset
    DSOX,
    /// a: destination, b: base, c: index; extension a: slot of the length
    IndexLoad,
    /// a: source, b: base, c: index; extension a: slot of the length
    IndexStore,
    /// a: destination, b: base, c: index; extension a: slot of the length, (c, d): element size
    IndexAddr,
    /// a: destination, b: base, c: low index; extension a: slot of the new capacity, (c, d): element size
    SlicePtr,
    /// a: low, b: high, c: max; extension a: slot of the limit, b: `SliceCheck` kind
    SliceCheck,
    /// a: destination, b, c: first string; extension a, b: second string
    StrEq,
    /// a: destination address, b: source address; extension (a, b): type
    Copy,
    /// a: destination address; extension (a, b): type
    Zero,
    /// a: window, (b, c): function or native as the op says
    Call,
    /// a: window
    DeferRun,
    /// a: window, b: source (closure)
    CallClosure,
    /// a: window, b: source (itab), c: method number
    CallInterface,
    /// a: window, b: intrinsic, c: small immediate; extension (a, b): type, (c, d): second immediate
    Rt,
    /// a: first destination of two
    D2,
}

impl Format {
    /// Cells an instruction of this format takes.
    pub const fn cells(self) -> usize {
        match self {
            Format::DX
            | Format::DSOX
            | Format::IndexLoad
            | Format::IndexStore
            | Format::IndexAddr
            | Format::SlicePtr
            | Format::SliceCheck
            | Format::StrEq
            | Format::Copy
            | Format::Zero
            | Format::Rt => 2,
            _ => 1,
        }
    }
    /// Where the jump distance is, if there is one: 16 bits in `c` or 32 bits in `(b, c)`.
    pub const fn jump(self) -> Option<JumpField> {
        match self {
            Format::J | Format::SJ => Some(JumpField::Wide),
            Format::SSJ | Format::SIJ | Format::USJ | Format::UIJ => Some(JumpField::Narrow),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JumpField {
    Narrow,
    Wide,
}

/// What the destination slot holds afterwards, for the verifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Result {
    /// No destination.
    Nothing,
    /// Something the collector need not look at.
    Scalar,
    /// A pointer or nil.
    Pointer,
    /// The same as the source.
    Same,
    /// As the called function, native or intrinsic says.
    Window,
}

pub mod flag {
    /// May start a run-time panic.
    pub const TRAPS: u8 = 1;
    /// Execution never continues at the next instruction.
    pub const ENDS: u8 = 2;
    /// Charges the budget; a safepoint.
    pub const POLLS: u8 = 4;
    /// May allocate.
    pub const ALLOCATES: u8 = 8;
    /// Stores a pointer into the heap: where a write barrier goes.
    pub const BARRIER: u8 = 16;
    /// The first of the plain sources is a pointer; those without a flag are scalars.
    pub const POINTER: u8 = 32;
    /// The second of the plain sources is a pointer.
    pub const POINTER_2: u8 = 64;
    /// The plain sources may be pointers or scalars.
    pub const ANY: u8 = 128;
}

/// Calls `$mac!` with the table: `Name mnemonic Format Result flags "what it does"`.
#[macro_export]
macro_rules! for_each_op {
    ($mac:ident) => {
        $mac! {
            // Moves and constants.
            Nop "nop" None Nothing 0 "nothing",
            Mov "mov" DS Same 0 "a = b",
            MovN "mov.n" DSN Same 0 "a.. = b.. for c slots, as if all were read first",
            Const "const" DI Scalar 0 "a = immediate",
            Const64 "const.64" DX Scalar 0 "a = extension",
            Nil "nil" D Pointer 0 "a = nil pointer",
            DataAddr "data" DT Pointer 0 "a = address of data section",
            FuncAddr "func" DT Pointer 0 "a = static closure of function",
            TypeAddr "type" DT Scalar 0 "a = address of type descriptor",
            ItabAddr "itab" DT Scalar 0 "a = address of itab",
            GlobalAddr "global" DT Pointer 0 "a = address of byte (b, c) of the globals",
            GlobalLoad "global.ld" DT Scalar 0 "a = 8 bytes of the globals at (b, c), not a pointer",
            GlobalLoadP "global.ldp" DT Pointer 0 "a = pointer in the globals at (b, c)",
            GlobalStore "global.st" SG Nothing 0 "8 bytes of the globals at (b, c) = a, not a pointer",
            GlobalStoreP "global.stp" SG Nothing (flag::BARRIER) "pointer in the globals at (b, c) = a",
            Closure "closure" D Pointer 0 "a = closure this function was called with",

            // Integers.
            Add "add" DSS Scalar 0 "a = b + c",
            Sub "sub" DSS Scalar 0 "a = b - c",
            Mul "mul" DSS Scalar 0 "a = b * c",
            Div "div" DSS Scalar (flag::TRAPS) "a = b / c, signed",
            DivU "div.u" DSS Scalar (flag::TRAPS) "a = b / c, unsigned",
            Rem "rem" DSS Scalar (flag::TRAPS) "a = b % c, signed",
            RemU "rem.u" DSS Scalar (flag::TRAPS) "a = b % c, unsigned",
            And "and" DSS Scalar 0 "a = b & c",
            Or "or" DSS Scalar 0 "a = b | c",
            Xor "xor" DSS Scalar 0 "a = b ^ c",
            AndNot "andnot" DSS Scalar 0 "a = b &^ c",
            Shl "shl" DSS Scalar 0 "a = b << c; c unsigned, 64 and more give 0",
            Shr "shr" DSS Scalar 0 "a = b >> c, zeroes come in; 64 and more give 0",
            Sar "sar" DSS Scalar 0 "a = b >> c, sign comes in; 64 and more as 63",
            AddI "add.i" DSI Scalar 0 "a = b + immediate",
            MulI "mul.i" DSI Scalar 0 "a = b * immediate",
            AndI "and.i" DSI Scalar 0 "a = b & immediate",
            ShlI "shl.i" DSI Scalar 0 "a = b << immediate (0..63)",
            ShrI "shr.i" DSI Scalar 0 "a = b >> immediate (0..63), zeroes come in",
            SarI "sar.i" DSI Scalar 0 "a = b >> immediate (0..63), sign comes in",
            Add32 "add.32" DSS Scalar 0 "a = int32(b + c)",
            Sub32 "sub.32" DSS Scalar 0 "a = int32(b - c)",
            Mul32 "mul.32" DSS Scalar 0 "a = int32(b * c)",
            AddU32 "add.u32" DSS Scalar 0 "a = uint32(b + c)",
            SubU32 "sub.u32" DSS Scalar 0 "a = uint32(b - c)",
            MulU32 "mul.u32" DSS Scalar 0 "a = uint32(b * c)",
            AddP "add.p" DSS Pointer (flag::POINTER) "a = address b + c bytes",
            AddPI "add.pi" DSI Pointer (flag::POINTER) "a = address b + immediate bytes",
            Neg "neg" DS Scalar 0 "a = -b",
            Not "not" DS Scalar 0 "a = ^b",
            BoolNot "bool.not" DS Scalar 0 "a = !b",
            Sext8 "sext.8" DS Scalar 0 "a = int8(b)",
            Sext16 "sext.16" DS Scalar 0 "a = int16(b)",
            Sext32 "sext.32" DS Scalar 0 "a = int32(b)",
            Zext8 "zext.8" DS Scalar 0 "a = uint8(b)",
            Zext16 "zext.16" DS Scalar 0 "a = uint16(b)",
            Zext32 "zext.32" DS Scalar 0 "a = uint32(b)",
            ShiftCheck "shift.check" S Nothing (flag::TRAPS) "panics when a, signed, is negative",
            PtrBits "ptr.bits" DS Scalar (flag::POINTER) "a = uintptr(b)",
            BitsPtr "bits.ptr" DS Pointer 0 "a = unsafe.Pointer(b)",

            // Comparisons to a bool.
            Eq "eq" DSS Scalar (flag::ANY) "a = b == c",
            Ne "ne" DSS Scalar (flag::ANY) "a = b != c",
            Lt "lt" DSS Scalar 0 "a = b < c, signed",
            Le "le" DSS Scalar 0 "a = b <= c, signed",
            LtU "lt.u" DSS Scalar 0 "a = b < c, unsigned",
            LeU "le.u" DSS Scalar 0 "a = b <= c, unsigned",
            EqF "eq.f" DSS Scalar 0 "a = b == c, float64",
            NeF "ne.f" DSS Scalar 0 "a = b != c, float64",
            LtF "lt.f" DSS Scalar 0 "a = b < c, float64",
            LeF "le.f" DSS Scalar 0 "a = b <= c, float64",
            StrEq "str.eq" StrEq Scalar 0 "a = string (b, c) == string (ext a, ext b)",

            // Floats: float64 as its bits, float32 as its 32 bits, zero-extended.
            AddF "add.f" DSS Scalar 0 "a = b + c, float64",
            SubF "sub.f" DSS Scalar 0 "a = b - c, float64",
            MulF "mul.f" DSS Scalar 0 "a = b * c, float64",
            DivF "div.f" DSS Scalar 0 "a = b / c, float64",
            AddFM "add.fm" DSOX Scalar (flag::TRAPS) "a = b + float64 at c + offset",
            SubFM "sub.fm" DSOX Scalar (flag::TRAPS) "a = b - float64 at c + offset",
            SubMF "sub.mf" DSOX Scalar (flag::TRAPS) "a = float64 at c + offset - b",
            MulFM "mul.fm" DSOX Scalar (flag::TRAPS) "a = b * float64 at c + offset",
            NegF "neg.f" DS Scalar 0 "a = -b, float64",
            SqrtF "sqrt.f" DS Scalar 0 "a = square root of b, float64",
            AddF32 "add.f32" DSS Scalar 0 "a = b + c, float32",
            SubF32 "sub.f32" DSS Scalar 0 "a = b - c, float32",
            MulF32 "mul.f32" DSS Scalar 0 "a = b * c, float32",
            DivF32 "div.f32" DSS Scalar 0 "a = b / c, float32",
            NegF32 "neg.f32" DS Scalar 0 "a = -b, float32",
            IntToF "int.f" DS Scalar 0 "a = float64(int64 b)",
            UintToF "uint.f" DS Scalar 0 "a = float64(uint64 b)",
            IntToF32 "int.f32" DS Scalar 0 "a = float32(int64 b)",
            UintToF32 "uint.f32" DS Scalar 0 "a = float32(uint64 b)",
            FToInt "f.int" DS Scalar 0 "a = int64(float64 b) as amd64 does: out of range and NaN give 1<<63",
            FToInt32 "f.int32" DS Scalar 0 "a = int32(float64 b) as amd64 does: out of range and NaN give -1<<31",
            FToUint "f.uint" DS Scalar 0 "a = uint64(float64 b) as gc on amd64",
            FToF32 "f.f32" DS Scalar 0 "a = float32(float64 b)",
            F32ToF "f32.f" DS Scalar 0 "a = float64(float32 b)",

            // Jumps, relative to the start of this instruction. `loop` ones poll.
            Jmp "jmp" J Nothing (flag::ENDS) "jump",
            Jnz "jnz" SJ Nothing (flag::ANY) "jump if a != 0",
            Jz "jz" SJ Nothing (flag::ANY) "jump if a == 0",
            Jeq "jeq" SSJ Nothing (flag::ANY) "jump if a == b",
            Jne "jne" SSJ Nothing (flag::ANY) "jump if a != b",
            Jlt "jlt" SSJ Nothing 0 "jump if a < b, signed",
            Jle "jle" SSJ Nothing 0 "jump if a <= b, signed",
            JltU "jlt.u" SSJ Nothing 0 "jump if a < b, unsigned",
            JleU "jle.u" SSJ Nothing 0 "jump if a <= b, unsigned",
            JeqI "jeq.i" SIJ Nothing (flag::ANY) "jump if a == immediate",
            JneI "jne.i" SIJ Nothing (flag::ANY) "jump if a != immediate",
            JltI "jlt.i" SIJ Nothing 0 "jump if a < immediate, signed",
            JleI "jle.i" SIJ Nothing 0 "jump if a <= immediate, signed",
            JgtI "jgt.i" SIJ Nothing 0 "jump if a > immediate, signed",
            JgeI "jge.i" SIJ Nothing 0 "jump if a >= immediate, signed",
            JltF "jlt.f" SSJ Nothing 0 "jump if a < b, float64",
            JleF "jle.f" SSJ Nothing 0 "jump if a <= b, float64",
            JnltF "jnlt.f" SSJ Nothing 0 "jump unless a < b, float64",
            JnleF "jnle.f" SSJ Nothing 0 "jump unless a <= b, float64",
            JeqF "jeq.f" SSJ Nothing 0 "jump if a == b, float64",
            JneF "jne.f" SSJ Nothing 0 "jump if a != b, float64",
            Loop "loop" J Nothing (flag::POLLS | flag::ENDS) "jump and poll",
            LoopNz "loop.nz" SJ Nothing (flag::POLLS | flag::ANY) "jump if a != 0; poll",
            LoopLt "loop.lt" SSJ Nothing (flag::POLLS) "jump if a < b, signed; poll",
            LoopLe "loop.le" SSJ Nothing (flag::POLLS) "jump if a <= b, signed; poll",
            LoopNe "loop.ne" SSJ Nothing (flag::POLLS | flag::ANY) "jump if a != b; poll",
            LoopLtI "loop.lt.i" SIJ Nothing (flag::POLLS) "jump if a < immediate, signed; poll",
            LoopIncLt "loop.inc.lt" USJ Scalar (flag::POLLS) "a = a + 1; jump if a < b, signed; poll",
            LoopIncLtI "loop.inc.lt.i" UIJ Scalar (flag::POLLS) "a = a + 1; jump if a < immediate, signed; poll",
            LoopGeI "loop.ge.i" SIJ Nothing (flag::POLLS) "jump if a >= immediate, signed; poll",

            // Memory. All trap on a base below 4096 (nil).
            Ld8 "ld.8" DSO Scalar (flag::TRAPS) "a = int8 at b + c",
            Ld8U "ld.8u" DSO Scalar (flag::TRAPS) "a = uint8 at b + c",
            Ld16 "ld.16" DSO Scalar (flag::TRAPS) "a = int16 at b + c",
            Ld16U "ld.16u" DSO Scalar (flag::TRAPS) "a = uint16 at b + c",
            Ld32 "ld.32" DSO Scalar (flag::TRAPS) "a = int32 at b + c",
            Ld32U "ld.32u" DSO Scalar (flag::TRAPS) "a = uint32 at b + c",
            Ld64 "ld.64" DSO Scalar (flag::TRAPS) "a = 8 bytes at b + c, not a pointer",
            LdP "ld.p" DSO Pointer (flag::TRAPS) "a = pointer at b + c",
            St8 "st.8" SSO Nothing (flag::TRAPS) "1 byte at b + c = a",
            St16 "st.16" SSO Nothing (flag::TRAPS) "2 bytes at b + c = a",
            St32 "st.32" SSO Nothing (flag::TRAPS) "4 bytes at b + c = a",
            St64 "st.64" SSO Nothing (flag::TRAPS) "8 bytes at b + c = a, not a pointer",
            StP "st.p" SSO Nothing (flag::TRAPS | flag::BARRIER) "pointer at b + c = a",
            AddTo "add.to" SSO Nothing (flag::TRAPS) "8 bytes at b + c += a",
            SubTo "sub.to" SSO Nothing (flag::TRAPS) "8 bytes at b + c -= a",
            AddToI "add.to.i" ISO Nothing (flag::TRAPS) "8 bytes at b + c += immediate",
            AddToF "add.to.f" SSO Nothing (flag::TRAPS) "float64 at b + c += a",
            SubToF "sub.to.f" SSO Nothing (flag::TRAPS) "float64 at b + c -= a",
            NilCheck "nil.check" S Nothing (flag::TRAPS | flag::POINTER) "traps when a is nil",
            CopyMem "copy" Copy Nothing (flag::TRAPS | flag::BARRIER) "value of the type at a = value at b (may overlap)",
            ZeroMem "zero" Zero Nothing (flag::TRAPS) "value of the type at a = zero",

            // Elements, bounds-checked.
            IdxLd8 "idx.ld.8" IndexLoad Scalar (flag::TRAPS) "a = int8 element c of b",
            IdxLd8U "idx.ld.8u" IndexLoad Scalar (flag::TRAPS) "a = uint8 element c of b",
            IdxLd16 "idx.ld.16" IndexLoad Scalar (flag::TRAPS) "a = int16 element c of b",
            IdxLd16U "idx.ld.16u" IndexLoad Scalar (flag::TRAPS) "a = uint16 element c of b",
            IdxLd32 "idx.ld.32" IndexLoad Scalar (flag::TRAPS) "a = int32 element c of b",
            IdxLd32U "idx.ld.32u" IndexLoad Scalar (flag::TRAPS) "a = uint32 element c of b",
            IdxLd64 "idx.ld.64" IndexLoad Scalar (flag::TRAPS) "a = 8-byte element c of b, not a pointer",
            IdxLdP "idx.ld.p" IndexLoad Pointer (flag::TRAPS) "a = pointer element c of b",
            IdxSt8 "idx.st.8" IndexStore Nothing (flag::TRAPS) "1-byte element c of b = a",
            IdxSt16 "idx.st.16" IndexStore Nothing (flag::TRAPS) "2-byte element c of b = a",
            IdxSt32 "idx.st.32" IndexStore Nothing (flag::TRAPS) "4-byte element c of b = a",
            IdxSt64 "idx.st.64" IndexStore Nothing (flag::TRAPS) "8-byte element c of b = a, not a pointer",
            IdxStP "idx.st.p" IndexStore Nothing (flag::TRAPS | flag::BARRIER) "pointer element c of b = a",
            IdxAddTo "idx.add.to" IndexStore Nothing (flag::TRAPS) "8-byte element c of b += a",
            IdxSubTo "idx.sub.to" IndexStore Nothing (flag::TRAPS) "8-byte element c of b -= a",
            IdxAddToF "idx.add.to.f" IndexStore Nothing (flag::TRAPS) "float64 element c of b += a",
            IdxSubToF "idx.sub.to.f" IndexStore Nothing (flag::TRAPS) "float64 element c of b -= a",
            IdxAddr "idx.addr" IndexAddr Pointer (flag::TRAPS) "a = address of element c of b",
            SlicePtr "slice.ptr" SlicePtr Pointer 0 "a = b + c * size, or b when the new capacity is 0",
            SliceCheck "slice.check" SliceCheck Nothing (flag::TRAPS) "traps unless 0 <= low <= high <= max <= limit, unsigned",

            // Allocation.
            New "new" DT Pointer (flag::ALLOCATES) "a = new zeroed object of type (b, c)",
            MakeClosure "closure.new" DT Pointer (flag::ALLOCATES) "a = new closure of function (b, c); captures are stored after it, at 8 + 8 i",

            // Calls.
            Call "call" Call Window (flag::TRAPS | flag::POLLS) "call function (b, c) with window a",
            CallClosure "call.closure" CallClosure Window (flag::TRAPS | flag::POLLS) "call closure b with window a",
            CallInterface "call.interface" CallInterface Window (flag::TRAPS | flag::POLLS) "call method c of itab b with window a",
            CallNative "call.native" Call Window (flag::TRAPS | flag::POLLS | flag::ALLOCATES) "call native (b, c) with window a",
            Rt "rt" Rt Window (flag::TRAPS | flag::ALLOCATES | flag::BARRIER) "intrinsic b with window a",
            RtFinish "rt.finish" Rt Window (flag::TRAPS | flag::POLLS) "what remains of a parking intrinsic after its goroutine was woken; skipped when it did not park",
            Ret "ret" None Nothing (flag::ENDS) "return; results are in slots 0..",
            RetNz "ret.nz" S Nothing (flag::ANY) "if a != 0, return; results are in slots 0..",
            RetZ "ret.z" S Nothing (flag::ANY) "if a == 0, return; results are in slots 0..",
            RetEqI "ret.eq.i" SI Nothing (flag::ANY) "if a == immediate, return; results are in slots 0..",
            RetNeI "ret.ne.i" SI Nothing (flag::ANY) "if a != immediate, return; results are in slots 0..",
            RetLtI "ret.lt.i" SI Nothing 0 "if a < immediate, signed, return; results are in slots 0..",
            RetLeI "ret.le.i" SI Nothing 0 "if a <= immediate, signed, return; results are in slots 0..",
            RetGtI "ret.gt.i" SI Nothing 0 "if a > immediate, signed, return; results are in slots 0..",
            RetGeI "ret.ge.i" SI Nothing 0 "if a >= immediate, signed, return; results are in slots 0..",
            Ret1 "ret.1" S Nothing (flag::ENDS | flag::ANY) "return with slot 0 = a",

            // Goroutines, defer, panic.
            Go "go" S Nothing (flag::TRAPS | flag::ALLOCATES | flag::POINTER) "start goroutine with closure a",
            Defer "defer" S Nothing (flag::TRAPS | flag::ALLOCATES | flag::POINTER) "push closure a on the defer list for this frame",
            FrameToken "frame" D Scalar 0 "a = where this frame stands, for defer.to",
            DeferTo "defer.to" SS Nothing (flag::TRAPS | flag::ALLOCATES | flag::POINTER) "push closure a on the defer list for the frame that b names",
            DeferRun "defer.run" DeferRun Nothing (flag::TRAPS | flag::POLLS) "call this frame's deferred closures, last first, with window a; then go on",
            Panic "panic" SS Nothing (flag::TRAPS | flag::ENDS | flag::POINTER_2) "panic with interface value (a: type word, b: data)",
            Recover "recover" D2 Pointer 0 "(a, a + 1) = recover(): type word, data",
            Goexit "goexit" None Nothing (flag::TRAPS | flag::ENDS) "the VM's own: where a goroutine's first function returns to",
            PanicReturn "panic.return" None Nothing (flag::TRAPS | flag::ENDS) "the VM's own: where a deferred call made by a panic returns to",
            PanicText "panic.text" None Nothing (flag::TRAPS | flag::ENDS) "the VM's own: where the call that describes a panic's value returns to",
            Unreachable "unreachable" None Nothing (flag::TRAPS | flag::ENDS) "never reached; fatal error if it is",
        }
    };
}

macro_rules! define_ops {
    ($($name:ident $mn:literal $fmt:ident $res:ident $flags:tt $doc:literal,)*) => {
        /// An operation; its number is its place in the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Op { $(#[doc = $doc] $name),* }
        impl Op {
            pub const ALL: &[Op] = &[$(Op::$name),*];
            pub const COUNT: usize = Op::ALL.len();
            pub const fn mnemonic(self) -> &'static str { match self { $(Op::$name => $mn),* } }
            pub const fn format(self) -> Format { match self { $(Op::$name => Format::$fmt),* } }
            pub const fn result(self) -> Result { match self { $(Op::$name => Result::$res),* } }
            pub const fn flags(self) -> u8 { match self { $(Op::$name => $flags),* } }
            pub const fn doc(self) -> &'static str { match self { $(Op::$name => $doc),* } }
        }
    };
}
for_each_op!(define_ops);

impl Op {
    pub fn from_u16(x: u16) -> Option<Op> {
        Op::ALL.get(x as usize).copied()
    }
    pub fn from_mnemonic(name: &str) -> Option<Op> {
        Op::ALL.iter().copied().find(|op| op.mnemonic() == name)
    }
    pub const fn cells(self) -> usize {
        self.format().cells()
    }
    pub const fn traps(self) -> bool {
        self.flags() & flag::TRAPS != 0
    }
    pub const fn ends(self) -> bool {
        self.flags() & flag::ENDS != 0
    }
    pub const fn polls(self) -> bool {
        self.flags() & flag::POLLS != 0
    }
}

/// Kind of a `slice.check`, which decides the panic's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum SliceKind {
    /// `s[lo:hi]` of a slice: limit is the capacity.
    Slice = 0,
    /// `s[lo:hi]` of a string or array: limit is the length.
    Length = 1,
    /// `s[lo:hi:max]` of a slice
    Slice3 = 2,
    /// `s[lo:hi:max]` of an array
    Length3 = 3,
}

/// One cell of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(C, align(8))]
pub struct Cell {
    pub op: u16,
    pub a: u16,
    pub b: u16,
    pub c: u16,
}

impl Cell {
    pub const fn new(op: Op, a: u16, b: u16, c: u16) -> Cell {
        Cell { op: op as u16, a, b, c }
    }
    /// A cell with a 32-bit number in `(b, c)`.
    pub const fn wide(op: Op, a: u16, bc: u32) -> Cell {
        Cell { op: op as u16, a, b: bc as u16, c: (bc >> 16) as u16 }
    }
    /// An extension cell of four fields.
    pub const fn ext(a: u16, b: u16, c: u16, d: u16) -> Cell {
        Cell { op: a, a: b, b: c, c: d }
    }
    /// An extension cell of two 32-bit numbers.
    pub const fn ext32(ab: u32, cd: u32) -> Cell {
        Cell::ext(ab as u16, (ab >> 16) as u16, cd as u16, (cd >> 16) as u16)
    }
    pub const fn ext64(x: u64) -> Cell {
        Cell::ext32(x as u32, (x >> 32) as u32)
    }
    /// The 32-bit number in `(b, c)`.
    #[inline(always)]
    pub const fn bc(self) -> u32 {
        self.b as u32 | (self.c as u32) << 16
    }
    #[inline(always)]
    pub const fn ext_ab(self) -> u32 {
        self.op as u32 | (self.a as u32) << 16
    }
    #[inline(always)]
    pub const fn ext_cd(self) -> u32 {
        self.bc()
    }
    #[inline(always)]
    pub const fn as_u64(self) -> u64 {
        self.ext_ab() as u64 | (self.ext_cd() as u64) << 32
    }
}

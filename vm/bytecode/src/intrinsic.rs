//! The intrinsics of `rt`: runtime functions that work on a window of slots.
//!
//! Arguments are at `w..`, results come back at `w..`. `T` is the type of the extension cell; `T…`
//! a run of the components of a value of that type. A *parking* one may leave its goroutine waiting; it is followed
//! by an `rt.finish` with the same window and operands. String is (pointer, length); slice is
//! (pointer, length, capacity); interface is (type word, data).

/// Calls `$mac!` with the table: `Name parking "signature" "args -> results"`. A signature has a letter for
/// each slot: `p` pointer, `w` anything else; `T`, `E`, `K`: the components of the type, its element, its
/// key; `n(…)`: as often as the immediate says.
#[macro_export]
macro_rules! for_each_intrinsic {
    ($mac:ident) => {
        $mac! {
            // Strings.
            StrConcat no "n(pw) -> pw" "immediate c = n; n strings -> string",
            StrCompare no "pwpw -> w" "string, string -> -1, 0 or 1",
            StrDecode no "pww -> ww" "string, byte index (in range) -> rune, width in bytes",
            StrFromBytes no "pw -> pw" "pointer, length of []byte -> string",
            StrToBytes no "pw -> pww" "string -> []byte",
            StrFromRunes no "pw -> pw" "pointer, length of []rune -> string",
            StrToRunes no "pw -> pww" "string -> []rune",
            StrFromRune no "w -> pw" "int64 (out of range: U+FFFD) -> string",
            // Slices and memory. T is the element type.
            GrowSlice no "pwww -> pw" "pointer, length, capacity, number of elements to add -> pointer, capacity",
            MakeSlice no "ww -> p" "length, capacity (checked, Go's panics) -> pointer",
            CopySlice no "pwpw -> w" "to pointer, to length, from pointer, from length -> elements copied",
            ClearSlice no "pw ->" "pointer, length ->",
            EqMem no "pp -> w" "address, address of values of type T -> bool; panics as == does",
            UnsafeSlice no "pw -> p" "pointer, length -> pointer; checks as unsafe.Slice",
            UnsafeString no "pw -> p" "pointer, length -> pointer; checks as unsafe.String",
            // Interfaces.
            Box no "T -> p" "T... -> data pointer (the value boxed; static for small and zero-size values)",
            EqInterface no "wpwp -> w" "type descriptor, data, type descriptor, data -> bool; panics for incomparable types",
            FindItab no "w -> w" "type descriptor -> itab of it for interface type T, or 0",
            PanicAssert no "w ->" "type descriptor or 0: panic of a failed x.(T); second immediate: type of x",
            // Boxed aggregates: value of type T as an immutable box.
            LoadBox no "p -> p" "address -> box with a copy of the value there",
            // Maps. T is the map type; K… and V… its key's and element's components.
            MapNew no "w -> p" "size hint -> map",
            MapGet no "pK -> p" "map, K... -> address of element, or of a zero value",
            MapGet2 no "pK -> pw" "map, K... -> address of element, or of a zero value; bool",
            MapSet no "pK -> p" "map, K... -> address of the (new) element to store to",
            MapDelete no "pK ->" "map, K... ->",
            MapLen no "p -> w" "map -> int",
            MapClear no "p ->" "map ->",
            MapIterNew no "p -> p" "map -> iterator",
            MapIterNext no "p -> wpp" "iterator -> bool, address of key, address of element",
            // Channels. T is the channel type.
            ChanNew no "w -> p" "size -> channel",
            ChanSend park "pE ->" "channel, T... ->",
            ChanRecv park "p -> Ew" "channel -> T..., bool",
            ChanClose no "p ->" "channel ->",
            ChanLen no "p -> w" "channel -> int",
            ChanCap no "p -> w" "channel -> int",
            // immediate c = number of cases; second immediate: bit 0 = has default, bit 1 + i = case i sends
            Select park "n(pp) -> ww" "for each case: channel, address of the element (sent value or place for a received one; 0: none) -> chosen case (-1 default), received bool",
            // More than 31 cases. immediate c = number of cases; second immediate: has default
            SelectMany park "n(ppw) -> ww" "for each case: channel, address of the element, whether it sends -> chosen case (-1 default), received bool",
            // Complex numbers.
            ComplexDiv no "wwww -> ww" "re, im, re, im (float64) -> re, im",
            // print and println, to standard error.
            PrintBool no "w ->" "bool ->",
            PrintInt no "w ->" "int64 ->",
            PrintUint no "w ->" "uint64 ->",
            PrintFloat no "w ->" "float64 (immediate c = 32: of a float32) ->",
            PrintComplex no "ww ->" "re, im ->",
            PrintString no "pw ->" "string ->",
            PrintPointer no "p ->" "pointer ->",
            PrintSlice no "pww ->" "slice ->",
            PrintInterface no "wp ->" "interface ->",
            PrintSpace no "->" "->",
            PrintNewline no "->" "->",
            // A map composite literal of many constant entries, min/max of floats, and the like.
            MinFloat no "ww -> w" "float64, float64 -> float64",
            MaxFloat no "ww -> w" "float64, float64 -> float64",
            // Panics with fixed text. immediate c = `Trap`.
            PanicTrap no "ww ->" "two words whose meaning the trap says ->",
        }
    };
}

macro_rules! define_intrinsics {
    ($($name:ident $park:ident $sig:literal $doc:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Intrinsic { $(#[doc = $doc] $name),* }
        impl Intrinsic {
            pub const ALL: &[Intrinsic] = &[$(Intrinsic::$name),*];
            pub const fn name(self) -> &'static str { match self { $(Intrinsic::$name => stringify!($name)),* } }
            pub const fn parks(self) -> bool { match self { $(Intrinsic::$name => is_park!($park)),* } }
            pub const fn signature(self) -> &'static str { match self { $(Intrinsic::$name => $sig),* } }
            pub const fn doc(self) -> &'static str { match self { $(Intrinsic::$name => $doc),* } }
            pub fn from_u16(x: u16) -> Option<Intrinsic> { Intrinsic::ALL.get(x as usize).copied() }
        }
    };
}
macro_rules! is_park {
    (park) => {
        true
    };
    (no) => {
        false
    };
}
for_each_intrinsic!(define_intrinsics);

/// Run-time errors that code asks for explicitly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Trap {
    /// slice to array conversion: words are the slice's length and the array's
    SliceToArray = 0,
    /// a value method called through a nil pointer: `value method main.T.M called using nil *T pointer`; words: the text
    NilValueMethod = 1,
    /// range function continued after its loop was left: `range function continued iteration after …`; word: state
    RangeFuncState = 2,
    /// integer divide by zero
    DivideByZero = 3,
    /// index out of range: index, length
    Index = 4,
    /// nil dereference
    NilDereference = 5,
    /// `negative shift amount`
    NegativeShift = 6,
}

/// States of a range-over-func loop, as `Trap::RangeFuncState` gets them.
pub mod range_state {
    /// The body may be called.
    pub const READY: i64 = 0;
    /// The body left the loop.
    pub const LEFT: i64 = 1;
    /// The iterator has returned.
    pub const OVER: i64 = 2;
    /// The body is being run, or a panic ended it.
    pub const RUNNING: i64 = 3;
    /// Only for the trap: the iterator returned normally though a panic had ended the body.
    pub const LOST_PANIC: i64 = 4;
}

//! What each op does: one function an op, written once; the loops are made from them.
//!
//! A handler gets (pc, fp, cx) and says where execution goes on. All are inlined into the loops, so
//! `Flow` costs nothing. Slots are read and written through `r!` and `set!` only.
//!
//! Safety, for all of them: the verifier (or the compiler) guarantees that slots lie in the frame,
//! jumps land on instructions, and pointers are what the op table says; the checks that Go asks for
//! at run time are made here.
#![allow(non_snake_case, clippy::missing_safety_doc, clippy::undocumented_unsafe_blocks)]
// "Not less" is its own comparison: NaN.
#![allow(clippy::neg_cmp_op_on_partial_ord)]

use std::sync::atomic::Ordering;

use gvm_bytecode::op::Cell;
use gvm_runtime::cx::{Cx, Status};
use gvm_runtime::g::Defer as DeferRecord;
use gvm_runtime::machine::Exit;

use crate::code::{Code, FuncInfo};
use crate::flow::{Far, Flow};
use crate::frame::{self, HEADER};
use crate::panic;
use crate::traps::*;

use Flow::{Cold, Frame, Jump, Leave, Next};

macro_rules! handler {
    ($($name:ident |$pc:ident, $fp:ident, $cx:ident| $body:block)*) => {
        $(
            #[inline(always)]
            pub unsafe fn $name($pc: *const Cell, $fp: *mut u64, $cx: &mut Cx) -> Flow {
                #[allow(unused_unsafe)]
                unsafe { let _ = (&$pc, &$fp, &$cx); $body }
            }
        )*
    };
}
macro_rules! r {
    ($fp:ident, $x:expr) => {
        *$fp.add($x as usize)
    };
}
macro_rules! f {
    ($fp:ident, $x:expr) => {
        f64::from_bits(*$fp.add($x as usize))
    };
}
macro_rules! i {
    ($fp:ident, $x:expr) => {
        (*$fp.add($x as usize) as i64)
    };
}

/// a = expression over b and c.
macro_rules! binary {
    ($($name:ident |$fp:ident, $x:ident, $y:ident| $e:expr;)*) => {
        handler! { $($name |pc, $fp, cx| {
            let i = *pc;
            let ($x, $y) = (r!($fp, i.b), r!($fp, i.c));
            r!($fp, i.a) = $e;
            Next(pc.add(1))
        })* }
    };
}
macro_rules! unary {
    ($($name:ident |$x:ident| $e:expr;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let $x = r!(fp, i.b);
            r!(fp, i.a) = $e;
            Next(pc.add(1))
        })* }
    };
}
/// a = expression over b and the signed immediate.
macro_rules! immediate {
    ($($name:ident |$x:ident, $k:ident| $e:expr;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let ($x, $k) = (r!(fp, i.b), i.c as i16 as i64);
            r!(fp, i.a) = $e;
            Next(pc.add(1))
        })* }
    };
}

binary! {
    Add |fp, x, y| x.wrapping_add(y);
    Sub |fp, x, y| x.wrapping_sub(y);
    Mul |fp, x, y| x.wrapping_mul(y);
    And |fp, x, y| x & y;
    Or |fp, x, y| x | y;
    Xor |fp, x, y| x ^ y;
    AndNot |fp, x, y| x & !y;
    Shl |fp, x, y| if y < 64 { x << y } else { 0 };
    Shr |fp, x, y| if y < 64 { x >> y } else { 0 };
    Sar |fp, x, y| ((x as i64) >> y.min(63)) as u64;
    Add32 |fp, x, y| (x as i32).wrapping_add(y as i32) as i64 as u64;
    Sub32 |fp, x, y| (x as i32).wrapping_sub(y as i32) as i64 as u64;
    Mul32 |fp, x, y| (x as i32).wrapping_mul(y as i32) as i64 as u64;
    AddU32 |fp, x, y| (x as u32).wrapping_add(y as u32) as u64;
    SubU32 |fp, x, y| (x as u32).wrapping_sub(y as u32) as u64;
    MulU32 |fp, x, y| (x as u32).wrapping_mul(y as u32) as u64;
    AddP |fp, x, y| x.wrapping_add(y);
    Eq |fp, x, y| (x == y) as u64;
    Ne |fp, x, y| (x != y) as u64;
    Lt |fp, x, y| ((x as i64) < y as i64) as u64;
    Le |fp, x, y| (x as i64 <= y as i64) as u64;
    LtU |fp, x, y| (x < y) as u64;
    LeU |fp, x, y| (x <= y) as u64;
    EqF |fp, x, y| (f64::from_bits(x) == f64::from_bits(y)) as u64;
    NeF |fp, x, y| (f64::from_bits(x) != f64::from_bits(y)) as u64;
    LtF |fp, x, y| (f64::from_bits(x) < f64::from_bits(y)) as u64;
    LeF |fp, x, y| (f64::from_bits(x) <= f64::from_bits(y)) as u64;
    AddF |fp, x, y| (f64::from_bits(x) + f64::from_bits(y)).to_bits();
    SubF |fp, x, y| (f64::from_bits(x) - f64::from_bits(y)).to_bits();
    MulF |fp, x, y| (f64::from_bits(x) * f64::from_bits(y)).to_bits();
    DivF |fp, x, y| (f64::from_bits(x) / f64::from_bits(y)).to_bits();
    AddF32 |fp, x, y| (f32::from_bits(x as u32) + f32::from_bits(y as u32)).to_bits() as u64;
    SubF32 |fp, x, y| (f32::from_bits(x as u32) - f32::from_bits(y as u32)).to_bits() as u64;
    MulF32 |fp, x, y| (f32::from_bits(x as u32) * f32::from_bits(y as u32)).to_bits() as u64;
    DivF32 |fp, x, y| (f32::from_bits(x as u32) / f32::from_bits(y as u32)).to_bits() as u64;
}

unary! {
    Mov |x| x;
    Neg |x| x.wrapping_neg();
    Not |x| !x;
    BoolNot |x| x ^ 1;
    Sext8 |x| x as i8 as i64 as u64;
    Sext16 |x| x as i16 as i64 as u64;
    Sext32 |x| x as i32 as i64 as u64;
    Zext8 |x| x as u8 as u64;
    Zext16 |x| x as u16 as u64;
    Zext32 |x| x as u32 as u64;
    PtrBits |x| x;
    BitsPtr |x| x;
    NegF |x| x ^ 1 << 63;
    SqrtF |x| f64::from_bits(x).sqrt().to_bits();
    NegF32 |x| (x as u32 ^ 1 << 31) as u64;
    IntToF |x| (x as i64 as f64).to_bits();
    UintToF |x| (x as f64).to_bits();
    IntToF32 |x| (x as i64 as f32).to_bits() as u64;
    UintToF32 |x| (x as f32).to_bits() as u64;
    FToInt |x| float_to_int(f64::from_bits(x)) as u64;
    FToInt32 |x| float_to_int32(f64::from_bits(x)) as i64 as u64;
    FToUint |x| float_to_uint(f64::from_bits(x));
    FToF32 |x| (f64::from_bits(x) as f32).to_bits() as u64;
    F32ToF |x| (f32::from_bits(x as u32) as f64).to_bits();
}

/// cvttsd2si: what does not fit gives the smallest integer.
#[inline(always)]
fn float_to_int(x: f64) -> i64 {
    if (-9223372036854775808.0..9223372036854775808.0).contains(&x) { x as i64 } else { i64::MIN }
}

/// The same with 32 bits.
#[inline(always)]
fn float_to_int32(x: f64) -> i32 {
    if x > -2147483649.0 && x < 2147483648.0 { x as i32 } else { i32::MIN }
}

/// As gc compiles it for amd64: two signed conversions around 2^63.
#[inline(always)]
fn float_to_uint(x: f64) -> u64 {
    const TOP: f64 = 9223372036854775808.0;
    if x < TOP { float_to_int(x) as u64 } else { float_to_int(x - TOP) as u64 | 1 << 63 }
}

immediate! {
    AddI |x, k| x.wrapping_add(k as u64);
    MulI |x, k| x.wrapping_mul(k as u64);
    AndI |x, k| x & k as u64;
    ShlI |x, k| x << (k & 63);
    ShrI |x, k| x >> (k & 63);
    SarI |x, k| ((x as i64) >> (k & 63)) as u64;
    AddPI |x, k| x.wrapping_add(k as u64);
}

macro_rules! division {
    ($($name:ident |$x:ident, $y:ident| $e:expr;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let ($x, $y) = (r!(fp, i.b), r!(fp, i.c));
            if $y == 0 {
                return Cold(divide_far, pc, fp);
            }
            r!(fp, i.a) = $e;
            Next(pc.add(1))
        })* }
    };
}
// Dividing 32 bits takes a third of the time, and most numbers fit.
division! {
    Div |x, y| if (x | y) >> 31 == 0 { (x as u32 / y as u32) as u64 } else { (x as i64).wrapping_div(y as i64) as u64 };
    DivU |x, y| if (x | y) >> 32 == 0 { (x as u32 / y as u32) as u64 } else { x / y };
    Rem |x, y| if (x | y) >> 31 == 0 { (x as u32 % y as u32) as u64 } else { (x as i64).wrapping_rem(y as i64) as u64 };
    RemU |x, y| if (x | y) >> 32 == 0 { (x as u32 % y as u32) as u64 } else { x % y };
}

/// Conditional jumps: the taken side is a branch of its own, not a conditional move of the pc.
macro_rules! jump2 {
    ($($name:ident |$fp:ident, $i:ident| $e:expr;)*) => {
        handler! { $($name |pc, $fp, cx| {
            let $i = *pc;
            if $e { Jump(pc.offset($i.c as i16 as isize)) } else { Next(pc.add(1)) }
        })* }
    };
}
jump2! {
    Jeq |fp, i| r!(fp, i.a) == r!(fp, i.b);
    Jne |fp, i| r!(fp, i.a) != r!(fp, i.b);
    Jlt |fp, i| i!(fp, i.a) < i!(fp, i.b);
    Jle |fp, i| i!(fp, i.a) <= i!(fp, i.b);
    JltU |fp, i| r!(fp, i.a) < r!(fp, i.b);
    JleU |fp, i| r!(fp, i.a) <= r!(fp, i.b);
    JeqI |fp, i| i!(fp, i.a) == i.b as i16 as i64;
    JneI |fp, i| i!(fp, i.a) != i.b as i16 as i64;
    JltI |fp, i| i!(fp, i.a) < i.b as i16 as i64;
    JleI |fp, i| i!(fp, i.a) <= i.b as i16 as i64;
    JgtI |fp, i| i!(fp, i.a) > i.b as i16 as i64;
    JgeI |fp, i| i!(fp, i.a) >= i.b as i16 as i64;
    JltF |fp, i| f!(fp, i.a) < f!(fp, i.b);
    JleF |fp, i| f!(fp, i.a) <= f!(fp, i.b);
    JnltF |fp, i| !(f!(fp, i.a) < f!(fp, i.b));
    JnleF |fp, i| !(f!(fp, i.a) <= f!(fp, i.b));
    JeqF |fp, i| f!(fp, i.a) == f!(fp, i.b);
    JneF |fp, i| f!(fp, i.a) != f!(fp, i.b);
}

/// Charges the budget at a jump; the goroutine may leave with its pc at the target.
#[inline(always)]
unsafe fn poll_jump(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Flow {
    let left = cx.budget.load(Ordering::Relaxed) - 1;
    cx.budget.store(left, Ordering::Relaxed);
    if left < 0 {
        return Cold(poll_slow, pc, fp);
    }
    Jump(pc)
}

#[cold]
#[inline(never)]
unsafe fn poll_slow(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    if gvm_runtime::sched::poll(cx) {
        unsafe {
            (*cx.g).pc = pc.cast();
            (*cx.g).fp = fp;
        }
        return Far::leave(Exit::Yield);
    }
    Far { pc, fp }
}

macro_rules! loop2 {
    ($($name:ident |$fp:ident, $i:ident| $e:expr;)*) => {
        handler! { $($name |pc, $fp, cx| {
            let $i = *pc;
            if $e { poll_jump(pc.offset($i.c as i16 as isize), $fp, cx) } else { Next(pc.add(1)) }
        })* }
    };
}
loop2! {
    LoopLt |fp, i| i!(fp, i.a) < i!(fp, i.b);
    LoopLe |fp, i| i!(fp, i.a) <= i!(fp, i.b);
    LoopNe |fp, i| r!(fp, i.a) != r!(fp, i.b);
    LoopLtI |fp, i| i!(fp, i.a) < i.b as i16 as i64;
    LoopGeI |fp, i| i!(fp, i.a) >= i.b as i16 as i64;
    LoopIncLt |fp, i| incremented(fp, i.a) < i!(fp, i.b);
    LoopIncLtI |fp, i| incremented(fp, i.a) < i.b as i16 as i64;
}

/// Adds 1 to a slot and gives its new value.
#[inline(always)]
unsafe fn incremented(fp: *mut u64, slot: u16) -> i64 {
    unsafe {
        let x = r!(fp, slot).wrapping_add(1);
        r!(fp, slot) = x;
        x as i64
    }
}

macro_rules! load {
    ($($name:ident $t:ty as $($via:ty)?;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let base = r!(fp, i.b);
            if base < NIL_PAGE {
                return Cold(nil_far, pc, fp);
            }
            r!(fp, i.a) = *((base + i.c as u64) as *const $t) $(as $via)? as u64;
            Next(pc.add(1))
        })* }
    };
}
load! {
    Ld8 i8 as i64;
    Ld8U u8 as;
    Ld16 i16 as i64;
    Ld16U u16 as;
    Ld32 i32 as i64;
    Ld32U u32 as;
    Ld64 u64 as;
    LdP u64 as;
}
/// a = expression over b and the float64 at c + offset.
macro_rules! with_memory {
    ($($name:ident |$x:ident, $y:ident| $e:expr;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let base = r!(fp, i.c);
            if base < NIL_PAGE {
                return Cold(nil_far, pc, fp);
            }
            let ($x, $y) = (f!(fp, i.b), *((base + (*pc.add(1)).op as u64) as *const f64));
            r!(fp, i.a) = ($e).to_bits();
            Next(pc.add(2))
        })* }
    };
}
with_memory! {
    AddFM |x, y| x + y;
    SubFM |x, y| x - y;
    SubMF |x, y| y - x;
    MulFM |x, y| x * y;
}
macro_rules! store {
    ($($name:ident $t:ty;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let base = r!(fp, i.b);
            if base < NIL_PAGE {
                return Cold(nil_far, pc, fp);
            }
            *((base + i.c as u64) as *mut $t) = r!(fp, i.a) as $t;
            Next(pc.add(1))
        })* }
    };
}
store! {
    St8 u8;
    St16 u16;
    St32 u32;
    St64 u64;
    StP u64;
}
/// The 8 bytes at b + c = expression over them and a.
macro_rules! update {
    ($($name:ident |$x:ident, $fp:ident, $i:ident| $e:expr;)*) => {
        handler! { $($name |pc, $fp, cx| {
            let $i = *pc;
            let base = r!($fp, $i.b);
            if base < NIL_PAGE {
                return Cold(nil_far, pc, $fp);
            }
            let place = (base + $i.c as u64) as *mut u64;
            let $x = *place;
            *place = $e;
            Next(pc.add(1))
        })* }
    };
}
update! {
    AddTo |x, fp, i| x.wrapping_add(r!(fp, i.a));
    SubTo |x, fp, i| x.wrapping_sub(r!(fp, i.a));
    AddToI |x, fp, i| x.wrapping_add(i.a as i16 as u64);
    AddToF |x, fp, i| (f64::from_bits(x) + f!(fp, i.a)).to_bits();
    SubToF |x, fp, i| (f64::from_bits(x) - f!(fp, i.a)).to_bits();
}
macro_rules! index_load {
    ($($name:ident $t:ty as $($via:ty)?;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let (base, at, len) = (r!(fp, i.b), r!(fp, i.c), r!(fp, (*pc.add(1)).op));
            if at >= len {
                return Cold(index_far, pc, fp);
            }
            r!(fp, i.a) = *(base as *const $t).add(at as usize) $(as $via)? as u64;
            Next(pc.add(2))
        })* }
    };
}
index_load! {
    IdxLd8 i8 as i64;
    IdxLd8U u8 as;
    IdxLd16 i16 as i64;
    IdxLd16U u16 as;
    IdxLd32 i32 as i64;
    IdxLd32U u32 as;
    IdxLd64 u64 as;
    IdxLdP u64 as;
}
macro_rules! index_store {
    ($($name:ident $t:ty;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let (base, at, len) = (r!(fp, i.b), r!(fp, i.c), r!(fp, (*pc.add(1)).op));
            if at >= len {
                return Cold(index_far, pc, fp);
            }
            *(base as *mut $t).add(at as usize) = r!(fp, i.a) as $t;
            Next(pc.add(2))
        })* }
    };
}
index_store! {
    IdxSt8 u8;
    IdxSt16 u16;
    IdxSt32 u32;
    IdxSt64 u64;
    IdxStP u64;
}
/// 8-byte element c of b = expression over it and a.
macro_rules! index_update {
    ($($name:ident |$x:ident, $y:ident| $e:expr;)*) => {
        handler! { $($name |pc, fp, cx| {
            let i = *pc;
            let (base, at, len) = (r!(fp, i.b), r!(fp, i.c), r!(fp, (*pc.add(1)).op));
            if at >= len {
                return Cold(index_far, pc, fp);
            }
            let place = (base as *mut u64).add(at as usize);
            let ($x, $y) = (*place, r!(fp, i.a));
            *place = $e;
            Next(pc.add(2))
        })* }
    };
}
index_update! {
    IdxAddTo |x, y| x.wrapping_add(y);
    IdxSubTo |x, y| x.wrapping_sub(y);
    IdxAddToF |x, y| (f64::from_bits(x) + f64::from_bits(y)).to_bits();
    IdxSubToF |x, y| (f64::from_bits(x) - f64::from_bits(y)).to_bits();
}

/// Returns to the caller, or goes on.
#[inline(always)]
unsafe fn return_if(yes: bool, pc: *const Cell, fp: *mut u64) -> Flow {
    unsafe {
        if yes { Frame(*fp.sub(2) as *const Cell, frame::caller(fp)) } else { Next(pc.add(1)) }
    }
}

/// A function's code, by its number.
#[inline(always)]
unsafe fn code_of(func: u32, cx: &Cx) -> *const Cell {
    unsafe { (*cx.funcs.cast::<FuncInfo>().add(func as usize)).code }
}

/// Calls the code of a function with its frame at `fp + w`; the header is written here, the closure
/// by whoever calls one: a function without captures never looks at it.
#[inline(always)]
unsafe fn enter(
    code: *const Cell,
    w: usize,
    ret: *const Cell,
    pc: *const Cell,
    fp: *mut u64,
    cx: &mut Cx,
) -> Flow {
    unsafe {
        let head = code.sub(1).cast::<u32>();
        let frame_size = *head as usize;
        let new = fp.add(w);
        *new.sub(2) = ret as u64;
        // Two halves: to put them together takes registers that a handler does not have.
        let link = new.sub(1).cast::<u32>();
        *link = 8 * w as u32;
        *link.add(1) = *head.add(1);
        if new.add(frame_size) > cx.stack_end {
            cx.stack_need = w + frame_size + HEADER;
            return Cold(grow_and_retry, pc, fp);
        }
        let left = cx.budget.load(Ordering::Relaxed) - 1;
        cx.budget.store(left, Ordering::Relaxed);
        if left < 0 {
            return Cold(poll_slow, code, new);
        }
        Frame(code, new)
    }
}

handler! {
    Nop |pc, fp, cx| { Next(pc.add(1)) }
    MovN |pc, fp, cx| {
        let i = *pc;
        std::ptr::copy(fp.add(i.b as usize), fp.add(i.a as usize), i.c as usize);
        Next(pc.add(1))
    }
    Const |pc, fp, cx| {
        let i = *pc;
        r!(fp, i.a) = i.bc() as i32 as i64 as u64;
        Next(pc.add(1))
    }
    Const64 |pc, fp, cx| {
        r!(fp, (*pc).a) = (*pc.add(1)).as_u64();
        Next(pc.add(2))
    }
    Nil |pc, fp, cx| {
        r!(fp, (*pc).a) = 0;
        Next(pc.add(1))
    }
    DataAddr |pc, fp, cx| {
        r!(fp, (*pc).a) = *(*cx.code.cast::<Code>()).data.add((*pc).bc() as usize);
        Next(pc.add(1))
    }
    FuncAddr |pc, fp, cx| {
        r!(fp, (*pc).a) = (*cx.code.cast::<Code>()).closures.add((*pc).bc() as usize) as u64;
        Next(pc.add(1))
    }
    TypeAddr |pc, fp, cx| {
        r!(fp, (*pc).a) = cx.types.add((*pc).bc() as usize) as u64;
        Next(pc.add(1))
    }
    ItabAddr |pc, fp, cx| {
        r!(fp, (*pc).a) = *(*cx.code.cast::<Code>()).itabs.add((*pc).bc() as usize);
        Next(pc.add(1))
    }
    GlobalAddr |pc, fp, cx| {
        r!(fp, (*pc).a) = (*cx.code.cast::<Code>()).globals.add((*pc).bc() as usize) as u64;
        Next(pc.add(1))
    }
    GlobalLoad |pc, fp, cx| {
        r!(fp, (*pc).a) = *(*cx.code.cast::<Code>()).globals.add((*pc).bc() as usize).cast::<u64>();
        Next(pc.add(1))
    }
    GlobalLoadP |pc, fp, cx| {
        r!(fp, (*pc).a) = *(*cx.code.cast::<Code>()).globals.add((*pc).bc() as usize).cast::<u64>();
        Next(pc.add(1))
    }
    GlobalStore |pc, fp, cx| {
        *(*cx.code.cast::<Code>()).globals.add((*pc).bc() as usize).cast::<u64>() = r!(fp, (*pc).a);
        Next(pc.add(1))
    }
    GlobalStoreP |pc, fp, cx| {
        *(*cx.code.cast::<Code>()).globals.add((*pc).bc() as usize).cast::<u64>() = r!(fp, (*pc).a);
        Next(pc.add(1))
    }
    Closure |pc, fp, cx| {
        r!(fp, (*pc).a) = *fp.sub(3);
        Next(pc.add(1))
    }
    ShiftCheck |pc, fp, cx| {
        if i!(fp, (*pc).a) < 0 {
            return Cold(shift_far, pc, fp);
        }
        Next(pc.add(1))
    }
    StrEq |pc, fp, cx| {
        let (i, x) = (*pc, *pc.add(1));
        let (p, n, q, m) = (r!(fp, i.b), r!(fp, i.c), r!(fp, x.op), r!(fp, x.a));
        r!(fp, i.a) = (n == m && (p == q || gvm_runtime::equality::bytes_equal(p as *const u8, q as *const u8, n as usize))) as u64;
        Next(pc.add(2))
    }
    Jmp |pc, fp, cx| { Jump(pc.offset((*pc).bc() as i32 as isize)) }
    Jnz |pc, fp, cx| {
        if r!(fp, (*pc).a) != 0 { Jump(pc.offset((*pc).bc() as i32 as isize)) } else { Next(pc.add(1)) }
    }
    Jz |pc, fp, cx| {
        if r!(fp, (*pc).a) == 0 { Jump(pc.offset((*pc).bc() as i32 as isize)) } else { Next(pc.add(1)) }
    }
    Loop |pc, fp, cx| { poll_jump(pc.offset((*pc).bc() as i32 as isize), fp, cx) }
    LoopNz |pc, fp, cx| {
        if r!(fp, (*pc).a) != 0 { poll_jump(pc.offset((*pc).bc() as i32 as isize), fp, cx) } else { Next(pc.add(1)) }
    }
    NilCheck |pc, fp, cx| {
        if r!(fp, (*pc).a) < NIL_PAGE {
            return Cold(nil_far, pc, fp);
        }
        Next(pc.add(1))
    }
    CopyMem |pc, fp, cx| {
        let i = *pc;
        let (to, from) = (r!(fp, i.a), r!(fp, i.b));
        if to < NIL_PAGE || from < NIL_PAGE {
            return Cold(nil_far, pc, fp);
        }
        let t = &*cx.types.add((*pc.add(1)).ext_ab() as usize);
        std::ptr::copy(from as *const u8, to as *mut u8, t.size as usize);
        Next(pc.add(2))
    }
    ZeroMem |pc, fp, cx| {
        let to = r!(fp, (*pc).a);
        if to < NIL_PAGE {
            return Cold(nil_far, pc, fp);
        }
        let t = &*cx.types.add((*pc.add(1)).ext_ab() as usize);
        std::ptr::write_bytes(to as *mut u8, 0, t.size as usize);
        Next(pc.add(2))
    }
    IdxAddr |pc, fp, cx| {
        let (i, x) = (*pc, *pc.add(1));
        let (base, at, len) = (r!(fp, i.b), r!(fp, i.c), r!(fp, x.op));
        if at >= len {
            return Cold(index_far, pc, fp);
        }
        r!(fp, i.a) = base + at * x.ext_cd() as u64;
        Next(pc.add(2))
    }
    SlicePtr |pc, fp, cx| {
        let (i, x) = (*pc, *pc.add(1));
        let low = if r!(fp, x.op) == 0 { 0 } else { r!(fp, i.c) };
        r!(fp, i.a) = r!(fp, i.b) + low * x.ext_cd() as u64;
        Next(pc.add(2))
    }
    SliceCheck |pc, fp, cx| {
        let (i, x) = (*pc, *pc.add(1));
        let (lo, hi, max, limit) = (r!(fp, i.a), r!(fp, i.b), r!(fp, i.c), r!(fp, x.op));
        if lo <= hi && hi <= max && max <= limit {
            return Next(pc.add(2));
        }
        Cold(slice_error, pc, fp)
    }
    New |pc, fp, cx| {
        let Some(p) = cx.alloc_at_once(&*cx.types.add((*pc).bc() as usize)) else {
            return Cold(new_far, pc, fp);
        };
        r!(fp, (*pc).a) = p.as_ptr() as u64;
        Next(pc.add(1))
    }
    MakeClosure |pc, fp, cx| {
        let func = (*pc).bc();
        let Some(p) = cx.alloc_at_once(&*(*cx.code.cast::<Code>()).closure_descs.add(func as usize)) else {
            return Cold(closure_far, pc, fp);
        };
        let p = p.as_ptr().cast::<u64>();
        *p = func as u64;
        r!(fp, (*pc).a) = p as u64;
        Next(pc.add(1))
    }
    Call |pc, fp, cx| {
        let i = *pc;
        // The loader put the distance to the callee's code there (`link::load_code`).
        enter(pc.offset(i.bc() as i32 as isize), i.a as usize, pc.add(1), pc, fp, cx)
    }
    CallClosure |pc, fp, cx| {
        let i = *pc;
        let closure = r!(fp, i.b);
        if closure < NIL_PAGE {
            return Cold(nil_far, pc, fp);
        }
        *fp.add(i.a as usize - 3) = closure;
        enter(code_of(*(closure as *const u64) as u32, cx), i.a as usize, pc.add(1), pc, fp, cx)
    }
    CallInterface |pc, fp, cx| {
        let i = *pc;
        let itab = r!(fp, i.b);
        if itab < NIL_PAGE {
            return Cold(nil_far, pc, fp);
        }
        let func = *((itab + 16) as *const u32).add(i.c as usize);
        enter(code_of(func, cx), i.a as usize, pc.add(1), pc, fp, cx)
    }
    CallNative |pc, fp, cx| {
        let i = *pc;
        let native = &*(*cx.code.cast::<Code>()).natives.add(i.bc() as usize);
        let window = fp.add(i.a as usize);
        if let gvm_runtime::native::NativeKind::Blocking(ready) = native.kind {
            (*cx.g).pc = pc.add(1).cast();
            (*cx.g).fp = fp;
            cx.blocking = Some(gvm_runtime::cx::Blocking { call: native.call, ready, window });
            return Leave(Exit::Blocking);
        }
        cx.at = pc.cast();
        match (native.call)(cx, window) {
            Status::Done => Next(pc.add(1)),
            s => not_done(s, pc.add(1), pc, fp, cx).flow(),
        }
    }
    Rt |pc, fp, cx| {
        let (i, x) = (*pc, *pc.add(1));
        let call = *(*cx.code.cast::<Code>()).intrinsics.add(i.b as usize);
        cx.at = pc.cast();
        match call(cx, fp.add(i.a as usize), i.c, cx.types.add(x.ext_ab() as usize), x.ext_cd()) {
            Status::Done => {
                // A parking one is followed by its finish, which is for those that parked.
                let skip = if (*pc.add(2)).op == gvm_bytecode::Op::RtFinish as u16 { 4 } else { 2 };
                Next(pc.add(skip))
            }
            s => not_done(s, pc.add(2), pc, fp, cx).flow(),
        }
    }
    RtFinish |pc, fp, cx| {
        let (i, x) = (*pc, *pc.add(1));
        let call = *(*cx.code.cast::<Code>()).finishers.add(i.b as usize);
        match call(cx, fp.add(i.a as usize), i.c, cx.types.add(x.ext_ab() as usize), x.ext_cd()) {
            Status::Done => Next(pc.add(2)),
            s => not_done(s, pc.add(2), pc, fp, cx).flow(),
        }
    }
    Ret |_pc, fp, cx| {
        Frame(*fp.sub(2) as *const Cell, frame::caller(fp))
    }
    RetNz |pc, fp, cx| { return_if(r!(fp, (*pc).a) != 0, pc, fp) }
    RetZ |pc, fp, cx| { return_if(r!(fp, (*pc).a) == 0, pc, fp) }
    RetEqI |pc, fp, cx| { return_if(i!(fp, (*pc).a) == (*pc).b as i16 as i64, pc, fp) }
    RetNeI |pc, fp, cx| { return_if(i!(fp, (*pc).a) != (*pc).b as i16 as i64, pc, fp) }
    RetLtI |pc, fp, cx| { return_if(i!(fp, (*pc).a) < (*pc).b as i16 as i64, pc, fp) }
    RetLeI |pc, fp, cx| { return_if(i!(fp, (*pc).a) <= (*pc).b as i16 as i64, pc, fp) }
    RetGtI |pc, fp, cx| { return_if(i!(fp, (*pc).a) > (*pc).b as i16 as i64, pc, fp) }
    RetGeI |pc, fp, cx| { return_if(i!(fp, (*pc).a) >= (*pc).b as i16 as i64, pc, fp) }
    Ret1 |pc, fp, cx| {
        r!(fp, 0) = r!(fp, (*pc).a);
        Frame(*fp.sub(2) as *const Cell, frame::caller(fp))
    }
    Go |pc, fp, cx| {
        let closure = r!(fp, (*pc).a);
        if closure < NIL_PAGE {
            return fatal(pc, fp, cx, "go of nil func value").flow();
        }
        (*cx.g).pc = pc.cast();
        (*cx.g).fp = fp;
        gvm_runtime::sched::spawn(cx, closure, pc as u64);
        Next(pc.add(1))
    }
    Defer |pc, fp, cx| {
        let g = &mut *cx.g;
        let frame = frame::distance(g, fp);
        g.defers.push(DeferRecord { closure: r!(fp, (*pc).a), frame });
        Next(pc.add(1))
    }
    FrameToken |pc, fp, cx| {
        r!(fp, (*pc).a) = frame::distance(&*cx.g, fp) as u64;
        Next(pc.add(1))
    }
    DeferTo |pc, fp, cx| {
        let g = &mut *cx.g;
        let frame = r!(fp, (*pc).b) as u32;
        // Frames further out come first in the list.
        let at = g.defers.partition_point(|d| d.frame <= frame);
        g.defers.insert(at, DeferRecord { closure: r!(fp, (*pc).a), frame });
        Next(pc.add(1))
    }
    DeferRun |pc, fp, cx| {
        let g = &mut *cx.g;
        let frame = frame::distance(g, fp);
        match g.defers.last() {
            Some(d) if d.frame == frame => {
                let closure = d.closure;
                if closure < NIL_PAGE {
                    g.defers.pop();
                    return Cold(nil_far, pc, fp);
                }
                let (func, w) = (*(closure as *const u64) as u32, (*pc).a as usize);
                *fp.add(w - 3) = closure;
                // It returns to this instruction, which runs the next one.
                let need = w + (*cx.funcs.cast::<FuncInfo>().add(func as usize)).frame_size as usize;
                if fp.add(need) > cx.stack_end {
                    cx.stack_need = need + HEADER;
                    return Cold(grow_and_retry, pc, fp);
                }
                g.defers.pop();
                enter(code_of(func, cx), w, pc, pc, fp, cx)
            }
            _ => Next(pc.add(1)),
        }
    }
    Panic |pc, fp, cx| { raise(pc, fp, cx, r!(fp, (*pc).a), r!(fp, (*pc).b)).flow() }
    Recover |pc, fp, cx| {
        let (t, d) = panic::recover(fp, cx);
        r!(fp, (*pc).a) = t;
        r!(fp, (*pc).a + 1) = d;
        Next(pc.add(1))
    }
    Goexit |pc, fp, cx| { Cold(finished, pc, fp) }
    PanicReturn |pc, fp, cx| { deferred_returned(fp, cx).flow() }
    PanicText |pc, fp, cx| { text_returned(fp, cx).flow() }
    Unreachable |pc, fp, cx| { fatal(pc, fp, cx, "internal error: unreachable code was reached").flow() }
}

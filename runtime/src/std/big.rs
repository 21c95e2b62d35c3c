//! Natives of package math/big: arithmetic of natural numbers, which are slices of words with the lowest
//! first and no zeros at the high end. Results are new slices.
//!
//! The work is num-bigint's. One call is not stopped in between: it takes as long as its operands are long.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// The number in three slots.
///
/// # Safety
/// The slots hold a slice of words.
unsafe fn number(w: *const u64) -> BigUint {
    // SAFETY: the caller's promise; words of 64 bits are twice as many of 32, the low half first.
    let halves = unsafe {
        match *w.add(1) {
            0 => &[],
            n => std::slice::from_raw_parts(*w as *const u32, 2 * n as usize),
        }
    };
    BigUint::from_slice(halves)
}

/// # Safety
/// `w` has room for three slots.
unsafe fn put(cx: &mut Cx, w: *mut u64, x: &BigUint) {
    let words = x.to_u64_digits();
    let n = words.len();
    // SAFETY: the caller's promise; the new object has room for the words.
    unsafe {
        let at = match n {
            0 => 0,
            _ => cx.alloc(n * 8, std::ptr::null()) as u64,
        };
        if n > 0 {
            std::ptr::copy_nonoverlapping(words.as_ptr(), at as *mut u64, n);
        }
        *w = at;
        *w.add(1) = n as u64;
        *w.add(2) = n as u64;
    }
}

macro_rules! binary {
    ($($name:ident |$x:ident, $y:ident| $result:expr;)*) => {
        $(
            unsafe fn $name(cx: &mut Cx, w: *mut u64) -> Status {
                // SAFETY: two slices of words; the result takes the first one's place.
                unsafe {
                    let ($x, $y) = (number(w), number(w.add(3)));
                    put(cx, w, &$result);
                }
                Status::Done
            }
        )*
    };
}
binary! {
    add |x, y| x + y;
    sub |x, y| if x < y { BigUint::ZERO } else { x - y };
    mul |x, y| x * y;
    gcd |x, y| x.gcd(&y);
}

unsafe fn div(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: two slices of words, the second not zero; two results.
    unsafe {
        let (x, y) = (number(w), number(w.add(3)));
        if y == BigUint::ZERO {
            return cx.runtime_error("integer divide by zero");
        }
        let (q, r) = x.div_rem(&y);
        put(cx, w, &q);
        put(cx, w.add(3), &r);
    }
    Status::Done
}

unsafe fn power(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: three slices of words, the third not zero.
    unsafe {
        let (x, y, m) = (number(w), number(w.add(3)), number(w.add(6)));
        if m == BigUint::ZERO {
            return cx.runtime_error("integer divide by zero");
        }
        put(cx, w, &x.modpow(&y, &m));
    }
    Status::Done
}

unsafe fn power_small(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of words and a number.
    unsafe {
        let x = number(w);
        put(cx, w, &x.pow(*w.add(3) as u32));
    }
    Status::Done
}

unsafe fn sqrt(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of words.
    unsafe {
        let x = number(w);
        put(cx, w, &x.sqrt());
    }
    Status::Done
}

unsafe fn left(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of words and a number.
    unsafe {
        let x = number(w);
        put(cx, w, &(x << *w.add(3)));
    }
    Status::Done
}

unsafe fn right(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of words and a number.
    unsafe {
        let x = number(w);
        put(cx, w, &(x >> *w.add(3)));
    }
    Status::Done
}

/// Bitwise operations of numbers with a sign, in two's complement.
unsafe fn bitwise(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number, two pairs of a slice of words and a bool. Results: a slice and a bool.
    unsafe {
        let signed = |at: *const u64| {
            let sign = if *at.add(3) as u8 != 0 { Sign::Minus } else { Sign::Plus };
            BigInt::from_biguint(sign, number(at))
        };
        let (x, y) = (signed(w.add(1)), signed(w.add(5)));
        let z = match *w {
            0 => x & y,
            1 => x | y,
            2 => x ^ y,
            _ => x & !y,
        };
        put(cx, w, z.magnitude());
        *w.add(3) = u64::from(z.sign() == Sign::Minus);
    }
    Status::Done
}

unsafe fn text(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of words and a base from 2 to 36; room for a string.
    unsafe {
        let text = number(w).to_str_radix(*w.add(3) as u32);
        crate::string::put(cx, w, text.as_bytes());
    }
    Status::Done
}

unsafe fn parse(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string of digits and a base from 2 to 36; room for a slice.
    unsafe {
        let digits = crate::string::bytes(*w, *w.add(1));
        let x = BigUint::parse_bytes(digits, *w.add(2) as u32).unwrap_or_default();
        put(cx, w, &x);
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("math/big.natAdd", "func(x, y []Word) []Word", add),
            leaf("math/big.natSub", "func(x, y []Word) []Word", sub),
            leaf("math/big.natMul", "func(x, y []Word) []Word", mul),
            leaf("math/big.natGCD", "func(x, y []Word) []Word", gcd),
            leaf("math/big.natDiv", "func(x, y []Word) (q, r []Word)", div),
            leaf("math/big.natPowerMod", "func(x, y, m []Word) []Word", power),
            leaf("math/big.natPower", "func(x []Word, n uint) []Word", power_small),
            leaf("math/big.natSqrt", "func(x []Word) []Word", sqrt),
            leaf("math/big.natLeft", "func(x []Word, n uint) []Word", left),
            leaf("math/big.natRight", "func(x []Word, n uint) []Word", right),
            leaf(
                "math/big.bitwise",
                "func(op int, x []Word, xneg bool, y []Word, yneg bool) (z []Word, neg bool)",
                bitwise,
            ),
            leaf("math/big.natText", "func(x []Word, base int) string", text),
            leaf("math/big.natParse", "func(s string, base int) []Word", parse),
        ]
    }
}

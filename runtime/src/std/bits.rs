//! Natives of package math/bits, and the block function of math/rand/v2's ChaCha8.

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

macro_rules! of_one {
    ($($native:ident: $x:ident => $result:expr;)*) => {
        $(
            unsafe fn $native(_: &mut Cx, w: *mut u64) -> Status {
                // SAFETY: one argument, one result.
                unsafe {
                    let $x = *w;
                    *w = $result;
                }
                Status::Done
            }
        )*
    };
}

of_one! {
    len64: x => (64 - x.leading_zeros()) as u64;
    ones_count64: x => x.count_ones() as u64;
    trailing_zeros64: x => x.trailing_zeros() as u64;
    reverse64: x => x.reverse_bits();
    reverse_bytes64: x => x.swap_bytes();
}

unsafe fn mul64(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: two arguments, two results.
    unsafe {
        let product = *w as u128 * *w.add(1) as u128;
        *w = (product >> 64) as u64;
        *w.add(1) = product as u64;
    }
    Status::Done
}

unsafe fn divide(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: three arguments, two results; the Go side looked at the divisor.
    unsafe {
        let (x, y) = ((*w as u128) << 64 | *w.add(1) as u128, *w.add(2) as u128);
        *w = (x / y) as u64;
        *w.add(1) = (x % y) as u64;
    }
    Status::Done
}

/// Four ChaCha8 blocks as C2SP's chacha8rand wants them: constants, key, block number, three zero
/// words; of the input only the key is added at the end. Word i of the four blocks lie together.
///
/// # Safety
/// As every native.
unsafe fn fill(_: &mut Cx, w: *mut u64) -> Status {
    const CONSTANTS: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];
    // SAFETY: the addresses of four and of 32 words, which the Go side made.
    let (seed, out) = unsafe { (&*(*w as *const [u64; 4]), &mut *(*w.add(2) as *mut [u64; 32])) };
    // SAFETY: the argument between them.
    let counter = unsafe { *w.add(1) } as u32;
    let key = |i: usize| (seed[i / 2] >> (32 * (i % 2))) as u32;
    for block in 0..4 {
        let mut x = [0u32; 16];
        x[..4].copy_from_slice(&CONSTANTS);
        for i in 0..8 {
            x[4 + i] = key(i);
        }
        x[12] = counter.wrapping_add(block);
        let mut quarter = |a: usize, b: usize, c: usize, d: usize| {
            for (left, right) in [(16, 12), (8, 7)] {
                x[a] = x[a].wrapping_add(x[b]);
                x[d] = (x[d] ^ x[a]).rotate_left(left);
                x[c] = x[c].wrapping_add(x[d]);
                x[b] = (x[b] ^ x[c]).rotate_left(right);
            }
        };
        for _ in 0..4 {
            for i in 0..4 {
                quarter(i, 4 + i, 8 + i, 12 + i);
            }
            for i in 0..4 {
                quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
            }
        }
        for i in 0..8 {
            x[4 + i] = x[4 + i].wrapping_add(key(i));
        }
        for (i, &word) in x.iter().enumerate() {
            let at = 4 * i + block as usize;
            let shift = 32 * (at % 2);
            let slot = &mut out[at / 2];
            *slot = *slot & !(0xffff_ffff << shift) | (word as u64) << shift;
        }
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("math/bits.Len64", "func(x uint64) int", len64),
            leaf("math/bits.OnesCount64", "func(x uint64) int", ones_count64),
            leaf("math/bits.TrailingZeros64", "func(x uint64) int", trailing_zeros64),
            leaf("math/bits.Reverse64", "func(x uint64) uint64", reverse64),
            leaf("math/bits.ReverseBytes64", "func(x uint64) uint64", reverse_bytes64),
            leaf("math/bits.Mul64", "func(x, y uint64) (hi, lo uint64)", mul64),
            leaf("math/bits.divide", "func(hi, lo, y uint64) (quo, rem uint64)", divide),
            leaf(
                "math/rand/v2.fill",
                "func(seed *[4]uint64, counter uint32, words *[32]uint64)",
                fill,
            ),
        ]
    }
}

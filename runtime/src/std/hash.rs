//! Natives of the hash packages: what hash/crc32, hash/crc64, hash/adler32, hash/fnv, hash/maphash,
//! crypto/md5, crypto/sha1, crypto/sha256, crypto/sha512 and crypto/rand do with bytes. Padding, interfaces
//! and saved states are the Go side's, which also cuts long inputs into pieces.
//!
//! MD5 is RFC 1321's; SHA-1 and SHA-2 (FIPS 180-4) and the IEEE polynomial's CRC are well-kept crates'.

use sha1::digest::generic_array::GenericArray;

use crate::cx::{Cx, Status};
use crate::desc::TypeDesc;
use crate::native::{NativeDecl, leaf};

unsafe fn crc_ieee(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number and a slice of bytes.
    unsafe {
        let mut h = crc32fast::Hasher::new_with_initial(*w as u32);
        h.update(crate::string::bytes(*w.add(1), *w.add(2)));
        *w = u64::from(h.finalize());
    }
    Status::Done
}

unsafe fn crc32(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number, the address of a table, which is not nil, a slice of bytes.
    unsafe {
        let table = &*(*w.add(1) as *const [u32; 256]);
        let data = crate::string::bytes(*w.add(2), *w.add(3));
        let step = |crc: u32, &b: &u8| table[usize::from(crc as u8 ^ b)] ^ crc >> 8;
        *w = u64::from(!data.iter().fold(!(*w as u32), step));
    }
    Status::Done
}

unsafe fn crc64(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: as `crc32`.
    unsafe {
        let table = &*(*w.add(1) as *const [u64; 256]);
        let data = crate::string::bytes(*w.add(2), *w.add(3));
        let step = |crc: u64, &b: &u8| table[usize::from(crc as u8 ^ b)] ^ crc >> 8;
        *w = !data.iter().fold(!*w, step);
    }
    Status::Done
}

/// Adler-32 (RFC 1950): two sums modulo the greatest prime below 2^16.
fn adler(sum: u32, data: &[u8]) -> u32 {
    const PRIME: u32 = 65521;
    let (mut a, mut b) = (sum & 0xffff, sum >> 16);
    // So many steps do not overflow 32 bits.
    for piece in data.chunks(5552) {
        for &c in piece {
            a += u32::from(c);
            b += a;
        }
        a %= PRIME;
        b %= PRIME;
    }
    b << 16 | a
}

unsafe fn adler32(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number and a slice of bytes.
    unsafe {
        *w = u64::from(adler(*w as u32, crate::string::bytes(*w.add(1), *w.add(2))));
    }
    Status::Done
}

/// FNV of 64 bits: the prime, or in 32 bits the other one; `first` says that a byte is added before
/// the multiplication (FNV-1a).
fn fnv(h: u64, prime: u64, mask: u64, first: bool, data: &[u8]) -> u64 {
    let step = |h: u64, &b: &u8| {
        let b = u64::from(b);
        if first { (h ^ b).wrapping_mul(prime) & mask } else { h.wrapping_mul(prime) & mask ^ b }
    };
    data.iter().fold(h, step)
}

unsafe fn fnv_sum(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number, a slice of bytes, two bools.
    unsafe {
        let data = crate::string::bytes(*w.add(1), *w.add(2));
        let (small, first) = (*w.add(4) as u8 != 0, *w.add(5) as u8 != 0);
        let (prime, mask) =
            if small { (0x0100_0193, 0xffff_ffff) } else { (0x0100_0000_01b3, u64::MAX) };
        *w = fnv(*w, prime, mask, first, data);
    }
    Status::Done
}

/// The integer part of |sin(i + 1)| · 2^32, as RFC 1321 defines its table.
fn md5_table() -> &'static [u32; 64] {
    static TABLE: std::sync::OnceLock<[u32; 64]> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        std::array::from_fn(|i| ((i as f64 + 1.0).sin().abs() * 4_294_967_296.0) as u32)
    })
}

/// MD5's function of one block of 64 bytes.
fn md5_block(state: &mut [u32; 4], block: &[u8; 64]) {
    const SHIFTS: [[u32; 4]; 4] =
        [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let table = md5_table();
    let word = |i: usize| {
        u32::from_le_bytes([block[4 * i], block[4 * i + 1], block[4 * i + 2], block[4 * i + 3]])
    };
    let x: [u32; 16] = std::array::from_fn(word);
    let [mut a, mut b, mut c, mut d] = *state;
    for i in 0..64 {
        let (f, k) = match i / 16 {
            0 => (b & c | !b & d, i),
            1 => (b & d | c & !d, (5 * i + 1) % 16),
            2 => (b ^ c ^ d, (3 * i + 5) % 16),
            _ => (c ^ (b | !d), 7 * i % 16),
        };
        let sum = a.wrapping_add(f).wrapping_add(x[k]).wrapping_add(table[i]);
        (a, d, c) = (d, c, b);
        b = b.wrapping_add(sum.rotate_left(SHIFTS[i / 16][i % 4]));
    }
    for (s, v) in state.iter_mut().zip([a, b, c, d]) {
        *s = s.wrapping_add(v);
    }
}

macro_rules! blocks {
    ($($name:ident: $word:ty, $words:literal, $size:literal, |$state:ident, $block:ident| $body:expr;)*) => {
        $(
            unsafe fn $name(_: &mut Cx, w: *mut u64) -> Status {
                // SAFETY: the address of a state, which is not nil, and a slice of bytes.
                unsafe {
                    let $state = &mut *(*w as *mut [$word; $words]);
                    let data = crate::string::bytes(*w.add(1), *w.add(2));
                    for block in data.chunks_exact($size) {
                        let $block: &[u8; $size] = block.try_into().unwrap_or(&[0; $size]);
                        $body;
                    }
                }
                Status::Done
            }
        )*
    };
}
blocks! {
    md5: u32, 4, 64, |state, block| md5_block(state, block);
    sha_1: u32, 5, 64, |state, block| sha1::compress(state, &[GenericArray::from(*block)]);
    sha_256: u32, 8, 64, |state, block| sha2::compress256(state, &[GenericArray::from(*block)]);
    sha_512: u64, 8, 128, |state, block| sha2::compress512(state, &[GenericArray::from(*block)]);
}

unsafe fn map_sum(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number and a slice of bytes.
    unsafe { *w = crate::equality::hash_bytes(*w.add(1) as *const u8, *w.add(2) as usize, *w) };
    Status::Done
}

unsafe fn map_value(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number, a descriptor, the address of a value of its type.
    unsafe {
        let (rt, g) = (cx.rt(), cx.g);
        let desc = &*(*w.add(1) as *const TypeDesc);
        let hash =
            crate::equality::hash(desc, *w.add(2) as *const u8, *w, &mut || rt.next_random(g));
        match hash {
            Ok(h) => *w = h,
            Err(t) => {
                let text = format!("hash of unhashable type {}", (*t).string);
                return cx.runtime_error(text);
            }
        }
    }
    Status::Done
}

unsafe fn random(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of bytes that nobody else uses.
    unsafe {
        let (at, n) = (*w as *mut u8, *w.add(1) as usize);
        let rt = cx.rt();
        let mut done = 0;
        while done < n {
            if rt.options.seed.is_some() && !rt.follows {
                // With a seed nothing of the machine reaches the program.
                let word = rt.next_random(std::ptr::null_mut()).to_le_bytes();
                let k = word.len().min(n - done);
                std::ptr::copy_nonoverlapping(word.as_ptr(), at.add(done), k);
                done += k;
                continue;
            }
            if rt.follows {
                break;
            }
            let k = libc::getrandom(at.add(done).cast(), n - done, 0);
            if k > 0 {
                done += k as usize;
            } else if *libc::__errno_location() != libc::EINTR {
                return cx.throw(crate::cx::Throw::Fatal(
                    "crypto/rand: failed to read random data".into(),
                ));
            }
        }
        if rt.inputs {
            let bytes = std::slice::from_raw_parts_mut(at, n);
            let told = rt.told(cx.m, || bytes.iter().map(|&b| b as u64).collect());
            bytes.iter_mut().zip(told).for_each(|(b, t)| *b = t as u8);
        }
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    use super::value;
    const {
        &[
            leaf("hash/crc32.updateIEEE", "func(crc uint32, p []byte) uint32", crc_ieee),
            leaf("hash/crc32.update", "func(crc uint32, tab *Table, p []byte) uint32", crc32),
            leaf("hash/crc64.update", "func(crc uint64, tab *Table, p []byte) uint64", crc64),
            leaf("hash/adler32.update", "func(sum uint32, p []byte) uint32", adler32),
            leaf("hash/fnv.update", "func(h uint64, p []byte, small, first bool) uint64", fnv_sum),
            leaf("hash/maphash.sum", "func(seed uint64, p []byte) uint64", map_sum),
            leaf(
                "hash/maphash.value",
                "func(seed uint64, typ, ptr unsafe.Pointer) uint64",
                map_value,
            ),
            leaf("hash/maphash.unpack", "func(x any) (typ, ptr unsafe.Pointer)", value::unpack),
            leaf(
                "hash/maphash.randomBits",
                "func() uint64",
                super::math_natives::native_random_bits,
            ),
            leaf("crypto/md5.block", "func(state *[4]uint32, p []byte)", md5),
            leaf("crypto/sha1.block", "func(state *[5]uint32, p []byte)", sha_1),
            leaf("crypto/sha256.block", "func(state *[8]uint32, p []byte)", sha_256),
            leaf("crypto/sha512.block", "func(state *[8]uint64, p []byte)", sha_512),
            leaf("crypto/rand.fill", "func(p []byte)", random),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_values() {
        assert_eq!(adler(1, b"Wikipedia"), 0x11e6_0398);
        assert_eq!(adler(1, &vec![255; 1 << 16]), {
            let (mut a, mut b) = (1u64, 0u64);
            for _ in 0..1 << 16 {
                a = (a + 255) % 65521;
                b = (b + a) % 65521;
            }
            (b << 16 | a) as u32
        });
        assert_eq!(
            fnv(0xcbf2_9ce4_8422_2325, 0x0100_0000_01b3, u64::MAX, true, b"foobar"),
            0x8594_4171_f739_67e8
        );
        // RFC 1321: MD5 of the empty text.
        let mut state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
        let mut block = [0; 64];
        block[0] = 0x80;
        md5_block(&mut state, &block);
        assert_eq!(
            state.map(u32::swap_bytes),
            [0xd41d_8cd9, 0x8f00_b204, 0xe980_0998, 0xecf8_427e]
        );
    }
}

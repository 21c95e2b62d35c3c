//! Strings: the intrinsics that make, convert, compare and decode them.

use crate::cx::{Cx, IntrinsicFn, Status};
use crate::desc::TypeDesc;

/// The bytes of a string or byte slice.
///
/// # Safety
/// `len` bytes are readable at `p`, and stay so while the slice is used.
pub unsafe fn bytes<'b>(p: u64, len: u64) -> &'b [u8] {
    if len == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts(p as *const u8, len as usize) }
}

/// A new string with these bytes: pointer and length in two slots.
///
/// # Safety
/// `w` has room for two slots.
pub unsafe fn put(cx: &mut Cx, w: *mut u64, s: &[u8]) {
    let p = alloc_bytes(cx, s);
    // SAFETY: the caller's promise.
    unsafe {
        *w = p;
        *w.add(1) = s.len() as u64;
    }
}

/// A copy of these bytes in the heap; 0 for none.
pub fn alloc_bytes(cx: &mut Cx, s: &[u8]) -> u64 {
    if s.is_empty() {
        return 0;
    }
    let p = cx.alloc(s.len(), std::ptr::null());
    // SAFETY: the new object has that many bytes.
    unsafe { std::ptr::copy_nonoverlapping(s.as_ptr(), p, s.len()) };
    p as u64
}

unsafe fn concat(cx: &mut Cx, w: *mut u64, n: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: the window has n strings.
    unsafe {
        let n = n as usize;
        let mut total = 0usize;
        let mut parts = 0;
        let mut only = 0;
        for i in 0..n {
            let len = *w.add(2 * i + 1) as usize;
            total += len;
            if len > 0 {
                parts += 1;
                only = i;
            }
        }
        if parts <= 1 {
            let (p, l) = (*w.add(2 * only), *w.add(2 * only + 1));
            *w = p;
            *w.add(1) = l;
            return Status::Done;
        }
        let out = cx.alloc(total, std::ptr::null());
        let mut at = 0;
        for i in 0..n {
            let len = *w.add(2 * i + 1) as usize;
            if len > 0 {
                std::ptr::copy_nonoverlapping(*w.add(2 * i) as *const u8, out.add(at), len);
                at += len;
            }
        }
        *w = out as u64;
        *w.add(1) = total as u64;
    }
    Status::Done
}

unsafe fn compare(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: the window has two strings.
    unsafe {
        let (a, b) = (bytes(*w, *w.add(1)), bytes(*w.add(2), *w.add(3)));
        *w = a.cmp(b) as i64 as u64;
    }
    Status::Done
}

/// The rune at the start of `s` and its width; (U+FFFD, 1) for what is not UTF-8.
pub fn decode(s: &[u8]) -> (u32, usize) {
    let b = s[0];
    if b < 0x80 {
        return (b as u32, 1);
    }
    let need = match b {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return (0xfffd, 1),
    };
    match s.get(..need).and_then(|x| std::str::from_utf8(x).ok()).and_then(|x| x.chars().next()) {
        Some(c) => (c as u32, need),
        None => (0xfffd, 1),
    }
}

unsafe fn str_decode(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a string and an index below its length.
    unsafe {
        let i = *w.add(2) as usize;
        let (r, n) = decode(&bytes(*w, *w.add(1))[i..]);
        *w = r as u64;
        *w.add(1) = n as u64;
    }
    Status::Done
}

unsafe fn from_bytes(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: pointer and length of a byte slice.
    unsafe { put(cx, w, bytes(*w, *w.add(1))) };
    Status::Done
}

unsafe fn to_bytes(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a string; room for a slice.
    unsafe {
        let s = bytes(*w, *w.add(1));
        // Never nil: []byte("") is empty but not nil.
        *w = if s.is_empty() { cx.rt().zero_area() as u64 } else { alloc_bytes(cx, s) };
        *w.add(2) = *w.add(1);
    }
    Status::Done
}

/// The UTF-8 form of a rune; U+FFFD for what is none.
pub fn encode(r: i64, out: &mut Vec<u8>) {
    let c = u32::try_from(r).ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

unsafe fn from_runes(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: pointer and length of a []rune.
    unsafe {
        let (p, n) = (*w as *const i32, *w.add(1) as usize);
        let mut out = Vec::with_capacity(n);
        for i in 0..n {
            encode(*p.add(i) as i64, &mut out);
        }
        put(cx, w, &out);
    }
    Status::Done
}

unsafe fn to_runes(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a string; room for a slice.
    unsafe {
        let mut s = bytes(*w, *w.add(1));
        let mut runes: Vec<i32> = Vec::with_capacity(s.len());
        while !s.is_empty() {
            let (r, n) = decode(s);
            runes.push(r as i32);
            s = &s[n..];
        }
        let raw = std::slice::from_raw_parts(runes.as_ptr().cast::<u8>(), runes.len() * 4);
        *w = if runes.is_empty() { cx.rt().zero_area() as u64 } else { alloc_bytes(cx, raw) };
        *w.add(1) = runes.len() as u64;
        *w.add(2) = runes.len() as u64;
    }
    Status::Done
}

unsafe fn from_rune(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    let mut out = Vec::with_capacity(4);
    // SAFETY: a rune; room for a string.
    unsafe {
        encode(*w as i64, &mut out);
        put(cx, w, &out);
    }
    Status::Done
}

pub fn intrinsic(name: &str) -> Option<IntrinsicFn> {
    Some(match name {
        "StrConcat" => concat,
        "StrCompare" => compare,
        "StrDecode" => str_decode,
        "StrFromBytes" => from_bytes,
        "StrToBytes" => to_bytes,
        "StrFromRunes" => from_runes,
        "StrToRunes" => to_runes,
        "StrFromRune" => from_rune,
        _ => return None,
    })
}

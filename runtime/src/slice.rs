//! Slices: making, growing, copying, clearing; and the checks of package unsafe.

use crate::cx::{Cx, IntrinsicFn, Status};
use crate::desc::TypeDesc;
use crate::pack;

/// No object is bigger.
const MAX_BYTES: u128 = 1 << 46;

unsafe fn make(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: length and capacity; a linked element type.
    unsafe {
        let (len, cap) = (*w as i64, *w.add(1) as i64);
        let size = (*typ).size as u128;
        let too_big = |n: i64| n < 0 || size * n as u128 > MAX_BYTES;
        if too_big(len) {
            return cx.runtime_error("makeslice: len out of range");
        }
        if too_big(cap) || cap < len {
            return cx.runtime_error("makeslice: cap out of range");
        }
        *w = cx.alloc_array(&*typ, cap as usize) as u64;
    }
    Status::Done
}

/// The capacity append gives a slice that has to hold `want` elements.
fn new_cap(old: u64, want: u64) -> u64 {
    if want > old * 2 {
        return want;
    }
    if old < 256 {
        return (old * 2).max(want);
    }
    let mut cap = old;
    while cap < want {
        // From doubling to a quarter more, smoothly (the formula Go documents in its release notes).
        cap += (cap + 3 * 256) / 4;
    }
    cap
}

/// Bytes rounded up to what Go's allocator would give, so that `cap` grows as in Go. There, a small object of
/// more than 512 bytes that has pointers keeps 8 bytes for a word about its type.
pub fn round_up(bytes: u64, pointers: bool) -> u64 {
    // Size classes of gc's allocator (documented in `runtime.MemStats.BySize`).
    const CLASSES: [u32; 67] = [
        8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320,
        352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792,
        2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472,
        9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264,
        28672, 32768,
    ];
    if bytes <= 32768 - 8 {
        let header = if pointers && bytes > 512 { 8 } else { 0 };
        let i = CLASSES.partition_point(|&c| (c as u64) < bytes + header);
        CLASSES[i] as u64 - header
    } else {
        bytes.next_multiple_of(8192)
    }
}

/// The capacity that append gives a slice of capacity `cap` that is to have `want` elements of the type; `None`
/// when that is too long.
pub fn grown_cap(typ: &TypeDesc, cap: u64, want: u64) -> Option<u64> {
    let size = u64::from(typ.size);
    if size == 0 {
        return Some(want);
    }
    let bytes = u128::from(want) * u128::from(size);
    (bytes <= MAX_BYTES && want <= i64::MAX as u64)
        .then(|| round_up(new_cap(cap, want) * size, typ.has_pointers()) / size)
}

unsafe fn grow(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a slice and a count; a linked element type.
    unsafe {
        let (p, len, cap, more) = (*w, *w.add(1), *w.add(2), *w.add(3));
        let size = (*typ).size as u64;
        let Some(want) = len
            .checked_add(more)
            .filter(|&n| (n as u128) * (size as u128) <= MAX_BYTES && n <= i64::MAX as u64)
        else {
            return cx.runtime_error("growslice: len out of range");
        };
        if size == 0 {
            *w = cx.rt().zero_area() as u64;
            *w.add(1) = want;
            return Status::Done;
        }
        let bytes = round_up(new_cap(cap, want) * size, (*typ).has_pointers());
        let cap = bytes / size;
        let new = cx.alloc_array(&*typ, cap as usize);
        if len > 0 {
            std::ptr::copy_nonoverlapping(p as *const u8, new, (len * size) as usize);
        }
        *w = new as u64;
        *w.add(1) = cap;
    }
    Status::Done
}

/// What append gives for a slice of bytes (pointer, length, capacity) and these bytes; `None` when the
/// result would be too long.
///
/// # Safety
/// `p` points to `cap` bytes of which `len` are used; `more` may be among them.
pub unsafe fn append_bytes(
    cx: &mut Cx,
    p: u64,
    len: u64,
    cap: u64,
    more: &[u8],
) -> Option<(u64, u64, u64)> {
    let want = len.checked_add(more.len() as u64).filter(|&n| u128::from(n) <= MAX_BYTES)?;
    let (to, cap) = if want <= cap {
        (p as *mut u8, cap)
    } else {
        let cap = round_up(new_cap(cap, want), false);
        let new = cx.alloc(cap as usize, std::ptr::null());
        if len > 0 {
            // SAFETY: the caller's promise; a new object does not overlap.
            unsafe { std::ptr::copy_nonoverlapping(p as *const u8, new, len as usize) };
        }
        (new, cap)
    };
    if !more.is_empty() {
        // SAFETY: there is room behind the first `len` bytes.
        unsafe { std::ptr::copy(more.as_ptr(), to.add(len as usize), more.len()) };
    }
    Some((to as u64, want, cap))
}

unsafe fn copy(_: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: two ranges of elements of the type.
    unsafe {
        let n = (*w.add(1)).min(*w.add(3));
        if n > 0 {
            std::ptr::copy(
                *w.add(2) as *const u8,
                *w as *mut u8,
                n as usize * (*typ).size as usize,
            );
        }
        *w = n;
    }
    Status::Done
}

unsafe fn clear(_: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a range of elements of the type.
    unsafe {
        let n = *w.add(1) as usize * (*typ).size as usize;
        if n > 0 {
            std::ptr::write_bytes(*w as *mut u8, 0, n);
        }
    }
    Status::Done
}

unsafe fn unsafe_slice(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: pointer and length.
    unsafe {
        let (p, n) = (*w, *w.add(1) as i64);
        if n < 0 || (*typ).size as u128 * n as u128 > MAX_BYTES {
            return cx.runtime_error("unsafe.Slice: len out of range");
        }
        if p == 0 && n > 0 {
            return cx.runtime_error("unsafe.Slice: ptr is nil and len is not zero");
        }
        if n > 0 && p.checked_add((*typ).size as u64 * n as u64 - 1).is_none() {
            return cx.runtime_error("unsafe.Slice: len out of range");
        }
    }
    Status::Done
}

unsafe fn unsafe_string(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: pointer and length.
    unsafe {
        let (p, n) = (*w, *w.add(1) as i64);
        if n < 0 {
            return cx.runtime_error("unsafe.String: len out of range");
        }
        if p == 0 && n > 0 {
            return cx.runtime_error("unsafe.String: ptr is nil and len is not zero");
        }
    }
    Status::Done
}

unsafe fn load_box(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: an address of a value of the type, or nil.
    unsafe {
        if *w < 4096 {
            return cx.throw(crate::cx::Throw::NilDereference);
        }
        *w = pack::copy_box(cx, &*typ, *w as *const u8);
    }
    Status::Done
}

pub fn intrinsic(name: &str) -> Option<IntrinsicFn> {
    Some(match name {
        "MakeSlice" => make,
        "GrowSlice" => grow,
        "CopySlice" => copy,
        "ClearSlice" => clear,
        "UnsafeSlice" => unsafe_slice,
        "UnsafeString" => unsafe_string,
        "LoadBox" => load_box,
        _ => return None,
    })
}

//! Natives of package internal/sorting: runs of values in their natural order. The Go side keeps
//! each call's work bounded. Elements are copied out, worked on and copied back, because the program
//! may (wrongly) write to them meanwhile.

use std::cmp::Ordering;

use crate::cx::{Cx, Status};
use crate::desc::TypeKind;
use crate::native::{NativeDecl, leaf};

/// A string as it lies in memory.
#[derive(Clone, Copy)]
#[repr(C)]
struct Text {
    at: u64,
    len: u64,
}

/// An element with a total order.
trait Element: Copy {
    fn order(&self, other: &Self) -> Ordering;
    /// Equal to something that differs, or to nothing.
    fn odd(&self) -> bool {
        false
    }
}

macro_rules! numbers {
    ($($t:ty)*) => {
        $(impl Element for $t {
            fn order(&self, other: &Self) -> Ordering {
                self.cmp(other)
            }
        })*
    };
}
numbers!(i8 i16 i32 i64 u8 u16 u32 u64);

macro_rules! floats {
    ($($t:ty)*) => {
        $(impl Element for $t {
            fn order(&self, other: &Self) -> Ordering {
                self.total_cmp(other)
            }
            fn odd(&self) -> bool {
                self.is_nan() || *self == 0.0 && self.is_sign_negative()
            }
        })*
    };
}
floats!(f32 f64);

impl Element for Text {
    fn order(&self, other: &Self) -> Ordering {
        // SAFETY: strings of the program do not change and live as long as something points there.
        unsafe {
            let mine = crate::string::bytes(self.at, self.len);
            mine.cmp(crate::string::bytes(other.at, other.len))
        }
    }
}

/// # Safety
/// `at` is the address of `n` elements.
unsafe fn copied<T: Element>(at: u64, n: u64) -> Vec<T> {
    let mut out = Vec::with_capacity(n as usize);
    // SAFETY: the caller's promise; the vector has room.
    unsafe {
        std::ptr::copy_nonoverlapping(at as *const T, out.as_mut_ptr(), n as usize);
        out.set_len(n as usize);
    }
    out
}

/// # Safety
/// `at` is the address of as many elements.
unsafe fn put<T: Element>(at: u64, from: &[T]) {
    // SAFETY: the caller's promise.
    unsafe { std::ptr::copy_nonoverlapping(from.as_ptr(), at as *mut T, from.len()) }
}

/// Calls a function with the Rust type of a kind.
macro_rules! with_kind {
    ($kind:expr, $f:ident($($arg:expr),*)) => {{
        const INT8: u64 = TypeKind::Int8 as u64;
        const INT16: u64 = TypeKind::Int16 as u64;
        const INT32: u64 = TypeKind::Int32 as u64;
        const INT: u64 = TypeKind::Int as u64;
        const INT64: u64 = TypeKind::Int64 as u64;
        const UINT8: u64 = TypeKind::Uint8 as u64;
        const UINT16: u64 = TypeKind::Uint16 as u64;
        const UINT32: u64 = TypeKind::Uint32 as u64;
        const FLOAT32: u64 = TypeKind::Float32 as u64;
        const FLOAT64: u64 = TypeKind::Float64 as u64;
        const STRING: u64 = TypeKind::String as u64;
        match $kind {
            INT8 => $f::<i8>($($arg),*),
            INT16 => $f::<i16>($($arg),*),
            INT32 => $f::<i32>($($arg),*),
            INT | INT64 => $f::<i64>($($arg),*),
            UINT8 => $f::<u8>($($arg),*),
            UINT16 => $f::<u16>($($arg),*),
            UINT32 => $f::<u32>($($arg),*),
            FLOAT32 => $f::<f32>($($arg),*),
            FLOAT64 => $f::<f64>($($arg),*),
            STRING => $f::<Text>($($arg),*),
            _ => $f::<u64>($($arg),*),
        }
    }};
}

unsafe fn sort_elements<T: Element>(at: u64, n: u64) {
    // SAFETY: the native's arguments.
    unsafe {
        let mut elements = copied::<T>(at, n);
        elements.sort_unstable_by(T::order);
        put(at, &elements);
    }
}

unsafe fn sort_run(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a kind, and the address and number of elements of it.
    unsafe { with_kind!(*w, sort_elements(*w.add(1), *w.add(2))) };
    Status::Done
}

unsafe fn sorted_elements<T: Element>(at: u64, n: u64) -> u64 {
    // SAFETY: the native's arguments.
    let elements = unsafe { copied::<T>(at, n) };
    if elements.iter().any(T::odd) {
        return 0;
    }
    let falls = elements.windows(2).position(|e| e[1].order(&e[0]) == Ordering::Less);
    falls.map_or(n, |i| i as u64 + 1)
}

unsafe fn sorted_to(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a kind, and the address and number of elements of it.
    unsafe { *w = with_kind!(*w, sorted_elements(*w.add(1), *w.add(2))) };
    Status::Done
}

unsafe fn merge_elements<T: Element>(a: (u64, u64), b: (u64, u64), out: u64, n: u64) -> (u64, u64) {
    // SAFETY: the native's arguments; at most n elements of each run can be needed.
    unsafe {
        let (a, b) = (copied::<T>(a.0, a.1.min(n)), copied::<T>(b.0, b.1.min(n)));
        let (mut i, mut j) = (0, 0);
        let mut merged = Vec::with_capacity(n as usize);
        while merged.len() < n as usize {
            let from_a = match (a.get(i), b.get(j)) {
                (Some(x), Some(y)) => y.order(x) != Ordering::Less,
                (x, _) => x.is_some(),
            };
            if from_a {
                merged.push(a[i]);
                i += 1;
            } else {
                merged.push(b[j]);
                j += 1;
            }
        }
        put(out, &merged);
        (i as u64, j as u64)
    }
}

unsafe fn merge_runs(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a kind, two runs, a place for n elements, where the runs have as many.
    unsafe {
        let (a, b) = ((*w.add(1), *w.add(2)), (*w.add(3), *w.add(4)));
        let (i, j) = with_kind!(*w, merge_elements(a, b, *w.add(5), *w.add(6)));
        *w = i;
        *w.add(1) = j;
    }
    Status::Done
}

unsafe fn swap_bytes(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: two ranges that do not overlap, of memory of elements.
    unsafe {
        std::ptr::swap_nonoverlapping(*w as *mut u8, *w.add(1) as *mut u8, *w.add(2) as usize)
    };
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("internal/sorting.sortRun", "func(kind int, at unsafe.Pointer, n int)", sort_run),
            leaf(
                "internal/sorting.sortedTo",
                "func(kind int, at unsafe.Pointer, n int) int",
                sorted_to,
            ),
            leaf("internal/sorting.swapBytes", "func(a, b unsafe.Pointer, n uintptr)", swap_bytes),
            leaf(
                "internal/sorting.mergeRuns",
                "func(kind int, a unsafe.Pointer, na int, b unsafe.Pointer, nb int, out unsafe.Pointer, n int) (fromA, fromB int)",
                merge_runs,
            ),
        ]
    }
}

//! Components in slots and images in memory: one generic routine each way.

use crate::cx::Cx;
use crate::desc::{Comp, TypeDesc};

/// # Safety
/// `slots` has the components of a value of type `desc`; `image` has room for it.
#[inline]
pub unsafe fn pack(desc: &TypeDesc, slots: *const u64, image: *mut u8) {
    // SAFETY: the caller's promise; a box is an image of the type.
    unsafe {
        if desc.boxed {
            std::ptr::copy_nonoverlapping(*slots as *const u8, image, desc.size as usize);
            return;
        }
        for (i, &(offset, comp)) in desc.components.iter().enumerate() {
            let (v, at) = (*slots.add(i), image.add(offset as usize));
            match comp {
                Comp::I8 | Comp::U8 => *at = v as u8,
                Comp::I16 | Comp::U16 => *at.cast::<u16>() = v as u16,
                Comp::I32 | Comp::U32 | Comp::F32 => *at.cast::<u32>() = v as u32,
                Comp::I64 | Comp::U64 | Comp::F64 | Comp::Ptr => *at.cast::<u64>() = v,
            }
        }
    }
}

/// # Safety
/// `image` is a value of type `desc`; `slots` has room for its components.
#[inline]
pub unsafe fn unpack(cx: &mut Cx, desc: &TypeDesc, image: *const u8, slots: *mut u64) {
    // SAFETY: the caller's promise; the new box is as big as the type.
    unsafe {
        if desc.boxed {
            *slots = copy_box(cx, desc, image);
            return;
        }
        for (i, &(offset, comp)) in desc.components.iter().enumerate() {
            let at = image.add(offset as usize);
            *slots.add(i) = match comp {
                Comp::I8 => *at.cast::<i8>() as i64 as u64,
                Comp::I16 => *at.cast::<i16>() as i64 as u64,
                Comp::I32 => *at.cast::<i32>() as i64 as u64,
                Comp::U8 => *at as u64,
                Comp::U16 => *at.cast::<u16>() as u64,
                Comp::U32 | Comp::F32 => *at.cast::<u32>() as u64,
                Comp::I64 | Comp::U64 | Comp::F64 | Comp::Ptr => *at.cast::<u64>(),
            };
        }
    }
}

/// A new immutable image with a copy of the value.
///
/// # Safety
/// `image` is a value of type `desc`.
pub unsafe fn copy_box(cx: &mut Cx, desc: &TypeDesc, image: *const u8) -> u64 {
    let copy = match cx.alloc_at_once(desc) {
        Some(p) => p.as_ptr(),
        None => cx.alloc(desc.size as usize, desc),
    };
    // SAFETY: the caller's promise; the copy has the type's size.
    unsafe { std::ptr::copy_nonoverlapping(image, copy, desc.size as usize) };
    copy as u64
}

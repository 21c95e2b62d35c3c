//! Natives of package errors.

use crate::cx::{Cx, Status};
use crate::desc::{TypeDesc, TypeKind};
use crate::native::{NativeDecl, leaf};

/// The dynamic type of an interface value whose static type has methods: its itab names it.
unsafe fn concrete<'d>(itab: u64) -> Option<&'d TypeDesc> {
    if itab == 0 {
        return None;
    }
    // SAFETY: the type word of a non-empty interface.
    unsafe { (*(itab as *const crate::desc::Itab)).concrete.as_ref() }
}

unsafe fn comparable_type(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an `error`.
    unsafe { *w = concrete(*w).is_none_or(|t| t.comparable) as u64 };
    Status::Done
}

unsafe fn assign_target(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an `error` and an `any` that holds a pointer to a variable.
    unsafe {
        let (err, data) = (concrete(*w), *w.add(1));
        let target = &*(*w.add(2) as *const TypeDesc);
        let at = *w.add(3) as *mut u64;
        let (Some(err), Some(to)) = (err, target.elem.as_ref()) else {
            *w = 0;
            return Status::Done;
        };
        *w = 0;
        if to.kind == TypeKind::Interface {
            let word = if to.methods.is_empty() {
                err as *const TypeDesc as u64
            } else {
                cx.rt().itabs.find(to, err)
            };
            if word != 0 {
                *at = word;
                *at.add(1) = data;
                *w = 1;
            }
        } else if std::ptr::eq(to, err) {
            if to.direct {
                *at = data;
            } else {
                std::ptr::copy_nonoverlapping(data as *const u8, at.cast::<u8>(), to.size as usize);
            }
            *w = 1;
        }
    }
    Status::Done
}

/// 0 when `target` can be given to `errors.As`, 1 when it is no pointer or a nil one, 2 when it points
/// to what is neither an interface nor an error.
unsafe fn target_fault(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an `error` that is not nil and an `any` that is not nil.
    unsafe {
        let error = &*(*(*w as *const crate::desc::Itab)).interface;
        let target = &*(*w.add(2) as *const TypeDesc);
        *w = match target.elem.as_ref() {
            _ if target.kind != TypeKind::Pointer || *w.add(3) == 0 => 1,
            Some(t) if t.kind == TypeKind::Interface || cx.rt().itabs.find(error, t) != 0 => 0,
            _ => 2,
        };
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("errors.comparableType", "func(err error) bool", comparable_type),
            leaf("errors.targetFault", "func(err error, target any) int", target_fault),
            leaf("errors.assignTarget", "func(err error, target any) bool", assign_target),
        ]
    }
}

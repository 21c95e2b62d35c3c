//! Natives of package weak: see `crate::weak`.

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

unsafe fn register(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: the runtime outlives every M; an address that the caller keeps alive; one result.
    unsafe { *w = (*cx.rt).weak.handle(cx, *w) };
    Status::Done
}

unsafe fn strong(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a handle; one result. No collection happens while a native runs.
    unsafe { *w = *(*w as *const u64) };
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("weak.register", "func(p unsafe.Pointer) unsafe.Pointer", register),
            leaf("weak.strong", "func(handle unsafe.Pointer) unsafe.Pointer", strong),
        ]
    }
}

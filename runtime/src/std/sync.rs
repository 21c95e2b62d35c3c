//! Natives of package sync: semaphores and notify lists.

use crate::cx::{Cx, Status, Throw};
use crate::g::WaitReason;
use crate::native::{NativeDecl, leaf, parking};
use crate::sema;

/// What the Go side calls the reasons.
fn reason(n: u64) -> WaitReason {
    match n {
        1 => WaitReason::SyncMutexLock,
        2 => WaitReason::SyncRWMutexRLock,
        3 => WaitReason::SyncRWMutexLock,
        4 => WaitReason::SyncWaitGroupWait,
        _ => WaitReason::Semacquire,
    }
}

/// # Safety
/// As every native.
unsafe fn sem_acquire(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: address, lifo, reason.
    unsafe {
        if *w == 0 {
            return cx.throw(Throw::NilDereference);
        }
        sema::acquire(cx, *w, *w.add(1) != 0, reason(*w.add(2)))
    }
}

/// # Safety
/// As every native.
unsafe fn sem_release(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: address, handoff: the first waiter always gets the unit.
    unsafe {
        if *w == 0 {
            return cx.throw(Throw::NilDereference);
        }
        sema::release(cx, *w)
    }
}

/// # Safety
/// As every native.
unsafe fn notify_add(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: the address of a list in a Cond -> ticket.
    unsafe { *w = sema::notify_add(cx, w, *w as *mut _) as u64 }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn notify_wait(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: list, ticket.
    unsafe { sema::notify_wait(cx, *w as *mut _, *w.add(1) as u32) }
}

/// # Safety
/// As every native.
unsafe fn notify_all(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: list.
    unsafe { sema::notify_all(cx, w, *w as *mut _) }
}

/// # Safety
/// As every native.
unsafe fn notify_one(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: list.
    unsafe { sema::notify_one(cx, w, *w as *mut _) }
}

/// # Safety
/// As every native.
unsafe fn fatal(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string.
    let text = unsafe { std::slice::from_raw_parts((*w).max(1) as *const u8, *w.add(1) as usize) };
    let text = String::from_utf8_lossy(text).into_owned();
    cx.throw(Throw::Fatal(text))
}

/// # Safety
/// As every native.
unsafe fn nanotime(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().host.now() }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            parking("sync.semAcquire", "func(addr *uint32, lifo bool, reason int)", sem_acquire),
            leaf("sync.semRelease", "func(addr *uint32, handoff bool)", sem_release),
            leaf("sync.notifyAdd", "func(l *notifyList) uint32", notify_add),
            parking("sync.notifyWait", "func(l *notifyList, t uint32)", notify_wait),
            leaf("sync.notifyAll", "func(l *notifyList)", notify_all),
            leaf("sync.notifyOne", "func(l *notifyList)", notify_one),
            leaf("sync.nanotime", "func() int64", nanotime),
            leaf("sync.fatal", "func(text string)", fatal),
        ]
    }
}

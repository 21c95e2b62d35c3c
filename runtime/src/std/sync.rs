//! Natives of package sync: semaphores and notify lists.

use std::sync::atomic::{AtomicI32, AtomicU64, Ordering::SeqCst};

use crate::cx::{Cx, Status, Throw};
use crate::event::field::ObjectKind;
use crate::event::{Event, happens};
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
pub(super) unsafe fn fatal(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string.
    let text = unsafe { std::slice::from_raw_parts((*w).max(1) as *const u8, *w.add(1) as usize) };
    let text = String::from_utf8_lossy(text).into_owned();
    cx.throw(Throw::Fatal(text))
}

/// # Safety
/// As every native.
unsafe fn nanotime(cx: &mut Cx, w: *mut u64) -> Status {
    let now = || vec![cx.rt().host.now()];
    // SAFETY: one result.
    unsafe { *w = cx.rt().told(cx.m, now)[0] }
    Status::Done
}

/// Bytes of the longest of the objects, an RWMutex.
const LONGEST: u64 = 24;
/// `held` of Go's side.
const HELD: i32 = 1;
/// `inOrder` of Go's side.
const IN_ORDER: i32 = 4;
/// `writing` of Go's side.
const WRITING: i32 = 1 << 30;

/// # Safety
/// `p` is the address of a live, aligned int32.
unsafe fn word<'a>(p: u64) -> &'a AtomicI32 {
    // SAFETY: the caller's promise.
    unsafe { AtomicI32::from_ptr(p as *mut i32) }
}

/// A native on the state of a lock: with the event log on, change and event are one step for all
/// goroutines, so that events of an object have the order of its changes.
macro_rules! changes {
    ($($name:ident $kind:ident |$cx:ident, $w:ident| $change:block, |$pen:ident, $id:ident| $note:block)*) => {$(
        /// # Safety
        /// As every native.
        unsafe fn $name($cx: &mut Cx, $w: *mut u64) -> Status {
            // SAFETY: the address of an object of the kind, whose layout `sync.go` says; the
            // window has room for arguments and results.
            unsafe {
                if *$w == 0 {
                    return $cx.throw(Throw::NilDereference);
                }
                if !$cx.rt().recording() {
                    let _ = $change;
                    return Status::Done;
                }
                let (addr, here) = (*$w, $w);
                $cx.rt().in_order(addr, LONGEST, || $cx.rt().trace($cx.m, |$pen| {
                    let stack = $pen.here($cx, here);
                    $pen.one_step(addr, ObjectKind::$kind, |$pen, $id| {
                        let seen = $change;
                        let event: Option<Event> = { let note = $note; note(seen, stack) };
                        match event {
                            Some(e) => $pen.emit(e),
                            None if $cx.rt().inputs => $pen.emit(happens::Atomic {}),
                            None => {}
                        }
                    });
                }));
            }
            Status::Done
        }
    )*};
}

use crate::event::field::Stack;

changes! {
    lock_change Mutex |_cx, w| {
        let (old, new) = (*w.add(1) as i32, *w.add(2) as i32);
        let done = word(*w).compare_exchange(old, new, SeqCst, SeqCst).is_ok();
        *w = done as u64;
        (done && new & HELD != 0 && old & HELD == 0, old != 0)
    }, |_pen, lock| {
        move |(taken, contended): (bool, bool), stack: Stack| {
            taken.then_some(Event::MutexLock { lock, contended, stack })
        }
    }
    lock_inherit Mutex |_cx, w| {
        word(*w).fetch_add(*w.add(1) as i32, SeqCst)
    }, |_pen, lock| {
        move |_: i32, stack: Stack| Some(Event::MutexLock { lock, contended: true, stack })
    }
    lock_release Mutex |_cx, w| {
        let old = word(*w).fetch_sub(HELD, SeqCst);
        *w = (old - HELD) as i64 as u64;
        old
    }, |_pen, lock| {
        move |old: i32, stack: Stack| {
            let handoff = old & IN_ORDER != 0;
            (old & HELD != 0).then_some(Event::MutexUnlock { lock, handoff, stack })
        }
    }
    reader_enter RWMutex |_cx, w| {
        let n = word(*w + 8).fetch_add(1, SeqCst) + 1;
        *w = n as i64 as u64;
        n
    }, |_pen, lock| {
        move |n: i32, stack: Stack| (n >= 0).then_some(Event::RLock { lock, stack })
    }
    reader_leave RWMutex |_cx, w| {
        let old = word(*w + 8).fetch_sub(1, SeqCst);
        *w = (old - 1) as i64 as u64;
        old
    }, |_pen, lock| {
        move |old: i32, stack: Stack| {
            let inside = if old < 0 { old + WRITING } else { old };
            (inside > 0).then_some(Event::RUnlock { lock, stack })
        }
    }
    reader_in RWMutex |_cx, _w| {}, |_pen, lock| {
        move |_: (), stack: Stack| Some(Event::RLock { lock, stack })
    }
    writer_in RWMutex |_cx, _w| {}, |_pen, lock| {
        move |_: (), stack: Stack| Some(Event::RWLock { lock, stack })
    }
    writer_leave RWMutex |_cx, w| {
        let n = word(*w + 8).fetch_add(WRITING, SeqCst).wrapping_add(WRITING);
        *w = n as i64 as u64;
        n
    }, |_pen, lock| {
        move |n: i32, stack: Stack| {
            (0..WRITING).contains(&n).then_some(Event::RWUnlock { lock, readers: n as u64, stack })
        }
    }
    group_add WaitGroup |_cx, w| {
        let delta = *w.add(1) as i64;
        let change = (delta as u64) << 32;
        let state = AtomicU64::from_ptr(*w as *mut u64);
        *w = state.fetch_add(change, SeqCst).wrapping_add(change);
        (delta, *w)
    }, |_pen, group| {
        move |(delta, s): (i64, u64), stack: Stack| {
            Some(Event::WaitGroupAdd { group, delta, count: (s >> 32) as i32 as i64, stack })
        }
    }
    group_state WaitGroup |_cx, w| {
        *w = AtomicU64::from_ptr(*w as *mut u64).load(SeqCst);
        *w
    }, |_pen, group| {
        move |s: u64, stack: Stack| {
            Some(Event::WaitGroupWait { group, count: (s >> 32) as i32 as i64, stack })
        }
    }
    once_begin Once |_cx, _w| {}, |_pen, once| {
        move |_: (), stack: Stack| Some(Event::OnceBegin { once, stack })
    }
    once_end Once |_cx, _w| {}, |_pen, once| {
        move |_: (), _: Stack| Some(Event::OnceEnd { once })
    }
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
            leaf("sync.lockChange", "func(m *Mutex, old, new int32) bool", lock_change),
            leaf("sync.lockInherit", "func(m *Mutex, change int32)", lock_inherit),
            leaf("sync.lockRelease", "func(m *Mutex) int32", lock_release),
            leaf("sync.readerEnter", "func(rw *RWMutex) int32", reader_enter),
            leaf("sync.readerLeave", "func(rw *RWMutex) int32", reader_leave),
            leaf("sync.readerIn", "func(rw *RWMutex)", reader_in),
            leaf("sync.writerIn", "func(rw *RWMutex)", writer_in),
            leaf("sync.writerLeave", "func(rw *RWMutex) int32", writer_leave),
            leaf("sync.groupAdd", "func(wg *WaitGroup, delta int) uint64", group_add),
            leaf("sync.groupState", "func(wg *WaitGroup) uint64", group_state),
            leaf("sync.onceBegin", "func(o *Once)", once_begin),
            leaf("sync.onceEnd", "func(o *Once)", once_end),
            leaf("sync.nanotime", "func() int64", nanotime),
            leaf("sync.fatal", "func(text string)", fatal),
        ]
    }
}

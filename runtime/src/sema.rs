//! Semaphores and notify lists of package sync: goroutines that wait for an address.
//!
//! A release hands its unit to the first waiter on the waiter's behalf, so that a woken goroutine
//! need not look again: a parking native has no second half.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};

use parking_lot::Mutex;

use crate::cx::{Cx, Status};
use crate::event::field::{ObjectKind, Queue};
use crate::event::{Value, happens};
use crate::g::WaitReason;
use crate::sched::{Sudog, WaitQueue, ready};

const BUCKETS: usize = 61;

#[derive(Default)]
struct Bucket {
    /// Goroutines that wait or are about to.
    waiters: AtomicU32,
    queues: Mutex<Queues>,
}

#[derive(Default)]
struct Queues(HashMap<u64, WaitQueue>);

// SAFETY: sudogs and Gs are reached under the lock.
unsafe impl Send for Queues {}

pub struct Semas {
    buckets: Box<[Bucket]>,
}

impl Default for Semas {
    fn default() -> Self {
        Semas { buckets: (0..BUCKETS).map(|_| Bucket::default()).collect() }
    }
}

impl Semas {
    /// Who waits, by the object's number: readers or other waiters, then writers.
    pub(crate) fn each_queue(&self, mut each: impl FnMut(u64, Vec<u64>, Vec<u64>)) {
        for bucket in &self.buckets {
            for queue in bucket.queues.lock().0.values() {
                // SAFETY: queued sudogs are live; the lock is held.
                if let Some(first) = unsafe { queue.first.as_ref() } {
                    match first.sends {
                        false => each(first.object, queue.list(), Vec::new()),
                        true => each(first.object, Vec::new(), queue.list()),
                    }
                }
            }
        }
    }

    /// The address at which a goroutine waits.
    pub(crate) fn waits_at(&self, g: *mut crate::g::G) -> Option<u64> {
        for bucket in &self.buckets {
            for (&addr, queue) in &bucket.queues.lock().0 {
                let mut s = queue.first;
                while !s.is_null() {
                    // SAFETY: queued sudogs are live; the lock is held.
                    unsafe {
                        if (*s).g == g {
                            return Some(addr);
                        }
                        s = (*s).next;
                    }
                }
            }
        }
        None
    }

    fn bucket(&self, addr: u64) -> &Bucket {
        &self.buckets[(addr >> 3) as usize % BUCKETS]
    }
}

/// Takes a unit if there is one.
fn try_take(count: &AtomicU32) -> bool {
    let mut v = count.load(Ordering::SeqCst);
    while v > 0 {
        match count.compare_exchange_weak(v, v - 1, Ordering::SeqCst, Ordering::SeqCst) {
            Ok(_) => return true,
            Err(now) => v = now,
        }
    }
    false
}

/// What a semaphore of package sync belongs to: address, kind, name of the queue. The offsets are
/// those of the fields in `runtime/std/sync`.
fn owner(addr: u64, reason: WaitReason) -> (u64, ObjectKind, Queue) {
    match reason {
        WaitReason::SyncMutexLock => (addr - 4, ObjectKind::Mutex, Queue::Wait),
        WaitReason::SyncRWMutexLock => (addr - 16, ObjectKind::RWMutex, Queue::Writers),
        WaitReason::SyncRWMutexRLock => (addr - 20, ObjectKind::RWMutex, Queue::Readers),
        WaitReason::SyncWaitGroupWait => (addr - 8, ObjectKind::WaitGroup, Queue::Wait),
        WaitReason::SyncCondWait => (addr - 16, ObjectKind::Cond, Queue::Wait),
        _ => (addr, ObjectKind::Semaphore, Queue::Wait),
    }
}

/// # Safety
/// `s` was just queued by the running G, with the queue's lock held.
unsafe fn note_enter(cx: &Cx, s: *mut Sudog, addr: u64, reason: WaitReason, front: bool) {
    cx.rt().trace(cx.m, |pen| {
        let (addr, kind, queue) = owner(addr, reason);
        let object = pen.object(addr, kind);
        // SAFETY: the caller's promise.
        unsafe {
            (*s).object = object;
            (*s).sends = queue == Queue::Writers;
            (*cx.g).wait_object = object;
        }
        pen.emit(happens::WaitEnter { object, queue, front, value: Value::None });
    });
}

/// # Safety
/// `s` was just taken from a queue whose lock is held.
unsafe fn note_leave(cx: &Cx, s: *const Sudog) {
    // SAFETY: the caller's promise; the waiting G does not run.
    unsafe {
        cx.rt().event(cx.m, || happens::WaitLeave {
            object: (*s).object,
            queue: match (*(*s).g).wait_reason {
                WaitReason::SyncRWMutexLock => Queue::Writers,
                WaitReason::SyncRWMutexRLock => Queue::Readers,
                _ => Queue::Wait,
            },
            g: (*(*s).g).id,
            cancelled: false,
        });
    }
}

/// What no other event tells of, where all inputs are recorded; the bucket is locked then.
fn note_atomic(cx: &Cx) {
    if cx.rt().inputs {
        cx.rt().event(cx.m, || happens::Atomic {});
    }
}

/// # Safety
/// `addr` is the address of a live, aligned u32; a G runs.
unsafe fn prepare(cx: &mut Cx, ticket: u64, reason: WaitReason) -> *mut Sudog {
    // SAFETY: a running M has a P and a G.
    unsafe {
        let s = (*cx.p).new_sudog();
        let g = cx.g;
        (*s).g = g;
        (*s).ticket = ticket;
        (*s).is_select = false;
        // The semaphore code owns the sudog; the G does not show it.
        (*g).waiting = std::ptr::null_mut();
        (*g).wait_reason = reason;
        s
    }
}

/// Takes a unit, or parks until one is handed over.
///
/// # Safety
/// `addr` is the address of a live, aligned u32; a G runs.
pub unsafe fn acquire(cx: &mut Cx, addr: u64, lifo: bool, reason: WaitReason) -> Status {
    // SAFETY: the caller's promise.
    let count = unsafe { AtomicU32::from_ptr(addr as *mut u32) };
    // Where inputs are recorded, under the lock only.
    if !cx.rt().inputs && try_take(count) {
        return Status::Done;
    }
    let rt = cx.rt;
    // SAFETY: the runtime outlives every M; the sudog is fresh.
    unsafe {
        let s = prepare(cx, addr, reason);
        let bucket = (*rt).semas.bucket(addr);
        let mut queues = bucket.queues.lock();
        bucket.waiters.fetch_add(1, Ordering::SeqCst);
        if try_take(count) {
            bucket.waiters.fetch_sub(1, Ordering::SeqCst);
            note_atomic(cx);
            drop(queues);
            (*cx.p).free_sudog(s);
            return Status::Done;
        }
        let queue = queues.0.entry(addr).or_default();
        if lifo && !queue.first.is_null() {
            (*s).prev = std::ptr::null_mut();
            (*s).next = queue.first;
            (*queue.first).prev = s;
            queue.first = s;
        } else {
            queue.push(s);
        }
        note_enter(cx, s, addr, reason, lifo);
    }
    Status::Parked
}

/// Gives a unit back; the first waiter gets it.
///
/// # Safety
/// As `acquire`.
pub unsafe fn release(cx: &mut Cx, addr: u64) -> Status {
    // SAFETY: the caller's promise.
    let count = unsafe { AtomicU32::from_ptr(addr as *mut u32) };
    let rt = cx.rt;
    // SAFETY: the runtime outlives every M.
    let bucket = unsafe { (*rt).semas.bucket(addr) };
    let early = cx.rt().inputs.then(|| bucket.queues.lock());
    count.fetch_add(1, Ordering::SeqCst);
    if bucket.waiters.load(Ordering::SeqCst) == 0 {
        note_atomic(cx);
        return Status::Done;
    }
    let s = {
        let mut queues = early.unwrap_or_else(|| bucket.queues.lock());
        let Some(queue) = queues.0.get_mut(&addr) else {
            note_atomic(cx);
            return Status::Done;
        };
        if !try_take(count) {
            // Somebody was faster.
            note_atomic(cx);
            return Status::Done;
        }
        let s = queue.pop(|| false, |_| {});
        // SAFETY: the sudog is ours and the lock is held.
        unsafe { note_leave(cx, s) };
        if queue.first.is_null() {
            queues.0.remove(&addr);
        }
        bucket.waiters.fetch_sub(1, Ordering::SeqCst);
        s
    };
    // SAFETY: popped: ours until the G is ready.
    unsafe { finish(cx, s) }
    Status::Done
}

/// # Safety
/// `s` was taken from a queue.
unsafe fn finish(cx: &mut Cx, s: *mut Sudog) {
    // SAFETY: the caller's promise; a running M has a P.
    unsafe {
        let g = (*s).g;
        (*cx.p).free_sudog(s);
        ready::<true>(cx, g);
    }
}

/// A condition's list in the program's memory: tickets given out, tickets notified.
#[repr(C)]
pub struct NotifyList {
    pub wait: AtomicU32,
    pub notify: AtomicU32,
}

/// Parks until `ticket` is notified.
///
/// # Safety
/// `list` is a live notify list; a G runs.
pub unsafe fn notify_wait(cx: &mut Cx, list: *mut NotifyList, ticket: u32) -> Status {
    let rt = cx.rt;
    // SAFETY: the caller's promise; the runtime outlives every M.
    unsafe {
        let mut queues = (*rt).semas.bucket(list as u64).queues.lock();
        if (ticket.wrapping_sub((*list).notify.load(Ordering::SeqCst)) as i32) < 0 {
            note_atomic(cx);
            return Status::Done;
        }
        let s = prepare(cx, ticket as u64, WaitReason::SyncCondWait);
        queues.0.entry(list as u64).or_default().push(s);
        note_enter(cx, s, list as u64, WaitReason::SyncCondWait, false);
    }
    Status::Parked
}

/// Takes a ticket.
///
/// # Safety
/// `list` is a live notify list; a G runs.
pub unsafe fn notify_add(cx: &Cx, w: *const u64, list: *mut NotifyList) -> u32 {
    // SAFETY: the caller's promise.
    let ticket = unsafe { (*list).wait.fetch_add(1, Ordering::SeqCst) };
    cx.rt().trace(cx.m, |pen| {
        let (addr, kind, _) = owner(list as u64, WaitReason::SyncCondWait);
        let cond = pen.object(addr, kind);
        let stack = pen.here(cx, w);
        pen.emit(happens::CondWait { cond, ticket: ticket as u64, stack });
    });
    ticket
}

/// # Safety
/// As `notify_wait`.
pub unsafe fn notify_all(cx: &mut Cx, w: *const u64, list: *mut NotifyList) -> Status {
    let rt = cx.rt;
    // SAFETY: as in `notify_wait`; dequeued sudogs are ours.
    unsafe {
        let mut all = {
            let mut queues = (*rt).semas.bucket(list as u64).queues.lock();
            let wait = (*list).wait.load(Ordering::SeqCst);
            (*list).notify.store(wait, Ordering::SeqCst);
            let all = queues.0.remove(&(list as u64)).unwrap_or_default();
            (*rt).trace(cx.m, |pen| {
                let (addr, kind, _) = owner(list as u64, WaitReason::SyncCondWait);
                let cond = pen.object(addr, kind);
                let stack = pen.here(cx, w);
                pen.emit(happens::CondBroadcast { cond, gs: all.list(), stack });
            });
            let mut s = all.first;
            while !s.is_null() {
                note_leave(cx, s);
                s = (*s).next;
            }
            all
        };
        loop {
            let s = all.pop(|| false, |_| {});
            if s.is_null() {
                return Status::Done;
            }
            finish(cx, s);
        }
    }
}

/// # Safety
/// As `notify_wait`.
pub unsafe fn notify_one(cx: &mut Cx, w: *const u64, list: *mut NotifyList) -> Status {
    let rt = cx.rt;
    // SAFETY: as in `notify_all`.
    unsafe {
        let found = {
            let mut queues = (*rt).semas.bucket(list as u64).queues.lock();
            let ticket = (*list).notify.load(Ordering::SeqCst);
            let waits = ticket != (*list).wait.load(Ordering::SeqCst);
            let mut s = std::ptr::null_mut::<Sudog>();
            if waits {
                (*list).notify.store(ticket.wrapping_add(1), Ordering::SeqCst);
                if let Some(queue) = queues.0.get_mut(&(list as u64)) {
                    s = queue.first;
                    while !s.is_null() && (*s).ticket != ticket as u64 {
                        s = (*s).next;
                    }
                    if !s.is_null() {
                        queue.remove(s);
                        if queue.first.is_null() {
                            queues.0.remove(&(list as u64));
                        }
                    }
                }
            }
            (*rt).trace(cx.m, |pen| {
                let (addr, kind, _) = owner(list as u64, WaitReason::SyncCondWait);
                let cond = pen.object(addr, kind);
                let stack = pen.here(cx, w);
                let g = s.as_ref().map_or(0, |s| (*s.g).id);
                pen.emit(happens::CondSignal { cond, g, stack });
            });
            if !s.is_null() {
                note_leave(cx, s);
            }
            s
        };
        if !found.is_null() {
            finish(cx, found);
        }
    }
    Status::Done
}

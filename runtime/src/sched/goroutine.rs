//! Making goroutines, waking them, and the poll.
//!
//! **Parking protocol.** A G that queues itself somewhere is still `Running` until its M has left
//! it. A waker that is faster changes `Running` to `Runnable`, and the M, when it gets to
//! `Waiting`, sees that and queues the G itself. So nobody resumes a G whose stack is in use.

use std::sync::atomic::Ordering;

use super::{P, POLL_BATCH, Sched};
use crate::cx::Cx;
use crate::event::field::Slot;
use crate::event::happens;
use crate::g::{G, GStatus, WaitReason};
use crate::heap::Marker;
use crate::runtime::Runtime;

impl Sched {
    /// A dead G to use again, or a new one.
    fn take_g(&self, p: *mut P) -> *mut G {
        // SAFETY: the caller's own P, or null.
        if let Some(g) = unsafe { p.as_mut() }.and_then(|p| p.free_gs.pop()) {
            return g;
        }
        let mut global = self.global.lock();
        if let Some(g) = global.free_gs.pop() {
            return g;
        }
        let g = Box::into_raw(Box::new(G::new(global.all_gs.len() as u32)));
        global.all_gs.push(g);
        g
    }

    /// Puts a finished G where it will be used again.
    pub(super) fn bury(&self, p: &mut P, g: *mut G) {
        // SAFETY: the G is off its M and in no queue.
        let dead = unsafe { &mut *g };
        dead.defers.clear();
        dead.panics.clear();
        dead.waiting = std::ptr::null_mut();
        dead.start = 0;
        dead.set_status(GStatus::Dead);
        if !dead.system {
            self.live.fetch_sub(1, Ordering::Relaxed);
        }
        p.free_gs.push(g);
        if p.free_gs.len() > 64 {
            let keep = p.free_gs.len() / 2;
            self.global.lock().free_gs.extend(p.free_gs.drain(keep..));
        }
    }

    /// Takes the running G out of what the program sees of its goroutines.
    pub(crate) fn hide(&self, g: &mut G) {
        if !std::mem::replace(&mut g.system, true) {
            self.live.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// A new runnable G in no queue.
    pub(super) fn new_g(
        &self,
        rt: &Runtime,
        p: *mut P,
        closure: u64,
        parent: u64,
        created_at: u64,
    ) -> *mut G {
        let g = self.take_g(p);
        // SAFETY: a G in no queue is ours alone.
        let new = unsafe { &mut *g };
        let id = self.next_goid.fetch_add(1, Ordering::Relaxed);
        new.id = rt.repeated_number().unwrap_or(id);
        new.randoms = 0;
        new.parent = parent;
        new.created_at = created_at;
        new.start = closure;
        new.wait_reason = WaitReason::None;
        new.system = false;
        new.wake = 0;
        new.wait_object = 0;
        rt.machine.start(new, closure);
        self.live.fetch_add(1, Ordering::Relaxed);
        new.set_status(GStatus::Runnable);
        g
    }

    /// Queues a runnable G on the caller's P.
    #[inline]
    pub(super) fn runq_put(&self, rt: &Runtime, m: u32, p: &P, g: *mut G, next: bool) {
        if rt.careful.load(Ordering::Relaxed) {
            return self.runq_put_slow(rt, m, p, g, next && !rt.options.no_runnext);
        }
        self.runq_put_plain(rt, m, p, g, next);
    }

    #[inline]
    fn runq_put_plain(&self, rt: &Runtime, m: u32, p: &P, mut g: *mut G, next: bool) {
        if next {
            g = p.runq.put_next(g);
            if g.is_null() {
                return;
            }
        }
        while !p.runq.push(g) {
            let mut batch = p.runq.take_half();
            if !batch.is_empty() {
                batch.push(g);
                self.global_put(rt, m, &batch);
                return;
            }
        }
    }

    #[cold]
    fn runq_put_slow(&self, rt: &Runtime, m: u32, p: &P, g: *mut G, next: bool) {
        if rt.follows {
            // The log says who runs.
            return super::replay::queued(rt, g);
        }
        let lock = p.runq.trace_lock();
        if next {
            let old = p.runq.put_next(g);
            rt.follow(m, || put_event(g, old));
            if !old.is_null() {
                self.runq_push(rt, m, p, old, lock);
            }
        } else {
            self.runq_push(rt, m, p, g, lock);
        }
    }

    /// To the tail of the ring.
    fn runq_push(&self, rt: &Runtime, m: u32, p: &P, g: *mut G, lock: super::runq::TraceLock<'_>) {
        if p.runq.push(g) {
            rt.follow(m, || happens::RunqPut { g: id(g), slot: Slot::Ring, kicked: 0 });
            return;
        }
        let mut batch = p.runq.take_half();
        rt.follow(m, || happens::RunqOverflow { gs: ids(&batch) });
        drop(lock);
        batch.push(g);
        self.global_put(rt, m, &batch);
    }

    /// Where queueing is not the plain thing: queues a G that waited, and that nobody else has, with the M's P or
    /// globally.
    #[cold]
    pub(super) fn unblock_noted(&self, rt: &Runtime, m: u32, p: Option<&P>, g: *mut G, by: u64) {
        if rt.follows {
            return;
        }
        match p {
            Some(p) if rt.recording() && !rt.options.no_runnext => {
                let lock = p.runq.trace_lock();
                let old = p.runq.put_next(g);
                rt.trace(m, |pen| {
                    pen.follow_before_next(happens::GoUnblock { g: id(g), by });
                    pen.follow(put_event(g, old));
                });
                if !old.is_null() {
                    self.runq_push(rt, m, p, old, lock);
                }
            }
            Some(p) => {
                rt.follow(m, || happens::GoUnblock { g: id(g), by });
                self.runq_put(rt, m, p, g, true);
            }
            None => {
                rt.follow(m, || happens::GoUnblock { g: id(g), by });
                self.global_put(rt, m, &[g]);
            }
        }
    }

    /// What the collector must know of all goroutines; the world is stopped.
    pub(crate) fn scan(&self, rt: &Runtime, marker: &mut Marker<'_>) {
        for g in self.all_gs() {
            // SAFETY: live and not running.
            unsafe { self.scan_g(rt, &*g, marker) };
        }
    }

    /// # Safety
    /// The G lives and does not run.
    pub(super) unsafe fn scan_g(&self, rt: &Runtime, g: &G, marker: &mut Marker<'_>) {
        marker.address(g.start);
        marker.visits += g.stack_len as usize;
        rt.machine.scan(g, &mut |a| marker.address(a));
        let mut s = g.waiting;
        while !s.is_null() {
            // SAFETY: a waiting G's sudogs are live.
            unsafe {
                (*s).scan(marker);
                s = (*s).case;
            }
        }
    }
}

/// A G was put into runnext, where the other one was.
#[inline(always)]
fn put_event(g: *mut G, old: *mut G) -> happens::RunqPut {
    // SAFETY: Gs are never freed.
    let kicked = unsafe { old.as_ref() }.map_or(0, |g| g.id);
    happens::RunqPut { g: id(g), slot: Slot::Next, kicked }
}

/// The number of a G.
pub(super) fn id(g: *mut G) -> u64 {
    // SAFETY: Gs are never freed while the program runs.
    unsafe { (*g).id }
}

pub(super) fn ids(gs: &[*mut G]) -> Vec<u64> {
    gs.iter().map(|&g| id(g)).collect()
}

/// `go`: starts a goroutine with a `func()` closure. `pc` is the code address of the statement.
pub fn spawn(cx: &mut Cx, closure: u64, pc: u64) -> *mut G {
    start(cx, closure, pc, 0)
}

/// A goroutine for a tick of a timer, whose number it finds in `G::wake`. It waits for its turn: before all
/// others, those of a ticker that is always due would let nothing else run.
pub fn spawn_tick(cx: &mut Cx, closure: u64, timer: u64) -> *mut G {
    start(cx, closure, 0, timer)
}

fn start(cx: &mut Cx, closure: u64, pc: u64, timer: u64) -> *mut G {
    let rt: *const Runtime = cx.rt;
    // SAFETY: the runtime outlives every M; a running M has a P.
    let (rt, p) = unsafe { (&*rt, &mut *cx.p) };
    // SAFETY: the running G, or null when the runtime itself starts one.
    let parent = unsafe { cx.g.as_ref() }.map_or(0, |g| g.id);
    let g = rt.sched.new_g(rt, p, closure, parent, pc);
    // SAFETY: made just now, in no queue.
    unsafe { (*g).wake = timer };
    let next = timer == 0;
    if rt.careful.load(Ordering::Relaxed) {
        // SAFETY: made just now, in no queue; the running G stands at its go statement.
        unsafe { note_create(cx, g) };
        rt.sched.runq_put_slow(rt, cx.m, p, g, next && !rt.options.no_runnext);
    } else {
        rt.sched.runq_put_plain(rt, cx.m, p, g, next);
    }
    rt.sched.wake_p(rt, cx.m);
    g
}

/// # Safety
/// The G is new; the running one stands at its go statement.
#[cold]
unsafe fn note_create(cx: &Cx, g: *mut G) {
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: the caller's promise.
        let (new, by) = unsafe { (&*g, cx.g.as_ref()) };
        let start = pen.stack(new);
        let stack = by.map_or_else(Default::default, |by| pen.stack(by));
        pen.emit(happens::GoCreate { g: new.id, start, stack });
    });
}

/// Makes a G that waits runnable; it runs next on the caller's P. Without a P: on the global queue.
/// `NOTED`: events may be recorded, or an option changes how Gs are queued.
#[inline]
pub fn ready<const NOTED: bool>(cx: &mut Cx, g: *mut G) {
    // SAFETY: the runtime outlives every M; Gs are never freed.
    let (rt, gr) = unsafe { (&*cx.rt, &*g) };
    if NOTED && rt.careful.load(Ordering::Relaxed) {
        return ready_noted(cx, g);
    }
    if !gr.wake() {
        return;
    }
    // SAFETY: an M's own P, or null.
    match unsafe { cx.p.as_ref() } {
        Some(p) => rt.sched.runq_put_plain(rt, cx.m, p, g, true),
        None => rt.sched.global_put(rt, cx.m, &[g]),
    }
    rt.sched.wake_p(rt, cx.m);
}

#[cold]
fn ready_noted(cx: &mut Cx, g: *mut G) {
    // SAFETY: as in `ready`.
    let (rt, gr) = unsafe { (&*cx.rt, &*g) };
    // SAFETY: the running G, or null; whoever wakes a G has taken it from a queue: there is no other
    // waker.
    let by = unsafe {
        let by = cx.g.as_ref().map_or(0, |g| g.id);
        (*g).woken_by = by;
        by
    };
    if !gr.wake() {
        return;
    }
    // SAFETY: an M's own P, or null.
    rt.sched.unblock_noted(rt, cx.m, unsafe { cx.p.as_ref() }, g, by);
    rt.sched.wake_p(rt, cx.m);
}

/// The cold half of a poll: true when the G must leave with `Exit::Yield`, else the budget is
/// filled again.
#[cold]
pub fn poll(cx: &mut Cx) -> bool {
    let rt = cx.rt();
    let sched = &rt.sched;
    if sched.stop.load(Ordering::Acquire) || sched.exiting() || rt.heap.gc_wanted() {
        return true;
    }
    if sched.want_procs.load(Ordering::Relaxed) != 0 {
        return true;
    }
    if rt.host.deterministic() {
        return true;
    }
    // SAFETY: a running M has a P.
    if unsafe { (*cx.p).preempt.load(Ordering::Relaxed) } {
        return true;
    }
    cx.budget.store(POLL_BATCH, Ordering::Relaxed);
    false
}

//! Timers: one heap, looked at by every scheduling round and by one parked M.
//!
//! A timer's action is either to wake a sleeping goroutine or to start one with a closure; nothing
//! else runs when a timer fires.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::atomic::{AtomicPtr, AtomicU64, Ordering};

use parking_lot::Mutex;

use crate::cx::{Cx, Status};
use crate::event::happens;
use crate::g::{G, WaitReason};
use crate::heap::Marker;
use crate::runtime::Runtime;
use crate::sched::{M, ready, spawn, spawn_tick};

#[derive(Clone, Copy, Debug)]
pub enum Action {
    Wake(*mut G),
    /// A `func()` closure.
    Spawn(u64),
}

struct Timer {
    when: u64,
    /// 0: once.
    period: u64,
    action: Action,
    /// A goroutine of its last tick has not ended: ticks that come meanwhile are dropped.
    ticking: bool,
}

#[derive(Default)]
struct Inner {
    /// (when, id); an entry whose timer is gone or has another time is stale.
    heap: BinaryHeap<Reverse<(u64, u64)>>,
    timers: HashMap<u64, Timer>,
    ids: u64,
}

// SAFETY: Gs are never freed while the program runs.
unsafe impl Send for Inner {}

pub struct Timers {
    inner: Mutex<Inner>,
    /// When the first one is due; `u64::MAX`: none.
    next: AtomicU64,
    /// The idle M that waits for the first one.
    sleeper: AtomicPtr<M>,
}

impl Default for Timers {
    fn default() -> Self {
        Timers {
            inner: Mutex::default(),
            next: AtomicU64::new(u64::MAX),
            sleeper: AtomicPtr::default(),
        }
    }
}

impl Timers {
    #[inline]
    pub fn next(&self) -> u64 {
        self.next.load(Ordering::SeqCst)
    }

    #[inline]
    pub(crate) fn due(&self, rt: &Runtime) -> bool {
        let next = self.next();
        next != u64::MAX && next <= rt.host.now()
    }

    fn publish(&self, inner: &mut Inner) {
        while let Some(&Reverse((when, id))) = inner.heap.peek() {
            if inner.timers.get(&id).is_some_and(|t| t.when == when) {
                break;
            }
            inner.heap.pop();
        }
        let next = inner.heap.peek().map_or(u64::MAX, |e| e.0.0);
        self.next.store(next, Ordering::SeqCst);
    }

    /// Starts a timer; gives its number, which is never 0 and never used again.
    /// `set` hears the number before the timer can fire.
    pub fn start(
        &self,
        rt: &Runtime,
        when: u64,
        period: u64,
        action: Action,
        set: impl FnOnce(u64),
    ) -> u64 {
        let when = when.min(u64::MAX - 1);
        let before = self.next();
        let id = {
            let mut inner = self.inner.lock();
            inner.ids += 1;
            let id = inner.ids;
            set(id);
            inner.timers.insert(id, Timer { when, period, action, ticking: false });
            inner.heap.push(Reverse((when, id)));
            self.publish(&mut inner);
            id
        };
        if when < before {
            let m = self.sleeper.load(Ordering::SeqCst);
            if !m.is_null() {
                rt.host.unpark(m);
            }
        }
        id
    }

    /// True when it was still to fire.
    pub fn stop(&self, cx: &Cx, id: u64) -> bool {
        let mut inner = self.inner.lock();
        let active = inner.timers.remove(&id).is_some();
        cx.rt().event(cx.m, || happens::TimerStop { timer: id, active });
        if active {
            self.publish(&mut inner);
        }
        active
    }

    /// Fires what is due.
    pub(crate) fn run(&self, rt: &Runtime, cx: &mut Cx) {
        let now = rt.host.now();
        loop {
            let (action, tick) = {
                let mut inner = self.inner.lock();
                self.publish(&mut inner);
                let Some(&Reverse((when, id))) = inner.heap.peek() else { return };
                if when > now {
                    return;
                }
                inner.heap.pop();
                let Some(t) = inner.timers.get_mut(&id) else { continue };
                let action = t.action;
                let tick = if t.period == 0 { 0 } else { id };
                if t.period == 0 {
                    inner.timers.remove(&id);
                } else {
                    t.when = when + t.period * (1 + (now - when) / t.period);
                    let next = Reverse((t.when, id));
                    let dropped = std::mem::replace(&mut t.ticking, true);
                    inner.heap.push(next);
                    if dropped {
                        continue;
                    }
                }
                self.publish(&mut inner);
                rt.event(cx.m, || happens::TimerFire { timer: id, late: now - when });
                (action, tick)
            };
            match action {
                Action::Wake(g) => ready::<true>(cx, g),
                Action::Spawn(closure) if tick != 0 => {
                    spawn_tick(cx, closure, tick);
                }
                Action::Spawn(closure) => {
                    spawn(cx, closure, 0);
                }
            }
        }
    }

    /// Fires a timer, as the run that is repeated did just now; false: there is no such timer.
    pub(crate) fn fire(&self, rt: &Runtime, cx: &mut Cx, id: u64) -> bool {
        let (action, ticks) = {
            let mut inner = self.inner.lock();
            let Some(t) = inner.timers.get(&id) else { return false };
            let (action, ticks) = (t.action, t.period != 0);
            if !ticks {
                inner.timers.remove(&id);
            }
            rt.event(cx.m, || happens::TimerFire { timer: id, late: 0 });
            (action, ticks)
        };
        match action {
            Action::Wake(g) => ready::<true>(cx, g),
            Action::Spawn(closure) if ticks => {
                spawn_tick(cx, closure, id);
            }
            Action::Spawn(closure) => {
                spawn(cx, closure, 0);
            }
        }
        true
    }

    /// The goroutine of a timer's tick is done.
    pub fn ticked(&self, id: u64) {
        if let Some(t) = self.inner.lock().timers.get_mut(&id) {
            t.ticking = false;
        }
    }

    pub(crate) fn scan(&self, marker: &mut Marker<'_>) {
        for t in self.inner.lock().timers.values() {
            if let Action::Spawn(closure) = t.action {
                marker.address(closure);
            }
        }
    }

    /// Whether this idle M is the one that waits for the first timer.
    pub(crate) fn sleeps(&self, m: *mut M) -> bool {
        let null = std::ptr::null_mut();
        match self.sleeper.compare_exchange(null, m, Ordering::SeqCst, Ordering::SeqCst) {
            Ok(_) => true,
            Err(other) => other == m,
        }
    }

    /// It no longer is.
    pub(crate) fn wakes(&self, m: *mut M) {
        let null = std::ptr::null_mut();
        let _ = self.sleeper.compare_exchange(m, null, Ordering::SeqCst, Ordering::SeqCst);
    }

    pub(crate) fn sleeper(&self) -> Option<*mut M> {
        let m = self.sleeper.load(Ordering::SeqCst);
        (!m.is_null()).then_some(m)
    }
}

/// Parks the current G for a time.
pub fn sleep(cx: &mut Cx, window: *const u64, ns: i64) -> Status {
    if ns <= 0 {
        return Status::Done;
    }
    let g = cx.g;
    let rt: *const Runtime = cx.rt;
    // SAFETY: the runtime outlives every M; the running G is this M's until it is woken.
    unsafe {
        (*g).wait_reason = WaitReason::Sleep;
        (*g).waiting = std::ptr::null_mut();
        let when = (*rt).host.now().saturating_add(ns as u64);
        (*rt).timers.start(&*rt, when, 0, Action::Wake(g), |timer| {
            cx.rt().trace(cx.m, |pen| {
                (*g).wait_object = 0;
                let stack = pen.here(cx, window);
                pen.emit(happens::Sleep { timer, ns: ns as u64, stack });
            });
        });
    }
    Status::Parked
}

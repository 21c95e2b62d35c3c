//! Finalizers and cleanups: what is to be called when an object is found unreachable.
//!
//! After marking, the collector asks which of the watched objects are not marked. An object with a
//! finalizer is marked all the same, so that the finalizer can get it; one with cleanups is not.
//! The calls are made by a goroutine of the system, one after the other, in Go code of package
//! runtime: nothing here calls anything. What the entries call is always marked.

use std::collections::{BTreeMap, VecDeque};

use parking_lot::Mutex;

use crate::event::happens;
use crate::heap::Marker;
use crate::runtime::Runtime;
use crate::timer::Action;

/// What to do for an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The pointer that was given; 0 for a cleanup that is queued.
    pub object: u64,
    /// Address of the closure.
    pub call: u64,
    /// Type word of the interface the finalizer takes; 0: it takes the pointer.
    pub word: u64,
    pub cleanup: bool,
}

#[derive(Default)]
struct Inner {
    /// By number; numbers start at 1 and are never used again.
    watched: BTreeMap<u64, Entry>,
    last: u64,
    queue: VecDeque<Entry>,
    /// The `func()` that makes the calls, and whether a goroutine runs it or is about to.
    runner: u64,
    running: bool,
}

#[derive(Default)]
pub struct Finalizers {
    inner: Mutex<Inner>,
}

impl Finalizers {
    /// Watches an object. Numbers are positive; `None` when it has a finalizer already.
    pub fn add(&self, entry: Entry) -> Option<u64> {
        let mut inner = self.inner.lock();
        let has = |e: &Entry| !e.cleanup && e.object == entry.object;
        if !entry.cleanup && inner.watched.values().any(has) {
            return None;
        }
        inner.last += 1;
        let number = inner.last;
        inner.watched.insert(number, entry);
        Some(number)
    }

    /// Forgets an object's finalizer.
    pub fn remove(&self, object: u64) {
        self.inner.lock().watched.retain(|_, e| e.cleanup || e.object != object);
    }

    /// Forgets a cleanup that is not queued yet.
    pub fn stop(&self, number: u64) {
        self.inner.lock().watched.remove(&number);
    }

    pub fn set_runner(&self, closure: u64) {
        self.inner.lock().runner = closure;
    }

    /// The next call to make; when there is none the runner's goroutine ends.
    pub fn next(&self) -> Option<Entry> {
        let mut inner = self.inner.lock();
        let e = inner.queue.pop_front();
        inner.running = e.is_some();
        e
    }

    /// After everything reachable is marked: queues what is to be done for objects that are not.
    pub(crate) fn mark(&self, marker: &mut Marker<'_>) {
        let mut inner = self.inner.lock();
        let inner = &mut *inner;
        marker.address(inner.runner);
        for e in inner.watched.values() {
            marker.address(e.call);
        }
        for e in &inner.queue {
            marker.address(e.call);
            marker.address(e.object);
        }
        // What an object with a finalizer refers to lives until the finalizer has run, so of two
        // objects with finalizers the one that refers to the other goes first.
        for e in inner.watched.values().filter(|e| !e.cleanup) {
            marker.contents(e.object);
        }
        marker.drain();
        let dead: Vec<u64> = inner
            .watched
            .iter()
            .filter(|(_, e)| !marker.is_marked(e.object))
            .map(|(&n, _)| n)
            .collect();
        for n in dead {
            let Some(mut e) = inner.watched.remove(&n) else { continue };
            if e.cleanup {
                e.object = 0;
            } else {
                marker.address(e.object);
            }
            inner.queue.push_back(e);
        }
        marker.drain();
    }

    /// After a collection: starts the runner when there is something for it.
    pub(crate) fn start(&self, rt: &Runtime, m: u32) {
        let mut inner = self.inner.lock();
        if inner.running || inner.queue.is_empty() {
            return;
        }
        inner.running = true;
        let when = rt.host.now().max(1);
        rt.timers.start(rt, when, 0, Action::Spawn(inner.runner), |timer| {
            rt.event(m, || happens::TimerSet { timer, when, period: 0, stack: Default::default() });
        });
    }
}

//! A P's run queue: a ring that its owner fills and anyone may empty, and the `runnext` slot.

#[cfg(loom)]
use loom::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, Ordering};
#[cfg(not(loom))]
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, Ordering};

use crate::g::G;

/// The model checker tries every interleaving, which only few places allow.
pub(crate) const RING: u32 = if cfg!(loom) { 4 } else { 256 };

/// Marks what is in `next` while a thief tells that it took it.
const STOLEN: usize = 1;

pub(crate) struct RunQueue {
    head: AtomicU32,
    tail: AtomicU32,
    ring: [AtomicPtr<G>; RING as usize],
    /// Runs before the ring, in what is left of the current slice.
    next: AtomicPtr<G>,
    /// Held around every change while events are recorded, so that their numbers follow the changes: but for
    /// those of the owner that `put_next_free` and `pop_next` make.
    traced: AtomicBool,
}

/// While it lives, nobody else changes the queue.
pub(crate) struct TraceLock<'a>(&'a AtomicBool);

impl Drop for TraceLock<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

impl Default for RunQueue {
    fn default() -> Self {
        RunQueue {
            head: AtomicU32::new(0),
            tail: AtomicU32::new(0),
            ring: std::array::from_fn(|_| AtomicPtr::new(std::ptr::null_mut())),
            next: AtomicPtr::new(std::ptr::null_mut()),
            traced: AtomicBool::new(false),
        }
    }
}

impl RunQueue {
    /// Only while events are recorded.
    #[cold]
    pub fn trace_lock(&self) -> TraceLock<'_> {
        while self.traced.swap(true, Ordering::Acquire) {
            std::thread::yield_now();
        }
        TraceLock(&self.traced)
    }

    /// `runnext` and the ring, head first; nobody changes them.
    pub fn list(&self) -> (*mut G, Vec<*mut G>) {
        let head = self.head.load(Ordering::Acquire);
        let n = self.tail.load(Ordering::Acquire).wrapping_sub(head);
        (self.next.load(Ordering::Acquire), self.copy(head, n))
    }

    /// Gs in the ring.
    pub fn ring_len(&self) -> u32 {
        let head = self.head.load(Ordering::Acquire);
        self.tail.load(Ordering::Acquire).wrapping_sub(head)
    }

    pub fn is_empty(&self) -> bool {
        loop {
            let head = self.head.load(Ordering::Acquire);
            let tail = self.tail.load(Ordering::Acquire);
            let next = self.next.load(Ordering::Acquire);
            // The owner may move `next` to the ring between the looks.
            if tail == self.tail.load(Ordering::Acquire) {
                return head == tail && next.is_null();
            }
        }
    }

    /// Owner only: makes `g` run next; gives the one it displaces.
    #[inline]
    pub fn put_next(&self, g: *mut G) -> *mut G {
        loop {
            let old = self.next.load(Ordering::Relaxed);
            if old.is_null() {
                // Only the owner makes it non-null.
                self.next.store(g, Ordering::Release);
                return old;
            }
            let (order, fail) = (Ordering::AcqRel, Ordering::Relaxed);
            if old.addr() & STOLEN == 0 && self.next.compare_exchange(old, g, order, fail).is_ok() {
                return old;
            }
            wait_a_moment();
        }
    }

    /// Owner only: whether `put_next_free` may be used.
    #[inline]
    pub fn next_is_free(&self) -> bool {
        self.next.load(Ordering::Acquire).is_null()
    }

    /// Owner only: makes `g` run next; nothing else was to. With the event log on the event is told
    /// before: whoever takes the G tells so later.
    #[inline]
    pub fn put_next_free(&self, g: *mut G) {
        self.next.store(g, Ordering::Release);
    }

    /// Owner only, with the event log on: as `pop`, but only from `runnext`. A thief that got it first has
    /// told so when this returns.
    #[inline(always)]
    pub fn pop_next(&self) -> *mut G {
        let next = self.next.load(Ordering::Acquire);
        if next.is_null() || self.take_next(next) { next } else { self.pop_next_after_thief() }
    }

    /// Whether the owner got what was in `runnext`.
    #[inline(always)]
    fn take_next(&self, next: *mut G) -> bool {
        let (order, fail) = (Ordering::AcqRel, Ordering::Relaxed);
        next.addr() & STOLEN == 0
            && self.next.compare_exchange(next, std::ptr::null_mut(), order, fail).is_ok()
    }

    #[cold]
    #[inline(never)]
    fn pop_next_after_thief(&self) -> *mut G {
        loop {
            wait_a_moment();
            let next = self.next.load(Ordering::Acquire);
            if next.is_null() || self.take_next(next) {
                return next;
            }
        }
    }

    /// Owner only: `pop` where thieves may be at `steal_next`.
    pub fn pop_either(&self) -> (*mut G, bool) {
        let next = self.pop_next();
        if next.is_null() { (self.pop_ring(), false) } else { (next, true) }
    }

    /// A thief, with the event log on and the trace lock held: takes `runnext` for itself. It is free only
    /// after `stolen`, so that the theft is told before the owner can put another one there.
    pub fn steal_next(&self) -> *mut G {
        let next = self.next.load(Ordering::Acquire);
        if next.is_null() {
            return next;
        }
        let (order, fail) = (Ordering::AcqRel, Ordering::Relaxed);
        let taken = next.map_addr(|a| a | STOLEN);
        match self.next.compare_exchange(next, taken, order, fail) {
            Ok(_) => next,
            Err(_) => std::ptr::null_mut(),
        }
    }

    /// The theft of `runnext` has been told.
    pub fn stolen(&self) {
        self.next.store(std::ptr::null_mut(), Ordering::Release);
    }

    /// Owner only: appends to the ring; false when it is full.
    #[inline]
    pub fn push(&self, g: *mut G) -> bool {
        let head = self.head.load(Ordering::Acquire);
        let tail = self.tail.load(Ordering::Relaxed);
        if tail.wrapping_sub(head) >= RING {
            return false;
        }
        self.ring[(tail % RING) as usize].store(g, Ordering::Relaxed);
        self.tail.store(tail.wrapping_add(1), Ordering::Release);
        true
    }

    /// Owner only: half of a full ring, to go to the global queue; empty when it is no longer full.
    pub fn take_half(&self) -> Vec<*mut G> {
        let head = self.head.load(Ordering::Acquire);
        let tail = self.tail.load(Ordering::Relaxed);
        if tail.wrapping_sub(head) < RING {
            return Vec::new();
        }
        let batch = self.copy(head, RING / 2);
        let new = head.wrapping_add(RING / 2);
        match self.head.compare_exchange(head, new, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => batch,
            Err(_) => Vec::new(),
        }
    }

    fn copy(&self, head: u32, n: u32) -> Vec<*mut G> {
        (0..n)
            .map(|i| self.ring[(head.wrapping_add(i) % RING) as usize].load(Ordering::Relaxed))
            .collect()
    }

    /// Owner only: the next G, and whether it goes on with the current slice.
    #[inline]
    pub fn pop(&self) -> (*mut G, bool) {
        let next = self.next.load(Ordering::Relaxed);
        if !next.is_null()
            && self
                .next
                .compare_exchange(next, std::ptr::null_mut(), Ordering::Acquire, Ordering::Relaxed)
                .is_ok()
        {
            return (next, true);
        }
        (self.pop_ring(), false)
    }

    /// Owner only: the next G of the ring.
    #[inline]
    pub fn pop_ring(&self) -> *mut G {
        loop {
            let head = self.head.load(Ordering::Acquire);
            let tail = self.tail.load(Ordering::Relaxed);
            if head == tail {
                return std::ptr::null_mut();
            }
            let g = self.ring[(head % RING) as usize].load(Ordering::Relaxed);
            if self
                .head
                .compare_exchange_weak(
                    head,
                    head.wrapping_add(1),
                    Ordering::Release,
                    Ordering::Relaxed,
                )
                .is_ok()
            {
                return g;
            }
        }
    }

    /// Anyone: half of what is in the ring, rounded up; `runnext` only when asked and nothing else is there.
    pub fn steal(&self, runnext: bool) -> Vec<*mut G> {
        loop {
            let head = self.head.load(Ordering::Acquire);
            let tail = self.tail.load(Ordering::Acquire);
            let len = tail.wrapping_sub(head);
            let n = len - len / 2;
            if len == 0 {
                let next = self.next.load(Ordering::Acquire);
                if !runnext || next.is_null() || next.addr() & STOLEN != 0 {
                    return Vec::new();
                }
                if self
                    .next
                    .compare_exchange(
                        next,
                        std::ptr::null_mut(),
                        Ordering::AcqRel,
                        Ordering::Relaxed,
                    )
                    .is_ok()
                {
                    return vec![next];
                }
                continue;
            }
            if n > RING / 2 {
                // Head and tail were read at different times.
                continue;
            }
            let batch = self.copy(head, n);
            if self
                .head
                .compare_exchange(head, head.wrapping_add(n), Ordering::AcqRel, Ordering::Relaxed)
                .is_ok()
            {
                return batch;
            }
        }
    }
}

/// A thief has marked what it takes.
fn wait_a_moment() {
    #[cfg(loom)]
    loom::thread::yield_now();
    #[cfg(not(loom))]
    std::thread::yield_now();
}

/// Every interleaving of an owner and thieves, with a memory model as weak as the language's:
/// `RUSTFLAGS="--cfg loom" cargo test --release -p gvm-runtime models`.
#[cfg(all(test, loom))]
mod models {
    use loom::sync::Arc;
    use loom::thread;

    use super::*;

    fn g(n: usize) -> *mut G {
        std::ptr::without_provenance_mut(n * 8)
    }

    fn numbers(gs: Vec<*mut G>) -> Vec<usize> {
        gs.into_iter().filter(|g| !g.is_null()).map(|g| g.addr() / 8).collect()
    }

    /// All that the owner and the thieves got, and what is left, is what was put.
    fn all(queue: &RunQueue, mut got: Vec<usize>, put: usize) {
        loop {
            let (g, _) = queue.pop();
            if g.is_null() {
                break;
            }
            got.push(g.addr() / 8);
        }
        got.sort_unstable();
        assert_eq!(got, (1..=put).collect::<Vec<_>>());
        assert!(queue.is_empty());
    }

    #[test]
    fn a_thief_and_the_owner() {
        loom::model(|| {
            let q = Arc::new(RunQueue::default());
            assert!(q.push(g(1)) && q.push(g(2)));
            let thief = thread::spawn({
                let q = q.clone();
                move || numbers(q.steal(false))
            });
            let mut got = numbers(vec![q.pop().0]);
            assert!(q.push(g(3)));
            got.extend(numbers(vec![q.pop().0]));
            got.extend(thief.join().unwrap());
            all(&q, got, 3);
        });
    }

    #[test]
    fn runnext_goes_once() {
        loom::model(|| {
            let q = Arc::new(RunQueue::default());
            assert!(q.put_next(g(1)).is_null());
            let thief = thread::spawn({
                let q = q.clone();
                move || numbers(q.steal(true))
            });
            let mut got = numbers(vec![q.put_next(g(2))]);
            got.extend(numbers(vec![q.pop().0]));
            got.extend(thief.join().unwrap());
            all(&q, got, 2);
        });
    }

    /// With the event log on, what is told of `runnext` has the order in which it happened.
    #[test]
    fn runnext_is_told_in_order() {
        loom::model(|| {
            let q = Arc::new(RunQueue::default());
            let told = Arc::new(loom::sync::Mutex::new(Vec::new()));
            let tell = |told: &loom::sync::Mutex<Vec<(bool, usize)>>, put, g: *mut G| {
                told.lock().unwrap().push((put, g.addr() / 8));
            };
            let put = |n| {
                assert!(q.next_is_free());
                tell(&told, true, g(n));
                q.put_next_free(g(n));
            };
            put(1);
            let thief = thread::spawn({
                let (q, told) = (q.clone(), told.clone());
                move || {
                    let g = q.steal_next();
                    if !g.is_null() {
                        tell(&told, false, g);
                        q.stolen();
                    }
                }
            });
            for n in [2, 3] {
                let g = q.pop_next();
                if !g.is_null() {
                    tell(&told, false, g);
                }
                put(n);
            }
            thief.join().unwrap();
            let mut next = 0;
            for &(put, n) in told.lock().unwrap().iter() {
                assert_eq!(next, if put { 0 } else { n });
                next = if put { n } else { 0 };
            }
        });
    }

    #[test]
    fn two_thieves() {
        loom::model(|| {
            let q = Arc::new(RunQueue::default());
            assert!(q.push(g(1)) && q.push(g(2)) && q.push(g(3)));
            let steal = || {
                let q = q.clone();
                thread::spawn(move || numbers(q.steal(false)))
            };
            let (a, b) = (steal(), steal());
            let mut got = a.join().unwrap();
            got.extend(b.join().unwrap());
            all(&q, got, 3);
        });
    }

    #[test]
    fn a_full_ring_moves_half() {
        loom::model(|| {
            let q = Arc::new(RunQueue::default());
            assert!((1..=RING as usize).all(|n| q.push(g(n))));
            let thief = thread::spawn({
                let q = q.clone();
                move || numbers(q.steal(false))
            });
            let mut got = Vec::new();
            while !q.push(g(5)) {
                got.extend(numbers(q.take_half()));
            }
            got.extend(thief.join().unwrap());
            all(&q, got, 5);
        });
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;

    fn g(n: usize) -> *mut G {
        std::ptr::without_provenance_mut(n * 8)
    }

    #[test]
    fn order_and_stealing() {
        let q = RunQueue::default();
        for i in 1..=10 {
            assert!(q.push(g(i)));
        }
        assert!(q.put_next(g(11)).is_null());
        assert_eq!(q.put_next(g(12)), g(11));
        assert_eq!(q.steal(true), (1..=5).map(g).collect::<Vec<_>>());
        assert_eq!(q.pop(), (g(12), true));
        for i in 6..=10 {
            assert_eq!(q.pop(), (g(i), false));
        }
        assert!(q.pop().0.is_null() && q.is_empty());
        q.put_next(g(1));
        assert!(q.steal(false).is_empty());
        assert_eq!(q.steal(true), [g(1)]);
    }

    /// Every operation, on queues of every length, against a list and a slot.
    #[test]
    fn the_queue_is_as_a_model() {
        use std::collections::VecDeque;
        let q = RunQueue::default();
        let (mut next, mut ring) = (std::ptr::null_mut(), VecDeque::new());
        let (mut rng, mut full) = (7u64, 0);
        for i in 1..60_000 {
            rng = rng.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            // It fills and empties by turns.
            let op = if i / 3000 % 2 == 0 { (rng >> 33) % 6 } else { 3 + (rng >> 33) % 5 };
            match op {
                0..=2 => {
                    let has_room = ring.len() < RING as usize;
                    assert_eq!(q.push(g(i)), has_room);
                    if has_room {
                        ring.push_back(g(i));
                    } else {
                        full += 1;
                        let half: Vec<_> = ring.drain(..ring.len() / 2).collect();
                        assert_eq!(q.take_half(), half);
                        assert!(q.take_half().is_empty());
                    }
                }
                3 => assert_eq!(q.put_next(g(i)), std::mem::replace(&mut next, g(i))),
                4 | 5 => {
                    let runs_on = !next.is_null();
                    let want = match std::mem::replace(&mut next, std::ptr::null_mut()) {
                        g if runs_on => g,
                        _ => ring.pop_front().unwrap_or(std::ptr::null_mut()),
                    };
                    assert_eq!(q.pop(), (want, runs_on));
                }
                _ => {
                    let half = ring.len().div_ceil(2);
                    let mut want: Vec<_> = ring.drain(..half).collect();
                    if half == 0 && op == 6 && !next.is_null() {
                        want.push(std::mem::replace(&mut next, std::ptr::null_mut()));
                    }
                    assert_eq!(q.steal(op == 6), want);
                }
            }
            assert_eq!(q.list(), (next, Vec::from(ring.clone())));
            assert_eq!(q.ring_len() as usize, ring.len());
            assert_eq!(q.is_empty(), ring.is_empty() && next.is_null());
        }
        assert!(full > 3, "the ring was full {full} times");
    }

    /// Nothing is lost and nothing comes twice when thieves compete with the owner.
    #[test]
    fn concurrent_steal() {
        let q = RunQueue::default();
        let total = 200_000usize;
        // Without a lock: thieves must meet each other and the owner.
        let seen: Vec<std::sync::atomic::AtomicU8> =
            (0..=total).map(|_| Default::default()).collect();
        let done = std::sync::atomic::AtomicBool::new(false);
        let note = |gs: &[*mut G]| {
            for g in gs {
                seen[g.addr() / 8].fetch_add(1, Ordering::Relaxed);
            }
        };
        std::thread::scope(|s| {
            for _ in 0..3 {
                s.spawn(|| {
                    while !done.load(Ordering::Acquire) {
                        note(&q.steal(true));
                    }
                });
            }
            for i in 1..=total {
                if i % 3 == 0 {
                    let old = q.put_next(g(i));
                    if !old.is_null() {
                        note(&[old]);
                    }
                } else if !q.push(g(i)) {
                    note(&q.take_half());
                    note(&[g(i)]);
                }
                if i % 7 == 0 {
                    let (p, _) = q.pop();
                    if !p.is_null() {
                        note(&[p]);
                    }
                }
            }
            loop {
                let (p, _) = q.pop();
                if p.is_null() {
                    break;
                }
                note(&[p]);
            }
            done.store(true, Ordering::Release);
        });
        assert!(seen[1..].iter().all(|n| n.load(Ordering::Relaxed) == 1));
    }
}

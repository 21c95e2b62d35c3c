//! The heap: non-moving size-class spans, precise stop-the-world mark and sweep.
//!
//! **Invariant (rooting rule):** nothing here starts a collection; an allocation that passes the
//! trigger only makes `gc_wanted` true. The scheduler stops the world at polls and calls `collect`.

mod mark;
mod pages;
mod span;

use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, AtomicUsize, Ordering};

use parking_lot::Mutex;

pub use mark::Marker;
use pages::{PAGE, Pages};
use span::{Classes, MAX_SMALL, Span, ZEROED_AHEAD, tiny_class};

use crate::cx::Cx;
use crate::desc::TypeDesc;

/// Where a program sees the heap's first byte.
pub const GUEST_BASE: u64 = 0xc0_0000_0000;

const MAX_CLASSES: usize = 96;

/// Which of a cache's spans an object of a type is from (`Cx::alloc_at_once`), if it is one of the small ones.
pub const fn tiny_slot(size: u32, has_pointers: bool) -> u8 {
    let need = size as usize + 8 * has_pointers as usize;
    if size == 0 || need > ZEROED_AHEAD {
        return NO_TINY_SLOT;
    }
    (tiny_class(need) * 2) as u8 + has_pointers as u8
}

/// No span is ever there.
pub const NO_TINY_SLOT: u8 = u8::MAX;

/// A P's spans to allocate from: for each class without and with pointers, then none.
pub struct Cache {
    spans: [*mut Span; 256],
    counts: Arc<Counts>,
    /// The heap knows the counts.
    counted: bool,
}

/// What a cache ever gave out. Only the P that has the cache adds; anybody may read.
#[derive(Debug, Default)]
struct Counts {
    objects: AtomicU64,
    bytes: AtomicU64,
}

impl Counts {
    #[inline(always)]
    fn add(&self, bytes: u64) {
        self.objects.store(self.objects.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
        self.bytes.store(self.bytes.load(Ordering::Relaxed) + bytes, Ordering::Relaxed);
    }
}

impl Default for Cache {
    fn default() -> Self {
        let spans = [std::ptr::null_mut(); 256];
        Cache { spans, counts: Arc::default(), counted: false }
    }
}

/// Counters for `runtime.ReadMemStats`.
#[derive(Debug, Default)]
pub struct Stats {
    pub collections: AtomicU64,
    pub freed_objects: AtomicU64,
    pub freed_bytes: AtomicU64,
    pub live_objects: AtomicU64,
    pub live_bytes: AtomicU64,
    pub pause_ns: AtomicU64,
}

pub struct Heap {
    pages: Pages,
    classes: Classes,
    /// For each class and kind the spans with free slots that no cache holds.
    partial: Vec<Mutex<Vec<*mut Span>>>,
    all: Mutex<Vec<*mut Span>>,
    counts: Mutex<Vec<Arc<Counts>>>,
    /// Bytes given out since the last collection.
    since: AtomicUsize,
    trigger: AtomicUsize,
    wanted: AtomicBool,
    /// Percentage as GOGC; negative: off.
    percent: AtomicI64,
    /// Collect every few allocations and overwrite what is freed.
    stress: bool,
    stress_count: AtomicUsize,
    /// How much work the last collection was: `Marker::visits`.
    stress_visits: AtomicUsize,
    pub stats: Stats,
}

// SAFETY: spans are reached through locks or through the one cache that holds them.
unsafe impl Send for Heap {}
// SAFETY: as above.
unsafe impl Sync for Heap {}

const MIN_TRIGGER: usize = 4 << 20;

impl Heap {
    pub fn new(percent: i64, stress: bool) -> Heap {
        let classes = Classes::new();
        assert!(classes.sizes.len() <= MAX_CLASSES && MAX_CLASSES * 2 <= NO_TINY_SLOT as usize);
        Heap {
            pages: Pages::new(256 << 30),
            partial: (0..classes.sizes.len() * 2).map(|_| Mutex::default()).collect(),
            classes,
            all: Mutex::default(),
            counts: Mutex::default(),
            since: AtomicUsize::new(0),
            trigger: AtomicUsize::new(MIN_TRIGGER),
            wanted: AtomicBool::new(false),
            stress_count: AtomicUsize::new(0),
            stress_visits: AtomicUsize::new(0),
            percent: AtomicI64::new(percent),
            stress,
            stats: Stats::default(),
        }
    }

    /// A zeroed object. `desc`: what the collector looks at; null, or a type without pointers: nothing.
    /// An object bigger than its type is an array of it. Null when memory is exhausted.
    #[inline]
    pub fn alloc(&self, cache: &mut Cache, size: usize, desc: *const TypeDesc) -> *mut u8 {
        // Behind a descriptor an object without bytes would lie in the next slot.
        // SAFETY: descriptors live as long as the program.
        let scan = size > 0 && unsafe { desc.as_ref() }.is_some_and(TypeDesc::has_pointers);
        let need = size + 8 * scan as usize;
        if need > MAX_SMALL {
            return self.alloc_large(cache, need, scan, desc);
        }
        let class = self.classes.class(need);
        let which = class * 2 + scan as usize;
        let mut span = cache.spans[which];
        let mut at = 0;
        if !span.is_null() {
            // SAFETY: a cached span belongs to this P alone.
            at = unsafe { (*span).take() };
        }
        if at == 0 {
            at = self.refill(cache, which);
            if at == 0 {
                return std::ptr::null_mut();
            }
            span = cache.spans[which];
        }
        // SAFETY: the slot is free and ours; its size is the class's.
        unsafe {
            cache.counts.add(u64::from((*span).object));
            if !(*span).zeroed && (*span).slot as usize > ZEROED_AHEAD {
                std::ptr::write_bytes(at as *mut u64, 0, (*span).slot as usize / 8);
            }
            if scan {
                *(at as *mut *const TypeDesc) = desc;
                at += 8;
            }
        }
        at as *mut u8
    }

    /// `n` zeroed values of a type; for n = 0 or a zero-size type a valid address that nothing uses.
    pub fn alloc_array(&self, cache: &mut Cache, elem: &TypeDesc, n: usize) -> *mut u8 {
        match (elem.size as usize).checked_mul(n) {
            Some(bytes) if bytes < 1 << 46 => self.alloc(cache, bytes, elem),
            _ => std::ptr::null_mut(),
        }
    }

    #[cold]
    #[inline(never)]
    fn refill(&self, cache: &mut Cache, which: usize) -> usize {
        self.count(cache);
        let old = std::mem::replace(&mut cache.spans[which], std::ptr::null_mut());
        if !old.is_null() {
            // SAFETY: it was this cache's; full spans are in no list until the next sweep.
            unsafe { (*old).cached = false };
        }
        loop {
            let span = match self.partial[which].lock().pop() {
                Some(s) => s,
                None => {
                    let class = which / 2;
                    let n = self.classes.pages(class);
                    let Some(s) =
                        self.new_span(n, self.classes.sizes[class] as usize, which % 2 == 1, class)
                    else {
                        return 0;
                    };
                    s
                }
            };
            // SAFETY: taken from the list or new: no one else has it.
            let s = unsafe { &mut *span };
            let at = s.take();
            if at == 0 {
                continue;
            }
            s.cached = true;
            cache.spans[which] = span;
            self.account(s.pages as usize * PAGE);
            return at;
        }
    }

    /// The cache's counts belong to the heap's.
    fn count(&self, cache: &mut Cache) {
        if !cache.counted {
            self.counts.lock().push(cache.counts.clone());
            cache.counted = true;
        }
    }

    /// Objects and bytes ever given out; what other Ps do meanwhile may be in it or not.
    pub fn given_out(&self) -> (u64, u64) {
        self.counts.lock().iter().fold((0, 0), |sum, c| {
            let (objects, bytes) = (&c.objects, &c.bytes);
            (sum.0 + objects.load(Ordering::Relaxed), sum.1 + bytes.load(Ordering::Relaxed))
        })
    }

    fn new_span(&self, pages: usize, slot: usize, scan: bool, class: usize) -> Option<*mut Span> {
        let (base, zeroed) = self.pages.take(pages)?;
        let span = Box::into_raw(Span::new(base, pages, slot, scan, zeroed, class));
        self.pages.set_owner(base, pages, span);
        self.all.lock().push(span);
        Some(span)
    }

    #[cold]
    #[inline(never)]
    fn alloc_large(
        &self,
        cache: &mut Cache,
        need: usize,
        scan: bool,
        desc: *const TypeDesc,
    ) -> *mut u8 {
        self.count(cache);
        let pages = need.div_ceil(PAGE);
        cache.counts.add((pages * PAGE) as u64 - 8 * scan as u64);
        let Some(span) = self.new_span(pages, need, scan, 0) else { return std::ptr::null_mut() };
        self.account(pages * PAGE);
        // SAFETY: a new span of its own.
        unsafe {
            let mut at = (*span).take();
            if !(*span).zeroed {
                std::ptr::write_bytes(at as *mut u8, 0, pages * PAGE);
            }
            if scan {
                *(at as *mut *const TypeDesc) = desc;
                at += 8;
            }
            at as *mut u8
        }
    }

    fn account(&self, bytes: usize) {
        let since = self.since.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if self.percent.load(Ordering::Relaxed) >= 0
            && since >= self.trigger.load(Ordering::Relaxed)
        {
            self.wanted.store(true, Ordering::Relaxed);
        }
    }

    /// Under stress every few allocations ask for a collection; the more there is to mark, the
    /// fewer, so that a program with many objects ends some day.
    #[inline]
    fn stressed(&self) {
        if self.stress {
            let since = self.stress_count.fetch_add(1, Ordering::Relaxed) + 1;
            if since > 6 + self.stress_visits.load(Ordering::Relaxed) / 512 {
                self.stress_count.store(0, Ordering::Relaxed);
                self.request_gc();
            }
        }
    }

    /// A collection is due.
    #[inline]
    pub fn gc_wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed)
    }

    /// Sets the target as GOGC and gives the old one; it counts from the next collection on.
    pub fn set_percent(&self, percent: i64) -> i64 {
        self.percent.swap(percent, Ordering::Relaxed)
    }

    /// Where the object that contains an address starts; `None` when it is not in the heap.
    pub fn object_start(&self, addr: u64) -> Option<u64> {
        // SAFETY: owners are live spans; the caller holds a pointer to the object.
        let span = unsafe { self.pages.owner(addr as usize).as_ref()? };
        let i = span.index(addr as usize);
        let base = span.base + i * span.slot as usize * (span.slots > 1) as usize;
        // Slots that are scanned start with their descriptor.
        Some((base + 8 * span.scan as usize) as u64)
    }

    /// Asks for a collection at the next poll.
    pub fn request_gc(&self) {
        self.wanted.store(true, Ordering::Relaxed);
    }

    /// Collects. The world must be stopped; `roots` marks everything the program can reach.
    pub fn collect(&self, roots: &mut dyn FnMut(&mut Marker<'_>)) {
        let started = std::time::Instant::now();
        let mut marker = Marker::new(self);
        roots(&mut marker);
        marker.drain();
        let (objects, bytes) = (marker.objects, marker.bytes);
        self.stress_visits.store(marker.visits, Ordering::Relaxed);
        self.sweep();
        let given = self.given_out();
        self.stats.freed_objects.store(given.0 - objects as u64, Ordering::Relaxed);
        self.stats.freed_bytes.store(given.1 - bytes as u64, Ordering::Relaxed);
        self.stats.live_objects.store(objects as u64, Ordering::Relaxed);
        self.stats.live_bytes.store(bytes as u64, Ordering::Relaxed);
        self.stats.collections.fetch_add(1, Ordering::Relaxed);
        self.since.store(0, Ordering::Relaxed);
        let growth =
            (bytes as u128 * self.percent.load(Ordering::Relaxed).max(0) as u128 / 100) as usize;
        self.trigger.store(growth.max(MIN_TRIGGER), Ordering::Relaxed);
        self.wanted.store(false, Ordering::Relaxed);
        self.stats.pause_ns.fetch_add(started.elapsed().as_nanos() as u64, Ordering::Relaxed);
    }

    /// Marks, frees nothing: for questions about what is reached. The world must be stopped.
    pub(crate) fn reachable(&self, ask: &mut dyn FnMut(&mut Marker<'_>)) {
        let mut marker = Marker::new(self);
        ask(&mut marker);
        for &span in self.all.lock().iter() {
            // SAFETY: the world is stopped; every span in `all` is live.
            unsafe { (*span).marks.fill(0) };
        }
    }

    fn sweep(&self) {
        for list in &self.partial {
            list.lock().clear();
        }
        self.all.lock().retain(|&span| {
            // SAFETY: the world is stopped; every span in `all` is live.
            let s = unsafe { &mut *span };
            let used = s.sweep();
            if self.stress {
                for slot in s.free_slots() {
                    let bytes =
                        if s.slots == 1 { s.pages as usize * PAGE } else { s.slot as usize };
                    // SAFETY: a free slot; poisoned so that a missed root shows.
                    unsafe { std::ptr::write_bytes(slot as *mut u8, 0xdb, bytes) };
                }
            }
            if s.cached {
                return true;
            }
            if used == 0 {
                self.pages.give(s.base, s.pages as usize);
                // SAFETY: made by `Box::into_raw`, and no list or page refers to it any more.
                drop(unsafe { Box::from_raw(span) });
                return false;
            }
            if s.slots > 1 && used < s.slots as usize {
                self.partial[s.class as usize * 2 + s.scan as usize].lock().push(span);
            }
            true
        });
    }

    /// What a program sees of an address: the same on every machine and run.
    pub fn guest_addr(&self, addr: u64) -> u64 {
        if self.pages.contains(addr as usize) {
            addr - self.pages.base() as u64 + GUEST_BASE
        } else {
            addr
        }
    }

    /// Right after a collection, with the world still stopped: whether the object at `addr` is gone.
    pub fn freed(&self, addr: u64) -> bool {
        let span = self.pages.owner(addr as usize);
        // SAFETY: owners are live spans, and nothing allocates.
        match unsafe { span.as_ref() } {
            Some(span) => !span.survived(addr as usize),
            None => self.pages.contains(addr as usize),
        }
    }

    /// Bytes in use when the next collection is due.
    pub fn goal(&self) -> u64 {
        self.stats.live_bytes.load(Ordering::Relaxed) + self.trigger.load(Ordering::Relaxed) as u64
    }

    /// Bytes in spans now.
    pub fn in_use(&self) -> u64 {
        // SAFETY: spans in `all` are live while the lock is held.
        self.all.lock().iter().map(|&s| unsafe { (*s).pages as u64 } * PAGE as u64).sum()
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        for span in self.all.lock().drain(..) {
            // SAFETY: made by `Box::into_raw`; the VM is gone.
            drop(unsafe { Box::from_raw(span) });
        }
    }
}

impl Cx {
    /// A zeroed object of a type, when its span has a slot ready; otherwise `alloc` makes one.
    #[inline(always)]
    pub fn alloc_at_once(&mut self, desc: &TypeDesc) -> Option<NonNull<u8>> {
        self.take(desc.tiny_slot, desc)
    }

    /// A zeroed slot of the cache's span with this number, if one is ready.
    #[inline(always)]
    fn take(&mut self, slot: u8, desc: *const TypeDesc) -> Option<NonNull<u8>> {
        // SAFETY: an M that runs code has a P, whose cache is its alone, and so are the cache's spans; the slot
        // is as big as `tiny_slot` promises, and zeroed.
        unsafe {
            let cache = &mut *self.cache;
            let span = cache.spans[slot as usize].as_mut().filter(|s| s.is_ready())?;
            let mut at = span.take_of_word();
            cache.counts.add(u64::from(span.object));
            if slot & 1 != 0 {
                *(at as *mut *const TypeDesc) = desc;
                at += 8;
            }
            Some(NonNull::new_unchecked(at as *mut u8))
        }
    }

    /// A zeroed object (see `Heap::alloc`). Never null: exhaustion ends the program.
    #[inline]
    pub fn alloc(&mut self, size: usize, desc: *const TypeDesc) -> *mut u8 {
        if size <= ZEROED_AHEAD && !self.rt().heap.stress {
            // SAFETY: descriptors live as long as the program.
            let scan = unsafe { desc.as_ref() }.is_some_and(TypeDesc::has_pointers);
            if let Some(p) = self.take(tiny_slot(size as u32, scan), desc) {
                return p.as_ptr();
            }
        }
        self.alloc_slowly(size, desc)
    }

    #[inline(never)]
    fn alloc_slowly(&mut self, size: usize, desc: *const TypeDesc) -> *mut u8 {
        // SAFETY: an M that runs code has a P, whose cache is its alone.
        let p = unsafe { (*self.rt).heap.alloc(&mut *self.cache, size, desc) };
        self.rt().heap.stressed();
        if self.rt().heap.gc_wanted() {
            self.poll_soon();
        }
        if p.is_null() {
            out_of_memory();
        }
        p
    }
    /// `n` zeroed values.
    pub fn alloc_array(&mut self, elem: &TypeDesc, n: usize) -> *mut u8 {
        // SAFETY: as in `alloc`.
        let p = unsafe { (*self.rt).heap.alloc_array(&mut *self.cache, elem, n) };
        self.rt().heap.stressed();
        if self.rt().heap.gc_wanted() {
            self.poll_soon();
        }
        if p.is_null() {
            out_of_memory();
        }
        p
    }
}

/// Go's last words when the system has no more memory.
#[cold]
fn out_of_memory() -> ! {
    eprintln!("fatal error: runtime: out of memory");
    std::process::exit(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desc::{Comp, TypeKind};

    /// A descriptor of `words` words with pointers at the given ones.
    fn desc(words: u32, pointers: &[u32]) -> TypeDesc {
        let component = |w| (w * 8, if pointers.contains(&w) { Comp::Ptr } else { Comp::I64 });
        let components: Vec<_> = (0..words).map(component).collect();
        TypeDesc::plain(TypeKind::Struct, words * 8, &components)
    }

    #[test]
    fn tiny_classes_are_classes() {
        let c = Classes::new();
        for n in 1..=ZEROED_AHEAD {
            assert_eq!(tiny_class(n), c.class(n), "{n}");
        }
    }

    #[test]
    fn classes_cover_every_size() {
        let c = Classes::new();
        for n in 1..=MAX_SMALL {
            let s = c.sizes[c.class(n)] as usize;
            assert!(s >= n && (n < 64 || s <= n + n / 4 + 16), "{n} in {s}");
        }
    }

    /// A random graph: after each collection what is reachable is intact and what is not is gone.
    #[test]
    fn random_graph_survives() {
        let node = desc(3, &[1, 2]);
        let heap = Heap::new(100, true);
        let mut cache = Cache::default();
        let mut rng = 12345u64;
        let mut next = move || {
            rng = rng.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (rng >> 33) as usize
        };
        let mut roots: Vec<u64> = vec![0; 16];
        let mut serial = 0u64;
        for round in 0..200 {
            for _ in 0..100 {
                serial += 1;
                let p = heap.alloc(&mut cache, 24, &node).cast::<u64>();
                // SAFETY: a fresh object of three words.
                unsafe {
                    assert_eq!((*p, *p.add(1), *p.add(2)), (0, 0, 0));
                    *p = serial << 8 | 0x5a;
                    *p.add(1) = roots[next() % 16];
                    *p.add(2) = roots[next() % 16];
                }
                roots[next() % 16] = p as u64 + if round % 2 == 0 { 0 } else { 8 };
            }
            for r in roots.iter_mut() {
                if next() % 4 == 0 {
                    *r = 0;
                }
            }
            heap.collect(&mut |m| roots.iter().for_each(|&r| m.address(r)));
            let mut seen = std::collections::HashSet::new();
            let mut todo: Vec<u64> = roots.clone();
            while let Some(a) = todo.pop() {
                if a == 0 {
                    continue;
                }
                // SAFETY: reachable, so live; roots may be interior by one word.
                unsafe {
                    let mut p = a as *const u64;
                    if *p & 0xff != 0x5a {
                        p = p.sub(1);
                    }
                    assert_eq!(*p & 0xff, 0x5a, "freed or overwritten");
                    if seen.insert(p as u64) {
                        todo.push(*p.add(1));
                        todo.push(*p.add(2));
                    }
                }
            }
            assert_eq!(heap.stats.live_objects.load(Ordering::Relaxed) as usize, seen.len());
        }
    }

    /// What is not reached any more gives its pages back; a cache keeps one span of a class.
    #[test]
    fn pages_come_back() {
        let node = desc(2, &[0]);
        for stress in [false, true] {
            let heap = Heap::new(100, stress);
            let mut cache = Cache::default();
            heap.alloc(&mut cache, 16, &node);
            heap.alloc(&mut cache, 16, std::ptr::null());
            heap.collect(&mut |_| ());
            let least = heap.in_use();
            for round in 0..3 {
                for n in 3..40 {
                    heap.alloc_array(&mut cache, &node, n * 1000);
                    heap.alloc(&mut cache, n << 15, std::ptr::null());
                    for _ in 0..200 {
                        heap.alloc(&mut cache, 16, &node);
                        heap.alloc(&mut cache, 16, std::ptr::null());
                    }
                }
                assert!(heap.in_use() > least + 20_000_000, "{stress} {round}");
                heap.collect(&mut |_| ());
                assert_eq!(heap.in_use(), least, "{stress} {round}");
            }
        }
    }

    #[test]
    fn large_objects_and_arrays() {
        let node = desc(2, &[0]);
        let heap = Heap::new(100, false);
        let mut cache = Cache::default();
        let big = heap.alloc_array(&mut cache, &node, 100_000).cast::<u64>();
        // SAFETY: 100 000 values of two words.
        unsafe {
            for i in 0..100_000 {
                *big.add(i * 2) = heap.alloc(&mut cache, 8, std::ptr::null()) as u64;
            }
            heap.collect(&mut |m| m.address(big as u64 + 777));
            assert_eq!(heap.stats.live_objects.load(Ordering::Relaxed), 100_001);
            heap.collect(&mut |_| ());
            assert_eq!(heap.stats.live_objects.load(Ordering::Relaxed), 0);
        }
    }
}

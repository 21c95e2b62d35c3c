//! An M's buffer: only the M writes to it, without a lock; whoever makes a file of the log reads what
//! has been published.
//!
//! Events lie in chunks of fixed memory; chunks that share tables of texts and stacks are a batch. Of
//! a ring (the flight recorder) the oldest batch of all Ms is forgotten when there is a new one.
//! **Invariant:** bytes below `published` never change, so a reader needs no more than the lock of
//! `kept`, which the M takes for a new chunk, text or stack only.

use std::cell::UnsafeCell;
use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

use gvm_trace::chunk::{Base, Batch, Chunk, LONGEST_RUN, Tables, Template, Used, Varies};
use gvm_trace::field::{Stack, Text};
use gvm_trace::kind::Recorded;
use gvm_trace::log::Context;
use gvm_trace::wire::{Room, Short};
use parking_lot::Mutex;

use super::run::{MORE, Runs, SAME};

/// Bytes of a chunk when all events are kept.
pub(super) const CHUNK: usize = 1 << 20;
/// Room that a batch has for the next record, which may be several events.
const SPARE: usize = 1 << 10;
/// Frames of a stack that are kept.
pub(super) const DEPTH: usize = 64;
/// Stacks that are found by their marks.
const MARKS: usize = 64;

#[derive(Default)]
pub(crate) struct Buffer {
    own: UnsafeCell<Own>,
    /// Bytes and (low half) events of the newest chunk that can be read.
    published: AtomicU64,
    kept: Mutex<Kept>,
    #[cfg(debug_assertions)]
    busy: std::sync::atomic::AtomicBool,
}

// SAFETY: `own` is the M's; `Buffer::own` says how that is kept.
unsafe impl Sync for Buffer {}
// SAFETY: nothing in it belongs to a thread.
unsafe impl Send for Buffer {}

/// What only the M itself touches.
pub(super) struct Own {
    /// The newest chunk's memory.
    pub(super) memory: *mut u8,
    pub(super) room: usize,
    /// Bytes and (low half) events of it.
    pub(super) filled: u64,
    /// Below it there is room for a run.
    pub(super) most: u64,
    /// Events after which the batch is full, however few bytes they take.
    pub(super) most_events: u32,
    pub(super) base: Base,
    pub(super) now: Context,
    /// `Log::restart`s that it has seen.
    generation: u32,
    texts: HashMap<Box<str>, u32, Fast>,
    stacks: Interned,
    pub(super) places: [u64; DEPTH],
    /// `Machine::mark`s of stacks, each at its place, with their numbers.
    marks: [(u64, u32); MARKS],
    pub(super) runs: Runs,
    /// Events before the newest chunk.
    count: u64,
    /// What numbers come from, and the last one that the M has taken.
    pub(super) counter: *const AtomicU64,
    pub(super) end: u64,
    /// A number that was taken for the next event together with the last one's; 0: none.
    pub(super) reserved: u64,
    /// Events of the newest chunk up to which they may come as expected: there are numbers and room for them. And
    /// those that `base` counts.
    pub(super) top: u32,
    pub(super) settled: u32,
    /// The chunk's last record is a run; and events up to the last one that is not silent.
    pub(super) after_run: bool,
    pub(super) told: u32,
    /// The last run has no time of its own; so many more of those that are not as expected may have none.
    pub(super) between: bool,
    pub(super) left: u32,
    /// The M's budget when a run last had a time.
    pub(super) polls: i64,
}

impl Default for Own {
    fn default() -> Self {
        Own {
            memory: std::ptr::null_mut(),
            room: 0,
            filled: 0,
            most: 0,
            most_events: u32::MAX,
            base: Base::default(),
            now: Context::default(),
            generation: 0,
            texts: HashMap::default(),
            stacks: Interned::default(),
            places: [0; DEPTH],
            marks: [(0, 0); MARKS],
            runs: Runs::default(),
            count: 0,
            counter: std::ptr::null(),
            end: 0,
            reserved: 0,
            top: 0,
            settled: 0,
            after_run: false,
            told: 0,
            between: false,
            left: 0,
            polls: 0,
        }
    }
}

#[derive(Default)]
struct Kept {
    batches: VecDeque<Held>,
    /// Of a ring: number of the last event that was forgotten.
    lost: u64,
}

#[derive(Default)]
struct Held {
    before: Context,
    tables: Tables,
    chunks: Vec<Memory>,
    /// Numbers of its first and last event, once it is full.
    full: Option<(u64, u64)>,
}

/// A chunk. The M writes to the newest one.
struct Memory {
    at: *mut u8,
    room: usize,
    base: Base,
    /// Events of the M before it.
    before: u64,
    len: usize,
    events: u32,
}

// SAFETY: memory that is reached through `Buffer` only.
unsafe impl Send for Memory {}

impl Memory {
    fn new(room: usize) -> Memory {
        let mut bytes = std::mem::ManuallyDrop::new(Vec::<u8>::with_capacity(room));
        let (at, room) = (bytes.as_mut_ptr(), bytes.capacity());
        Memory { at, room, base: Base::default(), before: 0, len: 0, events: 0 }
    }

    /// # Safety
    /// So many bytes are written, and nobody writes to them.
    unsafe fn copy(&self, len: usize, events: u32) -> Chunk {
        // SAFETY: the caller's promise.
        let bytes = unsafe { std::slice::from_raw_parts(self.at, len) }.to_vec();
        Chunk { base: self.base, before: self.before, events: events as u64, bytes }
    }

    /// As a chunk, without copying.
    ///
    /// # Safety
    /// The M has a newer chunk.
    unsafe fn take(self) -> Chunk {
        let m = std::mem::ManuallyDrop::new(self);
        // SAFETY: it came from a `Vec` of bytes, `len` of which are written.
        let bytes = unsafe { Vec::from_raw_parts(m.at, m.len, m.room) };
        Chunk { base: m.base, before: m.before, events: m.events as u64, bytes }
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // SAFETY: it came from a `Vec`.
        drop(unsafe { Vec::from_raw_parts(self.at, 0, self.room) });
    }
}

impl Held {
    fn size(&self) -> u64 {
        let texts: usize = self.tables.texts.iter().map(|t| t.len() + 16).sum();
        let stacks: usize = self.tables.stacks.iter().map(|s| 8 * s.len() + 16).sum();
        let templates: usize = self.tables.templates.iter().map(|t| t.bytes.len() + 24).sum();
        (self.chunks.iter().map(|c| c.room).sum::<usize>() + texts + stacks + templates) as u64
    }
}

impl Buffer {
    /// # Safety
    /// The caller is the M's thread, or no M runs beside it, and the last `Own` is gone.
    #[allow(clippy::mut_from_ref)]
    #[inline(always)]
    pub(super) unsafe fn own(&self) -> &mut Own {
        #[cfg(debug_assertions)]
        assert!(!self.busy.swap(true, Ordering::Acquire), "two write to an M's buffer");
        // SAFETY: the caller's promise.
        unsafe { &mut *self.own.get() }
    }

    /// What was written until now can be read.
    #[inline(always)]
    pub(super) fn publish(&self, own: &Own) {
        self.published.store(own.filled, Ordering::Release);
        #[cfg(debug_assertions)]
        self.busy.store(false, Ordering::Release);
    }

    /// Between two records: a new batch when the last one is full. Gives the size of the full one. `most_events`:
    /// those of the new one.
    #[inline(always)]
    pub(super) fn turn(
        &self,
        own: &mut Own,
        (chunk, most_events): (usize, u32),
        generation: u32,
    ) -> Option<u64> {
        let full = own.len() + SPARE > own.room || own.filled as u32 >= own.most_events;
        if !full && own.generation == generation {
            return None;
        }
        if own.generation != generation {
            // What it knows is of events that were forgotten, with its memory.
            *own = Own { generation, ..Own::default() };
        }
        own.most_events = most_events;
        self.turn_slow(own, chunk)
    }

    /// Forgets all events; the M forgets what it knows when it next records one.
    pub(super) fn clear(&self) {
        let mut kept = self.kept.lock();
        *kept = Kept::default();
    }

    #[cold]
    fn turn_slow(&self, own: &mut Own, chunk: usize) -> Option<u64> {
        own.texts.clear();
        own.stacks.clear();
        own.marks.fill((0, 0));
        own.runs.clear();
        own.left = 0;
        let mut kept = self.kept.lock();
        self.close(own, &mut kept);
        let size = kept.batches.back_mut().map(|b| {
            b.full = Some((b.chunks[0].base.seq, own.base.seq));
            b.size()
        });
        kept.batches.push_back(Held { before: own.now, ..Held::default() });
        self.open(own, &mut kept, chunk);
        size
    }

    /// The newest chunk gets no more events.
    fn close(&self, own: &Own, kept: &mut Kept) {
        if let Some(c) = kept.batches.back_mut().and_then(|b| b.chunks.last_mut()) {
            (c.len, c.events) = (own.len(), own.filled as u32);
        }
    }

    fn open(&self, own: &mut Own, kept: &mut Kept, room: usize) {
        let mut memory = Memory::new(room);
        own.count += own.filled & u32::MAX as u64;
        (memory.base, memory.before) = (own.base, own.count);
        (own.memory, own.room, own.filled) = (memory.at, memory.room, 0);
        own.most = (room.saturating_sub(SPARE) as u64) << 32;
        own.after_run = false;
        // Before the chunk can be seen: its length is no longer that of the last one.
        self.published.store(0, Ordering::Release);
        if let Some(b) = kept.batches.back_mut() {
            b.chunks.push(memory);
        }
    }

    /// A chunk more in the same batch, for a record that is long.
    #[cold]
    fn extend(&self, own: &mut Own, room: usize) {
        let mut kept = self.kept.lock();
        self.close(own, &mut kept);
        self.open(own, &mut kept, room);
    }

    #[inline(always)]
    pub(super) fn push(&self, own: &mut Own, seq: u64, time: u64, event: &impl Recorded) {
        own.absent();
        let most = Base::most(event);
        if own.len() + most > own.room {
            self.extend(own, most.max(SPARE));
        }
        // SAFETY: the chunk's memory, beyond what is published.
        let free = unsafe {
            std::slice::from_raw_parts_mut(own.memory.add(own.len()), own.room - own.len())
        };
        let mut room = Room::new(free);
        // Clocks of processors may differ a little.
        let time = time.max(own.base.time);
        own.base.put(&mut room, seq, time, event);
        own.filled += (room.len() as u64) << 32 | 1;
        event.apply(&mut own.now);
    }

    /// A run. `g`: what the M runs then.
    #[inline(always)]
    pub(super) fn push_run(
        &self,
        own: &mut Own,
        seq: u64,
        time: Option<u64>,
        (used, g): (Used, u64),
        each: Varies,
    ) {
        // And what may come after it: `Own::absent`.
        if own.len() + LONGEST_RUN + MORE > own.room {
            self.extend(own, SPARE);
        }
        // SAFETY: the chunk's memory, beyond what is published.
        let free = unsafe { &mut *own.memory.add(own.len()).cast::<[u8; LONGEST_RUN]>() };
        let mut room = Short::new(free);
        let time = time.map(|t| t.max(own.base.time));
        own.base.put_run(&mut room, seq, time, &used, each);
        own.filled += (room.len() as u64) << 32 | used.events as u64;
        (own.after_run, own.told) = (true, own.filled as u32);
        if g != SAME {
            own.now.g = g;
        }
    }

    /// A new template; gives its number.
    pub(super) fn template(&self, template: Template) -> Option<u32> {
        let mut kept = self.kept.lock();
        let batch = kept.batches.back_mut()?;
        batch.tables.templates.push(template);
        Some(batch.tables.templates.len() as u32)
    }

    pub(super) fn text(&self, own: &mut Own, s: &str) -> Text {
        if s.is_empty() {
            return Text(0);
        }
        if let Some(&n) = own.texts.get(s) {
            return Text(n);
        }
        let mut kept = self.kept.lock();
        let Some(batch) = kept.batches.back_mut() else { return Text(0) };
        batch.tables.texts.push(s.into());
        let n = batch.tables.texts.len() as u32;
        own.texts.insert(s.into(), n);
        Text(n)
    }

    /// The stack of the first so many of `own.places`.
    #[inline]
    pub(super) fn stack(&self, own: &mut Own, len: usize) -> Stack {
        let keys = &own.places[..len.min(DEPTH)];
        if keys.is_empty() {
            return Stack(0);
        }
        let hash = keys.iter().fold(0, |h, &k| mix(h, k));
        if let Some(n) = own.stacks.get(hash, keys) {
            return Stack(n);
        }
        let mut kept = self.kept.lock();
        let Some(batch) = kept.batches.back_mut() else { return Stack(0) };
        batch.tables.stacks.push(keys.into());
        let keys = keys.into();
        Stack(own.stacks.add(hash, keys))
    }

    /// Looks at the newest batch's tables.
    pub(super) fn tables<R>(&self, look: impl FnOnce(&Tables) -> R) -> R {
        let kept = self.kept.lock();
        match kept.batches.back() {
            Some(b) => look(&b.tables),
            None => look(&Tables::default()),
        }
    }

    /// Forgets full batches whose events all come before a number.
    pub(super) fn forget_before(&self, seq: u64) {
        let mut kept = self.kept.lock();
        while let Some((_, last)) = kept.batches.front().and_then(|b| b.full)
            && last < seq
        {
            kept.lost = last;
            kept.batches.pop_front();
        }
    }

    /// Number of the first event of the oldest batch that can be forgotten.
    pub(super) fn oldest(&self) -> Option<u64> {
        self.kept.lock().batches.front().and_then(|b| b.full).map(|f| f.0)
    }

    /// Forgets the oldest full batch, and gives its size.
    pub(super) fn forget(&self) -> u64 {
        let mut kept = self.kept.lock();
        let Some(last) = kept.batches.front().and_then(|b| b.full).map(|f| f.1) else { return 0 };
        kept.lost = last;
        kept.batches.pop_front().map_or(0, |b| b.size())
    }

    /// The events that are published. `take`: full batches go to the caller, nobody asks again.
    pub(super) fn read(&self, m: u64, take: bool, out: &mut Vec<Batch>) -> u64 {
        let mut kept = self.kept.lock();
        let published = self.published.load(Ordering::Acquire);
        let (len, events) = ((published >> 32) as usize, published as u32);
        let last = kept.batches.len().wrapping_sub(1);
        for (i, b) in kept.batches.iter_mut().enumerate() {
            let mut chunks = Vec::with_capacity(b.chunks.len());
            let newest = b.chunks.len().wrapping_sub(1);
            if take && i != last {
                // SAFETY: the M has a newer batch.
                chunks.extend(b.chunks.drain(..).map(|c| unsafe { c.take() }));
            } else {
                for (j, c) in b.chunks.iter().enumerate() {
                    let open = i == last && j == newest;
                    let (len, events) = if open { (len, events) } else { (c.len, c.events) };
                    // SAFETY: published.
                    chunks.push(unsafe { c.copy(len, events) });
                }
            }
            out.push(Batch { m, before: b.before, tables: b.tables.clone(), chunks });
        }
        kept.lost
    }
}

impl Own {
    /// Bytes of the newest chunk.
    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        (self.filled >> 32) as usize
    }

    /// Time of the last event that has one.
    #[inline(always)]
    pub(super) fn time(&self) -> u64 {
        self.base.time
    }

    /// The stack with this mark, if it is known.
    #[inline(always)]
    pub(super) fn marked(&self, mark: u64) -> Option<Stack> {
        let (known, n) = self.marks[place(mark)];
        (known == mark && mark != 0).then_some(Stack(n))
    }

    pub(super) fn mark(&mut self, mark: u64, stack: Stack) {
        self.marks[place(mark)] = (mark, stack.0);
    }
}

/// Stacks of a batch by hash: places in `list`, plus 1, at the hash or after it.
#[derive(Default)]
struct Interned {
    slots: Vec<(u64, u32)>,
    list: Vec<Box<[u64]>>,
}

impl Interned {
    fn clear(&mut self) {
        self.slots.fill((0, 0));
        self.list.clear();
    }

    #[inline]
    fn get(&self, hash: u64, keys: &[u64]) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        if self.slots.is_empty() {
            return None;
        }
        let mut at = hash as usize & mask;
        loop {
            let (h, n) = self.slots[at];
            if n == 0 {
                return None;
            }
            if h == hash && same(&self.list[n as usize - 1], keys) {
                return Some(n);
            }
            at = (at + 1) & mask;
        }
    }

    /// It is not there yet. Gives its number.
    fn add(&mut self, hash: u64, keys: Box<[u64]>) -> u32 {
        self.list.push(keys);
        let n = self.list.len() as u32;
        if self.list.len() * 2 > self.slots.len() {
            let old = std::mem::take(&mut self.slots);
            self.slots = vec![(0, 0); (old.len() * 2).max(64)];
            old.into_iter().filter(|s| s.1 != 0).for_each(|s| self.put(s));
        }
        self.put((hash, n));
        n
    }

    fn put(&mut self, slot: (u64, u32)) {
        let mask = self.slots.len() - 1;
        let mut at = slot.0 as usize & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

/// Where a mark is looked for: its upper bits depend on all of the stack.
fn place(mark: u64) -> usize {
    (mark >> (64 - MARKS.ilog2())) as usize
}

/// Stacks are short: no call is worth it.
#[inline(always)]
fn same(a: &[u64], b: &[u64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a == b)
}

/// A multiplication whose halves meet: every bit of the keys reaches the low ones.
#[inline(always)]
pub(super) fn mix(h: u64, k: u64) -> u64 {
    let n = (h ^ k ^ 0x9e37_79b9_7f4a_7c15) as u128 * 0xd6e8_feb8_6659_fd93;
    n as u64 ^ (n >> 64) as u64
}

/// For tables whose keys nobody chooses to harm.
pub(super) type Fast = BuildHasherDefault<Mix>;

#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.0 = mix(self.0, u64::from_le_bytes(word));
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = mix(self.0, n);
    }
    fn write_u8(&mut self, n: u8) {
        self.0 = mix(self.0, n as u64);
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

//! The one event function: what scheduler, channels, locks, timers and collector decided.
//!
//! Off, it is one branch. On, an event goes into its M's own buffer with a number from one counter.
//! **Invariant:** the number is taken while the change it reports is still protected: under the same
//! lock, or (run queues) under the queue's trace lock, so that replaying by number gives the exact
//! queues. The format, the reader and everything made from a log are in `gvm-trace`.

mod buffer;
mod clock;
mod replay;
mod run;
mod snapshot;
mod value;
pub(crate) mod window;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering};

pub use gvm_trace::field;
use gvm_trace::field::{ObjectKind, Stack, Text, Wait};
use gvm_trace::file::{Pieces, Recording, SYSMON as SYSMON_NUMBER};
use gvm_trace::kind::Recorded;
pub use gvm_trace::kind::happens;
pub use gvm_trace::{Event, Header, Value};
use parking_lot::Mutex;

pub(crate) use self::buffer::Buffer;
use self::buffer::{CHUNK, Fast, Own};
use self::clock::Clock;
pub use self::replay::{DIVERGED, Replay};
pub use self::run::{Events, Here, Key, SHORT, SILENT, Seen, Trail, what};
use crate::cx::Cx;
use crate::g::{G, WaitReason};
use crate::runtime::Runtime;

/// The M number that sysmon's events have.
pub const SYSMON: u32 = u32::MAX;
/// Ms that can be, with sysmon.
pub const MAX_MS: usize = SYSMON_NUMBER as usize + 1;
const SHARDS: usize = 64;
type Objects = HashMap<(u64, u8), u64, Fast>;
/// Batches that a flight recorder keeps at least.
const BATCHES: usize = 64;
/// Numbers that an M takes at once while no other one records.
const BLOCK: u64 = 512;
/// Runs without a time of their own one after the other, and polls that may pass meanwhile.
const TIMELESS: u32 = 31;
const NEAR: u64 = 128;

/// On a cache line of its own: all Ms look at it.
#[repr(align(128))]
struct Counter(AtomicU64);

pub struct Log {
    seq: Counter,
    /// Number of the event before the first one: `restart`.
    origin: AtomicU64,
    /// Counts restarts, so that Ms notice.
    generation: AtomicU32,
    clock: Clock,
    buffers: Box<[std::sync::OnceLock<Box<Buffer>>]>,
    /// Numbers of locks and the like by address and kind, in shards by address.
    objects: Box<[Mutex<Objects>]>,
    /// Bytes of a chunk.
    chunk: AtomicUsize,
    /// Events of a batch, at most.
    most_events: AtomicU32,
    /// Bytes of all batches that became full.
    written: AtomicU64,
    /// Of a flight recorder: bytes it may keep; 0: all events are kept.
    limit: u64,
    /// Bytes after which nothing more is recorded; 0: none.
    end: AtomicU64,
    /// Bytes of batches that are full.
    kept: AtomicU64,
    /// Virtual steps between snapshots on the deterministic host.
    pub snapshot_every: u64,
    /// Locks of shared words, by place, where inputs are recorded.
    words: Box<[Mutex<()>]>,
    /// Standard streams, where inputs are recorded.
    output: Mutex<()>,
    /// The run must be this one.
    replay: Option<Replay>,
}

/// Writes events of one M.
pub struct Pen<'a> {
    pub rt: &'a Runtime,
    log: &'a Log,
    buffer: &'a Buffer,
    own: &'a mut Own,
    m: u32,
}

impl Log {
    pub fn new(host: &dyn crate::host::Host, options: &crate::runtime::Options) -> Log {
        let &crate::runtime::Options { flight: limit, trace_limit: end, .. } = options;
        let chunk = match limit.max(end) {
            0 => CHUNK,
            n => (n as usize / BATCHES).clamp(4 << 10, CHUNK),
        };
        Log {
            seq: Counter(AtomicU64::new(0)),
            origin: AtomicU64::new(0),
            generation: AtomicU32::new(0),
            clock: Clock::new(host),
            buffers: (0..MAX_MS).map(|_| Default::default()).collect(),
            objects: (0..SHARDS).map(|_| Mutex::default()).collect(),
            chunk: AtomicUsize::new(chunk),
            most_events: AtomicU32::new(u32::MAX),
            written: AtomicU64::new(0),
            limit,
            end: AtomicU64::new(end),
            kept: AtomicU64::new(0),
            snapshot_every: options.snapshot_every,
            words: (0..SHARDS).map(|_| Mutex::default()).collect(),
            output: Mutex::default(),
            replay: options.replay.clone(),
        }
    }

    #[inline(always)]
    fn record(&self, rt: &Runtime, m: u32, write: impl FnOnce(&mut Pen<'_>)) {
        let buffer = self.buffers[(m as usize).min(MAX_MS - 1)].get_or_init(Default::default);
        // SAFETY: events of an M are recorded by its thread alone, or by another while that one is in a
        // blocking call or not started (deterministic host, bootstrap); sysmon's by sysmon.
        let own = unsafe { buffer.own() };
        own.settle();
        let size = (self.chunk.load(Ordering::Relaxed), self.most_events.load(Ordering::Relaxed));
        if let Some(size) = buffer.turn(own, size, self.generation.load(Ordering::Relaxed)) {
            self.turned(rt, m, size);
        }
        let mut pen = Pen { rt, log: self, buffer, own, m };
        write(&mut pen);
        pen.own.ready();
        buffer.publish(pen.own);
    }

    /// A batch became full. Of a flight recorder the oldest are forgotten, whosever they are.
    #[cold]
    fn turned(&self, rt: &Runtime, m: u32, size: u64) {
        if let Some(replay) = &self.replay {
            replay.new_tables(m);
        }
        rt.window_grows(self.written.fetch_add(size, Ordering::Relaxed) + size);
        let mut kept = self.kept.fetch_add(size, Ordering::Relaxed) + size;
        let end = self.end.load(Ordering::Relaxed);
        if end != 0 && kept > end {
            rt.record_events(false);
            return;
        }
        while self.limit != 0 && kept > self.limit {
            let all = self.buffers.iter().filter_map(|b| b.get());
            let oldest = all.filter_map(|b| Some((b.oldest()?, b))).min_by_key(|b| b.0);
            let Some((_, buffer)) = oldest else { return };
            let freed = buffer.forget();
            kept = self.kept.fetch_sub(freed, Ordering::Relaxed) - freed;
        }
    }

    /// The log as a file.
    /// `root`: the folder that names of files are relative to, where they are in it.
    /// `last`: nobody asks again.
    pub fn file(&self, rt: &Runtime, header: &Header, root: &str, last: bool) -> Pieces {
        self.pieces(rt, header, root, last, 1)
    }

    /// The events from a number on, of which nothing may be missing.
    fn since(&self, rt: &Runtime, first: u64) -> Pieces {
        self.pieces(rt, &Header::default(), "", false, first)
    }

    fn pieces(&self, rt: &Runtime, header: &Header, root: &str, last: bool, first: u64) -> Pieces {
        let mut recording =
            Recording { clock: self.clock.scale(&*rt.host), ..Recording::default() };
        for (m, b) in self.buffers.iter().enumerate() {
            let Some(b) = b.get() else { continue };
            let lost = b.read(m as u64, last, &mut recording.batches);
            recording.lost = recording.lost.max(lost);
        }
        recording.lost = recording.lost.max(self.origin.load(Ordering::Relaxed)).max(first - 1);
        gvm_trace::file::write(header, recording, &mut |place| described(rt, root, place))
    }

    /// The number that the log has for an M.
    fn number(m: u32) -> u64 {
        (m as u64).min(SYSMON_NUMBER)
    }

    /// The log begins when the program does.
    pub fn is_whole(&self) -> bool {
        self.origin.load(Ordering::Relaxed) == 0
    }

    /// Forgets all events; from here on nothing is. Nothing is recorded just now.
    fn restart(&self) {
        self.generation.fetch_add(1, Ordering::Relaxed);
        self.buffers.iter().filter_map(|b| b.get()).for_each(|b| b.clear());
        self.kept.store(0, Ordering::Relaxed);
        self.end.store(0, Ordering::Relaxed);
        // Numbers that Ms have taken are no longer the next ones.
        let origin = self.seq.0.fetch_add(1, Ordering::Relaxed) + 1;
        self.origin.store(origin, Ordering::Relaxed);
    }

    /// Forgets objects that a collection freed, so that their addresses can become new objects.
    pub(crate) fn forget(&self, dead: impl Fn(u64) -> bool) {
        for shard in &self.objects {
            shard.lock().retain(|&(addr, _), _| !dead(addr));
        }
    }
}

impl Pen<'_> {
    #[inline(always)]
    pub fn emit(&mut self, event: impl Recorded) {
        let seq = self.number();
        self.put(seq, None, event);
    }

    /// As `emit`; gives the event's number.
    fn first(&mut self, event: impl Recorded) -> u64 {
        let seq = self.number();
        self.put(seq, None, event);
        seq
    }

    /// An event that follows at once from the one before of this M, whose time it has.
    #[inline(always)]
    pub fn follow(&mut self, event: impl Recorded) {
        let seq = self.number();
        let last = self.last();
        self.put(seq, last, event);
    }

    /// As `emit`, and the M's next event gets the number after it. Only where the change that the next
    /// one reports is protected already.
    #[inline(always)]
    pub fn emit_before_next(&mut self, event: impl Recorded) {
        let seq = self.two_numbers();
        self.put(seq, None, event);
    }

    /// Both `follow` and `emit_before_next`.
    #[inline(always)]
    pub fn follow_before_next(&mut self, event: impl Recorded) {
        let seq = self.two_numbers();
        let last = self.last();
        self.put(seq, last, event);
    }

    /// The time of the last event, if it has one.
    #[inline(always)]
    fn last(&self) -> Option<u64> {
        (!self.own.between).then_some(self.own.time())
    }

    #[inline(always)]
    fn two_numbers(&mut self) -> u64 {
        match std::mem::take(&mut self.own.reserved) {
            0 => {
                let seq = self.numbers(2);
                self.own.reserved = seq + 1;
                seq
            }
            seq => seq,
        }
    }

    #[inline(always)]
    fn number(&mut self) -> u64 {
        match std::mem::take(&mut self.own.reserved) {
            0 => self.numbers(1),
            seq => seq,
        }
    }

    /// So many numbers, the first of which it gives. Those that the M took last are still the next ones
    /// while nobody else has taken any: whoever does so later gets higher ones, as if these were
    /// taken now.
    #[inline(always)]
    fn numbers(&mut self, n: u64) -> u64 {
        let last = self.own.base.seq;
        if last + n <= self.own.end && self.log.seq.0.load(Ordering::Acquire) == self.own.end {
            return last + 1;
        }
        self.more_numbers(n)
    }

    #[cold]
    #[inline(never)]
    fn more_numbers(&mut self, n: u64) -> u64 {
        // With others at work what is left over would be lost: numbers would get long.
        // And where each event has its own time, each has a number of its own, too.
        let counter = &self.log.seq.0;
        let alone = counter.load(Ordering::Relaxed) == self.own.end && !self.log.clock.exact;
        let take = if alone { n.max(BLOCK) } else { n };
        let first = counter.fetch_add(take, Ordering::AcqRel) + 1;
        (self.own.counter, self.own.end) = (counter, first + take - 1);
        self.own.left = 0;
        first
    }

    /// The time of a run: most need none.
    #[inline(always)]
    fn time_or_none(&mut self, polls: i64) -> Option<u64> {
        let own = &mut *self.own;
        if own.left > 0 && (own.polls.wrapping_sub(polls) as u64) < NEAR && !self.log.clock.exact {
            own.left -= 1;
            own.between = true;
            return None;
        }
        (own.left, own.polls, own.between) = (TIMELESS, polls, false);
        Some(self.log.clock.ticks(&*self.rt.host, None))
    }

    #[inline(always)]
    fn put(&mut self, seq: u64, last: Option<u64>, event: impl Recorded) {
        let time = self.log.clock.ticks(&*self.rt.host, last);
        self.own.between = false;
        self.buffer.push(self.own, seq, time, &event);
        if let Some(replay) = &self.log.replay {
            replay.compare(self.rt, self.buffer, self.own, self.m, &event);
        }
    }

    pub fn text(&mut self, s: &str) -> Text {
        self.buffer.text(self.own, s)
    }

    /// The stack of a G that does not run.
    pub fn stack(&mut self, g: &G) -> Stack {
        // SAFETY: the G is stopped; its pc and frame are saved.
        let n = unsafe { self.rt.machine.places(g, g.pc, g.fp, &mut self.own.places) };
        self.buffer.stack(self.own, n)
    }

    /// The stack of a G that stopped in a call of its own (`time.Sleep`, `runtime.Gosched`): it goes on
    /// behind the call, which may be another line.
    pub fn stack_at_call(&mut self, g: &G) -> Stack {
        let pc = g.pc.wrapping_sub(1);
        // SAFETY: as above, one cell back.
        let n = unsafe { self.rt.machine.places(g, pc, g.fp, &mut self.own.places) };
        self.buffer.stack(self.own, n)
    }

    /// The stack of the running G, from an intrinsic or native with this window.
    pub fn here(&mut self, cx: &Cx, window: *const u64) -> Stack {
        self.at(cx, window).stack
    }

    /// The same with what its runs are known by.
    pub fn at(&mut self, cx: &Cx, window: *const u64) -> Here {
        // SAFETY: as below.
        let mark = unsafe { self.rt.machine.mark(cx.at, window) };
        if let Some(stack) = self.own.marked(mark) {
            return Here { stack, mark, window };
        }
        // SAFETY: intrinsics and natives run on a G; the running one was called at `Cx::at` with this
        // window.
        let n = unsafe {
            let Some(g) = cx.g.as_ref() else { return Here::default() };
            let fp = self.rt.machine.frame_of(cx.at, window);
            self.rt.machine.places(g, cx.at, fp, &mut self.own.places)
        };
        let stack = self.buffer.stack(self.own, n);
        self.own.mark(mark, stack);
        Here { stack, mark, window }
    }

    /// A place in the code as a stack of its own.
    pub fn place(&mut self, pc: u64) -> Stack {
        match self.rt.machine.place(pc) {
            Some(place) => {
                self.own.places[0] = place;
                self.buffer.stack(self.own, 1)
            }
            None => Stack(0),
        }
    }

    /// The number of the lock or the like at an address. The first time it is an event.
    pub fn object(&mut self, addr: u64, kind: ObjectKind) -> u64 {
        let mut number = 0;
        self.one_step(addr, kind, |_, n| number = n);
        number
    }

    /// Does something with the object at an address while nobody else does so.
    pub fn one_step(&mut self, addr: u64, kind: ObjectKind, act: impl FnOnce(&mut Self, u64)) {
        let shard = &self.log.objects[(addr >> 3) as usize % SHARDS];
        let mut objects = shard.lock();
        let n = match objects.get(&(addr, kind as u8)) {
            Some(&n) => n,
            None => {
                let n = self.rt.new_object_id();
                objects.insert((addr, kind as u8), n);
                let name = self.rt.name_of(addr);
                let name = self.text(&name);
                // Under the lock of the table: nobody can mention it before.
                self.emit(happens::ObjectNew { object: n, kind, name, stack: Stack(0) });
                n
            }
        };
        act(self, n);
    }

    /// The value of an `any`: type word, data word.
    ///
    /// # Safety
    /// They are an interface value's.
    pub unsafe fn any(&mut self, typ: u64, data: u64) -> Value {
        // SAFETY: the caller's promise: a pointer-shaped value is the data word itself.
        unsafe {
            match (typ as *const crate::desc::TypeDesc).as_ref() {
                None => Value::None,
                Some(t) if t.direct => value::value(self, t, (&raw const data).cast()),
                Some(t) => value::value(self, t, data as *const u8),
            }
        }
    }

    /// # Safety
    /// `at` has a value of the type, or is null.
    pub unsafe fn value(&mut self, desc: &crate::desc::TypeDesc, at: *const u8) -> Value {
        // SAFETY: the caller's promise.
        unsafe { value::value(self, desc, at) }
    }
}

impl Runtime {
    /// Every decision passes here; one branch when nobody listens.
    #[inline(always)]
    pub fn trace(&self, m: u32, write: impl FnOnce(&mut Pen<'_>)) {
        if self.recording() {
            self.record(m, write);
        }
    }

    pub(crate) fn record_events(&self, on: bool) {
        self.recording.store(on, Ordering::Relaxed);
        self.careful.store(on || self.options.no_runnext, Ordering::Relaxed);
    }

    /// Events of the whole run are wanted, whatever the program says.
    pub(crate) fn keeps_all(&self) -> bool {
        self.options.trace && self.options.trace_limit == 0
    }

    /// From here on events are recorded, if they were not yet; the world is stopped by the M.
    pub(crate) fn start_recording(&self, m: u32, p: u64) {
        let log = self.log.get_or_init(|| Log::new(&*self.host, &self.options));
        // What a terminal is recorded for ends soon: nobody may count on it.
        if !self.recording() || log.end.load(Ordering::Relaxed) != 0 {
            self.record_events(false);
            log.restart();
        }
        // Before sysmon can say anything.
        self.cut(m, p);
        self.record_events(true);
    }

    /// The M's buffer, for `Cx::as_expected`.
    pub(crate) fn buffer(&self, m: u32) -> *const Buffer {
        let log = self.log.get();
        log.map_or(std::ptr::null(), |log| {
            let buffer = &log.buffers[(m as usize).min(MAX_MS - 1)];
            buffer.get_or_init(Default::default).as_ref()
        })
    }

    /// Whether events are recorded: what makes an event dear to tell asks first.
    #[inline(always)]
    pub fn recording(&self) -> bool {
        !cfg!(feature = "silent") && self.recording.load(Ordering::Relaxed)
    }

    #[cold]
    #[inline(never)]
    fn record(&self, m: u32, write: impl FnOnce(&mut Pen<'_>)) {
        if let Some(log) = self.log.get() {
            log.record(self, m, write);
        }
    }

    /// The program writes to a standard stream.
    pub(crate) fn write(&self, m: u32, fd: i32, bytes: &[u8]) -> std::io::Result<()> {
        // Where inputs are recorded what is written has the order of the events.
        let log = self.log.get().filter(|_| self.inputs);
        let _in_order = log.map(|l| l.output.lock());
        self.trace(m, |pen| {
            let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
            let rest = if *head.as_bytes() == *bytes { 0 } else { hash(bytes) };
            let text = pen.text(&head);
            pen.emit(happens::Output { fd: fd as u64, text, rest });
        });
        self.host.write(fd, bytes)
    }

    /// Something that is not the same in every run: as it is, or as it was in the run that is repeated.
    pub(crate) fn told(&self, m: u32, ask: impl FnOnce() -> Vec<u64>) -> Vec<u64> {
        if self.inputs { self.input(m, ask) } else { ask() }
    }

    /// As `told`, of what reaches the program with a seed, too: its environment, as far as it asks for it.
    pub(crate) fn told_of_environment(&self, m: u32, ask: impl FnOnce() -> Vec<u64>) -> Vec<u64> {
        if self.inputs || self.keeps_all() { self.input(m, ask) } else { ask() }
    }

    fn input(&self, m: u32, ask: impl FnOnce() -> Vec<u64>) -> Vec<u64> {
        let values = self.repeated_input().unwrap_or_else(ask);
        self.event(m, || happens::Input { values: values.clone() });
        values
    }

    /// What the run that is repeated was told here.
    pub(crate) fn repeated_input(&self) -> Option<Vec<u64>> {
        self.options.replay.as_ref().and_then(|r| r.input())
    }

    /// Does something to words that goroutines share, in `bytes` bytes from an address on. Where inputs are
    /// recorded nobody else does so meanwhile: the event of it has its place in the order of what is done to them.
    pub(crate) fn in_order<R>(&self, addr: u64, bytes: u64, act: impl FnOnce() -> R) -> R {
        let Some(log) = self.log.get().filter(|_| self.inputs) else { return act() };
        let line = |a: u64| (a >> 6) as usize % SHARDS;
        let (a, b) = (line(addr), line(addr + bytes - 1));
        let _first = log.words[a.min(b)].lock();
        let _second = (a != b).then(|| log.words[a.max(b)].lock());
        act()
    }

    /// The number of the goroutine, channel, lock or task that the run that is repeated makes next.
    pub(crate) fn repeated_number(&self) -> Option<u64> {
        if !self.follows {
            return None;
        }
        self.options.replay.as_ref().and_then(|r| r.number())
    }

    /// An event that follows at once from the M's last one (`Pen::follow`).
    #[inline(always)]
    pub fn follow<E: Recorded>(&self, m: u32, event: impl FnOnce() -> E) {
        self.trace(m, |pen| pen.follow(event()));
    }

    /// An event without texts and stacks.
    #[inline(always)]
    pub fn event<E: Recorded>(&self, m: u32, event: impl FnOnce() -> E) {
        self.trace(m, |pen| pen.emit(event()));
    }
}

/// Fowler, Noll and Vo's FNV-1a, the lower half of 64 bits; never 0.
fn hash(bytes: &[u8]) -> u64 {
    let step = |h: u64, &b: &u8| (h ^ b as u64).wrapping_mul(0x100_0000_01b3);
    (bytes.iter().fold(0xcbf2_9ce4_8422_2325u64, step) & 0xffff_ffff).max(1)
}

/// The frames at a place, as the log has them.
fn described(rt: &Runtime, root: &str, place: u64) -> Vec<gvm_trace::Frame> {
    let frames = rt.machine.describe(place);
    // A goroutine that starts with a wrapper has nothing else to show yet.
    let all = frames.iter().all(|f| f.wrapper);
    let shown = frames.into_iter().filter(|f| all || !f.wrapper);
    shown
        .map(|f| gvm_trace::Frame {
            function: f.function,
            file: relative(&f.file, root),
            line: f.line,
            column: f.column,
            offset: f.offset,
            library: f.library,
        })
        .collect()
}

/// So that a log does not depend on where the program lies.
fn relative(file: &str, root: &str) -> String {
    match file.strip_prefix(root) {
        Some(rest) if !root.is_empty() => rest.trim_start_matches('/').to_string(),
        _ => file.to_string(),
    }
}

/// Go's reasons, as the log names them.
pub fn wait(r: WaitReason) -> Wait {
    match r {
        WaitReason::None | WaitReason::Preempted => Wait::Other,
        WaitReason::ChanSend => Wait::ChanSend,
        WaitReason::ChanRecv => Wait::ChanRecv,
        WaitReason::ChanSendNil => Wait::ChanSendNil,
        WaitReason::ChanRecvNil => Wait::ChanRecvNil,
        WaitReason::Select => Wait::Select,
        WaitReason::SelectNoCases => Wait::SelectNoCases,
        WaitReason::Sleep => Wait::Sleep,
        WaitReason::Semacquire => Wait::Semacquire,
        WaitReason::SyncMutexLock => Wait::Mutex,
        WaitReason::SyncRWMutexRLock => Wait::RWMutexRLock,
        WaitReason::SyncRWMutexLock => Wait::RWMutexLock,
        WaitReason::SyncWaitGroupWait => Wait::WaitGroup,
        WaitReason::SyncCondWait => Wait::Cond,
        WaitReason::IOWait => Wait::Io,
    }
}

//! The one event function: what scheduler, channels, locks, timers and collector decided.
//!
//! Off, it is one branch. On, an event goes into its M's own buffer with a number from one counter.
//! **Invariant:** the number is taken while the change it reports is still protected: under the same
//! lock, or (run queues) under the queue's trace lock, so that replaying by number gives the exact
//! queues. The format, the reader and everything made from a log are in `gvm-trace`.

mod snapshot;
mod value;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use gvm_trace::chunk::Buffer;
pub use gvm_trace::field;
use gvm_trace::field::{ObjectKind, Stack, Text, Wait};
use gvm_trace::file::SYSMON as SYSMON_NUMBER;
pub use gvm_trace::{Event, Header, Value};
use parking_lot::{Mutex, MutexGuard};

use crate::cx::Cx;
use crate::g::{G, WaitReason};
use crate::runtime::Runtime;

/// The M number that sysmon's events have.
pub const SYSMON: u32 = u32::MAX;
/// Ms that can record.
const BUFFERS: usize = 10_000;
const SHARDS: usize = 64;
type Objects = HashMap<(u64, u8), u64>;
/// Frames of a stack that are kept.
const DEPTH: usize = 64;

pub struct Log {
    seq: AtomicU64,
    buffers: Box<[std::sync::OnceLock<Mutex<Buffer>>]>,
    /// Numbers of locks and the like by address and kind, in shards by address.
    objects: Box<[Mutex<Objects>]>,
    /// Virtual steps between snapshots on the deterministic host.
    pub snapshot_every: u64,
}

/// Writes events of one M.
pub struct Pen<'a> {
    pub rt: &'a Runtime,
    log: &'a Log,
    buffer: MutexGuard<'a, Buffer>,
}

impl Log {
    pub fn new(snapshot_every: u64) -> Log {
        Log {
            seq: AtomicU64::new(0),
            buffers: (0..BUFFERS).map(|_| Default::default()).collect(),
            objects: (0..SHARDS).map(|_| Mutex::default()).collect(),
            snapshot_every,
        }
    }

    fn index(m: u32) -> usize {
        (m as usize).min(BUFFERS - 1)
    }

    #[cold]
    #[inline(never)]
    fn record(&self, rt: &Runtime, m: u32, write: impl FnOnce(&mut Pen<'_>)) {
        let buffer = self.buffers[Log::index(m)].get_or_init(Mutex::default);
        write(&mut Pen { rt, log: self, buffer: buffer.lock() });
    }

    /// The log as a file.
    /// `root`: the folder that names of files are relative to, where they are in it.
    pub fn file(&self, rt: &Runtime, header: &Header, root: &str) -> Vec<u8> {
        let guards: Vec<(u64, MutexGuard<Buffer>)> = self
            .buffers
            .iter()
            .enumerate()
            .filter_map(|(i, b)| Some((i as u64, b.get()?.lock())))
            .collect();
        debug_assert!(guards.iter().all(|g| g.0 <= SYSMON_NUMBER));
        let buffers: Vec<(u64, &Buffer)> = guards.iter().map(|(m, b)| (*m, &**b)).collect();
        gvm_trace::file::write(header, &buffers, &mut |place| {
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
        })
    }

    /// Events recorded so far.
    pub fn count(&self) -> u64 {
        self.seq.load(Ordering::Relaxed)
    }

    /// Forgets objects that a collection freed, so that their addresses can become new objects.
    pub(crate) fn forget(&self, dead: impl Fn(u64) -> bool) {
        for shard in &self.objects {
            shard.lock().retain(|&(addr, _), _| !dead(addr));
        }
    }
}

impl Pen<'_> {
    pub fn emit(&mut self, event: Event) {
        let time = self.rt.host.time();
        let seq = self.log.seq.fetch_add(1, Ordering::AcqRel) + 1;
        self.buffer.push(seq, time, &event);
    }

    pub fn text(&mut self, s: &str) -> Text {
        self.buffer.text(s)
    }

    /// The stack of a G that does not run.
    pub fn stack(&mut self, g: &G) -> Stack {
        let mut places = Vec::with_capacity(8);
        // SAFETY: the G is stopped; its pc and frame are saved.
        unsafe { self.rt.machine.places(g, g.pc, g.fp, DEPTH, &mut places) };
        self.buffer.stack(&places)
    }

    /// The stack of a G that stopped in a call of its own (`time.Sleep`, `runtime.Gosched`): it goes on
    /// behind the call, which may be another line.
    pub fn stack_at_call(&mut self, g: &G) -> Stack {
        let mut places = Vec::with_capacity(8);
        // SAFETY: as above, one cell back.
        unsafe { self.rt.machine.places(g, g.pc.wrapping_sub(1), g.fp, DEPTH, &mut places) };
        self.buffer.stack(&places)
    }

    /// The stack of the running G, from an intrinsic or native with this window.
    pub fn here(&mut self, cx: &Cx, window: *const u64) -> Stack {
        // SAFETY: intrinsics and natives run on a G.
        let Some(g) = (unsafe { cx.g.as_ref() }) else { return Stack(0) };
        // SAFETY: the running native was called at `Cx::at` with this window.
        let fp = unsafe { self.rt.machine.frame_of(cx.at, window) };
        let mut places = Vec::with_capacity(8);
        // SAFETY: the frame that made the call.
        unsafe { self.rt.machine.places(g, cx.at, fp, DEPTH, &mut places) };
        self.buffer.stack(&places)
    }

    /// A place in the code as a stack of its own.
    pub fn place(&mut self, pc: u64) -> Stack {
        match self.rt.machine.place(pc) {
            Some(place) => self.buffer.stack(&[place]),
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
                let name = self.buffer.text(&name);
                // Under the lock of the table: nobody can mention it before.
                self.emit(Event::ObjectNew { object: n, kind, name, stack: Stack(0) });
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
        if let Some(log) = &self.log {
            log.record(self, m, write);
        }
    }

    /// The program writes.
    #[inline]
    pub(crate) fn output(&self, m: u32, fd: i32, bytes: &[u8]) {
        self.trace(m, |pen| {
            let head = &bytes[..bytes.len().min(200)];
            let text = pen.text(&String::from_utf8_lossy(head));
            pen.emit(Event::Output { fd: fd as u64, text });
        });
    }

    /// An event without texts and stacks.
    #[inline(always)]
    pub fn event(&self, m: u32, event: impl FnOnce() -> Event) {
        self.trace(m, |pen| pen.emit(event()));
    }
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

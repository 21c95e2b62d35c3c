//! Go's execution trace, wire format 1.25, one generation: `go tool trace` reads it and checks it.
//!
//! Sequence numbers are the writer's: one up for a G at start and unblock, for a P at start, steal
//! and the beginning of a blocking call. The readers order threads by them, not by time.

use std::collections::HashMap;

use super::{Record, What};
use crate::g::WaitReason;
use crate::machine::Frame;

// Event numbers of the format.
const BATCH: u8 = 1;
const STACKS: u8 = 2;
const STACK: u8 = 3;
const STRINGS: u8 = 4;
const STRING: u8 = 5;
const FREQUENCY: u8 = 8;
const PROCS_CHANGE: u8 = 9;
const PROC_START: u8 = 10;
const PROC_STOP: u8 = 11;
const PROC_STEAL: u8 = 12;
const PROC_STATUS: u8 = 13;
const GO_CREATE: u8 = 14;
const GO_START: u8 = 16;
const GO_DESTROY: u8 = 17;
const GO_STOP: u8 = 19;
const GO_BLOCK: u8 = 20;
const GO_UNBLOCK: u8 = 21;
const GO_SYSCALL_BEGIN: u8 = 22;
const GO_SYSCALL_END: u8 = 23;
const GO_SYSCALL_END_BLOCKED: u8 = 24;
const STW_BEGIN: u8 = 26;
const STW_END: u8 = 27;
const GC_BEGIN: u8 = 29;
const GC_END: u8 = 30;
const USER_LOG: u8 = 44;
const SYNC: u8 = 50;
const CLOCK_SNAPSHOT: u8 = 51;

const STATUS_IDLE: u64 = 2;
/// The M of tables.
const NO_THREAD: u64 = u64::MAX;
/// Batches are at most 64 KiB; an event is far smaller than the rest.
const BATCH_BYTES: usize = 60_000;
/// The goroutine that collections are shown to run on: readers want one.
const COLLECTOR: u64 = 1 << 40;

fn uvarint(out: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

struct Thread {
    /// Finished batches: first time, bytes.
    batches: Vec<(u64, Vec<u8>)>,
    last: u64,
    p: Option<u32>,
    running: Option<u64>,
}

#[derive(Default)]
struct Writer {
    strings: HashMap<String, u64>,
    stacks: HashMap<Vec<u64>, u64>,
    /// (function, file, line) to an invented pc.
    pcs: HashMap<(u64, u64, u32), u64>,
    threads: HashMap<u32, Thread>,
    order: Vec<u32>,
    g_seq: HashMap<u64, u64>,
    p_seq: HashMap<u32, u64>,
    gc_seq: u64,
}

impl Writer {
    fn string(&mut self, s: &str) -> u64 {
        if s.is_empty() {
            return 0;
        }
        let next = self.strings.len() as u64 + 1;
        *self.strings.entry(s.to_string()).or_insert(next)
    }

    fn stack(&mut self, frames: &[Frame]) -> u64 {
        if frames.is_empty() {
            return 0;
        }
        let key: Vec<u64> = frames
            .iter()
            .take(128)
            .map(|f| {
                let place = (self.string(&f.function), self.string(&f.file), f.line);
                let next = 0x1000 + 16 * self.pcs.len() as u64;
                *self.pcs.entry(place).or_insert(next)
            })
            .collect();
        let next = self.stacks.len() as u64 + 1;
        *self.stacks.entry(key).or_insert(next)
    }

    fn thread(&mut self, m: u32) -> &mut Thread {
        if !self.threads.contains_key(&m) {
            self.order.push(m);
        }
        self.threads.entry(m).or_insert(Thread {
            batches: Vec::new(),
            last: 0,
            p: None,
            running: None,
        })
    }

    fn emit(&mut self, m: u32, time: u64, event: u8, args: &[u64]) {
        let t = self.thread(m);
        if t.batches.last().is_none_or(|b| b.1.len() > BATCH_BYTES) {
            t.batches.push((time, Vec::new()));
            t.last = time;
        }
        let delta = time - t.last;
        t.last = time;
        if let Some((_, b)) = t.batches.last_mut() {
            b.push(event);
            uvarint(b, delta);
            args.iter().for_each(|&a| uvarint(b, a));
        }
    }

    fn next_g(&mut self, g: u64) -> u64 {
        let s = self.g_seq.entry(g).or_insert(0);
        *s += 1;
        *s
    }

    /// The P's next sequence number; tells its status at the first mention.
    fn next_p(&mut self, m: u32, time: u64, p: u32) -> u64 {
        if !self.p_seq.contains_key(&p) {
            self.emit(m, time, PROC_STATUS, &[p as u64, STATUS_IDLE]);
        }
        let s = self.p_seq.entry(p).or_insert(0);
        *s += 1;
        *s
    }

    /// Takes the M off the G that the trace still shows there.
    fn settle(&mut self, m: u32, time: u64) {
        if self.thread(m).running.take().is_some() {
            let reason = self.string("preempted");
            self.emit(m, time, GO_STOP, &[reason, 0]);
        }
    }

    fn record(&mut self, r: &Record) {
        let (m, t) = (r.m, r.time);
        match &r.what {
            What::ProcsChange { n } => {
                if self.thread(m).p.is_some() {
                    self.emit(m, t, PROCS_CHANGE, &[*n as u64, 0]);
                }
            }
            What::ProcStart { p } => {
                let seq = self.next_p(m, t, *p);
                self.emit(m, t, PROC_START, &[*p as u64, seq]);
                self.thread(m).p = Some(*p);
            }
            What::ProcStop { .. } => {
                self.settle(m, t);
                self.emit(m, t, PROC_STOP, &[]);
                self.thread(m).p = None;
            }
            What::ProcSteal { p, from } => {
                let seq = self.next_p(m, t, *p);
                self.emit(m, t, PROC_STEAL, &[*p as u64, seq, *from as u64]);
                self.thread(*from).p = None;
            }
            What::GoCreate { g, stack, .. } => {
                self.g_seq.insert(*g, 0);
                let stack = self.stack(stack);
                self.emit(m, t, GO_CREATE, &[*g, stack, 0]);
            }
            What::GoStart { g, .. } => {
                if self.thread(m).running == Some(*g) {
                    return;
                }
                let seq = self.next_g(*g);
                self.emit(m, t, GO_START, &[*g, seq]);
                self.thread(m).running = Some(*g);
            }
            What::GoStop { reason, stack, .. } => {
                let (reason, stack) = (self.string(reason), self.stack(stack));
                self.emit(m, t, GO_STOP, &[reason, stack]);
                self.thread(m).running = None;
            }
            What::GoBlock { reason, stack, .. } => {
                let (reason, stack) = (self.string(block_reason(*reason)), self.stack(stack));
                self.emit(m, t, GO_BLOCK, &[reason, stack]);
                self.thread(m).running = None;
            }
            What::GoUnblock { g, .. } => {
                let seq = self.next_g(*g);
                self.emit(m, t, GO_UNBLOCK, &[*g, seq, 0]);
            }
            What::GoDestroy { .. } => {
                self.emit(m, t, GO_DESTROY, &[]);
                self.thread(m).running = None;
            }
            What::SyscallBegin { p, stack, .. } => {
                let seq = self.next_p(m, t, *p);
                let stack = self.stack(stack);
                self.emit(m, t, GO_SYSCALL_BEGIN, &[seq, stack]);
            }
            What::SyscallEnd { .. } => self.emit(m, t, GO_SYSCALL_END, &[]),
            What::SyscallEndBlocked { .. } => {
                self.emit(m, t, GO_SYSCALL_END_BLOCKED, &[]);
                let thread = self.thread(m);
                thread.running = None;
                thread.p = None;
            }
            What::StwBegin => {
                self.settle(m, t);
                let known = self.g_seq.contains_key(&COLLECTOR);
                if known {
                    let seq = self.next_g(COLLECTOR);
                    self.emit(m, t, GO_UNBLOCK, &[COLLECTOR, seq, 0]);
                } else {
                    self.emit(m, t, GO_CREATE, &[COLLECTOR, 0, 0]);
                }
                let seq = self.next_g(COLLECTOR);
                self.emit(m, t, GO_START, &[COLLECTOR, seq]);
                let kind = self.string("GC mark termination");
                self.emit(m, t, STW_BEGIN, &[kind, 0]);
                self.thread(m).running = Some(COLLECTOR);
            }
            What::StwEnd => {
                self.emit(m, t, STW_END, &[]);
                let reason = self.string("system goroutine wait");
                self.emit(m, t, GO_BLOCK, &[reason, 0]);
                self.thread(m).running = None;
            }
            What::GcBegin => {
                self.gc_seq += 1;
                let seq = self.gc_seq;
                self.emit(m, t, GC_BEGIN, &[seq, 0]);
            }
            What::GcEnd => {
                self.gc_seq += 1;
                let seq = self.gc_seq;
                self.emit(m, t, GC_END, &[seq]);
            }
            What::Chan { .. } => {
                let mut text = String::new();
                super::text::line(&mut text, &r.what);
                let (key, value) = (self.string("channel"), self.string(&text));
                self.emit(m, t, USER_LOG, &[0, key, value, 0]);
            }
            What::Steal { .. } | What::TimerFire { .. } => {}
        }
    }
}

/// Go's words for the same reasons.
fn block_reason(r: WaitReason) -> &'static str {
    match r {
        WaitReason::None | WaitReason::Preempted => "unspecified",
        WaitReason::ChanSend => "chan send",
        WaitReason::ChanRecv => "chan receive",
        WaitReason::ChanSendNil | WaitReason::ChanRecvNil | WaitReason::SelectNoCases => "forever",
        WaitReason::Select => "select",
        WaitReason::Sleep => "sleep",
        WaitReason::SyncCondWait => "sync.(*Cond).Wait",
        WaitReason::IOWait => "network",
        WaitReason::Semacquire
        | WaitReason::SyncMutexLock
        | WaitReason::SyncRWMutexRLock
        | WaitReason::SyncRWMutexLock
        | WaitReason::SyncWaitGroupWait => "sync",
    }
}

fn batch(out: &mut Vec<u8>, m: u64, time: u64, data: &[u8]) {
    out.push(BATCH);
    uvarint(out, 1);
    uvarint(out, m);
    uvarint(out, time);
    uvarint(out, data.len() as u64);
    out.extend_from_slice(data);
}

/// Entries of a table in as many batches as it takes.
fn table(out: &mut Vec<u8>, time: u64, kind: u8, entries: impl Iterator<Item = Vec<u8>>) {
    let mut data = vec![kind];
    for e in entries {
        if data.len() + e.len() > BATCH_BYTES {
            batch(out, NO_THREAD, time, &data);
            data = vec![kind];
        }
        data.extend(e);
    }
    batch(out, NO_THREAD, time, &data);
}

pub(super) fn write(records: &[Record]) -> Vec<u8> {
    let mut w = Writer::default();
    for r in records {
        w.record(r);
    }
    let first = records.first().map_or(1, |r| r.time.max(1));
    let mut out = b"go 1.25 trace\0\0\0".to_vec();
    let mut sync = vec![SYNC, FREQUENCY];
    uvarint(&mut sync, 1_000_000_000);
    sync.push(CLOCK_SNAPSHOT);
    // Time since the batch's, monotonic clock, seconds, nanoseconds.
    for n in [0, first, 0, 0] {
        uvarint(&mut sync, n);
    }
    batch(&mut out, NO_THREAD, first, &sync);
    for m in &w.order {
        for (time, data) in &w.threads[m].batches {
            batch(&mut out, *m as u64, *time, data);
        }
    }
    let places: HashMap<u64, (u64, u64, u32)> = w.pcs.iter().map(|(&k, &v)| (v, k)).collect();
    let mut stacks: Vec<_> = w.stacks.iter().collect();
    stacks.sort_by_key(|s| s.1);
    let entries = stacks.into_iter().map(|(pcs, &id)| {
        let mut e = vec![STACK];
        uvarint(&mut e, id);
        uvarint(&mut e, pcs.len() as u64);
        for pc in pcs {
            let (function, file, line) = places[pc];
            for n in [*pc, function, file, line as u64] {
                uvarint(&mut e, n);
            }
        }
        e
    });
    table(&mut out, first, STACKS, entries);
    let mut strings: Vec<_> = w.strings.iter().collect();
    strings.sort_by_key(|s| s.1);
    let entries = strings.into_iter().map(|(s, &id)| {
        let bytes = &s.as_bytes()[..s.len().min(1024)];
        let mut e = vec![STRING];
        uvarint(&mut e, id);
        uvarint(&mut e, bytes.len() as u64);
        e.extend_from_slice(bytes);
        e
    });
    table(&mut out, first, STRINGS, entries);
    out
}

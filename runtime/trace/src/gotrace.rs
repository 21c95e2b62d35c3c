//! Go's execution trace, wire format 1.25, one generation: `go tool trace` reads it and checks it.
//!
//! Sequence numbers are the writer's: one up for a G at start and unblock, for a P at start, steal
//! and the beginning of a blocking call. The readers order threads by them, not by time.

use std::collections::{HashMap, HashSet};

use crate::field::{Stack, Stop, Wait};
use crate::kind::Event;
use crate::log::{Log, Record};
use crate::model::GState;
use crate::wire::put as uvarint;

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
const HEAP_ALLOC: u8 = 37;
const HEAP_GOAL: u8 = 38;
const GO_LABEL: u8 = 39;
const TASK_BEGIN: u8 = 40;
const TASK_END: u8 = 41;
const REGION_BEGIN: u8 = 42;
const REGION_END: u8 = 43;
const USER_LOG: u8 = 44;
const SYNC: u8 = 50;
const CLOCK_SNAPSHOT: u8 = 51;

const GO_STATUS: u8 = 25;

const STATUS_IDLE: u64 = 2;
const G_RUNNABLE: u64 = 1;
const G_WAITING: u64 = 4;
/// The M of tables.
const NO_THREAD: u64 = u64::MAX;
/// Batches are at most 64 KiB; an event is far smaller than the rest.
const BATCH_BYTES: usize = 60_000;
/// The goroutine that collections are shown to run on: readers want one.
const COLLECTOR: u64 = 1 << 40;

struct Thread {
    /// Finished batches: first time, bytes.
    batches: Vec<(u64, Vec<u8>)>,
    last: u64,
    p: Option<u64>,
    running: Option<u64>,
}

struct Writer<'l> {
    log: &'l Log,
    /// What `stack` gave before, by log stack.
    known: HashMap<Stack, u64>,
    strings: HashMap<String, u64>,
    stacks: HashMap<Vec<u64>, u64>,
    /// (function, file, line) to an invented pc.
    pcs: HashMap<(u64, u64, u32), u64>,
    threads: HashMap<u64, Thread>,
    order: Vec<u64>,
    g_seq: HashMap<u64, u64>,
    p_seq: HashMap<u64, u64>,
    gc_seq: u64,
    /// Gs that were in a blocking call when the log began. They are shown to wait.
    outside: HashSet<u64>,
}

impl Writer<'_> {
    fn string(&mut self, s: &str) -> u64 {
        if s.is_empty() {
            return 0;
        }
        let next = self.strings.len() as u64 + 1;
        *self.strings.entry(s.to_string()).or_insert(next)
    }

    fn stack(&mut self, stack: Stack) -> u64 {
        if let Some(&id) = self.known.get(&stack) {
            return id;
        }
        let log = self.log;
        let key: Vec<u64> = log
            .stack(stack)
            .take(128)
            .map(|f| {
                let place = (self.string(&f.function), self.string(&f.file), f.line);
                let next = 0x1000 + 16 * self.pcs.len() as u64;
                *self.pcs.entry(place).or_insert(next)
            })
            .collect();
        if key.is_empty() {
            return 0;
        }
        let next = self.stacks.len() as u64 + 1;
        let id = *self.stacks.entry(key).or_insert(next);
        self.known.insert(stack, id);
        id
    }

    /// A message of the goroutine that runs on the M.
    fn say(&mut self, r: &Record, category: &str, text: &str) {
        if self.thread(r.m).running.is_some() {
            let (key, value) = (self.string(category), self.string(text));
            self.emit(r.m, r.time, USER_LOG, &[0, key, value, 0]);
        }
    }

    fn thread(&mut self, m: u64) -> &mut Thread {
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

    fn emit(&mut self, m: u64, time: u64, event: u8, args: &[u64]) {
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
    fn next_p(&mut self, m: u64, time: u64, p: u64) -> u64 {
        if !self.p_seq.contains_key(&p) {
            self.emit(m, time, PROC_STATUS, &[p, STATUS_IDLE]);
        }
        let s = self.p_seq.entry(p).or_insert(0);
        *s += 1;
        *s
    }

    /// Takes the M off the G that the trace still shows there.
    fn settle(&mut self, m: u64, time: u64) {
        if self.thread(m).running.take().is_some() {
            let reason = self.string("preempted");
            self.emit(m, time, GO_STOP, &[reason, 0]);
        }
    }

    fn record(&mut self, r: &Record) {
        let (m, t) = (r.m, r.time);
        match r.event {
            Event::Snapshot { ref queues } if r.seq == self.log.first() => {
                // The log begins in the middle of the run: these are there already.
                for &(g, state) in &queues.gs {
                    let runnable = state == GState::Runnable as u64;
                    let status = if runnable { G_RUNNABLE } else { G_WAITING };
                    self.emit(m, t, GO_STATUS, &[g, NO_THREAD, status]);
                    self.g_seq.insert(g, 0);
                    if state == GState::Syscall as u64 {
                        self.outside.insert(g);
                    }
                }
            }
            Event::ProcsChange { n } if self.thread(m).p.is_some() => {
                self.emit(m, t, PROCS_CHANGE, &[n, 0]);
            }
            // At a cut it is told once more.
            Event::ProcStart { p } if self.thread(m).p == Some(p) => {}
            Event::ProcStart { p } => {
                let seq = self.next_p(m, t, p);
                self.emit(m, t, PROC_START, &[p, seq]);
                self.thread(m).p = Some(p);
            }
            Event::ProcStop { .. } => {
                self.settle(m, t);
                self.emit(m, t, PROC_STOP, &[]);
                self.thread(m).p = None;
            }
            Event::ProcSteal { p, from, .. } => {
                let seq = self.next_p(m, t, p);
                self.emit(m, t, PROC_STEAL, &[p, seq, from]);
                self.thread(from).p = None;
            }
            Event::GoCreate { g, start, stack } => {
                self.g_seq.insert(g, 0);
                let (start, stack) = (self.stack(start), self.stack(stack));
                self.emit(m, t, GO_CREATE, &[g, start, stack]);
            }
            Event::GoStart { g, .. } => {
                if self.thread(m).running == Some(g) {
                    return;
                }
                if self.outside.remove(&g) {
                    let seq = self.next_g(g);
                    self.emit(m, t, GO_UNBLOCK, &[g, seq, 0]);
                }
                let seq = self.next_g(g);
                self.emit(m, t, GO_START, &[g, seq]);
                self.thread(m).running = Some(g);
            }
            Event::GoStop { why, stack } => {
                let (reason, stack) = (self.string(why.word()), self.stack(stack));
                self.emit(m, t, GO_STOP, &[reason, stack]);
                self.thread(m).running = None;
            }
            Event::GoBlock { why, stack, .. } => {
                let (reason, stack) = (self.string(block_reason(why)), self.stack(stack));
                self.emit(m, t, GO_BLOCK, &[reason, stack]);
                self.thread(m).running = None;
            }
            Event::GoUnblock { g, .. } => {
                let seq = self.next_g(g);
                self.emit(m, t, GO_UNBLOCK, &[g, seq, 0]);
            }
            Event::GoEnd {} => {
                self.emit(m, t, GO_DESTROY, &[]);
                self.thread(m).running = None;
            }
            Event::SyscallEnter { stack } => {
                let p = self.thread(m).p.unwrap_or(0);
                let seq = self.next_p(m, t, p);
                let stack = self.stack(stack);
                self.emit(m, t, GO_SYSCALL_BEGIN, &[seq, stack]);
            }
            Event::SyscallExit { .. } => self.emit(m, t, GO_SYSCALL_END, &[]),
            // It was not seen to begin.
            Event::SyscallExitBlocked {} if self.thread(m).running.is_none() => {}
            Event::SyscallExitBlocked {} => {
                self.emit(m, t, GO_SYSCALL_END_BLOCKED, &[]);
                let thread = self.thread(m);
                thread.running = None;
                thread.p = None;
            }
            Event::StwStart { .. } if self.thread(m).running == Some(COLLECTOR) => {}
            Event::StwStart { why } => self.stop(m, t, why),
            Event::StwEnd {} => {
                self.emit(m, t, STW_END, &[]);
                let reason = self.string("system goroutine wait");
                self.emit(m, t, GO_BLOCK, &[reason, 0]);
                self.thread(m).running = None;
            }
            Event::GcStart { .. } => {
                self.gc_seq += 1;
                let seq = self.gc_seq;
                self.emit(m, t, GC_BEGIN, &[seq, 0]);
            }
            Event::GcEnd { heap, goal } => {
                self.gc_seq += 1;
                let seq = self.gc_seq;
                self.emit(m, t, GC_END, &[seq]);
                self.emit(m, t, HEAP_ALLOC, &[heap]);
                self.emit(m, t, HEAP_GOAL, &[goal]);
            }
            Event::TaskBegin { task, parent, name, stack } => {
                let (name, stack) = (self.string(self.log.text(name)), self.stack(stack));
                self.emit(m, t, TASK_BEGIN, &[task, parent, name, stack]);
            }
            Event::TaskEnd { task, stack } => {
                let stack = self.stack(stack);
                self.emit(m, t, TASK_END, &[task, stack]);
            }
            Event::RegionBegin { task, name, stack } => {
                let (name, stack) = (self.string(self.log.text(name)), self.stack(stack));
                self.emit(m, t, REGION_BEGIN, &[task, name, stack]);
            }
            Event::RegionEnd { task, name, stack } => {
                let (name, stack) = (self.string(self.log.text(name)), self.stack(stack));
                self.emit(m, t, REGION_END, &[task, name, stack]);
            }
            Event::UserLog { task, key, text, stack } => {
                let (key, text) =
                    (self.string(self.log.text(key)), self.string(self.log.text(text)));
                let stack = self.stack(stack);
                self.emit(m, t, USER_LOG, &[task, key, text, stack]);
            }
            Event::Label { text } => {
                let text = self.string(self.log.text(text));
                self.emit(m, t, GO_LABEL, &[text]);
            }
            Event::ChanSend { .. }
            | Event::ChanRecv { .. }
            | Event::ChanClose { .. }
            | Event::SelectDone { .. } => {
                let text = crate::text::line(self.log, r);
                self.say(r, "channel", &text);
            }
            Event::MutexLock { .. }
            | Event::MutexUnlock { .. }
            | Event::RLock { .. }
            | Event::RUnlock { .. }
            | Event::RWLock { .. }
            | Event::RWUnlock { .. }
            | Event::WaitGroupAdd { .. }
            | Event::CondSignal { .. }
            | Event::CondBroadcast { .. } => {
                let text = crate::text::line(self.log, r);
                self.say(r, "sync", &text);
            }
            // What Go's format has no event for.
            _ => {}
        }
    }

    /// The collector is shown as a goroutine of its own: readers want one.
    fn stop(&mut self, m: u64, t: u64, why: Stop) {
        self.settle(m, t);
        if self.g_seq.contains_key(&COLLECTOR) {
            let seq = self.next_g(COLLECTOR);
            self.emit(m, t, GO_UNBLOCK, &[COLLECTOR, seq, 0]);
        } else {
            self.emit(m, t, GO_CREATE, &[COLLECTOR, 0, 0]);
        }
        let seq = self.next_g(COLLECTOR);
        self.emit(m, t, GO_START, &[COLLECTOR, seq]);
        let kind = self.string(match why {
            Stop::Gc => "GC mark termination",
            Stop::Gomaxprocs => "GOMAXPROCS",
            Stop::Snapshot => "start trace",
        });
        self.emit(m, t, STW_BEGIN, &[kind, 0]);
        self.thread(m).running = Some(COLLECTOR);
    }
}

/// Go's words for the same reasons.
fn block_reason(r: Wait) -> &'static str {
    match r {
        Wait::Other => "unspecified",
        Wait::ChanSend => "chan send",
        Wait::ChanRecv => "chan receive",
        Wait::ChanSendNil | Wait::ChanRecvNil | Wait::SelectNoCases => "forever",
        Wait::Select => "select",
        Wait::Sleep => "sleep",
        Wait::Cond => "sync.(*Cond).Wait",
        Wait::Io => "network",
        Wait::Semacquire
        | Wait::Mutex
        | Wait::RWMutexRLock
        | Wait::RWMutexLock
        | Wait::WaitGroup => "sync",
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

/// The file's bytes.
pub fn write(log: &Log) -> Vec<u8> {
    let mut w = Writer {
        log,
        known: HashMap::new(),
        strings: HashMap::new(),
        stacks: HashMap::new(),
        pcs: HashMap::new(),
        threads: HashMap::new(),
        order: Vec::new(),
        g_seq: HashMap::new(),
        p_seq: HashMap::new(),
        gc_seq: 0,
        outside: HashSet::new(),
    };
    for r in &log.records {
        w.record(r);
    }
    let first = log.records.first().map_or(1, |r| r.time.max(1));
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
            batch(&mut out, *m, *time, data);
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
        // Longer ones are refused by readers; a character is never cut.
        let cut = (0..=s.len().min(1024)).rev().find(|&i| s.is_char_boundary(i)).unwrap_or(0);
        let bytes = &s.as_bytes()[..cut];
        let mut e = vec![STRING];
        uvarint(&mut e, id);
        uvarint(&mut e, bytes.len() as u64);
        e.extend_from_slice(bytes);
        e
    });
    table(&mut out, first, STRINGS, entries);
    out
}

//! The moving window of runtime/trace.FlightRecorder, and what trace.Start recorded: where in the log they begin.
//!
//! What makes Go's format needs to know what was there before the first event. So from time to time the world
//! is stopped and a *cut* is made: a `Snapshot` in the middle of the log, from which it can be told on its own.
//! A window begins and ends with a cut. **Invariant:** no batch is forgotten that has events behind the oldest
//! cut that somebody needs.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;

use gvm_trace::Log;

use super::{CHUNK, happens};
use crate::event::field::Stop;
use crate::runtime::Runtime;

/// Parts of a window: as often it is cut, at least.
const PARTS: u64 = 4;
/// About what an event takes in Go's form: 13.5 bytes of ping-pong, where the log has two.
const EVENT_BYTES: u64 = 14;

#[derive(Default)]
pub(crate) struct Window {
    /// A FlightRecorder records.
    pub(crate) on: bool,
    /// Nanoseconds that it keeps, and bytes of what is written.
    min_age: u64,
    max_bytes: u64,
    /// The oldest first; the last one may be the end of what is written.
    cuts: VecDeque<Cut>,
    /// Number of the event with which the trace that `trace.Start` began begins; 0: none.
    trace: u64,
    /// A trace is wanted from the next cut on.
    pub(crate) trace_begins: bool,
}

#[derive(Clone, Copy)]
struct Cut {
    /// Number of its `Snapshot`.
    seq: u64,
    time: u64,
    /// Bytes that the log had by then.
    bytes: u64,
}

impl Cut {
    /// Bytes of what happened since an older one, about: in the log, or in Go's form if that is more.
    fn since(&self, older: &Cut) -> u64 {
        let bytes = self.bytes.saturating_sub(older.bytes);
        bytes.max(self.seq.saturating_sub(older.seq) * EVENT_BYTES)
    }
}

impl Window {
    pub(crate) fn start(&mut self, min_age: u64, max_bytes: u64) {
        let cuts = std::mem::take(&mut self.cuts);
        *self = Window { on: true, min_age, max_bytes, cuts, ..*self };
    }

    pub(crate) fn stop(&mut self) {
        self.on = false;
        self.cuts.clear();
    }

    /// It is time for another cut.
    fn is_due(&self, now: Cut) -> bool {
        self.on
            && self.cuts.back().is_some_and(|c| {
                now.time.saturating_sub(c.time) > self.min_age / PARTS
                    || now.since(c) > self.max_bytes / PARTS
            })
    }

    /// Moves on; number of the first event that is still needed.
    fn add(&mut self, cut: Cut) -> u64 {
        if std::mem::take(&mut self.trace_begins) {
            self.trace = cut.seq;
        }
        if self.on {
            self.cuts.push_back(cut);
        }
        // One part is kept, however large it is.
        while let [first, second, _, ..] = *self.cuts.make_contiguous()
            && (cut.time - second.time >= self.min_age || cut.since(&first) > self.max_bytes)
        {
            self.cuts.pop_front();
        }
        let first = self.cuts.front().map_or(cut.seq, |c| c.seq);
        if self.trace == 0 { first } else { first.min(self.trace) }
    }
}

impl Runtime {
    /// Events are recorded, as somebody wants them.
    pub(crate) fn wants_events(&self) -> bool {
        let tracing = self.tracing.load(Ordering::Relaxed) == crate::std::trace::ON;
        tracing || self.keeps_all() || self.window.lock().on
    }

    /// From here on the log can be told on its own; the world is stopped by the M. The first event says what is
    /// there, the next two what the M has.
    pub(super) fn cut(&self, m: u32, p: u64) {
        let Some(log) = self.log.get() else { return };
        let window = self.window.lock();
        let chunk = if window.on { (window.max_bytes / 64) as usize } else { CHUNK };
        log.chunk.store(chunk.clamp(4 << 10, CHUNK), Ordering::Relaxed);
        // Cuts are made between batches: two batches are a part.
        let most_events =
            if window.on { window.max_bytes / (2 * PARTS * EVENT_BYTES) } else { u64::MAX };
        let most_events = most_events.clamp(256, u32::MAX as u64) as u32;
        log.most_events.store(most_events, Ordering::Relaxed);
        drop(window);
        let queues = self.queues();
        let mut seq = 0;
        self.record(m, |pen| {
            seq = pen.first(happens::Snapshot { queues });
            pen.emit(happens::ProcStart { p });
            pen.emit(happens::StwStart { why: Stop::Snapshot });
        });
        let mut window = self.window.lock();
        let cut = Cut { seq, time: self.host.time(), bytes: log.written.load(Ordering::Relaxed) };
        let needed = window.add(cut);
        if !self.keeps_all() {
            log.buffers.iter().filter_map(|b| b.get()).for_each(|b| b.forget_before(needed));
        }
    }

    /// A batch became full.
    pub(super) fn window_grows(&self, written: u64) {
        let seq = self.log.get().map_or(0, |l| l.seq.0.load(Ordering::Relaxed));
        let now = Cut { seq, time: self.host.time(), bytes: written };
        if self.window.lock().is_due(now) {
            self.sched.cut_events();
        }
    }

    /// The window up to its newest cut, in Go's format: as many of its parts, the newest, as it may take bytes.
    pub(crate) fn window_data(&self) -> Vec<u8> {
        // The whole log ends where it ends.
        if self.keeps_all() {
            return self.go_trace(1, u64::MAX);
        }
        let (cuts, most): (Vec<u64>, u64) = {
            let window = self.window.lock();
            (window.cuts.iter().map(|c| c.seq).collect(), window.max_bytes)
        };
        let Some((&end, parts)) = cuts.split_last() else { return Vec::new() };
        let mut data = Vec::new();
        for &first in parts {
            data = self.go_trace(first, end);
            if data.len() as u64 <= most {
                break;
            }
        }
        data
    }

    /// What was recorded since `trace.Start`, or since the program's start.
    pub(crate) fn trace_data(&self) -> Vec<u8> {
        let (first, end) = {
            let mut window = self.window.lock();
            let end = window.cuts.back().filter(|_| window.on).map_or(u64::MAX, |c| c.seq);
            (std::mem::take(&mut window.trace), end)
        };
        if self.keeps_all() { self.go_trace(1, u64::MAX) } else { self.go_trace(first, end) }
    }

    fn go_trace(&self, first: u64, end: u64) -> Vec<u8> {
        let file = self.log.get().map(|l| l.since(self, first).concat());
        let log = file.and_then(|f| Log::read_before(&f, end).ok());
        log.map(|l| gvm_trace::gotrace::write(&l)).unwrap_or_default()
    }
}

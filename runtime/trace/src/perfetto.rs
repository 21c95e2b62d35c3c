//! Perfetto's trace format (`.pftrace`): what ui.perfetto.dev and `trace_processor` read.
//!
//! Protocol buffers written by hand; the field numbers are those of Perfetto's public
//! `trace_packet.proto`, `track_event.proto` and `track_descriptor.proto`. Three groups of tracks in
//! this order: Ps with who runs on them, Ms with what they do, Gs with their states; then the heap.
//! An arrow leads from who made or woke a goroutine to where it runs next. It needs no state from
//! before the log but for the lengths of run queues, which it leaves out when the log begins later.
//! Times never fall: where the clocks of two Ms disagree, the order of events counts.
//! **Invariant:** what happens in a moment is a slice that ends at once. Perfetto would put instants of one
//! track and time into each other, and from a depth of 255 on lose their arrows.

use std::collections::{BTreeMap, HashMap};

use crate::field::{Stack, Value};
use crate::kind::Event;
use crate::log::{Log, Record};
use crate::model::Model;
use crate::source::start_function;
use crate::wire::put;

// Fields of Perfetto's messages. Trace:
const PACKET: u32 = 1;
// TracePacket:
const TIMESTAMP: u32 = 8;
const SEQUENCE: u32 = 10;
const TRACK_EVENT: u32 = 11;
const TRACK_DESCRIPTOR: u32 = 60;
// TrackDescriptor:
const UUID: u32 = 1;
const NAME: u32 = 2;
const PARENT: u32 = 5;
const COUNTER: u32 = 8;
const CHILD_ORDERING: u32 = 11;
const RANK: u32 = 12;
const EXPLICIT: u64 = 3;
// CounterDescriptor:
const UNIT: u32 = 3;
const UNIT_COUNT: u64 = 2;
const UNIT_BYTES: u64 = 3;
// TrackEvent:
const ANNOTATION: u32 = 4;
const TYPE: u32 = 9;
const TRACK: u32 = 11;
const CATEGORY: u32 = 22;
const EVENT_NAME: u32 = 23;
const COUNTER_VALUE: u32 = 30;
const FLOW: u32 = 47;
const FLOW_END: u32 = 48;
const BEGIN: u64 = 1;
const END: u64 = 2;
const COUNT: u64 = 4;
// DebugAnnotation:
const ANNOTATION_TEXT: u32 = 6;
const ANNOTATION_NAME: u32 = 10;

// Track numbers: groups, then a range for each.
const ROOT: u64 = 1;
const PS: u64 = 2;
const MS: u64 = 3;
const GS: u64 = 4;
const HEAP: u64 = 5;
const HEAP_GOAL: u64 = 6;
const GLOBAL: u64 = 7;
const P_TRACK: u64 = 1 << 40;
const QUEUE_TRACK: u64 = 2 << 40;
const M_TRACK: u64 = 3 << 40;
const G_TRACK: u64 = 4 << 40;

fn number(out: &mut Vec<u8>, field: u32, n: u64) {
    put(out, (field << 3) as u64);
    put(out, n);
}

fn fixed(out: &mut Vec<u8>, field: u32, n: u64) {
    put(out, (field << 3 | 1) as u64);
    out.extend_from_slice(&n.to_le_bytes());
}

fn bytes(out: &mut Vec<u8>, field: u32, b: &[u8]) {
    put(out, (field << 3 | 2) as u64);
    put(out, b.len() as u64);
    out.extend_from_slice(b);
}

/// What is said beside an event's name.
#[derive(Default)]
struct Extra<'a> {
    category: &'a str,
    notes: Vec<(&'static str, String)>,
    flow: Option<u64>,
    flow_end: Option<u64>,
}

struct Writer<'l> {
    log: &'l Log,
    out: Vec<u8>,
    time: u64,
    /// Tracks with a slice that has not ended.
    open: HashMap<u64, bool>,
    /// Value each counter showed last.
    counts: HashMap<u64, u64>,
    names: HashMap<u64, String>,
    /// The wake-up or creation that a `GoStart` answers: event number to event number.
    answers: HashMap<u64, u64>,
    /// Those that are answered.
    asked: HashMap<u64, ()>,
}

/// The file's bytes.
pub fn write(log: &Log) -> Vec<u8> {
    let mut w = Writer {
        log,
        out: Vec::new(),
        time: log.records.first().map_or(0, |r| r.time),
        open: HashMap::new(),
        counts: HashMap::new(),
        names: HashMap::new(),
        answers: HashMap::new(),
        asked: HashMap::new(),
    };
    w.flows();
    w.group(ROOT, 0, "gvm", 0);
    w.group(PS, ROOT, "Processors (P)", 0);
    w.group(MS, ROOT, "Threads (M)", 1);
    w.group(GS, ROOT, "Goroutines (G)", 2);
    let first = log.records.first().map_or(1, |r| r.seq);
    let mut model = (first == 1).then(Model::default);
    if model.is_none() {
        let text = format!("the log begins with event {first}: no lengths of run queues");
        w.moment(ROOT, &text, Extra::default());
    } else {
        w.counter(GLOBAL, PS, "global run queue", 0, UNIT_COUNT);
    }
    w.counter(HEAP, ROOT, "heap in use", 3, UNIT_BYTES);
    w.counter(HEAP_GOAL, ROOT, "heap goal", 4, UNIT_BYTES);
    w.tracks();
    for r in &log.records {
        w.time = w.time.max(r.time);
        w.record(r);
        if let Some(m) = &mut model {
            // A log that cannot be is the business of `gvm trace check`.
            if m.apply(r).is_err() {
                model = None;
                let text = format!("event {} cannot be: run queues unknown from here", r.seq);
                w.moment(ROOT, &text, Extra::default());
            } else {
                w.queues(m, r);
            }
        }
    }
    let mut open: Vec<u64> = w.open.iter().filter(|(_, o)| **o).map(|(t, _)| *t).collect();
    open.sort_unstable();
    open.into_iter().for_each(|t| w.end(t));
    w.out
}

impl Writer<'_> {
    fn packet(&mut self, body: &[u8]) {
        bytes(&mut self.out, PACKET, body);
    }

    fn describe(&mut self, track: &[u8]) {
        let mut p = Vec::new();
        number(&mut p, SEQUENCE, 1);
        bytes(&mut p, TRACK_DESCRIPTOR, track);
        self.packet(&p);
    }

    fn descriptor(track: u64, parent: u64, name: &str, rank: u64) -> Vec<u8> {
        let mut d = Vec::new();
        number(&mut d, UUID, track);
        bytes(&mut d, NAME, name.as_bytes());
        if parent != 0 {
            number(&mut d, PARENT, parent);
        }
        number(&mut d, RANK, rank);
        d
    }

    fn group(&mut self, track: u64, parent: u64, name: &str, rank: u64) {
        let mut d = Writer::descriptor(track, parent, name, rank);
        number(&mut d, CHILD_ORDERING, EXPLICIT);
        self.describe(&d);
    }

    fn counter(&mut self, track: u64, parent: u64, name: &str, rank: u64, unit: u64) {
        let mut d = Writer::descriptor(track, parent, name, rank);
        let mut c = Vec::new();
        number(&mut c, UNIT, unit);
        bytes(&mut d, COUNTER, &c);
        self.describe(&d);
    }

    /// A track for each P, M and G that the log names.
    fn tracks(&mut self) {
        let log = self.log;
        let (mut ps, mut ms, mut gs) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for r in &log.records {
            ms.insert(r.m, ());
            r.p.into_iter().for_each(|p| _ = ps.insert(p, ()));
            if r.g != 0 {
                gs.entry(r.g).or_insert(Stack(0));
            }
            match &r.event {
                Event::ProcStart { p } => _ = ps.insert(*p, ()),
                Event::StartM { m, .. } => _ = ms.insert(*m, ()),
                Event::GoCreate { g, start, .. } => _ = gs.insert(*g, *start),
                Event::GoStart { g, .. } | Event::GoUnblock { g, .. } => {
                    gs.entry(*g).or_insert(Stack(0));
                }
                _ => {}
            }
        }
        for p in ps.into_keys() {
            // The counter of a P's queue stands below its track.
            let d = Writer::descriptor(P_TRACK + p, PS, &format!("P{p}"), 1 + 2 * p);
            self.describe(&d);
            if log.records.first().is_some_and(|r| r.seq == 1) {
                let name = format!("P{p} run queue");
                self.counter(QUEUE_TRACK + p, PS, &name, 2 + 2 * p, UNIT_COUNT);
            }
        }
        for m in ms.into_keys() {
            let name = match m {
                crate::file::SYSMON => "sysmon".to_string(),
                _ => format!("M{m}"),
            };
            let d = Writer::descriptor(M_TRACK + m, MS, &name, m);
            self.describe(&d);
        }
        for (g, start) in gs {
            let function = start_function(log, start);
            let name = format!("G{g} {function}").trim_end().to_string();
            let d = Writer::descriptor(G_TRACK + g, GS, &name, g);
            self.describe(&d);
            self.names.insert(g, name);
        }
    }

    /// Pairs each wake-up and creation with the start that follows it.
    fn flows(&mut self) {
        let mut pending = HashMap::new();
        for r in &self.log.records {
            match &r.event {
                Event::GoCreate { g, .. } | Event::GoUnblock { g, .. } => {
                    pending.insert(*g, r.seq);
                }
                Event::GoStart { g, .. } => {
                    if let Some(from) = pending.remove(g) {
                        self.answers.insert(r.seq, from);
                        self.asked.insert(from, ());
                    }
                }
                _ => {}
            }
        }
    }

    fn event(&mut self, kind: u64, track: u64, name: &str, extra: Extra<'_>) {
        let mut e = Vec::new();
        number(&mut e, TYPE, kind);
        number(&mut e, TRACK, track);
        if !extra.category.is_empty() {
            bytes(&mut e, CATEGORY, extra.category.as_bytes());
        }
        if !name.is_empty() {
            bytes(&mut e, EVENT_NAME, name.as_bytes());
        }
        for (name, text) in &extra.notes {
            let mut a = Vec::new();
            bytes(&mut a, ANNOTATION_TEXT, text.as_bytes());
            bytes(&mut a, ANNOTATION_NAME, name.as_bytes());
            bytes(&mut e, ANNOTATION, &a);
        }
        extra.flow.into_iter().for_each(|f| fixed(&mut e, FLOW, f));
        extra.flow_end.into_iter().for_each(|f| fixed(&mut e, FLOW_END, f));
        self.track_event(&e);
    }

    /// A slice that ends at once.
    fn moment(&mut self, track: u64, name: &str, extra: Extra<'_>) {
        self.event(BEGIN, track, name, extra);
        self.event(END, track, "", Extra::default());
    }

    fn track_event(&mut self, e: &[u8]) {
        let mut p = Vec::new();
        number(&mut p, TIMESTAMP, self.time);
        number(&mut p, SEQUENCE, 1);
        bytes(&mut p, TRACK_EVENT, e);
        self.packet(&p);
    }

    /// Ends the track's slice, if there is one, and begins the next.
    fn next(&mut self, track: u64, name: &str, extra: Extra<'_>) {
        self.end(track);
        self.event(BEGIN, track, name, extra);
        self.open.insert(track, true);
    }

    fn end(&mut self, track: u64) {
        if self.open.insert(track, false) == Some(true) {
            self.event(END, track, "", Extra::default());
        }
    }

    fn count(&mut self, track: u64, n: u64) {
        if self.counts.insert(track, n) != Some(n) {
            let mut e = Vec::new();
            number(&mut e, TYPE, COUNT);
            number(&mut e, TRACK, track);
            number(&mut e, COUNTER_VALUE, n);
            self.track_event(&e);
        }
    }

    /// The queues that the event may have changed.
    fn queues(&mut self, model: &Model, r: &Record) {
        let length = |p: u64| {
            model.ps.get(p as usize).map_or(0, |p| p.ring.len() as u64 + (p.next != 0) as u64)
        };
        let victim = match &r.event {
            Event::Steal { from, .. } => Some(*from),
            Event::RunqPut { .. }
            | Event::RunqGet { .. }
            | Event::RunqOverflow { .. }
            | Event::GlobalPut { .. }
            | Event::GlobalGet { .. } => None,
            _ => return,
        };
        for p in r.p.into_iter().chain(victim) {
            self.count(QUEUE_TRACK + p, length(p));
        }
        self.count(GLOBAL, model.global.len() as u64);
    }

    fn site(&self, stack: Stack) -> Vec<(&'static str, String)> {
        match self.log.site(stack) {
            Some(f) => vec![("at", format!("{}:{}", f.file, f.line)), ("in", f.function.clone())],
            None => Vec::new(),
        }
    }

    /// The goroutine leaves its P and M and is now in this state.
    fn leave(&mut self, r: &Record, state: &str, stack: Stack) {
        r.p.into_iter().for_each(|p| self.end(P_TRACK + p));
        self.end(M_TRACK + r.m);
        if r.g != 0 {
            let notes = self.site(stack);
            self.next(G_TRACK + r.g, state, Extra { category: "state", notes, ..Extra::default() });
        }
    }

    /// Something that the goroutine does; of the M when it has none.
    fn say(&mut self, r: &Record, name: &str, category: &str, extra: Extra<'_>) {
        let track = if r.g != 0 { G_TRACK + r.g } else { M_TRACK + r.m };
        self.moment(track, name, Extra { category, ..extra });
    }

    fn record(&mut self, r: &Record) {
        let log = self.log;
        let state = || Extra { category: "state", ..Extra::default() };
        match &r.event {
            Event::GoCreate { g, stack, .. } => {
                let flow = self.asked.contains_key(&r.seq).then_some(r.seq);
                let notes = self.site(*stack);
                self.say(r, &format!("go G{g}"), "life", Extra { notes, flow, ..Extra::default() });
                self.next(G_TRACK + g, "runnable", state());
            }
            Event::GoUnblock { g, .. } => {
                let flow = self.asked.contains_key(&r.seq).then_some(r.seq);
                self.say(r, &format!("wakes G{g}"), "life", Extra { flow, ..Extra::default() });
                self.next(G_TRACK + g, "runnable", state());
            }
            Event::GoStart { g, inherit } => {
                let flow_end = self.answers.get(&r.seq).copied();
                let name = self.names.get(g).cloned().unwrap_or_default();
                if let Some(p) = r.p {
                    self.next(P_TRACK + p, &name, state());
                }
                self.next(M_TRACK + r.m, &name, state());
                let on = r.p.map_or("running".into(), |p| format!("running on P{p}"));
                let notes = if *inherit {
                    vec![("slice", "goes on with the slice of the one before".into())]
                } else {
                    Vec::new()
                };
                let extra = Extra { flow_end, notes, category: "state", ..Extra::default() };
                self.next(G_TRACK + g, &on, extra);
            }
            Event::GoStop { why, stack } => {
                self.leave(r, &format!("runnable ({})", why.word()), *stack);
            }
            Event::GoBlock { why, object, stack } => {
                let state = match object {
                    0 => format!("waits: {}", why.word()),
                    n => format!("waits: {} #{n}", why.word()),
                };
                self.leave(r, &state, *stack);
            }
            Event::GoEnd {} => {
                self.leave(r, "", Stack(0));
                self.end(G_TRACK + r.g);
            }
            Event::SyscallEnter { stack } => {
                let notes = self.site(*stack);
                let extra = Extra { category: "state", notes, ..Extra::default() };
                self.next(G_TRACK + r.g, "blocking call", extra);
                self.next(M_TRACK + r.m, "blocking call", state());
            }
            Event::SyscallExit { p } => {
                let name = self.names.get(&r.g).cloned().unwrap_or_default();
                self.next(G_TRACK + r.g, &format!("running on P{p}"), state());
                self.next(M_TRACK + r.m, &name, state());
            }
            Event::SyscallExitBlocked {} => {
                self.end(M_TRACK + r.m);
                self.next(G_TRACK + r.g, "runnable", state());
            }
            Event::ProcSteal { p, .. } | Event::ProcStop { p, .. } => self.end(P_TRACK + p),
            Event::SpinStart {} => self.next(M_TRACK + r.m, "looks for work", state()),
            Event::SpinStop { .. } => self.end(M_TRACK + r.m),
            Event::MPark {} => self.next(M_TRACK + r.m, "parked", state()),
            Event::ProcStart { .. } => self.end(M_TRACK + r.m),
            Event::StwStart { why } => {
                let name = format!("stop the world: {}", why.word());
                self.next(M_TRACK + r.m, &name, state());
            }
            Event::StwEnd {} => self.end(M_TRACK + r.m),
            Event::GcStart { heap } => self.count(HEAP, *heap),
            Event::GcEnd { heap, goal } => {
                self.count(HEAP, *heap);
                self.count(HEAP_GOAL, *goal);
            }
            Event::ChanSend { value, stack, .. } | Event::ChanRecv { value, stack, .. } => {
                let mut notes = self.site(*stack);
                if *value != Value::None {
                    notes.push(("value", log.value(*value)));
                }
                self.say(
                    r,
                    &crate::text::line(log, r),
                    "chan",
                    Extra { notes, ..Extra::default() },
                );
            }
            Event::RunqGet { .. }
            | Event::RunqPut { .. }
            | Event::GlobalPut { .. }
            | Event::GlobalGet { .. }
            | Event::StealFail { .. }
            | Event::StartM { .. }
            | Event::WaitEnter { .. }
            | Event::WaitLeave { .. }
            | Event::SysmonPace { .. }
            | Event::Snapshot { .. } => {}
            _ => {
                let group = crate::KINDS[r.event.kind() as usize].group;
                self.say(r, &crate::text::line(log, r), group, Extra::default());
            }
        }
    }
}

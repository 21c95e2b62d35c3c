//! A log read back: all events in one order, tables of texts and stacks, who ran where.

use std::collections::HashMap;

use crate::chunk;
use crate::field::{Remap, Stack, Text, Value};
use crate::file;
use crate::kind::{Event, KINDS, Recorded};

/// What the run was. Logs of runs with a seed are equal when headers and programs are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// gvm's version.
    pub version: String,
    /// Hash of the program image, in hexadecimal.
    pub image: String,
    /// Names and values: seed, procs, …
    pub options: Vec<(String, String)>,
}

/// A place in the program. Inlined calls are frames of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Frame {
    pub function: String,
    pub file: String,
    /// From 1; columns count bytes.
    pub line: u32,
    pub column: u32,
    /// Offset of the instruction in its function's code, in bytes.
    pub offset: u64,
    /// In gvm's library.
    pub library: bool,
}

/// An event at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// 1, 2, 3, …: the one order of all events (in the file the numbers have gaps).
    pub seq: u64,
    /// Nanoseconds since the start. Never falls on one M; between Ms only `seq` orders.
    pub time: u64,
    /// `file::SYSMON` for the system monitor.
    pub m: u64,
    /// The P the M has, and the goroutine it runs (0: none), before the event.
    pub p: Option<u64>,
    pub g: u64,
    pub event: Event,
}

/// Nanoseconds between events of an M that have no time of their own, at most.
const APART: u64 = 40;

/// Gives events without a time one between those of the M that have one.
#[derive(Default)]
struct Between {
    last: u64,
    /// Places of those after `last` that wait for the next time.
    open: Vec<usize>,
}

impl Between {
    /// The time of the next event, for now.
    fn time(&mut self, known: Option<u64>, records: &mut [Record]) -> u64 {
        match known {
            Some(time) => {
                let apart = time.saturating_sub(self.last) / (self.open.len() as u64 + 1);
                for (i, place) in self.open.drain(..).enumerate() {
                    records[place].time = self.last + (i as u64 + 1) * apart.min(APART);
                }
                self.last = time;
            }
            None => self.open.push(records.len()),
        }
        self.last
    }
}

/// What an M has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    pub p: Option<u64>,
    /// 0: none.
    pub g: u64,
}

impl Event {
    /// What Ms have after the event of one of them.
    pub(crate) fn apply_to(&self, at: &mut HashMap<u64, Context>, m: u64) {
        self.apply(at.entry(m).or_default());
        if let Event::ProcSteal { from, .. } = self {
            at.entry(*from).or_default().p = None;
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Log {
    pub header: Header,
    /// Place `i` has sequence number `i + 1`, in a complete log; of a flight recording only the last
    /// ones are there (`Log::first`).
    pub records: Vec<Record>,
    /// Index with `Text`; 0 is empty.
    pub texts: Vec<String>,
    /// Index with `Stack`: frame numbers, innermost first; 0 is empty.
    pub stacks: Vec<Vec<u32>>,
    pub frames: Vec<Frame>,
    /// Nothing is missing: the file's end is there and every sequence number came once.
    pub complete: bool,
}

impl Log {
    pub fn read(bytes: &[u8]) -> Result<Log, String> {
        Log::read_before(bytes, u64::MAX)
    }

    /// Only the events whose numbers in the file are below `end`.
    pub fn read_before(bytes: &[u8], end: u64) -> Result<Log, String> {
        let parts = file::read(bytes)?;
        let mut log = Log {
            header: parts.header,
            texts: vec![String::new()],
            stacks: vec![Vec::new()],
            ..Log::default()
        };
        let mut places: HashMap<u64, Vec<u32>> = HashMap::new();
        let mut frames: HashMap<Frame, u32> = HashMap::new();
        for (key, list) in parts.places {
            let numbers = list
                .into_iter()
                .map(|f| {
                    *frames.entry(f).or_insert_with_key(|f| {
                        log.frames.push(f.clone());
                        log.frames.len() as u32 - 1
                    })
                })
                .collect();
            places.insert(key, numbers);
        }
        let mut texts: HashMap<String, u32> = HashMap::from([(String::new(), 0)]);
        let mut stacks: HashMap<Vec<u32>, u32> = HashMap::from([(Vec::new(), 0)]);
        let mut maps: Vec<(Remap, chunk::Templates)> = Vec::new();
        for (_, t) in parts.tables {
            let mut map = Remap { texts: vec![0], stacks: vec![0], ..Remap::default() };
            for text in t.texts {
                map.texts.push(*texts.entry(text.into()).or_insert_with_key(|t| {
                    log.texts.push(t.clone());
                    log.texts.len() as u32 - 1
                }));
            }
            for keys in t.stacks {
                let list: Vec<u32> = keys
                    .iter()
                    .flat_map(|k| places.get(k).map_or(&[][..], |v| v))
                    .copied()
                    .collect();
                map.stacks.push(*stacks.entry(list).or_insert_with_key(|l| {
                    log.stacks.push(l.clone());
                    log.stacks.len() as u32 - 1
                }));
            }
            maps.push((map, chunk::Templates::new(t.templates)));
        }
        let empty = (
            Remap { texts: vec![0], stacks: vec![0], ..Remap::default() },
            chunk::Templates::default(),
        );
        let mut clocks: HashMap<u64, Between> = HashMap::new();
        // Events of each M so far: nothing is missing between its chunks.
        let mut counts: HashMap<u64, u64> = HashMap::new();
        let mut whole = true;
        for (m, tables, c) in &parts.chunks {
            let (map, templates) = tables.and_then(|t| maps.get(t)).unwrap_or(&empty);
            let between = clocks.entry(*m).or_default();
            chunk::read(c, map, templates, |seq, ticks, event| {
                let time = ticks.map(|t| parts.clock.nanoseconds(t));
                let time = between.time(time, &mut log.records);
                log.records.push(Record { seq, time, m: *m, p: None, g: 0, event });
            })
            .ok_or("the event log is damaged")?;
            let count = counts.entry(*m).or_insert(if parts.first > 1 { c.before } else { 0 });
            whole &= c.before == *count;
            *count += c.events;
        }
        log.records.sort_by_key(|r| r.seq);
        let first = parts.first.max(1);
        log.complete = parts.total == Some(log.records.len() as u64)
            && whole
            && log.records.windows(2).all(|w| w[0].seq < w[1].seq)
            && parts.first <= 1;
        log.place(parts.before.into_iter().collect());
        // What is older has gaps.
        log.records.retain(|r| (first..end).contains(&r.seq));
        for (r, seq) in log.records.iter_mut().zip(first..) {
            r.seq = seq;
        }
        Ok(log)
    }

    /// Number of the first event; above 1 in a flight recording.
    pub fn first(&self) -> u64 {
        self.records.first().map_or(1, |r| r.seq)
    }

    /// Fills in which P and G each M had.
    fn place(&mut self, mut at: HashMap<u64, Context>) {
        for r in &mut self.records {
            let own = at.get(&r.m).copied().unwrap_or_default();
            (r.p, r.g) = (own.p, own.g);
            r.event.apply_to(&mut at, r.m);
        }
    }

    pub fn text(&self, t: Text) -> &str {
        self.texts.get(t.0 as usize).map_or("", |s| s)
    }

    /// Innermost first.
    pub fn stack(&self, s: Stack) -> impl Iterator<Item = &Frame> {
        let list = self.stacks.get(s.0 as usize).map_or(&[][..], |l| l);
        list.iter().filter_map(|&f| self.frames.get(f as usize))
    }

    /// The innermost frame that is the user's own, else the innermost.
    pub fn site(&self, s: Stack) -> Option<&Frame> {
        self.stack(s).find(|f| !f.library).or_else(|| self.stack(s).next())
    }

    /// A value in Go's notation.
    pub fn value(&self, v: Value) -> String {
        match v {
            Value::None | Value::Each => String::new(),
            Value::Bool(b) => b.to_string(),
            Value::Int(n) => n.to_string(),
            Value::Uint(n) => n.to_string(),
            Value::Float(bits) => format!("{:?}", f64::from_bits(bits)),
            Value::Str(t) => format!("{:?}", self.text(t)),
            Value::Other(t) => self.text(t).to_string(),
        }
    }

    pub fn kind_name(r: &Record) -> &'static str {
        KINDS[r.event.kind() as usize].name
    }
}

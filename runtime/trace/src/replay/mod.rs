//! A recorded run that is run again: each event that happens is compared with the recorded one.
//!
//! The runtime hands over an event's bytes as it is recorded; `Script::next` brings its texts and
//! stacks to the recorded log's numbers and compares. It must never let a difference pass: whatever an
//! event says counts. Of runs on real threads `order` says what is compared.

mod order;

use std::collections::HashMap;

use crate::chunk::Tables;
use crate::field::{End, Remap, Shown, Stack};
use crate::kind::Event;
use crate::log::{Context, Frame, Header, Log, Record};
use crate::text;
use crate::wire::Reader;

pub use self::order::Order;
use self::order::Turns;

const OVER: &str = "the program is over";

/// A log to be repeated, and how far the run has come.
pub struct Script {
    log: Log,
    /// Events that have come about.
    done: usize,
    /// Of a run on real threads.
    turns: Option<Turns>,
    texts: HashMap<String, u32>,
    stacks: HashMap<Vec<u32>, u32>,
    frames: HashMap<Frame, u32>,
    /// Of places, by the runtime's key.
    places: HashMap<u64, Vec<u32>>,
    /// By M.
    maps: HashMap<u64, Remap>,
    /// What each M has now.
    at: HashMap<u64, Context>,
}

/// An event as it happened: its kind and its fields' bytes, whose texts and stacks are the tables'.
pub struct Happened<'a> {
    /// Nanoseconds of virtual time.
    pub time: u64,
    pub m: u64,
    pub kind: u8,
    pub fields: &'a [u8],
}

impl Script {
    /// Refuses logs that do not have all that is needed.
    pub fn new(log: Log) -> Result<Script, String> {
        if log.first() != 1 {
            let n = log.first();
            return Err(format!("the log begins with event {n} (a flight recording)"));
        }
        if !log.complete {
            return Err("the log is not complete".into());
        }
        let turns = match option(&log.header, "seed") {
            Some(_) => None,
            None if option(&log.header, "random").is_none() => {
                return Err("the log lacks the inputs of a run on real threads".into());
            }
            None => Some(Turns::new(&log)),
        };
        let texts = log.texts.iter().cloned().zip(0..).collect();
        let stacks = log.stacks.iter().cloned().zip(0..).collect();
        let frames = log.frames.iter().cloned().zip(0..).collect();
        Ok(Script {
            log,
            done: 0,
            turns,
            texts,
            stacks,
            frames,
            places: HashMap::new(),
            maps: HashMap::new(),
            at: HashMap::new(),
        })
    }

    pub fn header(&self) -> &Header {
        &self.log.header
    }

    /// The M begins new tables.
    pub fn new_tables(&mut self, m: u64) {
        self.maps.remove(&m);
    }

    /// The next event. The error says what differs.
    /// `describe`: the frames at a place.
    pub fn next(
        &mut self,
        h: Happened<'_>,
        tables: &Tables,
        describe: &mut dyn FnMut(u64) -> Vec<Frame>,
    ) -> Result<(), String> {
        let map = self.remap(h.m, tables, describe);
        let event = Event::get(h.kind, &mut Reader::new(h.fields), &map);
        self.maps.insert(h.m, map);
        let event = event.ok_or("an event cannot be read")?;
        if let Some(turns) = &mut self.turns {
            if !Turns::concerns(&event) {
                return Ok(());
            }
            let expected = turns.expected();
            let recorded = expected.map(|i| &self.log.records[i]);
            if recorded.is_some_and(|r| order::same(&self.log, &r.event, &event)) {
                turns.advance();
                return Ok(());
            }
            let like = recorded.cloned();
            self.done = expected.unwrap_or(self.log.records.len());
            let (m, p, g) = like.map_or((h.m, None, 0), |r| (r.m, r.p, r.g));
            return Err(self.difference(Some(&Record { seq: 0, time: h.time, m, p, g, event })));
        }
        let own = *self.at.entry(h.m).or_default();
        let seq = self.done as u64 + 1;
        let now = Record { seq, time: h.time, m: h.m, p: own.p, g: own.g, event };
        if self.log.records.get(self.done) != Some(&now) {
            return Err(self.difference(Some(&now)));
        }
        self.done += 1;
        now.event.apply_to(&mut self.at, h.m);
        Ok(())
    }

    /// The run is over.
    pub fn end(&mut self) -> Result<(), String> {
        if let Some(turns) = &self.turns {
            // What others did while it ended is no part of it.
            return if turns.over(&self.log) { Ok(()) } else { Err(self.stuck(OVER)) };
        }
        if self.done == self.log.records.len() { Ok(()) } else { Err(self.difference(None)) }
    }

    /// The order of a run on real threads.
    pub fn order(&mut self) -> Option<Order<'_>> {
        let log = &self.log;
        self.turns.as_mut().map(|turns| Order { turns, log })
    }

    /// What must happen next; of a run on real threads, what whoever runs must do next.
    pub fn coming(&mut self) -> Option<&Event> {
        match &self.turns {
            Some(turns) => turns.expected().map(|i| &self.log.records[i].event),
            None => self.log.records.get(self.done).map(|r| &r.event),
        }
    }

    /// Of a run with a seed: whether the M is told something next, and that at this time in nanoseconds.
    pub fn input_comes(&self, m: u64, time: u64) -> bool {
        let next = self.log.records.get(self.done);
        next.is_some_and(|r| matches!(r.event, Event::Input { .. }) && (r.m, r.time) == (m, time))
    }

    /// What cannot be repeated.
    pub fn stuck(&mut self, now: &str) -> String {
        let end = self.log.records.len();
        if let Some(mut order) = self.order() {
            self.done = order.place().unwrap_or(end);
        }
        self.difference(None).replace(OVER, now)
    }

    fn remap(
        &mut self,
        m: u64,
        tables: &Tables,
        describe: &mut dyn FnMut(u64) -> Vec<Frame>,
    ) -> Remap {
        let first = || Remap { texts: vec![0], stacks: vec![0], ..Remap::default() };
        let mut map = self.maps.remove(&m).unwrap_or_else(first);
        for t in &tables.texts[map.texts.len() - 1..] {
            map.texts.push(match self.texts.get(&**t) {
                Some(&n) => n,
                None => {
                    self.log.texts.push(t.to_string());
                    let n = self.log.texts.len() as u32 - 1;
                    self.texts.insert(t.to_string(), n);
                    n
                }
            });
        }
        for keys in &tables.stacks[map.stacks.len() - 1..] {
            let mut list = Vec::new();
            for &key in keys {
                list.extend_from_slice(self.place(key, describe));
            }
            let next = self.log.stacks.len() as u32;
            let n = *self.stacks.entry(list.clone()).or_insert(next);
            if n == next {
                self.log.stacks.push(list);
            }
            map.stacks.push(n);
        }
        map
    }

    fn place(&mut self, key: u64, describe: &mut dyn FnMut(u64) -> Vec<Frame>) -> &[u32] {
        let (frames, log) = (&mut self.frames, &mut self.log);
        self.places.entry(key).or_insert_with(|| {
            let number = |f: Frame| {
                *frames.entry(f).or_insert_with_key(|f| {
                    log.frames.push(f.clone());
                    log.frames.len() as u32 - 1
                })
            };
            describe(key).into_iter().map(number).collect()
        })
    }

    /// What was recorded, what happens, and where the goroutine is.
    fn difference(&self, now: Option<&Record>) -> String {
        let recorded = self.log.records.get(self.done);
        let seq = self.done + 1;
        let stopped = |r: &Record| matches!(r.event, Event::ProgramEnd { why: End::Stopped, .. });
        if recorded.is_some_and(stopped) {
            return format!("event {seq}: here the recorded run was stopped from outside");
        }
        let show = |r: Option<&Record>, none: &str| match r {
            Some(r) => self.shown(r),
            None => none.to_string(),
        };
        let mut out = format!(
            "the run is not the recorded one from event {seq} on\n  recorded: {}\n  now:      {}",
            show(recorded, "nothing more"),
            show(now, OVER),
        );
        if let (Some(a), Some(b)) = (recorded, now)
            && self.shown(a) == self.shown(b)
        {
            // What people are shown leaves things out.
            let stack = |e: &Event| stack_of(e).map(|s| self.calls(s)).unwrap_or_default();
            let what = match a.event == b.event {
                true => format!("at {} ns, now at {} ns", a.time, b.time),
                false if stack(&a.event) != stack(&b.event) => {
                    format!("in {}, now in {}", stack(&a.event), stack(&b.event))
                }
                false => format!("in full {:?}, now {:?}", a.event, b.event),
            };
            out += &format!("\n  which was {what}");
        }
        if self.turns.is_some() {
            out += "\n  of runs on real threads only those without data races can be repeated";
        }
        if let Some(place) = now.or(recorded).and_then(|r| self.place_of(r)) {
            out += &format!("\n  at:       {place}");
        }
        out
    }

    fn shown(&self, r: &Record) -> String {
        let mut line = String::new();
        text::full_line(&mut line, &self.log, r);
        // Number and time are in the columns before.
        line.split_whitespace().skip(2).collect::<Vec<_>>().join(" ")
    }

    fn calls(&self, stack: Stack) -> String {
        let frame = |f: &Frame| format!("{}:{}:{}+{}", f.function, f.line, f.column, f.offset);
        self.log.stack(stack).map(frame).collect::<Vec<_>>().join(" < ")
    }

    /// The line of the program where the event's goroutine is, as far as events say.
    fn place_of(&self, r: &Record) -> Option<String> {
        let mut before =
            self.log.records[..self.done].iter().rev().filter(|b| b.g == r.g && r.g != 0);
        let stack = stack_of(&r.event).or_else(|| before.find_map(|b| stack_of(&b.event)))?;
        let f = self.log.site(stack)?;
        Some(format!("{} ({}:{}:{})", f.function, f.file, f.line, f.column))
    }
}

/// The stack of the goroutine that an event tells of.
fn stack_of(e: &Event) -> Option<Stack> {
    let mut found = e.fields().into_iter().filter_map(|(name, shown)| match shown {
        Shown::Stack(s) if name == "stack" && s.0 != 0 => Some(s),
        _ => None,
    });
    found.next()
}

/// What the header says of an option.
pub fn option<'a>(header: &'a Header, name: &str) -> Option<&'a str> {
    header.options.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
}

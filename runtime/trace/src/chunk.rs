//! Events as bytes: chunks that can be read on their own, each with its tables.
//!
//! An event is: kind (its top bit: the sequence number is one more than the last event's of the
//! chunk), else the difference of sequence numbers; time since the last time; the fields.
//! Events that come again and again one after the other are a *run*: a record with the number of its
//! template, whose events have consecutive numbers, and what each run has of its own: a value (where
//! it is an int, its difference from the one that is expected if that is small: `Ints`), and how full the
//! channel then is. A run has the time of its own events, or none: then it is shortly after the event before it.
//! One that comes as expected (its template is that of the run that came after the last one before, too; its
//! number is the next one; it has no time, and its int is close to the expected one) is one byte, and the length.
//! If its template is *silent* it is no byte at all: where one did not come, that is told (`ABSENT`).
//! The memory for chunks is the runtime's (`event/buffer.rs`), which the M fills without a lock.

use std::cell::Cell;

use crate::field::{Field, Remap, Value};
use crate::kind::{Event, KINDS, Recorded};
use crate::log::Context;
use crate::wire::{LONGEST, Reader, Room, Short, Sink, put};

const NEXT: u8 = 0x80;
/// In place of a kind: a run with a time, and one without.
const RUN_AT: u8 = 0x7e;
const RUN: u8 = 0x7f;
/// In place of all of a run that comes as expected, where its int is as the one before or there is none. A
/// difference is added, so that the byte is from 0x58 to 0x7d.
pub const EXPECTED: u8 = 0x60;
const FIRST: u8 = 0x58;
const LAST: u8 = RUN_AT - 1;
/// In place of a kind, after a run: only so many events (a number) come in silent runs, then another record,
/// although one more is expected.
pub const ABSENT: u8 = FIRST | NEXT;
const _: () = assert!(KINDS.len() <= FIRST as usize);

/// What is expected of the ints of a template: that each differs from the one before as those did before.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ints {
    /// The next one.
    pub expected: i64,
    /// Since when it was last missed by more than is small.
    pub stride: i64,
}

impl Ints {
    /// By how much an int differs from the expected one. It is the last one now.
    #[inline(always)]
    pub fn comes(&mut self, n: i64) -> i64 {
        let difference = n.wrapping_sub(self.expected);
        if !is_small(difference) {
            self.stride = self.stride.wrapping_add(difference);
        }
        self.expected = n.wrapping_add(self.stride);
        difference
    }
}

/// The byte of a difference of 0 in place of a value; those of the others are from 0x20 to 0x7f.
const SAME: u8 = 0x30;
const LEAST: u8 = 0x20;
const GREATEST: u8 = 0x7f;

/// Whether a byte, `SAME` and the difference, says by how much an int differs from the one before.
#[inline(always)]
fn is_small(difference: i64) -> bool {
    difference.wrapping_add((SAME - LEAST) as i64) as u64 <= (GREATEST - LEAST) as u64
}

/// The same for `EXPECTED`: those are small, too.
#[inline(always)]
pub fn is_close(difference: i64) -> bool {
    difference.wrapping_add((EXPECTED - FIRST) as i64) as u64 <= (LAST - FIRST) as u64
}

/// Bytes that a run takes at most.
pub const LONGEST_RUN: usize = 1 + 3 * LONGEST + 1 + 2 * LONGEST;

/// Where the next event's numbers count from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Base {
    pub seq: u64,
    /// In ticks of the log's clock.
    pub time: u64,
}

impl Base {
    /// Writes an event. Neither numbers nor times of a chunk ever fall.
    #[inline(always)]
    pub fn put(&mut self, out: &mut Room<'_>, seq: u64, time: u64, event: &impl Recorded) {
        if seq == self.seq + 1 {
            out.byte(event.kind() | NEXT);
        } else {
            out.byte(event.kind());
            put(out, seq - self.seq);
        }
        put(out, time - self.time);
        event.put_fields(out);
        *self = Base { seq, time };
    }

    /// Writes a run of so many events, the first of which has this number.
    #[inline(always)]
    pub fn put_run(
        &mut self,
        out: &mut Short<'_, LONGEST_RUN>,
        seq: u64,
        time: Option<u64>,
        template: &Used,
        own: Varies,
    ) {
        let kind = if time.is_some() { RUN_AT } else { RUN };
        if seq == self.seq + 1 {
            out.byte(kind | NEXT);
        } else {
            out.byte(kind);
            put(out, seq - self.seq);
        }
        if let Some(time) = time {
            put(out, time - self.time);
            self.time = time;
        }
        put(out, template.number as u64);
        if template.each {
            match own.difference {
                Some(by) if is_small(by) => out.byte(SAME.wrapping_add(by as u8)),
                _ => own.value.put(out),
            }
        }
        if template.len {
            put(out, own.len);
        }
        self.seq = seq + template.events as u64 - 1;
    }

    /// Bytes that `put` writes at most.
    #[inline(always)]
    pub fn most(event: &impl Recorded) -> usize {
        1 + 2 * LONGEST + event.most()
    }
}

/// The events of a run.
#[derive(Clone, Debug, Default)]
pub struct Template {
    pub events: u32,
    /// There is a `Value::Each` among the fields.
    pub each: bool,
    /// Each run says how full the channel is; `len` in the fields says nothing.
    pub len: bool,
    /// Where it is expected it comes without a byte.
    pub silent: bool,
    /// Kind and fields of each event.
    pub bytes: Box<[u8]>,
}

/// What runs with one template differ in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Varies {
    pub value: Value,
    /// Of an int: `Ints::comes`.
    pub difference: Option<i64>,
    pub len: u64,
}

impl Template {
    pub fn put(bytes: &mut Vec<u8>, event: &impl Recorded) {
        bytes.push(event.kind());
        event.put_fields(bytes);
    }
}

/// What a record says of its template.
#[derive(Clone, Copy, Debug, Default)]
pub struct Used {
    /// From 1.
    pub number: u32,
    pub events: u32,
    pub each: bool,
    pub len: bool,
    pub silent: bool,
}

/// Templates as they are read, all of the batch in its order.
#[derive(Default)]
pub struct Templates {
    list: Vec<Known>,
    /// Number of the last run's template; 0: none.
    last: Cell<usize>,
}

struct Known {
    template: Template,
    ints: Cell<Ints>,
    /// Number of the template of the run that came after the last one; 0: none.
    follower: Cell<usize>,
}

impl Templates {
    pub fn new(list: Vec<Template>) -> Templates {
        let known = |template| Known { template, ints: Cell::default(), follower: Cell::new(0) };
        Templates { list: list.into_iter().map(known).collect(), last: Cell::new(0) }
    }

    fn get(&self, number: usize) -> Option<&Known> {
        self.list.get(number.checked_sub(1)?)
    }

    /// Number of the template that is expected next.
    fn expected(&self) -> Option<usize> {
        Some(self.get(self.last.get())?.follower.get())
    }

    /// Number of the template of the silent run that is expected next.
    fn silent(&self) -> Option<usize> {
        let number = self.expected()?;
        self.get(number)?.template.silent.then_some(number)
    }

    /// A run comes.
    fn comes(&self, number: usize) -> Option<&Known> {
        let known = self.get(number)?;
        if let Some(last) = self.get(self.last.replace(number)) {
            last.follower.set(number);
        }
        Some(known)
    }
}

/// Events of one M that follow each other.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    pub base: Base,
    /// Events of the M before this chunk.
    pub before: u64,
    pub events: u64,
    pub bytes: Vec<u8>,
}

/// Texts, stacks and templates in the order of their numbers, which start at 1: 0 is the empty one.
/// Stacks are the runtime's keys of places, innermost first.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    pub texts: Vec<Box<str>>,
    pub stacks: Vec<Box<[u64]>>,
    pub templates: Vec<Template>,
}

/// Chunks of one M with the tables that they share.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    pub m: u64,
    /// What the M had before the first event.
    pub before: Context,
    pub tables: Tables,
    pub chunks: Vec<Chunk>,
}

/// Reads a chunk's events: sequence number, time where it has one of its own, event.
pub fn read(
    chunk: &Chunk,
    map: &Remap,
    templates: &Templates,
    mut each: impl FnMut(u64, Option<u64>, Event),
) -> Option<()> {
    let mut r = Reader::new(&chunk.bytes);
    let Base { mut seq, mut time } = chunk.base;
    let mut left = chunk.events;
    while left > 0 {
        let head = r.byte()?;
        let expected = (FIRST..=LAST).contains(&head);
        let next = expected || head & NEXT != 0;
        seq = seq.checked_add(if next { 1 } else { r.number()? })?;
        let kind = if expected { RUN } else { head & !NEXT };
        if kind != RUN {
            time = time.checked_add(r.number()?)?;
        }
        let at = (kind != RUN).then_some(time);
        if kind < RUN_AT {
            each(seq, at, Event::get(kind, &mut r, map)?);
            left -= 1;
            continue;
        }
        let number = if expected { templates.expected()? } else { r.number()? as usize };
        let Known { template, ints, .. } = templates.comes(number)?;
        if template.each {
            let mut own = ints.get();
            let differs = |by: u8, same: u8| own.expected.wrapping_add(by as i64 - same as i64);
            let value = match r.clone().byte() {
                _ if expected => Value::Int(differs(head, EXPECTED)),
                Some(byte @ LEAST..=GREATEST) => {
                    r.byte()?;
                    Value::Int(differs(byte, SAME))
                }
                _ => Value::get(&mut r, map)?,
            };
            if let Value::Int(n) = value {
                own.comes(n);
                ints.set(own);
            }
            map.each.set(value);
        }
        let len = if template.len { Some(r.number()?) } else { None };
        seq = template.read(map, len, (seq, at), &mut left, &mut each)?;
        let mut rest = left;
        if templates.silent().is_some() && r.clone().byte() == Some(ABSENT) {
            r.byte()?;
            rest = r.number()?;
        }
        while rest > 0
            && let Some(number) = templates.silent()
        {
            let Known { template, .. } = templates.comes(number)?;
            rest = rest.checked_sub(template.events as u64)?;
            seq = template.read(map, None, (seq.checked_add(1)?, None), &mut left, &mut each)?;
        }
    }
    r.is_empty().then_some(())
}

impl Template {
    /// The events of a run, the first of which has this number and time. Gives the number of the last one.
    /// `left`: events that the chunk still has.
    fn read(
        &self,
        map: &Remap,
        len: Option<u64>,
        (seq, at): (u64, Option<u64>),
        left: &mut u64,
        each: &mut impl FnMut(u64, Option<u64>, Event),
    ) -> Option<u64> {
        let mut events = Reader::new(&self.bytes);
        for i in 0..self.events as u64 {
            let kind = events.byte()?;
            let mut event = Event::get(kind, &mut events, map)?;
            if let (Some(n), Event::ChanSend { len, .. } | Event::ChanRecv { len, .. }) =
                (len, &mut event)
            {
                *len = n;
            }
            each(seq.checked_add(i)?, at, event);
        }
        *left = left.checked_sub(self.events as u64)?;
        seq.checked_add((self.events as u64).checked_sub(1)?)
    }
}

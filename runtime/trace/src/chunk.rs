//! Events as bytes: chunks that can be read on their own, each with its tables.
//!
//! An event is: kind (its top bit: the sequence number is one more than the last event's of the
//! chunk), else the difference of sequence numbers; time since the last event; the fields.
//! The memory for chunks is the runtime's (`event/buffer.rs`), which the M fills without a lock.

use crate::kind::{Event, Recorded};
use crate::log::Context;
use crate::wire::{LONGEST, Room, Sink, put};

const NEXT: u8 = 0x80;

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

    /// Bytes that `put` writes at most.
    #[inline(always)]
    pub fn most(event: &impl Recorded) -> usize {
        1 + 2 * LONGEST + event.most()
    }
}

/// A run of events of one M.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    pub base: Base,
    pub events: u64,
    pub bytes: Vec<u8>,
}

/// Texts and stacks in the order of their numbers, which start at 1: 0 is the empty one. Stacks are
/// the runtime's keys of places, innermost first.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    pub texts: Vec<Box<str>>,
    pub stacks: Vec<Box<[u64]>>,
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

/// Reads a chunk's events: sequence number, time, event.
pub fn read(
    chunk: &Chunk,
    map: &crate::field::Remap,
    mut each: impl FnMut(u64, u64, Event),
) -> Option<()> {
    let mut r = crate::wire::Reader::new(&chunk.bytes);
    let Base { mut seq, mut time } = chunk.base;
    for _ in 0..chunk.events {
        let kind = r.byte()?;
        seq = seq.checked_add(if kind & NEXT != 0 { 1 } else { r.number()? })?;
        time = time.checked_add(r.number()?)?;
        each(seq, time, Event::get(kind & !NEXT, &mut r, map)?);
    }
    r.is_empty().then_some(())
}

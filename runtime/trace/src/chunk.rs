//! An M's buffer: events as bytes, in chunks that can be read on their own.
//!
//! An event is: kind (its top bit: the sequence number is one more than the last event's of the
//! chunk), else the difference of sequence numbers; time since the last event; the fields.

use std::collections::HashMap;

use crate::field::{Stack, Text};
use crate::kind::Event;
use crate::wire::put;

/// Where a new chunk begins.
const CHUNK_BYTES: usize = 64 << 10;
const NEXT: u8 = 0x80;

/// A run of events of one M.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    /// Sequence number and time that the first event's are relative to.
    pub seq: u64,
    pub time: u64,
    pub events: u64,
    pub bytes: Vec<u8>,
}

/// What one M records. Its texts and stacks are numbered on their own; 0 is the empty one.
#[derive(Default)]
pub struct Buffer {
    pub chunks: Vec<Chunk>,
    seq: u64,
    time: u64,
    texts: HashMap<Box<str>, u32>,
    stacks: HashMap<Box<[u64]>, u32>,
    /// In the order of their numbers, which start at 1.
    pub text_list: Vec<Box<str>>,
    pub stack_list: Vec<Box<[u64]>>,
}

impl Buffer {
    /// Appends an event. Sequence numbers and times of a buffer never fall.
    pub fn push(&mut self, seq: u64, time: u64, event: &Event) {
        let time = time.max(self.time);
        if self.chunks.last().is_none_or(|c| c.bytes.len() >= CHUNK_BYTES) {
            self.chunks.push(Chunk {
                seq,
                time,
                events: 0,
                bytes: Vec::with_capacity(CHUNK_BYTES + 1024),
            });
            (self.seq, self.time) = (seq, time);
        }
        let Some(chunk) = self.chunks.last_mut() else { return };
        let out = &mut chunk.bytes;
        if seq == self.seq + 1 {
            out.push(event.kind() | NEXT);
        } else {
            out.push(event.kind());
            put(out, seq - self.seq);
        }
        put(out, time - self.time);
        event.put_fields(out);
        chunk.events += 1;
        (self.seq, self.time) = (seq, time);
    }

    pub fn text(&mut self, s: &str) -> Text {
        if s.is_empty() {
            return Text(0);
        }
        if let Some(&n) = self.texts.get(s) {
            return Text(n);
        }
        let n = self.text_list.len() as u32 + 1;
        self.text_list.push(s.into());
        self.texts.insert(s.into(), n);
        Text(n)
    }

    /// A call stack as the runtime's keys of places, innermost first.
    pub fn stack(&mut self, keys: &[u64]) -> Stack {
        if keys.is_empty() {
            return Stack(0);
        }
        if let Some(&n) = self.stacks.get(keys) {
            return Stack(n);
        }
        let n = self.stack_list.len() as u32 + 1;
        self.stack_list.push(keys.into());
        self.stacks.insert(keys.into(), n);
        Stack(n)
    }
}

/// Reads a chunk's events: sequence number, time, event.
pub fn read(
    chunk: &Chunk,
    map: &crate::field::Remap,
    mut each: impl FnMut(u64, u64, Event),
) -> Option<()> {
    let mut r = crate::wire::Reader::new(&chunk.bytes);
    let (mut seq, mut time) = (chunk.seq, chunk.time);
    for _ in 0..chunk.events {
        let kind = r.byte()?;
        seq = seq.checked_add(if kind & NEXT != 0 { 1 } else { r.number()? })?;
        time = time.checked_add(r.number()?)?;
        each(seq, time, Event::get(kind & !NEXT, &mut r, map)?);
    }
    r.is_empty().then_some(())
}

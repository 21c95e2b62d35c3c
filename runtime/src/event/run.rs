//! Runs: events that come again and again one after the other, such as those of a send that hands a value
//! to a waiting receiver.
//!
//! What a run's events say, but for one value, follows from its key. So the second time a run comes its
//! events become a template of the batch, and from then on it is a record of a few bytes. Which run
//! comes next is mostly the one that came after this one last time.

use std::sync::atomic::Ordering;

use gvm_trace::chunk::{SAME as SAME_INT, Template, Used, is_small};
use gvm_trace::field::{Stack, Value};
use gvm_trace::kind::Recorded;
use gvm_trace::log::Context;

use super::buffer::{Own, mix};
use super::{NEAR, Pen};
use crate::cx::Cx;

/// Templates of a batch.
const MOST: usize = 512;
/// Places in the table of their keys.
const PLACES: usize = 2 * MOST;
/// Keys that came once are remembered by a part of their hash.
const ONCE: usize = 256;

/// Two runs with equal keys have equal events, but for the value.
#[derive(Clone, Copy, Default)]
pub struct Key {
    /// What kind of run.
    pub kind: u64,
    /// The object, goroutines and stack (`Machine::mark`); 0 where there is none.
    pub object: u64,
    pub gs: [u64; 2],
    pub mark: u64,
}

impl Key {
    /// They are compared as often as anything in a recorded run: without a jump for each word.
    #[inline(always)]
    fn is(&self, other: &Key) -> bool {
        let Key { kind, object, gs: [a, b], mark } = *self;
        let gs = (a ^ other.gs[0]) | (b ^ other.gs[1]);
        (kind ^ other.kind) | (object ^ other.object) | gs | (mark ^ other.mark) == 0
    }

    /// It does not depend on where the program lies, as the mark does: with a seed the same runs get
    /// templates everywhere.
    fn hash(&self, stack: Stack) -> u64 {
        let Key { kind, object, gs: [a, b], .. } = *self;
        [kind, object, a, b, stack.0 as u64].into_iter().fold(0, mix)
    }
}

#[derive(Default)]
struct Known {
    key: Key,
    /// The last int.
    value: i64,
    /// What it is in the buffer when it comes as expected: the first two bytes, and bytes (with that of the
    /// int) and (low half) events.
    head: u32,
    fill: u64,
    /// What the M runs afterwards; `SAME` as before.
    g: u64,
    /// The run that is expected after it, or null.
    follower: *mut Known,
    used: Used,
}

pub(super) struct Runs {
    /// They stay where they are: there is room for `MOST`.
    list: Vec<Known>,
    /// Place in `list` + 1, at the key's hash or after it.
    table: Vec<u32>,
    once: Vec<u64>,
    /// The last run with a template, or null.
    last: *mut Known,
}

impl Default for Runs {
    fn default() -> Runs {
        let (list, table, once) = Default::default();
        Runs { list, table, once, last: std::ptr::null_mut() }
    }
}

impl Runs {
    pub(super) fn clear(&mut self) {
        *self = Runs::default();
    }

    /// The template of a run, what the M runs afterwards, and the last int, which from now on is another.
    fn find(&mut self, key: &Key, hash: u64, value: Value) -> Option<(Used, u64, i64)> {
        if self.table.is_empty() {
            return None;
        }
        let mut at = hash as usize % PLACES;
        let place = loop {
            let place = (self.table[at] as usize).checked_sub(1)?;
            if self.list[place].key.is(key) {
                break place;
            }
            at = (at + 1) % PLACES;
        };
        let known: *mut Known = &mut self.list[place];
        // SAFETY: places in `list`, which stay where they are.
        let known = unsafe {
            if let Some(last) = self.last.as_mut() {
                let usual = (*known).used.head().is_some();
                last.follower = if usual { known } else { std::ptr::null_mut() };
            }
            self.last = known;
            &mut *known
        };
        let before = known.value;
        if let Value::Int(n) = value {
            known.value = n;
        }
        Some((known.used, known.g, before))
    }

    /// Whether a run that has no template came before, and is to get one.
    fn again(&mut self, hash: u64) -> bool {
        self.once.resize(ONCE, 0);
        let place = &mut self.once[hash as usize % ONCE];
        std::mem::replace(place, hash) == hash && self.list.len() < MOST
    }

    fn add(&mut self, key: Key, hash: u64, used: Used, g: u64) {
        self.list.reserve_exact(MOST - self.list.len());
        self.table.resize(PLACES, 0);
        let mut at = hash as usize % PLACES;
        while self.table[at] != 0 {
            at = (at + 1) % PLACES;
        }
        let fill = (2 + used.each as u64) << 32 | used.events as u64;
        let [a, b] = used.head().unwrap_or_default();
        let head = u32::from_le_bytes([a, b, SAME_INT, 0]);
        let follower = std::ptr::null_mut();
        self.list.push(Known { key, value: 0, head, fill, g, follower, used });
        self.table[at] = self.list.len() as u32;
    }
}

impl Own {
    /// Records a run if it is the expected one and nothing else is to be said. `each`: its int, or 0.
    #[inline(always)]
    fn expected(&mut self, key: &Key, each: i64, polls: i64) -> bool {
        let runs = &mut self.runs;
        // SAFETY: both are null or places in the list.
        let Some(known) = (unsafe { runs.last.as_ref().and_then(|k| k.follower.as_mut()) }) else {
            return false;
        };
        let seq = self.base.seq + (known.fill & u32::MAX as u64);
        let near = (self.polls.wrapping_sub(polls) as u64) < NEAR;
        if !known.key.is(key) || seq > self.end || !near || self.filled >= self.most {
            return false;
        }
        let difference = each.wrapping_sub(known.value);
        // SAFETY: who has taken numbers has the counter. `numbers` says why they are still the next ones.
        let counter = unsafe { (*self.counter).load(Ordering::Acquire) };
        if counter != self.end || !is_small(difference) {
            return false;
        }
        known.value = each;
        // The third byte is that of the difference, or not part of the record.
        let bytes = known.head.wrapping_add((difference as u32) << 16).to_le_bytes();
        // SAFETY: there is room.
        unsafe {
            self.memory.add((self.filled >> 32) as usize).cast::<[u8; 4]>().write(bytes);
        }
        self.filled += known.fill;
        self.base.seq = seq;
        self.between = true;
        if known.g != SAME {
            self.now.g = known.g;
        }
        runs.last = known;
        true
    }
}

impl Cx {
    /// Records a run of events in a few instructions, if it is the one that came after the last one before,
    /// too. False: `Pen::run` is to do it.
    #[inline(always)]
    pub fn as_expected(&self, key: &Key, each: i64) -> bool {
        // SAFETY: the M's own buffer, which lives as long as the runtime; this is the M's thread.
        unsafe {
            let Some(buffer) = self.buffer.as_ref() else { return false };
            let own = buffer.own();
            let done = own.expected(key, each, self.budget.load(Ordering::Relaxed));
            buffer.publish(own);
            done
        }
    }
}

/// Takes the events of a run.
pub struct Events<'p, 'a> {
    pen: &'p mut Pen<'a>,
    seq: u64,
    count: u32,
    /// The template that they are to be.
    bytes: Option<Vec<u8>>,
    after: Context,
}

/// Stands for the goroutine that the M had before.
pub(super) const SAME: u64 = u64::MAX;

impl Events<'_, '_> {
    pub fn add(&mut self, event: impl Recorded) {
        match &mut self.bytes {
            Some(bytes) => {
                Template::put(bytes, &event);
                event.apply(&mut self.after);
            }
            None => {
                let last = (self.count != 0).then_some(self.pen.own.time());
                self.pen.put(self.seq + self.count as u64, last, event);
            }
        }
        self.count += 1;
    }
}

impl Pen<'_> {
    /// Records a run of so many events, with the stack that the key has the mark of. Where there is no key
    /// runs can differ in more than the value. `cx`: the M's, by whose budget it is known whether hardly
    /// any time has passed.
    pub fn run(
        &mut self,
        cx: &Cx,
        key: Option<Key>,
        stack: Stack,
        count: u32,
        value: Value,
        events: impl Fn(&mut Events<'_, '_>, Value),
    ) {
        let key = key.map(|k| (k, k.hash(stack)));
        if let Some((key, hash)) = &key
            && let Some(known) = self.own.runs.find(key, *hash, value)
        {
            let seq = self.numbers(count as u64);
            let time = self.time_or_none(cx.budget.load(Ordering::Relaxed));
            self.buffer.push_run(self.own, seq, time, known, value);
        } else {
            self.new_run(key, count, value, events);
        }
    }

    #[cold]
    #[inline(never)]
    fn new_run(
        &mut self,
        key: Option<(Key, u64)>,
        count: u32,
        value: Value,
        events: impl Fn(&mut Events<'_, '_>, Value),
    ) {
        let seq = self.numbers(count as u64);
        let after = Context { p: None, g: SAME };
        let mut plain = Events { pen: self, seq, count: 0, bytes: None, after };
        events(&mut plain, value);
        debug_assert_eq!(plain.count, count);
        let Some((key, hash)) = key else { return };
        // A repeated run is compared event by event.
        if self.log.replay.is_some() || !self.own.runs.again(hash) {
            return;
        }
        let mut wanted = Events { pen: self, seq, count: 0, bytes: Some(Vec::new()), after };
        let each = value != Value::None;
        events(&mut wanted, if each { Value::Each } else { Value::None });
        let g = wanted.after.g;
        let bytes = wanted.bytes.take().unwrap_or_default().into();
        if let Some(number) = self.buffer.template(Template { events: count, each, bytes }) {
            self.own.runs.add(key, hash, Used { number, events: count, each }, g);
        }
    }
}

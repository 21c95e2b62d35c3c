//! Runs: events that come again and again one after the other, such as those of a send that hands a value
//! to a waiting receiver.
//!
//! What a run's events say, but for one value, follows from its key. So the second time a run comes its
//! events become a template of the batch, and from then on it is a record of a few bytes. Which run
//! comes next is mostly the one that came after this one last time: then `Cx::as_expected` does little more
//! than compare, and what follows from the number of events is worked out later (`Own::settle`). Where it has
//! neither value nor length there is nothing to write: that it comes is the rule, and `Own::absent` tells
//! the exceptions.

use std::sync::atomic::Ordering;

use gvm_trace::chunk::{ABSENT, EXPECTED, Ints, Template, Used, Varies, is_close};
use gvm_trace::field::{Stack, Value};
use gvm_trace::kind::Recorded;
use gvm_trace::log::Context;
use gvm_trace::wire::{LONGEST, Short, Sink, put};

use super::buffer::{Own, mix};
use super::{NEAR, Pen};
use crate::cx::Cx;

/// Templates of a batch.
const MOST: usize = 512;
/// Places in the table of their keys.
const PLACES: usize = 2 * MOST;
/// Keys that came once are remembered by a part of their hash.
const ONCE: usize = 256;

/// Bytes of a run that comes as expected, at most. It has at least one event.
const LONG: u64 = 2;
/// Bytes that say which one does not come, at most.
pub(super) const MORE: usize = 1 + LONGEST;
/// A channel's length that is one of them.
pub const SHORT: u64 = 0x80;

/// Of a kind of run: it may come as expected, and has neither value nor length.
pub const SILENT: u64 = 1 << 15;

/// Two runs with equal keys have equal events, but for the value and the channel's length.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Key {
    /// `what`.
    pub what: u64,
    /// The goroutines and the stack (`Machine::mark`); 0 where there is none.
    pub gs: [u64; 2],
    pub mark: u64,
}

/// What kind of run, below 2¹⁶, and the object; 0: none.
#[inline(always)]
pub fn what(kind: u64, object: u64) -> u64 {
    kind | object << 16
}

impl Key {
    /// It does not depend on where the program lies, as the mark does: with a seed the same runs get
    /// templates everywhere.
    fn hash(&self, stack: Stack) -> u64 {
        let Key { what, gs: [a, b], .. } = *self;
        [what & !SILENT, a, b, stack.0 as u64].into_iter().fold(0, mix)
    }
}

/// Frames that a trail leads through.
const FRAMES: usize = 8;

/// A stack as it is known again without walking it: where its top stands, and words below the window there.
#[derive(Clone, Copy)]
pub struct Trail {
    at: *const u64,
    len: usize,
    /// Each word's distance from the window in bytes. Where there is one word it is there twice: two are
    /// compared always.
    below: [usize; FRAMES],
    words: [u64; FRAMES],
}

impl Default for Trail {
    /// It leads nowhere.
    fn default() -> Trail {
        Trail::new(std::ptr::null())
    }
}

impl Trail {
    pub fn new(at: *const u64) -> Trail {
        Trail { at, len: 0, below: [0; FRAMES], words: [0; FRAMES] }
    }

    /// A word more. It must be at its place in every stack that begins like this. False: there is no room.
    pub fn push(&mut self, below: u32, word: u64) -> bool {
        let n = self.len;
        if n == FRAMES {
            return false;
        }
        let places = if n == 0 { 0..=1 } else { n..=n };
        for i in places {
            (self.below[i], self.words[i]) = (below as usize * size_of::<u64>(), word);
        }
        self.len += 1;
        true
    }

    /// # Safety
    /// The running G was left at `at` with this window.
    #[inline(always)]
    unsafe fn leads(&self, at: *const u64, window: *const u64) -> bool {
        // SAFETY: what came before says that it is there.
        let same = |i: usize| unsafe { *window.byte_sub(self.below[i]) } == self.words[i];
        if self.at != at || !same(0) || !same(1) {
            return false;
        }
        let mut i = 2;
        while i < self.len.min(FRAMES) {
            if !same(i) {
                return false;
            }
            i += 1;
        }
        true
    }
}

/// Where the running G stands.
#[derive(Clone, Copy)]
pub struct Here {
    pub stack: Stack,
    /// `Machine::mark`.
    pub mark: u64,
    /// That of the intrinsic or native; null: the run has no stack.
    pub window: *const u64,
}

impl Default for Here {
    fn default() -> Here {
        Here { stack: Stack(0), mark: 0, window: std::ptr::null() }
    }
}

/// A run as it is seen where it happens. Which of the parts there are is known to the compiler.
pub struct Seen<const GS: usize> {
    pub events: u32,
    pub what: u64,
    pub gs: [u64; GS],
    /// The window, where the stack belongs to it.
    pub window: Option<*const u64>,
    pub int: Option<i64>,
    /// The channel's length, which is below `SHORT`.
    pub len: Option<u64>,
    /// What the M runs afterwards, where that is another.
    pub g: Option<u64>,
    /// No time has passed since the M's event before.
    pub at_once: bool,
}

#[derive(Default)]
struct Known {
    /// The run that is expected after it.
    follower: *mut Known,
    key: Key,
    trail: Trail,
    ints: Ints,
    /// What the M runs afterwards; `SAME` as before.
    g: u64,
    used: Used,
}

pub(super) struct Runs {
    /// One that never comes.
    none: Vec<Known>,
    /// They stay where they are: there is room for `MOST`.
    list: Vec<Known>,
    /// Place in `list` + 1, at the key's hash or after it.
    table: Vec<u32>,
    once: Vec<u64>,
    /// The last run with a template.
    last: *mut Known,
}

impl Default for Runs {
    fn default() -> Runs {
        let (list, table, once) = Default::default();
        let mut none = vec![Known::default()];
        none[0].follower = none.as_mut_ptr();
        let last = none.as_mut_ptr();
        Runs { none, list, table, once, last }
    }
}

impl Runs {
    pub(super) fn clear(&mut self) {
        *self = Runs::default();
    }

    /// The template of a run, what the M runs afterwards, and by how much the int differs from the expected
    /// one.
    fn find(&mut self, key: &Key, hash: u64, value: Value) -> Option<(Used, u64, Option<i64>)> {
        if self.table.is_empty() {
            return None;
        }
        let mut at = hash as usize % PLACES;
        let place = loop {
            let place = (self.table[at] as usize).checked_sub(1)?;
            if self.list[place].key == *key {
                break place;
            }
            at = (at + 1) % PLACES;
        };
        let known: *mut Known = &mut self.list[place];
        let none = self.none.as_mut_ptr();
        // SAFETY: places in `list` and `none`, which stay where they are.
        let known = unsafe {
            if self.last != none {
                (*self.last).follower = known;
            }
            self.last = known;
            &mut *known
        };
        let difference = match value {
            Value::Int(n) => Some(known.ints.comes(n)),
            _ => None,
        };
        Some((known.used, known.g, difference))
    }

    /// Whether a run that has no template came before, and is to get one.
    fn again(&mut self, hash: u64) -> bool {
        self.once.resize(ONCE, 0);
        let place = &mut self.once[hash as usize % ONCE];
        std::mem::replace(place, hash) == hash && self.list.len() < MOST
    }

    fn add(&mut self, (key, hash): (Key, u64), trail: Trail, used: Used, g: u64) {
        self.list.reserve_exact(MOST - self.list.len());
        self.table.resize(PLACES, 0);
        let mut at = hash as usize % PLACES;
        while self.table[at] != 0 {
            at = (at + 1) % PLACES;
        }
        let follower = self.none.as_mut_ptr();
        self.list.push(Known { follower, key, trail, ints: Ints::default(), g, used });
        self.table[at] = self.list.len() as u32;
    }
}

impl Own {
    /// Records a run if it is the expected one and nothing else is to be said. Numbers go on with
    /// `settle`.
    ///
    /// # Safety
    /// The running G was left at `cx.at` with the window, if there is one.
    #[inline(always)]
    unsafe fn expected<const GS: usize>(&mut self, cx: &Cx, seen: &Seen<GS>) -> bool {
        // SAFETY: both are places in `list` or `none`.
        let known = unsafe { &mut *(*self.runs.last).follower };
        let Key { what, gs, .. } = known.key;
        if what != seen.what || (0..GS).any(|i| gs[i] != seen.gs[i]) {
            return false;
        }
        // SAFETY: the caller's promise.
        let leads = |window| unsafe { known.trail.leads(cx.at, window) };
        if !seen.window.is_none_or(leads) {
            return false;
        }
        let polls = |own: &Own| own.polls.wrapping_sub(cx.budget.load(Ordering::Relaxed));
        if !seen.at_once && polls(self) as u64 >= NEAR {
            return false;
        }

        let silent = seen.int.is_none() && seen.len.is_none();
        let bytes = if silent { 0 } else { 1 + seen.len.is_some() as u64 };
        let filled = self.filled + (bytes << 32 | seen.events as u64);
        if filled as u32 > self.top {
            return false;
        }
        // SAFETY: who has taken numbers has the counter. `numbers` says why they are still the next ones.
        if unsafe { (*self.counter).load(Ordering::Acquire) } != self.end {
            return false;
        }
        let mut head = EXPECTED;
        if let Some(int) = seen.int {
            let difference = int.wrapping_sub(known.ints.expected);
            if !is_close(difference) {
                return false;
            }
            known.ints.expected = int.wrapping_add(known.ints.stride);
            head = head.wrapping_add(difference as u8);
        }
        if bytes != 0 {
            // SAFETY: there is room: `top`.
            unsafe {
                let end = self.memory.add((self.filled >> 32) as usize);
                *end = head;
                if let Some(len) = seen.len {
                    *end.add(1) = len as u8;
                }
            }
        }
        if !silent {
            self.told = filled as u32;
        }
        self.filled = filled;
        debug_assert_eq!(known.g, seen.g.unwrap_or(SAME));
        debug_assert_eq!(
            (known.used.events, known.used.each, known.used.len, known.used.silent),
            (seen.events, seen.int.is_some(), seen.len.is_some(), bytes == 0)
        );
        if let Some(g) = seen.g {
            self.now.g = g;
        }
        self.runs.last = known;
        true
    }

    /// Takes note of what came as expected since `ready`.
    #[inline(always)]
    pub(super) fn settle(&mut self) {
        let events = (self.filled as u32).wrapping_sub(self.settled);
        if events != 0 {
            self.base.seq += events as u64;
            self.between = true;
            self.after_run = true;
        }
        self.top = 0;
    }

    /// Before a record that is none of a run that comes as expected: if a silent one is expected now, it does
    /// not come.
    #[inline(always)]
    pub(super) fn absent(&mut self) {
        if std::mem::take(&mut self.after_run) && self.expects_silent() {
            // SAFETY: a chunk that is there has room for it: `SPARE`, `MORE`.
            let free = unsafe { &mut *self.memory.add(self.len()).cast::<[u8; MORE]>() };
            let mut room = Short::new(free);
            room.byte(ABSENT);
            put(&mut room, (self.filled as u32).wrapping_sub(self.told) as u64);
            self.filled += (room.len() as u64) << 32;
        }
    }

    fn expects_silent(&self) -> bool {
        // SAFETY: both are places in `list` or `none`.
        unsafe { (*(*self.runs.last).follower).used.silent }
    }

    /// From here on runs can come as expected.
    #[inline(always)]
    pub(super) fn ready(&mut self) {
        self.settled = self.filled as u32;
        let room = (self.most >> 32).saturating_sub(self.filled >> 32) / LONG;
        let numbers = self.end.saturating_sub(self.base.seq);
        // What was taken for the next event is that one's. And after what is no run none comes without a byte.
        let can = self.reserved == 0 && (self.after_run || !self.expects_silent());
        let events = self.most_events.saturating_sub(self.settled) as u64;
        let more = if can { room.min(numbers).min(events) as u32 } else { 0 };
        self.top = if more != 0 { self.settled.saturating_add(more) } else { 0 };
    }
}

impl Cx {
    /// Records a run of events in a few instructions, if it is the one that came after the last one before,
    /// too. False: `Pen::run` is to do it.
    ///
    /// # Safety
    /// The running G was left at `at` with the window, if there is one.
    #[inline(always)]
    pub unsafe fn as_expected<const GS: usize>(&self, seen: &Seen<GS>) -> bool {
        // SAFETY: the M's own buffer, which lives as long as the runtime; this is the M's thread. The rest is
        // the caller's promise.
        unsafe {
            let Some(buffer) = self.buffer.as_ref() else { return false };
            let own = buffer.own();
            let done = own.expected(self, seen);
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
    /// Records a run of so many events at a place, which the key has the mark of. Where there is no key
    /// runs can differ in more than the value and the length, where there is one. `cx`: the M's, by whose
    /// budget it is known whether hardly any time has passed.
    pub fn run(
        &mut self,
        cx: &Cx,
        key: Option<Key>,
        here: Here,
        count: u32,
        (value, len): (Value, Option<u64>),
        events: impl Fn(&mut Events<'_, '_>, Value),
    ) {
        self.own.absent();
        let key = key.map(|k| (k, k.hash(here.stack)));
        if let Some((key, hash)) = &key
            && let Some((used, g, difference)) = self.own.runs.find(key, *hash, value)
        {
            let seq = self.numbers(count as u64);
            let time = self.time_or_none(cx.budget.load(Ordering::Relaxed));
            let own = Varies { value, difference, len: len.unwrap_or(0) };
            self.buffer.push_run(self.own, seq, time, (used, g), own);
            return;
        }
        let template = self.new_run(&key, count, (value, len.is_some()), events);
        let (Some(key), Some((used, g))) = (key, template) else { return };
        let trail = if here.window.is_null() {
            None
        } else {
            // SAFETY: as in `here`.
            unsafe { self.rt.machine.trail(cx.at, here.window) }
        };
        self.own.runs.add(key, trail.unwrap_or_default(), used, g);
    }

    /// Records it event by event. Gives the template that it is to have, and what the M runs afterwards.
    #[cold]
    #[inline(never)]
    fn new_run(
        &mut self,
        key: &Option<(Key, u64)>,
        count: u32,
        (value, len): (Value, bool),
        events: impl Fn(&mut Events<'_, '_>, Value),
    ) -> Option<(Used, u64)> {
        let seq = self.numbers(count as u64);
        let after = Context { p: None, g: SAME };
        let mut plain = Events { pen: self, seq, count: 0, bytes: None, after };
        events(&mut plain, value);
        debug_assert_eq!(plain.count, count);
        let (Key { what, .. }, hash) = (*key)?;
        // A repeated run is compared event by event.
        if self.log.replay.is_some() || !self.own.runs.again(hash) {
            return None;
        }
        let mut wanted = Events { pen: self, seq, count: 0, bytes: Some(Vec::new()), after };
        let each = value != Value::None;
        events(&mut wanted, if each { Value::Each } else { Value::None });
        let g = wanted.after.g;
        let bytes = wanted.bytes.take().unwrap_or_default().into();
        // With a time of its own none comes as expected.
        let silent = what & SILENT != 0 && !self.log.clock.exact;
        let number = self.buffer.template(Template { events: count, each, len, silent, bytes })?;
        Some((Used { number, events: count, each, len, silent }, g))
    }
}

//! Slot allocation: every value gets one slot of the frame for its whole life.
//!
//! There are tens of thousands of slots, so nothing is ever spilled; what matters is few moves and
//! small frames. Values that live across a call (or another instruction with a window) get the low
//! slots first. That fixes where each window can start: three slots above the highest value that
//! lives across it. Then the others follow, preferring the very slot a window wants them in. A call's
//! result that lives across further calls stays where the call left it when that costs the later
//! windows few slots: a move less a call.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use smallvec::SmallVec;

use super::live::{Liveness, Range};
use crate::ir::{Func, Terminator, Value};

pub const NO_SLOT: u32 = u32::MAX;

pub struct Slots {
    /// Per value; `NO_SLOT` for values that never live.
    pub slot: Vec<u32>,
    /// Start of each window, as `Liveness::windows`.
    pub window: Vec<u32>,
    /// Slots the frame needs.
    pub frame: u32,
}

/// Occupied ranges of one slot: those of values that live across windows, and of the others, each
/// ascending. Both come nearly in order, so that entering one moves few.
#[derive(Default)]
struct Occupied {
    long: Vec<Range>,
    short: Vec<Range>,
}

impl Occupied {
    fn is_free(&self, ranges: &[Range]) -> bool {
        ranges.iter().all(|r| {
            [&self.long, &self.short].into_iter().all(|list| {
                let i = list.partition_point(|o| o.1 < r.0);
                list.get(i).is_none_or(|o| o.0 > r.1)
            })
        })
    }
    fn add(list: &mut Vec<Range>, ranges: &[Range]) {
        for &r in ranges {
            let i = list.partition_point(|o| o.1 < r.0);
            list.insert(i, r);
        }
    }
}

/// A wish: the same slot as another value, or a place in a window.
#[derive(Clone, Copy)]
enum Wish {
    Same(Value),
    Window { window: u32, place: u32 },
    Slot(u32),
}

/// How many slots later windows may move up so that a result need not be moved down.
const KEEP_IN_WINDOW: u32 = 4;

/// Which slots are live at ascending positions, the highest first.
#[derive(Default)]
struct Crossing {
    /// Ranges that begin later: (start, end, slot).
    pending: BinaryHeap<Reverse<(u32, u32, u32)>>,
    /// Ranges that began, by slot; those that ended are dropped when they come up.
    active: BinaryHeap<(u32, u32)>,
}

impl Crossing {
    fn add(&mut self, ranges: &[Range], slot: u32) {
        self.pending.extend(ranges.iter().map(|r| Reverse((r.0, r.1, slot))));
    }

    /// Where the window at a position can start: a header above the highest value that is live just
    /// before and just after it. Positions must not descend.
    fn window_start(&mut self, pos: u32) -> u32 {
        while let Some(&Reverse((start, end, slot))) = self.pending.peek()
            && start < pos
        {
            self.pending.pop();
            self.active.push((slot, end));
        }
        while self.active.peek().is_some_and(|r| r.1 <= pos) {
            self.active.pop();
        }
        self.active.peek().map_or(3, |r| r.0 + 4)
    }
}

/// How many slots are looked at one by one for a value's place.
const NEAR: usize = 256;

/// Finds the lowest free slot. Functions with thousands of live values would make that quadratic,
/// so the search goes through the first slots, those around the last find, and then takes a new one.
#[derive(Default)]
struct Search {
    last: usize,
}

impl Search {
    fn lowest(&mut self, occupied: &[Occupied], ranges: &[Range]) -> u32 {
        let len = occupied.len();
        let around = self.last.saturating_sub(NEAR / 2).max(NEAR);
        let near = (0..NEAR.min(len)).chain(around.min(len)..(around + NEAR).min(len));
        let found = near.into_iter().find(|&s| occupied[s].is_free(ranges)).unwrap_or(len);
        self.last = found;
        found as u32
    }
}

pub fn allocate(f: &Func, live: &Liveness) -> Slots {
    let n = f.values.len();
    let mut wishes: Vec<SmallVec<[Wish; 2]>> = vec![SmallVec::new(); n];
    let mut sizes: Vec<u32> = Vec::with_capacity(live.windows.len());
    let mut window = 0u32;
    for &b in &f.layout {
        let data = f.block(b);
        for i in &data.insts {
            if i.kind.has_window() {
                let outside = i.kind.outside_window();
                for (k, &a) in i.args.iter().skip(outside).enumerate() {
                    wishes[a.index()].push(Wish::Window { window, place: k as u32 });
                }
                for (k, &r) in i.results.iter().enumerate() {
                    wishes[r.index()].push(Wish::Window { window, place: k as u32 });
                }
                sizes.push((i.args.len() - outside).max(i.results.len()) as u32);
                window += 1;
            }
        }
        for t in data.term.targets() {
            for (&p, &a) in f.block(t.block).params.iter().zip(&t.args) {
                wishes[p.index()].push(Wish::Same(a));
                wishes[a.index()].push(Wish::Same(p));
            }
        }
        if let Terminator::Return(vs) = &data.term {
            for (k, &v) in vs.iter().enumerate() {
                wishes[v.index()].push(Wish::Slot(k as u32));
            }
        }
    }
    let mut slot = vec![NO_SLOT; n];
    let mut occupied: Vec<Occupied> = Vec::new();
    let place = |slot: &mut Vec<u32>, occupied: &mut Vec<Occupied>, v: Value, at: u32, long| {
        while occupied.len() <= at as usize {
            occupied.push(Occupied::default());
        }
        let place = &mut occupied[at as usize];
        let list = if long { &mut place.long } else { &mut place.short };
        Occupied::add(list, &live.ranges[v.index()]);
        slot[v.index()] = at;
    };
    for (k, &p) in f.block(crate::ir::Block(0)).params.iter().enumerate() {
        place(&mut slot, &mut occupied, p, k as u32, true);
    }
    let mut order: Vec<Value> = (0..n as u32)
        .map(Value)
        .filter(|v| !live.ranges[v.index()].is_empty() && slot[v.index()] == NO_SLOT)
        .collect();
    order.sort_by_key(|v| live.ranges[v.index()][0].0);
    let (long, short): (Vec<Value>, Vec<Value>) =
        order.into_iter().partition(|&v| live.crosses_window(v));
    let mut search = Search::default();
    let mut crossing = Crossing::default();
    for &p in &f.block(crate::ir::Block(0)).params {
        crossing.add(&live.ranges[p.index()], slot[p.index()]);
    }
    let mut windows = Crossing { pending: crossing.pending.clone(), ..Crossing::default() };
    for v in long {
        let ranges = &live.ranges[v.index()];
        let low = search.lowest(&occupied, ranges);
        let wish = wishes[v.index()].iter().find_map(|w| {
            let s = match *w {
                Wish::Same(o) => slot[o.index()],
                Wish::Slot(s) => s,
                Wish::Window { .. } => NO_SLOT,
            };
            (s != NO_SLOT
                && occupied.get(s as usize).is_none_or(|o| o.is_free(ranges))
                && s <= occupied.len() as u32)
                .then_some(s)
        });
        let wish = wish.or_else(|| {
            // What lives across the window began before this result, so it has its slot already.
            wishes[v.index()].iter().find_map(|w| {
                let Wish::Window { window, place } = *w else { return None };
                let pos = live.windows[window as usize];
                if ranges[0].0 != pos + 1 {
                    return None;
                }
                let s = crossing.window_start(pos) + place;
                let free = occupied.get(s as usize).is_none_or(|o| o.is_free(ranges));
                (free && s <= low + KEEP_IN_WINDOW).then_some(s)
            })
        });
        let s = wish.unwrap_or(low);
        place(&mut slot, &mut occupied, v, s, true);
        crossing.add(ranges, s);
        windows.add(ranges, s);
    }
    let starts: Vec<u32> = live.windows.iter().map(|&pos| windows.window_start(pos)).collect();
    let mut frame = occupied.len() as u32;
    for (w, size) in starts.iter().zip(&sizes) {
        frame = frame.max(w + size);
    }
    for v in short {
        let ranges = &live.ranges[v.index()];
        let mut best = None;
        for w in &wishes[v.index()] {
            let s = match *w {
                Wish::Same(o) => slot[o.index()],
                Wish::Slot(s) => s,
                Wish::Window { window, place } => starts[window as usize] + place,
            };
            if s != NO_SLOT && occupied.get(s as usize).is_none_or(|o| o.is_free(ranges)) {
                best = Some(s);
                break;
            }
        }
        let s = best.unwrap_or_else(|| search.lowest(&occupied, ranges));
        place(&mut slot, &mut occupied, v, s, false);
        frame = frame.max(s + 1);
    }
    Slots { slot, window: starts, frame }
}

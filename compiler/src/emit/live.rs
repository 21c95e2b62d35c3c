//! Where each value lives: positions and ranges. What is live at the start and at the end of a block is not
//! kept, as in loops that nest deep that grows with the square of their depth; the ranges say it.
//!
//! Instruction `n` of the function (counted along the layout, without binds) reads its arguments at position `2n`
//! and writes its results at `2n + 1`. A block's parameters are written at its start, which has a
//! number of its own; so has the terminator.

use smallvec::SmallVec;

use crate::ir::loops::{Loops, NO_LOOP};
use crate::ir::{Block, Func, Value};

/// With fewer blocks than these every value is followed through all of them.
const FEW_BLOCKS: usize = if cfg!(debug_assertions) { 2 } else { 32 };

/// Inclusive positions.
pub type Range = (u32, u32);
/// Ascending and disjoint; most values have one.
pub type Ranges = SmallVec<[Range; 2]>;

pub struct Liveness {
    /// Per value; empty for values without definition in the layout.
    pub ranges: Vec<Ranges>,
    /// Per block: position of its start and of its terminator.
    pub bounds: Vec<(u32, u32)>,
    /// Positions of instructions with a window, ascending.
    pub windows: Vec<u32>,
}

/// The uses of all values in one array: those of value `v` are `places[first[v]..first[v + 1]]`.
struct Uses {
    first: Vec<u32>,
    places: Vec<(Block, u32)>,
}

/// Calls `visit` with each use of a value: block and position.
fn each_use(f: &Func, bounds: &[(u32, u32)], mut visit: impl FnMut(Value, Block, u32)) {
    for &b in &f.layout {
        let data = f.block(b);
        let mut at = bounds[b.index()].0 / 2 + 1;
        for i in data.real_insts() {
            let outside = i.kind.outside_window();
            for (k, &a) in i.args.iter().enumerate() {
                // What a call reads besides its window must survive the moves into it.
                visit(a, b, at * 2 + (k < outside) as u32);
            }
            at += 1;
        }
        data.term.each_use(|v| visit(v, b, at * 2));
    }
}

impl Uses {
    fn new(f: &Func, bounds: &[(u32, u32)]) -> Uses {
        let mut first = vec![0u32; f.values.len() + 1];
        each_use(f, bounds, |v, _, _| first[v.index() + 1] += 1);
        for i in 1..first.len() {
            first[i] += first[i - 1];
        }
        let mut next = first.clone();
        let mut places = vec![(Block(0), 0); first[f.values.len()] as usize];
        each_use(f, bounds, |v, b, at| {
            let i = &mut next[v.index()];
            places[*i as usize] = (b, at);
            *i += 1;
        });
        Uses { first, places }
    }

    fn of(&self, v: usize) -> &[(Block, u32)] {
        &self.places[self.first[v] as usize..self.first[v + 1] as usize]
    }
}

pub fn analyse(f: &Func) -> Liveness {
    let n = f.values.len();
    let blocks = f.blocks.len();
    let mut bounds = vec![(0, 0); blocks];
    let mut def: Vec<Option<(Block, u32)>> = vec![None; n];
    let mut windows = Vec::new();
    let mut at = 0u32;
    for &b in &f.layout {
        let data = f.block(b);
        let start = at;
        for &p in &data.params {
            def[p.index()] = Some((b, start * 2 + 1));
        }
        at += 1;
        for i in data.real_insts() {
            for &r in &i.results {
                def[r.index()] = Some((b, at * 2 + 1));
            }
            if i.kind.has_window() {
                windows.push(at * 2);
            }
            at += 1;
        }
        bounds[b.index()] = (start * 2, at * 2);
        at += 1;
    }
    let mut preds: Vec<SmallVec<[Block; 2]>> = vec![SmallVec::new(); blocks];
    for &b in &f.layout {
        for t in f.block(b).term.targets() {
            preds[t.block.index()].push(b);
        }
    }
    if let Some(r) = f.recovery {
        // Unwinding can come here from everywhere.
        preds[r.index()] = f.layout.iter().copied().collect();
    }
    let uses = Uses::new(f, &bounds);
    let mut ranges: Vec<Ranges> = vec![SmallVec::new(); n];
    let whole = Whole::new(f);
    let mut loop_mark: Vec<u32> = vec![u32::MAX; whole.pieces.len()];
    // Last value each block was marked live-in or live-out for, or has an end for.
    let mut in_mark: Vec<u32> = vec![u32::MAX; blocks];
    let mut out_mark: Vec<u32> = vec![u32::MAX; blocks];
    let mut end_mark: Vec<u32> = vec![u32::MAX; blocks];
    // Where the value's life in a block ends; for the blocks in `ended`.
    let mut end = vec![0u32; blocks];
    let mut ended: Vec<Block> = Vec::new();
    let mut todo: Vec<Block> = Vec::new();
    let mut list: Vec<Range> = Vec::new();
    for v in 0..n {
        let Some((home, pos)) = def[v] else { continue };
        let mark = v as u32;
        ended.clear();
        list.clear();
        let mut ends_at = |b: Block, at: u32, end: &mut [u32], ended: &mut Vec<Block>| {
            if std::mem::replace(&mut end_mark[b.index()], mark) == mark {
                end[b.index()] = end[b.index()].max(at);
            } else {
                end[b.index()] = at;
                ended.push(b);
            }
        };
        for &(b, p) in uses.of(v) {
            ends_at(b, p, &mut end, &mut ended);
            // A use above the definition in its own block comes around a loop.
            if b != home || p < pos {
                todo.push(b);
            }
        }
        while let Some(b) = todo.pop() {
            let mut entered = b;
            let Some(around) = whole.outermost_without(b, home, mark, &mut loop_mark) else {
                continue;
            };
            if around != NO_LOOP {
                list.extend(
                    whole.pieces[around as usize].iter().map(|&(first, last)| {
                        (bounds[first.index()].0, bounds[last.index()].1 + 1)
                    }),
                );
                entered = whole.header(around);
            } else if std::mem::replace(&mut in_mark[b.index()], mark) == mark {
                continue;
            }
            for &p in &preds[entered.index()] {
                if around != NO_LOOP && whole.contains(around, p) {
                    continue;
                }
                if std::mem::replace(&mut out_mark[p.index()], mark) != mark {
                    ends_at(p, bounds[p.index()].1 + 1, &mut end, &mut ended);
                    if p != home {
                        todo.push(p);
                    }
                }
            }
        }
        list.push((
            pos,
            if end_mark[home.index()] == mark { end[home.index()].max(pos) } else { pos },
        ));
        for &b in &ended {
            if in_mark[b.index()] == mark {
                list.push((bounds[b.index()].0, end[b.index()]));
            }
        }
        if list.len() > 1 {
            list.sort_unstable();
            let mut last = 0;
            for i in 1..list.len() {
                let r = list[i];
                if r.0 <= list[last].1 + 1 {
                    list[last].1 = list[last].1.max(r.1);
                } else {
                    last += 1;
                    list[last] = r;
                }
            }
            list.truncate(last + 1);
        }
        ranges[v] = SmallVec::from_slice(&list);
    }
    Liveness { ranges, bounds, windows }
}

/// Loops as stretches of the layout. A value that comes from outside a loop and lives in it lives in
/// all of it: so it need not be followed through the loop's blocks.
struct Whole {
    /// None where loops would be in many pieces, and where unwinding can leave them from anywhere.
    loops: Option<Loops>,
    /// By loop: first and last block of each stretch.
    pieces: Vec<SmallVec<[(Block, Block); 1]>>,
}

impl Whole {
    fn new(f: &Func) -> Whole {
        let none = Whole { loops: None, pieces: Vec::new() };
        if f.recovery.is_some() || f.layout.len() < FEW_BLOCKS {
            return none;
        }
        let loops = Loops::new(f);
        let mut pieces = vec![SmallVec::new(); loops.count()];
        let mut open: Vec<(u32, Block)> = Vec::new();
        let (mut made, mut before) = (0, Block(0));
        let mut inner: Vec<u32> = Vec::new();
        for &b in &f.layout {
            let innermost = loops.innermost(b);
            while let Some(&(l, first)) = open.last()
                && !loops.contains(l, innermost)
            {
                pieces[l as usize].push((first, before));
                open.pop();
            }
            let mut l = innermost;
            while l != NO_LOOP && open.last().is_none_or(|o| o.0 != l) {
                inner.push(l);
                l = loops.get(l).parent;
            }
            made += inner.len();
            open.extend(inner.drain(..).rev().map(|l| (l, b)));
            if made > 4 * f.layout.len() {
                return none;
            }
            before = b;
        }
        while let Some((l, first)) = open.pop() {
            pieces[l as usize].push((first, before));
        }
        Whole { loops: Some(loops), pieces }
    }

    /// The outermost loop with block `b` and without `home`; none when it has the mark. It and those in
    /// it get it.
    fn outermost_without(
        &self,
        b: Block,
        home: Block,
        mark: u32,
        marks: &mut [u32],
    ) -> Option<u32> {
        let Some(loops) = &self.loops else { return Some(NO_LOOP) };
        let of_home = loops.innermost(home);
        let (mut found, mut l) = (NO_LOOP, loops.innermost(b));
        while l != NO_LOOP && !loops.contains(l, of_home) {
            if std::mem::replace(&mut marks[l as usize], mark) == mark {
                return None;
            }
            found = l;
            l = loops.get(l).parent;
        }
        Some(found)
    }

    fn header(&self, l: u32) -> Block {
        self.loops.as_ref().map_or(Block(0), |loops| loops.get(l).header)
    }

    fn contains(&self, l: u32, b: Block) -> bool {
        self.loops.as_ref().is_some_and(|loops| loops.contains(l, loops.innermost(b)))
    }
}

/// What is live at ascending positions, of some values.
pub struct Sweep {
    /// Ranges as (place in the list of positions, comes or goes, value), the last first.
    changes: Vec<(u32, bool, Value)>,
}

impl Sweep {
    /// `at`: the positions, ascending.
    pub fn new(live: &Liveness, values: impl Iterator<Item = Value>, at: &[u32]) -> Sweep {
        let mut changes = Vec::new();
        for v in values {
            for r in &live.ranges[v.index()] {
                let from = at.partition_point(|&p| p < r.0);
                let to = at.partition_point(|&p| p <= r.1);
                if from < to {
                    changes.push((from as u32, true, v));
                    changes.push((to as u32, false, v));
                }
            }
        }
        // What goes comes off before what comes, should a value do both.
        changes.sort_unstable_by_key(|&(at, comes, v)| std::cmp::Reverse((at, comes, v.0)));
        Sweep { changes }
    }

    /// What changes up to position number `n`: whether it comes, and which.
    pub fn advance(&mut self, n: usize, mut change: impl FnMut(bool, Value)) {
        while let Some(&(at, comes, v)) = self.changes.last()
            && at as usize <= n
        {
            self.changes.pop();
            change(comes, v);
        }
    }
}

impl Liveness {
    /// Live at the start of a block, from before it.
    pub fn is_live_into(&self, v: Value, b: Block) -> bool {
        let start = self.bounds[b.index()].0;
        self.ranges[v.index()].iter().any(|r| r.0 <= start && start <= r.1)
    }

    /// Live across an instruction with a window.
    pub fn crosses_window(&self, v: Value) -> bool {
        self.ranges[v.index()].iter().any(|r| {
            let i = self.windows.partition_point(|&w| w <= r.0);
            self.windows.get(i).is_some_and(|&w| w < r.1)
        })
    }
}

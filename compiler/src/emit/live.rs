//! Where each value lives: positions, ranges, and what is live out of each block.
//!
//! Instruction `n` of the function (counted along the layout, without binds) reads its arguments at position `2n`
//! and writes its results at `2n + 1`. A block's parameters are written at its start, which has a
//! number of its own; so has the terminator.

use smallvec::SmallVec;

use crate::ir::{Block, Func, Value};

/// Inclusive positions.
pub type Range = (u32, u32);
/// Ascending and disjoint; most values have one.
pub type Ranges = SmallVec<[Range; 2]>;

pub struct Liveness {
    /// Per value; empty for values without definition in the layout.
    pub ranges: Vec<Ranges>,
    /// Per block: position of its start and of its terminator.
    pub bounds: Vec<(u32, u32)>,
    pub live_in: Vec<Vec<Value>>,
    pub live_out: Vec<Vec<Value>>,
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
    let mut live_in: Vec<Vec<Value>> = vec![Vec::new(); blocks];
    let mut live_out: Vec<Vec<Value>> = vec![Vec::new(); blocks];
    // Last value each block was marked live-in or live-out for, or has an end for.
    let mut in_mark: Vec<u32> = vec![u32::MAX; blocks];
    let mut out_mark: Vec<u32> = vec![u32::MAX; blocks];
    let mut end_mark: Vec<u32> = vec![u32::MAX; blocks];
    // Where the value's life in a block ends; for the blocks in `ended`.
    let mut end = vec![0u32; blocks];
    let mut ended: Vec<Block> = Vec::new();
    let mut todo: Vec<Block> = Vec::new();
    for v in 0..n {
        let Some((home, pos)) = def[v] else { continue };
        let mark = v as u32;
        ended.clear();
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
            if std::mem::replace(&mut in_mark[b.index()], mark) == mark {
                continue;
            }
            live_in[b.index()].push(Value(mark));
            for &p in &preds[b.index()] {
                if std::mem::replace(&mut out_mark[p.index()], mark) != mark {
                    live_out[p.index()].push(Value(mark));
                    ends_at(p, bounds[p.index()].1 + 1, &mut end, &mut ended);
                    if p != home {
                        todo.push(p);
                    }
                }
            }
        }
        let list = &mut ranges[v];
        list.push((pos, if ended.contains(&home) { end[home.index()].max(pos) } else { pos }));
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
    }
    Liveness { ranges, bounds, live_in, live_out, windows }
}

impl Liveness {
    /// Live across an instruction with a window.
    pub fn crosses_window(&self, v: Value) -> bool {
        self.ranges[v.index()].iter().any(|r| {
            let i = self.windows.partition_point(|&w| w <= r.0);
            self.windows.get(i).is_some_and(|&w| w < r.1)
        })
    }
}

//! Where each value lives: positions, ranges, and what is live out of each block.
//!
//! Instruction `n` of the function (counted along the layout) reads its arguments at position `2n`
//! and writes its results at `2n + 1`. A block's parameters are written at its start, which has a
//! number of its own; so has the terminator.

use hashbrown::HashMap;

use crate::ir::{Block, Func, InstKind, Value};

/// Inclusive positions.
pub type Range = (u32, u32);

pub struct Liveness {
    /// Per value, ascending and disjoint; empty for values without definition in the layout.
    pub ranges: Vec<Vec<Range>>,
    /// Per block: position of its start and of its terminator.
    pub bounds: Vec<(u32, u32)>,
    pub live_in: Vec<Vec<Value>>,
    pub live_out: Vec<Vec<Value>>,
    /// Positions of instructions with a window, ascending.
    pub windows: Vec<u32>,
}

pub fn analyse(f: &Func) -> Liveness {
    let n = f.values.len();
    let mut bounds = vec![(0, 0); f.blocks.len()];
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
        for i in &data.insts {
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
    let mut preds: Vec<Vec<Block>> = vec![Vec::new(); f.blocks.len()];
    for &b in &f.layout {
        for t in f.block(b).term.targets() {
            preds[t.block.index()].push(b);
        }
    }
    if let Some(r) = f.recovery {
        // Unwinding can come here from everywhere.
        preds[r.index()] = f.layout.clone();
    }
    // Uses by value: (block, position).
    let mut uses: Vec<Vec<(Block, u32)>> = vec![Vec::new(); n];
    for &b in &f.layout {
        let data = f.block(b);
        let mut at = bounds[b.index()].0 / 2 + 1;
        for i in &data.insts {
            if !matches!(i.kind, InstKind::DebugBind(_)) {
                let outside = i.kind.outside_window();
                for (k, a) in i.args.iter().enumerate() {
                    // What a call reads besides its window must survive the moves into it.
                    uses[a.index()].push((b, at * 2 + (k < outside) as u32));
                }
            }
            at += 1;
        }
        data.term.each_use(|v| uses[v.index()].push((b, at * 2)));
    }
    let mut ranges: Vec<Vec<Range>> = vec![Vec::new(); n];
    let mut live_in: Vec<Vec<Value>> = vec![Vec::new(); f.blocks.len()];
    let mut live_out: Vec<Vec<Value>> = vec![Vec::new(); f.blocks.len()];
    // Last value each block was marked live-in or live-out for.
    let mut in_mark: Vec<u32> = vec![u32::MAX; f.blocks.len()];
    let mut out_mark: Vec<u32> = vec![u32::MAX; f.blocks.len()];
    let mut ends: HashMap<Block, u32> = HashMap::new();
    for v in 0..n {
        let Some((home, pos)) = def[v] else { continue };
        let value = Value(v as u32);
        ends.clear();
        let mut todo: Vec<Block> = Vec::new();
        for &(b, p) in &uses[v] {
            let e = ends.entry(b).or_insert(0);
            *e = (*e).max(p);
            // A use above the definition in its own block comes around a loop.
            if b != home || p < pos {
                todo.push(b);
            }
        }
        while let Some(b) = todo.pop() {
            if std::mem::replace(&mut in_mark[b.index()], v as u32) == v as u32 {
                continue;
            }
            live_in[b.index()].push(value);
            for &p in &preds[b.index()] {
                if std::mem::replace(&mut out_mark[p.index()], v as u32) != v as u32 {
                    live_out[p.index()].push(value);
                    ends.insert(p, bounds[p.index()].1 + 1);
                    if p != home {
                        todo.push(p);
                    }
                }
            }
        }
        let list = &mut ranges[v];
        list.push((pos, ends.get(&home).copied().unwrap_or(pos).max(pos)));
        for (&b, &e) in &ends {
            if in_mark[b.index()] == v as u32 {
                list.push((bounds[b.index()].0, e));
            }
        }
        list.sort_unstable();
        let mut merged: Vec<Range> = Vec::with_capacity(list.len());
        for &r in list.iter() {
            match merged.last_mut() {
                Some(last) if r.0 <= last.1 + 1 => last.1 = last.1.max(r.1),
                _ => merged.push(r),
            }
        }
        *list = merged;
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

//! Dominators and natural loops of a function.
//!
//! Dominators: Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm" (2001).

use super::{Block, Func};

const NONE: usize = usize::MAX;

/// What is known about the shape of a function's control flow.
pub struct Loops {
    /// Immediate dominator by block; none for the entry, for unreachable blocks, and where entry and
    /// recovery paths meet.
    idom: Vec<Option<Block>>,
    /// Header of the outermost loop around each block.
    outermost: Vec<Option<Block>>,
}

impl Loops {
    pub fn new(f: &Func) -> Loops {
        let n = f.blocks.len();
        // Reverse postorder; number 0 is a root above entry and recovery.
        let mut order: Vec<usize> = Vec::with_capacity(f.layout.len() + 1);
        let mut number = vec![NONE; n];
        let mut seen = vec![false; n];
        let mut stack: Vec<(usize, usize)> = Vec::new();
        for root in f.recovery.into_iter().chain([Block(0)]) {
            if std::mem::replace(&mut seen[root.index()], true) {
                continue;
            }
            stack.push((root.index(), 0));
            while let Some((b, i)) = stack.last_mut() {
                let targets = f.blocks[*b].term.targets();
                match targets.get(*i) {
                    Some(t) => {
                        *i += 1;
                        let t = t.block.index();
                        if !std::mem::replace(&mut seen[t], true) {
                            stack.push((t, 0));
                        }
                    }
                    None => {
                        order.push(*b);
                        stack.pop();
                    }
                }
            }
        }
        order.push(NONE);
        order.reverse();
        for (i, &b) in order.iter().enumerate().skip(1) {
            number[b] = i;
        }
        let mut preds: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
        for (i, &b) in order.iter().enumerate().skip(1) {
            for t in f.blocks[b].term.targets() {
                preds[number[t.block.index()]].push(i);
            }
        }
        for root in f.recovery.into_iter().chain([Block(0)]) {
            preds[number[root.index()]].push(0);
        }
        let mut idom = vec![NONE; order.len()];
        idom[0] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for i in 1..order.len() {
                let mut new = NONE;
                for &p in preds[i].iter().filter(|&&p| idom[p] != NONE) {
                    new = if new == NONE { p } else { meet(&idom, new, p) };
                }
                if idom[i] != new {
                    idom[i] = new;
                    changed = true;
                }
            }
        }
        // Headers in reverse postorder: an outer one comes before the inner ones.
        let mut outermost = vec![NONE; order.len()];
        for h in 1..order.len() {
            let mut todo: Vec<usize> =
                preds[h].iter().copied().filter(|&p| p >= h && dominates(&idom, h, p)).collect();
            if todo.is_empty() || outermost[h] != NONE {
                continue;
            }
            outermost[h] = h;
            while let Some(b) = todo.pop() {
                if outermost[b] == NONE {
                    outermost[b] = h;
                    todo.extend(&preds[b]);
                }
            }
        }
        let block =
            |i: usize| if i == 0 || i == NONE { None } else { Some(Block(order[i] as u32)) };
        let spread = |by_number: &[usize]| {
            number.iter().map(|&i| if i == NONE { None } else { block(by_number[i]) }).collect()
        };
        Loops { idom: spread(&idom), outermost: spread(&outermost) }
    }

    /// A block outside all loops that dominates the outermost loop around `b`; none when `b` is in
    /// no loop, or there is no such block.
    pub fn before(&self, b: Block) -> Option<Block> {
        let mut at = self.outermost[b.index()]?;
        loop {
            let up = self.idom[at.index()]?;
            match self.outermost[up.index()] {
                None => return Some(up),
                Some(header) => at = header,
            }
        }
    }
}

/// The nearest block that dominates both.
fn meet(idom: &[usize], mut a: usize, mut b: usize) -> usize {
    while a != b {
        while a > b {
            a = idom[a];
        }
        while b > a {
            b = idom[b];
        }
    }
    a
}

fn dominates(idom: &[usize], a: usize, mut b: usize) -> bool {
    while b > a {
        b = idom[b];
    }
    a == b
}

//! Dominators and natural loops of a function.
//!
//! Dominators: Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm" (2001). The nest of loops:
//! Havlak, "Nesting of Reducible and Irreducible Loops" (1997), of which only the natural loops are kept.
//! Nothing here may take time or memory with the square of the depth of loops, but for the walk up
//! the dominators of a loop's last block.

use super::{Block, Func};

const NONE: usize = usize::MAX;

/// What is known about the shape of a function's control flow.
pub struct Loops {
    /// Immediate dominator by block; none for the entry, for unreachable blocks, and where entry and
    /// recovery paths meet.
    idom: Vec<Option<Block>>,
    /// Innermost loop around each block, `NO_LOOP` where there is none.
    innermost: Vec<u32>,
    /// A loop comes after the one around it.
    loops: Vec<Loop>,
    nest: Forest,
}

pub const NO_LOOP: u32 = u32::MAX;

/// A natural loop: its header dominates it.
pub struct Loop {
    pub header: Block,
    /// The loop around it.
    pub parent: u32,
    /// Header of the outermost one.
    outermost: Block,
}

/// A forest as numbers: those of what is below a node follow its own.
struct Forest {
    number: Vec<u32>,
    /// Of the node and what is below it.
    count: Vec<u32>,
}

impl Forest {
    /// Parents have smaller indices than their children.
    fn new(parent: impl Fn(usize) -> Option<usize>, n: usize) -> Forest {
        let mut count = vec![1; n];
        for i in (0..n).rev() {
            if let Some(p) = parent(i) {
                count[p] += count[i];
            }
        }
        let mut number = vec![0; n];
        // The number that comes next below each, and for a root.
        let (mut below, mut root) = (vec![0; n], 0);
        for i in 0..n {
            let next = match parent(i) {
                Some(p) => &mut below[p],
                None => &mut root,
            };
            number[i] = *next;
            *next += count[i];
            below[i] = number[i] + 1;
        }
        Forest { number, count }
    }

    /// Whether `a` is `b`, or above it.
    fn has(&self, a: usize, b: usize) -> bool {
        (self.number[a]..self.number[a] + self.count[a]).contains(&self.number[b])
    }
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
        let mut tree;
        loop {
            let mut changed = false;
            for i in 1..order.len() {
                let mut new = NONE;
                for &p in preds[i].iter().filter(|&&p| idom[p] != NONE) {
                    new = if new == NONE { p } else { meet(&idom, new, p) };
                }
                changed |= std::mem::replace(&mut idom[i], new) != new;
            }
            tree = Forest::new(|i| (i > 0).then(|| idom[i]), order.len());
            // Where each jump back goes to a dominator, once is enough.
            let back = |h: usize| preds[h].iter().all(|&p| p < h || tree.has(h, p));
            if !changed || (1..order.len()).all(back) {
                break;
            }
        }
        // Inner headers come later in reverse postorder, so from the last to the first.
        let mut parent = vec![NONE; order.len()];
        // A block leads to the header of the outermost loop found around it so far.
        let mut outer: Vec<usize> = (0..order.len()).collect();
        let mut headers = Vec::new();
        for h in (1..order.len()).rev() {
            let mut todo: Vec<usize> =
                preds[h].iter().copied().filter(|&p| p >= h && tree.has(h, p)).collect();
            if todo.is_empty() {
                continue;
            }
            headers.push(h);
            while let Some(b) = todo.pop() {
                let b = find(&mut outer, b);
                if b != h {
                    outer[b] = h;
                    parent[b] = h;
                    todo.extend(&preds[b]);
                }
            }
        }
        let mut number_of = vec![NO_LOOP; order.len()];
        let mut loops: Vec<Loop> = Vec::with_capacity(headers.len());
        for &h in headers.iter().rev() {
            let around = if parent[h] == NONE { NO_LOOP } else { number_of[parent[h]] };
            let header = Block(order[h] as u32);
            let outermost = loops.get(around as usize).map_or(header, |l| l.outermost);
            number_of[h] = loops.len() as u32;
            loops.push(Loop { header, parent: around, outermost });
        }
        let above = |l: usize| (loops[l].parent != NO_LOOP).then(|| loops[l].parent as usize);
        let nest = Forest::new(above, loops.len());
        let mut innermost = vec![NO_LOOP; n];
        let mut up = vec![None; n];
        for (i, &b) in order.iter().enumerate().skip(1) {
            innermost[b] = match number_of[i] {
                NO_LOOP if parent[i] == NONE => NO_LOOP,
                NO_LOOP => number_of[parent[i]],
                own => own,
            };
            up[b] = (idom[i] != 0).then(|| Block(order[idom[i]] as u32));
        }
        Loops { idom: up, innermost, loops, nest }
    }

    pub fn count(&self) -> usize {
        self.loops.len()
    }

    pub fn get(&self, l: u32) -> &Loop {
        &self.loops[l as usize]
    }

    pub fn innermost(&self, b: Block) -> u32 {
        self.innermost[b.index()]
    }

    /// Whether a block (given by its innermost loop) is in loop `l`.
    pub fn contains(&self, l: u32, innermost: u32) -> bool {
        innermost != NO_LOOP && self.nest.has(l as usize, innermost as usize)
    }

    /// A block outside all loops that dominates the outermost loop around `b`; none when `b` is in
    /// no loop, or there is no such block.
    pub fn before(&self, b: Block) -> Option<Block> {
        let outermost =
            |b: Block| self.loops.get(self.innermost[b.index()] as usize).map(|l| l.outermost);
        let mut at = outermost(b)?;
        loop {
            let up = self.idom[at.index()]?;
            match outermost(up) {
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

/// The header of the outermost loop around `b` that is known; shortens the way there.
fn find(outer: &mut [usize], mut b: usize) -> usize {
    while outer[b] != b {
        outer[b] = outer[outer[b]];
        b = outer[b];
    }
    b
}

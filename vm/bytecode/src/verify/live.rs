//! What is read later: a backward dataflow, so that a map that forgets a pointer is found.

use std::collections::BTreeSet;

use super::bits::Bits;
use super::flow::{States, Walk};
use super::window;
use crate::op::Op;
use crate::operand::{Instruction, Role};

/// Slots read later, at each leader that something comes to.
pub struct Live(Vec<Bits>);

pub fn analyse(walk: &Walk, states: &States) -> Live {
    let leaders = &walk.shape.leaders;
    let slots = walk.f.frame_size as usize;
    let mut live = Live(vec![Bits::new(slots); leaders.len()]);
    // Who to look at again when a leader's set grows.
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); leaders.len()];
    let mut trapping: Vec<usize> = Vec::new();
    for (n, &pc) in leaders.iter().enumerate() {
        if let Some(state) = &states[n] {
            let mut traps = false;
            let mut last = None;
            walk.run(pc, state, |i, _| {
                traps |= i.op.traps();
                if let Some(t) = i.target() {
                    before[walk.leader(t as usize).unwrap_or(0)].push(n);
                }
                last = Some(*i);
            });
            for next in last.iter().flat_map(|i| [i.next(), i.next() + 2]) {
                if let Some(k) = walk.leader(next) {
                    before[k].push(n);
                }
            }
            if traps {
                trapping.push(n);
            }
        }
    }
    if let Some(r) = walk.f.recovery.and_then(|pc| walk.leader(pc as usize)) {
        before[r].extend(trapping);
    }
    let mut todo: BTreeSet<usize> = (0..leaders.len()).filter(|&n| states[n].is_some()).collect();
    while let Some(n) = todo.pop_last() {
        let mut at_start = Bits::new(slots);
        live.each(walk, states, n, |pc, set| {
            if pc == leaders[n] {
                at_start = set.clone();
            }
        });
        if live.0[n].unite(&at_start) {
            todo.extend(before[n].iter().filter(|&&k| states[k].is_some()));
        }
    }
    live
}

impl Live {
    /// Calls `visit` with each instruction's pc of leader `n`'s run, last first, and what is live
    /// before it.
    pub fn each(
        &self,
        walk: &Walk,
        states: &States,
        n: usize,
        mut visit: impl FnMut(usize, &Bits),
    ) {
        let Some(state) = &states[n] else { return };
        let mut run: Vec<Instruction> = Vec::new();
        walk.run(walk.shape.leaders[n], state, |i, _| run.push(*i));
        let at = |pc: usize| walk.leader(pc).map(|k| &self.0[k]);
        let mut set = Bits::new(walk.f.frame_size as usize);
        if let Some(last) = run.last()
            && !last.op.ends()
        {
            let parks = last.op == Op::Rt && window::intrinsic(last).is_some_and(|x| x.parks());
            for pc in [last.next(), last.next() + 2].into_iter().take(1 + parks as usize) {
                if let Some(s) = at(pc) {
                    set.unite(s);
                }
            }
        }
        for i in run.iter().rev() {
            if let Some(s) = i.target().and_then(|t| at(t as usize)) {
                set.unite(s);
            }
            self.before(walk, i, &mut set);
            visit(i.pc, &set);
        }
    }

    /// From what is live after an instruction to what is before it.
    fn before(&self, walk: &Walk, i: &Instruction, set: &mut Bits) {
        let count = i.field(Role::Count).unwrap_or(0) as usize;
        let window = walk.window(i);
        for (place, role) in i.op.format().fields() {
            let slot = i.get(place) as usize;
            match role {
                Role::Dest => set.set(slot, false),
                Role::Dest2 => (slot..slot + 2).for_each(|s| set.set(s, false)),
                Role::DestRun => (slot..slot + count).for_each(|s| set.set(s, false)),
                _ => {}
            }
        }
        if let Some(w) = &window {
            for k in 0..w.results.len() {
                set.set(w.start + k, false);
            }
        }
        if let Some(r) = walk.f.recovery.filter(|_| i.op.traps() && walk.shape.deferring.has(i.pc))
            && let Some(k) = walk.leader(r as usize)
        {
            set.unite(&self.0[k]);
        }
        for (place, role) in i.op.format().fields() {
            let slot = i.get(place) as usize;
            match role {
                Role::Source(_) | Role::Pointer | Role::Scalar | Role::Changed | Role::Stored => {
                    set.set(slot, true);
                }
                Role::SourceRun => (slot..slot + count).for_each(|s| set.set(s, true)),
                _ => {}
            }
        }
        if let Some(w) = &window {
            for k in 0..w.params.len() {
                set.set(w.start + k, true);
            }
        }
        if i.op.returns_in_place() {
            (0..walk.f.results.len()).for_each(|s| set.set(s, true));
        }
    }
}

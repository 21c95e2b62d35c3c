//! Where variables are: for each pc what slots or constants hold a variable's components.
//!
//! Runs after the code is there, and changes nothing of it. A variable has the value it was bound to
//! last on every way to a place (a forward data-flow problem over the binds); it can be seen as long as that value is
//! live in its slot, or is a constant. **Never** a place that holds something else: where it is
//! not sure, the variable is gone.

use std::collections::BTreeMap;

use gvm_bytecode::image::{self, TypeId, VariablePart, VariableRange};
use gvm_bytecode::op::{Cell, Op};
use gvm_bytecode::operand::{Instruction, Role};
use hashbrown::HashMap;
use smallvec::SmallVec;

use super::live::Liveness;
use super::slots::{NO_SLOT, Slots};
use crate::ir::{Block, Func, Inst, InstKind, Target, Terminator, Value};

/// What the code that starts at an item was made for.
pub struct Mark {
    pub item: u32,
    pub of: Of,
}

#[derive(Clone, Copy)]
pub enum Of {
    /// A block: what comes is of it.
    Block(Block),
    /// The instruction with this index in the block.
    Inst(u32),
    /// The block's terminator.
    End,
    /// The moves of an edge.
    Edge(Block, Block),
}

/// What a component is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Unknown,
    Value(Value),
    Const(i64),
}

/// Components of the variables of which something is known.
type State = BTreeMap<u32, SmallVec<[Bound; 3]>>;

fn apply(f: &Func, state: &mut State, i: &Inst) {
    let InstKind::DebugBind { var, part, constant } = i.kind else { return };
    let parts = f.variables[var as usize].parts as usize;
    let of = state.entry(var).or_insert_with(|| SmallVec::from_elem(Bound::Unknown, parts));
    of[part as usize] = match (i.args.first(), constant) {
        (Some(&v), _) => Bound::Value(v),
        (None, Some(c)) => Bound::Const(c),
        (None, None) => Bound::Unknown,
    };
    if of.iter().all(|b| *b == Bound::Unknown) {
        state.remove(&var);
    }
}

/// What both ways agree on.
fn meet(a: &State, b: &State) -> State {
    let mut out = State::new();
    for (var, x) in a {
        let Some(y) = b.get(var) else { continue };
        let both: SmallVec<[Bound; 3]> =
            x.iter().zip(y).map(|(x, y)| if x == y { *x } else { Bound::Unknown }).collect();
        if both.iter().any(|b| *b != Bound::Unknown) {
            out.insert(*var, both);
        }
    }
    out
}

/// What is known at the start of each block.
fn at_starts(f: &Func) -> Vec<Option<State>> {
    let mut at: Vec<Option<State>> = vec![None; f.blocks.len()];
    at[0] = Some(State::new());
    if let Some(r) = f.recovery {
        // Unwinding comes here from anywhere.
        at[r.index()] = Some(State::new());
    }
    let mut changed = true;
    while changed {
        changed = false;
        for &b in &f.layout {
            let Some(mut state) = at[b.index()].clone() else { continue };
            f.block(b).insts.iter().for_each(|i| apply(f, &mut state, i));
            for t in f.block(b).term.targets() {
                let to = &mut at[t.block.index()];
                let new = match to {
                    None => state.clone(),
                    Some(old) => meet(old, &state),
                };
                if to.as_ref() != Some(&new) {
                    *to = Some(new);
                    changed = true;
                }
            }
        }
    }
    at
}

/// The constant that each value is, of those that are one.
fn constants(f: &Func) -> HashMap<Value, i64> {
    let mut out = HashMap::new();
    for &b in &f.layout {
        for i in &f.block(b).insts {
            match i.kind {
                InstKind::Const(x) => out.insert(i.results[0], x),
                InstKind::Op(Op::Nil) => out.insert(i.results[0], 0),
                _ => None,
            };
        }
    }
    out
}

/// When a value can be found at a pc.
#[derive(Clone, Copy)]
enum At {
    /// At the function's first instruction.
    Entry,
    /// Before the instruction at this position.
    Before(u32),
    /// While it runs.
    Within(u32),
    /// While its arguments are moved to where it wants them.
    Moving(u32),
    /// While the moves of this block's edges run.
    After(Block),
    Edge(Block),
}

struct Ranges<'f> {
    f: &'f Func,
    live: &'f Liveness,
    slots: &'f Slots,
    constants: HashMap<Value, i64>,
    /// Slots that the moves before an instruction have written so far.
    written: Vec<u32>,
    out: Vec<image::Variable>,
}

impl Ranges<'_> {
    fn is_there(&self, v: Value, at: At) -> bool {
        let into = |b: Block| self.live.live_in[b.index()].binary_search(&v).is_ok();
        let ranges = &self.live.ranges[v.index()];
        match at {
            At::Entry => self.f.block(Block(0)).params.contains(&v),
            At::Before(p) => ranges.iter().any(|r| r.0 < p && p <= r.1),
            At::Moving(p) if !self.written.contains(&self.slots.slot[v.index()]) => {
                ranges.iter().any(|r| r.0 < p && p <= r.1)
            }
            At::Within(p) | At::Moving(p) => ranges.iter().any(|r| r.0 < p && p < r.1),
            At::Edge(to) => into(to),
            At::After(b) => {
                let targets = self.f.block(b).term.targets();
                let survives = |t: &&Target| {
                    // The test at the target may have been made here.
                    let next = self.f.block(t.block);
                    let lone = next.real_insts().next().is_none();
                    let further = next.term.targets();
                    let is_test = lone && matches!(next.term, Terminator::Branch { .. });
                    into(t.block) && (!is_test || further.iter().all(|t| into(t.block)))
                };
                // Without one the moves are of results, to where anything may be.
                !targets.is_empty() && targets.iter().all(survives)
            }
        }
    }

    fn part(&self, b: Bound, at: At) -> VariablePart {
        match b {
            Bound::Unknown => VariablePart::Gone,
            Bound::Const(c) => VariablePart::Const(c),
            Bound::Value(v) => {
                let slot = self.slots.slot[v.index()];
                if slot != NO_SLOT && self.is_there(v, at) {
                    return VariablePart::Slot(slot as u16);
                }
                self.constants.get(&v).map_or(VariablePart::Gone, |&c| VariablePart::Const(c))
            }
        }
    }

    /// The inlined call of `inner` is `outer` or in it.
    fn is_inside(&self, mut inner: u32, outer: u32) -> bool {
        while inner != outer && inner != 0 {
            inner = self.f.inline_sites[inner as usize - 1].2;
        }
        inner == outer
    }

    /// Notes what is known for `from..to`, where code of inline site `site` is.
    fn add(&mut self, state: &State, at: At, site: u32, (from, to): (u32, u32)) {
        if from >= to {
            return;
        }
        for (&var, bounds) in state {
            if !self.is_inside(site, self.f.variables[var as usize].inline) {
                continue;
            }
            let parts: Vec<VariablePart> = bounds.iter().map(|&b| self.part(b, at)).collect();
            if parts.iter().all(|p| *p == VariablePart::Gone) {
                continue;
            }
            let ranges = &mut self.out[var as usize].ranges;
            match ranges.last_mut() {
                Some(last) if last.to == from && last.parts == parts => last.to = to,
                _ => ranges.push(VariableRange { from, to, parts }),
            }
        }
    }
}

/// The variables of a function with the ranges of `cells` where they are. `pc`: that of an item.
pub fn ranges(
    f: &Func,
    live: &Liveness,
    slots: &Slots,
    cells: &[Cell],
    marks: &[Mark],
    pc: impl Fn(u32) -> u32,
) -> Vec<image::Variable> {
    let starts = at_starts(f);
    let variable = |v: &crate::ir::Variable| image::Variable {
        name: v.name.clone(),
        typ: TypeId(v.typ),
        role: v.role,
        pos: v.pos,
        inline: v.inline,
        in_memory: v.in_memory,
        ranges: Vec::new(),
    };
    let out = f.variables.iter().map(variable).collect();
    let mut r = Ranges { f, live, slots, constants: constants(f), written: Vec::new(), out };
    let mut ends: Vec<State> = vec![State::new(); f.blocks.len()];
    let (mut block, mut state) = (Block(0), State::new());
    // Position of the next instruction.
    let mut at = 0;
    for (n, mark) in marks.iter().enumerate() {
        let from = pc(mark.item);
        let to = marks.get(n + 1).map_or(cells.len() as u32, |m| pc(m.item));
        let first = match cells.get(from as usize).and_then(|c| Op::from_u16(c.op)) {
            Some(op) => to.min(from + op.cells() as u32),
            None => to,
        };
        match mark.of {
            Of::Block(b) => {
                block = b;
                at = live.bounds[b.index()].0 + 2;
                state = starts[b.index()].clone().unwrap_or_default();
                r.add(&state, At::Before(at), f.block(b).term_pos.inline, (from, to));
            }
            Of::Inst(i) => {
                let i = &f.block(block).insts[i as usize];
                if i.kind.is_bind() {
                    apply(f, &mut state, i);
                    continue;
                }
                let when = if from == 0 { At::Entry } else { At::Before(at) };
                r.add(&state, when, i.pos.inline, (from, first));
                // Its arguments are where they were until something is moved there.
                r.written.clear();
                let mut here = from;
                while i.kind.has_window() && here < to {
                    let Some(cell) = Instruction::at(cells, here as usize) else { break };
                    let next = cell.next() as u32;
                    if here > from {
                        r.add(&state, At::Moving(at), i.pos.inline, (here, next));
                    }
                    here = next;
                    match cell.field(Role::Dest) {
                        Some(slot) if cell.window().is_none() => r.written.push(slot as u32),
                        _ => break,
                    }
                }
                r.add(&state, At::Within(at), i.pos.inline, (here.max(first), to));
                at += 2;
            }
            Of::End => {
                let site = f.block(block).term_pos.inline;
                let when = if from == 0 { At::Entry } else { At::Before(at) };
                r.add(&state, when, site, (from, first));
                r.add(&state, At::After(block), site, (first, to));
                ends[block.index()] = state.clone();
            }
            Of::Edge(a, b) => {
                r.add(&ends[a.index()], At::Edge(b), f.block(a).term_pos.inline, (from, to));
            }
        }
    }
    r.out.retain(|v| !v.ranges.is_empty());
    r.out
}

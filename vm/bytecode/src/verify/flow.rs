//! What slots hold: a forward dataflow over a function, and the check of every read.
//!
//! A slot surely holds a pointer, surely a scalar, or nothing that may be read. Where paths meet, only
//! what holds on all of them stays.

use std::collections::BTreeSet;

use super::Fault;
use super::bits::Bits;
use super::code::Shape;
use super::window::{self, Window};
use crate::image::{FuncEntry, FuncId, Image, VariablePart};
use crate::op::{self, Op};
use crate::operand::{Instruction, Need, Role};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub pointer: Bits,
    pub scalar: Bits,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    Nothing,
    Pointer,
    Scalar,
}

impl State {
    fn new(slots: usize) -> State {
        State { pointer: Bits::new(slots), scalar: Bits::new(slots) }
    }
    fn set(&mut self, slot: usize, held: Held) {
        self.pointer.set(slot, held == Held::Pointer);
        self.scalar.set(slot, held == Held::Scalar);
    }
    fn get(&self, slot: usize) -> Held {
        match (self.pointer.has(slot), self.scalar.has(slot)) {
            (true, _) => Held::Pointer,
            (_, true) => Held::Scalar,
            _ => Held::Nothing,
        }
    }
    fn clear_from(&mut self, slot: usize) {
        self.pointer.clear_from(slot);
        self.scalar.clear_from(slot);
    }
    fn meet(&mut self, other: &State) -> bool {
        let a = self.pointer.intersect(&other.pointer);
        let b = self.scalar.intersect(&other.scalar);
        a || b
    }
    fn put(&mut self, at: usize, pointers: &[bool]) {
        for (n, &p) in pointers.iter().enumerate() {
            self.set(at + n, if p { Held::Pointer } else { Held::Scalar });
        }
    }
}

/// The state at each leader; `None` where nothing comes.
pub type States = Vec<Option<State>>;

pub struct Walk<'m> {
    pub m: &'m Image,
    pub f: &'m FuncEntry,
    pub shape: &'m Shape,
}

impl Walk<'_> {
    pub fn leader(&self, pc: usize) -> Option<usize> {
        self.shape.leaders.binary_search(&pc).ok()
    }

    /// What stays of the state while the callee of a call runs, or a goroutine is parked.
    pub fn across(&self, w: &Window, state: &State) -> State {
        let mut s = state.clone();
        s.clear_from(w.clobbers);
        s
    }

    pub fn window(&self, i: &Instruction) -> Option<Window> {
        // `code` refused what has none.
        window::of(self.m, self.f, i).ok().flatten()
    }

    /// The state after an instruction.
    fn step(&self, i: &Instruction, state: &mut State) {
        if let Some(w) = self.window(i) {
            state.clear_from(w.clobbers);
            state.put(w.start, &w.results);
            return;
        }
        if let (Some(to), Some(from), Some(n)) =
            (i.field(Role::DestRun), i.field(Role::SourceRun), i.field(Role::Count))
        {
            let held: Vec<Held> = (0..n).map(|k| state.get((from + k) as usize)).collect();
            for (k, h) in held.into_iter().enumerate() {
                state.set(to as usize + k, h);
            }
            return;
        }
        let held = match i.op.result() {
            op::Result::Pointer => Held::Pointer,
            op::Result::Same => {
                i.field(Role::Source(0)).map_or(Held::Nothing, |s| state.get(s as usize))
            }
            _ => Held::Scalar,
        };
        if let Some(d) = i.field(Role::Dest) {
            state.set(d as usize, held);
        }
        if let Some(d) = i.field(Role::Dest2) {
            state.set(d as usize, Held::Scalar);
            state.set(d as usize + 1, held);
        }
    }

    /// Each place that may come next, with the state there.
    fn successors(&self, i: &Instruction, before: &State, mut to: impl FnMut(usize, &State)) {
        let mut after = before.clone();
        self.step(i, &mut after);
        if let Some(target) = i.target() {
            to(target as usize, &after);
        }
        if let Some(w) = self.window(i) {
            let parks = i.op == Op::Rt && window::intrinsic(i).is_some_and(|x| x.parks());
            let across = self.across(&w, before);
            if parks {
                to(i.next(), &across);
                to(i.next() + 2, &after);
                return;
            }
            if i.op == Op::DeferRun {
                to(i.pc, &across);
            }
        }
        if !i.op.ends() {
            to(i.next(), &after);
        }
    }

    /// Walks a straight run from a leader; `visit` sees each instruction with the state before it and
    /// the run ends where control does not simply go on.
    pub fn run(&self, from: usize, state: &State, mut visit: impl FnMut(&Instruction, &State)) {
        let mut state = state.clone();
        let mut pc = from;
        while let Some(i) = Instruction::at(&self.f.code, pc) {
            visit(&i, &state);
            let parks = i.op == Op::Rt && window::intrinsic(&i).is_some_and(|x| x.parks());
            if i.op.ends() || parks || self.leader(i.next()).is_some() {
                return;
            }
            self.step(&i, &mut state);
            pc = i.next();
        }
    }

    /// The state a frame is left in when the instruction starts a panic that its function recovers.
    fn at_panic(&self, i: &Instruction, state: &State) -> State {
        match self.window(i) {
            Some(w) => self.across(&w, state),
            None => state.clone(),
        }
    }
}

/// The states at all leaders.
pub fn analyse(m: &Image, id: FuncId, shape: &Shape) -> States {
    let f = &m.funcs[id.index()];
    let walk = Walk { m, f, shape };
    let mut states: States = vec![None; shape.leaders.len()];
    let mut entry = State::new(f.frame_size as usize);
    let pointers: Vec<bool> = f.params.iter().map(|k| k.is_ptr()).collect();
    entry.put(0, &pointers);
    states[0] = Some(entry);
    let mut todo = BTreeSet::from([0]);
    while let Some(n) = todo.pop_first() {
        let Some(state) = states[n].clone() else { continue };
        let mut reach = |pc: usize, s: &State| {
            let Some(k) = walk.leader(pc) else { return };
            let changed = match &mut states[k] {
                Some(old) => old.meet(s),
                none => {
                    *none = Some(s.clone());
                    true
                }
            };
            if changed {
                todo.insert(k);
            }
        };
        walk.run(shape.leaders[n], &state, |i, state| {
            if let Some(r) = f.recovery.filter(|_| i.op.traps() && shape.deferring.has(i.pc)) {
                reach(r as usize, &walk.at_panic(i, state));
            }
            let goes_on = !i.op.ends() && walk.leader(i.next()).is_none();
            if !goes_on || i.target().is_some() || i.op == Op::DeferRun {
                walk.successors(i, state, &mut reach);
            }
        });
    }
    states
}

/// Checks all reads.
pub fn check(m: &Image, id: FuncId, shape: &Shape, states: &States) -> Result<(), Fault> {
    let f = &m.funcs[id.index()];
    let walk = Walk { m, f, shape };
    let mut variables = Variables::new(m, f);
    let mut fault = None;
    for (&pc, state) in shape.leaders.iter().zip(states) {
        let Some(state) = state else { continue };
        walk.run(pc, state, |i, state| {
            if fault.is_none() {
                let checked = reads(&walk, i, state).and_then(|()| variables.check(i.pc, state));
                fault = checked.err().map(|what| Fault::at(i.pc, what));
            }
        });
    }
    fault.map_or(Ok(()), Err)
}

/// A slot that is said to hold a component of a variable, for which cells.
struct Claim<'m> {
    from: u32,
    to: u32,
    slot: u16,
    need: Need,
    name: &'m str,
}

/// What debug information says of slots, in the order of the code.
struct Variables<'m> {
    claims: std::iter::Peekable<std::vec::IntoIter<Claim<'m>>>,
    open: Vec<Claim<'m>>,
}

impl<'m> Variables<'m> {
    fn new(m: &'m Image, f: &'m FuncEntry) -> Variables<'m> {
        let mut claims = Vec::new();
        for v in &f.variables {
            let components = &m.types[v.typ.index()].components;
            for r in &v.ranges {
                for (n, part) in r.parts.iter().enumerate() {
                    let VariablePart::Slot(slot) = *part else { continue };
                    let need = need(v.in_memory || components[n].1.is_ptr());
                    claims.push(Claim { from: r.from, to: r.to, slot, need, name: &v.name });
                }
            }
        }
        claims.sort_by_key(|c| c.from);
        Variables { claims: claims.into_iter().peekable(), open: Vec::new() }
    }

    /// `pc` never goes back.
    fn check(&mut self, pc: usize, state: &State) -> Result<(), String> {
        while let Some(c) = self.claims.next_if(|c| c.from as usize <= pc) {
            self.open.push(c);
        }
        self.open.retain(|c| c.to as usize > pc);
        for c in &self.open {
            let held = read(state, c.slot as usize, c.need);
            held.map_err(|e| format!("variable {}: {e}", c.name))?;
        }
        Ok(())
    }
}

fn read(state: &State, slot: usize, need: Need) -> Result<(), String> {
    match (need, state.get(slot)) {
        (_, Held::Nothing) => Err(format!("slot {slot} has no sure value here")),
        (Need::Pointer, Held::Scalar) => Err(format!("slot {slot} is a scalar, not a pointer")),
        (Need::Scalar, Held::Pointer) => Err(format!("slot {slot} is a pointer, not a scalar")),
        _ => Ok(()),
    }
}

fn need(pointer: bool) -> Need {
    if pointer { Need::Pointer } else { Need::Scalar }
}

fn reads(walk: &Walk, i: &Instruction, state: &State) -> Result<(), String> {
    let f = walk.f;
    for (place, role) in i.op.format().fields() {
        let slot = i.get(place) as usize;
        let need = match role {
            Role::Source(_) if i.op == Op::Ret1 => need(f.results[0].is_ptr()),
            Role::Source(n) => i.op.source_need(n),
            Role::Pointer => Need::Pointer,
            Role::Scalar | Role::Changed => Need::Scalar,
            Role::Stored => i.op.stored_need(),
            Role::SourceRun => {
                for k in 0..i.field(Role::Count).unwrap_or(0) as usize {
                    read(state, slot + k, Need::Any)?;
                }
                continue;
            }
            _ => continue,
        };
        read(state, slot, need)?;
    }
    if let Some(w) = walk.window(i) {
        for (k, &p) in w.params.iter().enumerate() {
            read(state, w.start + k, need(p)).map_err(|e| format!("argument {k}: {e}"))?;
        }
    }
    if i.op.returns_in_place() {
        for (k, kind) in f.results.iter().enumerate() {
            read(state, k, need(kind.is_ptr())).map_err(|e| format!("result {k}: {e}"))?;
        }
    }
    Ok(())
}

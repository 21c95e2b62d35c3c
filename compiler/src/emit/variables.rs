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
        let into = |b: Block| self.live.is_live_into(v, b);
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

#[cfg(test)]
mod tests {
    use gvm_bytecode::Kind;
    use gvm_bytecode::image::{SourcePos, VariablePart as P, VariableRole};
    use gvm_bytecode::op::Op;

    use crate::ir::build::{Builder, Var};
    use crate::ir::{Cond, InstKind, Value, Variable, opt};

    fn named(b: &mut Builder, name: &str) -> Var {
        let var = b.var(Kind::I64);
        let variable = Variable {
            name: name.into(),
            typ: 0,
            role: VariableRole::Local,
            pos: SourcePos::default(),
            inline: 0,
            in_memory: false,
            parts: 1,
        };
        b.name(&[var], variable);
        var
    }

    fn builder(params: &[Kind]) -> (Builder, Vec<Value>) {
        let (mut b, values) = Builder::new("f".into(), params);
        b.func.results = vec![Kind::I64];
        b.debug_variables();
        (b, values)
    }

    /// Where a variable is at each cell: the slot, the constant, or nothing.
    fn where_is(b: Builder, name: &str) -> Vec<P> {
        let mut f = b.finish();
        opt::run(&mut f);
        let f = super::super::emit(&f, false).expect("small");
        let mut out = vec![P::Gone; f.code.len()];
        for v in f.variables.iter().filter(|v| v.name == name) {
            for r in &v.ranges {
                out[r.from as usize..r.to as usize].fill(r.parts[0]);
            }
        }
        out
    }

    #[test]
    fn from_its_definition_to_its_last_use() {
        let (mut b, p) = builder(&[Kind::I64, Kind::I64]);
        let x = named(&mut b, "x");
        let sum = b.op(Op::Mul, &[p[0], p[1]], Kind::I64);
        b.write(x, sum);
        let more = b.op(Op::Mul, &[sum, p[1]], Kind::I64);
        let last = b.op(Op::Xor, &[more, p[1]], Kind::I64);
        b.ret(&[last]);
        // mul, mul, xor, ret: x is there only while the second multiplication has not run.
        let at = where_is(b, "x");
        assert!(matches!(at[..], [P::Gone, P::Slot(_), P::Gone, P::Gone]), "{at:?}");
    }

    #[test]
    fn a_value_that_nothing_uses_hides_the_one_before() {
        let (mut b, p) = builder(&[Kind::I64, Kind::Ptr]);
        let x = named(&mut b, "x");
        b.write(x, p[0]);
        let first = b.op(Op::Mul, &[p[0], p[0]], Kind::I64);
        // x gets a value that no code needs; the old one lives on, but is not x any more.
        let unused = b.op(Op::Neg, &[first], Kind::I64);
        b.write(x, unused);
        let last = b.op(Op::Mul, &[first, p[0]], Kind::I64);
        b.ret(&[last]);
        let at = where_is(b, "x");
        assert!(matches!(at[..], [P::Slot(0), P::Gone, P::Gone]), "{at:?}");
    }

    #[test]
    fn a_constant_needs_no_slot_and_ends_with_its_scope() {
        let (mut b, p) = builder(&[Kind::I64]);
        let scope = b.scope();
        let x = named(&mut b, "x");
        let seven = b.iconst(7);
        b.write(x, seven);
        let a = b.op(Op::Add, &[p[0], seven], Kind::I64);
        let c = b.op(Op::Mul, &[a, a], Kind::I64);
        b.leave_scope(scope);
        let d = b.op(Op::Mul, &[c, a], Kind::I64);
        b.ret(&[d]);
        let at = where_is(b, "x");
        assert!(matches!(at[..], [P::Const(7), P::Const(7), P::Gone, P::Gone]), "{at:?}");
    }

    #[test]
    fn a_load_that_became_part_of_an_operation_is_nowhere() {
        let (mut b, p) = builder(&[Kind::F64, Kind::Ptr]);
        let x = named(&mut b, "x");
        let loaded = b.one(InstKind::Load(Op::Ld64, 8), &[p[1]], Kind::F64);
        b.write(x, loaded);
        let sum = b.op(Op::AddF, &[p[0], loaded], Kind::F64);
        b.ret(&[sum]);
        let at = where_is(b, "x");
        assert!(at.iter().all(|p| *p == P::Gone), "{at:?}");
    }

    #[test]
    fn where_ways_meet_only_what_all_agree_on_stays() {
        let (mut b, p) = builder(&[Kind::I64, Kind::I64]);
        let (x, y) = (named(&mut b, "x"), named(&mut b, "y"));
        b.write(x, p[0]);
        b.write(y, p[0]);
        let (then, els, done) = (b.block(), b.block(), b.block());
        b.branch(Cond::Lt, &[p[0], p[1]], then, els);
        for block in [then, els] {
            b.seal(block);
        }
        b.switch_to(then);
        // y is another one on this way, and nobody reads it afterwards.
        b.write(y, p[1]);
        b.jump(done);
        b.switch_to(els);
        b.jump(done);
        b.seal(done);
        b.switch_to(done);
        let product = b.op(Op::Mul, &[p[0], p[1]], Kind::I64);
        b.ret(&[product]);
        let (mut f, names) = (b.finish(), ["x", "y"]);
        opt::run(&mut f);
        let f = super::super::emit(&f, false).expect("small");
        let mul = f.code.iter().position(|c| c.op == Op::Mul as u16).expect("it") as u32;
        let there = |name: &str| {
            let v = f.variables.iter().find(|v| v.name == name).expect("it");
            v.ranges.iter().any(|r| (r.from..r.to).contains(&mul))
        };
        assert_eq!(names.map(there), [true, false]);
    }

    #[test]
    fn a_loop_variable_is_the_parameter_of_its_loop() {
        let (mut b, p) = builder(&[Kind::I64]);
        let i = named(&mut b, "i");
        let zero = b.iconst(0);
        b.write(i, zero);
        let (head, body, done) = (b.block(), b.block(), b.block());
        b.jump(head);
        b.switch_to(head);
        let now = b.read(i);
        b.branch(Cond::Lt, &[now, p[0]], body, done);
        b.seal(body);
        b.switch_to(body);
        let three = b.iconst(3);
        let now = b.read(i);
        let next = b.op(Op::Mul, &[now, three], Kind::I64);
        b.write(i, next);
        b.jump(head);
        b.seal(head);
        b.seal(done);
        b.switch_to(done);
        let now = b.read(i);
        b.ret(&[now]);
        let at = where_is(b, "i");
        let slots: Vec<_> = at.iter().filter(|p| matches!(p, P::Slot(_))).collect();
        assert!(slots.len() >= 3 && slots.windows(2).all(|w| w[0] == w[1]), "{at:?}");
    }
}

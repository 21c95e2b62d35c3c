//! Updates of memory in place: `p.f += x`, `p.f++`, `a[i] -= x` of 64-bit numbers become one instruction.
//!
//! Must not run on code that is preempted at any instruction: there a goroutine may stop between the load
//! and the store, and the updates lost by that are what such a run is to show.

use gvm_bytecode::image::Kind;
use gvm_bytecode::op::Op;
use hashbrown::HashSet;
use smallvec::{SmallVec, smallvec};

use super::{Func, Inst, InstKind, Value, Values};

/// Where 8 bytes are.
#[derive(PartialEq)]
enum Place {
    /// A base address and an offset.
    Field(Value, u16),
    /// Base address, index, length.
    Element(Value, Value, Value),
}

/// What is added to them, or subtracted.
enum Change {
    By(Op, Value),
    Immediate(i16),
}

/// The place that a 64-bit load reads, and the value.
fn loaded(i: &Inst) -> Option<(Place, Value)> {
    let place = match i.kind {
        InstKind::Load(Op::Ld64, off) => Place::Field(i.args[0], off),
        InstKind::IndexLoad(Op::IdxLd64) => Place::Element(i.args[0], i.args[1], i.args[2]),
        _ => return None,
    };
    Some((place, i.results[0]))
}

/// The place that a 64-bit store writes, and the value.
fn stored(i: &Inst) -> Option<(Place, Value)> {
    let place = match i.kind {
        InstKind::Store(Op::St64, off) => Place::Field(i.args[1], off),
        InstKind::IndexStore(Op::IdxSt64) => Place::Element(i.args[1], i.args[2], i.args[3]),
        _ => return None,
    };
    Some((place, i.args[0]))
}

pub fn run(f: &mut Func) {
    let mut uses: Vec<u32> = vec![0; f.values.len()];
    for &b in &f.layout {
        f.block(b).real_insts().flat_map(|i| &i.args).for_each(|a| uses[a.index()] += 1);
        f.block(b).term.each_use(|v| uses[v.index()] += 1);
    }
    let mut gone: HashSet<Value> = HashSet::new();
    for b in f.layout.clone() {
        let mut insts = std::mem::take(&mut f.block_mut(b).insts);
        let mut n = 0;
        while n < insts.len() {
            if let Some(found) = find(&insts, n, &uses) {
                n = replace(f, &mut insts, n, found, &mut gone);
            }
            n += 1;
        }
        f.block_mut(b).insts = insts;
    }
    if !gone.is_empty() && !f.variables.is_empty() {
        super::opt::unbind(f, |v| gone.contains(&v));
    }
}

/// An update that ends with a store.
struct Found {
    place: Place,
    change: Change,
    /// The instructions it takes in, last first; the first is the one before the store.
    parts: SmallVec<[usize; 2]>,
}

/// What the store at `n` ends, if that is an update: the arithmetic right before it, whose one operand is
/// the memory's own content. Between the load and the arithmetic nothing happens that can be seen.
fn find(insts: &[Inst], n: usize, uses: &[u32]) -> Option<Found> {
    let (place, sum) = stored(&insts[n])?;
    let at = insts[n].pos;
    let same_line = |i: &Inst| i.pos.pos.line == at.pos.line && i.pos.inline == at.inline;
    let m = insts[..n].iter().rposition(|i| !i.kind.is_bind())?;
    let arithmetic = &insts[m];
    if arithmetic.results.first() != Some(&sum) || uses[sum.index()] != 1 || !same_line(arithmetic)
    {
        return None;
    }
    // The load of a value, if it reads the place and may come as late as the arithmetic.
    let load = |v: Value| {
        let before = insts[..m].iter().rev().take_while(|i| i.kind.is_pure() || i.kind.is_bind());
        let k = m.checked_sub(1 + before.count())?;
        let same = loaded(&insts[k]).is_some_and(|(from, x)| from == place && x == v);
        (same && uses[v.index()] == 1 && same_line(&insts[k])).then_some(k)
    };
    let (x, y) = (arithmetic.args.first().copied(), arithmetic.args.get(1).copied());
    let (change, k) = match arithmetic.kind {
        InstKind::WithLoad(op @ (Op::AddFM | Op::SubMF), off) => {
            if place != Place::Field(y?, off) {
                return None;
            }
            let op = if op == Op::AddFM { Op::AddF } else { Op::SubF };
            return Some(Found { place, change: Change::By(op, x?), parts: smallvec![m] });
        }
        InstKind::Imm(Op::AddI, c) => (Change::Immediate(c), load(x?)?),
        InstKind::Op(op @ (Op::Add | Op::AddF)) => match load(x?) {
            Some(k) => (Change::By(op, y?), k),
            None => (Change::By(op, x?), load(y?)?),
        },
        InstKind::Op(op @ (Op::Sub | Op::SubF)) => (Change::By(op, y?), load(x?)?),
        _ => return None,
    };
    Some(Found { place, change, parts: smallvec![m, k] })
}

/// Puts the update where the store at `n` was; where it is now.
fn replace(
    f: &mut Func,
    insts: &mut Vec<Inst>,
    mut n: usize,
    found: Found,
    gone: &mut HashSet<Value>,
) -> usize {
    let (kind, args): (InstKind, Values) = match (found.place, found.change) {
        (Place::Field(base, off), Change::Immediate(c)) => {
            (InstKind::StoreImm(Op::AddToI, c, off), smallvec![base])
        }
        (Place::Field(base, off), Change::By(op, x)) => {
            let op = match op {
                Op::Add => Op::AddTo,
                Op::Sub => Op::SubTo,
                Op::AddF => Op::AddToF,
                _ => Op::SubToF,
            };
            (InstKind::Store(op, off), smallvec![x, base])
        }
        (Place::Element(base, index, len), change) => {
            let (op, x) = match change {
                Change::By(Op::Add, x) => (Op::IdxAddTo, x),
                Change::By(Op::Sub, x) => (Op::IdxSubTo, x),
                Change::By(Op::AddF, x) => (Op::IdxAddToF, x),
                Change::By(_, x) => (Op::IdxSubToF, x),
                Change::Immediate(c) => {
                    let x = f.new_value(Kind::I64);
                    let (kind, pos) = (InstKind::Const(c as i64), insts[n].pos);
                    let constant = Inst { kind, args: smallvec![], results: smallvec![x], pos };
                    insts.insert(n, constant);
                    n += 1;
                    (Op::IdxAddTo, x)
                }
            };
            (InstKind::IndexStore(op), smallvec![x, base, index, len])
        }
    };
    insts[n].kind = kind;
    insts[n].args = args;
    for &k in &found.parts {
        gone.extend(insts.remove(k).results);
        n -= 1;
    }
    n
}

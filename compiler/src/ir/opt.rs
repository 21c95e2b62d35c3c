//! Small passes over one function: reachability, immediates, dead code.
//!
//! No pass moves a poll or changes what a program can see.

use gvm_bytecode::image::FuncId;
use gvm_bytecode::op::Op;
use hashbrown::{HashMap, HashSet};
use smallvec::SmallVec;

use super::{Cond, Func, InstKind, Terminator, Value};

/// All passes, in order.
pub fn run(f: &mut Func) {
    remove_unreachable(f);
    known_closures(f);
    propagate_copies(f);
    fuse(f);
    drop_nil_checks(f);
    remove_dead(f);
    take_operands_from_memory(f);
}

/// A load that only feeds floating-point arithmetic further down in its block becomes part of it.
/// Nothing between the two may write memory, and what may panic there must be of the same line.
fn take_operands_from_memory(f: &mut Func) {
    let mut uses: Vec<u32> = vec![0; f.values.len()];
    for &b in &f.layout {
        f.block(b).real_insts().flat_map(|i| &i.args).for_each(|a| uses[a.index()] += 1);
        f.block(b).term.each_use(|v| uses[v.index()] += 1);
    }
    // Loads seen in this block that can still be moved down: value, place in the block, base, offset.
    let mut loads: Vec<(Value, usize, Value, u16)> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    // Values that have no slot of their own any more, if variables matter.
    let mut taken: HashSet<Value> = HashSet::new();
    for &b in &f.layout.clone() {
        loads.clear();
        gone.clear();
        let insts = &mut f.blocks[b.index()].insts;
        for n in 0..insts.len() {
            let line = insts[n].pos;
            match insts[n].kind {
                InstKind::Load(op, offset) => {
                    loads.retain(|l| insts[l.1].pos.pos.line == line.pos.line);
                    let value = insts[n].results[0];
                    if op == Op::Ld64 && uses[value.index()] == 1 {
                        loads.push((value, n, insts[n].args[0], offset));
                    }
                }
                InstKind::Op(op @ (Op::AddF | Op::SubF | Op::MulF)) => {
                    let at = |v: Value| loads.iter().position(|l| l.0 == v);
                    let (x, y) = (insts[n].args[0], insts[n].args[1]);
                    let (fused, load, other) = match (op, at(y), at(x)) {
                        (Op::AddF, Some(l), _) => (Op::AddFM, l, x),
                        (Op::AddF, None, Some(l)) => (Op::AddFM, l, y),
                        (Op::MulF, Some(l), _) => (Op::MulFM, l, x),
                        (Op::MulF, None, Some(l)) => (Op::MulFM, l, y),
                        (Op::SubF, Some(l), _) => (Op::SubFM, l, x),
                        (Op::SubF, None, Some(l)) => (Op::SubMF, l, y),
                        _ => continue,
                    };
                    let (_, place, base, offset) = loads.remove(load);
                    // A nil base panics here now.
                    loads.retain(|l| insts[l.1].pos.pos.line == line.pos.line);
                    if insts[place].pos.pos.line != line.pos.line {
                        continue;
                    }
                    insts[n].kind = InstKind::WithLoad(fused, offset);
                    insts[n].args = SmallVec::from_slice(&[other, base]);
                    gone.push(place);
                }
                ref kind if kind.is_pure() || kind.is_bind() => {}
                _ => loads.clear(),
            }
        }
        gone.sort_unstable();
        for &place in gone.iter().rev() {
            let load = insts.remove(place);
            if !f.variables.is_empty() {
                taken.extend(load.results);
            }
        }
    }
    if !taken.is_empty() {
        unbind(f, |v| taken.contains(&v));
    }
}

/// Variables that are bound to these values have none that is known, or a constant one.
pub(super) fn unbind(f: &mut Func, gone: impl Fn(Value) -> bool) {
    let mut constants: HashMap<Value, i64> = HashMap::new();
    for &b in &f.layout {
        for i in &f.block(b).insts {
            match i.kind {
                InstKind::Const(x) => constants.insert(i.results[0], x),
                InstKind::Op(Op::Nil) => constants.insert(i.results[0], 0),
                _ => None,
            };
        }
    }
    for &b in &f.layout {
        for i in &mut f.blocks[b.index()].insts {
            if let InstKind::DebugBind { constant, .. } = &mut i.kind
                && i.args.first().is_some_and(|&v| gone(v))
            {
                *constant = constants.get(&i.args[0]).copied();
                i.args.clear();
            }
        }
    }
}

/// A call of a closure that is a plain function becomes a call of the function.
fn known_closures(f: &mut Func) {
    let mut known: HashMap<Value, u32> = HashMap::new();
    for &b in &f.layout {
        for i in &mut f.blocks[b.index()].insts {
            match i.kind {
                InstKind::Table(Op::FuncAddr, id) => {
                    known.insert(i.results[0], id);
                }
                InstKind::CallClosure => {
                    if let Some(&id) = known.get(&i.args[0]) {
                        i.kind = InstKind::Call(FuncId(id));
                        i.args.remove(0);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Uses of a copy become uses of what was copied.
fn propagate_copies(f: &mut Func) {
    let mut source: HashMap<Value, Value> = HashMap::new();
    for &b in &f.layout {
        for i in &f.blocks[b.index()].insts {
            if i.kind == InstKind::Op(Op::Mov) && f.is_ptr(i.args[0]) == f.is_ptr(i.results[0]) {
                source.insert(i.results[0], i.args[0]);
            }
        }
    }
    if source.is_empty() {
        return;
    }
    let root = |v: &mut Value| {
        while let Some(&s) = source.get(v) {
            *v = s;
        }
    };
    for &b in &f.layout {
        let data = &mut f.blocks[b.index()];
        data.insts.iter_mut().for_each(|i| i.args.iter_mut().for_each(root));
        data.term.each_use_mut(root);
    }
}

/// Takes blocks out of the layout that nothing can reach.
pub fn remove_unreachable(f: &mut Func) {
    let mut seen = vec![false; f.blocks.len()];
    let mut todo = vec![super::Block(0)];
    todo.extend(f.recovery);
    while let Some(b) = todo.pop() {
        if !std::mem::replace(&mut seen[b.index()], true) {
            todo.extend(f.block(b).term.targets().iter().map(|t| t.block));
        }
    }
    f.layout.retain(|b| seen[b.index()]);
}

fn fits(x: i64) -> Option<i16> {
    i16::try_from(x).ok()
}

/// Puts small constants into instructions, comparisons into branches, offsets into loads.
fn fuse(f: &mut Func) {
    let mut consts: HashMap<Value, i64> = HashMap::new();
    let mut uses: Vec<u32> = vec![0; f.values.len()];
    for &b in &f.layout {
        for i in &f.blocks[b.index()].insts {
            if let InstKind::Const(x) = i.kind {
                consts.insert(i.results[0], x);
            }
            if !i.kind.is_bind() {
                i.args.iter().for_each(|a| uses[a.index()] += 1);
            }
        }
        f.blocks[b.index()].term.each_use(|v| uses[v.index()] += 1);
    }
    let small = |v: Value| consts.get(&v).and_then(|&x| fits(x));
    let mut offsets: HashMap<Value, (Value, u16)> = HashMap::new();
    for &b in &f.layout.clone() {
        let data = &mut f.blocks[b.index()];
        for i in &mut data.insts {
            match i.kind {
                InstKind::Op(op) if i.args.len() == 2 => {
                    let (x, y) = (i.args[0], i.args[1]);
                    let commutes = matches!(op, Op::Add | Op::Mul | Op::And);
                    let (x, y) = if commutes && small(y).is_none() { (y, x) } else { (x, y) };
                    let Some(c) = small(y) else { continue };
                    let shift = (0..64).contains(&c);
                    let fused = match op {
                        Op::Add => Some((Op::AddI, c)),
                        Op::Sub if c != i16::MIN => Some((Op::AddI, -c)),
                        Op::Mul => Some((Op::MulI, c)),
                        Op::And => Some((Op::AndI, c)),
                        Op::Shl if shift => Some((Op::ShlI, c)),
                        Op::Shr if shift => Some((Op::ShrI, c)),
                        Op::Sar if shift => Some((Op::SarI, c)),
                        Op::AddP => Some((Op::AddPI, c)),
                        _ => None,
                    };
                    if let Some((op, c)) = fused {
                        i.kind = InstKind::Imm(op, c);
                        i.args = SmallVec::from_slice(&[x]);
                        if op == Op::AddPI && c >= 0 {
                            offsets.insert(i.results[0], (x, c as u16));
                        }
                    }
                }
                InstKind::Imm(Op::AddPI, c) if c >= 0 => {
                    offsets.insert(i.results[0], (i.args[0], c as u16));
                }
                InstKind::Load(op, off) => {
                    if let Some(&(base, more)) = offsets.get(&i.args[0])
                        && let Some(sum) = off.checked_add(more)
                    {
                        i.kind = InstKind::Load(op, sum);
                        i.args[0] = base;
                    }
                }
                InstKind::Store(op, off) => {
                    if let Some(&(base, more)) = offsets.get(&i.args[1])
                        && let Some(sum) = off.checked_add(more)
                    {
                        i.kind = InstKind::Store(op, sum);
                        i.args[1] = base;
                    }
                }
                _ => {}
            }
        }
        // A branch on a comparison that nothing else uses, made in the same block.
        if let Terminator::Branch { cond, args, then, els } = &mut data.term {
            while *cond == Cond::True && uses[args[0].index()] == 1 {
                let Some(def) = data
                    .insts
                    .iter()
                    .rev()
                    .filter(|i| !i.kind.is_bind())
                    .take(4)
                    .find(|i| i.results.first() == Some(&args[0]))
                else {
                    break;
                };
                let InstKind::Op(op) = def.kind else { break };
                if op == Op::BoolNot {
                    args[0] = def.args[0];
                    std::mem::swap(then, els);
                    continue;
                }
                let c = match op {
                    Op::Eq => Cond::Eq,
                    Op::Ne => Cond::Ne,
                    Op::Lt => Cond::Lt,
                    Op::Le => Cond::Le,
                    Op::LtU => Cond::LtU,
                    Op::LeU => Cond::LeU,
                    Op::EqF => Cond::EqF,
                    Op::NeF => Cond::NeF,
                    Op::LtF => Cond::LtF,
                    Op::LeF => Cond::LeF,
                    _ => break,
                };
                *cond = c;
                *args = SmallVec::from_slice(&def.args);
            }
            let imm = match (
                *cond,
                args.get(1).and_then(|&b| small(b)),
                args.first().and_then(|&a| small(a)),
            ) {
                (Cond::Eq, Some(c), _) => Some((Cond::EqI(c), 0)),
                (Cond::Ne, Some(c), _) => Some((Cond::NeI(c), 0)),
                (Cond::Lt, Some(c), _) => Some((Cond::LtI(c), 0)),
                (Cond::Le, Some(c), _) => Some((Cond::LeI(c), 0)),
                (Cond::Eq, _, Some(c)) => Some((Cond::EqI(c), 1)),
                (Cond::Ne, _, Some(c)) => Some((Cond::NeI(c), 1)),
                (Cond::Lt, _, Some(c)) => Some((Cond::GtI(c), 1)),
                (Cond::Le, _, Some(c)) => Some((Cond::GeI(c), 1)),
                _ => None,
            };
            if let Some((c, keep)) = imm {
                let v = args[keep];
                *cond = c;
                *args = SmallVec::from_slice(&[v]);
            }
        }
    }
}

/// Checks of what is never nil, or was looked at before in its block, go.
fn drop_nil_checks(f: &mut Func) {
    let mut never_nil: HashSet<Value> = HashSet::new();
    for &b in &f.layout {
        for i in &f.blocks[b.index()].insts {
            if let InstKind::Table(Op::New | Op::FuncAddr | Op::DataAddr | Op::GlobalAddr, _) =
                i.kind
            {
                never_nil.insert(i.results[0]);
            }
        }
    }
    let mut seen: HashSet<Value> = HashSet::new();
    for &b in &f.layout {
        seen.clear();
        f.blocks[b.index()].insts.retain(|i| match i.kind {
            InstKind::Op(Op::NilCheck) => !never_nil.contains(&i.args[0]) && seen.insert(i.args[0]),
            InstKind::Load(..) => {
                seen.insert(i.args[0]);
                true
            }
            InstKind::Store(..) => {
                seen.insert(i.args[1]);
                true
            }
            _ => true,
        });
    }
}

/// Removes pure instructions and block parameters whose results nothing uses.
fn remove_dead(f: &mut Func) {
    let mut live = vec![false; f.values.len()];
    let mut todo: Vec<Value> = Vec::new();
    let mut defs: HashMap<Value, (super::Block, usize)> = HashMap::new();
    let mut params: HashMap<Value, (super::Block, usize)> = HashMap::new();
    let mut preds: Vec<Vec<(super::Block, usize)>> = vec![Vec::new(); f.blocks.len()];
    for &b in &f.layout {
        let data = f.block(b);
        for (n, i) in data.insts.iter().enumerate() {
            i.results.iter().for_each(|&r| {
                defs.insert(r, (b, n));
            });
            if !i.kind.is_pure() && !i.kind.is_bind() {
                todo.extend(&i.args);
            }
        }
        for (n, &p) in data.params.iter().enumerate() {
            params.insert(p, (b, n));
        }
        match &data.term {
            Terminator::Branch { args, .. } => todo.extend(args),
            Terminator::Return(vs) => todo.extend(vs),
            Terminator::Panic(vs) => todo.extend(vs),
            _ => {}
        }
        for (n, t) in data.term.targets().iter().enumerate() {
            preds[t.block.index()].push((b, n));
        }
    }
    while let Some(v) = todo.pop() {
        if std::mem::replace(&mut live[v.index()], true) {
            continue;
        }
        if let Some(&(b, n)) = defs.get(&v) {
            todo.extend(&f.block(b).insts[n].args);
        } else if let Some(&(b, n)) = params.get(&v) {
            for &(p, t) in &preds[b.index()] {
                todo.push(f.block(p).term.targets()[t].args[n]);
            }
        }
    }
    if !f.variables.is_empty() {
        unbind(f, |v| !live[v.index()]);
    }
    for &b in &f.layout.clone() {
        let data = &mut f.blocks[b.index()];
        data.insts.retain(|i| {
            i.kind.is_bind() || !i.kind.is_pure() || i.results.iter().any(|r| live[r.index()])
        });
        if b.0 == 0 {
            continue;
        }
        let keep: Vec<bool> = data.params.iter().map(|p| live[p.index()]).collect();
        if keep.iter().all(|&k| k) {
            continue;
        }
        let mut i = 0;
        data.params.retain(|_| {
            i += 1;
            keep[i - 1]
        });
        for &(p, t) in &preds[b.index()] {
            let mut i = 0;
            f.blocks[p.index()].term.targets_mut()[t].args.retain(|_| {
                i += 1;
                keep[i - 1]
            });
        }
    }
}

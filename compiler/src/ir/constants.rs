//! Constants that a loop needs again and again are made once, before it.
//!
//! Runs after `opt::run`: what is still a constant then did not fit into an instruction. Those that
//! only go into call windows or block parameters stay: they are made right there.

use gvm_bytecode::op::Op;
use hashbrown::HashMap;

use super::loops::Loops;
use super::{Block, Func, Inst, InstKind, Terminator, Value};

/// Each constant takes a slot for a long time; this many a function.
const LIMIT: usize = 24;

fn is_constant(kind: &InstKind) -> bool {
    matches!(
        kind,
        InstKind::Const(_)
            | InstKind::Op(Op::Nil)
            | InstKind::Table(
                Op::DataAddr | Op::FuncAddr | Op::TypeAddr | Op::ItabAddr | Op::GlobalAddr,
                _
            )
    )
}

/// What tells constants apart: kind and number.
fn key(kind: &InstKind) -> (Option<Op>, i64) {
    match *kind {
        InstKind::Const(x) => (None, x),
        InstKind::Table(op, x) => (Some(op), x as i64),
        _ => (Some(Op::Nil), 0),
    }
}

pub fn hoist(f: &mut Func) {
    let mut position = vec![0; f.blocks.len()];
    for (n, b) in f.layout.iter().enumerate() {
        position[b.index()] = n;
    }
    let has_loop = f.layout.iter().any(|&b| {
        let back = |t: &&super::Target| position[t.block.index()] <= position[b.index()];
        f.block(b).term.targets().iter().any(back)
    });
    if !has_loop {
        return;
    }
    // Values that an instruction reads from a slot of their own.
    let mut read = vec![false; f.values.len()];
    for &b in &f.layout {
        let data = f.block(b);
        for i in data.real_insts() {
            let outside = if i.kind.has_window() { i.kind.outside_window() } else { i.args.len() };
            i.args[..outside].iter().for_each(|a| read[a.index()] = true);
        }
        if let Terminator::Branch { args, .. } = &data.term {
            args.iter().for_each(|a| read[a.index()] = true);
        }
    }
    let loops = Loops::new(f);
    let mut made: HashMap<(Block, (Option<Op>, i64)), Value> = HashMap::new();
    let mut instead: HashMap<Value, Value> = HashMap::new();
    for b in f.layout.clone() {
        let Some(before) = loops.before(b) else { continue };
        let mut moved: Vec<Inst> = Vec::new();
        f.block_mut(b).insts.retain(|i| {
            if !is_constant(&i.kind) || !read[i.results[0].index()] {
                return true;
            }
            let key = (before, key(&i.kind));
            if let Some(&v) = made.get(&key) {
                instead.insert(i.results[0], v);
                return false;
            }
            if made.len() >= LIMIT {
                return true;
            }
            made.insert(key, i.results[0]);
            moved.push(i.clone());
            false
        });
        f.block_mut(before).insts.extend(moved);
    }
    if instead.is_empty() {
        return;
    }
    let replace = |v: &mut Value| *v = *instead.get(v).unwrap_or(v);
    for &b in &f.layout {
        let data = &mut f.blocks[b.index()];
        data.insts.iter_mut().for_each(|i| i.args.iter_mut().for_each(replace));
        data.term.each_use_mut(replace);
    }
}

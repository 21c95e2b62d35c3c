//! Checks a function's invariants. Run after building and after each pass in debug builds.

use super::{Func, InstKind, Terminator, Value};

/// The first invariant that does not hold, in words.
pub fn validate(f: &Func) -> Result<(), String> {
    let mut defined = vec![false; f.values.len()];
    let mut in_layout = vec![false; f.blocks.len()];
    if f.layout.first().map(|b| b.0) != Some(0) {
        return Err("the entry block is not first".into());
    }
    for &b in &f.layout {
        if std::mem::replace(&mut in_layout[b.index()], true) {
            return Err(format!("block {} stands in the layout twice", b.0));
        }
    }
    let mut define = |v: Value, b: u32| {
        if std::mem::replace(&mut defined[v.index()], true) {
            return Err(format!("value {} is defined twice (block {b})", v.0));
        }
        Ok(())
    };
    for &b in &f.layout {
        for &p in &f.block(b).params {
            define(p, b.0)?;
        }
        for i in &f.block(b).insts {
            for &r in &i.results {
                define(r, b.0)?;
            }
        }
    }
    for &b in &f.layout {
        let data = f.block(b);
        for i in &data.insts {
            for a in &i.args {
                if !defined[a.index()] {
                    return Err(format!(
                        "block {}: {:?} uses value {} which has no definition",
                        b.0, i.kind, a.0
                    ));
                }
            }
            arity(&i.kind, i.args.len(), i.results.len())
                .map_err(|e| format!("block {}: {:?}: {e}", b.0, i.kind))?;
        }
        if data.term == Terminator::None {
            return Err(format!("block {} has no terminator", b.0));
        }
        let mut bad = None;
        data.term.each_use(|v| {
            if !defined[v.index()] {
                bad = Some(v);
            }
        });
        if let Some(v) = bad {
            return Err(format!(
                "block {}: the terminator uses value {} which has no definition",
                b.0, v.0
            ));
        }
        for t in data.term.targets() {
            let params = &f.block(t.block).params;
            if !in_layout[t.block.index()] {
                return Err(format!(
                    "block {} jumps to block {}, which is not in the layout",
                    b.0, t.block.0
                ));
            }
            if params.len() != t.args.len() {
                return Err(format!(
                    "block {} gives block {} {} arguments for {}",
                    b.0,
                    t.block.0,
                    t.args.len(),
                    params.len()
                ));
            }
            for (&p, &a) in params.iter().zip(&t.args) {
                if f.is_ptr(p) != f.is_ptr(a) {
                    return Err(format!(
                        "block {}: value {} for parameter {} of block {}: pointerness differs",
                        b.0, a.0, p.0, t.block.0
                    ));
                }
            }
        }
    }
    Ok(())
}

fn arity(kind: &InstKind, args: usize, results: usize) -> Result<(), String> {
    use gvm_bytecode::Format as F;
    let want = match kind {
        InstKind::Op(op) => match op.format() {
            F::D => (0, 1),
            F::S => (1, 0),
            F::DS => (1, 1),
            F::SS => (2, 0),
            F::DSS => (2, 1),
            F::D2 => (0, 2),
            F::None => (0, 0),
            other => return Err(format!("format {other:?} has an instruction kind of its own")),
        },
        InstKind::Imm(..) => (1, 1),
        InstKind::Const(_) => (0, 1),
        InstKind::Load(..) => (1, 1),
        InstKind::WithLoad(..) => (2, 1),
        InstKind::Store(..) => (2, 0),
        InstKind::StoreImm(..) => (1, 0),
        InstKind::IndexLoad(_) | InstKind::IndexAddr(_) | InstKind::SlicePtr(_) => (3, 1),
        InstKind::IndexStore(_) | InstKind::SliceCheck(_) => (4, 0),
        InstKind::StrEq => (4, 1),
        InstKind::CopyMem(_) => (2, 0),
        InstKind::ZeroMem(_) | InstKind::Go | InstKind::Defer => (1, 0),
        InstKind::DeferRun => (0, 0),
        _ => return Ok(()),
    };
    if (args, results) == want {
        Ok(())
    } else {
        Err(format!("{args} arguments and {results} results, want {want:?}"))
    }
}

//! Instructions one by one: known and whole, fields in range, jumps to instructions.

use super::bits::Bits;
use super::{Fault, window};
use crate::image::{FuncEntry, Image, TypeKind};
use crate::intrinsic::Intrinsic;
use crate::op::{Op, SliceKind};
use crate::operand::{Index, Instruction, Role, instructions};

/// Where instructions and straight runs of them start.
pub struct Shape {
    pub starts: Bits,
    /// The entry, targets of jumps, the recovery pc, finishes: ascending.
    pub leaders: Vec<usize>,
    /// Where a jump that polls, or the entry, may leave the frame standing.
    pub polled: Bits,
    /// Where a call comes back to: a frame stands there while its callee runs.
    pub returns: Bits,
    /// Instructions before which something may have been deferred for this frame: only a panic at
    /// one of these can be recovered in it.
    pub deferring: Bits,
}

pub fn check(m: &Image, f: &FuncEntry) -> Result<Shape, Fault> {
    let len = f.code.len();
    if len == 0 {
        return Err(Fault::new("it has no code"));
    }
    let mut starts = Bits::new(len);
    let mut pc = 0;
    let mut last = None;
    while pc < len {
        let Some(i) = Instruction::at(&f.code, pc) else {
            return Err(match Op::from_u16(f.code[pc].op) {
                Some(op) => Fault::at(pc, format!("{} without its second cell", op.mnemonic())),
                None => Fault::at(pc, format!("there is no op {}", f.code[pc].op)),
            });
        };
        starts.set(pc, true);
        instruction(m, f, &i).map_err(|what| Fault::at(pc, what))?;
        pc = i.next();
        last = Some(i);
    }
    if let Some(i) = last.filter(|i| !i.op.ends()) {
        return Err(Fault::at(i.pc, format!("the code ends after {}", i.op.mnemonic())));
    }
    let mut shape = Shape {
        starts,
        leaders: vec![0],
        polled: Bits::new(len),
        returns: Bits::new(len),
        deferring: Bits::new(len),
    };
    shape.polled.set(0, true);
    shape.leaders.extend(f.recovery.map(|pc| pc as usize).filter(|&pc| shape.starts.has(pc)));
    for i in instructions(&f.code) {
        flow(f, &i, &mut shape).map_err(|what| Fault::at(i.pc, what))?;
    }
    shape.leaders.sort_unstable();
    shape.leaders.dedup();
    if let Some(pc) = shape.polled.iter().find(|&pc| shape.returns.has(pc)) {
        return Err(Fault::at(pc, "a call comes back to where a poll goes on"));
    }
    if let Some(r) = f.recovery {
        deferring(f, r as usize, &mut shape);
    }
    Ok(shape)
}

/// What can come after a `defer`, or after the frame's token was given to code that defers for it.
fn deferring(f: &FuncEntry, recovery: usize, shape: &mut Shape) {
    let defers = |i: &Instruction| matches!(i.op, Op::Defer | Op::FrameToken);
    let mut todo: Vec<usize> = instructions(&f.code).filter(defers).map(|i| i.next()).collect();
    if !todo.is_empty() {
        todo.push(recovery);
    }
    while let Some(pc) = todo.pop() {
        let Some(i) = Instruction::at(&f.code, pc).filter(|_| !shape.deferring.has(pc)) else {
            continue;
        };
        shape.deferring.set(pc, true);
        todo.extend(i.target().map(|t| t as usize));
        if !i.op.ends() {
            todo.push(i.next());
        }
        if i.op == Op::Rt && window::intrinsic(&i).is_some_and(Intrinsic::parks) {
            // One that did not park skips its finish.
            todo.push(i.next() + 2);
        }
    }
}

/// Jumps, finishes, and where frames stand.
fn flow(f: &FuncEntry, i: &Instruction, shape: &mut Shape) -> Result<(), String> {
    if let Some(to) = i.target() {
        let inside = usize::try_from(to).ok().filter(|&to| shape.starts.has(to));
        let Some(to) = inside else {
            return Err(format!("the jump to {to} is not to an instruction"));
        };
        if let Some(Op::RtFinish) = Op::from_u16(f.code[to].op) {
            return Err(format!("the jump to {to} is to a finish"));
        }
        shape.leaders.push(to);
        if i.op.polls() {
            shape.polled.set(to, true);
        }
    }
    match i.op {
        Op::Call | Op::CallClosure | Op::CallInterface | Op::CallNative => {
            shape.returns.set(i.next(), true);
        }
        Op::DeferRun => {
            shape.leaders.push(i.pc);
            shape.returns.set(i.pc, true);
        }
        Op::Rt => {
            let parks = window::intrinsic(i).is_some_and(Intrinsic::parks);
            let finish = Instruction::at(&f.code, i.next()).filter(|n| n.op == Op::RtFinish);
            let same = finish.is_some_and(|n| {
                (n.cell.a, n.cell.b, n.cell.c, n.ext) == (i.cell.a, i.cell.b, i.cell.c, i.ext)
            });
            if parks && !same {
                return Err("no finish like it follows it".into());
            }
            if !parks && finish.is_some() {
                return Err("a finish follows it, but it never parks".into());
            }
            if parks {
                shape.leaders.extend([i.next(), i.next() + 2]);
            }
        }
        Op::RtFinish => {
            let before = i.pc.checked_sub(2).and_then(|pc| Instruction::at(&f.code, pc));
            if !before.is_some_and(|b| b.op == Op::Rt && shape.starts.has(b.pc)) {
                return Err("a finish without its intrinsic before it".into());
            }
        }
        _ => {}
    }
    Ok(())
}

fn instruction(m: &Image, f: &FuncEntry, i: &Instruction) -> Result<(), String> {
    if matches!(i.op, Op::Goexit | Op::PanicReturn | Op::PanicText) {
        return Err(format!("{} is the VM's own", i.op.mnemonic()));
    }
    if i.has_stray_bits() {
        return Err(format!("{} has bits in a field it does not use", i.op.mnemonic()));
    }
    let count = i.field(Role::Count).unwrap_or(1) as usize;
    if count == 0 {
        return Err("it moves no slots".into());
    }
    for (place, role) in i.op.format().fields() {
        let v = i.get(place) as usize;
        let slots = match role {
            Role::Dest
            | Role::Source(_)
            | Role::Pointer
            | Role::Scalar
            | Role::Changed
            | Role::Stored => 1,
            Role::Dest2 => 2,
            Role::DestRun | Role::SourceRun => count,
            _ => 0,
        };
        if slots > 0 && v + slots > f.frame_size as usize {
            let last = v + slots - 1;
            return Err(format!("slot {last} is outside the frame of {} slots", f.frame_size));
        }
        match role {
            Role::Index => index(m, i, v)?,
            Role::Type if i.op != Op::Rt && i.op != Op::RtFinish && v >= m.types.len() => {
                return Err(format!("there is no type {v}"));
            }
            Role::Intrinsic if Intrinsic::from_u16(v as u16).is_none() => {
                return Err(format!("there is no intrinsic {v}"));
            }
            Role::SliceKind if v > SliceKind::Length3 as usize => {
                return Err(format!("there is no kind {v} of slice check"));
            }
            Role::Method => {
                let of = |t: &crate::image::TypeEntry| {
                    if t.kind == TypeKind::Interface { t.methods.len() } else { 0 }
                };
                if v >= m.types.iter().map(of).max().unwrap_or(0) {
                    return Err(format!("no interface has a method {v}"));
                }
            }
            Role::Imm if matches!(i.op, Op::ShlI | Op::ShrI | Op::SarI) && v > 63 => {
                return Err(format!("a shift by {} bits", v as u16 as i16));
            }
            _ => {}
        }
    }
    match i.op {
        Op::Ret1 if f.results.len() != 1 => {
            Err(format!("it returns 1 result, the function has {}", f.results.len()))
        }
        // Its caller may have left the place of the closure as it was.
        Op::Closure if f.captures.is_empty() => {
            Err("the function has no captures, so it has no closure".into())
        }
        op if op.returns_in_place() && f.results.len() > f.frame_size as usize => {
            Err("the results are outside the frame".into())
        }
        _ => window::check(m, f, i),
    }
}

/// Numbers that point into the image's tables.
fn index(m: &Image, i: &Instruction, v: usize) -> Result<(), String> {
    let Some(table) = i.op.index() else { return Err("it has no table".into()) };
    let (what, len) = match table {
        Index::Data => ("data section", m.data.len()),
        Index::Func => ("function", m.funcs.len()),
        Index::Native => ("native", m.natives.len()),
        Index::Type => ("type", m.types.len()),
        Index::Itab => ("itab", m.itabs.len()),
        Index::Global => {
            // An address may be that of a variable of size zero at the end.
            let size = if i.op == Op::GlobalAddr { 0 } else { 8 };
            if v + size > m.globals_size as usize || !v.is_multiple_of(size.max(1)) {
                return Err(format!("offset {v} is outside the globals"));
            }
            return Ok(());
        }
    };
    if v >= len {
        return Err(format!("there is no {what} {v}"));
    }
    if i.op == Op::FuncAddr && !m.funcs[v].captures.is_empty() {
        return Err(format!("function {v} has captures, so it needs a closure"));
    }
    Ok(())
}

//! A function's tables: recovery, maps, call signatures, lines, inline sites, variables.

use super::Fault;
use super::code::{self, Shape};
use crate::image::{FuncEntry, FuncId, Image, VariablePart, func_flags};
use crate::op::{Format, Op};

/// Slots a frame may have.
pub const MAX_FRAME: u32 = 60_004;

/// Checks what is about no single instruction, then the instructions.
pub fn check(m: &Image, id: FuncId) -> Result<Shape, Fault> {
    let f = &m.funcs[id.index()];
    if f.frame_size > MAX_FRAME {
        return Err(Fault::new(format!(
            "a frame of {} slots is more than {MAX_FRAME}",
            f.frame_size
        )));
    }
    let most = f.params.len().max(f.results.len());
    if most > f.frame_size as usize {
        return Err(Fault::new(format!(
            "a frame of {} slots has no room for {most} parameters or results",
            f.frame_size
        )));
    }
    let shape = code::check(m, f)?;
    let starts = |pc: u32| shape.starts.has(pc as usize);
    match f.recovery {
        Some(pc) if !starts(pc) => {
            return Err(Fault::new(format!("recovery at {pc} is not at an instruction")));
        }
        r if r.is_some() != (f.flags & func_flags::DEFERS != 0) => {
            return Err(Fault::new("recovery and the flag for defers do not agree"));
        }
        _ => {}
    }
    maps(f, &shape)?;
    calls(f)?;
    unsigned(f)?;
    places(m, f)?;
    variables(m, f)?;
    Ok(shape)
}

fn variables(m: &Image, f: &FuncEntry) -> Result<(), Fault> {
    for v in &f.variables {
        let fault = |what: &str| Err(Fault::new(format!("variable {}: {what}", v.name)));
        let Some(t) = m.types.get(v.typ.index()) else { return fault("there is no such type") };
        if v.inline as usize > f.inline_sites.len() {
            return fault("there is no such inline site");
        }
        if v.pos.line != 0 && v.pos.file as usize >= m.files.len() {
            return fault("there is no such file");
        }
        let mut last = 0;
        for r in &v.ranges {
            if r.from < last || r.from >= r.to || r.to as usize > f.code.len() {
                return fault("a range is out of order or outside the code");
            }
            last = r.to;
            if r.parts.len() != if v.in_memory { 1 } else { t.components.len() } {
                return fault("its parts are not those of its type");
            }
            let outside =
                |p: &VariablePart| matches!(*p, VariablePart::Slot(s) if s as u32 >= f.frame_size);
            if r.parts.iter().any(outside) {
                return fault("it is outside the frame");
            }
        }
    }
    Ok(())
}

fn ascending(mut at: impl Iterator<Item = u32>) -> bool {
    let mut last = None;
    at.all(|x| last.replace(x).is_none_or(|l| l < x))
}

fn maps(f: &FuncEntry, shape: &Shape) -> Result<(), Fault> {
    if !ascending(f.maps.iter().map(|m| m.0)) {
        return Err(Fault::new("pointer maps are out of order"));
    }
    for &(pc, n) in &f.maps {
        if !shape.starts.has(pc as usize) {
            return Err(Fault::new(format!("the pointer map at {pc} is not at an instruction")));
        }
        if n as usize >= f.pointer_maps.len() {
            return Err(Fault::at(pc as usize, format!("there is no pointer map {n}")));
        }
    }
    for (n, map) in f.pointer_maps.iter().enumerate() {
        if !ascending(map.iter().map(|&s| s as u32)) {
            return Err(Fault::new(format!("pointer map {n} is out of order")));
        }
        if let Some(&s) = map.last().filter(|&&s| s as u32 >= f.frame_size) {
            return Err(Fault::new(format!("pointer map {n} names slot {s} outside the frame")));
        }
    }
    Ok(())
}

fn calls(f: &FuncEntry) -> Result<(), Fault> {
    if !ascending(f.calls.iter().map(|c| c.0)) {
        return Err(Fault::new("call signatures are out of order"));
    }
    for &(pc, n) in &f.calls {
        let op = f.code.get(pc as usize).and_then(|c| Op::from_u16(c.op));
        if !matches!(op, Some(Op::CallClosure | Op::CallInterface)) {
            return Err(Fault::at(pc as usize, "a call signature where no such call is"));
        }
        if n as usize >= f.signatures.len() {
            return Err(Fault::at(pc as usize, format!("there is no signature {n}")));
        }
    }
    Ok(())
}

fn unsigned(f: &FuncEntry) -> Result<(), Fault> {
    if !ascending(f.unsigned.iter().map(|u| u.0)) {
        return Err(Fault::new("unsigned operands are out of order"));
    }
    for &(pc, operands) in &f.unsigned {
        let op = f.code.get(pc as usize).and_then(|c| Op::from_u16(c.op));
        let most = match op.map(Op::format) {
            Some(Format::IndexLoad | Format::IndexStore | Format::IndexAddr) => 1,
            Some(Format::SliceCheck) => 7,
            _ => return Err(Fault::at(pc as usize, "unsigned operands where nothing is checked")),
        };
        if !(1..=most).contains(&operands) {
            return Err(Fault::at(pc as usize, format!("no operands are {operands}")));
        }
    }
    Ok(())
}

fn places(m: &Image, f: &FuncEntry) -> Result<(), Fault> {
    let file = |p: crate::image::SourcePos| p.line == 0 || (p.file as usize) < m.files.len();
    if !ascending(f.lines.iter().map(|l| l.0)) {
        return Err(Fault::new("lines are out of order"));
    }
    for &(pc, pos, site) in &f.lines {
        if pc as usize >= f.code.len() {
            return Err(Fault::new(format!("the line at {pc} is outside the code")));
        }
        if !file(pos) {
            return Err(Fault::at(pc as usize, format!("there is no file {}", pos.file)));
        }
        if site as usize > f.inline_sites.len() {
            return Err(Fault::at(pc as usize, format!("there is no inline site {site}")));
        }
    }
    for (n, (_, pos, parent)) in f.inline_sites.iter().enumerate() {
        // Parents come first, so that walking up ends.
        if *parent as usize > n || !file(*pos) {
            return Err(Fault::new(format!("inline site {} is in nothing before it", n + 1)));
        }
    }
    if !file(f.pos) {
        return Err(Fault::new(format!("there is no file {}", f.pos.file)));
    }
    Ok(())
}

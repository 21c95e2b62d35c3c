//! Disassembly of functions, one instruction a line: code for people, with names as comments.
//!
//! `listing` has the whole image in the form that the assembler reads; both write instructions alike.

use std::fmt::Write;

use crate::image::{FuncEntry, Image};
use crate::intrinsic::Intrinsic;
use crate::op::Cell;
use crate::operand::{Index, Instruction, Part, Role, instructions};

/// An instruction as the assembler reads it: jumps as absolute cell numbers.
pub fn text(i: &Instruction) -> String {
    let mut s = i.op.mnemonic().to_string();
    for (n, part) in i.op.format().parts().iter().enumerate() {
        if n == 0 {
            s.push(' ');
        }
        let _ = match *part {
            Part::Text(t) => write!(s, "{t}"),
            Part::Field(p, Role::Jump) => {
                write!(s, "{}", i.pc as i64 + p.get_signed(i.cell, i.ext))
            }
            Part::Field(p, Role::Bits) => write!(s, "{:#x}", i.get(p)),
            Part::Field(p, Role::Intrinsic) => match Intrinsic::from_u16(i.get(p) as u16) {
                Some(which) => write!(s, "{}", which.name()),
                None => write!(s, "?{}", i.get(p)),
            },
            Part::Field(p, role) if role.is_signed() => {
                write!(s, "{}", p.get_signed(i.cell, i.ext))
            }
            Part::Field(p, _) => write!(s, "{}", i.get(p)),
        };
    }
    s
}

/// What the numbers in an instruction stand for.
pub fn names(i: &Instruction, image: &Image) -> Option<String> {
    if let (Some(n), Some(table)) = (i.field(Role::Index), i.op.index()) {
        let n = n as usize;
        return match table {
            Index::Func => image.funcs.get(n).map(|f| f.name.clone()),
            Index::Native => image.natives.get(n).map(|f| f.name.clone()),
            Index::Type => image.types.get(n).map(|t| t.string.clone()),
            Index::Itab => image.itabs.get(n).and_then(|t| {
                let name = |id: crate::image::TypeId| {
                    image.types.get(id.index()).map(|t| t.string.as_str())
                };
                Some(format!("{} as {}", name(t.concrete)?, name(t.interface)?))
            }),
            Index::Data => image.data.get(n).map(|d| {
                let shown: String = String::from_utf8_lossy(&d.bytes).chars().take(24).collect();
                format!("{shown:?}")
            }),
            Index::Global => {
                let at = image.globals.partition_point(|g| g.offset as usize <= n);
                at.checked_sub(1).map(|g| image.globals[g].name.clone())
            }
        };
    }
    let t = i.field(Role::Type)?;
    let is_default = t == 0 && i.field(Role::Intrinsic).is_some();
    image.types.get(t as usize).filter(|_| !is_default).map(|t| t.string.clone())
}

/// One instruction at `pc`, and how many cells it takes.
pub fn instruction(code: &[Cell], pc: usize) -> (String, usize) {
    match Instruction::at(code, pc) {
        Some(i) => (text(&i), i.op.cells()),
        None => (format!("?{}", code[pc].op), 1),
    }
}

/// A function: header, instructions with their source lines.
pub fn function(f: &FuncEntry, image: &Image) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "func {}: {} parameters, {} results, frame {}",
        f.name,
        f.params.len(),
        f.results.len(),
        f.frame_size
    );
    let mut last = 0;
    for i in instructions(&f.code) {
        let line = f.line(i.pc as u32).map_or(0, |l| l.0.line);
        let shown = if line != last && line > 0 { format!("line {line}") } else { String::new() };
        last = line;
        let mut text = text(&i);
        if let Some(name) = names(&i, image) {
            let _ = write!(text, " ; {name}");
        }
        if let Some(m) = f.pointer_map(i.pc as u32) {
            let _ = write!(text, " ; pointers {m:?}");
        }
        let _ = writeln!(out, "{shown:>10} {:5}  {text}", i.pc);
    }
    out
}

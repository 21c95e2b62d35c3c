//! Disassembly: functions as text, one instruction a line.

use std::fmt::Write;

use crate::image::{FuncEntry, Image};
use crate::intrinsic::Intrinsic;
use crate::op::{Cell, Format, JumpField, Op};

/// One instruction at `pc`, and how many cells it takes.
pub fn instruction(code: &[Cell], pc: usize, image: Option<&Image>) -> (String, usize) {
    let i = code[pc];
    let Some(op) = Op::from_u16(i.op) else { return (format!("?{}", i.op), 1) };
    let n = op.cells();
    let x = code.get(pc + 1).copied().unwrap_or_default();
    let imm = |v: u16| v as i16;
    let to = |d: i64| pc as i64 + d;
    let mut s = op.mnemonic().to_string();
    let _ = match op.format() {
        Format::None => Ok(()),
        Format::D | Format::S | Format::D2 => write!(s, " {}", i.a),
        Format::DS | Format::SS => write!(s, " {}, {}", i.a, i.b),
        Format::DSS => write!(s, " {}, {}, {}", i.a, i.b, i.c),
        Format::DSI => write!(s, " {}, {}, #{}", i.a, i.b, imm(i.c)),
        Format::DI => write!(s, " {}, #{}", i.a, i.bc() as i32),
        Format::DX => write!(s, " {}, #{:#x}", i.a, x.as_u64()),
        Format::DT => match (op, image) {
            (Op::FuncAddr | Op::MakeClosure, Some(m)) => {
                write!(s, " {}, {}", i.a, m.funcs[i.bc() as usize].name)
            }
            (Op::TypeAddr | Op::New, Some(m)) => {
                write!(s, " {}, {}", i.a, m.types[i.bc() as usize].string)
            }
            _ => write!(s, " {}, @{}", i.a, i.bc()),
        },
        Format::SG => write!(s, " {}, @{}", i.a, i.bc()),
        Format::DSN => write!(s, " {}, {}, x{}", i.a, i.b, i.c),
        Format::J => write!(s, " -> {}", to(i.bc() as i32 as i64)),
        Format::SJ => write!(s, " {} -> {}", i.a, to(i.bc() as i32 as i64)),
        Format::SSJ => write!(s, " {}, {} -> {}", i.a, i.b, to(imm(i.c) as i64)),
        Format::SIJ => write!(s, " {}, #{} -> {}", i.a, imm(i.b), to(imm(i.c) as i64)),
        Format::DSO | Format::SSO => write!(s, " {}, [{} + {}]", i.a, i.b, i.c),
        Format::IndexLoad | Format::IndexStore => {
            write!(s, " {}, {}[{}] < {}", i.a, i.b, i.c, x.op)
        }
        Format::IndexAddr => write!(s, " {}, {}[{}] < {} * {}", i.a, i.b, i.c, x.op, x.ext_cd()),
        Format::SlicePtr => write!(s, " {}, {} + {} * {} cap {}", i.a, i.b, i.c, x.ext_cd(), x.op),
        Format::SliceCheck => write!(s, " {} <= {} <= {} <= {} kind {}", i.a, i.b, i.c, x.op, x.a),
        Format::StrEq => write!(s, " {}, ({}, {}), ({}, {})", i.a, i.b, i.c, x.op, x.a),
        Format::Copy => write!(s, " {}, {} type {}", i.a, i.b, x.ext_ab()),
        Format::Call => match (op, image) {
            (Op::Call, Some(m)) => write!(s, " {}, w{}", m.funcs[i.bc() as usize].name, i.a),
            (Op::CallNative, Some(m)) => {
                write!(s, " {}, w{}", m.natives[i.bc() as usize].name, i.a)
            }
            _ => write!(s, " {}, w{}", i.bc(), i.a),
        },
        Format::CallClosure => write!(s, " {}, w{}", i.b, i.a),
        Format::CallInterface => write!(s, " {} method {}, w{}", i.b, i.c, i.a),
        Format::Rt => {
            let name = Intrinsic::from_u16(i.b).map_or("?", Intrinsic::name);
            let typ = image.map_or(String::new(), |m| {
                m.types.get(x.ext_ab() as usize).map_or(String::new(), |t| t.string.clone())
            });
            write!(s, " {name} w{} #{} {typ} #{}", i.a, i.c, x.ext_cd())
        }
    };
    debug_assert!(op.format().jump() != Some(JumpField::Narrow) || n == 1);
    (s, n)
}

/// A function: header, instructions with their source lines.
pub fn function(f: &FuncEntry, image: Option<&Image>) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "func {}: {} parameters, {} results, frame {}",
        f.name,
        f.params.len(),
        f.results.len(),
        f.frame_size
    );
    let mut pc = 0;
    let mut last = 0;
    while pc < f.code.len() {
        let (text, n) = instruction(&f.code, pc, image);
        let line = f.line(pc as u32).map_or(0, |l| l.0.line);
        let shown = if line != last && line > 0 { format!("line {line}") } else { String::new() };
        last = line;
        let map = f.pointer_map(pc as u32).map_or(String::new(), |m| format!(" ; pointers {m:?}"));
        let _ = writeln!(out, "{}", format!("{shown:>10} {pc:5}  {text}{map}").trim_end());
        pc += n;
    }
    out
}

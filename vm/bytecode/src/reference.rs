//! The reference of the instruction set, generated from the tables.

use std::fmt::Write;

use crate::intrinsic::Intrinsic;
use crate::op::{Op, Result, flag};
use crate::operand::{Index, Need, Part, Place, Role};

/// The flags in words, in the order of their bits.
const FLAGS: [(u8, &str); 5] = [
    (flag::TRAPS, "may panic"),
    (flag::ENDS, "never goes on to the next instruction"),
    (flag::POLLS, "polls: a safepoint"),
    (flag::ALLOCATES, "may allocate"),
    (flag::BARRIER, "stores a pointer into the heap"),
];

fn letter(p: Place) -> &'static str {
    match p {
        Place::A => "a",
        Place::B => "b",
        Place::C => "c",
        Place::BC => "bc",
        Place::XA => "xa",
        Place::XB => "xb",
        Place::XAB => "xab",
        Place::XCD => "xcd",
        Place::X64 => "x",
    }
}

/// How the instruction is written, with letters for its fields.
pub fn syntax(op: Op) -> String {
    let mut s = op.mnemonic().to_string();
    for (n, part) in op.format().parts().iter().enumerate() {
        if n == 0 {
            s.push(' ');
        }
        match *part {
            Part::Text(t) => s.push_str(t),
            Part::Field(p, _) => s.push_str(letter(p)),
        }
    }
    s
}

fn need(n: Need) -> &'static str {
    match n {
        Need::Any => "slot read",
        Need::Scalar => "slot read, a scalar",
        Need::Pointer => "slot read, a pointer",
    }
}

fn meaning(op: Op, role: Role) -> &'static str {
    match role {
        Role::Dest => match op.result() {
            Result::Pointer => "slot written, a pointer",
            Result::Same => "slot written, as the source",
            _ => "slot written, a scalar",
        },
        Role::Dest2 => "first of two slots written: a scalar, a pointer",
        Role::Source(n) => need(op.source_need(n)),
        Role::Stored => need(op.stored_need()),
        Role::Pointer => need(Need::Pointer),
        Role::Scalar => need(Need::Scalar),
        Role::Changed => "slot read and written, a scalar",
        Role::DestRun => "first slot written",
        Role::SourceRun => "first slot read",
        Role::Count => "number of slots",
        Role::Window => "window: first slot of arguments and results",
        Role::Imm => "signed number",
        Role::Unsigned => "number",
        Role::Bits => "64 bits",
        Role::Jump => "jump, in cells from the start of the instruction",
        Role::Index => match op.index() {
            Some(Index::Data) => "data section",
            Some(Index::Func) => "function",
            Some(Index::Native) => "native",
            Some(Index::Type) => "type",
            Some(Index::Itab) => "itab",
            Some(Index::Global) | None => "byte offset in the globals",
        },
        Role::Type => "type",
        Role::Method => "method of the itab",
        Role::Intrinsic => "intrinsic",
        Role::SliceKind => "kind of check",
    }
}

/// One op in full.
pub fn op(op: Op) -> String {
    let mut out = format!("{}\n    {}\n", syntax(op), op.doc());
    for (place, role) in op.format().fields() {
        let _ =
            writeln!(out, "    {:<4} {} bits: {}", letter(place), place.bits(), meaning(op, role));
    }
    let flags: Vec<&str> = FLAGS.iter().filter(|f| op.flags() & f.0 != 0).map(|f| f.1).collect();
    if !flags.is_empty() {
        let _ = writeln!(out, "    {}", flags.join("; "));
    }
    let cells = op.cells();
    let _ = writeln!(
        out,
        "    number {}, {cells} cell{}",
        op as u16,
        if cells == 1 { "" } else { "s" }
    );
    out
}

/// One intrinsic of `rt`.
pub fn intrinsic(i: Intrinsic) -> String {
    let parks = if i.parks() { "\n    may park; an rt.finish follows" } else { "" };
    format!("rt {}\n    {}\n    slots: {}{parks}\n", i.name(), i.doc(), i.signature())
}

/// All ops and intrinsics, one a line.
pub fn all() -> String {
    let mut out = String::new();
    for &op in Op::ALL {
        let _ = writeln!(out, "{:<44} {}", syntax(op), op.doc());
    }
    for &i in Intrinsic::ALL {
        let _ = writeln!(out, "{:<44} {}", format!("rt {}", i.name()), i.doc());
    }
    out
}

//! A function taken apart for showing: instructions with operands that know what they are, labels,
//! basic blocks, and which of it was asked for.

use std::collections::{BTreeMap, BTreeSet};

use gvm_bytecode::image::{FuncEntry, FuncId, Image, SourcePos, func_flags};
use gvm_bytecode::op::Op;
use gvm_bytecode::operand::{Index, Instruction, Part, Role, instructions};
use gvm_bytecode::verify::window::{self, Window};
use gvm_bytecode::{Format, Intrinsic};

use crate::names::{Names, Timeline};

/// What is to be shown, and what is known about it.
pub struct Program<'m> {
    pub image: &'m Image,
    /// The lines of each file of `Image::files`; empty when the file is not at hand.
    pub sources: Vec<Vec<String>>,
    /// The names of the files as they were given.
    pub files: Vec<String>,
    /// How often each cell was executed, by function, when the program was run for that.
    pub counts: Option<&'m [Vec<u64>]>,
    /// Instructions executed altogether, and those in cells of no function.
    pub steps: Option<(u64, u64)>,
    pub optimised: bool,
}

/// Which functions and lines are shown.
#[derive(Default)]
pub struct Selection {
    /// Ascending.
    pub funcs: Vec<FuncId>,
    /// Only instructions of these places: (file, line).
    pub line: Option<(u32, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Read,
    Write,
    /// Read, then written.
    Change,
}

/// A piece of an instruction's operands.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Text(String),
    Slot {
        slot: u16,
        access: Access,
        /// The variable in it: for what is written, afterwards.
        name: Option<String>,
    },
    Number(i64),
    Label {
        name: String,
        pc: u32,
    },
    /// Something of the image: `function`, `native`, `type`, `itab`, `data`, `global`, `intrinsic`.
    Named {
        what: &'static str,
        id: u32,
        name: String,
    },
}

/// A register that a pointer map names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    pub slot: u16,
    pub name: Option<String>,
}

/// An instruction.
pub struct Line {
    pub pc: u32,
    pub cells: u32,
    pub op: Op,
    /// What jumps to it call it.
    pub label: Option<String>,
    pub operands: Vec<Piece>,
    pub place: SourcePos,
    /// Inline site + 1, or 0.
    pub site: u32,
    /// A frame can stand here, and then these hold pointers.
    pub safepoint: Option<Vec<Pointer>>,
    pub count: Option<u64>,
    pub target: Option<u32>,
    /// For calls: where the callee's frame begins.
    pub frame: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// To the next block.
    Next,
    Jump,
    /// Backwards: a loop.
    Loop,
}

/// Instructions that run one after another.
pub struct Block {
    pub name: String,
    /// Indices into `View::lines`.
    pub lines: std::ops::Range<usize>,
    pub to: Vec<(usize, Edge)>,
}

/// A function.
pub struct View<'m> {
    pub id: FuncId,
    pub f: &'m FuncEntry,
    pub lines: Vec<Line>,
    pub blocks: Vec<Block>,
    pub names: Timeline,
}

impl Program<'_> {
    /// A line of the source, if it is at hand.
    pub fn source(&self, p: SourcePos) -> Option<&str> {
        let lines = self.sources.get(p.file as usize)?;
        (p.line as usize).checked_sub(1).and_then(|n| lines.get(n)).map(String::as_str)
    }

    pub fn file(&self, p: SourcePos) -> &str {
        self.files.get(p.file as usize).map_or("?", String::as_str)
    }

    /// The functions that were asked for.
    pub fn views(&self, which: &Selection) -> Vec<View<'_>> {
        which.funcs.iter().map(|&id| self.view(id)).collect()
    }

    pub fn view(&self, id: FuncId) -> View<'_> {
        let f = &self.image.funcs[id.index()];
        let names = Timeline::new(self.image, f);
        let targets: BTreeSet<u32> = instructions(&f.code)
            .filter_map(|i| i.target())
            .filter_map(|t| u32::try_from(t).ok())
            .chain(f.recovery)
            .collect();
        let numbered = (1..).zip(targets.iter().filter(|&&t| Some(t) != f.recovery));
        let mut labels: BTreeMap<u32, String> =
            numbered.map(|(n, &t)| (t, format!("L{n}"))).collect();
        labels.extend(f.recovery.map(|pc| (pc, "recovery".to_string())));
        let lines: Vec<Line> = instructions(&f.code)
            .map(|i| {
                let pc = i.pc as u32;
                let (before, after) = (names.at(pc), names.at(i.next() as u32));
                let (place, site) = f.line(pc).unwrap_or_default();
                let map = f.pointer_map(pc);
                let pointer = |&slot: &u16| Pointer { slot, name: before.get(&slot).cloned() };
                let window = window::of(self.image, f, &i).ok().flatten();
                let calls = matches!(i.op, Op::Call | Op::CallClosure | Op::CallInterface);
                Line {
                    pc,
                    cells: i.op.cells() as u32,
                    op: i.op,
                    label: labels.get(&pc).cloned(),
                    operands: operands(self.image, &i, window.as_ref(), &before, &after, &labels),
                    place,
                    site,
                    safepoint: map.map(|m| m.iter().map(pointer).collect()),
                    count: self.counts.and_then(|c| c.get(id.index())?.get(i.pc).copied()),
                    target: i.target().and_then(|t| u32::try_from(t).ok()),
                    frame: window.filter(|_| calls).map(|w| w.start as u32),
                }
            })
            .collect();
        let blocks = blocks(f, &lines);
        View { id, f, lines, blocks, names }
    }
}

impl View<'_> {
    pub fn is_library(&self) -> bool {
        self.f.flags & func_flags::LIBRARY != 0
    }

    /// The inlined calls around an instruction, innermost first: (function, place of the call).
    pub fn inlined(&self, mut site: u32) -> Vec<(&str, SourcePos)> {
        let mut out = Vec::new();
        while site != 0 {
            let (name, call, parent) = &self.f.inline_sites[site as usize - 1];
            out.push((name.as_str(), *call));
            site = *parent;
        }
        out
    }

    /// The instruction is of this source line, or of something inlined into it.
    pub fn is_of(&self, l: &Line, (file, line): (u32, u32)) -> bool {
        let here = |p: SourcePos| (p.file, p.line) == (file, line);
        here(l.place) || self.inlined(l.site).iter().any(|s| here(s.1))
    }

    /// The last pc before `to` at which an instruction begins.
    pub fn last_before(&self, to: u32) -> u32 {
        let n = self.lines.partition_point(|l| l.pc < to);
        n.checked_sub(1).map_or(0, |n| self.lines[n].pc)
    }
}

fn slot(names: &Names, slot: u16, access: Access) -> Piece {
    Piece::Slot { slot, access, name: names.get(&slot).cloned() }
}

/// `a, b, c`, or `a .. d` when they are many.
fn run(out: &mut Vec<Piece>, names: &Names, from: usize, count: usize, access: Access) {
    let one = |k: usize| slot(names, (from + k) as u16, access);
    if count > 6 {
        out.push(one(0));
        out.push(Piece::Text(" .. ".into()));
        out.push(one(count - 1));
        return;
    }
    for k in 0..count {
        if k > 0 {
            out.push(Piece::Text(", ".into()));
        }
        out.push(one(k));
    }
}

fn named(what: &'static str, id: u64, name: Option<String>) -> Piece {
    Piece::Named { what, id: id as u32, name: name.unwrap_or_else(|| format!("{what} {id}")) }
}

/// The thing of the image that a number means.
fn index(m: &Image, i: &Instruction, table: Index, n: u64) -> Piece {
    let at = n as usize;
    let type_name =
        |id: gvm_bytecode::image::TypeId| m.types.get(id.index()).map(|t| t.string.clone());
    match table {
        Index::Func => named("function", n, m.funcs.get(at).map(|f| f.name.clone())),
        Index::Native => named("native", n, m.natives.get(at).map(|f| f.name.clone())),
        Index::Type => named("type", n, m.types.get(at).map(|t| t.string.clone())),
        Index::Itab => {
            let both = |t: &gvm_bytecode::image::ItabEntry| {
                Some(format!("{} as {}", type_name(t.concrete)?, type_name(t.interface)?))
            };
            named("itab", n, m.itabs.get(at).and_then(both))
        }
        Index::Data => named("data", n, gvm_bytecode::disasm::names(i, m)),
        Index::Global => {
            let g = m.globals.partition_point(|g| g.offset as usize <= at).checked_sub(1);
            let name = g.map(|g| {
                let g = &m.globals[g];
                match at - g.offset as usize {
                    0 => g.name.clone(),
                    off => format!("{}+{off}", g.name),
                }
            });
            named("global", n, name)
        }
    }
}

fn operands(
    m: &Image,
    i: &Instruction,
    window: Option<&Window>,
    before: &Names,
    after: &Names,
    labels: &BTreeMap<u32, String>,
) -> Vec<Piece> {
    let mut out = Vec::new();
    let text = |t: &str| Piece::Text(t.into());
    if let Some(w) = window {
        match i.op.format() {
            Format::Call => out.push(index(
                m,
                i,
                i.op.index().unwrap_or(Index::Func),
                i.field(Role::Index).unwrap_or(0),
            )),
            Format::CallClosure => out.push(slot(before, i.cell.b, Access::Read)),
            Format::CallInterface => {
                out.push(slot(before, i.cell.b, Access::Read));
                out.push(text(&format!(".method {}", i.cell.c)));
            }
            Format::Rt => {
                let which = i.field(Role::Intrinsic).unwrap_or(0);
                let name = Intrinsic::from_u16(which as u16).map(|x| x.name().to_string());
                out.push(named("intrinsic", which, name));
            }
            _ => {}
        }
        out.push(text("("));
        run(&mut out, before, w.start, w.params.len(), Access::Read);
        out.push(text(")"));
        if !w.results.is_empty() {
            out.push(text(" → "));
            run(&mut out, after, w.start, w.results.len(), Access::Write);
        }
        if i.op.format() == Format::Rt {
            let typ = i.field(Role::Type).unwrap_or(0);
            let which = i.field(Role::Intrinsic).and_then(|n| Intrinsic::from_u16(n as u16));
            if typ != 0 || which.is_some_and(|w| w.signature().contains(['T', 'K', 'E'])) {
                out.push(text("  "));
                out.push(index(m, i, Index::Type, typ));
            }
            for n in [i.cell.c as i64, i.ext.ext_cd() as i64] {
                if n != 0 {
                    out.push(text(" #"));
                    out.push(Piece::Number(n));
                }
            }
        }
        return out;
    }
    for part in i.op.format().parts() {
        let (place, role) = match *part {
            Part::Text(t) => {
                // `@` marks numbers, of which only names are shown.
                let t = t.replace('@', "").replace("->", "→");
                if !t.is_empty() {
                    out.push(Piece::Text(t));
                }
                continue;
            }
            Part::Field(place, role) => (place, role),
        };
        let n = i.get(place);
        let count = i.field(Role::Count).unwrap_or(1) as usize;
        match role {
            Role::Dest => out.push(slot(after, n as u16, Access::Write)),
            Role::Dest2 => run(&mut out, after, n as usize, 2, Access::Write),
            Role::DestRun => run(&mut out, after, n as usize, count, Access::Write),
            Role::SourceRun => run(&mut out, before, n as usize, count, Access::Read),
            Role::Changed => out.push(slot(before, n as u16, Access::Change)),
            Role::Source(_) | Role::Pointer | Role::Scalar | Role::Stored | Role::Window => {
                out.push(slot(before, n as u16, Access::Read));
            }
            Role::Imm => out.push(Piece::Number(place.get_signed(i.cell, i.ext))),
            Role::Jump => {
                let pc = (i.pc as i64 + place.get_signed(i.cell, i.ext)) as u32;
                let name = labels.get(&pc).cloned().unwrap_or_else(|| pc.to_string());
                out.push(Piece::Label { name, pc });
            }
            Role::Index => out.push(match i.op.index() {
                Some(table) => index(m, i, table, n),
                None => Piece::Number(n as i64),
            }),
            Role::Type => out.push(index(m, i, Index::Type, n)),
            Role::Intrinsic => {
                let name = Intrinsic::from_u16(n as u16).map(|x| x.name().to_string());
                out.push(named("intrinsic", n, name));
            }
            Role::Bits => out.push(Piece::Text(format!("{n:#x}"))),
            Role::Unsigned | Role::Count | Role::Method | Role::SliceKind => {
                out.push(Piece::Number(n as i64));
            }
        }
    }
    out
}

fn blocks(f: &FuncEntry, lines: &[Line]) -> Vec<Block> {
    let index = |pc: u32| lines.binary_search_by_key(&pc, |l| l.pc).ok();
    let mut leaders: BTreeSet<usize> = BTreeSet::from([0]);
    leaders.extend(f.recovery.and_then(index));
    for (n, l) in lines.iter().enumerate() {
        leaders.extend(l.target.and_then(index));
        if (l.target.is_some() || l.op.ends()) && n + 1 < lines.len() {
            leaders.insert(n + 1);
        }
    }
    let starts: Vec<usize> = leaders.into_iter().collect();
    let block_at = |line: usize| starts.binary_search(&line).ok();
    let block = |(n, &from): (usize, &usize)| {
        let end = starts.get(n + 1).copied().unwrap_or(lines.len());
        let mut to = Vec::new();
        if let Some(last) = lines.get(from..end).and_then(<[Line]>::last) {
            if let Some(t) = last.target.and_then(index).and_then(block_at) {
                to.push((t, if t <= n { Edge::Loop } else { Edge::Jump }));
            }
            if !last.op.ends() && n + 1 < starts.len() {
                to.push((n + 1, Edge::Next));
            }
        }
        let own = lines.get(from).and_then(|l| l.label.clone());
        let name = own.unwrap_or_else(|| if n == 0 { "entry".into() } else { format!("B{n}") });
        Block { name, lines: from..end, to }
    };
    starts.iter().enumerate().map(block).collect()
}

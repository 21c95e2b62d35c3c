//! Emission: an IR function to an image function.
//!
//! `live` says where values live, `slots` gives each a slot and each call a window, this file
//! writes instructions, `relax` turns block numbers into distances. Edges that carry arguments out
//! of a two-way branch get a block of their own for the moves.

pub mod live;
pub mod moves;
mod relax;
pub mod slots;
mod variables;

use gvm_bytecode::image::{FuncEntry, Kind, Signature, func_flags};
use gvm_bytecode::op::{Cell, Format, Op};
use smallvec::SmallVec;

use crate::ir::{Block, Cond, Func, Inst, InstKind, Site, Target, Terminator, Value};
use live::{Liveness, Sweep};
use relax::Code;
use slots::Slots;
use variables::{Mark, Of};

/// Why a function could not be emitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooBig(pub String);

struct Emitter<'f> {
    f: &'f Func,
    live: Liveness,
    slots: Slots,
    code: Code,
    /// (label whose place the map is for, or a pc) and the live pointer slots.
    maps: Vec<(MapAt, Vec<u16>)>,
    window: usize,
    scratch: u16,
    /// Calls of unknown functions: (item, which arguments and results are pointers).
    calls: Vec<(usize, Signature)>,
    unsigned: Vec<(usize, u8)>,
    /// Edges that need a block of their own: (label, moves, from, target, back edge, place).
    edges: Vec<(u32, Vec<(u16, u16)>, Block, Block, bool, Site)>,
    next_label: u32,
    lines: Vec<(u32, Site)>,
    position: Vec<u32>,
    /// Where code of what begins, when variables are to be found.
    marks: Option<Vec<Mark>>,
    /// How many edges lead to each block.
    predecessors: Vec<u32>,
    /// The block that a conditional return stands for.
    returned: Option<Block>,
    maps_everywhere: bool,
    /// Blocks that polls jump to.
    poll_targets: Vec<bool>,
    /// The last item is a call, whose map is for the pc that comes now.
    after_call: usize,
    /// Kept between blocks for its memory.
    pointers: Pointers,
    /// Pointers that are live at the end of the block, and at the start of a block that polls.
    live_out: Pointers,
    live_into: Pointers,
    out_of_blocks: Sweep,
    into_polls: Sweep,
    /// Where blocks that poll start, ascending.
    poll_starts: Vec<u32>,
}

/// A set of pointer values, with its members in a list.
#[derive(Default)]
struct Pointers {
    members: Vec<Value>,
    /// Place of each value in `members`, and 1 more; 0 when it is not there.
    place: Vec<u32>,
}

impl Pointers {
    fn new(f: &Func) -> Pointers {
        Pointers { members: Vec::new(), place: vec![0; f.values.len()] }
    }
    fn clear(&mut self) {
        while let Some(v) = self.members.pop() {
            self.place[v.index()] = 0;
        }
    }
    fn insert(&mut self, f: &Func, v: Value) {
        if f.is_ptr(v) && self.place[v.index()] == 0 {
            self.members.push(v);
            self.place[v.index()] = self.members.len() as u32;
        }
    }
    fn extend(&mut self, f: &Func, values: &[Value]) {
        values.iter().for_each(|&v| self.insert(f, v));
    }
    fn change(&mut self, f: &Func, comes: bool, v: Value) {
        if comes {
            self.insert(f, v);
        } else {
            self.remove(v);
        }
    }
    fn remove(&mut self, v: Value) {
        let at = std::mem::take(&mut self.place[v.index()]);
        if at > 0 {
            self.members.swap_remove(at as usize - 1);
            if let Some(moved) = self.members.get(at as usize - 1) {
                self.place[moved.index()] = at;
            }
        }
    }
}

#[derive(Clone, Copy)]
enum MapAt {
    /// Index of an item in `Code`: the pc after it.
    After(usize),
    /// The item's own pc.
    At(usize),
    Label(u32),
}

/// `maps_everywhere`: a pointer map for the start of every IR instruction, so that a goroutine may be
/// stopped there.
pub fn emit(f: &Func, maps_everywhere: bool) -> Result<FuncEntry, TooBig> {
    let live = live::analyse(f);
    let mut slots = slots::allocate(f, &live);
    // Results are moved to the frame's first slots when it returns, whatever else is in it.
    slots.frame = slots.frame.max(f.results.len() as u32);
    if slots.frame + 4 > 60_000 {
        return Err(TooBig(format!(
            "function {} needs {} slots, more than 60000",
            f.name, slots.frame
        )));
    }
    let scratch = slots.frame as u16;
    let mut position = vec![u32::MAX; f.blocks.len()];
    for (i, b) in f.layout.iter().enumerate() {
        position[b.index()] = i as u32;
    }
    let mut poll_targets = vec![false; f.blocks.len()];
    for &b in &f.layout {
        for t in f.block(b).term.targets() {
            poll_targets[t.block.index()] |= position[t.block.index()] <= position[b.index()];
        }
    }
    let mut predecessors = vec![0; f.blocks.len()];
    for t in f.layout.iter().flat_map(|&b| f.block(b).term.targets()) {
        predecessors[t.block.index()] += 1;
    }
    let ends: Vec<u32> = f.layout.iter().map(|b| live.bounds[b.index()].1 + 1).collect();
    let polls = f.layout.iter().filter(|b| poll_targets[b.index()]);
    let poll_starts: Vec<u32> = polls.map(|b| live.bounds[b.index()].0).collect();
    let pointers = || (0..f.values.len() as u32).map(Value).filter(|&v| f.is_ptr(v));
    let mut e = Emitter {
        f,
        maps_everywhere,
        poll_targets,
        after_call: usize::MAX,
        pointers: Pointers::new(f),
        live_out: Pointers::new(f),
        live_into: Pointers::new(f),
        out_of_blocks: Sweep::new(&live, pointers(), &ends),
        into_polls: Sweep::new(&live, pointers(), &poll_starts),
        poll_starts,
        live,
        slots,
        code: Code::default(),
        maps: Vec::new(),
        calls: Vec::new(),
        unsigned: Vec::new(),
        window: 0,
        scratch,
        edges: Vec::new(),
        next_label: f.blocks.len() as u32,
        lines: Vec::new(),
        position,
        marks: (!f.variables.is_empty()).then(Vec::new),
        predecessors,
        returned: None,
    };
    let entry_map: Vec<u16> = e.pointer_slots(
        f.block(Block(0))
            .params
            .iter()
            .copied()
            .filter(|p| e.live.ranges[p.index()].iter().any(|r| r.1 > r.0)),
    );
    e.code.label(u32::MAX);
    e.maps.push((MapAt::Label(u32::MAX), entry_map));
    for (i, &b) in f.layout.iter().enumerate() {
        if e.returned == Some(b) {
            e.mark(Of::Block(b));
            e.mark(Of::End);
            continue;
        }
        e.block(i, b, f.layout.get(i + 1).copied());
    }
    for (label, moves, from, target, back, site) in std::mem::take(&mut e.edges) {
        e.code.label(label);
        e.mark(Of::Edge(from, target));
        e.line(site);
        e.moves(&moves);
        e.jump_to(target, back);
    }
    e.finish()
}

impl Emitter<'_> {
    fn slot(&self, v: Value) -> u16 {
        self.slots.slot[v.index()] as u16
    }

    fn pointer_slots(&self, vs: impl Iterator<Item = Value>) -> Vec<u16> {
        let mut out: Vec<u16> = vs.filter(|&v| self.f.is_ptr(v)).map(|v| self.slot(v)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The instruction that comes next checks bounds.
    fn checks(&mut self, site: Site) {
        if site.unsigned != 0 {
            self.unsigned.push((self.code.len(), site.unsigned));
        }
    }

    fn line(&mut self, site: Site) {
        let site = Site { unsigned: 0, ..site };
        if self.lines.last().is_none_or(|l| l.1 != site) {
            self.lines.push((self.code.len() as u32, site));
        }
    }

    /// Block `b`, which is number `number` of the layout.
    fn block(&mut self, number: usize, b: Block, next: Option<Block>) {
        let f = self.f;
        let data = f.block(b);
        if self.poll_targets[b.index()] {
            if self.after_call == self.code.len() {
                // The pc after a call has the call's map, which is another one.
                self.code.push(Cell::new(Op::Nop, 0, 0, 0));
            }
            let polls = self.poll_starts.partition_point(|&p| p < self.live.bounds[b.index()].0);
            let into = &mut self.live_into;
            self.into_polls.advance(polls, |comes, v| into.change(f, comes, v));
            let params = data.params.iter().copied().filter(|v| {
                // A parameter nobody reads has no defined content worth keeping.
                self.live.ranges[v.index()].iter().any(|r| r.1 > r.0)
            });
            let at_start = self.pointer_slots(self.live_into.members.iter().copied().chain(params));
            self.maps.push((MapAt::Label(b.0), at_start));
        }
        self.code.label(b.0);
        self.mark(Of::Block(b));
        // What is live after each instruction, from the end of the block back.
        let mut live = std::mem::take(&mut self.pointers);
        live.clear();
        let out = &mut self.live_out;
        self.out_of_blocks.advance(number, |comes, v| out.change(f, comes, v));
        live.extend(f, &self.live_out.members);
        data.term.each_use(|v| live.insert(f, v));
        let mut across: Vec<Option<Vec<u16>>> = vec![None; data.insts.len()];
        let count = if self.maps_everywhere { data.insts.len() } else { 0 };
        let mut before: Vec<Option<Vec<u16>>> = vec![None; count];
        for (n, i) in data.insts.iter().enumerate().rev() {
            i.results.iter().for_each(|&r| live.remove(r));
            if i.kind.is_safepoint() {
                across[n] = Some(self.pointer_slots(live.members.iter().copied()));
            }
            if i.kind.is_bind() {
                continue;
            }
            live.extend(f, &i.args);
            if self.maps_everywhere {
                before[n] = Some(self.pointer_slots(live.members.iter().copied()));
            }
        }
        self.pointers = live;
        for (n, i) in data.insts.iter().enumerate() {
            if i.kind.is_bind() {
                self.mark(Of::Inst(n as u32));
                continue;
            }
            if let Some(map) = before.get_mut(n).and_then(Option::take) {
                if self.after_call == self.code.len() {
                    // The pc after a call has the call's map; this one may name the results.
                    self.code.push(Cell::new(Op::Nop, 0, 0, 0));
                }
                self.maps.push((MapAt::At(self.code.len()), map));
            }
            self.mark(Of::Inst(n as u32));
            self.line(i.pos);
            self.inst(i, across[n].take());
        }
        self.mark(Of::End);
        self.line(data.term_pos);
        self.terminator(b, &data.term, next);
    }

    fn moves(&mut self, moves: &[(u16, u16)]) {
        for (to, from) in moves::sequence(moves, self.scratch) {
            self.code.push(Cell::new(Op::Mov, to, from, 0));
        }
    }

    /// The destination of a result; a value nobody reads still needs a place to be written to.
    fn dest(&self, v: Value) -> u16 {
        let s = self.slots.slot[v.index()];
        if s == slots::NO_SLOT { self.scratch } else { s as u16 }
    }

    fn inst(&mut self, i: &Inst, across: Option<Vec<u16>>) {
        let arg = |e: &Self, n: usize| e.slot(i.args[n]);
        match &i.kind {
            InstKind::Op(op) => {
                let cell = match op.format() {
                    Format::None => Cell::new(*op, 0, 0, 0),
                    Format::D | Format::D2 => Cell::new(*op, self.dest(i.results[0]), 0, 0),
                    Format::S => Cell::new(*op, arg(self, 0), 0, 0),
                    Format::DS => {
                        let (d, s) = (self.dest(i.results[0]), arg(self, 0));
                        if *op == Op::Mov && d == s {
                            return;
                        }
                        Cell::new(*op, d, s, 0)
                    }
                    Format::SS => Cell::new(*op, arg(self, 0), arg(self, 1), 0),
                    _ => Cell::new(*op, self.dest(i.results[0]), arg(self, 0), arg(self, 1)),
                };
                self.code.push(cell);
                if *op == Op::Recover {
                    // The op writes two consecutive slots above the frame.
                    let at = self.scratch + 1;
                    let last = self.code.len() - 1;
                    self.code.patch(last, Cell::new(Op::Recover, at, 0, 0));
                    let (a, b) = (self.dest(i.results[0]), self.dest(i.results[1]));
                    self.code.push(Cell::new(Op::Mov, a, at, 0));
                    self.code.push(Cell::new(Op::Mov, b, at + 1, 0));
                }
            }
            InstKind::Imm(op, imm) => {
                self.code.push(Cell::new(*op, self.dest(i.results[0]), arg(self, 0), *imm as u16))
            }
            InstKind::Const(x) => {
                let d = self.dest(i.results[0]);
                match i32::try_from(*x) {
                    Ok(small) => self.code.push(Cell::wide(Op::Const, d, small as u32)),
                    Err(_) => {
                        self.code.push(Cell::new(Op::Const64, d, 0, 0));
                        self.code.ext(Cell::ext64(*x as u64));
                    }
                }
            }
            InstKind::Table(op, x) => {
                let a =
                    if op.format() == Format::SG { arg(self, 0) } else { self.dest(i.results[0]) };
                self.code.push(Cell::wide(*op, a, *x));
            }
            InstKind::Load(op, off) => {
                self.code.push(Cell::new(*op, self.dest(i.results[0]), arg(self, 0), *off))
            }
            InstKind::WithLoad(op, off) => {
                self.code.push(Cell::new(*op, self.dest(i.results[0]), arg(self, 0), arg(self, 1)));
                self.code.ext(Cell::ext(*off, 0, 0, 0));
            }
            InstKind::Store(op, off) => {
                self.code.push(Cell::new(*op, arg(self, 0), arg(self, 1), *off))
            }
            InstKind::StoreImm(op, imm, off) => {
                self.code.push(Cell::new(*op, *imm as u16, arg(self, 0), *off))
            }
            InstKind::IndexLoad(op) => {
                self.checks(i.pos);
                self.code.push(Cell::new(*op, self.dest(i.results[0]), arg(self, 0), arg(self, 1)));
                self.code.ext(Cell::ext(arg(self, 2), 0, 0, 0));
            }
            InstKind::IndexStore(op) => {
                self.checks(i.pos);
                self.code.push(Cell::new(*op, arg(self, 0), arg(self, 1), arg(self, 2)));
                self.code.ext(Cell::ext(arg(self, 3), 0, 0, 0));
            }
            InstKind::IndexAddr(size) | InstKind::SlicePtr(size) => {
                let op = if matches!(i.kind, InstKind::IndexAddr(_)) {
                    Op::IdxAddr
                } else {
                    Op::SlicePtr
                };
                if op == Op::IdxAddr {
                    self.checks(i.pos);
                }
                self.code.push(Cell::new(op, self.dest(i.results[0]), arg(self, 0), arg(self, 1)));
                self.code.ext(Cell::ext(arg(self, 2), 0, *size as u16, (*size >> 16) as u16));
            }
            InstKind::SliceCheck(kind) => {
                self.checks(i.pos);
                self.code.push(Cell::new(Op::SliceCheck, arg(self, 0), arg(self, 1), arg(self, 2)));
                self.code.ext(Cell::ext(arg(self, 3), *kind as u16, 0, 0));
            }
            InstKind::StrEq => {
                self.code.push(Cell::new(
                    Op::StrEq,
                    self.dest(i.results[0]),
                    arg(self, 0),
                    arg(self, 1),
                ));
                self.code.ext(Cell::ext(arg(self, 2), arg(self, 3), 0, 0));
            }
            InstKind::CopyMem(t) => {
                self.code.push(Cell::new(Op::CopyMem, arg(self, 0), arg(self, 1), 0));
                self.code.ext(Cell::ext32(t.0, 0));
            }
            InstKind::ZeroMem(t) => {
                self.code.push(Cell::new(Op::ZeroMem, arg(self, 0), 0, 0));
                self.code.ext(Cell::ext32(t.0, 0));
            }
            InstKind::Go => self.code.push(Cell::new(Op::Go, arg(self, 0), 0, 0)),
            InstKind::Defer => self.code.push(Cell::new(Op::Defer, arg(self, 0), 0, 0)),
            InstKind::DebugBind { .. } => {}
            InstKind::Call(_)
            | InstKind::CallNative(_)
            | InstKind::CallClosure
            | InstKind::CallInterface(_)
            | InstKind::Rt { .. }
            | InstKind::DeferRun => self.windowed(i, across),
        }
    }

    fn windowed(&mut self, i: &Inst, across: Option<Vec<u16>>) {
        let w = self.slots.window[self.window] as u16;
        self.window += 1;
        let outside = i.kind.outside_window();
        let moves: Vec<(u16, u16)> = i
            .args
            .iter()
            .skip(outside)
            .enumerate()
            .map(|(k, &a)| (w + k as u16, self.slot(a)))
            .collect();
        self.moves(&moves);
        let mut map = across.unwrap_or_default();
        match &i.kind {
            InstKind::Call(id) => self.code.push(Cell::wide(Op::Call, w, id.0)),
            InstKind::CallNative(id) => {
                self.code.push(Cell::wide(Op::CallNative, w, id.0));
                // A blocking native's arguments stay in the window while it runs.
                map.extend(
                    i.args
                        .iter()
                        .enumerate()
                        .filter(|a| self.f.is_ptr(*a.1))
                        .map(|a| w + a.0 as u16),
                );
                map.sort_unstable();
            }
            InstKind::CallClosure => {
                let c = self.slot(i.args[0]);
                self.unknown_call(i);
                self.code.push(Cell::new(Op::CallClosure, w, c, 0));
            }
            InstKind::CallInterface(m) => {
                let itab = self.slot(i.args[0]);
                self.unknown_call(i);
                self.code.push(Cell::new(Op::CallInterface, w, itab, *m));
            }
            InstKind::DeferRun => self.code.push(Cell::new(Op::DeferRun, w, 0, 0)),
            InstKind::Rt { which, imm, typ, imm2 } => {
                let ext = Cell::ext32(typ.map_or(0, |t| t.0), *imm2);
                self.code.push(Cell::new(Op::Rt, w, *which as u16, *imm));
                self.code.ext(ext);
                if which.parks() {
                    self.maps.push((MapAt::At(self.code.len()), map.clone()));
                    self.code.push(Cell::new(Op::RtFinish, w, *which as u16, *imm));
                    self.code.ext(ext);
                }
            }
            _ => unreachable!("windowed instructions are listed"),
        }
        let last = self.code.len() - 1;
        match i.kind {
            // The deferred call returns to the instruction itself.
            InstKind::DeferRun => self.maps.push((MapAt::At(last), map)),
            // A parked goroutine stands at the finish.
            InstKind::Rt { .. } => {}
            _ => {
                self.maps.push((MapAt::After(last), map));
                self.after_call = self.code.len();
            }
        }
        let moves: Vec<(u16, u16)> = i
            .results
            .iter()
            .enumerate()
            .filter(|r| self.slots.slot[r.1.index()] != slots::NO_SLOT)
            .map(|(k, &r)| (self.slot(r), w + k as u16))
            .collect();
        self.moves(&moves);
    }

    /// Notes what the function called by the next instruction is taken to be.
    fn unknown_call(&mut self, i: &Inst) {
        let pointers = |vs: &[Value]| vs.iter().map(|&v| self.f.is_ptr(v)).collect();
        let signature = Signature {
            params: pointers(&i.args[i.kind.outside_window()..]),
            results: pointers(&i.results),
        };
        self.calls.push((self.code.len(), signature));
    }

    fn edge_moves(&self, t: &Target) -> Vec<(u16, u16)> {
        self.f
            .block(t.block)
            .params
            .iter()
            .zip(&t.args)
            .map(|(&p, &a)| (self.slot(p), self.slot(a)))
            .filter(|m| m.0 != m.1)
            .collect()
    }

    fn is_back(&self, from: Block, to: Block) -> bool {
        self.position[to.index()] <= self.position[from.index()]
    }

    fn jump_to(&mut self, to: Block, back: bool) {
        self.code.jump(if back { Op::Loop } else { Op::Jmp }, 0, 0, to.0);
    }

    fn terminator(&mut self, b: Block, term: &Terminator, next: Option<Block>) {
        match term {
            Terminator::Jump(t) => {
                let moves = self.edge_moves(t);
                self.moves(&moves);
                let back = self.is_back(b, t.block);
                if next == Some(t.block) && !back {
                    return;
                }
                // A jump forward to a lone test, such as into a loop, makes the test itself.
                let target = self.f.block(t.block);
                let forward = target.term.targets().iter().all(|t| !self.is_back(b, t.block));
                if target.real_insts().next().is_none()
                    && matches!(target.term, Terminator::Branch { .. })
                    && !back
                    && forward
                {
                    self.line(target.term_pos);
                    self.terminator(b, &target.term, next);
                } else {
                    self.jump_to(t.block, back);
                }
            }
            Terminator::Branch { cond, args, then, els } => {
                if std::ptr::eq(term, &self.f.block(b).term) && self.conditional_return(b, term) {
                    return;
                }
                let (mut cond, mut then, mut els) = (*cond, then, els);
                // Fall through to the next block when one of the two is next.
                if next == Some(then.block) && self.edge_moves(then).is_empty() {
                    if let Some(n) = cond.negated() {
                        cond = n;
                        std::mem::swap(&mut then, &mut els);
                    } else if let Some((op, swap)) = negated_op(cond) {
                        let label = self.edge(b, els);
                        let (x, y) = (self.slot(args[0]), args.get(1).map_or(0, |&a| self.slot(a)));
                        let (x, y) = if swap { (y, x) } else { (x, y) };
                        // A polling form of a negated comparison: jump over a plain loop.
                        if label.1 {
                            let over = self.fresh_label();
                            self.branch(cond, args, over, false);
                            self.code.jump(Op::Loop, 0, 0, label.0);
                            self.code.label(over);
                        } else {
                            self.code.jump(op, x, y, label.0);
                        }
                        return;
                    }
                }
                let (label, back) = self.edge(b, then);
                self.branch(cond, args, label, back);
                let moves = self.edge_moves(els);
                self.moves(&moves);
                let back = self.is_back(b, els.block);
                if back || next != Some(els.block) {
                    self.jump_to(els.block, back);
                }
            }
            Terminator::Return(vs) => {
                if let [v] = vs[..] {
                    let s = self.slot(v);
                    let cell = if s == 0 {
                        Cell::new(Op::Ret, 0, 0, 0)
                    } else {
                        Cell::new(Op::Ret1, s, 0, 0)
                    };
                    self.code.push(cell);
                } else {
                    let moves: Vec<(u16, u16)> =
                        vs.iter().enumerate().map(|(k, &v)| (k as u16, self.slot(v))).collect();
                    self.moves(&moves);
                    self.code.push(Cell::new(Op::Ret, 0, 0, 0));
                }
            }
            Terminator::Panic([t, d]) => {
                let cell = Cell::new(Op::Panic, self.slot(*t), self.slot(*d), 0);
                self.code.push(cell);
            }
            Terminator::Unreachable | Terminator::None => {
                self.code.push(Cell::new(Op::Unreachable, 0, 0, 0))
            }
        }
    }

    /// A branch over the next block, which only returns, becomes a conditional return.
    fn conditional_return(&mut self, b: Block, term: &Terminator) -> bool {
        let Terminator::Branch { cond, args, then, els } = term else { return false };
        let at = self.position[b.index()] as usize;
        let layout = &self.f.layout;
        let (Some(&next), Some(&after)) = (layout.get(at + 1), layout.get(at + 2)) else {
            return false;
        };
        let (op, imm) = if (then.block, els.block) == (next, after) {
            match *cond {
                Cond::True => (Op::RetNz, 0),
                Cond::EqI(n) => (Op::RetEqI, n),
                Cond::NeI(n) => (Op::RetNeI, n),
                Cond::LtI(n) => (Op::RetLtI, n),
                Cond::LeI(n) => (Op::RetLeI, n),
                Cond::GtI(n) => (Op::RetGtI, n),
                Cond::GeI(n) => (Op::RetGeI, n),
                _ => return false,
            }
        } else if (els.block, then.block) == (next, after) {
            match *cond {
                Cond::True => (Op::RetZ, 0),
                Cond::EqI(n) => (Op::RetNeI, n),
                Cond::NeI(n) => (Op::RetEqI, n),
                Cond::LtI(n) => (Op::RetGeI, n),
                Cond::LeI(n) => (Op::RetGtI, n),
                Cond::GtI(n) => (Op::RetLeI, n),
                Cond::GeI(n) => (Op::RetLtI, n),
                _ => return false,
            }
        } else {
            return false;
        };
        let returning = self.f.block(next);
        let Terminator::Return(vs) = &returning.term else { return false };
        // Jumps to a lone test make it themselves, and then go to the block that returns.
        let copied =
            self.f.block(b).real_insts().next().is_none() && self.predecessors[b.index()] > 0;
        let in_place = vs.iter().enumerate().all(|(k, &v)| self.slot(v) == k as u16);
        let moves = !self.edge_moves(then).is_empty() || !self.edge_moves(els).is_empty();
        if !in_place
            || moves
            || copied
            || self.predecessors[next.index()] != 1
            || returning.real_insts().next().is_some()
        {
            return false;
        }
        self.code.push(Cell::new(op, self.slot(args[0]), imm as u16, 0));
        self.returned = Some(next);
        true
    }

    fn mark(&mut self, of: Of) {
        let item = self.code.len() as u32;
        if let Some(marks) = &mut self.marks {
            marks.push(Mark { item, of });
        }
    }

    fn fresh_label(&mut self) -> u32 {
        self.next_label += 1;
        self.next_label - 1
    }

    /// The label to jump to for a branch's target, and whether the jump itself is a back edge.
    fn edge(&mut self, from: Block, t: &Target) -> (u32, bool) {
        let moves = self.edge_moves(t);
        let back = self.is_back(from, t.block);
        if moves.is_empty() {
            return (t.block.0, back);
        }
        let label = self.fresh_label();
        let site = self.f.block(from).term_pos;
        self.edges.push((label, moves, from, t.block, back, site));
        (label, false)
    }

    fn branch(&mut self, cond: Cond, args: &SmallVec<[Value; 2]>, label: u32, back: bool) {
        let a = self.slot(args[0]);
        let b = args.get(1).map_or(0, |&v| self.slot(v));
        let (plain, looping, second) = match cond {
            Cond::True => (Op::Jnz, Some(Op::LoopNz), 0),
            Cond::Eq => (Op::Jeq, None, b),
            Cond::Ne => (Op::Jne, Some(Op::LoopNe), b),
            Cond::Lt => (Op::Jlt, Some(Op::LoopLt), b),
            Cond::Le => (Op::Jle, Some(Op::LoopLe), b),
            Cond::LtU => (Op::JltU, None, b),
            Cond::LeU => (Op::JleU, None, b),
            Cond::EqF => (Op::JeqF, None, b),
            Cond::NeF => (Op::JneF, None, b),
            Cond::LtF => (Op::JltF, None, b),
            Cond::LeF => (Op::JleF, None, b),
            Cond::EqI(n) => (Op::JeqI, None, n as u16),
            Cond::NeI(n) => (Op::JneI, None, n as u16),
            Cond::LtI(n) => (Op::JltI, Some(Op::LoopLtI), n as u16),
            Cond::LeI(n) => (Op::JleI, None, n as u16),
            Cond::GtI(n) => (Op::JgtI, None, n as u16),
            Cond::GeI(n) => (Op::JgeI, Some(Op::LoopGeI), n as u16),
        };
        match (back, looping) {
            (false, _) => self.code.jump(plain, a, second, label),
            (true, Some(op)) => self.code.jump(op, a, second, label),
            (true, None) => {
                // No polling form: jump to a plain loop further on.
                let there = self.fresh_label();
                let over = self.fresh_label();
                self.code.jump(plain, a, second, there);
                self.code.jump(Op::Jmp, 0, 0, over);
                self.code.label(there);
                self.code.jump(Op::Loop, 0, 0, label);
                self.code.label(over);
            }
        }
    }

    fn finish(self) -> Result<FuncEntry, TooBig> {
        let f = self.f;
        let done = self.code.finish();
        let mut at_pc: std::collections::BTreeMap<u32, Vec<u16>> = Default::default();
        for (at, slots) in self.maps {
            let pc = match at {
                MapAt::After(i) => done.item_pc[i + 1],
                MapAt::At(i) => done.item_pc[i],
                MapAt::Label(l) => match done.label_pc.get(&l) {
                    Some(&pc) => pc,
                    None => continue,
                },
            };
            at_pc.insert(pc, slots);
        }
        let (maps, pointer_maps) = numbered(at_pc);
        let calls = self.calls.into_iter().map(|(item, s)| (done.item_pc[item], s));
        let (calls, signatures) = numbered(calls);
        let unsigned = self.unsigned.into_iter().map(|(item, u)| (done.item_pc[item], u)).collect();
        let mut lines: Vec<_> = Vec::with_capacity(self.lines.len());
        for (item, site) in self.lines {
            let pc = done.item_pc[item as usize];
            let entry = (pc, site.pos, site.inline);
            match lines.last_mut() {
                Some(last)
                    if {
                        let l: &(u32, gvm_bytecode::image::SourcePos, u32) = last;
                        l.0 == pc
                    } =>
                {
                    *last = entry
                }
                _ => lines.push(entry),
            }
        }
        let variables = match &self.marks {
            Some(marks) => {
                let pc = |item: u32| done.item_pc[item as usize];
                variables::ranges(f, &self.live, &self.slots, &done.cells, marks, pc)
            }
            None => Vec::new(),
        };
        let recovery = f.recovery.and_then(|b| done.label_pc.get(&b.0).copied());
        Ok(FuncEntry {
            name: f.name.clone(),
            flags: f.flags | if recovery.is_some() { func_flags::DEFERS } else { 0 },
            code: done.cells,
            frame_size: self.slots.frame + 4,
            params: f.block(Block(0)).params.iter().map(|&p| f.kind(p)).collect::<Vec<Kind>>(),
            results: f.results.clone(),
            captures: f.captures.clone(),
            recovery,
            maps,
            pointer_maps,
            calls,
            signatures,
            unsigned,
            lines,
            inline_sites: f.inline_sites.clone(),
            variables,
            pos: f.pos,
        })
    }
}

/// Equal values get the same number: (pc, number) and the values, in the order they come.
fn numbered<T: Clone + Eq + std::hash::Hash>(
    at: impl IntoIterator<Item = (u32, T)>,
) -> (Vec<(u32, u32)>, Vec<T>) {
    let mut index: hashbrown::HashMap<T, u32> = hashbrown::HashMap::new();
    let mut values = Vec::new();
    let numbers = at
        .into_iter()
        .map(|(pc, value)| {
            let id = *index.entry(value).or_insert_with_key(|v| {
                values.push(v.clone());
                values.len() as u32 - 1
            });
            (pc, id)
        })
        .collect();
    (numbers, values)
}

/// The op that jumps when a comparison without negated form does not hold, and whether its
/// operands are swapped.
fn negated_op(cond: Cond) -> Option<(Op, bool)> {
    Some(match cond {
        Cond::True => (Op::Jz, false),
        Cond::Lt => (Op::Jle, true),
        Cond::Le => (Op::Jlt, true),
        Cond::LtU => (Op::JleU, true),
        Cond::LeU => (Op::JltU, true),
        Cond::LtF => (Op::JnltF, false),
        Cond::LeF => (Op::JnleF, false),
        _ => return None,
    })
}

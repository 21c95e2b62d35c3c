//! Code with labels, and its final form: jumps as distances, widened where they are far.

use gvm_bytecode::op::{Cell, JumpField, Op};
use hashbrown::HashMap;

enum Item {
    Cell(Cell),
    Ext(Cell),
    Jump { op: Op, a: u16, b: u16, label: u32 },
}

#[derive(Default)]
pub struct Code {
    items: Vec<Item>,
    /// Label to the item it stands before.
    labels: HashMap<u32, usize>,
}

pub struct Done {
    pub cells: Vec<Cell>,
    /// pc of each item, and of the end.
    pub item_pc: Vec<u32>,
    pub label_pc: HashMap<u32, u32>,
}

impl Code {
    pub fn push(&mut self, cell: Cell) {
        self.items.push(Item::Cell(cell));
    }
    pub fn ext(&mut self, cell: Cell) {
        self.items.push(Item::Ext(cell));
    }
    /// `b` is the second operand of a compare-and-jump, not used by others.
    pub fn jump(&mut self, op: Op, a: u16, b: u16, label: u32) {
        self.items.push(Item::Jump { op, a, b, label });
    }
    pub fn label(&mut self, label: u32) {
        self.labels.insert(label, self.items.len());
    }
    pub fn len(&self) -> usize {
        self.items.len()
    }
    pub fn patch(&mut self, at: usize, cell: Cell) {
        self.items[at] = Item::Cell(cell);
    }

    /// For each item whether it is `a = a + 1` right before the loop's `a < b`, which nothing else
    /// jumps to: they are one instruction.
    fn increments(&self) -> Vec<bool> {
        let mut target = vec![false; self.items.len() + 1];
        for item in &self.items {
            if let Item::Jump { label, .. } = item {
                target[self.labels[label]] = true;
            }
        }
        let pair = |i: usize, pair: &[Item]| match pair {
            [Item::Cell(c), Item::Jump { op, a, .. }] => {
                with_increment(*op).is_some()
                    && *c == Cell::new(Op::AddI, *a, *a, 1)
                    && !target[i + 1]
            }
            _ => false,
        };
        let mut out: Vec<bool> =
            self.items.windows(2).enumerate().map(|(i, p)| pair(i, p)).collect();
        out.push(false);
        out
    }

    /// A conditional jump of 16 bits that is too far becomes one over a wide jump.
    pub fn finish(self) -> Done {
        let mut far = vec![false; self.items.len()];
        let increments = self.increments();
        loop {
            let mut pcs = Vec::with_capacity(self.items.len() + 1);
            let mut pc = 0u32;
            for (i, item) in self.items.iter().enumerate() {
                pcs.push(pc);
                pc += match item {
                    Item::Jump { .. } if far[i] => 3,
                    _ if increments[i] && !far[i + 1] => 0,
                    _ => 1,
                };
            }
            pcs.push(pc);
            let mut changed = false;
            for (i, item) in self.items.iter().enumerate() {
                if let Item::Jump { op, label, .. } = item
                    && op.format().jump() == Some(JumpField::Narrow)
                    && !far[i]
                {
                    let d = pcs[self.labels[label]] as i64 - pcs[i] as i64;
                    if i16::try_from(d).is_err() {
                        far[i] = true;
                        changed = true;
                    }
                }
            }
            if changed {
                continue;
            }
            let mut cells = Vec::with_capacity(pc as usize);
            for (i, item) in self.items.iter().enumerate() {
                match *item {
                    Item::Cell(_) if increments[i] && !far[i + 1] => {}
                    Item::Cell(c) | Item::Ext(c) => cells.push(c),
                    Item::Jump { op, a, b, label } => {
                        let fused =
                            with_increment(op).filter(|_| i > 0 && increments[i - 1] && !far[i]);
                        let op = fused.unwrap_or(op);
                        let d = pcs[self.labels[&label]] as i64 - pcs[i] as i64;
                        if far[i] {
                            cells.push(Cell::new(not_polling(op), a, b, 2));
                            cells.push(Cell::wide(Op::Jmp, 0, 2));
                            let wide = if op.polls() { Op::Loop } else { Op::Jmp };
                            cells.push(Cell::wide(wide, 0, (d - 2) as i32 as u32));
                        } else if op.format().jump() == Some(JumpField::Narrow) {
                            cells.push(Cell::new(op, a, b, d as i16 as u16));
                        } else {
                            cells.push(Cell::wide(op, a, d as i32 as u32));
                        }
                    }
                }
            }
            let label_pc = self.labels.iter().map(|(&l, &i)| (l, pcs[i])).collect();
            return Done { cells, item_pc: pcs, label_pc };
        }
    }
}

/// The op that adds 1 to its first operand and then does this one.
fn with_increment(op: Op) -> Option<Op> {
    match op {
        Op::LoopLt => Some(Op::LoopIncLt),
        Op::LoopLtI => Some(Op::LoopIncLtI),
        _ => None,
    }
}

fn not_polling(op: Op) -> Op {
    match op {
        Op::LoopLt => Op::Jlt,
        Op::LoopLe => Op::Jle,
        Op::LoopNe => Op::Jne,
        Op::LoopLtI => Op::JltI,
        Op::LoopGeI => Op::JgeI,
        other => other,
    }
}

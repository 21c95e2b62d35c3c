//! Building a function: blocks, instructions, and SSA form made on the way.
//!
//! Variables are numbered; `write` and `read` turn them into values, adding block parameters where
//! definitions meet (Braun et al., "Simple and Efficient Construction of Static Single Assignment
//! Form", CC 2013). A block is *sealed* when all jumps to it are known.

use gvm_bytecode::image::Kind;
use gvm_bytecode::op::Op;
use hashbrown::HashMap;
use smallvec::SmallVec;

use super::{Block, Cond, Func, Inst, InstKind, Site, Target, Terminator, Value, Values, Variable};

/// One component of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Var(pub u32);

#[derive(Default)]
struct BlockState {
    sealed: bool,
    /// (block, which of its targets) of each jump to this block.
    preds: Vec<(Block, u8)>,
    /// Parameters made for variables before the block was sealed.
    incomplete: Vec<(Var, usize)>,
    /// For each parameter made here the variable it stands for.
    param_vars: Vec<Option<Var>>,
    /// (writes until then, block): all ways here lead through the end of that block. What has not
    /// been written since has the value that it has there.
    after: Option<(u32, Block)>,
}

pub struct Builder {
    pub func: Func,
    state: Vec<BlockState>,
    defs: HashMap<(Var, Block), Value>,
    vars: Vec<Kind>,
    /// By `Var`: how many writes there were up to its last one.
    written: Vec<u32>,
    writes: u32,
    /// A value that turned out to be another one.
    alias: HashMap<Value, Value>,
    consts: HashMap<Value, i64>,
    current: Option<Block>,
    pub site: Site,
    /// There when variables are to be found in the code again.
    debug: Option<Box<Debug>>,
}

/// Names of `Var`s.
#[derive(Default)]
struct Debug {
    /// By `Var`: which component of which variable it is.
    of: HashMap<Var, (u32, u16)>,
    /// Variables whose scope has not ended, inner ones last.
    open: Vec<u32>,
}

impl Builder {
    /// A function whose entry block has parameters of these kinds.
    pub fn new(name: String, params: &[Kind]) -> (Builder, Vec<Value>) {
        let mut b = Builder {
            func: Func::new(name),
            state: Vec::new(),
            defs: HashMap::new(),
            vars: Vec::new(),
            written: Vec::new(),
            writes: 0,
            alias: HashMap::new(),
            consts: HashMap::new(),
            current: None,
            site: Site::default(),
            debug: None,
        };
        let entry = b.block();
        b.seal(entry);
        let values: Vec<Value> = params.iter().map(|&k| b.func.new_value(k)).collect();
        b.func.blocks[0].params = values.clone();
        b.state[0].param_vars = vec![None; values.len()];
        b.switch_to(entry);
        (b, values)
    }

    pub fn block(&mut self) -> Block {
        self.state.push(BlockState::default());
        self.func.new_block()
    }

    /// Instructions go to `b` from now on.
    pub fn switch_to(&mut self, b: Block) {
        debug_assert!(self.func.block(b).term == Terminator::None, "block has ended");
        self.current = Some(b);
        self.func.layout.push(b);
    }

    /// The block under construction; `None` after a terminator: what follows is dead.
    pub fn current(&self) -> Option<Block> {
        self.current
    }

    pub fn is_dead(&self) -> bool {
        self.current.is_none()
    }

    /// All jumps to `b` are there.
    pub fn seal(&mut self, b: Block) {
        let st = &mut self.state[b.index()];
        if st.sealed {
            return;
        }
        st.sealed = true;
        for (var, at) in std::mem::take(&mut st.incomplete) {
            self.fill_param(b, var, at);
        }
    }

    /// Starts a block nothing jumps to yet and makes it current.
    pub fn start(&mut self) -> Block {
        let b = self.block();
        self.switch_to(b);
        b
    }

    /// Says before a loop or branch is built that all ways to these blocks of it lead through the
    /// current block, and that nothing is read in one that a jump leads back to before all that the
    /// loop writes has been built. So that a variable gets no parameters in each of the loops that nest
    /// in one another without writing to it.
    pub fn all_after(&mut self, blocks: &[Block]) {
        for &b in blocks {
            self.state[b.index()].after = self.current.map(|c| (self.writes, c));
        }
    }

    // Instructions.

    /// Appends an instruction; results have the given kinds. In dead code the values are made up.
    pub fn inst(
        &mut self,
        kind: InstKind,
        args: &[Value],
        results: &[Kind],
    ) -> SmallVec<[Value; 2]> {
        let results: SmallVec<[Value; 2]> =
            results.iter().map(|&k| self.func.new_value(k)).collect();
        if let Some(b) = self.current {
            let pos = self.site;
            self.func.block_mut(b).insts.push(Inst {
                kind,
                args: Values::from_slice(args),
                results: results.clone(),
                pos,
            });
        }
        results
    }

    /// An instruction with one result.
    pub fn one(&mut self, kind: InstKind, args: &[Value], result: Kind) -> Value {
        self.inst(kind, args, &[result])[0]
    }

    pub fn op(&mut self, op: Op, args: &[Value], result: Kind) -> Value {
        self.one(InstKind::Op(op), args, result)
    }

    pub fn iconst(&mut self, x: i64) -> Value {
        let v = self.one(InstKind::Const(x), &[], Kind::I64);
        self.consts.insert(v, x);
        v
    }

    pub fn nil(&mut self) -> Value {
        self.one(InstKind::Op(Op::Nil), &[], Kind::Ptr)
    }

    /// The constant a value is, if it is one.
    pub fn const_of(&self, v: Value) -> Option<i64> {
        self.consts.get(&v).copied()
    }

    // Terminators.

    fn end(&mut self, term: Terminator) {
        let Some(b) = self.current.take() else { return };
        for (i, t) in term.targets().iter().enumerate() {
            debug_assert!(!self.state[t.block.index()].sealed, "jump to a sealed block");
            self.state[t.block.index()].preds.push((b, i as u8));
        }
        let pos = self.site;
        let data = self.func.block_mut(b);
        data.term = term;
        data.term_pos = pos;
    }

    pub fn jump(&mut self, to: Block) {
        self.end(Terminator::Jump(Target { block: to, args: Values::new() }));
    }

    pub fn branch(&mut self, cond: Cond, args: &[Value], then: Block, els: Block) {
        let target = |block| Target { block, args: Values::new() };
        self.end(Terminator::Branch {
            cond,
            args: SmallVec::from_slice(args),
            then: target(then),
            els: target(els),
        });
    }

    pub fn branch_true(&mut self, v: Value, then: Block, els: Block) {
        self.branch(Cond::True, &[v], then, els);
    }

    pub fn ret(&mut self, values: &[Value]) {
        self.end(Terminator::Return(Values::from_slice(values)));
    }

    pub fn panic(&mut self, type_word: Value, data: Value) {
        self.end(Terminator::Panic([type_word, data]));
    }

    pub fn unreachable(&mut self) {
        self.end(Terminator::Unreachable);
    }

    // Variables.

    pub fn var(&mut self, kind: Kind) -> Var {
        self.vars.push(kind);
        self.written.push(0);
        Var(self.vars.len() as u32 - 1)
    }

    pub fn write(&mut self, var: Var, value: Value) {
        if let Some(b) = self.current {
            self.defs.insert((var, b), value);
            self.writes += 1;
            self.written[var.0 as usize] = self.writes;
            if let Some(d) = &self.debug
                && let Some(&(n, part)) = d.of.get(&var)
            {
                let bind = self.bind(n, part, Some(value));
                self.func.block_mut(b).insts.push(bind);
            }
        }
    }

    // Debug information of variables. Without `debug_variables` none of this does anything.

    /// From now on named variables are bound to their values.
    pub fn debug_variables(&mut self) {
        self.debug = Some(Box::default());
    }

    /// Says which variable of the source these are, before they are written first; gives its number.
    pub fn name(&mut self, vars: &[Var], variable: Variable) -> u32 {
        let n = self.func.variables.len() as u32;
        if let Some(d) = &mut self.debug {
            d.of.extend(vars.iter().enumerate().map(|(part, &v)| (v, (n, part as u16))));
            d.open.push(n);
            self.func.variables.push(variable);
        }
        n
    }

    /// The instruction that binds a component of a variable.
    pub fn bind(&self, var: u32, part: u16, value: Option<Value>) -> Inst {
        Inst {
            kind: InstKind::DebugBind { var, part, constant: None },
            args: value.into_iter().collect(),
            results: SmallVec::new(),
            pos: self.site,
        }
    }

    /// How many variables are in scope, for `leave_scope`.
    pub fn scope(&self) -> usize {
        self.debug.as_ref().map_or(0, |d| d.open.len())
    }

    /// Variables that came since `scope` was asked are gone.
    pub fn leave_scope(&mut self, depth: usize) {
        let Some(d) = &mut self.debug else { return };
        let gone: Vec<u32> = d.open.drain(depth..).collect();
        let Some(b) = self.current else { return };
        for n in gone {
            for part in 0..self.func.variables[n as usize].parts {
                let bind = self.bind(n, part, None);
                self.func.block_mut(b).insts.push(bind);
            }
        }
    }

    /// Gives a variable its value from the function's first instruction on.
    pub fn write_entry(&mut self, var: Var, value: Value) {
        self.defs.entry((var, Block(0))).or_insert(value);
    }

    pub fn read(&mut self, var: Var) -> Value {
        match self.current {
            Some(b) => self.read_in(var, b),
            None => self.func.new_value(self.vars[var.0 as usize]),
        }
    }

    fn read_in(&mut self, var: Var, block: Block) -> Value {
        // A chain of single predecessors is walked without recursion.
        let mut b = block;
        let mut path: SmallVec<[Block; 8]> = SmallVec::new();
        let value = loop {
            if let Some(&v) = self.defs.get(&(var, b)) {
                break self.resolve(v);
            }
            let st = &self.state[b.index()];
            if !st.sealed {
                let (v, at) = self.new_param(b, var);
                self.state[b.index()].incomplete.push((var, at));
                self.defs.insert((var, b), v);
                break v;
            }
            match st.preds.len() {
                0 => {
                    // Never written on this path (dead code, or a zero value the program cannot see).
                    break self.undefined(var, b);
                }
                1 => {
                    path.push(b);
                    b = st.preds[0].0;
                }
                _ if let Some((writes, before)) = st.after
                    && self.written[var.0 as usize] <= writes =>
                {
                    path.push(b);
                    b = before;
                }
                _ => {
                    let (v, at) = self.new_param(b, var);
                    self.defs.insert((var, b), v);
                    break self.fill_param(b, var, at);
                }
            }
        };
        for p in path {
            self.defs.insert((var, p), value);
        }
        value
    }

    /// Only `b` gets the value: a dead block must not change what the entry says of the variable.
    fn undefined(&mut self, var: Var, b: Block) -> Value {
        let kind = self.vars[var.0 as usize];
        let v = self.func.new_value(kind);
        let k = if kind.is_ptr() { InstKind::Op(Op::Nil) } else { InstKind::Const(0) };
        let entry = &mut self.func.blocks[0];
        entry.insts.insert(
            0,
            Inst {
                kind: k,
                args: Values::new(),
                results: SmallVec::from_slice(&[v]),
                pos: Site::default(),
            },
        );
        self.defs.insert((var, b), v);
        v
    }

    fn new_param(&mut self, b: Block, var: Var) -> (Value, usize) {
        let v = self.func.new_value(self.vars[var.0 as usize]);
        self.func.block_mut(b).params.push(v);
        let st = &mut self.state[b.index()];
        st.param_vars.push(Some(var));
        for i in 0..st.preds.len() {
            let (p, t) = self.state[b.index()].preds[i];
            // A place for the argument, so that parameters and arguments stay in step.
            self.func.block_mut(p).term.targets_mut()[t as usize].args.push(v);
        }
        (v, self.func.block(b).params.len() - 1)
    }

    /// Gives parameter `at` its arguments; when they are all the same the parameter is an alias.
    fn fill_param(&mut self, b: Block, var: Var, at: usize) -> Value {
        let param = self.func.block(b).params[at];
        let mut same: Option<Value> = None;
        let mut trivial = true;
        for i in 0..self.state[b.index()].preds.len() {
            let (p, t) = self.state[b.index()].preds[i];
            let v = self.read_in(var, p);
            let args = &mut self.func.block_mut(p).term.targets_mut()[t as usize].args;
            if args.len() <= at {
                args.resize(at + 1, param);
            }
            args[at] = v;
            if v != param {
                match same {
                    None => same = Some(v),
                    Some(s) if s == v => {}
                    _ => trivial = false,
                }
            }
        }
        match same {
            Some(s) if trivial => {
                self.alias.insert(param, s);
                self.resolve(s)
            }
            _ => param,
        }
    }

    fn resolve(&self, mut v: Value) -> Value {
        while let Some(&to) = self.alias.get(&v) {
            v = to;
        }
        v
    }

    /// The finished function: aliases replaced, parameters that are not needed removed.
    pub fn finish(mut self) -> Func {
        for b in 0..self.func.blocks.len() {
            debug_assert!(
                self.state[b].sealed || self.state[b].preds.is_empty(),
                "block {b} is not sealed"
            );
            if self.func.blocks[b].term == Terminator::None {
                self.func.blocks[b].term = Terminator::Unreachable;
            }
        }
        // Removing one parameter can make another one trivial: until nothing changes.
        loop {
            let mut changed = false;
            for b in 1..self.func.blocks.len() {
                let preds = self.state[b].preds.clone();
                for at in 0..self.func.blocks[b].params.len() {
                    let param = self.func.blocks[b].params[at];
                    if self.alias.contains_key(&param) || preds.is_empty() {
                        continue;
                    }
                    let mut same = None;
                    let mut trivial = true;
                    for &(p, t) in &preds {
                        let args = match &self.func.blocks[p.index()].term {
                            Terminator::Jump(x) => &x.args,
                            Terminator::Branch { then, els, .. } => {
                                if t == 0 {
                                    &then.args
                                } else {
                                    &els.args
                                }
                            }
                            _ => continue,
                        };
                        let v = self.resolve(args[at]);
                        if v != param && same != Some(v) {
                            trivial &= same.is_none();
                            same = Some(v);
                        }
                    }
                    if let Some(s) = same
                        && trivial
                    {
                        self.alias.insert(param, s);
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
        let alias = std::mem::take(&mut self.alias);
        let resolve = |mut v: Value| {
            while let Some(&to) = alias.get(&v) {
                v = to;
            }
            v
        };
        for b in 0..self.func.blocks.len() {
            let keep: Vec<bool> =
                self.func.blocks[b].params.iter().map(|p| !alias.contains_key(p)).collect();
            if keep.iter().any(|k| !k) {
                for &(p, t) in &self.state[b].preds.clone() {
                    let args = &mut self.func.blocks[p.index()].term.targets_mut()[t as usize].args;
                    let mut i = 0;
                    args.retain(|_| {
                        i += 1;
                        keep[i - 1]
                    });
                }
                let mut i = 0;
                self.func.blocks[b].params.retain(|_| {
                    i += 1;
                    keep[i - 1]
                });
            }
            if let Some(d) = &self.debug {
                // Where definitions met.
                let params = self.state[b].param_vars.iter().zip(&keep);
                let left = params.filter(|p| *p.1).map(|p| *p.0);
                let binds: Vec<Inst> = (left.zip(&self.func.blocks[b].params))
                    .filter_map(|(var, &p)| {
                        let &(n, part) = d.of.get(&var?)?;
                        Some(self.bind(n, part, Some(p)))
                    })
                    .collect();
                self.func.blocks[b].insts.splice(0..0, binds);
            }
            let data = &mut self.func.blocks[b];
            for inst in &mut data.insts {
                for a in &mut inst.args {
                    *a = resolve(*a);
                }
            }
            data.term.each_use_mut(|v| *v = resolve(*v));
        }
        self.func
    }
}

//! Inlining of small functions: a call becomes the callee's instructions.
//!
//! Works bottom-up over the call graph, so that what is inlined has its own calls inlined already.
//! What is kept of the call is a site in `Func::inline_sites`: tracebacks show the frame that is no
//! longer there. **Never inlined:** functions that look at their own frame (`recover`, `defer`, their
//! closure), loops, wrappers; nothing that calls is inlined into a wrapper (a `recover` further in
//! counts frames).

use gvm_bytecode::image::{FuncId, func_flags};
use gvm_bytecode::op::Op;
use smallvec::SmallVec;

use super::{Block, Func, Inst, InstKind, Site, Target, Terminator, Value, Values, Variable};

/// A callee may cost this much; see `cost`.
const LIMIT: u32 = 30;
/// A function that took in more functions than this is not taken in: those that only call the next
/// one would each have all after it in their lists.
const MANY: usize = 32;
/// A function with more instructions than this takes nothing in any more.
const BIG: usize = 4000;

/// What a caller needs to know of a callee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Unknown,
    No,
    Yes { calls: bool },
}

/// What inlining did, by function.
pub struct Inlined {
    /// The functions whose bodies are in it now, those in these included.
    pub taken: Vec<Vec<FuncId>>,
    /// Small enough for callers to take in.
    pub small: Vec<bool>,
}

impl Inlined {
    /// Of so many functions, none.
    pub fn nothing(functions: usize) -> Inlined {
        Inlined { taken: vec![Vec::new(); functions], small: vec![false; functions] }
    }
}

/// Inlines into all functions; those without a body are `None`.
pub fn run(funcs: &mut [Option<Func>]) -> Inlined {
    let mut verdicts = vec![Verdict::Unknown; funcs.len()];
    let mut taken: Vec<Vec<FuncId>> = vec![Vec::new(); funcs.len()];
    let mut started = vec![false; funcs.len()];
    // Depth first by an explicit stack: call chains can be long.
    let mut stack: Vec<(usize, Vec<FuncId>)> = Vec::new();
    for root in 0..funcs.len() {
        if !std::mem::replace(&mut started[root], true) {
            stack.push((root, funcs[root].as_ref().map(callees).unwrap_or_default()));
        }
        while let Some((at, todo)) = stack.last_mut() {
            if let Some(next) = todo.pop() {
                let next = next.index();
                if !std::mem::replace(&mut started[next], true) {
                    stack.push((next, funcs[next].as_ref().map(callees).unwrap_or_default()));
                }
                continue;
            }
            let at = *at;
            stack.pop();
            let Some(mut f) = funcs[at].take() else { continue };
            let mut all = into(&mut f, funcs, &verdicts);
            for k in 0..all.len() {
                all.extend_from_slice(&taken[all[k].index()]);
            }
            all.sort_unstable_by_key(|f| f.index());
            all.dedup();
            verdicts[at] = if all.len() > MANY { Verdict::No } else { verdict(&f) };
            taken[at] = all;
            funcs[at] = Some(f);
        }
    }
    let small = verdicts.iter().map(|v| matches!(v, Verdict::Yes { .. })).collect();
    Inlined { taken, small }
}

fn callees(f: &Func) -> Vec<FuncId> {
    let insts = f.layout.iter().flat_map(|&b| &f.block(b).insts);
    insts.filter_map(|i| if let InstKind::Call(id) = i.kind { Some(id) } else { None }).collect()
}

fn verdict(f: &Func) -> Verdict {
    if f.recovery.is_some() || f.flags & func_flags::WRAPPER != 0 || f.layout.len() > 12 {
        return Verdict::No;
    }
    let mut position = vec![usize::MAX; f.blocks.len()];
    for (n, b) in f.layout.iter().enumerate() {
        position[b.index()] = n;
    }
    let (mut sum, mut calls) = (0, false);
    for (n, &b) in f.layout.iter().enumerate() {
        let data = f.block(b);
        if data.term.targets().iter().any(|t| position[t.block.index()] <= n) {
            return Verdict::No;
        }
        for i in &data.insts {
            let Some(c) = cost(i) else { return Verdict::No };
            sum += c;
            calls |= i.kind.has_window();
        }
        sum += 1;
    }
    if sum <= LIMIT { Verdict::Yes { calls } } else { Verdict::No }
}

/// Roughly instructions; `None` for what ties a function to its frame.
fn cost(i: &Inst) -> Option<u32> {
    match &i.kind {
        InstKind::Op(Op::Recover | Op::FrameToken | Op::DeferTo | Op::Closure) => None,
        InstKind::Defer | InstKind::DeferRun | InstKind::Go => None,
        InstKind::DebugBind { .. } | InstKind::Const(_) => Some(0),
        k if k.has_window() => Some(4 + i.args.len() as u32),
        _ => Some(1),
    }
}

/// Inlines what is allowed into one function, and says what that was.
fn into(f: &mut Func, funcs: &[Option<Func>], verdicts: &[Verdict]) -> Vec<FuncId> {
    let wrapper = f.flags & func_flags::WRAPPER != 0;
    let wanted = |i: &Inst| match i.kind {
        InstKind::Call(id) => match verdicts[id.index()] {
            Verdict::Yes { calls } if !(wrapper && calls) => {
                funcs[id.index()].as_ref().map(|f| (id, f))
            }
            _ => None,
        },
        _ => None,
    };
    let mut size: usize = f.layout.iter().map(|&b| f.block(b).real_insts().count()).sum();
    let mut taken = Vec::new();
    let mut at = 0;
    while let Some(&b) = f.layout.get(at) {
        at += 1;
        if size > BIG || !f.block(b).insts.iter().any(|i| wanted(i).is_some()) {
            continue;
        }
        let insts = std::mem::take(&mut f.block_mut(b).insts);
        let mut out: Vec<Inst> = Vec::with_capacity(insts.len() + 16);
        // Where instructions go: calls with several blocks split the block they are in.
        let mut current = b;
        let mut blocks: Vec<Block> = Vec::new();
        let end = std::mem::replace(&mut f.block_mut(b).term, Terminator::None);
        let end_pos = f.block(b).term_pos;
        for i in insts {
            let Some((id, callee)) = wanted(&i) else {
                out.push(i);
                continue;
            };
            taken.push(id);
            let mut copy = Copy::new(f, callee, &i);
            if let [only] = callee.layout[..]
                && let Terminator::Return(results) = &callee.block(only).term
            {
                out.extend(copy.insts(callee, only));
                for (&r, &v) in i.results.iter().zip(results) {
                    out.push(Inst {
                        kind: InstKind::Op(Op::Mov),
                        args: SmallVec::from_slice(&[copy.value(v)]),
                        results: SmallVec::from_slice(&[r]),
                        pos: i.pos,
                    });
                }
            } else {
                let after = f.new_block();
                f.block_mut(after).params = i.results.to_vec();
                copy.fill(f, callee, after);
                let entry = copy.block(Block(0));
                let cur = f.block_mut(current);
                cur.insts = std::mem::take(&mut out);
                cur.term = Terminator::Jump(Target { block: entry, args: Values::new() });
                cur.term_pos = i.pos;
                blocks.extend(callee.layout.iter().map(|&x| copy.block(x)));
                blocks.push(after);
                current = after;
            }
            size +=
                callee.layout.iter().map(|&x| callee.block(x).real_insts().count()).sum::<usize>();
        }
        let cur = f.block_mut(current);
        (cur.insts, cur.term, cur.term_pos) = (out, end, end_pos);
        // What came in needs no second look: its own calls were decided before.
        let n = blocks.len();
        f.layout.splice(at..at, blocks);
        at += n;
    }
    taken
}

/// One copy of a callee's body inside a caller: which value, block and site stands for which.
struct Copy {
    values: Vec<Option<Value>>,
    blocks: Vec<Option<Block>>,
    /// This call's inline site; the callee's own follow it.
    site: u32,
    /// What number 0 of the callee's variables is here.
    first_variable: u32,
}

impl Copy {
    /// Makes the values, blocks and sites; parameters are the call's arguments.
    fn new(f: &mut Func, callee: &Func, call: &Inst) -> Copy {
        f.inline_sites.push((callee.name.clone(), call.pos.pos, call.pos.inline));
        let site = f.inline_sites.len() as u32;
        f.inline_sites.extend(
            callee.inline_sites.iter().map(|(name, pos, up)| (name.clone(), *pos, site + up)),
        );
        let first_variable = f.variables.len() as u32;
        let inlined = |v: &Variable| Variable { inline: site + v.inline, ..v.clone() };
        f.variables.extend(callee.variables.iter().map(inlined));
        let mut values = vec![None; callee.values.len()];
        for (&p, &a) in callee.block(Block(0)).params.iter().zip(&call.args) {
            values[p.index()] = Some(a);
        }
        let mut define = |v: Value| values[v.index()] = Some(f.new_value(callee.kind(v)));
        for &b in &callee.layout {
            let data = callee.block(b);
            if b != Block(0) {
                data.params.iter().for_each(|&p| define(p));
            }
            data.insts.iter().flat_map(|i| &i.results).for_each(|&r| define(r));
        }
        Copy { values, blocks: vec![None; callee.blocks.len()], site, first_variable }
    }

    fn value(&self, v: Value) -> Value {
        self.values[v.index()].expect("a definition comes before its uses")
    }

    fn block(&self, b: Block) -> Block {
        self.blocks[b.index()].expect("all blocks of the layout were made")
    }

    fn place(&self, at: Site) -> Site {
        Site { inline: self.site + at.inline, ..at }
    }

    /// A block's instructions.
    fn insts<'a>(&'a self, callee: &'a Func, b: Block) -> impl Iterator<Item = Inst> + 'a {
        callee.block(b).insts.iter().map(|i| Inst {
            kind: match i.kind {
                InstKind::DebugBind { var, part, constant } => {
                    InstKind::DebugBind { var: self.first_variable + var, part, constant }
                }
                ref other => other.clone(),
            },
            args: i.args.iter().map(|&a| self.value(a)).collect(),
            results: i.results.iter().map(|&r| self.value(r)).collect(),
            pos: self.place(i.pos),
        })
    }

    /// Copies all blocks; returns become jumps to `after` with the results.
    fn fill(&mut self, f: &mut Func, callee: &Func, after: Block) {
        for &b in &callee.layout {
            self.blocks[b.index()] = Some(f.new_block());
        }
        for &b in &callee.layout {
            let data = callee.block(b);
            let mut term = data.term.clone();
            term.each_use_mut(|v| *v = self.value(*v));
            match term {
                Terminator::Return(args) => {
                    term = Terminator::Jump(Target { block: after, args });
                }
                _ => term.targets_mut().into_iter().for_each(|t| t.block = self.block(t.block)),
            }
            let block = f.block_mut(self.block(b));
            block.insts = self.insts(callee, b).collect();
            (block.term, block.term_pos) = (term, self.place(data.term_pos));
            if b != Block(0) {
                block.params = data.params.iter().map(|&p| self.value(p)).collect();
            }
        }
    }
}

//! Lowering one function body: its state, variables, and how it begins and ends.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::{FuncId, Kind, VariableRole, func_flags};
use gvm_bytecode::op::Op;
use hashbrown::HashMap;
use smallvec::SmallVec;

use super::{Lowerer, Subst};
use crate::Symbol;
use crate::ir::build::{Builder, Var};
use crate::ir::{Block, Func, Inst, InstKind, Site, Value, Values, Variable};
use crate::source::Pos;
use crate::syntax::ast::{self, NodeId};
use crate::syntax::walk::{self, Node};
use crate::types::object::{BodyId, ObjId, ObjKind};
use crate::types::type_::{TypeId, TypeKind};

/// The components of a value.
pub type Run = SmallVec<[Value; 4]>;

/// Where a local variable is.
#[derive(Clone, Debug)]
pub enum Local {
    /// SSA variables, one a component.
    Ssa(SmallVec<[Var; 4]>),
    /// The address of its memory, as an SSA variable (a loop makes a new one each time round).
    Memory(Var),
    /// A captured value that is never assigned.
    Fixed(Run),
}

/// Where `break` and `continue` of a statement go.
#[derive(Clone, Copy)]
pub struct Exits {
    pub label: Option<Symbol>,
    pub brk: Block,
    pub cont: Option<Block>,
}

pub struct FuncLower<'l, 'c, 'a> {
    pub l: &'l mut Lowerer<'c, 'a>,
    pub b: Builder,
    pub sub: Subst,
    pub name: String,
    pub vars: HashMap<ObjId, Local>,
    pub exits: Vec<Exits>,
    pub labels: HashMap<Symbol, Block>,
    /// For `fallthrough`: the next clause's block.
    pub fall: Option<Block>,
    /// Result types, and their memory when the function defers; else their variables if named.
    pub result_types: Vec<TypeId>,
    pub result_addrs: Vec<Value>,
    pub result_objs: Vec<Option<ObjId>>,
    pub has_defer: bool,
    /// Variables of enclosing functions, in the order of the closure's words.
    pub captures: Vec<(ObjId, Vec<Kind>)>,
    /// This is a function literal or a range-over-func body.
    pub is_closure: bool,
    /// A function literal that is called where it stands: for gc what it captures are parameters.
    pub called_at_once: bool,
    closure_value: Option<Value>,
    /// Values of expressions that were evaluated ahead of the operand that they are part of.
    pub ready: HashMap<NodeId, Run>,
    /// By composite literal.
    pub literal_reads: HashMap<NodeId, super::order::Reads>,
    /// The elements of the literal that is evaluated come one after the other, each with its calls.
    pub in_turn: bool,
    /// Instructions that go before everything else.
    prologue: Vec<Inst>,
    /// State of the range-over-func body this is, if it is one.
    pub range_body: Option<super::range::RangeBody>,
}

impl<'l, 'c, 'a> FuncLower<'l, 'c, 'a> {
    pub fn new(
        l: &'l mut Lowerer<'c, 'a>,
        name: String,
        params: &[Kind],
        sub: Subst,
    ) -> (Self, Vec<Value>) {
        let (mut b, values) = Builder::new(name.clone(), params);
        if l.debug_variables {
            b.debug_variables();
        }
        if super::reflect::HANDS_ON.contains(&name.as_str()) {
            b.func.flags |= func_flags::WRAPPER;
        }
        let f = FuncLower {
            l,
            b,
            sub,
            name,
            vars: HashMap::new(),
            exits: Vec::new(),
            labels: HashMap::new(),
            fall: None,
            result_types: Vec::new(),
            result_addrs: Vec::new(),
            result_objs: Vec::new(),
            has_defer: false,
            captures: Vec::new(),
            is_closure: false,
            called_at_once: false,
            closure_value: None,
            ready: HashMap::new(),
            literal_reads: HashMap::new(),
            in_turn: false,
            prologue: Vec::new(),
            range_body: None,
        };
        (f, values)
    }

    /// A declared function or method.
    pub fn declared(
        l: &'l mut Lowerer<'c, 'a>,
        name: String,
        body: BodyId,
        block: &'a ast::Block<'a>,
        sub: Subst,
        end: Pos,
    ) -> Func {
        let (mut f, values) = Self::with_signature(l, name, body, sub);
        f.body(body, values, block, end);
        f.finish()
    }

    /// Makes the builder with the parameters and results that a body has.
    pub fn with_signature(
        l: &'l mut Lowerer<'c, 'a>,
        name: String,
        body: BodyId,
        sub: Subst,
    ) -> (Self, Vec<Value>) {
        let data = l.c.body_data.get(&body).cloned().unwrap_or_default();
        let mut types_of = |objs: &[ObjId]| -> Vec<TypeId> {
            objs.iter()
                .map(|&o| {
                    let t = l.c.objs[o].typ;
                    l.subst(t, &sub)
                })
                .collect()
        };
        let params = types_of(&data.params);
        let results = types_of(&data.results);
        let kinds = l.kinds(&params);
        let (mut f, values) = Self::new(l, name, &kinds, sub);
        f.b.func.results = f.l.kinds(&results);
        f.result_types = results;
        (f, values)
    }

    /// Parameters, results, statements, and the end of the function.
    pub fn body(&mut self, body: BodyId, values: Vec<Value>, block: &'a ast::Block<'a>, end: Pos) {
        let data = self.l.c.body_data.get(&body).cloned().unwrap_or_default();
        self.has_defer = walk::has_defer(block) || self.has_defer;
        self.force_captures(block, &data.results);
        let mut rest = &values[..];
        for &p in &data.params {
            let t = self.obj_type(p);
            let n = self.l.rep(t).count();
            let (mine, others) = rest.split_at(n);
            rest = others;
            if self.is_named(p) {
                self.declare(p, Some(Run::from_slice(mine)));
            }
        }
        for (k, &r) in data.results.iter().enumerate() {
            let named = self.is_named(r);
            self.result_objs.push(named.then_some(r));
            let t = self.result_types[k];
            if self.has_defer {
                let addr = self.new_object(t);
                self.result_addrs.push(addr);
                if named {
                    self.l.result_in_memory.insert(r);
                    let var = self.b.var(Kind::Ptr);
                    self.name_variable(r, true, &[var]);
                    self.b.write(var, addr);
                    self.vars.insert(r, Local::Memory(var));
                }
            } else if named {
                self.declare(r, None);
            }
        }
        if self.has_defer {
            self.b.func.flags |= func_flags::DEFERS;
        }
        self.stmts(block.stmts);
        self.at(end);
        if !self.b.is_dead() {
            self.return_now();
        }
        if self.has_defer {
            // Unwinding resumes here after a deferred call recovered.
            let r = self.b.start();
            self.b.seal(r);
            self.b.func.recovery = Some(r);
            self.b.func.block_mut(r).is_recovery = true;
            self.return_now();
        }
    }

    /// Runs deferred calls and returns what the result variables hold.
    pub fn return_now(&mut self) {
        if self.has_defer {
            self.b.inst(InstKind::DeferRun, &[], &[]);
        }
        let mut out = Run::new();
        for k in 0..self.result_types.len() {
            let t = self.result_types[k];
            if self.has_defer {
                let addr = self.result_addrs[k];
                out.extend(self.load(t, addr, 0));
            } else if let Some(obj) = self.result_objs.get(k).copied().flatten() {
                out.extend(self.read_var(obj));
            } else {
                out.extend(self.zero(t));
            }
        }
        self.b.ret(&out);
    }

    pub fn finish(mut self) -> Func {
        self.b.func.captures = self.captures.iter().flat_map(|c| c.1.iter().copied()).collect();
        let prologue = std::mem::take(&mut self.prologue);
        for l in self.labels.values() {
            self.b.seal(*l);
        }
        let mut f = self.b.finish();
        f.blocks[0].insts.splice(0..0, prologue);
        f
    }

    /// Marks variables that range-over-func bodies in this block use from outside themselves.
    fn force_captures(&mut self, block: &'a ast::Block<'a>, results: &[ObjId]) {
        let mut loops: Vec<&'a ast::RangeStmt<'a>> = Vec::new();
        // What is inside function literals has its turn with them.
        walk::block(block, &mut |n| match n {
            Node::Stmt(s) => {
                if let ast::StmtKind::Range(r) = s.kind
                    && self.over_func(r)
                {
                    loops.push(r);
                    return false;
                }
                true
            }
            Node::Expr(e) => !matches!(e.kind, ast::ExprKind::FuncLit { .. }),
        });
        for r in loops {
            // The body can end the function, so results have memory as in functions with `defer`.
            self.has_defer = true;
            let info = &self.l.c.info;
            let forced = &mut self.l.forced_captures;
            let mut note = |n: Node<'a>| {
                if let Node::Expr(e) = n
                    && let ast::ExprKind::Ident(_) = e.kind
                    && let Some(&obj) = info.uses.get(&e.id)
                {
                    forced.insert(obj);
                }
                true
            };
            walk::block(r.body, &mut note);
            for e in [r.key, r.value].into_iter().flatten() {
                walk::expr(e, &mut note);
            }
            // `return` without values in the body reads the results.
            forced.extend(results);
        }
    }

    /// A loop over a function.
    pub fn over_func(&mut self, r: &'a ast::RangeStmt<'a>) -> bool {
        let t = self.type_of(r.x);
        matches!(self.l.under(t), TypeKind::Signature(_))
    }

    fn is_named(&self, obj: ObjId) -> bool {
        !matches!(self.l.c.objs[obj].name, Symbol::EMPTY | Symbol::BLANK)
    }

    // Positions and types.

    pub fn at(&mut self, pos: Pos) {
        if pos.is_known() {
            self.b.site = Site { pos: self.l.source_pos(pos), ..Site::default() };
        }
    }

    /// The type of an expression, substituted and canonical.
    pub fn type_of(&mut self, e: &ast::Expr<'a>) -> TypeId {
        match self.l.c.info.exprs.get(&e.id) {
            Some(tv) => {
                let t = tv.typ;
                let sub = &self.sub;
                self.l.subst(t, sub)
            }
            None => match e.kind {
                ast::ExprKind::Ident(_) => {
                    let obj = self.obj_of(e.id);
                    obj.map_or(TypeId::INVALID, |o| self.obj_type(o))
                }
                ast::ExprKind::Paren(x) => self.type_of(x),
                _ => TypeId::INVALID,
            },
        }
    }

    pub fn obj_of(&self, id: NodeId) -> Option<ObjId> {
        let info = &self.l.c.info;
        info.uses.get(&id).or_else(|| info.defs.get(&id)).copied()
    }

    pub fn obj_type(&mut self, obj: ObjId) -> TypeId {
        let t = self.l.c.objs[obj].typ;
        self.l.subst(t, &self.sub)
    }

    pub fn subst(&mut self, t: TypeId) -> TypeId {
        self.l.subst(t, &self.sub)
    }

    pub fn unsupported(&mut self, pos: Pos, what: &str) {
        self.l.diags.unsupported(pos, what);
    }

    // Variables.

    /// Whether a variable has memory of its own.
    pub fn in_memory(&mut self, obj: ObjId) -> bool {
        let t = self.obj_type(obj);
        if self.l.rep(t).boxed || self.l.result_in_memory.contains(&obj) {
            return true;
        }
        let forced = self.l.forced_captures.contains(&obj);
        self.l
            .c
            .objs
            .var(obj)
            .is_some_and(|v| v.address_taken || ((v.captured || forced) && v.reassigned))
    }

    /// Whether all iterations of the loop that declares a variable share it.
    pub fn is_per_loop(&self, obj: ObjId) -> bool {
        self.l.c.objs.var(obj).is_some_and(|v| v.per_loop)
    }

    /// Brings a variable into being with a value, or zero.
    pub fn declare(&mut self, obj: ObjId, value: Option<Run>) {
        let t = self.obj_type(obj);
        if self.in_memory(obj) {
            let addr = self.new_object(t);
            if let Some(v) = value {
                self.store(t, addr, 0, &v);
            }
            self.declare_at(obj, addr);
            return;
        }
        let value = match value {
            Some(v) => v,
            None => self.zero(t),
        };
        let kinds: Vec<Kind> = self.l.rep(t).kinds().collect();
        let vars: SmallVec<[Var; 4]> = kinds.iter().map(|&k| self.b.var(k)).collect();
        self.name_variable(obj, false, &vars);
        for (&var, &v) in vars.iter().zip(&value) {
            self.b.write(var, v);
        }
        self.vars.insert(obj, Local::Ssa(vars));
    }

    /// Declares a variable whose memory gets an image copied from `from`.
    pub fn declare_from_image(&mut self, obj: ObjId, from: Value) {
        let t = self.obj_type(obj);
        let addr = self.new_object(t);
        self.copy(t, addr, from);
        self.declare_at(obj, addr);
    }

    /// A variable whose memory is at `addr`.
    pub fn declare_at(&mut self, obj: ObjId, addr: Value) {
        let var = self.b.var(Kind::Ptr);
        self.name_variable(obj, true, &[var]);
        self.b.write(var, addr);
        self.vars.insert(obj, Local::Memory(var));
    }

    /// Debug information of a variable, when it is wanted; gives its number.
    fn name_variable(&mut self, obj: ObjId, in_memory: bool, vars: &[Var]) -> Option<u32> {
        if !self.l.debug_variables || obj.0 >= super::range::HIDDEN || !self.is_named(obj) {
            return None;
        }
        let t = self.obj_type(obj);
        let parts = if in_memory { 1 } else { self.l.rep(t).count() };
        if parts == 0 {
            return None;
        }
        let o = &self.l.c.objs[obj];
        let (name, pos) = (self.l.name(o.name).to_string(), o.pos);
        let info = self.l.c.objs.var(obj);
        let role = match info {
            _ if self.is_closure && vars.is_empty() => VariableRole::Captured,
            Some(v) if v.is_result => VariableRole::Result,
            Some(v) if v.is_param => VariableRole::Param,
            _ => VariableRole::Local,
        };
        let variable = Variable {
            name,
            typ: self.l.debug_type(t),
            role,
            pos: self.l.source_pos(pos),
            inline: 0,
            in_memory,
            parts: parts as u16,
        };
        Some(self.b.name(vars, variable))
    }

    /// Where a local or captured variable is.
    pub fn local(&mut self, obj: ObjId) -> Local {
        if let Some(l) = self.vars.get(&obj) {
            return l.clone();
        }
        if !self.is_closure {
            // An error was reported, or this is a bug: make the program end there.
            self.b.unreachable();
            let s = self.b.start();
            self.b.seal(s);
            self.declare(obj, None);
            return self.vars[&obj].clone();
        }
        // A variable of an enclosing function: the next words of the closure.
        let hidden = obj.0 >= super::range::HIDDEN;
        let by_ref = !hidden && self.in_memory(obj);
        let kinds: Vec<Kind> = if hidden && obj.0 % 2 != super::range::HIDDEN % 2 {
            vec![Kind::I64]
        } else if by_ref || hidden {
            vec![Kind::Ptr]
        } else {
            let t = self.obj_type(obj);
            self.l.rep(t).kinds().collect()
        };
        let first: usize = self.captures.iter().map(|c| c.1.len()).sum();
        let mut run = Run::new();
        for (i, &k) in kinds.iter().enumerate() {
            // What takes no words needs no closure.
            let closure = self.closure_value();
            let op = if k.is_ptr() { Op::LdP } else { Op::Ld64 };
            let off = 8 + 8 * (first + i);
            let v = self.b.func.new_value(k);
            self.prologue.push(Inst {
                kind: InstKind::Load(op, off as u16),
                args: Values::from_slice(&[closure]),
                results: SmallVec::from_slice(&[v]),
                pos: Site::default(),
            });
            run.push(v);
        }
        self.captures.push((obj, kinds));
        if let Some(n) = self.name_variable(obj, by_ref, &[]) {
            for (part, &v) in run.iter().enumerate() {
                let bind = self.b.bind(n, part as u16, Some(v));
                self.prologue.push(Inst { pos: Site::default(), ..bind });
            }
        }
        let local = if by_ref {
            let var = self.b.var(Kind::Ptr);
            self.b.write_entry(var, run[0]);
            Local::Memory(var)
        } else {
            Local::Fixed(run)
        };
        self.vars.insert(obj, local.clone());
        local
    }

    pub fn closure_value(&mut self) -> Value {
        if let Some(v) = self.closure_value {
            return v;
        }
        let v = self.b.func.new_value(Kind::Ptr);
        let inst = Inst {
            kind: InstKind::Op(Op::Closure),
            args: Values::new(),
            results: SmallVec::from_slice(&[v]),
            pos: Site::default(),
        };
        self.prologue.insert(0, inst);
        self.closure_value = Some(v);
        v
    }

    /// Loads words `first..` of the closure, in the prologue.
    pub fn closure_words(&mut self, first: usize, kinds: &[Kind]) -> Run {
        if kinds.is_empty() {
            return Run::new();
        }
        let closure = self.closure_value();
        let mut run = Run::new();
        for (i, &k) in kinds.iter().enumerate() {
            let op = if k.is_ptr() { Op::LdP } else { Op::Ld64 };
            run.push(self.b.one(InstKind::Load(op, (8 + 8 * (first + i)) as u16), &[closure], k));
        }
        run
    }

    pub fn read_var(&mut self, obj: ObjId) -> Run {
        if matches!(self.l.c.objs[obj].kind, ObjKind::Var(ref v) if v.is_global) {
            return self.read_global(obj);
        }
        match self.local(obj) {
            Local::Ssa(vars) => vars.iter().map(|&v| self.b.read(v)).collect(),
            Local::Fixed(run) => run,
            Local::Memory(var) => {
                let t = self.obj_type(obj);
                let addr = self.b.read(var);
                self.load(t, addr, 0)
            }
        }
    }

    // Calls of the runtime.

    pub fn rt(
        &mut self,
        which: Intrinsic,
        typ: Option<TypeId>,
        args: &[Value],
        results: &[Kind],
    ) -> SmallVec<[Value; 2]> {
        self.rt_imm(which, 0, typ, 0, args, results)
    }

    pub fn rt_imm(
        &mut self,
        which: Intrinsic,
        imm: u16,
        typ: Option<TypeId>,
        imm2: u32,
        args: &[Value],
        results: &[Kind],
    ) -> SmallVec<[Value; 2]> {
        let typ = typ.map(|t| self.l.type_id(t));
        self.b.inst(InstKind::Rt { which, imm, typ, imm2 }, args, results)
    }

    pub fn new_object(&mut self, t: TypeId) -> Value {
        let id = self.l.memory_type_id(t);
        self.b.one(InstKind::Table(Op::New, id.0), &[], Kind::Ptr)
    }

    pub fn static_closure(&mut self, id: FuncId) -> Value {
        self.b.one(InstKind::Table(Op::FuncAddr, id.0), &[], Kind::Ptr)
    }
}

//! The IR: SSA with block parameters, over untyped 64-bit components.
//!
//! A value is one component (ARCHITECTURE §2): strings, slices and interfaces are several values.
//! Instructions are the bytecode's operations with values instead of slots, so emission is
//! allocation of slots, moves and encoding. Nothing here knows Go's types.
//!
//! **Invariants** (`validate`): each value is defined once and its definition dominates its uses;
//! the arguments of a jump match its target's parameters in number and pointerness; a block ends
//! with exactly one terminator.

pub mod build;
pub mod constants;
pub mod inline;
pub mod loops;
pub mod opt;
pub mod print;
pub mod update;
pub mod validate;

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::{FuncId, Kind, NativeId, SourcePos, TypeId, VariableRole};
use gvm_bytecode::op::{Op, SliceKind};
use smallvec::SmallVec;

macro_rules! entity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);
        impl $name {
            pub const fn index(self) -> usize { self.0 as usize }
        }
    };
}
entity!(
    /// An SSA value.
    Value
);
entity!(
    /// A basic block.
    Block
);

pub type Values = SmallVec<[Value; 4]>;

/// What an instruction does. `args` and `results` are beside it in `Inst`.
#[derive(Clone, Debug, PartialEq)]
pub enum InstKind {
    /// An op of format D, S, DS, SS, DSS, D2.
    Op(Op),
    /// An op of format DSI: one argument and an immediate.
    Imm(Op, i16),
    /// A 64-bit constant.
    Const(i64),
    /// An op of format DT or SG: an index or offset.
    Table(Op, u32),
    /// An op of format DSO: [base], with a byte offset.
    Load(Op, u16),
    /// An op of format DSOX: [value, base], with a byte offset.
    WithLoad(Op, u16),
    /// An op of format SSO: [value, base].
    Store(Op, u16),
    /// An op of format ISO: [base], an immediate, a byte offset.
    StoreImm(Op, i16, u16),
    /// [base, index, length]
    IndexLoad(Op),
    /// [value, base, index, length]
    IndexStore(Op),
    /// [base, index, length], element size
    IndexAddr(u32),
    /// [base, low, new capacity], element size
    SlicePtr(u32),
    /// [low, high, max, limit]
    SliceCheck(SliceKind),
    /// [pointer, length, pointer, length]
    StrEq,
    /// [to, from]
    CopyMem(TypeId),
    /// [to]
    ZeroMem(TypeId),
    /// [arguments…]
    Call(FuncId),
    CallNative(NativeId),
    /// [closure, arguments…]
    CallClosure,
    /// [itab, data word, arguments…]
    CallInterface(u16),
    /// [arguments…]
    Rt {
        which: Intrinsic,
        imm: u16,
        typ: Option<TypeId>,
        imm2: u32,
    },
    /// [closure]
    Go,
    /// [closure]
    Defer,
    /// Runs this frame's deferred calls.
    DeferRun,
    /// [value], or []: component `part` of variable `var` has this value from here on, or
    /// `constant`, or none that is known. Only for debug information: it makes no code and keeps
    /// nothing alive.
    DebugBind {
        var: u32,
        part: u16,
        constant: Option<i64>,
    },
}

/// A named variable of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    /// A number that means something to whoever made the function.
    pub typ: u32,
    pub role: VariableRole,
    pub pos: SourcePos,
    /// Inline site + 1, or 0.
    pub inline: u32,
    /// Its one part is the address of its memory.
    pub in_memory: bool,
    /// Components.
    pub parts: u16,
}

#[derive(Clone, Debug)]
pub struct Inst {
    pub kind: InstKind,
    pub args: Values,
    pub results: SmallVec<[Value; 2]>,
    pub pos: Site,
}

/// Where an instruction comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Site {
    pub pos: SourcePos,
    /// Inline site + 1, or 0.
    pub inline: u32,
    /// `FuncEntry::unsigned` of an index or slice check.
    pub unsigned: u8,
}

/// A block and the arguments for its parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub block: Block,
    pub args: Values,
}

/// The comparison a branch makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cond {
    /// a != 0 (b is not used)
    True,
    Eq,
    Ne,
    Lt,
    Le,
    LtU,
    LeU,
    EqF,
    NeF,
    LtF,
    LeF,
    /// a against an immediate
    EqI(i16),
    NeI(i16),
    LtI(i16),
    LeI(i16),
    GtI(i16),
    GeI(i16),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Terminator {
    /// Not set yet.
    None,
    Jump(Target),
    Branch {
        cond: Cond,
        args: SmallVec<[Value; 2]>,
        then: Target,
        els: Target,
    },
    Return(Values),
    /// [type word, data]
    Panic([Value; 2]),
    Unreachable,
}

#[derive(Clone, Debug)]
pub struct BlockData {
    pub params: Vec<Value>,
    pub insts: Vec<Inst>,
    pub term: Terminator,
    pub term_pos: Site,
    /// Where unwinding goes on after `recover`: reached by no jump.
    pub is_recovery: bool,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Func {
    pub name: String,
    pub flags: u32,
    pub pos: SourcePos,
    /// Entry is block 0; its parameters are the function's.
    pub blocks: Vec<BlockData>,
    /// Blocks in the order of their code. A jump to a block that is not further down polls.
    pub layout: Vec<Block>,
    /// Kind of each value.
    pub values: Vec<Kind>,
    pub results: Vec<Kind>,
    pub captures: Vec<Kind>,
    pub recovery: Option<Block>,
    pub inline_sites: Vec<(String, SourcePos, u32)>,
    /// What `DebugBind` refers to; empty when nobody wants debug information of variables.
    pub variables: Vec<Variable>,
}

impl BlockData {
    /// Instructions that make code: all but binds.
    pub fn real_insts(&self) -> impl DoubleEndedIterator<Item = &Inst> {
        self.insts.iter().filter(|i| !i.kind.is_bind())
    }
}

impl Func {
    pub fn new(name: String) -> Func {
        Func {
            name,
            flags: 0,
            pos: SourcePos::default(),
            blocks: Vec::new(),
            layout: Vec::new(),
            values: Vec::new(),
            results: Vec::new(),
            captures: Vec::new(),
            recovery: None,
            inline_sites: Vec::new(),
            variables: Vec::new(),
        }
    }
    pub fn kind(&self, v: Value) -> Kind {
        self.values[v.index()]
    }
    pub fn is_ptr(&self, v: Value) -> bool {
        self.kind(v).is_ptr()
    }
    pub fn block(&self, b: Block) -> &BlockData {
        &self.blocks[b.index()]
    }
    pub fn block_mut(&mut self, b: Block) -> &mut BlockData {
        &mut self.blocks[b.index()]
    }
    pub fn new_value(&mut self, kind: Kind) -> Value {
        self.values.push(kind);
        Value(self.values.len() as u32 - 1)
    }
    pub fn new_block(&mut self) -> Block {
        self.blocks.push(BlockData {
            params: Vec::new(),
            insts: Vec::new(),
            term: Terminator::None,
            term_pos: Site::default(),
            is_recovery: false,
        });
        Block(self.blocks.len() as u32 - 1)
    }
}

impl InstKind {
    pub fn is_bind(&self) -> bool {
        matches!(self, InstKind::DebugBind { .. })
    }
    /// Uses a window above the frame: arguments and results in consecutive slots.
    pub fn has_window(&self) -> bool {
        matches!(
            self,
            InstKind::Call(_)
                | InstKind::CallNative(_)
                | InstKind::CallClosure
                | InstKind::CallInterface(_)
                | InstKind::Rt { .. }
                | InstKind::DeferRun
        )
    }
    /// How many leading arguments are not part of the window.
    pub fn outside_window(&self) -> usize {
        match self {
            InstKind::CallClosure | InstKind::CallInterface(_) => 1,
            _ => 0,
        }
    }
    /// A collection or a switch of goroutines may happen at it.
    pub fn is_safepoint(&self) -> bool {
        match self {
            InstKind::Call(_)
            | InstKind::CallNative(_)
            | InstKind::CallClosure
            | InstKind::CallInterface(_)
            | InstKind::DeferRun => true,
            InstKind::Rt { which, .. } => which.parks(),
            _ => false,
        }
    }
    /// May be removed when its results are not used.
    pub fn is_pure(&self) -> bool {
        match self {
            InstKind::Op(op) => !op.traps() && !matches!(op, Op::Recover),
            InstKind::Imm(..) | InstKind::Const(_) | InstKind::StrEq => true,
            InstKind::Table(op, _) => !matches!(op, Op::GlobalStore | Op::GlobalStoreP),
            InstKind::SlicePtr(_) => true,
            InstKind::Rt { which, .. } => {
                matches!(which, Intrinsic::Box | Intrinsic::LoadBox | Intrinsic::MapLen)
            }
            _ => false,
        }
    }
}

impl Cond {
    /// The condition that holds when this one does not, where there is one.
    pub fn negated(self) -> Option<Cond> {
        Some(match self {
            Cond::Eq => Cond::Ne,
            Cond::Ne => Cond::Eq,
            Cond::EqI(n) => Cond::NeI(n),
            Cond::NeI(n) => Cond::EqI(n),
            Cond::LtI(n) => Cond::GeI(n),
            Cond::GeI(n) => Cond::LtI(n),
            Cond::LeI(n) => Cond::GtI(n),
            Cond::GtI(n) => Cond::LeI(n),
            Cond::EqF => Cond::NeF,
            Cond::NeF => Cond::EqF,
            _ => return None,
        })
    }
}

impl Terminator {
    pub fn targets(&self) -> SmallVec<[&Target; 2]> {
        match self {
            Terminator::Jump(t) => SmallVec::from_slice(&[t]),
            Terminator::Branch { then, els, .. } => SmallVec::from_slice(&[then, els]),
            _ => SmallVec::new(),
        }
    }
    pub fn targets_mut(&mut self) -> SmallVec<[&mut Target; 2]> {
        let mut out = SmallVec::new();
        match self {
            Terminator::Jump(t) => out.push(t),
            Terminator::Branch { then, els, .. } => {
                out.push(then);
                out.push(els);
            }
            _ => {}
        }
        out
    }
    /// Values it uses, jump arguments included.
    pub fn each_use(&self, mut f: impl FnMut(Value)) {
        match self {
            Terminator::Branch { args, .. } => args.iter().for_each(|&v| f(v)),
            Terminator::Return(vs) => vs.iter().for_each(|&v| f(v)),
            Terminator::Panic(vs) => vs.iter().for_each(|&v| f(v)),
            _ => {}
        }
        for t in self.targets() {
            t.args.iter().for_each(|&v| f(v));
        }
    }
    pub fn each_use_mut(&mut self, mut f: impl FnMut(&mut Value)) {
        match self {
            Terminator::Branch { args, .. } => args.iter_mut().for_each(&mut f),
            Terminator::Return(vs) => vs.iter_mut().for_each(&mut f),
            Terminator::Panic(vs) => vs.iter_mut().for_each(&mut f),
            _ => {}
        }
        for t in self.targets_mut() {
            t.args.iter_mut().for_each(&mut f);
        }
    }
}

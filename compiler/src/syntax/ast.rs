//! The syntax tree of Go 1.27.
//!
//! Nodes live in the arena and are `Copy`: children are `&'a` and `&'a [_]`. Every expression,
//! statement and identifier has a `NodeId`, dense over the whole compilation: the checker's results
//! are side tables by it. `pos` is where the node starts; other places (operators, parentheses,
//! closing braces) have fields of their own. The tree keeps what messages need to print the source
//! again (parentheses, literal text) and nothing about types.

use std::cell::OnceCell;

use super::Session;
use crate::arena::Symbol;
use crate::source::{Pos, SourceFile};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

#[derive(Clone, Copy, Debug)]
pub struct Ident {
    pub id: NodeId,
    pub pos: Pos,
    pub name: Symbol,
}

impl Ident {
    pub fn is_blank(self) -> bool {
        self.name == Symbol::BLANK
    }
}

/// One source file.
#[derive(Debug)]
pub struct File<'a> {
    pub source: &'a SourceFile<'a>,
    /// Position of the word `package`.
    pub pos: Pos,
    pub package: Ident,
    pub imports: &'a [&'a ImportSpec<'a>],
    /// In source order; imports included as `Decl::Import`.
    pub decls: &'a [Decl<'a>],
    /// `//go:build go1.N` line's version: (1, N).
    pub go_version: Option<(u32, u32)>,
    /// The `//go:build` line's expression, if any.
    pub build_constraint: Option<&'a str>,
    /// `//go:embed`, `//go:linkname` and such: position and text after `//go:`.
    pub directives: &'a [(Pos, &'a str)],
}

#[derive(Clone, Copy, Debug)]
pub struct ImportSpec<'a> {
    pub id: NodeId,
    pub pos: Pos,
    /// `.` and `_` too.
    pub name: Option<Ident>,
    pub path_pos: Pos,
    /// Unquoted.
    pub path: &'a str,
}

#[derive(Clone, Copy, Debug)]
pub enum Decl<'a> {
    Import(&'a ImportSpec<'a>),
    Const(&'a ConstSpec<'a>),
    Type(&'a TypeSpec<'a>),
    Var(&'a VarSpec<'a>),
    Func(&'a FuncDecl<'a>),
}

/// A line of a `const` declaration. An implicit repetition has empty `values` and `typ` as
/// written (none); `inherited` is then the spec whose type and values it repeats.
#[derive(Clone, Copy, Debug)]
pub struct ConstSpec<'a> {
    pub pos: Pos,
    pub names: &'a [Ident],
    pub typ: Option<&'a Expr<'a>>,
    pub values: &'a [&'a Expr<'a>],
    pub iota: u32,
    pub inherited: Option<&'a ConstSpec<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct TypeSpec<'a> {
    pub pos: Pos,
    pub name: Ident,
    pub tparams: &'a [&'a TypeParam<'a>],
    /// Position of `=` for an alias.
    pub alias: Option<Pos>,
    pub typ: &'a Expr<'a>,
}

/// One type parameter; those of one group share the constraint node.
#[derive(Clone, Copy, Debug)]
pub struct TypeParam<'a> {
    pub name: Ident,
    pub constraint: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct VarSpec<'a> {
    pub id: NodeId,
    pub pos: Pos,
    pub names: &'a [Ident],
    pub typ: Option<&'a Expr<'a>>,
    pub values: &'a [&'a Expr<'a>],
}

#[derive(Debug)]
pub struct FuncDecl<'a> {
    pub id: NodeId,
    /// Behind the word `func`, which is gc's place for a function.
    pub pos: Pos,
    pub recv: Option<&'a Param<'a>>,
    pub name: Ident,
    pub head: FuncHead<'a>,
    /// `None`: declared without body (a native, in the library).
    pub body: Option<FuncBody<'a>>,
}

impl<'a> FuncDecl<'a> {
    pub fn tparams(&self) -> &'a [&'a TypeParam<'a>] {
        self.head.get().0
    }
    pub fn typ(&self) -> &'a FuncType<'a> {
        self.head.get().1
    }
}

/// A declared function's type parameters and type. In library files they are skipped at first and
/// parsed when asked for: most programs need few of them.
pub struct FuncHead<'a> {
    pub parsed: OnceCell<ParsedHead<'a>>,
    pub skipped: Option<SkippedHead<'a>>,
}

pub type ParsedHead<'a> = (&'a [&'a TypeParam<'a>], &'a FuncType<'a>);

/// What parses a head later.
pub struct SkippedHead<'a> {
    pub session: &'a Session<'a>,
    pub source: &'a SourceFile<'a>,
    /// Where the head starts.
    pub at: Pos,
    /// The function's own position.
    pub func: Pos,
}

impl<'a> FuncHead<'a> {
    fn get(&self) -> ParsedHead<'a> {
        *self.parsed.get_or_init(|| {
            let skipped = self.skipped.as_ref().expect("a head is parsed or skipped");
            super::parse_head(skipped)
        })
    }
}

impl std::fmt::Debug for FuncHead<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.parsed.fmt(f)
    }
}

/// A declared function's body. In library files it is skipped at first and parsed when asked for.
#[derive(Debug)]
pub struct FuncBody<'a> {
    pub lbrace: Pos,
    /// Position of the closing brace.
    pub rbrace: Pos,
    pub block: OnceCell<&'a Block<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct FuncType<'a> {
    pub pos: Pos,
    pub params: &'a [&'a Param<'a>],
    pub results: &'a [&'a Param<'a>],
}

/// One parameter or result; `a, b int` makes two that share the type node.
#[derive(Clone, Copy, Debug)]
pub struct Param<'a> {
    pub pos: Pos,
    pub name: Option<Ident>,
    /// Position of `...`; `typ` is then the element type.
    pub ellipsis: Option<Pos>,
    pub typ: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    pub lbrace: Pos,
    pub stmts: &'a [&'a Stmt<'a>],
    pub rbrace: Pos,
}

#[derive(Clone, Copy, Debug)]
pub struct Expr<'a> {
    pub id: NodeId,
    pub pos: Pos,
    pub kind: ExprKind<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LitKind {
    Int,
    Float,
    Imaginary,
    Rune,
    String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Plus,
    Minus,
    Not,
    /// `^x`
    Complement,
    /// `&x`
    Address,
    /// `<-x`
    Receive,
    /// `~T` in constraints
    Tilde,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    And,
    Or,
    Xor,
    AndNot,
    Shl,
    Shr,
    LogicalAnd,
    LogicalOr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl BinaryOp {
    /// As source has it.
    pub fn text(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Rem => "%",
            BinaryOp::And => "&",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
            BinaryOp::AndNot => "&^",
            BinaryOp::Shl => "<<",
            BinaryOp::Shr => ">>",
            BinaryOp::LogicalAnd => "&&",
            BinaryOp::LogicalOr => "||",
            BinaryOp::Eq => "==",
            BinaryOp::Ne => "!=",
            BinaryOp::Lt => "<",
            BinaryOp::Le => "<=",
            BinaryOp::Gt => ">",
            BinaryOp::Ge => ">=",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanDir {
    Both,
    Send,
    Recv,
}

#[derive(Clone, Copy, Debug)]
pub enum ExprKind<'a> {
    /// A syntax error stands here; already reported.
    Bad,
    Ident(Symbol),
    /// The text as written; `bad` when it has been reported as malformed.
    Lit {
        kind: LitKind,
        text: &'a str,
        bad: bool,
    },
    /// `T{…}`; no type inside an outer literal with elided types.
    Composite {
        typ: Option<&'a Expr<'a>>,
        lbrace: Pos,
        elems: &'a [Element<'a>],
        rbrace: Pos,
    },
    FuncLit {
        typ: &'a FuncType<'a>,
        body: &'a Block<'a>,
    },
    Paren(&'a Expr<'a>),
    Selector {
        x: &'a Expr<'a>,
        sel: Ident,
    },
    /// `x[i]`, `x[T1, T2]`: an index or type arguments.
    Index {
        x: &'a Expr<'a>,
        lbrack: Pos,
        indices: &'a [&'a Expr<'a>],
        rbrack: Pos,
    },
    /// `x[lo:hi:max]`
    Slice {
        x: &'a Expr<'a>,
        lo: Option<&'a Expr<'a>>,
        hi: Option<&'a Expr<'a>>,
        max: Option<&'a Expr<'a>>,
        three: bool,
        rbrack: Pos,
    },
    /// `x.(T)`; `None` is `x.(type)`.
    TypeAssert {
        x: &'a Expr<'a>,
        typ: Option<&'a Expr<'a>>,
    },
    Call {
        fun: &'a Expr<'a>,
        lparen: Pos,
        args: &'a [&'a Expr<'a>],
        ellipsis: Option<Pos>,
        rparen: Pos,
    },
    /// `*x`: dereference or pointer type.
    Star(&'a Expr<'a>),
    Unary {
        op: UnaryOp,
        x: &'a Expr<'a>,
    },
    Binary {
        op: BinaryOp,
        op_pos: Pos,
        x: &'a Expr<'a>,
        y: &'a Expr<'a>,
    },

    // Types.
    /// `[len]elem`; `None` is `[...]elem`.
    ArrayType {
        len: Option<&'a Expr<'a>>,
        elem: &'a Expr<'a>,
    },
    SliceType(&'a Expr<'a>),
    StructType {
        fields: &'a [&'a FieldDecl<'a>],
        rbrace: Pos,
    },
    FuncType(&'a FuncType<'a>),
    InterfaceType {
        elems: &'a [InterfaceElem<'a>],
        rbrace: Pos,
    },
    MapType {
        key: &'a Expr<'a>,
        elem: &'a Expr<'a>,
    },
    ChanType {
        dir: ChanDir,
        elem: &'a Expr<'a>,
    },
}

#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    pub key: Option<&'a Expr<'a>>,
    pub value: &'a Expr<'a>,
}

/// One field; `a, b int` makes two that share the type node.
#[derive(Clone, Copy, Debug)]
pub struct FieldDecl<'a> {
    pub pos: Pos,
    /// The declared name; for an embedded field the type's name.
    pub name: Ident,
    pub embedded: bool,
    pub typ: &'a Expr<'a>,
    /// The tag as a literal's text, and its position.
    pub tag: Option<(Pos, &'a str)>,
}

#[derive(Clone, Copy, Debug)]
pub enum InterfaceElem<'a> {
    Method {
        name: Ident,
        typ: &'a FuncType<'a>,
    },
    /// A type, `~T`, or a union of them (`Binary` with `BinaryOp::Or`).
    Embedded(&'a Expr<'a>),
}

#[derive(Clone, Copy, Debug)]
pub struct Stmt<'a> {
    pub id: NodeId,
    pub pos: Pos,
    pub kind: StmtKind<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BranchKind {
    Break,
    Continue,
    Goto,
    Fallthrough,
}

#[derive(Clone, Copy, Debug)]
pub enum StmtKind<'a> {
    Bad,
    Empty,
    Expr(&'a Expr<'a>),
    Send {
        chan: &'a Expr<'a>,
        arrow: Pos,
        value: &'a Expr<'a>,
    },
    /// `x++` when `inc`, else `x--`.
    IncDec {
        x: &'a Expr<'a>,
        inc: bool,
        op_pos: Pos,
    },
    /// `op` is set for `x op= y`.
    Assign {
        lhs: &'a [&'a Expr<'a>],
        op: Option<BinaryOp>,
        op_pos: Pos,
        rhs: &'a [&'a Expr<'a>],
    },
    /// `:=`. The left sides are identifiers unless an error was reported.
    Define {
        lhs: &'a [&'a Expr<'a>],
        op_pos: Pos,
        rhs: &'a [&'a Expr<'a>],
    },
    Go(&'a Expr<'a>),
    Defer(&'a Expr<'a>),
    Return(&'a [&'a Expr<'a>]),
    Branch {
        kind: BranchKind,
        label: Option<Ident>,
    },
    Block(&'a Block<'a>),
    If(&'a IfStmt<'a>),
    Switch(&'a SwitchStmt<'a>),
    TypeSwitch(&'a TypeSwitchStmt<'a>),
    Select(&'a SelectStmt<'a>),
    For(&'a ForStmt<'a>),
    Range(&'a RangeStmt<'a>),
    Labeled {
        label: Ident,
        stmt: &'a Stmt<'a>,
    },
    Decl(&'a [Decl<'a>]),
}

#[derive(Clone, Copy, Debug)]
pub struct IfStmt<'a> {
    pub init: Option<&'a Stmt<'a>>,
    pub cond: &'a Expr<'a>,
    pub then: &'a Block<'a>,
    /// `If` or `Block`.
    pub els: Option<&'a Stmt<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct SwitchStmt<'a> {
    pub init: Option<&'a Stmt<'a>>,
    pub tag: Option<&'a Expr<'a>>,
    pub lbrace: Pos,
    pub clauses: &'a [&'a CaseClause<'a>],
    pub rbrace: Pos,
}

#[derive(Clone, Copy, Debug)]
pub struct CaseClause<'a> {
    pub id: NodeId,
    pub pos: Pos,
    /// `None`: default.
    pub exprs: Option<&'a [&'a Expr<'a>]>,
    pub colon: Pos,
    pub body: &'a [&'a Stmt<'a>],
    /// Where the clause's scope ends.
    pub end: Pos,
}

#[derive(Clone, Copy, Debug)]
pub struct TypeSwitchStmt<'a> {
    pub init: Option<&'a Stmt<'a>>,
    /// `x` of `switch x := y.(type)`.
    pub bind: Option<Ident>,
    /// `y`
    pub x: &'a Expr<'a>,
    pub lbrace: Pos,
    pub clauses: &'a [&'a CaseClause<'a>],
    pub rbrace: Pos,
}

#[derive(Clone, Copy, Debug)]
pub struct SelectStmt<'a> {
    pub lbrace: Pos,
    pub clauses: &'a [&'a CommClause<'a>],
    pub rbrace: Pos,
}

#[derive(Clone, Copy, Debug)]
pub struct CommClause<'a> {
    pub id: NodeId,
    pub pos: Pos,
    /// `Send`, `Expr(<-c)`, `Assign` or `Define` with one right side; `None`: default.
    pub comm: Option<&'a Stmt<'a>>,
    pub colon: Pos,
    pub body: &'a [&'a Stmt<'a>],
    pub end: Pos,
}

#[derive(Clone, Copy, Debug)]
pub struct ForStmt<'a> {
    pub init: Option<&'a Stmt<'a>>,
    pub cond: Option<&'a Expr<'a>>,
    pub post: Option<&'a Stmt<'a>>,
    pub body: &'a Block<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct RangeStmt<'a> {
    pub key: Option<&'a Expr<'a>>,
    pub value: Option<&'a Expr<'a>>,
    /// A third variable, for the message about it.
    pub extra: Option<&'a Expr<'a>>,
    /// `:=` rather than `=`.
    pub define: bool,
    pub x: &'a Expr<'a>,
    pub body: &'a Block<'a>,
}

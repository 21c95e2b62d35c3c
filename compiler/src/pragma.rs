//! `//go:` directives of a file: what each stands before, and what gc says about those that stand wrong.
//!
//! What a directive does is not here: `embed` reads its patterns, `load` build constraints. Directives that gc
//! does not know say nothing.

use crate::diag::Diagnostics;
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{Decl, File, VarSpec};

/// A directive that gc knows.
pub struct Pragma<'a> {
    /// Behind the `//`, which is gc's place for it.
    pub pos: Pos,
    /// `embed` of `//go:embed`.
    pub verb: &'a str,
    /// All behind the verb.
    pub args: &'a str,
    pub target: Target<'a>,
}

impl Pragma<'_> {
    /// Where `args` begins.
    pub fn args_pos(&self) -> Pos {
        Pos(self.pos.0 + "go:".len() as u32 + self.verb.len() as u32)
    }
}

/// What a directive stands before.
#[derive(Clone, Copy)]
pub enum Target<'a> {
    /// The package clause.
    File,
    /// Variables of the package.
    Var(&'a VarSpec<'a>),
    /// A function of the package: its name, and whether it has a body.
    Func(Pos, bool),
    /// A variable of a function.
    LocalVar,
    /// A declaration that no directive is for.
    Declaration,
    /// No declaration.
    Nothing,
    /// What is before it on its line.
    Beside,
}

/// Directives about functions, and whether only the runtime has them.
const OF_FUNCTIONS: &[(&str, bool)] = &[
    ("nocheckptr", false),
    ("noescape", false),
    ("noinline", false),
    ("nointerface", false),
    ("norace", false),
    ("nosplit", false),
    ("registerparams", false),
    ("uintptrescapes", false),
    ("nowritebarrier", true),
    ("nowritebarrierrec", true),
    ("systemstack", true),
    ("yeswritebarrierrec", true),
];

/// The directives of a file that gc knows. Those that its parser refuses are told at once and left out; what
/// it says of others, when the package has no other errors, comes into `late`.
pub fn of_file<'a>(
    file: &File<'a>,
    diags: &Diagnostics,
    late: &mut Vec<(Pos, String)>,
) -> Vec<Pragma<'a>> {
    let mut out = Vec::new();
    for &(start, text) in file.directives {
        let pos = Pos(start.0 + 2);
        let end = text.find([' ', '\t']).unwrap_or(text.len());
        let (verb, args) = text.split_at(end);
        let function = OF_FUNCTIONS.iter().find(|f| f.0 == verb);
        let early = match (verb, function) {
            (_, Some((_, true))) => Some(format!("//go:{verb} only allowed in runtime")),
            ("uintptrkeepalive", _) => {
                Some(format!("//go:{verb} is only allowed in the standard library"))
            }
            _ if verb.starts_with("cgo_") => {
                Some(format!("//go:{verb} only allowed in cgo-generated code"))
            }
            ("embed", _) if args.trim().is_empty() => Some("usage: //go:embed pattern...".into()),
            ("linkname", _) if args.is_empty() => continue,
            ("linkname", _) if !matches!(args.split_whitespace().count(), 1 | 2) => {
                Some("usage: //go:linkname localname [linkname]".into())
            }
            ("build" | "embed" | "linkname", _) | (_, Some(_)) => None,
            _ => continue,
        };
        if let Some(message) = early {
            diags.error(pos, message);
            continue;
        }
        let target = target(file, file.source.offset(start));
        let misplaced = || match verb {
            "embed" => "misplaced go:embed directive",
            _ => "misplaced compiler directive",
        };
        match (verb, target) {
            ("linkname", _) | ("embed", Target::Var(_) | Target::LocalVar) => {}
            (_, Target::Beside) => {
                diags.error(pos, "misplaced compiler directive");
                continue;
            }
            (_, Target::File) if verb != "embed" => {}
            (_, Target::Nothing | Target::File) => {
                diags.error(pos, misplaced());
                continue;
            }
            ("noescape", Target::Func(name, true)) => {
                let message = "can only use //go:noescape with external func implementations";
                late.push((name, message.into()));
            }
            (_, Target::Func(..)) if function.is_some() => {}
            _ => {
                late.push((pos, misplaced().into()));
                continue;
            }
        }
        out.push(Pragma { pos, verb, args, target });
    }
    out
}

/// What `//go:linkname` asks for: that the file imports unsafe, and that the package has the name.
pub fn linknames(
    file: &File<'_>,
    pragmas: &[Pragma<'_>],
    names: &dyn Fn(&str) -> bool,
) -> Vec<(Pos, String)> {
    let mut seen: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    for p in pragmas.iter().filter(|p| p.verb == "linkname") {
        let local = p.args.split_whitespace().next().unwrap_or("");
        if !file.imports.iter().any(|i| i.path == "unsafe") {
            let message = "//go:linkname only allowed in Go files that import \"unsafe\"";
            out.push((p.pos, message.into()));
        } else if !names(local) {
            out.push((p.pos, "//go:linkname must refer to declared function or variable".into()));
        } else if seen.contains(&local) {
            out.push((p.pos, format!("duplicate //go:linkname for {local}")));
        }
        seen.push(local);
    }
    out
}

/// The names of a package's functions and variables.
pub fn declared(files: &[&File<'_>]) -> Vec<Symbol> {
    let decls = files.iter().flat_map(|f| f.decls);
    decls
        .flat_map(|d| match d {
            Decl::Func(f) if f.recv.is_none() => vec![f.name.name],
            Decl::Var(v) => v.names.iter().map(|n| n.name).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// What follows the directive at `offset`.
fn target<'a>(file: &File<'a>, offset: usize) -> Target<'a> {
    let text = file.source.text;
    if offset < file.source.offset(file.pos) {
        return Target::File;
    }
    let line = text[..offset].rfind('\n').map_or(0, |n| n + 1);
    if !text[line..offset].trim().is_empty() {
        return Target::Beside;
    }
    let at = next_token(text, offset);
    let (first, behind) = word(text, at);
    let next = next_token(text, behind);
    match first {
        "import" | "var" | "const" | "type" if text[next..].starts_with('(') => Target::Nothing,
        "import" | "const" | "type" => Target::Declaration,
        "var" => spec_at(file, next).map_or(Target::LocalVar, Target::Var),
        "func" => function_at(file, next),
        _ => match spec_at(file, at) {
            Some(spec) => Target::Var(spec),
            None if declares_other(file, at) => Target::Declaration,
            None => Target::Nothing,
        },
    }
}

/// The specification of package variables whose first name is at an offset.
fn spec_at<'a>(file: &File<'a>, offset: usize) -> Option<&'a VarSpec<'a>> {
    let pos = file.source.pos(offset);
    file.decls.iter().find_map(|d| match d {
        Decl::Var(spec) if spec.names.first().is_some_and(|n| n.pos == pos) => Some(*spec),
        _ => None,
    })
}

/// A constant or type of the package is declared at an offset.
fn declares_other(file: &File<'_>, offset: usize) -> bool {
    let pos = file.source.pos(offset);
    file.decls.iter().any(|d| match d {
        Decl::Const(spec) => spec.names.first().is_some_and(|n| n.pos == pos),
        Decl::Type(spec) => spec.name.pos == pos,
        _ => false,
    })
}

/// What follows the word `func` is at an offset; a function of the package, or a statement.
fn function_at<'a>(file: &File<'a>, offset: usize) -> Target<'a> {
    let pos = file.source.pos(offset);
    let found = file.decls.iter().find_map(|d| match d {
        Decl::Func(f) if f.pos == pos => Some(Target::Func(f.name.pos, f.body.is_some())),
        _ => None,
    });
    found.unwrap_or(Target::Nothing)
}

/// Goes over blanks and comments.
fn next_token(text: &str, mut at: usize) -> usize {
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        let rest = &text[at..];
        at += match (rest.starts_with("//"), rest.starts_with("/*")) {
            (true, _) => rest.find('\n').unwrap_or(rest.len()),
            (_, true) => rest.find("*/").map_or(rest.len(), |n| n + 2),
            _ => return at,
        };
    }
}

/// The word at an offset, and where it ends.
fn word(text: &str, at: usize) -> (&str, usize) {
    let rest = &text[at..];
    let len = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    (&rest[..len], at + len)
}

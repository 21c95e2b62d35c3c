//! The directives of a file: their patterns and what they stand before.

use crate::diag::Diagnostics;
use crate::source::Pos;
use crate::syntax::ast::{Decl, File, VarSpec};
use crate::types::check::constant_expr::unquote;

pub struct Directive {
    /// Behind the `//`, which is gc's place for it.
    pub pos: Pos,
    /// Each with its place.
    pub patterns: Vec<(String, Pos)>,
    pub target: Target,
}

/// What a directive stands before.
pub enum Target {
    /// The variable whose name is there.
    Var(Pos),
    /// Nothing that it can fill, with gc's message.
    Wrong(&'static str),
}

const MISPLACED: &str = "misplaced go:embed directive";

/// The well-formed directives of a file. Those that gc's parser refuses are told at once.
pub fn of_file(file: &File<'_>, diags: &Diagnostics) -> Vec<Directive> {
    let mut out = Vec::new();
    for &(start, text) in file.directives {
        let Some(rest) = text.strip_prefix("embed") else { continue };
        if !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
            continue;
        }
        let pos = Pos(start.0 + 2);
        // Behind `//go:embed`.
        let at = Pos(start.0 + 10);
        match patterns(rest, at) {
            Err(left) => {
                if let Some(left) = left {
                    diags.error(pos, format!("invalid quoted string in //go:embed: {left}"));
                }
                diags.error(pos, "usage: //go:embed pattern...");
            }
            Ok(patterns) => match target(file, file.source.offset(start)) {
                Ok(target) => out.push(Directive { pos, patterns, target }),
                Err(message) => diags.error(pos, message),
            },
        }
    }
    out
}

/// The patterns of a directive, the first of which begins somewhere behind `at`. The error is what is left at
/// a string without an end, or nothing where there are no patterns.
fn patterns(text: &str, at: Pos) -> Result<Vec<(String, Pos)>, Option<&str>> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let pos = Pos(at.0 + (text.len() - rest.len()) as u32);
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '`'));
        let end = match quote {
            None => rest.find(char::is_whitespace).unwrap_or(rest.len()),
            Some(q) => closing(rest, q).ok_or(Some(rest))?,
        };
        let (pattern, left) = rest.split_at(end);
        let pattern = match quote {
            None => pattern.to_string(),
            Some(_) => {
                let bytes = unquote(pattern).ok_or(Some(rest))?;
                String::from_utf8(bytes).map_err(|_| Some(rest))?
            }
        };
        if quote.is_some() && !left.is_empty() && !left.starts_with(char::is_whitespace) {
            return Err(Some(left));
        }
        out.push((pattern, pos));
        rest = left.trim_start();
    }
    if out.is_empty() { Err(None) } else { Ok(out) }
}

/// The end of a quoted string that a text begins with.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return Some(i + 1);
        }
        escaped = quote == '"' && c == '\\' && !escaped;
    }
    None
}

/// What follows the directive at `offset`; the error is one that the parser tells.
fn target(file: &File<'_>, offset: usize) -> Result<Target, &'static str> {
    let text = file.source.text;
    let line = text[..offset].rfind('\n').map_or(0, |n| n + 1);
    if !text[line..offset].trim().is_empty() {
        return Err("misplaced compiler directive");
    }
    let at = next_token(text, offset);
    let (first, behind) = word(text, at);
    match first {
        "" if matches!(text.as_bytes().get(at), None | Some(b')' | b'}')) => Err(MISPLACED),
        "import" => Err(MISPLACED),
        "var" | "const" | "type" => {
            let next = next_token(text, behind);
            if text[next..].starts_with('(') {
                return Err(MISPLACED);
            }
            if first != "var" {
                return Ok(Target::Wrong(MISPLACED));
            }
            Ok(match spec_at(file, next) {
                Some(spec) => of_spec(spec),
                None => Target::Wrong("go:embed cannot apply to var inside func"),
            })
        }
        "func" => Ok(Target::Wrong(MISPLACED)),
        _ => match spec_at(file, at) {
            Some(spec) => Ok(of_spec(spec)),
            None if declares_other(file, at) => Ok(Target::Wrong(MISPLACED)),
            None => Err(MISPLACED),
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

fn of_spec(spec: &VarSpec<'_>) -> Target {
    match (spec.names, spec.values) {
        ([name], []) => Target::Var(name.pos),
        ([_], _) => Target::Wrong("go:embed cannot apply to var with initializer"),
        _ => Target::Wrong("go:embed cannot apply to multiple vars"),
    }
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

//! What the directives of a file say: their patterns, and which variable is to have the files.

use crate::diag::Diagnostics;
use crate::pragma::{Pragma, Target};
use crate::source::Pos;
use crate::types::check::constant_expr::unquote;

pub struct Directive {
    /// Behind the `//`, which is gc's place for it.
    pub pos: Pos,
    /// Each with its place.
    pub patterns: Vec<(String, Pos)>,
    /// Where the variable's name is; or why there is none that it can fill, in gc's words.
    pub var: Result<Pos, &'static str>,
}

/// The well-formed directives among these. The others are told at once.
pub fn read(pragmas: &[Pragma<'_>], diags: &Diagnostics) -> Vec<Directive> {
    let mut out = Vec::new();
    for p in pragmas.iter().filter(|p| p.verb == "embed") {
        match patterns(p.args, p.args_pos()) {
            Ok(patterns) => out.push(Directive { pos: p.pos, patterns, var: var(p.target) }),
            Err(left) => {
                diags.error(p.pos, format!("invalid quoted string in //go:embed: {left}"));
                diags.error(p.pos, "usage: //go:embed pattern...");
            }
        }
    }
    out
}

fn var(target: Target<'_>) -> Result<Pos, &'static str> {
    let Target::Var(spec) = target else {
        return Err("go:embed cannot apply to var inside func");
    };
    match (spec.names, spec.values) {
        ([name], []) => Ok(name.pos),
        ([_], _) => Err("go:embed cannot apply to var with initializer"),
        _ => Err("go:embed cannot apply to multiple vars"),
    }
}

/// The patterns of a directive, the first of which begins somewhere behind `at`. The error is what is left at
/// a string without an end.
fn patterns(text: &str, at: Pos) -> Result<Vec<(String, Pos)>, &str> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let pos = Pos(at.0 + (text.len() - rest.len()) as u32);
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '`'));
        let end = match quote {
            None => rest.find(char::is_whitespace).unwrap_or(rest.len()),
            Some(q) => closing(rest, q).ok_or(rest)?,
        };
        let (pattern, left) = rest.split_at(end);
        let pattern = match quote {
            None => pattern.to_string(),
            Some(_) => {
                let bytes = unquote(pattern).ok_or(rest)?;
                String::from_utf8(bytes).map_err(|_| rest)?
            }
        };
        if quote.is_some() && !left.is_empty() && !left.starts_with(char::is_whitespace) {
            return Err(left);
        }
        out.push((pattern, pos));
        rest = left.trim_start();
    }
    Ok(out)
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

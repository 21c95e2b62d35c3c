//! buildtag: build constraints where they constrain nothing, and old ones that say something else than
//! the `//go:build` line.

use super::Pass;
use crate::load::comments;
use crate::load::constraint::{Constraints, Expr, build_comment, plus_comment, plus_line};
use crate::source::{Pos, SourceFile};

pub fn check(p: &mut Pass<'_, '_>) {
    let package = &p.c.packages[p.pkg.index()];
    for file in package.files.clone() {
        look_at(p, file.source);
    }
}

fn look_at(p: &mut Pass<'_, '_>, source: &SourceFile<'_>) {
    let head = Constraints::of(source.text);
    let mut malformed = false;
    for (at, comment) in comments(source.text) {
        if comment.starts_with("/*") {
            inside_block(p, source, at, comment);
            continue;
        }
        let comment = comment.trim_end();
        let pos = source.pos(at);
        if build_comment(comment).is_some() && !head.build.iter().any(|c| c.0 == at) {
            p.report(pos, "misplaced //go:build comment".into());
        }
        if let Some(words) = plus_comment(comment) {
            if !head.plus.iter().any(|c| c.0 == at) {
                p.report(pos, "misplaced +build comment".into());
            }
            malformed |= !well_formed(p, pos, words);
        }
    }
    if let ([(_, build)], [(first, _), ..], false) =
        (head.build.as_slice(), head.plus.as_slice(), malformed)
    {
        let old = Expr::And(head.plus.iter().map(|c| plus_line(c.1)).collect());
        if Expr::parse(build).is_ok_and(|x| x.plain() != old.plain()) {
            let what = "+build lines do not match //go:build condition";
            p.report(source.pos(*first), what.into());
        }
    }
}

/// A comment of several lines has no constraints.
fn inside_block(p: &mut Pass<'_, '_>, source: &SourceFile<'_>, at: usize, comment: &str) {
    let mut start = at;
    for line in comment.split_inclusive('\n') {
        let text = line.trim_end();
        if build_comment(text).is_some() {
            p.report(source.pos(start), "misplaced //go:build comment".into());
        } else if plus_comment(text).is_some() {
            p.report(source.pos(start), "misplaced +build comment".into());
        }
        start += line.len();
    }
}

fn well_formed(p: &mut Pass<'_, '_>, pos: Pos, words: &str) -> bool {
    let mut fine = true;
    for word in words.split_whitespace() {
        for tag in word.split(',') {
            let letters = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
            let what = if tag.starts_with("!!") {
                format!("invalid double negative in build constraint: {word}")
            } else if !tag.strip_prefix('!').unwrap_or(tag).chars().all(letters) {
                format!("invalid non-alphanumeric build constraint: {word}")
            } else {
                continue;
            };
            p.report(pos, what);
            fine = false;
            break;
        }
    }
    fine
}

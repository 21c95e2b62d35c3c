//! tests: test functions that `go test` does not run because of their names, and examples of nothing.

use super::Pass;
use crate::source::{Pos, SourceFile};
use crate::syntax::ast::FuncDecl;
use crate::types::lookup::Lookup;
use crate::types::object::PkgId;

/// Beginnings of names, and the types of the functions' parameters.
const KINDS: &[(&str, &str)] =
    &[("Test", "*testing.T"), ("Benchmark", "*testing.B"), ("Fuzz", "*testing.F")];

pub fn check(p: &mut Pass<'_, '_>) {
    for f in p.functions(p.pkg) {
        let Some(file) = p.c.map.file(f.pos).filter(|file| file.name.ends_with("_test.go")) else {
            continue;
        };
        if f.recv.is_some() {
            continue;
        }
        let name = p.c.name(f.name.name).to_string();
        if let Some(subject) = name.strip_prefix("Example") {
            example(p, f, file, &name, subject);
        } else if let Some(&(prefix, param)) = KINDS.iter().find(|k| name.starts_with(k.0)) {
            named(p, f, &name, prefix, param);
        }
    }
}

fn named(p: &mut Pass<'_, '_>, f: &FuncDecl<'_>, name: &str, prefix: &str, param: &str) {
    let [only] = f.typ().params else { return };
    let result = !f.typ().results.is_empty();
    let is_test = p.type_of(only.typ).is_some_and(|t| p.type_text(t) == param);
    if result || !is_test {
        return;
    }
    if !f.tparams().is_empty() {
        let m = format!(
            "{name} has type parameters: it will not be run by go test as a {prefix}XXX function"
        );
        p.report(Pos(f.name.pos.0 + name.len() as u32), m);
    }
    if name[prefix.len()..].chars().next().is_some_and(char::is_lowercase) {
        let m = format!(
            "{name} has malformed name: first letter after '{prefix}' must not be lowercase"
        );
        p.report(f.name.pos, m);
    }
}

/// Looks at an example: `subject` is its name without `Example`.
fn example(
    p: &mut Pass<'_, '_>,
    f: &FuncDecl<'_>,
    file: &SourceFile<'_>,
    name: &str,
    subject: &str,
) {
    let word = file.text[..file.offset(f.name.pos)].rfind("func").unwrap_or(0);
    let at = file.pos(word);
    outputs(p, f, file);
    for (wrong, what) in [
        (!f.typ().params.is_empty(), "should be niladic"),
        (!f.typ().results.is_empty(), "should return nothing"),
        (!f.tparams().is_empty(), "should not have type params"),
    ] {
        if wrong {
            p.report(at, format!("{name} {what}"));
        }
    }
    let is_suffix = |s: &str| s.chars().next().is_some_and(char::is_lowercase);
    let bad_suffix = |s: &str| format!("{name} has malformed example suffix: {s}");
    let mut parts = subject.splitn(3, '_');
    let object = parts.next().unwrap_or("");
    if object.is_empty() {
        // Of the package.
        if let Some(suffix) = subject.strip_prefix('_').filter(|s| !is_suffix(s)) {
            p.report(at, bad_suffix(suffix));
        }
        return;
    }
    let pkgs = described(p);
    let objs: Vec<_> = pkgs.into_iter().filter_map(|pkg| p.c.object_in(pkg, object)).collect();
    if objs.is_empty() {
        p.report(at, format!("{name} refers to unknown identifier: {object}"));
        return;
    }
    let (member, suffix) = (parts.next(), parts.next());
    if let Some(member) = member.filter(|m| !is_suffix(m)) {
        let symbol = p.c.interner.intern(member);
        let has = |o| {
            let t = p.c.objs[o].typ;
            !matches!(p.c.lookup_in(t, symbol, None), Lookup::NotFound)
        };
        if !objs.into_iter().any(has) {
            p.report(at, format!("{name} refers to unknown field or method: {object}.{member}"));
        }
    }
    if let Some(suffix) = suffix.filter(|s| !is_suffix(s)) {
        p.report(at, bad_suffix(suffix));
    }
}

/// The package itself, and the one that an external test package is about.
fn described(p: &Pass<'_, '_>) -> Vec<PkgId> {
    let path = &p.c.packages[p.pkg.index()].path;
    let base = path.strip_suffix("_test").and_then(|base| p.c.package_with_path(base));
    [p.pkg].into_iter().chain(base).collect()
}

/// Comments about output that are not the last of an example.
fn outputs(p: &mut Pass<'_, '_>, f: &FuncDecl<'_>, file: &SourceFile<'_>) {
    let Some(body) = &f.body else { return };
    let (from, to) = (file.offset(body.lbrace), file.offset(body.rbrace));
    let groups = crate::load::comment_groups(&file.text[from..to]);
    let is_output = |text: &str| {
        let text = text.trim_start().to_ascii_lowercase();
        let text = text.strip_prefix("unordered").map_or(text.as_str(), |t| t.trim_start());
        text.starts_with("output:")
    };
    let about: Vec<bool> = groups.iter().map(|g| is_output(&g.text)).collect();
    let message = match about.iter().filter(|&&o| o).count() {
        0 => return,
        1 => "output comment block must be the last comment block",
        _ => "there can only be one output comment block per example",
    };
    for (group, _) in groups.iter().zip(about).rev().skip(1).rev().filter(|g| g.1) {
        let pos: Pos = file.pos(from + group.at);
        p.report(pos, message.into());
    }
}

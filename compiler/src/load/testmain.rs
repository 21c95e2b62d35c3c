//! The main of a test program, made from the functions in a package's test files: what `go test`
//! generates. Works on syntax alone and never looks at types.

use super::base;
use super::comments::comment_groups;
use crate::Interner;
use crate::source::SourceMap;
use crate::syntax::ast::{Decl, ExprKind, File, FuncDecl};

/// The name of the generated file; tracebacks leave it out.
pub const FILE: &str = "_testmain.go";

/// What there is to run, and the packages that it is in.
#[derive(Default)]
pub struct Tables {
    tests: String,
    benchmarks: String,
    fuzz: String,
    examples: String,
    /// The function that TestMain is, with its package.
    main: Option<String>,
    imports: Vec<String>,
}

impl Tables {
    /// Enters the functions of a package's test files; in the program the package is called `alias`.
    /// The error is complete lines.
    pub fn add(
        &mut self,
        files: &[&File<'_>],
        alias: &str,
        path: &str,
        interner: &Interner<'_>,
        map: &SourceMap<'_>,
    ) -> Result<(), String> {
        let mut used = false;
        for f in files.iter().filter(|f| f.source.name.ends_with("_test.go")) {
            for d in f.decls {
                let Decl::Func(d) = d else { continue };
                if d.recv.is_none() {
                    used |= self.function(d, f, alias, interner, map)?;
                }
            }
        }
        self.imports.push(format!("{} {path:?}", if used { alias } else { "_" }));
        Ok(())
    }

    fn function(
        &mut self,
        d: &FuncDecl<'_>,
        file: &File<'_>,
        alias: &str,
        interner: &Interner<'_>,
        map: &SourceMap<'_>,
    ) -> Result<bool, String> {
        let name = interner.resolve(d.name.name);
        let takes = |what: &str| takes(d, what, interner);
        let check = |what: &str| {
            let wrong = if !d.tparams().is_empty() {
                format!("wrong signature for {name}, test functions cannot have type parameters")
            } else if !takes(what) {
                let arg = what.to_lowercase();
                format!("wrong signature for {name}, must be: func {name}({arg} *testing.{what})")
            } else {
                return Ok(());
            };
            let place = map.location(d.pos).map_or((0, 0), |l| (l.line, l.column));
            Err(format!("{}:{}:{}: {wrong}\n", file.source.path, place.0, place.1))
        };
        let entry = format!("\t{{{name:?}, {alias}.{name}}},\n");
        if name == "TestMain" && !takes("T") {
            check("M")?;
            if self.main.is_some() {
                return Err("multiple definitions of TestMain\n".into());
            }
            self.main = Some(format!("{alias}.{name}"));
        } else if is_test(name, "Test") {
            check("T")?;
            self.tests.push_str(&entry);
        } else if is_test(name, "Benchmark") {
            check("B")?;
            self.benchmarks.push_str(&entry);
        } else if is_test(name, "Fuzz") {
            check("F")?;
            self.fuzz.push_str(&entry);
        } else if is_test(name, "Example") && d.typ().params.is_empty() {
            let Some(body) = &d.body else { return Ok(false) };
            let source = file.source;
            let text = &source.text[source.offset(body.lbrace)..source.offset(body.rbrace)];
            let Some((output, unordered)) = wanted_output(text) else { return Ok(false) };
            self.examples.push_str(&format!(
                "\t{{{name:?}, {alias}.{name}, {}, {unordered}}},\n",
                go_string(&output)
            ));
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// The source text of the program's main, for the package `path`.
    pub fn program(&self, path: &str) -> String {
        let mut out = String::from(
            "package main\n\nimport (\n\t\"internal/testdeps\"\n\t\"os\"\n\t\"testing\"\n",
        );
        for i in &self.imports {
            out.push_str(&format!("\t{i}\n"));
        }
        out.push_str(")\n\n");
        for (name, typ, rows) in [
            ("tests", "Test", &self.tests),
            ("benchmarks", "Benchmark", &self.benchmarks),
            ("fuzzTargets", "FuzzTarget", &self.fuzz),
            ("examples", "Example", &self.examples),
        ] {
            out.push_str(&format!("var {name} = []testing.Internal{typ}{{\n{rows}}}\n\n"));
        }
        out.push_str(&format!(
            "func main() {{\n\tm := testing.MainStart(testdeps.Deps{{Path: {path:?}}}, tests, benchmarks, fuzzTargets, examples)\n"
        ));
        match &self.main {
            Some(f) => out.push_str(&format!("\t{f}(m)\n\tos.Exit(testdeps.Status())\n}}\n")),
            None => out.push_str("\tos.Exit(m.Run())\n}\n"),
        }
        out
    }
}

/// Whether a name is `prefix` with nothing or no lower-case letter after it.
pub fn is_test(name: &str, prefix: &str) -> bool {
    match name.strip_prefix(prefix) {
        Some(rest) => !rest.chars().next().is_some_and(char::is_lowercase),
        None => false,
    }
}

/// Whether the function takes one `*testing.WHAT` and returns nothing, as far as syntax shows.
fn takes(d: &FuncDecl<'_>, what: &str, interner: &Interner<'_>) -> bool {
    let [p] = d.typ().params else { return false };
    let ExprKind::Star(t) = p.typ.kind else { return false };
    let name = match t.kind {
        ExprKind::Ident(name) => name,
        ExprKind::Selector { sel, .. } => sel.name,
        _ => return false,
    };
    d.typ().results.is_empty() && p.ellipsis.is_none() && interner.resolve(name) == what
}

fn go_string(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() || c == '\u{feff}' => out.push_str(&format!("\\U{:08x}", c as u32)),
            c => out.push(c),
        }
    }
    out + "\""
}

/// What an example is to print, and whether in any order: its last comment says so.
fn wanted_output(body: &str) -> Option<(String, bool)> {
    let text = comment_groups(body).pop()?.text;
    let rest = text.trim_start();
    let starts =
        |s: &str, word: &str| s.get(..word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word));
    let unordered = starts(rest, "unordered ");
    let rest = if unordered { &rest["unordered ".len()..] } else { rest };
    if !starts(rest, "output:") {
        return None;
    }
    let out = rest["output:".len()..].trim_start_matches(' ');
    Some((out.strip_prefix('\n').unwrap_or(out).to_string(), unordered))
}

/// The name of a test file's package without the `_test` of an external one.
pub fn base_package(name: &str) -> &str {
    name.strip_suffix("_test").unwrap_or(name)
}

/// `found packages a (x.go) and b (y.go) in DIR`
pub fn mixed_packages(a: &str, a_file: &str, b: &str, b_file: &str, dir: &str) -> String {
    format!("found packages {a} ({}) and {b} ({}) in {dir}\n", base(a_file), base(b_file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs() {
        let out = |s: &str| wanted_output(s);
        assert_eq!(out("{ f()\n\t// Output: 3\n\t// 4\n"), Some(("3\n4\n".into(), false)));
        assert_eq!(out("{ f() // x\n\t// OUTPUT:\n"), Some((String::new(), false)));
        assert_eq!(
            out("{ f()\n// Unordered output:\n// b\n//\n//\n// a\n"),
            Some(("b\n\na\n".into(), true))
        );
        assert_eq!(out("{ g(\"// Output: no\")\n"), None);
        assert_eq!(out("{ // Output: a\n // other\n"), None);
        assert_eq!(out("{\n // first\n\n /* Output:\nx\n*/ "), Some(("x\n".into(), false)));
        assert_eq!(out("{\n // Output: 1\n f()\n"), Some(("1\n".into(), false)));
    }

    #[test]
    fn names() {
        assert!(is_test("Test", "Test") && is_test("TestA", "Test") && is_test("Test_a", "Test"));
        assert!(!is_test("Testing", "Test") && !is_test("Tes", "Test"));
    }
}

//! Large and deeply nested programs: compiling takes time in proportion to a program's size, whatever
//! it is made of, and what nests deeper than the limit is refused at once. Maps that were large.
//!
//! Times are compared with one another on the same machine: a program four times as long may take at
//! most nine times as long (quadratic: sixteen), the best of a few tries counting, as machines are
//! busy with other things.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use gvm_tests::{Finished, run_with_timeout};

const LIMIT: Duration = Duration::from_secs(120);
/// Without optimisation all takes ten times as long.
const LINES: usize = if cfg!(debug_assertions) { 20_000 } else { 100_000 };
const TRIES: usize = 4;
const FACTOR: f64 = 9.0;

fn gvm(what: &str, dir: &Path) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.arg(what).arg(".").current_dir(dir);
    run_with_timeout(command, LIMIT).expect("gvm starts")
}

/// A module of these files in a scratch folder.
fn module(name: &str, files: &[(String, String)]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    std::fs::write(dir.join("go.mod"), "module m\n\ngo 1.27\n").expect("written");
    for (file, text) in files {
        std::fs::write(dir.join(file), text).expect("written");
    }
    dir
}

fn one_file(text: String) -> Vec<(String, String)> {
    vec![("main.go".into(), format!("package main\n\n{text}"))]
}

/// `line(0)` to `line(n - 1)`.
fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut out, i| {
        let _ = writeln!(out, "{}", line(i));
        out
    })
}

/// Compiles and runs what `make` gives for a quarter of the lines and for all of them.
fn linear(name: &str, make: impl Fn(usize) -> Vec<(String, String)>) {
    let short = module(&format!("{name}-short"), &make(LINES / 4));
    let long = module(&format!("{name}-long"), &make(LINES));
    let time = |dir: &Path| {
        let start = Instant::now();
        let end = gvm("run", dir);
        assert!(!end.timed_out, "{name}: not done after {LIMIT:?}");
        assert_eq!(end.exit, 0, "{name}: {}", end.stderr);
        start.elapsed().as_secs_f64()
    };
    let (mut a, mut b) = (f64::MAX, f64::MAX);
    for _ in 0..TRIES {
        a = a.min(time(&short));
        b = b.min(time(&long));
        if b < a * FACTOR {
            for dir in [short, long] {
                std::fs::remove_dir_all(dir).expect("nobody uses the folder");
            }
            return;
        }
    }
    panic!("{name}: {} lines take {a:.2} s, {LINES} lines {b:.2} s", LINES / 4);
}

#[test]
fn many_functions() {
    linear("functions", |n| {
        let f = |i: usize| {
            let callee = i.saturating_sub(1);
            format!(
                "func f{i}(x int) int {{\n\tif x > {i} {{\n\t\treturn x - 1\n\t}}\n\treturn f{callee}(x + 9)\n}}"
            )
        };
        one_file(lines(n / 6, f) + &format!("func main() {{ println(f{}(3)) }}\n", n / 6 - 1))
    });
    // Each is nothing but a call of the one declared after it.
    linear("chain", |n| {
        let f = |i: usize| format!("func f{i}() {{ f{}() }}", i + 1);
        one_file(lines(n, f) + &format!("func f{n}() {{}}\nfunc main() {{ f0() }}\n"))
    });
}

#[test]
fn one_long_function() {
    linear("statements", |n| {
        let s = |i: usize| ["\tx += y * 3", "\ty ^= x", "\tx -= 7"][i % 3].to_string();
        one_file(format!("func main() {{\n\tx, y := 1, 2\n{}\tprintln(x, y)\n}}\n", lines(n, s)))
    });
    linear("calls", |n| {
        let s = |i: usize| format!("\tx = f(x, \"s{i}\")");
        let f = "//go:noinline\nfunc f(a int, b string) int { return a + len(b) }\n";
        let text = format!("{f}func main() {{\n\tx := 1\n{}\tprintln(x)\n}}\n", lines(n, s));
        one_file(text)
    });
    linear("closures", |n| {
        let s = |i: usize| format!("\tfunc() {{\n\t\tx += {i}\n\t}}()");
        let text = format!("func main() {{\n\tx := 1\n{}\tprintln(x)\n}}\n", lines(n / 3, s));
        one_file(text)
    });
}

#[test]
fn many_types() {
    linear("types", |n| {
        let t = |i: usize| {
            let before = i.saturating_sub(1);
            format!("type T{i} struct {{\n\ta int\n\tb string\n\tp *T{before}\n}}")
        };
        let main = format!("func main() {{ var x any = T{}{{}}; _ = x }}\n", n / 5 - 1);
        one_file(lines(n / 5, t) + &main)
    });
    linear("fields", |n| {
        let fields = lines(n / 2, |i| format!("\tf{i} int"));
        let sets = lines(n / 2, |i| format!("\tt.f{i} = {i}"));
        one_file(format!(
            "type T struct {{\n{fields}}}\nfunc main() {{\n\tvar t T\n{sets}\tprintln(t.f3)\n}}\n"
        ))
    });
    linear("instances", |n| {
        let types = lines(n / 2, |i| format!("type T{i} struct{{ x int }}"));
        let uses = lines(n / 2, |i| format!("\tx += g(T{i}{{1}}).x"));
        one_file(format!(
            "func g[T any](x T) T {{ return x }}\n{types}func main() {{\n\tx := 0\n{uses}\tprintln(x)\n}}\n"
        ))
    });
}

#[test]
fn many_methods() {
    linear("methods", |n| {
        let m = |i: usize| format!("func (t *T) M{i}() int {{\n\treturn t.x + {i}\n}}");
        let main = "func main() {\n\tvar i interface{ M3() int } = &T{1}\n\tprintln(i.M3())\n}\n";
        one_file(format!("type T struct{{ x int }}\n{}{main}", lines(n / 3, m)))
    });
    linear("interface", |n| {
        let names = lines(n / 2, |i| format!("\tM{i}() int"));
        let methods = lines(n / 2, |i| format!("func (t *T) M{i}() int {{ return t.x + {i} }}"));
        one_file(format!(
            "type I interface {{\n{names}}}\ntype T struct{{ x int }}\n{methods}func main() {{ var i I = &T{{1}}; println(i.M3()) }}\n"
        ))
    });
}

#[test]
fn many_constants_and_variables() {
    linear("constants", |n| {
        let main = format!("func main() {{ println(c{}) }}\n", n - 1);
        one_file(format!("const (\n{})\n{main}", lines(n, |i| format!("\tc{i} = iota * 2"))))
    });
    // Each variable needs the one declared after it.
    linear("variables", |n| {
        let v = |i: usize| format!("var v{i} = v{} + 1", i + 1);
        one_file(lines(n, v) + &format!("var v{n} = 1\nfunc main() {{ println(v0) }}\n"))
    });
}

/// Each needs the one declared after it.
#[test]
fn declarations_in_reverse() {
    linear("aliases", |n| {
        let t = |i: usize| format!("type T{i} = T{}", i + 1);
        one_file(
            lines(n, t) + &format!("type T{n} = int\nfunc main() {{ var x T0; println(x) }}\n"),
        )
    });
    linear("types-in-reverse", |n| {
        let t = |i: usize| format!("type T{i} T{}", i + 1);
        one_file(lines(n, t) + &format!("type T{n} int\nfunc main() {{ var x T0; println(x) }}\n"))
    });
    linear("constants-in-reverse", |n| {
        let c = |i: usize| format!("const c{i} = 1 - c{}", i + 1);
        one_file(lines(n, c) + &format!("const c{n} = 1\nfunc main() {{ println(c0) }}\n"))
    });
}

#[test]
fn one_big_literal() {
    linear("constant-literal", |n| {
        let e = |i: usize| format!("\t{{{i}, \"s{i}\"}},");
        let text = lines(n, e);
        one_file(format!(
            "var t = []struct {{\n\ta int\n\tb string\n}}{{\n{text}}}\nfunc main() {{ println(len(t)) }}\n"
        ))
    });
    linear("literal", |n| {
        let e = |i: usize| format!("\t{{f({i}), \"s{i}\"}},");
        let text = lines(n, e);
        one_file(format!(
            "//go:noinline\nfunc f(x int) int {{ return x }}\nvar t = []struct {{\n\ta int\n\tb string\n}}{{\n{text}}}\nfunc main() {{ println(len(t)) }}\n"
        ))
    });
    linear("map-literal", |n| {
        let text = lines(n, |i| format!("\t\"s{i}\": {i},"));
        one_file(format!("var m = map[string]int{{\n{text}}}\nfunc main() {{ println(len(m)) }}\n"))
    });
}

#[test]
fn many_branches() {
    linear("switch", |n| {
        let cases = lines(n / 2, |i| format!("\tcase {i}:\n\t\tprintln({i})"));
        one_file(format!("func main() {{\n\tx := len(\"abc\")\n\tswitch x {{\n{cases}\t}}\n}}\n"))
    });
    // A chain of them nests: many chains of a thousand.
    linear("else-if", |n| {
        let chain = |i: usize| {
            let links = lines(998, |k| format!("\t}} else if x == {} {{\n\t\tx++", k + 10));
            format!("func f{i}(x int) int {{\n\tif x == 1 {{\n{links}\t}}\n\treturn x\n}}")
        };
        one_file(lines(n / 2000, chain) + "func main() { println(f0(2)) }\n")
    });
}

#[test]
fn many_files() {
    linear("files", |n| {
        let count = n / 50;
        let mut files: Vec<(String, String)> = (0..count)
            .map(|i| {
                let f = |k: usize| format!("func f{i}_{k}() {{\n\tfmt.Print({k}, v{i})\n}}");
                let head = format!("package main\n\nimport \"fmt\"\n\nvar v{i} = {i}\n");
                (format!("f{i}.go"), head + &lines(15, f))
            })
            .collect();
        let calls = lines(count, |i| format!("\tf{i}_1()"));
        files.push(("main.go".into(), format!("package main\n\nfunc main() {{\n{calls}}}\n")));
        files
    });
}

/// Taking the first entry of a map until it is empty does not go past all that were there each time.
#[test]
fn draining_a_map() {
    linear("drain", |n| {
        one_file(format!(
            "func main() {{\n\tm := map[int]int{{}}\n\tfor i := range {n} {{\n\t\tm[i] = i\n\t}}\n\tfor len(m) > 0 {{\n\t\tfor k := range m {{\n\t\t\tdelete(m, k)\n\t\t\tbreak\n\t\t}}\n\t}}\n\tprintln(len(m))\n}}\n"
        ))
    });
}

/// Maps of several types, emptied in several ways.
const EMPTIED: &str = r#"import "runtime"

func alloc() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// What is used before, with n entries and when all but a few are deleted.
func emptied[K comparable, V any](name string, n int, key func(int) K, empty func(map[K]V, func(int) K, int)) {
	before := alloc()
	m := map[K]V{}
	var v V
	for i := range n {
		m[key(i)] = v
	}
	full := alloc() - before
	empty(m, key, n)
	if left := alloc() - before; len(m) == 0 || left > full/4 {
		println(name, len(m), "entries keep", left, "of", full, "bytes")
	}
	runtime.KeepAlive(m)
}

func forwards[K comparable, V any](m map[K]V, key func(int) K, n int) {
	for i := range n - 9 {
		delete(m, key(i))
	}
}

func backwards[K comparable, V any](m map[K]V, key func(int) K, n int) {
	for i := n - 1; i > 9; i-- {
		delete(m, key(i))
	}
}

func scattered[K comparable, V any](m map[K]V, key func(int) K, n int) {
	for i := range n {
		if i%1000 != 7 {
			delete(m, key(i))
		}
	}
}

func inRange[K comparable, V any](m map[K]V, _ func(int) K, _ int) {
	for k := range m {
		if len(m) > 9 {
			delete(m, k)
		}
	}
}

func number(i int) int { return i }
func pair(i int) [2]int16 { return [2]int16{int16(i), int16(i >> 8)} }

func main() {
	const n = 20000
	emptied("forwards", n, number, forwards[int, int])
	emptied("backwards", n, number, backwards[int, *int])
	emptied("scattered", n, pair, scattered[[2]int16, string])
	emptied("in range", n, pair, inRange[[2]int16, struct{}])
}
"#;

/// A map that has lost most of its entries does not keep their memory.
#[test]
fn an_emptied_map_gives_its_memory_back() {
    let end = gvm("run", &module("emptied", &one_file(EMPTIED.into())));
    assert_eq!((end.exit, end.stderr.as_str()), (0, ""));
}

/// (name, before, once a level, innermost, once a level, after)
const NESTS: &[(&str, [&str; 5])] = &[
    ("parentheses", ["func main() { x := 1; _ = ", "(", "x", ")", " }"]),
    ("blocks", ["func main() { ", "{", "", "}", " }"]),
    ("structs", ["func main() { var x ", "struct{ a ", "int", "}", "; _ = x }"]),
    ("functions", ["func main() { var x ", "func(a ", "int", ")", "; _ = x }"]),
    ("results", ["func main() { var x ", "func() ", "int", "", "; _ = x }"]),
    ("interfaces", ["func main() { var x ", "interface{ M() ", "int", "}", "; _ = x }"]),
    ("embedded interfaces", ["func main() { var x ", "interface{ ", "M()", "}", "; _ = x }"]),
    ("slices", ["func main() { var x ", "[]", "int", "", "; _ = x }"]),
    ("arrays", ["func main() { var x ", "[1]", "int", "", "; _ = x }"]),
    ("maps", ["func main() { var x ", "map[int]", "int", "", "; _ = x }"]),
    ("pointers", ["func main() { var x ", "*", "int", "", "; _ = x }"]),
    (
        "unions",
        ["func f[T interface{ ", "~int8 | interface{", "~int", "}", "}]() {}\nfunc main() {}"],
    ),
    ("literals", ["func main() { _ = ", "[]any{", "", "}", " }"]),
    ("struct literals", ["type T struct{ p *T }\nfunc main() { _ = ", "&T{", "", "}", " }"]),
    ("closures", ["func main() { ", "func() {", "", "}()", " }"]),
    ("returned closures", ["func main() { _ = ", "func() any { return ", "1", "}", " }"]),
    ("capturing closures", ["func main() { x := 0; ", "func() {", "x++", "}()", "; println(x) }"]),
    (
        "loops over functions",
        ["func s(func() bool) {}\nfunc main() { ", "for range s {", "", "}", " }"],
    ),
    ("ifs", ["func main() { x := true; ", "if x {", "", "}", " }"]),
    ("else ifs", ["func main() { x := 1; ", "if x == 5 {} else ", "{}", "", " }"]),
    ("switches", ["func main() { ", "switch { case true: ", "", "}", " }"]),
    ("calls", ["func f(x int) int { return x }\nfunc main() { _ = ", "f(", "1", ")", " }"]),
    (
        "chained calls",
        [
            "type T struct{}\nfunc (t T) f() T { return t }\nfunc main() { var t T; _ = t",
            ".f()",
            "",
            "",
            " }",
        ],
    ),
    (
        "selectors",
        ["type T struct{ p *T }\nfunc f(t T) any { return t", ".p", "", "", " }\nfunc main() {}"],
    ),
    ("slicing", ["func main() { var s []int; _ = s", "[:]", "", "", " }"]),
    ("conversions", ["func main() { x := 1; _ = ", "int(", "x", ")", " }"]),
    ("signs", ["func main() { x := 1; _ = ", "- ", "x", "", " }"]),
    ("sums", ["func main() { x := 1; _ = ", "x + (", "x", ")", " }"]),
    ("ands", ["func main() { x := true; _ = ", "x && (", "x", ")", " }"]),
    ("sums to the left", ["func main() { x := 1; _ = x", " + x", "", "", " }"]),
    ("texts", ["func main() { a := `a`; x := a", " + a + `b`", "", "", "; _ = x }"]),
    ("constants", ["func main() { const x = ", "1 - (", "1", ")", "; _ = x }"]),
    ("constant texts", ["func main() { const x = `a`", " + `b`", "", "", "; _ = x }"]),
    ("comparisons", ["func main() { x := true; _ = x", " == true", "", "", " }"]),
    ("channels", ["func main() { var x ", "<-chan ", "int", "", "; _ = x }"]),
    ("variadic functions", ["func main() { var x ", "func(...", "int", ")", "; _ = x }"]),
    (
        "instances",
        ["type G[T any] struct{ p *T }\nfunc main() { var x ", "G[", "int", "]", "; _ = x }"],
    ),
    ("map literals", ["func main() { _ = ", "map[string]any{`a`: ", "1", "}", " }"]),
    (
        "keyed literals",
        [
            "type T struct{ p *T }\nvar x = ",
            "&T{p: ",
            "nil",
            "}",
            "\nfunc main() { println(x != nil) }",
        ],
    ),
    ("elided literals", ["type S []S\nfunc main() { _ = S{", "{", "", "}", "} }"]),
    ("literals in lengths", ["func main() { _ = ", "len([1]int{", "1", "}) + 0", " }"]),
    ("addresses", ["type P *P\nfunc f(p P) P { return ", "*&", "p", "", " }\nfunc main() {}"]),
    ("receives", ["type C chan C\nfunc f(c C) C { return ", "<-", "c", "", " }\nfunc main() {}"]),
    ("indices", ["func main() { s := []int{0}; _ = ", "s[", "0", "]", " }"]),
    (
        "indices of indices",
        ["type T []T\nfunc f(t T) any { return t", "[0]", "", "", " }\nfunc main() {}"],
    ),
    ("assertions", ["func f(t any) any { return t", ".(any)", "", "", " }\nfunc main() {}"]),
    (
        "generic calls",
        ["func f[T any](x T) T { return x }\nfunc main() { _ = ", "f(", "1", ")", " }"],
    ),
    (
        "calls of results",
        [
            "type F func() F\nfunc g() F { return g }\nfunc main() { f := F(g); _ = f",
            "()",
            "",
            "",
            " }",
        ],
    ),
    ("text conversions", ["func main() { x := `a`; _ = ", "string([]byte(", "x", "))", " }"]),
    ("arguments called", ["func main() { _ = ", "func(a int) int { return a }(", "1", ")", " }"]),
    ("deferred closures", ["func main() { ", "defer func() {", "", "}()", " }"]),
    ("loops", ["func main() { ", "for i := 0; i < 1; i++ {", "", "}", " }"]),
    ("ranges", ["func main() { ", "for i := range 1 { _ = i; ", "", "}", " }"]),
    ("endless loops", ["func main() { ", "for { ", "", "; break }", " }"]),
    ("declared ifs", ["func main() { ", "if x := true; x {", "", "}", " }"]),
    ("elses", ["func main() { x := true; ", "if !x {} else {", "", "}", " }"]),
    (
        "type switches",
        [
            "func main() { var x any = 1; ",
            "switch x := x.(type) { case int: _ = x; default: ",
            "",
            "}",
            " }",
        ],
    ),
    ("selects", ["func main() { ", "select { default: ", "", "}", " }"]),
];

fn nested(shape: &[&str; 5], n: usize) -> String {
    let [head, open, inner, close, tail] = shape;
    format!("package main\n\n{head}{}{inner}{}{tail}\n", open.repeat(n), close.repeat(n))
}

/// Compiles within seconds, or is refused for its depth and for nothing else.
fn compiles_or_is_too_deep(name: &str, n: usize) -> bool {
    let (_, shape) = NESTS.iter().find(|s| s.0 == name).expect("a shape");
    let dir = module(
        &format!("nest-{}-{n}", name.replace(' ', "-")),
        &[("main.go".into(), nested(shape, n))],
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.args(["run", "."]).current_dir(&dir);
    let end = run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
    assert!(!end.timed_out, "{n} nested {name}: not done after 60 s");
    std::fs::remove_dir_all(dir).expect("nobody uses the folder");
    if end.exit == 0 {
        return true;
    }
    let told: Vec<&str> = end.stderr.lines().collect();
    let [_, line] = told[..] else { panic!("{n} nested {name}: {:.300}", end.stderr) };
    assert!(
        line.ends_with("not supported by gvm: nesting deeper than 30000"),
        "{name}: {line:.300}"
    );
    assert_eq!(end.exit, 1, "{name}");
    false
}

/// What takes memory in proportion to the square of its depth: names of closures.
const HEAVY: [&str; 5] = [
    "loops over functions",
    "closures",
    "capturing closures",
    "returned closures",
    "deferred closures",
];

/// More than three levels of the grammar each.
const TALL: [&str; 2] = ["text conversions", "literals in lengths"];

#[test]
fn ten_thousand_levels_compile() {
    for (name, _) in NESTS {
        let n = match name {
            _ if HEAVY.contains(name) => 2_000,
            _ if TALL.contains(name) => 5_000,
            _ => 9_999,
        };
        assert!(compiles_or_is_too_deep(name, n), "{name}");
    }
}

#[test]
fn a_hundred_thousand_levels_are_refused() {
    for (name, _) in NESTS {
        assert!(!compiles_or_is_too_deep(name, 100_000), "{name}");
    }
}

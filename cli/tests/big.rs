//! Programs that are bigger than the short forms of the bytecode: far jumps, numbers beyond 16 bits, frames of
//! tens of thousands of slots, large tables and deep expressions. The outputs are real Go's.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use gvm_tests::{Finished, run_with_timeout};

/// Generous: it only has to tell linear from quadratic.
const LIMIT: Duration = Duration::from_secs(180);

fn run(name: &str, text: &str) -> Finished {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.go"));
    std::fs::write(&path, text).expect("written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.arg("run").arg("--verify").arg(&path);
    run_with_timeout(command, LIMIT).expect("gvm starts")
}

/// Runs a program whose `println` gives `want`.
fn check(name: &str, text: &str, want: &str) {
    let got = run(name, text);
    assert!(!got.timed_out, "{name}: not done after {LIMIT:?}");
    assert_eq!((got.stderr.trim_end(), got.exit), (want, 0), "{name}");
}

/// `head`, then a line for each number, then `tail`.
fn program(head: &str, n: usize, line: impl Fn(usize) -> String, tail: &str) -> String {
    let mut text = format!("package main\n\n{head}\n");
    for i in 0..n {
        let _ = writeln!(text, "{}", line(i));
    }
    text + tail + "\n"
}

#[test]
fn function_of_100_000_statements() {
    let line = |i: usize| {
        let (a, b, c) = (i % 7 + 1, i % 13, i % 1000);
        format!("\tx += y*{a}\n\ty ^= x>>{b}\n\tx -= {i}\n\ty = y&0xffffff + {c}")
    };
    let text = program("func main() {\n\tx, y := 1, 2", 25_000, line, "\tprintln(x, y)\n}");
    check("statements", &text, "838596025313 6607174");
}

#[test]
fn loop_body_of_40_000_instructions() {
    let head = "func main() {\n\tx, y := 1, 2\n\tfor i := 0; i < 50; i++ {\n\t\tif x == 77777 {\n\t\t\tcontinue\n\t\t}";
    let line = |i: usize| format!("\t\tx += y*{}\n\t\ty = y^x&0xffff + i", i % 7 + 1);
    check(
        "loop",
        &program(head, 20_000, line, "\t}\n\tprintln(x, y)\n}"),
        "36527695446702 27149401",
    );
}

#[test]
fn tables_of_70_000_elements() {
    let tail = "}\n\nfunc main() {\n\tn := 0\n\tfor i, x := range t {\n\t\tn += x * i\n\t}\n\tprintln(n, len(t))\n}";
    let number = |i: usize| format!("\t{},", i * i % 9973);
    check("ints", &program("var t = [...]int{", 70_000, number, tail), "12199939350680 70000");
    // In a function, with elements that are no constants.
    let head = "var t = table(5)\n\nfunc table(k int) []int {\n\treturn []int{";
    let sum = |i: usize| format!("\t\tk + {},", i * i % 9973);
    let tail = format!("\t}}\n{tail}");
    check("sums", &program(head, 70_000, sum, &tail), "12212189175680 70000");
    let head = "type T struct {\n\tname string\n\ta, b int\n\tnext []int\n}\n\nvar t = []T{";
    let record = |i: usize| format!("\t{{\"n{i}\", {i}, {}, nil}},", i * 2);
    let tail = "}\n\nfunc main() {\n\tn := 0\n\tfor _, x := range t {\n\t\tn += x.a*x.b + len(x.name)\n\t}\n\tprintln(n)\n}";
    check("records", &program(head, 70_000, record, tail), "228661767098890");
    let pair = |i: usize| format!("\t{}: \"v{i}\",", i * 3);
    let tail = "}\n\nfunc main() { println(len(m), m[3], m[69999*3]) }";
    check("map", &program("var m = map[int]string{", 70_000, pair, tail), "70000 v1 v69999");
}

#[test]
fn more_than_65_536_functions_and_constants() {
    let mut text =
        program("", 70_000, |i| format!("func f{i}(x int) int {{ return x + {i} }}"), "");
    text += "var all = []func(int) int{\n";
    for i in 0..70_000 {
        let _ = writeln!(text, "\tf{i},");
    }
    text += "}\n\nfunc main() {\n\tx := 0\n\tfor _, f := range all {\n\t\tx = f(x) & 0xffffff\n\t}\n\tprintln(x, f69999(1), f66000(2))\n}\n";
    check("functions", &text, "491464 70000 66002");
    let line = |i: usize| format!("\tx = x*3 ^ {}", 0x1234_5678_9abc_u64 + i as u64 * 977);
    let text = program("func main() {\n\tx := uint64(0)", 70_000, line, "\tprintln(x)\n}");
    check("constants", &text, "9230841056151584");
}

#[test]
fn frame_of_59_000_slots_and_not_one_of_61_000() {
    let frame = |n: usize| {
        let head = "//go:noinline\nfunc g(i int) int { return i*7 }\n\nfunc main() {";
        let mut text = program(head, n, |i| format!("\tv{i} := g({i})"), "\tx := 0");
        for i in 0..n {
            let _ = writeln!(text, "\tx += v{i}*{}", i % 11);
        }
        text + "\tprintln(x)\n}\n"
    };
    check("frame", &frame(59_000), "60914815598");
    let got = run("bigger", &frame(61_000));
    let line = got.stderr.lines().nth(1).unwrap_or("");
    assert!(
        line.contains("not supported by gvm: function main.main needs")
            && line.ends_with("slots, more than 60000"),
        "{}",
        got.stderr
    );
    assert_eq!(got.exit, 1);
}

#[test]
fn switch_of_40_000_cases() {
    let line = |i: usize| format!("\tcase {}:\n\t\treturn {i}", i * 2);
    let tail = "\t}\n\treturn -1\n}\n\nfunc main() {\n\tn := 0\n\tfor i := 0; i < 80000; i += 997 {\n\t\tn += f(i)\n\t}\n\tprintln(n)\n}";
    check("switch", &program("func f(x int) int {\n\tswitch x {", 40_000, line, tail), "817500");
}

#[test]
fn jumps_all_over_a_big_function() {
    let n = 8000;
    let line = |i: usize| {
        let to = (i * 7919 + 13) % n;
        format!(
            "L{i}:\n\tx = (x*5 + {i}) & 0xffff\n\tn++\n\tif n > 200000 {{\n\t\tgoto end\n\t}}\n\tif x&1 == 0 {{\n\t\tgoto L{to}\n\t}}"
        )
    };
    let text = program("func main() {\n\tx, n := 0, 0", n, line, "end:\n\tprintln(x, n)\n}");
    check("gotos", &text, "623 10694");
}

#[test]
fn deep_expressions_and_nesting() {
    let sum = "+a*3".repeat(20_000);
    let text = format!(
        "package main\n\nfunc f(a int) int {{\n\treturn a{sum}\n}}\n\nfunc main() {{ println(f(2)) }}\n"
    );
    check("sum", &text, "120002");
    let parts = " + \"x\" + b".repeat(5000);
    let text = format!(
        "package main\n\nfunc f(a, b string) string {{\n\treturn a{parts}\n}}\n\nfunc main() {{ println(len(f(\"a\", \"bc\"))) }}\n"
    );
    check("concat", &text, "15001");
    let n = 1000;
    let (open, close) = ("(".repeat(n), ")".repeat(n));
    let text = format!("package main\n\nfunc main() {{\n\tx := 7\n\tprintln({open}x{close})\n}}\n");
    check("parentheses", &text, "7");
    let text = program(
        "func main() {\n\tx := 0",
        300,
        |_| "\tif x >= 0 {\n\t\tx++".into(),
        &"}\n".repeat(300),
    );
    check("blocks", &(text + "\tprintln(x)\n}\n"), "300");
}

//! Hand-assembled programs (`vm/tests/asm/*.gvmasm`) in the three loops. A file starts with what it does, the
//! lines it prints after `;> `, and its exit status after `;exit ` when that is not 0.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use gvm_tests::run_with_timeout;

fn programs() -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vm/tests/asm");
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(dir).expect("programs").map(|e| e.expect("entry").path()).collect();
    all.sort();
    all
}

#[test]
fn hand_assembled_programs_in_every_loop() {
    let programs = programs();
    assert!(programs.len() >= 8, "only {}", programs.len());
    for path in programs {
        let text = std::fs::read_to_string(&path).expect("text");
        let want: String =
            text.lines().filter_map(|l| l.strip_prefix(";> ")).map(|l| format!("{l}\n")).collect();
        let exit = text.lines().find_map(|l| l.strip_prefix(";exit "));
        let exit = exit.map_or(0, |n| n.trim().parse().expect("exit status"));
        for looping in ["threaded", "match", "instrumented"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
            command.arg("asm").arg(format!("--loop={looping}")).arg(&path);
            let run = run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
            let got = format!("{}{}", run.stdout, run.stderr);
            assert_eq!((got, run.exit), (want.clone(), exit), "{} {looping}", path.display());
        }
    }
}

#[test]
fn bad_text_is_refused_with_its_line() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, text, want) in [
        ("op", "func f frame=4\n    frobnicate 1\n", "line 2: there is no op frobnicate"),
        (
            "range",
            "func f frame=4\n    add.i 0, 0, #40000\n",
            "line 2: 40000 does not fit in 16 bits",
        ),
        ("label", "func f frame=4\n    jmp -> away\n", "line 2: there is no label away"),
        ("cell", "func f frame=4\n    3: ret\n", "line 2: this is cell 0, not 3"),
        ("name", "func f frame=9\n    call @g w3\n", "line 2: nothing is called g"),
        ("more", "func f frame=9\n    ret 1\n", "line 2: unexpected \"1\""),
        ("top", "fun f\n", "line 1: \"fun\" starts nothing"),
        (
            "rule",
            "entry 0\nfunc f frame=4\n    ret\n",
            "func 0 (f) at 0: a frame can stand here, but there is no pointer map",
        ),
    ] {
        let path = dir.join(format!("{name}.gvmasm"));
        std::fs::write(&path, text).expect("written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
        command.arg("asm").arg(&path);
        let run = run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
        assert_eq!(run.stderr, format!("gvm: {}: {want}\n", path.display()));
        assert_eq!(run.exit, 1);
    }
}

/// What an op checks itself. The compiler often puts a check before it, so Go programs do not show
/// all of that. Slot 0 is nil, 1 an address, 2 has 4, 3 has -1, 4 a float64.
#[test]
fn ops_trap_where_the_table_says() {
    const NIL: &str = "panic: invalid memory address or nil pointer dereference\n[signal SIGSEGV";
    const HIGH: &str = "panic: index out of range [4] with length 4\n";
    const LOW: &str = "panic: index out of range [-1]\n";
    let mut cases: Vec<(String, &str)> = Vec::new();
    for op in ["ld.8", "ld.8u", "ld.16", "ld.16u", "ld.32", "ld.32u", "ld.64", "ld.p"] {
        cases.push((format!("{op} 5, [0 + 0]"), NIL));
        cases.push((format!("{op} 5, [0 + 4088]"), NIL));
        cases.push((format!("idx.{op} 5, 1[2] < 2"), HIGH));
        cases.push((format!("idx.{op} 5, 1[3] < 2"), LOW));
    }
    for (op, from) in [("st.8", 2), ("st.16", 2), ("st.32", 2), ("st.64", 2), ("st.p", 1)] {
        cases.push((format!("{op} {from}, [0 + 0]"), NIL));
        cases.push((format!("idx.{op} {from}, 1[2] < 2"), HIGH));
        cases.push((format!("idx.{op} {from}, 1[3] < 2"), LOW));
    }
    for op in ["add.fm", "sub.fm", "sub.mf", "mul.fm"] {
        cases.push((format!("{op} 5, 4, [0 + 8]"), NIL));
    }
    for op in ["div", "div.u", "rem", "rem.u"] {
        cases.push((format!("sub 5, 2, 2\n    {op} 5, 2, 5"), "panic: integer divide by zero\n"));
    }
    for (op, want) in [
        ("nil.check 0", NIL),
        ("copy 0, 1 type 1", NIL),
        ("copy 1, 0 type 1", NIL),
        ("copy 0, 0 type 1", NIL),
        ("zero 0 type 1", NIL),
        ("idx.addr 5, 1[2] < 2 * 8", HIGH),
        ("idx.addr 5, 1[3] < 2 * 8", LOW),
        ("shift.check 3", "panic: negative shift amount\n"),
        ("go 0", "fatal error: go of nil func value\n"),
        ("slice.check 2 <= 2 <= 3 <= 2 kind 2", "panic: slice bounds out of range [::-1]\n"),
    ] {
        cases.push((op.into(), want));
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("traps.gvmasm");
    for (code, want) in cases {
        let text = format!(
            "type 0 string \"string\" size=16 align=8 comparable components=(0:ptr 8:i64) \
             pointers=(0)\ntype 1 int \"int\" size=8 align=8 components=(0:i64)\n\
             known-type runtime.errorString 0\ndata 0 align=8\n  bytes \"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"\n\
             entry 0\nmain 0\nfunc main.main frame=16\n    nil 0 {{}}\n    data 1, @0\n    const 2, #4\n    \
             const 3, #-1\n    add 4, 2, 3\n    {code}\n    ret\n"
        );
        std::fs::write(&path, text).expect("written");
        for looping in ["threaded", "match", "instrumented"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
            command.arg("asm").arg(format!("--loop={looping}")).arg(&path);
            let run = run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
            assert!(
                run.stderr.starts_with(want) && run.exit == 2,
                "{code} ({looping}): exit {}, {}",
                run.exit,
                run.stderr
            );
        }
    }
}

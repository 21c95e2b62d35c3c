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

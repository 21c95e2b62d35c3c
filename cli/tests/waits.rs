//! Who waits for whom, as DOT, Mermaid and SVG: `gvm run --trace=FILE.dot` and `gvm trace convert`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use gvm_tests::{Finished, run_with_timeout};

const CYCLE: &str = include_str!("page/deadlock.go");
const MANY: &str = include_str!("waits/many.go");
const FINE: &str = "package main\n\nfunc main() {}\n";

fn folder(name: &str, program: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("waits").join(name);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    std::fs::write(dir.join("prog.go"), program).expect("the program");
    dir
}

fn gvm(dir: &Path, args: &[&str]) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.current_dir(dir).args(args);
    run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts")
}

fn read(dir: &Path, name: &str) -> String {
    std::fs::read_to_string(dir.join(name)).expect("the file")
}

#[test]
fn graphs_of_deadlocks() {
    for (name, program) in [("cycle", CYCLE), ("many", MANY)] {
        let dir = folder(name, program);
        let run = gvm(&dir, &["run", "--seed=1", "--trace=waits.gvmlog", "prog.go"]);
        assert_eq!(run.exit, 2, "{}", run.stderr);
        for form in ["dot", "mmd", "svg"] {
            let file = format!("waits.{form}");
            let end = gvm(&dir, &["trace", "convert", "waits.gvmlog", &file]);
            assert_eq!((end.stderr.as_str(), end.exit), ("", 0));
            // A run writes the same at once.
            let direct = format!("--trace=direct.{form}");
            assert_eq!(gvm(&dir, &["run", "--seed=1", &direct, "prog.go"]).exit, 2);
            assert_eq!(read(&dir, &file), read(&dir, &format!("direct.{form}")));
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "waits/snapshots" }, {
            insta::assert_snapshot!(format!("{name}.dot"), read(&dir, "waits.dot"));
            insta::assert_snapshot!(format!("{name}.mmd"), read(&dir, "waits.mmd"));
        });
        let (dot, svg) = (read(&dir, "waits.dot"), read(&dir, "waits.svg"));
        let nodes = dot.lines().filter(|l| l.contains("shape=")).count();
        let edges = dot.lines().filter(|l| l.contains(" -> ")).count();
        assert_eq!(svg.matches("<text class=\"title\"").count(), nodes);
        assert_eq!(svg.matches("<text class=\"label\"").count(), edges);
    }
}

#[test]
fn nobody_waits() {
    let dir = folder("fine", FINE);
    assert_eq!(gvm(&dir, &["run", "--seed=1", "--trace=waits.dot", "prog.go"]).exit, 0);
    assert!(!read(&dir, "waits.dot").contains(" -> "));
}

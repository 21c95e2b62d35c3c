//! Generated programs (`gvm_tests::generate`) print with gvm what they print with real Go.
//!
//! Opt-in: `GO=/path/to/go` turns it on. `GVM_GENERATED=n` tries so many programs instead of 100,
//! `GVM_GENERATED_SEED=s` the ones from seed s on. Programs are built in batches, as Go's linker
//! takes longer than all else. A batch that differs stays in the test's scratch folder.
//! `tests/generated.want` has what real Go printed for the first twenty, which are run everywhere;
//! `GVM_GENERATED_BLESS=1` writes it anew.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use gvm_tests::generate::batch;
use gvm_tests::{Finished, run_with_timeout};

/// Programs whose output is in `tests/generated.want`, from 1 on.
const SAMPLE: u64 = 20;

/// Programs in one package.
const BATCH: u64 = 25;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// What each program printed, by its number.
fn parts(output: &str) -> Vec<(&str, &str)> {
    let list = output.split("-- ").skip(1);
    list.map(|p| p.split_once('\n').unwrap_or((p, ""))).collect()
}

/// Where what is expected of the sample is kept.
fn wanted() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/generated.want")
}

/// A folder with the programs of some seeds.
fn written(name: &str, seeds: std::ops::Range<u64>) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    std::fs::write(dir.join("main.go"), batch(seeds)).expect("the program");
    dir
}

/// What real Go makes of the programs in a folder.
fn real(go: &str, dir: &Path) -> Finished {
    let mut build = Command::new(go);
    build.args(["build", "-gcflags=-e", "-ldflags=-s -w", "-o", "prog", "main.go"]);
    // The compiler has memory enough to collect rarely.
    build.env("GOGC", "400");
    let built = run(build, dir, "go build");
    assert_eq!(built.exit, 0, "{}: {}", dir.display(), built.stderr);
    let end = run(Command::new(dir.join("prog")), dir, "the program");
    assert_eq!(end.exit, 0, "{}: {}", dir.display(), end.stderr);
    end
}

fn gvm(options: &[&str], dir: &Path) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.arg("run").args(options).arg("main.go");
    run(command, dir, "gvm")
}

/// The first line of each program that differs.
fn differences(want: &str, got: &str) -> String {
    let mut out = String::new();
    let (want, got) = (parts(want), parts(got));
    if want.len() != got.len() {
        let _ = writeln!(out, "{} programs instead of {}", got.len(), want.len());
    }
    for ((seed, a), (_, b)) in want.into_iter().zip(got) {
        if let Some((x, y)) = a.lines().zip(b.lines()).find(|(x, y)| x != y) {
            let _ = writeln!(out, "seed {seed}:\n  want {x}\n  got  {y}");
        } else if a.len() != b.len() {
            let _ = writeln!(out, "seed {seed}: output of another length");
        }
    }
    out
}

#[test]
fn the_sample_prints_what_is_committed() {
    let dir = written("generated-sample", 1..SAMPLE + 1);
    if std::env::var_os("GVM_GENERATED_BLESS").is_some() {
        let go = std::env::var("GO").expect("GO names a go command");
        std::fs::write(wanted(), real(&go, &dir).stdout).expect("written");
    }
    let want = std::fs::read_to_string(wanted()).expect("tests/generated.want");
    for options in [
        &[][..],
        &["--loop=match", "--procs=1"],
        &["--seed=1", "--preempt-every=5"],
        &["--gc-stress"],
    ] {
        let got = gvm(options, &dir);
        let told = differences(&want, &got.stdout);
        assert!(told.is_empty() && got.exit == 0, "{options:?}: {told}{}", got.stderr);
    }
}

fn run(mut command: Command, dir: &Path, what: &str) -> Finished {
    command.current_dir(dir).env("GOFLAGS", "-mod=mod");
    let end = run_with_timeout(command, Duration::from_secs(300)).expect(what);
    assert!(!end.timed_out, "{what}: still running after 300 s");
    end
}

#[test]
fn generated_programs_print_what_real_go_prints() {
    let Ok(go) = std::env::var("GO") else {
        println!("GO is not set: skipped");
        return;
    };
    let (count, from) = (number("GVM_GENERATED", 100), number("GVM_GENERATED_SEED", 1));
    let mut faults = String::new();
    let mut lines = 0;
    for first in (from..from + count).step_by(BATCH as usize) {
        let seeds = first..(first + BATCH).min(from + count);
        let dir = written(&format!("generated-{first}"), seeds);
        let want = real(&go, &dir);
        let got = gvm(&[], &dir);
        lines += want.stdout.lines().count();
        let told = differences(&want.stdout, &got.stdout);
        if got.exit == 0 && told.is_empty() {
            std::fs::remove_dir_all(&dir).expect("nobody uses the folder");
            continue;
        }
        let _ = writeln!(faults, "{}: status {} {}\n{told}", dir.display(), got.exit, got.stderr);
    }
    println!("{count} programs, {lines} lines of output");
    assert!(faults.is_empty(), "{faults}");
}

//! Runs the corpus through the command line, as a user would, in every loop.
//!
//! `GVM_CORPUS=part` runs only cases whose name contains `part`.

use std::process::Command;
use std::time::Duration;

use gvm_tests::{Case, Outcome, cases, run_with_timeout, test_cases, transcript};

fn run(case: &Case, options: &[&str]) -> Outcome {
    if case.name.starts_with("testing/") {
        return transcript(case, |words| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
            command.arg(words[0]);
            if words[0] == "test" {
                command.args(options);
            }
            command.args(&words[1..]);
            command
        })
        .expect("gvm starts");
    }
    let (folder, program) = case.place();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.current_dir(folder);
    if case.is_compile_error() {
        command.arg("check").args(case.wants_all_errors().then_some("--all-errors")).arg(program);
    } else {
        command.args(["run", "--verify"]).args(options).arg(program);
    }
    Outcome::of(run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts"))
}

/// Runs all cases with these options, on as many threads as there are processors.
fn check(options: &[&str], wanted: impl Fn(&Case) -> bool) {
    let part = std::env::var("GVM_CORPUS").unwrap_or_default();
    let list: Vec<Case> = cases()
        .expect("corpus")
        .into_iter()
        .chain(test_cases().expect("corpus"))
        .filter(|c| c.name.contains(&part) && wanted(c))
        .collect();
    assert!(!list.is_empty() || !part.is_empty(), "the corpus is empty");
    let next = std::sync::atomic::AtomicUsize::new(0);
    let failures = std::sync::Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, |n| n.get());
    std::thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                while let Some(case) =
                    list.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
                {
                    let want = case.expected().expect("expectation");
                    if let Some(text) = want.difference(&run(case, options)) {
                        failures.lock().unwrap().push(format!("{}\n{text}", case.name))
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(
        failures.is_empty(),
        "{} of {} cases differ from real Go:\n{}",
        failures.len(),
        list.len(),
        failures.join("\n")
    );
}

/// Its order holds only while nothing is preempted, which threads on a busy machine and collections
/// under stress do not promise: it runs under the deterministic host alone.
fn needs_quiet(c: &Case) -> bool {
    c.name == "concurrency/gosched_order"
}

#[test]
fn threaded_loop() {
    check(&[], |c| !needs_quiet(c));
}

#[test]
fn match_loop_one_processor() {
    check(&["--loop=match", "--procs=1"], |c| !c.is_compile_error() && !needs_quiet(c));
}

#[test]
fn instrumented_loop_deterministic_host() {
    check(&["--loop=instrumented", "--seed=1"], |c| !c.is_compile_error());
}

#[test]
fn collector_under_stress() {
    check(&["--gc-stress", "--procs=1"], |c| !c.is_compile_error() && !needs_quiet(c));
}

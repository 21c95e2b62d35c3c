//! The Go project's own test programs through the command line.
//!
//! Opt-in: `GVM_GO_TESTS` names a Go source tree's `test/` folder (Debian's golang-1.19-src has one:
//! `/usr/share/go-1.19/test`). Run it with a release build:
//!
//!     GVM_GO_TESTS=/usr/share/go-1.19/test cargo test --release -p gvm --test go_suite -- --nocapture
//!
//! `tests/gosuite/passes.txt` has what passes and may only grow: a test on it that fails, fails
//! here. `excluded.txt` and `failing.txt` give a reason for each of the rest, so that every test of
//! the tree is on one of the lists.
//! `GVM_GO_TESTS_PART=text` runs only tests whose key contains it; `GVM_GO_TESTS_UPDATE=1` adds what
//! passes now to the list, and takes it off `failing.txt`.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use gvm_tests::gosuite::{Action, GoTest, Suite, discover};

/// As many at once as leave the time limit meaning something.
const JOBS: usize = 2;

fn lists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/gosuite")
}

/// Lines `KEY # reason`.
fn read_list(name: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(lists().join(name)).unwrap_or_default();
    text.lines()
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
        .map(|l| {
            let (key, reason) = l.split_once('#').unwrap_or((l, ""));
            (key.trim().to_string(), reason.trim().to_string())
        })
        .collect()
}

#[test]
fn go_suite() {
    let Some(root) = env::var_os("GVM_GO_TESTS") else {
        println!("GVM_GO_TESTS is not set: skipped");
        return;
    };
    let part = env::var("GVM_GO_TESTS_PART").unwrap_or_default();
    let excluded = read_list("excluded.txt");
    let failing = read_list("failing.txt");
    let passes: BTreeSet<String> = read_list("passes.txt").into_keys().collect();
    for (key, reason) in excluded.iter().chain(&failing) {
        assert!(!reason.is_empty(), "{key}: no reason given");
        assert!(!passes.contains(key), "{key} is on two lists");
    }
    let all = discover(Path::new(&root)).expect("the Go tests can be read");
    assert!(!all.is_empty(), "no Go tests below {}", Path::new(&root).display());
    let tests: Vec<GoTest> = all
        .into_iter()
        .filter(|t| t.key().contains(&part) && !excluded.contains_key(&t.key()))
        .collect();
    let suite = Suite {
        root: root.into(),
        gvm: env!("CARGO_BIN_EXE_gvm").into(),
        scratch: env::temp_dir().join(format!("gvm-gosuite-{}", std::process::id())),
    };
    let failures = run_all(&suite, &tests, &passes);
    // Only what this test made itself lies there.
    let _ = fs::remove_dir_all(&suite.scratch);

    let mut lost = Vec::new();
    let mut new = BTreeSet::new();
    for t in &tests {
        match failures.get(&t.key()) {
            Some(why) if passes.contains(&t.key()) => lost.push(format!("{}: {why}", t.key())),
            Some(why) => println!("FAIL {}: {why}", t.key()),
            None => {
                if !passes.contains(&t.key()) {
                    new.insert(t.key());
                }
            }
        }
    }
    for action in Action::ALL {
        let of: Vec<_> = tests.iter().filter(|t| t.action == action).collect();
        let good = of.iter().filter(|t| !failures.contains_key(&t.key())).count();
        let percent = 100.0 * good as f64 / of.len().max(1) as f64;
        println!("{:9} {good} of {} pass ({percent:.1} %)", action.name(), of.len());
    }
    if env::var_os("GVM_GO_TESTS_UPDATE").is_some() {
        update(&passes, &new, &failing);
    } else if !new.is_empty() {
        println!("new: {new:?}");
    }
    assert!(lost.is_empty(), "these passed before:\n{}", lost.join("\n"));
    let unknown: Vec<String> = tests
        .iter()
        .map(GoTest::key)
        .filter(|k| !passes.contains(k) && !failing.contains_key(k) && !new.contains(k))
        .collect();
    assert!(unknown.is_empty(), "fail, and are on no list with a reason: {unknown:#?}");
}

/// Why tests fail, by key. One that passed before gets a second chance alone, as a machine may be
/// busy with other things.
fn run_all(suite: &Suite, tests: &[GoTest], passes: &BTreeSet<String>) -> BTreeMap<String, String> {
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(BTreeMap::new());
    std::thread::scope(|s| {
        for _ in 0..JOBS {
            s.spawn(|| {
                while let Some(t) = tests.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(why) = suite.run(t) {
                        failures.lock().unwrap().insert(t.key(), why);
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap();
    for t in tests {
        let key = t.key();
        if passes.contains(&key) && failures.contains_key(&key) && suite.run(t).is_ok() {
            failures.remove(&key);
        }
    }
    failures
}

fn update(passes: &BTreeSet<String>, new: &BTreeSet<String>, failing: &BTreeMap<String, String>) {
    let lines: Vec<&str> = passes.union(new).map(String::as_str).collect();
    let head = "# What passes of the Go project's tests (see cli/tests/go_suite.rs). Only grows.\n";
    fs::write(lists().join("passes.txt"), format!("{head}{}\n", lines.join("\n"))).expect("write");
    let head = "# What fails of the Go project's tests, each with its reason. Only shrinks.\n";
    let left: String = failing
        .iter()
        .filter(|(k, _)| !new.contains(*k))
        .map(|(k, reason)| format!("{k} # {reason}\n"))
        .collect();
    fs::write(lists().join("failing.txt"), format!("{head}{left}")).expect("write");
}

//! Recorded schedules of the whole corpus: complete, possible, equal to the runtime's own queues,
//! and accepted by real Go's reader. `GO=/path/to/go` turns the last on.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use gvm_tests::{Case, Finished, cases, run_with_timeout};
use gvm_trace::{KINDS, Log, gotrace, model};

const GVM: &str = env!("CARGO_BIN_EXE_gvm");

/// A folder of its own for a test's files.
fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    dir
}

fn gvm(dir: &Path, args: &[&str]) -> Finished {
    let mut command = Command::new(GVM);
    command.current_dir(dir).args(args);
    run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts")
}

/// Runs all programs of the corpus and gives each log to `check`.
fn record(name: &str, options: &[&str], area: &str, check: impl Fn(&Case, &Log) + Sync) {
    let part = std::env::var("GVM_CORPUS").unwrap_or_default();
    let dir = scratch(name);
    let list: Vec<Case> = cases()
        .expect("corpus")
        .into_iter()
        // A gigabyte of stack is no test of the scheduler.
        .filter(|c| {
            !c.is_compile_error()
                && c.name.contains(&part)
                && c.name.starts_with(area)
                && !c.name.ends_with("stack_overflow")
        })
        .collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|s| {
        for _ in 0..std::thread::available_parallelism().map_or(2, |n| n.get()) {
            s.spawn(|| {
                while let Some(case) =
                    list.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
                {
                    let file = dir.join(case.name.replace('/', "-") + ".gvmlog");
                    let (folder, program) = case.place();
                    let trace = format!("--trace={}", file.display());
                    let mut args = vec!["run", trace.as_str()];
                    args.extend(options);
                    args.push(&program);
                    let end = gvm(&folder, &args);
                    let Ok(bytes) = std::fs::read(&file) else {
                        // A program that gvm refuses has no log; the corpus test reports it.
                        if end.exit != 1 {
                            failures.lock().unwrap().push(format!("{}: no log", case.name));
                        }
                        continue;
                    };
                    let _ = std::fs::remove_file(&file);
                    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                        check(case, &Log::read(&bytes).expect("a log"));
                    }));
                    if outcome.is_err() {
                        failures.lock().unwrap().push(case.name.clone());
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{options:?}: {failures:?}");
}

/// Logs are consistent on threads, under seeds and when goroutines are switched anywhere; every kind
/// of event happens in some program. `GVM_SEEDS=N` tries more seeds.
#[test]
fn the_model_agrees_and_every_kind_is_emitted() {
    let seen = Mutex::new(vec![0u64; KINDS.len()]);
    let snapshots = Mutex::new(0);
    let mut runs: Vec<Vec<String>> =
        [&["--procs=1"][..], &["--procs=2"], &["--procs=4"], &["--preempt-every=5"]]
            .iter()
            .map(|o| o.iter().map(|s| s.to_string()).collect())
            .collect();
    let seeds = std::env::var("GVM_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(2);
    runs.extend(
        (1..=seeds).map(|s: u64| vec![format!("--seed={s}"), format!("--procs={}", s % 8 + 1)]),
    );
    for options in &runs {
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        // Switching everywhere is slow, and matters where goroutines meet.
        let area = if options[0].starts_with("--preempt") { "concurrency/" } else { "" };
        record("model", &options, area, |case, log| {
            assert!(log.complete, "{}: events are missing or there twice", case.name);
            match model::replay(log) {
                Ok(m) => *snapshots.lock().unwrap() += m.compared,
                Err(e) => panic!("{}: {e}", case.name),
            }
            let mut seen = seen.lock().unwrap();
            log.records.iter().for_each(|r| seen[r.event.kind() as usize] += 1);
        });
    }
    if std::env::var_os("GVM_CORPUS").is_some() {
        return;
    }
    assert!(snapshots.into_inner().unwrap() > 300, "too few snapshots");
    let seen = seen.into_inner().unwrap();
    let missing: Vec<_> =
        KINDS.iter().zip(&seen).filter(|(_, n)| **n == 0).map(|(k, _)| k.name).collect();
    assert!(missing.is_empty(), "no program of the corpus emits {missing:?}");
}

/// The program that `go tool trace` starts: the go command in front of it takes twenty times as long.
fn reader_of_traces(go: &str, dir: &Path) -> PathBuf {
    let tool = |args: &[&str]| {
        let mut command = Command::new(go);
        command.current_dir(dir).arg("tool").args(args);
        run_with_timeout(command, Duration::from_secs(300)).expect("go starts")
    };
    // The first use builds it; without a file it only says how it is used.
    tool(&["trace"]);
    let path = PathBuf::from(tool(&["-n", "trace"]).stdout.trim());
    assert!(path.is_file(), "go tool -n trace names no program: {path:?}");
    path
}

/// Real Go's reader replays a state machine of its own and refuses what cannot be.
#[test]
fn real_go_accepts_every_trace() {
    let Ok(go) = std::env::var("GO") else { return };
    let dir = scratch("go");
    let reader = reader_of_traces(&go, &dir);
    // Where goroutines meet, the hosts differ most.
    let runs = [
        ("--procs=2", ""),
        ("--procs=1", "concurrency/"),
        ("--procs=4", "concurrency/"),
        ("--seed=1", "concurrency/"),
        ("--preempt-every=7", "concurrency/"),
    ];
    for (option, area) in runs {
        record("go-logs", &[option], area, |case, log| {
            let file = dir.join(case.name.replace('/', "-") + ".trace");
            std::fs::write(&file, gotrace::write(log)).expect("the trace");
            let mut command = Command::new(&reader);
            command.arg("-d=parsed").arg(&file).stdout(Stdio::null());
            let end = command.output().expect("it starts");
            let errors = String::from_utf8_lossy(&end.stderr);
            assert!(end.status.success(), "{}: {errors}", case.name);
            let _ = std::fs::remove_file(&file);
        });
    }
}

/// A program that records itself, in the middle of its run: goroutines wait, run and are in calls when it
/// starts. With a seed its file is always the same.
const RECORDS: &str = r#"package main

import (
	"fmt"
	"os"
	"runtime/trace"
	"sync"
	"time"
)

func main() {
	r, w, _ := os.Pipe()
	var wg sync.WaitGroup
	wg.Go(func() { r.Read(make([]byte, 1)) })
	gate := make(chan bool)
	for range 3 {
		wg.Go(func() { <-gate })
	}
	go func() {
		for range 3_000_000 {
		}
	}()
	time.Sleep(time.Millisecond)
	for i := range 3 {
		f, _ := os.Create(fmt.Sprint("it", i, ".trace"))
		if err := trace.Start(f); err != nil {
			panic(err)
		}
		c := make(chan int)
		go func() {
			for i := range 200 {
				c <- i
			}
			close(c)
		}()
		for range c {
		}
		if i == 1 {
			w.Write([]byte{1})
			close(gate)
			wg.Wait()
		}
		trace.Stop()
		f.Close()
	}
}
"#;

#[test]
fn a_program_records_itself() {
    let dir = scratch("itself");
    std::fs::write(dir.join("itself.go"), RECORDS).expect("the program");
    let files = || -> Vec<Vec<u8>> {
        let read = |i| std::fs::read(dir.join(format!("it{i}.trace"))).expect("a trace");
        (0..3).map(read).collect()
    };
    for option in ["--procs=1", "--procs=4", "--seed=1", "--seed=2", "--trace=all.gvmlog"] {
        for _ in 0..2 {
            assert_eq!(gvm(&dir, &["run", option, "itself.go"]).exit, 0, "{option}");
            let all = files();
            for (i, bytes) in all.iter().enumerate() {
                assert!(bytes.starts_with(b"go 1.25 trace") && bytes.len() > 3000, "{option} {i}");
                let Ok(go) = std::env::var("GO") else { continue };
                let mut command = Command::new(&go);
                command.args(["tool", "trace", "-d=parsed", &format!("it{i}.trace")]);
                command.current_dir(&dir);
                let end = run_with_timeout(command, Duration::from_secs(60)).expect("go starts");
                assert!(end.exit == 0, "{option} {i}: {}", end.stderr);
                let sends = end.stdout.matches("Reason=\"chan ").count();
                assert!(sends >= 100, "{option} {i}: {sends}");
            }
            if option.starts_with("--trace") {
                let log = Log::read(&std::fs::read(dir.join("all.gvmlog")).unwrap()).unwrap();
                assert!(log.complete);
                model::replay(&log).unwrap_or_else(|e| panic!("{e}"));
            }
        }
    }
}

/// A program that keeps its newest events while much more happens, and writes them now and then.
const KEEPS: &str = r#"package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime/trace"
	"sync"
	"time"
)

func talk(n int) {
	var wg sync.WaitGroup
	ping, pong := make(chan int), make(chan int)
	wg.Go(func() {
		for i := range n {
			ping <- i
			<-pong
		}
	})
	wg.Go(func() {
		for range n {
			pong <- <-ping
		}
	})
	wg.Wait()
}

func main() {
	// With a seed a goroutine that waits outside is looked after in real time.
	if len(os.Args) == 1 {
		r, w, _ := os.Pipe()
		go func() { r.Read(make([]byte, 1)) }()
		defer w.Write([]byte{1})
	}
	gate := make(chan bool)
	for range 3 {
		go func() { <-gate }()
	}
	fr := trace.NewFlightRecorder(trace.FlightRecorderConfig{MinAge: time.Second, MaxBytes: 200_000})
	if err := fr.Start(); err != nil {
		panic(err)
	}
	for i := range 3 {
		talk(30_000)
		var b bytes.Buffer
		if _, err := fr.WriteTo(&b); err != nil {
			panic(err)
		}
		os.WriteFile(fmt.Sprintf("window%d.trace", i), b.Bytes(), 0o644)
		if i == 1 {
			f, _ := os.Create("beside.trace")
			if err := trace.Start(f); err != nil {
				panic(err)
			}
			talk(100)
			trace.Stop()
			f.Close()
		}
	}
	fr.Stop()
	close(gate)
	talk(100)
}
"#;

#[test]
fn a_program_keeps_its_newest_events() {
    let dir = scratch("keeps");
    std::fs::write(dir.join("keeps.go"), KEEPS).expect("the program");
    let reader = std::env::var("GO").ok().map(|go| reader_of_traces(&go, &dir));
    for option in ["--procs=1", "--procs=4", "--seed=1", "--seed=2"] {
        let mut args = vec!["run", option, "keeps.go"];
        args.extend(option.starts_with("--seed").then_some("calm"));
        assert_eq!(gvm(&dir, &args).exit, 0, "{option}");
        for name in ["window0", "window1", "window2", "beside"] {
            let file = dir.join(format!("{name}.trace"));
            let bytes = std::fs::read(&file).expect("a trace");
            assert!(bytes.starts_with(b"go 1.25 trace"), "{option} {name}");
            // All that happened takes many millions of bytes; MaxBytes is 200 000, and parts have a quarter of that.
            let size = if name == "beside" { 2_000..100_000 } else { 30_000..200_001 };
            assert!(size.contains(&bytes.len()), "{option} {name}: {}", bytes.len());
            let _ = std::fs::copy(&file, dir.join("one.trace"));
            let Some(reader) = &reader else { continue };
            let mut command = Command::new(reader);
            command.args(["-d=parsed", "one.trace"]).current_dir(&dir);
            let end = run_with_timeout(command, Duration::from_secs(60)).expect("it starts");
            assert!(end.exit == 0, "{option} {name}: {}", end.stderr);
            let sends = end.stdout.matches("Reason=\"chan ").count();
            assert!(sends >= 100, "{option} {name}: {sends}");
        }
    }
}

//! Whole VMs: several in one process, deadlocks found exactly, and what a log costs.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use gvm_compiler::Stage;
use gvm_compiler::load::{FileSet, Inputs, LibraryFile};
use gvm_tests::{Case, cases};
use gvm_trace::field::Value;
use gvm_trace::{Event, Log, model};

struct Embedded;

impl FileSet for Embedded {
    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(path)
    }
    fn list(&self, _: &str) -> std::io::Result<Vec<String>> {
        Ok(Vec::new())
    }
    fn library(&self, import_path: &str) -> Option<Vec<LibraryFile>> {
        let files = gvm_runtime::library::package(import_path)?;
        Some(files.iter().map(|&(name, text, bodies)| LibraryFile { name, text, bodies }).collect())
    }
}

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vms").join(name);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    dir
}

const PIPELINE: &str = r#"package main

import (
	"fmt"
	"sync"
)

func stage(in <-chan int, f func(int) int) <-chan int {
	out := make(chan int, 4)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

var total struct {
	sync.Mutex
	sum int
}

func main() {
	const n = 3000
	in := make(chan int)
	go func() {
		for i := range n {
			in <- i
		}
		close(in)
	}()
	out := stage(stage(in, func(v int) int { return v * 2 }), func(v int) int { return v + 1 })
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for v := range out {
				total.Lock()
				total.sum += v
				total.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(total.sum)
}
"#;

const PING_PONG: &str = "package main\n\nfunc main() {\n\tping, pong := make(chan int), make(chan int)\n\tgo func() {\n\t\tfor v := range ping {\n\t\t\tpong <- v + 1\n\t\t}\n\t\tclose(pong)\n\t}()\n\tfor i := range 5000 {\n\t\tping <- i\n\t\t<-pong\n\t}\n\tclose(ping)\n}\n";

/// VMs have nothing in common: each does beside others what it does alone.
#[test]
fn several_vms_run_in_one_process() {
    let dir = folder("several");
    let file = dir.join("pipeline.go");
    std::fs::write(&file, PIPELINE).expect("the program");
    let inputs = Inputs::Files(vec![file.to_string_lossy().into_owned()]);
    let compiled = gvm_compiler::compile(&Embedded, &inputs, Stage::Image, Some(10));
    let image = compiled.ok().and_then(|c| c.image).expect("it compiles");
    let run = |seed: Option<u64>| {
        let mut o = gvm_vm::Options::default();
        o.runtime.seed = seed;
        o.runtime.procs = 3;
        o.runtime.capture = true;
        o.runtime.trace = true;
        let end = gvm_vm::run(image.clone(), o).expect("it runs");
        (end.status, end.output, end.log.expect("a log").concat())
    };
    let alone: Vec<_> = (1..=4).map(|s| run(Some(s))).collect();
    assert!(alone.iter().all(|a| a.0 == 0 && a.1[0] == b"9000000\n"));
    std::thread::scope(|s| {
        let run = &run;
        let together: Vec<_> = (1..=4).map(|seed| s.spawn(move || run(Some(seed)))).collect();
        // And two with real threads, whose logs must be right.
        let real: Vec<_> = (0..2).map(|_| s.spawn(move || run(None))).collect();
        for (t, alone) in together.into_iter().zip(&alone) {
            assert!(t.join().expect("a VM") == *alone, "a VM saw another one");
        }
        for r in real {
            let (status, _, log) = r.join().expect("a VM");
            assert_eq!(status, 0);
            let log = Log::read(&log).expect("a log");
            assert!(log.complete);
            model::replay(&log).unwrap_or_else(|e| panic!("{e}"));
        }
    });
}

/// Stacks and values included, an event takes at most eight bytes.
#[test]
fn events_are_small() {
    let dir = folder("small");
    for (name, text) in [("ping_pong", PING_PONG), ("pipeline", PIPELINE)] {
        std::fs::write(dir.join("prog.go"), text).expect("the program");
        for options in ["--procs=1", "--procs=4", "--seed=1"] {
            let status = Command::new(env!("CARGO_BIN_EXE_gvm"))
                .current_dir(&dir)
                .args(["run", "--trace=prog.gvmlog", options, "prog.go"])
                .stdout(Stdio::null())
                .status();
            assert!(status.expect("gvm starts").success());
            let bytes = std::fs::read(dir.join("prog.gvmlog")).expect("the log");
            let log = Log::read(&bytes).expect("a log");
            let each = bytes.len() as f64 / log.records.len() as f64;
            println!("{name} {options}: {} events, {each:.2} bytes each", log.records.len());
            assert!(log.records.len() > 20_000 && each <= 8.0, "{name} {options}: {each:.2}");
        }
    }
}

/// Each frame is `zero` or `one` after the next bit of the way; at the end the way's number is sent.
const WAYS: &str = "package main\n\ntype way struct {\n\tbits  uint64\n\tleft, id int\n}\n\nvar ch = make(chan int, 1)\n\nfunc zero(w way) {\n\tgoOn(w, zero, one)\n}\n\nfunc one(w way) {\n\tgoOn(w, zero, one)\n}\n\nfunc goOn(w way, f ...func(way)) {\n\tif w.left == 0 {\n\t\tch <- w.id\n\t\t<-ch\n\t\treturn\n\t}\n\tf[w.bits&1](way{w.bits >> 1, w.left - 1, w.id})\n}\n\nfunc main() {\n\tfor left := range 31 {\n\t\tfor bit := range left + 1 {\n\t\t\tzero(way{1 << bit, left, left*64 + bit})\n\t\t}\n\t}\n}\n";

/// An event has the stack on which it happened, also where two stacks differ in one frame far below.
#[test]
fn stacks_are_the_way_the_program_went() {
    let file = folder("ways").join("prog.go");
    std::fs::write(&file, WAYS).expect("the program");
    let inputs = Inputs::Files(vec![file.to_string_lossy().into_owned()]);
    let image = gvm_compiler::compile(&Embedded, &inputs, Stage::Image, Some(10));
    let image = image.ok().and_then(|c| c.image).expect("it compiles");
    let mut o = gvm_vm::Options::default();
    (o.runtime.capture, o.runtime.trace) = (true, true);
    let end = gvm_vm::run(image, o).expect("it runs");
    let log = Log::read(&end.log.expect("a log").concat()).expect("a log");
    let mut sent = 0;
    for r in &log.records {
        let Event::ChanSend { value: Value::Int(id), stack, .. } = r.event else { continue };
        let (left, bit) = (id / 64, id % 64);
        // Innermost first: level `left` down to level 0, which main called.
        let want = (0..=left).rev().map(|level| match level == bit + 1 {
            true => "main.one",
            false => "main.zero",
        });
        let own = log.stack(stack).filter(|f| f.function != "main.goOn");
        let names: Vec<&str> = own.map(|f| f.function.as_str()).collect();
        assert_eq!(
            names,
            want.chain(["main.main", "runtime.main"]).collect::<Vec<_>>(),
            "way {left} {bit}"
        );
        sent += 1;
    }
    assert_eq!(sent, (1..=31).sum::<usize>());
}

/// Runs with standard input open until it is told what comes.
fn with_input(dir: &Path, option: &str, text: &str, input: Option<&str>) -> Output {
    std::fs::write(dir.join("prog.go"), text).expect("the program");
    let mut child = Command::new("timeout")
        .arg("30")
        .arg(env!("CARGO_BIN_EXE_gvm"))
        .current_dir(dir)
        .args(["run", option, "prog.go"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("gvm starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    std::thread::sleep(Duration::from_millis(250));
    if let Some(input) = input {
        stdin.write_all(input.as_bytes()).expect("it reads");
    }
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

const READER: &str = "package main\n\nimport (\n\t\"bufio\"\n\t\"fmt\"\n\t\"os\"\n\t\"time\"\n)\n\nfunc main() {\n\tlines := make(chan string)\n\tgo func() {\n\t\tin := bufio.NewScanner(os.Stdin)\n\t\tfor in.Scan() {\n\t\t\tlines <- in.Text()\n\t\t}\n\t}()\n\ttime.AfterFunc(time.Millisecond, func() {})\n\tfmt.Println(<-lines)\n\tfmt.Println(<-lines)\n}\n";

/// A goroutine that reads input may still send: no deadlock, until it has ended too.
#[test]
fn deadlocks_are_found_exactly() {
    let dir = folder("deadlock");
    for option in ["--procs=1", "--procs=4", "--seed=1"] {
        let both = with_input(&dir, option, READER, Some("a\nb\n"));
        let text = String::from_utf8_lossy(&both.stderr).into_owned();
        assert_eq!((both.status.code(), &both.stdout[..]), (Some(0), &b"a\nb\n"[..]), "{text}");
        let one = with_input(&dir, option, READER, Some("a\n"));
        let text = String::from_utf8_lossy(&one.stderr).into_owned();
        assert_eq!((one.status.code(), &one.stdout[..]), (Some(2), &b"a\n"[..]), "{text}");
        assert!(text.starts_with("fatal error: all goroutines are asleep - deadlock!\n"), "{text}");
        assert!(text.contains("goroutine 1 [chan receive]:"), "{text}");
        // Sleepers and timers keep a program alive; then it is dead.
        let sleeper = "package main\n\nimport \"time\"\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() {\n\t\ttime.Sleep(80 * time.Millisecond)\n\t\tc <- 1\n\t\ttime.AfterFunc(50*time.Millisecond, func() { println(\"late\") })\n\t}()\n\t<-c\n\tselect {}\n}\n";
        let end = with_input(&dir, option, sleeper, None);
        let text = String::from_utf8_lossy(&end.stderr).into_owned();
        assert_eq!(end.status.code(), Some(2), "{text}");
        assert!(text.starts_with("late\nfatal error: all goroutines are asleep"), "{text}");
        // While one goroutine works, the others may all wait.
        let worker = "package main\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tn := 0\n\t\tfor i := 0; i < 3000000; i++ {\n\t\t\tn += i & 1\n\t\t}\n\t\tc <- n\n\t}()\n\tfor range 10 {\n\t\tgo func() { select {} }()\n\t}\n\tprintln(<-c)\n}\n";
        let end = with_input(&dir, option, worker, None);
        assert_eq!((end.status.code(), &end.stderr[..]), (Some(0), &b"1500000\n"[..]));
    }
}

/// What a terminal run records unasked ends with its limit, in the middle of whatever the program does;
/// below the limit it is a whole log.
#[test]
fn recording_ends_at_its_limit() {
    let dir = folder("limit");
    for (name, text) in [("ping_pong", PING_PONG), ("pipeline", PIPELINE)] {
        let file = dir.join(format!("{name}.go"));
        std::fs::write(&file, text).expect("the program");
        let inputs = Inputs::Files(vec![file.to_string_lossy().into_owned()]);
        let compiled = gvm_compiler::compile(&Embedded, &inputs, Stage::Image, Some(10));
        let image = compiled.ok().and_then(|c| c.image).expect("it compiles");
        let run = |trace, trace_limit, seed, procs| {
            let mut o = gvm_vm::Options::default();
            let r = &mut o.runtime;
            (r.trace, r.trace_limit, r.seed, r.procs, r.capture) =
                (trace, trace_limit, seed, procs, true);
            gvm_vm::run(image.clone(), o).expect("it runs")
        };
        for (seed, procs) in [(Some(1), 1), (Some(2), 3), (None, 1), (None, 4)] {
            let plain = run(false, 0, seed, procs);
            let cut = run(true, 8 << 10, seed, procs);
            let whole = run(true, 1 << 30, seed, procs);
            assert_eq!((plain.status, &plain.output), (cut.status, &cut.output), "{name}");
            assert_eq!((plain.status, &plain.output), (whole.status, &whole.output), "{name}");
            assert!(plain.log.is_none() && cut.log.is_none(), "{name} {seed:?} {procs}");
            let log = Log::read(&whole.log.expect("a log").concat()).expect("a log");
            assert!(log.complete);
            model::replay(&log).unwrap_or_else(|e| panic!("{e}"));
        }
    }
}

/// In one process, so that many seeds take little time: `GVM_SEEDS=1000` are the goal.
#[test]
fn the_model_agrees_for_many_seeds() {
    let seeds = std::env::var("GVM_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(10u64);
    let quick = |c: &Case| {
        let slow =
            ["blocking_reads", "exit_while_reading", "many_goroutines", "tight_loop_preempted"];
        c.name.starts_with("concurrency/")
            && c.program.is_file()
            && !slow.iter().any(|s| c.name.ends_with(s))
    };
    let list: Vec<Case> = cases().expect("corpus").into_iter().filter(quick).collect();
    let compared = AtomicUsize::new(0);
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(case) = list.get(next.fetch_add(1, Ordering::Relaxed)) {
            let file = case.program.to_string_lossy().into_owned();
            let inputs = Inputs::Files(vec![file]);
            let image = gvm_compiler::compile(&Embedded, &inputs, Stage::Image, Some(10));
            let image = image.ok().and_then(|c| c.image).expect("it compiles");
            for seed in 0..seeds {
                let mut o = gvm_vm::Options::default();
                let r = &mut o.runtime;
                (r.seed, r.procs, r.capture, r.trace) =
                    (Some(seed), seed as u32 % 7 + 1, true, true);
                // Short slices, and a look at the queues after few steps.
                (r.preempt_every, r.snapshot_every) = ([20, 300, 200_000][seed as usize % 3], 97);
                let end = gvm_vm::run(image.clone(), o).expect("it runs");
                let log = Log::read(&end.log.expect("a log").concat()).expect("a log");
                assert!(log.complete, "{} seed {seed}", case.name);
                match model::replay(&log) {
                    Ok(m) => {
                        compared.fetch_add(m.compared as usize, Ordering::Relaxed);
                    }
                    Err(e) => panic!("{} seed {seed}: {e}", case.name),
                }
            }
        }
    };
    std::thread::scope(|s| {
        for _ in 0..std::thread::available_parallelism().map_or(2, |n| n.get()) {
            s.spawn(work);
        }
    });
    let compared = compared.into_inner();
    println!("{} programs, {seeds} seeds, {compared} snapshots compared", list.len());
    assert!(compared as u64 > 20 * seeds, "{compared}");
}

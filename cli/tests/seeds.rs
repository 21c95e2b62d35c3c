//! `--seed`: the same header gives the same bytes, whatever the folder, the environment and the
//! places where the system puts memory; other seeds give other schedules.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use gvm_tests::{Finished, cases, run_with_timeout};

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("seeds").join(name);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    dir
}

fn gvm(dir: &Path, env: &[(&str, &str)], args: &[&str]) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.current_dir(dir).args(args).envs(env.iter().copied());
    run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts")
}

/// Everything that a run shows, and its log.
fn everything(dir: &Path, env: &[(&str, &str)], args: &[&str]) -> (i32, String, Vec<u8>) {
    let mut all = vec!["run", "--trace=run.gvmlog"];
    all.extend(args);
    let end = gvm(dir, env, &all);
    (end.exit, end.stdout, std::fs::read(dir.join("run.gvmlog")).expect("the log"))
}

#[test]
fn a_seed_decides_every_byte() {
    let (a, b) = (folder("one"), folder("another/place"));
    let big = "x".repeat(5000);
    let env = [("GOMAXPROCS", "7"), ("UNRELATED", big.as_str())];
    let list = cases().expect("corpus");
    // Module folders stay where they are; the rest is copied to two places.
    let list = list.iter();
    // What is read is in the log, and this one reads from where every byte is random.
    let list = list.filter(|c| c.name != "concurrency/blocking_reads");
    let list = list.filter(|c| c.name.starts_with("concurrency/") && c.program.is_file());
    let mut tried = 0;
    for (i, case) in list.enumerate() {
        for dir in [&a, &b] {
            std::fs::copy(&case.program, dir.join("prog.go")).expect("a copy");
        }
        let (seed, procs) = (format!("--seed={i}"), format!("--procs={}", i % 8 + 1));
        let args = [seed.as_str(), procs.as_str(), "prog.go"];
        let first = everything(&a, &[], &args);
        assert!(first == everything(&a, &[], &args), "{}: twice in one folder", case.name);
        assert!(first == everything(&b, &env, &args), "{}: in another folder", case.name);
        tried += 1;
    }
    assert!(tried > 15);
}

const COUNTER: &str = r#"package main

import (
	"fmt"
	"sync"
)

func main() {
	counter := 0
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				counter++
			}
		}()
	}
	wg.Wait()
	fmt.Println(counter)
}
"#;

/// The counter without a lock: some seeds lose updates, and the same seed loses the same.
#[test]
fn an_unsynchronised_counter_loses_updates_for_some_seeds() {
    let dir = folder("counter");
    std::fs::write(dir.join("counter.go"), COUNTER).expect("the program");
    for n in 1..=7 {
        let every = format!("--preempt-every={n}");
        let run = || gvm(&dir, &[], &["run", "--seeds=1..40", &every, "counter.go"]).stdout;
        let first = run();
        assert!(!first.starts_with("40 seeds, 1 outcome"), "every {n}: {first}");
        assert_eq!(first, run());
        // What it says of a seed is what that seed does.
        let line = first.lines().find(|l| l.contains("the first is")).expect("an outcome");
        let seed = line.split("first is ").nth(1).and_then(|s| s.split(':').next());
        let seed = format!("--seed={}", seed.expect("a seed"));
        let value = first.lines().skip_while(|l| *l != line).nth(1).expect("its output").trim();
        let again = gvm(&dir, &[], &["run", &seed, &every, "counter.go"]);
        assert_eq!(again.stdout.trim(), value);
    }
}

/// Each knob changes what it says and the result stays right.
#[test]
fn knobs_change_the_schedule() {
    let dir = folder("knobs");
    let program = "package main\n\nimport (\n\t\"fmt\"\n\t\"sync\"\n)\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\tout := make(chan int, 200)\n\tfor i := range 100 {\n\t\twg.Go(func() {\n\t\t\tfor range 50 {\n\t\t\t\tout <- i\n\t\t\t\t<-out\n\t\t\t}\n\t\t})\n\t}\n\twg.Wait()\n\tfmt.Println(\"done\")\n}\n";
    std::fs::write(dir.join("knobs.go"), program).expect("the program");
    let kinds = |knob: &str| {
        let mut args = vec!["--seed=1", "--procs=4"];
        args.extend((!knob.is_empty()).then_some(knob));
        args.push("knobs.go");
        let (exit, stdout, log) = everything(&dir, &[], &args);
        assert_eq!((exit, stdout.as_str()), (0, "done\n"), "{knob}");
        let log = gvm_trace::Log::read(&log).expect("a log");
        gvm_trace::model::replay(&log).unwrap_or_else(|e| panic!("{knob}: {e}"));
        log
    };
    let text = |knob: &str| gvm_trace::text::write(&kinds(knob));
    let plain = text("");
    assert!(plain.contains(" steals ") && plain.contains(" will run next "));
    assert!(!text("--no-steal").contains(" steals "));
    assert!(!text("--no-runnext").contains(" will run next "));
    assert!(text("--slice=3").matches("preempted").count() > plain.matches("preempted").count());
    assert!(!text("--global-every=0").contains("every 61st round"));
}

/// Ten goroutines that wait for what nobody else knows, several for the same, and four that do not.
const LEAKS: &str = r#"package main

import (
	"sync"
	"time"
)

var known sync.Mutex

func main() {
	ch := make(chan int)
	for i := range 3 {
		go func() { ch <- i }()
	}
	go func() { time.Sleep(time.Hour) }()
	<-ch
	lock()
	known.Lock()
	for range 3 {
		go known.Lock()
	}
	time.Sleep(time.Millisecond)
}

func lock() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Add(1)
	a, b := make(chan int), make(chan int)
	for range 3 {
		go mu.Lock()
		go func() {
			select {
			case <-a:
			case b <- 1:
			}
		}()
	}
	go wg.Wait()
	go wg.Wait()
}
"#;

/// Every way to wait, once where nobody else can come and once where somebody might.
const WAITS: &str = r#"package main

import (
	"sync"
	"time"
)

// What somebody can wait for.
type things struct {
	send, receive, each, a, b chan int
	mu                        sync.Mutex
	read, write               sync.RWMutex
	wg                        sync.WaitGroup
	cond                      *sync.Cond
}

func waits() *things {
	t := &things{
		send: make(chan int), receive: make(chan int), each: make(chan int, 1),
		a: make(chan int), b: make(chan int), cond: sync.NewCond(new(sync.Mutex)),
	}
	t.mu.Lock()
	t.read.Lock()
	t.write.RLock()
	t.wg.Add(1)
	go func() { t.send <- 1 }()
	go func() { <-t.receive }()
	go func() {
		for range t.each {
		}
	}()
	go func() {
		select {
		case <-t.a:
		case t.b <- 1:
		}
	}()
	go t.mu.Lock()
	go t.read.RLock()
	go t.write.Lock()
	go t.wg.Wait()
	go func() {
		t.cond.L.Lock()
		t.cond.Wait()
	}()
	return t
}

var kept *things

func main() {
	kept = waits()
	waits()
	go func() {
		var none chan int
		none <- 1
	}()
	go func() {
		var none chan int
		<-none
	}()
	go func() {
		var none chan int
		select {
		case <-none:
		case none <- 1:
		}
	}()
	go func() { select {} }()
	go func() { time.Sleep(time.Hour) }()
	go func() { <-time.After(time.Hour) }()
	go func() { <-time.NewTicker(time.Hour).C }()
	time.Sleep(5 * time.Millisecond)
}
"#;

/// Goroutines that make and wake others on whatever P they are, while the world stops, Ps come and
/// go and calls block.
const NOBODY_FORGOTTEN: &str = r#"package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	var tree func(depth, n int)
	tree = func(depth, n int) {
		defer wg.Done()
		runtime.Gosched()
		pass := make(chan int)
		for i := range 2 {
			if depth > 0 {
				wg.Add(1)
				go tree(depth-1, 2*n+i)
			}
		}
		wg.Go(func() { pass <- n })
		switch n % 8 {
		case 1:
			runtime.GC()
		case 3:
			runtime.GOMAXPROCS(1 + n%5)
		case 5:
			os.ReadFile("nobody.txt")
		case 6:
			for range 300 {
				runtime.NumCPU()
			}
		}
		m := <-pass
		mu.Lock()
		total += m
		mu.Unlock()
	}
	wg.Add(1)
	tree(6, 1)
	wg.Wait()
	fmt.Println(total)
}
"#;

/// Without stealing a goroutine that is left behind on a P stays there.
#[test]
fn nobody_is_forgotten_when_ps_come_and_go() {
    let dir = folder("forgotten");
    std::fs::write(dir.join("tree.go"), NOBODY_FORGOTTEN).expect("the program");
    for knobs in [&["--procs=4"][..], &["--procs=4", "--no-steal"], &["--no-steal", "--no-runnext"]]
    {
        let all = [&["run", "--seeds=1..40"][..], knobs, &["tree.go"]].concat();
        let end = gvm(&dir, &[], &all);
        assert!(
            end.stdout.starts_with("40 seeds, 1 outcome\n") && end.stdout.contains("\n    8128\n"),
            "{knobs:?}: {}",
            end.stdout
        );
    }
}

/// The P of a call that blocks is handed on when there is something in its queue, though others are
/// idle: without stealing they would not find it.
#[test]
fn a_blocked_call_hands_on_what_its_p_has_to_run() {
    let dir = folder("hand_off");
    let program = "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() {\n\tdone := make(chan bool)\n\tgo func() {\n\t\tfmt.Println(\"ran\")\n\t\tdone <- true\n\t}()\n\tfmt.Println(os.Stdin.Read(make([]byte, 1)))\n\t<-done\n}\n";
    std::fs::write(dir.join("read.go"), program).expect("the program");
    for host in ["--seed=1", "--leaks"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_gvm"))
            .current_dir(&dir)
            .args(["run", host, "--procs=2", "--no-steal", "read.go"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("gvm starts");
        let input = child.stdin.take();
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let (send, receive) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            lines.by_ref().try_for_each(|line| send.send(line.unwrap_or_default()))
        });
        // The read ends only after the other goroutine has run.
        let first = receive.recv_timeout(Duration::from_secs(30));
        drop(input);
        assert_eq!(first.as_deref(), Ok("ran"), "{host}");
        assert_eq!(receive.recv_timeout(Duration::from_secs(30)).as_deref(), Ok("0 EOF"));
        assert!(child.wait().expect("it ends").success());
        reader.join().expect("the reader").expect("nobody hung up");
    }
}

#[test]
fn deadlocks_and_leaks_are_explained() {
    let dir = folder("explain");
    let program = "package main\n\nimport \"sync\"\n\nvar a, b sync.Mutex\n\nfunc main() {\n\tdone := make(chan bool)\n\tready := make(chan bool)\n\tgo func() {\n\t\tb.Lock()\n\t\tready <- true\n\t\ta.Lock()\n\t\tdone <- true\n\t}()\n\ta.Lock()\n\t<-ready\n\tb.Lock()\n\t<-done\n}\n";
    std::fs::write(dir.join("locks.go"), program).expect("the program");
    for seed in ["--seed=1", "--procs=2"] {
        let end = gvm(&dir, &[], &["run", "--explain", seed, "locks.go"]);
        assert_eq!(end.exit, 2);
        let (message, why) = end.stderr.split_once("why nobody can go on:").expect("both parts");
        assert!(message.starts_with("fatal error: all goroutines are asleep - deadlock!\n"));
        assert!(why.contains("G1 (main) waits at locks.go:18"), "{why}");
        assert!(why.contains("held by G2 (main.main.func1) since locks.go:11"), "{why}");
        assert!(why.contains("held by G1 (main) since locks.go:16"), "{why}");
        assert!(why.contains("the cycle: G1 → G2 → G1"), "{why}");
    }
    std::fs::write(dir.join("leak.go"), LEAKS).expect("the program");
    for seed in ["--seed=1", "--procs=2"] {
        let end = gvm(&dir, &[], &["run", "--leaks", seed, "leak.go"]);
        assert_eq!(end.exit, 0);
        assert!(end.stderr.starts_with("gvm: 10 goroutines could never"), "{}", end.stderr);
        for (state, n) in
            [("chan send", 2), ("sync.Mutex.Lock", 3), ("sync.WaitGroup.Wait", 2), ("select", 3)]
        {
            assert_eq!(end.stderr.matches(&format!("[{state}]")).count(), n, "{}", end.stderr);
        }
    }
    std::fs::write(dir.join("waits.go"), WAITS).expect("the program");
    for seed in ["--seed=1", "--procs=2"] {
        let end = gvm(&dir, &[], &["run", "--leaks", seed, "waits.go"]);
        let header =
            |l: &str| l.strip_prefix("goroutine ")?.split_once(' ').map(|w| w.1.to_string());
        let mut states: Vec<String> = end.stderr.lines().filter_map(header).collect();
        states.sort_unstable();
        let want = [
            "[chan receive (nil chan)]:",
            "[chan receive]:",
            "[chan receive]:",
            "[chan send (nil chan)]:",
            "[chan send]:",
            "[select (no cases)]:",
            "[select]:",
            "[select]:",
            "[sync.Cond.Wait]:",
            "[sync.Mutex.Lock]:",
            "[sync.RWMutex.Lock]:",
            "[sync.RWMutex.RLock]:",
            "[sync.WaitGroup.Wait]:",
        ];
        assert_eq!(states, want, "{}", end.stderr);
    }
}

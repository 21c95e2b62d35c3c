//! `gvm run --replay`: a recorded run comes out the same once more, or stops at the first event that differs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use gvm_tests::{Finished, cases, run_with_timeout};

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("replay").join(name);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    dir
}

fn gvm(dir: &Path, env: &[(&str, &str)], args: &[&str]) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.current_dir(dir).args(args).envs(env.iter().copied());
    run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts")
}

#[test]
fn a_run_with_a_seed_comes_out_the_same() {
    let dir = folder("seeds");
    let list = cases().expect("corpus");
    // What comes from files and pipes is in the log.
    let of_areas = |name: &str| {
        ["concurrency/", "std/os", "std/bufio", "std/io"].iter().any(|a| name.starts_with(a))
    };
    let list = list.iter().filter(|c| of_areas(&c.name) && c.program.is_file());
    let mut tried = 0;
    for (i, case) in list.enumerate() {
        std::fs::copy(&case.program, dir.join("prog.go")).expect("a copy");
        let (seed, procs) = (format!("--seed={}", 3 * i), format!("--procs={}", i % 4 + 1));
        let mut args = vec!["run", seed.as_str(), procs.as_str(), "--trace=run.gvmlog"];
        match i % 4 {
            1 => args.extend(["--no-steal", "--slice=50"]),
            2 => args.push("--preempt-every=300"),
            3 => args.extend(["--loop=match", "--global-every=7", "--no-runnext"]),
            _ => {}
        }
        args.extend(["prog.go", "first", "second one"]);
        let first = gvm(&dir, &[], &args);
        let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
        let all = |f: &Finished| (f.exit, f.stdout.clone(), f.stderr.clone());
        assert_eq!(all(&first), all(&again), "{} {args:?}", case.name);
        tried += 1;
    }
    assert!(tried > 15);
}

/// What threads did comes out the same on one: the goroutines' operations have the order of the log.
#[test]
fn a_run_on_threads_comes_out_the_same() {
    let dir = folder("threads");
    let list = cases().expect("corpus");
    let areas = ["concurrency/", "panic/", "std/", "programs/"];
    let list = list.iter().filter(|c| {
        areas.iter().any(|a| c.name.starts_with(a)) && c.program.is_file() && !c.is_compile_error()
    });
    let mut tried = 0;
    for (i, case) in list.enumerate() {
        std::fs::copy(&case.program, dir.join("prog.go")).expect("a copy");
        let procs = format!("--procs={}", [4, 1, 2][i % 3]);
        let first =
            gvm(&dir, &[], &["run", &procs, "--trace=run.gvmlog", "prog.go", "an argument"]);
        let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
        let all = |f: &Finished| (f.exit, f.stdout.clone(), f.stderr.clone());
        assert_eq!(all(&first), all(&again), "{} {procs}", case.name);
        tried += 1;
    }
    assert!(tried > 100);
}

/// Whose output depends on who is first, on the clock, on random numbers and on what is read.
const LOTTERY: &str = r#"package main

import (
	"bufio"
	"crypto/rand"
	"fmt"
	mrand "math/rand"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	fmt.Print("read ", line)
	var wg sync.WaitGroup
	var mu sync.Mutex
	var order []int
	var turns, found atomic.Int64
	results := make(chan int)
	quit := make(chan bool)
	tick := time.NewTicker(200 * time.Microsecond)
	for i := range 6 {
		wg.Go(func() {
			for j := range 300 {
				if turns.Add(1)%100 == 0 {
					found.CompareAndSwap(0, int64(i*1000+j))
				}
				mu.Lock()
				if len(order) < 400 {
					order = append(order, i)
				}
				mu.Unlock()
				select {
				case results <- i*1000 + j:
				case <-tick.C:
				}
			}
		})
	}
	sum := 0
	go func() {
		wg.Wait()
		close(quit)
	}()
	for running := true; running; {
		select {
		case r := <-results:
			sum = (sum*31 + r) % 1_000_003
		case <-quit:
			running = false
		}
	}
	fmt.Println(order, sum, found.Load(), time.Now().UnixNano(), mrand.Int(), rand.Text())
	for k := range map[int]bool{1: true, 2: true, 3: true, 4: true, 5: true, 6: true} {
		fmt.Print(k, " ")
	}
	fmt.Println()
}
"#;

#[test]
fn what_the_system_passes_on_has_its_order() {
    let dir = folder("pipes");
    std::fs::write(dir.join("prog.go"), include_str!("replay/pipes.go")).expect("the program");
    for procs in ["--procs=2", "--procs=4"] {
        let first = gvm(&dir, &[], &["run", procs, "--trace=run.gvmlog", "prog.go"]);
        let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
        assert_eq!((0, "done\n"), (first.exit, &*first.stdout));
        assert_eq!((0, "done\n"), (again.exit, &*again.stdout), "{procs}: {}", again.stderr);
    }
}

/// The environment is that of the recorded run: what is asked for is in the log, and nothing else of it.
#[test]
fn the_environment_is_the_recorded_one() {
    let dir = folder("environment");
    let ask = "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() {\n\tv, ok := os.LookupEnv(\"FRUIT\")\n\tfmt.Println(v, ok, os.Getenv(\"NONE\"))\n";
    let all = "\tos.Setenv(\"NONE\", \"some\")\n\tfmt.Println(os.Environ())\n";
    for (more, secret) in [("", false), (all, true)] {
        std::fs::write(dir.join("prog.go"), format!("{ask}{more}}}\n")).expect("the program");
        for option in ["--procs=2", "--seed=4"] {
            let env = [("FRUIT", "fig"), ("SECRET", "plum")];
            let first = gvm(&dir, &env, &["run", option, "--trace=run.gvmlog", "prog.go"]);
            assert!(first.exit == 0 && first.stdout.starts_with("fig true"), "{}", first.stdout);
            assert_eq!(first.stdout.contains("SECRET=plum"), secret);
            let other = [("FRUIT", "date"), ("NONE", "all")];
            let again = gvm(&dir, &other, &["run", "--replay=run.gvmlog", "prog.go"]);
            assert_eq!((first.stdout, 0), (again.stdout, again.exit), "{option}: {}", again.stderr);
            // In the log a byte is a number of its own, small ones take one byte.
            let log = std::fs::read(dir.join("run.gvmlog")).expect("the log");
            assert_eq!(log.windows(4).any(|w| w == b"plum"), secret, "{option}");
        }
    }
}

/// Main sees what it waits for without any event: repeated in the log's order it waits in vain.
const SPINS: &str = r#"package main

import "fmt"

var seen, done bool

func main() {
	go func() {
		done = true
		for !seen {
		}
		fmt.Println("seen")
	}()
	for !done {
	}
	fmt.Println("done")
	seen = true
	select {}
}
"#;

#[test]
fn a_loop_without_events_ends() {
    let dir = folder("spins");
    std::fs::write(dir.join("prog.go"), SPINS).expect("the program");
    gvm(&dir, &[], &["run", "--procs=2", "--trace=run.gvmlog", "prog.go"]);
    let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
    assert_eq!(again.exit, 3, "{}", again.stderr);
    assert!(again.stderr.contains("goes round in a loop"), "{}", again.stderr);
}

/// Goroutines that never wait beside garbage, timers, all kinds of locks and a deadlock at the end.
#[test]
fn preemption_collections_and_timers_come_where_they_came() {
    let dir = folder("mix");
    std::fs::write(dir.join("prog.go"), include_str!("replay/mix.go")).expect("the program");
    for procs in ["--procs=1", "--procs=2", "--procs=4", "--procs=8"] {
        let first = gvm(&dir, &[], &["run", procs, "--trace=run.gvmlog", "prog.go"]);
        assert!(first.exit == 2 && first.stderr.contains("all goroutines are asleep"));
        let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
        assert_eq!((first.stdout, first.stderr), (again.stdout, again.stderr), "{procs}");
    }
}

/// Without locks who is first is in no event: what comes of it is told, not passed over.
#[test]
fn a_data_race_is_not_repeated_in_silence() {
    let dir = folder("race");
    let program = "package main\n\nimport (\n\t\"fmt\"\n\t\"sync\"\n)\n\nfunc main() {\n\tn := 0\n\tvar wg sync.WaitGroup\n\tfor range 4 {\n\t\twg.Go(func() {\n\t\t\tfor range 500_000 {\n\t\t\t\tn++\n\t\t\t}\n\t\t})\n\t}\n\twg.Wait()\n\tfmt.Println(n)\n}\n";
    std::fs::write(dir.join("prog.go"), program).expect("the program");
    for _ in 0..4 {
        let first = gvm(&dir, &[], &["run", "--procs=4", "--trace=run.gvmlog", "prog.go"]);
        let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
        let told =
            again.exit == 3 && again.stdout.is_empty() && again.stderr.contains("data races");
        assert!(told || first.stdout == again.stdout, "{} {}", first.stdout, again.stderr);
    }
}

#[test]
fn what_threads_and_chance_decided_is_repeated() {
    let dir = folder("lottery");
    std::fs::write(dir.join("prog.go"), LOTTERY).expect("the program");
    std::fs::write(dir.join("input"), "a line\n").expect("the input");
    let run = |args: &str, input: &str| {
        let mut command = Command::new("sh");
        let line = format!("exec \"$0\" run {args} prog.go <{input}");
        command.current_dir(&dir).args(["-c", &line, env!("CARGO_BIN_EXE_gvm")]);
        let end = run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
        assert_eq!((end.exit, end.stderr.as_str()), (0, ""), "{args}");
        end.stdout
    };
    let mut seen = std::collections::HashSet::new();
    for procs in [1, 2, 4, 8] {
        for _ in 0..3 {
            let first = run(&format!("--procs={procs} --trace=run.gvmlog"), "input");
            assert!(first.starts_with("read a line\n"));
            // What is read is in the log.
            for _ in 0..2 {
                assert_eq!(first, run("--replay=run.gvmlog", "/dev/null"), "{procs} Ps");
            }
            seen.insert(first);
        }
    }
    assert_eq!(seen.len(), 12, "no two runs are the same");
}

const GREETING: &str = r#"package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println("begin")
	words := make(chan string)
	go func() {
		words <- "hello"
		whom, _ := os.ReadFile("whom")
		words <- string(whom)
		close(words)
	}()
	for w := range words {
		fmt.Println(w)
	}
}
"#;

/// With a seed what comes from a slow pipe comes when it came, beside timers and goroutines that compute.
#[test]
fn what_was_read_comes_when_it_came() {
    let dir = folder("slow");
    std::fs::write(dir.join("prog.go"), SLOW).expect("the program");
    for procs in ["--procs=1", "--procs=3"] {
        let run = "(sleep 0.05; echo a; sleep 0.1; echo b; echo c) |";
        let mut command = Command::new("sh");
        let gvm_run = format!("\"$GVM\" run --seed=4 {procs} --trace=run.gvmlog prog.go");
        command.current_dir(&dir).env("GVM", env!("CARGO_BIN_EXE_gvm"));
        command.args(["-c", &format!("{run} {gvm_run}")]);
        let first = run_with_timeout(command, Duration::from_secs(60)).expect("sh starts");
        assert!(first.exit == 0 && first.stdout.contains("\nc at "), "{first:?}");
        let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
        let all = |f: &Finished| (f.exit, f.stdout.clone(), f.stderr.clone());
        assert_eq!(all(&first), all(&again), "{procs}");
    }
}

const SLOW: &str = r#"package main

import (
	"bufio"
	"fmt"
	"os"
	"sync"
	"time"
)

func main() {
	var all sync.WaitGroup
	ticks := 0
	stop := make(chan bool)
	all.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(3 * time.Millisecond):
				ticks++
			}
		}
	})
	all.Go(func() {
		sum := 0
		for i := range 2_000_000 {
			sum += i
		}
		fmt.Println(sum)
	})
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		fmt.Println(lines.Text(), "at", ticks, time.Now())
	}
	close(stop)
	all.Wait()
}
"#;

/// Whatever is not as it was recorded is said, with the event, and nothing comes after it.
#[test]
fn the_first_difference_stops_the_run() {
    let dir = folder("different");
    std::fs::write(dir.join("prog.go"), GREETING).expect("the program");
    let whom = |name| std::fs::write(dir.join("whom"), name).expect("the file");
    whom("Alice");
    let end = gvm(&dir, &[], &["run", "--seed=3", "--trace=run.gvmlog", "prog.go"]);
    assert_eq!((end.exit, end.stdout.as_str()), (0, "begin\nhello\nAlice\n"));
    // What was read is in the log, whatever the file says now.
    whom("Bob");
    let again = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "prog.go"]);
    assert_eq!(
        (again.exit, again.stdout.as_str(), again.stderr.as_str()),
        (0, "begin\nhello\nAlice\n", "")
    );
    let log = std::fs::read(dir.join("run.gvmlog")).expect("the log");
    let change = |from: &str, to: u8| {
        let at = log.windows(from.len()).position(|w| w == from.as_bytes());
        let mut changed = log.clone();
        changed[at.expect("the text is in the log")] = to;
        std::fs::write(dir.join("changed.gvmlog"), changed).expect("the log");
        gvm(&dir, &[], &["run", "--replay=changed.gvmlog", "prog.go"])
    };

    // The text of an event that is another one.
    let other = change("Alice", b'E');
    // Main prints the first word while the other goroutine reads the file.
    assert_eq!((other.exit, other.stdout.as_str()), (3, "begin\nhello\n"), "{}", other.stderr);
    let said: Vec<&str> = other.stderr.lines().collect();
    assert!(said[0].starts_with("gvm: replay: the run is not the recorded one from event "));
    assert!(said[1].contains("recorded: ") && said[1].contains("\"Elice\""), "{said:?}");
    assert!(said[2].contains("now: ") && said[2].contains("\"Alice\""), "{said:?}");
    assert!(
        said[3].contains("at: ") && said[3].contains("main.main.func1 (prog.go:14:"),
        "{said:?}"
    );

    let end = change("hello", b'j');
    assert_eq!((end.exit, end.stdout.as_str()), (3, "begin\n"));
    assert!(end.stderr.contains("\"jello\"") && end.stderr.contains("\"hello\""), "{}", end.stderr);
}

/// What cannot be repeated is refused before anything runs.
#[test]
fn what_cannot_be_repeated_is_refused() {
    let dir = folder("refused");
    std::fs::write(dir.join("prog.go"), GREETING).expect("the program");
    let changed = GREETING.replace("\"hello\"", "\"hallo\"");
    std::fs::write(dir.join("changed.go"), changed).expect("the program");
    gvm(&dir, &[], &["run", "--seed=1", "--trace=run.gvmlog", "prog.go", "x"]);
    let log = std::fs::read(dir.join("run.gvmlog")).expect("the log");
    let version = log.windows(5).position(|w| w == env!("CARGO_PKG_VERSION").as_bytes());
    let mut older = log.clone();
    older[version.expect("the version is in the header")] = b'9';
    std::fs::write(dir.join("older.gvmlog"), older).expect("the log");
    std::fs::write(dir.join("short.gvmlog"), &log[..log.len() - 20]).expect("the log");
    std::fs::write(dir.join("empty.gvmlog"), "").expect("the log");
    for (args, why) in [
        (vec!["--replay=run.gvmlog", "changed.go"], "the program is not the one that was recorded"),
        (vec!["--replay=run.gvmlog", "prog.go", "y"], "recorded with other arguments"),
        (vec!["--replay=older.gvmlog", "prog.go"], "it was recorded by gvm 9"),
        (vec!["--replay=short.gvmlog", "prog.go"], "not complete"),
        (vec!["--replay=empty.gvmlog", "prog.go"], "not an event log of gvm"),
        (vec!["--replay=none.gvmlog", "prog.go"], "No such file"),
    ] {
        let end = gvm(&dir, &[], &[&["run"][..], &args].concat());
        assert_eq!((end.exit, end.stdout.as_str()), (1, ""), "{args:?}: {}", end.stderr);
        assert!(end.stderr.contains(why), "{args:?}: {}", end.stderr);
    }
    let end = gvm(&dir, &[], &["run", "--replay=run.gvmlog", "--seed=2", "prog.go"]);
    assert_eq!(end.exit, 2, "the log decides, not the command line");
}

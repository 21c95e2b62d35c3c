//! `--flight` and SIGQUIT: what is kept is the end of the whole log, to the byte; it is written when a
//! program ends badly and only then; a signal shows every goroutine.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gvm_tests::{Finished, run_with_timeout};
use gvm_trace::field::End;
use gvm_trace::{Event, Log, jsonl};

const GVM: &str = env!("CARGO_BIN_EXE_gvm");

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("flight").join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    dir
}

fn gvm(dir: &Path, args: &[&str]) -> Finished {
    let mut command = Command::new(GVM);
    command.current_dir(dir).args(args);
    run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts")
}

/// Goroutines that send texts, each one another, so that tables grow too; then `end`.
fn busy(end: &str) -> String {
    format!(
        "package main\n\nimport \"fmt\"\n\nfunc main() {{\n\tch := make(chan string)\n\tdone := make(chan bool)\n\tfor g := range 4 {{\n\t\tgo func() {{\n\t\t\tfor i := range 2000 {{\n\t\t\t\tch <- fmt.Sprint(g, \" says \", i)\n\t\t\t}}\n\t\t\tdone <- true\n\t\t}}()\n\t}}\n\tfor n := 0; n < 4; {{\n\t\tselect {{\n\t\tcase <-ch:\n\t\tcase <-done:\n\t\t\tn++\n\t\t}}\n\t}}\n\t{end}\n}}\n"
    )
}

fn lines(log: &Log) -> Vec<String> {
    let line = |r| {
        let mut s = String::new();
        jsonl::record(&mut s, log, r);
        s
    };
    log.records.iter().map(line).collect()
}

#[test]
fn the_recording_is_the_end_of_the_whole_log() {
    let dir = folder("ring");
    std::fs::write(dir.join("busy.go"), busy("panic(\"enough\")")).expect("the program");
    for options in [["--seed=1", "--procs=1"], ["--seed=2", "--procs=4"]] {
        let [seed, procs] = options;
        assert_eq!(gvm(&dir, &["run", "--trace=all.gvmlog", seed, procs, "busy.go"]).exit, 2);
        let end = gvm(
            &dir,
            &["run", "--flight=busy.gvmlog", "--flight-size=200K", seed, procs, "busy.go"],
        );
        assert_eq!(end.exit, 2);
        assert!(end.stderr.contains("panic: enough"), "{}", end.stderr);
        assert_eq!(end.stderr.matches("busy.gvmlog; open it with gvm trace convert").count(), 1);
        let bytes = std::fs::read(dir.join("busy.gvmlog")).expect("the recording");
        // Chunks that are not full come on top, and names of places.
        assert!((100_000..300_000).contains(&bytes.len()), "{} bytes", bytes.len());
        let part = Log::read(&bytes).expect("a log");
        let whole = Log::read(&std::fs::read(dir.join("all.gvmlog")).expect("the log")).unwrap();
        assert!(whole.complete && !part.complete && part.first() > 1000);
        assert!(part.records.len() > 5000, "{}", part.records.len());
        let (part, whole) = (lines(&part), lines(&whole));
        assert!(part == whole[whole.len() - part.len()..], "{options:?}");
    }
}

#[test]
fn nothing_is_missing_from_a_recording_of_threads() {
    let dir = folder("threads");
    std::fs::write(dir.join("busy.go"), busy("<-ch")).expect("the program");
    let end =
        gvm(&dir, &["run", "--flight-size=200K", "--procs=4", "--flight=f.gvmlog", "busy.go"]);
    assert_eq!(end.exit, 2);
    let log = Log::read(&std::fs::read(dir.join("f.gvmlog")).expect("the recording")).unwrap();
    let first = log.first();
    assert!(first > 1000 && log.records.iter().zip(first..).all(|(r, n)| r.seq == n));
    let last = log.records.iter().rev().find_map(|r| match r.event {
        Event::ProgramEnd { why, .. } => Some(why),
        _ => None,
    });
    assert_eq!(last, Some(End::Deadlock));
    // What needs the beginning says so, the rest reads it.
    for (to, exit) in [("f.trace", 1), ("f.html", 1), ("f.dot", 1), ("f.pftrace", 0), ("f.txt", 0)]
    {
        let end = gvm(&dir, &["trace", "convert", "f.gvmlog", to]);
        assert_eq!(end.exit, exit, "{to}: {}", end.stderr);
        let says = format!("the log begins with event {first} (a flight recording)");
        assert_eq!(end.stderr.contains(&says), exit == 1, "{to}: {}", end.stderr);
    }
    assert_eq!(gvm(&dir, &["trace", "check", "f.gvmlog"]).exit, 1);
    assert_eq!(gvm(&dir, &["trace", "stats", "f.gvmlog"]).exit, 0);
    let at = format!("--at={first}");
    assert_eq!(gvm(&dir, &["trace", "explain", "f.gvmlog", &at]).exit, 0);
}

#[test]
fn only_a_bad_end_is_written() {
    let dir = folder("good");
    std::fs::write(dir.join("good.go"), busy("")).expect("the program");
    let exit = busy("os.Exit(3)").replace("import \"fmt\"", "import (\n\t\"fmt\"\n\t\"os\"\n)");
    std::fs::write(dir.join("exit.go"), exit).expect("the program");
    for (program, status) in [("good.go", 0), ("exit.go", 3)] {
        let end = gvm(&dir, &["run", "--flight=it.gvmlog", program]);
        assert_eq!((end.exit, end.stderr.as_str()), (status, ""));
        assert!(!dir.join("it.gvmlog").exists());
    }
    // All of it fits, so that every format will do.
    std::fs::write(dir.join("bad.go"), "package main\n\nfunc main() {\n\tpanic(1)\n}\n").unwrap();
    let end = gvm(&dir, &["run", "--flight=bad.trace", "bad.go"]);
    assert!(end.exit == 2 && end.stderr.contains("go tool trace bad.trace"), "{}", end.stderr);
    assert!(std::fs::read(dir.join("bad.trace")).unwrap().starts_with(b"go 1.25 trace"));
    assert_eq!(gvm(&dir, &["run", "--flight=g.gvmlog", "--flight-size=10K", "good.go"]).exit, 2);
    assert_eq!(gvm(&dir, &["run", "--flight=g.much", "good.go"]).exit, 1);
}

/// Starts a program whose input stays open, waits for its first line, sends SIGQUIT.
fn quit(dir: &Path, args: &[&str]) -> (i32, String) {
    let mut command = Command::new(GVM);
    command.current_dir(dir).arg("run").args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("gvm starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).expect("a line");
    assert_eq!(first, "ready\n");
    std::thread::sleep(Duration::from_millis(100));
    let sent = Command::new("kill").args(["-QUIT", &child.id().to_string()]).status();
    assert!(sent.expect("kill").success());
    let until = Instant::now() + Duration::from_secs(20);
    let status = loop {
        if let Some(status) = child.try_wait().expect("its status") {
            break status;
        }
        if Instant::now() > until {
            child.kill().expect("killed");
            panic!("{args:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).expect("its errors");
    (status.code().unwrap_or(-1), stderr)
}

const WAITS: &str = "package main\n\nimport (\n\t\"fmt\"\n\t\"sync\"\n\t\"time\"\n)\n\nfunc sleeper() {\n\ttime.Sleep(time.Hour)\n}\n\nfunc main() {\n\tvar mu sync.Mutex\n\tmu.Lock()\n\tgo sleeper()\n\tgo func() { mu.Lock() }()\n\ttime.Sleep(time.Millisecond)\n\tfmt.Println(\"ready\")\n\tWAIT\n}\n";

#[test]
fn sigquit_shows_every_goroutine() {
    let dir = folder("quit");
    let spin = WAITS.replace("WAIT", "for x := 0; x >= 0; x = (x + 1) % 7 {\n\t}");
    std::fs::write(dir.join("spin.go"), spin).expect("the program");
    std::fs::write(dir.join("wait.go"), WAITS.replace("WAIT", "make(chan int) <- 1")).unwrap();
    let read = WAITS
        .replace("WAIT", "os.Stdin.Read(make([]byte, 1))")
        .replace("\"sync\"", "\"os\"\n\t\"sync\"");
    std::fs::write(dir.join("read.go"), read).expect("the program");
    for options in
        [&["--procs=1"][..], &["--procs=3"], &["--seed=1"], &["--flight=q.gvmlog", "--procs=2"]]
    {
        for (program, state) in
            [("spin.go", "[running]"), ("wait.go", "[chan send]"), ("read.go", "[syscall]")]
        {
            if options[0] == "--seed=1" && program == "wait.go" {
                // An hour of virtual time is over at once: that is a deadlock.
                continue;
            }
            let args: Vec<&str> = options.iter().copied().chain([program]).collect();
            let (status, stderr) = quit(&dir, &args);
            assert_eq!(status, 2, "{args:?}: {stderr}");
            assert!(stderr.starts_with("SIGQUIT: quit\n\ngoroutine "), "{args:?}: {stderr}");
            for part in [
                // With a seed nothing runs between two steps.
                match (options[0], state) {
                    ("--seed=1", "[running]") => "goroutine 1 [runn".into(),
                    _ => format!("goroutine 1 {state}:\n"),
                },
                "main.main()\n".into(),
                "[sync.Mutex.Lock]:\n".into(),
                "created by main.main in goroutine 1\n".into(),
            ] {
                assert!(stderr.contains(&part), "{args:?}: no {part:?} in {stderr}");
            }
            // With a seed an hour is over at once, when nothing else can run.
            if options[0] != "--seed=1" || program == "spin.go" {
                assert!(stderr.contains("[sleep]:\nmain.sleeper(...)\n"), "{args:?}: {stderr}");
            }
            assert_eq!(
                stderr.contains(".gvmlog; open it with"),
                options[0].starts_with("--flight")
            );
        }
    }
}

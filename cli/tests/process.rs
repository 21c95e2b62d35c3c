//! What a program does to its process: the signal it dies of when nobody reads its output, what
//! GOTRACEBACK shows, signals from outside.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn program(name: &str, text: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("process");
    std::fs::create_dir_all(&dir).expect("scratch folder");
    let file = dir.join(name);
    std::fs::write(&file, text).expect("the program");
    file
}

fn gvm(file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.arg("run").arg(file).stdin(Stdio::null());
    command
}

const SIGTERM: i32 = 15;
const SIGPIPE: i32 = 13;

/// As `os.Stdout.Write` documents it: SIGPIPE ends the program, unless it handles the signal.
#[test]
fn a_broken_standard_stream_ends_the_program() {
    let writes = "import (\n\t\"fmt\"\n\t\"os\"\n\t\"os/signal\"\n\t\"syscall\"\n)\n\nfunc main() {\n\tHANDLE\n\
         \tfor {\n\t\tif _, err := fmt.Println(\"line\"); err != nil {\n\t\t\tfmt.Fprintln(os.Stderr, err)\n\
         \t\t\tos.Exit(7)\n\t\t}\n\t}\n}\n\nvar _ = signal.Notify\nvar _ = syscall.SIGPIPE\n";
    let end = |name: &str, handle: &str| {
        let text = format!("package main\n\n{}", writes.replace("HANDLE", handle));
        let mut child = gvm(&program(name, &text))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("gvm starts");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
        assert_eq!(first, "line\n");
        let mut errors = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut errors).expect("text");
        (child.wait().expect("it ends"), errors)
    };
    let (status, errors) = end("dies.go", "");
    assert_eq!((status.signal(), errors.as_str()), (Some(SIGPIPE), ""));
    for handle in [
        "signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)",
        "signal.Ignore(syscall.SIGPIPE)",
    ] {
        let (status, errors) = end("lives.go", handle);
        assert_eq!(status.code(), Some(7), "{handle}");
        assert_eq!(errors, "write /dev/stdout: broken pipe\n");
    }
}

/// A signal that another process sends, handled and not.
#[test]
fn signals_come_from_outside() {
    let text = "package main\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\t\"os/signal\"\n\t\"syscall\"\n)\n\nfunc main() {\n\
        \tctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)\n\tfmt.Println(\"ready\")\n\
        \t<-ctx.Done()\n\tfmt.Println(context.Cause(ctx))\n\tstop()\n\tfmt.Println(\"again\")\n\tselect {}\n}\n";
    for seed in [None, Some("--seed=1")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
        command.arg("run").args(seed).arg(program("term.go", text));
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("gvm starts");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let mut line = || lines.next().expect("a line").expect("text");
        let kill = || {
            let id = child.id().to_string();
            assert!(
                Command::new("kill").args(["-TERM", &id]).status().expect("kill starts").success()
            );
        };
        assert_eq!(line(), "ready");
        kill();
        assert_eq!(line(), "terminated signal received");
        assert_eq!(line(), "again");
        kill();
        assert_eq!(child.wait().expect("it ends").signal(), Some(SIGTERM), "{seed:?}");
    }
}

#[test]
fn gotraceback_says_what_a_panic_shows() {
    let text = "package main\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() { panic(\"x\") }()\n\t<-c\n}\n";
    let file = program("panics.go", text);
    let shown = |level: &str| {
        let end = gvm(&file).env("GOTRACEBACK", level).output().expect("gvm starts");
        assert_eq!(end.status.code(), Some(2));
        let text = String::from_utf8_lossy(&end.stderr).into_owned();
        assert!(text.starts_with("panic: x\n"), "{text}");
        // Elsewhere it is told who created one, or that one runs on another thread.
        text.lines().filter(|l| l.starts_with("goroutine ")).count()
    };
    for (level, goroutines) in
        [("none", 0), ("0", 0), ("single", 1), ("", 1), ("all", 2), ("1", 2), ("system", 2)]
    {
        assert_eq!(shown(level), goroutines, "{level:?}");
    }
}

//! Ms that have nothing to do wait for it and use no processor.

use std::process::Command;
use std::time::Duration;

use gvm_tests::run_with_timeout;

/// Seconds in lines like `0m0.050s 0m0.010s`.
fn seconds(line: &str) -> f64 {
    let part = |t: &str| {
        let (m, s) = t.trim_end_matches('s').split_once('m').expect("minutes and seconds");
        m.parse::<f64>().expect("minutes") * 60.0 + s.parse::<f64>().expect("seconds")
    };
    line.split_whitespace().map(part).sum()
}

/// Processor time of a program, of all its threads; the shell's `times` says it.
fn processor_time(name: &str, body: &str) -> f64 {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("idle_{name}.go"));
    let text = format!(
        "package main\n\nimport (\n\t\"os\"\n\t\"time\"\n)\n\nfunc main() {{\n{body}\n\tos.Stdout.Sync()\n}}\n"
    );
    std::fs::write(&file, text).expect("written");
    let mut sh = Command::new("sh");
    sh.args(["-c", "\"$1\" run --procs=4 \"$2\" </dev/null && times", "sh"]);
    sh.arg(env!("CARGO_BIN_EXE_gvm")).arg(&file);
    let end = run_with_timeout(sh, Duration::from_secs(60)).expect("a shell");
    assert_eq!(end.exit, 0, "{name}: {}", end.stderr);
    seconds(end.stdout.lines().last().expect("two lines"))
}

#[test]
fn who_waits_uses_no_processor() {
    let least = processor_time("nothing", "\ttime.Sleep(0)");
    for (name, body) in [
        // Ms are woken for goroutines and then wait for a time.
        (
            "sleepers",
            "\tc := make(chan int)\n\tfor i := range 4 {\n\t\tgo func() {\n\t\t\tfor range c {\n\t\t\t\ttime.Sleep(time.Duration(40+10*i) * time.Millisecond)\n\t\t\t}\n\t\t}()\n\t}\n\tfor range 30 {\n\t\tc <- 1\n\t}",
        ),
        (
            "ticker",
            "\tt := time.NewTicker(30 * time.Millisecond)\n\tfor range 15 {\n\t\t<-t.C\n\t}",
        ),
        // The goroutine is in a blocking call meanwhile.
        (
            "call",
            "\tr, w, _ := os.Pipe()\n\tgo func() {\n\t\ttime.Sleep(400 * time.Millisecond)\n\t\tw.Close()\n\t}()\n\tr.Read(make([]byte, 1))",
        ),
    ] {
        let used = processor_time(name, body) - least;
        // It runs for 0.4 seconds or more, in one M at least.
        assert!(used < 0.2, "{name}: {used:.3} s more than a program that ends at once");
    }
}

//! What only goroutines that run at the same time do to each other.

use std::process::Command;
use std::time::Duration;

use gvm_tests::run_with_timeout;

/// Two goroutines on two threads write to one map until they are found out.
#[test]
fn concurrent_map_writes_are_found() {
    let dir = std::env::temp_dir().join(format!("gvm-races-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a folder");
    for (body, want) in [
        ("_ = id; m[i%64] = i", "fatal error: concurrent map writes"),
        ("if id == 0 { m[i%64] = i } else { _ = m[i%64] }", "fatal error: concurrent map "),
    ] {
        let file = dir.join("race.go");
        let text = format!(
            "package main\n\nimport \"runtime\"\n\nfunc main() {{\n\truntime.GOMAXPROCS(4)\n\tm := map[int]int{{}}\n\tfor id := range 4 {{\n\t\tgo func() {{\n\t\t\tfor i := 0; ; i++ {{\n\t\t\t\t{body}\n\t\t\t}}\n\t\t}}()\n\t}}\n\tselect {{}}\n}}\n"
        );
        std::fs::write(&file, text).expect("written");
        let mut gvm = Command::new(env!("CARGO_BIN_EXE_gvm"));
        gvm.arg("run").arg(&file);
        let got = run_with_timeout(gvm, Duration::from_secs(60)).expect("gvm starts");
        assert!(got.stderr.contains(want), "{body}: {} {}", got.exit, got.stderr);
    }
    let _ = std::fs::remove_dir_all(&dir);
}
